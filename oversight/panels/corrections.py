"""What was published otherwise: every correction, and a line on each page that shows one."""

from __future__ import annotations

import streamlit as st

from oversight import home, wording
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.panel import printed_records, table, whole_years
from oversight.panels.redactions import redacted
from oversight.periods import in_words
from oversight.store import TooOld

# The list of About the data, as its control prints it.
CORRECTIONS = "Corrections"


def corrected(now: Chosen, *themes: str) -> None:
    """One quiet line where a page shows a figure that was published otherwise; else nothing."""
    try:
        rows = now.rows(
            "about/corrected", themes=themes, starts_on=now.starts_on, ends_on=now.ends_on
        )
    except TooOld:
        # One made before corrections were kept has none to tell of; a damaged one is told.
        return
    if said := wording.corrected_sentence(rows):
        every = links.to(now, "about", "All corrections", list=CORRECTIONS)
        with st.container(key="corrected"):
            st.caption(f"{whole_years(said)} {every}.")


def corrections(now: Chosen) -> None:
    """Every figure that was published and reads otherwise since, newest first."""
    redacted(now)
    rows = now.rows("about/corrections")
    if not rows:
        other = "other " if now.publication.entry.redacted else ""
        st.markdown(f"No {other}published figure has been changed, withheld or left out since.")
        return
    published = {entry.number: entry for entry in home.chosen().published()}
    if rows[0].corrections > len(rows):
        st.markdown(
            f"The newest {len(rows)} of {rows[0].corrections:,} corrections. Older ones stand in"
            " the publications' own files."
        )
    printed = [
        {
            "Date": in_words(published[row.publication].published_at.date()),
            "Figure": wording.figure_named(row),
            "Was": wording.figure_was(row),
            "Became": wording.figure_is_now(row),
            "Publication": str(row.publication),
            "Why": wording.why_corrected(row) or "no reason given",
        }
        for row in rows
    ]
    table("corrections", _shown(now, printed, "Why"), now, printed_records(printed),
          alt="Corrections, newest first")  # fmt: skip


def _shown(now: Chosen, printed: list[dict[str, str]], *texts: str) -> list[dict[str, str]]:
    """The rows with a link to each publication, and what people sent shown as it was written."""
    return [
        {
            **row,
            **{name: wording.plain(row[name]) for name in texts},
            "Publication": links.to(now, "", row["Publication"], publication=row["Publication"]),
        }
        for row in printed
    ]
