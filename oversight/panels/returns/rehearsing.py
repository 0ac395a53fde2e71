"""The second step: what publishing would do, what must be checked before, and the four ways on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from oversight import ROOT, definitions, home, publishing, reference, rehearsal, returns, wording
from oversight.access import Principal
from oversight.filters import Chosen
from oversight.panels.panel import title
from oversight.panels.returns import hand as hands
from oversight.panels.returns import waiting
from oversight.panels.returns.cells import cells, download, withheld
from oversight.panels.returns.foretold import foretold, side_by_side, what_stays
from oversight.panels.returns.hand import MOST_LETTERS_OF_A_NOTE, Hand, name_box
from oversight.panels.returns.notes import understood
from oversight.panels.returns.receipt import Done, keep
from oversight.panels.returns.tiles import tiles
from oversight.panels.returns.underway import begin
from oversight.panels.returns.working import Job, Work
from oversight.publishing import Moved, Receipt
from oversight.rehearsal import Rehearsal
from oversight.told import HEADLINE
from oversight.wording import rehearsal as told
from oversight.wording import returns as words

MOST_SHOWN = 20


def rehearse(hand: Hand, now: Chosen, who: Principal) -> None:
    """What the file would change, and the form that decides about it."""
    checked, rehearsed = hand.checked, hand.rehearsed
    is_of_figures = checked.screened.kind == returns.OBSERVATIONS
    noun = "figure" if is_of_figures else "row"
    headlines = len(rehearsed.of(HEADLINE))
    others = len(rehearsed.cells.others) if rehearsed.cells else 0
    title(told.rehearsal_title(checked.new, checked.changed, noun, headlines, others))
    if is_of_figures:
        also = [(others, "other reads otherwise", "others read otherwise")] if others else []
        tiles(
            (checked.new, "figure added", "figures added"),
            (checked.changed, "figure changed", "figures changed"),
            (checked.same, "figure as it stands", "figures as they stand"),
            *also,
            (len(rehearsed.cells.withheld), *["withheld [c] to protect children"] * 2),
            (headlines, "headline changes", "headlines change"),
        )
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        _moved(hand)
        if on := told.read_on(rehearsed.on, rehearsed.published_on):
            st.caption(on)
        foretold(rehearsed.differences)
        if not rehearsed.differences:
            st.header(told.NOTHING_TOLD)
    with right:
        _decide(hand, who)
        if is_of_figures:
            download(hand, now, "decide")
        what_stays(rehearsed)
    if is_of_figures:
        cells(hand, now)
        withheld(hand, now)
    understood(checked.screened.understood)
    _what_it_says(hand, now)


def _moved(hand: Hand) -> None:
    """What has come since the rehearsal that was confirmed, and which lines are other ones."""
    if hand.since is None:
        return
    came = [(one.number, one.by, one.note) for one in hand.since.publications]
    st.error(wording.plain(told.meanwhile(came, [one.cell for one in hand.since.redacted])))
    lines, gone = hand.since.lines, hand.since.gone
    st.markdown(told.lines_moved(len(lines) + len(gone)))
    for name, found in ((told.NEW_LINES, lines), (told.GONE_LINES, gone)):
        if found:
            with st.expander(f"{name}: {len(found)}", key=f"more_{name}", type="compact"):
                side_by_side(found)


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
            wording.file_name(hand.name, now.publication.is_invented), hands.taken_away(),
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
            "Note for readers: what this return is", hand.note, MOST_LETTERS_OF_A_NOTE,
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
            partial(_published, replace(hand, note=note)),
        )  # fmt: skip
    waiting.lay_aside(hand, named, note, publishing.DRAFT if draft else publishing.SECOND_PERSON)


def _publishing(hand: Hand, who: Principal, note: str) -> Work:
    where, files = home.chosen(), reference.read_files(ROOT)

    def work(tell: Callable[[str], None], is_cancelled: Callable[[], bool]) -> Receipt | Rehearsal:
        try:
            return publishing.publish(
                where, files, hand.content, who, note, hand.reasons, tell, is_cancelled,
                hand.rehearsed.stand,
            )  # fmt: skip
        except Moved:
            return rehearsal.rehearse(where, files, hand.content, who, tell, is_cancelled)

    return work


def _published(hand: Hand, job: Job) -> None:
    indicators = tuple(one.indicator for one in hand.brought)
    if isinstance(job.result, Rehearsal):
        hands.hold(_again(hand, job.result))
    elif job.error is None:
        keep(Done(job.result, indicators))
    elif isinstance(job.error, OSError) and (made := _stands(hands.in_hand())):
        # The disk may fill after the switch, when only the plain copy is still to be made.
        keep(Done(made, indicators))
    else:
        hands.not_published(job)


def _again(hand: Hand, found: Rehearsal) -> Hand:
    """The same return against what has come meanwhile, and what that has moved."""
    again = replace(
        hands.held(hand.name, hand.content, found), reasons=hand.reasons, note=hand.note
    )
    if found.rehearsed is None:
        return again
    moved = rehearsal.since(home.chosen(), hand.rehearsed, found.rehearsed)
    return replace(again, since=moved)


def _stands(hand: Hand | None) -> Receipt | None:
    """The receipt of the current publication, if there is one and it brought this very file."""
    for made in publishing.receipts(home.chosen())[-1:]:
        if hand and made.sha256 == hand.checked.sha256:
            return made
    return None
