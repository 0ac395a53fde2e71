"""Vintages: what two releases imply for one year, as intervals on a scale of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight import bounds
from oversight.bounds import Bounds
from oversight.charts.layout import Palette, axis, bare, figure, words

HEIGHT, NARROW_HEIGHT = 200, 236
# Room to the left and to the right of the two intervals, as shares of the stretch they cover;
# the higher one's figure is printed to its right.
ROOM, ROOM_FOR_FIGURE = 0.25, 0.5
# Where the scale begins on a wide chart, as a share of its width: names stand to the left.
NAMES = 0.23


@dataclass(frozen=True)
class TwoVintages:
    """One figure as two releases imply it: a label, and for each release its name and figure.

    `apart` says how far the two lie from each other; blank where they meet.
    """

    label: str
    earlier: tuple[str, Bounds]
    later: tuple[str, Bounds]
    apart: str = ""


def vintages(shown: Sequence[TwoVintages], palette: Palette, narrow: bool = False) -> dict:
    """For each figure two hollow bars, each from limit to limit, the releases one above the other.

    Each figure has a scale of its own: small intervals would vanish on a common one.
    """
    traces, annotations, shapes, axes = [], [], [], {}
    share = 1 / max(len(shown), 1)
    for place, one in enumerate(shown):
        number = str(place + 1) if place else ""
        top = 1 - place * share
        rows = (one.earlier, one.later)
        ends = [end for _, known in rows for end in (known.lower, known.upper)]
        stretch = max(ends) - min(ends) or 1
        axes[f"xaxis{number}"] = axis(
            palette, range=[min(ends) - stretch * ROOM, max(ends) + stretch * ROOM_FOR_FIGURE],
            anchor=f"y{number}", domain=[0 if narrow else NAMES, 1], nticks=4 if narrow else 6,
            tickformat=",d",
        )  # fmt: skip
        axes[f"yaxis{number}"] = bare(
            range=[2.5, -1.75 if narrow else -1.05],
            domain=[top - 0.84 * share, top],
            anchor=f"x{number}",
        )
        annotations.append(
            words(
                f"<b>{one.label}</b>", palette, x=0, xref="paper", xanchor="left", y=top,
                yref="paper", yanchor="top", font={"size": 17, "color": palette.ink},
            )
        )  # fmt: skip
        for row, (name, known) in enumerate(rows):
            traces.append(_interval(known, 2 * row, number, palette.series[row], palette))
            annotations += _names(name, known, 2 * row, number, palette, narrow)
        if one.apart:
            shapes.append(_between(rows, number, palette))
            annotations.append(
                words(
                    one.apart, palette, x=sum(sorted(ends)[1:3]) / 2, xref=f"x{number}", y=1,
                    yref=f"y{number}", yanchor="bottom",
                    font={"size": 16, "color": palette.quiet},
                )
            )  # fmt: skip
    return figure(
        traces,
        palette,
        (NARROW_HEIGHT if narrow else HEIGHT) * max(len(shown), 1),
        barmode="overlay",
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        annotations=annotations,
        shapes=shapes,
        **axes,
    )


def _interval(known: Bounds, row: int, number: str, colour: str, palette: Palette) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row],
        "base": [known.lower],
        "x": [known.upper - known.lower],
        "width": [0.62],
        "xaxis": f"x{number}",
        "yaxis": f"y{number}",
        "marker": {"color": palette.page, "line": {"color": colour, "width": 3}},
    }


def _names(
    name: str, known: Bounds, row: int, number: str, palette: Palette, narrow: bool
) -> list[dict]:
    """The figure beside its bar; the release at the left or, on a phone, above the bar."""
    at = {"yref": f"y{number}", "font": {"size": 16, "color": palette.ink}}
    printed = bounds.printed(known)
    if narrow:
        text = f"{name}: <b>{printed}</b>"
        return [
            words(text, palette, x=0, xref="paper", xanchor="left", y=row - 0.36,
                  yanchor="bottom", **at)
        ]  # fmt: skip
    return [
        words(name[:1].upper() + name[1:], palette, x=0, xref="paper", xanchor="left", y=row, **at),
        words(f"<b>{printed}</b>", palette, x=known.upper, xref=f"x{number}", xanchor="left",
              xshift=10, y=row, **{**at, "font": {"size": 19, "color": palette.ink}}),
    ]  # fmt: skip


def _between(rows: tuple, number: str, palette: Palette) -> dict:
    """A dotted line from the end of the lower interval to the beginning of the higher."""
    low, high = sorted((known for _, known in rows), key=lambda known: known.lower)
    return {
        "type": "line",
        "xref": f"x{number}",
        "yref": f"y{number}",
        "x0": low.upper,
        "x1": high.lower,
        "y0": 1,
        "y1": 1,
        "line": {"color": palette.quiet, "width": 1.6, "dash": "dot"},
    }
