"""Lots: figures that hang together, laid out as a table of places by what is counted when.

A lot is one indicator, or several that are sums or parts of each other, in one year. What nobody
gave has a place in the table too, where anybody could work it out, or where it is free.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from oversight.definitions import Indicator
from oversight.disclosure.keys import AS_GOOD_AS_NOUGHT, LONDON, Key, Limits, Word
from oversight.disclosure.rule import ENDLESS, Rule, Treatment
from oversight.disclosure.solving import completed
from oversight.disclosure.sums import sums

Relation = tuple[int, tuple[int, ...]]
# The City of London has a police of its own.
BOROUGHS_OF_THE_MET = 32


class Plan:
    """The rows and columns of a lot, and which rows add up to which in every place.

    Rows are called positions: an indicator, a period and a split, whatever the place. London is
    the first place; where others are missing, the last is all the rest.
    """

    def __init__(self, keys: Sequence[Key], indicators: Mapping[str, Indicator]) -> None:
        every = sorted({counted(key) for key in keys})
        whole = dict.fromkeys(
            Key(indicator, starts_on, ends_on, LONDON, breakdown)
            for indicator, starts_on, ends_on, breakdown in every
        )
        found = sums(whole, indicators)
        for one in found:
            whole |= dict.fromkeys((one.total, *one.parts))
        self.positions = list(whole)
        at = {key: number for number, key in enumerate(self.positions)}
        relations = {(at[one.total], tuple(at[part] for part in one.parts)): one for one in found}
        self.sums: tuple[Relation, ...] = tuple(relations)
        # A year is its quarters, and a sum of indicators these indicators: nothing is left over.
        self.may_leave_over = [
            one.parts[0][:3] == one.total[:3]
            or (one.parts[0][1:3] == one.total[1:3] and not indicators[one.total.indicator].sum_of)
            for one in relations.values()
        ]
        self.places = [LONDON, *sorted({key.place for key in keys} - {LONDON})]
        self._position = {counted(key): number for key, number in at.items()}
        self._place = {place: number for number, place in enumerate(self.places)}

    def at(self, key: Key) -> tuple[int, int]:
        """The position and place of a figure."""
        return self._position[counted(key)], self._place[key.place]

    def key(self, position: int, place: int) -> Key:
        indicator, starts_on, ends_on, _, breakdown = self.positions[position]
        return Key(indicator, starts_on, ends_on, self.places[place], breakdown)

    def nearest(self, hidden: np.ndarray, position: int, place: int) -> Key | None:
        """The hidden figure that stands in one sum with another: of its place, else of its time."""
        for total, parts in self.sums:
            if position in (total, *parts):
                for other in (*parts, total):
                    if hidden[other, place]:
                        return self.key(other, place)
        others = np.flatnonzero(hidden[position, : len(self.places)])
        return self.key(position, others[0]) if len(others) else None

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.positions), len(self.places)


def counted(key: Key) -> tuple[str, str, str, str]:
    """What is counted when and of whom, whatever the place."""
    return key.indicator, key.starts_on, key.ends_on, key.breakdown


@dataclass
class Counts:
    """The counts of a lot, by position and place, and what is known of each.

    `begun` is what becomes of each at least: NOT_GIVEN where nobody said a number that a rule
    could treat. `is_any` where the count is one of several that fit the others. `rest` is what all
    other places count, by position, where somebody can tell that there are any; else None.
    """

    values: np.ndarray
    least: np.ndarray
    most: np.ndarray
    begun: np.ndarray
    is_any: np.ndarray
    rest: np.ndarray | None = None

    @classmethod
    def of(cls, plan: Plan, words: Mapping[Key, Word], rule: Rule) -> Counts:
        """The counts that words say; what they do not say follows from sums, or is anything."""
        values = np.full(plan.shape, np.nan)
        least, most = np.zeros(plan.shape, np.int64), np.full(plan.shape, ENDLESS)
        begun = np.full(plan.shape, Treatment.NOT_GIVEN, np.int8)
        for key, word in words.items():
            at = plan.at(key)
            if word.is_withheld:
                begun[at] = Treatment.FEW
            elif word.marker in AS_GOOD_AS_NOUGHT and word.lower is None:
                values[at] = least[at] = most[at] = 0
            elif word.is_exact:
                values[at] = max(round(word.lower), 0)
                if word.is_public:
                    least[at] = most[at] = values[at]
                else:
                    begun[at] = Treatment.EXACT
            else:
                least[at], most[at] = whole_limits((word.lower, word.upper))
        is_withheld = begun == Treatment.FEW
        values, rest, is_any = _whole(values, least, np.where(is_withheld, rule.few, most), plan)
        # What nobody gave and makes no difference is taken for nought.
        most[(begun == Treatment.NOT_GIVEN) & (values == 0) & ~is_any & (most == ENDLESS)] = 0
        begun[is_withheld & (values > rule.few)] = Treatment.ALSO
        return cls(values, least, most, begun, is_any, rest)

    def copy(self) -> Counts:
        """The same, of which the limits can be narrowed apart."""
        return replace(self, least=self.least.copy(), most=self.most.copy())

    def narrow(
        self, plan: Plan, shown: Mapping[Key, Sequence[Limits]], keys: Sequence[Key]
    ) -> None:
        """Take into account what readers were shown of these counts, where it still holds."""
        for key in keys:
            for limits in shown.get(key, ()):
                at = plan.at(key)
                lower, upper = whole_limits(limits)
                if lower <= self.values[at] <= upper:
                    self.least[at] = max(self.least[at], lower)
                    self.most[at] = min(self.most[at], upper)


def whole_limits(limits: Limits) -> Limits:
    """Limits as whole numbers; none is no lower limit than nought, or no upper limit."""
    lower, upper = limits
    return (
        0 if lower is None else max(int(np.ceil(lower)), 0),
        ENDLESS if upper is None else int(np.floor(upper)),
    )


def left_over(plan: Plan, counts: Counts) -> tuple[list[int], np.ndarray]:
    """Sums whose parts leave something over somewhere: their numbers, and by sum and place what.

    A sum of which a member stands for anything leaves nothing over that anybody could tell.
    """
    found, rests = [], []
    for number, (total, parts) in enumerate(plan.sums):
        if not plan.may_leave_over[number]:
            continue
        is_any = counts.is_any[[total, *parts]].any(axis=0)
        rest = counts.values[total] - counts.values[list(parts)].sum(axis=0)
        rest = np.where(is_any, 0, np.maximum(rest, 0))
        if rest.any():
            found.append(number)
            rests.append(rest)
    return found, np.array(rests, np.int64).reshape(-1, len(plan.places))


def elsewhere(counts: Counts) -> np.ndarray:
    """By position, what London counts more than all its places together."""
    if counts.rest is not None:
        return counts.rest
    is_any = counts.is_any.any(axis=1)
    rest = counts.values[:, 0] - counts.values[:, 1:].sum(axis=1)
    return np.where(is_any, 0, np.maximum(rest, 0))


def _whole(
    values: np.ndarray, least: np.ndarray, most: np.ndarray, plan: Plan
) -> tuple[np.ndarray, np.ndarray | None, np.ndarray]:
    """The counts with those that are lacking, what other places count, and which could be others.

    Where some of London is elsewhere, what one place lacks is not all that London has more.
    """
    has_others = _has_others(values)
    if has_others:
        lacking = np.full((len(values), 1), np.nan)
        values = np.concatenate([values, lacking], axis=1)
        least = np.concatenate([least, np.zeros_like(lacking, np.int64)], axis=1)
        most = np.concatenate([most, np.full_like(lacking, ENDLESS, np.int64)], axis=1)
    _fill(values, plan)
    is_any = np.isnan(values)
    if is_any.any():
        values = completed(values, plan.sums, least, most)
    values = values.astype(np.int64)
    if not has_others:
        return values, None, is_any
    return values[:, :-1], values[:, -1], is_any[:, :-1]


def _has_others(values: np.ndarray) -> bool:
    """Whether London counts more than its places together, where fewer than all were given."""
    rest = values[:, 0] - values[:, 1:].sum(axis=1)
    return values.shape[1] - 1 < BOROUGHS_OF_THE_MET and bool((rest > 0).any())


def _fill(values: np.ndarray, plan: Plan) -> None:
    """Work out what is lacking: first from sums that leave nothing over, then from all."""
    named = zip(plan.sums, plan.may_leave_over, strict=True)
    _fill_from(values, [one for one, may_leave_over in named if not may_leave_over])
    _fill_from(values, plan.sums)


def _fill_from(values: np.ndarray, relations: Sequence[Relation]) -> None:
    """Work out what is lacking where one member of a sum is, again and again."""
    while True:
        before = np.isnan(values).sum()
        for total, parts in relations:
            _fill_one(values, total, list(parts))
        if values.shape[1] > 1:
            _fill_one(values.T, 0, list(range(1, values.shape[1])))
        if np.isnan(values).sum() == before:
            return


def _fill_one(values: np.ndarray, total: int, parts: list[int]) -> None:
    """Where a sum lacks one member only, that follows from the others; each column by itself."""
    lacking = np.isnan(values[parts])
    count = lacking.sum(axis=0)
    known = np.nansum(values[parts], axis=0)
    is_total_lacking = np.isnan(values[total])
    follows = is_total_lacking & (count == 0)
    values[total, follows] = known[follows]
    rest = np.maximum(values[total] - known, 0)
    follows = np.flatnonzero(~is_total_lacking & (count == 1))
    values[np.array(parts)[lacking.argmax(axis=0)[follows]], follows] = rest[follows]
    # Nothing is left: so much is each of those that are lacking.
    for column in np.flatnonzero((rest == 0) & (count > 1)):
        values[np.array(parts)[lacking[:, column]], column] = 0
