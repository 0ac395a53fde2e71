"""Questions from promises and from what meetings left open. Values in, texts out."""

from __future__ import annotations

from datetime import date

from oversight.asks import Held
from oversight.framework import Entry
from oversight.periods import in_words
from oversight.series import Point
from oversight.wording.questions.parts import days_late, owing, within
from oversight.wording.words import figure_in_words, many, with_marker


def what_became_of(one: Held) -> str:
    return (
        f"What has become of this promise by {owing(one)} for {in_words(one.standing.due_on)}, now"
        f" {days_late(one)}: {within(one.asked.summary)} ({one.id})?"
    )


def how_many_cases(one: Held, expected: Point | None) -> str:
    """How many cases there are, against what was expected and when the count was promised."""
    wanted = f"when {with_marker(expected)} are expected and " if expected else "since "
    return (
        f"How many CSE cases have been referred to {owing(one)} so far, {wanted}a count was"
        f" promised {_promised_for(one)}?"
    )


def figure_due(one: Held, entry: Entry) -> str:
    return f"{entry.title}: what is the figure that {owing(one)} promised {_promised_for(one)}?"


def promise_of_a_figure(one: Held) -> str:
    kept = one.kept
    lacks = "what has come is withheld" if kept.withheld else "no figure has come"
    if kept.days is None:
        return f"No day was named, and {lacks}."
    if kept.days < 0:
        return f"The day promised is {many(-kept.days, 'day')} past, and {lacks}."
    return f"The day promised is {many(kept.days, 'day')} away, and {lacks}."


def none_counted(entry: Entry, expected: Point | None) -> str:
    said = "withheld [c]" if entry.about.withheld else "none counted"
    return f"{said}; {with_marker(expected)} expected" if expected else said


def asked_before(row) -> str:
    """A question of an earlier meeting, put again."""
    before = " ".join(row.question.split()).rstrip("?. ")
    promised = f", promised for {in_words(row.due_on)}" if row.due_on else ""
    return f"What is the answer to the question of {in_words(row.met_on)}, “{before}”{promised}?"


def left_open(row, on: date) -> str:
    if row.due_on and row.due_on < on:
        return f"The promised date is {many((on - row.due_on).days, 'day')} past."
    what = "It was promised" if row.outcome == "promised" else "It was asked"
    return f"{what} and is still open."


def open_since(row, on: date) -> str:
    return f"open for {many((on - row.met_on).days, 'day')}"


def when_the_first(entry: Entry, newest: Point, one: Held) -> str:
    return (
        f"{entry.title}: none up to {in_words(newest.ends_on)}, so when will {owing(one)}"
        f" {within(one.asked.summary)} ({one.id}), which is due on"
        f" {in_words(one.standing.due_on)}?"
    )


def due_by(one: Held) -> str:
    return f"It is due in {many(one.standing.days, 'day')}, and none has been counted."


def none_up_to(entry: Entry, newest: Point) -> str:
    return f"{figure_in_words(newest)} {entry.about.unit} up to {in_words(newest.ends_on)}"


def _promised_for(one: Held) -> str:
    kept = one.kept
    if kept.days is None:
        return "without a day"
    late = f", {many(-kept.days, 'day')} ago" if kept.days < 0 else ""
    return f"for {in_words(kept.due_on)}{late}"
