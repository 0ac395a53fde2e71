"""The sums of a process chart (XmR), in the manner of NHS England's Making Data Count.

Wheeler's constants; moving ranges screened as Nelson (1982) and NHSRplotthedots do it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

# 3 / 1.128: three standard deviations, of which a mean moving range of two is 1.128.
LIMIT = 2.66
NEAR_LIMIT = LIMIT * 2 / 3
# A moving range as large as this many mean ones is no part of the ordinary variation.
SCREENED_FROM = 3.267
IN_A_ROW = 7
# Where several rules hold for one point, the first of these is named.
PRIORITY = "acdb"

Runs = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Limits:
    """Mean and limits of a process; `screened` moving ranges were left out of them."""

    mean: float
    mean_range: float
    points: int
    screened: int = 0

    @property
    def lower(self) -> float:
        return self.mean - LIMIT * self.mean_range

    @property
    def upper(self) -> float:
        return self.mean + LIMIT * self.mean_range

    @property
    def near_lower(self) -> float:
        return self.mean - NEAR_LIMIT * self.mean_range

    @property
    def near_upper(self) -> float:
        return self.mean + NEAR_LIMIT * self.mean_range

    def side(self, value: float) -> int:
        """1 above the mean, -1 below it, 0 on it."""
        return (value > self.mean) - (value < self.mean)


def limits(runs: Runs, is_screened: bool = True) -> Limits:
    """Mean and limits of values in time order.

    Args:
        runs: the values, in runs without a gap: no moving range is taken across one.
        is_screened: whether outlying moving ranges are left out. Making Data Count's own
            spreadsheet leaves none out, which makes wider limits.

    Raises:
        ValueError: no two values follow each other.
    """
    values = [value for run in runs for value in run]
    ranges = [abs(later - earlier) for run in runs for earlier, later in pairwise(run)]
    if not ranges:
        raise ValueError("Limits need two values that follow each other.")
    kept = ranges
    if is_screened:
        most = SCREENED_FROM * fmean(ranges)
        kept = [one for one in ranges if one < most] or ranges
    return Limits(fmean(values), fmean(kept), len(values), len(ranges) - len(kept))


def signals(run: Sequence[float], within: Limits) -> list[str]:
    """The rule that each value of a run without a gap fires, such as "a"; blank where none does."""
    fired = {
        "a": [not within.lower <= value <= within.upper for value in run],
        "b": _in_a_row([within.side(value) for value in run], IN_A_ROW),
        "c": _rising_or_falling(run),
        "d": _two_of_three(run, within),
    }
    return [
        next((rule for rule in PRIORITY if fired[rule][place]), "") for place in range(len(run))
    ]


def _in_a_row(signs: Sequence[int], fewest: int) -> list[bool]:
    """Whether each stands in a row of at least so many equal signs; nought is none."""
    found = [False] * len(signs)
    start = 0
    for place in range(1, len(signs) + 1):
        if place == len(signs) or signs[place] != signs[start]:
            if signs[start] and place - start >= fewest:
                found[start:place] = [True] * (place - start)
            start = place
    return found


def _rising_or_falling(run: Sequence[float]) -> list[bool]:
    """Whether each stands in seven that rise, or fall, one after the other."""
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(run)]
    moving = _in_a_row(steps, IN_A_ROW - 1)
    # A step belongs to the values at both its ends.
    return [any(moving[max(place - 1, 0) : place + 1]) for place in range(len(run))]


def _two_of_three(run: Sequence[float], within: Limits) -> list[bool]:
    """Whether each is one of two in three that lie beyond the near limit of the same side.

    A value beyond the limit itself counts too, as in Making Data Count since November 2023.
    """
    beyond_either: list[Callable[[float], bool]] = [
        lambda value: value > within.near_upper,
        lambda value: value < within.near_lower,
    ]
    found = [False] * len(run)
    for is_beyond in beyond_either:
        beyond = [is_beyond(value) for value in run]
        for start in range(len(run) - 2):
            three = range(start, start + 3)
            if sum(beyond[place] for place in three) >= 2:
                for place in three:
                    found[place] = found[place] or beyond[place]
    return found
