"""The fewest counts that any gate could hide, found by a solver; written apart from the gate.

It chooses which figures and which whole places to hide, and for each count that is few the two
tables a reader cannot tell from the published one. It is let off more than the gate: totals of all
London may be rounded for nothing, only what is few must stay wide, and a reader's tables need not
be of whole numbers. So it never hides more than the true fewest.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.disclosure_auditor import ALSO, FEW, ROUNDED, equations, limits_of

# No reader's table needs to lie further off than this for a count to be wide.
FAR = 24


def fewest(table: np.ndarray, sums, is_split: np.ndarray, width: int = 3) -> int:
    """How many counts must be hidden at least in a table by position and place, London first."""
    positions, places = table.shape
    is_protected = (np.asarray(is_split)[:, None] | (np.arange(places) > 0)).ravel()
    values = table.ravel()
    is_few = is_protected & (values >= 1) & (values <= 7)
    few = np.flatnonzero(is_few)
    if not len(few):
        return 0
    ways = {
        way: limits_of(table, np.full(table.shape, way), is_split).reshape(2, -1)
        for way in (ROUNDED, FEW, ALSO)
    }
    low, high = np.where(is_few, ways[FEW], ways[ROUNDED])
    low_hidden, high_hidden = np.where(is_few, ways[FEW], ways[ALSO])
    high_hidden = np.minimum(high_hidden, values + FAR)
    size = table.size
    # Unknown: is it hidden, by count; is it withheld, by place; then the readers' tables.
    hidden = sparse.identity(size, format="csr")
    place_of = np.tile(np.arange(places), positions)
    withheld = sparse.csr_array((np.ones(size), (np.arange(size), place_of)), (size, places))
    rows = sparse.csr_array(equations(positions, places, sums))
    own, none = sparse.identity(size, format="csr"), sparse.csr_array((size, size))
    count = 2 * len(few)
    tables = sparse.identity(count, format="csr")
    ones = np.ones((count, 1))
    falling = sparse.hstack([
        sparse.kron(ones, sparse.diags_array(low - low_hidden) @ hidden),
        sparse.kron(ones, sparse.diags_array(low_hidden) @ withheld),
        sparse.kron(tables, own),
    ])  # fmt: skip
    rising = sparse.hstack([
        sparse.kron(ones, sparse.diags_array(high_hidden - high) @ hidden),
        sparse.kron(ones, sparse.diags_array(values + FAR - high_hidden) @ withheld),
        sparse.kron(tables, -own),
    ])  # fmt: skip
    adding = sparse.hstack([
        sparse.csr_array((count * rows.shape[0], size + places)),
        sparse.kron(tables, rows),
    ])  # fmt: skip
    at = np.arange(len(few))
    apart = sparse.csr_array(
        (
            np.concatenate([np.ones(len(few)), -np.ones(len(few))]),
            (np.tile(at, 2), size + places + np.concatenate([2 * at, 2 * at + 1]) * size
             + np.tile(few, 2)),
        ),
        (len(few), size + places + count * size),
    )  # fmt: skip
    whole = sparse.hstack([hidden, -withheld, sparse.csr_array((size, count * size))])
    del none
    constraints = [
        LinearConstraint(falling.tocsr(), np.tile(low, count), np.inf),
        LinearConstraint(rising.tocsr(), -np.tile(high, count), np.inf),
        LinearConstraint(adding.tocsr(), 0, 0),
        LinearConstraint(apart, width, np.inf),
        LinearConstraint(whole.tocsr(), 0, np.inf),
    ]
    unknown = size + places + count * size
    goal = np.zeros(unknown)
    goal[:size] = 1
    is_whole = np.zeros(unknown)
    is_whole[: size + places] = 1
    least, most = np.zeros(unknown), np.ones(unknown)
    least[:size][is_few] = 1
    most[size + places :] = np.tile(values + FAR, count)
    solved = milp(goal, constraints=constraints, integrality=is_whole, bounds=Bounds(least, most),
                  options={"time_limit": 60})  # fmt: skip
    # What was proven, where it was not solved to the end.
    return int(np.ceil(solved.mip_dual_bound - 1e-6))
