"""Bars: baselines side by side, composition, and a few figures named above their bars."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import bounds
from oversight.bounds import Bounds
from oversight.charts.layout import FILLED, Palette, axis, bare, figure, words
from oversight.charts.lines import marked
from oversight.series import Change, Series


def strip(changes: Sequence[Change], chosen: str, palette: Palette) -> dict:
    """The same latest figure against every baseline, newest first; the chosen one in colour."""
    names = [change.base.period for change in changes]
    sizes = [change.per_cent.middle or 0 for change in changes]
    colours = [
        palette.series[0] if change.base.period == chosen else palette.muted for change in changes
    ]
    low, high = min([0, *sizes]), max([0, *sizes])
    reach = (high - low) or 1
    annotations = [
        words(
            f"<b>{text}</b>" if change.base.period == chosen else text,
            palette,
            x=max(change.per_cent.middle or 0, 0),
            y=change.base.period,
            xanchor="left",
            xshift=8,
            font={"size": 17, "color": palette.ink},
        )
        for change in changes
        if (text := bounds.printed_change(change.per_cent))
    ]
    return figure(
        [_bars(names, sizes, colours)],
        palette,
        max(110, 50 * len(changes) + 10),
        margin={"l": 76, "r": 10, "t": 4, "b": 4},
        xaxis=bare(range=[low, low + reach * 2.2]),
        # "2009-10" would be read as a date.
        yaxis=axis(palette, type="category", autorange="reversed", showgrid=False,
                   tickfont={"size": 16, "color": palette.ink}),
        annotations=annotations,
    )  # fmt: skip


def composition(shares: Series, palette: Palette) -> dict:
    """How much of the whole one part is, in each year that is known."""
    known = shares.known
    names = [point.period for point in known]
    sizes = [point.figure.middle for point in known]
    colour = palette.series[0]
    annotations = [
        words(
            f"<b>{marked(point, '%')}</b>",
            palette,
            x=1.01,
            xref="paper",
            y=point.period,
            xanchor="left",
            font={"size": 17, "color": palette.ink},
        )
        for point in known
    ]
    part = _bars(
        names, sizes, [palette.page if p.standing not in FILLED else colour for p in known]
    )
    part["marker"]["line"] = {"color": colour, "width": 2}
    rest = _bars(names, [100 - size for size in sizes], [palette.grid] * len(sizes))
    return figure(
        [part, rest],
        palette,
        max(110, 46 * len(known) + 10),
        barmode="stack",
        margin={"l": 76, "r": 90, "t": 4, "b": 4},
        xaxis=bare(range=[0, 100]),
        yaxis=axis(palette, type="category", autorange="reversed", showgrid=False,
                   tickfont={"size": 16, "color": palette.ink}),
        annotations=annotations,
    )  # fmt: skip


def pair(rows: Sequence[tuple[str, Bounds, str]], palette: Palette) -> dict:
    """A few figures as bars from 0, each named above: filled reported, outlined only a limit.

    A provisional figure has a filled bar within its outline; a rounded one is dotted, and a line at
    its end reaches from the least to the most that it can be.

    Args:
        rows: label, figure and standing of each bar, top first.
    """
    colour = palette.series[0]
    sizes = [known.middle or 0 for _, known, _ in rows]
    traces = [
        rounded_bar(row, known, palette, width=0.42)
        if known.is_rounded
        else one_bar(row, 0, size, colour if how in FILLED else palette.page, colour, width=0.42)
        for row, (size, (_, known, how)) in enumerate(zip(sizes, rows, strict=True))
    ]
    traces += [
        one_bar(row, 0, size, colour, colour, width=0.16)
        for row, (size, (_, _, how)) in enumerate(zip(sizes, rows, strict=True))
        if how == "provisional"
    ]
    annotations = [
        words(
            f"{label}: <b>{bounds.printed(known)}</b>",
            palette,
            x=0,
            y=row - 0.42,
            xanchor="left",
            font={"size": 17, "color": palette.ink},
        )
        for row, (label, known, _) in enumerate(rows)
    ]
    return figure(
        traces,
        palette,
        64 * len(rows) + 14,
        barmode="overlay",
        margin={"l": 2, "r": 4, "t": 4, "b": 4},
        xaxis=bare(range=[0, max([*sizes, *(known.upper or 0 for _, known, _ in rows), 1]) * 1.02]),
        yaxis=bare(range=[len(rows) - 0.6, -0.75]),
        annotations=annotations,
    )


def _bars(names: list[str], sizes: list[float], colours: list[str]) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": sizes,
        "marker": {"color": colours},
        "width": 0.5,
        "cliponaxis": False,
    }


def one_bar(row: int, base: float, size: float, fill: str, edge: str, width: float = 0.62) -> dict:
    """A lying bar at a numbered row, from `base` on."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row],
        "base": [base],
        "x": [size],
        "width": [width],
        "marker": {"color": fill, "line": {"color": edge, "width": 2}},
    }


def rounded_bar(row: int, known: Bounds, palette: Palette, width: float) -> dict:
    """A lying bar of a figure that was rounded to protect people: dotted, and how far it reaches.

    The colour is that of the first series.
    """
    colour = palette.series[0]
    bar = one_bar(row, 0, known.middle, palette.page, colour, width)
    bar["marker"]["pattern"] = {"shape": ".", "fgcolor": colour, "size": 8, "solidity": 0.25}
    return {
        **bar,
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [known.upper - known.middle],
            "arrayminus": [known.middle - known.lower],
            "color": palette.ink,
            "thickness": 2,
            "width": 6,
        },
    }
