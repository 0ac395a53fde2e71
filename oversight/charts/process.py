"""A process chart: points in time, mean and limits, and what stands out, by shape and word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import groupby, pairwise
from math import ceil

from oversight.charts.dots import SYMBOLS, reaches
from oversight.charts.layout import Palette, apart, axis, day, figure, words
from oversight.charts.lines import round_up
from oversight.statistics import Mark, Process, Stretch

HEIGHT, NARROW_HEIGHT = 400, 430
TOP, BOTTOM = 40, 34
# Where limits lie this far above nought, a scale from nought would draw them as one line.
FAR_ABOVE = 0.5
# So few words on signals find room; the newest rows of them are named.
MOST_NAMED = 3
# How much of the width a signal's word takes.
WORD, WORD_NARROW = 0.2, 0.4
# How firm a point is shows in its shape; a signal has four corners.
OPEN_DIAMOND = {
    "provisional": "diamond-open-dot",
    "estimated": "diamond-open",
    "rounded": "diamond-open",
    "rounded, provisional": "diamond-open-dot",
    "rounded, estimated": "diamond-x-open",
}

Named = Callable[[Stretch], Sequence[tuple[float, str]]]


def process(
    found: Process, palette: Palette, named: Named, signal: Callable[[Mark], str],
    unit: str = "", narrow: bool = False,
) -> dict:  # fmt: skip
    """The points of a process between its limits; a break is drawn and nothing runs across it.

    Args:
        found: the process.
        palette: the colours.
        named: the lines of a stretch, mean and limits, each with its name.
        signal: what a point that stands out is called, such as "changed".
        unit: stands behind each number of the scale.
        narrow: for a phone, where nothing stands in the margin.
    """
    height = NARROW_HEIGHT if narrow else HEIGHT
    marks = found.marks
    start, end = marks[0].point.starts_on, marks[-1].point.ends_on
    bottom, top = _scale(found)
    traces: list[dict] = []
    annotations: list[dict] = []
    shapes: list[dict] = []
    is_broken = any(stretch.since for stretch in found.stretches)
    for stretch in found.stretches:
        shapes += _lines_of(stretch, palette)
        for run in stretch.runs:
            traces += _joined(run, palette)
            traces += reaches([mark.point for mark in run], palette.series[0])
        traces += _dots(stretch.marks, palette)
        if stretch.since:
            shapes.append(_break(stretch, palette))
            annotations.append(_break_named(stretch, palette))
    annotations += _signals_named(marks, palette, signal, narrow)
    if not narrow:
        newest = next(stretch for stretch in reversed(found.stretches) if stretch.limits)
        gap = (top - bottom) * 24 / (height - TOP - BOTTOM)
        lines = [line for line in named(newest) if bottom <= line[0] <= top]
        heights = apart([line[0] for line in lines], gap, top)
        for (_, text), place in zip(lines, heights, strict=True):
            annotations.append(_line_named(text, place, palette))
    room = (end - start) * (0.03 if narrow else 0.02)
    # No more names than find room side by side; the last one always.
    named_on_axis = marks[:: -ceil(len(marks) / (2 if narrow else 5))]
    return figure(
        traces,
        palette,
        height,
        margin={"l": 58, "r": 12 if narrow else 190, "t": TOP if is_broken else 12, "b": BOTTOM},
        xaxis=axis(
            palette, type="date", showgrid=False, tickangle=0,
            tickvals=[day(mark.point.middle_on) for mark in named_on_axis],
            ticktext=[mark.point.period for mark in named_on_axis],
            range=[day(start - room), day(end + room * (4 if narrow else 1))],
        ),
        yaxis=axis(
            palette, range=[bottom, top], tickformat=",~r" if top < 10 else ",d",
            ticksuffix=unit, nticks=6,
        ),
        annotations=annotations,
        shapes=shapes,
    )  # fmt: skip


def begins_at_nought(found: Process) -> bool:
    """Whether the scale of its chart begins at nought."""
    return _scale(found)[0] == 0


def _scale(found: Process) -> tuple[float, float]:
    values = [mark.value for mark in found.marks]
    for stretch in found.stretches:
        if stretch.limits:
            values += [stretch.limits.lower, stretch.limits.upper]
    low, high = max(min(values), 0), max(values)
    if low < FAR_ABOVE * high:
        return 0, round_up(high * 1.08)
    room = (high - low or 1) * 0.12
    return low - room, high + room


def _lines_of(stretch: Stretch, palette: Palette) -> list[dict]:
    """Mean, limits and near limits from the first to the last day of a stretch."""
    if stretch.limits is None:
        return []
    within = stretch.limits
    ways = [
        (within.mean, "solid", 2.0), (within.upper, "dash", 2.0), (within.lower, "dash", 2.0),
        (within.near_upper, "dot", 1.2), (within.near_lower, "dot", 1.2),
    ]  # fmt: skip
    start, end = stretch.marks[0].point.starts_on, stretch.marks[-1].point.ends_on
    return [
        {
            "type": "line", "layer": "below", "x0": day(start), "x1": day(end),
            "y0": height, "y1": height,
            "line": {"color": palette.quiet, "width": width, "dash": dash},
        }
        for height, dash, width in ways
        # What is counted cannot be below nought, so such a limit limits nothing.
        if height >= 0
    ]  # fmt: skip


def _joined(run: Sequence[Mark], palette: Palette) -> list[dict]:
    """A line through the points of a run, dotted where one of two is provisional."""
    traces = []
    for is_dotted, pairs in groupby(pairwise(run), _is_provisional):
        first, *others = pairs
        marks = [*first, *(later for _, later in others)]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [day(mark.point.middle_on) for mark in marks],
                "y": [mark.value for mark in marks],
                "line": {
                    "color": palette.series[0],
                    "width": 1.6,
                    "dash": "dot" if is_dotted else "solid",
                },
            }
        )
    return traces


def _is_provisional(pair: tuple[Mark, Mark]) -> bool:
    return any(mark.point.standing == "provisional" for mark in pair)


def _dots(marks: Sequence[Mark], palette: Palette) -> list[dict]:
    """Dots, and diamonds in another colour where a point stands out."""
    ordinary = [mark for mark in marks if not mark.rule]
    standing_out = [mark for mark in marks if mark.rule]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [day(mark.point.middle_on) for mark in mine],
            "y": [mark.value for mark in mine],
            "marker": {
                "size": size,
                # A diamond of a rounded figure is empty, so that the line to its ends shows.
                "color": [
                    palette.page if mark.point.look == "rounded" and not mark.rule else colour
                    for mark in mine
                ],
                "symbol": [symbols.get(mark.point.look, shape) for mark in mine],
                "line": {"color": edge, "width": 1.5},
            },
            "cliponaxis": False,
        }
        for mine, shape, symbols, size, colour, edge in (
            (ordinary, "circle", SYMBOLS, 9, palette.series[0], palette.series[0]),
            (standing_out, "diamond", OPEN_DIAMOND, 12, palette.series[4], palette.ink),
        )
        if mine
    ]


def _signals_named(
    marks: Sequence[Mark], palette: Palette, signal: Callable[[Mark], str], narrow: bool
) -> list[dict]:
    """The word at the first point of each of the newest rows of signals on one side."""
    firsts = [
        mark
        for before, mark in zip((None, *marks), marks, strict=False)
        if mark.rule and not (before and before.rule and before.is_high == mark.is_high)
    ]
    return [
        words(
            f"<b>◆ {signal(mark)}</b>",
            palette,
            x=day(mark.point.middle_on),
            y=_beside(mark, marks, narrow)[1],
            yshift=18 if mark.is_high else -18,
            xanchor=_beside(mark, marks, narrow)[0],
            bgcolor=palette.page,
            font={"size": 15, "color": palette.ink},
        )
        for mark in firsts[-1 if narrow else -MOST_NAMED :]
    ]


def _beside(mark: Mark, marks: Sequence[Mark], narrow: bool) -> tuple[str, float]:
    """To which side of a point its word runs, and the height beyond all points that it passes."""
    start, end = marks[0].point.middle_on, marks[-1].point.middle_on
    at, room = mark.point.middle_on, (end - start) * (WORD_NARROW if narrow else WORD)
    outermost = max if mark.is_high else min
    sides = []
    ways = (
        ("right", at - room, at),
        ("center", at - room / 2, at + room / 2),
        ("left", at, at + room),
    )
    for anchor, first, last in ways:
        # Beside the outermost points there is a little room.
        if start - room / 4 <= first and last <= end + room / 4:
            passed = [one.value for one in marks if first <= one.point.middle_on <= last]
            sides.append((anchor, outermost(passed)))
    return min(sides, key=lambda side: abs(side[1] - mark.value), default=("center", mark.value))


def _line_named(text: str, height: float, palette: Palette) -> dict:
    return words(text, palette, x=1.01, xref="paper", xanchor="left", y=height, align="left")


def _break(stretch: Stretch, palette: Palette) -> dict:
    when = day(stretch.since.on - timedelta(days=1))
    return {
        "type": "line", "x0": when, "x1": when, "y0": 0, "y1": 1, "yref": "paper",
        "line": {"color": palette.ink, "width": 2},
    }  # fmt: skip


def _break_named(stretch: Stretch, palette: Palette) -> dict:
    """The day alone: its reason, which may be long, stands under the chart."""
    return words(
        f"break, {stretch.since.on:%b %Y}", palette,
        x=day(stretch.since.on), y=1, yref="paper", yanchor="bottom", yshift=6,
        font={"size": 14, "color": palette.ink},
    )  # fmt: skip
