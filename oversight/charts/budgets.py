"""Budgeted posts by year, and officers in post on the day they were counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from oversight.charts.bands import HOLLOW, RINGED, SOLID, look_of
from oversight.charts.layout import DAY, FILLED, Palette, axis, day, figure, words
from oversight.charts.lines import marked
from oversight.series import Point, Series

DIAMONDS = {SOLID: "diamond", RINGED: "diamond-open-dot", HOLLOW: "diamond-open"}


def budget(posts: Sequence[Series], in_post: Sequence[Point], palette: Palette) -> dict:
    """Budgeted posts as bars by year, and officers in post as dots on the day they were counted.

    Args:
        posts: yearly series side by side; derived years are drawn hollow.
        in_post: points of the first series' people.
    """
    year = 365.25 * DAY
    width = 0.34 * year
    traces, annotations = [], []
    every = [point for one in posts for point in one.known]
    top = max([point.figure.upper or 0 for point in (*every, *in_post)] or [1]) * 1.2
    for order, one in enumerate(posts):
        colour = palette.series[order]
        offset = (order - len(posts) / 2) * (width + 0.04 * year)
        traces.append(
            {
                "type": "bar",
                "name": one.label,
                "x": [day(point.middle_on) for point in one.known],
                "y": [point.figure.middle for point in one.known],
                "width": width,
                "offset": offset,
                "marker": {
                    "color": [
                        colour if point.standing in FILLED else palette.page for point in one.known
                    ],
                    "line": {"color": colour, "width": 2},
                },
            }
        )
        traces += _within_rings(one.known, width, offset, colour)
        annotations += [
            words(
                f"<b>{marked(point)}</b><br>{one.label.lower()}",
                palette,
                x=day(point.middle_on + timedelta(milliseconds=offset + width / 2)),
                y=point.figure.middle,
                yshift=24,
                font={"size": 15, "color": palette.ink},
            )
            for point in one.known
        ]
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": [day(point.middle_on) for point in in_post],
            "y": [point.figure.middle for point in in_post],
            "marker": {
                "size": 13,
                # An open symbol takes its line from the colour; a filled one has a pale edge.
                "symbol": [DIAMONDS.get(look_of(point.standing)) for point in in_post],
                "color": palette.series[2],
                "line": {
                    "color": [
                        palette.page if point.standing in FILLED else palette.series[2]
                        for point in in_post
                    ],
                    "width": 2,
                },
            },
        }
    )
    if in_post:
        annotations.append(
            words(
                f"<b>{marked(in_post[-1])}</b> in post",
                palette,
                x=day(in_post[-1].middle_on),
                xanchor="left",
                xshift=10,
                y=in_post[-1].figure.middle,
                font={"size": 15, "color": palette.ink},
            )
        )
    years = {point.period: point.middle_on for point in every}
    ends = [*years.values(), *(point.middle_on for point in in_post)] or [date(2014, 1, 1)]
    return figure(
        traces if every or in_post else [],
        palette,
        300,
        margin={"l": 56, "r": 10, "t": 10, "b": 30},
        xaxis=axis(
            palette,
            type="date",
            showgrid=False,
            range=[
                day(min(ends) - timedelta(days=230)),
                # Room for four years at least, so that two do not fill the width.
                day(max(max(ends), min(ends) + timedelta(days=850)) + timedelta(days=330)),
            ],
            tickvals=[day(middle) for middle in years.values()],
            ticktext=list(years),
        ),
        yaxis=axis(palette, range=[0, top], tickformat=",d", nticks=5),
        annotations=annotations,
    )


def _within_rings(points: Sequence[Point], width: float, offset: float, colour: str) -> list[dict]:
    """The filled bars within the outlines of provisional figures."""
    ringed = [point for point in points if look_of(point.standing) == RINGED]
    return (
        [
            {
                "type": "bar",
                "x": [day(point.middle_on) for point in ringed],
                "y": [point.figure.middle for point in ringed],
                "width": width * 0.4,
                "offset": offset + width * 0.3,
                "marker": {"color": colour},
            }
        ]
        if ringed
        else []
    )
