"""A caveat printed inside a drawing, so that it goes wherever the picture goes."""

from __future__ import annotations

import textwrap

from oversight.charts.layout import Palette, words

LINE = 21
# Letters that fit a line of 16 px beside each other.
LETTERS_WIDE, LETTERS_NARROW = 88, 34


def with_caveat(drawn: dict, caveat: str, palette: Palette, narrow: bool = False) -> dict:
    """The drawing with the caveat above it, in as many lines as it takes."""
    lines = textwrap.wrap(caveat, LETTERS_NARROW if narrow else LETTERS_WIDE)
    layout = drawn["layout"]
    margin = layout["margin"]
    room = LINE * len(lines) + 12
    said = words(
        "<br>".join(lines), palette, x=0, xref="paper", xanchor="left", xshift=-margin["l"], y=1,
        yref="paper", yanchor="bottom", yshift=margin["t"], align="left",
    )  # fmt: skip
    return {
        **drawn,
        "layout": {
            **layout,
            "height": layout["height"] + room,
            "margin": {**margin, "t": margin["t"] + room},
            "annotations": [*layout.get("annotations", []), said],
        },
    }
