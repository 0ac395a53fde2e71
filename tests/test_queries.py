"""Each query says which question it answers, what a row is and what it is given; and it runs."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from oversight import ROOT, store
from oversight.home import Home

QUERIES = ROOT / "queries"
READING = sorted(
    path.relative_to(QUERIES).with_suffix("").as_posix()
    for path in QUERIES.rglob("*.sql")
    if path.parent.name != "build"
)
BUILDING = sorted(path.name for path in (QUERIES / "build").glob("*.sql"))

EVERY_COLUMN = re.compile(r"\bselect(\s+distinct)?\s*\*", re.IGNORECASE)
EVERY_COLUMN_OF_A_TABLE = re.compile(r"\b\w+\.\*")


def hides_columns(sql: str) -> bool:
    """Whether a query does not name what it answers with.

    A step may take all of one table along; the answer, the SELECT at the margin, may not.
    """
    sql = re.sub(r"--.*", "", sql)
    answer = re.split(r"^SELECT\b", sql, flags=re.MULTILINE)[-1]
    return bool(EVERY_COLUMN.search(sql) or EVERY_COLUMN_OF_A_TABLE.search(answer))


def header(sql: str) -> str:
    """The comment at the head of a query, as one text."""
    lines = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return "\n".join(lines)


def parameters_said(sql: str) -> set[str]:
    """The parameters that a header names, from its 'Parameters:' line on."""
    _, _, said = header(sql).partition("Parameters:")
    return set(re.findall(r"\$(\w+)", said))


def parameters_of(sql: str) -> set[str]:
    """The names of the parameters that a statement uses, its comments left out."""
    return set(re.findall(r"\$(\w+)", re.sub(r"--.*", "", sql)))


@pytest.mark.parametrize("question", READING)
def test_a_querys_header_says_its_question_its_grain_and_its_parameters(question: str):
    sql = store.statement(question)
    lines = header(sql).splitlines()
    assert lines, f"{question} has no header"
    assert lines[0][0].isupper()
    assert re.match(r"[^?]+\?(\n|$)", header(sql)), f"{question} begins with no question"
    assert any(line.startswith("Grain: ") for line in lines), f"{question} says no grain"
    assert parameters_said(sql) == parameters_of(sql)


@pytest.mark.parametrize("question", READING)
def test_a_reading_query_names_its_columns(question: str):
    assert not hides_columns(store.statement(question))


@pytest.mark.parametrize("name", BUILDING)
def test_a_building_query_says_its_question_and_its_grain_and_asks_no_clock_and_no_dice(name: str):
    sql = (QUERIES / "build" / name).read_text("utf-8")
    assert header(sql).splitlines()[0].endswith("?")
    assert "Grain: " in header(sql)
    assert not re.search(r"\b(now|today|current_\w+|random|uuid|gen_random_uuid)\b", sql, re.I)


def test_each_query_without_parameters_is_answered_by_the_first_publication(built: Home):
    """A query that compares publications is asked of two; here of one and itself."""
    current = store.current(built)
    asked = []
    for question in READING:
        if not parameters_of(store.statement(question)):
            both = re.search(r"\b(older|newer)\.", store.statement(question))
            (store.compared(current, current) if both else current).rows(question)
            asked.append(question)
    assert "export/observations" in asked


def test_a_parameter_missing_or_too_many_is_an_error_and_never_an_unfiltered_answer(built: Home):
    publication = store.current(built)
    with pytest.raises(duckdb.InvalidInputException):
        publication.rows("export/observations", borough="E09000007")
    for question in READING:
        if parameters_of(store.statement(question)):
            with pytest.raises(duckdb.InvalidInputException):
                publication.rows(question)


def test_readers_can_change_nothing_and_reach_no_file(built: Home, tmp_path: Path):
    cursor = store.current(built)._connection.cursor()
    cursor.execute("USE publication")
    for attack in (
        "DELETE FROM observation",
        "CREATE TABLE publication.note AS SELECT 1 AS number",
        f"ATTACH '{tmp_path / 'other.duckdb'}'",
        f"COPY observation TO '{tmp_path / 'copy.csv'}'",
        "SELECT content FROM read_text('/etc/hostname')",
        "INSTALL httpfs",
        "SET enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            cursor.execute(attack)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("SELECT * FROM a", True),
        ("SELECT DISTINCT *\nFROM a", True),
        ("WITH b AS (SELECT * FROM a)\nSELECT name FROM b", True),
        ("SELECT a.name, b.* FROM a", True),
        ("SELECT\n    a.*\nFROM a", True),
        ("WITH b AS (\n    SELECT a.* FROM a\n)\n\nSELECT b.name\nFROM b", False),
        ("SELECT count(*) AS number FROM a", False),
        ("SELECT 3 * a.value AS tripled FROM a", False),
    ],
)
def test_a_star_for_every_column_is_found_where_it_stands(sql: str, found: bool):
    assert hides_columns(sql) == found


def test_what_a_header_promises_is_compared_with_what_is_used():
    promised = "-- How many?\n-- Grain: one row.\n-- Parameters: $borough (GSS code),\n-- $from.\n"
    assert parameters_said(promised + "SELECT $borogh AS borough") == {"borough", "from"}
    assert parameters_of(promised + "SELECT $borogh AS borough -- $x") == {"borogh"}
