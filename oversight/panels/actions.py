"""The log of meetings: what was asked, answered and promised, and what still waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from oversight import asks, filters, wording
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.panel import fact, printed_records, table
from oversight.periods import in_words

ALL, OPEN, EVERY_WORD = "All", "Open", "Every word"


def action_log(now: Chosen) -> None:
    """Every question put by the reading date with the last word on it, those that wait first."""
    st.header("Asked, answered and promised at meetings")
    said = [row for row in now.rows("recommendations/actions") if row.met_on <= now.on]
    words = asks.last_words(said, now.on)
    if not words:
        st.markdown(wording.EMPTY_LOG)
        return
    st.markdown(wording.log_sentence(words, now.on))
    shown = filters.choice("Questions", [ALL, OPEN, EVERY_WORD], ALL, "log")
    waiting = _most_pressing_first(asks.open_actions(said, now.on))
    settled = [row for row in reversed(words) if not asks.is_open(row)]
    rows = {ALL: [*waiting, *settled], OPEN: waiting, EVERY_WORD: said}[shown]
    if rows:
        _table(now, rows)
    else:
        st.markdown("None waits for an answer.")
    # A return has no column for the day of an answer.
    st.caption(
        "Meetings after the reading date are left out; an answer counts from the publication that"
        " brought it, whatever the reading date."
    )


def open_questions(now: Chosen) -> None:
    """What meetings left open, in short; nothing at all where nothing waits."""
    waiting = asks.open_actions(now.rows("recommendations/actions"), now.on)
    if waiting:
        told = wording.open_in_short(_most_pressing_first(waiting), now.on)
        link = links.to(now, "recommendations", "The log of meetings", log=OPEN)
        fact("questions", "At meetings", "\n\n".join([*told, link]))


def _most_pressing_first(waiting: Sequence) -> list:
    """What is due first; then what has no date, the longest waiting first."""
    return sorted(waiting, key=lambda row: (row.due_on or date.max, row.met_on))


def _table(now: Chosen, said: Sequence) -> None:
    rows = [_cells(row, now) for row in said]
    printed = [
        {
            **{name: wording.plain(cell) for name, cell in cells.items()},
            "About": _about(row, now),
            "For when": _marked(cells["For when"]),
        }
        for cells, row in zip(rows, said, strict=True)
    ]
    table("actions", printed, now, printed_records(rows), alt="Questions put at meetings")


def _cells(row, now: Chosen) -> dict[str, str]:
    return {
        "Meeting": in_words(row.met_on),
        "Question": " ".join(row.question.split()),
        "About": row.about_title or row.about,
        "Asked of": row.asked_of,
        "What came of it": wording.came_of(row),
        "For when": wording.promised_for(row, now.on),
        "Answer": " ".join(row.answer.split()) or "none recorded",
        "Recorded in": f"publication {row.publication}",
    }


def _about(row, now: Chosen) -> str:
    """What it is about, as a link to where that is told."""
    if row.about_kind == "indicator":
        return links.to_indicator(now, row.about, row.about_title)
    return (links.to_claim if row.about_kind == "claim" else links.to_ask)(now, row.about)


def _marked(due: str) -> str:
    """A date with a mark where somebody must act."""
    day, comma, late = due.partition(", overdue")
    return f"{day}, :orange-badge[overdue{late}]" if comma else due
