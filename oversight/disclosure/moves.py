"""Moves: small changes of several counts of a place at once that leave all its sums right.

One more girl in the second quarter is one more in all of that quarter, of the girls' year and of
the year. Whoever sees a table cannot tell it from the same table after a move, as long as every
count stays inside what is shown of it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

Sums = tuple[tuple[int, tuple[int, ...]], ...]

# Moves that change more counts at once seldom have room, and there are very many.
MOST_CHANGED = 10
MOST_MOVES = 200
# Unfinished moves of one size that are followed up.
MOST_TRIED = 4_000


class Move(NamedTuple):
    """The positions that gain one and those that lose one."""

    gaining: tuple[int, ...]
    losing: tuple[int, ...]


@lru_cache(maxsize=64)
def moves(positions: int, sums: Sums) -> tuple[Move, ...]:
    """The moves of a place, the smallest first, each in one of its two directions only."""
    standing_in: list[list[int]] = [[] for _ in range(positions)]
    for number, (total, parts) in enumerate(sums):
        for position in (total, *parts):
            standing_in[position].append(number)
    signs = [{total: -1, **dict.fromkeys(parts, 1)} for total, parts in sums]
    found: dict[Move, None] = {}
    trying = {((position, 1),): None for position in range(positions)}
    for _ in range(MOST_CHANGED):
        larger: dict[tuple[tuple[int, int], ...], None] = {}
        for changes in trying:
            changed = dict(changes)
            wrong = _first_wrong(changed, signs, standing_in)
            if wrong is None:
                move = _directed(changed)
                if len(found) < MOST_MOVES:
                    found.setdefault(move)
                continue
            number, excess = wrong
            for position, sign in signs[number].items():
                if position not in changed:
                    step = -sign if excess > 0 else sign
                    larger.setdefault(tuple(sorted((*changes, (position, step)))))
        trying = dict.fromkeys(list(larger)[:MOST_TRIED])
    return tuple(found)


def _first_wrong(
    changed: dict[int, int], signs: list[dict[int, int]], standing_in: list[list[int]]
) -> tuple[int, int] | None:
    """The first sum that the changes make wrong, and by how much."""
    for number in sorted({one for position in changed for one in standing_in[position]}):
        excess = sum(sign * changed.get(position, 0) for position, sign in signs[number].items())
        if excess:
            return number, excess
    return None


def _directed(changed: dict[int, int]) -> Move:
    gaining = tuple(sorted(position for position, step in changed.items() if step > 0))
    losing = tuple(sorted(position for position, step in changed.items() if step < 0))
    return Move(*max((gaining, losing), (losing, gaining)))
