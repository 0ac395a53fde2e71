"""The overview's cards: a finding each, the same words as on its page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from oversight import charts, series, themes
from oversight.filters import Chosen
from oversight.panels.card import Card, draw_card
from oversight.panels.panel import download, palette, printed_records
from oversight.series import Point, Series
from oversight.themes import Allegations, Deadlines, Mutilation, Workforce
from oversight.wording import cards as words
from oversight.wording.cards import Facts


def cards(
    now: Chosen,
    found: Allegations,
    year: Workforce | None,
    dated: tuple,
    asks: Deadlines,
) -> None:
    """Six findings, the same words as on their pages."""
    team, fgm = _team(series.of(dated)), themes.mutilation(dated)
    shown = [
        _card(facts, small_drawing(facts.key, found, year, team, fgm, asks), bool(asks.overdue))
        for facts in words.overview(found, year, team, fgm, asks, now.on)
    ]
    for start in range(0, len(shown), 3):
        columns = st.columns(3, gap="small")
        for column, card in zip(columns, shown[start : start + 3], strict=False):
            with column:
                draw_card(card, f"{card.measure}: {card.figure} {card.beside}")
    with st.expander("The cards as a table, and download", key="more_cards", type="compact"):
        rows = [
            {
                "Finding": card.finding,
                "Measure": card.measure,
                "Figure": card.figure,
                "Against": ": ".join(part for part in (card.of, card.beside) if part),
                "Standing": card.badge,
            }
            for card in shown
        ]
        st.table(rows, hide_index=True, border="horizontal")
        download("overview", printed_records(rows), now)


def _card(facts: Facts, picture: str, is_late: bool) -> Card:
    must_act = is_late and facts.key == "asks"
    return Card(
        # Where nothing is overdue the card does not wear the colour to act.
        "asks_ahead" if facts.key == "asks" and not must_act else facts.key,
        facts.finding,
        facts.measure,
        facts.figure,
        facts.beside,
        facts.of,
        picture,
        facts.badge,
        LEADING_TO[facts.key],
        must_act=must_act,
    )


def small_drawing(
    key: str,
    found: Allegations,
    year: Workforce | None,
    team: tuple[Point | None, Point | None],
    fgm: Mutilation,
    asks: Deadlines,
) -> str:
    """The small drawing of a card."""
    colours = palette()
    wanted, have = team
    drawn = {
        "allegations": lambda: charts.dots(found.both, colours, is_trend=len(found.both.known) > 2),
        "mix": lambda: charts.mix(series.comparable(found.share), colours),
        "workforce": lambda: charts.filled(year.at_work, year.budget.figure, colours),
        "cse": lambda: charts.squares(have.figure, wanted.figure, colours),
        "fgm": lambda: charts.dots(fgm.referrals, colours, is_trend=not fgm.still_needed),
        "asks": lambda: charts.tally(len(asks.overdue), asks.dated, asks.all, colours),
    }
    return drawn[key]()


def _team(found: dict[str, Series]) -> tuple[Point | None, Point | None]:
    """Officers wanted against exploitation, and those in post."""
    wanted, have = (found[name].latest if name in found else None for name in themes.CSE_TEAM)
    return wanted, have


def _leading_to(page: str, label: str, **parameters: str) -> Callable[[], object]:
    """A link to a page, where its choices stand as `parameters`."""
    return lambda: st.page_link(
        page,
        label=label,
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=parameters or None,
    )


# Where each card leads.
LEADING_TO = {
    "allegations": _leading_to("pages/allegations.py", "Allegations"),
    "mix": _leading_to("pages/allegations.py", "The mix", view="Share of all"),
    "workforce": _leading_to("pages/workforce.py", "Workforce"),
    "cse": _leading_to("pages/cse_and_fgm.py", "CSE and FGM"),
    "fgm": _leading_to("pages/cse_and_fgm.py", "CSE and FGM", factor="FGM"),
    "asks": _leading_to("pages/recommendations.py", "Recommendations"),
}
