"""What one series says of change: as a process, and of its newest count against an earlier one.

The choices that a reader may change on a page, such as the baseline, are made here by default, so
that a page, a slide and a pack put a series to the same tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight.series import Point, Series
from oversight.statistics.counts import Compared, compared
from oversight.statistics.process import FEWEST_POINTS, Break, Process, process, unbroken
from oversight.statistics.refusing import Refusal, Why


@dataclass(frozen=True)
class Tested:
    """A series put to both tests, or why it is not put to them.

    `earlier` and `later` are the figures that are held against each other; None where there is but
    one, or nothing like it before.
    """

    series: Series
    process: Process | Refusal
    counts: Compared | Refusal
    earlier: Point | None = None
    later: Point | None = None

    @property
    def is_beyond_chance(self) -> bool:
        """Whether chance alone would hardly make the one count of the other."""
        return isinstance(self.counts, Compared) and self.counts.is_beyond_chance

    @property
    def still_needed(self) -> int:
        """How many more points there must be for limits, on trial or, where they are, firm ones."""
        if isinstance(self.process, Refusal):
            return self.process.needed
        newest = self.process.newest
        if newest.limits is None:
            return 0 if newest.is_drifting else max(FEWEST_POINTS - len(newest.marks), 1)
        return newest.still_needed


def tested(
    whole: Series, shown: Series, kind: str, clock: str, breaks: Sequence[Break] = ()
) -> Tested:
    """A series put to both tests.

    Args:
        whole: all of its figures: a process is of all years, whichever are shown.
        shown: those of the years shown, of which the newest count is held against an earlier one.
        kind: the indicator's: "flow", "level" or "share".
        clock: the indicator's.
        breaks: those that its definition records, oldest first.
    """
    found = process(whole, kind, clock, breaks)
    counts = counts_alike(shown, kind, breaks)
    if isinstance(counts, Refusal):
        return Tested(whole, found, counts)
    earlier, later = baseline(counts), counts[-1]
    return Tested(whole, found, compared(shown, earlier, later, kind), earlier, later)


def counts_alike(
    one: Series, kind: str, breaks: Sequence[Break] = ()
) -> tuple[Point, ...] | Refusal:
    """The counts since the last break, two at least, or why none is held against another."""
    if kind != "flow":
        return Refusal(Why.SHARE if kind == "share" else Why.STATE)
    known = unbroken(one, breaks).known
    if len(known) < 2:
        return Refusal(Why.ONE_FIGURE if len(one.known) < 2 else Why.BROKEN)
    return known


def baseline(known: Sequence[Point]) -> Point:
    """What the newest is held against: of quarters the one a year before, else the one before."""
    return year_before(known) or known[-2]


def year_before(known: Sequence[Point]) -> Point | None:
    """The same quarter of the year before the newest."""
    *earlier, latest = known
    if not is_quarter(latest):
        return None
    found = [
        point
        for point in earlier
        if is_quarter(point)
        and (point.starts_on.month, point.starts_on.year + 1)
        == (latest.starts_on.month, latest.starts_on.year)
    ]
    return found[-1] if found else None


def is_quarter(point: Point) -> bool:
    """Whether its period is a quarter of a year; a figure without a date is of none."""
    return bool(point.starts_on) and 85 < (point.ends_on - point.starts_on).days < 95
