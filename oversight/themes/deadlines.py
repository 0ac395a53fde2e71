"""Asks and promises counted against a reading date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight.asks import OVERDUE, SETTLED, Held


@dataclass(frozen=True)
class Deadlines:
    """Of so many asks, how many have a date, are past it, or have it still before them."""

    all: int
    dated: int
    overdue: tuple[Held, ...]
    ahead: int


def recommended(found: Sequence[Held]) -> tuple[Held, ...]:
    """The asks of the numbered recommendations, of all that was asked and promised."""
    return tuple(one for one in found if one.is_of_recommendation)


def deadlines(found: Sequence[Held]) -> Deadlines:
    """How many asks there are, have a date, and are past it on the reading date."""
    dated = [one for one in found if one.standing.due_on]
    overdue = tuple(one for one in dated if one.standing.time == OVERDUE)
    settled = sum(one.standing.time == SETTLED for one in dated)
    return Deadlines(len(found), len(dated), overdue, len(dated) - len(overdue) - settled)


def expected(found: Sequence[Held]) -> list[Held]:
    """What is open and has a date: what is overdue first, then the rest, by their dates."""
    still_open = [one for one in found if one.standing.due_on and not one.standing.is_closed]
    return sorted(
        still_open,
        key=lambda one: (one.standing.time != OVERDUE, one.standing.due_on, one.id),
    )


def behind_the_badge(found: Sequence[Held]) -> tuple[Held, ...]:
    """The asks that one word on all of them speaks of: the overdue, else the open with a date."""
    dated = tuple(one for one in found if one.standing.due_on)
    still_open = tuple(one for one in dated if not one.standing.is_closed)
    return deadlines(found).overdue or still_open or dated
