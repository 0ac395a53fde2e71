"""How far each count can be moved without anything that is shown looking different.

Every distance found is one that a real table of whole numbers lies at: what is called wide here is
wide. What is not found wide may still be (`closer` says so, at a price).

Arrays are small whole numbers: by position, table and place as in `Tables`, with distances cut off
at the width that is asked for; or by move, table and place. Moves stand in pairs, each followed by
its opposite.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from oversight.disclosure.moves import Move

# Counts that are walked from at once, for the memory it takes.
MOST_AT_ONCE = 8_192


class Spot(NamedTuple):
    """How far each count can rise and fall."""

    up: np.ndarray
    down: np.ndarray


class Where(NamedTuple):
    """Counts, by number of position, table and place."""

    position: np.ndarray
    table: np.ndarray
    place: np.ndarray


class Reach:
    """The moves of one shape of table."""

    def __init__(self, positions: int, moves: Sequence[Move]) -> None:
        self._ways = [
            way for one in moves for way in (one, Move(gaining=one.losing, losing=one.gaining))
        ]
        gaining: list[list[int]] = [[] for _ in range(positions)]
        for number, way in enumerate(self._ways):
            for position in way.gaining:
                gaining[position].append(number)
        self._gaining = [np.array(numbers, dtype=np.intp) for numbers in gaining]
        self._changes = np.zeros((len(self._ways), positions), np.int8)
        for number, (gain, loss) in enumerate(self._ways):
            self._changes[number, list(gain)], self._changes[number, list(loss)] = 1, -1
        self._contains = self._changes.T
        self._opposite = np.arange(len(self._ways)) ^ 1

    def capacities(self, up: np.ndarray, down: np.ndarray) -> np.ndarray:
        """How often each move can be made in each place by itself.

        Args:
            up, down: by position (and table and place): how far a count can rise and fall.
        """
        found = np.empty((len(self._ways), *up.shape[1:]), np.int8)
        for number, (gaining, losing) in enumerate(self._ways):
            sides = [*(up[position] for position in gaining), *(down[each] for each in losing)]
            np.minimum(sides[0], sides[-1], out=found[number])
            for side in sides[1:-1]:
                np.minimum(found[number], side, out=found[number])
        return found

    def help_from_others(self, alone: np.ndarray) -> np.ndarray:
        """How often London and all other places together can take each move of a place back.

        Args:
            alone: capacities by move, table and place, London first.
        """
        if alone.shape[2] == 1:
            return np.full(alone.shape, np.iinfo(np.int8).max, np.int16)
        back = alone[self._opposite, :, 1:]
        helped = np.empty(alone.shape, np.int16)
        every = back.sum(axis=2, dtype=np.int16)
        helped[:, :, 1:] = (alone[:, :, 0] + every)[:, :, None] - back
        # London moves where the places do.
        helped[:, :, 0] = alone[:, :, 1:].sum(axis=2, dtype=np.int16)
        return helped

    def widths(self, alone: np.ndarray, helped: np.ndarray) -> np.ndarray:
        """How many whole numbers lie between the least and the most found for each count."""
        together = np.minimum(alone, helped).astype(np.int8)
        found = np.zeros((len(self._gaining), *alone.shape[1:]), np.int8)
        for position, numbers in enumerate(self._gaining):
            if len(numbers):
                found[position] = together[numbers].max(axis=0)
                found[position] += together[self._opposite[numbers]].max(axis=0)
        return found

    def of(self, up: np.ndarray, down: np.ndarray) -> np.ndarray:
        """The widths of every count of whole tables."""
        alone = self.capacities(up, down)
        return self.widths(alone, self.help_from_others(alone))

    def walked(self, look: Spot, alone: np.ndarray, at: Where, width: int) -> np.ndarray:
        """The widths of single counts, found by moves made one after another.

        Each step is of one move, which other places take back: those whose number leaves the
        same rest as the step's when divided by the width, so that no two steps lean on one place.

        Args:
            look: how far the counts of each table can rise and fall.
            alone: capacities by move, table and place.
            at: the counts, as positions, tables and places.
            width: no further than this is walked.
        """
        found = np.zeros(len(at.position), np.int8)
        takers = self._takers(alone, width)
        for begin in range(0, len(found), MOST_AT_ONCE):
            some = slice(begin, begin + MOST_AT_ONCE)
            one = Where(*(each[some] for each in at))
            found[some] = self._walk(look, takers, alone, one, width)
        return found

    def _takers(self, alone: np.ndarray, width: int) -> np.ndarray:
        """By rest, move and table: how many places can make a move."""
        can = alone[:, :, 1:] > 0
        rest = np.arange(1, alone.shape[2]) % width
        return np.stack([can[:, :, rest == one].sum(axis=2, dtype=np.int8) for one in range(width)])

    def _walk(self, look: Spot, takers, alone, at: Where, width: int) -> np.ndarray:
        position, table, place = at
        is_london = place == 0
        opposite = np.where(is_london, 0, 1)
        ways = np.arange(len(self._ways))[:, None] ^ opposite
        own = (alone[ways, table, place] > 0) & ~is_london
        contains = self._contains[position].T
        steps = np.zeros(len(position), np.int8)
        for sign in (1, -1):
            up, down = (side[:, table, place].astype(np.int8) for side in look)
            london_up, london_down = (side[:, table, 0].copy() for side in look)
            walking = steps < width
            for step in range(width):
                capacity = self.capacities(up, down)
                in_london = self.capacities(london_up, london_down) > 0
                taken = takers[step][ways, table] > (own & (place % width == step))
                may = (contains == sign) & (capacity > 0) & walking
                may &= taken | (in_london & ~is_london) if alone.shape[2] > 1 else True
                score = np.where(may, capacity, 0)
                best = score.argmax(axis=0)
                each = np.arange(len(best))
                walking &= score[best, each] > 0
                if not walking.any():
                    break
                change = np.where(walking, self._changes[best].T, 0).astype(np.int8)
                up -= change
                down += change
                leaning = ~taken[best, each] & ~is_london
                london_up -= np.where(leaning, change, 0)
                london_down += np.where(leaning, change, 0)
                steps += walking & (steps < width)
        return steps
