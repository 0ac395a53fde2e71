"""Rows of a drawing: a label at the left, a bar, and what it says in a column at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight.charts.drawn.canvas import FIGURE, LINE, Canvas
from oversight.charts.drawn.letters import width_of, wrapped

# The most that label and value may take of the sheet's width, and the room beside the bars.
LABEL, VALUE, BESIDE = 0.34, 0.27, 26
# The size of a label.
NAME = 36
# The least room between the texts of two rows.
APART = 14


@dataclass(frozen=True)
class Row:
    """One row's texts; `is_main` where it is what the rows lead to."""

    label: str
    value: str
    is_main: bool = False


@dataclass(frozen=True)
class Place:
    """Where a row's bar lies: its middle and how thick it is."""

    middle: float
    thick: float


class Rows:
    """Rows laid out on a sheet, which grows where they need more height than it has.

    `left` and `right` are where bars may begin and end.
    """

    def __init__(self, canvas: Canvas, rows: Sequence[Row], foot: float = 0) -> None:
        self.canvas, self.rows = canvas, rows
        labels = [wrapped(row.label, NAME, canvas.width * LABEL, row.is_main) for row in rows]
        values = [wrapped(row.value, FIGURE, canvas.width * VALUE, True) for row in rows]
        heights = [
            max(len(label) * NAME, len(value) * FIGURE) * LINE + APART
            for label, value in zip(labels, values, strict=True)
        ]
        canvas.height = max(canvas.height, sum(heights) + foot)
        spare = (canvas.height - foot - sum(heights)) / max(len(rows), 1)
        self.left = BESIDE + max(
            (width_of(line, NAME, row.is_main) for row, lines in zip(rows, labels, strict=True)
             for line in lines), default=0,
        )  # fmt: skip
        self.value_at = canvas.width - max(
            (width_of(line, FIGURE, True) for lines in values for line in lines), default=0
        )
        self.right = self.value_at - BESIDE
        self.ground = canvas.height - foot
        self.places, top = [], 0.0
        for row, label, value, height in zip(rows, labels, values, heights, strict=True):
            middle = top + (height + spare) / 2
            self._write(label, self.left - BESIDE, middle, NAME, "end", row.is_main)
            self._write(value, self.value_at, middle, FIGURE, "start", True)
            self.places.append(Place(middle, min(max(0.6 * (height + spare), 34), 76)))
            top += height + spare

    def _write(
        self, lines: Sequence[str], x: float, middle: float, size: float, anchor: str, bold: bool
    ) -> None:
        first = middle + 0.33 * size - (len(lines) - 1) * size * LINE / 2
        self.canvas.lines(lines, x, first, size, anchor=anchor, bold=bold)
