"""Random tables of places, sexes and quarters with all their totals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from oversight.disclosure.rule import Tables


def positions(kinds: int, periods: int) -> tuple[tuple, np.ndarray]:
    """The sums over sexes and over quarters, and which positions are of one sex.

    Position 0 is the year of all; of each kind its year comes first, then its quarters.
    """
    number = np.arange((kinds + 1) * (periods + 1)).reshape(kinds + 1, periods + 1)
    over_kinds = [(int(column[0]), tuple(column[1:].tolist())) for column in number.T]
    over_periods = [(int(row[0]), tuple(row[1:].tolist())) for row in number]
    return (*over_kinds, *over_periods), np.repeat(np.arange(kinds + 1) > 0, periods + 1)


def tables(
    chance: np.random.Generator, places: int, kinds: int, periods: int, means: Sequence[float]
) -> Tables:
    """A table of places (and London), kinds and periods for each mean of its base counts."""
    sums, is_split = positions(kinds, periods)
    values = np.zeros((kinds + 1, periods + 1, len(means), places + 1), np.int64)
    spread = np.broadcast_to(np.asarray(means)[:, None], (kinds, periods, len(means), places))
    values[1:, 1:, :, 1:] = chance.poisson(spread)
    values[0] = values[1:].sum(axis=0)
    values[:, 0] = values[:, 1:].sum(axis=1)
    values[..., 0] = values[..., 1:].sum(axis=-1)
    return Tables(values.reshape(len(is_split), len(means), -1), sums, is_split)
