"""What readers read at one time, so that what has come since can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight.home import Entry, Redaction


@dataclass(frozen=True)
class Stand:
    """The current publication (0: none) and the redactions that were carried out by then.

    A redaction is told by the number under which it waited: publications keep theirs.
    """

    publication: int = 0
    redactions: tuple[int, ...] = ()


def of(entries: Sequence[Entry]) -> Stand:
    """Where a home with these publications stands."""
    waited = {notice.waited for entry in entries for notice in entry.redacted}
    return Stand(entries[-1].number if entries else 0, tuple(sorted(waited)))


def since(
    entries: Sequence[Entry], before: Stand, after: Stand
) -> tuple[tuple[Entry, ...], tuple[Redaction, ...]]:
    """The publications that came between two times, and each figure that was redacted."""
    came = {*after.redactions} - {*before.redactions}
    figures = {
        (notice.waited, notice.cell): notice
        for entry in entries
        for notice in entry.redacted
        if notice.waited in came
    }
    numbers = range(before.publication + 1, after.publication + 1)
    return tuple(entry for entry in entries if entry.number in numbers), tuple(figures.values())
