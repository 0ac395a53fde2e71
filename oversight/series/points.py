"""Points and series: what is known of an indicator, period by period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from oversight import bounds
from oversight.bounds import Bounds
from oversight.citing import Cited
from oversight.remembered import remembered

# From firm to weak. What follows "bounded" is no number at all.
STANDINGS = (
    "reported",
    "computed",
    "rounded",
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
    `cited` says which figure of a publication it is; None where it was worked out for a drawing.
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
    cited: Cited | None = None

    @property
    def is_number(self) -> bool:
        return self.standing in NUMBERS

    @property
    def look(self) -> str:
        """How it is drawn: as its standing; rounded to protect people it looks so whatever else
        it is, as `rounded, provisional` and `rounded, estimated` do."""
        if not self.figure.is_rounded or self.standing == "rounded":
            return self.standing
        return f"rounded, {self.standing}"

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


@remembered(maxsize=256)
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
            Cited(row.indicator, row.period, getattr(row, "area", None) or ""),
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
