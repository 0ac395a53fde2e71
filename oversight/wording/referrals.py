"""The findings on exploitation, mutilation and social-care assessments. Values in, texts out."""

from __future__ import annotations

from datetime import date

from oversight import bounds
from oversight.bounds import Bounds
from oversight.periods import in_words
from oversight.series import Point
from oversight.themes import Exploitation, Kept, Mutilation
from oversight.wording.words import figure_in_words, many, moved, sentence

# What a factor is called in a sentence.
FACTORS = {"CSE": "Sexual exploitation", "FGM": "FGM", "Neglect": "Neglect"}

COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# What recommendation 7 wants mapped, and which indicators bear on it.
MAPPING = (
    (
        "Its nature in each community",
        "Who refers, at what age, from which community, and where the harm was done.",
        ("fgm_referrals", "fgm_prosecutions_announced"),
    ),
    (
        "Its extent in London",
        "How many women and girls live with it, counted once, on one date, for London.",
        ("fgm_women_estimated", "fgm_hospital_presentations", "assessment_factor_fgm"),
    ),
    (
        "Which children are at risk",
        "How many girls, by borough and age, set against the children who live there.",
        ("fgm_girls_at_risk_estimated", "borough_child_population"),
    ),
)


def number_word(count: int) -> str:
    """A small number in letters, a larger one in figures."""
    return COUNTED[count] if count < len(COUNTED) else f"{count:,}"


def cse_and_fgm_title(
    factor: str, published: Point | None, total: Bounds | None, year: str | None, fgm: Mutilation
) -> str:
    """The finding of the page: assessments in London, and how far FGM referrals can be read."""
    if published is not None and published.is_number:
        found = f"{FACTORS[factor]} figured in {bounds.printed(published.figure)}"
    elif total is not None and (total.lower or total.upper):
        found = f"{FACTORS[factor]} figured in {bounds.printed(total)}"
    else:
        return sentence(_referrals_of(fgm))[:-1]
    return f"{found} London assessments in {year}; {_referrals_of(fgm)}"


def assessments_sum(
    year: str, authorities: int, total: Bounds, absent: int, published: Point | None
) -> str:
    """What the authorities add up to, what that lacks, and what the publisher says."""
    summed = f"{year}: the {authorities} authorities add up to {lacking(total, absent)}"
    if published is None or not published.is_number:
        return f"{summed}; no total for London is published."
    return f"{summed}; London as published is {bounds.printed(published.figure)}, rounded."


def lacking(total: Bounds, absent: int) -> str:
    """A sum and what it lacks: "at least 77, 16 withheld"."""
    said = bounds.printed(total)
    if said == "not stated":
        said = "an unknown number"
    return f"{said}, {absent} not available" if absent else said


def ratio_words(fgm: Mutilation) -> str:
    """How many times the count before the latest count is."""
    times = fgm.ratio
    return f"{times:.2f} times as many" if times >= 1 else f"{times:.2f} times the number"


def points_of_a_trend(fgm: Mutilation) -> str:
    """What so few points can show, and how many more are needed."""
    years = f"{sentence(number_word(fgm.points))[:-1]} point{'' if fgm.points == 1 else 's'}"
    verb = "is" if fgm.points == 1 else "are"
    if fgm.still_needed:
        return (
            f"{years} {verb} no trend. A trend needs at least"
            f" {number_word(fgm.points + fgm.still_needed)} years,"
            f" so {number_word(fgm.still_needed)} more."
        )
    return f"{years} {verb} enough to look for a trend."


def interval_words(fgm: Mutilation) -> str:
    """The exact interval of the ratio."""
    low, high = fgm.interval
    return f"95% interval {low:.2f} to {high:.2f}"


def exploitation_title(found: Exploitation, said: str) -> str:
    """Referrals now against those expected."""
    now = (
        f"{figure_in_words(found.counted)} CSE referrals in {found.counted.period}"
        if found.counted
        else f"CSE referrals: {said}"
        if said
        else "CSE referrals: no figure supplied"
    )
    if found.expected is None:
        return now
    return f"{now}; {bounds.printed(found.expected.figure)} were expected"


def promise_state(state: Kept, due_on: date | None, first: str = "") -> str:
    """A promise to supply a figure against the reading date: kept, due or overdue."""
    if state.is_kept:
        return f"Kept: figures have been supplied{f' from {first} on' if first else ''}."
    if due_on is None:
        return "No date was promised, and no figure has been supplied."
    if state.is_overdue:
        return (
            f"Overdue by {many(-state.days, 'day')}: promised for {in_words(due_on)}, and no"
            " figure has been supplied."
        )
    if state.days == 0:
        return f"Due today, {in_words(due_on)}; no figure has been supplied yet."
    left = many(state.days, "day")
    return f"Due in {left}, on {in_words(due_on)}; no figure has been supplied yet."


def for_each_officer(ratio: Bounds | None) -> str:
    """Referrals for each officer as words."""
    return "not known" if ratio is None else bounds.printed(ratio)


def _referrals_of(fgm: Mutilation) -> str:
    latest, previous = fgm.referrals.latest, fgm.referrals.previous
    if latest is None:
        return "no figure on FGM referrals for this period"
    if fgm.still_needed:
        points = "point" if fgm.points == 1 else "points"
        return f"for FGM referrals there {'is' if fgm.points == 1 else 'are'}" + (
            f" {number_word(fgm.points)} {points} and no trend"
        )
    change = latest.figure.change_from(previous.figure)
    return f"FGM referrals {moved(change)} to {bounds.printed(latest.figure)} in {latest.period}"
