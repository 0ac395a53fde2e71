"""Sums that checks share: the base a percentage implies, growth a year, and how both are told."""

from __future__ import annotations

import math
from fractions import Fraction

from oversight.bounds import MINUS, Bounds


def implied_base(change: Bounds, new: float) -> Bounds | None:
    """The whole numbers from which a change within these limits, in per cent, leads to `new`.

    A change without an upper limit is one of more than its lower limit. A percentage that was
    rounded lies below its upper limit, for half is rounded up. None where no whole number fits.
    """
    highest = Fraction(new) / (1 + Fraction(str(change.lower)) / 100)
    if change.upper is None:
        return Bounds(None, math.ceil(highest) - 1)
    lowest = Fraction(new) / (1 + Fraction(str(change.upper)) / 100)
    low, high = math.floor(lowest) + 1, math.floor(highest)
    return Bounds(low, high) if low <= high else None


def meet(one: Bounds, other: Bounds) -> bool:
    """Whether two figures may be the same number."""
    return not (_below(one, other) or _below(other, one))


def yearly_growth(base: Bounds, new: Bounds, years: int) -> Bounds:
    """The even growth a year, in per cent, that leads from one to the other."""
    ratio = new.ratio_to(base)
    return Bounds(_root(ratio.lower, years), _root(ratio.upper, years))


def per_cent_change(old: float, new: float) -> float:
    return 100 * (new - old) / old


def hundredths(change: float) -> str:
    """A change to two decimal places with its sign: "+14.09%"."""
    return f"{'+' if change >= 0 else MINUS}{abs(change):,.2f}%"


def tenths(change: Bounds, sign: bool = True) -> str:
    """A change in per cent to one decimal place: "+63.4% to +64.1%"."""
    ends = [_tenth(end, sign) for end in (change.lower, change.upper)]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _below(one: Bounds, other: Bounds) -> bool:
    return one.upper is not None and other.lower is not None and one.upper < other.lower


def _tenth(change: float, sign: bool) -> str:
    size = f"{abs(change):,.1f}%"
    if change < 0:
        return f"{MINUS}{size}"
    return f"+{size}" if sign else size


def _root(ratio: float, years: int) -> float:
    return 100 * (ratio ** (1 / years) - 1)
