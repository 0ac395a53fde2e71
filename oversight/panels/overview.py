"""The overview below its cards: what changed, what cannot be seen, what is due."""

from __future__ import annotations

import streamlit as st

from oversight import home, series, store, themes, wording
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.actions import open_questions
from oversight.panels.panel import fact
from oversight.periods import in_words
from oversight.themes import Allegations

# What changed is told whatever the period shown.
EVERYTHING = {"starts_on": None, "ends_on": None}


def changed(now: Chosen) -> None:
    """What the newest figures changed against the publication before."""
    st.header("What changed since the last publication")
    number = now.publication.number
    if number == 1:
        fact(
            "first",
            "Nothing yet",
            "This is the first publication: the report's own figures and three published series.",
        )
        return
    older = store.numbered(home.chosen(), number - 1)
    rows = store.compared(older, now.publication).rows("compare/by_indicator")
    for row in rows:
        kinds = [
            (row.new_figures, "new"),
            (row.changed_figures, "changed"),
            (row.gone_figures, "gone"),
        ]
        said = wording.listed(f"{many} {kind}" for many, kind in kinds if many)
        fact(row.indicator, row.title, f"{said}; {_newest(now, row)}.")
    said_of = [one.id for one in now.held if number in one.standing.publications]
    if said_of:
        linked = wording.listed(links.to_ask(now, ask) for ask in said_of)
        fact("said", "Asks", f"Something new was said of {linked}.")
    if not rows:
        why = wording.plain(now.publication.note)
        fact("none", "No figure", f"Publication {number} changed no figure: {why}.")


def unseen(now: Chosen, found: Allegations) -> None:
    """What no figure here can show."""
    st.header("What cannot be seen")
    missing = [point.period for point in found.both.points if not point.is_number]
    if missing:
        fact("years", "Years", f"Allegations of {wording.listed(missing)}: not available [x].")
    (reach,) = now.rows("overview/splits")
    lacking = [
        word
        for word, many in (
            ("borough", reach.below_london),
            ("sex", reach.by_sex),
            ("age", reach.by_age),
        )
        if not many
    ]
    if lacking:
        fact("who", "Who", f"No police count about children by {wording.listed(lacking, 'or')}.")
    fact(
        "boys", "Boys",
        "Left out of the Mayor's strategy on violence against women and girls and of the panel's"
        " framework (report p. 32).",
    )  # fmt: skip
    without = now.rows("overview/without_figures")
    for theme, label in (("outcomes", "Outcomes"), ("workforce", "People"), ("cse", "CSE")):
        names = [_in_a_sentence(row.label) for row in without if row.theme == theme]
        if names:
            fact(theme, label, f"No figure supplied: {wording.listed(names)}.")
    fact(
        "scope", "Scope",
        "Gangs, faith-based abuse, online abuse and trafficking lay outside the report (p. 9).",
    )  # fmt: skip


def expected(now: Chosen) -> None:
    """What is overdue and from whom, then what is due next."""
    st.header("What is expected, and from whom")
    due = themes.expected(now.held)
    for one in due:
        where = f"{links.to_ask(now, one.id)}, {one.how}, {wording.pages(one.asked.pages)}"
        whom = f"**{wording.waits_for_cell(one)}:**"
        said = f"{whom} {one.asked.summary} ({where}). {wording.when_due(one)}"
        fact(f"due_{one.id}", in_words(one.standing.due_on), said)
    if all(one.standing.days < 0 for one in due):
        fact("ahead", "Ahead", f"Nothing with a date lies after {in_words(now.on)}.")
    owed: dict[str, int] = {}
    for row in now.rows("overview/without_figures"):
        for owner in row.owner:
            owed[owner] = owed.get(owner, 0) + 1
    said = wording.listed(f"{owner} {many}" for owner, many in sorted(owed.items()))
    if said:
        fact("owed", "Any time", f"Indicators without a single figure, by who owes them: {said}.")
    open_questions(now)


def _newest(now: Chosen, row) -> str:
    """The newest figure for London that differs, or its period where it is for other places."""
    one = series.of(now.rows("series/dated", **EVERYTHING, indicators=(row.indicator,)))
    point = one[row.indicator].at(row.latest_period) if row.indicator in one else None
    if point is None:
        return f"the latest is for {row.latest_period}"
    return f"{row.latest_period} is {wording.with_marker(point)}"


def _in_a_sentence(label: str) -> str:
    """A label inside a sentence: small first letter, unless it is an abbreviation."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
