"""What a return looks like: the columns of each kind, its template, and every check."""

from __future__ import annotations

import streamlit as st

from oversight import templates, wording
from oversight.filters import Chosen
from oversight.panels.panel import printed_records, table
from oversight.panels.returns.take_away import pick_kind, take_away
from oversight.returns import Kind
from oversight.screening.registry import CHECKS, STAGES
from oversight.wording import returns as words


def formats(now: Chosen, kind: Kind | None = None) -> None:
    """One kind of return, chosen here unless it is given: its columns, templates and schema."""
    st.header("The format")
    kind = kind or pick_kind()
    st.markdown(wording.plain(kind.purpose))
    st.markdown(words.DIALECT)
    rows = templates.columns_of(kind)
    shown = [{name: wording.plain(cell) for name, cell in row.items()} for row in rows]
    table("schema", shown, now, printed_records(rows, "_"), alt=f"Columns of the {kind.title}")
    st.subheader("To take away")
    st.markdown(words.TEMPLATE)
    take_away(kind, now, "format")


def checks(now: Chosen) -> None:
    """Every check, in the order in which a file goes through them."""
    st.header("Every check")
    st.markdown(words.CHECKED)
    rows = [
        {
            "Stage": STAGES[check.stage],
            "What must be so": check.says,
            "Otherwise": words.SEVERITIES[check.severity],
        }
        for check in CHECKS.values()
    ]
    table("checks", rows, now, printed_records(rows, "_"), alt="Every check of a return")
