"""What readers were shown before of the figures of a lot, and so know of them.

What older publications show may be of another number than what is said now: so there are two
readers, one who may know too much and one who only knows what is sure. What is safe must be safe
from the first; only what the second is told is given up for lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from oversight.disclosure.keys import Key, Limits, Word, is_protected
from oversight.disclosure.lots import Counts, Plan
from oversight.disclosure.rule import ENDLESS, Rule


class Before(NamedTuple):
    """What is public of figures already.

    Attributes:
        shown: the limits of each figure in every publication, in any order.
        stood: each figure as the publication before shows it.
        then: what was said of each figure when it was made, where that is no longer what is said;
            None where nothing was said of it.
        withheld: figures of which no reader knows whether they are few.
    """

    shown: Mapping[Key, Sequence[Limits]]
    stood: Mapping[Key, Word]
    then: Mapping[Key, Word | None]
    withheld: frozenset[Key] = frozenset()

    def still_shown(self, keys: Iterable[Key]) -> dict[Key, list[Limits]]:
        """The limits of these figures in the publication before, as `shown` has those of all."""
        return {
            key: [(stood.lower, stood.upper)]
            for key in keys
            if (stood := self.stood.get(key)) is not None and stood.lower is not None
        }


def narrowed(
    plan: Plan,
    counts: Counts,
    keys: Sequence[Key],
    shown: Mapping[Key, Sequence[Limits]],
    before: Before,
    rule: Rule,
) -> Counts:
    """The counts with what a reader knows of these figures who was shown such limits of them."""
    known = counts.copy()
    known.narrow(plan, shown, keys)
    _tell_few_from_others(plan, known, keys, before, rule)
    return known


def _tell_few_from_others(
    plan: Plan, counts: Counts, keys: Sequence[Key], before: Before, rule: Rule
) -> None:
    """What the strongest reader knows of counts that the publication before hides by themselves."""
    for key in keys:
        stood = before.stood.get(key)
        if stood is None or not stood.is_withheld or not is_protected(key):
            continue
        if key in before.withheld:
            continue
        at = plan.at(key)
        value = counts.values[at]
        least, most = (rule.few + 1, ENDLESS) if value > rule.few else (0, rule.few)
        if 0 < value <= rule.few:
            least = rule.least_of_few
        counts.least[at] = max(counts.least[at], least)
        counts.most[at] = min(counts.most[at], most)
