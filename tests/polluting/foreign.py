"""Files of another make under the name of a CSV file, and what holds rows of children."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable

from tests.polluting.clean import Clean, as_file

ONCE = (1980, 1, 1, 0, 0, 0)


def _zip(name: str, clean: Clean, *others: str) -> bytes:
    """An archive whose bytes are the same on every day."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for one in (*others, name):
            archive.writestr(zipfile.ZipInfo(one, ONCE), as_file(clean))
    return held.getvalue()


def _html(clean: Clean) -> bytes:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in (clean.header, *clean.rows)
    )
    return f"<html><body><table>{rows}</table></body></html>".encode()


def _bars(clean: Clean) -> bytes:
    rows = (clean.header, ["---"] * len(clean.header), *clean.rows)
    return "".join(f"| {' | '.join(row)} |\n" for row in rows).encode()


def _padded(clean: Clean) -> bytes:
    rows = (clean.header, *clean.rows)
    return "".join("".join(cell.ljust(32) for cell in row) + "\n" for row in rows).encode()


def _by_year(clean: Clean) -> bytes:
    """Years side by side, as a report prints them."""
    rows = "".join(f"{row[0]},{row[2]},{row[4]},{row[4]}\n" for row in clean.rows)
    return f"indicator,geography,2013-14,2014-15\n{rows}".encode()


def _of(text: str) -> Callable[[Clean], bytes]:
    return lambda clean: text.encode()


def _children(header: str, row: str) -> Callable[[Clean], bytes]:
    return _of(f"{header}\n{row}\n{row}\n")


def _with_column(name: str, cell: str) -> Callable[[Clean], bytes]:
    """A column beside the figures that says whom they count."""

    def added(clean: Clean) -> bytes:
        first, *lines = as_file(clean).decode().splitlines()
        return "\n".join([f"{first},{name}", *(f"{line},{cell}" for line in lines), ""]).encode()

    return added


REFUSED: dict[str, Callable[[Clean], bytes]] = {
    "an Excel file": lambda clean: _zip(
        "xl/worksheets/sheet1.xml", clean, "[Content_Types].xml", "xl/workbook.xml"
    ),
    "a LibreOffice file": lambda clean: _zip("content.xml", clean, "mimetype"),
    "a Numbers file": lambda clean: _zip("Index/Document.iwa", clean),
    "a zip with the return in it": lambda clean: _zip("return.csv", clean),
    "a gzip of the return": lambda clean: gzip.compress(as_file(clean), mtime=0),
    "an old Excel file": lambda clean: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + as_file(clean) * 3,
    "a PDF": lambda clean: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + as_file(clean),
    "a picture": lambda clean: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + as_file(clean),
    "a database": lambda clean: b"SQLite format 3\0" + as_file(clean),
    "a Parquet file": lambda clean: b"PAR1" + as_file(clean) + b"PAR1",
    "a web page with the table": _html,
    "a page that asks to sign in": _of("<!DOCTYPE html>\n<title>Sign in</title>\n<p>Please</p>\n"),
    "an Excel file of 2003 in XML": lambda clean: (
        b'<?xml version="1.0"?><Workbook><Worksheet><Table>' + _html(clean)
    ),
    "rich text": lambda clean: b"{\\rtf1\\ansi " + as_file(clean) + b"}",
    "JSON": lambda clean: json.dumps(
        [dict(zip(clean.header, row, strict=True)) for row in clean.rows]
    ).encode(),
    "lines of JSON": lambda clean: "".join(
        json.dumps(dict(zip(clean.header, row, strict=True))) + "\n" for row in clean.rows
    ).encode(),
    "a table of Markdown": _bars,
    "the table of a wiki": lambda clean: b"{|\n" + _bars(clean) + b"|}\n",
    "columns by width": _padded,
    "SQL": lambda clean: b"INSERT INTO figure VALUES\n" + as_file(clean),
    "an e-mail": lambda clean: b"From: clerk\nSubject: return\n\n" + as_file(clean),
    "an e-mail's answer": lambda clean: b"> " + as_file(clean).replace(b"\n", b"\n> "),
    "a merge that was never settled": lambda clean: (
        b"<<<<<<< HEAD\n" + as_file(clean) + b"=======\n" + as_file(clean) + b">>>>>>> mine\n"
    ),
    "nothing": _of(""),
    "one byte order mark": _of("\ufeff"),
    "empty lines": _of("\n\r\n\n"),
    "spaces": _of("   \n  \n"),
    "commas": _of(",,,,,,\n,,,,,,\n"),
    "the header alone": lambda clean: as_file(clean.with_rows(())),
    "the header and blank rows": lambda clean: as_file(clean.with_rows(())) + b",,,,,,\n" * 9,
    "noughts": lambda clean: b"\0" * 4096,
    "bytes of all kinds": lambda clean: bytes(range(256)) * 8,
    "years side by side": _by_year,
    "a row a child": _children("name,date of birth,borough", "Amy Smith,2004-03-12,Camden"),
    "a row a child, numbered": _children("child_id,age,sex,borough,crime", "C17,9,F,Camden,rape"),
    "a row a crime": _children("crno,offence,borough", "4212345/14,rape,Camden"),
    "a column of names": _with_column("child", "Amy Smith"),
    "a column of dates of birth": _with_column("dob", "12/03/2004"),
    "a column of crime numbers": _with_column("crime_reference", "4212345/14"),
    "a column of postcodes": _with_column("postcode", "NW1 2BE"),
}  # fmt: skip
