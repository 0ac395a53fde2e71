"""What a reader can work out from several sums taken together, added and subtracted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from oversight.disclosure.keys import Key
from oversight.disclosure.limits import Limits
from oversight.disclosure.sums import Sum

# More unseen figures that hang together are not solved for: each sum is still looked at alone.
MOST_TOGETHER = 5_000
# Above this the table of an equation system that contradicts itself is too large to take apart.
MOST_IN_A_TABLE = 1_500
NEARLY = 1e-6


def had_together(
    every_sum: Sequence[Sum], seen: Mapping[Key, Limits], wanted: Collection[Key]
) -> Iterator[tuple[Key, list[Sum]]]:
    """The wanted figures that can only be one number, each with the sums that say so together.

    What nobody gave is taken for nought by one reader, and for unknown by another.
    """
    lacking = {key for one in every_sum for key in one.lacks}
    yield from _had([one for one in every_sum if not one.lacks], seen, wanted)
    if lacking:
        given = [one for one in every_sum if lacking.isdisjoint((one.total, *one.parts))]
        yield from _had(given, seen, wanted)


def _had(
    every_sum: Sequence[Sum], seen: Mapping[Key, Limits], wanted: Collection[Key]
) -> Iterator[tuple[Key, list[Sum]]]:
    # Imported here: most builds have nothing to hide.
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    names: dict[Key, int] = {}
    rows, columns, signs, rights = [], [], [], []
    for row, one in enumerate(every_sum):
        right = 0.0
        for key, sign in ((one.total, -1), *((part, 1) for part in one.parts)):
            low, high = seen[key]
            if low == high:
                right -= sign * low
            else:
                rows.append(row)
                columns.append(names.setdefault(key, len(names)))
                signs.append(sign)
        rights.append(right)
    if not (wanted & names.keys()):
        return
    table = sparse.csr_array((signs, (rows, columns)), (len(every_sum), len(names)), dtype=float)
    keys, right = list(names), np.array(rights)
    bounds = np.array([seen[key] for key in keys])
    _, lot = connected_components(table.T @ table, directed=False)
    for number in sorted({lot[names[key]] for key in wanted & names.keys()}):
        inside = np.flatnonzero(lot == number)
        mine = np.unique(table[:, inside].nonzero()[0])
        if not 0 < len(inside) <= MOST_TOGETHER or not len(mine):
            continue
        hidden = np.array([at for at, key in enumerate(inside) if keys[key] in wanted])
        lots = _Lot(table[mine][:, inside], right[mine], bounds[inside], hidden)
        for at, by in lots.had():
            yield keys[inside[at]], [every_sum[mine[each]] for each in by]


class _Lot:
    """Unseen figures that hang together, and what they can be."""

    def __init__(self, table, right: np.ndarray, bounds: np.ndarray, hidden: np.ndarray) -> None:
        self._table, self._right, self._hidden = table, right, hidden
        # No figure needs to be larger than all there is, for something else to be possible.
        finite = np.where(np.isinf(bounds), 0, bounds)
        self._bounds = np.minimum(bounds, np.abs(right).sum() + finite.sum() + 10)
        self._low = np.full(len(bounds), np.inf)
        self._high = np.full(len(bounds), -np.inf)

    def had(self) -> list[tuple[int, list[int]]]:
        """The hidden figures that can be one number alone, and the rows that say so."""
        left = self._hidden
        while len(left):
            before = len(left)
            for sign in (1, -1):
                goal = np.zeros(len(self._bounds))
                goal[left] = sign
                if self._look(goal) is None:
                    return self._without_limits()
            left = left[self._are_one(left)]
            if len(left) == before:
                break
        found = []
        for at in left:
            by: set[int] = set()
            for sign in (1, -1):
                goal = np.zeros(len(self._bounds))
                goal[at] = sign
                by |= self._look(goal) or set()
            if self._are_one(at):
                found.append((at, sorted(by)))
        return found

    def _are_one(self, at):
        """Whether no two whole numbers were met; all between two that were met can be."""
        return np.floor(self._high[at] + NEARLY) <= np.ceil(self._low[at] - NEARLY)

    def _look(self, goal: np.ndarray) -> set[int] | None:
        """Meet the figures at which the goal is least; the rows that keep it from being less."""
        from scipy.optimize import linprog

        met = linprog(goal, A_eq=self._table, b_eq=self._right, bounds=self._bounds, method="highs")
        if met.x is None:
            return None
        self._low, self._high = np.minimum(self._low, met.x), np.maximum(self._high, met.x)
        return set(np.flatnonzero(np.abs(met.eqlin.marginals) > NEARLY).tolist())

    def _without_limits(self) -> list[tuple[int, list[int]]]:
        """What follows by adding and subtracting alone, where not all sums can be true at once."""
        if max(self._table.shape) > MOST_IN_A_TABLE:
            return []
        table = self._table.toarray()
        combined = np.linalg.pinv(table.T)
        found = []
        for at in self._hidden:
            wanted = np.zeros(table.shape[1])
            wanted[at] = 1
            by = combined @ wanted
            if np.allclose(table.T @ by, wanted, atol=NEARLY):
                found.append((at, np.flatnonzero(np.abs(by) > NEARLY).tolist()))
        return found
