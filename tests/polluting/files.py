"""Pollutions of a whole file: its letters, its separators, its header, what stands round it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence

from tests.polluting.clean import BOM, Clean, Row, as_file, written
from tests.polluting.marks import EITHER as MAY
from tests.polluting.marks import LOADS as MUST
from tests.polluting.marks import REFUSED as MUST_NOT

Pollution = Callable[[Clean], bytes]

ALL = csv.QUOTE_ALL
ENDS_OF_WINDOWS, ENDS_OF_OLD_MACS = "\r\n", "\r"


def _lines(clean: Clean) -> list[bytes]:
    return as_file(clean).splitlines(keepends=True)


def header(rename: Callable[[str], str], **how) -> Pollution:
    """The header written otherwise."""
    return lambda clean: written([rename(name) for name in clean.header], clean.rows, **how)


def order(places: Callable[[int], Sequence[int]]) -> Pollution:
    """Whole columns in another order, header and cells."""

    def reordered(clean: Clean) -> bytes:
        wanted = places(len(clean.header))
        return written(
            [clean.header[at] for at in wanted], [[row[at] for at in wanted] for row in clean.rows]
        )

    return reordered


def cells(write: Callable[[str], str], **how) -> Pollution:
    """Every cell below the header written otherwise."""
    return lambda clean: written(
        clean.header, [[write(cell) for cell in row] for row in clean.rows], **how
    )


def columns_at_the_right(
    clean: Clean, of_header: Row = ("", ""), of_rows: Row = ("", ""), **how
) -> bytes:
    return written((*clean.header, *of_header), [(*row, *of_rows) for row in clean.rows], **how)


def blank_row(clean: Clean) -> bytes:
    return b"," * (len(clean.header) - 1) + b"\n"


def above(text: str) -> Pollution:
    return lambda clean: text.encode() + as_file(clean)


def says(clean: Clean, text: str) -> Clean:
    """The return with these words in its first row."""
    return clean.with_cell(0, clean.words, text)


def in_other_letters(encoding: str, text: str, mark: bytes = b"") -> Pollution:
    return lambda clean: mark + as_file(says(clean, text)).decode().encode(encoding)


def between(clean: Clean, text: bytes) -> bytes:
    """Something after every line."""
    return b"".join(line + text for line in _lines(clean))


LOADS: dict[str, Pollution] = {
    "as it is": as_file,
    "byte order mark": lambda clean: BOM + as_file(clean),
    "line ends of Windows": lambda clean: as_file(clean, end=ENDS_OF_WINDOWS),
    "line ends of old Macs": lambda clean: as_file(clean, end=ENDS_OF_OLD_MACS),
    "as Excel saves CSV UTF-8": lambda clean: BOM + as_file(clean, end=ENDS_OF_WINDOWS),
    "no end of the last line": lambda clean: as_file(clean).removesuffix(b"\n"),
    "everything quoted": lambda clean: as_file(clean, quoting=ALL),
    "everything quoted, on Windows": lambda clean: BOM + as_file(clean, quoting=ALL, end="\r\n"),
    "only the header quoted": lambda clean: (
        written(clean.header, (), quoting=ALL) + b"".join(_lines(clean)[1:])
    ),
    "empty lines below": lambda clean: as_file(clean) + b"\n\n\n",
    "blank rows below": lambda clean: as_file(clean) + blank_row(clean) * 50,
    "blank rows between": lambda clean: between(clean, blank_row(clean)),
    "empty lines between": lambda clean: between(clean, b"\n"),
    "empty lines between, on Windows": lambda clean: between(clean, b"\n").replace(b"\n", b"\r\n"),
    "a blank row under the header": lambda clean: (
        _lines(clean)[0] + blank_row(clean) + b"".join(_lines(clean)[1:])
    ),
    "blank columns at the right": columns_at_the_right,
    "blank columns at the right, on Windows": lambda clean: (
        BOM + columns_at_the_right(clean, end=ENDS_OF_WINDOWS)
    ),
    "one comma too many everywhere": lambda clean: columns_at_the_right(clean, ("",), ("",)),
    "header in capitals": header(str.upper),
    "header with a first capital": header(str.capitalize),
    "header in title case": header(str.title),
    "spaces round the header": header(lambda name: f" {name} "),
    "header of words": header(lambda name: name.replace("_", " ")),
    "header of words with capitals": header(lambda name: name.replace("_", " ").title()),
    "spaces round the cells": cells(
        lambda cell: cell if cell.replace(".", "").isdigit() else f" {cell} "
    ),
    "columns backwards": order(lambda width: range(width - 1, -1, -1)),
    "last column first": order(lambda width: [width - 1, *range(width - 1)]),
    "first two columns changed over": order(lambda width: [1, 0, *range(2, width)]),
    "rows backwards": lambda clean: written(clean.header, reversed(clean.rows)),
    "semicolons": lambda clean: as_file(clean, delimiter=";"),
    "semicolons, as Excel saves them": lambda clean: (
        BOM + as_file(clean, delimiter=";", end=ENDS_OF_WINDOWS)
    ),
    "semicolons, everything quoted": lambda clean: as_file(clean, delimiter=";", quoting=ALL),
    "tabs": lambda clean: as_file(clean, delimiter="\t"),
    "tabs, on Windows": lambda clean: as_file(clean, delimiter="\t", end=ENDS_OF_WINDOWS),
    "tabs, everything quoted": lambda clean: as_file(clean, delimiter="\t", quoting=ALL),
    "semicolons, header in capitals": header(str.upper, delimiter=";"),
    "tabs, blank columns": lambda clean: columns_at_the_right(clean, delimiter="\t"),
}

EITHER: dict[str, Pollution] = {
    "both kinds of line ends": lambda clean: as_file(clean).replace(b"\n", b"\r\n", 2),
    "an empty line above": lambda clean: b"\n" + as_file(clean),
    "a blank row above": lambda clean: blank_row(clean) + as_file(clean),
    "rows of spaces": lambda clean: between(clean, b" ," * (len(clean.header) - 1) + b" \n"),
    "header with two spaces in a name": header(lambda name: name.replace("_", "  ")),
    "header with hyphens": header(lambda name: name.replace("_", "-")),
    "header and columns in another order, with semicolons": lambda clean: written(
        clean.header[::-1], [row[::-1] for row in clean.rows], delimiter=";"
    ),
    "a blank column at the left": lambda clean: written(
        ("", *clean.header), [("", *row) for row in clean.rows]
    ),
    "one empty pair of quotes below": lambda clean: as_file(clean) + b'""\n',
}

ACCENTS = "Café’s own count"

REFUSED: dict[str, Pollution] = {
    "UTF-16, little end first": in_other_letters("utf-16-le", ACCENTS, b"\xff\xfe"),
    "UTF-16, big end first": in_other_letters("utf-16-be", ACCENTS, b"\xfe\xff"),
    "UTF-16 without a mark": in_other_letters("utf-16-le", ACCENTS),
    "UTF-32": in_other_letters("utf-32", ACCENTS),
    "Unicode text as Excel saves it": lambda clean: (
        b"\xff\xfe" + as_file(clean, delimiter="\t", end="\r\n").decode().encode("utf-16-le")
    ),
    "Windows letters": in_other_letters("cp1252", ACCENTS),
    "Windows letters, a pound": in_other_letters("cp1252", "It cost £5"),
    "Latin letters": in_other_letters("latin-1", "naïve count"),
    "Mac letters": in_other_letters("mac-roman", ACCENTS),
    "DOS letters": in_other_letters("cp437", "naïve count"),
    "Japanese letters": in_other_letters("shift-jis", "日本"),
    "a letter cut in two": lambda clean: as_file(says(clean, "Café")).replace(b"\xc3\xa9", b"\xc3"),
    "letters longer than need be": lambda clean: as_file(says(clean, "at@home")).replace(
        b"@", b"\xc1\x80"
    ),
    "two byte order marks": lambda clean: BOM + BOM + as_file(clean),
    "a byte order mark between": lambda clean: between(clean, BOM),
    "a title above": above("Quarterly return of figures\n"),
    "a title and an empty line above": above("Quarterly return,,,,,,\n\n"),
    "three rows above": above("Metropolitan Police\nDraft 3\nPrinted 1 April 2015\n"),
    "a remark above": above("# made by export 2.1\n"),
    "a line for Excel above": above("sep=,\n"),
    "a line for Excel above, semicolons": lambda clean: b"sep=;\n" + as_file(clean, delimiter=";"),
    "no header": lambda clean: b"".join(_lines(clean)[1:]),
    "two headers": lambda clean: _lines(clean)[0] + as_file(clean),
    "the file twice over": lambda clean: as_file(clean) * 2,
    "a header half way": lambda clean: (
        b"".join(_lines(clean)[:3]) + _lines(clean)[0] + b"".join(_lines(clean)[3:])
    ),
    "the first column left out": order(lambda width: range(1, width)),
    "the second column left out": order(lambda width: [0, *range(2, width)]),
    "the last column left out": order(lambda width: range(width - 1)),
    "a column twice": order(lambda width: [*range(width), width - 1]),
    "a column twice and another left out": order(lambda width: [0, 0, *range(2, width)]),
    "a column that nobody asked for": lambda clean: columns_at_the_right(
        clean, ("remarks",), ("fine",)
    ),
    "an unknown column that is blank": lambda clean: columns_at_the_right(clean, ("sum",), ("",)),
    "a column misspelled": header(
        lambda name: {"author": "auther", "value": "vlaue"}.get(name, name)
    ),
    "a column with another letter's look": header(lambda name: name.replace("o", "\u043e")),
    "a column in full width": header(lambda name: name.replace("a", "\uff41")),
    "a hidden space in the header": header(lambda name: f"{name}\u200b"),
    "numbers for a header": lambda clean: written(
        [str(at) for at in range(len(clean.header))], clean.rows
    ),
    "blank columns in the rows alone": lambda clean: columns_at_the_right(clean, of_header=()),
    "blank columns in the header alone": lambda clean: columns_at_the_right(clean, of_rows=()),
    "words right of the table": lambda clean: columns_at_the_right(
        says(clean, "seen"), of_rows=("", "check this")
    ),
    "bars": lambda clean: as_file(clean, delimiter="|"),
    "colons": lambda clean: as_file(clean, delimiter=":"),
    "carets": lambda clean: as_file(clean, delimiter="^"),
    "spaces for commas": lambda clean: as_file(clean, delimiter=" "),
    "a header of commas over semicolons": lambda clean: (
        _lines(clean)[0] + as_file(clean, delimiter=";").split(b"\n", 1)[1]
    ),
    "a header of semicolons over commas": lambda clean: (
        written(clean.header, (), delimiter=";") + b"".join(_lines(clean)[1:])
    ),
    "semicolons and commas by turns": lambda clean: b"".join(
        line if at % 2 else line.replace(b",", b";") for at, line in enumerate(_lines(clean), 1)
    ),
    "every line in one cell": lambda clean: b"".join(
        b'"' + line.strip().replace(b'"', b'""') + b'"\n' for line in _lines(clean)
    ),
    "cells in curly quotes": cells(lambda cell: f"“{cell}”"),
    "cells in single quotes": cells(lambda cell: f"'{cell}'"),
    "cells as formulas": cells(lambda cell: f'="{cell}"'),
    "a header as formulas": header(lambda name: f'="{name}"'),
    "a quote that never closes": lambda clean: as_file(clean) + b'"' + _lines(clean)[1],
    "a quote opened in the first row": lambda clean: as_file(clean).replace(b"\n", b'\n"', 1),
    "words after a closed quote": lambda clean: as_file(clean, quoting=ALL).replace(
        b'"\n"', b'" x\n"', 2
    ),
    "quotes escaped with a backslash": lambda clean: as_file(
        says(clean, "so-called count"), quoting=ALL
    ).replace(b"so-called", b'\\"so-called\\"'),
    "cut in the last row": lambda clean: as_file(clean)[: as_file(clean).rindex(b",")],
    "cut in quotes": lambda clean: as_file(clean, quoting=ALL)[:-2],
    "a nought byte": lambda clean: as_file(says(clean, "count\0ed")),
    "nought bytes at the end": lambda clean: as_file(clean) + b"\0" * 512,
    "columns for rows": lambda clean: written(
        [clean.header[0], *(row[0] for row in clean.rows)],
        [[name, *cells] for name, *cells in zip(clean.header, *clean.rows, strict=True)][1:],
    ),
    "the lines joined": lambda clean: as_file(clean).replace(b"\n", b","),
    "a mark of the end as in DOS": lambda clean: as_file(clean) + b"\x1a",
    "spaces for line ends": lambda clean: as_file(clean).replace(b"\n", b" "),
}

# What shows only where there is such a cell, and of which clean return.
OF_ONE: dict[str, tuple[str, str, Pollution]] = {
    "decimal commas and semicolons": (
        "decimals", MUST_NOT,
        cells(lambda cell: cell.replace("2310.5", "2310,5").replace("12.5", "12,5"), delimiter=";"),
    ),
    "decimal commas, quoted": (
        "decimals", MUST_NOT, cells(lambda cell: cell.replace("12.5", "12,5")),
    ),
    "decimal commas and tabs": (
        "decimals", MUST_NOT,
        cells(lambda cell: cell.replace("2310.5", "2310,5"), delimiter="\t"),
    ),
    "thousands commas and semicolons": (
        "years", MUST_NOT, cells(lambda cell: cell.replace("10034", "10,034"), delimiter=";"),
    ),
    "thousands commas and tabs": (
        "years", MUST_NOT, cells(lambda cell: cell.replace("10034", "10,034"), delimiter="\t"),
    ),
    "thousands points and semicolons": (
        "years", MUST_NOT, cells(lambda cell: cell.replace("10034", "10.034"), delimiter=";"),
    ),
    "thousands commas, quoted": (
        "years", MUST, cells(lambda cell: cell.replace("10034", "10,034").replace("1512", "1,512")),
    ),
    "thousands commas, quoted, with decimals": (
        "decimals", MUST,
        cells(lambda cell: cell.replace("2310.5", "2,310.5").replace("1950000", "1,950,000")),
    ),
    "thousands commas without quotes": (
        "boroughs", MUST_NOT, lambda clean: as_file(clean).replace(b"1019", b"1,019"),
    ),
    "a space before a quoted note": (
        "years", MAY, lambda clean: as_file(clean).replace(b',"counted', b', "counted'),
    ),
    "a breakdown of two parts without quotes under semicolons": (
        "splits", MUST_NOT,
        lambda clean: as_file(clean, delimiter=";").replace(
            b'"age=0-15;sex=female"', b"age=0-15;sex=female"
        ),
    ),
    "a quote inside a note without quotes": (
        "years", MUST_NOT, lambda clean: as_file(clean).replace(b"headcount", b'"head"count'),
    ),
}  # fmt: skip
