"""The partners page: which topics to show, and what is known as cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from oversight import bounds, charts, filters, themes, wording
from oversight.asks import Held
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.card import Card, draw_card
from oversight.panels.panel import palette
from oversight.periods import in_words
from oversight.themes import Measure, Topic

EVERYTHING = "All"


@dataclass(frozen=True)
class _Told:
    """What every card may draw on: all measures, the wholes, the colours."""

    measures: Mapping[str, Measure]
    wholes: tuple
    colours: charts.Palette


def pick_topic(found: Mapping[str, Topic]) -> dict[str, Topic]:
    """The topics to show: the one chosen, or all."""
    # The address holds what a button prints, so ids print as themselves.
    names = {name.capitalize(): name for name in found}
    picked = filters.choice(
        "Topic", [EVERYTHING, *names], EVERYTHING, "topic", label_visibility="collapsed"
    )
    return dict(found) if picked == EVERYTHING else {names[picked]: found[names[picked]]}


def partners_title(now: Chosen, found: Mapping[str, Topic], shown: Mapping[str, Topic]) -> str:
    """The finding of all topics or, where one is chosen, of that."""
    measures = themes.measured(found)
    (wholes,) = now.rows("partners/wholes")
    if len(shown) == len(found):
        return wording.partners_title(measures, wholes, now.is_limited)
    (topic,) = shown.values()
    overdue = themes.deadlines(topic.asks).overdue
    return wording.topic_title(topic, measures, wholes, len(overdue), now.is_limited)


def partner_cards(now: Chosen, found: Mapping[str, Topic]) -> None:
    """What is known in four findings."""
    (wholes,) = now.rows("partners/wholes")
    told = _Told(themes.measured(found), wholes, palette())
    homes = {one.name: topic for topic in found.values() for one in topic.measures}
    shown = [
        draw_up(now, homes[name], told.measures[name], told)
        for name, draw_up in _CARDS.items()
        if name in homes and told.measures[name].latest
    ]
    shown.append(_asks(now, themes.asked(found), told.colours))
    # Of one width, however many there are.
    columns = st.columns(len(_CARDS) + 1, gap="small")
    for column, card in zip(columns, shown, strict=False):
        with column:
            draw_card(card, f"{card.finding}: {card.beside} {card.of}")


def _hubs(now: Chosen, topic: Topic, one: Measure, told: _Told) -> Card:
    figure = one.latest.figure
    possible = [
        f"{whole}"
        for whole in of_boroughs(told.wholes).values()
        if figure.is_exact and not wording.exceeds(figure, whole)
    ]
    return _card(
        now,
        topic,
        one,
        told,
        f"{bounds.printed(figure)} of {' or of '.join(possible)}:" if possible else "no share",
        _which_whole(possible),
        charts.out_of_picture(figure, told.wholes.authorities, told.colours),
        "Bare count",
    )


def _which_whole(possible: Sequence[str]) -> str:
    """Whether it is known of how many the hubs are."""
    if not possible:
        return "can be worked out"
    return "nobody said which" if len(possible) > 1 else "the City must be counted"


def _reviewers(now: Chosen, topic: Topic, one: Measure, told: _Told) -> Card:
    boards = told.measures[themes.BOARDS].latest
    return _card(
        now,
        topic,
        one,
        told,
        f"{bounds.printed(boards.figure)} boards" if boards else "all boards",
        f"for {told.wholes.authorities} local authorities",
        charts.few_for_many(
            one.latest.figure, boards.figure if boards else bounds.unknown(), told.colours
        ),
        one.latest.standing.capitalize(),
    )


def _conferences(now: Chosen, topic: Topic, one: Measure, told: _Told) -> Card:
    supporting, questioning = topic.said("supports"), topic.said("questions")
    disputing = topic.disputing(one.latest)
    return _card(
        now,
        topic,
        one,
        told,
        f"{len(questioning)} of {len(topic.statements)}",
        "statements question it" if disputing else "statements questioned it before",
        charts.sides(len(supporting), len(questioning), told.colours),
        "Contested" if disputing else one.latest.standing.capitalize(),
    )


# Which measures have a card, in the order of the cards.
_CARDS = {
    themes.HUBS: _hubs,
    themes.REVIEWERS: _reviewers,
    themes.FIRST_CONFERENCES: _conferences,
}


def _card(
    now: Chosen,
    topic: Topic,
    one: Measure,
    told: _Told,
    beside: str,
    of: str,
    picture: str,
    badge: str,
) -> Card:
    """A measure's card: its finding and figure are the same for each."""
    return Card(
        topic.name,
        wording.measure_finding(topic, one, told.measures, told.wholes),
        f"Stated for {one.latest.period}",
        wording.with_marker(one.latest, one.unit),
        beside,
        of,
        picture,
        badge,
        # Short, for the foot of a card: a claim leads to its page.
        partial(st.markdown, claims_of(now, one) or wording.printed_in(one.latest.sources)),
    )


def _asks(now: Chosen, asks: tuple[Held, ...], colours: charts.Palette) -> Card:
    found = themes.deadlines(asks)
    overdue = len(found.overdue)
    return Card(
        "asks" if overdue else "asks_ahead",
        wording.past_their_date(overdue, found.all),
        f"Past their date on {in_words(now.on)}",
        f"{overdue} of {found.all}",
        f"{found.all - found.dated} more",
        "carry no date",
        charts.tally(overdue, found.dated, found.all, colours),
        wording.dated_badge(found),
        partial(
            st.markdown,
            wording.listed(to_ask(now, one) for one in themes.behind_the_badge(asks)),
        ),
        must_act=bool(overdue),
    )


def of_boroughs(wholes) -> dict[str, int]:
    """What a number of boroughs may be counted from."""
    return {"London boroughs": wholes.boroughs, "local authorities": wholes.authorities}


def ask_id(ask: Held, printed: str) -> str:
    """An ask's id as `printed`; a promise is called one, since its id may be a claim's too."""
    return f"promise {printed}" if ask.is_promise else printed


def to_ask(now: Chosen, ask: Held) -> str:
    """An ask or promise as a link to where it is told."""
    return ask_id(ask, links.to_ask(now, ask.id))


def is_hidden(now: Chosen, one: Measure) -> bool:
    """Whether a measure has a figure for London, in other years than those shown."""
    return now.is_limited and bool(
        now.rows("series/dated", indicators=(one.name,), starts_on=None, ends_on=None)
    )


def source_of(now: Chosen, one: Measure) -> str:
    """Where a measure's latest figure was printed, and the claims to check it under."""
    return " · ".join(
        part for part in (wording.printed_in(one.latest.sources), claims_of(now, one)) if part
    )


def claims_of(now: Chosen, one: Measure) -> str:
    """The claims of a measure's latest figure as links; their ids look like those of promises."""
    found = links.to_claims(now, one.latest.claims)
    return f"claim {found}" if found else ""
