"""A template as an accessible workbook: a cover, how to fill it in, the return, what is allowed.

One table a sheet, each marked as a table, nothing merged, hidden or told by colour alone, in a
plain face of 12 points. The sheet of the return saves as the CSV that is sent: its periods and
days are text, or a spreadsheet would make 2013-11 into Nov-13.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from oversight import wording
from oversight.periods import in_words
from oversight.returns import Kind
from oversight.templates.filling import Row
from oversight.templates.schema import OPEN, columns_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Words = Mapping[str, Sequence[tuple[str, str]]]

RETURN, HOW, ALLOWED, CONTENTS = "Return", "How to fill it in", "Allowed values", "Contents"
SHEETS = {
    CONTENTS: "The sheets of this workbook.",
    HOW: "Each column: what it holds, whether it is needed, an example.",
    RETURN: "The table to fill in. It alone is sent, saved as CSV.",
    ALLOWED: "Every word and id that a column may hold, with its meaning.",
}
STEPS = (
    "1. Fill in the sheet Return. Rows that are wanted next stand there already: write what is"
    " missing, take out rows you have nothing for, and add rows below the last.",
    "2. Leave the heading and the order of the columns as they are.",
    "3. Write no names, dates of birth, addresses or case numbers, and no row for each child.",
    "4. With the sheet Return in front, choose Save as and CSV UTF-8 (comma delimited).",
    "5. Send that CSV file. This workbook itself is not taken.",
)
# As far down as lists and the format of text reach; a return may be longer.
LAST_ROW = 20_000
NARROW, WIDE, FULL = 24, 60, 100
WIDTHS = {
    "indicator": 44, "slide": 44, "question": WIDE, "answer": WIDE, "evidence": WIDE, "note": 50,
    "reason": 50,
}  # fmt: skip
STYLE = "Table Style Light 15"


def as_xlsx(
    kind: Kind,
    rows: Sequence[Row],
    words: Words,
    publication: int,
    on: date,
    is_invented: bool = False,
) -> bytes:
    """A template as a workbook.

    Args:
        rows: what stands in the return already.
        words: by column, what it may hold and what that means.
        publication: the publication after whose figures the rows are wanted.
        on: the day it is made for.
        is_invented: whether that publication is made up to rehearse with.
    """
    # Imported here, as below: a command and a page start without it, and most make no workbook.
    from xlsxwriter import Workbook

    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "Arial", "font_size": 12},
    }
    with Workbook(file, options) as book:
        title = f"{kind.title}: template"
        made = datetime(on.year, on.month, on.day)
        book.set_properties({"title": title, "subject": kind.purpose, "created": made})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        heading = book.add_format({"bold": True, "font_size": 16})
        cover = book.add_worksheet("Cover")
        cover.set_column(0, 0, FULL, wrapped)
        cover.write(0, 0, title, heading)
        wanted = f"What is wanted next after publication {publication}, made {in_words(on)}."
        if is_invented:
            wanted = f"{wording.INVENTED}. {wanted}"
        for line, text in enumerate((kind.purpose, wanted, *STEPS), start=1):
            cover.write(line, 0, text)
        contents = book.add_worksheet(CONTENTS)
        listed = [[name, what] for name, what in SHEETS.items()]
        _table(contents, heading, wrapped, ["Sheet", "What it holds"], listed, [NARROW, FULL])
        how = book.add_worksheet(HOW)
        columns = columns_of(kind)
        cells = [[*row.values()] for row in columns]
        _table(how, heading, wrapped, [*columns[0]], cells, [NARROW, 12, FULL, WIDE, NARROW])
        _the_return(book, kind, rows, words)
        meanings = [
            [column, word, meaning] for column, some in words.items() for word, meaning in some
        ]
        names = ["Column", "Write", "What it means"]
        sheet = book.add_worksheet(ALLOWED)
        _table(sheet, heading, wrapped, names, meanings, [NARROW, WIDE, FULL])
        cover.activate()
    return file.getvalue()


def _table(
    sheet: Worksheet, heading, wrapped, names: Sequence[str], cells: list[list[str]],
    widths: Sequence[int],
) -> None:  # fmt: skip
    """A sheet's name as its heading, and below it the sheet's one table."""
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width, wrapped)
    sheet.write(0, 0, sheet.get_name(), heading)
    _mark(sheet, 1, names, cells)
    sheet.freeze_panes(2, 0)


def _the_return(book: Workbook, kind: Kind, rows: Sequence[Row], words: Words) -> None:
    """The sheet that is sent: the header in its first row, and every cell but a value a text."""
    from xlsxwriter.utility import xl_range

    sheet = book.add_worksheet(RETURN)
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    number = book.add_format({"valign": "top"})
    for place, name in enumerate(kind.header):
        form = number if name == "value" else text
        sheet.set_column(place, place, WIDTHS.get(name, NARROW), form)
        if name in words:
            sheet.data_validation(1, place, LAST_ROW, place, _list(name, words))
        elif name == "value":
            sheet.data_validation(1, place, LAST_ROW, place, NOT_BELOW_NOUGHT)
    # A table has a row below its header, if only a blank one.
    cells = [[row.get(name, "") for name in kind.header] for row in rows] or [
        [""] * len(kind.header)
    ]
    _mark(sheet, 0, kind.header, cells)
    # A year is meant to be text; Excel would put a warning into its corner.
    last = len(kind.header) - 1
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, LAST_ROW, last)})
    sheet.freeze_panes(1, 0)


NOT_BELOW_NOUGHT = {
    "validate": "decimal",
    "criteria": ">=",
    "value": 0,
    "error_title": "Not a number",
    "error_message": "Write a plain number such as 583, or leave it blank and write a marker.",
}


def _list(name: str, words: Words) -> dict[str, str]:
    """The list to choose from: the part of the sheet of allowed values that is of this column."""
    before = 0
    for column, some in words.items():
        if column == name:
            break
        before += len(some)
    first = before + 3
    return {
        "validate": "list",
        "source": f"='{ALLOWED}'!$B${first}:$B${first + len(words[name]) - 1}",
        "error_type": "information" if name in OPEN else "stop",
        "error_title": "Not in the list",
        "error_message": f"The sheet {ALLOWED} lists what may stand here.",
    }


def _mark(
    sheet: Worksheet, first: int, names: Sequence[str], cells: Sequence[Sequence[str]]
) -> None:
    """Write cells as a table of the workbook, named after its sheet."""
    sheet.add_table(
        first, 0, first + len(cells), len(names) - 1,
        {
            "name": f"{sheet.get_name().replace(' ', '_')}_table",
            "columns": [{"header": name} for name in names],
            "data": cells,
            "style": STYLE,
            "autofilter": False,
        },
    )  # fmt: skip
