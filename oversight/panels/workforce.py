"""The panels of the workforce page."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from oversight import charts, filters, series, themes, wording
from oversight.bounds import Bounds
from oversight.charts import Step
from oversight.filters import Chosen
from oversight.panels.panel import Panel, draw, series_panel
from oversight.series import Point, Series, claims_of_points, sources_of_points
from oversight.slides.workforce import counted, record, steps
from oversight.themes import Workforce
from oversight.wording import signs
from oversight.wording import slides_workforce as people
from oversight.wording.words import marked


def posts_to_people(now: Chosen, year: Workforce) -> None:
    """The waterfall from budgeted posts to people at work, unknown steps hatched."""
    st.header("From posts to people")
    bars = steps(year)
    said = ", ".join(f"{step.label} {step.sign} {_printed(step)}" for step in bars)
    draw(
        Panel(
            "posts_to_people",
            lambda colours, narrow: charts.waterfall(bars, colours, narrow),
            f"From posts to people, {year.year}: {said}. {people.why_a_ceiling(year)}".rstrip(),
            [
                {"Step": f"{step.label} {step.sign}".strip(), "Officers": _printed(step)}
                for step in bars
            ],
            [record(step, year) for step in bars],
            sources_of_points(counted(year)),
            f"{signs.signs_of_steps(bars)} {people.why_a_ceiling(year)}".rstrip(),
            has_narrow=True,
            claims=claims_of_points(counted(year)),
        ),
        now,
    )


def help_on_the_way(now: Chosen, year: Workforce) -> None:
    """Officers arriving and sought against those lent to other duties."""
    st.header(wording.relief_title(year))
    st.markdown(wording.relief_sentence(year))
    if year.relief is None or year.abstracted is None:
        return
    rows = [
        ("About to arrive", year.arriving),
        ("Sought, not found", year.sought),
        ("On other duties", year.abstracted),
    ]
    bars = [Step(name, point.figure, "", point.standing, point.marker) for name, point in rows]
    markers = signs.markers_of(point for _, point in rows)
    draw(
        Panel(
            "help_on_the_way",
            lambda colours, narrow: charts.relief(*bars, colours),
            f"{wording.relief_sentence(year)} When: {_when(rows)}.",
            [
                {"Officers": name, "Number": wording.with_marker(point), "When": point.period}
                for name, point in rows
            ],
            [
                {
                    **record(step, year),
                    "period": point.period,
                }
                for step, (_, point) in zip(bars, rows, strict=True)
            ],
            sources_of_points(point for _, point in rows),
            "Solid: about to arrive. Outlined: sought, not found. Grey: on other duties."
            f" {markers}".rstrip(),
            claims=claims_of_points(point for _, point in rows),
        ),
        now,
    )


def budget_by_year(now: Chosen, yearly: dict[str, Series], dated: dict[str, Series]) -> None:
    """Budgeted officers and staff by year, with officers in post where anybody has said."""
    officers = yearly.get(themes.OFFICERS) or series.empty(
        themes.OFFICERS, "Officer posts", "posts"
    )
    staff = yearly.get(themes.STAFF) or series.empty(themes.STAFF, "Staff posts", "posts")
    wider = yearly.get(themes.WIDER) or series.empty(themes.WIDER, "Wider population", "posts")
    in_post = dated.get(themes.IN_POST) or series.empty(themes.IN_POST, "In post", "officers")
    earlier = series.of(now.period_rows("series/dated", themes.EARLIER_CHANGE))
    st.header("Budgeted posts by year")
    st.markdown(
        f"{wording.in_post_sentence(in_post.known, now.is_limited)}"
        f"{_growth(officers)}{_growth(staff)}{_wider(wider)}"
        f"{_earlier(earlier.get(themes.EARLIER_CHANGE))}"
    )
    shown = [one for one in (officers, staff, wider, in_post) if one.points]
    draw(
        series_panel(
            "budget_by_year",
            shown,
            "Budgeted police officer posts by financial year, and officers in post on the day"
            " they were counted",
            lambda colours, narrow: (
                charts.pair(_each_year(officers, staff, in_post), colours)
                if narrow
                else charts.budget((officers, staff), in_post.known, colours)
            ),
            has_narrow=True,
            legend=signs.signs_of_years((*officers.known, *staff.known), in_post.known),
        ),
        now,
    )


def before_quoting(year: Workforce) -> None:
    """What the headline number is not."""
    budget = wording.with_marker(year.budget)
    st.header(f"Read this before quoting {budget}")
    notes = [
        (
            "Posts, not officers",
            "A budget counts posts, filled or not."
            + (
                " The report says so; the press release drops the word and calls them officers."
                if year.budget.feed == 0
                else ""
            ),
        ),
        (
            "Adults as well as children",
            "The same posts investigate rape of adults. Allegations about children are therefore"
            " not divided by them here.",
        ),
        (
            "Two growth figures",
            "For 2013-14 the report compares with the year before, the press release with 2009-10"
            " and a wider population: the two cannot be chained.",
        ),
    ]
    columns = st.columns(3, gap="large")
    for order, (name, text) in enumerate(notes):
        with columns[order].container(key=f"row_quoting_{order}"):
            st.subheader(name)
            st.markdown(text)


def suppose(year: Workforce) -> None:
    """What-if: the reader's own numbers for what was not stated, the result as bounds."""
    st.header("What if?")
    st.markdown(
        "Leave a box blank to keep what was stated. Nothing here is a figure of anybody's; the"
        " address keeps your numbers."
    )
    columns = st.columns(4)
    most = int(year.budget.figure.upper or 0)
    supposed = {
        name: filters.number(label, f"if_{name}", most, place)
        for (name, label), place in zip(
            {
                "vacant": "Posts not filled",
                "abstracted": "On other duties",
                "maternity": "On maternity leave",
                "relief": "Arrived since",
            }.items(),
            columns,
            strict=True,
        )
    }
    result = year.supposing(supposed)
    said = marked(result, year.supposing_on(supposed)[1])
    st.markdown(f"**Officers who could be at work: {said}**")


def _each_year(*shown: Series) -> list[tuple[str, Bounds, str]]:
    """Bars one below the other, for a phone."""
    return [
        (
            " ".join(filter(None, (f"{one.label}, {point.period}", _marker(point)))),
            point.figure,
            point.standing,
        )
        for one in shown
        for point in one.known
    ]


def _marker(point: Point) -> str:
    return f"[{point.marker}]" if point.marker else ""


def _printed(step: Step) -> str:
    return step.text


def _when(rows: Iterable[tuple[str, Point]]) -> str:
    return wording.listed(f"{name.lower()} {point.period}" for name, point in rows)


def _growth(one: Series) -> str:
    one = series.comparable(one)
    if one.previous is None:
        return ""
    change = one.latest.figure.change_from(one.previous.figure)
    return (
        f" {one.label}: {wording.moved(change)} on {wording.figure_in_words(one.previous)} in"
        f" {one.previous.period}."
    )


def _wider(one: Series) -> str:
    if one.latest is None:
        return ""
    return (
        f" In {one.latest.period} there were {wording.figure_in_words(one.latest)} in a wider"
        f" population, adults' cases included ({wording.printed_in(one.latest.sources)}): another"
        " measure, so it is not drawn beside these."
    )


def _earlier(one: Series | None) -> str:
    if one is None or one.latest is None:
        return ""
    return (
        f" From {one.latest.period} the child abuse command's budget for officers"
        f" {wording.moved(one.latest.figure)} ({wording.printed_in(one.latest.sources)}): a command"
        " before SOECA, so the two cannot be chained."
    )
