"""What was taken out of the publication that is read: a line on each page that would show it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from oversight.filters import Chosen
from oversight.framework import Entry
from oversight.home import Redaction
from oversight.panels.panel import whole_years
from oversight.wording.redactions import redacted_sentence


def redacted(now: Chosen, *themes: str) -> None:
    """One quiet line for each figure of these themes that was redacted; of all without any."""
    notices = now.publication.entry.redacted
    if notices and themes:
        of_them = {row.indicator for row in now.rows("framework/indicators") if row.theme in themes}
        notices = [notice for notice in notices if notice.indicator in of_them]
    _told(notices)


def redacted_indicator(now: Chosen, entry: Entry) -> None:
    """The same for the page of one indicator."""
    notices = now.publication.entry.redacted
    _told([one for one in notices if one.indicator == entry.about.indicator])


def _told(notices: Sequence[Redaction]) -> None:
    if notices:
        said = dict.fromkeys(redacted_sentence(notice) for notice in notices)
        with st.container(key="redacted"):
            st.caption("  \n".join(whole_years(one) for one in said))
