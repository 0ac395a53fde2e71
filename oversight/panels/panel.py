"""One panel: chart, the same in words, the same as a table, the same as CSV, and its sources.

They are drawn together by one function, so that no page can leave one out.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from oversight import charts, wording
from oversight.charts import Palette
from oversight.filters import Chosen
from oversight.panels import links, protected
from oversight.panels.links import Printed
from oversight.series import Point, Series, claims_of, sources_of
from oversight.slides.tables import as_records


@dataclass(frozen=True)
class Panel:
    """What a panel shows.

    `chart` draws in a palette, for a wide or a narrow screen. `table` holds printed cells, one
    dict a row; `records` the same figures for machines. `words` say the whole chart. `has_hover`
    names what lies under the pointer, which the table says as well. `claims` are the ids of the
    claims that its figures stand in.
    """

    key: str
    chart: Callable[[Palette, bool], dict]
    words: str
    table: Sequence[dict[str, str]]
    records: Sequence[dict[str, object]]
    sources: Sequence[str]
    legend: str = ""
    has_narrow: bool = False
    alt: str = ""
    has_hover: bool = False
    claims: Sequence[str] = ()


def palette() -> Palette:
    """The colours of the reader's theme."""
    return charts.DARK if st.context.theme.type == "dark" else charts.LIGHT


def draw(panel: Panel, now: Chosen) -> None:
    """Chart, legend and source line; figures, words and download one click below."""
    colours = palette()
    _chart(panel, colours, narrow=False)
    if panel.has_narrow:
        _chart(panel, colours, narrow=True)
    said = " ".join(filter(None, (panel.legend, protected.rule_for(panel.records, now))))
    if said:
        st.caption(said)
    st.caption(_source_line(panel, now))
    figures_of(panel, now)


def _source_line(panel: Panel, now: Chosen) -> str:
    """Where the figures come from, and the claims they can be checked under, as links."""
    source = f"Source: {wording.printed_in(panel.sources)}. {_as_published(now)}."
    if not panel.claims:
        return source
    word = "Claims" if len(panel.claims) > 1 else "Claim"
    return f"{source} {word}: {links.to_claims(now, panel.claims)}."


def figures_of(panel: Panel, now: Chosen) -> None:
    """The figures as a table, in words and as a download."""
    with st.expander("Figures, words and download", key=f"more_{panel.key}", type="compact"):
        st.markdown(panel.words)
        st.table(links.to_figures(now, panel.table), hide_index=True, border="horizontal")
        download(panel.key, panel.records, now)


def table(
    key: str,
    rows: Sequence[dict[str, str]],
    now: Chosen,
    records: Sequence[dict[str, object]] | None = None,
    alt: str | None = None,
) -> None:
    """A table that stands open and its download; without records, of the printed cells."""
    if records is None:
        records = printed_records(rows)
    # One box, which scrolls on a phone: the button in it is what the keyboard reaches.
    with st.container(key=f"scroll_{key}"):
        st.table(links.to_figures(now, rows), hide_index=True, border="horizontal", alt=alt)
        download(key, records, now)
    if rule := protected.rule_for(records, now):
        st.caption(rule)


# A financial year must not be broken at its hyphen. Made strong, which the style sheet keeps
# whole and no bolder, it stays the text that people search for and copy.
YEAR = re.compile(
    r"\b[0-9]{4}-[0-9]{2}\b|\b[0-9][0-9.,]*%? ±[0-9.,]*[0-9]%?(?: \[[a-z]+\])?"
    r"|\b[0-9][0-9.,]*%? \[[a-z]+\]"
)


def whole_years(text: str) -> str:
    """The text as Markdown in which no financial year and no marked figure is broken in two."""
    return YEAR.sub(r"**\g<0>**", text)


def title(finding: str, place=st) -> None:
    """The page's finding as its one heading of the first level."""
    place.markdown(f"# {whole_years(finding)}")


def note(text: str) -> None:
    """A sentence that must be read before the figures below it."""
    st.container(key=f"note_{hashlib.sha256(text.encode()).hexdigest()[:8]}").markdown(text)


def line(key: str, text: str) -> None:
    """A line of a list."""
    st.container(key=f"row_{key}").markdown(text)


def fact(key: str, name: str, text: str) -> None:
    """A line of a list: what it is about, and what is said of it."""
    with st.container(key=f"row_{key}"):
        left, right = st.columns([1, 3], gap="small")
        left.markdown(f"**{name}**")
        right.markdown(text)


def download(key: str, records: Sequence[dict[str, object]], now: Chosen) -> None:
    """A button for the CSV of exactly these records."""
    st.download_button(
        "Download these figures (CSV)",
        # Written when somebody asks for it, not at every run.
        data=lambda: as_csv(records, now),
        file_name=wording.file_name(
            f"{key}_publication_{now.publication.number}.csv", now.publication.is_invented
        ),
        mime="text/csv",
        on_click="ignore",
        key=f"csv_{key}",
        icon=":material/download:",
    )


def as_csv(records: Sequence[dict[str, object]], now: Chosen) -> bytes:
    """Records as CSV, each with its publication and the status label; formulas made harmless."""
    stamped = [
        {
            **record,
            "publication": now.publication.number,
            "reading_date": now.on.isoformat(),
            "status": wording.status_label(now.publication.is_invented),
            "looking_back": now.looking_back,
        }
        for record in records
    ]
    text = io.StringIO()
    if stamped:
        writer = csv.DictWriter(text, stamped[0], lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(
            {name: wording.harmless(cell) for name, cell in row.items()} for row in stamped
        )
    return text.getvalue().encode("utf-8-sig")


def by_period(shown: Sequence[Series], unit: str = "") -> list[dict[str, str]]:
    """A table with a row a series and a column a period."""
    starts = {point.period: point.starts_on for one in shown for point in one.points}
    columns = sorted(starts, key=starts.get)
    return [
        {
            "Measure": one.label,
            **{
                period: printed(point, unit) if (point := one.at(period)) else "[x]"
                for period in columns
            },
        }
        for one in shown
    ]


def by_row(shown: Sequence[Series]) -> list[dict[str, str]]:
    """A table with a row a point, for series too long to lie across."""
    return [
        {"Measure": one.label, "Period": point.period, "Figure": printed(point)}
        for one in shown
        for point in one.points
    ]


def printed(point: Point, unit: str = "") -> Printed:
    """A figure as a table shows it, leading to its own address where it has one."""
    has_word = point.standing != "not supplied"
    return Printed(wording.with_marker(point, unit), point.cited if has_word else None)


def printed_records(rows: Iterable[dict[str, str]], space: str = " ") -> list[dict[str, str]]:
    """Printed rows for machines: columns in small letters, with `space` between their words."""
    return [{name.lower().replace(" ", space): cell for name, cell in row.items()} for row in rows]


def series_panel(
    key: str,
    shown: Sequence[Series],
    what: str,
    chart: Callable[[Palette, bool], dict],
    *,
    unit: str = "",
    legend: str = "",
    has_narrow: bool = False,
    long: bool = False,
    alt: str = "",
) -> Panel:
    """A panel of series: words, table, records and sources follow from them."""
    return Panel(
        key,
        chart,
        wording.described(what, shown, unit),
        by_row(shown) if long else by_period(shown, unit),
        as_records(shown),
        sources_of(shown) or ("none: no figure supplied",),
        legend,
        has_narrow,
        alt,
        claims=claims_of(shown),
    )


def _chart(panel: Panel, colours: Palette, narrow: bool) -> None:
    size = "narrow" if narrow else "wide"
    figure = panel.chart(colours, narrow)
    # One drawing for all widths leaves 50 px of plot on a phone; the style sheet shows one of two.
    place = st.container(key=f"{size}_{panel.key}") if panel.has_narrow else st
    if not figure["data"]:
        place.info("No figure has been supplied for this chart.")
        return
    place.plotly_chart(
        figure,
        theme=None,
        height=figure["layout"]["height"],
        key=f"chart_{size}_{panel.key}",
        config={"displayModeBar": False, "staticPlot": not panel.has_hover},
        alt=panel.alt or panel.words,
    )


def _as_published(now: Chosen) -> str:
    published = now.publication
    return (
        f"{wording.as_published(published.number, published.published_on)}, management information"
    )
