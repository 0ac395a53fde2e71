"""Moves: small changes of several counts of a place at once that leave all its sums right.

One more girl in the second quarter is one more in all of that quarter, of the girls' year and of
the year. Whoever sees a table cannot tell it from the same table after a move, as long as every
count stays inside what is shown of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from heapq import heappop, heappush
from typing import NamedTuple

Sums = tuple[tuple[int, tuple[int, ...]], ...]

# Moves that change more counts at once seldom have room, and there are very many.
MOST_CHANGED = 12
# So many moves are looked for that change one position, and so many unfinished ones followed up.
MOVES_OF_EACH, MOST_TRIED = 24, 600


class Move(NamedTuple):
    """The positions that gain one and those that lose one."""

    gaining: tuple[int, ...]
    losing: tuple[int, ...]


@lru_cache(maxsize=64)
def moves(positions: int, sums: Sums) -> tuple[Move, ...]:
    """The moves of a place, the smallest first, each in one of its two directions only."""
    equations = _Equations(positions, sums)
    found = {move for start in range(positions) for move in _of_one(start, equations)}
    found.update(_one_more(positions, sums, equations))
    return tuple(sorted(found, key=lambda move: (len(move.gaining) + len(move.losing), move)))


class _Equations:
    """The sums of a place, and in which of them each position stands."""

    def __init__(self, positions: int, sums: Sums) -> None:
        self.signs = [{total: -1, **dict.fromkeys(parts, 1)} for total, parts in sums]
        self.of: list[list[int]] = [[] for _ in range(positions)]
        for number, members in enumerate(self.signs):
            for position in members:
                self.of[position].append(number)

    def wrong(self, changed: dict[int, int]) -> dict[int, int]:
        """The sums that changes make wrong, by how much."""
        excess: dict[int, int] = {}
        for position, step in changed.items():
            for number in self.of[position]:
                excess[number] = excess.get(number, 0) + step * self.signs[number][position]
        return {number: much for number, much in excess.items() if much}


def _of_one(start: int, equations: _Equations) -> Iterator[Move]:
    """Moves by which one position gains: first those that change little and have little wrong."""
    waiting = [(0, ((start, 1),))]
    met = set()
    found = 0
    for _ in range(MOST_TRIED):
        if not waiting or found == MOVES_OF_EACH:
            return
        _, changes = heappop(waiting)
        changed = dict(changes)
        wrong = equations.wrong(changed)
        if not wrong:
            found += 1
            yield _directed(changed)
            continue
        if len(changes) == MOST_CHANGED:
            continue
        number = min(wrong, key=lambda one: (len(equations.signs[one]), one))
        for position, sign in equations.signs[number].items():
            if position in changed:
                continue
            larger = {**changed, position: -sign if wrong[number] > 0 else sign}
            named = tuple(sorted(larger.items()))
            if named not in met:
                met.add(named)
                heappush(waiting, (len(larger) + len(equations.wrong(larger)), named))


def _one_more(positions: int, sums: Sums, equations: _Equations) -> Iterator[Move]:
    """One more of each count that is no total, and of all its totals, however many those are."""
    totals_of: list[list[int]] = [[] for _ in range(positions)]
    for total, parts in sums:
        for part in parts:
            totals_of[part].append(total)
    for start in sorted({*range(positions)} - {total for total, _ in sums}):
        gaining, waiting = {start: 1}, [start]
        for position in waiting:
            new = [total for total in totals_of[position] if total not in gaining]
            gaining |= dict.fromkeys(new, 1)
            waiting += new
        # Counts that are split in two ways have two parts that gain; those moves are searched for.
        if not equations.wrong(gaining):
            yield _directed(gaining)


def _directed(changed: dict[int, int]) -> Move:
    gaining = tuple(sorted(position for position, step in changed.items() if step > 0))
    losing = tuple(sorted(position for position, step in changed.items() if step < 0))
    return Move(*max((gaining, losing), (losing, gaining)))
