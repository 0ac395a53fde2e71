"""Periods that a series leaves out, so that no drawing passes over them in silence."""

from __future__ import annotations

from dataclasses import replace

from oversight import periods
from oversight.bounds import Bounds
from oversight.series import Point, Series


def with_every_period(one: Series, clock: str) -> Series:
    """The series with a point, not supplied, for each period of the clock between two others.

    A clock without regular periods leaves it as it is.
    """
    points: list[Point] = []
    for point in one.points:
        while points and (between := periods.following(clock, points[-1].ends_on)):
            if between.ends_on >= point.starts_on:
                break
            points.append(
                Point(
                    between.label,
                    between.starts_on,
                    between.ends_on,
                    Bounds(None, None),
                    "not supplied",
                    "x",
                )
            )
        points.append(point)
    return replace(one, points=tuple(points))
