"""Topics of working with others: known, said, asked, what would settle it; and all as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from oversight import asks, bounds, charts, themes, wording
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.panel import Panel, draw, line, note, printed_records, series_panel, table
from oversight.panels.partners import ask_id, is_hidden, of_boroughs, source_of, to_ask
from oversight.themes import Measure, Topic

SIDES = {
    "supports": "The Met, and those who agree",
    "questions": "Those who question it",
}
STANCES = {
    "supports": "agrees with the Met",
    "questions": "questions the Met",
    "neutral": "does neither",
}


def topics(now: Chosen, shown: Mapping[str, Topic]) -> None:
    """Each topic in a row: figures at the left, words at the right."""
    (wholes,) = now.rows("partners/wholes")
    for order, topic in enumerate(shown.values()):
        # Where one is chosen, it begins right below the choice.
        with st.container(gap="xxsmall", key="top" if len(shown) == 1 else f"topic_{order}"):
            st.header(topic.title, anchor=topic.name)
            st.markdown(f":gray[{topic.question}]")
        figures, words = st.columns([1, 1.9], gap="large")
        with figures, st.container(gap="small"):
            for one in topic.measures:
                _known(now, topic, one, wholes)
            if not any(one.latest for one in topic.measures):
                st.metric("What is known", "no figure")
            _settled_by(now, topic)
        with words, st.container(gap="small"):
            _said(now, topic)
            _asked(now, topic, wholes)


def _known(now: Chosen, topic: Topic, one: Measure, wholes) -> None:
    """A measure's latest figure, what it can mean, and a drawing where there is one."""
    if one.latest is None:
        return
    contested = " :gray-badge[Contested]" if topic.disputing(one.latest) else ""
    with st.container(key=f"known_{one.name}", gap="xxsmall"):
        st.metric(
            f"{one.series.label}, {one.latest.period}", wording.with_marker(one.latest, one.unit)
        )
        st.markdown(f":gray[Source:] {source_of(now, one)}{contested}")
    if one.name == themes.BOARDS:
        st.markdown(f"For {wholes.authorities} local authorities.")
    if one.name == themes.HUBS:
        _hubs(now, one, wholes)
    if one.series.previous:
        draw(
            series_panel(
                f"{one.name}_over_time",
                [one.series],
                one.title,
                lambda colours, narrow: charts.states(one.series, colours, one.unit),
                unit=one.unit,
                legend="Each figure where its day or period lies; no line joins them.",
                long=True,
            ),
            now,
        )


def _hubs(now: Chosen, hubs: Measure, wholes) -> None:
    """A square for each authority, and what the number would be of each whole it may be of."""
    figure, whole = hubs.latest.figure, of_boroughs(wholes)
    rows = [{"Period": hubs.latest.period, **row} for row in wording.counted_from(figure, whole)]
    told = "; ".join(f"of {row['If counted from']}, {row['Without']} without" for row in rows)
    said = f"{wording.whole_not_stated(figure, whole)} {wording.without_one(figure, whole)}"
    st.markdown(said)
    city_counts = wording.exceeds(figure, wholes.boroughs)
    legend = f"Filled: {'an authority' if city_counts else 'a borough'} with a hub."
    if (figure.lower or 0) < wholes.authorities:
        legend += (
            f" Dashed: {wholes.authorities} authorities or {wholes.boroughs} boroughs, not stated."
        )
    draw(
        Panel(
            "mash",
            lambda colours, narrow: charts.out_of(figure, wholes.authorities, colours),
            f"{hubs.series.label}, {hubs.latest.period}: {bounds.printed(figure)}. If counted from"
            f" each of what it may be: {told}. {said if city_counts else 'Nobody has said which.'}",
            rows,
            printed_records(rows),
            hubs.latest.sources,
            legend,
            claims=hubs.latest.claims,
        ),
        now,
    )


def _settled_by(now: Chosen, topic: Topic) -> None:
    """The figure that is missing and who owes it; who would have it where nobody is asked."""
    if topic.caveat:
        note(wording.sentence(topic.caveat))
    with st.container(gap="xxsmall"):
        st.markdown(f"**What would settle it**  \n{wording.sentence(topic.would_settle)}")
        for one in topic.uncounted:
            line(
                f"owed_{one.name}",
                f"{links.to_indicator(now, one.name, one.title)}  \n"
                f":gray[{_state(now, one)}; owed by {wording.listed(one.owner)}]",
            )
        if not topic.uncounted:
            asked = "It" if topic.measures else "Nobody is asked for it yet; it"
            line(
                f"owed_{topic.name}",
                f":gray[{asked} would come from: {wording.listed(topic.held_by)}]",
            )


def _state(now: Chosen, one: Measure) -> str:
    """What there is of a measure that nobody has counted for London."""
    if one.latest is not None:
        return f"Only “{wording.with_marker(one.latest, one.unit)}”, not a count"
    if is_hidden(now, one):
        return "No figure in the years shown"
    return "Figures for single places, none for London" if one.given else "No figure"


def _said(now: Chosen, topic: Topic) -> None:
    """Both sides of what was said, side by side and alike; what takes no side below them."""
    for column, (stance, name) in zip(st.columns(2, gap="medium"), SIDES.items(), strict=True):
        with column, st.container(gap="xsmall"):
            st.markdown(f"**{name}**")
            _statements(now, topic.said(stance))
    if neither := topic.said("neutral"):
        _statements(now, neither)


def _statements(now: Chosen, statements: Sequence) -> None:
    if not statements:
        st.markdown("Nobody in the report.")
    for one in statements:
        # A page and its number stay in one line.
        where = wording.pages(one.page).replace(" ", "\N{NO-BREAK SPACE}")
        about = [
            f"{word} {links.to_claim(now, claim)}"
            for word, claim in (("claim", one.claim), ("disputes claim", one.disputes))
            if claim
        ]
        line(
            one.statement,
            f"{wording.sentence(one.summary)}  \n"
            f":gray[{one.said_by}, {wording.said_when(one.said_on)}, {where}]"
            + (f" · {' · '.join(about)}" if about else ""),
        )


def _asked(now: Chosen, topic: Topic, wholes) -> None:
    """What was asked and promised, of and by whom, and how it stands on the reading date."""
    with st.container(gap="xsmall"):
        st.markdown("**Asked and promised**")
        for one in topic.asks:
            late = one.standing.time == asks.OVERDUE
            whom = "Promised by" if one.is_promise else "Asked of"
            when = f" · {wording.due(one)}" if one.standing.due_on else ""
            standing = wording.standing_on(one, wholes.reported_on)
            line(
                one.id,
                f"{to_ask(now, one)} &ensp;{wording.sentence(one.asked.summary)}  \n"
                f":gray[{whom} {one.asked.who}, {wording.pages(one.asked.pages)}{when}]"
                f" :{'orange' if late else 'gray'}-badge[{standing}]",
            )


def as_tables(now: Chosen, shown: Mapping[str, Topic]) -> None:
    """Every figure, ask and statement of the topics shown, to read in a row and to take along."""
    st.header("The same as tables")
    (wholes,) = now.rows("partners/wholes")
    topics = shown.values()
    _folded(
        now,
        "partners_figures",
        "Measures",
        [
            {
                "Topic": topic.title,
                "Measure": one.title,
                "Figure": wording.with_marker(one.latest, one.unit) if one.latest else "[x]",
                "Period": one.latest.period if one.latest else _missing(now, one),
                "Source": wording.printed_in(one.latest.sources) if one.latest else "none",
                "Owed by": wording.listed(one.owner),
            }
            for topic in topics
            for one in topic.measures
        ],
    )
    _folded(
        now,
        "partners_asks",
        "Asks and promises",
        [
            {
                "Topic": topic.title,
                "Id": ask_id(one, one.id),
                "How": one.how,
                "Who": one.asked.who,
                "What, in our words": one.asked.summary,
                "Date": wording.due(one),
                "Position": wording.standing_on(one, wholes.reported_on),
                "Pages": one.asked.pages,
            }
            for topic in topics
            for one in topic.asks
        ],
    )
    _folded(
        now,
        "partners_statements",
        "Statements",
        [
            {
                "Topic": topic.title,
                "Id": one.statement,
                "Who": one.said_by,
                "When": wording.said_when(one.said_on),
                "Stance": STANCES[one.stance],
                "What, in our words": one.summary,
                "Page": one.page,
                "Disputes": one.disputes or "none",
            }
            for topic in topics
            for one in topic.statements
        ],
    )


def _folded(now: Chosen, key: str, name: str, rows: Sequence[dict[str, str]]) -> None:
    """A table one click away; nothing where it has no row."""
    if rows:
        with st.expander(f"{name} ({len(rows)}) and download", key=f"more_{key}", type="compact"):
            table(key, rows, now, alt=name)


def _missing(now: Chosen, one: Measure) -> str:
    return "none in the years shown" if is_hidden(now, one) else "none supplied"
