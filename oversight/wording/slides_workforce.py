"""What slides say of posts and people, each figure as firm as the weakest that it rests on.

Values in, texts out.
"""

from __future__ import annotations

from oversight import bounds
from oversight.themes import Workforce
from oversight.wording.words import figure_in_words, listed, with_marker

POSTS_ARE_NOT_PEOPLE = "Posts are not people, and they also investigate rape of adults."


def at_work(year: Workforce) -> str:
    """Officers at work with the marker of the weakest figure that it rests on."""
    marker = year.at_work_on[1]
    said = bounds.printed(year.at_work)
    return f"{said} [{marker}]" if marker else said


def workforce_finding(year: Workforce) -> str:
    """The page's finding, each figure with its marker."""
    return (
        f"The budget of {year.year} allowed for {with_marker(year.budget)} officer posts;"
        f" {at_work(year)} could be at work"
    )


def posts_and_people(year: Workforce | None) -> str:
    """What posts are not, and why the last bar may be no headcount."""
    if year is None:
        return ""
    if year.at_work.is_exact:
        return POSTS_ARE_NOT_PEOPLE
    people = (year.in_post or year.vacant, year.abstracted, year.maternity)
    days = {point.period for point in people if point}
    why = "Not all is exact" if all(people) else "Not all is stated"
    why = "The dates differ" if len(days) > 1 else why
    return f"{POSTS_ARE_NOT_PEOPLE} {why}, so the last bar is a ceiling and no headcount."


def not_firm(year: Workforce | None) -> str:
    """Which figures on people are not firm, in words; nothing where all are."""
    named = year and (
        (year.budget, "posts budgeted"),
        (year.in_post, "officers in post"),
        (None if year.in_post else year.vacant, "posts vacant"),
        (year.abstracted, "on other duties"),
        (year.maternity, "on maternity leave"),
    )
    said = [
        f"{figure_in_words(point)} {name}"
        for point, name in named or ()
        if point and point.is_number and point.marker
    ]
    if not said:
        return ""
    return f"Not firm: {listed(said)}. What is worked out from them is no firmer."
