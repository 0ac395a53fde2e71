"""Protecting small numbers: what is shown exactly, rounded or not at all, so that no child can be
counted out.

A count of few children in one borough, or of one sex or age, can point at a child. It is hidden,
and so is whatever else would give it away. Values in, values out; nothing here knows how figures
are kept or drawn.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from oversight.definitions import Indicator
from oversight.disclosure.keys import LONDON, WITHHELD, Key, Limits, Word, is_protected
from oversight.disclosure.sums import families, year_of

if TYPE_CHECKING:
    from oversight.disclosure.before import Before
    from oversight.disclosure.laying import Laid
    from oversight.disclosure.rule import Rule, Treatment

__all__ = ["LONDON", "WITHHELD", "Key", "Limits", "Told", "Word", "is_protected", "protected"]


class Told(NamedTuple):
    """What becomes of a figure; of one that is hidden for another's sake, that other one."""

    treatment: Treatment
    for_sake_of: Key | None = None


def protected(
    words: Mapping[Key, Word],
    before: Before,
    indicators: Mapping[str, Indicator],
    rule: Rule,
    is_kept: bool = False,
) -> dict[Key, Told]:
    """What becomes of each figure that is not shown exactly.

    Args:
        words: what is said of each figure of the indicators that count people.
        before: what readers were shown of them.
        indicators: the definitions, which say what adds up to what.
        rule: the numbers of the rule.
        is_kept: whether the publication before was made by the same rule. Then what hangs together
            with nothing that changed stays as it was: to show more of it would tell what changed.
    """
    # Imported here: whoever only asks for a key or a marker loads no library that reckons.
    from oversight.disclosure.gate import protect
    from oversight.disclosure.laying import laid, tables_of

    found: dict[Key, Told] = {}
    alike: dict[tuple, list[Laid]] = defaultdict(list)
    for keys in _lots(words, before, indicators):
        is_same = is_kept and before.then.keys().isdisjoint(keys)
        if is_same and _was_protected(keys, before, rule):
            found |= _as_before(keys, words, before)
        else:
            one = laid(keys, words, before, indicators, rule)
            alike[one.form].append(one)
    for lots in alike.values():
        treatment = protect(tables_of(lots), rule)
        for number, one in enumerate(lots):
            found |= _told(one, treatment[:, number], words, before)
    return found


def _lots(
    words: Mapping[Key, Word], before: Before, indicators: Mapping[str, Indicator]
) -> Iterator[list[Key]]:
    """The keys of figures that hang together, where any of them is of less than all of London."""
    family = families(indicators)
    lots: dict[tuple[str, str], list[Key]] = defaultdict(list)
    in_need = set()
    for key in dict.fromkeys([*words, *before.stood]):
        lot = family[key.indicator], year_of(key, indicators[key.indicator].clock)
        lots[lot].append(key)
        if is_protected(key):
            in_need.add(lot)
    for lot in sorted(in_need):
        yield lots[lot]


def _was_protected(keys: list[Key], before: Before, rule: Rule) -> bool:
    """Whether nothing stood as it was sent that the rule would hide or round."""
    least, most = (1, math.inf) if rule.base > 1 else (rule.least_of_few, rule.few)
    return not any(
        is_protected(key) and stood.is_exact and least <= stood.lower <= most
        for key in keys
        if (stood := before.stood.get(key)) is not None
    )


def _as_before(keys: list[Key], words: Mapping[Key, Word], before: Before) -> dict[Key, Told]:
    """What became of figures in the publication before."""
    from oversight.disclosure.rule import Treatment

    found = {}
    for key in keys:
        stood = before.stood.get(key)
        if stood is None or key not in words:
            continue
        if stood.is_withheld:
            is_whole = key in before.withheld
            found[key] = Told(Treatment.WITHHELD if is_whole else Treatment.ALSO)
        elif words[key].is_exact and not stood.is_exact:
            found[key] = Told(Treatment.ROUNDED)
    return found


def _told(one: Laid, treatment, words: Mapping[Key, Word], before: Before) -> dict[Key, Told]:
    """The treatments of a lot by the keys of its figures.

    What the publication before shows exactly, and nobody has said anew, is kept from nobody by
    hiding it.
    """
    import numpy as np

    from oversight.disclosure.rule import Treatment

    found = {}
    few, kinds = treatment == Treatment.FEW, list(Treatment)
    positions, places = one.begun.shape
    changed = np.argwhere(treatment[:positions, :places] > Treatment.EXACT)
    for position, place in changed.tolist():
        kind = kinds[treatment[position, place]]
        key = one.plan.key(position, place)
        stood = before.stood.get(key)
        is_public = stood is not None and stood.is_exact and key not in before.then
        if key not in words or (is_public and not is_protected(key)):
            continue
        sake = one.plan.nearest(few, position, place) if kind == Treatment.ALSO else None
        found[key] = Told(kind, sake)
    return found
