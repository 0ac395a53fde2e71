"""From budgeted posts to people at work, within bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from oversight import bounds, series
from oversight.bounds import Bounds
from oversight.series import Point, Series
from oversight.themes.indicators import (
    ABSTRACTED,
    ARRIVING,
    COUNTED,
    IN_POST,
    MATERNITY,
    OFFICERS,
    SOUGHT,
    VACANT,
)


@dataclass(frozen=True)
class Workforce:
    """One financial year's way from budgeted posts to people at work.

    `not_filled` is vacancies as stated or, where officers in post are known, posts less those.
    Every figure is of that year; what nobody stated for it is unknown, never nought.
    """

    year: str
    budget: Point
    in_post: Point | None
    vacant: Point | None
    abstracted: Point | None
    maternity: Point | None
    arriving: Point | None
    sought: Point | None

    @property
    def not_filled(self) -> Bounds:
        if self.in_post:
            return self.budget.figure - self.in_post.figure
        return figure_of(self.vacant)

    @property
    def beyond_budget(self) -> Bounds | None:
        """Officers in post above the budget; None where there are none."""
        if self.in_post is None or (self.not_filled.upper or 0) >= 0:
            return None
        return self.in_post.figure - self.budget.figure

    @property
    def at_work(self) -> Bounds:
        return self._less(self.not_filled, figure_of(self.abstracted), figure_of(self.maternity))

    @property
    def not_filled_on(self) -> tuple[str, str]:
        """Standing and marker of the posts not filled."""
        return weakest(self.budget, self.in_post) if self.in_post else weakest(self.vacant)

    @property
    def at_work_on(self) -> tuple[str, str]:
        """Standing and marker of officers at work: the weakest of all that they rest on."""
        filled = self.in_post or self.vacant
        return weakest(self.budget, filled, self.abstracted, self.maternity)

    @property
    def relief(self) -> Bounds | None:
        """Officers arriving and sought together; None where neither was stated."""
        if not (self.arriving and self.sought):
            return None
        return self.arriving.figure + self.sought.figure

    @property
    def relief_on(self) -> tuple[str, str]:
        """Standing and marker of officers arriving and sought."""
        return weakest(self.arriving, self.sought)

    @property
    def still_away(self) -> Bounds | None:
        """Officers on other duties beyond those arriving and sought; None where one is unsaid."""
        if self.relief is None or self.abstracted is None:
            return None
        return self.abstracted.figure - self.relief

    @property
    def still_away_on(self) -> tuple[str, str]:
        """Standing and marker of those."""
        return weakest(self.arriving, self.sought, self.abstracted)

    def supposing(self, supposed: Mapping[str, float | None]) -> Bounds:
        """Officers at work if these were the numbers: vacant, abstracted, maternity, relief.

        None leaves a figure as it was stated; relief is added, and is none unless supposed.
        """
        stated = {
            "vacant": self.not_filled,
            "abstracted": figure_of(self.abstracted),
            "maternity": figure_of(self.maternity),
        }
        away = (
            figure if supposed.get(name) is None else bounds.exact(supposed[name])
            for name, figure in stated.items()
        )
        return self._less(*away) + bounds.exact(supposed.get("relief") or 0)

    def supposing_on(self, supposed: Mapping[str, float | None]) -> tuple[str, str]:
        """Standing and marker of those, of what was stated and is not replaced."""
        stated = {
            "vacant": self.in_post or self.vacant,
            "abstracted": self.abstracted,
            "maternity": self.maternity,
        }
        return weakest(
            self.budget, *(point for name, point in stated.items() if supposed.get(name) is None)
        )

    def _less(self, *away: Bounds) -> Bounds:
        left = self.budget.figure
        for one in away:
            left = left - one
        return replace(left, lower=None).from_zero() if _is_open(left) else left.from_zero()


def _is_open(left: Bounds) -> bool:
    """Whether the lower limit says nothing: fewer than nobody cannot be at work."""
    return left.lower is None or left.lower < 0


def weakest(*points: Point | None) -> tuple[str, str]:
    """The weakest standing of those that are known, and the marker that goes with it."""
    known = [point for point in points if point and point.is_number]
    if not known:
        return "not supplied", ""
    standing = max((point.standing for point in known), key=series.STANDINGS.index)
    if standing == "reported" and len(known) > 1:
        standing = "computed"
    markers = {point.marker for point in known}
    return standing, next((marker for marker in "eupr" if marker in markers), "")


def figure_of(point: Point | None) -> Bounds:
    """The point's figure, or an unknown count."""
    return point.figure if point and point.is_number else bounds.unknown()


def workforce(yearly: tuple, dated: tuple) -> dict[str, Workforce]:
    """Each financial year with a stated officers' budget and something on people, oldest first.

    Args:
        yearly: rows of series/yearly for the budget.
        dated: rows of series/dated for vacancies, officers in post and the like.
    """
    budget = series.of(yearly).get(OFFICERS)
    counted = series.of(dated)
    found = {}
    for point in budget.known if budget else ():
        within = {
            name: _latest_within(counted.get(name), point.starts_on, point.ends_on)
            for name in COUNTED
        }
        if point.standing != "derived" and any(within.values()):
            found[point.period] = Workforce(
                point.period,
                point,
                within[IN_POST],
                within[VACANT],
                within[ABSTRACTED],
                within[MATERNITY],
                within[ARRIVING],
                within[SOUGHT],
            )
    return found


def _latest_within(one: Series | None, starts_on: date, ends_on: date) -> Point | None:
    """The last figure whose period begins in these days; a return's stands before the report's.

    The report often gives no day, and the end assumed for it must not outlive a counted one.
    """
    inside = [p for p in one.known if starts_on <= p.starts_on <= ends_on] if one else []
    return max(inside, key=lambda point: (point.feed > 0, point.ends_on, point.feed), default=None)
