"""Which series a process chart may be drawn of, and what it shows.

Limits rest on the first twelve points of a stretch and then stay: they are worked out anew only
where the definition records a break, with its date and reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from oversight import series
from oversight.series import Point, Series
from oversight.statistics.counts import rounding_of
from oversight.statistics.limits import Limits, limits, signals
from oversight.statistics.refusing import Refusal, Why

FEWEST_POINTS = 5
# Limits are on trial before, and fixed from here on: three years of quarters, each season thrice.
POINTS_OF_LIMITS = 12
# Counts that vary round less than this do not vary evenly to both sides.
SMALLEST_COUNT = 5
ONE_OFF = {"event", "expectation", "estimate", "three years", "pair of years"}
# Rounding may move a point by no more than this share of the way from the mean to a limit.
LARGEST_ROUNDING = 0.1
# From one quarter's end to the next.
DAYS_OF_A_QUARTER = 92


@dataclass(frozen=True)
class Break:
    """From which day on a definition says that another thing is counted, and why."""

    on: date
    reason: str


@dataclass(frozen=True)
class Mark:
    """A point of a process and the rule that it fires; blank where it fires none."""

    point: Point
    rule: str = ""
    is_high: bool = False

    @property
    def value(self) -> float:
        """What is drawn and reckoned with: of a rounded figure the number that is shown."""
        return self.point.figure.middle


@dataclass(frozen=True)
class Stretch:
    """The points from one break to the next, in runs without a gap.

    `limits` is None where there are too few points for any or, `is_drifting`, where the points that
    they would rest on stand out from each other. `since` is the break it begins with.
    """

    runs: tuple[tuple[Mark, ...], ...]
    limits: Limits | None
    since: Break | None = None
    is_drifting: bool = False

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for run in self.runs for mark in run)

    @property
    def still_needed(self) -> int:
        """How many more points there must be before its limits are no longer on trial."""
        return max(0, POINTS_OF_LIMITS - len(self.marks))

    @property
    def is_trial(self) -> bool:
        return self.still_needed > 0

    @property
    def signals(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.rule)


@dataclass(frozen=True)
class Process:
    """A series as a process chart shows it.

    `left_out` are points that are not one number, or count both sides of a break.
    `begins_at` is the point from which on the series can be read, where a return marked a break
    that no definition gives a reason for. `rounded_to` is what its publisher rounded it to.
    """

    stretches: tuple[Stretch, ...]
    left_out: tuple[Point, ...] = ()
    begins_at: Point | None = None
    rounded_to: int = 0

    @property
    def newest(self) -> Stretch:
        return self.stretches[-1]

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for stretch in self.stretches for mark in stretch.marks)


def process(one: Series, kind: str, clock: str, breaks: Sequence[Break] = ()) -> Process | Refusal:
    """The process chart of a series, or why none is drawn.

    Args:
        one: all figures of the series, whatever period is shown.
        kind: the indicator's: "flow", "level" or "share".
        clock: the indicator's.
        breaks: those that its definition records, oldest first.
    """
    if clock in ONE_OFF:
        return Refusal(Why.ONE_OFF)
    if clock == "running total":
        return Refusal(Why.RUNNING)
    readable = series.comparable(one)
    begins_at = readable.points[0] if readable.points != one.points else None
    points = [point for point in readable.known if point.starts_on]
    usable = [point for point in points if _is_one(point) and not _bridges(point, breaks)]
    if any(_overlap(*pair) for pair in pairwise(points)):
        return Refusal(Why.OVERLAPPING)
    if kind == "level" and any(point.standing == "computed" for point in points):
        return Refusal(Why.ADDED_STATES)
    if kind != "share" and usable and median(p.figure.middle for p in usable) < SMALLEST_COUNT:
        return Refusal(Why.SMALL, len(usable))
    stretches = tuple(
        _stretch(list(mine), since)
        for since, mine in groupby(usable, lambda point: _break_before(point, breaks))
    )
    if not any(stretch.limits for stretch in stretches):
        if any(stretch.is_drifting for stretch in stretches):
            return Refusal(Why.DRIFTING)
        have = len(stretches[-1].marks) if stretches else 0
        return Refusal(Why.FEW, have, max(FEWEST_POINTS - have, 1))
    if any(map(_is_rounded_too_far, stretches)):
        return Refusal(Why.ROUNDED, len(usable))
    left_out = tuple(point for point in points if point not in usable)
    return Process(stretches, left_out, begins_at, rounding_of(one))


def unbroken(one: Series, breaks: Sequence[Break]) -> Series:
    """The series since its last break, which a return marked or its definition records."""
    since = series.comparable(one)
    latest = since.latest
    if latest is None or not (behind := _break_before(latest, breaks)):
        return since
    return replace(
        since,
        points=tuple(point for point in since.points if point.starts_on >= behind.on),
    )


def _stretch(points: list[Point], since: Break | None) -> Stretch:
    runs: list[list[Point]] = []
    for point in points:
        if runs and _follows(runs[-1][-1], point):
            runs[-1].append(point)
        else:
            runs.append([point])
    found = _limits(runs) if len(points) >= FEWEST_POINTS else None
    if found is None:
        return Stretch(tuple(tuple(map(Mark, run)) for run in runs), None, since)
    marked = []
    for run in runs:
        values = [point.figure.middle for point in run]
        marked.append(
            tuple(
                Mark(point, rule, found.side(point.figure.middle) > 0)
                for point, rule in zip(run, signals(values, found), strict=True)
            )
        )
    stretch = Stretch(tuple(marked), found, since)
    resting = stretch.marks[: found.points]
    if sum(bool(mark.rule) for mark in resting) * 2 > len(resting):
        plain = tuple(tuple(map(Mark, run)) for run in runs)
        return Stretch(plain, None, since, is_drifting=True)
    return stretch


def _is_one(point: Point) -> bool:
    """Whether a figure is one number, if only one that was rounded to protect people."""
    return point.figure.shown is not None


def _is_rounded_too_far(stretch: Stretch) -> bool:
    """Whether rounding moves a point far enough to make or hide a signal."""
    if stretch.limits is None:
        return False
    room = max(
        point.figure.upper - point.figure.lower for point in (m.point for m in stretch.marks)
    )
    return room / 2 > LARGEST_ROUNDING * (stretch.limits.upper - stretch.limits.mean)


def _limits(runs: list[list[Point]]) -> Limits | None:
    """Mean and limits of the first points; None where no two of them follow each other."""
    room, taken = POINTS_OF_LIMITS, []
    for run in runs:
        taken.append([point.figure.middle for point in run[:room]])
        room -= len(taken[-1])
    return limits(taken) if any(len(run) > 1 for run in taken) else None


def _break_before(point: Point, breaks: Sequence[Break]) -> Break | None:
    """The last break that the whole of a period lies behind."""
    return next((one for one in reversed(breaks) if one.on <= point.starts_on), None)


def _bridges(point: Point, breaks: Sequence[Break]) -> bool:
    """Whether a break lies within its period."""
    return any(point.starts_on < one.on <= point.ends_on for one in breaks)


def _overlap(one: Point, other: Point) -> bool:
    return other.starts_on <= one.ends_on


def _follows(one: Point, other: Point) -> bool:
    """Whether no period lies between two; days are counted once a quarter."""
    apart = other.starts_on - one.ends_on
    days = DAYS_OF_A_QUARTER if one.starts_on == one.ends_on else 1
    return apart <= timedelta(days=days)
