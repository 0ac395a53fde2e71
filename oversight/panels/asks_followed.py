"""Following the asks up: the worst of each recommendation, the ladder, all that was said."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from oversight import asks, wording
from oversight.asks import OVERDUE, Held
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.panel import printed_records, table
from oversight.periods import FIRST_DAY, in_words
from oversight.wording import reminder


def worst_of_each(now: Chosen, found: Sequence[Held]) -> None:
    """Each recommendation with the ask that stands worst; no mean, no share."""
    st.header("Each recommendation stands where its worst ask stands")
    places = asks.by_place(one for one in found if one.is_of_recommendation)
    rows = [
        {
            "Recommendation": str(number),
            "Stands": asks.worst(one.standing for one in mine).time,
            "Because of": asks.worst(one.standing for one in mine).ask,
            "Its asks": ", ".join(one.id for one in mine),
            "Closed": f"{sum(one.standing.is_closed for one in mine)} of {len(mine)}",
        }
        for number, mine in places.items()
    ]
    linked = [
        {
            **row,
            "Stands": f"**{row['Stands']}**" if row["Stands"] == OVERDUE else row["Stands"],
            "Because of": links.to_ask(now, row["Because of"]),
        }
        for row in rows
    ]
    table("recommendations", linked, now, printed_records(rows, "_"), alt="Recommendations")


def ladder(now: Chosen, found: Sequence[Held]) -> None:
    """The steps where no reply comes, their days, and how far silence has led."""
    st.header("Where no reply comes")
    mine = [one for one in found if one.is_of_recommendation]
    st.markdown(wording.silence_sentence(mine, FIRST_DAY, now.on))
    steps_of_the_ladder(now)


def steps_of_the_ladder(now: Chosen) -> None:
    """Each step with its day, and whether the reading date has reached it."""
    rows = [
        {
            "Step": wording.sentence(rung.step)[:-1],
            "Day": in_words(rung.on),
            "Position": reminder.rung_state(rung.on, now.on),
        }
        for rung in asks.ladder(FIRST_DAY)
    ]
    table("ladder", rows, now, alt="Steps where no reply comes")
    st.caption("Counted in months from the day of the report; no step is recorded as taken.")


def history(now: Chosen, found: Sequence[Held]) -> None:
    """Every word said by the reading date, later dates with it, as it was published."""
    st.header("Everything said since the report")
    rows = [row for one in found for row in _words(one)]
    if not rows:
        st.markdown(wording.nothing_received(now.on))
        return
    rows.sort(key=lambda row: row["said_on"])
    printed = [
        {
            wording.sentence(name.replace("_", " "))[:-1]: wording.plain(str(cell)) or "–"
            for name, cell in row.items()
        }
        for row in rows
    ]
    with st.expander(wording.history_title(len(rows)), key="more_history", type="compact"):
        table("history", printed, now, rows, alt="Everything said, in order")


def _words(one: Held) -> list[dict[str, object]]:
    """Each word on one ask as a record, with the days by which it moved the date."""
    moved = {(move.said_on, move.author, move.due_on): move.days for move in one.standing.moves}
    return [
        {
            "ask": one.id,
            "said_on": row.said_on.isoformat(),
            "author": row.author,
            "response": row.response,
            "delivery": row.delivery,
            "evidence": row.evidence,
            "revised_date": row.revised_due_on.isoformat() if row.revised_due_on else "",
            "days_slipped": _blank(moved.get((row.said_on, row.author, row.revised_due_on))),
            "reason": row.reason,
            "said_in_publication": row.publication,
        }
        for row in one.standing.updates
    ]


def _blank(days: int | None) -> object:
    return "" if days is None else days
