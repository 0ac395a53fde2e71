"""The chain of the journal: each line holds the SHA-256 of the one before, the pointer of its own.

History is append-only. A line that somebody changed, moved or took away by hand no longer fits the
one after it, nor, as the last, the pointer; `rebuild --verify` says so and nobody can publish on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from hashlib import sha256

from oversight.home import Entry, Home
from oversight.lines import whole_lines

# The versions that wrote no chain.
UNCHAINED = ("0.1.0", "0.2.0")
# What a second line about a publication says anew: its file was rebuilt.
REBUILT = ("file", "before", "rest")
# What it says anew besides where figures were redacted.
REDACTED = ("accepted", "withdrawn", "content", "tables", "redacted")
# What a line from before there were receipts leaves unsaid, and its second line says.
UNSAID = {
    one.name: one.default if one.default is not MISSING else {}
    for one in fields(Entry)
    if one.default is not MISSING or one.default_factory is not MISSING
} | {"redacted": []}


@dataclass(frozen=True)
class Line:
    """A line of the journal: the SHA-256 of its bytes, and what it says."""

    digest: str
    said: dict

    @property
    def number(self) -> int:
        """The publication it is about."""
        return int(self.said["number"])


def last_line(where: Home) -> str:
    """SHA-256 of the journal's last whole line; blank where it has none."""
    lines = _lines(where)
    return lines[-1].digest if lines else ""


def line_of(where: Home, number: int) -> str:
    """SHA-256 of the last line about a publication; blank where there is none."""
    return next((line.digest for line in reversed(_lines(where)) if line.number == number), "")


def breaks(where: Home) -> Iterator[tuple[int, str]]:
    """Each place where the chain does not hold: the publication's number and what is wrong.

    Nothing is published on such a journal. Lines from before there was a chain stand as they are,
    up to the first that has one.
    """
    before, is_chained = "", False
    published: dict[int, dict] = {}
    lines = _lines(where)
    for line in lines:
        declared = line.said.get("before")
        is_chained = is_chained or declared is not None or line.said["code"] not in UNCHAINED
        if is_chained and declared is None:
            yield line.number, "its line in the journal does not say which one it follows"
        elif is_chained and declared != before:
            yield line.number, "the journal's line before it has been changed or is not there"
        stays = {
            name: part for name, part in {**UNSAID, **line.said}.items() if name not in REBUILT
        }
        before_it = published.setdefault(line.number, stays)
        if before_it != stays and not _redacts(before_it, stays):
            yield line.number, "two lines of the journal contradict each other"
        published[line.number] = stays
        before = line.digest
    if (pointer := _pointer(where)) is None:
        return
    number, digest = pointer
    if digest is None and published.get(number, {}).get("code", UNCHAINED[0]) not in UNCHAINED:
        yield number, "the pointer does not say by which line of the journal it was set"
    elif digest is not None and digest not in [
        line.digest for line in lines if line.number == number
    ]:
        yield number, "its line in the journal has been changed"


def loose_ends(where: Home) -> Iterator[tuple[int, str]]:
    """The journal's last publication where the pointer does not hold it.

    A publisher killed between journal and pointer leaves such an end and the next one ties it, so
    it stops nobody; but neither does anything show that the last line is as it was written.
    """
    lines = _lines(where)
    pointer = _pointer(where)
    last = max((line.number for line in lines), default=0)
    if lines and pointer is None:
        yield last, f"no pointer can be read ({where.pointer})"
    elif pointer is not None and pointer[0] != last:
        yield last, f"the pointer does not name it, but publication {pointer[0]}"


def _redacts(older: dict, newer: dict) -> bool:
    """Whether a second line says that figures were taken out, and nothing else anew."""
    known, told = (
        [{"key": [], **notice} for notice in said["redacted"]] for said in (older, newer)
    )
    return (
        len(told) > len(known)
        and told[: len(known)] == known
        and all(older.get(name) == newer[name] for name in newer if name not in REDACTED)
    )


def _pointer(where: Home) -> tuple[int, str | None] | None:
    """The number the pointer names and the line it was set by; None where it cannot be read."""
    try:
        named = json.loads(where.pointer.read_bytes())
        number, _ = int(named["number"]), str(named["sha256"])
    except (OSError, ArithmeticError, ValueError, KeyError, TypeError):
        return None
    return number, named.get("line")


def _lines(where: Home) -> list[Line]:
    try:
        written = whole_lines(where.journal.read_bytes()).splitlines()
    except FileNotFoundError:
        return []
    return [Line(sha256(line).hexdigest(), json.loads(line)) for line in written]
