"""What is done where no answer comes: the steps of the ladder, and a reminder to send."""

from __future__ import annotations

from datetime import date

from oversight import asks
from oversight.asks import COMMITTEE, Held
from oversight.periods import in_words
from oversight.wording.ask import in_time, where_it_stands
from oversight.wording.bodies import the
from oversight.wording.words import listed, many, pages


def rung_state(on: date, reading: date) -> str:
    """Whether a step of the ladder has been reached on the reading date."""
    days = (reading - on).days
    if days < 0:
        return f"○ in {many(-days, 'day')}"
    return f"● reached {many(days, 'day')} ago" if days else "● reached today"


def reminder(one: Held, body: str, reported_on: date, publication: str) -> str:
    """A letter to a body that owes the next word: what, where, since when, what is needed."""
    asked, stands = one.asked, one.standing
    what = "promise" if one.is_promise else "ask"
    lines = [
        f"To {the(body)}",
        f"About {what} {one.id} of the {COMMITTEE}'s report of {in_words(reported_on)}"
        f" ({pages(asked.pages)})",
        "",
        f"{_opening(one)}: {asked.summary[:1].lower()}{asked.summary[1:]}.",
        _dated(one),
        f"As at {in_words(stands.on)}: {where_it_stands(one)}.",
        "",
        f"What is needed: {_needed_of(one, body)}",
        f"Position recorded in {publication}, read on {in_words(stands.on)}.",
    ]
    return "\n".join(lines)


def _opening(one: Held) -> str:
    owners, who = one.standing.owners, one.asked.who
    if listed(owners) == who:
        who = listed(the(owner) for owner in owners)
    if one.is_promise:
        return f"The report records a promise by {who}, in our words"
    if not owners:
        return "The report asked for this and named nobody, in our words"
    return f"The report asked this of {who}, in our words"


def _dated(one: Held) -> str:
    stands = one.standing
    first = stands.first_due_on
    if stands.due_on is None:
        return f"No calendar date was set ({_basis(one)})."
    said = f"It was due on {in_words(first)}" if first else "The report set no calendar date"
    if stands.moves:
        last = stands.moves[-1]
        said += f"; {the(last.author)} now names {in_words(last.due_on)}"
    held = "" if stands.due_on == first else f"It is held to {in_words(stands.due_on)}. "
    return f"{said}. {held}It is {in_time(stands)}."


def _basis(one: Held) -> str:
    basis = one.asked.due_basis
    return "the report says nothing of the time" if basis in ("", "none") else f"“{basis}”"


def _needed_of(one: Held, body: str) -> str:
    stands = one.standing
    if body == COMMITTEE and COMMITTEE not in stands.owners:
        return "the Committee's assessment of what has been claimed, with evidence."
    if one.kept:
        return "the figure that was promised, as a return, or when it will come."
    silent = next((key.is_silent for key in asks.keys_of(stands) if key.body == body), True)
    needed = "an answer, and what has been done" if silent else "what has been done since"
    return f"{needed}, with evidence: title, link, date and page."
