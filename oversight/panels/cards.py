"""The overview's cards: a finding each, the same words as on its page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from oversight import bounds, charts, series, themes, wording
from oversight.filters import Chosen
from oversight.panels.card import Card, draw_card
from oversight.panels.panel import download, palette, printed_records
from oversight.periods import in_words
from oversight.series import Point, Series
from oversight.themes import Allegations, Deadlines, Mutilation, Workforce


def cards(
    now: Chosen,
    found: Allegations,
    year: Workforce | None,
    dated: tuple,
    asks: Deadlines,
) -> None:
    """Six findings, the same words as on their pages."""
    colours = palette()
    shown = [
        *_allegations(found, colours),
        *_workforce(year, colours),
        *_exploitation(series.of(dated), colours),
        *_mutilation(themes.mutilation(dated), colours),
        _asks(now, asks, colours),
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


def _allegations(found: Allegations, colours: charts.Palette) -> list[Card]:
    if found.both.latest is None:
        return []
    latest, change = found.both.latest, found.changes[0] if found.changes else None
    made = [
        Card(
            "allegations",
            wording.allegations_title(change, latest),
            f"Rape and sexual assault, {latest.period}",
            wording.with_marker(latest),
            bounds.printed_change(change.per_cent) if change else "",
            f"on {bounds.printed(change.base.figure)} in {change.base.period}" if change else "",
            charts.dots(found.both, colours),
            "Neither good nor bad",
            _leading_to("pages/allegations.py", "Allegations"),
        )
    ]
    share = found.share
    if share.previous and found.all.previous:
        whole, first = found.all.latest, found.all.known[0]
        made.append(
            Card(
                "mix",
                wording.composition_title(share),
                f"All allegations, {whole.period}",
                wording.with_marker(whole),
                bounds.printed_change(whole.figure.change_from(first.figure)),
                f"on {bounds.printed(first.figure)} in {first.period}",
                charts.mix(share, colours),
                f"{share.known[0].period} worked out [e]"
                if share.known[0].standing == "derived"
                else "Neither good nor bad",
                _leading_to("pages/allegations.py", "The mix", view="Share of all"),
            )
        )
    return made


def _workforce(year: Workforce | None, colours: charts.Palette) -> list[Card]:
    if year is None:
        return []
    at_work, budget = year.at_work, bounds.printed(year.budget.figure)
    return [
        Card(
            "workforce",
            f"Of {budget} budgeted posts, {bounds.printed(at_work)} could have somebody at work",
            f"Officers who could be at work, {year.year}",
            bounds.printed(at_work),
            f"of {budget}",
            f"posts budgeted in {year.year}",
            charts.filled(at_work, year.budget.figure, colours),
            "Worked out" if at_work.is_exact else "A limit, not a count",
            _leading_to("pages/workforce.py", "Workforce"),
        )
    ]


def _exploitation(found: dict[str, Series], colours: charts.Palette) -> list[Card]:
    wanted, have = (_latest(found, name) for name in themes.CSE_TEAM)
    if not (wanted and have):
        return []
    return [
        Card(
            "cse",
            f"The exploitation team had {bounds.printed(have.figure)} of"
            f" {bounds.printed(wanted.figure)} officers",
            f"CSE officers in post, {have.period}",
            bounds.printed(have.figure),
            f"of {bounds.printed(wanted.figure)}",
            "officers wanted",
            charts.squares(have.figure, wanted.figure, colours),
            have.standing.capitalize() if have.figure.is_exact else "A limit, not a count",
            _leading_to("pages/cse_and_fgm.py", "CSE and FGM"),
        )
    ]


def _mutilation(fgm: Mutilation, colours: charts.Palette) -> list[Card]:
    one = fgm.referrals
    if one.latest is None:
        return []
    delta = baseline = ""
    if fgm.ratio is not None:
        low, high = fgm.interval
        delta = f"×{fgm.ratio:.2f}"
        before = f"{bounds.printed(one.previous.figure)} in {one.previous.period}"
        baseline = f"on {before} (95%: {low:.2f} to {high:.2f})"
    return [
        Card(
            "fgm",
            f"FGM referrals {_direction(one)}, yet {wording.number_word(fgm.points)} points show no"
            " trend"
            if fgm.still_needed and one.previous
            else f"FGM referrals {_direction(one)}",
            f"FGM referrals, {one.latest.period}",
            wording.with_marker(one.latest),
            delta,
            baseline,
            charts.dots(one, colours),
            "Neither good nor bad",
            _leading_to("pages/cse_and_fgm.py", "CSE and FGM", factor="FGM"),
        )
    ]


def _asks(now: Chosen, asks: Deadlines, colours: charts.Palette) -> Card:
    overdue = len(asks.overdue)
    return Card(
        # Where nothing is overdue the card does not wear the colour to act.
        "asks" if overdue else "asks_ahead",
        wording.deadline_title(asks),
        f"Asks past their date on {in_words(now.on)}",
        f"{overdue} of {asks.all}",
        f"{asks.all - asks.dated} more",
        "carry no date",
        charts.tally(overdue, asks.dated, asks.all, colours),
        wording.dated_badge(asks),
        _leading_to("pages/recommendations.py", "Recommendations"),
        must_act=bool(overdue),
    )


def _leading_to(page: str, label: str, **parameters: str) -> Callable[[], object]:
    """A link to a page, where its choices stand as `parameters`."""
    return partial(
        st.page_link,
        page,
        label=label,
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=parameters or None,
    )


def _latest(found: dict[str, Series], name: str) -> Point | None:
    return found[name].latest if name in found else None


def _direction(one: Series) -> str:
    if one.previous is None:
        return f"were {wording.figure_in_words(one.latest)}"
    return wording.moved(one.latest.figure.change_from(one.previous.figure))
