"""Taking one figure out of a return as received: its number goes, and every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import islice
from unicodedata import normalize

from oversight.disclosure import WITHHELD
from oversight.screening.header import Layout
from oversight.screening.received import MARK

LINE_ENDS = re.compile(r"\r\n|\r|\n")
# Digits as they are printed, with thousands parted or not, decimals with them.
PLAIN = re.compile(r"\d+(?:\.\d+)?")
PARTED = re.compile(r"(?<!\d)(\d{1,3}(?:[,.'’_\u00a0\u2009\u202f ]\d{3})+)(?!\d)(\.\d+)?")
# What is written in the note where the return would else be one that was received already.
TOLD = "redacted"


def holds(text: str, number: float) -> bool:
    """Whether a text says this number, however it is printed."""
    text = normalize("NFKC", text)
    parted = (
        float(re.sub(r"\D", "", whole) + decimals) for whole, decimals in PARTED.findall(text)
    )
    return number in (float(digits) for digits in PLAIN.findall(text)) or number in parted


def blanked(
    content: bytes, layout: Layout, lines: Set[int], noted: Set[int], told: str = ""
) -> bytes:
    """The return with some figures withheld and some notes emptied.

    Args:
        content: the return, which was screened.
        layout: its header.
        lines: where a figure is withheld: the line in which the row begins; the first line is 1.
        noted: where the note is emptied.
        told: what is written in place of each of these notes, if anything.
    """
    mark = MARK if content.startswith(MARK) else b""
    text = content.removeprefix(MARK).decode("utf-8")
    cell = rf'(?:"(?:[^"]|"")*+"|[^"{layout.delimiter}\r\n]*+)'
    cells = re.compile(rf"({cell})({layout.delimiter}|[\r\n]|\Z)")
    # The last first: what stands before it stays where it is.
    for line in sorted(lines | noted, reverse=True):
        found = list(islice(cells.finditer(text, _start_of(text, line)), len(layout.names)))
        for name, match in reversed([*zip(layout.names, found, strict=True)]):
            written = match[1].strip('"')
            said = written
            if line in lines:
                said = {"value": "", "marker": WITHHELD}.get(name, said)
            if name == "note" and (told or line in noted):
                said = told
            if said != written:
                kept = f'"{said}"' if match[1].startswith('"') else said
                text = text[: match.start(1)] + kept + text[match.end(1) :]
    return mark + text.encode()


def _start_of(text: str, line: int) -> int:
    """Where a line begins, the first being 1."""
    if line == 1:
        return 0
    return next(islice(LINE_ENDS.finditer(text), line - 2, None)).end()
