"""What readers were shown before of the figures of a lot, and so know of them.

What older publications show may be of another number than what is said now: so there are two
readers, one who may know too much and one who only knows what is sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

    @property
    def still_shown(self) -> dict[Key, list[Limits]]:
        """The limits of each figure in the publication before: what older ones show may be of
        another number."""
        return {
            key: [(word.lower, word.upper)]
            for key, word in self.stood.items()
            if word.lower is not None
        }


def narrowed(
    plan: Plan, counts: Counts, keys: Sequence[Key], before: Before, rule: Rule
) -> tuple[Counts, Counts]:
    """What readers may know of these figures, and what they know for sure.

    What is safe must be safe from the first; only what the second gives away is given up for lost.
    """
    sides = counts, counts.copy()
    for side, shown in zip(sides, (before.shown, before.still_shown), strict=True):
        side.narrow(plan, shown, keys)
        _tell_few_from_others(plan, side, keys, before, rule)
    return sides


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
