"""The way from posts to people for a room: stated solid, bounds outlined, the unknown hatched.

Bars hang from what the step before left; each value stands at the right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight import bounds
from oversight.charts.bands import RINGED, SOLID
from oversight.charts.drawn.canvas import Canvas
from oversight.charts.drawn.rows import Place, Row, Rows
from oversight.charts.layout import Palette, mixed

if TYPE_CHECKING:
    from oversight.slides import Steps

# A bar that fades is drawn longest and palest first: slices side by side would show seams.
FADES = 28
# How far an unknown reaches, in shares of the whole: it has no end; and how far at least.
UNKNOWN, LEAST = 0.3, 0.06


def steps(drawing: Steps, palette: Palette, size: tuple[float, float]) -> Canvas:
    """The drawing on a sheet of that size."""
    canvas = Canvas(size, palette)
    rows = Rows(
        canvas,
        [
            Row(step.label, f"{step.sign} {step.text}".strip(), step.sign == "=")
            for step in drawing.steps
        ],
    )
    whole = _longest(drawing) or 1
    unit = (rows.right - rows.left) / whole
    colour = palette.series[0]
    left = 0.0
    for order, (step, place) in enumerate(zip(drawing.steps, rows.places, strict=True)):
        known = step.figure
        length = known.lower or 0
        fill = colour if step.look == SOLID else palette.page
        top = place.middle - place.thick / 2
        if step.sign in ("+", bounds.MINUS):
            is_away = step.sign == bounds.MINUS
            # Where more are away than are left, the bar stands on the axis in its whole length.
            begin = max(left - length, 0) if is_away else left
            if length:
                x, width = rows.left + begin * unit, max(length * unit, 6)
                canvas.bar(x, top, width, place.thick, fill, colour)
                if step.look == RINGED:
                    within_ring(canvas, x, place, width, colour)
            elif not known.is_exact:
                # Nothing lies left of the axis, though hardly anybody is left to be away.
                reach = min(UNKNOWN * whole, max(left, LEAST * whole)) * unit
                begun = rows.left + max(left * unit, reach)
                thinning(canvas, begun, begun - reach, place)
            left = begin if is_away else left + length
        else:
            left = known.upper if known.upper is not None else length
            if known.is_exact:
                edge = "" if fill == colour else colour
                canvas.bar(rows.left, top, left * unit, place.thick, fill, edge)
                if step.look == RINGED:
                    within_ring(canvas, rows.left, place, left * unit, colour)
            else:
                _fading(canvas, rows.left, place, left * unit, colour)
        if order + 1 < len(rows.places):
            below = rows.places[order + 1]
            x = rows.left + left * unit
            canvas.line(x, place.middle + place.thick / 2, x, below.middle - below.thick / 2,
                        palette.quiet, 2.5, "3 7")  # fmt: skip
    return canvas


def _longest(drawing: Steps) -> float:
    """The most that a bar reaches: posts, what comes on top of them, or more away than those."""
    first = drawing.steps[0].figure if drawing.steps else bounds.exact(0)
    beyond = sum(step.figure.lower or 0 for step in drawing.steps if step.sign == "+")
    others = (step.figure.upper or step.figure.lower or 0 for step in drawing.steps
              if step.sign == "=")  # fmt: skip
    away = (step.figure.lower or 0 for step in drawing.steps if step.sign == bounds.MINUS)
    return max([(first.upper or first.lower or 0) + beyond, *others, *away])


def within_ring(canvas: Canvas, left: float, place: Place, width: float, colour: str) -> None:
    """The filled bar within the outline of a provisional figure."""
    inset = min(place.thick, width) * 0.3
    canvas.bar(left + inset, place.middle - place.thick / 2 + inset, width - 2 * inset,
               place.thick - 2 * inset, colour)  # fmt: skip


def _fading(canvas: Canvas, left: float, place: Place, length: float, colour: str) -> None:
    """A bar that fades to a dashed end: its length is a limit and not a count."""
    top = place.middle - place.thick / 2
    for step in range(FADES):
        share = step / (FADES - 1)
        shade = mixed(canvas.palette.page, colour, 0.16 + 0.84 * share)
        canvas.bar(left, top, length * (1 - 0.42 * share), place.thick, shade)
    x = left + length
    canvas.line(x, top, x, top + place.thick, colour, 6, "12 8")


def thinning(canvas: Canvas, begin: float, end: float, place: Place) -> None:
    """Hatching that thins out from one x to another, without an end: no length is meant."""
    parts, top = 5, place.middle - place.thick / 2
    size = (end - begin) / parts
    for part in range(parts):
        shade = mixed(canvas.palette.page, canvas.palette.quiet, 0.85 - 0.15 * part)
        left = min(begin + size * part, begin + size * (part + 1))
        canvas.hatched(left, top, abs(size), place.thick, shade)
