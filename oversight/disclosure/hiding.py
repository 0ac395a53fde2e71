"""Hiding what is few, and then, one after another, what would give it away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from oversight.definitions import Indicator
from oversight.disclosure.keys import Key, Word, is_few, is_protected
from oversight.disclosure.limits import Reader
from oversight.disclosure.readings import ANY_OF_THE_FEW, ANYTHING, Reading, readings
from oversight.disclosure.rests import with_rests
from oversight.disclosure.sums import Sum, sums
from oversight.disclosure.together import had_together


def hidden_among(
    words: Mapping[Key, Word],
    indicators: Mapping[str, Indicator],
    published: Mapping[Key, Sequence[float]],
) -> dict[Key, Key | None]:
    """The figures to hide among these, each with what it would give away; see `why_hidden`."""
    # What was published before stays known; it is hidden from now on and protects nothing.
    public = {
        key for key, word in words.items() if word.is_exact and word.lower in published.get(key, ())
    }
    few = {key for key, word in words.items() if is_protected(key) and is_few(word)}
    withheld = {key for key, word in words.items() if is_protected(key) and word.is_withheld}
    every_sum, rests = with_rests(sums({*words, *published}, indicators), words, published)
    if not (few | withheld | rests):
        return {}
    unseen = {
        **dict.fromkeys(rests, ANYTHING),
        **dict.fromkeys((few | withheld) - public, ANY_OF_THE_FEW),
    }
    wanted = set(unseen)
    shown = {
        key: word.lower
        for key, word in words.items()
        if word.is_exact and key not in few and key not in public
    }
    found: dict[Key, Key | None] = dict.fromkeys(few)
    while True:
        every_reading = list(readings(every_sum, words, unseen, published))
        also, fitting = _given_away_by_one(every_reading, unseen, shown)
        if not also:
            also = _given_away_by_several(every_reading, fitting, wanted, shown)
        if not also:
            return found
        found |= also
        for key in also:
            unseen[key] = ANYTHING
            del shown[key]


def _given_away_by_one(
    every_reading: Iterable[Reading], unseen: Collection[Key], shown: Mapping[Key, float]
) -> tuple[dict[Key, Key], list[list[Sum]]]:
    """What to hide against readers who take one sum after another; and the sums that fit them."""
    also: dict[Key, Key] = {}
    fitting = []
    for sums_of, seen, earlier in every_reading:
        reader = Reader(sums_of, seen)
        fitting.append(reader.fitting)
        # In the order in which they were had: what comes first gives the rest away.
        for key, one in reader.had_by.items():
            if key in unseen and not _is_opened(_resting_on(one, reader), also):
                following = _next_to_hide(_resting_on(one, reader), shown, earlier)
                also |= {following: key} if following else {}
    return also, fitting


def _given_away_by_several(
    every_reading: Iterable[Reading],
    fitting: Iterable[Sequence[Sum]],
    wanted: Collection[Key],
    shown: Mapping[Key, float],
) -> dict[Key, Key]:
    """What to hide against readers who add sums to each other and subtract them."""
    also: dict[Key, Key] = {}
    for (_, seen, earlier), fit in zip(every_reading, fitting, strict=True):
        for key, by in had_together(fit, seen, wanted):
            nearest = sorted(by, key=lambda one: key not in (one.total, *one.parts))
            if not _is_opened(nearest, also):
                following = _next_to_hide(nearest, shown, earlier)
                also |= {following: key} if following else {}
    return also


def _is_opened(telling: Iterable[Sum], also: Mapping[Key, Key]) -> bool:
    """Whether one of the sums that gave a figure away is opened in this round already."""
    return any(not also.keys().isdisjoint((each.total, *each.parts)) for each in telling)


def _next_to_hide(
    telling: Iterable[Sum], shown: Mapping[Key, float], earlier: Collection[Key]
) -> Key | None:
    """What to hide of the sums that gave a figure away.

    The total; where that is known or nobody gave it, the smallest part, a nought only where
    nothing else is left. None where all of it has been published before.
    """
    noughts = []
    for each in telling:
        if shown.get(each.total) and each.total not in earlier:
            return each.total
        parts = (part for part in each.parts if part in shown and part not in earlier)
        for value, part in sorted((shown[part], part) for part in parts):
            if value:
                return part
            noughts.append(part)
    return noughts[0] if noughts else None


def _resting_on(one: Sum, reader: Reader) -> Iterator[Sum]:
    """The sum, then those by which its members came to be known."""
    waiting, met = [one], {one}
    for each in waiting:
        yield each
        for key in (each.total, *each.parts):
            other = reader.had_by.get(key)
            if other and other not in met:
                met.add(other)
                waiting.append(other)
