"""Writing from the page, for staff: a form makes the same return as a spreadsheet would.

Nothing is drawn, and nothing sent, where the reader may not write. What is written is checked
first, shown as it will stand, and then published as a return is from the command line.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from oversight import ROOT, asks, filters, packs, questions, reference, returns, sign_in, wording
from oversight.asks import Held, Update
from oversight.filters import AddressError, Chosen
from oversight.panels import drafted, links, recording_forms
from oversight.panels.drafts import Draft
from oversight.panels.recording_forms import Sent
from oversight.periods import in_words
from oversight.questions import Question

FORM = "recording"
STATUS, ACTION = "A status", "A question at a meeting"


def recording(now: Chosen, chosen: Held | None = None) -> None:
    """The form for those who may write; nothing at all for readers.

    Args:
        chosen: the ask that the page tells in full, if it does.
    """
    who = drafted.writer(FORM, now, "Record what was said", "record something")
    if who is None:
        return
    many = links.to(now, "returns", "send them on Returns", kind="Status return")
    st.markdown(f"{sign_in.BECAUSE} Many at once come as a file: {many}.")
    key = drafted.fresh(FORM)
    put = _put(now)
    if put:
        key = f"{key} {put.key}"
    of = st.segmented_control(
        "What to record", [STATUS, ACTION], default=ACTION if put else None, key=key, wrap=True
    )
    if not of:
        return
    left, right = st.columns([1.9, 1], gap="large")
    # Each ask has a form of its own: what was typed for one is not sent for another.
    form = f"{key} {of} {chosen.id if chosen else 'any'}"
    with left:
        sent = _form(of, form, now, chosen, put)
    if draft := drafted.take(FORM, form, sent, who):
        with right:
            drafted.outcome(FORM, draft, who, partial(_consequences, now))


def _put(now: Chosen) -> Question | None:
    """The question of the rules that the address names, to write down what came of it.

    Raises:
        AddressError: none is asked by that name on the reading date.
    """
    name = filters.in_address("record")
    if name is None:
        return None
    position = packs.position(now.publication, now.on, now.starts_on, now.ends_on)
    for one in questions.asked(position):
        if one.key == name:
            return one
    raise AddressError(
        f"'{name[:40]}' is no question that is asked on {in_words(now.on)} ('record' in the"
        " address). The page Meeting lists them with their keys."
    )


def _form(of: str, key: str, now: Chosen, chosen: Held | None, put: Question | None) -> Sent:
    kinds = returns.load(reference.read_files(ROOT))
    if of == STATUS:
        return recording_forms.status(key, now, kinds[returns.STATUS], chosen)
    return recording_forms.action(key, now, kinds[returns.ACTION], chosen, put)


def _consequences(now: Chosen, draft: Draft) -> list[str]:
    """What the page will say differently, and what of it this reading date leaves out."""
    if draft.kind == returns.STATUS:
        days = [date.fromisoformat(entry["status_date"]) for entry in draft.entries]
        said = _of_asks(draft, now, max(now.on, *days))
    else:
        days = [date.fromisoformat(entry["meeting_date"]) for entry in draft.entries]
        said = [wording.joins_the_log(*_asked(draft, now))]
    if max(days) > now.on:
        later = f"shows what was said by {in_words(max(days))} from that day on"
        said.append(f"The page is read on {in_words(now.on)}; it {later}.")
    return said


def _asked(draft: Draft, now: Chosen) -> tuple[int, int]:
    """How many questions of the draft are in the log already, and how many are new."""
    known = {
        asks.question_of(row.met_on, row.question, row.asked_of)
        for row in now.rows("recommendations/actions")
    }
    keys = [
        asks.question_of(
            date.fromisoformat(entry["meeting_date"]), entry["question"], entry["asked_of"]
        )
        for entry in draft.entries
    ]
    again = sum(key in known for key in keys)
    return again, len(keys) - again


def _of_asks(draft: Draft, now: Chosen, on: date) -> list[str]:
    rows, updates = now.rows("recommendations/asks"), now.rows("recommendations/updates")
    new = [_update(entry, now.publication.number + 1) for entry in draft.entries]
    later = sorted([*updates, *new], key=lambda one: one.said_on)
    before, after = asks.standings(rows, updates, on), asks.standings(rows, later, on)
    return [
        f"**{ask}** {' '.join(wording.will_stand(before[ask], after[ask]))}"
        for ask in dict.fromkeys(entry["ask"] for entry in draft.entries)
    ]


def _update(entry: Mapping[str, str], publication: int) -> Update:
    revised = entry["revised_due_date"]
    return Update(
        entry["ask"], date.fromisoformat(entry["status_date"]), entry["response"],
        entry["delivery"], entry["evidence"], date.fromisoformat(revised) if revised else None,
        entry["reason"], entry["author"], publication,
    )  # fmt: skip
