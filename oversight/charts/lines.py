"""Trends over time: a year sits at its middle on a time axis, so that events fall in place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from oversight import bounds
from oversight.charts.layout import DAY, Palette, apart, axis, day, figure, words
from oversight.series import Change, Point, Series, neighbours

# Of firm and of soft standing: what may be filled and what is hollow.
FILLED = frozenset({"reported"})


def trend(
    series: Sequence[Series],
    palette: Palette,
    *,
    events: Sequence = (),
    change: Change | None = None,
    notes: dict[str, str] | None = None,
    unit: str = "",
    gap_words: str = "",
    narrow: bool = False,
) -> dict:
    """Yearly series as dots, joined only between firm figures of neighbouring years.

    Args:
        series: drawn in this order; the first is the main one.
        events: rows with `happened_on` and `label`, marked on the axis.
        change: the main series' change from its baseline, drawn as ring, level and arrow.
        notes: a second line for each series' label in the margin, by series name.
        unit: stands behind each number, such as "%".
        gap_words: why years are missing; stands in their band.
        narrow: for a phone: labels inside, fewer of them.
    """
    height = 430 if narrow else 385
    points = [point for one in series for point in one.points]
    if not points:
        return figure([], palette, height)
    start = min(point.starts_on for point in points)
    end = max(point.ends_on for point in points)
    highest = max(
        (point.figure.upper or point.figure.lower or 0) for point in points if point.is_number
    )
    top = _round_up(highest * 1.1)
    traces: list[dict] = []
    annotations: list[dict] = []
    ringed = change.base.period if change and not narrow else None
    traces += _missing(series, palette, top, annotations, gap_words, narrow)
    for order, one in enumerate(series):
        colour = palette.series[order]
        traces += _line(one, colour, palette, width=4 if order == 0 else 3)
        annotations += _labels(one, palette, unit, narrow, ringed if order == 0 else None)
    _end_labels(series, palette, unit, notes or {}, top, height, narrow, annotations)
    shapes = [] if narrow else _events(events, start, end, palette, annotations)
    if change and not narrow:
        shapes += _from_baseline(change, palette, annotations)
    periods = {point.period: point.middle_on for point in points}
    shown = list(periods)[:: 2 if narrow and len(periods) > 4 else 1]
    return figure(
        traces,
        palette,
        height,
        margin={"l": 44, "r": 14 if narrow else 186, "t": 14 if narrow else 58, "b": 30},
        xaxis=axis(
            palette,
            type="date",
            range=[
                day(start - timedelta(days=20)),
                day(end + timedelta(days=60 if narrow else 20)),
            ],
            showgrid=False,
            tickvals=[day(periods[period]) for period in shown],
            ticktext=shown,
        ),
        yaxis=axis(palette, range=[0, top], tickformat=",d", ticksuffix=unit, nticks=6),
        annotations=annotations,
        shapes=shapes,
    )


def quarterly(series: Sequence[Series], palette: Palette, height: int = 260) -> dict:
    """Long series of quarters as lines, each named at its end; gaps stay gaps."""
    known = [one for one in series if one.known]
    if not known:
        return figure([], palette, height)
    top = _round_up(max(point.figure.upper or 0 for one in known for point in one.known) * 1.15)
    traces, annotations = [], []
    for order, one in enumerate(known):
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [day(point.middle_on) for point in one.points],
                "y": [point.figure.upper if point.is_number else None for point in one.points],
                "connectgaps": False,
                "line": {"color": palette.series[order], "width": 3},
            }
        )
        # Named above its end and not in the margin, which a phone does not have.
        annotations.append(
            words(
                f"<b>{one.label}</b> {bounds.printed(one.latest.figure)}",
                palette,
                x=1,
                xref="paper",
                xanchor="right",
                y=max(point.figure.upper or 0 for point in one.known[-8:]),
                yanchor="bottom",
                yshift=4,
                bgcolor=palette.page,
            )
        )
    return figure(
        traces,
        palette,
        height,
        margin={"l": 58, "r": 8, "t": 12, "b": 30},
        xaxis=axis(palette, type="date", showgrid=False, nticks=8, tickformat="%Y"),
        yaxis=axis(palette, range=[0, top], tickformat=",d", nticks=5),
        annotations=annotations,
    )


def _line(one: Series, colour: str, palette: Palette, width: int) -> list[dict]:
    joined = [
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
    known = one.known
    return [
        *joined,
        {
            "type": "scatter",
            "mode": "markers",
            "name": one.label,
            "x": [day(point.middle_on) for point in known],
            "y": [point.figure.middle for point in known],
            "marker": {
                "size": 12,
                # A hollow dot is filled with the page, so that no line shows through it.
                "color": [colour if point.standing in FILLED else palette.page for point in known],
                "symbol": [
                    "triangle-up" if point.standing == "bounded" else "circle" for point in known
                ],
                "line": {"color": colour, "width": 3},
            },
            "cliponaxis": False,
        },
    ]


def _labels(
    one: Series, palette: Palette, unit: str, narrow: bool, ringed: str | None
) -> list[dict]:
    """Each figure above its dot, but for the last, which stands in the margin."""
    return [
        words(
            marked(point, unit, breaks=narrow),
            palette,
            x=day(point.middle_on),
            y=point.figure.middle,
            # Two lines need more room on a phone: they hang below the dot.
            yshift=-26
            if narrow and not point.figure.is_exact
            else 26
            if point.period == ringed
            else 18,
            font={"size": 14 if narrow else 15, "color": palette.ink},
        )
        for point in one.known[:-1]
    ]


def _end_labels(
    series: Sequence[Series],
    palette: Palette,
    unit: str,
    notes: dict[str, str],
    top: float,
    height: int,
    narrow: bool,
    annotations: list[dict],
) -> None:
    known = [one for one in series if one.latest]
    placed = apart(
        [one.latest.figure.middle for one in known], top * (30 if narrow else 50) / (height - 88)
    )
    for one, place in zip(known, placed, strict=True):
        value = f"<b>{one.label} {marked(one.latest, unit)}</b>"
        note = notes.get(one.name, "")
        if narrow:
            annotations.append(
                words(value, palette, x=1, xref="paper", xanchor="right", y=place, yshift=20,
                      font={"size": 15, "color": palette.ink})
            )  # fmt: skip
        else:
            text = (
                f"{value}<br><span style='color:{palette.quiet}'>{note}</span>" if note else value
            )
            annotations.append(
                words(text, palette, x=1.01, xref="paper", xanchor="left", y=place, align="left")
            )


def marked(point: Point, unit: str = "", breaks: bool = False) -> str:
    """The figure with its marker, as a chart writes it; whole per cents get one decimal."""
    text = bounds.printed(point.figure, unit)
    if breaks:
        text = text.replace(" to ", " to<br>")
    return f"{text} [{point.marker}]" if point.marker in ("p", "r", "b") else text


def _missing(
    series: Sequence[Series],
    palette: Palette,
    top: float,
    annotations: list[dict],
    gap_words: str,
    narrow: bool,
) -> list[dict]:
    """A hatched band over the years in which a figure is missing, with [x] at each."""
    years = {point.period: point for one in series for point in one.points if not point.is_number}
    if not years:
        return []
    gaps = sorted(years.values(), key=lambda point: point.starts_on)
    for point in gaps:
        code = (
            "c"
            if point.standing == "withheld"
            else "z"
            if point.standing == "not applicable"
            else "x"
        )
        annotations.append(
            words(f"[{code}]", palette, x=day(point.middle_on), y=0, yshift=14,
                  font={"size": 15, "color": palette.quiet})
        )  # fmt: skip
    if gap_words and not narrow and len(gaps) > 1:
        middle = gaps[0].starts_on + (gaps[-1].ends_on - gaps[0].starts_on) / 2
        annotations.append(
            words(gap_words, palette, x=day(middle), y=top, yshift=-4, yanchor="top",
                  font={"size": 15, "color": palette.quiet})
        )  # fmt: skip
    return [
        {
            "type": "bar",
            "x": [day(point.middle_on) for point in gaps],
            "y": [top] * len(gaps),
            "width": [((point.ends_on - point.starts_on).days + 1) * DAY for point in gaps],
            "marker": {
                "color": "rgba(0,0,0,0)",
                "line": {"width": 0},
                "pattern": {"shape": "/", "fgcolor": palette.hatch, "size": 10, "solidity": 0.18},
            },
        }
    ]


def _events(
    events: Sequence, start: date, end: date, palette: Palette, annotations: list[dict]
) -> list[dict]:
    """Dashed lines at what happened; labels at the top turn away from their neighbour."""
    inside = [event for event in events if start <= event.happened_on <= end + timedelta(days=20)]
    shapes = []
    for order, event in enumerate(inside):
        x = day(event.happened_on)
        shapes.append(
            {
                "type": "line",
                "x0": x, "x1": x, "y0": 0, "y1": 1.12, "yref": "paper",
                "line": {"color": palette.quiet, "width": 1.5, "dash": "dot"},
            }
        )  # fmt: skip
        left = order % 2 == 0 and len(inside) > 1
        annotations.append(
            words(
                f"{event.happened_on:%b %Y}<br>{event.label}",
                palette,
                x=x,
                y=1.16,
                yref="paper",
                yanchor="top",
                xanchor="right" if left else "left",
                xshift=-6 if left else 6,
                align="right" if left else "left",
                font={"size": 15, "color": palette.quiet},
            )
        )
    return shapes


def _from_baseline(change: Change, palette: Palette, annotations: list[dict]) -> list[dict]:
    """A ring round the base, its level as a dashed line, and an arrow up or down to the latest."""
    colour = palette.series[0]
    base, latest = day(change.base.middle_on), day(change.point.middle_on)
    level = change.base.figure.middle
    annotations.append(
        {
            "x": latest, "y": change.point.figure.middle, "ax": latest, "ay": level,
            "axref": "x", "ayref": "y", "xref": "x", "yref": "y", "text": "",
            "showarrow": True, "arrowhead": 2, "arrowsize": 1.2, "arrowwidth": 1.6,
            "arrowcolor": colour, "standoff": 9,
        }
    )  # fmt: skip
    return [
        {
            "type": "line",
            "x0": base, "x1": latest, "y0": level, "y1": level,
            "line": {"color": colour, "width": 1.6, "dash": "dash"},
        },
        {
            "type": "circle",
            "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": base, "yanchor": level,
            "x0": -13, "x1": 13, "y0": -13, "y1": 13,
            "line": {"color": colour, "width": 1.6},
        },
    ]  # fmt: skip


def _round_up(number: float) -> float:
    """The next round number: 2,625 becomes 2,750, 26.3 becomes 27.5, 0 becomes 1."""
    if number <= 0:
        return 1
    step = 10 ** math.floor(math.log10(number)) / 4
    return math.ceil(number / step) * step
