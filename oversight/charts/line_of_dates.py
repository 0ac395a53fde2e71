"""A line of dates: the day of the report, deadlines, later dates, and the reading date.

Heights are pixels: nought is the line itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby, pairwise

from oversight.asks import KEPT, OVERDUE, SETTLED, Held
from oversight.charts.labels import LABEL, LETTER, Label, Spot, label_of, levels, placed, short
from oversight.charts.layout import Palette, day, words

# The room that a row of later dates takes.
ROW = 22
# How long the line is where it is drawn, of the narrowest column that is drawn wide, and what
# stays free at its ends: on a wide screen the reading date is written beside it.
WIDE, NARROW, COLUMN, END, BESIDE = 660, 288, 1200, 13, 108
# How many rows of later dates there is room for beside one level of labels on either side, so
# that asks are seen below it; a further level takes the room of two. The rest is in the table.
ROOM, ROOM_NARROW, MOST_MOVED = 3, 5, 3
# Where the first line of a label would be longer, it counts the asks.
LETTERS, LETTERS_NARROW = 48, 36


@dataclass(frozen=True)
class LineOfDates:
    """The dates of some asks, laid out for one width."""

    found: Sequence[Held]
    published_on: date
    on: date
    narrow: bool

    @property
    def share(self) -> float:
        """The share of the wide column that it takes."""
        return WIDE / COLUMN

    @property
    def range(self) -> tuple[date, date]:
        """The days at the two ends of the drawing."""
        return (
            self.published_on - timedelta(days=END / self._scale),
            self.published_on + timedelta(days=(self._length - END) / self._scale),
        )

    @cached_property
    def top(self) -> float:
        """The height it needs above the line."""
        return 18 + LABEL * levels(self._above)

    @cached_property
    def bottom(self) -> float:
        """The same below, which is less than nought."""
        return self._under_the_labels - ROW * len(self._moved)

    def shapes(self, palette: Palette) -> list[dict]:
        """The line, its overdue stretch, the reading date, leaders, and what was moved."""
        found = [
            _level(self.published_on, self._last, 0, palette.quiet, 1.5),
            _upright(self.on, -14 - LABEL, self.top, palette.ink, 1.5),
        ]
        late = [one.standing.due_on for one in self._dated if one.standing.time == OVERDUE]
        if late:
            found.append(_level(min(late), self.on, 0, palette.act, 7))
        for side, spots in ((1, self._above), (-1, self._below)):
            for spot in spots:
                label = spot.label
                if spot.level:
                    end = side * (14 + LABEL * spot.level)
                    found.append(_upright(label.middle, side * 10, end, palette.rule, 1))
                if label.until:
                    found.append(_level(label.on, label.until, side * 13, palette.ink, 1.5))
        for one, height in self._moved_at:
            first, moves = one.standing.first_due_on, one.standing.moves
            found.append(_level(first, moves[-1].due_on, height, palette.ink, 2, "dot"))
            found.append(_upright(first, height, -10, palette.ink, 2, "dot"))
            found += [_diamond(move.due_on, height, palette) for move in moves]
        return found

    def annotations(self, palette: Palette) -> list[dict]:
        """The texts at the days, and at what was moved."""
        return [
            *(_written(spot, 14 + LABEL * spot.level, "bottom", palette) for spot in self._above),
            *(_written(spot, -14 - LABEL * spot.level, "top", palette) for spot in self._below),
            *(self._moved_text(one, height, palette) for one, height in self._moved_at),
        ]

    def marks(self, palette: Palette) -> list[dict]:
        """The report as a dot, words said as small ones, deadlines as diamonds: overdue filled."""
        times: dict[date, set[str]] = {}
        for one in self._dated:
            times.setdefault(one.standing.due_on, set()).add(one.standing.time)
        said = sorted({row.said_on for one in self.found for row in one.standing.updates})
        late = [OVERDUE in mine for mine in times.values()]
        done = [mine <= {SETTLED, KEPT} for mine in times.values()]
        fills = [
            palette.act if is_late else palette.muted if is_done else palette.page
            for is_late, is_done in zip(late, done, strict=True)
        ]
        edges = [palette.page if is_late else palette.ink for is_late in late]
        return [
            _marked(said, "circle", 9, palette.series[0], palette.page),
            _marked([self.published_on], "circle", 13, palette.ink, palette.page),
            _marked(list(times), "diamond", 19, fills, edges),
        ]

    @cached_property
    def _dated(self) -> list[Held]:
        return [one for one in self.found if one.standing.due_on]

    @cached_property
    def _slipped(self) -> list[Held]:
        """Those with later dates, furthest first; one that took the place of none is no later."""
        moved = [one for one in self.found if one.standing.moves and one.standing.first_due_on]
        return sorted(moved, key=lambda one: -one.standing.slipped)

    @property
    def _moved_at(self) -> list[tuple[Held, float]]:
        return [
            (one, self._under_the_labels - ROW * (row + 0.4)) for row, one in enumerate(self._moved)
        ]

    @cached_property
    def _last(self) -> date:
        moved = [move.due_on for one in self._slipped for move in one.standing.moves]
        return max([self.on, *(one.standing.due_on for one in self._dated), *moved])

    @property
    def _length(self) -> int:
        return NARROW if self.narrow else WIDE

    @cached_property
    def _scale(self) -> float:
        """Pixels a day."""
        room = self._length - END - (END if self.narrow else BESIDE)
        return room / max((self._last - self.published_on).days, 1)

    @property
    def _under_the_labels(self) -> float:
        return -14 - LABEL * levels(self._below)

    @property
    def _above(self) -> list[Spot]:
        return self._laid_out[0]

    @property
    def _moved(self) -> list[Held]:
        """Those with later dates for which there is room, the furthest first."""
        return self._slipped[: self._laid_out[1]]

    @cached_property
    def _laid_out(self) -> tuple[list[Spot], int]:
        """The labels above the line, and how many rows of later dates they leave room for."""
        room = (ROOM_NARROW if self.narrow else ROOM) - 2 * (levels(self._below) - 1)
        for rows in range(max(0, min(len(self._slipped), room, MOST_MOVED)), -1, -1):
            most = 1 + max(room - rows, 0) // 2
            spots = self._shared(most)
            if levels(spots) <= most:
                break
        return spots, rows

    def _shared(self, most: int) -> list[Spot]:
        """A label a day; days that lie close share one until all are on so few levels.

        Where there is room for more words, they share also to leave the reading date's line free.
        """
        fit = None
        order = sorted(self._dated, key=lambda one: one.standing.due_on, reverse=True)
        groups = [list(mine) for _, mine in groupby(order, key=lambda one: one.standing.due_on)]
        letters = LETTERS_NARROW if self.narrow else LETTERS
        while True:
            spots = self._placed([label_of(mine, letters) for mine in groups])
            # What is past stays apart from what lies ahead: the reading date runs between them.
            apart = {
                (later[-1].standing.due_on - earlier[0].standing.due_on, at): at
                for at, (later, earlier) in enumerate(pairwise(groups))
                if (later[-1].standing.days < 0) == (earlier[0].standing.days < 0)
            }
            if levels(spots) <= most:
                fit = fit or spots
                line = self._x(self.on)
                if self.narrow or not any(spot.left < line < spot.right for spot in spots):
                    return spots
            if not apart:
                return fit or spots
            at = apart[min(apart)]
            groups[at : at + 2] = [groups[at] + groups[at + 1]]

    @cached_property
    def _below(self) -> list[Spot]:
        if self.published_on == self.on:
            return self._placed([Label(self.on, "", "report, and reading date", True)])
        first = Label(self.published_on, "", "report published")
        return self._placed([Label(self.on, "", "reading date", True), first])

    def _x(self, when: date) -> float:
        return END + (when - self.published_on).days * self._scale

    def _placed(self, labels: Sequence[Label]) -> list[Spot]:
        return placed(labels, self._x, self._length, self.on)

    def _moved_text(self, one: Held, height: float, palette: Palette) -> dict:
        """How far it slipped, beside its row; in short where there is no room for the new date."""
        first, last = one.standing.first_due_on, one.standing.moves[-1].due_on
        slipped = f"{one.standing.slipped:+,} days".replace("-", "−")
        left, right = self._x(min(first, last)) - 14, self._length - self._x(last) - 14
        texts = (f"{one.id} to {short(last)}, {slipped}", f"{one.id} {slipped}", one.id)
        text = next(text for text in texts if _width(text) <= max(left, right, 60))
        fits = _width(text) <= right
        return words(
            text, palette, x=day(last if fits else min(first, last)), xshift=14 if fits else -14,
            xanchor="left" if fits else "right", y=height, yanchor="middle", borderpad=0,
        )  # fmt: skip


def _width(text: str) -> float:
    """The room a text of one line takes: capitals and digits of a short one are wider."""
    return (len(text) + 1) * LETTER


def _written(spot: Spot, height: float, side: str, palette: Palette) -> dict:
    """A label's two lines, the day strong."""
    middle = (spot.left + spot.right) / 2
    anchor = "center" if abs(middle - spot.x) < 1 else "left" if middle > spot.x else "right"
    edge = {"center": middle, "left": spot.left, "right": spot.right}[anchor]
    return words(
        f"<b>{spot.label.days}</b> {spot.label.of}<br>{spot.label.said}",
        palette, x=day(spot.label.middle), xshift=edge - spot.x, xanchor=anchor, align=anchor,
        y=height, yanchor=side, borderpad=0, bgcolor=palette.page,
    )  # fmt: skip


def _level(start: date, end: date, y: float, colour: str, width: float, dash="solid") -> dict:
    return {
        "type": "line", "x0": day(start), "x1": day(end), "y0": y, "y1": y, "layer": "below",
        "line": {"color": colour, "width": width, "dash": dash},
    }  # fmt: skip


def _upright(x: date, low: float, high: float, colour: str, width: float, dash="solid") -> dict:
    return {
        "type": "line", "x0": day(x), "x1": day(x), "y0": low, "y1": high, "layer": "below",
        "line": {"color": colour, "width": width, "dash": dash},
    }  # fmt: skip


def _diamond(x: date, y: float, palette: Palette) -> dict:
    return {
        "type": "path", "path": "M -7 0 L 0 7 L 7 0 L 0 -7 Z", "xsizemode": "pixel",
        "ysizemode": "pixel", "xanchor": day(x), "yanchor": y, "fillcolor": palette.page,
        "line": {"color": palette.ink, "width": 2},
    }  # fmt: skip


def _marked(days: Sequence[date], symbol: str, size: int, fills, edges) -> dict:
    return {
        "type": "scatter", "mode": "markers", "x": [day(one) for one in days],
        "y": [0] * len(days), "cliponaxis": False,
        "marker": {
            "symbol": symbol, "size": size, "color": fills, "line": {"color": edges, "width": 2},
        },
    }  # fmt: skip
