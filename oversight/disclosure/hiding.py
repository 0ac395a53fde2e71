"""Hiding what is few, and then, one after another, what would give it away."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping

from oversight.definitions import Indicator
from oversight.disclosure.keys import FEW, Key, Word, is_few, is_protected
from oversight.disclosure.limits import Limits, Reader
from oversight.disclosure.sums import Sum, sums

ANYTHING: Limits = (0, math.inf)
# The City of London has a police of its own.
BOROUGHS_OF_THE_MET = 32
# What everybody knows of a figure that is withheld by the rule.
ANY_OF_THE_FEW: Limits = (FEW[0], FEW[-1])


def hidden_among(
    words: Mapping[Key, Word], indicators: Mapping[str, Indicator], public: Collection[Key]
) -> set[Key]:
    """The figures to hide among these; see `disclosure.hidden`."""
    few = {key for key, word in words.items() if is_protected(key) and is_few(word)}
    withheld = {key for key, word in words.items() if is_protected(key) and word.is_withheld}
    # What was published before stays known; it is hidden from now on and protects nothing.
    unseen = {key: ANY_OF_THE_FEW for key in (few | withheld) if key not in public}
    shown = {
        key: word.lower
        for key, word in words.items()
        if word.is_exact and key not in few and key not in public
    }
    every_sum = sums(words, indicators)
    found = set(few)
    while True:
        also = set()
        for reader in _readers(every_sum, words, unseen, withheld):
            # In the order in which they were had: what comes first gives the rest away.
            for key, one in reader.had_by.items():
                if key in unseen and not _is_opened(one, reader, also):
                    following = _next_to_hide(one, reader, shown)
                    also |= {following} if following else set()
        if not also:
            return found
        found |= also
        for key in also:
            unseen[key] = ANYTHING
            del shown[key]


def _readers(
    every_sum: list[Sum],
    words: Mapping[Key, Word],
    unseen: Mapping[Key, Limits],
    withheld: Collection[Key],
) -> Iterator[Reader]:
    """Who takes all that is withheld for few; and who takes what a sender withheld for anything.

    The second takes no sum over some of the boroughs for all of London.
    """
    yield Reader(*_to_think_about(every_sum, words, unseen))
    if withheld:
        whole = [
            one for one in every_sum if _is_of_all_places(one) or withheld.isdisjoint(one.parts)
        ]
        open_ended = {**unseen, **dict.fromkeys(withheld, ANYTHING)}
        yield Reader(*_to_think_about(whole, words, open_ended))


def _is_of_all_places(one: Sum) -> bool:
    return one.parts[0].place == one.total.place or len(one.parts) >= BOROUGHS_OF_THE_MET


def _to_think_about(
    every_sum: list[Sum], words: Mapping[Key, Word], unseen: Mapping[Key, Limits]
) -> tuple[list[Sum], dict[Key, Limits]]:
    """The sums in which anything is unseen, and what is seen of their members."""
    seen: dict[Key, Limits] = {}
    for one in every_sum:
        for key in (one.total, *one.parts):
            if key not in seen:
                seen[key] = unseen.get(key) or _limits(words.get(key))
    telling = [
        one
        for one in every_sum
        if any(seen[key][0] < seen[key][1] for key in (one.total, *one.parts))
    ]
    return telling, seen


def _limits(word: Word | None) -> Limits:
    if word is None or word.is_withheld:
        return ANYTHING
    return word.lower or 0, math.inf if word.upper is None else word.upper


def _is_opened(one: Sum, reader: Reader, also: Collection[Key]) -> bool:
    """Whether a sum, or one of those on which its own rest, is opened in this round already."""
    return any(not also.isdisjoint((each.total, *each.parts)) for each in _resting_on(one, reader))


def _next_to_hide(one: Sum, reader: Reader, shown: Mapping[Key, float]) -> Key | None:
    """What to hide of the sum that gave a figure away, or of those on which its own rest.

    The total; where that is known or nobody gave it, the smallest part, a nought only where
    nothing else is left. None where all of it has been published before.
    """
    noughts = []
    for each in _resting_on(one, reader):
        if shown.get(each.total):
            return each.total
        parts = sorted((shown[part], part) for part in each.parts if part in shown)
        for value, part in parts:
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
