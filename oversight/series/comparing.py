"""What may be held against what: baselines, breaks, and neighbours that a line may join."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from oversight.bounds import Bounds
from oversight.series.points import Point, Series


@dataclass(frozen=True)
class Change:
    """How one point differs from an earlier one, its baseline, in per cent of that."""

    base: Point
    point: Point
    per_cent: Bounds


def changes(series: Series) -> tuple[Change, ...]:
    """The change to the latest point from each earlier one that can be a baseline, newest first."""
    *earlier, latest = comparable(series).known or (None,)
    return tuple(
        Change(base, latest, latest.figure.change_from(base.figure))
        for base in reversed(earlier)
        if can_be_baseline(base)
    )


def comparable(series: Series) -> Series:
    """The series since its last break: what was counted before is another thing."""
    since, latest = series.points, series.latest
    for place, point in enumerate(series.points):
        if point.marker == "b" and latest and point.starts_on <= latest.starts_on:
            since = series.points[place:]
    return replace(series, points=since)


def can_be_baseline(point: Point | None) -> bool:
    """Whether a change from it can be said: a number above nought, limited on both sides."""
    return (
        point is not None
        and point.is_number
        and bool(point.figure.lower)
        and point.figure.upper is not None
    )


def neighbours(series: Series) -> list[tuple[Point, Point]]:
    """Pairs of points of adjoining periods that may be joined by a line: both firm numbers."""
    firm = ("reported", "computed", "rounded", "provisional")
    return [
        (one, other)
        for one, other in zip(series.points, series.points[1:], strict=False)
        if one.standing in firm
        and other.standing in firm
        and one.ends_on + timedelta(days=1) == other.starts_on
        and other.marker != "b"
    ]
