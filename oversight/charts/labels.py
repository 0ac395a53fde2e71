"""Labels at the days of a line, laid out by the room they are likely to take: none meets another.

Everything is in pixels. A level is the row of text next to the line, or one further from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

# A letter of 16 px, a label of two lines, and the least room between two labels.
LETTER, LABEL, APART = 7.5, 46, 10


@dataclass(frozen=True)
class Label:
    """Two lines of text at a day: the day with what it is of, and what is said of it.

    `is_beside` is for the reading date, whose line runs between text and day.
    """

    on: date
    of: str
    said: str
    is_beside: bool = False

    @property
    def width(self) -> float:
        return max(len(short(self.on)) + 1 + len(self.of), len(self.said)) * LETTER


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
            wanted = _wanted(label, x_of(label.on), length, from_middle)
            spot, is_crossing = _free(label, wanted, spots, x_of, length, on)
            spots.append(spot)
            crossings += is_crossing
        layouts.append((crossings, levels(spots), spots))
    return min(layouts, key=lambda layout: layout[:2])[2]


def levels(spots: Sequence[Spot]) -> int:
    """How many levels they take."""
    return max((spot.level + 1 for spot in spots), default=0)


def short(when: date) -> str:
    """A day as it stands on a line: 24 Jul 2014."""
    return f"{when.day} {when:%b} {when.year}"


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
    x, line = x_of(label.on), x_of(on)
    places = [
        Spot(label, level, left, left + label.width, x)
        for level in range(len(spots) + 1)
        for left in wanted
    ]
    inside = [one for one in places if one.left >= 0 and one.right <= length]
    for one in inside:
        is_crossed = label.on != on and one.left < line < one.right
        if not is_crossed and not any(map(one.meets, spots)):
            return one, False
    free = [one for one in inside or places if not any(map(one.covers, spots))]
    return free[0], True
