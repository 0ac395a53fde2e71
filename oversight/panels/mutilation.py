"""Female genital mutilation: two counts and what they show, and what else has been said."""

from __future__ import annotations

import streamlit as st

from oversight import bounds, charts, series, themes, wording
from oversight.charts import Band
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.panel import Panel, draw, fact, palette, printed_records, series_panel, table
from oversight.periods import in_words
from oversight.series import Point
from oversight.slides.referrals import intervals
from oversight.themes import Mutilation
from oversight.wording.signs import dots_of_unfirm


def referrals(now: Chosen, fgm: Mutilation) -> None:
    """The counts with their intervals, their ratio, and how many more a trend needs."""
    st.header("FGM referrals to the Met, calendar years")
    one = fgm.referrals
    events = now.rows("series/events", theme="fgm")
    draw(
        series_panel(
            "fgm_referrals",
            [one],
            "FGM referrals to the Metropolitan Police by calendar year",
            lambda colours, narrow: charts.counts(
                one, intervals(fgm), colours, is_trend=not fgm.still_needed, events=events,
                narrow=narrow,
            ),
            legend=f"{dots_of_unfirm(one.known)} Bars: the 95% interval of each count, if cases are"
            " independent. Counts are not joined before there are"
            f" {wording.number_word(themes.POINTS_OF_A_TREND)}.".lstrip(),
        ),
        now,
    )  # fmt: skip
    if fgm.ratio is not None:
        st.metric(
            f"{one.latest.period} against {one.previous.period}",
            wording.ratio_words(fgm),
            wording.interval_words(fgm),
            delta_color="gray",
            delta_arrow="off",
        )
    if fgm.points:
        st.markdown(f"{wording.newest_lacks(one)}{wording.points_of_a_trend(fgm)}")
        known = f"{min(fgm.points, themes.POINTS_OF_A_TREND)} of {themes.POINTS_OF_A_TREND}"
        with st.container(horizontal=True, vertical_alignment="center", key="points_known"):
            st.image(
                charts.circles(fgm.points, themes.POINTS_OF_A_TREND, palette()),
                alt=f"{known} years known",
                width=140,
            )
            st.markdown(f":gray[{known} years known]")


def wider(now: Chosen) -> None:
    """Estimates on a scale of their own, and figures in other words than referrals."""
    st.header("Other figures on FGM, which count other things")
    rows = now.rows("cse_and_fgm/beyond_london", indicators=themes.FGM_ESTIMATES)
    left, right = st.columns(2, gap="large")
    with left:
        _estimates(now, rows)
    with right:
        _said_elsewhere(now, rows)


def mapping(now: Chosen) -> None:
    """What must be known for the mapping that recommendation 7 asks for, and what there is."""
    st.header("What mapping FGM in London would need")
    st.markdown(
        f"Recommendation 7 ({links.to_ask(now, 'R7')}) asks MOPAC and the Met for it. This is what"
        " the map would have to show, and what there is today."
    )
    names = {name for _, _, indicators in wording.MAPPING for name in indicators}
    definitions = {row.indicator: row for row in now.rows("about/definitions")}
    known = now.rows("cse_and_fgm/beyond_london", indicators=tuple(sorted(names)))
    printed, linked = [], []
    for need, detail, indicators in wording.MAPPING:
        for name in indicators:
            row = definitions[name]
            cells = {
                "To be known": f"{need}. {detail}",
                "Figure": row.title,
                "What there is": _latest_of(known, name),
                "Who owes it": wording.listed(row.owner),
            }
            printed.append(cells)
            linked.append({**cells, "Figure": links.to_indicator(now, name, row.title)})
    alt = "What mapping FGM needs, and what there is"
    table("mapping", linked, now, printed_records(printed), alt=alt)


def _estimates(now: Chosen, rows: tuple) -> None:
    if not rows:
        st.info("No estimate is known.")
        return
    points = series.of(rows)
    bands = [
        Band(f"{row.label}, {row.place}", points[row.indicator].at(row.period).figure)
        for row in rows
    ]
    cells = [
        {
            "Measure": row.title,
            "Place": row.place,
            "Period": row.period,
            "Figure": bounds.printed(points[row.indicator].at(row.period).figure),
        }
        for row in rows
    ]
    said = "; ".join(
        f"{one['Measure']}, {one['Place']}, {one['Period']}: {one['Figure']}" for one in cells
    )
    draw(
        Panel(
            "fgm_estimates",
            lambda colours, narrow: charts.bands(bands, colours, narrow),
            f"{said}.",
            cells,
            printed_records(cells),
            series.sources_of(points.values()),
            "Outlined: an estimate, or a count in a newspaper. Other things than referrals, over"
            " other years and places, so on a scale of their own.",
            has_narrow=True,
            claims=series.claims_of(points.values()),
        ),
        now,
    )


def _said_elsewhere(now: Chosen, estimates: tuple) -> None:
    for row in now.rows("cse_and_fgm/outside_evidence", indicators=(themes.FGM,)):
        fact(
            row.evidence,
            f"{row.value_as_printed} in {row.period}",
            f"{row.summary} ({row.source}). {wording.sentence(row.use)}",
        )
    conflict = next((row for row in estimates if row.indicator == themes.FGM_WOMEN), None)
    if conflict is not None:
        fact(
            "geography",
            "Which country",
            f"{conflict.first_caveat} So {conflict.place} and the study's area cannot both be"
            f" right, and neither is London ({links.to_claim(now, conflict.claim)}).",
        )
    prosecutions = now.rows("cse_and_fgm/beyond_london", indicators=(themes.FGM_PROSECUTIONS,))
    for event in now.rows("series/events", theme="fgm"):
        if event.precision == "day" and any(
            one.starts_on <= event.happened_on <= one.ends_on for one in prosecutions
        ):
            fact(
                "prosecutions",
                in_words(event.happened_on),
                f"{event.event} ({event.source}, {event.location}). The report's own text still"
                " speaks of a lack of prosecutions (p. 30); both were true at their date.",
            )


def _latest_of(rows: tuple, name: str) -> str:
    mine = tuple(row for row in rows if row.indicator == name)
    if not mine:
        return "No figure supplied"
    point: Point = series.of(mine)[name].points[-1]
    return f"{wording.with_marker(point)}, {point.period}, {mine[-1].place}"
