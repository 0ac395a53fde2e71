"""What a drawing writes at a figure, in the place of a missing one, and under a period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from oversight import bounds
from oversight.charts.lacking import in_place_of
from oversight.series import Point, Series


def said_of(point: Point, unit: str = "") -> str:
    """The figure with its marker. A derived one has both its ends in the marker's place."""
    text = bounds.printed(point.figure, unit)
    is_told_by_its_ends = point.standing == "derived" and not point.figure.is_exact
    return text if not point.marker or is_told_by_its_ends else f"{text} [{point.marker}]"


def lacking(point: Point) -> str:
    """What stands in the place of a figure that is not there; blank where it is."""
    return in_place_of(point.standing)


def lost(series: Sequence[Series]) -> list[tuple[list[Point], str]]:
    """Periods that follow each other without a figure, with what is said in its place.

    Where other series have a figure then, the series that lacks it is named.
    """
    found: list[tuple[list[Point], str]] = []
    for one in series:
        others = [other for other in series if other is not one]
        for word, run in groupby(one.points, lacking):
            points = list(run)
            is_shared = all(
                (there := other.at(point.period)) is not None and lacking(there) == word
                for other in others
                for point in points
            )
            if word and not (is_shared and one is not series[0]):
                found.append((points, word if is_shared else f"{one.label}: {word}"))
    return found


def period_of(point: Point) -> str:
    """A period as it stands below an axis; a day as people write it."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", point.period):
        day = date.fromisoformat(point.period)
        return f"{day.day} {day:%b %Y}"
    return point.period
