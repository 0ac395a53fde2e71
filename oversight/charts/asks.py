"""Every ask as a square in the look of where it stands, and beside them the line of dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from oversight.asks import AT_RISK, KEPT, NO_DATE, NOT_YET_DUE, OVERDUE, SETTLED, Held, by_time
from oversight.charts.layout import Palette, bare, day, figure, words
from oversight.charts.line_of_dates import LineOfDates

# A square, and the way to the next.
SQUARE, PITCH, PITCH_NARROW, HIGH = 17, 21, 16, 26
# A line of the words below the squares.
LINE = 24


def asks_at_a_glance(
    found: Sequence[Held],
    counted: Mapping[str, str],
    published_on: date,
    on: date,
    palette: Palette,
    narrow: bool = False,
) -> dict:
    """A square an ask, what their looks mean, and beside or below them the line of dates.

    Args:
        found: the asks.
        counted: what a number of asks is called, by where they stand in time.
        published_on: the day of the report, on which the line begins.
        on: the reading date.
        narrow: for a phone.
    """
    groups = by_time(found)
    dates = LineOfDates(found, published_on, on, narrow)
    shapes, annotations = dates.shapes(palette), dates.annotations(palette)
    _squares(groups, counted, palette, PITCH_NARROW if narrow else PITCH, shapes, annotations)
    squares = HIGH + 12 + LINE * len(groups)
    high = dates.top + squares + 16 if narrow else dates.top
    low = dates.bottom if narrow else min(dates.bottom, high - squares)
    return figure(
        dates.marks(palette),
        palette,
        round(high - low),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis=bare(
            type="date",
            domain=[0, 1] if narrow else [1 - dates.share, 1],
            range=[day(one) for one in dates.range],
        ),
        # One unit is one pixel, and nought is the line of dates.
        yaxis=bare(range=[low, high]),
        shapes=shapes,
        annotations=annotations,
    )


def _squares(groups, counted, palette: Palette, pitch: float, shapes, annotations) -> None:
    """The squares in one row, and below it a line a group with a square of its look."""
    place = 0
    for row, (time, mine) in enumerate(groups.items()):
        for _ in mine:
            shapes += _square(time, place * pitch, 0, pitch * SQUARE / PITCH, HIGH, palette)
            place += 1
        down = HIGH + 14 + LINE * row
        shapes += _square(time, 0, down + 1, 14, 15, palette)
        weight = ("<b>", "</b>") if time == OVERDUE else ("", "")
        annotations.append(
            words(
                f"{weight[0]}{len(mine)} {counted[time]}{weight[1]}",
                palette,
                xref="paper", x=0, xanchor="left", xshift=20,
                yref="paper", y=1, yanchor="top", yshift=3 - down,
                font={"size": 17, "color": palette.ink}, borderpad=0,
            )
        )  # fmt: skip


def _square(time: str, left: float, down: float, width: float, high: float, palette: Palette):
    """One ask's square, in the look of where it stands in time."""
    edge = {OVERDUE: palette.act, NO_DATE: palette.quiet}.get(time, palette.ink)
    line = {"color": edge, "width": 1.5, "dash": "dot" if time == NO_DATE else "solid"}
    fill = {OVERDUE: palette.act, SETTLED: palette.muted, KEPT: palette.muted}.get(time)
    box = {
        "xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel",
        "xanchor": 0, "yanchor": 1,
    }  # fmt: skip
    x0, x1, y0, y1 = left + 1, left + width, -down - 1, -down - high + 1
    found = [
        {**box, "type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": line,
         "fillcolor": fill or "rgba(0,0,0,0)"}
    ]  # fmt: skip
    if time == AT_RISK:
        # Half full: the date is near.
        half = {**found[0], "y0": (y0 + y1) / 2, "fillcolor": palette.ink}
        found.append(half)
    if time in (SETTLED, KEPT):
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        found.append(
            {
                **box, "type": "path", "line": {"color": palette.ink, "width": 2},
                "path": f"M {x - 4} {y} L {x - 1} {y - 4} L {x + 4} {y + 5}",
            }
        )  # fmt: skip
    if time == NOT_YET_DUE:
        found[0]["line"] = {**line, "width": 2.5}
    return found
