"""How far each count can be moved without anything that is shown looking different.

Every distance found is one that a real table of whole numbers lies at: what is called wide here is
wide. What is not found wide may still be; then a figure more is hidden than need be.

Arrays are small whole numbers: by position, table and place as in `Tables`; or by way, table and
place. Ways are moves with a direction, each followed by its opposite.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from oversight.disclosure.moves import Move

# Counts that are walked from at once, for the memory it takes.
MOST_AT_ONCE = 16_384
# Numbers looked at together where ways are many, for the memory it takes.
MOST_TOGETHER = 4_000_000
# A way's capacity and number are held in one whole number, of which this is the number's part.
NUMBERS = 4_096


class Spot(NamedTuple):
    """How far each count can rise and fall."""

    up: np.ndarray
    down: np.ndarray

    def of(self, table: np.ndarray, place: np.ndarray | int) -> Spot:
        """The counts of single places of tables."""
        return Spot(self.up[:, table, place], self.down[:, table, place])

    def moved(self, change: np.ndarray) -> Spot:
        """The same after the counts have changed."""
        return Spot(self.up - change, self.down + change)


class Where(NamedTuple):
    """Counts, by number of position, table and place."""

    position: np.ndarray
    table: np.ndarray
    place: np.ndarray


class Reach:
    """The ways of one shape of table."""

    def __init__(self, positions: int, moves: Sequence[Move]) -> None:
        self._ways = [
            way for one in moves for way in (one, Move(gaining=one.losing, losing=one.gaining))
        ]
        self._changes = np.zeros((len(self._ways), positions), np.int8)
        for number, (gaining, losing) in enumerate(self._ways):
            self._changes[number, list(gaining)], self._changes[number, list(losing)] = 1, -1
        sides = [[*gaining, *(positions + one for one in losing)] for gaining, losing in self._ways]
        most = max(map(len, sides), default=0)
        # What can rise by position, what can fall, and one that never stands in the way.
        self._sides = np.full((len(sides), most), 2 * positions)
        for row, members in zip(self._sides, sides, strict=True):
            row[: len(members)] = members
        self._gaining = [np.flatnonzero(column == 1) for column in self._changes.T]
        # The ways of each position that any way moves, one after another, and where each begin.
        counts = np.array([len(ways) for ways in self._gaining])
        self._moved = np.flatnonzero(counts)
        self._every = np.concatenate([*self._gaining, np.zeros(0, np.intp)]).astype(np.intp)
        self._begin = np.cumsum(counts[self._moved]) - counts[self._moved]

    def capacities(self, spot: Spot, ways: Iterable[int] | None = None) -> np.ndarray:
        """How often each way can be gone in each place by itself.

        Args:
            spot: by position (and table and place): how far the counts can move.
            ways: some ways, by number; else all.
        """
        ways = np.arange(len(self._ways)) if ways is None else np.asarray(ways)
        shape = spot.up.shape[1:]
        free = np.full((1, *shape), np.iinfo(np.int8).max, np.int8)
        room = np.concatenate([spot.up, spot.down, free])
        found = np.empty((len(ways), *shape), np.int8)
        step = max(MOST_TOGETHER // max(room[0].size * self._sides.shape[1], 1), 1)
        for begin in range(0, len(ways), step):
            some = slice(begin, begin + step)
            room[self._sides[ways[some]]].min(axis=1, out=found[some])
        return found

    def help_from_others(self, alone: np.ndarray) -> np.ndarray:
        """How often London and all other places together can take each way of a place back.

        Args:
            alone: capacities by way, table and place, London first.
        """
        if alone.shape[2] == 1:
            return np.full(alone.shape, np.iinfo(np.int8).max, np.int16)
        back = alone.reshape(-1, 2, *alone.shape[1:])[:, ::-1].reshape(alone.shape)[:, :, 1:]
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
        if len(self._moved):
            for ways in (self._every, self._every ^ 1):
                found[self._moved] += np.maximum.reduceat(together[ways], self._begin, axis=0)
        return found

    def walked(self, spot: Spot, alone: np.ndarray, at: Where, width: int) -> np.ndarray:
        """The widths of single counts, found by ways gone one after another.

        Each step is one way, gone once, which another place takes back: one whose number leaves
        the same rest as the step's when divided by the width, so that no two steps lean on one.

        Args:
            spot: how far the counts of all tables can move.
            alone: capacities by way, table and place.
            at: the counts to walk from.
            width: no further than this is walked.
        """
        found = np.zeros(len(at.position), np.int8)
        takers = _takers(alone, width)
        for position in np.unique(at.position):
            for is_london in (False, True):
                every = np.flatnonzero((at.position == position) & ((at.place == 0) == is_london))
                for begin in range(0, len(every), MOST_AT_ONCE):
                    some = every[begin : begin + MOST_AT_ONCE]
                    table, place = at.table[some], at.place[some]
                    for opposite in (0, 1):
                        left = found[some] < width
                        ways = self._gaining[position] ^ opposite
                        walk = _Walk(self, ways, spot, alone, takers, is_london)
                        steps = walk.steps(table[left], place[left], width)
                        found[some[left]] += steps
        return found

    def changes(self, ways: np.ndarray) -> np.ndarray:
        """What each of these ways changes, by position and way."""
        return self._changes[ways].T


def _takers(alone: np.ndarray, width: int) -> np.ndarray:
    """By rest, way and table: how many places can go a way."""
    can = alone[:, :, 1:] > 0
    rest = np.arange(1, alone.shape[2]) % width
    return np.stack([can[:, :, rest == one].sum(axis=2, dtype=np.int8) for one in range(width)])


class _Walk(NamedTuple):
    """Steps by some of the ways, from counts of one position; all of them London's, or none."""

    reach: Reach
    ways: np.ndarray
    spot: Spot
    alone: np.ndarray
    takers: np.ndarray
    is_london: bool

    def steps(self, table: np.ndarray, place: np.ndarray, width: int) -> np.ndarray:
        """How many steps can be gone from each of these places of tables."""
        steps = np.zeros(len(table), np.int8)
        if not len(self.ways) or not len(table):
            return steps
        is_alone = self.alone.shape[2] == 1
        back = self.ways if self.is_london else self.ways ^ 1
        own = self.alone[back[:, None], table, place] > 0
        here, london = self.spot.of(table, place), self.spot.of(table, 0)
        order = NUMBERS - 1 - np.arange(len(self.ways), dtype=np.int32)[:, None]
        walking = np.ones(len(table), bool)
        each = np.arange(len(table))
        for step in range(width):
            capacity = self.reach.capacities(here, self.ways).astype(np.int32)
            taken = self.takers[step, back][:, table]
            if not self.is_london:
                taken = taken - (own & (place % width == step))
            taken = taken > 0
            may = taken | is_alone
            if not (is_alone or self.is_london):
                may |= self.reach.capacities(london, self.ways) > 0
            best = np.maximum.reduce(np.where(may, capacity * NUMBERS + order, 0))
            walking &= best >= NUMBERS
            if not walking.any():
                break
            chosen = NUMBERS - 1 - best % NUMBERS
            chosen[~walking] = 0
            change = self.reach.changes(self.ways[chosen]) * walking.astype(np.int8)
            here = here.moved(change)
            if not (is_alone or self.is_london):
                london = london.moved(change * ~taken[chosen, each])
            steps += walking
        return steps
