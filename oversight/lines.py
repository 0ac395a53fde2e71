"""A file of lines of JSON that only grows, such as the journal: which of its lines are whole."""

from __future__ import annotations

import json


def whole_lines(journal: bytes) -> bytes:
    """The journal without a last line that a full disk or a power cut broke off.

    A power cut may also leave the line's end and a hole before it, for a disk writes the pages of a
    file in any order. Such a line was never acknowledged: the pointer moves only after the line is
    on disk. Nor were the lines of a step of several that lacks its last.
    """
    return _whole_steps(_whole_lines(journal))


def _whole_lines(journal: bytes) -> bytes:
    ends = journal.endswith(b"\n")
    lines, newline, last = journal.removesuffix(b"\n").rpartition(b"\n")
    if b"\0" in last:
        return lines + newline
    try:
        json.loads(last)
    except ValueError:
        return journal if ends else lines + newline
    return lines + newline + last + b"\n"


def _whole_steps(journal: bytes) -> bytes:
    expected = None
    while rest := _rest(journal):
        if expected not in (None, rest):
            break
        journal = journal[: journal.rstrip(b"\n").rfind(b"\n") + 1]
        expected = rest + 1
    return journal


def _rest(journal: bytes) -> int:
    """How many lines of the same step were to follow the last one."""
    try:
        said = json.loads(journal.removesuffix(b"\n").rpartition(b"\n")[2])
        return int(said.get("rest", 0))
    except (ValueError, TypeError, AttributeError):
        return 0  # told of where the line is read
