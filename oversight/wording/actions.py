"""Words for the log of meetings: questions, answers and promises. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight import asks
from oversight.periods import in_words
from oversight.wording.bodies import the
from oversight.wording.words import cut, many, plain

EMPTY_LOG = "No question put at a meeting has been recorded yet."

# How many open questions are told in full where there is room for a few only.
MOST_TOLD = 3
# How many letters of each are told there.
MOST_LETTERS = 200


def log_sentence(words: Sequence, on: date) -> str:
    """How many questions there are, how many wait, and how many promises are past their date."""
    if not words:
        return EMPTY_LOG
    waiting = [row for row in words if asks.is_open(row)]
    late = sum(days_late(row, on) > 0 for row in waiting)
    if not waiting:
        every = "It is" if len(words) == 1 else "All are"
        return f"{many(len(words), 'question')} recorded. {every} settled."
    said = f"{len(waiting)} of {many(len(words), 'question')} {_is(len(waiting))} open"
    return f"{said}; {late} {_is(late)} past the promised date." if late else f"{said}."


def open_in_short(waiting: Sequence, on: date) -> list[str]:
    """Open questions in a sentence each, a few of them, long ones cut, the rest counted."""
    told = [_question_in_short(row, on) for row in waiting[:MOST_TOLD]]
    rest = len(waiting) - MOST_TOLD
    return [*told, f"{rest} more {_is(rest)} open."] if rest > 0 else told


def came_of(row) -> str:
    """What came of a question: the last word on it."""
    if row.outcome == "asked":
        return "asked, not answered yet"
    if row.outcome == "promised":
        return f"promised by {the(row.promised_by)}"
    return row.outcome


def promised_for(row, on: date) -> str:
    """For when it was promised and, where it is still open, how long that is to come or past."""
    if row.due_on is None:
        return "no date set"
    if not asks.is_open(row):
        return in_words(row.due_on)
    late = days_late(row, on)
    if late > 0:
        return f"{in_words(row.due_on)}, overdue by {many(late, 'day')}"
    return f"{in_words(row.due_on)}, {many(-late, 'day')} left"


def days_late(row, on: date) -> int:
    """Days past the promised date; below nought before it, nought where there is none."""
    return 0 if row.due_on is None else (on - row.due_on).days


def _question_in_short(row, on: date) -> str:
    due = "" if row.due_on is None else f" for {promised_for(row, on)}"
    asked = f"to {the(row.asked_of)} on {in_words(row.met_on)}"
    question = plain(cut(row.question, MOST_LETTERS))
    return f"“{question}” {asked}: {came_of(row)}{due}."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
