"""Trends over time: a year sits at its middle on a time axis, so that events fall in place."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import timedelta

from oversight import bounds
from oversight.charts.dots import joined, marks_of, reaches
from oversight.charts.layout import FILLED, Palette, apart, axis, day, figure, words
from oversight.charts.marks import from_baseline, happened, missing
from oversight.series import Change, Point, Series

# A line of so many quarters or fewer has them named below it.
SHORT = 12


def trend(
    series: Sequence[Series],
    palette: Palette,
    *,
    events: Sequence = (),
    change: Change | None = None,
    notes: dict[str, str] | None = None,
    unit: str = "",
    gap_words: str = "",
    slots: Mapping[str, int] | None = None,
    labels_all: bool = True,
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
        slots: the place in the palette of each series, by name; by default its order.
        labels_all: whether each figure is written at its dot, or only the last of each series.
        narrow: for a phone: labels inside, fewer of them.
    """
    height = 430 if narrow else 385
    points = [point for one in series for point in one.points]
    if not points:
        return figure([], palette, height)
    start = min(point.starts_on for point in points)
    end = max(point.ends_on for point in points)
    numbers = [point.figure.upper or point.figure.lower or 0 for point in points if point.is_number]
    highest = max(numbers, default=0)
    top = round_up(highest * 1.1)
    traces: list[dict] = []
    annotations: list[dict] = []
    ringed = change.base.period if change and not narrow else None
    traces += missing(series, palette, top, annotations, gap_words, narrow)
    for order, one in enumerate(series):
        colour = palette.series[slots[one.name] if slots else order]
        traces += _line(one, colour, palette, width=4 if order == 0 else 3)
        if labels_all:
            annotations += _labels(one, palette, unit, narrow, ringed if order == 0 else None)
    _end_labels(series, palette, unit, notes or {}, top, height, narrow, annotations)
    margin = {"l": 56, "r": 14 if narrow else 210, "t": 14 if narrow else 58, "b": 30}
    tall = height - margin["t"] - margin["b"]
    shapes = [] if narrow else happened(events, start, end, palette, annotations, tall)
    if change and not narrow:
        shapes += from_baseline(change, palette, annotations)
    periods = {point.period: point.middle_on for point in points}
    # No more names than find room side by side; the last one always.
    shown = list(periods)[:: -math.ceil(len(periods) / (3 if narrow else 7))]
    return figure(
        traces,
        palette,
        height,
        margin=margin,
        xaxis=axis(
            palette,
            type="date",
            range=[
                day(start - timedelta(days=20)),
                day(end + timedelta(days=60 if narrow else 20)),
            ],
            showgrid=False,
            tickangle=0,
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
    top = round_up(max(point.figure.upper or 0 for one in known for point in one.known) * 1.15)
    traces, annotations = [], []
    for order, one in enumerate(known):
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [day(point.middle_on) for point in one.points],
                "y": [_height(point) if point.is_number else None for point in one.points],
                "connectgaps": False,
                "line": {"color": palette.series[order], "width": 3},
            }
        )
        traces += _unfirm(one, palette.series[order], palette)
        annotations += [
            words("[c]", palette, x=day(point.middle_on), y=0, yanchor="bottom",
                  font={"size": 15, "color": palette.quiet})
            for point in one.points
            if point.standing == "withheld"
        ]  # fmt: skip
        # Named above its end and not in the margin, which a phone does not have.
        annotations.append(
            words(
                f"<b>{one.label}</b> {marked(one.latest)}",
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
        margin={"l": 58, "r": 8, "t": 12, "b": 48},
        xaxis=axis(palette, type="date", showgrid=False, **_ticks(known)),
        yaxis=axis(palette, range=[0, top], tickformat=",d", nticks=5),
        annotations=annotations,
    )


def _ticks(shown: Sequence[Series]) -> dict:
    """Years below long lines; below short ones the names of periods, or a year would come twice."""
    periods = {point.period: point.middle_on for one in shown for point in one.points}
    if len(periods) > SHORT:
        return {"nticks": 8, "tickformat": "%Y"}
    # So few find room side by side on a phone, a quarter below its year.
    named = sorted(periods, key=periods.get)[:: -math.ceil(len(periods) / 3)]
    return {
        "tickangle": 0,
        "tickvals": [day(periods[period]) for period in named],
        "ticktext": [period.replace(" ", "<br>") for period in named],
    }


def _line(one: Series, colour: str, palette: Palette, width: int) -> list[dict]:
    known = one.known
    return [
        *joined(one, colour, width),
        *reaches(known, colour),
        {
            "type": "scatter",
            "mode": "markers",
            "name": one.label,
            "x": [day(point.middle_on) for point in known],
            "y": [point.figure.middle for point in known],
            "marker": marks_of(known, colour, palette, 12),
            "cliponaxis": False,
        },
    ]


def _height(point: Point) -> float | None:
    """Where a line of quarters runs through a figure: at most so much, or what is shown of it."""
    return point.figure.middle if point.figure.is_rounded else point.figure.upper


def _unfirm(one: Series, colour: str, palette: Palette) -> list[dict]:
    """Dots on a line of quarters where a figure is not firm."""
    found = [
        point
        for point in one.known
        if point.standing not in FILLED and point.figure.upper is not None
    ]
    return (
        [
            *reaches(found, colour),
            {
                "type": "scatter",
                "mode": "markers",
                "x": [day(point.middle_on) for point in found],
                "y": [_height(point) for point in found],
                "marker": marks_of(found, colour, palette, 10),
                "cliponaxis": False,
            },
        ]
        if found
        else []
    )


def _labels(
    one: Series, palette: Palette, unit: str, narrow: bool, ringed: str | None
) -> list[dict]:
    """Each figure above its dot, but for the last, which stands in the margin."""
    return [
        words(
            text := marked(point, unit, breaks=narrow),
            palette,
            x=day(point.middle_on),
            y=point.figure.middle,
            # Two lines need more room on a phone: they hang below the dot.
            yshift=-26 if "<br>" in text else 26 if point.period == ringed else 18,
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
    gap = top * (30 if narrow else 50) / (height - 88)
    placed = apart([one.latest.figure.middle for one in known], gap, top)
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
    # A figure that was worked out has both its ends in the marker's place.
    is_marked = point.marker in ("p", "r", "b") or point.standing == "estimated"
    return f"{text} [{point.marker}]" if is_marked else text


def round_up(number: float) -> float:
    """A scale's end, the next round number: 2,625 becomes 2,750, 26.3 becomes 27.5, 0 becomes 1."""
    if number <= 0:
        return 1
    step = 10 ** math.floor(math.log10(number)) / 4
    return math.ceil(number / step) * step
