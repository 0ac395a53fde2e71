"""The records below the header, in columns: each word once, and which of them every row has.

Python's csv in its strict mode decides what a record is. Arrow's reader is five times as fast and
takes the plainest files alone: no quotation mark and one kind of line end. A test shows that it
then reads what the strict one reads, and refuses whatever that refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
import pyarrow
from pyarrow import compute
from pyarrow import csv as arrow_csv

from oversight.screening.finding import Finding
from oversight.screening.header import Layout
from oversight.screening.received import MARK
from oversight.screening.strict import Strict

WORDS = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())


@dataclass(frozen=True)
class Column:
    """One column: its different words as written, and which of them each row has."""

    words: pyarrow.Array
    codes: numpy.ndarray

    def cell(self, row: int) -> str:
        return self.words[int(self.codes[row])].as_py()

    def cells(self) -> list[str]:
        return self.words.take(pyarrow.array(self.codes)).to_pylist()


@dataclass(frozen=True)
class Records:
    """The rows that are shaped right and not blank, and what is wrong with the others.

    `columns` stand as in the file. `refused` counts the misshapen rows, `findings` tells of the
    first of them.
    """

    columns: tuple[Column, ...]
    lines: numpy.ndarray
    findings: list[Finding]
    refused: int

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def rows(self) -> int:
        """Every row that is not blank, misshapen or not."""
        return len(self.lines) + self.refused

    def row(self, row: int) -> tuple[str, ...]:
        return tuple(column.cell(row) for column in self.columns)

    def at(self, rows: numpy.ndarray) -> Iterator[tuple[str, ...]]:
        """The cells of some rows, as written."""
        some = (Column(column.words, column.codes[rows]) for column in self.columns)
        return zip(*(column.cells() for column in some), strict=True)


def records_of(content: bytes, layout: Layout) -> Records:
    """Every record below the header: in columns, or with what is wrong with its shape."""
    if plain := _by_arrow(content, layout):
        return _without_blank_rows(*plain, [], 0)
    strict = Strict(content, layout)
    table = pyarrow.concat_tables(strict.tables())
    lines = numpy.concatenate([numpy.array([], numpy.int32), *strict.lines])
    return _without_blank_rows(table, lines, strict.findings, strict.refused)


def _by_arrow(content: bytes, layout: Layout) -> tuple[pyarrow.Table, numpy.ndarray] | None:
    """The records of the plainest files and their lines; nothing where the strict reader must say.

    Whatever Arrow may pass over unsaid: each line that is not empty is a record, or it must.
    """
    returns = content.count(b"\r")
    if layout.line != 1 or b'"' in content:
        return None
    if returns and not returns == content.count(b"\n") == content.count(b"\r\n"):
        return None
    names = [str(place) for place in range(len(layout.names))]
    try:
        table = arrow_csv.read_csv(
            pyarrow.BufferReader(pyarrow.py_buffer(memoryview(content)[_mark(content) :])),
            read_options=arrow_csv.ReadOptions(column_names=names, skip_rows=1),
            parse_options=arrow_csv.ParseOptions(
                delimiter=layout.delimiter, quote_char=False, double_quote=False
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, WORDS), strings_can_be_null=False
            ),
        )
    except pyarrow.ArrowInvalid:
        return None
    lines = _written_lines(content, 2 if returns else 1)
    return (table, lines) if len(lines) == table.num_rows else None


def _written_lines(content: bytes, length_of_end: int) -> numpy.ndarray:
    """The number of each line below the header that is not empty."""
    ends = numpy.flatnonzero(numpy.frombuffer(content, numpy.uint8) == ord("\n"))
    if not content.endswith(b"\n"):
        # The last line ends where a line end would follow.
        ends = numpy.append(ends, len(content) + length_of_end - 1)
    is_written = numpy.diff(ends) > length_of_end
    return (numpy.flatnonzero(is_written) + 2).astype(numpy.int32)


def _mark(content: bytes) -> int:
    return len(MARK) if content.startswith(MARK) else 0


def _without_blank_rows(
    table: pyarrow.Table,
    lines: numpy.ndarray,
    findings: list[Finding],
    refused: int,
) -> Records:
    columns = [_column(column) for column in table.unify_dictionaries().combine_chunks().columns]
    empty = numpy.ones(len(lines), dtype=bool)
    for column in columns:
        if not empty.any():
            break
        empty &= is_blank_word(column.words)[column.codes]
    if empty.any():
        columns = [Column(column.words, column.codes[~empty]) for column in columns]
        lines = lines[~empty]
    return Records(tuple(columns), lines, findings, refused)


def _column(column: pyarrow.ChunkedArray) -> Column:
    (chunk,) = column.chunks or [pyarrow.array([], pyarrow.string()).dictionary_encode()]
    return Column(chunk.dictionary, chunk.indices.to_numpy())


def is_blank_word(words: pyarrow.Array) -> numpy.ndarray:
    """Whether each word is blank or spaces alone."""
    trimmed = compute.utf8_trim_whitespace(words)
    return numpy.equal(compute.binary_length(trimmed).to_numpy(), 0)
