"""One ask over time: its dates, every word on it, where no answer came, and what bears on it."""

from __future__ import annotations

import streamlit as st

from oversight import asks, charts, wording
from oversight.asks import COMMITTEE, Held
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.asks_followed import steps_of_the_ladder
from oversight.panels.panel import Panel, draw, fact, printed_records, table
from oversight.periods import FIRST_DAY, in_words
from oversight.wording import ask, ask_history


def line_of(now: Chosen, one: Held) -> None:
    """The dates and words on a line; nothing where there is neither a date nor a word."""
    stands = one.standing
    if stands.first_due_on is None and not stands.updates:
        return
    st.header("Dates and words on a line")
    rows = ask_history.line_rows(one, FIRST_DAY)
    draw(
        Panel(
            "ask_line",
            lambda colours, narrow: charts.history(stands, FIRST_DAY, colours, narrow),
            ask_history.line_words(rows),
            rows,
            printed_records(rows, "_"),
            ask_history.line_sources(one),
            ask_history.line_legend(stands),
            has_narrow=True,
        ),
        now,
    )


def dates(now: Chosen, one: Held) -> None:
    """The first date, which never changes, and every later one with its reason."""
    st.header("Its dates")
    if one.standing.first_due_on is None and not one.standing.moves:
        st.markdown(f"{wording.sentence(ask.first_date(one))} Nobody has named one since.")
        return
    rows = ask_history.date_rows(one, FIRST_DAY)
    linked = [{**row, "Why": wording.plain(row["Why"])} for row in rows]
    if said := ask_history.slipped_sentence(one.standing):
        st.markdown(said)
    table("ask_dates", linked, now, printed_records(rows, "_"), alt="First and later dates")
    st.caption(
        "The first date is never edited. A body's own later date stands beside it and clears"
        f" nothing; one that the {COMMITTEE} sets counts."
    )


def history(now: Chosen, one: Held) -> None:
    """Every word on it by the reading date, oldest first, each with its publication."""
    st.header("Every word on it")
    stands = one.standing
    if not stands.updates:
        st.markdown(
            f"Nothing has been said of it by {in_words(now.on)}, as far as publication"
            f" {now.publication.number} holds."
        )
        return
    records = [
        {**record, "link": found.link if (found := asks.evidence(said.evidence)) else ""}
        for record, said in zip(
            printed_records(ask_history.history_rows(stands), "_"), stands.updates, strict=True
        )
    ]
    table("ask_history", ask_history.history_cells(stands), now, records, alt="Every word on it")


def unanswered(now: Chosen, one: Held) -> None:
    """The ladder where a body has not answered, and the step reached on the reading date."""
    stands = one.standing
    if not asks.is_unanswered(stands) or stands.owners == (COMMITTEE,):
        return
    st.header("Where no reply comes")
    reached = asks.rung_reached(FIRST_DAY, now.on)
    st.markdown(ask_history.ladder_reached(stands, reached, FIRST_DAY))
    steps_of_the_ladder(now)


def indicators(now: Chosen, one: Held) -> None:
    """Which figures bear on it, and what the report expects to follow, and when."""
    st.header("Figures that bear on it")
    found = [row for row in now.rows("recommendations/indicators") if row.ask == one.id]
    if not found:
        st.markdown("No indicator of the framework bears on it.")
        return
    rows = [
        {
            "Indicator": row.title,
            "Effect the report expects": wording.sentence(row.effect) if row.effect else
            "none stated",
            "When": row.by_when or "–",
            "Page": row.page or "–",
        }
        for row in found
    ]  # fmt: skip
    linked = [
        {**row, "Indicator": links.to_indicator(now, said.indicator, said.title)}
        for row, said in zip(rows, found, strict=True)
    ]
    table("ask_indicators", linked, now, printed_records(rows, "_"), alt="Figures that bear on it")


def questions(now: Chosen, one: Held) -> None:
    """Questions of meetings about it that nobody has settled."""
    mine = [row for row in now.rows("recommendations/actions") if row.about == one.id]
    st.header("Open questions of meetings")
    waiting = asks.open_actions(mine, now.on)
    if not waiting:
        st.markdown("None about it is open.")
    for number, row in enumerate(waiting):
        said = f"{wording.plain(row.question)} Asked of {row.asked_of}."
        if row.outcome == "promised":
            due = f" for {in_words(row.due_on)}" if row.due_on else ", no date named"
            said += f" An answer is promised by {row.promised_by}{due}."
        fact(f"question_{number}", in_words(row.met_on), said)
