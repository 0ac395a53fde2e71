"""The framework page: whom the figures cover, and every indicator with what is known or owed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from oversight import charts, filters, framework, wording
from oversight.filters import AddressError, Chosen
from oversight.framework import Entry
from oversight.panels import links
from oversight.panels.panel import Panel, draw, note, printed_records, table

# The choices of the list, which stay in the address while one indicator is read.
OF_THE_LIST = ("q", "theme", "figures", "owner")
FIGURES = {"with": "With a figure", "without": "Without a figure"}


def asked_for(entries: Sequence[Entry]) -> Entry | None:
    """The indicator that the address names, or None for the whole framework.

    Raises:
        AddressError: there is no such indicator, or something of one alone.
    """
    asked = named(entries, "indicator")
    for name in ("compare", "figure", "against", "whose"):
        if asked is None and st.query_params.get(name):
            raise AddressError(f"'{name}' stands in the address without 'indicator'.")
    return asked


def named(entries: Sequence[Entry], key: str) -> Entry | None:
    """The indicator that stands in the address under `key`."""
    name = filters.in_address(key)
    if name is None:
        return None
    for entry in entries:
        if entry.name == name:
            return entry
    raise AddressError(
        f"'{name[:60]}' is no indicator ('{key}' in the address). An id looks like"
        f" {entries[0].name}; the framework page lists all {len(entries)}."
    )


def coverage(now: Chosen, entries: Sequence[Entry]) -> None:
    """What recommendation 8 asks for, the coverage matrix, and where boys are missing."""
    st.markdown(
        "Recommendation 8 asks MOPAC to say how it will monitor the way the Met safeguards children"
        f" ({links.to_ask(now, 'R8a')}). This is what such a framework would hold."
    )
    if now.is_limited:
        st.markdown("The title and the matrix cover all years, not only the years shown.")
    splits = [
        charts.Split(
            label,
            "{} of {}".format(*framework.supplied(entries, name)),
            [_look(entry.coverage[name]) for entry in entries],
        )
        for name, label in wording.DIMENSIONS.items()
    ]
    groups = [
        (wording.THEMES_IN_SHORT[theme], len(list(mine)))
        for theme, mine in groupby(entries, lambda entry: entry.about.theme)
    ]
    rows = [
        {
            "Theme": wording.THEMES[entry.about.theme],
            "Indicator": entry.title,
            **{
                label: wording.STATES[entry.coverage[name]]
                for name, label in wording.DIMENSIONS.items()
            },
        }
        for entry in entries
    ]
    draw(
        Panel(
            "coverage",
            lambda colours, narrow: charts.coverage(splits, groups, colours, narrow),
            wording.coverage_words(entries),
            rows,
            printed_records(rows, "_"),
            ("the definitions and figures of this publication",),
            "A column an indicator. ■ supplied &ensp; □ wanted, not supplied &ensp; ◧ one sex only"
            " &ensp; ▨ withheld [c] &ensp; – not collected: no definition asks for it.",
            has_narrow=True,
            alt=wording.coverage_in_short(entries),
        ),
        now,
    )
    note(
        f"**{wording.boys_sentence(entries)}** The report finds boys left out of the Mayor's"
        " strategy on violence against women and girls, and of the framework that its panel was"
        f" writing (p. 32, claim {links.to_claim(now, 'M05')}, promise {links.to_ask(now, 'P07')})."
    )


def every_indicator(now: Chosen, every: Sequence[Entry]) -> None:
    """Every indicator by theme, as far as search and filters let through."""
    st.header(f"All {len(every)} indicators")
    themes = {entry.about.theme: wording.THEMES[entry.about.theme] for entry in every}
    owners = sorted({owner for entry in every for owner in entry.about.owner})
    one, two, three, four = st.columns(4)
    with one:
        words = filters.search("title, question or definition")
    with two:
        theme = filters.pick("Theme", themes, "Every theme", "theme")
    with three:
        figures = filters.pick("Figures", FIGURES, "With and without", "figures")
    with four:
        owner = filters.pick("Who owes it", dict(zip(owners, owners, strict=True)), "Everybody",
                             "owner")  # fmt: skip
    found = framework.matching(every, theme, figures, owner, words)
    if not found:
        st.markdown("No indicator matches. Take out a filter, or search for another word.")
    elif len(found) < len(every):
        st.caption(f"{len(found)} of {len(every)} indicators match.")
    for name, mine in groupby(found, lambda entry: entry.about.theme):
        _theme(now, name, list(mine))
    st.caption(
        "A change names its baseline. Two points are no trend. ● reported &ensp; ○ worked out from"
        " a rounded figure [e] &ensp; ◇ rounded to protect people (±) &ensp; ◉ provisional [p]"
        " &ensp; △ a limit or a word, not a count"
        " &ensp; ▨ withheld [c] &ensp; – not supplied."
    )


def _theme(now: Chosen, theme: str, mine: list[Entry]) -> None:
    having = sum(entry.has_figure for entry in mine)
    st.subheader(f"{wording.THEMES[theme]}: {having} of {len(mine)} with a figure")
    kept = filters.kept(OF_THE_LIST)
    rows = [
        {
            "Indicator": entry.title,
            "Latest": wording.latest_cell(entry),
            "Standing": wording.standing_cell(entry),
            "Previous": wording.previous_cell(entry),
            "Change": wording.change_cell(entry),
            "Clock": entry.about.clock,
            "Direction": wording.BETTER[entry.about.better],
            "Owner": wording.listed(entry.about.owner),
            "Next due": wording.due_cell(entry, now.on),
        }
        for entry in mine
    ]
    linked = [
        {
            **row,
            "Indicator": links.to(now, "framework", entry.title, indicator=entry.name, **kept),
            # What nobody has supplied must be seen from the back row.
            **({"Latest": f"**{row['Latest']}**"} if entry.is_owed else {}),
        }
        for row, entry in zip(rows, mine, strict=True)
    ]
    table(f"framework_{theme}", linked, now, printed_records(rows, "_"), alt=wording.THEMES[theme])


def _look(state: str) -> str:
    """How the matrix draws a state: one sex of two is one look."""
    return framework.GIRLS_ONLY if state == framework.BOYS_ONLY else state
