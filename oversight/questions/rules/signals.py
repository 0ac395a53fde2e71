"""Questions from what chance alone would hardly do: neutral, for a signal says that and no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight import themes
from oversight.framework import Entry
from oversight.questions.putting import at, put
from oversight.questions.question import Question
from oversight.series import Change
from oversight.slides import Position
from oversight.statistics import Mark, Process, Refusal, Stretch, Tested, Why
from oversight.wording.questions import signals as words


def processes_that_changed(position: Position) -> Iterator[Question]:
    """Each series of which the newest point by that day stands out from its process.

    What is context counts other people too, and is asked about no more than shown.
    """
    for entry, one in _single(position):
        if entry.about.theme == "context":
            continue
        if (found := _newest(one, position.on)) and found[1].rule:
            stretch, mark = found
            yield put(
                f"signal {entry.name}",
                words.what_happened(entry, stretch, mark),
                words.by_the_rules(entry, mark),
                figure=words.stands_at(entry, mark),
                address=at("framework", indicator=entry.name),
                whom=entry.about.owner,
                about=entry.name,
            )


def counts_beyond_chance(position: Position) -> Iterator[Question]:
    """Each count that is more or fewer than chance would make of the one before.

    Allegations are asked about by a rule of their own.
    """
    for entry, one in _single(position):
        if entry.name not in themes.ALLEGATIONS and _is_known_beyond_chance(one, position.on):
            yield put(
                f"beyond_chance {entry.name}",
                words.more_than_chance(entry, one),
                words.ratio_told(one),
                figure=words.times_on(one),
                address=at("framework", indicator=entry.name),
                whom=entry.about.owner,
                about=entry.name,
            )


def promised_and_too_short(position: Position) -> Iterator[Question]:
    """Each promised figure that came, and has too few points yet to see a signal in."""
    promised = {
        one.asked.indicator
        for one in position.held
        if one.is_promise and one.kept and one.kept.is_kept
    }
    for entry, one in _single(position):
        process = one.process
        if entry.name in promised and isinstance(process, Refusal) and process.why is Why.FEW:
            yield put(
                f"too_short {entry.name}",
                words.when_enough(entry, process),
                words.too_few(process),
                figure=words.points_of(process),
                address=at("framework", indicator=entry.name),
                whom=entry.about.owner,
                about=entry.name,
            )


def is_asked_by_chance(position: Position, entry: Entry, change: Change) -> bool:
    """Whether the same change is asked about as one that is beyond chance."""
    return any(
        one is entry and tested.earlier is not None and tested.earlier.period == change.base.period
        for one, tested in _single(position)
        if _is_known_beyond_chance(tested, position.on)
    )


def _single(position: Position) -> Iterator[tuple[Entry, Tested]]:
    """The indicators that are one series; which of several is meant, no question could say."""
    for entry in position.entries:
        mine = position.tested[entry.name]
        if len(mine) == 1:
            yield entry, mine[0]


def _newest(one: Tested, on: date) -> tuple[Stretch, Mark] | None:
    """The newest point of a process that its day has passed, and the stretch that it is in."""
    if not isinstance(one.process, Process):
        return None
    known = [
        (stretch, mark)
        for stretch in one.process.stretches
        for mark in stretch.marks
        if stretch.limits and mark.point.ends_on <= on
    ]
    return known[-1] if known else None


def _is_known_beyond_chance(one: Tested, on: date) -> bool:
    return one.is_beyond_chance and one.later.ends_on <= on
