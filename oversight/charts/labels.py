"""Labels at the days of a line, laid out by the room they are likely to take: none meets another.

Everything is in pixels. A level is the row of text next to the line, or one further from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from oversight.asks import KEPT, SETTLED, Held

# A letter of 16 px, a label of two lines, and the least room between two labels.
LETTER, LABEL, APART = 7.5, 46, 14
# Where an ask with a date stands, in a word or two: first where somebody must act.
LATE, TODAY, TO_COME = "late", "due today", "to come"
STATES = (LATE, TODAY, TO_COME, KEPT, SETTLED)


@dataclass(frozen=True)
class Label:
    """Two lines of text at a day: the day with what it is of, and what is said of it.

    `is_beside` is for the reading date, whose line runs between text and day; `until` is the last
    of several days that share a label.
    """

    on: date
    of: str
    said: str
    is_beside: bool = False
    until: date | None = None

    @property
    def middle(self) -> date:
        """The day that it stands at."""
        return self.on + (self.until - self.on) / 2 if self.until else self.on

    @property
    def days(self) -> str:
        """The day or days as they stand on a line: 31 Jan to 24 Jul 2015."""
        if self.until is None:
            return short(self.on)
        first = short(self.on)
        if self.on.year == self.until.year:
            first = first.rpartition(" ")[0]
        return f"{first} to {short(self.until)}"

    @property
    def width(self) -> float:
        return max(len(self.days) + 1 + len(self.of), len(self.said)) * LETTER


@dataclass(frozen=True)
class Spot:
    """Where a label stands: its level, from left to right, and the x of its day."""

    label: Label
    level: int
    left: float
    right: float
    x: float

    def covers(self, other: Spot) -> bool:
        """Whether the labels overlap."""
        is_level = self.level == other.level
        return is_level and self.left < other.right + APART and other.left < self.right + APART

    def meets(self, other: Spot) -> bool:
        """Whether the labels overlap, or the leader of the higher one crosses the lower one."""
        if self.level == other.level:
            return self.covers(other)
        low, high = sorted((self, other), key=lambda spot: spot.level)
        return low.left - 3 < high.x < low.right + 3


def placed(
    labels: Sequence[Label], x_of: Callable[[date], float], length: float, on: date
) -> list[Spot]:
    """Every label, laid out from either end: with fewest crossings, then on fewest levels.

    Args:
        labels: in the order of their days.
        x_of: where a day lies on the line.
        length: how far labels may reach.
        on: the reading date, whose upright line no label of another day should cross.
    """
    layouts = []
    for order, from_middle in product((labels, labels[::-1]), (True, False)):
        spots, crossings = [], 0
        for label in order:
            wanted = _wanted(label, x_of(label.middle), length, from_middle)
            spot, is_crossing = _free(label, wanted, spots, x_of, length, on)
            spots.append(spot)
            crossings += is_crossing
        layouts.append((crossings, levels(spots), spots))
    return min(layouts, key=lambda layout: layout[:2])[2]


def label_of(mine: Sequence[Held], most_letters: int) -> Label:
    """The label of asks that are due on one day, or on days that lie close.

    Args:
        mine: the asks, in any order.
        most_letters: where days and ids together are longer, the asks are counted, not named.
    """
    mine = sorted(mine, key=lambda one: one.id)
    days = sorted({one.standing.due_on for one in mine})
    until = days[-1] if len(days) > 1 else None
    states = {
        state: those for state in STATES if (those := [one for one in mine if _state(one) == state])
    }
    ids = _ids(mine)
    bare = Label(days[0], ids, "", until=until)
    of = ids if len(f"{bare.days} {ids}") <= most_letters else f"{len(mine)} asks"
    if len(states) == 1:
        (state,) = states
        return Label(days[0], of, _in_words(state, mine), until=until)
    if until or of != ids:
        said = ", ".join(f"{len(those)} {state}" for state, those in states.items())
        return Label(days[0], of, said, until=until)
    each = (f"{_ids(those)} {_in_words(state, those)}" for state, those in states.items())
    return Label(days[0], "", "; ".join(each))


def levels(spots: Sequence[Spot]) -> int:
    """How many levels they take."""
    return max((spot.level + 1 for spot in spots), default=0)


def short(when: date) -> str:
    """A day as it stands on a line: 24 Jul 2014."""
    return f"{when.day} {when:%b} {when.year}"


def _ids(mine: Sequence[Held]) -> str:
    return ", ".join(one.id for one in mine)


def _state(one: Held) -> str:
    days, time = one.standing.days, one.standing.time
    if time in (SETTLED, KEPT):
        return time
    return LATE if days < 0 else TO_COME if days else TODAY


def _in_words(state: str, mine: Sequence[Held]) -> str:
    """The same of asks that share a state, with their days."""
    if state not in (LATE, TO_COME):
        return state
    counts = sorted({abs(one.standing.days) for one in mine})
    said = " to ".join(f"{count:,}" for count in dict.fromkeys((counts[0], counts[-1])))
    unit = "day" if counts[-1] == 1 else "days"
    return f"{said} {unit} late" if state == LATE else f"in {said} {unit}"


def _wanted(label: Label, x: float, length: float, from_middle: bool) -> tuple[float, ...]:
    """Where a label would begin: about its day, to a side of it, or where it fits; best first."""
    if label.is_beside:
        return x + 8, x - 8 - label.width
    middle, sides = x - label.width / 2, (x - 6, x + 6 - label.width)
    inside = max(0, min(middle, length - label.width))
    return (middle, *sides, inside) if from_middle else (*sides, middle, inside)


def _free(
    label: Label,
    wanted: Sequence[float],
    spots: Sequence[Spot],
    x_of: Callable[[date], float],
    length: float,
    on: date,
) -> tuple[Spot, bool]:
    """The best free place, a level further where there is none, and whether it crosses something.

    Where each would cross something, it is one that at least covers no other text.
    """
    x, line = x_of(label.middle), x_of(on)
    places = [
        Spot(label, level, left, left + label.width, x)
        for level in range(len(spots) + 1)
        for left in wanted
    ]
    inside = [one for one in places if one.left >= 0 and one.right <= length]
    for one in inside:
        is_crossed = label.middle != on and one.left < line < one.right
        if not is_crossed and not any(map(one.meets, spots)):
            return one, False
    free = [one for one in inside or places if not any(map(one.covers, spots))]
    return free[0], True
