"""Arithmetic on figures that are known only within limits.

A figure may be exact (966), derived from a printed percentage (383 to 384), rounded to protect
people (25 ±2), a lower limit ("over 50"), a round word ("around 150"), an expectation ("2,000 or
3,000") or unknown. All are one thing here, `Bounds`, and stay so through sums, differences, ratios
and changes, so that a sentence never says more than its figures do. Values are plain numbers in the
unit of the figure; percentages are in per cent (13.0, not 0.13).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class Bounds:
    """The limits between which a figure lies.

    `lower` and `upper` are None where no limit is known. `about` marks a figure that somebody
    rounded in speech. `withheld` counts the parts of a sum that were held back. `qualifier` is
    the report's own word for a stored figure; arithmetic drops it. `rounded` is the number that is
    shown of a figure which was rounded to protect people, and of sums and differences of such.
    """

    lower: float | None
    upper: float | None
    about: bool = False
    withheld: int = 0
    qualifier: str = field(default="", compare=False)
    rounded: float | None = None

    def __post_init__(self) -> None:
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"The lower limit {self.lower} is above the upper limit {self.upper}.")

    @property
    def is_exact(self) -> bool:
        return self.lower is not None and self.lower == self.upper and not self.about

    @property
    def is_rounded(self) -> bool:
        """Whether it was rounded to protect people, or is a sum or difference of such figures."""
        return self.rounded is not None

    @property
    def shown(self) -> float | None:
        """The one number that is shown of it, exact or rounded to protect people, or None."""
        return self.lower if self.is_exact else self.rounded

    @property
    def middle(self) -> float | None:
        """A place to draw it: what is shown of it, the middle, the one limit there is, or None."""
        if self.rounded is not None:
            return self.rounded
        if self.lower is not None and self.upper is not None:
            return (self.lower + self.upper) / 2
        return self.upper if self.upper is not None else self.lower

    def __add__(self, other: Bounds) -> Bounds:
        return Bounds(
            _each(self.lower, other.lower, float.__add__),
            _each(self.upper, other.upper, float.__add__),
            about=self.about or other.about,
            withheld=self.withheld + other.withheld,
            rounded=_both(self, other, float.__add__),
        )

    def __sub__(self, other: Bounds) -> Bounds:
        return Bounds(
            _each(self.lower, other.upper, float.__sub__),
            _each(self.upper, other.lower, float.__sub__),
            about=self.about or other.about,
            withheld=self.withheld + other.withheld,
            rounded=_both(self, other, float.__sub__),
        )

    def from_zero(self) -> Bounds:
        """The same for a count: what lies below nought is cut off, or is no limit at all."""
        lower = None if self.lower is None else max(self.lower, 0)
        upper = None if self.upper is None else max(self.upper, 0)
        rounded = None if self.rounded is None else max(self.rounded, 0)
        return Bounds(lower, upper, self.about, self.withheld, rounded=rounded)

    def ratio_to(self, other: Bounds) -> Bounds:
        """How many times `other` this is. Both must be zero or more.

        Where `other` may be zero the ratio has no upper limit.

        Raises:
            ValueError: one of the two may be below zero.
        """
        if any((limit or 0) < 0 for limit in (self.lower, self.upper, other.lower, other.upper)):
            raise ValueError("A ratio of figures that may be below zero is not defined.")
        lower = None
        if self.lower is not None and other.upper:
            lower = self.lower / other.upper
        upper = None
        if self.upper is not None and other.lower:
            upper = self.upper / other.lower
        return Bounds(lower, upper, self.about or other.about)

    def share_of(self, whole: Bounds) -> Bounds:
        """This as a percentage of `whole`."""
        return self.ratio_to(whole).times(100)

    def change_from(self, base: Bounds) -> Bounds:
        """The change from `base` to this, in per cent of `base`."""
        return self.share_of(base) - exact(100)

    def times(self, factor: float) -> Bounds:
        """This multiplied by a positive, exact `factor`."""
        if factor <= 0:
            raise ValueError("The factor must be above zero.")
        return Bounds(
            None if self.lower is None else self.lower * factor,
            None if self.upper is None else self.upper * factor,
            self.about,
            self.withheld,
        )


def exact(value: float) -> Bounds:
    """A figure printed or supplied as it is."""
    return Bounds(value, value, qualifier="exact")


def unknown() -> Bounds:
    """A count nobody has stated: zero or more."""
    return Bounds(0, None, qualifier="unknown")


def withheld() -> Bounds:
    """A count held back to protect people: zero or more, and counted as held back in a sum."""
    return Bounds(0, None, withheld=1, qualifier="withheld")


# What a publication says of a figure that was rounded to protect people.
ROUNDED = "rounded"
# The report's words that round a figure without saying how far.
ROUNDED_IN_SPEECH = frozenset({"about", "expected", "estimated", "close to"})


def stored(
    value: float | None,
    lower: float | None,
    upper: float | None,
    qualifier: str,
    withheld_parts: int = 0,
) -> Bounds:
    """A figure as a publication stores it: a value, limits where it has none, or both.

    One that was rounded to protect people has both; the report's own rounded words have no limits.
    """
    if qualifier == "withheld":
        return withheld()
    if qualifier == ROUNDED and None not in (value, lower, upper) and lower < upper:
        return Bounds(lower, upper, False, withheld_parts, qualifier, value)
    if value is not None:
        lower = upper = value
    return Bounds(lower, upper, qualifier in ROUNDED_IN_SPEECH, withheld_parts, qualifier)


def total(parts: Iterable[Bounds]) -> Bounds:
    """The sum of `parts`; of none it is exactly zero."""
    return sum(parts, start=exact(0))


def printed(figure: Bounds, unit: str = "") -> str:
    """The figure in words a chair can read out: "966", "383 to 384", "at most about 765".

    One that was rounded to protect people is "25 ±2", or "23 to 26" where it cannot be as much more
    as it can be less.

    `unit` is "%" or blank and stands behind each number.
    """
    return _printed(figure, lambda number: f"{whole_or_tenth(number)}{unit}")


def printed_change(change: Bounds) -> str:
    """A change in per cent, to whole per cents and with its sign: "+13%", "+63% to +64%"."""
    return _printed(change, signed_per_cent)


def whole_or_tenth(number: float) -> str:
    """A number with thousands commas, to one decimal place where it has any."""
    # Half away from zero, as people round; round() would make 12.25 into 12.2.
    rounded = math.copysign(math.floor(abs(number) * 10 + 0.5) / 10, number)
    text = f"{abs(rounded):,.0f}" if rounded == int(rounded) else f"{abs(rounded):,.1f}"
    return f"{MINUS}{text}" if rounded < 0 else text


def times(ratio: float) -> str:
    """How many times as much: "2.65"; above a hundred to the whole, with thousands commas."""
    return f"{ratio:,.2f}" if ratio < 100 else f"{ratio:,.0f}"


def signed_per_cent(number: float) -> str:
    """A percentage to the whole per cent, half away from zero as people round, with its sign."""
    size = math.floor(abs(number) + 0.5)
    if size == 0:
        return "0%"
    if size == 100 and -100 < number < 0:
        # Something is left of it.
        return f"{MINUS}{math.floor(-number * 100) / 100:g}%"
    return f"{'+' if number > 0 else MINUS}{size:,}%"


def _printed(figure: Bounds, number) -> str:
    about_word = "about " if figure.about else ""
    if figure.qualifier == "more than" and figure.lower is not None:
        return f"over {number(figure.lower - 1)}"
    if figure.qualifier == "close to" and figure.upper is not None:
        return f"close to {number(figure.upper)}"
    if figure.qualifier == "expected" and None not in (figure.lower, figure.upper):
        return f"{number(figure.lower)} or {number(figure.upper)}"
    if room := room_of(figure):
        return f"{number(figure.rounded)} ±{number(room)}"
    if figure.lower is not None and figure.upper is not None:
        low, high = number(figure.lower), number(figure.upper)
        return f"{about_word}{low}" if low == high else f"{about_word}{low} to {high}"
    if figure.upper is not None:
        return f"at most {about_word}{number(figure.upper)}"
    if figure.qualifier == "withheld":
        return "withheld"
    if figure.lower or figure.withheld:
        held = f", {figure.withheld} withheld" if figure.withheld else ""
        return f"at least {about_word}{number(figure.lower or 0)}{held}"
    return "not stated"


def room_of(figure: Bounds) -> float:
    """How much more or less a rounded figure can be; 0 where the two differ, and of any other."""
    if figure.rounded is None or figure.about or None in (figure.lower, figure.upper):
        return 0
    below, above = figure.rounded - figure.lower, figure.upper - figure.rounded
    return below if below == above else 0


def _both(one: Bounds, other: Bounds, operation) -> float | None:
    """The operation on what is shown of both, where one is rounded and the other one number."""
    shown = one.shown, other.shown
    if None in shown or one.about or other.about or not (one.is_rounded or other.is_rounded):
        return None
    return operation(*map(float, shown))


def _each(one: float | None, other: float | None, operation) -> float | None:
    """The operation where both limits are known, else no limit."""
    return None if one is None or other is None else operation(float(one), float(other))
