"""What helps where counts are too narrow: to round London, to hide one figure more, or a place.

Each remedy is measured by how much less the counts fall short of the width that is asked for, the
figure that is newly hidden among them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from oversight.disclosure.reach import Spot
from oversight.disclosure.rule import Tables, Treatment
from oversight.disclosure.standing import Look, Standing

# Of figures that help alike the smallest is hidden, and a nought only where nothing else helps so.
AS_A_NOUGHT = 63

# Where nothing alone helps, this part of what is left at a position is hidden at once.
SHARE_AT_ONCE = 2


class Best(NamedTuple):
    """For each of some places (or Londons) what helps most: the gain, nought if nothing, and where.

    `table` is a number in the order of the look.
    """

    table: np.ndarray
    place: np.ndarray
    gain: np.ndarray
    position: np.ndarray


def round_london(standing: Standing, look: Look) -> np.ndarray:
    """Round the exact totals of London where that helps.

    Returns:
        Of which tables, in the order of the look.
    """
    exact = standing.treatment[:, look.chosen, 0] == Treatment.EXACT
    some = np.flatnonzero(exact.any(axis=0))
    is_rounded = np.zeros(len(look.chosen), bool)
    if len(some):
        london = standing.treatment[:, look.chosen[some], 0].copy()
        london[exact[:, some]] = Treatment.ROUNDED
        helped = gain_in_london(standing, look.of(some), london) > 0
        standing.treatment[:, look.chosen[some[helped]], 0] = london[:, helped]
        is_rounded[some[helped]] = True
    return is_rounded


def hide_one_each(standing: Standing, look: Look) -> np.ndarray:
    """Hide in London, or else in each place with narrow counts, what helps most.

    Returns:
        In which tables anything was hidden, in the order of the look.
    """
    places = best_of_places(standing, look)
    most = np.zeros(len(look.chosen), np.int64)
    np.maximum.at(most, places.table, places.gain)
    london = best_of_london(standing, look)
    in_london = (london.gain > 0) & (london.gain > most)
    standing.treatment[london.position[in_london], look.chosen[in_london], 0] = Treatment.ALSO
    kept = (places.gain > 0) & ~in_london[places.table]
    at = places.position[kept], look.chosen[places.table[kept]], places.place[kept]
    standing.treatment[at] = Treatment.ALSO
    return in_london | (most > 0)


def give_up(standing: Standing, look: Look) -> None:
    """Where nothing alone helps: hide all of what is in the way, at last withhold it.

    In the way are London and the other places, where a place's own sums leave its counts wide;
    else the place. What is withheld may be few or not: no reader is told.
    """
    freely = np.full_like(look.helped, np.iinfo(np.int8).max)
    by_itself = look.narrow & (standing.lacking(look.alone, freely) > 0)
    for number, table in enumerate(look.chosen):
        narrow = look.narrow[:, number]
        places = np.flatnonzero(by_itself[:, number].any(axis=0))
        if _give_up_places(standing, table, places, narrow):
            continue
        if _hide_all(standing, table, 0) or _hide_smallest(standing, table, narrow.any(axis=1)):
            continue
        places = np.flatnonzero(narrow.any(axis=0))
        if not _give_up_places(standing, table, places, narrow):
            standing.withhold(table, slice(None))


def _hide_all(standing: Standing, table: int, place: int) -> bool:
    """Hide what is shown of a place, noughts aside; whether anything was."""
    shown = standing.is_shown(table, place) & (standing.tables.values[:, table, place] > 0)
    standing.treatment[shown, table, place] = Treatment.ALSO
    return bool(shown.any())


def _give_up_places(standing: Standing, table: int, places: np.ndarray, narrow: np.ndarray) -> bool:
    """Give up something of each of these places but London; whether anything was left of any."""
    given_up = [_give_up_place(standing, table, place, narrow) for place in places if place]
    return any(given_up)


def _give_up_place(standing: Standing, table: int, place: int, narrow: np.ndarray) -> bool:
    """Hide what is shown of a place; else withhold what is summed with narrow counts; else all.

    Returns:
        Whether anything of it was left to hide or withhold.
    """
    if _hide_all(standing, table, place):
        return True
    before = standing.treatment[:, table, place].copy()
    near = standing.near(narrow[:, place])
    is_told = (before == Treatment.FEW) | (before == Treatment.ALSO)
    if (near & is_told).any():
        standing.treatment[near & is_told, table, place] = Treatment.WITHHELD
        return True
    standing.withhold(table, place)
    return bool((before != standing.treatment[:, table, place]).any())


def _hide_smallest(standing: Standing, table: int, at: np.ndarray) -> bool:
    """Hide the smallest figures at these positions, in whatever place; whether there were any."""
    values = standing.tables.values[:, table]
    shown = standing.is_shown(table, slice(None)) & at[:, None]
    is_any = False
    for position in np.flatnonzero(shown.any(axis=1)):
        place = np.flatnonzero(shown[position])
        value = values[position, place]
        # As many as there are steps to be taken back; of many more, as each round takes its time.
        count = max(standing.rule.width, len(place) // SHARE_AT_ONCE)
        least = place[np.lexsort((value, value == 0))[:count]]
        standing.treatment[position, table, least] = Treatment.ALSO
        is_any = True
    return is_any


def gain_in_london(standing: Standing, look: Look, london: np.ndarray) -> np.ndarray:
    """By table, how much another treatment of London helps.

    Args:
        london: by position and table.
    """
    treatment = standing.treatment[:, look.chosen].copy()
    treatment[:, :, 0] = london
    tables = standing.tables.of(look.chosen)
    spot = standing.room(tables, treatment)
    capacities = standing.reach.capacities(Spot(spot.up[:, :, :1], spot.down[:, :, :1]))
    helped = look.helped.copy()
    if helped.shape[2] > 1:
        helped[:, :, 1:] += capacities.astype(np.int16) - look.alone[:, :, :1]
    alone = np.concatenate([capacities, look.alone[:, :, 1:]], axis=2)
    counted = look.narrow.copy()
    counted[:, :, 0] |= london != standing.treatment[:, look.chosen, 0]
    counted &= standing.wanted(look.chosen, treatment)
    after = np.where(counted, standing.lacking(alone, helped), 0)
    return (look.lacking.sum((0, 2), np.int64) - after.sum((0, 2), np.int64)).astype(np.int64)


def best_of_london(standing: Standing, look: Look) -> Best:
    """For each table the figure of London that helps most if hidden."""
    count = len(look.chosen)
    gain, best = np.zeros(count, np.int64), np.zeros(count, np.int64)
    shown = standing.is_shown(look.chosen, 0)
    for position in range(len(shown)):
        some = np.flatnonzero(shown[position])
        if len(some):
            london = standing.treatment[:, look.chosen[some], 0].copy()
            london[position] = Treatment.ALSO
            gains = gain_in_london(standing, look.of(some), london)
            better = some[gains > gain[some]]
            gain[better], best[better] = gains[gains > gain[some]], position
    return Best(np.arange(count), np.zeros(count, np.int64), gain, best)


def best_of_places(standing: Standing, look: Look) -> Best:
    """For each place with narrow counts its figure that helps most if hidden."""
    table, place = np.nonzero(look.narrow[:, :, 1:].any(axis=0))
    place = place + 1
    chosen = look.chosen[table]
    up, down, helped, lacking, narrow = (
        side[:, table, place]
        for side in (look.up, look.down, look.helped, look.lacking, look.narrow)
    )
    before = lacking.sum(axis=0, dtype=np.int64)
    shown = standing.is_shown(chosen, place)
    gain, best, score = (np.zeros(len(table), np.int64) for _ in range(3))
    for position in range(len(up)):
        some = np.flatnonzero(shown[position])
        if not len(some):
            continue
        rising, falling, counted = (side[:, some].copy() for side in (up, down, narrow))
        rising[position], falling[position] = _room_if_hidden(
            standing, position, chosen[some], place[some]
        )
        counted[position] = True
        alone = standing.reach.capacities(Spot(rising, falling))
        after = np.where(counted, standing.lacking(alone, helped[:, some]), 0)
        gains = before[some] - after.sum(axis=0, dtype=np.int64)
        values = standing.tables.values[position, chosen[some], place[some]]
        cost = np.minimum(values // standing.rule.base, AS_A_NOUGHT - 1)
        cost = np.where(values == 0, AS_A_NOUGHT, cost)
        scores = np.where(gains > 0, gains * (AS_A_NOUGHT + 1) - cost, 0)
        is_better = scores > score[some]
        better = some[is_better]
        score[better], gain[better] = scores[is_better], gains[is_better]
        best[better] = position
    return Best(table, place, gain, best)


def _room_if_hidden(standing: Standing, position: int, chosen, place):
    """How far one count of each of these places could rise and fall, were it hidden."""
    tables = standing.tables
    # Beside each stands itself again: place 0 would be taken for London.
    values, least, most = (
        None if side is None else side[position, chosen, place][None, :, None].repeat(2, axis=2)
        for side in (tables.values, tables.least, tables.most)
    )
    one = Tables(values, (), tables.is_split[[position]], None, least, most)
    hidden = np.full(values.shape, Treatment.ALSO, np.int8)
    up, down = standing.room(one, hidden)
    return up[0, :, 1], down[0, :, 1]
