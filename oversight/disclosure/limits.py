"""What a reader can work out: the limits of each unseen figure, from all sums at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from oversight.disclosure.keys import Key
from oversight.disclosure.sums import Sum

Limits = tuple[float, float]

# Each round draws limits closer; what has not come to rest by then moves by single steps.
MOST_ROUNDS = 40


class Reader:
    """Somebody with pencil and paper who sees what is shown.

    `had_by` names, for each figure that is not shown and came down to one number, the sum that
    gave it away, in the order in which they are had. `fitting` are the sums whose figures fit.
    """

    def __init__(self, sums: Sequence[Sum], seen: Mapping[Key, Limits]) -> None:
        self.had_by: dict[Key, Sum] = {}
        self.fitting: list[Sum] = []
        self._sums, self._keys = sums, list(seen)
        place = {key: number for number, key in enumerate(self._keys)}
        sizes = np.array([len(one.parts) for one in sums], dtype=np.intp)
        self._totals = np.array([place[one.total] for one in sums], dtype=np.intp)
        self._parts = np.array([place[part] for one in sums for part in one.parts], dtype=np.intp)
        # Of each part: the sum it stands in. Of each sum: where its parts begin.
        self._of = np.repeat(np.arange(len(sums)), sizes)
        self._begin = np.cumsum(sizes) - sizes
        self._seen = np.array(list(seen.values()), dtype=float).reshape(-1, 2).T
        if sums:
            self._think()

    def _think(self) -> None:
        members = np.concatenate([self._totals, self._parts])
        of = np.concatenate([np.arange(len(self._sums)), self._of])
        alone, fits_alone = self._implied(self._seen)
        limits = self._seen.copy()
        for _ in range(MOST_ROUNDS):
            implied, fits = self._implied(limits)
            # Where figures do not fit, other parts were never sent, or somebody miscounted: such
            # a sum says nothing, unless it would say it by itself.
            implied = np.where(fits[of], implied, alone)
            telling = (fits | fits_alone)[of]
            lows, highs = limits.copy()
            np.maximum.at(lows, members[telling], implied[0, telling])
            np.minimum.at(highs, members[telling], implied[1, telling])
            # Two sums that contradict each other give away two numbers, one perhaps the right one.
            highs = np.maximum(lows, highs)
            had = (lows == highs) & (limits[0] < limits[1])
            self._remember(had, lows, members, of, implied, telling)
            moved = (lows != limits[0]) | (highs != limits[1])
            limits = np.array([lows, highs])
            if not moved.any():
                break
        self.fitting = [one for one, does in zip(self._sums, fits, strict=True) if does]

    def _implied(self, limits: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The limits that each sum leaves its total and parts, and whether its figures fit."""
        (least, most), (low, high) = limits[:, self._parts], limits[:, self._totals]
        is_endless = np.isinf(most)
        bounded = np.where(is_endless, 0, most)
        lows = np.add.reduceat(least, self._begin)
        endless = np.add.reduceat(is_endless.astype(int), self._begin)
        highs = np.add.reduceat(bounded, self._begin)
        low = np.maximum(low, lows)
        high = np.minimum(high, np.where(endless > 0, math.inf, highs))
        others = np.where(endless[self._of] > is_endless, math.inf, highs[self._of] - bounded)
        part_low = np.maximum(least, low[self._of] - others)
        part_high = np.minimum(most, high[self._of] - (lows[self._of] - least))
        misfits = np.add.reduceat((part_low > part_high).astype(int), self._begin)
        implied = np.array([[*low, *part_low], [*high, *part_high]])
        return implied, (low <= high) & (misfits == 0)

    def _remember(self, had, lows, members, of, implied, telling) -> None:
        """By which sum each figure was had: one that leaves it one number, else its lower limit."""
        if not had.any():
            return
        names = had[members] & telling & (implied[0] == lows[members])
        at_once = names & (implied[0] == implied[1])
        for told in (np.flatnonzero(at_once), np.flatnonzero(names)):
            for member, one in zip(members[told], of[told], strict=True):
                self.had_by.setdefault(self._keys[member], self._sums[one])
