"""Bands: figures that are known only between limits, side by side on one scale of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight import bounds
from oversight.bounds import Bounds
from oversight.charts.bars import one_bar, rounded_bar
from oversight.charts.lacking import in_place_of
from oversight.charts.layout import FILLED, Palette, axis, bare, figure, mixed, words

HOLLOW, RINGED, SOLID, DOTTED = "hollow", "ringed", "solid", "dotted"


def look_of(standing: str) -> str:
    """How a bar of one number is drawn: a provisional one as a filled bar within a ring."""
    if standing in FILLED:
        return SOLID
    if standing == "rounded":
        return DOTTED
    return RINGED if standing == "provisional" else HOLLOW


@dataclass(frozen=True)
class Band:
    """One row: a label, a figure and the words for it; `is_firm` where it was counted.

    `standing` is the figure's, as in a series; blank where it was only said. One that is no number
    is drawn as what is lacking.
    """

    label: str
    figure: Bounds
    is_firm: bool = False
    said: str = ""
    standing: str = ""

    @property
    def is_single(self) -> bool:
        """Whether it is one number, perhaps rounded to protect people, and no band."""
        is_exact = self.figure.lower is not None and self.figure.lower == self.figure.upper
        return is_exact or self.figure.is_rounded

    @property
    def look(self) -> str:
        """How its bar is drawn where it is one number."""
        if self.figure.is_rounded:
            return DOTTED
        return SOLID if self.is_firm else look_of(self.standing)

    @property
    def lacks(self) -> str:
        """What a drawing writes in the place of its figure, such as "withheld [c]"; else blank."""
        return in_place_of(self.standing)

    @property
    def text(self) -> str:
        return self.said or bounds.printed(self.figure)


def bands(rows: Sequence[Band], palette: Palette, narrow: bool = False) -> dict:
    """Each figure as a lying bar: counted filled, rounded dotted, a band outlined and pale.

    A limit on one side only is a bar from nought to it, its open end dashed.
    """
    colour = palette.series[0]
    pale = mixed(palette.page, colour, 0.2)
    ends = [row.figure.upper or row.figure.lower or 0 for row in rows]
    traces, shapes = [], []
    for place, row in enumerate(rows):
        known = row.figure
        if row.look == DOTTED and known.is_rounded:
            traces.append(rounded_bar(place, known, palette, width=0.4))
        elif row.is_single:
            fill = colour if row.look == SOLID else palette.page
            traces.append(one_bar(place, 0, known.lower, fill, colour, width=0.4))
            if row.look == RINGED:
                traces.append(one_bar(place, 0, known.lower, colour, colour, width=0.16))
        elif known.upper is not None:
            low = known.lower or 0
            traces.append(one_bar(place, low, known.upper - low, pale, colour, width=0.4))
        elif known.lower:
            traces.append(one_bar(place, 0, known.lower, pale, palette.page, width=0.4))
            shapes.append(
                {
                    "type": "line", "x0": known.lower, "x1": known.lower,
                    "y0": place - 0.2, "y1": place + 0.2,
                    "line": {"color": colour, "width": 3, "dash": "dash"},
                }
            )  # fmt: skip
    annotations = [
        words(
            f"{row.label}: <b>{row.text}</b>", palette, x=0, y=place - 0.38, xanchor="left",
            font={"size": 14 if narrow else 17, "color": palette.ink},
        )
        for place, row in enumerate(rows)
    ]  # fmt: skip
    return figure(
        traces,
        palette,
        66 * len(rows) + 44,
        barmode="overlay",
        margin={"l": 4, "r": 24, "t": 4, "b": 30},
        xaxis=axis(
            palette, range=[0, max([*ends, 1]) * 1.02], tickformat=",d", nticks=4 if narrow else 6
        ),
        yaxis=bare(range=[len(rows) - 0.65, -0.72]),
        annotations=annotations,
        shapes=shapes,
    )
