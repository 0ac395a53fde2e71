"""Slides as a test reads them: by name, and the figures that a drawing holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oversight import bounds, packs, questions, slides, store, wording
from oversight.home import Home
from oversight.slides import Bands, Drawing, Shares, Slide, Steps, Years

REPORT, YEAR_ON = date(2014, 7, 24), date(2015, 8, 1)

# The characters that a row of a projected table holds on one line, all its cells together.
ONE_LINE = 104


def position_in(where: Home, on: date = REPORT, starts: str = "", ends: str = ""):
    """The current publication of a home on a day, in the years from `starts` to `ends`."""
    limits = [date.fromisoformat(day) if day else None for day in (starts, ends)]
    return packs.position(store.current(where), on, *limits)


def slides_of(position) -> dict[str, Slide]:
    """The standard slides by name, with the questions that would be asked."""
    asked = questions.chosen(questions.asked(position), position.agenda)
    return {one.name: one for one in slides.standard(position, asked)}


def every_slide(position) -> list[Slide]:
    """The standard slides, and one of every indicator."""
    of_indicators = (slides.of_indicator(entry, position) for entry in position.entries)
    return [*slides_of(position).values(), *of_indicators]


def cells(slide: Slide) -> list[str]:
    """Every cell of its table."""
    return [cell for row in slide.table.rows for cell in row]


def widest(slide: Slide) -> int:
    """The characters of its widest cells side by side."""
    return sum(max(map(len, column)) for column in zip(*slide.table.rows, strict=True))


def figures_of(drawing: Drawing | None) -> Iterable[str]:
    """Every figure that a drawing holds, as a table prints it."""
    if isinstance(drawing, Years):
        for one in drawing.series:
            for point in one.points:
                yield wording.with_marker(point, drawing.unit)
        for change, _ in drawing.notes:
            yield change
        for interval in filter(None, drawing.intervals):
            yield "{:,.1f} to {:,.1f}".format(*interval)
    elif isinstance(drawing, Steps):
        for step in drawing.steps:
            yield bounds.printed(step.figure)
    elif isinstance(drawing, Bands):
        for band in drawing.rows:
            yield band.text
    elif isinstance(drawing, Shares):
        for _, have, wanted in drawing.rows:
            yield str(have)
            yield str(wanted)
