"""Two indicators side by side: only what their definitions allow or, overridden, with a caveat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from oversight import charts, comparison, filters
from oversight.filters import AddressError, Chosen
from oversight.framework import Entry
from oversight.panels.drawing import YEARLY, drawing_of, drawn, is_long
from oversight.panels.framework import named
from oversight.panels.panel import Panel, draw, series_panel

NO, YES = "no", "yes"


def compared(now: Chosen, entry: Entry, entries: Sequence[Entry]) -> None:
    """The control, and the two side by side; a caveat goes wherever an overridden pair goes.

    Raises:
        AddressError: the address asks for a pair that the definitions rule out, without override.
    """
    st.header("Compare with another indicator")
    chosen, offered = st.columns([1.5, 1], gap="large", vertical_alignment="bottom")
    was_drawn = "override" in st.session_state
    with offered:
        is_overridden = (
            filters.choice("Offer what the definitions rule out", (NO, YES), NO, "override") == YES
        )
    other = named(entries, "compare")
    reasons = _reasons(entry, other)
    if reasons and not is_overridden and was_drawn:
        # The reader took the override back, and with it what it alone allowed.
        st.query_params.pop("compare")
        st.session_state.pop("pick_compare", None)
        other, reasons = None, ()
    if reasons and not is_overridden:
        raise AddressError(
            f"{entry.title} and {other.title} are not compared. What speaks against it:"
            f" {'; '.join(reasons)}. To see them all the same, with this caveat, add override=yes"
            " to the address."
        )
    offer = _offered(entry, entries, is_overridden)
    with chosen:
        if offer:
            filters.pick("Beside it", offer, "Nothing", "compare")
        else:
            st.markdown("No other indicator has the same clock, unit, people and counting body.")
    if other is not None:
        _side_by_side(now, entry, other, reasons)


def _reasons(entry: Entry, other: Entry | None) -> tuple[str, ...]:
    if other is None:
        return ()
    if other is entry:
        raise AddressError(
            f"'{other.name}' stands in the address as both 'indicator' and 'compare'."
        )
    return comparison.reasons_against(entry.about, other.about)


def _offered(entry: Entry, entries: Sequence[Entry], is_overridden: bool) -> dict[str, str]:
    """Titles by id of those it may stand beside; overridden, of all others."""
    others = [one for one in entries if one is not entry]
    if is_overridden:
        return {one.name: one.title for one in others}
    fit = comparison.allowed(entry.about, [one.about for one in others])
    return {about.indicator: about.title for about in fit}


def _side_by_side(now: Chosen, entry: Entry, other: Entry, reasons: Sequence[str]) -> None:
    caveat = f"Not alike: {'; '.join(reasons)}." if reasons else ""
    first, second = drawn(entry, now), drawn(other, now)
    shown = [*first, *second]
    if not any(one.known for one in shown):
        st.markdown("Neither has a figure to show.")
        return
    for one, mine in ((entry, first), (other, second)):
        if not any(series.known for series in mine):
            st.markdown(f"No figure to show: {one.title}.")
    clocks = {entry.about.clock, other.about.clock}
    clock = entry.about.clock if clocks <= set(YEARLY) or len(clocks) == 1 else "unlike"
    drawing = drawing_of(shown, clock)
    units = ""
    if entry.about.unit != other.about.unit:
        units = f"{entry.title}: {entry.about.unit}. {other.title}: {other.about.unit}. "
    panel = series_panel(
        "compared",
        shown,
        f"{entry.title} ({entry.about.unit}) and {other.title} ({other.about.unit})",
        drawing.chart,
        legend=f"{units}{drawing.legend}",
        has_narrow=drawing.has_narrow or bool(reasons),
        long=is_long(shown),
    )
    if caveat:
        panel = _with_caveat(panel, caveat)
    draw(panel, now)


def _with_caveat(panel: Panel, caveat: str) -> Panel:
    """The same with its caveat in the drawing, in words, in each row and in each record."""
    return replace(
        panel,
        chart=lambda colours, narrow: charts.with_caveat(
            panel.chart(colours, narrow), caveat, colours, narrow
        ),
        words=f"{caveat} {panel.words}",
        table=[{**row, "Caveat": caveat} for row in panel.table],
        records=[{**record, "caveat": caveat} for record in panel.records],
    )
