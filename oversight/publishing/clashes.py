"""What a built publication says against itself, and what a check asks of the return it took in.

The questions are asked in SQL of the publication as readers would have it; each finding names the
line and the column of the arriving return that brings it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb

from oversight import store
from oversight.home import Entry
from oversight.publishing import keeping
from oversight.screening import Finding
from oversight.screening.finding import MOST_TOLD

# The report's own figures, and where nothing arrives: no return has these numbers.
REPORT, NO_RETURN = 0, -1

# What a figure is of, in the order in which the questions name it.
CELL = ("indicator", "starts_on", "ends_on", "place", "breakdown")

Cell = tuple[str, ...]
Row = dict[str, object]
Connection = duckdb.DuckDBPyConnection


@dataclass(frozen=True)
class Clash:
    """One contradiction: the finding, and the other returns it rests on, by publication and name.

    The report and published series came with no publication; their number is 0.
    """

    finding: Finding
    others: tuple[tuple[int, str], ...]


def contradictions(connection: Connection, feed: int) -> tuple[list[Clash], Counter[str]]:
    """Where a built publication contradicts itself: the first of each check, and how many each."""
    returns = _returns(connection)
    clashes: list[Clash] = []
    counts: Counter[str] = Counter()
    for question, found in CONTRADICTIONS.items():
        rows, count = _asked(connection, question, feed)
        for row in rows:
            finding = found(row)
            others = tuple(
                name for other, name in returns.items() if other in row["feeds"] and other != feed
            )
            if row["line"]:
                finding = replace(finding, line=row["line"], column="value")
            elif feed != NO_RETURN:
                named = " and ".join(name for _, name in others)
                finding = replace(finding, message=f"{finding.message} It stands in {named}.")
            clashes.append(Clash(finding, others))
        if rows:
            counts[finding.check] = count
    return sorted(clashes, key=lambda clash: clash.finding.line or 0), counts


def asks(connection: Connection, feed: int) -> tuple[list[Finding], Counter[str]]:
    """What the arriving return is asked to explain: the first of each check, and how many each."""
    findings: list[Finding] = []
    counts: Counter[str] = Counter()
    for question, found in ASKED.items():
        rows, count = _asked(connection, question, feed)
        findings += map(found, rows)
        if rows:
            counts[findings[-1].check] = count
    return sorted(findings, key=lambda finding: finding.line or 0), counts


def resting(
    entries: Sequence[Entry], withdrawn: Sequence[str], found: Sequence[Clash]
) -> list[Finding]:
    """What would contradict itself without a return, and which later returns rest on it."""
    standing = keeping.standing(entries)
    number = max(standing[digest].number for digest in withdrawn)
    findings = []
    for clash in found:
        later = [name for brought_by, name in clash.others if brought_by > number]
        if later:
            names = " and ".join(later)
            why = f"{names[0].upper()}{names[1:]} {'rests' if len(later) == 1 else 'rest'} on it."
        else:
            why = f"Without it, {' and '.join(name for _, name in clash.others)} contradict it."
        findings.append(replace(clash.finding, message=f"{why} {clash.finding.message}"))
    return findings


def _changed(row: Row) -> Finding:
    message = (
        f"{row['subject']}: {row['value']:,.10g}, where {row['held_against']} has"
        f" {row['before']:,.10g}. Mend it, or give a reason."
    )
    return Finding("changes_are_explained", message, row["line"], "value")


def _unlike_last_year(row: Row) -> Finding:
    message = (
        f"{row['subject']}: {row['value']:,.10g}, where the same quarter a year before,"
        f" {row['held_against']}, has {row['before']:,.10g}. Mend it, or give a reason."
    )
    return Finding("quarters_are_explained", message, row["line"], "value")


def _left_out(row: Row) -> Finding:
    before = len(row["places_before"])
    message = (
        f"{row['indicator']} {row['period']}: figures of {before - len(row['missing'])} of the"
        f" {before} places of {row['held_against']}. {_missing(row['missing'])} Add what is"
        " missing, or give a reason."
    )
    return Finding("places_are_complete", message, row["line"], "geography")


def _missing(places: Sequence[str]) -> str:
    if len(places) > 3:
        return f"{', '.join(places[:3])} and {len(places) - 3} more are not there."
    return f"{' and '.join(places)} {'is' if len(places) == 1 else 'are'} not there."


def _contradicted_year(row: Row) -> Finding:
    message = (
        f"{row['subject']}: the year is {_limits(row)}, its quarters add up to"
        f" {row['lower_sum']:,.0f}. Send the year again with marker r, or mend the quarters."
    )
    return Finding("years_and_quarters_agree", message)


def _contradicted_total(row: Row) -> Finding:
    message = (
        f"{row['subject']}: the total is {_limits(row)}, its parts add up to"
        f" {_limits(row, '_sum')}. Mend the total or the parts."
    )
    return Finding("totals_and_parts_agree", message)


def _bared_quarter(row: Row) -> Finding:
    message = (
        f"{row['subject']}: one quarter is withheld, yet the year and the other three give it"
        " away. Withhold a second quarter or the year."
    )
    return Finding("withheld_stays_hidden", message)


def _exceeded_whole(row: Row) -> Finding:
    message = (
        f"{row['subject']}: the whole is {_limits(row)}, yet its parts are at least"
        f" {row['lower_sum']:,.0f}. Mend the whole or the parts."
    )
    return Finding("parts_fit_their_whole", message)


def _contradicted_london(row: Row) -> Finding:
    together = "at least " if row["upper_sum"] is None else ""
    message = (
        f"{row['subject']}: London is {_limits(row)}, its places add up to {together}"
        f"{row['lower_sum']:,.0f}. Mend the figure of London or those of the places."
    )
    return Finding("places_and_london_agree", message)


def _exceeded_all(row: Row) -> Finding:
    message = (
        f"{row['subject']}: all are {_limits(row)}, yet split by {row['name']} they are at least"
        f" {row['lower_sum']:,.0f}. Mend the figure of all or those it is split into."
    )
    return Finding("splits_and_all_agree", message)


# By question, what is found in a row of its answer.
CONTRADICTIONS = {
    "years_that_contradict_their_quarters": _contradicted_year,
    "totals_that_contradict_their_parts": _contradicted_total,
    "withheld_quarters_that_can_be_had_back": _bared_quarter,
    "parts_larger_than_their_whole": _exceeded_whole,
    "places_that_contradict_london": _contradicted_london,
    "splits_larger_than_all": _exceeded_all,
}
ASKED = {
    "changes_to_be_explained": _changed,
    "quarters_to_be_explained": _unlike_last_year,
    "places_to_be_completed": _left_out,
}


def _returns(connection: Connection) -> dict[int, tuple[int, str]]:
    """Each return's publication and the name staff know it by, oldest first, by its number."""
    found = {REPORT: (0, "the report")}
    for feed, number, source, note in connection.execute(
        "SELECT feed, publication, source, note FROM accepted_return ORDER BY feed"
    ).fetchall():
        name = f"publication {number} ({note})" if number else f"the published series {source}"
        found[feed] = (number, name)
    return found


def _asked(connection: Connection, question: str, feed: int) -> tuple[list[Row], int]:
    """The first rows that answer a question, each with its subject and its line, and how many."""
    # Kept there: of tens of thousands of rows only the first become words.
    (count,) = connection.execute(
        f"CREATE OR REPLACE TEMP TABLE found AS {store.statement(f'screening/{question}')}",
        {"feed": feed},
    ).fetchone()
    if not count:
        return [], 0
    answer = connection.execute("FROM found ORDER BY rowid LIMIT ?", [MOST_TOLD])
    columns = [column[0] for column in answer.description]
    rows = [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]
    places = dict(connection.execute("SELECT code, name FROM area").fetchall())
    lines = _lines(connection, {cell for row in rows for cell in _cells(row) if cell})
    for row in rows:
        row |= {"subject": _subject(row, places), "line": _line(row, lines)}
    return rows, count


def _cells(row: Row) -> list[Cell | None]:
    """The cells of the arriving return that a row is about: its own, or the whole and its parts."""
    own = tuple(row.get(name) for name in CELL)
    # A cell that lies elsewhere than the whole says where, and of which kind it is.
    return [(*cell, *own[len(cell) :]) if cell else None for cell in row.get("cells", [own])]


def _lines(connection: Connection, cells: Collection[Cell]) -> dict[Cell, int]:
    """The first line of each cell that the arriving return holds, all looked up at once."""
    if not cells:
        return {}
    found = connection.execute(
        store.statement("screening/lines_of_cells"), {"cells": [list(cell) for cell in cells]}
    )
    return {tuple(cell): line for cell, line in found.fetchall()}


def _line(row: Row, lines: Mapping[Cell, int]) -> int | None:
    """The line of the whole where the return holds it, else that of the first of its parts."""
    whole, *parts = [lines.get(cell) for cell in _cells(row)]
    return whole or min(filter(None, parts), default=None)


def _subject(row: Row, places: Mapping[str, str]) -> str:
    """The figure in words; its place where it is not London, and its kind where it is split."""
    place = "" if row["place"] == "London" else places.get(row["place"], row["place"])
    of = f"{row['indicator']} {row['period']}"
    return ", ".join(filter(None, [of, place, row["breakdown"]]))


def _limits(row: Row, of: str = "") -> str:
    lower, upper = row[f"lower{of}"], row[f"upper{of}"]
    if lower is None and upper is None:
        return "not known"
    if lower is None or upper is None:
        return f"at most {upper:,.0f}" if lower is None else f"at least {lower:,.0f}"
    return f"{lower:,.0f}" if lower == upper else f"{lower:,.0f} to {upper:,.0f}"
