"""The checks of an observations return, on columns: a row that is right takes no object of its own.

Words are looked up by what they are, and only where one is wrong are the rows found that hold it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy
import pyarrow
from pyarrow import compute

from oversight import spellings
from oversight.definitions import Indicator
from oversight.reference import Area
from oversight.screening.answers import Answers, answers_to, trimmed
from oversight.screening.cells import MOST_LETTERS, too_long
from oversight.screening.finding import MOST_TOLD, Finding
from oversight.screening.outcome import Figures
from oversight.screening.records import Column
from oversight.screening.words import Words


@dataclass(frozen=True)
class Observations:
    """The figures of a return, or the first things that are wrong and how much is in all.

    `refused` counts the rows that have something wrong, `reached` is the stage that failed.
    """

    figures: Figures | None = None
    findings: Sequence[Finding] = ()
    count: int = 0
    refused: int = 0
    reached: str = ""
    understood: tuple[str, ...] = ()


def observations_of(
    columns: Mapping[str, Column],
    lines: numpy.ndarray,
    words: Words,
    few: int,
) -> Observations:
    """What an observations return says.

    Args:
        columns: by name, each with a word as written for every row.
        lines: where each row stands in the file.
        few: counts of persons in London from 1 to this are withheld by whoever sends them; those
            below London, or split, are taken as they are and protected by the build.
    """
    plain = {name: trimmed(column) for name, column in columns.items()}
    indicator = plain["indicator"]
    asked = {
        "indicator": answers_to(words.indicator, indicator),
        "period": answers_to(words.period, indicator, plain["period"]),
        "geography": answers_to(words.area, indicator, plain["geography"]),
        "breakdown": answers_to(words.breakdown, indicator, plain["breakdown"]),
        "value": answers_to(words.value, indicator, plain["value"], plain["marker"]),
    }
    too_long_notes = _too_long(plain["note"])
    wrong = sum(one.wrong[one.which] for one in asked.values()) + too_long_notes

    def told(rows: numpy.ndarray, of: Callable[[int], Sequence[Finding]]) -> list[Finding]:
        """The findings of the first of these rows, each with its line and its cells."""
        return [
            replace(finding, line=int(lines[row]), cells=_cells(columns, row))
            for row in rows[:MOST_TOLD].tolist()
            for finding in of(row)
        ][:MOST_TOLD]

    def of_words(row: int) -> Iterator[Finding]:
        for one in asked.values():
            yield from one.findings(row)
        if too_long_notes[row]:
            yield too_long(plain["note"].cell(row), 0, "note")

    if wrong.any():
        rows = numpy.flatnonzero(wrong)
        return Observations(None, told(rows, of_words), int(wrong.sum()), len(rows), "words")
    figures = _figures(asked, plain["note"], lines)
    earlier = _earlier(asked)
    rows = numpy.flatnonzero(earlier >= 0)
    if len(rows):
        findings = told(rows, lambda row: [_stands_twice(figures, row, lines[earlier[row]])])
        return Observations(None, findings, len(rows), len(rows), "figures")
    rows = _few_in_london(asked, words.indicators, few)
    if len(rows):
        message = f"A number from 1 to {few} can point at persons. Write marker c in its place."
        small = Finding("small_numbers_are_safe", message, column="value")
        return Observations(None, told(rows, lambda _: [small]), len(rows), len(rows), "protection")
    return Observations(figures, understood=tuple(_understood(asked)))


def _cells(columns: Mapping[str, Column], row: int) -> tuple[str, ...]:
    return tuple(column.cell(row) for column in columns.values())


def _too_long(note: Column) -> numpy.ndarray:
    """Whether each row's note is longer than anybody reads."""
    letters = compute.utf8_length(note.words).to_numpy()
    return (letters > MOST_LETTERS)[note.codes]


def _figures(asked: Mapping[str, Answers], note: Column, lines: numpy.ndarray) -> Figures:
    period, area, value = asked["period"], asked["geography"], asked["value"]
    table = pyarrow.table(
        {
            "indicator": asked["indicator"].texts(),
            "period": period.texts(lambda one: one.label),
            "starts_on": period.texts(lambda one: one.starts_on.isoformat()),
            "ends_on": period.texts(lambda one: one.ends_on.isoformat()),
            "area": area.texts(lambda one: one.code),
            "breakdown": asked["breakdown"].texts(),
            "value": value.texts(lambda one: one[0]),
            "marker": value.texts(lambda one: one[1]),
            "note": note.words.take(pyarrow.array(note.codes)),
            "line": pyarrow.array(lines, pyarrow.int64()),
        }
    )
    return Figures(
        table,
        {one.label: one for one in period.meant},
        {one.code: one for one in area.meant},
    )


def _earlier(asked: Mapping[str, Answers]) -> numpy.ndarray:
    """The first row of the same figure for each row that comes later, else -1.

    All names for the whole of London are one place.
    """
    key = numpy.zeros(len(asked["indicator"].which), numpy.int64)
    for name, of in {
        "indicator": str,
        "period": lambda one: (one.starts_on, one.ends_on),
        "geography": _place,
        "breakdown": str,
    }.items():
        numbers, count = asked[name].numbers(of)
        key = key * count + numbers
    encoded = pyarrow.array(key).dictionary_encode()
    which = encoded.indices.to_numpy()
    rows = numpy.arange(len(which))
    first = numpy.zeros(len(encoded.dictionary), numpy.int64)
    # Written from the end, so that the first row of each is what stays.
    first[which[::-1]] = rows[::-1]
    return numpy.where(first[which] == rows, -1, first[which])


def _place(area: Area) -> str:
    return "London" if area.is_whole else area.code


def _stands_twice(figures: Figures, row: int, line: int) -> Finding:
    (figure,) = Figures(figures.table.slice(row, 1), figures.periods, figures.areas)
    split = f", {figure.breakdown}" if figure.breakdown else ""
    message = (
        f"{figure.indicator} for {figure.period.label}, {figure.area.name}{split} stands in line"
        f" {line} already. Leave one of the two."
    )
    return Finding("figures_stand_once", message, column="indicator")


def _few_in_london(
    asked: Mapping[str, Answers], indicators: Mapping[str, Indicator], few: int
) -> numpy.ndarray:
    """Rows of states of few persons in all of London, for which nothing is withheld by itself."""
    names = asked["indicator"]
    is_state = numpy.array(
        [indicators[one].disclosure == "raw" and indicators[one].kind == "level"
         for one in names.meant], dtype=bool,
    )[names.which]  # fmt: skip
    if not is_state.any():
        return numpy.array([], numpy.int64)
    value, area, breakdown = asked["value"], asked["geography"], asked["breakdown"]
    small = {str(count) for count in range(1, few + 1)}
    is_few = numpy.array([one[0] in small for one in value.meant], dtype=bool)[value.which]
    is_whole = numpy.array([one.is_whole for one in area.meant], dtype=bool)[area.which]
    is_unsplit = numpy.array([not one for one in breakdown.meant], dtype=bool)[breakdown.which]
    return numpy.flatnonzero(is_state & is_few & is_whole & is_unsplit)


def _understood(asked: Mapping[str, Answers]) -> Iterator[str]:
    """What was taken to mean something that is written otherwise, in sentences."""
    yield from asked["period"].read_as(1, lambda written, _: spellings.plain(written))
    yield from asked["geography"].read_as(1, _plain_place)
    yield from asked["breakdown"].read_as(1, lambda _, meant: meant)
    yield from asked["value"].read_as(2, lambda _, meant: meant[1])
    if count := asked["value"].rows_of(lambda _, value, marker: "," in value):
        values = "1 value" if count == 1 else f"{count:,} values"
        yield f"Thousands commas were taken out of {values}."


def _plain_place(written: str, area: Area) -> str:
    return written if written in (area.code, area.name) else area.name
