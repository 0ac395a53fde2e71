"""Questions from promises: figures that were to come, days that passed, questions left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oversight import asks, themes
from oversight.asks import NOT_YET_DUE, OVERDUE, Held
from oversight.questions.putting import at, key_of_words, put
from oversight.questions.question import Question
from oversight.slides import Position
from oversight.wording.questions import promises as words
from oversight.wording.questions.parts import date_passed, days_late


def figures_promised_and_late(position: Position) -> Iterator[Question]:
    """Each figure that a body promised to supply, has not, and whose day has passed."""
    return (_figure_of(position, one) for one in _awaited(position) if _is_late(one))


def figures_promised(position: Position) -> Iterator[Question]:
    """Each figure that a body promised to supply and has not, its day to come or never named."""
    return (_figure_of(position, one) for one in _awaited(position) if not _is_late(one))


def promises_past_their_date(position: Position) -> Iterator[Question]:
    """Each other promise whose day has passed with nothing to show."""
    for one in position.held:
        if one.is_promise and one.kept is None and one.standing.time == OVERDUE:
            yield put(
                f"late {one.id}",
                words.what_became_of(one),
                date_passed(one),
                figure=days_late(one),
                address=at("recommendations", ask=one.id),
                whom=asks.answering(one.standing),
                about=one.id,
            )


def questions_left_open(position: Position) -> Iterator[Question]:
    """Each question of an earlier meeting without its answer, or whose promise is not kept."""
    for row in asks.open_actions(position.actions, position.on):
        yield put(
            key_of_words("open", asks.question_of(row.met_on, row.question, row.asked_of)),
            words.asked_before(row),
            words.left_open(row, position.on),
            figure=words.open_since(row, position.on),
            address=at("recommendations", log="Open"),
            whom=(row.promised_by or row.asked_of,),
            about=row.about,
        )


def asked_for_and_none_yet(position: Position) -> Iterator[Question]:
    """Each thing that is to be held or done, counted at nought, while its ask is not yet late."""
    for entry in position.entries:
        line = entry.lines[0] if len(entry.lines) == 1 else None
        newest = line.newest if line else None
        is_nought = newest is not None and newest.is_number and newest.figure.upper == 0
        if not is_nought or entry.about.better != "higher":
            continue
        for one in _to_come(position, entry.about.related_asks)[:1]:
            yield put(
                f"none_yet {entry.name}",
                words.when_the_first(entry, newest, one),
                words.due_by(one),
                figure=words.none_up_to(entry, newest),
                address=at("recommendations", ask=one.id),
                whom=asks.answering(one.standing),
                about=one.id,
            )


def _awaited(position: Position) -> list[Held]:
    """The promises of a figure that are not kept; one that has come later is asked no more."""
    return [
        one for one in position.held
        if one.is_promise and one.kept and not one.kept.is_kept
        and not position.entry(one.asked.indicator).has_figure
    ]  # fmt: skip


def _is_late(one: Held) -> bool:
    return one.kept.days is not None and one.kept.days < 0


def _figure_of(position: Position, one: Held) -> Question:
    """Where the figure is that was promised: the same question before its day and after."""
    entry = position.entry(one.asked.indicator)
    is_cases = entry.name == themes.CSE
    expected = position.exploitation.expected if is_cases else None
    return put(
        f"figure {one.id}",
        words.how_many_cases(one, expected) if is_cases else words.figure_due(one, entry),
        words.promise_of_a_figure(one),
        figure=words.none_counted(entry, expected),
        address=at("framework", indicator=entry.name),
        whom=one.standing.owners,
        about=entry.name,
    )


def _to_come(position: Position, names: Sequence[str]) -> list[Held]:
    """Those of these asks that are due later than in a quarter, the first of them first."""
    found = [one for one in position.held if one.id in names and one.standing.time == NOT_YET_DUE]
    return sorted(found, key=lambda one: (one.standing.due_on, one.id))
