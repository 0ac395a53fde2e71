"""Questions from dates: past, near, moved, and never set. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence

from oversight.asks import Held, Move
from oversight.periods import in_words
from oversight.wording.bodies import the
from oversight.wording.questions.parts import bodies, days_late, heard, owing, within
from oversight.wording.recommendations import lint_cell
from oversight.wording.words import listed, many

NO_OWNER = "The report asks for it and names nobody, so nobody can be late with it."
NO_INTERVAL = "What is to be done again and again, nobody says how often, is never late."


def when_at_last(one: Held) -> str:
    return (
        f"When will {owing(one)} {within(one.asked.summary)} ({one.id}), which was due on"
        f" {in_words(one.standing.due_on)} and is {days_late(one)}?"
    )


def is_it_done(one: Held) -> str:
    """Put to the Committee, where the body claims to have done it and nobody has assessed that."""
    return (
        f"Does the Committee find that {one.id} ({within(one.asked.summary)}), which was due on"
        f" {in_words(one.standing.due_on)}, has been done as {bodies(one.standing.claims)}"
        f" {'say' if len(one.standing.claims) > 1 else 'says'}?"
    )


def in_time(one: Held) -> str:
    return (
        f"Will {owing(one)} {within(one.asked.summary)} ({one.id}) by"
        f" {in_words(one.standing.due_on)}?"
    )


def date_is_near(one: Held) -> str:
    return f"Its date is less than a quarter away; {heard(one)}."


def days_left(one: Held) -> str:
    return f"{many(one.standing.days, 'day')} left" if one.standing.days else "due today"


def why_moved(one: Held, last: Move) -> str:
    return (
        f"Why does {the(last.author)} now name {in_words(last.due_on)} for {one.id}"
        f" ({within(one.asked.summary)}), {many(one.standing.slipped, 'day')} after the first"
        " date?"
    )


def first_date_stands(one: Held) -> str:
    held_to = in_words(one.standing.due_on)
    return f"The Committee has not agreed to the later date; {held_to} stands."


def days_slipped(one: Held) -> str:
    return f"{many(one.standing.slipped, 'day')} later"


def still_so(one: Held) -> str:
    said = one.standing.last_word
    word = said.delivery or said.response or "a later date"
    return (
        f"What has {the(said.author)} done on {one.id} ({within(one.asked.summary)}) since"
        f" {in_words(said.said_on)}, when it said “{word}”?"
    )


def word_fades(one: Held) -> str:
    days = (one.standing.on - one.standing.last_word.said_on).days
    return f"The last word on it is {many(days, 'day')} old."


def last_said(one: Held) -> str:
    return f"last word {in_words(one.standing.last_word.said_on)}"


def who_owns(one: Held) -> str:
    return f"Who owns {one.id}, and by which day will they {within(one.asked.summary)}?"


def lacking(one: Held) -> str:
    return lint_cell(one)


def by_which_day(owner: str, found: Sequence[Held]) -> str:
    names = [one.id for one in found]
    ask, have = ("asks", "has") if len(names) == 1 else ("ask", "have")
    return (
        f"By which day will {the(owner)} do what {listed(names)} {ask}, which {have} no"
        " calendar date?"
    )


def never_late(count: int) -> str:
    return f"What has no date is never late, and {'this has' if count == 1 else 'these have'} none."


def of_asks(count: int, every: int) -> str:
    return f"{count} of {many(every, 'ask')}"


def how_often(one: Held) -> str:
    return (
        f"How often will {owing(one)} {within(one.asked.summary)} ({one.id}), and from which day?"
    )


def basis(one: Held) -> str:
    return one.asked.due_basis
