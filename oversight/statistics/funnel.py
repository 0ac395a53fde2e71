"""Places of different size side by side: which differ from all together by more than chance.

Limits are exact Poisson ones. Where places differ among themselves far more than chance would
have it, the limits are widened (Spiegelhalter, Statistics in Medicine 2005; 24: 1185-1202).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from oversight.bounds import Bounds
from oversight.statistics.refusing import Refusal, Why

# How much of chance lies beyond each limit on either side: 95% and 99.8% between them.
INNER, OUTER = 0.025, 0.001
FEWEST_PLACES = 10
# This share of the places at either end counts as the last place before them.
WINSORISED = 0.1


@dataclass(frozen=True)
class Place:
    """A place, what was counted there, and how many children live there."""

    name: str
    count: Bounds
    population: float


@dataclass(frozen=True)
class Placed:
    """A place in the funnel. `differs` is "", "95%" or "99.8%"; `is_high` which side it lies on."""

    place: Place
    differs: str = ""
    is_high: bool = False

    @property
    def rate(self) -> Bounds:
        """How many were counted for each child."""
        return self.place.count.times(1 / self.place.population)


@dataclass(frozen=True)
class Funnel:
    """Places against the rate of all together.

    `baseline` is that rate; it lies between two where a count does. `spread` is how many times as
    far as by chance the places differ among themselves, squared (phi); the limits are widened by
    its root where `is_widened`.
    """

    placed: tuple[Placed, ...]
    baseline: Bounds
    spread: float
    is_widened: bool

    def limits(self, population: float, tail: float) -> tuple[float, float]:
        """Rates between which chance alone keeps a place of that size, but for `tail` each side."""
        expected = self.baseline.middle * population
        low, high = _widened(expected, tail, self.factor)
        return low / population, high / population

    @property
    def factor(self) -> float:
        return sqrt(self.spread) if self.is_widened else 1.0


def funnel(places: Sequence[Place]) -> Funnel | Refusal:
    """The funnel of places whose counts have limits on both sides, or why there is none."""
    if len(places) < FEWEST_PLACES:
        return Refusal(Why.FEW_PLACES, len(places), FEWEST_PLACES - len(places))
    people = sum(place.population for place in places)
    baseline = Bounds(
        sum(place.count.lower for place in places) / people,
        sum(place.count.upper for place in places) / people,
    )
    if not baseline.lower:
        return Refusal(Why.NOUGHT)
    spread = _spread(
        [
            2 * (sqrt(place.count.middle) - sqrt(baseline.middle * place.population))
            for place in places
        ]
    )
    # Phi varies round one with a variance of 2 / n where chance alone is at work.
    is_widened = spread > 1 + 2 * sqrt(2 / len(places))
    factor = sqrt(spread) if is_widened else 1.0
    return Funnel(
        tuple(_placed(place, baseline, factor) for place in places), baseline, spread, is_widened
    )


# A drawing asks for the same limits for both widths and both sides.
@lru_cache(maxsize=2048)
def limits_of_count(expected: float, tail: float) -> tuple[float, float]:
    """Counts below and above which a Poisson count lies with a chance of `tail` each.

    Read on as fractions between whole numbers: a count is outside exactly where the chance of so
    many or more, or of so few or fewer, is smaller than `tail`.
    """
    from scipy.special import gammainc, gammaincc

    high = _where(lambda count: float(gammainc(count, expected)) < tail, expected)
    if gammaincc(1, expected) >= tail:
        return 0.0, high
    low = _where(lambda count: float(gammaincc(count + 1, expected)) >= tail, 0.0)
    return low, high


def _placed(place: Place, baseline: Bounds, factor: float) -> Placed:
    """Outside a limit only where every number is that the count and the baseline may be."""
    lowest, highest = (end * place.population for end in (baseline.lower, baseline.upper))
    for name, tail in (("99.8%", OUTER), ("95%", INNER)):
        if place.count.lower > _widened(highest, tail, factor)[1]:
            return Placed(place, name, True)
        if place.count.upper < _widened(lowest, tail, factor)[0]:
            return Placed(place, name)
    return Placed(place)


def _widened(expected: float, tail: float, factor: float) -> tuple[float, float]:
    low, high = limits_of_count(expected, tail)
    return (
        max(expected - factor * (expected - low), 0.0),
        expected + factor * (high - expected),
    )


def _spread(scores: Sequence[float]) -> float:
    """The mean of the squared scores, the outermost drawn in."""
    ordered = sorted(scores)
    cut = int(len(ordered) * WINSORISED)
    lowest, highest = ordered[cut], ordered[-1 - cut]
    return sum(min(max(one, lowest), highest) ** 2 for one in ordered) / len(ordered)


def _where(is_beyond, start: float) -> float:
    """The least number from `start` on for which it holds, found by halving."""
    low, high = start, start + 1
    while not is_beyond(high):
        low, high = high, high + 2 * (high - start)
    for _ in range(60):
        middle = (low + high) / 2
        if is_beyond(middle):
            high = middle
        else:
            low = middle
    return high
