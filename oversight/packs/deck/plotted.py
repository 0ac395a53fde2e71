"""The data of a native chart: the drawing's own figures by category, nothing rounded or guessed.

A figure known within limits has both limits in the chart's data, never a middle that nobody stated.
"""

from __future__ import annotations

from oversight.packs.deck import bars, lines
from oversight.packs.deck.plot import Plot
from oversight.slides import Bands, Drawing, Steps, Years


def plotted(drawing: Drawing) -> Plot:
    """The data of a drawing's native chart."""
    if isinstance(drawing, Years):
        return lines.years(drawing)
    if isinstance(drawing, Steps):
        return bars.steps(drawing)
    if isinstance(drawing, Bands):
        return bars.bands(drawing)
    return bars.shares(drawing)
