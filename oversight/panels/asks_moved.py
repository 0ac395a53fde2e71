"""What became of asks and promises since another date that the reader names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from oversight import asks, filters, wording
from oversight.asks import Held
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.panel import printed_records, table


def asks_moved(now: Chosen, found: Sequence[Held]) -> None:
    """A day to compare with, and what is new, late, moved, answered and closed since then."""
    st.header("What changed since another date")
    left, _ = st.columns([1, 3])
    with left:
        since = filters.day("Compare with", "since")
    if since is None:
        st.markdown("Choose a day to see what was said, moved, closed or became overdue since.")
        return
    if since >= now.on:
        st.markdown(wording.not_before(since, now.on))
        return
    then = asks.held([one.asked for one in found], now.rows("recommendations/updates"), since)
    changes = asks.changed(then, found)
    st.markdown(wording.changed_sentence(changes, since, now.on))
    rows = [row for one in changes for row in wording.change_rows(one)]
    if rows:
        linked = [
            {
                **{name: wording.plain(cell) for name, cell in row.items()},
                "Ask": links.to_ask(now, row["Ask"]),
            }
            for row in rows
        ]
        table("changes", linked, now, printed_records(rows, "_"), alt="What changed")
