"""What names a figure, and what is said of it."""

from __future__ import annotations

from typing import NamedTuple

# Counts that can point at a child: the rule of the NHS and others.
FEW = range(1, 8)
# All names for the whole of London are one place.
LONDON = "London"
WITHHELD = "c"
# Not applicable, and rounds to zero: to a reader as good as nought.
AS_GOOD_AS_NOUGHT = ("z", "low")


class Key(NamedTuple):
    """What a figure is of. Days are written like 2014-04-01; a place is LONDON or a code."""

    indicator: str
    starts_on: str
    ends_on: str
    place: str
    breakdown: str


class Word(NamedTuple):
    """The limits of a figure, None where there is none, and the marker it came with."""

    lower: float | None
    upper: float | None
    marker: str = ""

    @property
    def is_withheld(self) -> bool:
        """Whether its sender said that it must not be shown."""
        return self.marker == WITHHELD

    @property
    def is_silent(self) -> bool:
        """Whether it says no number, and is not withheld either."""
        return self.lower is None and self.upper is None and not self.is_withheld

    @property
    def is_exact(self) -> bool:
        return self.lower is not None and self.lower == self.upper


def is_protected(key: Key) -> bool:
    """Whether the figure is of less than all of London."""
    return key.place != LONDON or bool(key.breakdown)


def is_few(word: Word) -> bool:
    return word.is_exact and word.lower in FEW
