"""Protecting small numbers: which figures must stay unseen so that no child can be counted out.

A count from 1 to 7 of children in one borough, or of one sex or age, can point at a child. It is
hidden, and so is whatever else would give it away: a total less the parts that are shown. Values
in, keys out; nothing here knows how figures are kept or drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from oversight.definitions import Indicator
from oversight.disclosure.keys import FEW, LONDON, WITHHELD, Key, Word, is_few, is_protected
from oversight.disclosure.sums import families, year_of

__all__ = [
    "FEW",
    "LONDON",
    "WITHHELD",
    "Key",
    "Word",
    "hidden",
    "is_few",
    "is_protected",
    "why_hidden",
]


def hidden(
    words: Mapping[Key, Word],
    indicators: Mapping[str, Indicator],
    published: Mapping[Key, Sequence[float]] = MappingProxyType({}),
) -> set[Key]:
    """The figures that must not be shown, those withheld by whoever sent them left out.

    Args:
        words: what stands of each figure of the indicators that count people.
        indicators: the definitions, which say what adds up to what.
        published: every number that readers saw of a figure, the newest first. To hide such a
            number helps nobody, and whoever remembers it can add it to what is shown now.
    """
    return set(why_hidden(words, indicators, published))


def why_hidden(
    words: Mapping[Key, Word],
    indicators: Mapping[str, Indicator],
    published: Mapping[Key, Sequence[float]] = MappingProxyType({}),
) -> dict[Key, Key | None]:
    """The same, each with the figure that it would give away; None where it is few itself."""
    # Imported here: whoever only asks for a key or a marker loads no library that reckons.
    from oversight.disclosure.hiding import hidden_among

    found: dict[Key, Key | None] = {}
    for said, shown in _apart(words, indicators, published):
        found |= hidden_among(said, indicators, shown)
    return found


def _apart(
    words: Mapping[Key, Word],
    indicators: Mapping[str, Indicator],
    published: Mapping[Key, Sequence[float]],
) -> Iterator[tuple[dict[Key, Word], dict[Key, Sequence[float]]]]:
    """The figures in lots, no sum reaching from one to another; those with nothing to hide not."""
    family = families(indicators)
    lots: dict[tuple[str, str], tuple[dict, dict]] = defaultdict(lambda: ({}, {}))
    in_need = set()
    for number, each in enumerate((words, published)):
        for key, said in each.items():
            lot = family[key.indicator], year_of(key, indicators[key.indicator].clock)
            lots[lot][number][key] = said
            if is_protected(key):
                in_need.add(lot)
    for lot in sorted(in_need):
        yield lots[lot]
