"""A line of dates: the day of the report, deadlines, later dates, and the reading date.

Heights are pixels: nought is the line itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from oversight.asks import KEPT, OVERDUE, SETTLED, Held
from oversight.charts.labels import LABEL, LETTER, Label, Spot, levels, placed, short
from oversight.charts.layout import Palette, day, words

# The room that a row of later dates takes.
ROW = 26
# How long the line is where it is drawn, of the wide column of 1240 px, and what stays free at
# its ends: on a wide screen the reading date is written beside it.
WIDE, NARROW, COLUMN, END, BESIDE = 690, 288, 1240, 10, 108
# More rows of later dates than these are told in the table alone.
MOST_MOVED = 5


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
                if spot.level:
                    end = side * (14 + LABEL * spot.level)
                    found.append(_upright(spot.label.on, side * 10, end, palette.rule, 1))
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
    def _moved(self) -> list[Held]:
        # A date that took the place of none stands on the line itself.
        moved = [one for one in self.found if one.standing.moves and one.standing.first_due_on]
        return sorted(moved, key=lambda one: -one.standing.slipped)[:MOST_MOVED]

    @property
    def _moved_at(self) -> list[tuple[Held, float]]:
        return [
            (one, self._under_the_labels - ROW * (row + 0.4)) for row, one in enumerate(self._moved)
        ]

    @cached_property
    def _last(self) -> date:
        moved = [move.due_on for one in self._moved for move in one.standing.moves]
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

    @cached_property
    def _above(self) -> list[Spot]:
        """A label a day, the latest first: its asks, and how late they are or when they are due."""
        labels = []
        order = sorted(self._dated, key=lambda one: one.id)
        order.sort(key=lambda one: one.standing.due_on, reverse=True)
        for when, mine in groupby(order, key=lambda one: one.standing.due_on):
            states: dict[str, list[str]] = {}
            for one in mine:
                states.setdefault(_state(one), []).append(one.id)
            if len(states) == 1:
                ((state, ids),) = states.items()
                labels.append(Label(when, ", ".join(ids), state))
            else:
                each = [f"{', '.join(ids)} {state}" for state, ids in states.items()]
                labels.append(Label(when, "", "; ".join(each)))
        return self._placed(labels)

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
        text = next(text for text in texts if len(text) * LETTER <= max(left, right, 60))
        fits = len(text) * LETTER <= right
        return words(
            text, palette, x=day(last if fits else min(first, last)), xshift=14 if fits else -14,
            xanchor="left" if fits else "right", y=height, yanchor="middle", borderpad=0,
        )  # fmt: skip


def _state(one: Held) -> str:
    """Where an ask with a date stands, in few words."""
    days, time = one.standing.days, one.standing.time
    if time in (SETTLED, KEPT):
        return time
    if days == 0:
        return "due today"
    unit = "day" if abs(days) == 1 else "days"
    return f"{-days:,} {unit} late" if days < 0 else f"in {days:,} {unit}"


def _written(spot: Spot, height: float, side: str, palette: Palette) -> dict:
    """A label's two lines, the day strong."""
    middle = (spot.left + spot.right) / 2
    anchor = "center" if abs(middle - spot.x) < 1 else "left" if middle > spot.x else "right"
    edge = {"center": middle, "left": spot.left, "right": spot.right}[anchor]
    return words(
        f"<b>{short(spot.label.on)}</b> {spot.label.of}<br>{spot.label.said}",
        palette, x=day(spot.label.on), xshift=edge - spot.x, xanchor=anchor, align=anchor,
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
