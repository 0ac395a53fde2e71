"""Social-care assessments since the report: the tile map, and an authority beside London."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from oversight import charts, filters, series, themes, wording
from oversight.charts import Tile
from oversight.filters import Chosen
from oversight.panels.panel import Panel, as_records, by_period, draw, series_panel
from oversight.series import Series, sources_of
from oversight.themes import Assessments

LEGEND = (
    "Assessments by children's social care, not police referrals: never compared with the report's"
    " allegations. Shaded by size, not by merit; the shades are the same in every year. Tiles"
    " after After the Flood, London Squared."
)


def factor() -> str:
    """The factor that the reader looks at."""
    options = list(themes.ASSESSED)
    return filters.choice("Factor", options, options[0], "factor")


def year(found: Assessments, london: Series) -> str | None:
    """The year that the reader looks at: by default the last one with a total for London."""
    if not found.years:
        return None
    return filters.choice("Year to March", found.years, found.newest(london), "year")


def tile_map(now: Chosen, chosen: str, found: Assessments, year: str | None, london: Series):
    """London as 33 squares, for one factor and year; whatever hover says stands in the table."""
    if year is None:
        st.info("No authority has a figure for the period shown.")
        return
    published = london.at(year)
    summed = wording.assessments_sum(found, year, published)
    squares = [
        Tile(one.name, one.short, one.row, one.column, point) for one, point in found.points(year)
    ]
    shown = [
        Series(one.figures.name, f"{one.name} ({one.short})", one.figures.unit,
               (point,) if point else ())
        for one, point in found.points(year)
    ]  # fmt: skip
    limits = charts.shades(found.counts)
    st.markdown(summed)
    said = "; ".join(
        f"{one.label} {wording.figure_in_words(one.points[0]) if one.points else 'not supplied'}"
        for one in shown
    )
    draw(
        Panel(
            "tile_map",
            lambda colours, narrow: charts.tiles(squares, limits, colours, narrow),
            f"Assessments in which {chosen} was a factor. {summed} {said}.",
            [_row(one, year) for one in by_period(shown)],
            as_records(shown),
            sources_of(shown),
            LEGEND,
            has_narrow=True,
            alt=f"Tile map of London, assessments in which {chosen} was a factor. {summed}",
            has_hover=True,
        ),
        now,
    )


def beside_london(now: Chosen, chosen: str, found: Assessments, london: Series) -> None:
    """One authority's years beside the total that is published for London."""
    st.header("One authority beside London")
    names = {one.code: one.name for one in found.authorities}
    picked = filters.pick("Authority", names, "Choose an authority", "authority")
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("London, as published")
        _trend(now, "london", replace(london, label="London"), chosen)
    with right:
        if picked is None:
            st.subheader("An authority")
            st.caption(
                "Choose one to see its years here. The two have scales of their own: one"
                " authority is a small part of London."
            )
            return
        (one,) = [one for one in found.authorities if one.code == picked]
        st.subheader(one.name)
        _trend(now, "authority", one.figures, chosen)


def _trend(now: Chosen, key: str, one: Series, chosen: str) -> None:
    lacks = sorted({point.standing for point in one.points if not point.is_number})
    draw(
        series_panel(
            f"assessments_{key}",
            [one],
            f"Assessments in which {chosen} was a factor, {one.label}, by year to March",
            lambda colours, narrow: charts.trend(
                [one], colours, narrow=narrow, labels_all=not narrow
            ),
            has_narrow=True,
            legend=f"Hatched: {wording.listed(lacks)}; no line crosses it." if lacks else "",
        ),
        now,
    )


def _row(printed: dict[str, str], year: str) -> dict[str, str]:
    return {"Authority": printed["Measure"], year: printed.get(year, "[x]")}


def london_total(now: Chosen, indicator: str) -> Series:
    """The factor's total as published for London, by year."""
    found = series.of(now.period_rows("series/yearly", indicator))
    return found.get(indicator) or series.empty(indicator, "London", "assessments")
