"""A funnel: places by size and rate between limits of chance, what differs by shape and name."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import bounds
from oversight.charts.layout import Palette, apart, axis, figure, words
from oversight.charts.lines import round_up
from oversight.statistics import Funnel, Placed
from oversight.statistics.funnel import INNER, OUTER

HEIGHT, NARROW_HEIGHT = 440, 460
STEPS = 48
# Rates are for so many children, or for more where they would be small fractions.
SCALES = (1_000, 10_000, 100_000)


def children_of_a_rate(found: Funnel) -> int:
    """For how many children a rate is told, so that all together have at least two."""
    return next((many for many in SCALES if found.baseline.middle * many >= 2), SCALES[-1])


def funnel(found: Funnel, palette: Palette, narrow: bool = False) -> dict:
    """Each place as a dot at the number of its children and its rate.

    A place known only within limits is an upright line; what was rounded is an open diamond on it.
    What differs is a filled diamond with its name.

    Args:
        found: the funnel.
        palette: the colours.
        narrow: for a phone, where nothing stands in the margin.
    """
    many = children_of_a_rate(found)
    widest = max(one.place.population for one in found.placed) * 1.06
    smallest = min(one.place.population for one in found.placed)
    sizes = [max(smallest * 0.8, 1) * (widest / (smallest * 0.8)) ** (n / STEPS)
             for n in range(STEPS + 1)]  # fmt: skip
    traces, highest = [], max((one.rate.upper * many for one in found.placed), default=1)
    # Limits of the smallest places run off the chart; what is read lies lower.
    top = round_up(highest * 1.15)
    for tail, dash, width in ((OUTER, "dash", 2), (INNER, "dot", 2)):
        for side in (0, 1):
            traces.append(_curve(found, sizes, tail, side, many, dash, width, palette))
    differing = [one for one in found.placed if one.differs]
    traces += _places([one for one in found.placed if not one.differs], many, False, palette)
    traces += _places(differing, many, True, palette)
    baseline = found.baseline.middle * many
    return figure(
        traces,
        palette,
        NARROW_HEIGHT if narrow else HEIGHT,
        margin={"l": 58, "r": 14 if narrow else 170, "t": 18, "b": 62},
        xaxis=axis(
            palette, range=[0, widest], showgrid=False, tickformat="~s", nticks=4 if narrow else 8,
            title={"text": "Children under 18", "font": {"size": 15, "color": palette.quiet}},
        ),
        yaxis=axis(palette, range=[0, top], tickformat=",~r", nticks=6),
        shapes=[
            {
                "type": "line", "layer": "below", "x0": 0, "x1": widest,
                "y0": baseline, "y1": baseline, "line": {"color": palette.quiet, "width": 2},
            }
        ],
        annotations=[
            *_names(differing, many, palette, top),
            *([] if narrow else _limits_named(found, widest, many, palette, top)),
        ],
    )  # fmt: skip


def _curve(
    found: Funnel, sizes: Sequence[float], tail: float, side: int, many: int, dash: str,
    width: float, palette: Palette,
) -> dict:  # fmt: skip
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(sizes),
        # Nothing is below nought, so a lower limit of nought limits nothing.
        "y": [found.limits(size, tail)[side] * many or None for size in sizes],
        "line": {"color": palette.quiet, "width": width, "dash": dash},
    }


def _places(placed: Sequence[Placed], many: int, differs: bool, palette: Palette) -> list[dict]:
    if not placed:
        return []
    colour, edge = (palette.series[4], palette.ink) if differs else (palette.series[0],) * 2
    half = [(one.rate.upper - one.rate.lower) * many / 2 for one in placed]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [one.place.population for one in placed],
            "y": [one.rate.middle * many for one in placed],
            "error_y": {"type": "data", "array": half, "color": edge, "thickness": 2, "width": 4,
                        "visible": any(half)},
            "marker": {
                "size": 13 if differs else 10,
                "symbol": [
                    "diamond" if differs or one.place.count.is_rounded else "circle"
                    for one in placed
                ],
                "color": [
                    palette.page if one.place.count.is_rounded and not differs else colour
                    for one in placed
                ],
                "line": {"color": edge, "width": 1.5},
            },
            "cliponaxis": False,
        }
    ]  # fmt: skip


def _names(placed: Sequence[Placed], many: int, palette: Palette, top: float) -> list[dict]:
    """Names beside the diamonds, pushed apart where several are of like rate."""
    heights = apart([one.rate.middle * many for one in placed], top * 0.045, top)
    widest = max((one.place.population for one in placed), default=0)
    return [
        words(
            one.place.name,
            palette,
            x=one.place.population,
            y=height,
            # A name to the right of a large borough would leave the chart.
            xanchor="left" if (is_left := one.place.population < 0.7 * widest) else "right",
            xshift=10 if is_left else -10,
            bgcolor=palette.page,
            font={"size": 14, "color": palette.ink},
        )
        for one, height in zip(placed, heights, strict=True)
    ]


def _limits_named(
    found: Funnel, widest: float, many: int, palette: Palette, top: float
) -> list[dict]:
    lines = [(found.baseline.middle * many, "all boroughs "
              + bounds.whole_or_tenth(found.baseline.middle * many))]  # fmt: skip
    for tail, name in ((OUTER, "99.8%"), (INNER, "95%")):
        low, high = found.limits(widest, tail)
        lines += [(end * many, name) for end in (low, high) if 0 < end * many < top]
    heights = apart([height for height, _ in lines], top * 0.05, top)
    return [
        words(text, palette, x=1.01, xref="paper", xanchor="left", y=height, align="left",
              font={"size": 15, "color": palette.ink})
        for (_, text), height in zip(lines, heights, strict=True)
    ]  # fmt: skip
