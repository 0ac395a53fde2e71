"""Protecting small numbers: which figures must stay unseen so that no child can be counted out.

A count from 1 to 7 of children in one borough, or of one sex or age, can point at a child. It is
hidden, and so is whatever else would give it away: a total less the parts that are shown. Values
in, keys out; nothing here knows how figures are kept or drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from oversight.definitions import Indicator
from oversight.disclosure.hiding import hidden_among
from oversight.disclosure.keys import FEW, LONDON, Key, Word, is_few, is_protected
from oversight.disclosure.sums import families, year_of

__all__ = ["FEW", "LONDON", "Key", "Word", "hidden", "is_few", "is_protected"]


def hidden(
    words: Mapping[Key, Word],
    indicators: Mapping[str, Indicator],
    public: Collection[Key] = frozenset(),
) -> set[Key]:
    """The figures that must not be shown, those withheld by whoever sent them left out.

    Args:
        words: what stands of each figure of the indicators that count people.
        indicators: the definitions, which say what adds up to what.
        public: figures whose very number has been published before; to hide them helps nobody.
    """
    found: set[Key] = set()
    for together in _apart(words, indicators):
        found |= hidden_among(together, indicators, public)
    return found


def _apart(
    words: Mapping[Key, Word], indicators: Mapping[str, Indicator]
) -> Iterator[dict[Key, Word]]:
    """The figures in lots, no sum reaching from one to another; those with nothing to hide not."""
    family = families(indicators)
    lots: dict[tuple[str, str], dict[Key, Word]] = defaultdict(dict)
    in_need = set()
    for key, word in words.items():
        lot = family[key.indicator], year_of(key, indicators[key.indicator].clock)
        lots[lot][key] = word
        if is_protected(key) and (word.is_withheld or is_few(word)):
            in_need.add(lot)
    for lot in sorted(in_need):
        yield lots[lot]
