"""Where a solver is asked: what is lost already, and what counts that nobody gave can be.

Neither comes up where returns are whole and nobody changes them, so most builds ask no solver.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from oversight.disclosure.moves import Sums

WIDE, NARROW = 1, 2
# No figure needs to be larger than this for something else to be possible.
MUCH = 10**9
# How far counts that nobody gave are kept from nought, and what a wrong sum costs against that.
ROOM, WRONG = 3, 1_000


def known(
    candidates: np.ndarray,
    values: np.ndarray,
    limits: tuple[np.ndarray, np.ndarray],
    sums: Sums,
    width: int,
    most_solved: int = 400,
) -> np.ndarray:
    """Which counts of one lot are WIDE: can be two numbers so far apart; and which are NARROW.

    Args:
        candidates: which are asked about, by position and place.
        values: the counts, by position and place, London first.
        limits: the least and the most that each can be by itself.
        sums: in every place, each first position is the sum of those that follow.
        width: how far apart.
        most_solved: how often the solver is asked; what is not reached then is neither.
    """
    # Imported here, as below: it takes a second.
    from scipy.optimize import Bounds, LinearConstraint, milp

    found = np.zeros(values.shape, np.int8)
    if not candidates.any():
        return found
    # Changes are solved for, not counts: sums that the counts contradict stay off by as much.
    fits = LinearConstraint(_equations(values.shape, sums), 0, 0)
    least, most = (side.ravel() - values.ravel() for side in limits)
    bounds = Bounds(np.maximum(least, -MUCH), np.minimum(most, MUCH))
    met, left = [np.zeros(values.size)], most_solved
    for one in np.flatnonzero(candidates):
        for sign, whole in itertools.product((1, -1), (0, 1)):
            if _are_apart(met, one, width) or not left:
                break
            left -= 1
            goal = np.zeros(values.size)
            goal[one] = sign
            solved = milp(
                goal, constraints=fits, bounds=bounds, integrality=np.full(values.size, whole)
            )
            # Mostly whole numbers are met without being asked for, which is quicker.
            if solved.x is not None and np.allclose(solved.x, np.round(solved.x), atol=1e-6):
                met.append(np.round(solved.x))
        if _are_apart(met, one, width):
            found.flat[one] = WIDE
        elif left:
            found.flat[one] = NARROW
    return found


def completed(values: np.ndarray, sums: Sums, least: np.ndarray, most: np.ndarray) -> np.ndarray:
    """The counts with those that are NaN filled in, so that all sums are right where they can be.

    Of all that fit, counts that leave each other room: each at least ROOM, where that can be.

    Args:
        values: the counts, by position and place, London first.
        sums: in every place, each first position is the sum of those that follow.
        least, most: what the counts to be filled in can be.
    """
    from scipy import sparse
    from scipy.optimize import Bounds, LinearConstraint, milp

    is_open = np.isnan(values).ravel()
    table = _equations(values.shape, sums)
    known = -(table @ np.nan_to_num(values).ravel())
    table = table[:, is_open]
    concerned = np.flatnonzero(np.diff(table.indptr))
    table, known = table[concerned], known[concerned]
    # What cannot be right is wrong by as little as may be, this way or that; and of each count
    # what it has of the room is a variable too, which is as large as may be.
    size, count = table.shape[1], len(concerned)
    slack, each = sparse.eye_array(count), sparse.eye_array(size)
    goal = np.concatenate([np.zeros(size), np.full(2 * count, WRONG), np.full(size, -1)])
    low = np.concatenate([least.ravel()[is_open], np.zeros(2 * count + size)])
    high = np.concatenate(
        [np.minimum(most.ravel()[is_open], MUCH), np.full(2 * count, np.inf), np.full(size, ROOM)]
    )
    solved = milp(
        goal,
        constraints=[
            LinearConstraint(
                sparse.hstack([table, slack, -slack, sparse.csr_array((count, size))]), known, known
            ),
            LinearConstraint(
                sparse.hstack([each, sparse.csr_array((size, 2 * count)), -each]), 0, np.inf
            ),
        ],
        bounds=Bounds(low, np.maximum(low, high)),
        integrality=np.concatenate([np.ones(size), np.zeros(2 * count + size)]),
    )
    found = values.copy().ravel()
    found[is_open] = low[:size] if solved.x is None else np.round(solved.x[:size])
    return found.reshape(values.shape)


def _are_apart(met: Sequence[np.ndarray], one: int, width: int) -> bool:
    """Whether a count was met at two numbers so far apart."""
    numbers = [each[one] for each in met]
    return max(numbers) - min(numbers) >= width


def _equations(shape: tuple[int, int], sums: Sums):
    """One row a sum: its parts less its total, over all counts in the order of the table."""
    from scipy import sparse

    number = np.arange(shape[0] * shape[1]).reshape(shape)
    rows, columns, signs, row = [], [], [], 0
    for total, parts in _every_sum(number, sums):
        rows += [row] * (1 + len(parts))
        columns += [total, *parts]
        signs += [-1.0] + [1.0] * len(parts)
        row += 1
    return sparse.csr_array((signs, (rows, columns)), (row, number.size))


def _every_sum(number: np.ndarray, sums: Sums) -> Iterator[tuple[int, list[int]]]:
    """Each sum by the numbers of its members: of every place, and of all places."""
    for total, parts in sums:
        for column in number.T:
            yield column[total], column[list(parts)].tolist()
    if number.shape[1] > 1:
        for row in number:
            yield row[0], row[1:].tolist()
