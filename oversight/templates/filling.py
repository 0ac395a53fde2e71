"""The rows of a template: what is wanted next, everything written but what only staff know."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from oversight import periods, wording
from oversight.periods import TAKEN_BY_CLOCK, Period
from oversight.returns import ACTION, OBSERVATIONS, RUNNING_ORDER, STATUS, Kind
from oversight.store import Rows, TooOld

Row = Mapping[str, str]

# The question of queries/ whose rows fill the template of each kind.
QUESTIONS = {
    OBSERVATIONS: "returns/newest_figures",
    STATUS: "returns/asks",
    ACTION: "returns/open_questions",
    RUNNING_ORDER: "returns/newest_running_order",
}
# The column of a kind that takes words of one's own.
OWN_WORDS = ("note", "reason", "answer")


def found(kind: Kind, rows: Callable[[str], Rows]) -> Rows:
    """What a publication knows of the rows wanted next; nothing where it is older than the kind.

    Args:
        rows: a publication's answer to a question.
    """
    try:
        return rows(QUESTIONS[kind.name])
    except TooOld:
        return ()


def rows_of(
    kind: Kind, found: Iterable, on: date, themes: Collection[str] = (), is_whole: bool = False
) -> list[Row]:
    """The rows of a template, by column; a column that is not named is for staff to fill.

    Args:
        found: the rows that answer QUESTIONS of this kind.
        on: the day on which figures never given before are asked for.
        themes: the themes whose indicators are wanted; all where none is named.
        is_whole: series that others publish, borough by borough, are asked for too.
    """
    if kind.name == STATUS:
        # Each of several owners speaks for itself.
        return [{"ask": one.ask, "author": who} for one in found for who in one.owners or ("",)]
    if kind.name == ACTION:
        return [
            {
                "meeting_date": one.met_on.isoformat(),
                "question": one.question,
                "about": one.about,
                "asked_of": one.asked_of,
            }
            for one in found
        ]
    if kind.name == RUNNING_ORDER:
        return _running_order(tuple(found))
    wanted = [
        (one, _wanted(one, on))
        for one in found
        if (not themes or one.theme in themes) and (is_whole or not one.is_published_elsewhere)
    ]
    return [
        {
            "indicator": one.indicator,
            "period": as_written(period),
            "geography": one.geography or _place(one.lowest_level),
            "breakdown": one.breakdown,
        }
        for one, period in wanted
        if period is not None
    ]


def _running_order(found: Rows) -> list[Row]:
    """The newest running order, or the standard one; its meeting is for staff to write."""
    # Imported here: slides come with their charts, and other templates are made without them.
    from oversight.slides import NAMES

    if not found:
        return [{"position": str(at), "slide": name} for at, name in enumerate(NAMES, start=1)]
    return [
        {
            "position": str(one.position),
            "slide": one.slide,
            "minutes": "" if one.minutes is None else str(one.minutes),
            "note": one.note,
        }
        for one in found
    ]


def marked(kind: Kind, rows: Sequence[Row]) -> list[Row]:
    """The rows where all is made up to rehearse with: each says so, wherever it is sent."""
    place = next(name for name in OWN_WORDS if name in kind.header)
    return [{**row, place: row.get(place) or wording.INVENTED_MARK} for row in rows]


def as_csv(kind: Kind, rows: Sequence[Row]) -> bytes:
    """A template as a spreadsheet opens it: the header as it must be, and these rows."""
    text = io.StringIO()
    writer = csv.DictWriter(text, kind.header, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: wording.harmless(cell) for name, cell in row.items()} for row in rows)
    # The mark at its beginning is what tells Excel that it is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def as_written(period: Period) -> str:
    """A period as a return writes it."""
    if period.kind == "day":
        return period.ends_on.isoformat()
    if period.kind == "rolling year":
        return f"year to {period.ends_on:%Y-%m}"
    return period.label


def _wanted(one, on: date) -> Period | None:
    """The period after the newest figure, or the last one that has ended; None where none is."""
    if one.clock not in TAKEN_BY_CLOCK:
        return None
    if one.ends_on is None:
        return _last_ended(one.clock, on)
    if one.period_kind == "quarter" and one.clock == "calendar year":
        first = one.ends_on + timedelta(days=1)
        return periods.parse(f"{first.year} Q{(first.month + 2) // 3}")
    if one.period_kind == "quarter":
        return periods.following("quarter", one.ends_on)
    return periods.following(one.clock, one.ends_on)


def _last_ended(clock: str, on: date) -> Period | None:
    is_yearly = clock.endswith("year") or clock.startswith("year")
    running = periods.following(clock if is_yearly else "quarter", on)
    return periods.following(clock, running.starts_on - timedelta(days=2))


def _place(lowest_level: str) -> str:
    return "London" if lowest_level == "borough" else lowest_level
