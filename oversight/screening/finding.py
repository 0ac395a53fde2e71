"""What screening finds wrong in one place, with the words to mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from oversight.screening.registry import CHECKS

# Nobody mends more at one sitting; the rest is counted.
MOST_TOLD = 100


@dataclass(frozen=True)
class Finding:
    """What is wrong in one place, and how to mend it. `line` counts the header as 1.

    A `hint` is words that are worked out for the findings that are told, and for no others: to
    look for what was meant takes longer than all else together.
    """

    check: str
    message: str
    line: int | None = None
    column: str | None = None
    # The record as written, for the page to show; blank where it must not be told again.
    cells: tuple[str, ...] = ()
    hint: Callable[[], str] | None = field(default=None, compare=False, repr=False)

    @property
    def stage(self) -> str:
        return CHECKS[self.check].stage

    @property
    def severity(self) -> str:
        return CHECKS[self.check].severity

    def told(self) -> Finding:
        """The finding with its hint worked out."""
        if self.hint is None:
            return self
        return replace(self, message=self.message + self.hint(), hint=None)

    def __str__(self) -> str:
        place = f"Line {self.line}, {self.column}: " if self.column else ""
        return f"{place or (f'Line {self.line}: ' if self.line else '')}{self.message}"


def letter(place: int) -> str:
    """A column as a spreadsheet calls it, the first being 0: column A."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"column {letters}"
