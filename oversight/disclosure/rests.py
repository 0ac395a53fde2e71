"""Few that nobody wrote down: a total less all its parts but one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oversight.disclosure.keys import AS_GOOD_AS_NOUGHT, FEW, Key, Word, is_protected
from oversight.disclosure.sums import Sum, rest_of

# The City of London has a police of its own.
BOROUGHS_OF_THE_MET = 32


def with_rests(
    every_sum: Sequence[Sum], words: Mapping[Key, Word], published: Mapping[Key, Sequence[float]]
) -> tuple[list[Sum], set[Key]]:
    """The sums with a rest of few as a part, and those rests.

    A rest is the one part without a number, or what the parts that are there leave over: the other
    sex, the fourth quarter, the last borough.
    """
    known = {key: number for key, word in words.items() if (number := _number(word)) is not None}
    for key, numbers in published.items():
        if key not in words or words[key].is_silent:
            known.setdefault(key, numbers[0])
    told: dict[tuple[Key, frozenset[Key]], Sum] = {}
    rests = set()
    for one in every_sum:
        parts = (*one.parts, *one.lacks)
        silent = [part for part in parts if part not in known]
        is_plain = one.total in known and not any(
            words[key].is_withheld for key in silent if key in words
        )
        if not is_plain or len(silent) > 1 or not _is_split(one, words):
            told.setdefault((one.total, frozenset(one.parts)), one)
            continue
        rest = silent[0] if silent else rest_of(one.total)
        left = known[one.total] - sum(known[part] for part in parts if part in known)
        if left in FEW and is_protected(rest) and (silent or _may_leave_over(one)):
            rests.add(rest)
            one = Sum(one.total, (*(part for part in parts if part != rest), rest))
        told.setdefault((one.total, frozenset(one.parts)), one)
    return list(told.values()), rests


def _number(word: Word) -> float | None:
    if word.is_exact:
        return word.lower
    return 0 if word.marker in AS_GOOD_AS_NOUGHT else None


def _is_split(one: Sum, words: Mapping[Key, Word]) -> bool:
    """Whether a total is parted by kind or time; by place only where but one borough is missing.

    Or where one of those that are there has no number by now: they may be all there were.
    """
    first = one.parts[0]
    if first.indicator != one.total.indicator:
        return False
    if first.place == one.total.place:
        return True
    every = (*one.parts, *one.lacks)
    were_there = any(part not in words or words[part].is_silent for part in every)
    return were_there or len(every) >= BOROUGHS_OF_THE_MET - 1


def _may_leave_over(one: Sum) -> bool:
    """Four quarters leave nothing over."""
    return (
        one.parts[0].starts_on == one.total.starts_on and one.parts[0].ends_on == one.total.ends_on
    )
