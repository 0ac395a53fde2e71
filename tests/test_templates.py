"""What staff take away: templates that load back once filled, schemas, and notes to mend by."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import openpyxl
import pytest

from oversight import definitions, publishing, returns, slides, store, templates
from oversight.reference import Reference
from oversight.returns import ACTION, OBSERVATIONS, RUNNING_ORDER, STATUS
from oversight.screening import Finding, screen
from tests.conftest import CLERK, a_return

ON = date(2026, 1, 1)
LISTS = {"author": [("Met", "Metropolitan Police Service")]}
LATER = date(2028, 1, 1)
ASKED = (
    b"meeting_date,question,about,asked_of,outcome,answer,promised_by,due_date,author\n"
    b"2015-03-12,How many?,cse_referrals,Met,asked,,,,Committee\n"
    b"2015-03-12,When?,R1a,Met,answered,In May.,,,Committee\n"
)
ORDERED = (
    b"meeting_date,position,slide,minutes,note\n"
    b"2015-03-12,1,fgm_referrals,20,\n"
    b"2015-03-12,3,own question,,How many boys?\n"
)


@pytest.fixture(scope="module")
def kinds(files):
    return returns.load(files)


@pytest.fixture(scope="module")
def filled(built, kinds):
    """The rows of a kind's template after the first publication."""
    now = store.current(built)

    def filled(name: str, **wanted) -> list:
        found = now.rows(templates.QUESTIONS[name])
        return templates.rows_of(kinds[name], found, ON, **wanted)

    return filled


def read_back(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def screened(content: bytes, files):
    return screen(content, definitions.load(files), Reference(files), LATER)


def test_a_template_of_figures_asks_for_the_period_after_the_newest(filled):
    wanted = {row["indicator"]: (row["period"], row["geography"]) for row in filled(OBSERVATIONS)}
    assert wanted["allegations_rape"] == ("2014-15", "London")
    assert wanted["fgm_referrals"] == ("2014", "London")
    assert wanted["sanction_detections"] == ("year to 2014-11", "London")
    # Never given: the last period that had ended on the day of the template.
    assert wanted["cse_referrals"] == ("2025-26 Q3", "London")
    assert wanted["soeca_officers_in_post"] == ("2025-12-31", "Metropolitan Police")
    assert "allegations_rape_and_sexual_assault" not in wanted
    assert "fgm_women_estimated" not in wanted


def test_series_of_others_come_borough_by_borough_where_they_are_asked_for(filled):
    mine = filled(OBSERVATIONS)
    assert not any(row["indicator"] == "recorded_rape_all_victims" for row in mine)
    context = filled(OBSERVATIONS, themes=["context"], is_whole=True)
    camden = [row for row in context if row["geography"] == "Camden"]
    assert {row["period"] for row in camden} == {"2023-24 Q3"}
    strength = filled(OBSERVATIONS, themes=["workforce"], is_whole=True)
    assert {"role=PCSO", ""} < {row["breakdown"] for row in strength}


@pytest.mark.parametrize("is_whole", [False, True])
def test_a_template_of_figures_loads_back_once_values_are_written(is_whole, filled, files, kinds):
    rows = [
        {**row, "value": "80", "note": "headcount"}
        for row in filled(OBSERVATIONS, is_whole=is_whole)
    ]
    outcome = screened(templates.as_csv(kinds[OBSERVATIONS], rows), files)
    assert [str(finding) for finding in outcome.findings if finding.severity == "blocks"] == []
    assert len(outcome.figures) == len(rows) > 20


def test_a_template_of_statuses_has_a_row_for_each_ask_and_loads_back(filled, files, kinds):
    rows = filled(STATUS)
    assert [row for row in rows if row["ask"] == "R6a"] == [{"ask": "R6a", "author": "Met"}]
    assert rows[0]["ask"] == "R1a"
    said = {"status_date": "2026-01-01", "delivery": "in progress"}
    mine = [row | said for row in rows if row["author"]]
    outcome = screened(templates.as_csv(kinds[STATUS], mine), files)
    assert outcome.findings == ()
    assert len(outcome.entries) == len(mine) > 17


def test_a_template_of_actions_has_the_open_questions_and_loads_back(where, few, files, kinds):
    publishing.publish(where, few, ASKED, CLERK)
    found = store.current(where).rows(templates.QUESTIONS[ACTION])
    (row,) = templates.rows_of(kinds[ACTION], found, ON)
    assert row == {
        "meeting_date": "2015-03-12", "question": "How many?", "about": "cse_referrals",
        "asked_of": "Met",
    }  # fmt: skip
    answered = row | {"outcome": "answered", "answer": "80.", "author": "Committee"}
    assert screened(templates.as_csv(kinds[ACTION], [answered]), files).findings == ()


def test_a_template_of_a_running_order_has_the_standard_slides_and_loads_back(filled, files, kinds):
    rows = filled(RUNNING_ORDER)
    assert [row["slide"] for row in rows] == [*slides.NAMES]
    assert [row["position"] for row in rows] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    mine = [row | {"meeting_date": "2028-03-09"} for row in rows]
    outcome = screened(templates.as_csv(kinds[RUNNING_ORDER], mine), files)
    assert outcome.findings == ()
    assert len(outcome.entries) == len(rows)


def test_a_template_of_a_running_order_begins_with_the_newest_one(where, few, files, kinds):
    publishing.publish(where, few, ORDERED, CLERK)
    kind = kinds[RUNNING_ORDER]
    rows = templates.rows_of(kind, templates.found(kind, store.current(where).rows), ON)
    assert rows == [
        {"position": "1", "slide": "fgm_referrals", "minutes": "20", "note": ""},
        {"position": "3", "slide": "own question", "minutes": "", "note": "How many boys?"},
    ]
    mine = [row | {"meeting_date": "2028-03-09"} for row in rows]
    assert screened(templates.as_csv(kind, mine), files).findings == ()


def test_a_template_is_a_csv_that_a_spreadsheet_opens_and_runs_nothing_of(kinds):
    content = templates.as_csv(kinds[ACTION], [{"question": "=HYPERLINK(1)"}])
    assert content.startswith(b"\xef\xbb\xbfmeeting_date,question,about,")
    assert content.endswith(b"\r\n")
    assert read_back(content)[0]["question"] == "'=HYPERLINK(1)"


@pytest.fixture(scope="module", params=[OBSERVATIONS, STATUS, ACTION, RUNNING_ORDER])
def book(request, filled, files, kinds):
    kind = kinds[request.param]
    rows = filled(kind.name)
    words = templates.allowed(kind, files)
    content = templates.as_xlsx(kind, rows, words, 1, ON)
    assert content == templates.as_xlsx(kind, rows, words, 1, ON)
    return kind, rows, openpyxl.load_workbook(io.BytesIO(content))


def test_a_workbook_has_a_cover_and_one_marked_table_a_sheet(book):
    kind, _, workbook = book
    assert workbook.sheetnames == [
        "Cover", "Contents", "How to fill it in", "Return", "Allowed values",
    ]  # fmt: skip
    assert workbook.properties.title == f"{kind.title}: template"
    assert workbook.active.title == "Cover"
    assert workbook["Cover"]["A1"].value == f"{kind.title}: template"
    for sheet in workbook.worksheets:
        assert sheet.sheet_state == "visible"
        assert not sheet.merged_cells.ranges
        assert len(sheet.tables) == (sheet.title != "Cover")
        assert sheet.freeze_panes == {"Cover": None, "Return": "A2"}.get(sheet.title, "A3")
        assert all(cell.font.size >= 12 for row in sheet.iter_rows() for cell in row)


def test_a_workbooks_return_holds_the_rows_as_text_and_lists_to_choose_from(book):
    kind, rows, workbook = book
    sheet = workbook["Return"]
    header, *cells = sheet.iter_rows(values_only=True)
    assert header == kind.header
    assert [[cell or "" for cell in row] for row in cells] == [
        [row.get(name, "") for name in header] for row in rows
    ]
    (table,) = sheet.tables.values()
    assert table.ref.startswith("A1:")
    # Columns of one format stand in one group, by the letter of the first.
    texts = {
        header[place - 1]
        for group in sheet.column_dimensions.values()
        for place in range(group.min, group.max + 1)
        if group.number_format == "@"
    }
    assert texts == {*header} - {"value"}
    lists = {
        str(one.sqref)[0]: one for one in sheet.data_validations.dataValidation if one.formula1
    }
    allowed = workbook["Allowed values"]
    for name, letter in zip(header, "ABCDEFGHI", strict=False):
        if letter in lists and lists[letter].type == "list":
            first, last = map(int, re.findall(r"\$B\$([0-9]+)", lists[letter].formula1))
            assert {allowed.cell(row, 1).value for row in range(first, last + 1)} == {name}
            assert kind.column(name).words == () or (
                tuple(allowed.cell(row, 2).value for row in range(first, last + 1))
                == kind.column(name).words
            )


def test_no_cell_of_a_workbook_is_a_formula(kinds):
    content = templates.as_xlsx(kinds[ACTION], [{"question": "=1+1"}], LISTS, 1, ON)
    cell = openpyxl.load_workbook(io.BytesIO(content))["Return"]["B2"]
    assert (cell.data_type, cell.value) == ("s", "=1+1")


@pytest.mark.parametrize("name", [OBSERVATIONS, STATUS, ACTION, RUNNING_ORDER])
def test_the_schema_takes_what_its_template_and_its_example_write(name, filled, files, kinds):
    found = json.loads(templates.as_json(kinds[name], files))
    fields = {field["name"]: field for field in found["fields"]}
    assert tuple(fields) == kinds[name].header
    assert {row["Column"]: row["Needed"] == "yes" for row in templates.columns_of(kinds[name])} == {
        field["name"]: field["constraints"]["required"] for field in fields.values()
    }
    assert {*found["primaryKey"]} < {*fields}
    for row in [*filled(name), *found["examples"]]:
        for column, cell in row.items():
            constraints = fields[column]["constraints"]
            if cell:
                assert cell in constraints.get("enum", [cell]), (column, cell)
                assert re.search(constraints.get("pattern", ""), cell), (column, cell)


@pytest.mark.parametrize(
    ("column", "cell", "is_taken"),
    [
        ("period", "2013-14 Q4", True), ("period", "year to 2013-11", True),
        ("period", "Jan-14", False), ("period", "2013/14", False),
        ("breakdown", "age=0-15;sex=female", True), ("breakdown", "female", False),
        ("value", "10,034", True), ("value", "0.5", True), ("value", "0583", False),
        ("value", "-3", False), ("value", "1e3", False), ("value", "34%", False),
        ("position", "1", True), ("position", "99", True), ("position", "100", False),
        ("position", "01", False), ("minutes", "240", True), ("minutes", "", True),
        ("minutes", "241", False), ("minutes", "0", False),
    ],
)  # fmt: skip
def test_the_schemas_patterns_tell_what_is_taken(column, cell, is_taken, files, kinds):
    kind = kinds[RUNNING_ORDER if column in ("position", "minutes") else OBSERVATIONS]
    fields = templates.schema(kind, files)["fields"]
    (pattern,) = [one["constraints"]["pattern"] for one in fields if one["name"] == column]
    assert bool(re.search(pattern, cell)) == is_taken


def test_notes_stand_beside_the_rows_they_are_about(files):
    content = a_return("allegations_rape,2014-15,Croyden,,=601,,", "allegations_rape,14-15,,,1,,")
    outcome = screened(content, files)
    header = content.decode().split("\n")[0].split(",")
    first, *_ = notes = read_back(templates.annotated(outcome.findings, header, 104))
    assert (first["line"], first["column"], first["must"]) == ("2", "geography", "mend")
    assert first["what was written"] == first["geography"] == "Croyden"
    assert "Did you mean Croydon?" in first["what to write instead"]
    assert first["value"] == "'=601"
    assert notes[-1]["what to write instead"].endswith("more are not listed. Mend these first.")


def test_notes_on_personal_data_repeat_nothing_of_it():
    finding = Finding("no_names", "This looks like a name.", 4, "note")
    (note,) = read_back(templates.annotated([finding], ["indicator", "note"]))
    assert (note["what was written"], note["indicator"], note["note"]) == ("", "", "")
