"""What a chair reads out at a slide: a few calm sentences, every figure with its baseline.

Values in, texts out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from oversight import asks
from oversight.asks import COMMITTEE, Held
from oversight.periods import in_words
from oversight.series import Change, Series
from oversight.themes import Deadlines, Mutilation, Workforce
from oversight.wording.bodies import the
from oversight.wording.findings import (
    allegations_title,
    not_firm,
    overview_title,
    relief_sentence,
    relief_title,
    workforce_lede,
    workforce_title,
)
from oversight.wording.referrals import newest_lacks, points_of_a_trend
from oversight.wording.slides import (
    NEITHER,
    NOTHING_ON_PEOPLE,
    bodies_of,
    questions_title,
)
from oversight.wording.slides_referrals import mutilation_title
from oversight.wording.words import figure_in_words, listed, many, moved, sentence

if TYPE_CHECKING:
    # Questions are made from the same position as slides and import it.
    from oversight.questions.question import Question

# How many rows of a table are read out.
ALOUD = 3


def position(
    change: Change | None, year: Workforce | None, cse: str, fgm: Mutilation, found: Deadlines
) -> str:
    """The overview's finding in full, then a sentence a theme; `cse` is that on exploitation."""
    dated = f"{found.dated} {'has' if found.dated == 1 else 'have'} a date"
    said = (
        f"{overview_title(change, year, found)}.",
        not_firm(year),
        f"{cse}. {mutilation_title(fgm)}. Of {many(found.all, 'ask')} {dated}.",
    )
    return " ".join(filter(None, said))


def allegations(changes: Sequence[Change], both: Series) -> str:
    """The change against each baseline, and what it can and cannot mean."""
    latest = both.latest
    if latest is None:
        return f"{allegations_title(None, None)}. There is nothing to compare."
    if not changes:
        return f"{allegations_title(None, latest)}. There is no earlier year to compare it with."
    first, *others = changes
    lacks = newest_lacks(both).strip()
    said = [
        f"{allegations_title(first, latest)}: from {figure_in_words(first.base)} to"
        f" {figure_in_words(latest)}."
    ]
    if others:
        against = (f"against {one.base.period} they {moved(one.per_cent)}" for one in others)
        said.append(sentence(listed(against)))
    derived = [one.base.period for one in changes if one.base.standing == "derived"]
    if derived:
        count = "figure is" if len(derived) == 1 else "figures are"
        said.append(f"For {listed(derived)} the {count} worked out from printed percentages.")
    return " ".join(filter(None, (*said, lacks, NEITHER)))


def workforce(year: Workforce | None) -> str:
    """From posts to people, and how far help goes."""
    if year is None:
        return f"{NOTHING_ON_PEOPLE}, so how many officers could be at work cannot be said."
    help_ = relief_sentence(year)
    if year.relief is not None and year.abstracted is not None:
        help_ = f"{help_} {sentence(relief_title(year))}"
    said = (f"{workforce_title(year)}.", workforce_lede(year), help_)
    return " ".join(filter(None, said))


def mutilation(fgm: Mutilation) -> str:
    """The counts, what the newest lacks, and that so few show no trend."""
    if fgm.referrals.latest is None:
        return f"{mutilation_title(fgm)}. There is nothing to compare."
    said = [f"{mutilation_title(fgm)}."]
    said.append(newest_lacks(fgm.referrals).strip())
    if fgm.still_needed:
        said.append(points_of_a_trend(fgm))
    return " ".join(filter(None, (*said, NEITHER)))


def questions(asked: Sequence[Question]) -> str:
    """The first questions, each with the reason why it is asked now."""
    if not asked:
        return "No question follows from what is known. The floor is open."
    said = (f"To {bodies_of(one.whom)}: {one.text}" for one in asked[:ALOUD])
    return f"{questions_title(asked)}. The first: {' '.join(said)}"


def due(found: Deadlines, late: Sequence[Held], on: date) -> str:
    """How many asks have a date, how many of those are past it, and which are the latest."""
    without = found.all - found.dated
    dated = f"Of {many(found.all, 'ask')} in the recommendations {found.dated}"
    have = "has a date" if found.dated == 1 else "have a date"
    past = {0: "none is", 1: "1 is"}.get(len(late), f"{len(late)} are")
    said = [f"{dated} {have}; {past} past it on {in_words(on)}."]
    said += [
        f"{one.id}, {_whose(one)}, is {many(-one.standing.days, 'day')} late."
        for one in late[:ALOUD]
    ]
    if without > 1:
        said.append(f"The other {without} have no date, so they can never be late.")
    return " ".join(said)


def _whose(one: Held) -> str:
    """Whose ask it is now: of those who owe it, for the Committee to assess, or of nobody."""
    stands = one.standing
    bodies = asks.answering(stands)
    if not bodies:
        return "which names nobody"
    if bodies == (COMMITTEE,) != stands.owners:
        return "which waits for the Committee's finding"
    return f"of {listed(map(the, bodies))}"
