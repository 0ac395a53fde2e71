"""What the slide of one indicator says: what is counted, against what, and what comes next.

Values in, texts out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight.charts.bands import Band
from oversight.charts.lacking import WITHHELD
from oversight.framework import Entry
from oversight.wording.framework import change_cell, due_cell, previous_cell
from oversight.wording.slides import NOTHING_TO_COMPARE
from oversight.wording.words import listed, with_marker

# Clocks that are no unit of time.
CLOCKS = {
    "year to November": "in years to November",
    "point in time": "on the day they were counted",
    "running total": "so far",
    "event": "at one event",
    "expectation": "as expected",
    "estimate": "as estimated",
    "three years": "over three years",
    "pair of years": "between two years",
}


def measured(entry: Entry) -> str:
    """What an indicator counts, where and when."""
    unit = entry.about.unit
    place = entry.lines[0].place if entry.lines else ""
    where = "by place" if entry.by_place is not None else place or "London"
    return f"{unit[:1].upper()}{unit[1:]} {by_clock(entry.about.clock)}, {where}."


def by_clock(clock: str) -> str:
    """How figures of a clock lie in time: "by financial year", "on the day they were counted"."""
    return CLOCKS.get(clock, f"by {clock}")


def next_due(entry: Entry, on: date) -> str:
    """Which figure is wanted next, and from whom; nothing where none is expected."""
    if entry.due is None:
        return ""
    return f"Next: {due_cell(entry, on)}, owed by {listed(entry.about.owner)}."


def missing_bars(rows: Sequence[Band]) -> str:
    """Which of the bars have no figure, and why; nothing where each has one."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        if row.lacks:
            groups.setdefault(row.lacks, []).append(row.label)
    return " ".join(
        f"{listed(labels)}: {why}{', to protect people' if why == WITHHELD else ''}."
        for why, labels in groups.items()
    )


def indicator_baseline(entry: Entry) -> str:
    """The figure that a change is counted from, or why there is none."""
    if entry.by_place is not None:
        return "No baseline: there is no figure for London."
    if not entry.lines:
        return NOTHING_TO_COMPARE
    if len(entry.lines) > 1:
        before = previous_cell(entry)
        return NOTHING_TO_COMPARE if before == "none" else f"Baseline: {before}."
    (line,) = entry.lines
    if line.previous is None:
        why = change_cell(entry).removeprefix("none").lstrip(", ")
        return f"No baseline: {why}." if why else NOTHING_TO_COMPARE
    base = f"{with_marker(line.previous, entry.unit)} ({line.previous.period})"
    if line.change is not None:
        return f"Baseline: {base}."
    if line.is_broken:
        return f"No baseline: the series breaks after {base}."
    if not line.newest.is_number:
        return f"No baseline: {line.newest.period} is {line.newest.standing}; before it {base}."
    return f"No baseline: {base} is no count to compare with."
