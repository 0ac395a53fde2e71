"""Sentences: from figures and changes to words a chair can read out. Values in, texts out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from oversight import bounds
from oversight.bounds import Bounds
from oversight.periods import in_words
from oversight.series import Change, Point, Series

STATUS_LABEL = "Management information compiled from a scrutiny report; not official statistics"

MARKERS = {
    "b": "break in series",
    "c": "withheld to protect people",
    "e": "worked out from a rounded figure",
    "low": "rounds to zero but is not zero",
    "p": "provisional",
    "r": "revised",
    "u": "low reliability",
    "x": "not available",
    "z": "not applicable",
}

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
        "MOPAC wants no target, since targets can distort recording (report p. 32).",
        "No-crime decisions by year, and an audit of recording.",
    ),
    (
        "More abuse happens",
        "Nobody said so, and the report does not test it.",
        "A survey that does not depend on reports to the police.",
    ),
)


def moved(change: Bounds) -> str:
    """What a change in per cent did: "rose 13%", "rose 63% to 64%", "fell about 5%"."""
    if change.lower is None or change.upper is None:
        return f"changed by {bounds.printed_change(change)}"
    low, high = bounds.signed_per_cent(change.lower), bounds.signed_per_cent(change.upper)
    if low == high == "0%":
        return "hardly changed"
    about = "about " if change.about else ""
    if change.lower >= 0 or change.upper <= 0:
        ends = (low, high) if change.lower >= 0 else (high, low)
        sizes = [end.lstrip(f"+{bounds.MINUS}") for end in ends]
        size = sizes[0] if sizes[0] == sizes[1] else f"{sizes[0]} to {sizes[1]}"
        return f"{'rose' if change.lower >= 0 else 'fell'} {about}{size}"
    return f"changed by {low} to {high}"


def with_marker(point: Point, unit: str = "") -> str:
    """A figure as a table shows it: number and marker, or the marker alone."""
    if not point.is_number:
        return f"[{point.marker or 'x'}]"
    text = bounds.printed(point.figure, unit)
    return f"{text} [{point.marker}]" if point.marker else text


def figure_in_words(point: Point, unit: str = "") -> str:
    """A figure as a sentence says it, its marker spelled out."""
    if not point.is_number:
        return point.note or point.standing
    text = bounds.printed(point.figure, unit)
    if point.marker:
        return f"{text} ({MARKERS.get(point.marker, point.marker)})"
    return text


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words in a row: "a, b and c"."""
    *most, end = list(words) or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def printed_in(sources: Iterable[str]) -> str:
    """Where figures were printed, each document once: "report pp. 11, 12; press release"."""
    numbers: dict[str, list[str]] = {}
    for source in sources:
        names, _, page = source.partition(" p. ")
        for name in names.split(" and ") if names.startswith("report and") else [names]:
            found = numbers.setdefault(name, [])
            if page and name == "report" and page not in found:
                found.append(page)
    return "; ".join(
        f"{name} {pages(', '.join(sorted(found)))}" if found else name
        for name, found in numbers.items()
    )


def pages(numbers: str) -> str:
    """Page numbers as a reader looks them up: "p. 18", "pp. 24, 34"."""
    return f"{'pp.' if ',' in numbers or '-' in numbers else 'p.'} {numbers}"


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def described(what: str, shown: Sequence[Series], unit: str = "") -> str:
    """A chart in words, for those who cannot see it: every figure of every series."""
    parts = [f"{sentence(what)}"]
    for one in shown:
        said = [
            f"{point.period} {figure_in_words(point, unit)}"
            for point in one.points
            if point.is_number
        ]
        missing = [point.period for point in one.points if not point.is_number]
        text = f"{one.label}: {', '.join(said) or 'no figure'}"
        if missing:
            text += f"; not available {listed(missing)}"
        parts.append(sentence(text))
    return " ".join(parts)


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
    up = (last.figure.lower or 0) >= (first.figure.upper or 0)
    return (
        f"Rape and sexual assault are {bounds.printed(last.figure, '%')} of all allegations,"
        f" {'up from' if up else 'after'} {bounds.printed(first.figure, '%')} in {first.period}"
    )


def rest_sentence(rest: Series) -> str:
    """What became of the allegations that are neither rape nor sexual assault."""
    if rest.previous is None:
        return "What the other allegations did cannot be said from one year."
    first, last = rest.known[0], rest.known[-1]
    return (
        f"All other allegations {moved(last.figure.change_from(first.figure))}, from"
        f" {figure_in_words(first)} in {first.period} to {figure_in_words(last)} in {last.period}."
    )


def workforce_title(year) -> str:
    """The finding of the workforce page for one financial year."""
    budget = bounds.printed(year.budget.figure)
    at_work = bounds.printed(year.at_work)
    return f"The budget of {year.year} allowed for {budget} officers; {at_work} could be at work"


def workforce_lede(year) -> str:
    """What lies between posts and people, stated or not."""
    if year.in_post:
        filled = (
            f"{bounds.printed(year.in_post.figure)} officers were in post on {year.in_post.period},"
            f" {bounds.printed(year.not_filled)} fewer than budgeted."
        )
    elif year.vacant:
        filled = f"{sentence(bounds.printed(year.vacant.figure))[:-1]} posts stood empty in {year.vacant.period}."
    else:
        filled = "How many posts were filled was not stated."
    away = (
        f"{sentence(bounds.printed(year.abstracted.figure))[:-1]} officers were lent to other duties"
        if year.abstracted
        else "How many officers were lent to other duties was not stated"
    )
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


def in_post_sentence(points: Sequence[Point]) -> str:
    """Officers in post, or that nobody has said how many."""
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
        parts.append(f"rape and sexual assault allegations {moved(change.per_cent)}"
                     f" since {change.base.period}")  # fmt: skip
    if year is not None:
        parts.append(f"{bounds.printed(year.at_work)} of {bounds.printed(year.budget.figure)}"
                     " budgeted officers could be at work")  # fmt: skip
    if found.overdue:
        parts.append(f"{len(found.overdue)} of {found.all} asks are past their date")
    return sentence(listed(parts))[:-1] if parts else "Nothing is known for this period"


def as_published(number: int, on: date) -> str:
    return f"Publication {number} of {in_words(on)}"
