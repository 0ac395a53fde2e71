"""The frame round every page: its name and scope, the controls, the banner, the closing line."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from oversight import ROOT, filters, home, store, wording
from oversight.charts import Palette
from oversight.filters import AddressError, Chosen
from oversight.home import HomeError
from oversight.panels import panel
from oversight.panels.cite import cite
from oversight.panels.meeting.present import VIEWS
from oversight.periods import in_words
from oversight.store import StoreError
from oversight.wording import protection

# Where a run leaves what was wrong with the address for the run that tells it.
WRONG = "wrong address"
SHEETS = ("frame.css",)
SHEETS_OF_A_ROOM = ("slides/slide.css", "panels/meeting/present.css")

SCOPES = {
    "Overview": "How the Metropolitan Police safeguards children",
    "Allegations": "Investigated by Child Abuse Investigation Teams, London · a rise is neither"
    " good nor bad in itself",
    "Workforce": "Sexual Offences, Exploitation and Child Abuse command (SOECA)",
    "Partners": "Boards, reviews, hubs, training: working with others to keep children safe",
    "CSE and FGM": "Child sexual exploitation and female genital mutilation",
    "Framework": "The monitoring framework that recommendation 8 asks MOPAC for",
    "Recommendations": "What the Committee asked for, who owes it, and what came of it",
    "Meeting": "A running order for the room, questions to put, and a pack to take away",
    "Check": "Every figure of the report and the press release, recomputed",
    "Returns": "How figures come in: checked, rehearsed, published, undone",
    "About the data": "Definitions, methods, sources and limits",
}


def draw(page_title: str) -> Chosen:
    """Everything above the page's own title; stops with a sentence where the address is wrong."""
    _style(page_title)
    try:
        now = filters.chosen()
    except (AddressError, StoreError, HomeError) as error:
        now, wrong = None, error
    if now.publication.is_invented if now else store.is_rehearsal(home.chosen()):
        _mark(page_title)
    if now and is_presented(page_title):
        return now
    if now:
        _banner(now)
    with st.container(key="frame", horizontal=True, vertical_alignment="center"):
        st.markdown(f"**:blue[{page_title}]** &ensp;:gray[{SCOPES[page_title]}]")
        if now:
            cite(now, page_title)
            with st.popover(filters.in_short(now), icon=":material/tune:", key="controls"):
                filters.controls(now)
    if now is None:
        filters.stop(wrong)
    return now


def _mark(page_title: str) -> None:
    """Says that all is made up, over every page and in the name of the browser's tab."""
    st.set_page_config(page_title=f"{wording.INVENTED_MARK}: {page_title}, to rehearse with")
    # A slide says it itself.
    if not is_presented(page_title):
        st.container(key="invented").markdown(f"**{wording.INVENTED}.** {wording.NOT_REAL}")


def menu() -> Literal["top", "hidden"]:
    """Where the menu of pages stands; nowhere on a screen of a room, which turns quicker so."""
    return "hidden" if st.query_params.get("view") in VIEWS else "top"


def is_presented(page_title: str) -> bool:
    """Whether the page fills the screen of a room, with nothing round it."""
    return page_title == "Meeting" and menu() == "hidden"


def run(page: StreamlitPage) -> None:
    """The page, or a sentence in its place where the address asks it for what does not exist."""
    asked = page.url_path, st.query_params.to_dict()
    if (wrong := st.session_state.pop(WRONG, None)) and wrong[0] == asked:
        filters.stop(wrong[1])
    try:
        page.run()
    except (AddressError, StoreError, HomeError) as error:
        # Part of the page may be drawn already: a new run without it clears that away.
        st.session_state[WRONG] = asked, error
        st.rerun()


def _style(page_title: str) -> None:
    """The style sheets with the reader's colours, and the name where there is a menu."""
    colours = panel.palette()
    presented = is_presented(page_title)
    st.html(style_sheet(colours, presented))
    if presented:
        return
    st.logo(
        '<svg xmlns="http://www.w3.org/2000/svg" width="222" height="32" viewBox="0 0 222 32">'
        f'<rect x="0" y="5" width="5" height="22" fill="{colours.series[0]}"/>'
        f'<text x="15" y="22" font-family="Source Sans, Arial, sans-serif" font-size="17"'
        f' font-weight="600" fill="{colours.ink}">Safeguarding oversight</text></svg>',
        size="large",
    )


@lru_cache
def style_sheet(colours: Palette, presented: bool = False) -> str:
    """The style sheets as HTML, with the colours of a theme as variables."""
    variables = (
        f"--main:{colours.series[0]};--card:{colours.card};--rule:{colours.rule};"
        f"--ink:{colours.ink};--page:{colours.page};--quiet:{colours.quiet};--act:{colours.act};--link:{colours.link}"
    )
    names = [*SHEETS, *(SHEETS_OF_A_ROOM if presented else ())]
    texts = "".join((ROOT / "oversight" / name).read_text("utf-8") for name in names)
    return f"<style>:root{{{variables}}}{texts}</style>"


def _banner(now: Chosen) -> None:
    """Says so, before anything else, where this is not the present position."""
    if now.looking_back:
        st.container(key="banner").markdown(now.looking_back)


def close(now: Chosen, page_title: str) -> None:
    """The closing line of every page: status, publication, markers, contact."""
    if is_presented(page_title):
        return
    st.divider()
    markers = ", ".join(
        (
            *(f"[{code}] {word}" for code, word in wording.MARKERS.items()),
            f"{protection.SIGN} {protection.ROUNDED}",
        )
    )
    with st.container(key="closing"):
        st.caption(
            f"{wording.status_label(now.publication.is_invented)}."
            f" Publication {now.publication.number} of"
            f" {in_words(now.publication.published_on)}, read on {in_words(now.on)}."
            f" Markers: {markers}. Questions and corrections: see About the data."
        )
