"""A card: one finding with its figure, what bears on it and a small picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from oversight.panels.panel import whole_years


@dataclass(frozen=True)
class Card:
    """One finding: a sentence, a figure, what bears on it, a picture, and where to read on.

    `beside` bears on the figure and `of` says how, as "+13%" and "on 2,108 in 2012-13" do.
    `draw_source` draws at the foot where it is from or leads to.
    """

    key: str
    finding: str
    measure: str
    figure: str
    beside: str
    of: str
    picture: str
    badge: str
    draw_source: Callable[[], object]
    must_act: bool = False


def draw_card(card: Card, alt: str) -> None:
    """A card; its picture repeats its words, and `alt` says which."""
    with st.container(key=f"card_{card.key}", height="stretch", gap="xxsmall"):
        st.markdown(f"## {whole_years(card.finding)}")
        st.metric(
            card.measure,
            card.figure,
            card.beside or None,
            delta_color="gray",
            delta_arrow="off",
            delta_description=card.of or None,
        )
        # Pictures are of different heights, and the style sheet keeps what is below in one line.
        with st.container(key=f"picture_{card.key}"):
            st.image(card.picture, alt=alt)
        with st.container(horizontal=True, key=f"foot_{card.key}", vertical_alignment="center"):
            st.badge(card.badge, color="orange" if card.must_act else "gray")
            card.draw_source()
