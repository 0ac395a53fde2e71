"""A slide of any indicator, drawn as its clock allows."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import wording
from oversight.charts.bands import Band
from oversight.framework import Entry
from oversight.series import Change, Point, Series, source_of, sources_of
from oversight.slides.position import Position
from oversight.slides.signals import signal_of, with_signal
from oversight.slides.slide import Bands, Drawing, Slide, Table, Years
from oversight.slides.tables import (
    as_records,
    by_year,
    notes_of,
    printed_records,
    source,
    with_changes,
)
from oversight.wording import slides as words
from oversight.wording import slides_indicator as own
from oversight.wording.signs import signs_of

YEARLY = ("financial year", "calendar year", "year to November")
# A line is drawn from this many figures on; fewer are not joined, or are bars.
FEW_YEARS, FEW_DAYS = 3, 5
# The last figures of a long series that a slide has room for.
MOST_POINTS = 12


def of_indicator(entry: Entry, position: Position) -> Slide:
    """What is known of one indicator, what it is set against, and who owes what is not."""
    shown = _shown(entry, position)
    signal = signal_of(entry.name, position)
    finding = wording.indicator_title(entry, position.on)
    shorter = words.cut_to_two_lines(finding)
    proviso = words.proviso_of(finding, shorter)
    baseline = own.indicator_baseline(entry)
    drawing = _drawing(entry, shown)
    missing = own.missing_bars(drawing.rows) if isinstance(drawing, Bands) else ""
    owing = words.unsaid([entry], position.on) or own.next_due(entry, position.on)
    table = _table(entry, shown, position, has_signal=bool(signal["signal"]))
    return Slide(
        name=entry.name,
        title=entry.title,
        page="framework",
        finding=shorter,
        measure=own.measured(entry),
        signs=signs_of(point for one in shown for point in one.known),
        table=table,
        source=source(_sources(entry, shown), position),
        read_aloud=with_signal(
            " ".join((wording.sentence(finding), baseline, entry.about.question)), signal
        ),
        drawing=drawing,
        baseline=baseline,
        # Where nothing is drawn, the table has room for it.
        caveat=f"{proviso} {entry.about.caveats[0]}".strip() if shown else proviso,
        gap=f"{missing} {owing}".strip(),
        alt=wording.described(entry.title, shown, entry.unit) if shown else "",
        records=tuple(as_records(shown)) or printed_records(table),
        indicators=(entry.name,),
        **signal,
    )


def _shown(entry: Entry, position: Position) -> list[Series]:
    """The series of an indicator in the years shown, the last of its figures."""
    together = {one.name: one for one in position.allegations.every}
    mine = together.get(entry.name) or position.figures.get(entry.name)
    # Parts that are counted by themselves, such as a role, are lines of their own.
    found = [mine] if mine else [line.series for line in entry.lines]
    return [
        Series(one.name, one.label, one.unit, one.points[-MOST_POINTS:])
        for one in found
        if one.points
    ]


def _sources(entry: Entry, shown: Sequence[Series]) -> Sequence[str]:
    if entry.by_place is not None and not shown:
        return (source_of(entry.by_place.source, entry.by_place.page or ""),)
    return sources_of(shown)


def _drawing(entry: Entry, shown: Sequence[Series]) -> Drawing | None:
    """Years where there is a time axis, bars where there are few days, nothing where no figure."""
    known = [point for one in shown for point in one.known]
    if not known:
        return None
    fewest = min(len(one.known) for one in shown if one.known)
    is_yearly = entry.about.clock in YEARLY
    is_dated = all(point.starts_on for point in known)
    if is_dated and (is_yearly or fewest >= FEW_DAYS):
        return Years(
            tuple(shown),
            notes_of(_changes(entry)),
            words.gap_mark(shown[0]),
            is_trend=fewest >= (FEW_YEARS if is_yearly else FEW_DAYS),
            unit=entry.unit,
        )
    # Of several lines the newest figure each, of one its last few.
    last = 1 if len(shown) > 1 else FEW_DAYS
    return Bands(
        tuple(
            Band(
                f"{one.label}, {point.period}" if len(shown) > 1 else point.period,
                point.figure,
                said=wording.with_marker(point, entry.unit),
                standing=point.standing,
            )
            for one in shown
            for point in newest(one, last)
        )
    )


def newest(one: Series, most: int) -> tuple[Point, ...]:
    """The last periods, with a figure or without; before them the newest figure if they have none.

    What was withheld or is not available is shown as that, and not passed over.
    """
    last = one.points[-most:]
    if one.latest is None or any(point.is_number for point in last):
        return last
    return (one.latest, *last)


def _changes(entry: Entry) -> list[Change]:
    """The change to the newest figure, where there is one line and it can be said in per cent."""
    if len(entry.lines) != 1 or entry.unit:
        return []
    return [change] if (change := entry.lines[0].change) is not None else []


def _table(entry: Entry, shown: Sequence[Series], position: Position, has_signal: bool) -> Table:
    if not shown:
        about = entry.about
        rows = (
            ("Newest", wording.latest_cell(entry)),
            ("Next", wording.due_cell(entry, position.on)),
            ("Counted", about.definition),
            # Read out in any case; a signal needs its room.
            *(() if has_signal else (("Question", about.question),)),
            ("To mind", about.caveats[0]),
        )
        return Table(("What", "What is known"), rows)
    changes = _changes(entry)
    latest = changes[0].point.period if changes else ""
    return with_changes(by_year(shown, "Period", entry.unit), shown[0].label, changes, latest)
