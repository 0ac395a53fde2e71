"""Questions from what nobody has supplied. Values in, texts out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from oversight.framework import Entry
from oversight.periods import in_words
from oversight.series import Series
from oversight.themes import Mutilation
from oversight.wording.questions.parts import bodies, within
from oversight.wording.referrals import number_word
from oversight.wording.words import figure_in_words, listed, many

BOYS_UNSEEN = "What is not counted by sex cannot show whether boys are found and helped."
YEARS_ARE_SLOW = "A figure a year comes too late for a body that meets four times a year."
WHO_AND_WHERE = "One figure for all cannot show whom it concerns, or where."
TABLES_HELD_BACK = "No part of it could be shown without a child being counted out."
HELD_BACK = "It is withheld to protect people, and may be told for a longer time or a larger area."
NO_FIGURE = "no figure"
# So many tables are named in a question; the others are counted.
MOST_TABLES = 4


def no_figure(entry: Entry, on: date) -> str:
    since = f" since {in_words(entry.owed_since)}" if entry.owed_since < on else ""
    return f"{entry.title}: no figure has come{since}, so {within(entry.about.question)}"


def owed_since(entry: Entry, on: date) -> str:
    if entry.owed_since >= on:
        return f"A first figure is owed from {in_words(entry.owed_since)}."
    days = many((on - entry.owed_since).days, "day")
    return f"A first figure has been owed for {days}."


def how_many_boys(wanted: int, counting: int) -> str:
    return (
        f"How many of these children are boys, when of {many(wanted, 'figure')} that should tell"
        f" girls from boys {number_word(counting) if counting else 'none'}"
        f" {'count' if counting > 1 else 'counts'} boys?"
    )


def counts_of(have: int, wanted: int, what: str) -> str:
    return f"{have} of {wanted} {what}"


def when_by_quarter(have: int, wanted: int, whom: Iterable[str]) -> str:
    return (
        f"From which quarter will {bodies(whom)} send its figures, when {have} of {wanted} that"
        " are wanted four times a year come so?"
    )


def when_split(dimension: str, have: int, wanted: int, whom: Iterable[str]) -> str:
    split = f"by {dimension}"
    return (
        f"When will {bodies(whom)} send its figures {split}, when {have} of {wanted} that are"
        f" wanted {split} come so?"
    )


def what_of_other_years(found: Mutilation) -> str:
    one = found.comparable
    years = f"{number_word(found.points)} {'year' if found.points == 1 else 'years'}"
    return (
        f"{one.label}: {each_year(one)}, and {years} {_are(found.points)} no"
        f" trend, so what are the figures of the {number_word(found.still_needed)} more that one"
        " needs?"
    )


def no_trend_yet(found: Mutilation) -> str:
    needed, known = number_word(found.points + found.still_needed), number_word(found.points)
    if found.is_broken:
        return (
            f"A trend needs at least {needed} years that can be compared; the series breaks in"
            f" {found.comparable.points[0].period}, so {known} can be."
        )
    return f"A trend needs at least {needed} years, and {known} {_are(found.points)} known."


def each_year(one: Series) -> str:
    return listed(f"{figure_in_words(point)} in {point.period}" for point in one.known)


def what_can_be_said(entry: Entry) -> str:
    return (
        f"{entry.title}: for which longer time or larger area can {bodies(entry.about.owner)} tell"
        " a figure that is withheld now?"
    )


def what_of_the_tables(entry: Entry, rows: Sequence) -> str:
    """The years and places of which a whole table is withheld; rows of about/withheld_tables."""
    of = listed(dict.fromkeys(f"{row.place} in {row.year}" for row in rows[:MOST_TABLES]))
    more = f" and {many(len(rows) - MOST_TABLES, 'other')}" if len(rows) > MOST_TABLES else ""
    held = "the table is" if len(rows) == 1 else "the tables are"
    return (
        f"{entry.title}: {held} withheld whole ({of}{more}), so for which longer time or larger"
        f" area can {bodies(entry.about.owner)} tell a figure?"
    )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
