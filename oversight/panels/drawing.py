"""Which series an indicator is drawn with, and which drawing fits them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from oversight import charts, framework, series
from oversight.charts import Palette
from oversight.filters import Chosen
from oversight.framework import Entry
from oversight.series import Point, Series
from oversight.wording import signs
from oversight.wording.slides import missing_sentence

YEARLY = ("financial year", "calendar year", "year to November")
# A line is drawn from this many figures on; fewer are bars.
FEW_YEARS, FEW_DAYS = 3, 5


@dataclass(frozen=True)
class Drawing:
    """A chart in a palette, for a wide or a narrow screen, and what its signs mean."""

    chart: Callable[[Palette, bool], dict]
    legend: str
    has_narrow: bool = False


def drawn(entry: Entry, now: Chosen) -> list[Series]:
    """The series of an indicator in the period shown: on its clock, with the years it lacks."""
    about = entry.about
    if about.clock == "financial year":
        found = series.of(now.period_rows("series/yearly", entry.name, *(about.sum_of or ())))
        given = found.get(entry.name) or series.empty(entry.name, about.label, about.unit)
        if about.sum_of:
            # A part that is not there leaves the sum open; it does not make it smaller.
            parts = [found.get(one) or series.empty(one, one, about.unit) for one in about.sum_of]
            given = series.together(parts, given)
        if given.points:
            return [given]
    if entry.by_place is not None:
        rows = now.period_rows("allegations/recorded_by_quarter", entry.name, borough=None)
        return list(series.of(rows).values())
    rows = now.rows(
        "framework/figures", indicator=entry.name, starts_on=now.starts_on, ends_on=now.ends_on
    )
    return [line.series for lines in framework.lines(rows).values() for line in lines]


def drawing_of(
    shown: Sequence[Series],
    clock: str,
    unit: str = "",
    events: Sequence = (),
    *,
    is_named: bool = True,
) -> Drawing:
    """The drawing that fits: a trend of years, a line of quarters, or bars where there are few.

    Bars carry the name of their series unless `is_named` is false.
    """
    fewest = min((len(one.known) for one in shown if one.known), default=0)
    if clock in YEARLY and fewest >= FEW_YEARS:
        return Drawing(
            lambda colours, narrow: charts.trend(
                shown, colours, unit=unit, events=events, gap_words="No figure", narrow=narrow
            ),
            signs.signs_of_trend(shown),
            has_narrow=True,
        )
    if clock not in YEARLY and fewest >= FEW_DAYS:
        return Drawing(
            lambda colours, narrow: charts.quarterly(shown, colours, 300),
            signs.signs_of_quarters(shown),
        )
    # Two points are not joined, nor are a few days.
    last = [(one, point) for one in shown for point in one.known[-FEW_DAYS:]]
    bars = [
        (_bar_label(one, point, is_named, unit), point.figure, point.standing)
        for one, point in last
    ]
    return Drawing(
        lambda colours, narrow: charts.pair(bars, colours),
        " ".join(filter(None, (
            signs.signs_of(point for _, point in last),
            f"The last {FEW_DAYS} at most.",
            *(_withheld(one, len(shown) > 1) for one in shown),
        ))),
    )  # fmt: skip


def _withheld(one: Series, is_one_of_several: bool) -> str:
    """Which periods have no bar because their figure is withheld; blank where none is."""
    points = tuple(point for point in one.points if point.standing == "withheld")
    said = missing_sentence(replace(one, points=points))
    return f"{one.label}: {said}" if said and is_one_of_several else said


def is_long(shown: Sequence[Series]) -> bool:
    """Whether its table lies better along than across; a figure without a date has no column."""
    points = [point for one in shown for point in one.points]
    return len(points) > 2 * FEW_DAYS * len(shown) or any(p.starts_on is None for p in points)


def _bar_label(one: Series, point: Point, is_named: bool, unit: str) -> str:
    marker = f"[{point.marker}]" if point.marker else ""
    name = f"{one.label}, {point.period}" if is_named else point.period
    return " ".join(filter(None, (name, marker, "per cent" if unit else "")))
