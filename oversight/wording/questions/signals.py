"""Questions from what chance alone would hardly do, in neutral words. Values in, texts out."""

from __future__ import annotations

from oversight.framework import Entry
from oversight.statistics import Mark, Refusal, Stretch, Tested
from oversight.statistics.process import FEWEST_POINTS
from oversight.wording import process, signal
from oversight.wording.questions.parts import bodies
from oversight.wording.referrals import number_word
from oversight.wording.words import figure_in_words, with_marker


def what_happened(entry: Entry, stretch: Stretch, mark: Mark) -> str:
    """A point that stands out, by which rule and from which limits."""
    point = mark.point
    return (
        f"{entry.title}: {figure_in_words(point, entry.unit)} in {point.period} stands out"
        f" ({process.RULES[mark.rule]}; {process.limits_of(stretch, entry.unit)}), so what happened"
        " then, and which count would show it?"
    )


def by_the_rules(entry: Entry, mark: Mark) -> str:
    word = process.signal_word(entry.about.better, mark.is_high).capitalize()
    return f"{word}, by the rules of a process chart. {process.A_SIGNAL}"


def stands_at(entry: Entry, mark: Mark) -> str:
    return f"{with_marker(mark.point, entry.unit)} in {mark.point.period}"


def more_than_chance(entry: Entry, one: Tested) -> str:
    """Two counts that chance alone would hardly make of each other."""
    more = "more" if one.counts.interval[0] > 1 else "fewer"
    return (
        f"{entry.title}: {signal.two_figures(one.earlier, one.later, entry.about.unit)}, {more}"
        " than chance would give if cases were independent, so what lies behind it, and which count"
        " would show that?"
    )


def ratio_told(one: Tested) -> str:
    return f"{signal.unmarked(signal.ratio_sentence(one.counts))} {signal.NEVER}"


def times_on(one: Tested) -> str:
    return f"×{signal.ratio(one.counts)} on {one.earlier.period}"


def when_enough(entry: Entry, refused: Refusal) -> str:
    """How many more points limits need, and from whom."""
    return (
        f"{entry.title}: when will {bodies(entry.about.owner)} have sent the"
        f" {number_word(refused.needed)} more exact figures that limits need to show a change?"
    )


def too_few(refused: Refusal) -> str:
    return process.too_few(refused)


def points_of(refused: Refusal) -> str:
    return f"{refused.points} of {FEWEST_POINTS} points"
