"""The second step: what publishing would do, what must be checked before, and the four ways on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from oversight import ROOT, definitions, home, publishing, reference, returns, wording
from oversight.access import Principal
from oversight.filters import Chosen
from oversight.panels.panel import title
from oversight.panels.returns import hand as hands
from oversight.panels.returns import waiting
from oversight.panels.returns.hand import MOST_LETTERS_OF_A_NOTE, Hand, name_box
from oversight.panels.returns.notes import understood
from oversight.panels.returns.receipt import Done, keep
from oversight.panels.returns.tiles import tiles
from oversight.panels.returns.underway import begin
from oversight.panels.returns.working import Job, Work
from oversight.publishing import Receipt
from oversight.wording import returns as words

MOST_SHOWN = 20


def rehearse(hand: Hand, now: Chosen, who: Principal) -> None:
    """What the file would change, and the form that decides about it."""
    checked = hand.checked
    if checked.screened.kind == returns.OBSERVATIONS:
        title(words.rehearsal_title(checked.new, checked.changed, "figure"))
        tiles(
            (checked.new, "figures added"),
            (checked.changed, "figures changed"),
            (checked.same, "figures as they stand"),
            (checked.withheld, "withheld [c] to protect children"),
        )
    else:
        title(words.rehearsal_title(checked.new, checked.changed, "row"))
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        understood(checked.screened.understood)
        _what_it_says(hand, now)
    with right:
        _decide(hand, who)


def _what_it_says(hand: Hand, now: Chosen) -> None:
    """The return in short: a line an indicator, or the rows themselves."""
    screened = hand.checked.screened
    st.header("What the return says")
    with st.container(key="scroll_rehearsal"):
        if screened.kind == returns.OBSERVATIONS:
            st.table(_by_indicator(hand, now), hide_index=True, border="horizontal")
        else:
            rows = wording.as_kept(screened.entries[:MOST_SHOWN])
            st.table(rows, hide_index=True, border="horizontal")
            if (rest := len(screened.entries) - MOST_SHOWN) > 0:
                st.caption(f"{wording.many(rest, 'more row')} not shown.")
        # In the box that scrolls on a phone: it is what the keyboard reaches there.
        st.download_button(
            "Download the file as it was sent (CSV)", lambda: hand.content,
            wording.file_name(hand.name, now.publication.is_invented), "text/csv",
            on_click="ignore", key="returns_sent", icon=":material/download:",
        )  # fmt: skip


def _by_indicator(hand: Hand, now: Chosen) -> list[dict[str, str]]:
    titles = {row.indicator: row.title for row in now.rows("about/definitions")}
    return [
        {
            "Indicator": wording.plain(titles.get(one.indicator, one.indicator)),
            "Periods": words.from_to(one.first, one.last),
            "Figures": f"{one.figures:,}",
        }
        for one in hand.brought
    ]


def _decide(hand: Hand, who: Principal) -> None:
    """The sign-off, the name, the note, and the buttons."""
    checked = hand.checked
    st.header("Before publication")
    with st.form(f"returns decide {hands.fresh()}", border=False):
        ticked = [st.checkbox(said) for said in words.SIGN_OFF]
        by = name_box("publish")
        note = st.text_input(
            "Note for readers: what this return is", max_chars=MOST_LETTERS_OF_A_NOTE,
            placeholder="Quarterly return, July to September",
        )  # fmt: skip
        # Where the settings want a second person, nobody publishes alone.
        needs_another = definitions.needs_second_person(reference.read_files(ROOT))
        publish = not needs_another and st.form_submit_button(
            f"Publish as publication {checked.number}", type="primary", on_click=hands.read_current
        )
        with st.container(horizontal=True, gap="small"):
            second = st.form_submit_button(
                "Hold for a second person", type="primary" if needs_another else "secondary"
            )
            draft = st.form_submit_button("Save as draft")
            drop = st.form_submit_button("Do not publish", type="tertiary")
    if drop:
        hands.let_go()
        st.rerun()
    if not (publish or draft or second):
        return
    by, note = hands.named(by), words.one_line(note)
    missing = [] if by else ["write your name"]
    if not draft:
        missing += [] if note else ["write a note for readers"]
        missing += [] if all(ticked) else ["tick what has been checked"]
    if missing:
        st.error(words.missing_sentence(missing))
        return
    named = replace(who, name=by)
    if publish:
        begin(
            _publishing(hand, named, note), 3, words.under_way_title(checked.number - 1),
            partial(_published, tuple(one.indicator for one in hand.brought)),
        )  # fmt: skip
    waiting.lay_aside(hand, named, note, publishing.DRAFT if draft else publishing.SECOND_PERSON)


def _publishing(hand: Hand, who: Principal, note: str) -> Work:
    where, files = home.chosen(), reference.read_files(ROOT)
    return lambda tell, is_cancelled: publishing.publish(
        where, files, hand.content, who, note, hand.reasons, tell, is_cancelled
    )


def _published(indicators: tuple[str, ...], job: Job) -> None:
    if job.error is None:
        keep(Done(job.result, indicators))
    elif isinstance(job.error, OSError) and (made := _stands(hands.in_hand())):
        # The disk may fill after the switch, when only the plain copy is still to be made.
        keep(Done(made, indicators))
    else:
        hands.not_published(job)


def _stands(hand: Hand | None) -> Receipt | None:
    """The receipt of the current publication, if there is one and it brought this very file."""
    for made in publishing.receipts(home.chosen())[-1:]:
        if hand and made.sha256 == hand.checked.sha256:
            return made
    return None
