"""The findings on exploitation, mutilation and social-care assessments. Values in, texts out."""

from __future__ import annotations

from oversight import bounds
from oversight.asks import Kept
from oversight.bounds import Bounds
from oversight.periods import in_words
from oversight.series import Point, Series
from oversight.themes import Assessments, Exploitation, Mutilation
from oversight.wording.words import figure_in_words, many, moved, opening, sentence

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
        found = f"{FACTORS[factor]} figured in {figure_in_words(published)}"
    elif total is not None and (total.lower or total.upper):
        found = f"{FACTORS[factor]} figured in {bounds.printed(total)}"
    else:
        return sentence(_referrals_of(fgm))[:-1]
    return f"{found} London assessments in {year}; {_referrals_of(fgm)}"


def assessments_sum(found: Assessments, year: str, published: Point | None) -> str:
    """What the authorities add up to, what that lacks, and what the publisher says."""
    total = lacking(found.total(year), found.not_available(year), found.not_supplied(year))
    summed = f"{year}: the {len(found.authorities)} authorities add up to {total}"
    if published is None or not published.is_number:
        return f"{summed}; no total for London is published."
    return f"{summed}; London as published is {figure_in_words(published)}, rounded."


def lacking(total: Bounds, not_available: int, not_supplied: int) -> str:
    """A sum and what it lacks: "at least 77, 16 withheld"."""
    said = bounds.printed(total)
    if said == "not stated":
        said = "an unknown number"
    if not_available:
        said += f", {not_available} not available"
    return f"{said}, {not_supplied} not supplied" if not_supplied else said


def ratio_words(fgm: Mutilation) -> str:
    """How many times the count before the latest count is."""
    said = bounds.times(fgm.ratio)
    return f"{said} times as many" if fgm.ratio >= 1 else f"{said} times the number"


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


def newest_lacks(one: Series) -> str:
    """That a newer period than the latest count has no number, where that is so."""
    newest = one.points[-1]
    if newest.is_number or one.latest is None:
        return ""
    return f"{newest.period} is {newest.standing}, so {one.latest.period} is the newest count. "


def interval_words(fgm: Mutilation) -> str:
    """The exact interval of the ratio."""
    low, high = fgm.interval
    return f"95% interval {bounds.times(low)} to {bounds.times(high)}"


def exploitation_title(found: Exploitation, said: str) -> str:
    """Referrals now against those expected."""
    if found.counted:
        now = opening(found.counted, f"CSE referrals in {found.counted.period}")
    elif found.quarters.latest:
        latest = found.quarters.latest
        now = opening(latest, f"CSE referrals in {latest.period}, a quarter")
    else:
        now = f"CSE referrals: {said or 'no figure supplied'}"
    if found.expected is None:
        return now
    return f"{now}; {figure_in_words(found.expected)} were expected"


def promise_state(state: Kept) -> str:
    """A promise to supply a figure against the reading date: kept, due or overdue."""
    came = ""
    if state.first_on is not None:
        number = f"{many(state.figures, 'figure')} {'is' if state.figures == 1 else 'are'}"
        came = f"{number} recorded here, the first since {in_words(state.first_on)}"
    if state.is_kept:
        late = f", {many(state.days_late, 'day')} late" if state.days_late else ""
        return f"Kept as to figures{late}: {came}."
    lacking = "no figure had been supplied by then" if came else "no figure has been supplied"
    if not came and state.withheld:
        lacking = "what has come is withheld [c]"
    after = f" {sentence(came)}" if came else ""
    if state.days is None:
        return f"No date was promised, and {lacking}.{after}"
    if state.days < 0:
        late = many(-state.days, "day")
        return f"Overdue by {late}: promised for {in_words(state.due_on)}, and {lacking}.{after}"
    if state.days == 0:
        return f"Due today, {in_words(state.due_on)}; {lacking}.{after}"
    return f"Due in {many(state.days, 'day')}, on {in_words(state.due_on)}; {lacking}.{after}"


def fgm_finding(fgm: Mutilation) -> str:
    """What became of the count since the one before it, as far as the two can be compared."""
    latest, before = fgm.referrals.latest, fgm.baseline
    if before is None:
        said = f"FGM referrals were {figure_in_words(latest)} in {latest.period}"
        # Of two years between which the series breaks neither says anything of the other.
        apart = f", which {fgm.referrals.previous.period} cannot be compared with"
        return f"{said}{apart}" if fgm.is_broken else said
    said = f"FGM referrals {moved(latest.figure.change_from(before.figure))}"
    if fgm.still_needed:
        return f"{said}, yet {number_word(fgm.points)} points show no trend"
    return said


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
    return f"FGM referrals {moved(change)} to {figure_in_words(latest)} in {latest.period}"
