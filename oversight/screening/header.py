"""The header: of which kind a return is, by what its columns are parted, in which order they stand.

Nothing is sniffed. Commas are the rule; semicolons or tabs are taken only where the header, split
by them, has exactly the columns of a kind.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from oversight.returns import OBSERVATIONS, Kind
from oversight.screening.finding import Finding, letter
from oversight.screening.meant import did_you_mean, shown

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
# How far down a header is looked for, to say where it stands.
FURTHEST = 50
# As much of a line as a header can be.
LONGEST = 10_000
# What a line without a word is made of.
BLANK = ' \r\n,;\t"'


@dataclass(frozen=True)
class Header:
    """The first written line as it is split into cells, whether or not they are columns of ours."""

    delimiter: str
    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Layout:
    """Where the header stands, and what each column of the file is; a blank column is ''."""

    kind: Kind
    delimiter: str
    line: int
    written: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def understood(self) -> tuple[str, ...]:
        """What was taken to mean something, in sentences."""
        said = []
        if self.delimiter != ",":
            said.append(f"Columns are parted by {DELIMITERS[self.delimiter]}.")
        named = [name for name in self.names if name]
        if list(map(str.strip, self.written))[: len(named)] != named:
            said.append(f"The header was read as {', '.join(named)}.")
        if tuple(named) != self.kind.header:
            said.append("The columns stand in another order; each was read by its name.")
        if blank := len(self.names) - len(named):
            columns = "1 blank column" if blank == 1 else f"{blank} blank columns"
            said.append(f"{columns} at the right {'was' if blank == 1 else 'were'} passed over.")
        return tuple(said)


def layout_of(content: bytes, kinds: Mapping[str, Kind]) -> Layout | None:
    """The layout of a file whose first written line is the header of a kind."""
    for line, text in _first_lines(content):
        if text.strip(BLANK):
            return _layout(line, text, kinds)
    return None


def wrong_header(content: bytes, kinds: Mapping[str, Kind]) -> list[Finding]:
    """What is wrong with a header that is of no kind, and how it would be right."""
    lines = [(line, text) for line, text in _first_lines(content) if text.strip(BLANK)]
    line, text = lines[0] if lines else (1, "")
    for below, other in lines[1:]:
        if _layout(below, other, kinds):
            return [_stands_lower(line, text, below)]
    cells, kind = max(
        ((cells, kind) for cells in _splits(text) for kind in kinds.values()),
        key=lambda one: (_shared(*one), one[1].name == OBSERVATIONS),
    )
    if _shared(cells, kind) * 2 < len(kind.columns):
        message = (
            f"The columns must be {','.join(kind.header)}; found"
            f" {shown(','.join(cells)) or 'nothing'}."
        )
        return [Finding("columns_are_expected", message, line, letter(0), tuple(cells))]
    return [*_wrong_columns(line, cells, kind)]


def header_of(content: bytes, layout: Layout | None) -> Header:
    """The first written line as a header, of whatever it is."""
    if layout:
        return Header(layout.delimiter, layout.written, layout.line)
    for line, text in _first_lines(content):
        if text.strip(BLANK):
            cells, delimiter = max(
                zip(_splits(text), DELIMITERS, strict=True), key=lambda one: len(one[0])
            )
            return Header(delimiter, tuple(cells), line)
    return Header(",", (), 1)


def _first_lines(content: bytes) -> Iterator[tuple[int, str]]:
    opened = io.TextIOWrapper(
        io.BytesIO(content), encoding="utf-8-sig", errors="replace", newline=""
    )
    yield from islice(enumerate(iter(partial(opened.readline, LONGEST), ""), start=1), FURTHEST)


def _layout(line: int, text: str, kinds: Mapping[str, Kind]) -> Layout | None:
    for delimiter in DELIMITERS:
        written = _cells(text, delimiter)
        names = [_name(cell) for cell in written or ()]
        while names and not names[-1]:
            names.pop()
        for kind in kinds.values():
            if sorted(names) == sorted(kind.header):
                blank = len(written) - len(names)
                return Layout(kind, delimiter, line, tuple(written), (*names, *[""] * blank))
    return None


def _cells(text: str, delimiter: str) -> list[str] | None:
    """The cells of one line, or nothing where its quotation marks do not close."""
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


def _splits(text: str) -> list[list[str]]:
    return [
        _cells(text, delimiter) or text.rstrip("\r\n").split(delimiter) for delimiter in DELIMITERS
    ]


def _name(cell: str) -> str:
    return "_".join(cell.split()).casefold()


def _shared(cells: Sequence[str], kind: Kind) -> int:
    return len({_name(cell) for cell in cells} & {*kind.header})


def _stands_lower(line: int, text: str, below: int) -> Finding:
    if text.strip().strip('"').casefold().startswith("sep="):
        message = (
            f"'{shown(text.strip())}' speaks to Excel alone. Delete this line, so that the header"
            " is line 1."
        )
    else:
        above = "the line above it" if below == 2 else f"the {below - 1} lines above it"
        message = f"The header seems to stand in line {below}. Delete {above}."
    return Finding("columns_are_expected", message, line, letter(0))


def _wrong_columns(line: int, cells: Sequence[str], kind: Kind) -> Iterator[Finding]:
    """Each column that is doubled, unknown or missing."""
    names = [_name(cell) for cell in cells]
    while not names[-1]:
        names.pop()
    missing = [name for name in kind.header if name not in names]

    def wrong(message: str, column: str, hint: Callable[[], str] | None = None) -> Finding:
        return Finding("columns_are_expected", message, line, column, tuple(cells), hint)

    for place, name in enumerate(names):
        if name in names[:place] and name in kind.header:
            yield wrong(f"'{name}' stands twice. Leave one of the two columns.", letter(place))
        if name in kind.header:
            continue
        what = f"'{shown(cells[place].strip())}' is" if name else "This heading is blank; it is"
        message = f"{what} no column of the {kind.title.lower()}."
        if place < len(kind.header) and kind.header[place] in missing:
            meant = kind.header[place]
            missing.remove(meant)
            yield wrong(f"{message} Write {meant} here.", letter(place))
        else:
            hint = partial(did_you_mean, cells[place], missing) if missing and name else None
            yield wrong(f"{message} Take it out, or mend its name.", letter(place), hint)
    for name in missing:
        message = (
            f"The column is missing. The columns must be {','.join(kind.header)}; one that does"
            " not apply stays blank."
        )
        yield wrong(message, name)
