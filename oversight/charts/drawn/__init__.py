"""Drawings for a room: SVG whose text grows with the window, in the look of all charts.

Plotly's text does not grow with the window. What is drawn is said by `Years`, `Steps`, `Bands` and
`Shares` of slides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight.charts.drawn.canvas import Canvas
from oversight.charts.drawn.lying import bands, shares
from oversight.charts.drawn.steps import steps
from oversight.charts.drawn.years import years
from oversight.charts.layout import LIGHT, Palette

if TYPE_CHECKING:
    from oversight.slides import Drawing

SIZE = (1600, 650)


def drawn(
    drawing: Drawing, palette: Palette, size: tuple[float, float] = SIZE, alt: str = ""
) -> str:
    """The drawing as SVG. Its viewBox is `size`, or higher where its rows need it.

    Args:
        drawing: what is to be drawn.
        palette: the colours.
        size: width and height in units; shown 1178 px wide, no text of 1600 units is below 24 px.
        alt: the text alternative; where blank, screen readers pass over the drawing.
    """
    return _canvas(drawing, palette, size).svg(alt)


def height_of_rows(drawing: Drawing) -> float:
    """How high its rows are at least, in units of `SIZE`; nought where it has none."""
    from oversight import slides

    if isinstance(drawing, slides.Years):
        return 0
    return _canvas(drawing, LIGHT, (SIZE[0], 0)).height


def _canvas(drawing: Drawing, palette: Palette, size: tuple[float, float]) -> Canvas:
    # Here, because slides are made of what charts draw, and so read charts first.
    from oversight import slides

    by_kind = {
        slides.Years: years,
        slides.Steps: steps,
        slides.Bands: bands,
        slides.Shares: shares,
    }
    return by_kind[type(drawing)](drawing, palette, size)
