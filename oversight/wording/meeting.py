"""Sentences of the meeting page. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sized
from datetime import date

from oversight.periods import in_words
from oversight.wording.referrals import number_word
from oversight.wording.words import sentence

# Where nobody has said how many minutes an item is given.
NOT_SET = "not set"


def written_for(meeting_on: date) -> str:
    """Which meeting a running order is of."""
    return f"Written by staff for the meeting of {in_words(meeting_on)}."


def meeting_title(items: Sized, questions: Sized) -> str:
    """What there is to show and to ask."""
    findings = f"{number_word(len(items))} finding{'' if len(items) == 1 else 's'} for the room"
    if not len(questions):
        return f"{sentence(findings)[:-1]}, and no question that the figures raise"
    asked = f"{number_word(len(questions))} question{'' if len(questions) == 1 else 's'} to put"
    return f"{sentence(findings)[:-1]} and {asked}"
