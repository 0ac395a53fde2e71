"""Figures in a row, as HTML: what is not nought stands out."""

from __future__ import annotations

from html import escape

import streamlit as st


def tiles(*figures: tuple[int, str, str]) -> None:
    """One figure a tile, with what it counts, of one and of several."""
    items = "".join(
        f"<li{'' if count else ' class=none'}><b>{count:,}</b>"
        f" {escape(one if count == 1 else several)}</li>"
        for count, one, several in figures
    )
    st.html(f'<ul class="tiles">{items}</ul>')
