"""The chain of the journal: each line holds the SHA-256 of the one before, the pointer of its own.

History is append-only. A line that somebody changed, moved or took away by hand no longer fits the
one after it, nor, as the last, the pointer; `rebuild --verify` says so and nobody can publish on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from oversight import home
from oversight.home import Home


def last_line(where: Home) -> str:
    """SHA-256 of the journal's last whole line; blank where it has none."""
    lines = _lines(where)
    return _digest(lines[-1]) if lines else ""


def line_of(where: Home, number: int) -> str:
    """SHA-256 of the last line about a publication; blank where there is none."""
    return next((_digest(line) for line in reversed(_lines(where)) if _number(line) == number), "")


def breaks(where: Home) -> Iterator[tuple[int, str]]:
    """Each place where the chain does not hold: the publication's number and what is wrong.

    Lines from before there was a chain stand as they are, up to the first that has one.
    """
    before, is_chained = "", False
    lines = _lines(where)
    for line in lines:
        declared = json.loads(line).get("before")
        is_chained = is_chained or declared is not None
        if is_chained and declared != before:
            yield _number(line), "the journal's line before it has been changed or is not there"
        before = _digest(line)
    if (anchor := _anchor(where)) is None:
        return
    number, digest = anchor
    if digest not in [_digest(line) for line in lines if _number(line) == number]:
        yield number, "its line in the journal has been changed"


def _anchor(where: Home) -> tuple[int, str] | None:
    """The number the pointer names and the line it was set by; None where it says neither."""
    try:
        named = json.loads(where.pointer.read_bytes())
        return int(named["number"]), str(named["line"])
    except (OSError, ArithmeticError, ValueError, KeyError, TypeError):
        return None


def _lines(where: Home) -> list[bytes]:
    try:
        return home.whole_lines(where.journal.read_bytes()).splitlines()
    except FileNotFoundError:
        return []


def _number(line: bytes) -> int:
    return int(json.loads(line)["number"])


def _digest(line: bytes) -> str:
    return sha256(line).hexdigest()
