"""What councils found when they assessed children: one factor, by authority and year.

A sum over authorities says what it lacks: parts withheld to protect children, and parts that are
not available, make it "at least".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from oversight import bounds, series
from oversight.bounds import Bounds
from oversight.remembered import remembered
from oversight.series import Point, Series


@dataclass(frozen=True)
class Authority:
    """A local authority, its square on the tile map, and its figures by year."""

    code: str
    name: str
    short: str
    row: int
    column: int
    figures: Series


@dataclass(frozen=True)
class Assessments:
    """One factor for every authority, in the order of their names."""

    authorities: tuple[Authority, ...]

    @cached_property
    def years(self) -> tuple[str, ...]:
        """Financial years for which any authority has a figure, oldest first."""
        starts = {
            point.period: point.starts_on
            for one in self.authorities
            for point in one.figures.points
        }
        return tuple(sorted(starts, key=starts.get))

    def points(self, year: str) -> list[tuple[Authority, Point | None]]:
        """Each authority with its figure of the year."""
        return [(one, one.figures.at(year)) for one in self.authorities]

    def total(self, year: str) -> Bounds:
        """The sum over the authorities, in whole assessments; a lower limit where one lacks."""
        return bounds.total(_part(point) for _, point in self.points(year))

    def not_available(self, year: str) -> int:
        """How many authorities are said to have no figure of the year, protection apart."""
        lacking = ("not available", "not applicable")
        return sum(point is not None and point.standing in lacking
                   for _, point in self.points(year))  # fmt: skip

    def not_supplied(self, year: str) -> int:
        """Of how many authorities nobody has said anything for the year."""
        return sum(point is None or point.standing == "not supplied"
                   for _, point in self.points(year))  # fmt: skip

    def newest(self, london: Series) -> str | None:
        """The last year with a total for London, else the last; None where there is none."""
        whole = [point.period for point in london.known if point.period in self.years]
        return next(reversed(whole or self.years), None)

    @cached_property
    def counts(self) -> tuple[float, ...]:
        """Every count of every year: what the shades of a map are chosen by."""
        return tuple(
            point.figure.lower
            for one in self.authorities
            for point in one.figures.known
            if point.figure.lower is not None
        )


@dataclass(frozen=True)
class Assessed:
    """What councils found of one factor, and the total published for London."""

    by_authority: Assessments
    london: Series

    @property
    def year(self) -> str | None:
        """The year that is looked at where no other is chosen."""
        return self.by_authority.newest(self.london)


@remembered(maxsize=64)
def assessments(rows: tuple) -> Assessments:
    """From the rows of cse_and_fgm/by_authority, of one indicator; remembered."""
    by_area: dict[str, list] = {}
    for row in rows:
        by_area.setdefault(row.area, []).append(row)
    authorities = []
    for code, of_area in by_area.items():
        (figures,) = series.of(tuple(of_area)).values()
        place = of_area[0]
        authorities.append(
            Authority(
                code, place.name, place.short, place.tile_row, place.tile_column,
                Series(figures.name, place.name, figures.unit, figures.points),
            )
        )  # fmt: skip
    return Assessments(tuple(sorted(authorities, key=lambda one: one.name)))


def _part(point: Point | None) -> Bounds:
    if point is None or not (point.is_number or point.standing == "withheld"):
        return bounds.unknown()
    return point.figure
