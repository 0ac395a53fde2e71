"""Figures by year for a room: dots, joined only where firm and neighbours; lost years a pale band.

The last figure stands large at the right, with its changes and their baselines below it.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING

from oversight import bounds
from oversight.charts.drawn import margin
from oversight.charts.drawn.canvas import FIGURE, LINE, SMALL, Box, Canvas, box_of
from oversight.charts.drawn.figures import VALUE, places, told
from oversight.charts.drawn.letters import width_of, wrapped
from oversight.charts.drawn.said import lost, period_of, said_of
from oversight.charts.drawn.scale import ticks
from oversight.charts.lacking import LACKING, LOST, WITHHELD
from oversight.charts.layout import Palette, mixed
from oversight.series import Point, neighbours

if TYPE_CHECKING:
    from oversight.slides import Years

# A dot, and in a crowd of so many periods a smaller one.
RADIUS, SMALL_RADIUS, CROWD = 14, 8, 15
# Above the highest figure, and from the edges of the plot to the first and last dot.
SKY, INSET = 16, 56
# From the axis to the names of the periods.
UNDER = 18
# How far a band reaches beside a day that has no figure.
DAY_REACH = 60


def years(drawing: Years, palette: Palette, size: tuple[float, float]) -> Canvas:
    """The drawing on a sheet of that size."""
    canvas = Canvas(size, palette)
    if any(one.points for one in drawing.series):
        _Plot(drawing, canvas).draw()
    else:
        middle = canvas.width / 2, canvas.height / 2
        canvas.text(LOST, *middle, FIGURE, anchor="middle", colour=palette.quiet)
    return canvas


class _Plot:
    """Where things of one drawing lie on the sheet, and the drawing of them."""

    def __init__(self, drawing: Years, canvas: Canvas) -> None:
        self.drawing, self.canvas, self.palette = drawing, canvas, canvas.palette
        self.series = drawing.series
        self.points = sorted(
            (point for one in self.series for point in one.points), key=lambda one: one.middle_on
        )
        self.first, self.last = self.points[0].middle_on, self.points[-1].middle_on
        limits = [
            limit or 0
            for point in self.points
            if point.is_number
            for limit in (point.figure.lower, point.figure.upper)
        ]
        ends = [end for interval in drawing.intervals if interval for end in interval]
        self.top = max([*limits, *ends], default=0) * 1.1 or 1
        self.is_crowd = len(self.periods) > CROWD
        self.radius = SMALL_RADIUS if self.is_crowd else RADIUS
        self.lost = lost(self.series)
        self.gaps = [run for run, _ in self.lost]
        self.blocks = margin.blocks(
            self.series, drawing.notes, drawing.unit, self.palette, canvas.height
        )
        canvas.height = max(canvas.height, margin.needed(self.blocks))
        column = max((block.width for block in self.blocks), default=0)
        self.ticks = [
            (tick, f"{bounds.whole_or_tenth(tick)}{drawing.unit}")
            for tick in (ticks(self.top) if limits else [0])
        ]
        self.left = max(width_of(text, SMALL) for _, text in self.ticks) + 24
        self.column = canvas.width - column
        self.right = self.column - 26 if column else canvas.width - 30
        self.dots: list[tuple[float, float]] = []
        # Set once the names of the periods and the reason for lost years are laid out.
        self.ground = canvas.height

    @property
    def periods(self) -> dict[str, Point]:
        return {point.period: point for point in self.points}

    def draw(self) -> None:
        names = self._names_of_periods()
        gap, is_below = self._gap()
        rows = max((len(lines) for _, lines in names), default=1)
        under = UNDER + rows * SMALL * LINE + (len(gap) * SMALL * LINE + 6 if is_below else 0)
        self.ground = self.canvas.height - under
        self._draw_levels()
        bands = self._draw_bands()
        self._draw_lines()
        self._draw_dots()
        self._draw_column()
        for middle, lines in names:
            self.canvas.lines(lines, middle, self.ground + UNDER + SMALL * 0.95,
                              anchor="middle", colour=self.palette.quiet)  # fmt: skip
        if is_below:
            self.canvas.lines(
                gap, self.left, self.canvas.height - 9 - (len(gap) - 1) * SMALL * LINE
            )
        for left, right, word in bands:
            self._say(word, left, right, [] if is_below else gap)
        self._draw_figures()

    def x(self, day: date) -> float:
        stretch = (self.last - self.first).days
        left, right = self.left + INSET, self.right - INSET
        return left + (right - left) * ((day - self.first).days / stretch if stretch else 0.5)

    def y(self, value: float) -> float:
        return self.ground - value / self.top * (self.ground - SKY)

    def _edges(self, run: list[Point]) -> tuple[float, float]:
        """The left and right edge of the band over some periods."""
        left, right = self.x(run[0].starts_on), self.x(run[-1].ends_on + timedelta(days=1))
        if right - left < 2 * self.radius:
            left, right = left - DAY_REACH, right + DAY_REACH
        if (self.last - self.first).days == 0:
            left, right = self.left, self.right
        return max(left, self.left), min(right, self.right)

    def _gap(self) -> tuple[list[str], bool]:
        """Why years are missing, in lines, and whether it stands below the axis.

        It stands in the widest band where that has room for it.
        """
        text = self.drawing.gap
        if not text or set(text.split(" or ")) <= LACKING:
            return [], False
        widest = max((right - left for left, right in map(self._edges, self.gaps)), default=0)
        lines = wrapped(text, SMALL, widest - 40)
        if len(lines) <= 4 and all(width_of(line, SMALL) <= widest - 30 for line in lines):
            return lines, False
        return wrapped(text, SMALL, self.canvas.width - self.left), True

    def _names_of_periods(self) -> list[tuple[float, list[str]]]:
        """What stands below the axis and where: the last period, and all that find room."""
        taken: list[Box] = []
        found = []
        for point in reversed(self.periods.values()):
            text, middle = period_of(point), self.x(point.middle_on)
            lines = wrapped(text, SMALL, 260)
            half = max(width_of(line, SMALL) for line in lines) / 2
            # The outer ones stay on the sheet and off the figures at the right.
            middle = min(max(middle, half), self.column - 10 - half)
            box = Box(middle - half - 14, 0, middle + half + 14, 1)
            if not any(box.meets(other) for other in taken):
                taken.append(box)
                found.append((middle, lines))
        return found

    def _draw_levels(self) -> None:
        for tick, text in self.ticks:
            y = self.y(tick)
            colour = self.palette.grid if tick else self.palette.quiet
            self.canvas.line(self.left, y, self.right, y, colour, 2)
            self.canvas.text(text, self.left - 16, y + 0.34 * SMALL, anchor="end",
                             colour=self.palette.quiet)  # fmt: skip

    def _draw_bands(self) -> list[tuple[float, float, str]]:
        """The bands over periods without a figure; what is said in them comes later."""
        found = []
        for run, word in self.lost:
            left, right = self._edges(run)
            box = left, SKY - 10, right - left, self.ground - SKY + 10
            if word.endswith(WITHHELD):
                self.canvas.withheld(*box)
            else:
                self.canvas.bar(*box, self.canvas.pale)
            found.append((left, right, word))
        return found

    def _say(self, word: str, left: float, right: float, gap: list[str]) -> None:
        """What is lacking, in its band where nothing else stands."""
        lines = wrapped(word, SMALL, right - left - 16)
        if any(width_of(line, SMALL) > right - left for line in lines):
            lines = [word[word.rindex("[") :]]
        if gap and all(width_of(line, SMALL) <= right - left - 16 for line in gap):
            lines = [*lines, *gap]
        middle, height = (left + right) / 2, len(lines) * SMALL * LINE
        half = max(width_of(line, SMALL) for line in lines) / 2
        for share in (0.7, 0.55, 0.4, 0.25, 0.85, 0.1):
            top = SKY + share * (self.ground - SKY) - height / 2
            box = Box(middle - half, top, middle + half, top + height)
            if box.bottom < self.ground and self.canvas.is_free(box):
                break
        if word.endswith(WITHHELD):
            self.canvas.bar(box.left - 8, top - 4, 2 * half + 16, height + 8, self.palette.page)
        self.canvas.lines(lines, middle, top + 0.9 * SMALL, anchor="middle")

    def _draw_lines(self) -> None:
        colours = self.palette.series
        pale = mixed(self.palette.page, colours[0], 0.32)
        first = self.series[0].known if self.drawing.intervals else ()
        for point, interval in zip(first, self.drawing.intervals, strict=False):
            if interval:
                x, (low, high) = self.x(point.middle_on), interval
                self.canvas.bar(x - 8, self.y(high), 16, self.y(low) - self.y(high), pale)
        for order, one in enumerate(self.series):
            width = 9 if order == 0 else 6
            for left, right in neighbours(one) if self.drawing.is_trend else ():
                ends = [
                    (self.x(point.middle_on), self.y(point.figure.middle or 0))
                    for point in (left, right)
                ]
                is_dotted = "provisional" in (left.standing, right.standing)
                self.canvas.joined(*ends, colours[order], width, "4 14" if is_dotted else "")

    def _draw_dots(self) -> None:
        for order, one in reversed(list(enumerate(self.series))):
            for point in one.known:
                x, y = self.x(point.middle_on), self.y(point.figure.middle or 0)
                self.dots.append((x, y))
                self._draw_ends(point, x, self.palette.series[order])
                self.canvas.mark(x, y, point.look, self.palette.series[order], self.radius)

    def _draw_ends(self, point: Point, x: float, colour: str) -> None:
        """A figure whose ends lie far apart has a line from one to the other."""
        low, high = point.figure.lower, point.figure.upper
        if None not in (low, high) and self.y(low) - self.y(high) > 3 * self.radius:
            for y in (self.y(low), self.y(high)):
                self.canvas.line(x - 16, y, x + 16, y, colour, 4)
            self.canvas.joined((x, self.y(low)), (x, self.y(high)), colour, 4)

    def _draw_column(self) -> None:
        known = [(order, one) for order, one in enumerate(self.series) if one.latest]
        wanted = [self.y(one.latest.figure.middle or 0) for _, one in known]
        tops = margin.tops(self.blocks, wanted, self.canvas.height)
        for (order, one), block, want, top in zip(known, self.blocks, wanted, tops, strict=True):
            x, y = self.x(one.latest.middle_on) + self.radius, top + block.middle
            is_far = self.column - x > 4 * INSET and one.latest.middle_on == self.last
            if len(known) > 1 or is_far:
                self.canvas.line(x, want, self.column - 10, y, self.palette.series[order], 3)
            block.draw(self.canvas, self.column, top)

    def _draw_figures(self) -> None:
        """Each figure at its dot; where there is a crowd, those that find room."""
        for one in self.series:
            for point in told(one, self.last, self.is_crowd):
                x, y = self.x(point.middle_on), self.y(point.figure.middle or 0)
                text = said_of(point, self.drawing.unit)
                for left, base, anchor in places(x, y, self.radius, bool(self.drawing.intervals)):
                    box = box_of(text, left, base, VALUE, anchor=anchor)
                    if self._is_good(box, x, y):
                        self.canvas.text(
                            text, left, base, VALUE, anchor=anchor, halo=self._behind(box)
                        )
                        break

    def _is_good(self, box: Box, x: float, y: float) -> bool:
        """Whether a figure may stand there: in the plot, on nothing, and at no other's dot."""
        across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        own = math.hypot(across - x, down - y)
        is_inside = box.bottom < self.ground and box.right < self.column - 8
        return (
            is_inside
            and box.left > 0
            and self.canvas.is_free(box)
            and all(math.hypot(across - a, down - b) >= own for a, b in self.dots)
        )

    def _behind(self, box: Box) -> str:
        """The colour behind a text: the page's, or none on a pale band, which has no line."""
        words = [
            word
            for run, word in self.lost
            for left, right in [self._edges(run)]
            if left < box.right and box.left < right
        ]
        is_hatched = any(word.endswith(WITHHELD) for word in words)
        return self.palette.page if is_hatched or not words else ""
