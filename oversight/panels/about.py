"""About the data: every definition, the methods, the lists, and who to ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from oversight import ROOT, asks, filters, wording
from oversight.asks import Held
from oversight.filters import Chosen
from oversight.panels import corrections, links, protected
from oversight.panels.panel import printed_records, table
from oversight.periods import in_words
from oversight.store import TooOld
from oversight.wording import protection

METHODS = """
- **Bounds.** “Over 50”, “around 150” and “2,000 or 3,000” are kept as limits and stay limits in
  every sum: 966 less over 50 less about 150 less an unknown number is “at most about 765”.
- **Worked-out figures.** Where only a percentage was printed, every whole number that rounds to it
  is kept: a rise of 52% to 583 means 383 to 384. Such figures carry [e] and are drawn hollow.
- **Years and quarters.** A year is the sum of its four quarters where no yearly figure was given.
  A withheld quarter makes the year “at least n”.
- **Corrections.** A figure that contradicts an earlier word on it carries [r], unless it is still
  provisional [p]. Each change of a published figure is listed under Corrections, with its reason.
- **London and the Metropolitan Police** stand for the same whole in a series.
- **Lines** join reported figures of neighbouring years only. Two points are no trend.
- **Intervals** of a ratio of two counts are exact (Clopper and Pearson) and assume independent
  cases; one offender with many victims makes them too narrow.
- **Not compared:** measures with another clock, unit, population or organisation. Each definition
  names those that look alike and are not.
"""

ACCESSIBILITY = """
This dashboard aims at WCAG 2.2, level AA. Every chart has a text alternative, the same figures as a
table, and a download; colour is never the only signal; all controls work by keyboard. Each page is
tested with axe-core, light and dark, at 1280 and 320 pixels. Known limits: it needs JavaScript;
wide tables scroll sideways on a phone; axe reports one conflict of roles
(presentation-role-conflict) in Streamlit's own menu. It has not been audited by an outside body.
"""


# The kinds of ask, in the order of the list.
KINDS = ("recommendation", "promise", "asked in the text")


def definitions(now: Chosen) -> None:
    """Every definition; the framework page tells each in full."""
    found = now.rows("about/definitions")
    st.header(f"All {len(found)} indicators")
    rows = [
        {
            "Indicator": row.title,
            "Definition": row.definition,
            "Unit": row.unit,
            "Clock": row.clock,
            "Direction": wording.BETTER[row.better],
            "Who owes it": wording.listed(row.owner),
            "Figures": f"{row.figures:,}" if row.figures else "none supplied",
        }
        for row in found
    ]
    linked = [
        {**line, "Indicator": links.to_indicator(now, row.indicator, row.title)}
        for line, row in zip(rows, found, strict=True)
    ]
    table("indicators", linked, now, printed_records(rows), alt="All indicators")


def lists(now: Chosen) -> None:
    """Methods, markers, asks, sources, glossary, changelog, accessibility, contact."""
    chosen = filters.choice("Read about", list(_LISTS), "Methods", "list")
    st.header(chosen)
    _LISTS[chosen](now)


def _methods(now: Chosen) -> None:
    st.markdown(METHODS)
    st.subheader(protection.HEADING)
    said = [*protection.explained(protected.settings(now))]
    rows = _withheld_tables(now)
    if rows is not None:
        said.append(protection.withheld_whole(rows))
    st.markdown("\n".join(f"- {text}" for text in said))


def _withheld_tables(now: Chosen) -> Sequence | None:
    """The tables that are withheld whole; None where none ever was, for want of the rule."""
    try:
        return now.rows("about/withheld_tables")
    except TooOld:
        # Made before a table could be withheld whole.
        return None


def _markers(now: Chosen) -> None:
    table(
        "markers",
        [
            *({"Marker": f"[{code}]", "Meaning": word} for code, word in wording.MARKERS.items()),
            {"Marker": protection.SIGN, "Meaning": protection.MEANING},
        ],
        now,
    )
    st.markdown("A nought is a true zero. No cell is left blank.")


def _asks(now: Chosen) -> None:
    rows = [
        {
            "Ask": one.id,
            "Kind": _kind(one),
            "Whose": one.asked.who,
            "What, in our words": one.asked.summary,
            "Due": in_words(one.standing.due_on) if one.standing.due_on else "no date set",
            "Position": _position(one),
            "Pages": one.asked.pages,
        }
        for one in sorted(now.held, key=_by_kind_and_date)
    ]
    linked = [{**row, "Ask": links.to_ask(now, row["Ask"])} for row in rows]
    table("asks", linked, now, printed_records(rows), alt="Asks and promises with their dates")


def _kind(one: Held) -> str:
    if one.is_promise:
        return "promise"
    return "recommendation" if one.is_of_recommendation else "asked in the text"


def _by_kind_and_date(one: Held) -> tuple:
    """Of each kind what is due first; what has no date is last."""
    return KINDS.index(_kind(one)), one.standing.due_on or date.max, one.id


def _position(one: Held) -> str:
    stands = one.standing
    if stands.time == asks.SETTLED:
        return stands.delivery
    if stands.time == asks.KEPT:
        return wording.promise_state(one.kept)
    if stands.days is None:
        return "no date set"
    if stands.days < 0:
        return f"overdue by {wording.many(-stands.days, 'day')}"
    return f"{wording.many(stands.days, 'day')} left"


def _sources(now: Chosen) -> None:
    table(
        "sources",
        [
            {
                "Source": row.title,
                "Publisher": row.publisher,
                "Covers": row.covers,
                "Licence or note": row.licence,
            }
            for row in now.rows("about/sources")
        ],
        now,
    )
    st.markdown(
        "Published series contain public sector information licensed under the Open Government"
        " Licence v3.0."
    )


def _glossary(now: Chosen) -> None:
    table(
        "glossary",
        [{"Term": row.term, "Meaning": row.meaning} for row in now.rows("about/glossary")],
        now,
    )


def _changes(_: Chosen) -> None:
    # The file's own headings would stand above this page's.
    text = (ROOT / "CHANGELOG.md").read_text("utf-8").replace("\n## ", "\n### ")
    st.markdown(text.removeprefix("# Changelog"))


def _accessibility(_: Chosen) -> None:
    st.markdown(ACCESSIBILITY)


def _contact(now: Chosen) -> None:
    settings = protected.settings(now)
    link = settings["feedback_link"]
    st.markdown(
        f"{wording.status_label(now.publication.is_invented)}."
        " It is updated when a return is published; earlier publications"
        " stay readable under their number.\n\n"
        f"Questions and corrections: {settings['contact']}. "
        + (f"[Report an error or give feedback]({link})." if link else
           "No address for feedback is set on this copy (data/definitions/settings.toml).")
    )  # fmt: skip


_LISTS = {
    "Methods": _methods,
    "Markers": _markers,
    "Asks with dates": _asks,
    "Sources": _sources,
    corrections.CORRECTIONS: corrections.corrections,
    "Glossary": _glossary,
    "Changelog": _changes,
    "Accessibility": _accessibility,
    "Status and contact": _contact,
}
