"""The findings on working with partners: boards, reviews, hubs, conferences, promises."""

from __future__ import annotations

import math
from calendar import month_name
from collections.abc import Mapping, Sequence
from datetime import date

from oversight import bounds, themes
from oversight.asks import KEPT, OVERDUE, SETTLED, Held
from oversight.bounds import Bounds
from oversight.periods import in_words
from oversight.series import Point
from oversight.themes import Measure, Topic
from oversight.wording.ask import answer_so_far
from oversight.wording.words import listed, many, sentence

# What the documents say of the time where they say nothing.
NO_BASIS = {"", "none"}


def partners_title(measures: Mapping[str, Measure], wholes, is_limited: bool) -> str:
    """The finding of the page: hubs, officers for reviews, and what has no figure.

    Args:
        wholes: how many `boroughs` and local `authorities` there are.
        is_limited: to chosen years.
    """
    hubs, reviewers, boards = (
        measures[name].latest if name in measures else None
        for name in (themes.HUBS, themes.REVIEWERS, themes.BOARDS)
    )
    parts = []
    if hubs:
        parts.append(hubs_finding(hubs, wholes.boroughs))
    if reviewers:
        parts.append(reviewers_finding(reviewers, boards))
    parts += without_figure(list(measures.values()), is_limited)
    return sentence(listed(parts))[:-1] if parts else "Every measure has a figure"


def topic_title(
    topic: Topic,
    measures: Mapping[str, Measure],
    wholes,
    overdue: int,
    is_limited: bool,
) -> str:
    """The finding of one topic: what is known of it, and what is late or has no figure.

    Args:
        measures: those of every topic, since one may need another's figure.
        wholes: how many `boroughs` and local `authorities` there are.
        overdue: how many of the topic's asks and promises are past their date.
        is_limited: to chosen years.
    """
    known = [one for one in topic.measures if one.latest]
    parts = [measure_finding(topic, one, measures, wholes) for one in known]
    if known:
        parts += without_figure(topic.measures, is_limited)
    else:
        where = " for the years shown" if is_limited and topic.measures else ""
        parts = [f"{topic.title}: no figure has been given{where}"]
    if overdue:
        parts.append(past_their_date(overdue, len(topic.asks)))
    return sentence("; ".join(parts))[:-1]


def without_figure(measures: Sequence[Measure], is_limited: bool) -> list[str]:
    """How many measures have no figure, and where or when; nothing where all have one."""
    without = [one for one in measures if one.latest is None]
    if not without:
        return []
    where = ""
    if is_limited:
        where = " for the years shown"
    elif any(one.given for one in without):
        where = " for London"
    have = "has" if len(without) == 1 else "have"
    return [f"{len(without)} of {len(measures)} measures {have} no figure{where}"]


def measure_finding(topic: Topic, one: Measure, measures: Mapping[str, Measure], wholes) -> str:
    """What the latest figure of a measure comes down to."""
    figure = bounds.printed(one.latest.figure, one.unit)
    if one.name == themes.HUBS:
        found = hubs_finding(one.latest, wholes.boroughs)
        if exceeds(one.latest.figure, wholes.boroughs):
            return found
        return f"{found}; of how many is not stated"
    if one.name == themes.BOARDS:
        return f"{figure} boards for {wholes.authorities} local authorities"
    if one.name == themes.REVIEWERS:
        boards = measures.get(themes.BOARDS)
        return reviewers_finding(one.latest, boards.latest if boards else None)
    if one.name == themes.FIRST_CONFERENCES:
        if topic.disputing(one.latest):
            return "Whether police come to case conferences is contested"
        return f"Police came to {figure} of first case conferences"
    return f"{one.title}: {figure} in {one.latest.period}"


def hubs_finding(hubs: Point, boroughs: int) -> str:
    """How many have a hub; more than there are boroughs must count the City."""
    figure = bounds.printed(hubs.figure)
    if exceeds(hubs.figure, boroughs):
        return f"{figure} local authorities, the City of London among them, have a hub"
    return f"{figure} boroughs have a hub"


def exceeds(figure: Bounds, whole: int) -> bool:
    """Whether a count is more than the whole it might be counted from."""
    return figure.is_exact and figure.lower > whole


def reviewers_finding(reviewers: Point, boards: Point | None) -> str:
    """How many officers there are for the reviews of how many boards."""
    many = bounds.printed(reviewers.figure)
    whose = f"all {bounds.printed(boards.figure)} boards" if boards else "all boards"
    return f"{many} {'officer serves' if many == '1' else 'officers serve'} the reviews of {whose}"


def shares_of_the_wholes(figure: Bounds, wholes: dict[str, int]) -> dict[str, str]:
    """What an exact count is of each whole it may be counted from, to the whole per cent."""
    if not figure.is_exact:
        return {}
    return {
        f"{whole} {name}": f"{math.floor(figure.lower / whole * 100 + 0.5)}%"
        for name, whole in wholes.items()
        if figure.lower <= whole
    }


def counted_from(figure: Bounds, wholes: dict[str, int]) -> list[dict[str, str]]:
    """A count against each whole it may be counted from, as rows of a table."""
    shares = shares_of_the_wholes(figure, wholes)
    return [
        {
            "If counted from": f"{whole} {name}",
            "With": bounds.printed(figure),
            "Without": f"{whole - figure.lower:.0f}" if f"{whole} {name}" in shares else "[x]",
        }
        for name, whole in wholes.items()
    ]


def whole_not_stated(figure: Bounds, wholes: dict[str, int]) -> str:
    """What a count would be of each whole, and that nobody has said which is meant.

    What is more than one whole can only be of the other.
    """
    shares = shares_of_the_wholes(figure, wholes)
    if len(shares) < 2:
        over = [f"{whole} {name}" for name, whole in wholes.items() if exceeds(figure, whole)]
        if not over or not shares:
            return ""
        return (
            f"{bounds.printed(figure)} is more than the {listed(over)}, so the City of London must"
            " be counted."
        )
    said = " and ".join(f"{share} of {whole}" for whole, share in shares.items())
    return f"{bounds.printed(figure)} would be {said}; nobody has said which is meant."


def without_one(figure: Bounds, wholes: dict[str, int]) -> str:
    """How many are left without, and that nobody has named them."""
    left = [whole - int(figure.lower) for whole in wholes.values() if figure.lower <= whole]
    if not figure.is_exact or not left or max(left) == 0:
        return ""
    return f"{listed([f'{many}' for many in left], 'or')} would be without one; none is named."


def said_when(month: str | None) -> str:
    """The month in which something was said: "March 2014"."""
    if not month:
        return "not dated"
    return f"{month_name[int(month[5:])]} {month[:4]}"


def standing_on(one: Held, reported_on: date) -> str:
    """How an ask or promise stands on the reading date: days left, overdue, or no day named."""
    stands = one.standing
    if stands.time == SETTLED:
        return stands.delivery
    if stands.time == KEPT:
        return KEPT
    if stands.time == OVERDUE:
        answer = answer_so_far(stands) or "no answer recorded"
        return f"overdue by {many(-stands.days, 'day')}, {answer}"
    if stands.days is not None:
        return f"due in {many(stands.days, 'day')}" if stands.days else "due today"
    if one.asked.due_basis in NO_BASIS:
        return "no date set"
    since = many((stands.on - reported_on).days, "day")
    return f"no day named, only “{one.asked.due_basis}”; {since} since the report"


def due(one: Held) -> str:
    """The date it is held to, if it has one."""
    return in_words(one.standing.due_on) if one.standing.due_on else "no date"


def past_their_date(overdue: int, asks: int) -> str:
    """How many asks and promises are past their date."""
    if not overdue:
        return "No ask or promise is past its date"
    late = "is past its date" if overdue == 1 else "are past their date"
    return f"{overdue} of {asks} asks and promises {late}"
