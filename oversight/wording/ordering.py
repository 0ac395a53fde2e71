"""Words of the form for a running order: how questions are put, what the meeting will see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight.periods import in_words
from oversight.wording.words import many

NOT_ASKED_NOW = "Nothing asks this on the reading date."
HEADINGS = ("Shown", "Place", "Minutes", "Note for the chair")
HOW_IT_IS_SAVED = (
    "One line a slide: tick what is shown, and write its place, its minutes and a note for the"
    " chair. A place that is taken moves the others on."
)


def will_be_shown(slides: int, minutes: Sequence[int | None], asked: int) -> str:
    """How long the order is: slides, minutes as far as they are given, and what is asked."""
    given = [one for one in minutes if one is not None]
    parts = [many(slides, "slide")]
    if given:
        of_which = "in all" if len(given) == slides else f"for {len(given)} of them"
        parts.append(f"{many(sum(given), 'minute')} {of_which}")
    if asked:
        parts.append(f"{many(asked, 'question')} put first, added or left out")
    return f"{'; '.join(parts)}."


def takes_the_place(meeting_on: date) -> str:
    return (
        f"It takes the place of the running order that is saved for {in_words(meeting_on)}; that"
        " one stays in the publications before."
    )


def holds_elsewhere(on: date, meeting_on: date) -> str:
    """Why the page goes on showing the order of another meeting."""
    return (
        f"Read on {in_words(on)}, the page keeps to the meeting of {in_words(meeting_on)}, which is"
        " nearer."
    )
