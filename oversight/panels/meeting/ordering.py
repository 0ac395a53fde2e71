"""The running order as staff prepare it: a form makes the same return as a spreadsheet would.

Nothing is drawn, and nothing sent, where the reader may not write.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

import streamlit as st

from oversight import ROOT, reference, returns, sign_in, slides
from oversight.filters import Chosen
from oversight.packs import Made
from oversight.panels import drafted, links
from oversight.panels.drafts import Draft
from oversight.panels.meeting import order_form
from oversight.panels.meeting.order_form import Line, Questions
from oversight.questions import Question
from oversight.returns import ABOUT_QUESTIONS, DROP, OWN_QUESTION, PIN
from oversight.wording import ordering as words

FORM = "ordering"
# By default the key that takes an option would take every option like the letters typed.
PICKED = {"select_all": False, "filter_mode": "contains", "persist_state": "session"}


def ordering(now: Chosen, made: Made) -> None:
    """The form for those who may write; nothing at all for readers."""
    who = drafted.writer(FORM, now, "Prepare the running order", "prepare a meeting")
    if who is None:
        return
    as_file = links.to(now, "returns", "send it on Returns", kind="Running order return")
    st.markdown(f"{sign_in.BECAUSE} It can come as a file too: {as_file}.")
    saved = made.position.agenda
    held_on = saved[0].meeting_date if saved else None
    # What stands differs with the publication and the meeting: each has boxes of its own.
    key = f"{drafted.fresh(FORM)} {now.publication.number} {held_on}"
    added = _added(key, made)
    put = _questions(key, made.asked, saved)
    kind = returns.load(reference.read_files(ROOT))[returns.RUNNING_ORDER]
    # What lies behind is kept; the form then is of the next one.
    meeting_on = held_on if held_on and held_on >= now.on else None
    sent = order_form.form(key, kind, _lines(made, added), put, meeting_on)
    if draft := drafted.take(FORM, key, sent, who):
        drafted.outcome(FORM, draft, who, partial(_consequences, now, held_on))


def _added(key: str, made: Made) -> list[Line]:
    """Indicators whose slides are to be shown beside what is shown already."""
    shown = {item.slide.name for item in made.items}
    titles = {one.name: one.title for one in made.position.entries if one.name not in shown}
    added = st.multiselect(
        "Add the slide of an indicator", titles, format_func=titles.get, placeholder="none",
        key=f"{key} added", **PICKED,
    )  # fmt: skip
    return [Line(name, titles[name]) for name in added]


def _questions(key: str, asked: Sequence[Question], saved: Sequence) -> Questions:
    """Which questions are put first, in which order, and which are left out."""
    texts = {one.key: one.text for one in asked}
    notes = {verb: _of(verb, saved) for verb in (PIN, DROP)}
    # What staff have named is kept, although nothing asks it on this day.
    texts |= {one: words.NOT_ASKED_NOW for of in notes.values() for one in of if one not in texts}
    first, left_out = (
        st.multiselect(
            label, texts, [*notes[verb]], format_func=lambda one: f"{one}: {texts[one]}",
            placeholder="none", key=f"{key} {verb}", **PICKED,
        )
        for label, verb in (("Put these questions first", PIN), ("Leave these questions out", DROP))
    )  # fmt: skip
    return Questions(
        {one: (texts[one], notes[PIN].get(one, "")) for one in first},
        {one: notes[DROP].get(one, "") for one in left_out},
        [row.note for row in saved if row.slide == OWN_QUESTION],
    )


def _of(verb: str, saved: Sequence) -> dict[str, str]:
    """The notes on the questions of which a running order says this, by key."""
    return {row.slide.removeprefix(verb): row.note for row in saved if row.slide.startswith(verb)}


def _lines(made: Made, added: Sequence[Line]) -> list[Line]:
    """What is shown now, the standard slides that are not, and what is added."""
    lines = [
        Line(item.slide.name, item.slide.title, True, item.minutes, item.note)
        for item in made.items
    ]
    shown = {line.slide for line in lines}
    standard = slides.standard(made.position, made.questions)
    lines += [Line(one.name, one.title, False) for one in standard if one.name not in shown]
    # Last, so that adding one moves none of the others.
    return [*lines, *added]


def _consequences(now: Chosen, held_on: date | None, draft: Draft) -> Iterator[str]:
    """What the meeting will see, and where the page goes on showing another."""
    shown = [one for one in draft.entries if not one["slide"].startswith(ABOUT_QUESTIONS)]
    minutes = [int(one["minutes"]) if one["minutes"] else None for one in shown]
    yield words.will_be_shown(len(shown), minutes, len(draft.entries) - len(shown))
    meeting_on = date.fromisoformat(draft.entries[0]["meeting_date"])
    if held_on == meeting_on:
        yield words.takes_the_place(meeting_on)
    elif held_on and _is_nearer(held_on, meeting_on, now.on):
        yield words.holds_elsewhere(now.on, held_on)


def _is_nearer(one: date, other: date, on: date) -> bool:
    """Whether the page, read on a day, shows one meeting before another: the next before the last,
    as queries/meeting/agenda.sql has it."""
    return (one < on, abs(one - on)) < (other < on, abs(other - on))
