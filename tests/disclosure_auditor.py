"""An auditor of protected tables, written apart from the gate: it shares no line with it.

It knows the rule, sees what became of each figure, sets up what any reader can set up, and asks a
solver for the least and the most that each hidden count can be, in whole numbers.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

EXACT, ROUNDED, FEW, ALSO, WITHHELD = 1, 2, 3, 4, 5


def known_alone(value: int, treatment: int, is_protected: bool) -> tuple[float, float]:
    """What is known of one count of which that became: few are 1 to 7, others to the nearest 5."""
    if treatment == EXACT or (treatment == ROUNDED and is_protected and value == 0):
        return value, value
    if treatment == ROUNDED:
        shown = 5 * math.floor(value / 5 + 0.5)
        return max(shown - 2, 8 if is_protected else 0), shown + 2
    if treatment == WITHHELD or not is_protected:
        return 0, math.inf
    if treatment == FEW:
        return 1, 7
    return (0, 7) if value == 0 else (8, math.inf)


def limits_of(table: np.ndarray, treatment: np.ndarray, is_split: np.ndarray):
    """The same of every count of a table, by position and place, London first."""
    found = np.zeros((2, *table.shape))
    for at, value in np.ndenumerate(table):
        is_protected = bool(is_split[at[0]]) or at[1] > 0
        found[:, *at] = known_alone(int(value), int(treatment[at]), is_protected)
    return found


def equations(positions: int, places: int, sums) -> np.ndarray:
    """One row a sum: its parts less its total, over all counts in the order of the table."""
    rows = []
    for place in range(places):
        for total, parts in sums:
            row = np.zeros((positions, places))
            row[total, place] = -1
            row[list(parts), place] = 1
            rows.append(row.ravel())
    for position in range(positions):
        row = np.zeros((positions, places))
        row[position, 0], row[position, 1:] = -1, 1
        rows.append(row.ravel())
    return np.array(rows)


def narrow_counts(table, treatment, sums, is_split, width: int = 3) -> list[tuple]:
    """The hidden counts that are known too well: position, place, least and most."""
    limits = limits_of(table, treatment, is_split)
    rows = equations(*table.shape, sums)
    least, most = limits.reshape(2, -1)
    fits = [LinearConstraint(rows, 0, 0)]
    bounds = Bounds(least, np.minimum(most, 10 * table.sum() + 1_000))
    found, met = [], []
    for number in np.flatnonzero(treatment.ravel() >= FEW):
        seen = [one[number] for one in met]
        # Tables met on the way prove a count wide as well as its own two would.
        if seen and max(seen) - min(seen) >= width:
            continue
        goal = np.zeros(table.size)
        for sign in (1, -1):
            goal[number] = sign
            solved = milp(goal, constraints=fits, bounds=bounds, integrality=np.ones(table.size))
            assert solved.x is not None, "The true table itself does not look like the published."
            one = np.round(solved.x)
            assert not (rows @ one).any()
            assert (one >= least).all() and (one <= most).all()
            met.append(one)
        low, high = met[-2][number], met[-1][number]
        if high - low < width:
            position, place = np.unravel_index(number, table.shape)
            found.append((int(position), int(place), int(low), int(high)))
    return found
