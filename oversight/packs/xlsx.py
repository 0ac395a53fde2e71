"""The pack as an accessible workbook, made with gptables.

A cover, contents, notes; one table a sheet, in column A, nothing below it; symbols explained above
each table and codes in a column of their own, so that figures stay numbers.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from oversight import bounds, slides, wording
from oversight.packs import cells, sheet_names, words
from oversight.packs.figures import observations_shown
from oversight.packs.made import Made
from oversight.slides import Item, Table
from oversight.wording import tested
from oversight.wording.meeting import NOT_SET

if TYPE_CHECKING:
    import gptables

CONTENTS, NOTES = sheet_names.CONTENTS, sheet_names.NOTES
INSTRUCTIONS = (
    "This worksheet contains one table. Symbols in it are explained above it; notes stand on the"
    " worksheet Notes."
)
LIMITS, READ, STAMP = " $$limits$$", " $$read$$", " $$stamp$$"
PROTECTED = " $$protected$$"
LINES = ("cover_title", "title", "subtitle", "instructions", "scope", "source", "legend")
CELLS = ("column_heading", "index_1", "index_2", "index_3", "data")
TITLE, TEXT = 16, 12  # sizes of type
COVER = 85  # the width of its one column


def as_xlsx(made: Made) -> bytes:
    """A workbook of every item's table, the questions, the observations shown and the symbols.

    The same bytes come of the same meeting whenever it is written.
    """
    # Imported here: gptables is loaded where a workbook is taken away, and by no page or command.
    import gptables
    import pandas

    stamp = slides.stamp(made.position)
    # Above every table: from what it was made, and that it is not the present where it is not.
    stamps = [*filter(None, [made.position.looking_back]), stamp]
    sheets, layouts = {}, {}
    for number, (name, (title, lines, table)) in enumerate(_tables(made).items(), start=1):
        columns, rows = cells.readable(table)
        sheet = sheets[name] = gptables.GPTable(
            pandas.DataFrame(rows, columns=columns, dtype=object),
            f"table_{number}",
            cells.fit(title),
            subtitles=[*map(cells.fit, stamps[:-1]), f"{cells.fit(stamp)}{STAMP}"],
            instructions=f"{INSTRUCTIONS}{READ if number == 1 else ''}",
            legend=[*map(cells.fit, lines), *cells.legend(cells.codes_in(rows))],
            scope="Figures known within limits are shown with both; small numbers of people are"
            f" protected.{LIMITS}{PROTECTED}",
            additional_formatting=cells.formats(table, rows),
        )
        above = [*sheet.subtitles, sheet.instructions, *sheet.legend, sheet.scope]
        layouts[name] = _layout(sheet.title, above, [columns, *rows])
    notes, instructions = _notes(made), " ".join(["This worksheet contains one table.", *stamps])
    listed = [("Sheet name", "Table description"), *((n, one.title) for n, one in sheets.items())]
    layouts[CONTENTS] = _layout("Table of contents", [*stamps, INSTRUCTIONS], listed)
    layouts[NOTES] = _layout(NOTES, [instructions], [("Note number", "Note"), *notes])
    cover = _cover(made, stamps)
    file = io.BytesIO()
    book = gptables.produce_workbook(
        file,
        sheets,
        theme=_theme(gptables),
        cover=gptables.Cover(words.TITLE, **cover, width=COVER),
        contentsheet_options={"subtitles": stamps, "table_name": "contents_table"},
        notes_table=pandas.DataFrame(notes, columns=["order", "Note"]),
        notesheet_options={"instructions": instructions},
        auto_width=False,
        workbook_options={
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    text = [line for part in cover.values() for line in ("A heading", *part)]
    lines = [(words.TITLE, TITLE), *((line, TEXT + 2) for line in text)]
    _lay(book.get_worksheet_by_name("Cover"), [COVER], cells.heights(lines, [], [COVER]))
    for name, (sizes, heights) in layouts.items():
        _lay(book.get_worksheet_by_name(name), sizes, heights)
    made_at = made.publication.published_at.replace(microsecond=0, tzinfo=None)
    title = words.document_title(made.position)
    book.set_properties({"title": title, "subject": stamp, "created": made_at})
    book.close()
    return file.getvalue()


def _cover(made: Made, stamps: Sequence[str]) -> dict[str, list[str]]:
    """The paragraphs of the cover, by what gptables calls their part."""
    return {
        "intro": [*stamps[:-1], words.meeting(made.position), stamps[-1]],
        "about": [f"{wording.status_label(made.position.is_invented)}.", *_about(made)],
    }


def _layout(
    title: str, above: Sequence[str], rows: Sequence[Sequence[object]]
) -> tuple[list[int], list[float]]:
    """The widths of a sheet's columns and the heights of its rows."""
    sizes = cells.widths(rows)
    lines = [(title, TITLE), *((line, TEXT) for line in above)]
    return sizes, cells.heights(lines, rows, sizes)


def _lay(sheet, sizes: Sequence[int], heights: Sequence[float]) -> None:
    """Give a sheet its widths and heights; printed, it is as wide as a lying page."""
    for place, size in enumerate(sizes):
        sheet.set_column(place, place, size)
    for place, high in enumerate(heights):
        sheet.set_row(place, high)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


A4 = 9  # as Excel numbers sizes of paper
Sheet = tuple[str, Sequence[str], Table]


def _tables(made: Made) -> dict[str, Sheet]:
    """Sheet names with what stands on each: title, sentences above the table, the table."""
    found: dict[str, Sheet] = {}

    def add(name: str, title: str, lines: Iterable[str], table: Table) -> None:
        found[sheet_names.named(name, found)] = title, [*filter(None, lines)], table

    add(words.RUNNING_ORDER, words.RUNNING_ORDER, [], _order(made.items))
    for item in made.items:
        slide = item.slide
        if slide.name != "questions":
            lines = [slide.measure, *words.said(slide), slide.signal_more, slide.rules]
            add(slide.title, slide.finding, lines, slide.table)
    asked = tuple(
        (one.text, one.asked_of, one.why_now, one.figure, one.page, one.about, one.key)
        for one in made.questions
    )
    header = ("Question", "To", "Why now", "Figure", "Page", "About", "Key")
    add(words.QUESTIONS, words.QUESTIONS, [], Table(header, asked or ((NO_QUESTION, *BLANK),)))
    add(words.SIGNALS, f"{words.SIGNALS}?", [tested.ABOUT], words.signals(made))
    rows = observations_shown(made)
    add("Observations", "Observations of the indicators shown", [ABOUT_OBSERVATIONS], _tidy(rows))
    add(words.SOURCES, words.SOURCES, [], words.sources(made))
    add(words.SYMBOLS, words.SYMBOLS, [], words.symbols())
    return found


NO_QUESTION, BLANK = "No question follows from this publication", (cells.NOT_APPLICABLE,) * 6
ABOUT_OBSERVATIONS = (
    "One row for each figure, as the publication holds it. Where a figure is known only within"
    " limits, its value says them in words, and a limit that nobody gave is [z]. The qualifier"
    f" rounded says: {words.ROUNDED_IN_FILES}."
)
# Markers that stand in a figure's place.
MISSING = ("c", "x", "z", "u", "low")


def _order(items: tuple[Item, ...]) -> Table:
    """The running order; what no item has is left out."""
    is_timed = any(one.minutes for one in items)
    rows = [
        (
            one.slide.title,
            one.slide.finding,
            str(one.minutes or NOT_SET) if is_timed else "",
            one.note,
        )
        for one in items
    ]
    header = ("Subject", "Finding", "Minutes", "Note for the chair")
    kept = [place for place in range(len(header)) if place < 2 or any(row[place] for row in rows)]
    return Table(
        tuple(header[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def _tidy(rows: Sequence) -> Table:
    """Observations as cells: a number is a number, what is missing is told by its symbol."""
    names = rows[0]._fields if rows else ("indicator",)
    told = [
        tuple(_cell(name, cell, row) for name, cell in zip(names, row, strict=True)) for row in rows
    ]
    return Table(tuple(names), tuple(told) or ((cells.NOT_APPLICABLE,),))


def _cell(name: str, cell: object, row) -> object:
    """A cell of an observation; one known within limits says them where its value would stand."""
    if cell is None and name in ("value", "lower", "upper"):
        limits = bounds.stored(row.value, row.lower, row.upper, row.qualifier, row.withheld)
        if (limits.lower is None and limits.upper is None) or row.marker in MISSING:
            return f"[{row.marker}]" if row.marker else cells.UNKNOWN
        return bounds.printed(limits) if name == "value" else cells.NOT_APPLICABLE
    if name == "marker":
        return f"[{cell}]" if cell else cells.NOT_APPLICABLE
    return cell.isoformat() if isinstance(cell, date) else cell


def _about(made: Made) -> list[str]:
    return [
        f"{wording.many(len(made.items), 'item')} and"
        f" {wording.many(len(made.questions), 'question')} to ask.",
        "Every figure comes from the publication named above; the sheets of the items show what the"
        " slides of the same meeting show.",
    ]


def _notes(made: Made) -> list[tuple[str, str]]:
    return [
        ("stamp", "The stamp names the publication, the day it was read on, the beginning of the"
                  " digest of its content, and how it is classified."),
        ("read", words.meeting(made.position)),
        ("limits", words.WHOLE_ANSWER),
        ("protected", " ".join(words.protected(made))),
    ]  # fmt: skip


def _theme(library: gptables):
    """The house theme of gptables with long lines wrapped."""
    import copy

    theme = copy.deepcopy(library.gptheme)
    for name in (*LINES, *CELLS):
        getattr(theme, f"{name}_format").update({"text_wrap": True, "valign": "top"})
    theme.subtitle_format["font_size"] = TEXT
    # So that a number at the right of its column does not touch the text of the next.
    for name in ("column_heading", "data"):
        getattr(theme, f"{name}_format")["indent"] = 1
    return theme
