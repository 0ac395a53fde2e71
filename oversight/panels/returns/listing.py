"""Every publication with who, when and why: what readers may know of it."""

from __future__ import annotations

import streamlit as st

from oversight import home, wording
from oversight.filters import Chosen
from oversight.home import Entry
from oversight.panels import links
from oversight.panels.panel import printed_records, table
from oversight.periods import in_words
from oversight.wording import returns as words
from oversight.wording.redactions import redacted_sentence

# The list that holds two publications against each other, as its control prints it.
COMPARISON = "Two publications"


def published(now: Chosen) -> tuple[Entry, ...]:
    """The publications up to the one that is read, oldest first."""
    return tuple(
        entry for entry in home.chosen().published() if entry.number <= now.publication.number
    )


def publications(now: Chosen) -> None:
    """Newest first; each opens the overview as it read then."""
    st.header("Every publication")
    st.markdown(words.PUBLICATIONS)
    entries = published(now)
    brought = {digest: entry.number for entry in entries for digest in entry.accepted}
    rows = [
        {
            **row_of(entry),
            "What it did": words.what_it_did(
                len(entry.accepted), [brought[digest] for digest in entry.withdrawn]
            ),
        }
        for entry in reversed(entries)
    ]
    linked = [
        {
            **linked_row(now, row),
            "What it did": _compared(now, int(row["Publication"]), row["What it did"]),
        }
        for row in rows
    ]
    table("publications", linked, now, printed_records(rows, "_"), alt="Every publication")


def row_of(entry: Entry) -> dict[str, str]:
    """What a publication is, as a row of a list."""
    return {
        "Publication": str(entry.number),
        "Made on": in_words(entry.published_at.date()),
        "By": entry.by,
        "What it is": _what_it_is(entry),
    }


def linked_row(now: Chosen, row: dict[str, str]) -> dict[str, str]:
    """The row as it was written by people, its number leading to the overview as it read then."""
    return {
        **{name: wording.plain(cell) for name, cell in row.items()},
        "Publication": links.to(now, "", row["Publication"], publication=row["Publication"]),
    }


def _what_it_is(entry: Entry) -> str:
    """The note of a publication, and what was taken out of it since."""
    if not entry.redacted:
        return entry.note
    since = dict.fromkeys(map(redacted_sentence, entry.redacted))
    return " ".join((wording.sentence(entry.note), *since))


def _compared(now: Chosen, number: int, text: str) -> str:
    """What a publication did, leading to all that it changed."""
    if number == 1:
        return wording.plain(text)
    before = {"older": str(number - 1), "newer": str(number)}
    return links.to(now, "returns", wording.plain(text), list=COMPARISON, **before)
