"""The other parts of the page that checks the report: the press release, and two vintages."""

from __future__ import annotations

from calendar import month_name
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from oversight import bounds, charts, claims, wording
from oversight.claims import Documents, Vintage, Wording
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.check import cards
from oversight.panels.panel import Panel, draw, note, printed_records, table


def asks_in_both(now: Chosen, said: Documents) -> None:
    """Every ask of the report: dropped, changed or kept in the press release, and how."""
    order = list(wording.TREATMENT_MEANINGS)
    counts = Counter(ask.treatment for ask in said.asks)
    cards(
        (f"**{wording.VERDICT_SIGNS[how]} {how}**", counts[how], meaning)
        for how, meaning in wording.TREATMENT_MEANINGS.items()
    )
    st.header("Each ask, in the report and in the press release")
    rows = [
        {
            "Ask": ask.ask,
            "Of": ask.owner or "nobody named",
            "What the report asks, in our words": ask.summary,
            "Sign": wording.VERDICT_SIGNS[ask.treatment],
            "Press release": ask.treatment,
            "What became of it": wording.became_of(ask),
        }
        for ask in sorted(said.asks, key=lambda ask: order.index(ask.treatment))
    ]
    linked = [{**row, "Ask": links.to_ask(now, row["Ask"])} for row in rows]
    table(
        "asks_in_both",
        linked,
        now,
        printed_records(rows, "_"),
        alt="Asks in report and press release",
    )


def figures_in_both(now: Chosen, said: Documents) -> None:
    """Every figure of the press release beside those of the report it stands for."""
    st.header("Each figure of the press release, beside the report's")
    found = claims.wordings(said)
    rows = [_told(said, one) for one in found]
    linked = [
        {
            **row,
            "Press release": f"{links.to_claim(now, one.press)} {_value(said, one.press)}",
            "Report": "; ".join(
                f"{links.to_claim(now, name)} {_value(said, name)}" for name in one.report
            ),
        }
        for row, one in zip(rows, found, strict=True)
    ]
    table(
        "figures_in_both", linked, now, printed_records(rows, "_"), alt="Figures in both documents"
    )


def two_vintages(now: Chosen, said: Documents) -> None:
    """What two releases imply for one year, as intervals that do not meet."""
    found = claims.vintages(said)
    if not found:
        st.info("No other release bears on a figure of the report.")
        return
    rows = [row for one in found for row in _rows(said, one)]
    panel = Panel(
        "vintages",
        lambda colours, narrow: charts.vintages(_pairs(said, found), colours, narrow),
        " ".join(wording.vintage_sentence(one) for one in found),
        rows,
        printed_records(rows, "_"),
        tuple(dict.fromkeys(["report", *(one.source for one in found)])),
        "Hollow: worked out; every whole number from end to end is possible. Each figure has a"
        " scale of its own.",
        has_narrow=True,
        claims=tuple(sorted({one.claim for one in found})),
    )
    chart, said_of_it = st.columns([2.35, 1], gap="large")
    with chart:
        draw(panel, now)
    with said_of_it:
        note(
            "Both are worked out: each release printed a rounded percentage, and not the number it"
            " starts from. One was revised between the two, or one is wrong. Neither says which."
        )
        for one in found:
            st.markdown(wording.vintage_sentence(one))


def _pairs(said: Documents, found: Sequence[Vintage]) -> list[charts.TwoVintages]:
    return [
        charts.TwoVintages(
            _label(one),
            *((name, figure) for name, _, _, figure in _both(said, one)),
            apart=wording.vintages_apart(one),
        )
        for one in found
    ]


def _rows(said: Documents, one: Vintage) -> list[dict[str, str]]:
    return [
        {
            "Figure": _label(one),
            "By": name,
            "Printed": f"{change} to {count.told} in {count.period}",
            "Implies": f"{bounds.printed(figure)} [e]",
        }
        for name, change, count, figure in _both(said, one)
    ]


def _both(said: Documents, one: Vintage) -> list[tuple]:
    """The two releases: name with month, printed change, the count it led to, what it implies."""
    published = said.published_on
    return [
        (f"release of {one.source.rpartition(', ')[2]}", one.earlier_words, one.earlier_count,
         one.earlier),
        (f"report of {month_name[published.month]} {published.year}", one.later_words,
         one.later_count, one.later),
    ]  # fmt: skip


def _label(one: Vintage) -> str:
    return f"{one.label[:1].upper()}{one.label[1:]}, {one.period}"


def _told(said: Documents, one: Wording) -> dict[str, str]:
    press = said.by_id[one.press]
    return {
        "Press release": f"{one.press} {_value(said, one.press)}",
        "Report": "; ".join(f"{name} {_value(said, name)}" for name in one.report),
        "What": press.measure,
        "Sign": wording.VERDICT_SIGNS[one.treatment],
        "Kept or changed": one.treatment,
        "What became of it": wording.sentence(one.what or "the same"),
    }


def _value(said: Documents, claim: str) -> str:
    return wording.as_printed(said.by_id[claim])
