"""The rule for small numbers, the tables it is kept for, and what a reader can know of a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from oversight import definitions
from oversight.definitions import PROTECTION, DefinitionError, protection
from oversight.disclosure.moves import Move

if TYPE_CHECKING:
    from oversight.reference import Files

SHOWN, HIDDEN = "shown", "hidden"
# Of a number in the settings.
MOST_DIGITS = 3

# Stands for "no upper limit": far above every count, and sums of it stay whole numbers.
ENDLESS = 2**40


class Treatment(IntEnum):
    """What becomes of a figure."""

    NOT_GIVEN = 0
    EXACT = 1
    ROUNDED = 2
    FEW = 3  # hidden, for it is few itself
    ALSO = 4  # hidden, for it would give another one away
    WITHHELD = 5  # hidden, and no reader may know for which of these reasons


@dataclass(frozen=True)
class Rule:
    """The numbers of the rule.

    Attributes:
        few: counts from 1 to this are hidden below London or split.
        base: other such counts are shown to the nearest multiple of it.
        width: how far apart at least the least and the most are that a hidden figure can be.
        shows_noughts: whether nought is shown there; else it is hidden like what is few.
    """

    few: int = int(PROTECTION["few"])
    base: int = int(PROTECTION["rounded_to"])
    width: int = int(PROTECTION["narrowest"])
    shows_noughts: bool = PROTECTION["noughts"] == SHOWN

    def __post_init__(self) -> None:
        least = self.least_of_few
        if not (self.base >= 1 and self.width >= 1 and self.few - least >= self.width):
            raise ValueError(
                f"Counts up to {self.few} hidden, {self.width} numbers apart, protect nobody: there"
                " must be more of the few than that, and each number at least 1."
            )

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> Rule:
        """The rule as the people who run this copy have set it.

        Args:
            settings: as `definitions.settings` reads them; of them `few`, `rounded_to`,
                `narrowest` (whole numbers) and `noughts` ("shown" or "hidden").

        Raises:
            ValueError: one of them is something else, or the rule protects nobody.
        """
        *numbers, noughts = protection(settings).values()
        written = [one.isascii() and one.isdigit() and len(one) <= MOST_DIGITS for one in numbers]
        if noughts not in (SHOWN, HIDDEN) or not all(written):
            raise ValueError(
                "'few', 'rounded_to' and 'narrowest' are whole numbers, and 'noughts' is"
                f" {SHOWN} or {HIDDEN}."
            )
        return cls(*map(int, numbers), shows_noughts=noughts == SHOWN)

    @property
    def least_of_few(self) -> int:
        return 1 if self.shows_noughts else 0

    def rounded(self, values: np.ndarray) -> np.ndarray:
        """To the nearest multiple of the base, halves up."""
        return (values + self.base // 2) // self.base * self.base

    def limits_shown(
        self, values: np.ndarray, is_protected: np.ndarray | bool
    ) -> tuple[np.ndarray, np.ndarray]:
        """The least and the most that counts can be which are shown rounded."""
        shown = self.rounded(values)
        least = np.maximum(shown - self.base // 2, np.where(is_protected, self.few + 1, 0))
        most = shown + (self.base - 1) // 2
        # A nought is shown as it is where it may be shown at all.
        is_nought = np.asarray(is_protected) & (np.asarray(values) == 0)
        return np.where(is_nought, 0, least), np.where(is_nought, 0, most)


def rule_of(files: Files) -> Rule:
    """The rule for small numbers as these files set it.

    Raises:
        DefinitionError: it protects nobody, or is no rule.
    """
    try:
        return Rule.of(definitions.settings(files))
    except ValueError as error:
        raise DefinitionError(f"{definitions.SETTINGS}: {error}") from error


@dataclass(frozen=True)
class Tables:
    """Tables of one shape: each has the same places and, of each place, the same positions.

    A table is what hangs together, for example one indicator in one year; a position is a split
    and a period of it, for example the girls of the second quarter. Place 0 is all of London and
    the sum of the other places at each position; a table of London alone has this place only.

    Attributes:
        values: counts, whole and not below nought, by position, table and place.
        sums: in every place the first position is the sum of those that follow. A sum that the
            counts contradict is taken with its difference, as if the reader knew that.
        is_split: by position, whether it is of one sex, age or other kind.
        is_given: of the shape of `values`; what nobody gave is shown nowhere, but is protected
            where it is few. None: all were given.
        least, most: of the shape of `values`; what readers know of each count from what was
            published before. Limits a count lies outside of are of another count, and do not hold.
        begun: of the shape of `values`; what becomes of each figure at least, for example of what
            its sender withheld.
        was_hidden: of the shape of `values`; what nobody gives now and was hidden before.
        is_lost: of the shape of `values`; what could be had back before, and need not be wide.
        moves: the moves that leave all sums right, where they are not those of `sums`.
    """

    values: np.ndarray
    sums: tuple[tuple[int, tuple[int, ...]], ...]
    is_split: np.ndarray
    is_given: np.ndarray | None = None
    least: np.ndarray | None = None
    most: np.ndarray | None = None
    begun: np.ndarray | None = None
    was_hidden: np.ndarray | None = None
    is_lost: np.ndarray | None = None
    moves: tuple[Move, ...] | None = None
    is_protected: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        positions, _, places = self.values.shape
        if self.values.dtype.kind != "i" or (self.values < 0).any():
            raise ValueError("Counts are whole numbers, and none is below nought.")
        if len(self.is_split) != positions:
            raise ValueError("Each position is split or is not.")
        below_london = np.arange(places) > 0
        is_protected = np.array(self.is_split, bool)[:, None, None] | below_london
        object.__setattr__(self, "is_protected", np.broadcast_to(is_protected, self.values.shape))

    def of(self, chosen: np.ndarray) -> Tables:
        """Some of the tables, by number."""
        parts = (
            self.is_given, self.least, self.most, self.begun, self.was_hidden, self.is_lost
        )  # fmt: skip
        some = (None if part is None else part[:, chosen] for part in parts)
        return Tables(self.values[:, chosen], self.sums, self.is_split, *some, self.moves)


def first_treatment(tables: Tables, rule: Rule) -> np.ndarray:
    """What becomes of each figure by itself, in the shape of the values."""
    values, is_protected = tables.values, tables.is_protected
    is_few = is_protected & (values >= rule.least_of_few) & (values <= rule.few)
    found = np.where(is_protected, Treatment.ROUNDED, Treatment.EXACT)
    found = np.where(is_few, Treatment.FEW, found).astype(np.int8)
    if tables.begun is not None:
        found = np.maximum(found, tables.begun)
    if tables.is_given is not None:
        found[~tables.is_given] = Treatment.NOT_GIVEN
    return found


def limits(tables: Tables, rule: Rule, treatment: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The least and the most that each count can be to a reader who looks at it alone.

    This reader is the strongest we can think of: told of each hidden figure whether it is few (a
    nought hidden in addition looks few) or more than few. What such a reader cannot tell, nobody
    who must guess that can.
    """
    values, is_protected = tables.values, tables.is_protected
    least, most = np.zeros_like(values), np.full_like(values, ENDLESS)
    is_exact = treatment == Treatment.EXACT
    is_rounded = treatment == Treatment.ROUNDED
    is_hidden = (treatment == Treatment.FEW) | (treatment == Treatment.ALSO)
    from_rounding = rule.limits_shown(values, is_protected)
    least, most = (
        np.where(is_rounded, rounded, np.where(is_exact, values, side))
        for side, rounded in zip((least, most), from_rounding, strict=True)
    )
    is_low = is_hidden & is_protected & (values <= rule.few)
    most = np.where(is_low, rule.few, most)
    least = np.where(is_low & (values > 0), rule.least_of_few, least)
    least = np.where(is_hidden & is_protected & (values > rule.few), rule.few + 1, least)
    if tables.least is not None and tables.most is not None:
        holds = (tables.least <= values) & (values <= tables.most)
        least = np.where(holds, np.maximum(least, tables.least), least)
        most = np.where(holds, np.minimum(most, tables.most), most)
    return least, most


def needs_protection(tables: Tables, rule: Rule, treatment: np.ndarray) -> np.ndarray:
    """Which counts must stay wide: those hidden, and the few that nobody wrote down.

    What earlier publications alone made narrow is lost already and is not among them.
    """
    is_few = tables.is_protected & (tables.values >= 1) & (tables.values <= rule.few)
    needed = treatment >= Treatment.FEW
    needed |= (treatment == Treatment.NOT_GIVEN) & is_few
    if tables.was_hidden is not None:
        needed |= tables.was_hidden
    if tables.least is not None and tables.most is not None:
        holds = (tables.least <= tables.values) & (tables.values <= tables.most)
        needed &= ~(holds & (tables.most - tables.least < rule.width))
    return needed if tables.is_lost is None else needed & ~tables.is_lost
