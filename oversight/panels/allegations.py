"""The panels of the allegations page."""

from __future__ import annotations

import streamlit as st

from oversight import bounds, charts, filters, series, themes, wording
from oversight.filters import Chosen
from oversight.panels.panel import (
    Panel,
    as_records,
    by_period,
    draw,
    note,
    series_panel,
    table,
)
from oversight.series import Series
from oversight.slides.tables import rounded
from oversight.themes import Allegations
from oversight.wording.baselines import UNKNOWN, baseline_rows, baseline_words, changed_from
from oversight.wording.signs import signs_of_trend

COUNTS, WHOLE, INDEX, SHARE = "Counts", "All allegations", "Index", "Share of all"


def over_time(now: Chosen, found: Allegations, baseline: str | None) -> None:
    """The main chart: counts, index or share of the total by financial year."""
    view = filters.choice(
        "Show", (COUNTS, WHOLE, INDEX, SHARE), COUNTS, "view", label_visibility="collapsed"
    )
    change = found.change(baseline) if baseline else None
    unit = ""
    if view == INDEX:
        all_indexed = [series.indexed(one, baseline) for one in found.every] if baseline else []
        shown = [one for one in all_indexed if one]
        what = f"Allegations by financial year as an index, {baseline} being 100"
        notes, mark = {}, None
    elif view == SHARE:
        shown, unit = [found.share], "%"
        what = "Rape and sexual assault as a share of all allegations, by financial year"
        notes, mark = {}, None
    else:
        shown = [found.both, found.sexual_assault, found.rape]
        if view == WHOLE:
            shown = [found.all, found.rest, found.both]
        what = "Allegations investigated by Child Abuse Investigation Teams, by financial year"
        notes = _since(shown, baseline)
        mark = change if view == COUNTS else None
    shown = [one for one in shown if one.points]
    if view == INDEX and len(shown) < len(found.every):
        absent = wording.listed(one.label for one in found.every if one.name not in
                                {kept.name for kept in shown})  # fmt: skip
        st.caption(f"Not shown, having no figure for {baseline}: {absent}.")
    events = now.rows("series/events", theme="demand")
    gap = "Not available: printed only as<br>a picture, which has not survived"
    draw(
        series_panel(
            f"allegations_{view.split()[0].lower()}",
            shown,
            what,
            lambda colours, narrow: charts.trend(
                shown, colours, events=events, change=mark, notes=notes, unit=unit,
                gap_words=gap if _is_lost(shown) else "No figure supplied",
                slots={one.name: slot for slot, one in enumerate(found.every)},
                labels_all=view != INDEX, narrow=narrow,
            ),
            unit=unit,
            legend=signs_of_trend(shown),
            has_narrow=True,
        ),
        now,
    )  # fmt: skip


def baselines(now: Chosen, found: Allegations) -> str | None:
    """The dial: the chosen baseline, and the change to the latest year from every one."""
    if not found.changes:
        st.info("There is only one year with a figure, so there is nothing to compare it with.")
        return None
    latest = found.both.latest
    options = [change.base.period for change in reversed(found.changes)]
    chosen = filters.choice(f"Compare {latest.period} with", options, options[-1], "baseline")
    st.header(wording.same_against_all(latest))
    records = [
        {
            "measure": one.name,
            "label": one.label,
            "from": change.base.period,
            "to": change.point.period,
            "change_lower_per_cent": rounded(change.per_cent.lower),
            "change_upper_per_cent": rounded(change.per_cent.upper),
            "standing": change.base.standing,
        }
        for one in (found.both, found.sexual_assault, found.rape)
        for change in series.changes(one)
    ]
    rows = baseline_rows(found)
    stated = now.rows("allegations/changes_in_documents", indicators=themes.ALLEGATIONS)
    labels = {one.name: one.label for one in found.every}
    documents = wording.documents_on(stated, labels, latest.period)
    said = "; ".join(
        f"from {change.base.period} {bounds.printed_change(change.per_cent)}"
        for change in found.changes
    )
    every = "; ".join(f"from {row['Baseline']}: {baseline_words(row)}" for row in rows)
    panel = Panel(
        "baselines",
        lambda colours, narrow: charts.strip(found.changes, chosen, colours),
        f"Change of allegations to {latest.period} {every}. {documents}",
        rows,
        records,
        series.sources_of([found.both]),
        alt=f"Change of rape and sexual assault allegations to {latest.period}: {said}."
        f" {documents}",
        claims=tuple(sorted(row.claim for row in stated)),
    )
    draw(panel, now)
    st.caption(documents)
    return chosen


def mix(now: Chosen, found: Allegations) -> None:
    """How the composition changed, and what became of the rest."""
    st.header(wording.composition_title(found.share))
    st.markdown(wording.rest_sentence(found.rest))
    if found.share.known:
        shown = [found.share]
        draw(
            series_panel(
                "mix",
                shown,
                "Rape and sexual assault as a share of all allegations",
                lambda colours, narrow: charts.composition(found.share, colours),
                unit="%",
                legend="Filled: rape and sexual assault. Outlined: not firm, see marker.",
            ),
            now,
        )


def detections(now: Chosen) -> None:
    """Sanction detections on their own clock, and why their rate measures no success."""
    st.header("Detections run on another clock")
    found = series.of(now.period_rows("series/dated", themes.DETECTIONS))
    one = found.get(themes.DETECTIONS) or Series(themes.DETECTIONS, "Detections", "detections", ())
    without = {row.indicator for row in now.rows("overview/without_figures")}
    charges = " No number of charges has been supplied." if themes.CHARGES in without else ""
    st.markdown(
        "They are counted in years to November, so they are not divided by allegations here."
        " The Met stopped judging itself by the detection rate, so that nobody gains from"
        f" recording less, and looks at the yearly change in charges (report p. 12).{charges}"
    )
    rows = [
        (wording.sentence(point.period)[:-1], point.figure, point.standing) for point in one.known
    ]
    draw(
        series_panel(
            "detections",
            [one],
            "Sanction detections for the crime types of the Child Abuse Investigation Teams",
            lambda colours, narrow: charts.pair(rows, colours),
            legend="Filled: reported. Outlined: a limit, from “over 10 per cent more”.",
        ),
        now,
    )


def explanations() -> None:
    """Four ways to explain a rise, who said so, and what would tell them apart."""
    st.header("Four explanations, and what would tell them apart")
    columns = st.columns(4, gap="medium")
    for order, (name, said, tells) in enumerate(wording.EXPLANATIONS):
        with columns[order].container(key=f"row_explanation_{order}"):
            st.subheader(name)
            st.markdown(f"{said}\n\n**Would tell:** {tells}")


def numbers(now: Chosen, found: Allegations) -> None:
    """Every yearly figure of the page in one table."""
    st.header("The figures")
    shown = [one for one in found.every if one.points]
    table(
        "allegations", by_period(shown), now, as_records(shown),
        alt="Allegations by measure and financial year",
    )  # fmt: skip


def all_victims(now: Chosen) -> None:
    """All-victim recorded offences by quarter and borough: context, never a comparison."""
    st.header("Another measure: offences against people of all ages")
    note(
        "Not comparable with the allegations above: these count recorded offences, adults"
        " included, from another source."
    )
    places = now.rows("allegations/boroughs", indicators=themes.RECORDED)
    names = {row.code: row.name for row in places}
    borough = filters.pick(
        "Place", names, "All of the Met, with airports and unknown places", "borough"
    )
    rows = now.period_rows("allegations/recorded_by_quarter", *themes.RECORDED, borough=borough)
    shown = list(series.of(rows).values())
    place = names.get(borough, "the Metropolitan Police")
    draw(
        series_panel(
            "all_victims",
            shown,
            f"Recorded rape and other sexual offences, victims of all ages, {place}, by quarter",
            lambda colours, narrow: charts.quarterly(shown, colours),
            long=True,
            alt=f"Recorded sexual offences by quarter, {place}: " + _ends(shown),
        ),
        now,
    )


def _ends(shown: list[Series]) -> str:
    """First and last figure of each long series; the table has every one."""
    return " ".join(
        f"{one.label}: {wording.figure_in_words(one.known[0])} in {one.known[0].period},"
        f" {wording.figure_in_words(one.latest)} in {one.latest.period}."
        for one in shown
        if one.known
    )


def _since(shown: list[Series], baseline: str | None) -> dict[str, str]:
    """For each series its change since the baseline, where that can be said."""
    return {
        one.name: f"{text} since {baseline}"
        for one in shown
        if baseline and (text := changed_from(one, baseline)) != UNKNOWN
    }


def _is_lost(shown: list[Series]) -> bool:
    return any("picture" in point.note for one in shown for point in one.points)
