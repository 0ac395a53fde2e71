"""Parts of sentences that several kinds of question share. Values in, texts out."""

from __future__ import annotations

from collections.abc import Iterable

from oversight import asks
from oversight.asks import COMMITTEE, Held
from oversight.periods import in_words
from oversight.wording.bodies import the
from oversight.wording.words import listed, many


def owing(one: Held) -> str:
    """The bodies that are to do it: those that owe the next word, the Committee's finding apart."""
    stands = one.standing
    doing = [body for body in asks.owing(stands) if body != COMMITTEE or body in stands.owners]
    return bodies(doing or stands.owners) or "anybody"


def bodies(names: Iterable[str]) -> str:
    return listed(map(the, names))


def within(text: str) -> str:
    """A text inside a sentence: a small letter first, but for a name or an abbreviation."""
    first = text.split(maxsplit=1)[0]
    return text if any(letter.isupper() for letter in first[1:]) else text[:1].lower() + text[1:]


def days_late(one: Held) -> str:
    return f"{many(-one.standing.days, 'day')} late"


def date_passed(one: Held) -> str:
    """That the day has passed, and what has been heard."""
    return f"Its date passed on {in_words(one.standing.due_on)}; {heard(one)}."


def heard(one: Held) -> str:
    """What has been heard of an ask by the reading date."""
    if one.standing.last_word is None:
        return "no answer has come"
    if asks.is_unanswered(one.standing):
        return "not every body has answered"
    return f"the last word came on {in_words(one.standing.last_word.said_on)}"
