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

    `days` is how long it is still to come, or how long it is late where that is below nought; None
    where no date was promised.
    """

    is_kept: bool
    days: int | None

    @property
    def is_overdue(self) -> bool:
        return not self.is_kept and self.days is not None and self.days < 0


def kept(promise, on: date) -> Kept:
    """Of a promise with `due_on` and `returned`, how many figures have come of what it promised."""
    days = None if promise.due_on is None else (promise.due_on - on).days
    return Kept(bool(promise.returned), days)
