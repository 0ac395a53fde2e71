"""What a trend carries besides its line: missing years, events, and the way from the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from oversight.charts.layout import DAY, Palette, day, words
from oversight.series import Change, Point, Series


def missing(
    series: Sequence[Series],
    palette: Palette,
    top: float,
    annotations: list[dict],
    gap_words: str,
    narrow: bool,
) -> list[dict]:
    """A hatched band over the years in which a figure is missing, with [x] at each."""
    years = {point.period: point for one in series for point in one.points if not point.is_number}
    if not years:
        return []
    gaps = sorted(years.values(), key=lambda point: point.starts_on)
    for point in gaps:
        code = (
            "c"
            if point.standing == "withheld"
            else "z"
            if point.standing == "not applicable"
            else "x"
        )
        annotations.append(
            words(f"[{code}]", palette, x=day(point.middle_on), y=0, yshift=14,
                  font={"size": 15, "color": palette.quiet})
        )  # fmt: skip
    run = _longest_run(gaps)
    if gap_words and not narrow and len(run) > 1:
        middle = run[0].starts_on + (run[-1].ends_on - run[0].starts_on) / 2
        annotations.append(
            words(gap_words, palette, x=day(middle), y=top, yshift=-4, yanchor="top",
                  font={"size": 15, "color": palette.quiet})
        )  # fmt: skip
    return [
        {
            "type": "bar",
            "x": [day(point.middle_on) for point in gaps],
            "y": [top] * len(gaps),
            "width": [((point.ends_on - point.starts_on).days + 1) * DAY for point in gaps],
            "marker": {
                "color": "rgba(0,0,0,0)",
                "line": {"width": 0},
                "pattern": {"shape": "/", "fgcolor": palette.hatch, "size": 10, "solidity": 0.18},
            },
        }
    ]


def _longest_run(gaps: Sequence[Point]) -> list[Point]:
    """The longest row of neighbouring years, so that words on it lie over no figure."""
    runs: list[list[Point]] = []
    for point in gaps:
        if runs and runs[-1][-1].ends_on + timedelta(days=1) == point.starts_on:
            runs[-1].append(point)
        else:
            runs.append([point])
    return max(runs, key=len)


# Three levels of labels above the plot, in pixels: no label meets another, or another's line.
EVENT_LEVELS = (39, 21, 3)


def happened(
    events: Sequence, start: date, end: date, palette: Palette, annotations: list[dict], tall: int
) -> list[dict]:
    """Dotted lines at what happened, each from its own label down; `tall` is the plot in pixels."""
    inside = [event for event in events if start <= event.happened_on <= end + timedelta(days=20)]
    shapes = []
    # Of one or two the lowest levels are taken.
    first = max(len(EVENT_LEVELS) - len(inside), 0)
    for order, event in enumerate(inside, start=first):
        level = 1 + EVENT_LEVELS[order % len(EVENT_LEVELS)] / tall
        x = day(event.happened_on)
        shapes.append(
            {
                "type": "line",
                "x0": x,
                "x1": x,
                "y0": 0,
                "y1": level + 15 / tall,
                "yref": "paper",
                "line": {"color": palette.quiet, "width": 1.5, "dash": "dot"},
            }
        )
        annotations.append(
            words(
                f"{event.happened_on:%b %Y}: {event.label}",
                palette,
                x=x,
                y=level,
                yref="paper",
                yanchor="bottom",
                xanchor="left",
                xshift=4,
                font={"size": 15, "color": palette.quiet},
            )
        )
    return shapes


def from_baseline(change: Change, palette: Palette, annotations: list[dict]) -> list[dict]:
    """A ring round the base, its level as a dashed line, and an arrow up or down to the latest."""
    colour = palette.series[0]
    base, latest = day(change.base.middle_on), day(change.point.middle_on)
    level = change.base.figure.middle
    annotations.append(
        {
            "x": latest, "y": change.point.figure.middle, "ax": latest, "ay": level,
            "axref": "x", "ayref": "y", "xref": "x", "yref": "y", "text": "",
            "showarrow": True, "arrowhead": 2, "arrowsize": 1.2, "arrowwidth": 1.6,
            "arrowcolor": colour, "standoff": 9,
        }
    )  # fmt: skip
    return [
        {
            "type": "line",
            "x0": base, "x1": latest, "y0": level, "y1": level,
            "line": {"color": colour, "width": 1.6, "dash": "dash"},
        },
        {
            "type": "circle",
            "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": base, "yanchor": level,
            "x0": -13, "x1": 13, "y0": -13, "y1": 13,
            "line": {"color": colour, "width": 1.6},
        },
    ]  # fmt: skip
