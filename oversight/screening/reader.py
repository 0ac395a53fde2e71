"""Reading a return strictly: one dialect, UTF-8, every row as wide as the header, or refused."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oversight.periods import Period
from oversight.reference import Area
from oversight.returns import OBSERVATIONS, Kind
from oversight.screening.registry import CHECKS

MOST_BYTES = 20_000_000
MOST_TOLD = 100

# What other files begin with, so that a renamed one is named for what it is.
SIGNATURES = {
    b"PK\x03\x04": "a zip or Excel file",
    b"\xd0\xcf\x11\xe0": "an old Excel file",
    b"%PDF": "a PDF",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
}
# What Python takes for printable and no font draws: fillers of Hangul, Khmer and braille, and marks
# that choose a letter's shape.
DRAWS_NOTHING = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
SAVE_AS = "In Excel choose 'Save as' and 'CSV UTF-8 (comma delimited)'."


@dataclass(frozen=True)
class Finding:
    """What is wrong in one place, and how to mend it. `line` counts the header as 1."""

    check: str
    message: str
    line: int | None = None
    column: str | None = None
    # The record as written, for the page to show; blank where it must not be told again.
    cells: tuple[str, ...] = ()

    @property
    def stage(self) -> str:
        return CHECKS[self.check].stage

    @property
    def severity(self) -> str:
        return CHECKS[self.check].severity

    def __str__(self) -> str:
        place = f"Line {self.line}, {self.column}: " if self.column else ""
        return f"{place or (f'Line {self.line}: ' if self.line else '')}{self.message}"


@dataclass(frozen=True)
class Record:
    """One row of a return as written; `line` is where it starts, the header being line 1."""

    line: int
    indicator: str
    period: str
    geography: str
    breakdown: str
    value: str
    marker: str
    note: str


@dataclass(frozen=True)
class Figure:
    """One row of a return as understood."""

    line: int
    indicator: str
    period: Period
    area: Area
    breakdown: str
    value: str
    marker: str
    note: str

    @property
    def key(self) -> tuple:
        """What the figure is of. All names for the whole of London are one place."""
        place = "London" if self.area.is_whole else self.area.code
        return self.indicator, self.period.starts_on, self.period.ends_on, place, self.breakdown


@dataclass(frozen=True)
class Screened:
    """The outcome for one return: its entries, or findings and no entry at all.

    `figures` are those of an observations return; `entries` are the rows of any other kind, by
    column, as understood.
    """

    kind: str
    figures: tuple[Figure, ...] = ()
    entries: tuple[dict[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def size(self) -> int:
        return len(self.figures) + len(self.entries)


@dataclass(frozen=True)
class Read:
    """A return as written: its kind, and each row's line and cells; or why it cannot be read."""

    kind: Kind | None
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    findings: tuple[Finding, ...] = ()


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing: spaces and invisible characters alone."""
    return not any(_is_seen(letter) for letter in text if not letter.isspace())


def read(content: bytes, kinds: Mapping[str, Kind]) -> Read:
    """The rows of a return, or why it cannot be read."""
    if finding := _unreadable(content):
        return Read(None, findings=(finding,))
    text = content.decode("utf-8-sig")
    kind = None
    rows: list[tuple[int, tuple[str, ...]]] = []
    findings: list[Finding] = []
    records = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in records:
            if kind is None:
                kind = _kind_of(cells, kinds)
                if kind is None:
                    return Read(None, findings=(_wrong_header(cells, kinds),))
            elif any(cell.strip() for cell in cells):
                if len(cells) != len(kind.columns):
                    findings.append(_wrong_width(start, cells, kind))
                else:
                    rows.append((start, tuple(cell.strip() for cell in cells)))
            start = records.line_num + 1
    except csv.Error as error:
        message = f"The quotation marks do not close or stand inside a cell ({error})."
        return Read(kind, findings=(Finding("quotes_close", message, start),))
    if not rows and not findings:
        message = "The return has a header and no figure below it."
        findings.append(Finding("has_figures", message))
    return Read(kind, tuple(rows), tuple(findings))


def _unreadable(content: bytes) -> Finding | None:
    if not content.strip():
        return Finding("is_csv", "The file is empty.")
    if len(content) > MOST_BYTES:
        return Finding("is_csv", f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it.")
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            return Finding("is_csv", f"This is {kind}, not a CSV file. {SAVE_AS}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return Finding("is_utf8", f"The file is not UTF-8. {SAVE_AS}", line)
    hidden = [letter for letter in {*text} - {"\r", "\n"} if not _is_seen(letter)]
    if hidden:
        place = min(map(text.index, hidden))
        line = text.count("\n", 0, place) + 1
        message = f"There is an invisible character (U+{ord(text[place]):04X}). Type the cell anew."
        return Finding("is_printable", message, line)
    return None


def _is_seen(letter: str) -> bool:
    return letter.isprintable() and not DRAWS_NOTHING.match(letter)


def _kind_of(cells: Sequence[str], kinds: Mapping[str, Kind]) -> Kind | None:
    found = tuple(cell.strip().lower() for cell in cells)
    return next((kind for kind in kinds.values() if kind.header == found), None)


def _wrong_header(cells: Sequence[str], kinds: Mapping[str, Kind]) -> Finding:
    """Names the columns of the kind that the header is nearest to."""
    found = {cell.strip().lower() for cell in cells}
    nearest = max(
        kinds.values(), key=lambda kind: (len(found & {*kind.header}), kind.name == OBSERVATIONS)
    )
    message = (
        f"The columns must be {','.join(nearest.header)}; found"
        f" {','.join(cells)[:200] or 'nothing'}."
    )
    return Finding("columns_are_expected", message, 1)


def _wrong_width(line: int, cells: Sequence[str], kind: Kind) -> Finding:
    message = (
        f"{len(cells)} cells where there must be {len(kind.columns)}. A comma inside a cell needs"
        ' quotation marks round the cell, such as "City, north".'
    )
    return Finding("rows_fit_the_header", message, line)
