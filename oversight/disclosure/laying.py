"""Laying lots out as tables for the gate: as they are now, or beside what readers saw before.

Where figures of a lot changed since the publication before, whoever kept that one can subtract.
Each position stands there three times then: as it is now, as it was, and the difference, which is
known of each figure that nobody changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from oversight.disclosure.before import Before, narrowed
from oversight.disclosure.keys import LONDON, Key, Word
from oversight.disclosure.lots import (
    BOROUGHS_OF_THE_MET,
    Counts,
    Plan,
    counted,
    elsewhere,
    left_over,
)
from oversight.disclosure.moves import Move, Sums, moves
from oversight.disclosure.rule import ENDLESS, Rule, Tables, Treatment, limits
from oversight.disclosure.solving import NARROW, known
from oversight.disclosure.standing import Standing

# A difference can be below nought and a count cannot: differences are counted from here.
NO_DIFFERENCE = 2**34


class Laid(NamedTuple):
    """A lot ready to be stacked upon others of its `form`; arrays by position and place."""

    plan: Plan
    begun: np.ndarray
    form: tuple
    values: np.ndarray
    least: np.ndarray
    most: np.ndarray
    was_hidden: np.ndarray
    is_lost: np.ndarray


def laid(
    keys: Sequence[Key], words: Mapping[Key, Word], before: Before, indicators: Mapping, rule: Rule
) -> Laid:
    """One lot, from the keys of all that is or was said of it."""
    plan = Plan(keys, indicators)
    said = Counts.of(plan, {key: words[key] for key in keys if key in words}, rule)
    unchanged = [key for key in keys if key not in before.then]
    _stay_inexact(plan, said, keys, before)
    counts = narrowed(plan, said, unchanged, before.shown, before, rule)
    if not _is_restated(keys, before):
        numbers, rests = left_over(plan, counts)
        rest_place = elsewhere(counts)
        values, least, most = _widened(counts, rests, rest_place, rest_place.any())
        one = _laid(plan, counts, numbers, values, least, most, is_joint=False)
        return one._replace(is_lost=_unknown(one, counts))
    said_then = _as_it_was(plan, keys, words, before, rule)
    then = narrowed(plan, said_then, keys, before.shown, before, rule)
    numbers = sorted({*left_over(plan, counts)[0], *left_over(plan, then)[0]})
    rests = [_rests(plan, side, numbers) for side in (counts, then)]
    rest_places = elsewhere(counts), elsewhere(then)
    has_rest = any(side.any() for side in rest_places)
    said_anew = [plan.at(key) for key in keys if key in before.then]

    def stacked(*sides: Counts) -> tuple[np.ndarray, ...]:
        widened = [
            _widened(side, rest, rest_place, has_rest)
            for side, rest, rest_place in zip(sides, rests, rest_places, strict=True)
        ]
        return _beside(*widened, said_anew)

    one = _laid(plan, counts, numbers, *stacked(counts, then), is_joint=True)
    for key in keys:
        if key in before.stood and before.stood[key].is_withheld:
            position, place = plan.at(key)
            one.was_hidden[len(one.values) // 3 + position, place] = True
    of_then = np.roll(_unknown(one, then), len(one.values) // 3, axis=0)
    is_said = _is_said(one, keys, words, before)
    sure = before.still_shown(keys)
    _, least, most = stacked(
        narrowed(plan, said, unchanged, sure, before, rule),
        narrowed(plan, said_then, keys, sure, before, rule),
    )
    is_lost = _lost(one._replace(least=least, most=most), rule, is_said)
    return one._replace(is_lost=is_lost | _unknown(one, counts) | of_then)


def _beside(
    now: Sequence[np.ndarray], then: Sequence[np.ndarray], said_anew: Sequence[tuple[int, int]]
) -> tuple[np.ndarray, ...]:
    """Counts with their least and most as they are, as they were, and the difference."""
    (values, least, most), (old_values, old_least, old_most) = now, then
    is_tied = values == old_values
    for at in said_anew:
        is_tied[at] = False
    difference = values - old_values + NO_DIFFERENCE
    free = np.full(values.shape, 2 * NO_DIFFERENCE)
    return (
        np.concatenate([values, old_values, difference]),
        np.concatenate([least, old_least, np.where(is_tied, difference, 0)]),
        np.concatenate([most, old_most, np.where(is_tied, difference, free)]),
    )


def _is_said(
    one: Laid, keys: Sequence[Key], words: Mapping[Key, Word], before: Before
) -> np.ndarray:
    """Of which counts somebody said something: now, then, and so of the difference."""
    now = np.zeros((len(one.values) // 3, one.values.shape[1]), bool)
    then = now.copy()
    for key in keys:
        at = one.plan.at(key)
        now[at] = key in words or key in before.stood
        then[at] = before.then.get(key, words.get(key)) is not None or key in before.stood
    return np.concatenate([now, then, now & then])


def _unknown(one: Laid, counts: Counts) -> np.ndarray:
    """Counts that nobody gave and nobody can work out: that they look few here means nothing.

    So does what London has more than its boroughs, where that can be of several of them.
    """
    found = np.zeros(one.values.shape, bool)
    is_open = counts.is_any & (counts.begun == Treatment.NOT_GIVEN)
    positions, places = is_open.shape
    found[:positions, :places] = is_open
    if places < BOROUGHS_OF_THE_MET:
        found[:, places:] = True
    return found


def _lost(one: Laid, rule: Rule, is_said: np.ndarray) -> np.ndarray:
    """What would be known too well even if all of it were withheld from now on."""
    all_withheld = np.where(one.begun == Treatment.NOT_GIVEN, one.begun, Treatment.WITHHELD)
    tables = tables_of([one._replace(begun=all_withheld)])
    standing = Standing(tables, rule)
    candidates = standing.look(np.arange(1)).narrow[:, 0]
    least, most = (side[:, 0] for side in limits(tables, rule, standing.treatment))
    # The strongest reader is taken for the safety of what is hidden. What is lost is not protected
    # any more: here the weakest is taken, who supposes nothing of counts that nobody gave.
    least, most = np.where(is_said, least, 0), np.where(is_said, most, ENDLESS)
    sums = one.form[0]
    return known(candidates, one.values, (least, most), sums, rule.width) == NARROW


def tables_of(lots: Sequence[Laid]) -> Tables:
    """Lots of one form as the gate takes them."""
    sums, is_split, ways, _ = lots[0].form

    def stacked(arrays) -> np.ndarray:
        return np.stack(list(arrays), axis=1)

    begun = stacked(_begun(one) for one in lots)
    return Tables(
        stacked(one.values for one in lots),
        sums,
        np.array(is_split),
        begun != Treatment.NOT_GIVEN,
        stacked(one.least for one in lots),
        stacked(one.most for one in lots),
        begun,
        stacked(one.was_hidden for one in lots),
        stacked(one.is_lost for one in lots),
        ways,
    )


def _begun(one: Laid) -> np.ndarray:
    begun = np.full(one.values.shape, Treatment.NOT_GIVEN, np.int8)
    begun[: one.begun.shape[0], : one.begun.shape[1]] = one.begun
    return begun


def _is_restated(keys: Sequence[Key], before: Before) -> bool:
    """Whether anything changed in a position of which something stood before."""
    changed = {counted(key) for key in keys if key in before.then}
    return any(counted(key) in changed for key in keys if key in before.stood)


def _stay_inexact(plan: Plan, counts: Counts, keys: Sequence[Key], before: Before) -> None:
    """A total of London that was not shown exactly is not from now on, whatever else changes.

    Else the total before it was rounded and after could be subtracted, publications apart.
    """
    for key in keys:
        stood = before.stood.get(key)
        said = before.then.get(key)
        is_of_sender = said is not None and said.is_withheld
        was_ours = stood is not None and not stood.is_exact and not stood.is_public
        if key.place == LONDON and was_ours and not is_of_sender:
            at = plan.at(key)
            if counts.begun[at] == Treatment.EXACT:
                counts.begun[at] = Treatment.ROUNDED


def _as_it_was(
    plan: Plan, keys: Sequence[Key], words: Mapping[Key, Word], before: Before, rule: Rule
) -> Counts:
    """The counts as they were said when the publication before was made, without what was shown."""
    said = {key: before.then.get(key, words.get(key)) for key in keys}
    then = Counts.of(plan, {key: word for key, word in said.items() if word}, rule)
    then.begun[:] = Treatment.NOT_GIVEN
    return then


def _rests(plan: Plan, counts: Counts, numbers: Sequence[int]) -> np.ndarray:
    """By sum and place what the parts of these sums leave over."""
    found, rests = left_over(plan, counts)
    nothing = np.zeros(len(plan.places), np.int64)
    return np.array(
        [rests[found.index(number)] if number in found else nothing for number in numbers], np.int64
    ).reshape(-1, len(plan.places))


def _widened(
    counts: Counts, rests: np.ndarray, rest_place: np.ndarray, has_rest: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Counts and their limits with a position for each rest, and a place for the rest of London."""
    values = np.concatenate([counts.values, rests])
    if has_rest:
        of_rests = np.maximum(rests[:, 0] - rests[:, 1:].sum(axis=1), 0)
        values = np.concatenate([values, np.concatenate([rest_place, of_rests])[:, None]], axis=1)
    positions, places = counts.values.shape
    least = np.zeros(values.shape, np.int64)
    # A rest of nought is none: nobody takes it for more.
    most = np.where(values > 0, ENDLESS, 0)
    least[:positions, :places], most[:positions, :places] = counts.least, counts.most
    return values, least, most


def _laid(
    plan: Plan, counts: Counts, numbers: Sequence[int], values, least, most, is_joint: bool
) -> Laid:
    positions = len(plan.positions)
    rest_of = {number: positions + at for at, number in enumerate(numbers)}
    sums = tuple(
        (total, (*parts, rest_of[number]) if number in rest_of else parts)
        for number, (total, parts) in enumerate(plan.sums)
    )
    is_split = [bool(key.breakdown) for key in plan.positions]
    is_split += [is_split[plan.sums[number][1][0]] for number in numbers]
    count = positions + len(numbers)
    ways = None
    if is_joint:
        ways = _joint_moves(count, sums)
        of_then = ((total + count, tuple(part + count for part in parts)) for total, parts in sums)
        linked = ((at, (at + count, at + 2 * count)) for at in range(count))
        sums = (*sums, *of_then, *linked)
    form = sums, tuple(is_split * (3 if is_joint else 1)), ways, values.shape
    nothing = np.zeros((2, *values.shape), bool)
    return Laid(plan, counts.begun, form, values, least, most, *nothing)


def _joint_moves(count: int, sums: Sums) -> tuple[Move, ...]:
    """Each move as one of what is and was alike, as one of what is alone, and of what was alone.

    What is, is what was and the difference: so two of the three go together.
    """
    found = []
    for gaining, losing in moves(count, sums):
        then = [tuple(one + count for one in side) for side in (gaining, losing)]
        more = [tuple(one + 2 * count for one in side) for side in (gaining, losing)]
        found.append(Move((*gaining, *then[0]), (*losing, *then[1])))
        found.append(Move((*gaining, *more[0]), (*losing, *more[1])))
        found.append(Move((*then[0], *more[1]), (*then[1], *more[0])))
    return tuple(found)
