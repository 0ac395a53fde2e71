"""What names a figure, and what is said of it."""

from __future__ import annotations

from typing import NamedTuple

# Counts that can point at a child: the rule of the NHS and others.
FEW = range(1, 8)
# All names for the whole of London are one place.
LONDON = "London"


class Key(NamedTuple):
    """What a figure is of. Days are written like 2014-04-01; a place is LONDON or a code."""

    indicator: str
    starts_on: str
    ends_on: str
    place: str
    breakdown: str


class Word(NamedTuple):
    """The limits of a figure, None where there is none; or that it was withheld by its sender."""

    lower: float | None
    upper: float | None
    is_withheld: bool = False

    @property
    def is_exact(self) -> bool:
        return self.lower is not None and self.lower == self.upper


def is_protected(key: Key) -> bool:
    """Whether the figure is of less than all of London."""
    return key.place != LONDON or bool(key.breakdown)


def is_few(word: Word) -> bool:
    return word.is_exact and word.lower in FEW
