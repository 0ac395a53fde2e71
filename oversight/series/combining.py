"""Series worked out from others: sums, remainders, shares, indices. The weakest standing rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oversight import bounds
from oversight.bounds import Bounds
from oversight.citing import Cited
from oversight.series.comparing import can_be_baseline
from oversight.series.points import NUMBERS, STANDINGS, Point, Series, sources_of_points


def together(parts: Sequence[Series], given: Series) -> Series:
    """The sum of the parts in each period; where a period's sum was given itself, that."""
    points = []
    for period in _periods([*parts, given]):
        stated = given.at(period)
        if stated and stated.is_number:
            points.append(stated)
        else:
            summed = _combined([part.at(period) for part in parts], bounds.total)
            # Who cites the sum cites this indicator, given or worked out.
            points.append(summed and replace(summed, cited=Cited(given.name, period)))
    return replace(given, points=tuple(point for point in points if point))


def remainder(whole: Series, part: Series, name: str, label: str) -> Series:
    """What of the whole is not in the part, in each period of the whole; never below nought."""
    points = [
        _combined(
            [point, part.at(point.period)], lambda pair: (pair[0] - pair[1]).from_zero(), True
        )
        for point in whole.points
    ]
    return Series(name, label, whole.unit, tuple(point for point in points if point))


def shares(part: Series, whole: Series) -> Series:
    """The part as a percentage of the whole, in each period of the whole."""
    points = [
        _combined([part.at(point.period), point], lambda pair: pair[0].share_of(pair[1]), True)
        for point in whole.points
    ]
    return Series(part.name, part.label, "%", tuple(point for point in points if point))


def indexed(series: Series, base_period: str) -> Series | None:
    """The series with its base period set to 100; None where the base is no number."""
    base = series.at(base_period)
    if not can_be_baseline(base):
        return None
    points = [
        replace(point, figure=bounds.exact(100))
        if point is base
        else replace(point, figure=point.figure.share_of(base.figure))
        for point in series.points
    ]
    return replace(
        series,
        unit="index",
        points=tuple(_resting_on(base, point) if point.is_number else point for point in points),
    )


def _combined(points: Sequence[Point | None], operation, worked_out: bool = False) -> Point | None:
    """One point worked out from several of the same period; the weakest standing rules."""
    given = [point for point in points if point]
    if not given:
        return None
    standing = given[0].standing
    for point in given[1:]:
        standing = _weaker(standing, point.standing)
    if len(given) < len(points):
        standing = "not supplied"
    claims = tuple(dict.fromkeys(claim for point in given for claim in point.claims))
    first = replace(given[0], sources=sources_of_points(given), claims=claims, cited=None)
    if standing not in NUMBERS:
        weakest = max(given, key=lambda point: STANDINGS.index(point.standing))
        marker = "c" if standing == "withheld" else "x"
        return replace(first, figure=Bounds(None, None), standing=standing, marker=marker,
                       note=weakest.note)  # fmt: skip
    figure = operation([point.figure for point in given])
    if figure.lower is None and figure.upper is None:
        return replace(first, figure=figure, standing="not available", marker="x",
                       note="cannot be worked out")  # fmt: skip
    markers = {point.marker for point in given}
    marker = (
        "e"
        if standing in ("derived", "estimated")
        else next((m for m in "bpr" if m in markers), "")
    )
    if standing == "reported":
        standing = "computed"
    note = "worked out" if worked_out else "sum of its parts"
    return replace(first, figure=figure, standing=standing, marker=marker, note=note)


def _resting_on(base: Point, point: Point) -> Point:
    """The point with the weaker standing of the two, and the base's claims beside its own."""
    standing = _weaker(point.standing, base.standing)
    marker = "e" if standing == "derived" else point.marker
    claims = tuple(dict.fromkeys((*point.claims, *base.claims)))
    return replace(point, standing=standing, marker=marker, claims=claims, cited=None)


def _weaker(one: str, other: str) -> str:
    return max(one, other, key=STANDINGS.index)


def _periods(series: Sequence[Series]) -> list[str]:
    starts = {point.period: point.starts_on for one in series for point in one.points}
    return sorted(starts, key=starts.get)
