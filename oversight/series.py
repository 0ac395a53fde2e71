"""Series of figures over time, and what can be said of them: sums, remainders, shares, changes.

A point keeps its limits and its standing (reported, derived, provisional, bounded, withheld, not
available ...); what is worked out from points takes the weakest standing of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from types import MappingProxyType

from oversight import bounds
from oversight.bounds import Bounds

# From firm to weak. What follows "bounded" is no number at all.
STANDINGS = (
    "reported",
    "computed",
    "provisional",
    "estimated",
    "derived",
    "bounded",
    "withheld",
    "not applicable",
    "not available",
    "not supplied",
)
NUMBERS = frozenset(STANDINGS[: STANDINGS.index("bounded") + 1])


@dataclass(frozen=True)
class Point:
    """One period's figure.

    `sources` say where it was printed, such as "report p. 12"; `feed` is 0 for the report and
    higher for a return, the newer the higher; `claims` are the ids of the claims it stands in.
    """

    period: str
    starts_on: date
    ends_on: date
    figure: Bounds
    standing: str
    marker: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    feed: int = 0
    claims: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        return self.standing in NUMBERS

    @property
    def middle_on(self) -> date:
        """The middle of the period: where it sits on a time axis."""
        return self.starts_on + timedelta(days=((self.ends_on - self.starts_on).days + 1) // 2)


@dataclass(frozen=True)
class Series:
    """An indicator's points in time order. `name` is its id, `label` what a chart calls it."""

    name: str
    label: str
    unit: str
    points: tuple[Point, ...]

    @cached_property
    def known(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.is_number)

    @property
    def latest(self) -> Point | None:
        return self.known[-1] if self.known else None

    @property
    def previous(self) -> Point | None:
        return self.known[-2] if len(self.known) > 1 else None

    def at(self, period: str) -> Point | None:
        """The point of that period, if there is one."""
        return next((point for point in self.points if point.period == period), None)


@dataclass(frozen=True)
class Change:
    """How one point differs from an earlier one, its baseline, in per cent of that."""

    base: Point
    point: Point
    per_cent: Bounds


@lru_cache(maxsize=256)
def of(rows: tuple) -> Mapping[str, Series]:
    """Series from observation rows (see queries/series), by indicator; remembered.

    Rows of a breakdown are parts of a figure and no points of its series: they are left out.
    """
    found: dict[str, list[Point]] = {}
    named: dict[str, tuple[str, str]] = {}
    for row in rows:
        if getattr(row, "breakdown", ""):
            continue
        point = Point(
            row.period,
            row.starts_on,
            row.ends_on,
            bounds.stored(row.value, row.lower, row.upper, row.qualifier, row.withheld),
            row.standing,
            row.marker,
            (source_of(row.source, row.page),) if row.source else (),
            row.note or "",
            getattr(row, "feed", 0),
            (row.claim,) if getattr(row, "claim", None) else (),
        )
        found.setdefault(row.indicator, []).append(point)
        named[row.indicator] = row.label, row.unit
    # Read only, since every session is given the same.
    return MappingProxyType(
        {name: Series(name, *named[name], tuple(points)) for name, points in found.items()}
    )


def empty(name: str, label: str, unit: str) -> Series:
    """A series of which nothing is known."""
    return Series(name, label, unit, ())


def source_of(source: str, page: str) -> str:
    """Where a figure was printed, in few words."""
    return f"{source} p. {page}" if page and page[0].isdigit() else source


def together(parts: Sequence[Series], given: Series) -> Series:
    """The sum of the parts in each period; where a period's sum was given itself, that."""
    points = []
    for period in _periods([*parts, given]):
        stated = given.at(period)
        if stated and stated.is_number:
            points.append(stated)
        else:
            points.append(_combined([part.at(period) for part in parts], bounds.total))
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


def changes(series: Series) -> tuple[Change, ...]:
    """The change to the latest point from each earlier one that can be a baseline, newest first."""
    *earlier, latest = series.known or (None,)
    return tuple(
        Change(base, latest, latest.figure.change_from(base.figure))
        for base in reversed(earlier)
        if can_be_baseline(base) and not _is_broken(series, base, latest)
    )


def _is_broken(series: Series, base: Point, latest: Point) -> bool:
    """Whether the series breaks after the base: what was counted before is another thing."""
    return any(
        point.marker == "b" and base.starts_on < point.starts_on <= latest.starts_on
        for point in series.points
    )


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
    firm = ("reported", "computed", "provisional")
    return [
        (one, other)
        for one, other in zip(series.points, series.points[1:], strict=False)
        if one.standing in firm
        and other.standing in firm
        and one.ends_on + timedelta(days=1) == other.starts_on
        and other.marker != "b"
    ]


def sources_of(series: Iterable[Series]) -> tuple[str, ...]:
    """Every source of the points, each once, in order of first use."""
    return sources_of_points(point for one in series for point in one.points)


def claims_of(series: Iterable[Series]) -> tuple[str, ...]:
    """Every claim that the points stand in, each once, in the order of their ids."""
    return claims_of_points(point for one in series for point in one.points)


def sources_of_points(points: Iterable[Point | None]) -> tuple[str, ...]:
    """The same for points alone; None is no point."""
    return tuple(dict.fromkeys(source for point in points if point for source in point.sources))


def claims_of_points(points: Iterable[Point | None]) -> tuple[str, ...]:
    """The same for points alone; None is no point."""
    return tuple(sorted({claim for point in points if point for claim in point.claims}))


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
    first = replace(given[0], sources=sources_of_points(given), claims=claims)
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
    return replace(point, standing=standing, marker=marker, claims=claims)


def _weaker(one: str, other: str) -> str:
    return max(one, other, key=STANDINGS.index)


def _periods(series: Sequence[Series]) -> list[str]:
    starts = {point.period: point.starts_on for one in series for point in one.points}
    return sorted(starts, key=starts.get)
