"""Tables as they stand: what becomes of each figure so far, and which counts are too narrow."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from oversight.disclosure.moves import moves
from oversight.disclosure.reach import Reach, Spot, Where
from oversight.disclosure.rule import (
    Rule,
    Tables,
    Treatment,
    first_treatment,
    limits,
    needs_protection,
)
from oversight.disclosure.solving import WIDE, known

# How often a solver is asked about one table before what is left counts as narrow.
MOST_SOLVED = 60
# Counts are not moved further than this, so that distances fit into a byte.
FAR = 40


class Look(NamedTuple):
    """Some tables: their numbers, how far counts can move, and which are too narrow.

    `narrow` is by position, table and place; capacities and help by move, table and place.
    """

    chosen: np.ndarray
    up: np.ndarray
    down: np.ndarray
    alone: np.ndarray
    helped: np.ndarray
    lacking: np.ndarray
    narrow: np.ndarray

    def of(self, some: np.ndarray) -> Look:
        """Some of these tables, by a mask or by their order."""
        return Look(self.chosen[some], *(each[:, some] for each in self[1:]))


class Standing:
    """All tables and what becomes of their figures, which others change in `treatment`."""

    def __init__(self, tables: Tables, rule: Rule) -> None:
        self.tables, self.rule = tables, rule
        self.treatment = first_treatment(tables, rule)
        positions = len(tables.values)
        self.reach = Reach(positions, tables.moves or moves(positions, tables.sums))
        # What was found wide: to hide more makes nothing narrower, so it is not looked at again.
        self._is_wide = np.zeros(tables.values.shape, bool)

    def forget(self) -> None:
        """Look at every count again, as figures are to be shown that were hidden."""
        self._is_wide[:] = False

    def look(self, chosen: np.ndarray, is_lasting: bool = True) -> Look:
        """Which counts of these tables are too narrow.

        Args:
            chosen: the tables, by number.
            is_lasting: whether nothing hidden now will be shown again, so that what is found
                wide may be remembered.
        """
        tables, treatment = self.tables.of(chosen), self.treatment[:, chosen]
        width = self.rule.width
        spot = self.room(tables, treatment)
        alone = self.reach.capacities(spot)
        helped = self.reach.help_from_others(alone)
        lacking = self.lacking(alone, helped)
        wanted = needs_protection(tables, self.rule, treatment)
        narrow = wanted & (lacking > 0)
        if is_lasting:
            narrow &= ~self._is_wide[:, chosen]
        at = Where(*np.nonzero(narrow))
        if len(at.position):
            found = self.reach.walked(spot, alone, at, width)
            narrow[at] = found < width
        if is_lasting:
            self._is_wide[:, chosen] |= wanted & ~narrow
        return Look(chosen, *spot, alone, helped, np.where(narrow, lacking, 0), narrow)

    def confirmed(self, look: Look) -> Look:
        """The same without counts of two publications that a solver finds wide.

        Two publications are tied to each other in more ways than moves can tell.
        """
        if self.tables.moves is None:
            return look
        narrow = look.narrow.copy()
        for number, table in enumerate(look.chosen):
            one, treatment = self.tables.of([table]), self.treatment[:, [table]]
            sides = tuple(side[:, 0] for side in limits(one, self.rule, treatment))
            found = known(
                narrow[:, number], one.values[:, 0], sides, one.sums, self.rule.width, MOST_SOLVED
            )
            narrow[:, number] &= found != WIDE
            self._is_wide[:, table] |= found == WIDE
        look = look._replace(narrow=narrow, lacking=np.where(narrow, look.lacking, 0))
        return look.of(narrow.any(axis=(0, 2)))

    def room(self, tables: Tables, treatment: np.ndarray) -> Spot:
        """How far each count can rise and fall, looked at alone."""
        least, most = limits(tables, self.rule, treatment)
        up, down = most - tables.values, tables.values - least
        return Spot(*(np.minimum(side, FAR).astype(np.int8) for side in (up, down)))

    def lacking(self, alone: np.ndarray, helped: np.ndarray) -> np.ndarray:
        """By how much each count falls short of the width that is asked for."""
        return np.maximum(self.rule.width - self.reach.widths(alone, helped), 0)

    def wanted(self, chosen: np.ndarray, treatment: np.ndarray) -> np.ndarray:
        """Which counts of these tables must be wide and were not yet found so."""
        wanted = needs_protection(self.tables.of(chosen), self.rule, treatment)
        return wanted & ~self._is_wide[:, chosen]

    def is_shown(self, chosen: np.ndarray, place: np.ndarray | int) -> np.ndarray:
        """Which figures of these tables and places are shown, exactly or rounded."""
        treatment = self.treatment[:, chosen, place]
        return (treatment == Treatment.EXACT) | (treatment == Treatment.ROUNDED)

    def near(self, positions: np.ndarray) -> np.ndarray:
        """These positions, and those that stand in one sum with any of them; all as masks."""
        found = positions.copy()
        for total, parts in self.tables.sums:
            members = [total, *parts]
            if positions[members].any():
                found[members] = True
        return found

    def withhold(self, table: int, place: int | slice) -> None:
        """Withhold every figure of a place of a table, or of all its places."""
        block = self.treatment[:, table, place]
        self.treatment[:, table, place] = np.where(
            block == Treatment.NOT_GIVEN, block, Treatment.WITHHELD
        )
