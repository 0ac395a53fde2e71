"""A page as it is cited: its name, what was known, on which day, and an address that keeps it."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

from oversight.filters import Chosen
from oversight.panels import links
from oversight.wording import figure as words


def cite(now: Chosen, page_title: str) -> None:
    """The button beside the controls; its address holds every choice, publication and date too."""
    chosen = {
        **st.query_params.to_dict(),
        "publication": str(now.publication.number),
        "on": now.on.isoformat(),
    }
    here = urlsplit(st.context.url or "").path or "/"
    address = links.with_host(f"{here}?{urlencode(chosen)}")
    published = now.publication
    with st.popover("Cite", icon=":material/format_quote:", key="cite"):
        st.code(
            words.page_citation(
                page_title, published.number, published.published_on, now.on, address,
                published.is_invented,
            ),
            language=None, wrap_lines=True,
        )  # fmt: skip
        st.caption(
            "At this address the page stays as it is now, whatever is published later. A single"
            " figure has an address of its own: press it in a table."
        )
