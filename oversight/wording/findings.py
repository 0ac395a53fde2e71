"""The findings of each theme as sentences, ready to be a title. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import bounds
from oversight.series import Change, Point, Series
from oversight.wording.words import figure_in_words, listed, moved, sentence

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
        return (
            f"{figure_in_words(latest)} allegations of rape and sexual assault in {latest.period}"
        )
    return "No figure on rape and sexual assault allegations for this period"


def same_against_all(latest: Point) -> str:
    return f"The same {bounds.printed(latest.figure)} against every baseline"


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
    if share.previous is None:
        return "The mix of allegations"
    first, last = share.known[0], share.known[-1]
    return (
        f"Rape and sexual assault: {bounds.printed(first.figure, '%')} of all in {first.period},"
        f" {bounds.printed(last.figure, '%')} in {last.period}"
    )


def rest_sentence(rest: Series) -> str:
    """What became of the allegations that are neither rape nor sexual assault."""
    if rest.previous is None:
        return "What the other allegations did cannot be said from one year."
    first, last = rest.known[0], rest.known[-1]
    return (
        f"All other allegations {moved(last.figure.change_from(first.figure))}: they were"
        f" {figure_in_words(first)} in {first.period} and {figure_in_words(last)} in {last.period}."
    )


def workforce_title(year) -> str:
    """The finding of the workforce page for one financial year."""
    budget = bounds.printed(year.budget.figure)
    at_work = bounds.printed(year.at_work)
    return (
        f"The budget of {year.year} allowed for {budget} officer posts; {at_work} could be at work"
    )


def workforce_lede(year) -> str:
    """What lies between posts and people, stated or not."""
    if year.in_post:
        beyond = year.beyond_budget
        gap = f"{bounds.printed(beyond or year.not_filled)} {'more' if beyond else 'fewer'}"
        filled = (
            f"{bounds.printed(year.in_post.figure)} officers were in post on {year.in_post.period},"
            f" {gap} than budgeted."
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
        f"{bounds.printed(year.maternity.figure)} were on maternity leave"
        if year.maternity
        else "how many were on maternity leave was not stated"
    )
    return f"{filled} {away}, and {leave}."


def relief_title(year) -> str:
    if year.relief is None or year.abstracted is None:
        return "Help on the way was not stated"
    gap = year.abstracted.figure - year.relief
    if (gap.lower or 0) > 0:
        return f"Help on the way falls {bounds.printed(gap)} short"
    return "Help on the way covers those who are away"


def relief_sentence(year) -> str:
    if year.relief is None or year.abstracted is None:
        return f"No figure was supplied for {year.year} on officers arriving, sought or lent out."
    return (
        f"{bounds.printed(year.arriving.figure)} officers were about to arrive and"
        f" {bounds.printed(year.sought.figure)} more were sought: {bounds.printed(year.relief)}"
        f" in all, against {bounds.printed(year.abstracted.figure)} on other duties."
    )


def in_post_sentence(points: Sequence[Point], is_limited: bool) -> str:
    """Officers in post, or that nobody has said how many; `is_limited` to chosen years."""
    if not points and is_limited:
        return "Officers in post: no figure supplied for the years shown."
    if not points:
        return (
            "Officers in post: no figure supplied. The Met owes it; the documents never state it."
        )
    said = listed(f"{bounds.printed(point.figure)} on {point.period}" for point in points[-4:])
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
        parts.append(
            f"{bounds.printed(year.at_work)} of {bounds.printed(year.budget.figure)} posts could be"
            " staffed"
        )
    if found.overdue:
        late = len(found.overdue)
        parts.append("1 ask is past its date" if late == 1 else f"{late} asks are past their date")
    return sentence(listed(parts))[:-1] if parts else "Nothing is known for this period"


def _first(point: Point) -> str:
    """A figure as the first word of a sentence: "Over 50"."""
    return sentence(bounds.printed(point.figure))[:-1]
