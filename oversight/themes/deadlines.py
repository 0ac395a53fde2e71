"""Asks and promises against a reading date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Deadlines:
    """Asks of the recommendations against a reading date."""

    all: int
    dated: int
    overdue: tuple


def deadlines(asks: Sequence, on: date) -> Deadlines:
    """How many asks there are, have a date, and are past it on the reading date."""
    dated = [ask for ask in asks if ask.due_on]
    return Deadlines(len(asks), len(dated), tuple(ask for ask in dated if ask.due_on < on))


@dataclass(frozen=True)
class Kept:
    """How a promise to supply a figure stands on a reading date.

    `figures` have come by then, the first of them on `first_on`, which may be later than the
    reading date and is None where none has come at all; `withheld` counts those held back.
    """

    due_on: date | None
    on: date
    figures: int = 0
    first_on: date | None = None
    withheld: int = 0

    @property
    def is_kept(self) -> bool:
        return self.first_on is not None and self.first_on <= self.on

    @property
    def days(self) -> int | None:
        """Days still to come, below nought where it is late; None where no date was promised."""
        return None if self.due_on is None else (self.due_on - self.on).days

    @property
    def days_late(self) -> int:
        """How late the first figure came."""
        if self.due_on is None or self.first_on is None:
            return 0
        return max(0, (self.first_on - self.due_on).days)


def kept(promise, returned: Sequence, on: date) -> Kept:
    """How a promise with `due_on` and `indicator` stands, given what has come of each indicator.

    Args:
        returned: the rows of overview/returned.
    """
    came = next((row for row in returned if row.indicator == promise.indicator), None)
    if came is None:
        return Kept(promise.due_on, on)
    return Kept(promise.due_on, on, came.figures, came.first_on, came.withheld)
