"""Figures in a row, as HTML: what is not nought stands out."""

from __future__ import annotations

from html import escape

import streamlit as st


def tiles(*figures: tuple[int, str]) -> None:
    """One figure a tile, with what it counts."""
    items = "".join(
        f"<li{'' if count else ' class=none'}><b>{count:,}</b> {escape(what)}</li>"
        for count, what in figures
    )
    st.html(f'<ul class="tiles">{items}</ul>')
