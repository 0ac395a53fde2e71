"""The cells of a rehearsal: as they were sent, and as readers would see them."""

from __future__ import annotations

import streamlit as st

from oversight import wording
from oversight.filters import Chosen
from oversight.panels.returns.hand import Hand, taken_away
from oversight.rehearsal.cells import BECOMES, rows_of
from oversight.wording import rehearsal as words

MOST_CELLS, MOST_WITHHELD = 30, 30


def cells(hand: Hand, now: Chosen) -> None:
    """The first cells, those that change first, and what becomes of all."""
    found = hand.rehearsed.cells
    st.header(words.CELLS)
    st.markdown(
        f"**Sent**, against the last return that brought the cell:"
        f" {words.in_columns(found.sent, ('new', 'changed', 'same'))}.  \n"
        f"**Public**, now against after: {words.in_columns(found.seen, BECOMES)}."
    )
    shown = [
        {name: wording.plain(cell) for name, cell in row.items()}
        for row in rows_of(found.first(MOST_CELLS))
    ]
    with st.container(key="scroll_cells"):
        st.table(shown, hide_index=True, border="horizontal", alt=words.CELLS)
        if len(found) > len(shown):
            st.caption(words.more_cells(len(shown), len(found)))
        download(hand, now, "cells")
    st.caption(words.RAW)


def download(hand: Hand, now: Chosen, place: str) -> None:
    """The button for every cell as CSV."""
    stamp = {
        "rehearsed_against_publication": hand.rehearsed.against,
        "status": wording.status_label(now.publication.is_invented),
    }
    st.download_button(
        words.DOWNLOAD, lambda: hand.rehearsed.cells.as_csv(stamp),
        wording.file_name(words.FILE, now.publication.is_invented), taken_away(),
        on_click="ignore", key=f"returns_rehearsal_{place}", icon=":material/download:",
    )  # fmt: skip


def withheld(hand: Hand, now: Chosen) -> None:
    """Which cells readers would see as withheld, and why; nothing where there is none."""
    found = hand.rehearsed.cells.withheld
    if not len(found):
        return
    st.header(words.WITHHELD)
    shown = [
        {
            "What": wording.plain(cell.title),
            "Period": wording.plain(cell.period),
            "Where and whom": wording.plain(cell.named or words.ALL_OF_LONDON),
            "Why": wording.plain(wording.sentence(cell.why)),
        }
        for cell in found.first(MOST_WITHHELD)
    ]
    with st.container(key="scroll_withheld"):
        st.table(shown, hide_index=True, border="horizontal", alt=words.WITHHELD)
        if len(found) > len(shown):
            st.caption(words.more_cells(len(shown), len(found)))
        # In the box that scrolls on a phone: it is what the keyboard reaches there.
        download(hand, now, "withheld")
