"""The pack as a workbook: the checklist for accessible spreadsheets point by point, and figures."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from oversight import packs, publishing, slides, store, wording
from oversight.packs import xlsx
from oversight.slides import Item, Table
from tests import packing
from tests.conftest import CLERK, a_return

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gptables")

FORMULA = Table(
    ("What", "Said", "Rape"),
    (("=HYPERLINK(1)", "@SUM(1)", "1,599"), ("[a](http://b)", "$$x$$", "590 [p]"),
     ("plain", "?", "0"), ("2013", "", "383 to 384 [e]"), ("change", "+13%", "[x]")),
)  # fmt: skip


@pytest.fixture(scope="module")
def own(built):
    return packing.of_our_own(built, packing.slide("formula", table=FORMULA))


@pytest.fixture(scope="module")
def real(built):
    return packs.made(store.current(built), packing.ON)


@pytest.fixture(scope="module")
def content(built) -> bytes:
    return packing.workbook_of(built)


@pytest.fixture(scope="module")
def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def own_book(own):
    return openpyxl.load_workbook(io.BytesIO(packs.as_xlsx(own)))


def table_of(sheet) -> list[dict]:
    """The rows of a sheet's one table, by its header."""
    (table,) = sheet.tables.values()
    header, *rows = [[cell.value for cell in row] for row in sheet[table.ref]]
    return [dict(zip(header, row, strict=True)) for row in rows]


def above(sheet) -> list[str]:
    """The lines above a sheet's table, or all of the cover."""
    (first,) = [one.ref for one in sheet.tables.values()] or [f"A{sheet.max_row + 1}"]
    until = int(re.search(r"\d+", first)[0])
    return [str(sheet.cell(row, 1).value) for row in range(1, until)]


CHECKLIST = {
    "cover, contents and notes come first": lambda book: (
        book.sheetnames[:3] == ["Cover", "Contents", "Notes"]
    ),
    "sheet names are unlike and short": lambda book: (
        len({n.lower() for n in book.sheetnames}) == len(book.sheetnames)
        and max(map(len, book.sheetnames)) <= 31
    ),
    "one table a sheet but the cover": lambda book: all(
        len(sheet.tables) == (sheet.title != "Cover") for sheet in book.worksheets
    ),
    "tables are named and unlike": lambda book: (
        len({name for sheet in book.worksheets for name in sheet.tables})
        == len(book.worksheets) - 1
    ),
    "tables start in column A": lambda book: all(
        table.ref.startswith("A") for sheet in book.worksheets for table in sheet.tables.values()
    ),
    "one header row, every heading a text": lambda book: all(
        table.headerRowCount in (None, 1)
        and all(column.name.strip() for column in table.tableColumns)
        for sheet in book.worksheets
        for table in sheet.tables.values()
    ),
    "nothing below or beside a table": lambda book: all(
        table.ref.split(":")[1] == sheet.dimensions.split(":")[1]
        for sheet in book.worksheets
        for table in sheet.tables.values()
    ),
    "no merged cells": lambda book: not any(s.merged_cells.ranges for s in book.worksheets),
    "no blank rows and no blank cells": lambda book: (
        all(
            str(cell.value or "").strip() or cell.value == 0
            for sheet in book.worksheets
            for table in sheet.tables.values()
            for row in sheet[table.ref]
            for cell in row
        )
        and all(all(line.strip() not in ("", "None") for line in above(s)) for s in book.worksheets)
    ),
    "nothing hidden": lambda book: all(
        sheet.sheet_state == "visible"
        and not any(one.hidden for one in sheet.row_dimensions.values())
        and not any(one.hidden for one in sheet.column_dimensions.values())
        for sheet in book.worksheets
    ),
    "no pictures, no headers, no footers": lambda book: (
        not any(
            sheet._images
            or sheet._charts
            or sheet.oddHeader.center.text
            or sheet.oddFooter.center.text
            for sheet in book.worksheets
        )
    ),
    "text wraps": lambda book: all(
        cell.alignment.wrap_text
        for sheet in book.worksheets[3:]
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and len(cell.value) > 60
    ),
    "no meaning by colour": lambda book: all(
        cell.fill.fill_type is None
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    ),
    "sans-serif of 12 points or more": lambda book: all(
        cell.font.name == "Arial" and cell.font.sz >= 12
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and not cell.hyperlink
    ),
    "notes as [note 1]": lambda book: any("[note 1]" in line for line in above(book.worksheets[3])),
    "the cursor stands in A1 of the first sheet": lambda book: (
        book.active.title == "Cover"
        and all(s.sheet_view.selection[0].activeCell in (None, "A1") for s in book.worksheets)
    ),
    "the file has a title": lambda book: bool(book.properties.title),
}


@pytest.mark.must("meeting", 3)
@pytest.mark.parametrize("point", CHECKLIST)
@pytest.mark.parametrize("which", ["book", "own_book"])
def test_the_checklist_for_accessible_spreadsheets_holds(point, which, request, measured):
    assert CHECKLIST[point](request.getfixturevalue(which))
    measured(f"{point}: holds ({which})")


@pytest.mark.must("meeting", 3)
def test_no_macro_and_no_link_out_of_the_workbook_is_in_the_file(content):
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        names = files.namelist()
        links = [files.read(name) for name in names if name.endswith(".rels")]
        sheets = [files.read(name) for name in names if name.startswith("xl/worksheets/sheet")]
    assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]
    assert not any(b'TargetMode="External"' in one for one in links)
    assert not any(b"<f>" in one for one in sheets)


@pytest.mark.must("meeting", 3)
def test_every_symbol_used_in_a_table_is_explained_above_it(book, own_book):
    for sheet in [*book.worksheets, *own_book.worksheets]:
        if sheet.title in ("Cover", "Contents", "Notes"):
            continue
        lines = "\n".join(above(sheet))
        cells = " ".join(str(cell) for row in table_of(sheet) for cell in row.values())
        for code in set(re.findall(r"\[(\w+)\]", cells)) & set(wording.MARKERS):
            assert f"[{code}] {wording.MARKERS[code]}" in lines, (sheet.title, code)


def test_the_stamp_stands_on_the_cover_and_above_every_table(real, book):
    stamp = slides.stamp(real.position)
    for sheet in book.worksheets:
        assert any(stamp in line for line in above(sheet)), sheet.title


def test_an_invented_home_says_so_on_every_sheet(own):
    invented = replace(own, position=replace(own.position, is_invented=True))
    book = openpyxl.load_workbook(io.BytesIO(packs.as_xlsx(invented)))
    for sheet in book.worksheets:
        assert any(wording.INVENTED in line for line in above(sheet)), sheet.title


def test_a_figure_is_a_number_its_symbol_stands_beside_it_and_a_text_runs_nothing(own_book):
    assert table_of(own_book["Formula"]) == [
        {"What": "'=HYPERLINK(1)", "Said": "'@SUM(1)", "Rape": 1599, "Symbols of the row": "[z]"},
        {"What": "[a] (http://b)", "Said": "$ $x$ $", "Rape": 590,
         "Symbols of the row": "Rape [p]"},
        {"What": "plain", "Said": "? (as sent)", "Rape": 0, "Symbols of the row": "[z]"},
        {"What": "2013", "Said": "[z]", "Rape": "383 to 384 [e]", "Symbols of the row": "[z]"},
        {"What": "change", "Said": "+13%", "Rape": "[x]", "Symbols of the row": "[z]"},
    ]  # fmt: skip
    formats = [cell.number_format for cell in own_book["Formula"]["C"]]
    assert "#,##0" in formats


@pytest.mark.must("meeting", 5)
def test_the_observations_of_the_workbook_are_those_of_the_publication(real, book, measured):
    wanted = {name for item in real.items for name in item.slide.indicators}
    held = [row for row in real.publication.rows("export/observations") if row.indicator in wanted]
    rows = table_of(book["Observations"])
    assert len(rows) == len(held) > 1000
    for printed, row in zip(rows, held, strict=True):
        key = (row.indicator, row.period, row.geography or "[z]", row.breakdown or "[z]")
        assert (
            tuple(printed[name] for name in ("indicator", "period", "geography", "breakdown"))
            == key
        )
        for name in ("value", "lower", "upper"):
            figure = getattr(row, name)
            if figure is None:
                is_limited = (row.lower, row.upper) != (None, None)
                instead = r".*\d.*|\[z\]" if is_limited else r"\[[cx]\]"
                assert re.fullmatch(instead, str(printed[name]))
            else:
                assert printed[name] == figure
        assert printed["marker"] == (f"[{row.marker}]" if row.marker else "[z]")
    measured(f"{len(rows)} observations of the workbook equal the publication's")


@pytest.mark.must("meeting", 5)
def test_every_cell_of_every_item_is_in_its_sheet(real, book, measured):
    cells = 0
    for item in real.items:
        slide = item.slide
        if slide.name == "questions":
            continue
        for printed, row in zip(table_of(book[slide.title]), slide.table.rows, strict=True):
            for name, text in zip(slide.table.header, row, strict=True):
                found = printed[name]
                if isinstance(found, int | float):
                    assert f"{found:,}" == text.split(" [")[0], (slide.name, name)
                elif text.strip("–"):
                    assert found.removeprefix("'") == text
                else:
                    assert found == "[z]"
                cells += 1
    asked = {row["Question"] for row in table_of(book["Questions to ask"])}
    assert asked == {one.text for one in real.questions}
    measured(f"{cells} cells of the items' tables and {len(asked)} questions read back")


@pytest.mark.must("meeting", 5)
def test_a_published_return_changes_the_workbook(where, few):
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,74,p,"), CLERK)
    made = packs.made(store.current(where), packing.ON)
    book = openpyxl.load_workbook(io.BytesIO(packs.as_xlsx(made)))
    (sheet,) = [book[name] for name in book.sheetnames if "mutilation" in name.lower()]
    rows = {row["Calendar year"]: row["Referrals"] for row in table_of(sheet)}
    assert rows == {"2012": 26, "2013": 69, "2014": 74}


def test_the_same_meeting_is_the_same_workbook(own):
    assert packs.as_xlsx(own) == packs.as_xlsx(own)


def test_two_items_of_one_title_have_two_sheets_and_a_long_title_a_short_name(built):
    long = "A title of a slide that goes on for longer than a sheet's name may"
    same = [packing.slide(name, title=long) for name in ("one", "two")]
    made = replace(packing.of_our_own(built), items=tuple(Item(one) for one in same))
    names = openpyxl.load_workbook(io.BytesIO(packs.as_xlsx(made))).sheetnames
    assert [name for name in names if name.startswith("Title")] == [
        "Title slide goes longer sheets", "Title slide goes longer 2",
    ]  # fmt: skip


def test_rows_are_as_high_as_their_longest_text_for_programs_that_do_not_find_out(own_book):
    sheet = own_book["Long_table"]
    (table,) = sheet.tables.values()
    first = int(re.search(r"\d+", table.ref)[0])
    high = [sheet.row_dimensions[first + place].height for place in range(10)]
    assert high[0] < 20
    assert high[1:] == sorted(high[1:])
    assert high[-1] > 4 * high[1]


def test_a_table_without_rows_says_that_nothing_applies(built):
    empty = packing.slide("empty", table=Table(("Ask", "Due"), ()))
    content = packs.as_xlsx(packing.of_our_own(built, empty))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert table_of(book["Empty"]) == [{"Ask": "[z]", "Due": "[z]"}]


def test_a_meeting_without_questions_has_a_sheet_that_says_so(own):
    book = openpyxl.load_workbook(io.BytesIO(packs.as_xlsx(replace(own, questions=()))))
    assert table_of(book["Questions to ask"])[0]["Question"] == xlsx.NO_QUESTION
