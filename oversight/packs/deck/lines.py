"""Figures over time as the rows of a line chart: as stated, or by their limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oversight import series, wording
from oversight.charts.layout import FILLED
from oversight.packs.deck.plot import FEW, MOST_LABELS, MOST_PERIODS, Plot, Row
from oversight.series import Point, Series
from oversight.slides import Years
from oversight.wording.protection import ROUNDED
from oversight.wording.signs import filled

# Between a sign and what it means.
BLANK = "\N{NO-BREAK SPACE}"


def years(drawing: Years) -> Plot:
    points = {
        point.period: (point.starts_on, point.ends_on)
        for one in drawing.series
        for point in one.points
    }
    periods = tuple(sorted(points, key=points.get))
    is_unit = "%" if drawing.unit == "%" else ""
    count = sum(len(one.known) for one in drawing.series)
    labels_all = count <= MOST_LABELS and len(periods) <= MOST_PERIODS
    rows: list[Row] = []
    for order, one in enumerate(drawing.series):
        labelled = {point.period for point in one.known[None if labels_all else -1 :]}
        rows += _line(one, periods, order, labelled, is_unit, drawing.is_trend)
    drawn = _apart(rows)
    return Plot(
        _named(periods, drawing.series), drawn, is_lines=True, unit=is_unit,
        reach=_reach(drawing, periods), key=_key(drawing),
    )  # fmt: skip


def _key(drawing: Years) -> str:
    """What the marks mean that are drawn."""
    known = [point for one in drawing.series for point in one.known]
    rounded = [point for point in known if point.figure.is_rounded]
    single = {point.standing for point in known if _is_one(point) and point not in rounded}
    is_limit = "bounded" in single or not all(map(_is_one, known))
    open_ones = [
        *(["provisional [p]"] if "provisional" in single else []),
        *(["estimated or worked out [e]"] if single & {"estimated", "derived"} else []),
        *(["a limit, or rounded in speech"] if is_limit else []),
    ]
    said = (
        filled(point for point in known if _is_one(point)),
        f"◇{BLANK}{ROUNDED}." if rounded else "",
        *(
            f"[{one}]: {wording.MARKERS[one]}."
            for one in sorted({p.marker for p in rounded} - {""})
        ),
        f"△{BLANK}{wording.listed(open_ones, 'or')}." if open_ones else "",
        "Thin line: the 95% interval." if any(drawing.intervals) else "",
    )
    return " ".join(filter(None, said))


def _reach(drawing: Years, periods: Sequence[str]) -> dict[int, tuple[float, float]]:
    """How far the interval of each figure of the first series reaches below and above it."""
    found = {}
    for point, interval in zip(drawing.series[0].known, drawing.intervals, strict=False):
        if interval is not None and _is_one(point):
            low, high = interval
            middle = point.figure.middle
            found[periods.index(point.period)] = middle - low, high - middle
    return found


def _named(periods: Sequence[str], shown: Sequence[Series]) -> tuple[str, ...]:
    """The periods, with the symbol of what is missing below those without any figure."""

    def named(period: str) -> str:
        at = [point for one in shown if (point := one.at(period))]
        has_figure = any(point.is_number for point in at)
        return period if has_figure else f"{period}\n[{at[0].marker or 'x'}]"

    return tuple(map(named, periods))


def _line(
    one: Series, periods: Sequence[str], order: int, labelled: set[str], unit: str, is_trend: bool
) -> list[Row]:
    """A series as it is stated, and where a figure is known within limits, its limits beside it."""
    points = [one.at(period) for period in periods]
    known = [point if point and point.is_number else None for point in points]
    joins = {other.period for _, other in series.neighbours(one)} if is_trend else set()

    def row(name: str, values: Sequence[float | None], said: Sequence, is_side: bool) -> Row:
        return Row(
            name,
            tuple(values),
            colour=order,
            hollow=frozenset(
                place
                for place, (value, point) in enumerate(zip(values, known, strict=True))
                if value is not None
                and not point.figure.is_rounded
                and (point.standing not in FILLED or not _is_one(point))
            ),
            rounded=frozenset(
                place
                for place, (value, point) in enumerate(zip(values, known, strict=True))
                if value is not None and point.figure.is_rounded
            ),
            reach={
                place: (
                    point.figure.middle - point.figure.lower,
                    point.figure.upper - point.figure.middle,
                )
                for place, (value, point) in enumerate(zip(values, known, strict=True))
                if value is not None and point.figure.is_rounded
            },
            labels={
                place: _written(point, unit, len(periods))
                for place, point in enumerate(said)
                if point and point.period in labelled
            },
            is_joined=bool(joins) and values is not upper and values is not lower,
            is_side=is_side,
        )

    stated = _stretches(known, joins)
    wide = [point if point and not _is_one(point) else None for point in known]
    upper = [point and point.figure.upper for point in wide]
    lower = [point and point.figure.lower for point in wide]
    # Written once: at the upper limit, or at the lower where there is no other.
    left_over = [point if point and point.figure.upper is None else None for point in wide]
    capped = [point if point and point.figure.upper is not None else None for point in wide]
    rows = [
        row(
            one.label if number == 0 else f"{one.label}, apart",
            [point and point.figure.middle for point in some],
            some,
            number > 0,
        )
        for number, some in enumerate(stated)
    ]
    has_main = bool(rows)
    rows.append(row(f"{one.label}: at most", upper, capped, has_main))
    rows.append(row(f"{one.label}: at least", lower, left_over, True))
    return [one for one in rows if any(value is not None for value in one.values)]


def _written(point: Point, unit: str, periods: int) -> str:
    """A figure and its marker, in two lines where there are many side by side."""
    text = wording.with_marker(point, unit)
    return text.replace(" to ", " to\n") if periods > FEW else text


def _is_one(point: Point) -> bool:
    """Whether a figure is one number, though perhaps a rounded one."""
    is_exact = point.figure.lower is not None and point.figure.lower == point.figure.upper
    return is_exact or point.figure.is_rounded


def _stretches(known: Sequence[Point | None], joins: set[str]) -> list[list[Point | None]]:
    """Figures of one number in as few rows as let no two stand side by side that are not joined.

    Some office programs draw a line through all neighbours of a row.
    """
    if not joins:
        alone = [point if point and _is_one(point) else None for point in known]
        return [alone] if any(alone) else []
    rows: list[list[Point | None]] = []
    for place, point in enumerate(known):
        if point is None or not _is_one(point):
            continue
        before = known[place - 1] if place else None
        for row in rows:
            if row[place - 1 if place else 0] is None or (
                point.period in joins and row[place - 1] is before
            ):
                break
        else:
            row = [None] * len(known)
            rows.append(row)
        row[place] = point
    return rows


def _apart(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with the labels of a mark that stands close below another's written below it."""
    top = max((value or 0 for row in rows for value in row.values), default=0)

    def is_below(row: Row, place: int) -> bool:
        own = row.values[place]
        above = [other.values[place] for other in rows if other.colour != row.colour]
        # A label of two lines would run into the next one that stands a little higher.
        after = [
            other.values[place + 1]
            for other in rows
            if other.colour == row.colour
            and place + 1 in other.labels
            and "\n" in row.labels[place]
        ]
        return any(
            value is not None and own < value < own + top * 0.25 for value in [*above, *after]
        )

    return tuple(
        replace(row, below=frozenset(at for at in row.labels if is_below(row, at))) for row in rows
    )
