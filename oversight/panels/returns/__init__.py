"""The Returns page: what returns are and what became of them, and for staff the way to publish."""

from __future__ import annotations

import streamlit as st

from oversight import filters
from oversight.access import Principal
from oversight.filters import Chosen
from oversight.panels.panel import title
from oversight.panels.returns.comparing import comparison
from oversight.panels.returns.formats import checks, formats
from oversight.panels.returns.listing import COMPARISON, publications, published
from oversight.panels.returns.mine import my_returns
from oversight.panels.returns.sending import send
from oversight.publishing import keeping
from oversight.returns import Kind
from oversight.wording import returns as words

FORMAT, CHECKS, PUBLICATIONS, MINE = "Format", "Checks", "Publications", "My returns"


def send_or_read(now: Chosen, who: Principal | None) -> Kind | None:
    """The way to publish for those who may write; for readers what stands and who may send.

    Gives the kind of return where one was chosen on the way.
    """
    if who is not None and now.is_current:
        with st.container(key="returns_way"):
            return send(now, who)
    entries = published(now)
    stand = keeping.standing(entries)
    last = max((entry.published_at.date() for entry in stand.values()), default=None)
    title(words.returns_title(now.publication.number, len(stand), last))
    st.markdown(words.WHAT_RETURNS_ARE)
    st.markdown(words.old_publication(now.publication.number) if who else words.WHO_MAY_SEND)
    return None


def about_returns(now: Chosen, who: Principal | None, kind: Kind | None) -> None:
    """The format, the checks or the publications; for those who may write what was sent as well."""
    parts = {FORMAT: lambda now: formats(now, kind), CHECKS: checks, PUBLICATIONS: publications,
             COMPARISON: comparison}  # fmt: skip
    if who is not None:
        parts[MINE] = lambda now: my_returns(now, who)
    parts[filters.choice("Read about", list(parts), FORMAT, "list")](now)
