"""A few yearly counts, each with what chance alone leaves of it; no trend where there are few."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from oversight import bounds
from oversight.charts.dots import joined, marks_of
from oversight.charts.layout import Palette, axis, day, figure, mixed, words
from oversight.charts.marks import happened, missing
from oversight.series import Series


def counts(
    one: Series,
    intervals: Sequence[tuple[float, float] | None],
    palette: Palette,
    *,
    is_trend: bool,
    events: Sequence = (),
    narrow: bool = False,
) -> dict:
    """Counts as dots with their interval as a pale bar.

    Args:
        one: the series; every known point is drawn, and a hatched band where there is none.
        intervals: the limits for each known point, None where it is no exact count.
        is_trend: whether there are points enough to join those of neighbouring years.
        events: rows with `happened_on` and `label`, marked where they fall among the points.
        narrow: for a phone.
    """
    height = 250
    known = one.known
    if not known:
        return figure([], palette, height)
    colour = palette.series[0]
    middles = [point.figure.middle or 0 for point in known]
    tops = [high for _, high in filter(None, intervals)]
    start, end = one.points[0].starts_on, one.points[-1].ends_on
    top = max([*tops, *middles, 1]) * 1.1
    annotations = [
        words(
            f"<b>{bounds.printed(point.figure)}</b>"
            + (f" [{point.marker}]" if point.marker else ""),
            palette,
            x=day(point.middle_on),
            y=middle,
            xanchor="left",
            xshift=14,
            font={"size": 20 if len(known) < 8 else 16, "color": palette.ink},
        )
        for point, middle in zip(known, middles, strict=True)
    ]
    margin = {"l": 46, "r": 10, "t": 12 if narrow else 62, "b": 30}
    tall = height - margin["t"] - margin["b"]
    shapes = [] if narrow else happened(events, start, end, palette, annotations, tall)
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [day(point.middle_on) for point in known],
        "y": middles,
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [
                limits[1] - middle if limits else 0
                for limits, middle in zip(intervals, middles, strict=True)
            ],
            "arrayminus": [
                middle - limits[0] if limits else 0
                for limits, middle in zip(intervals, middles, strict=True)
            ],
            "thickness": 7,
            "width": 0,
            "color": mixed(palette.page, colour, 0.3),
        },
        "marker": marks_of(known, colour, palette, 15),
        "cliponaxis": False,
    }
    lines = joined(one, colour, width=3) if is_trend else []
    return figure(
        [*missing([one], palette, top, annotations, "", narrow), *lines, dots],
        palette,
        height,
        margin={**margin, "t": margin["t"] if shapes else 12},
        xaxis=axis(
            palette,
            type="date",
            showgrid=False,
            range=[day(start - timedelta(days=30)), day(end + timedelta(days=60))],
            tickvals=[day(point.middle_on) for point in one.points],
            ticktext=[point.period for point in one.points],
        ),
        yaxis=axis(palette, range=[0, top], tickformat=",d", nticks=5),
        annotations=annotations,
        shapes=shapes,
    )
