"""The way of a return for those who may write: check, rehearse, publish.

Nothing of it is drawn, and none of it runs, where the reader may not write.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from oversight import ROOT, access, home, reference, returns, sign_in, store, templates, wording
from oversight.access import Principal
from oversight.filters import Chosen
from oversight.panels.panel import title
from oversight.panels.returns import hand as hands
from oversight.panels.returns import notes, underway
from oversight.panels.returns.hand import MOST_LETTERS_OF_A_NOTE, Hand
from oversight.panels.returns.receipt import in_session, receipt
from oversight.panels.returns.rehearsing import rehearse
from oversight.panels.returns.take_away import pick_kind, take_away
from oversight.returns import Kind
from oversight.screening.registry import CHECKS
from oversight.wording import returns as words

WIDTHS = [1.9, 1]


def send(now: Chosen, who: Principal) -> Kind | None:
    """The step that staff have come to; gives the kind of return where one was chosen."""
    access.require(who, access.PUBLISH)
    task = underway.under_way()
    hand, done = hands.in_hand(), in_session()
    if task:
        _steps(task.step)
        underway.watch(task)
        return None
    underway.tell()
    if done:
        _steps(3)
        receipt(done, now, who)
    elif hand and hand.is_answered:
        _steps(2)
        rehearse(hand, now, who)
    elif hand:
        _steps(1)
        _mend(hand, now, who)
    else:
        _steps(1)
        return _start(now, who)
    return None


def _steps(at: int) -> None:
    st.container(key="returns_steps").markdown(words.steps(at))


def _start(now: Chosen, who: Principal) -> Kind:
    """A template, and the box for the file."""
    title(words.SEND_TITLE)
    left, right = st.columns(WIDTHS, gap="large")
    with left:
        st.header(words.TAKE_A_TEMPLATE)
        kind = pick_kind()
        st.markdown(wording.plain(kind.purpose))
        take_away(kind, now, "send")
        st.header(words.SEND_IT)
        hands.upload(who)
        st.caption(f"{words.NEVER_KEPT} {sign_in.BECAUSE}")
    with right:
        notes.how_far(None, now.publication.number)
    return kind


def _mend(hand: Hand, now: Chosen, who: Principal) -> None:
    """What is to be mended, or what asks for a reason."""
    checked = hand.checked
    if hand.is_refused:
        title(words.mending_title(checked.screened.refused, checked.count))
    else:
        title(words.asking_title(len(hand.asked)))
    left, right = st.columns(WIDTHS, gap="large")
    with left:
        notes.file_bar(hand)
        notes.findings(checked.findings, _header(hand))
        if checked.count > len(checked.findings):
            st.caption(words.more_findings(checked.count, len(checked.findings)))
        notes.understood(checked.screened.understood)
        if not hand.is_refused:
            _reasons(hand)
        _ways_on(hand, who)
    with right:
        notes.how_far(hand, now.publication.number)


def _notes(hand: Hand) -> bytes:
    """What is to be mended, as a file."""
    return templates.annotated(hand.checked.findings, _header(hand), hand.checked.count)


def _header(hand: Hand) -> tuple[str, ...]:
    kinds = returns.load(reference.read_files(ROOT))
    kind = kinds.get(hand.checked.screened.kind)
    return kind.header if kind else ()


def _reasons(hand: Hand) -> None:
    """A box for each thing that asks why it is right all the same."""
    with st.form(f"returns reasons {hands.fresh()}", border=False):
        st.header(words.GIVE_REASONS)
        given = {
            check: words.one_line(
                st.text_input(
                    words.reason_label(CHECKS[check].says),
                    hand.reasons.get(check, ""),
                    max_chars=MOST_LETTERS_OF_A_NOTE,
                )
            )
            for check in hand.asked
        }
        is_sent = st.form_submit_button("Go on to the rehearsal", type="primary")
    if not is_sent:
        return
    if not all(given.values()):
        st.error(words.missing_sentence(["write a reason in each box"]))
        return
    hands.hold(replace(hand, reasons=given))
    st.rerun()


def _ways_on(hand: Hand, who: Principal) -> None:
    with st.container(horizontal=True, gap="small", key="returns_ways_on"):
        place = st.popover(
            "Try a mended file", type="primary" if hand.is_refused else "secondary",
            key=f"returns mended {hands.fresh()}",
        )  # fmt: skip
        with place:
            hands.upload(who)
        st.download_button(
            "Download these notes (CSV)", _notes(hand),
            wording.file_name("notes.csv", store.is_rehearsal(home.chosen())), "text/csv",
            on_click="ignore", key="returns_notes", icon=":material/download:",
        )  # fmt: skip
        st.button("Start again", type="tertiary", on_click=hands.let_go)
    st.caption(words.NEVER_KEPT)
