"""Allegations by financial year, and what is worked out from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from oversight import series
from oversight.series import Change, Series
from oversight.themes.indicators import ALL, BOTH, RAPE, SEXUAL_ASSAULT


@dataclass(frozen=True)
class Allegations:
    """Allegations by financial year: both serious kinds together, each, all, and the rest."""

    both: Series
    sexual_assault: Series
    rape: Series
    all: Series
    rest: Series
    share: Series

    @property
    def every(self) -> tuple[Series, ...]:
        return self.both, self.sexual_assault, self.rape, self.all, self.rest

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Of both together, to the latest year from every earlier one, newest first."""
        return series.changes(self.both)

    def change(self, base_period: str) -> Change | None:
        return next((one for one in self.changes if one.base.period == base_period), None)


def allegations(rows: tuple) -> Allegations:
    """Allegations from the rows of series/yearly."""
    found = series.of(rows)
    rape = found.get(RAPE) or series.empty(RAPE, "Rape", "allegations")
    assault = found.get(SEXUAL_ASSAULT) or series.empty(
        SEXUAL_ASSAULT, "Sexual assault", "allegations"
    )
    given = found.get(BOTH) or series.empty(BOTH, "Both together", "allegations")
    every = found.get(ALL) or series.empty(ALL, "All allegations", "allegations")
    both = series.together([rape, assault], given)
    rest = series.remainder(every, both, "allegations_rest", "The rest")
    return Allegations(both, assault, rape, every, rest, series.shares(both, every))
