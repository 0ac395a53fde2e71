"""“My returns”, for those who may write: what was sent, what became of it, and what still waits."""

from __future__ import annotations

import streamlit as st

from oversight import access, wording
from oversight.access import Principal
from oversight.filters import Chosen
from oversight.panels.panel import printed_records, table
from oversight.panels.returns.listing import published
from oversight.panels.returns.receipt import undo
from oversight.panels.returns.waiting import waiting
from oversight.periods import in_words
from oversight.publishing import keeping
from oversight.wording import returns as words


def my_returns(now: Chosen, who: Principal) -> None:
    """Every return that was sent, its receipt and its fate; what waits; and the way to undo one."""
    access.require(who, access.PUBLISH)
    waiting(who)
    _sent(now, who)


def _sent(now: Chosen, who: Principal) -> None:
    st.header("What was sent")
    entries = published(now)
    stand = keeping.standing(entries)
    taken = {digest: entry for entry in entries for digest in entry.withdrawn}
    rows = [
        {
            "Publication": str(entry.number),
            "Sent on": in_words(entry.published_at.date()),
            "By": entry.by,
            "What it is": entry.note,
            "File": f"{digest[:12]}…",
            "What became of it": words.became(
                taken[digest].number if digest not in stand else None
            ),
        }
        for entry in reversed(entries)
        for digest in entry.accepted
    ]
    if not rows:
        st.markdown("Nothing has been sent yet.")
        return
    shown = [{name: wording.plain(cell) for name, cell in row.items()} for row in rows]
    table("sent", shown, now, printed_records(rows, "_"), alt="Every return that was sent")
    if numbers := [str(entry.number) for entry in reversed(stand.values())]:
        st.subheader("Undo one")
        left, _ = st.columns([1, 1.9])
        picked = left.selectbox("The publication that brought it", numbers, index=None,
                              placeholder="choose one", key="returns undo")  # fmt: skip
        if picked and now.is_current:
            with left:
                undo(int(picked), who, "mine")
