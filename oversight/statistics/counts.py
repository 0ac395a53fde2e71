"""What chance alone would do to a count, to a proportion, and to two counts."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from oversight.bounds import Bounds
from oversight.series import Point, Series
from oversight.statistics.refusing import Refusal, Why

# How far a normal value lies from its mean, either way, in 95 of 100 cases.
Z_95 = 1.959963984540054
# Publishers round to ten or to five. So many figures in a row that all end so are no accident.
ROUNDED_TO = (10, 5)
FEWEST_TO_SEE_ROUNDING = 5


def ratio_interval(new: int, old: int, confidence: float = 0.95) -> tuple[float, float]:
    """Exact interval of the ratio of two counts over equal exposure.

    Given their sum, `new` is binomial; the limits are those of Clopper and Pearson for its share,
    turned into a ratio. Assumes independent events, which one offender with many victims breaks:
    the interval is then too narrow.

    Raises:
        ValueError: `old` is not above zero, or `new` is below it.
    """
    if old <= 0 or new < 0:
        raise ValueError("The interval of a ratio needs an earlier count above zero.")
    # Imported here: only the pages that compare counts pay for it.
    from scipy.special import betaincinv

    tail = (1 - confidence) / 2
    low = 0.0 if new == 0 else float(betaincinv(new, old + 1, tail))
    high = float(betaincinv(new + 1, old, 1 - tail))
    return low / (1 - low), high / (1 - high)


def count_interval(count: int, confidence: float = 0.95) -> tuple[float, float]:
    """Exact interval of a count of independent events (Garwood): 26 gives 17.0 to 38.1.

    Raises:
        ValueError: `count` is below zero.
    """
    if count < 0:
        raise ValueError("A count is not below zero.")
    from scipy.special import gammaincinv

    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else float(gammaincinv(count, tail))
    return low, float(gammaincinv(count + 1, 1 - tail))


def interval_of(figure: Bounds) -> tuple[float, float] | None:
    """The same for a count as it is known: of a rounded one for every number that it may be.

    None where it is known otherwise.
    """
    if figure.shown is None:
        return None
    return count_interval(int(figure.lower))[0], count_interval(int(figure.upper))[1]


def byar_interval(count: int, z: float = Z_95) -> tuple[float, float]:
    """Byar's interval of a count, as health statistics print it: 69 gives 53.7 to 87.3.

    Raises:
        ValueError: `count` is below zero.
    """
    if count < 0:
        raise ValueError("A count is not below zero.")
    more = count + 1
    low = 0.0 if count == 0 else count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    return low, more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3


def share_interval(part: int, whole: int, z: float = Z_95) -> tuple[float, float]:
    """Wilson's interval of a proportion: 81 of 263 gives 0.255 to 0.366.

    Raises:
        ValueError: `whole` is not above zero, or `part` is no part of it.
    """
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError("A proportion is a part of a whole above zero.")
    share, weight = part / whole, z * z / whole
    middle = share + weight / 2
    room = z * sqrt(share * (1 - share) / whole + weight / (4 * whole))
    return (middle - room) / (1 + weight), (middle + room) / (1 + weight)


@dataclass(frozen=True)
class Compared:
    """Two counts of one indicator, and what chance alone leaves of their ratio at 95%.

    `before` and `after` are the counts as they were taken: where one is not exact, or was rounded
    by its publisher to `rounded_to`, the interval holds for every number that it may be.
    """

    earlier: Point
    later: Point
    before: Bounds
    after: Bounds
    interval: tuple[float, float]
    rounded_to: int = 0

    @property
    def ratio(self) -> Bounds:
        return self.after.ratio_to(self.before)

    @property
    def is_exact(self) -> bool:
        return self.before.is_exact and self.after.is_exact

    @property
    def is_beyond_chance(self) -> bool:
        """Whether the interval leaves out that nothing changed."""
        low, high = self.interval
        return low > 1 or high < 1


def compared(one: Series, earlier: Point, later: Point, kind: str) -> Compared | Refusal:
    """Two counts of a series held against each other, or why they are not.

    Args:
        one: the series; all of its figures show whether they were rounded.
        earlier: the baseline.
        later: what is held against it.
        kind: the indicator's: "flow", "level" or "share".
    """
    if kind != "flow":
        return Refusal(Why.SHARE if kind == "share" else Why.STATE)
    for point in (later, earlier):
        if why := _no_count(point):
            return Refusal(why)
    step = rounding_of(one)
    before, after = (_within(point.figure, step) for point in (earlier, later))
    if not before.lower:
        return Refusal(Why.NOUGHT)
    low, _ = ratio_interval(int(after.lower), int(before.upper))
    _, high = ratio_interval(int(after.upper), int(before.lower))
    return Compared(earlier, later, before, after, (low, high), step)


def rounding_of(one: Series) -> int:
    """What all figures of a series were rounded to: 10, 5, or 0 where nothing shows that."""
    exact = [point.figure.lower for point in one.known if point.figure.is_exact]
    if len(exact) < FEWEST_TO_SEE_ROUNDING or not any(exact):
        return 0
    return next((step for step in ROUNDED_TO if not any(number % step for number in exact)), 0)


def _no_count(point: Point) -> Why | None:
    """Why a figure cannot be taken for a count, nor for one between two limits."""
    figure = point.figure
    if figure.withheld:
        return Why.PARTS
    if not point.is_number:
        return Why.NO_FIGURE
    if figure.about:
        return Why.SPOKEN
    if figure.lower is None or figure.upper is None:
        return Why.LIMIT
    return None


def _within(figure: Bounds, step: int) -> Bounds:
    """The whole numbers that a figure may be, which is itself where it was not rounded."""
    room = step // 2
    if not room or not figure.is_exact:
        return figure
    return Bounds(max(figure.lower - room, 0), figure.upper + room)
