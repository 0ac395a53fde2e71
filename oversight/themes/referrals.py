"""Referrals about exploitation and about mutilation: what is known, and what it does not show."""

from __future__ import annotations

from dataclasses import dataclass

from oversight import bounds, series, statistics
from oversight.bounds import Bounds
from oversight.series import Point, Series
from oversight.themes.gaps import with_every_period
from oversight.themes.indicators import (
    CSE,
    CSE_EXPECTED,
    CSE_IN_POST,
    CSE_TRAINED,
    CSE_WANTED,
    FGM,
)

# A trend needs five points that do not overlap (the rule of Public Health England's Fingertips).
POINTS_OF_A_TREND = 5


@dataclass(frozen=True)
class Exploitation:
    """Referrals about child sexual exploitation, and the officers who deal with them.

    `said` is the order of magnitude that the report gave in words ("the hundreds"), with no
    period; `quarters` and `years` are what has been supplied since.
    """

    said: Bounds
    quarters: Series
    years: Series
    expected: Point | None
    trained: Point | None
    wanted: Point | None
    in_post: Point | None

    @property
    def counted(self) -> Point | None:
        """The latest full year that has been supplied, if any has."""
        return self.years.latest

    @property
    def now(self) -> Bounds:
        """Referrals a year as far as anybody has said: counted, or in words."""
        return self.counted.figure if self.counted else self.said


def exploitation(rows: tuple, claims: tuple) -> Exploitation:
    """From the rows of series/dated, and the claims that give a figure in words."""
    found = series.of(tuple(row for row in rows if row.indicator != CSE))
    said = next((one for one in claims if one.indicator == CSE), None)
    return Exploitation(
        said=Bounds(said.lower, said.upper, about=True) if said else bounds.unknown(),
        quarters=_of_kind(rows, "quarter"),
        years=_of_kind(rows, "financial year"),
        expected=_latest(found, CSE_EXPECTED),
        trained=_latest(found, CSE_TRAINED),
        wanted=_latest(found, CSE_WANTED),
        in_post=_latest(found, CSE_IN_POST),
    )


def for_each_officer(referrals: Bounds, officers: Bounds) -> Bounds | None:
    """Referrals for each officer; None where nothing limits it."""
    ratio = referrals.ratio_to(officers)
    return None if ratio.lower is None and ratio.upper is None else ratio


@dataclass(frozen=True)
class Mutilation:
    """Referrals about female genital mutilation by calendar year.

    Where the series breaks, comparing begins anew: what was counted before is another thing.
    """

    referrals: Series

    @property
    def comparable(self) -> Series:
        """The years since the last break in the series up to the latest count."""
        return series.comparable(self.referrals)

    @property
    def is_broken(self) -> bool:
        """Whether the series breaks between the latest count and the one before it."""
        return self.baseline is None and self.referrals.previous is not None

    @property
    def baseline(self) -> Point | None:
        """The count before the latest, where the series does not break between them."""
        return self.comparable.previous

    @property
    def ratio(self) -> float | None:
        """The latest count over the one before; None where one of them is no count above nought."""
        pair = self._counts()
        return None if pair is None else pair[0] / pair[1]

    @property
    def interval(self) -> tuple[float, float] | None:
        """What chance alone leaves of the ratio, at 95%."""
        pair = self._counts()
        return None if pair is None else statistics.ratio_interval(*pair)

    @property
    def points(self) -> int:
        """How many years have a figure that can be compared with the latest."""
        return len(self.comparable.known)

    @property
    def still_needed(self) -> int:
        """How many more years a trend needs."""
        return max(0, POINTS_OF_A_TREND - self.points)

    def _counts(self) -> tuple[int, int] | None:
        latest, previous = self.referrals.latest, self.baseline
        if not (latest and previous and latest.figure.is_exact and previous.figure.is_exact):
            return None
        if not previous.figure.lower:
            return None
        return int(latest.figure.lower), int(previous.figure.lower)


def mutilation(rows: tuple) -> Mutilation:
    """From the rows of series/dated."""
    found = series.of(rows).get(FGM) or series.empty(FGM, "FGM referrals", "referrals")
    return Mutilation(with_every_period(found, "calendar year"))


def _of_kind(rows: tuple, kind: str) -> Series:
    mine = tuple(row for row in rows if row.indicator == CSE and row.period_kind == kind)
    return series.of(mine).get(CSE) or series.empty(CSE, "CSE referrals", "referrals")


def _latest(found, name: str) -> Point | None:
    return found[name].latest if name in found else None
