"""Boroughs side by side for the children who live in them, or what is missing for that."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from oversight import bounds, charts, statistics, wording
from oversight.filters import Chosen
from oversight.framework import Entry
from oversight.panels import links
from oversight.panels.panel import Panel, draw
from oversight.remembered import remembered
from oversight.statistics import Funnel, Place, Refusal
from oversight.themes.indicators import CHILDREN
from oversight.wording import funnel as words
from oversight.wording.signal import unmarked


def beside_population(now: Chosen, entry: Entry, entries: Sequence[Entry]) -> None:
    """The funnel of boroughs of an indicator that counts cases by borough."""
    about = entry.about
    if about.kind != "flow" or about.lowest_level != "borough":
        return
    children = next(one for one in entries if one.name == CHILDREN)
    st.header("Do boroughs differ?")
    link = links.to_indicator(now, children.name, children.title)
    missing = _missing(entry, children, link)
    rows = () if missing else now.rows(
        "framework/beside_population", indicator=entry.name, starts_on=now.starts_on,
        ends_on=now.ends_on,
    )  # fmt: skip
    if missing or not rows:
        st.markdown(missing or words.other_years(wording.listed(children.about.owner), link))
        return
    found = _funnel(rows)
    if isinstance(found, Refusal):
        withheld = sum(row.standing == "withheld" for row in rows)
        st.markdown(words.no_funnel(found, withheld))
        return
    period = rows[0].period
    per = charts.children_of_a_rate(found)
    left_out = [row.name for row in rows if not _has_count(row)]
    st.markdown(words.finding(found, period))
    draw(_panel(entry, rows, found, period, per), now)
    st.caption(words.how(found, per, rows[0].children_on, left_out))


def _missing(entry: Entry, children: Entry, link: str) -> str:
    """What stands against a funnel before anything is looked up."""
    about, base = entry.about, children.about
    if about.indicator in base.not_comparable_with or base.indicator in about.not_comparable_with:
        return words.ruled_out(link)
    if not about.below_london:
        return words.no_counts(wording.listed(about.owner), about.withheld_below_london)
    return "" if base.below_london else words.no_children(wording.listed(base.owner), link)


# A rerun of the page, such as for another theme, asks for the same again.
@remembered(maxsize=32)
def _funnel(rows: tuple) -> Funnel | Refusal:
    return statistics.funnel(
        [
            Place(
                row.name,
                bounds.stored(row.value, row.lower, row.upper, row.qualifier, row.withheld),
                row.children,
            )
            for row in rows
            if _has_count(row)
        ]
    )


def _has_count(row) -> bool:
    """Whether a borough's count is a number, or lies between two."""
    figure = bounds.stored(row.value, row.lower, row.upper, row.qualifier, row.withheld)
    return not figure.about and figure.lower is not None and figure.upper is not None


def _panel(entry: Entry, rows: Sequence, found: Funnel, period: str, per: int) -> Panel:
    table = [
        {
            "Borough": one.place.name,
            "Count": bounds.printed(one.place.count),
            "Children under 18": bounds.whole_or_tenth(one.place.population),
            f"For {per:,} children": words.rate(one, per),
            "Beside all together": words.differs(one),
        }
        for one in found.placed
    ]
    records = [
        {
            "borough": one.place.name,
            "period": period,
            "value": one.place.count.shown,
            "lower": one.place.count.lower,
            "upper": one.place.count.upper,
            "qualifier": one.place.count.qualifier,
            "children": one.place.population,
            "rate_lower": round(one.rate.lower * per, 3),
            "rate_upper": round(one.rate.upper * per, 3),
            "for_children": per,
            "differs": words.differs(one),
        }
        for one in found.placed
    ]
    sources = dict.fromkeys(
        source for row in rows for source in (row.source, row.children_source) if source
    )
    return Panel(
        f"funnel_{entry.name}",
        lambda colours, narrow: charts.funnel(found, colours, narrow),
        words.words(entry.title, found, period, per),
        table,
        records,
        tuple(sources),
        words.signs(found),
        has_narrow=True,
        alt=unmarked(words.finding(found, period)),
    )
