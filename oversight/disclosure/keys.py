"""What names a figure, and what is said of it."""

from __future__ import annotations

from typing import NamedTuple

# All names for the whole of London are one place.
LONDON = "London"
WITHHELD = "c"
# Not applicable, and rounds to zero: to a reader as good as nought.
AS_GOOD_AS_NOUGHT = ("z", "low")

# The least and the most that a figure can be; None: there is no such limit.
Limits = tuple[float | None, float | None]


class Key(NamedTuple):
    """What a figure is of. Days are written like 2014-04-01; a place is LONDON or a code."""

    indicator: str
    starts_on: str
    ends_on: str
    place: str
    breakdown: str


class Word(NamedTuple):
    """The limits of a figure, None where there is none, and the marker it came with.

    `is_public` where others have published it, so that nothing can become of it any more.
    """

    lower: float | None
    upper: float | None
    marker: str = ""
    is_public: bool = False

    @property
    def is_withheld(self) -> bool:
        """Whether its sender said that it must not be shown."""
        return self.marker == WITHHELD

    @property
    def is_exact(self) -> bool:
        return self.lower is not None and self.lower == self.upper


def is_protected(key: Key) -> bool:
    """Whether the figure is of less than all of London."""
    return key.place != LONDON or bool(key.breakdown)
