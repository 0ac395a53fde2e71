"""Dots on a time axis: the look of each figure, lines between neighbours, how far one reaches."""

from __future__ import annotations

from collections.abc import Sequence

from oversight.charts.layout import Palette, day
from oversight.series import Point, Series, neighbours

# Reported is filled; every other standing is hollow in its own way, told apart in grey print too.
SYMBOLS = {
    "provisional": "circle-open-dot",
    "estimated": "square-open",
    "bounded": "triangle-up",
    "rounded": "diamond",
    "rounded, provisional": "diamond-open-dot",
    "rounded, estimated": "diamond-x-open",
}
# Diamonds look smaller than circles of the same width.
DIAMOND_WIDER = 1.25


def joined(one: Series, colour: str, width: int) -> list[dict]:
    """Lines between firm figures of neighbouring periods; dotted where one is provisional."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [day(left.middle_on), day(right.middle_on)],
            "y": [left.figure.middle, right.figure.middle],
            "line": {
                "color": colour,
                "width": width,
                "dash": "dot" if "provisional" in (left.standing, right.standing) else "solid",
            },
        }
        for left, right in neighbours(one)
    ]


def marks_of(points: Sequence[Point], colour: str, palette: Palette, size: int) -> dict:
    """How dots are drawn: filled where reported, else hollow each in the way of its standing."""
    sizes = [size * DIAMOND_WIDER if point.figure.is_rounded else size for point in points]
    return {
        "size": sizes if any(point.figure.is_rounded for point in points) else size,
        # Of several sizes Plotly makes bubbles, which are seen through.
        "opacity": 1,
        "color": [
            # An open symbol takes its line from here; a hollow dot is filled with the page, so
            # that no line shows through it.
            palette.page if point.look in ("derived", "bounded", "rounded") else colour
            for point in points
        ],
        "symbol": [SYMBOLS.get(point.look, "circle") for point in points],
        "line": {"color": colour, "width": 3},
    }


def reaches(points: Sequence[Point], colour: str) -> list[dict]:
    """An upright line through each rounded figure, from the least to the most that it can be."""
    found = [point for point in points if point.figure.is_rounded]
    if not found:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            # None lifts the pen.
            "x": [x for point in found for x in (day(point.middle_on),) * 2 + (None,)],
            "y": [y for p in found for y in (p.figure.lower, p.figure.upper, None)],
            "line": {"color": colour, "width": 3},
            "cliponaxis": False,
        }
    ]
