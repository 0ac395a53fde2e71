"""The findings of each theme as sentences, ready to be a title. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import series
from oversight.series import Change, Point, Series
from oversight.themes import Workforce
from oversight.wording.words import (
    figure_in_words,
    listed,
    marked,
    moved,
    opening,
    sentence,
    with_marker,
)

# The four ways to explain a rise, which the documents name or leave open; a rise alone cannot
# tell them apart.
EXPLANATIONS = (
    (
        "More people come forward",
        "Said by the Assistant Commissioner (report p. 12): more trust in police and courts.",
        "How long after the abuse it was reported, and by whom.",
    ),
    (
        "Older abuse is reported now",
        "Said by the Assistant Commissioner (report p. 12): the publicity round Savile.",
        "A split by the year in which the abuse took place.",
    ),
    (
        "Recording changed",
        "Nobody said so. MOPAC fears that targets would distort recording (report p. 32).",
        "No-crime decisions by year, and an audit of recording.",
    ),
    (
        "More abuse happens",
        "Nobody said so, and the report does not test it.",
        "A survey that does not depend on reports to the police.",
    ),
)


def allegations_title(
    change: Change | None, latest: Point | None, longest: Change | None = None
) -> str:
    """The finding of the allegations page, its baseline named, and the longest view beside it."""
    if change is not None:
        also = ""
        if longest is not None and longest.base.period != change.base.period:
            also = f", and {moved(longest.per_cent)} since {longest.base.period}"
        return (
            f"Rape and sexual assault allegations {moved(change.per_cent)}"
            f" between {change.base.period} and {change.point.period}{also}"
        )
    if latest is not None:
        return opening(latest, f"allegations of rape and sexual assault in {latest.period}")
    return "No figure on rape and sexual assault allegations for this period"


def same_against_all(latest: Point) -> str:
    return f"The same {with_marker(latest)} against every baseline"


def documents_on(changes: Sequence, labels: dict[str, str], latest: str) -> str:
    """Which document used which baseline, in one sentence each."""
    said = []
    for row in changes:
        where = f"report p. {row.page}" if row.document == "report" else "press release"
        percent = row.value_as_printed.replace(" per cent", "%")
        said.append(f"{labels.get(row.indicator, row.indicator)} {percent} from {row.from_period}"
                    f" ({where})")  # fmt: skip
    end = {row.to_period for row in changes}
    stale = "" if not end or end == {latest} else f" All to {listed(sorted(end))}."
    return f"The documents used: {'; '.join(said)}.{stale}" if said else ""


def composition_title(share: Series) -> str:
    """How the mix changed between the first and the last year that are known."""
    share = series.comparable(share)
    if share.previous is None:
        return "The mix of allegations"
    first, last = share.known[0], share.known[-1]
    return (
        f"Rape and sexual assault: {with_marker(first, '%')} of all in {first.period},"
        f" {with_marker(last, '%')} in {last.period}"
    )


def rest_sentence(rest: Series) -> str:
    """What became of the allegations that are neither rape nor sexual assault."""
    rest = series.comparable(rest)
    if rest.previous is None:
        return "What the other allegations did cannot be said from one year that can be compared."
    first, last = rest.known[0], rest.known[-1]
    return (
        f"All other allegations {moved(last.figure.change_from(first.figure))}: they were"
        f" {figure_in_words(first)} in {first.period} and {figure_in_words(last)} in {last.period}."
    )


def at_work(year: Workforce) -> str:
    """Officers at work, as firm as the weakest figure that they rest on."""
    return marked(year.at_work, year.at_work_on[1])


def workforce_title(year: Workforce) -> str:
    """The finding on one financial year, of the page and of the slide."""
    return (
        f"The budget of {year.year} allowed for {with_marker(year.budget)} officer posts;"
        f" {at_work(year)} could be at work"
    )


def workforce_lede(year: Workforce) -> str:
    """What lies between posts and people, stated or not, and what of it is not firm."""
    if year.in_post:
        beyond = year.beyond_budget
        gap = marked(beyond or year.not_filled, year.not_filled_on[1])
        filled = (
            f"{_first(year.in_post)} officers were in post on {year.in_post.period},"
            f" {gap} {'more' if beyond else 'fewer'} than budgeted."
        )
    elif year.vacant:
        filled = f"{_first(year.vacant)} posts stood empty in {year.vacant.period}."
    else:
        filled = "How many posts were filled was not stated."
    if year.abstracted:
        away = f"{_first(year.abstracted)} officers were lent to other duties"
    else:
        away = "How many officers were lent to other duties was not stated"
    leave = (
        f"{with_marker(year.maternity)} were on maternity leave"
        if year.maternity
        else "how many were on maternity leave was not stated"
    )
    return f"{filled} {away}, and {leave}. {not_firm(year)}".rstrip()


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


def relief_title(year: Workforce) -> str:
    if year.relief is None or year.abstracted is None:
        return "Help on the way was not stated"
    if (year.still_away.lower or 0) > 0:
        return f"Help on the way falls {marked(year.still_away, year.still_away_on[1])} short"
    return "Help on the way covers those who are away"


def relief_sentence(year: Workforce) -> str:
    if year.relief is None or year.abstracted is None:
        return f"No figure was supplied for {year.year} on officers arriving, sought or lent out."
    return (
        f"{_first(year.arriving)} officers were about to arrive and {with_marker(year.sought)} more"
        f" were sought: {marked(year.relief, year.relief_on[1])} in all, against"
        f" {with_marker(year.abstracted)} on other duties."
    )


def in_post_sentence(points: Sequence[Point], is_limited: bool) -> str:
    """Officers in post, or that nobody has said how many; `is_limited` to chosen years."""
    if not points and is_limited:
        return "Officers in post: no figure supplied for the years shown."
    if not points:
        return (
            "Officers in post: no figure supplied. The Met owes it; the documents never state it."
        )
    said = listed(f"{with_marker(point)} on {point.period}" for point in points[-4:])
    return f"Officers in post: {said}."


def deadline_title(found) -> str:
    if not found.overdue:
        return "No ask with a date is past it"
    if len(found.overdue) == found.dated:
        return "Every ask with a date is past it; most have no date at all"
    return f"{len(found.overdue)} of {found.dated} asks with a date are past it"


def overview_title(change: Change | None, year, found) -> str:
    """The whole position in one sentence."""
    parts = []
    if change is not None:
        parts.append(
            f"rape and sexual assault allegations {moved(change.per_cent)} from"
            f" {change.base.period} to {change.point.period}"
        )
    if year is not None:
        parts.append(f"{at_work(year)} of {with_marker(year.budget)} posts could be staffed")
    if found.overdue:
        late = len(found.overdue)
        parts.append("1 ask is past its date" if late == 1 else f"{late} asks are past their date")
    return sentence(listed(parts))[:-1] if parts else "Nothing is known for this period"


def _first(point: Point) -> str:
    """A figure as the first word of a sentence: "Over 50"."""
    return sentence(with_marker(point))[:-1]
