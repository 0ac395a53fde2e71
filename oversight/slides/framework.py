"""The slide on the monitoring framework: of what is wanted, how much has been supplied."""

from __future__ import annotations

from oversight import framework as measures
from oversight import wording
from oversight.slides.position import Position
from oversight.slides.slide import Shares, Slide, Table
from oversight.slides.tables import printed_records
from oversight.wording import slides as words


def framework(position: Position) -> Slide:
    """Coverage of the indicators by what a figure can be split by."""
    entries = position.entries
    rows = tuple(
        (label, *measures.supplied(entries, name)) for name, label in wording.DIMENSIONS.items()
    )
    table = Table(
        ("What is wanted", "Supplied", "Wanted"),
        tuple((label, f"{have:,}", f"{wanted:,}") for label, have, wanted in rows),
    )
    finding = wording.framework_title(entries)
    return Slide(
        name="framework",
        title="Monitoring framework",
        page="framework",
        finding=words.cut_to_two_lines(finding),
        measure="Indicators that recommendation 8 could be met with, supplied of those wanted.",
        signs="Filled: supplied.",
        table=table,
        source="Source: the definitions and figures of this publication.",
        read_aloud=f"{finding}. {wording.boys_sentence(entries)} {words.owing_sentence(entries)}",
        drawing=Shares(rows),
        baseline=f"Baseline: what the definitions want of {len(entries)} indicators.",
        caveat=wording.boys_sentence(entries),
        gap=words.owing_sentence(entries),
        alt=wording.coverage_in_short(entries),
        records=printed_records(table),
        indicators=tuple(entry.name for entry in entries),
    )
