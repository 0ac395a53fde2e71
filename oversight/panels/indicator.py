"""One indicator in full: its figures, who owes them, what they mean, which asks bear on them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from oversight import series, wording
from oversight.filters import Chosen
from oversight.framework import Entry
from oversight.panels import links
from oversight.panels.drawing import drawing_of, drawn, is_long
from oversight.panels.funnel import beside_population
from oversight.panels.panel import (
    as_records,
    by_row,
    draw,
    line,
    printed_records,
    series_panel,
    table,
)
from oversight.panels.signal import signal
from oversight.periods import in_words
from oversight.series import Series
from oversight.wording.slides_indicator import by_clock


def one_indicator(now: Chosen, entry: Entry, entries: Sequence[Entry]) -> None:
    """The figures over time and, beside them, what they mean, what is owed, what to read along."""
    # A link to the same page would leave the address as it is.
    st.button(
        f"All {len(entries)} indicators",
        icon=":material/arrow_back:",
        key="back",
        on_click=_back,
        type="tertiary",
    )
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        st.markdown(f"*{entry.about.question}*")
        if entry.is_owed:
            st.markdown(entry.about.definition)
        _figures(now, entry)
    with right:
        if not entry.is_owed:
            line("counted", f"**What is counted:** {entry.about.definition}")
        line("meaning", wording.because(entry))
        if not entry.is_owed:
            line(
                "owed",
                f"**Owed by** {wording.listed(entry.about.owner)}. **Next:**"
                f" {wording.due_cell(entry, now.on)}.",
            )
        _expected(now, entry)
        _beside(now, entry, entries)
        line("covered", f"**Splits:** {_covered(entry)}.")
    signal(now, entry)
    beside_population(now, entry, entries)
    _asks(now, entry)


def definition(now: Chosen, entry: Entry, entries: Sequence[Entry]) -> None:
    """What to mind, every key of its definition, and the figures of smaller places."""
    titles = {one.name: one.title for one in entries}
    about = entry.about
    caveats, unlike = st.columns([1.9, 1], gap="large")
    with caveats:
        st.header("Caveats")
        st.markdown(_bullets(about.caveats))
    with unlike:
        st.header("Not comparable with")
        ruled_out = [links.to_indicator(now, one, titles[one]) for one in about.not_comparable_with]
        st.markdown(_bullets(ruled_out) or "None is named.")
    st.header("The definition in full")
    facts = {
        "Unit": about.unit,
        "Clock": about.clock,
        "Whom it concerns": about.population,
        "Who counts": about.organisation,
        "Lowest level": about.lowest_level,
        "Breakdowns wanted": wording.listed(about.breakdowns_wanted) or "none",
        "Source, at the review": about.source,
        "Disclosure": "counts of people, protected below London"
        if about.disclosure == "raw"
        else "published figures or posts",
        "Checked against": wording.listed(about.checked_against),
        "Reviewed": f"{in_words(about.reviewed)}, to be reviewed by {in_words(about.review_by)}",
    }
    table(
        "definition",
        [{"Key": key, "What the definition says": text} for key, text in facts.items()],
        now,
        alt="The definition in full",
    )
    if about.below_london or about.withheld_below_london:
        _places(now, entry)


def _back() -> None:
    """The list again, with the filters that stand in the address."""
    for key in ("indicator", "compare", "against", "whose"):
        st.query_params.pop(key, None)


def _figures(now: Chosen, entry: Entry) -> None:
    shown = [one for one in drawn(entry, now) if one.points]
    if not any(one.known for one in shown):
        st.header("Where a figure would come from" if entry.is_owed else "No figure to show")
        st.markdown(_nothing(entry))
        return
    st.header(_what(entry))
    about = entry.about
    events = now.rows("series/events", theme=about.theme)
    # A part of London is named; the indicator itself needs no name on its own page.
    is_named = any(one.label != about.label for one in shown)
    drawing = drawing_of(shown, about.clock, entry.unit, events, is_named=is_named)
    draw(
        series_panel(
            f"indicator_{entry.name}",
            shown,
            f"{entry.title}, {about.clock}",
            drawing.chart,
            unit=entry.unit,
            legend=drawing.legend,
            has_narrow=drawing.has_narrow,
            long=is_long(shown),
        ),
        now,
    )


def _what(entry: Entry) -> str:
    if entry.by_place is not None:
        return "All places together, by quarter"
    unit, clock = entry.about.unit, entry.about.clock
    return f"{unit[:1].upper()}{unit[1:]}, {by_clock(clock)}"


def _nothing(entry: Entry) -> str:
    if entry.is_owed:
        # The definition says where a figure would come from.
        return entry.about.source
    if not entry.has_figure:
        return f"{wording.sentence(wording.latest_cell(entry))} It is withheld to protect people."
    return "There are figures, but none in the years shown."


def _beside(now: Chosen, entry: Entry, entries: Sequence[Entry]) -> None:
    """The measure that must be read along, since this one alone rewards the wrong thing."""
    other = next((one for one in entries if one.name == entry.about.counter_measure), None)
    if other is None:
        return
    said = wording.owed(other, now.on) if other.is_owed else wording.latest_cell(other)
    line(
        "beside",
        f"**Read beside it:** {links.to_indicator(now, other.name, other.title)}: "
        + (f"no figure supplied, {said}." if other.is_owed else f"{said}."),
    )


def _expected(now: Chosen, entry: Entry) -> None:
    """The effect that the report expects: what then comes is no surprise."""
    effects = [row for row in now.rows("framework/effects") if row.indicator == entry.name]
    for number, row in enumerate(effects):
        asked = f"{links.to_ask(now, row.ask)}, " if row.ask else ""
        line(
            f"expected_{number}",
            f"**The report expects:** {row.effect} ({asked}{wording.pages(row.page)};"
            f" {row.by_when}).",
        )


def _asks(now: Chosen, entry: Entry) -> None:
    """What was asked and promised about it, and the effect that the report expects."""
    effects = [row for row in now.rows("framework/effects") if row.indicator == entry.name]
    held = {one.id: one for one in now.held}
    st.header("Asks that bear on it, and what should follow")
    if not entry.about.related_asks:
        st.markdown("No ask of the report bears on it.")
        return
    follows = {row.ask: f"{row.effect} ({row.by_when}; {wording.pages(row.page)})"
               for row in effects if row.ask}  # fmt: skip
    rows = [
        {
            "Ask": name,
            "Of": held[name].asked.who,
            "What, in our words": f"{wording.sentence(held[name].asked.summary)[:-1]}"
            f" ({held[name].how})",
            "Due": in_words(due) if (due := held[name].standing.due_on) else "no date set",
            "Effect the report expects": follows.get(name, "none stated"),
        }
        for name in sorted(entry.about.related_asks, key=lambda name: name not in follows)
    ]
    linked = [{**row, "Ask": links.to_ask(now, row["Ask"])} for row in rows]
    alt = "Asks that bear on the indicator"
    table("related_asks", linked, now, printed_records(rows), alt=alt)


def _places(now: Chosen, entry: Entry) -> None:
    st.header("By place, the newest of each")
    shown = [
        Series(entry.name, row.label, row.unit, series.of((row,))[entry.name].points)
        for row in now.rows("framework/places", indicator=entry.name, starts_on=now.starts_on,
                            ends_on=now.ends_on)
    ]  # fmt: skip
    if not shown:
        st.markdown("There are figures by place, but none in the years shown.")
        return
    table("places", by_row(shown), now, as_records(shown), alt="Newest figure of each place")


def _covered(entry: Entry) -> str:
    """Each split with its state."""
    return "; ".join(
        f"{wording.DIMENSIONS[name].lower()} {wording.STATES[state][2:]}"
        for name, state in entry.coverage.items()
        if name != "figure"
    )


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {text}" for text in lines)
