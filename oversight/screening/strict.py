"""The strict reading of a return, by Python's csv: what it lets pass and should not is refused too.

A quotation mark inside a cell without any round it, and one that closes rows below, so that whole
rows stand inside a cell, would both be read as something; neither is what was meant.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

import numpy
import pyarrow

from oversight.screening.finding import MOST_TOLD, Finding, letter
from oversight.screening.header import Layout
from oversight.screening.received import MOST_BYTES_OF_A_COMMAND

# Rows taken into columns at a time: few enough that their cells take little memory.
AT_A_TIME = 50_000
# So many lines of one record are kept to look at its quotation marks; no cell that is short enough
# to be taken has more.
MOST_KEPT = 2_000
# So many cells of a row are shown again.
MOST_CELLS = 50

# A cell may be as long as a file: one that is too long is refused by its line and column.
csv.field_size_limit(MOST_BYTES_OF_A_COMMAND)


def written(content: bytes, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Every record with its line, in whatever shape it is: for what looks at each cell."""
    opened = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    records = csv.reader(opened, delimiter=delimiter)
    start = 1
    for cells in records:
        yield start, cells
        start = records.line_num + 1


class Strict:
    """One strict reading: rows of the header's width become tables, the others findings."""

    def __init__(self, content: bytes, layout: Layout) -> None:
        self.layout = layout
        self.width = len(layout.names)
        self.findings: list[Finding] = []
        self.refused = 0
        self.has_quotes = b'"' in content
        self.lines: list[numpy.ndarray] = []
        self.taken: list[str] = []
        self.opened = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
        cell = rf'(?:"(?:[^"]|"")*+"|[^"{layout.delimiter}\r\n]*+)'
        self.first_cells = re.compile(rf"(?:{cell}{layout.delimiter})*+")
        self.record = re.compile(rf"{cell}(?:{layout.delimiter}{cell})*+[\r\n]*")

    def tables(self) -> Iterator[pyarrow.Table]:
        """The rows of the header's width, some at a time; at least one table."""
        rows = self._rows()
        while True:
            some = list(islice(rows, AT_A_TIME))
            self.lines.append(numpy.array([line for line, _ in some], numpy.int32))
            columns = zip(*(cells for _, cells in some), strict=True) if some else [()] * self.width
            yield pyarrow.table(
                {
                    str(place): pyarrow.array(column, pyarrow.string()).dictionary_encode()
                    for place, column in enumerate(columns)
                }
            )
            if len(some) < AT_A_TIME:
                return

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        records = csv.reader(self._remembered(), delimiter=self.layout.delimiter, strict=True)
        start = 1
        try:
            for cells in records:
                if self.has_quotes and (fault := self._quotes_amiss(cells)):
                    self._refuse(fault, start, cells)
                elif len(cells) == self.width:
                    if start > self.layout.line:
                        yield start, cells
                elif any(cell.strip() for cell in cells):
                    self._refuse(self._wrong_width, start, cells)
                start = records.line_num + 1
                self.taken.clear()
        except csv.Error as error:
            never_closes = "unexpected end" in str(error)
            self._refuse(self._unclosed if never_closes else self._stray_quote, start, ())

    def _remembered(self) -> Iterator[str]:
        """Each line of the file, kept until its record is read."""
        for line in self.opened:
            if len(self.taken) < MOST_KEPT:
                self.taken.append(line)
            yield line

    def _refuse(
        self, finding: Callable[[int, Sequence[str]], Finding], line: int, cells: Sequence[str]
    ) -> None:
        self.refused += 1
        if len(self.findings) < MOST_TOLD:
            self.findings.append(finding(line, cells))

    def _quotes_amiss(self, cells: Sequence[str]) -> Callable[[int, Sequence[str]], Finding] | None:
        """What is wrong with quotation marks that are let pass in themselves, if anything."""
        if '"' in "".join(cells) and not self.record.fullmatch("".join(self.taken)):
            return self._stray_quote
        if len(self.taken) > 1 and self._swallowing(cells) is not None:
            return self._swallowed
        return None

    def _swallowing(self, cells: Sequence[str]) -> int | None:
        """Which cell holds whole rows, parted where this cell stands in each of them."""
        most = self.width - 1
        for place, cell in enumerate(cells):
            counts = [line.count(self.layout.delimiter) for line in cell.splitlines()]
            if len(counts) < 2:
                continue
            first, *middle, last = counts
            if first >= most - place and last >= place and all(one >= most for one in middle):
                return place
        return None

    def _name(self, place: int) -> str:
        names = self.layout.names
        return names[place] if place < len(names) and names[place] else letter(place)

    def _stray_quote(self, line: int, _: Sequence[str]) -> Finding:
        """A quotation mark inside a cell that has none round it, or text after a closed one."""
        text = "".join(self.taken)
        before = self.first_cells.match(text).group().split('"')[::2]
        place = sum(part.count(self.layout.delimiter) for part in before)
        message = (
            "A quotation mark stands inside this cell. Write quotation marks round the whole cell,"
            ' and two for one inside: "the ""new"" team".'
        )
        return Finding("quotes_close", message, line, self._name(place))

    def _unclosed(self, line: int, cells: Sequence[str]) -> Finding:
        message = (
            "The quotation mark that opens in this cell never closes, so everything below belongs"
            " to it. Write one at the end of the cell, or take this one out."
        )
        return replace(self._stray_quote(line, cells), message=message)

    def _swallowed(self, line: int, cells: Sequence[str]) -> Finding:
        place = self._swallowing(cells)
        message = (
            "The quotation mark that opens in this cell closes in a row below, so whole rows stand"
            " inside the cell. Write one at the end of the cell, or take both out."
        )
        return Finding("quotes_close", message, line, self._name(place))

    def _wrong_width(self, line: int, cells: Sequence[str]) -> Finding:
        message = f"{len(cells)} cells where there must be {self.width}."
        place = min(len(cells), self.width)
        if len(cells) < self.width:
            message += " Write the missing ones, blank where they do not apply."
        elif parted := _parted_number(cells):
            place, number = parted
            message += (
                f" '{cells[place]}' and '{cells[place + 1]}' seem to be one number. Write {number},"
                " without the comma."
            )
        else:
            message += (
                " A comma inside a cell needs quotation marks round the cell, such as"
                ' "City, north".'
            )
        shown = tuple(cells[:MOST_CELLS])
        return Finding("rows_fit_the_header", message, line, self._name(place), shown)


def _parted_number(cells: Sequence[str]) -> tuple[int, str] | None:
    """Where a thousands comma has made two cells of one number, and the number."""
    for place, (one, other) in enumerate(pairwise(cells)):
        if re.fullmatch("[1-9][0-9]{0,2}", one) and re.fullmatch("[0-9]{3}", other):
            return place, one + other
    return None
