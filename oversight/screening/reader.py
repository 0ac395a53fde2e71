"""Reading a return strictly: one dialect, UTF-8, every row as wide as the header, or refused.

The stages of the file itself come first: what was received, then its shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy
from pyarrow import compute

from oversight.returns import OBSERVATIONS, Kind
from oversight.screening.answers import trimmed
from oversight.screening.finding import MOST_TOLD, Finding, letter
from oversight.screening.header import Header, Layout, header_of, layout_of, wrong_header
from oversight.screening.meant import shown
from oversight.screening.personal import personal
from oversight.screening.received import invented, not_a_csv, unreadable
from oversight.screening.records import Column, Records, is_blank_word, records_of
from oversight.screening.registry import BLOCKS
from oversight.screening.strict import written

# What bodies say and what was asked at a meeting is read by people, row by row.
MOST_ENTRIES = 2_000
# So many rows are looked at whole for personal data; of more, each different word.
LOOKED_AT_WHOLE = 5_000
# The shortest number that is told by which figures it holds, of a telephone or a patient, has more.
FIGURES_OF_A_NUMBER = 9


@dataclass(frozen=True)
class Read:
    """A return as written, or why it cannot be read; `asks` must be answered, whatever follows.

    `count` is how much is wrong in all, `findings` the first of it, `reached` the stage it is of.
    """

    layout: Layout | None
    records: Records | None = None
    findings: Sequence[Finding] = ()
    count: int = 0
    refused: int = 0
    reached: str = ""
    asks: Sequence[Finding] = ()

    @property
    def kind(self) -> Kind | None:
        return self.layout.kind if self.layout else None

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The columns by name, in the order of the kind; blank ones left out."""
        by_name = dict(zip(self.layout.names, self.records.columns, strict=True))
        return {name: by_name[name] for name in self.kind.header}

    def rows(self) -> list[tuple[int, tuple[str, ...]]]:
        """Each row's line and its cells in the order of the kind, without spaces round them."""
        cells = zip(
            *(column.cells() for column in map(trimmed, self.columns.values())), strict=True
        )
        return list(zip(self.records.lines.tolist(), cells, strict=True))


def read(
    content: bytes,
    kinds: Mapping[str, Kind],
    was_accepted: bool = False,
    is_rehearsed: bool = False,
) -> Read:
    """The records of a return of one of these kinds, or everything wrong in a stage.

    One that was accepted is not looked through for personal data again. One that says that it is
    invented may only be read where it `is_rehearsed`, or was accepted there.
    """
    if fault := not_a_csv(content):
        return Read(None, findings=[fault], count=1, reached="received")
    layout = layout_of(content, kinds)
    header = header_of(content, layout)
    findings, count = unreadable(content, header.delimiter, layout.names if layout else ())
    if findings:
        return Read(layout, findings=findings, count=count, reached="received")
    names = layout.names if layout else ()
    if not (was_accepted or is_rehearsed) and (fault := invented(content, header.delimiter, names)):
        return Read(layout, findings=[fault], count=1, reached="received")
    records = records_of(content, layout) if layout else None
    told = [] if was_accepted else _personal(content, header, layout, records)
    if blocks := [finding for finding in told if finding.severity == BLOCKS]:
        lines = {finding.line for finding in blocks if finding.line > header.line}
        # Without a header of a kind nobody knows what a record is, and none is counted.
        refused = len(lines) if records else 0
        return Read(layout, records, blocks, len(blocks), refused, "received")
    if layout is None:
        findings = wrong_header(content, kinds)
        return Read(None, None, findings, len(findings), 0, "shape", told)
    wrong, count = _misshapen(layout, records)
    reached = "shape" if count else ""
    return Read(layout, records, wrong, count, min(count, records.rows), reached, told)


def _personal(
    content: bytes, header: Header, layout: Layout | None, records: Records | None
) -> list[Finding]:
    """What looks like personal data, before anything of the file is told again."""
    if records is None:
        # A line that is no header of ours may be the first person of a list.
        looked_at = written(content, header.delimiter)
    elif records.refused:
        every = written(content, header.delimiter)
        looked_at = (one for one in every if one[0] > header.line)
    else:
        looked_at = _worth_a_look(layout, records)
    kind = layout.kind.name if layout else None
    return personal(looked_at, header.cells, kind, header.line)


def _worth_a_look(layout: Layout, records: Records) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every row of a short file; of a long one each cell that is like none before it.

    Rows of one are told by themselves, so those with the value 1 are always looked at whole.
    """
    if len(records) <= LOOKED_AT_WHOLE:
        yield from zip(records.lines.tolist(), records.at(slice(None)), strict=True)
        return
    is_one = numpy.zeros(len(records), dtype=bool)
    if "value" in layout.names:
        value = records.columns[layout.names.index("value")]
        is_one = compute.equal(value.words, "1").to_numpy(zero_copy_only=False)[value.codes]
    is_new = [is_one.copy() for _ in records.columns]
    for is_of_column, column in zip(is_new, records.columns, strict=True):
        is_of_column[_firsts(_alike(column))] = True
    rows = numpy.flatnonzero(numpy.any(is_new, axis=0))
    for start in range(0, len(rows), LOOKED_AT_WHOLE):
        some = rows[start : start + LOOKED_AT_WHOLE]
        shown = zip(*(is_of_column[some].tolist() for is_of_column in is_new), strict=True)
        for line, cells, new in zip(
            records.lines[some].tolist(), records.at(some), shown, strict=True
        ):
            yield line, tuple(cell if one else "" for cell, one in zip(cells, new, strict=True))


def _alike(column: Column) -> Column:
    """The column with words made one that look alike: they differ in the figures 3 to 8 alone.

    Those tell nothing of a person, unless there are enough of them for a number of one.
    """
    figures = compute.count_substring_regex(column.words, "[0-9]")
    alike = compute.replace_substring_regex(column.words, "[3-8]", "3")
    is_short = compute.less(figures, FIGURES_OF_A_NUMBER)
    words = compute.if_else(is_short, alike, column.words).dictionary_encode()
    return Column(words.dictionary, words.indices.to_numpy()[column.codes])


def _firsts(column: Column) -> numpy.ndarray:
    """The row in which each word stands first."""
    first = numpy.zeros(len(column.words), numpy.int64)
    # Written from the end, so that the first row of each is what stays.
    first[column.codes[::-1]] = numpy.arange(len(column.codes))[::-1]
    return first


def _misshapen(layout: Layout, records: Records) -> tuple[list[Finding], int]:
    """What is wrong with the shape of rows, as far as it is told, and how many rows."""
    surplus = _under_no_heading(layout, records)
    findings = [
        *records.findings,
        *(_unheaded(layout, records, row) for row in surplus[:MOST_TOLD].tolist()),
    ]
    if count := records.refused + len(surplus):
        return sorted(findings, key=lambda one: one.line)[:MOST_TOLD], count
    column = layout.kind.header[0]
    if not len(records):
        message = "The return has a header and no figure below it. Write one in each row."
        return [Finding("has_figures", message, layout.line, column)], 1
    if layout.kind.name != OBSERVATIONS and len(records) > MOST_ENTRIES:
        message = (
            f"{len(records):,} rows, where at most {MOST_ENTRIES:,} fit into one return of this"
            " kind. Send it in parts."
        )
        line = int(records.lines[MOST_ENTRIES])
        return [Finding("entries_are_few", message, line, column)], len(records)
    return [], 0


def _under_no_heading(layout: Layout, records: Records) -> numpy.ndarray:
    """Rows in which something is written under a blank heading."""
    is_written = numpy.zeros(len(records), dtype=bool)
    for name, column in zip(layout.names, records.columns, strict=True):
        if not name:
            is_written |= ~is_blank_word(column.words)[column.codes]
    return numpy.flatnonzero(is_written)


def _unheaded(layout: Layout, records: Records, row: int) -> Finding:
    cells = records.row(row)
    place = next(
        place for place, cell in enumerate(cells) if cell.strip() and not layout.names[place]
    )
    message = f"'{shown(cells[place])}' stands under no heading. Take it out, or move it."
    return Finding("rows_fit_the_header", message, int(records.lines[row]), letter(place), cells)
