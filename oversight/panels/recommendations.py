"""The list of asks: at a glance, filtered and in order, what they lack, and the ladder."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from oversight import asks, charts, filters, wording
from oversight.asks import NO_DATE, OVERDUE, Held
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.asks_followed import history, ladder, worst_of_each
from oversight.panels.panel import Panel, download, draw, printed_records
from oversight.periods import FIRST_DAY

OF_RECOMMENDATIONS, UNNUMBERED, PROMISES, ALL = (
    "Asks of the recommendations", "Unnumbered asks", "Promises", "All",
)  # fmt: skip
MOST_OVERDUE, AS_IN_REPORT = "Most overdue first", "As in the report"
TABLE, CARDS = "Table", "Cards"
# The filters of the list, and how it is shown: they stay in the address while one ask is read.
FILTERS = ("owner", "theme", "response", "delivery", "time", "q")
OF_THE_LIST = (*FILTERS, "set", "order", "view", "since")
# Cards in a row.
BESIDE = 3


def asks_at_a_glance(now: Chosen, found: Sequence[Held]) -> None:
    """A square an ask of the recommendations, and their dates on a line."""
    mine = [one for one in found if one.is_of_recommendation]
    rows = [
        {
            "Ask": one.id,
            "Position": wording.position_cell(one),
            "First date": wording.first_date_cell(one),
            "Later date": wording.later_date_cell(one) or "–",
            "Said": wording.says_cell(one),
        }
        for one in mine
    ]
    told = ". ".join(
        f"{row['Ask']}: {'; '.join(cell for cell in list(row.values())[1:] if cell != '–')}"
        for row in rows
    )
    alt = wording.glance_alt(mine, now.on)
    pages = sorted({page for one in mine for page in one.asked.pages.split(", ")})
    has_words = any(one.standing.updates for one in mine)
    legend = (
        "● a day on which something was said. ◇ a later date, dotted from the first, where it"
        " slipped most."
    )
    with st.container(horizontal=True, key="glance", gap="xxsmall"):
        draw(
            Panel(
                "asks_at_a_glance",
                lambda colours, narrow: charts.asks_at_a_glance(
                    mine, wording.COUNTED, FIRST_DAY, now.on, colours, narrow
                ),
                f"{alt} {told}.",
                rows,
                printed_records(rows, "_"),
                [
                    *(f"report p. {page}" for page in pages),
                    *(["status returns"] if has_words else []),
                ],
                legend if has_words else "",
                has_narrow=True,
                alt=alt,
            ),
            now,
        )


def asks_held(now: Chosen, found: Sequence[Held]) -> None:
    """The list as filters let it through, what it lacks, and what silence has led to."""
    with st.container(gap="xsmall"):
        of_set, shown, order, view = _chosen(found)
    if len(shown) < len(of_set):
        st.caption(wording.matching_sentence(len(shown), len(of_set)))
    if not shown:
        kept = filters.kept([key for key in OF_THE_LIST if key not in FILTERS])
        again = links.to(now, "recommendations", "show the list without filters", **kept)
        st.markdown(f"{wording.nothing_matches(filters.kept(FILTERS))} Or {again}.")
    else:
        groups = _groups(shown, found, order)
        if view == CARDS:
            _cards(now, groups)
        else:
            _tables(now, groups)
    st.header("What they lack to be held to")
    st.markdown(wording.lint_sentence(of_set))
    worst_of_each(now, found)
    ladder(now, found)
    history(now, found)


def _chosen(found: Sequence[Held]) -> tuple[Sequence[Held], Sequence[Held], str, str]:
    """The set chosen, what of it the filters let through, and in which order and view."""
    owners = (*asks.owners_of(found), asks.NOBODY)
    themes = dict.fromkeys(one.asked.theme for one in found)
    with st.container(key="list_filters"):
        one, two, three, four, five, six = st.columns(6, gap="small")
    with one:
        owner = filters.pick("Owner", _named(owners), "Every owner", "owner")
    with two:
        theme = filters.pick("Theme", _named(themes), "Every theme", "theme")
    with three:
        response = filters.pick("Response", _named(asks.RESPONSES), "Any response", "response")
    with four:
        delivery = filters.pick("Delivery", _named(asks.DELIVERIES), "Any delivery", "delivery")
    with five:
        time = filters.pick("Time", _named(asks.READ), "Any time", "time")
    with six:
        words = filters.search("Search words or id")
    with st.container(horizontal=True, key="how_listed", gap="medium"):
        chosen = filters.choice("Show", [OF_RECOMMENDATIONS, UNNUMBERED, PROMISES, ALL],
                                OF_RECOMMENDATIONS, "set", "collapsed")  # fmt: skip
        order = filters.choice("Order", [MOST_OVERDUE, AS_IN_REPORT], MOST_OVERDUE, "order",
                               "collapsed")  # fmt: skip
        view = filters.choice("View", [TABLE, CARDS], TABLE, "view", "collapsed")
    of_set = [one for one in found if chosen in (ALL, _set_of(one))]
    shown = asks.matching(
        of_set, owner=owner, theme=theme, response=response, delivery=delivery, time=time,
        words=words,
    )  # fmt: skip
    return of_set, shown, order, view


def _named(options) -> dict[str, str]:
    """Options whose printed name is their id with a capital."""
    return {one: one[:1].upper() + one[1:] for one in options}


def _set_of(one: Held) -> str:
    """Which of the three sets an ask or promise belongs to."""
    if one.is_of_recommendation:
        return OF_RECOMMENDATIONS
    return PROMISES if one.is_promise else UNNUMBERED


def _groups(shown: Sequence[Held], found: Sequence[Held], order: str) -> dict[str, list[Held]]:
    """Asks under the headings of an order: by time, or by recommendation."""
    if order == MOST_OVERDUE:
        return {
            f"{wording.GROUPS[time]}: {len(mine)}": mine
            for time, mine in asks.by_time(shown).items()
        }
    # A recommendation stands where its worst ask does, whatever the filters leave out.
    every = asks.by_place(found)
    return {
        wording.stands_where(place, every[place])
        if isinstance(place, int)
        else f"{place.capitalize()}s, outside the recommendations: {len(mine)}": mine
        for place, mine in asks.by_place(shown).items()
    }


def _tables(now: Chosen, groups: dict[str, list[Held]]) -> None:
    """A table a group, all in one box and one download."""
    kept = filters.kept(OF_THE_LIST)
    records = []
    with st.container(key="scroll_asks", gap="xxsmall"):
        for heading, mine in groups.items():
            st.header(heading)
            rows = [_cells(one) for one in mine]
            records += printed_records(rows, "_")
            linked = [_linked(now, row, one, kept) for row, one in zip(rows, mine, strict=True)]
            st.table(linked, hide_index=True, border="horizontal", alt=heading)
        download("asks", records, now)


def _cells(one: Held) -> dict[str, str]:
    """The printed cells of one ask; the style sheet stacks those that belong together."""
    return {
        "Ask": one.id,
        "Theme": wording.theme_cell(one),
        "What was asked": one.asked.summary,
        "Waits for": wording.waits_for_cell(one),
        "Due": wording.first_date_cell(one),
        "Later date": wording.later_date_cell(one),
        "Position": wording.position_cell(one),
        "Body says": wording.says_cell(one),
        "Committee finds": wording.finds_cell(one),
        "Lint": wording.lint_cell(one),
    }


def _linked(now: Chosen, row: dict[str, str], one: Held, kept: dict[str, str]) -> dict[str, str]:
    """The same cells as Markdown: the id leads on, quiet is what is faded or not there."""
    quiet = one.standing.is_stale or not one.standing.updates
    return {
        **row,
        "Ask": f"**{links.to(now, 'recommendations', one.id, ask=one.id, **kept)}**",
        "Theme": f":gray[{row['Theme']}]",
        "Waits for": row["Waits for"] if one.standing.owners else f"**{row['Waits for']}**",
        "Due": row["Due"] if one.standing.first_due_on else f":gray[{row['Due']}]",
        "Later date": _small(row["Later date"]),
        "Position": _weighed(row["Position"], one.standing.time),
        "Committee finds": _small(row["Committee finds"]),
        "Body says": f":gray[{row['Body says']}]" if quiet else row["Body says"],
        "Lint": ", ".join(map(_lint, one.lacks)) or ":gray[clear]",
    }


def _lint(lack: str) -> str:
    """What an ask lacks as Markdown; an owner is what it needs first."""
    return f"**{lack}**" if lack == "no owner" else f":gray-badge[{lack}]"


def _small(text: str) -> str:
    """A text in small print; the style sheet takes a cell without for empty, and hides it."""
    return text and f":small[{text}]"


def _weighed(position: str, time: str) -> str:
    """A position: strong where somebody must act, quiet where no date can be missed."""
    if time == OVERDUE:
        return f"**{position}**"
    return f":gray[{position}]" if time == NO_DATE else position


def _cards(now: Chosen, groups: dict[str, list[Held]]) -> None:
    """A card an ask, three in a row."""
    kept = filters.kept(OF_THE_LIST)
    shown = []
    with st.container(key="asks_as_cards", gap="xsmall"):
        for heading, mine in groups.items():
            st.header(heading)
            for start in range(0, len(mine), BESIDE):
                columns = st.columns(BESIDE, gap="small")
                for column, one in zip(columns, mine[start : start + BESIDE], strict=False):
                    row = _cells(one)
                    shown.append(row)
                    with column:
                        _card(row, _linked(now, row, one, kept), one)
        download("asks", printed_records(shown, "_"), now)


def _card(row: dict[str, str], linked: dict[str, str], one: Held) -> None:
    late = "late_" if one.standing.time == OVERDUE else ""
    with st.container(key=f"card_ask_{late}{one.id}", height="stretch", gap="xxsmall"):
        st.markdown(f"{linked['Ask']} &ensp;{linked['Theme']}")
        st.markdown(f"### {row['What was asked']}")
        st.markdown(f"Waits for: {linked['Waits for']}. Due: {row['Due']}.")
        if row["Later date"]:
            st.markdown(f"{row['Later date']}.")
        st.markdown(f"{linked['Position']}. {linked['Body says']}.")
        if row["Committee finds"]:
            st.markdown(f"{row['Committee finds']}.")
        if one.lacks:
            st.markdown(linked["Lint"])
