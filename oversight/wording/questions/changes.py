"""Questions from figures that moved, in neutral words. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import bounds
from oversight.framework import Entry
from oversight.series import Change
from oversight.statistics import Compared, Tested
from oversight.wording.signal import chance_sentence, joined
from oversight.wording.words import figure_in_words, moved

CANNOT_TELL_APART = (
    "The change alone cannot tell the four apart; the year of the abuse and an audit of recording"
    " could."
)
BROUGHT_BY_A_RETURN = "A return since the report brought the newer figure."


def which_explanation(change: Change) -> str:
    """A rise or fall, and the four ways to explain it, none of them preferred."""
    more, was = ("more", "was older abuse") if _rose(change) else ("fewer", "was less older abuse")
    abuse = "more" if _rose(change) else "less"
    return (
        f"Rape and sexual assault allegations {moved(change.per_cent)}, from {_from_to(change)}:"
        f" did {more} people come forward, {was} reported, did recording change, or did {abuse}"
        " abuse happen?"
    )


def cannot_tell_apart(tested: Sequence[Tested]) -> str:
    """That a change alone is no explanation, and before that what chance could give."""
    found = [one.counts for one in tested if isinstance(one.counts, Compared)]
    return joined(*map(chance_sentence, found), CANNOT_TELL_APART)


def what_lies_behind(entry: Entry, change: Change) -> str:
    return (
        f"{entry.title} {moved(change.per_cent)}, from {_from_to(change)}: what lies behind it, and"
        " which count would show that?"
    )


def changed(change: Change) -> str:
    return f"{bounds.printed_change(change.per_cent)} on {change.base.period}"


def _rose(change: Change) -> bool:
    return (change.per_cent.lower or 0) > 0


def _from_to(change: Change) -> str:
    base, point = change.base, change.point
    return f"{figure_in_words(base)} in {base.period} to {figure_in_words(point)} in {point.period}"
