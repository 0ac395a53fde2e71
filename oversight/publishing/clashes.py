"""What a built publication says against itself, and what a check asks of the return it took in.

The questions are asked in SQL of the publication as readers would have it; each finding names the
line and the column of the arriving return that brings it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import duckdb

from oversight import store
from oversight.screening import Finding
from oversight.screening.finding import MOST_TOLD

# The report's own figures, and where nothing arrives: no return has these numbers.
REPORT, NO_RETURN = 0, -1

Row = dict[str, object]
Connection = duckdb.DuckDBPyConnection


@dataclass(frozen=True)
class Clash:
    """One contradiction: the finding, and the other returns it rests on, by publication and name.

    The report and published series came with no publication; their number is 0.
    """

    finding: Finding
    others: tuple[tuple[int, str], ...]


def contradictions(connection: Connection, feed: int) -> tuple[list[Clash], int]:
    """Where a built publication contradicts itself: the first places, and how many there are."""
    clashes, count = [], 0
    for question, found in CONTRADICTIONS.items():
        rows = _rows(connection, question, feed=feed)
        count += len(rows)
        for row in rows[: MOST_TOLD - len(clashes)]:
            finding = found(_subject(connection, row), row)
            others = _names(connection, {*row["feeds"]} - {feed})
            if line := _line_of_clash(connection, row, feed):
                finding = replace(finding, line=line, column="value")
            elif feed != NO_RETURN:
                named = " and ".join(name for _, name in others)
                finding = replace(finding, message=f"{finding.message} It stands in {named}.")
            clashes.append(Clash(finding, others))
    return sorted(clashes, key=lambda clash: clash.finding.line or 0), count


def asks(connection: Connection, feed: int) -> tuple[list[Finding], int]:
    """What the arriving return is asked to explain: the first findings, and how many there are."""
    changes = _rows(connection, "changes_to_be_explained", feed=feed)
    gaps = _rows(connection, "places_to_be_completed", feed=feed)
    told = [
        Finding(
            "changes_are_explained",
            f"{_subject(connection, row)}: {row['value']:,.10g}, where {row['held_against']} has"
            f" {row['before']:,.10g}. Mend it, or give a reason.",
            _line(connection, _key(row), feed),
            "value",
        )
        for row in changes[:MOST_TOLD]
    ]
    told += [
        Finding(
            "places_are_complete",
            f"{row['indicator']} {row['period']}: figures of {len(row['places'])} places, where"
            f" {row['held_against']} has {len(row['places_before'])}. {_missing(row)} Add what"
            " is missing, or give a reason.",
            _line(connection, _key(row), feed),
            "geography",
        )
        for row in gaps[:MOST_TOLD]
    ]
    told.sort(key=lambda finding: finding.line or 0)
    return told[:MOST_TOLD], len(changes) + len(gaps)


def _contradicted_year(subject: str, row: Row) -> Finding:
    message = (
        f"{subject}: the year is {_limits(row)}, its quarters add up to"
        f" {row['lower_sum']:,.0f}. Send the year again with marker r, or mend the quarters."
    )
    return Finding("years_and_quarters_agree", message)


def _contradicted_total(subject: str, row: Row) -> Finding:
    message = (
        f"{subject}: the total is {_limits(row)}, its parts add up to {_limits(row, '_sum')}. Mend"
        " the total or the parts."
    )
    return Finding("totals_and_parts_agree", message)


def _bared_quarter(subject: str, row: Row) -> Finding:
    message = (
        f"{subject}: one quarter is withheld, yet the year and the other three give it away."
        " Withhold a second quarter or the year."
    )
    return Finding("withheld_stays_hidden", message)


def _exceeded_whole(subject: str, row: Row) -> Finding:
    message = (
        f"{subject}: the whole is {_limits(row)}, yet its parts are at least"
        f" {row['lower_sum']:,.0f}. Mend the whole or the parts."
    )
    return Finding("parts_fit_their_whole", message)


def _contradicted_london(subject: str, row: Row) -> Finding:
    together = "at least " if row["upper_sum"] is None else ""
    message = (
        f"{subject}: London is {_limits(row)}, its places add up to {together}"
        f"{row['lower_sum']:,.0f}. Mend the figure of London or those of the places."
    )
    return Finding("places_and_london_agree", message)


def _exceeded_all(subject: str, row: Row) -> Finding:
    message = (
        f"{subject}: all are {_limits(row)}, yet split by {row['name']} they are at least"
        f" {row['lower_sum']:,.0f}. Mend the figure of all or those it is split into."
    )
    return Finding("splits_and_all_agree", message)


CONTRADICTIONS = {
    "years_that_contradict_their_quarters": _contradicted_year,
    "totals_that_contradict_their_parts": _contradicted_total,
    "withheld_quarters_that_can_be_had_back": _bared_quarter,
    "parts_larger_than_their_whole": _exceeded_whole,
    "places_that_contradict_london": _contradicted_london,
    "splits_larger_than_all": _exceeded_all,
}


def _names(connection: Connection, feeds: Iterable[int]) -> tuple[tuple[int, str], ...]:
    """Returns by the names staff know them by, oldest first; the report is one of them."""
    found = [(0, "the report")] if REPORT in feeds else []
    for feed, number, source, note in connection.execute(
        "SELECT feed, publication, source, note FROM accepted_return ORDER BY feed"
    ).fetchall():
        if feed in feeds:
            name = f"publication {number} ({note})" if number else f"the published series {source}"
            found.append((number, name))
    return tuple(found)


def _rows(connection: Connection, question: str, **parameters: object) -> list[Row]:
    answer = connection.execute(store.statement(f"screening/{question}"), parameters)
    columns = [column[0] for column in answer.description]
    return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]


def _key(row: Row) -> Row:
    """What a row of figures is of; a contradiction's row has no days, its cells have them."""
    names = ("indicator", "place", "breakdown", "starts_on", "ends_on")
    return {name: row[name] for name in names if name in row}


def _line(connection: Connection, cell: Row, feed: int) -> int | None:
    (found,) = _rows(connection, "first_line_of_a_cell", **cell, feed=str(feed))
    return found["line"]


def _line_of_clash(connection: Connection, row: Row, feed: int) -> int | None:
    """The line of the whole where the return holds it, else that of the first of its parts."""
    # A cell that lies elsewhere than the whole says where, and of which kind it is.
    names = ("indicator", "starts_on", "ends_on", "place", "breakdown")
    cells = [
        {**_key(row), **dict(zip(names, cell, strict=False))} if cell else None
        for cell in row["cells"]
    ]
    whole, *parts = [_line(connection, cell, feed) if cell else None for cell in cells]
    return whole or min(filter(None, parts), default=None)


def _subject(connection: Connection, row: Row) -> str:
    """The figure in words; its place where it is not London, and its kind where it is split."""
    parts = [f"{row['indicator']} {row['period']}"]
    if row["place"] != "London":
        parts += connection.execute(
            "SELECT name FROM area WHERE code = $place", {"place": row["place"]}
        ).fetchone()
    return ", ".join([*parts, *filter(None, [row["breakdown"]])])


def _missing(row: Row) -> str:
    missing = sorted({*row["places_before"]} - {*row["places"]})
    if len(missing) > 3:
        return f"{', '.join(missing[:3])} and {len(missing) - 3} more are not there."
    return f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not there."


def _limits(row: Row, of: str = "") -> str:
    lower, upper = row[f"lower{of}"], row[f"upper{of}"]
    if lower is None or upper is None:
        return f"at most {upper:,.0f}" if lower is None else f"at least {lower:,.0f}"
    return f"{lower:,.0f}" if lower == upper else f"{lower:,.0f} to {upper:,.0f}"
