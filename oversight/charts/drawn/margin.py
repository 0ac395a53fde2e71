"""The column at the right of a drawing by year: the last figure of each series, and its changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from oversight.charts.drawn.canvas import FIGURE, HUGE, LINE, SMALL, Canvas
from oversight.charts.drawn.letters import width_of, wrapped
from oversight.charts.drawn.said import said_of
from oversight.charts.layout import Palette
from oversight.series import Series

# The widest that the column may be, and the room between two blocks of it.
WIDEST, APART = 440, 26


@dataclass(frozen=True)
class Line:
    """A line of a block; `above` is the room between it and the line before.

    `tail` follows in quiet letters of the same size.
    """

    text: str
    size: float
    bold: bool = False
    colour: str = ""
    above: float = 0
    tail: str = ""

    @property
    def width(self) -> float:
        own = width_of(self.text, self.size, self.bold)
        return own + width_of(f" {self.tail}", self.size) if self.tail else own

    @property
    def height(self) -> float:
        return self.above + self.size * LINE


@dataclass(frozen=True)
class Block:
    """What the column says of one series, from top to bottom."""

    lines: tuple[Line, ...]

    @property
    def width(self) -> float:
        return max(line.width for line in self.lines)

    @property
    def height(self) -> float:
        return sum(line.height for line in self.lines)

    @property
    def middle(self) -> float:
        """How far below its top the middle of its figure lies."""
        return self.lines[0].size * LINE / 2

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        for line in self.lines:
            top += line.height
            base = top - 0.3 * line.size
            canvas.text(line.text, left, base, line.size, bold=line.bold, colour=line.colour)
            if line.tail:
                after = left + width_of(f"{line.text} ", line.size, line.bold)
                canvas.text(line.tail, after, base, line.size, colour=canvas.palette.quiet)


def blocks(
    series: Sequence[Series],
    notes: Sequence[tuple[str, str]],
    unit: str,
    palette: Palette,
    room: float,
) -> list[Block]:
    """A block a series with a figure, with changes in two lines each where there is room."""
    last = max(point.starts_on for one in series for point in one.points)
    known = [one for one in series if one.latest]
    is_one = len(series) == 1
    for is_roomy in (True, False):
        found = []
        for one in known:
            is_main = one is series[0]
            size = HUGE if is_one else 60 if is_main else FIGURE
            lines = _figure(said_of(one.latest, unit), size, palette.series[0] if is_main else "")
            named = [] if is_one else [one.label]
            if one.latest.starts_on < last:
                named.append(f"in {one.latest.period}")
            lines += [Line(text, SMALL) for text in wrapped(", ".join(named), SMALL, WIDEST)]
            if is_main:
                lines += _changes(notes, palette, is_roomy)
            found.append(Block(tuple(lines)))
        if needed(found) <= room:
            break
    return found


def needed(found: Sequence[Block]) -> float:
    """How high the column is at least."""
    return sum(block.height for block in found) + APART * max(len(found) - 1, 0)


def _figure(text: str, size: float, colour: str) -> list[Line]:
    """A figure, smaller or in two lines where it is long."""
    fitting = [one for one in (size, 60, FIGURE) if one <= size]
    size = next((one for one in fitting if width_of(text, one, True) <= WIDEST), FIGURE)
    return [Line(part, size, True, colour) for part in wrapped(text, size, WIDEST, True)]


def _changes(notes: Sequence[tuple[str, str]], palette: Palette, is_roomy: bool) -> list[Line]:
    lines = []
    for change, baseline in notes:
        if is_roomy:
            parts = wrapped(change, FIGURE, WIDEST, True)
            lines += [
                Line(part, FIGURE, True, above=0 if row else 22) for row, part in enumerate(parts)
            ]
            lines += [
                Line(part, SMALL, colour=palette.quiet) for part in wrapped(baseline, SMALL, WIDEST)
            ]
        else:
            found = Line(change, SMALL, True, above=6, tail=baseline)
            lines += (
                [found]
                if found.width <= WIDEST
                else [
                    Line(part, SMALL, above=0 if row else 6)
                    for row, part in enumerate(wrapped(f"{change} {baseline}", SMALL, WIDEST))
                ]
            )
    return lines


def tops(found: Sequence[Block], wanted: Sequence[float], bottom: float) -> list[float]:
    """Where each block begins: near where its figure is wanted, none over another."""
    order = sorted(range(len(found)), key=lambda place: wanted[place])
    starts = [max(0, want - block.middle) for want, block in zip(wanted, found, strict=True)]
    for upper, lower in pairwise(order):
        starts[lower] = max(starts[lower], starts[upper] + found[upper].height + APART)
    for place in reversed(order):
        starts[place] = max(0, min(starts[place], bottom - found[place].height))
        bottom = starts[place] - APART
    return starts
