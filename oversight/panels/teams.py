"""Other teams on the workforce page: the exploitation team, and the whole force for context."""

from __future__ import annotations

import streamlit as st

from oversight import charts, framework, series, themes, wording
from oversight.filters import Chosen
from oversight.panels.panel import draw, note, series_panel
from oversight.series import Series
from oversight.wording.signs import signs_of


def cse_team(now: Chosen) -> None:
    """The child sexual exploitation team: wanted and in post."""
    found = series.of(now.period_rows("series/dated", *themes.CSE_TEAM))
    wanted, in_post = found.get(themes.CSE_WANTED), found.get(themes.CSE_IN_POST)
    st.header("The child sexual exploitation team")
    if not (wanted and in_post and wanted.latest and in_post.latest):
        st.info("No figure supplied on this team for the period shown.")
        return
    is_reports = in_post.latest.feed == 0
    said = (
        f"{wording.sentence(wording.with_marker(in_post.latest))[:-1]} of"
        f" {wording.with_marker(wanted.latest)} officers wanted were in post"
        f" ({in_post.latest.period})."
    )
    if is_reports:
        said += (
            " The report says that the rest were on Operation Yewtree, so they may be among those"
            " on other duties above: do not add the two."
        )
    st.markdown(said)
    rows = [(one.label, one.latest.figure, one.latest.standing) for one in (wanted, in_post)]
    draw(
        series_panel(
            "cse_team",
            [wanted, in_post],
            "Officers dedicated to child sexual exploitation, wanted and in post",
            lambda colours, narrow: charts.pair(rows, colours),
            legend=signs_of((wanted.latest, in_post.latest)),
        ),
        now,
    )


def strength(now: Chosen) -> None:
    """Strength of the whole force by quarter end: context, a point in time, never summed."""
    st.header("The whole force, for context")
    note(
        "Not child protection: these count the whole Metropolitan Police on the last day of a"
        " quarter. They are never added up, and no budget is published beside them."
    )
    rows = now.period_rows("series/dated", themes.STRENGTH)
    roles = dict.fromkeys(row.breakdown for row in rows)
    shown = [
        Series(
            f"{themes.STRENGTH} {role}", _role(role), "full-time equivalent",
            framework.published_as(one, themes.STRENGTH, role).points,
        )
        for role in roles
        if (one := series.of(_of_role(rows, role)).get(themes.STRENGTH))
    ]  # fmt: skip
    draw(
        series_panel(
            "strength",
            shown,
            "Metropolitan Police strength, full-time equivalent, at quarter ends",
            lambda colours, narrow: charts.quarterly(shown, colours, 300),
            long=True,
            alt="Metropolitan Police strength at quarter ends. "
            + " ".join(
                f"{one.label}: {wording.with_marker(one.known[0])} on {one.known[0].period},"
                f" {wording.with_marker(one.latest)} on {one.latest.period}."
                for one in shown
                if one.known
            ),
        ),
        now,
    )


def _of_role(rows: tuple, role: str) -> tuple:
    """One role's rows as a series of its own."""
    return tuple(row._replace(breakdown="") for row in rows if row.breakdown == role)


def _role(breakdown: str) -> str:
    role = breakdown.partition("=")[2] or "All"
    return role if role.isupper() else role.capitalize()
