"""Figures as the documents say them, kept as a publication keeps them."""

from __future__ import annotations

from oversight.bounds import Bounds, stored


def derived(lower: float, upper: float) -> Bounds:
    """Worked out from a rounded figure, such as a printed percentage."""
    return stored(None, lower, upper, "derived")


def more_than(value: int) -> Bounds:
    """A count said to be over `value`: at least the next whole number."""
    return stored(None, value + 1, None, "more than")


def about(value: float) -> Bounds:
    """Rounded in speech; how far is not known."""
    return stored(value, None, None, "about")


def expected(lower: float, upper: float) -> Bounds:
    """What somebody expects: a range, and not a measurement."""
    return stored(None, lower, upper, "expected")
