"""Sentences that a slide says and no page does: short findings, baselines, gaps, words to read out.

Values in, texts out. What a page already says is said by the same function here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from oversight import framework
from oversight.framework import Entry
from oversight.periods import in_words
from oversight.series import Change, Point, Series
from oversight.themes import Deadlines, Workforce
from oversight.wording.bodies import the
from oversight.wording.findings import allegations_title, at_work
from oversight.wording.framework import owed
from oversight.wording.words import (
    INVENTED,
    STATUS_LABEL,
    as_published,
    listed,
    many,
    moved,
    opening,
    sentence,
    with_marker,
)

if TYPE_CHECKING:
    # Questions are made from the same position as slides and import it.
    from oversight.questions.question import Question

# A finding fills two lines of a projected slide at most.
LONGEST_FINDING = 100
# How a day is written, where a year or a quarter is not.
DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}$"
NEITHER = (
    "A rise is neither good nor bad: it can mean more harm, more trust or another way of recording."
)
NOTHING_ON_PEOPLE = "No figure on posts and people for this period"
NOTHING_ON_ALLEGATIONS_OR_POSTS = "No figure on allegations or posts for this period"
NOTHING_TO_COMPARE = "No baseline: no earlier figure is shown to compare with."
# What a finding must not lose: without it the rest would say too much.
NO_TREND = "two points are no trend"


def in_two_lines(*parts: str) -> str:
    """As many parts of a finding as two lines hold, the first whatever its length."""
    said = ""
    for part in filter(None, parts):
        joined = f"{said}; {part}" if said else part
        if said and len(joined) > LONGEST_FINDING:
            continue
        said = joined
    return said[:1].upper() + said[1:]


def cut_to_two_lines(finding: str) -> str:
    """A page's finding for a slide: where it is too long, its last parts are left to the page."""
    for sign in ("; ", ", "):
        while len(finding) > LONGEST_FINDING and sign in finding:
            finding = finding.rpartition(sign)[0]
    return finding


def proviso_of(finding: str, shown: str) -> str:
    """The proviso of a finding that its short form lost, as a sentence; blank where none was."""
    return sentence(NO_TREND) if NO_TREND in finding and NO_TREND not in shown else ""


def when(period: str) -> str:
    """A period after a figure: "on 31 March 2016", "in March 2016", "in 2015-16"."""
    return f"{'on' if re.match(DAY, period) else 'in'} {period}"


def position_finding(change: Change | None, year: Workforce | None, found: Deadlines) -> str:
    """Where everything stands, in the figures of the overview's finding."""
    said, late = [], len(found.overdue)
    if change is not None:
        said.append(
            f"rape and sexual assault allegations {moved(change.per_cent)} on {change.base.period}"
        )
    if late:
        said.append("1 ask is past its date" if late == 1 else f"{late} asks are past their date")
    if year is not None:
        said.append(f"{at_work(year)} of {with_marker(year.budget)} posts staffed")
    return in_two_lines(*said) or NOTHING_ON_ALLEGATIONS_OR_POSTS


def allegations_finding(change: Change | None, latest: Point | None) -> str:
    """The page's finding; a figure that stands alone goes by its marker, which is shorter."""
    if change is None and latest is not None:
        what = f"allegations of rape and sexual assault in {latest.period}"
        return opening(latest, what, with_marker)
    return allegations_title(change, latest)


def gap_mark(one: Series) -> str:
    """What a band over missing years says, in a few words."""
    kinds = {
        f"{point.standing} [{point.marker or 'x'}]" for point in one.points if not point.is_number
    }
    return " or ".join(sorted(kinds))


def missing_sentence(one: Series) -> str:
    """Which periods have no figure, and why; nothing where each has one."""
    groups: dict[str, list[str]] = {}
    for point in one.points:
        if not point.is_number:
            is_withheld = point.standing == "withheld"
            mark = point.marker or "x"
            why = "to protect people" if is_withheld else point.note
            why = "" if point.standing == "not supplied" else why
            said = f"{point.standing} [{mark}]{', ' if why else ''}{why}"
            groups.setdefault(said, []).append(point.period)
    return " ".join(f"{listed(periods)}: {said}." for said, periods in groups.items())


def baselines_sentence(changes: Sequence[Change]) -> str:
    """Every baseline with its figure, newest first."""
    said = "; ".join(f"{with_marker(one.base)} in {one.base.period}" for one in changes)
    return f"{'Baseline' if len(changes) == 1 else 'Baselines'}: {said}."


def unsaid(entries: Sequence[Entry], on: date) -> str:
    """What nobody has said of these indicators, and who owes it since when."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.is_owed:
            groups.setdefault(owed(entry, on, ""), []).append(entry)
    said = [
        owed(mine[0], on, f"no figure on {listed(_within(one.title) for one in mine)}")
        for mine in groups.values()
    ]
    said += [
        f"{entry.title}: withheld to protect people [c]"
        for entry in entries
        if not entry.is_owed and not entry.has_figure
    ]
    elsewhere = [
        entry.title
        for entry in entries
        if entry.is_limited and entry.has_figure and not entry.lines and entry.by_place is None
    ]
    if elsewhere:
        said.append(f"{listed(elsewhere)}: there are figures, but none in the years shown")
    return " ".join(map(sentence, said))


def not_stated(entries: Sequence[Entry], year: str) -> str:
    """Of which indicators nobody said anything for one year, having said something for others."""
    if not entries:
        return ""
    said = [_within(entry.title) for entry in entries]
    owners = listed(dict.fromkeys(the(one) for entry in entries for one in entry.about.owner))
    return f"Not stated for {year}: {listed(said)}, owed by {owners}."


def splits_owed(entry: Entry) -> str:
    """By which splits no figure has been supplied, and who owes them."""
    names = {"sex": "sex", "age": "age", "area": "borough"}
    lacking = [
        word for name, word in names.items() if entry.coverage[name] == framework.NOT_SUPPLIED
    ]
    if not lacking:
        return ""
    owners = listed(map(the, entry.about.owner))
    return f"A split by {listed(lacking, 'or')} is owed by {owners}; none has been supplied."


def owing_sentence(entries: Sequence[Entry]) -> str:
    """How many indicators without a figure each body owes."""
    counts: dict[str, int] = {}
    for entry in entries:
        for owner in entry.about.owner if entry.is_owed else ():
            counts[owner] = counts.get(owner, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked:
        return ""
    return f"Without a figure, by who owes it: {listed(f'{who} {count}' for who, count in ranked)}."


def questions_title(asked: Sequence[Question]) -> str:
    """How many questions there are to put, and to whom most of them go, alone or with others."""
    if not asked:
        return "No question follows from what is known"
    counts: dict[str, int] = {}
    for one in asked:
        for body in one.whom or ("",):
            counts[body] = counts.get(body, 0) + 1
    whom, most = max(counts.items(), key=lambda pair: pair[1])
    said, to = many(len(asked), "question"), bodies_of(filter(None, [whom]))
    if most == len(asked):
        alike = {one.whom for one in asked}
        to = bodies_of(alike.pop()) if len(alike) == 1 else to
        return f"{said} to ask, {'' if most == 1 else 'all '}for {to}"
    return f"{said} to ask, {most} of them for {to}"


def bodies_of(whom: Iterable[str]) -> str:
    """The bodies of a question as a sentence names them: "MOPAC and the Met"."""
    return listed(map(the, whom)) or "whoever is present"


def read_on(publication: int, published_on: date, on: date) -> str:
    """Which publication is read, and on which day."""
    return f"{as_published(publication, published_on)}, read on {in_words(on)}. A row a theme."


def due_measure(is_late: bool, on: date) -> str:
    """What the rows of asks are."""
    if is_late:
        return f"Asks of the recommendations past their date on {in_words(on)}, the worst first."
    return f"None is past its date on {in_words(on)}. Those with a date to come, the next first."


def promises_late(names: Sequence[str], is_late: bool) -> str:
    """The promises and unnumbered asks past their date; `is_late` where recommendations are too."""
    if not names:
        return ""
    is_ = "is" if len(names) == 1 else "are"
    too = " as well" if is_late else ""
    their = "its" if len(names) == 1 else "their"
    return f"Outside the recommendations {listed(names)} {is_} past {their} date{too}."


def stamp(
    number: int, published_on: date, on: date, content: str, classification: str, is_invented: bool
) -> str:
    """What every sheet carries: what it was made from, when it is read, and what it is."""
    said = f"{as_published(number, published_on)}, read on {in_words(on)}, content {content}"
    parts = (INVENTED if is_invented else "", said, STATUS_LABEL, classification)
    return " · ".join(filter(None, parts))


def _within(title: str) -> str:
    """A title inside a sentence: small first letter, unless it is an abbreviation or a name."""
    rest = title.partition(" ")[2]
    is_name = title[:2].isupper() or rest[:1].isupper()
    return title if is_name else title[:1].lower() + title[1:]
