"""Cells of an accessible workbook: figures as numbers, symbols beside them, harmless texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from oversight import wording
from oversight.packs.deck import room
from oversight.slides import Table
from oversight.wording import protection

# A figure of one number with its symbols, which go to a column of their own. One of four digits
# without a comma is a year.
FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})*(?:\.\d+)?)((?: ?\[\w+\])*)")
# A change and its baseline: plain words after a signed number are no formula of any spreadsheet.
HARMLESS = re.compile(r"[+-][\d,.]+%?(?: [\w%.,+-]+)*(?: ?\[\w+\])*")
CODE = re.compile(r"\[(\w+)\]")
MEANINGS = {**wording.MARKERS, protection.SIGN: protection.MEANING}
NOT_APPLICABLE, UNKNOWN = "[z]", "[x]"
NOTE_COLUMN = "Symbols of the row"
# Of a column, in letters; and how wide a letter of that measure is and a text of 12 points, in px.
WIDEST, NARROWEST, FIRST = 60, 13, 64
LETTER, PIXELS, SIZE, LINE = 7, 4 / 3, 12, 1.25


def readable(table: Table) -> tuple[list[str], list[list[object]]]:
    """Columns and rows for gptables: figures as numbers, their symbols in a column of their own."""
    rows, notes = [], []
    for row in table.rows or [(NOT_APPLICABLE,) * len(table.header)]:
        cells, noted = [], []
        for place, (name, cell) in enumerate(zip(table.header, row, strict=True)):
            number, codes = number_of(cell) if place else (None, "")
            cells.append(fit(cell) if number is None else number)
            if codes:
                noted.append(f"{name} {codes}")
        rows.append(cells)
        notes.append("; ".join(noted))
    if not any(notes):
        return list(table.header), rows
    for cells, note in zip(rows, notes, strict=True):
        cells.append(note or NOT_APPLICABLE)
    return [*table.header, NOTE_COLUMN], rows


def number_of(cell: object) -> tuple[float | int | None, str]:
    """A cell's one exact number and its symbols, or None."""
    if isinstance(cell, int | float):
        return _plain(cell), ""
    found = FIGURE.fullmatch(cell) if isinstance(cell, str) else None
    return (_plain(float(found[1].replace(",", ""))), found[2].strip()) if found else (None, "")


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else number


def fit(cell: object) -> str:
    """A text that says what it says and does nothing: no formula, no link, no note, never blank."""
    text = "" if cell is None else str(cell)
    if not any(letter.isalnum() and letter.isascii() for letter in text):
        return f"{text} (as sent)" if text.strip(" –-—") else NOT_APPLICABLE
    text = text.replace("](", "] (").replace("$$", "$ $")
    return text if HARMLESS.fullmatch(text) else wording.harmless(text)


def formats(table: Table, rows: Sequence[Sequence[object]]) -> list[dict]:
    """Thousands commas where the table printed them; a year has none."""
    return [
        # One entry a cell: of several in one entry gptables formats the last alone.
        {"cell": {"format": {"num_format": "#,##0"}, "cells": (number, place)}}
        for number, (printed, row) in enumerate(zip(table.rows, rows, strict=False), start=1)
        for place, (text, cell) in enumerate(zip(printed, row, strict=False))
        if isinstance(text, str) and "," in text and isinstance(cell, int)
    ]


def widths(rows: Sequence[Sequence[object]]) -> list[int]:
    """Columns wide enough for most of what they hold; longer texts wrap.

    The first also holds the lines above the table.
    """
    _, *others = (max(len(str(cell)) for cell in some) + 3 for some in zip(*rows, strict=True))
    return [FIRST, *(min(max(size, NARROWEST), WIDEST) for size in others)]


def codes_in(rows: Iterable[Iterable[object]]) -> set[str]:
    """The symbols that stand in cells."""
    texts = [str(cell) for row in rows for cell in row]
    signs = {protection.SIGN} if any(protection.SIGN in text for text in texts) else set()
    return signs | {code for text in texts for code in CODE.findall(text)}


def legend(codes: Iterable[str]) -> list[str]:
    """What symbols mean, a line each."""
    return [
        f"{code if code == protection.SIGN else f'[{code}]'} {MEANINGS[code]}."
        for code in sorted(codes)
        if code in MEANINGS
    ]


def heights(
    above: Sequence[tuple[str, float]], rows: Sequence[Sequence[object]], sizes: Sequence[int]
) -> list[float]:
    """How high each row of a sheet is, in points: not every office program finds out by itself.

    Args:
        above: the lines above the table with the size of their type, all in the first column.
        rows: the table, its heading first.
        sizes: the widths of the columns.
    """
    lines = [
        room.lines(text, sizes[0] * LETTER, size * PIXELS, is_bold=True) * size
        for text, size in above
    ]
    cells = [
        max(
            room.lines(str(cell), size * LETTER, SIZE * PIXELS, is_bold=place == 0)
            for cell, size in zip(row, sizes, strict=True)
        )
        * SIZE
        for place, row in enumerate(rows)
    ]
    return [high * LINE + 2 for high in (*lines, *cells)]
