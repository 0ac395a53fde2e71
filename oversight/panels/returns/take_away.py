"""What staff take away: the template of a kind of return, with what is wanted, and its schema."""

from __future__ import annotations

import streamlit as st

from oversight import ROOT, filters, reference, returns, templates, wording
from oversight.filters import Chosen
from oversight.returns import Kind

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pick_kind() -> Kind:
    """One kind of return; figures first."""
    kinds = returns.load(reference.read_files(ROOT)).values()
    titles = {
        kind.title: kind for kind in sorted(kinds, key=lambda one: one.name != returns.OBSERVATIONS)
    }
    return titles[filters.choice("Kind of return", list(titles), next(iter(titles)), "kind")]


def take_away(kind: Kind, now: Chosen, place: str) -> None:
    """Buttons for the template and the schema; each is made when somebody asks for it."""
    files = reference.read_files(ROOT)

    def rows() -> list[templates.filling.Row]:
        wanted = templates.rows_of(kind, templates.found(kind, now.rows), now.on)
        return templates.marked(kind, wanted) if now.publication.is_invented else wanted

    def workbook() -> bytes:
        words, published = templates.allowed(kind, files), now.publication
        return templates.as_xlsx(
            kind, rows(), words, published.number, now.on, published.is_invented
        )

    name = wording.file_name(f"{kind.name}_template", now.publication.is_invented)
    with st.container(horizontal=True, gap="small"):
        for label, make, file, mime in (
            ("Template (Excel)", workbook, f"{name}.xlsx", XLSX),
            ("Template (CSV)", lambda: templates.as_csv(kind, rows()), f"{name}.csv", "text/csv"),
            ("Schema (JSON)", lambda: templates.as_json(kind, files),
             f"{kind.name}_schema.json", "application/json"),
        ):  # fmt: skip
            st.download_button(
                label, make, file, mime, on_click="ignore", key=f"take_{file}_{place}",
                icon=":material/download:",
            )  # fmt: skip
