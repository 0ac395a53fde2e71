"""Figures as printed cells and as records for machines: what stands beside every drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil

from oversight import bounds, wording
from oversight.series import Change, Series
from oversight.slides import markup
from oversight.slides.position import Position
from oversight.slides.slide import Table

# What lies between two rows of a table on a screen, and how high a line is in parts of its width.
BETWEEN, LINE_HIGH = 0.4, markup.TEXT * markup.LINE


def by_year(shown: Sequence[Series], what: str, unit: str = "") -> Table:
    """A row a period and a column a series; [x] where a series has no word on a period."""
    starts = {point.period: point.starts_on for one in shown for point in one.points}
    rows = (
        (
            period,
            *(
                wording.with_marker(point, unit) if (point := one.at(period)) else "[x]"
                for one in shown
            ),
        )
        # A figure without a date, such as an expectation, stands first.
        for period in sorted(starts, key=lambda period: starts[period] or date.min)
    )
    return Table((what, *(one.label for one in shown)), tuple(rows))


def with_changes(table: Table, name: str, changes: Sequence[Change], latest: str) -> Table:
    """The table with a column for the change from each baseline to the latest period."""
    if not changes:
        return table
    since = {one.base.period: bounds.printed_change(one.per_cent) for one in changes}
    return Table(
        (*table.header, f"{name}, change to {latest}"),
        tuple((*row, since.get(row[0], "–")) for row in table.rows),
    )


def notes_of(changes: Sequence[Change]) -> tuple[tuple[str, str], ...]:
    """What stands beside a last figure: each change and its baseline."""
    return tuple((bounds.printed_change(one.per_cent), f"on {one.base.period}") for one in changes)


def as_records(shown: Iterable[Series]) -> list[dict[str, object]]:
    """One record a point, figures as limits, for machines."""
    return [
        {
            "measure": one.name,
            "label": one.label,
            "unit": one.unit,
            "period": point.period,
            "value": rounded(point.figure.shown) if point.is_number else None,
            "lower": rounded(point.figure.lower) if point.is_number else None,
            "upper": rounded(point.figure.upper) if point.is_number else None,
            "withheld": point.figure.withheld,
            "qualifier": bounds.ROUNDED if point.figure.is_rounded else point.figure.qualifier,
            "standing": point.standing,
            "marker": point.marker,
            "source": "; ".join(point.sources),
            "note": point.note,
        }
        for one in shown
        for point in one.points
    ]


def printed_records(table: Table) -> tuple[dict[str, str], ...]:
    """A record a row of printed cells, columns in small letters."""
    names = [name.lower().replace(" ", "_") for name in table.header]
    return tuple(dict(zip(names, row, strict=True)) for row in table.rows)


def first_rows(
    rows: Sequence[tuple[str, ...]], place: int, line: int, most: float, page: str
) -> tuple[tuple[str, ...], ...]:
    """As many rows as a screen holds, and where some are left out a last one that counts them.

    Args:
        rows: printed cells.
        place: the cell that may be wider than a line.
        line: how many characters a line of that cell holds.
        most: the height there is, in lines.
        page: where the others stand.
    """
    if lines_of(rows, place, line) <= most:
        return tuple(rows)
    heights = [lines_of([row], place, line) for row in rows]
    room, shown = most - 1 - BETWEEN, 0
    while shown < len(rows) and (not shown or room >= heights[shown]):
        room -= heights[shown]
        shown += 1
    more = [""] * len(rows[0])
    more[place] = f"and {len(rows) - shown} more, on the {page} page"
    return (*rows[:shown], tuple(more))


def lines_of(rows: Sequence[tuple[str, ...]], place: int, line: int) -> float:
    """How high rows are, in lines; the arguments are those of `first_rows`."""
    return sum(max(1, ceil(len(row[place]) / line)) + BETWEEN for row in rows)


def lines_left(position: Position, most: float) -> float:
    """The lines that a table may take; fewer where something stands over the finding."""
    return most - markup.height_above(position.is_invented, position.looking_back) / LINE_HIGH


def rounded(number: float | None) -> float | None:
    """A limit as machines read it."""
    return None if number is None else round(number, 4)


def source(printed_in: Iterable[str], position: Position) -> str:
    """Where the figures of a slide were printed, or that there are none."""
    is_limited = any(entry.is_limited for entry in position.entries)
    none = "no figure in the years shown" if is_limited else "no figure supplied"
    return f"Source: {wording.printed_in(printed_in) or none}."
