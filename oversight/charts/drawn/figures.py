"""Which figures stand at their dots, and where."""

from __future__ import annotations

from datetime import date

from oversight.charts.drawn.canvas import ABOVE, BELOW
from oversight.series import Point, Series

# The size of a figure at its dot, and how far from it.
VALUE, BESIDE = 36, 10


def told(one: Series, last: date, is_crowd: bool) -> list[Point]:
    """The points whose figures stand at their dots: the last one stands at the right.

    In a crowd the first, the highest and the lowest do; a table has them all.
    """
    latest = one.latest
    others = [point for point in one.known if point is not latest]
    if latest and latest.middle_on < last:
        others.append(latest)
    if not is_crowd or not others:
        return others
    ends = (others[0], max(others, key=_size), min(others, key=_size))
    return list(dict.fromkeys(ends))


def _size(point: Point) -> float:
    return point.figure.middle or 0


def places(x: float, y: float, radius: float, is_beside: bool) -> list[tuple[float, float, str]]:
    """Where the figure of a dot may stand, the best place first: x, line and anchor.

    `is_beside` where bars go up and down from the dots.
    """
    high, low = y - radius - BESIDE - BELOW * VALUE, y + radius + BESIDE + ABOVE * VALUE
    level, side = y + 0.26 * VALUE, radius + 16
    above = [(x, high, "middle"), (x + 20, high, "end"), (x - 20, high, "start")]
    below = [(x, low, "middle"), (x + 20, low, "end"), (x - 20, low, "start")]
    beside = [(x + side, level, "start"), (x - side, level, "end")]
    if is_beside:
        return [*beside, *above, *below]
    corners = [
        (x + across, line, anchor)
        for line in (high, low)
        for across, anchor in ((-radius, "end"), (radius, "start"))
    ]
    further = [(x, high - VALUE, "middle"), (x, low + VALUE, "middle")]
    return [*above, *beside, *below, *corners, *further]
