"""Lying bars for a room: figures known between limits, and parts of a whole that is a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight import bounds
from oversight.charts.bands import DOTTED, RINGED, SOLID, Band
from oversight.charts.drawn.canvas import SMALL, Canvas
from oversight.charts.drawn.letters import width_of
from oversight.charts.drawn.rows import Place, Row, Rows
from oversight.charts.drawn.scale import ticks
from oversight.charts.drawn.steps import thinning, within_ring
from oversight.charts.lacking import WITHHELD
from oversight.charts.layout import Palette, mixed

if TYPE_CHECKING:
    from oversight.slides import Bands, Shares

# The room below the bars for the numbers of the scale.
SCALE = 62
# How far a sign reaches that stands where there is no figure.
NO_LENGTH = 220
# Up to so many, each of a count has a cell of its own.
CELLS = 40


def bands(drawing: Bands, palette: Palette, size: tuple[float, float]) -> Canvas:
    """Counts filled, provisional ones ringed, rounded ones dotted with a line to say how far they
    reach; a band outlined and pale, its open end dashed.

    What was withheld is hatched with an edge, what else is lacking pale without one, and what
    nobody has said hatched without an end.
    """
    canvas = Canvas(size, palette)
    rows = Rows(canvas, [Row(row.label, row.lacks or row.text) for row in drawing.rows], SCALE)
    top = max([row.figure.upper or row.figure.lower or 0 for row in drawing.rows], default=0) or 1
    unit = (rows.right - rows.left) / (top * 1.03)
    _scale(canvas, rows, top, unit)
    for row, place in zip(drawing.rows, rows.places, strict=True):
        reach = min(NO_LENGTH, rows.right - rows.left)
        if row.lacks or not _has_limit(row):
            _no_figure(canvas, row, rows.left, reach, place)
        else:
            _band(canvas, row, rows.left, unit, place)
    return canvas


def _band(canvas: Canvas, row: Band, left: float, unit: float, place: Place) -> None:
    known, colour = row.figure, canvas.palette.series[0]
    pale = mixed(canvas.palette.page, colour, 0.2)
    top, low, high = place.middle - place.thick / 2, known.lower or 0, known.upper
    if row.look == DOTTED and known.is_rounded:
        canvas.dotted(left, top, max(known.middle * unit, 6), place.thick, colour)
        _reach(canvas, left + low * unit, left + high * unit, place)
    elif high is not None:
        fill = (colour if row.look == SOLID else canvas.palette.page) if row.is_single else pale
        begin = 0 if row.is_single else low
        width = max((high - begin) * unit, 6)
        canvas.bar(left + begin * unit, top, width, place.thick, fill, colour)
        if row.is_single and row.look == RINGED:
            within_ring(canvas, left, place, width, colour)
    else:
        canvas.bar(left, top, low * unit, place.thick, pale)
        x = left + low * unit
        canvas.line(x, top, x, top + place.thick, colour, 6, "12 8")


def _reach(canvas: Canvas, begin: float, end: float, place: Place) -> None:
    """A line with ends over the end of a bar, from the least to the most that it can be."""
    ink, half = canvas.palette.ink, place.thick * 0.2
    canvas.line(begin, place.middle, end, place.middle, ink, 4)
    for x in (begin, end):
        canvas.line(x, place.middle - half, x, place.middle + half, ink, 4)


def _has_limit(row: Band) -> bool:
    return bool(row.figure.lower) or row.figure.upper is not None


def _no_figure(canvas: Canvas, row: Band, left: float, reach: float, place: Place) -> None:
    """A sign in the place of a bar; its length means nothing."""
    top = place.middle - place.thick / 2
    if row.lacks == WITHHELD:
        canvas.withheld(left, top, reach, place.thick)
    elif row.lacks:
        canvas.bar(left, top, reach, place.thick, canvas.pale)
    else:
        thinning(canvas, left, left + reach, place)


def _scale(canvas: Canvas, rows: Rows, top: float, unit: float) -> None:
    """Lines at round numbers, named below; those that would meet the one before are not named."""
    end = 0.0
    for tick in ticks(top):
        x, text = rows.left + tick * unit, bounds.whole_or_tenth(tick)
        half = width_of(text, SMALL) / 2
        colour = canvas.palette.grid if tick else canvas.palette.quiet
        canvas.line(x, 0, x, rows.ground + 8, colour, 2)
        if x - half > end and x + half < canvas.width:
            canvas.text(text, x, canvas.height - 12, anchor="middle", colour=canvas.palette.quiet)
            end = x + half + 16


def shares(drawing: Shares, palette: Palette, size: tuple[float, float]) -> Canvas:
    """A bar a row, as long as its whole; what is part of it filled, the rest outlined."""
    canvas = Canvas(size, palette)
    rows = Rows(
        canvas, [Row(label, f"{part:,} of {whole:,}") for label, part, whole in drawing.rows]
    )
    colour = palette.series[0]
    most = max([whole for _, _, whole in drawing.rows], default=0) or 1
    unit = (rows.right - rows.left) / most
    for (_, part, whole), place in zip(drawing.rows, rows.places, strict=True):
        top = place.middle - place.thick / 2
        if most <= CELLS:
            for cell in range(whole):
                fill = colour if cell < part else palette.page
                canvas.bar(rows.left + cell * unit, top, unit - 6, place.thick, fill, colour)
        else:
            canvas.bar(rows.left, top, whole * unit, place.thick, palette.page, colour)
            if part:
                canvas.bar(rows.left, top, max(part * unit, 6), place.thick, colour)
    return canvas
