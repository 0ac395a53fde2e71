"""What chance alone would do to two counts."""

from __future__ import annotations


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
    """Exact interval of a count of independent events (Garwood): 69 gives 53.7 to 87.3.

    Raises:
        ValueError: `count` is below zero.
    """
    if count < 0:
        raise ValueError("A count is not below zero.")
    from scipy.special import gammaincinv

    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else float(gammaincinv(count, tail))
    return low, float(gammaincinv(count + 1, 1 - tail))
