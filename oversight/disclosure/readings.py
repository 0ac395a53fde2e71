"""What a reader may take for true: each way to read what is withheld, missing, or was other."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from oversight.disclosure.keys import AS_GOOD_AS_NOUGHT, FEW, Key, Word
from oversight.disclosure.limits import Limits
from oversight.disclosure.rests import BOROUGHS_OF_THE_MET
from oversight.disclosure.sums import Sum

ANYTHING: Limits = (0, math.inf)
# What everybody knows of a figure that is withheld by the rule.
ANY_OF_THE_FEW: Limits = (FEW[0], FEW[-1])


class Reading(NamedTuple):
    """The sums in which anything is unseen, and what is seen of their members.

    `earlier` are those taken for what they were in a publication before: to hide their number of
    today does not help against this reader.
    """

    sums: list[Sum]
    seen: dict[Key, Limits]
    earlier: Collection[Key]


def readings(
    every_sum: Sequence[Sum],
    words: Mapping[Key, Word],
    unseen: Mapping[Key, Limits],
    published: Mapping[Key, Sequence[float]],
) -> Iterator[Reading]:
    """Every way to read these figures, each once.

    What a sender withheld is few, or anything (then no sum over some boroughs is one for London).
    What has no number is anything, or nought. What was published is as it is now, or as it was.
    """
    seen: dict[Key, Limits] = {}
    for one in every_sum:
        for key in (one.total, *one.parts):
            if key not in seen:
                seen[key] = unseen.get(key) or limits(words.get(key))
    withheld = {key for key in seen if key in words and words[key].is_withheld}
    complete = [
        one for one in every_sum if _is_of_all_places(one) or withheld.isdisjoint(one.parts)
    ]
    of_withheld = [(every_sum, {})]
    if withheld:
        of_withheld.append((complete, dict.fromkeys(withheld, ANYTHING)))
    met: set[tuple] = set()
    for (sums, open_ended), noughts, earlier in product(
        of_withheld,
        _noughts(seen, words, unseen, published),
        _earlier(seen, words, unseen, published),
    ):
        other = {**open_ended, **noughts, **earlier}
        named = (bool(open_ended), frozenset(other.items()))
        if named not in met:
            met.add(named)
            yield _telling(sums, {**seen, **other}, earlier)


def limits(word: Word | None) -> Limits:
    """The limits a word sets."""
    if word is None or word.is_withheld:
        return ANYTHING
    return word.lower or 0, math.inf if word.upper is None else word.upper


def _telling(
    every_sum: Sequence[Sum], seen: dict[Key, Limits], earlier: Collection[Key]
) -> Reading:
    telling = [
        one
        for one in every_sum
        if any(seen[key][0] < seen[key][1] for key in (one.total, *one.parts))
    ]
    return Reading(telling, seen, earlier)


def _is_of_all_places(one: Sum) -> bool:
    return one.parts[0].place == one.total.place or len(one.parts) >= BOROUGHS_OF_THE_MET


def _noughts(
    seen: Collection[Key],
    words: Mapping[Key, Word],
    unseen: Collection[Key],
    published: Collection[Key],
) -> list[dict[Key, Limits]]:
    """None of what has no number; what is as good as nought; all of it, the left out too."""
    silent = [key for key in seen if key in words and words[key].is_silent and key not in unseen]
    left_out = [key for key in seen if key not in words and key in published]
    sure = [key for key in silent if words[key].marker in AS_GOOD_AS_NOUGHT]
    ways = [dict.fromkeys(keys, (0, 0)) for keys in ((), sure, [*silent, *left_out])]
    return [way for number, way in enumerate(ways) if way not in ways[:number]]


def _earlier(
    seen: Collection[Key],
    words: Mapping[Key, Word],
    unseen: Collection[Key],
    published: Mapping[Key, Sequence[float]],
) -> list[dict[Key, Limits]]:
    """Nothing as it was; only what has no number now; all as it was last, before that, and so on.

    Each with what is hidden now as it was, and without.
    """
    kept = {key: published[key] for key in seen if key in published}
    ways: list[dict[Key, Limits]] = [{}]
    for back in range(-1, max(map(len, kept.values()), default=-1)):
        for left_alone in (unseen, ()):
            way = {}
            for key, numbers in kept.items():
                then = numbers[min(max(back, 0), len(numbers) - 1)]
                is_shown = key in words and words[key].is_exact and key not in unseen
                is_otherwise = not is_shown or (back >= 0 and words[key].lower != then)
                if is_otherwise and key not in left_alone:
                    way[key] = then, then
            if way not in ways:
                ways.append(way)
    return ways
