"""Every rule, in the order in which questions press: this table alone ranks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from oversight.questions.question import Question
from oversight.questions.rules import (
    changes,
    contradictions,
    deadlines,
    gaps,
    promises,
    signals,
)
from oversight.slides import Position

Rule = Callable[[Position], Iterator[Question]]

# From the most pressing to the least; the place is the weight, so nothing ties but within a rule.
RULES: tuple[Rule, ...] = (
    # A day that was named and has passed: somebody already owes the answer.
    deadlines.asks_past_their_date,
    promises.figures_promised_and_late,
    promises.promises_past_their_date,
    deadlines.unnumbered_asks_past_their_date,
    promises.questions_left_open,
    # What does not add up: until it is settled, no other figure of its kind can be read.
    contradictions.posts_are_not_people,
    contradictions.help_falls_short,
    # What a day is near for, what was promised, and what nobody can be late with.
    deadlines.asks_near_their_date,
    promises.figures_promised,
    promises.asked_for_and_none_yet,
    deadlines.asks_nobody_owns,
    # Whom the figures leave out, what a change means, and who is right.
    gaps.boys_not_counted,
    changes.allegations_that_moved,
    contradictions.contested_accounts,
    contradictions.team_not_complete,
    gaps.too_few_years,
    signals.counts_beyond_chance,
    signals.processes_that_changed,
    # Days that slip or were never named, and words that fade.
    deadlines.dates_that_moved,
    deadlines.words_gone_stale,
    deadlines.asks_without_a_date,
    deadlines.asks_without_an_interval,
    # Figures: what moved, what comes too seldom, what is held back, missing or told for all alone.
    changes.figures_that_moved,
    signals.promised_and_too_short,
    gaps.quarters_not_supplied,
    gaps.tables_withheld,
    gaps.figures_withheld,
    gaps.figures_nobody_supplied,
    gaps.splits_not_supplied,
    # Doubts without a figure, papers that disagree, and asks outside the recommendations.
    contradictions.questioned_accounts,
    contradictions.claims_that_conflict,
    deadlines.unnumbered_asks_nobody_owns,
)
WEIGHTS = {rule.__name__: len(RULES) - place for place, rule in enumerate(RULES)}


def put_by(rule: Rule, position: Position) -> tuple[Question, ...]:
    """What one rule asks of a position, with its name and weight."""
    name = rule.__name__
    return tuple(replace(one, rule=name, weight=WEIGHTS[name]) for one in rule(position))


def is_of_the_log(one: Question) -> bool:
    """Whether it was put at an earlier meeting: its answer goes to the line that is there."""
    return one.rule == promises.questions_left_open.__name__


def asked(position: Position) -> tuple[Question, ...]:
    """Every question that a position raises, the most pressing first."""
    found = [one for rule in RULES for one in put_by(rule, position)]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.key)))
