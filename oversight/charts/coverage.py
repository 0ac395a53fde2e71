"""The coverage matrix: a column an indicator, a row a split; filled, outlined or a dash.

Tiles are bars, because bars can be hatched and shapes cannot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight.charts.layout import Palette, bare, figure, words

# How a state is drawn. What is not here is filled on its left half only: one sex of two.
FILLED, OUTLINED, HATCHED, DASH = "supplied", "not supplied", "withheld", "not collected"
ROW = 38
TILE, GAP = 1.0, 1.05
A_ROW_OF_A_PHONE = 16


@dataclass(frozen=True)
class Split:
    """One row: what it is called, how many of how many are supplied, and each column's state."""

    label: str
    said: str
    states: Sequence[str]


def coverage(
    splits: Sequence[Split],
    themes: Sequence[tuple[str, int]],
    palette: Palette,
    narrow: bool = False,
) -> dict:
    """The matrix.

    Args:
        splits: the rows, top first; every one has a state for each column.
        themes: the groups of columns, left first: a name and how many.
        narrow: for a phone: only what is wanted, in rows of its own below a label.
    """
    return _for_a_phone(splits, palette) if narrow else _matrix(splits, themes, palette)


def _matrix(splits: Sequence[Split], themes: Sequence[tuple[str, int]], palette: Palette) -> dict:
    columns, annotations, left = [], [], 0.0
    for name, many in themes:
        annotations.append(
            words(name, palette, x=left, y=-0.62, xanchor="left", yanchor="bottom",
                  font={"size": 16, "color": palette.ink})
        )  # fmt: skip
        columns += [left + place * TILE for place in range(many)]
        left += many * TILE + GAP
    placed = []
    for row, split in enumerate(splits):
        placed += [
            (column, float(row), state) for column, state in zip(columns, split.states, strict=True)
        ]
        annotations += [
            words(split.label, palette, x=0, xref="paper", xanchor="right", xshift=-12, y=row,
                  font={"size": 18, "color": palette.ink}),
            words(f"<b>{split.said}</b>", palette, x=1, xref="paper", xanchor="left", xshift=8,
                  y=row, font={"size": 18, "color": palette.ink}),
        ]  # fmt: skip
    return figure(
        _tiles(placed, 0.82, 0.7, palette),
        palette,
        ROW * len(splits) + 36,
        barmode="overlay",
        margin={"l": 104, "r": 84, "t": 4, "b": 2},
        xaxis=bare(range=[-0.1, left - GAP]),
        yaxis=bare(range=[len(splits) - 0.55, -1.35]),
        annotations=annotations,
    )


def _for_a_phone(splits: Sequence[Split], palette: Palette) -> dict:
    placed, annotations, row = [], [], 0.0
    for split in splits:
        annotations.append(
            words(f"{split.label}: <b>{split.said}</b>", palette, x=0, xref="paper",
                  xanchor="left", y=row, font={"size": 17, "color": palette.ink})
        )  # fmt: skip
        row += 1.15
        wanted = [state for state in split.states if state != DASH]
        for start in range(0, len(wanted), A_ROW_OF_A_PHONE):
            line = wanted[start : start + A_ROW_OF_A_PHONE]
            placed += [(float(column), row, state) for column, state in enumerate(line)]
            row += 1.0
        row += 0.25
    return figure(
        _tiles(placed, 0.8, 0.76, palette),
        palette,
        int(24 * row) + 12,
        barmode="overlay",
        margin={"l": 2, "r": 2, "t": 2, "b": 2},
        xaxis=bare(range=[-0.1, A_ROW_OF_A_PHONE]),
        yaxis=bare(range=[row - 0.2, -0.6]),
        annotations=annotations,
    )


def _tiles(
    placed: Sequence[tuple[float, float, str]], width: float, height: float, palette: Palette
) -> list[dict]:
    """A trace for each look."""
    colour = palette.series[0]
    edge = {"color": colour, "width": 1.6}
    empty = {"color": palette.page, "line": edge}
    hatch = {"shape": "/", "fgcolor": palette.quiet, "size": 6}

    def trace(states: Sequence[str], marker: dict, wide: float = 1, high: float = 1) -> dict:
        mine = [(x, y) for x, y, state in placed if state in states]
        inset = (width - wide * width) / 2 if states == [DASH] else 0
        return {
            "type": "bar",
            "x": [x + inset + wide * width / 2 for x, _ in mine],
            "y": [high * height] * len(mine),
            "base": [y - high * height / 2 for _, y in mine],
            "width": [wide * width] * len(mine),
            "marker": marker,
        }

    halves = sorted({state for *_, state in placed} - {FILLED, OUTLINED, HATCHED, DASH})
    traces = [
        trace([OUTLINED, *halves], empty),
        trace(halves, {"color": colour, "line": {"width": 0}}, wide=0.5),
        trace([HATCHED], {**empty, "pattern": hatch}),
        trace([FILLED], {"color": colour, "line": edge}),
        trace([DASH], {"color": palette.rule, "line": {"width": 0}}, wide=0.4, high=0.1),
    ]
    return [one for one in traces if one["x"]]
