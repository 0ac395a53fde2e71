"""Native charts of slides: the data that somebody who edits one finds, and how it is drawn."""

from __future__ import annotations

import io

import openpyxl
import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from oversight import bounds, packs, publishing, store
from oversight.bounds import Bounds
from oversight.charts import Band
from oversight.packs.deck import native
from oversight.packs.deck.paper import Box
from oversight.packs.deck.plotted import plotted
from oversight.packs.deck.sheets import Deck
from oversight.slides import Bands, Years, markup
from tests import packing
from tests.conftest import CLERK, a_return
from tests.decks import charts_of, data_of, opened, words_of


@pytest.fixture(scope="module")
def own(built):
    """A meeting of our own slides."""
    return packing.of_our_own(built)


@pytest.fixture(scope="module")
def real(built):
    """The standard meeting of the first publication."""
    return packs.made(store.current(built), packing.ON)


@pytest.mark.must("meeting", 3)
@pytest.mark.must("meeting", 5)
def test_the_charts_of_the_standard_slides_hold_the_figures_of_the_publication(real, measured):
    held = {
        (row.indicator, row.period): row
        for row in real.publication.rows("export/observations")
        if not row.breakdown and row.geography in ("London", "Metropolitan Police")
    }
    compared = 0
    charts = charts_of(opened(packs.as_pptx(real)))
    for item in real.items:
        drawing = item.slide.drawing
        if not isinstance(drawing, Years):
            continue
        data = data_of(charts[item.slide.finding])
        for one in drawing.series:
            for point in one.known:
                values = {
                    series[point.period] for name, series in data.items()
                    if name.split(":")[0].split(",")[0] == one.label
                } - {None}  # fmt: skip
                row = held.get((one.name, point.period))
                if row is None:  # a sum that nobody stated: that of its parts
                    parts = [
                        held[name, point.period]
                        for name in ("allegations_rape", "allegations_sexual_assault")
                    ]
                    limits = {sum(r.lower for r in parts), sum(r.upper for r in parts)}
                else:
                    limits = {row.lower, row.upper} - {None}
                assert values == limits, (one.name, point.period)
                compared += 1
    assert compared > 5
    measured(f"{compared} figures of native line charts equal the publication's")


@pytest.mark.must("meeting", 5)
def test_the_bars_of_the_standard_slides_hold_the_figures_of_the_publication(real, measured):
    held = {
        (row.indicator, row.period): row for row in real.publication.rows("export/observations")
    }
    workforce, cse, framework = (
        data_of(chart)
        for chart in charts_of(opened(packs.as_pptx(real))).values()
        if chart.chart_type == XL_CHART_TYPE.BAR_STACKED
    )
    budget = held["soeca_officers_budgeted", "2013-14"].value
    vacant = held["soeca_officers_vacant", "September 2013"].lower
    away = held["soeca_officers_abstracted", "2014"].value
    assert drawn(workforce, "Stated") == [budget]
    limits = [vacant, away, budget - vacant - away]
    assert drawn(workforce, "A limit or rounded, not a count") == limits
    expected = held["cse_referrals_expected", "expected"]
    assert drawn(cse, "Lower limit (not drawn)")[-1] == expected.lower
    assert drawn(cse, "From the lower to the upper limit")[-1] == expected.upper - expected.lower
    indicators = real.publication.rows("about/definitions")
    supplied = sum(row.figures > 0 for row in indicators)
    assert drawn(framework, "So many")[0] == supplied
    assert drawn(framework, "The rest")[0] == len(indicators) - supplied
    measured(
        f"workforce {budget:.0f} and {limits}, CSE {expected.lower:.0f} to"
        f" {expected.upper:.0f}, {supplied} of {len(indicators)}: bars equal the publication's"
    )


def drawn(data: dict[str, dict], name: str) -> list[float]:
    return [value for value in data[name].values() if value is not None]


def test_a_line_chart_has_the_figures_limits_and_gaps_of_its_slide(own):
    chart = charts_of(opened(packs.as_pptx(own)))["What the slide called years found out"]
    data = data_of(chart)
    assert data["Rape"] == {
        "2008-09": None, "2009-10": None, "2010-11": None, "2011-12": None, "2012-13": 511,
        "2013-14": 583, "2014-15": 590,
    }  # fmt: skip
    assert data["Rape: at most"]["2008-09"] == 384
    assert data["Rape: at least"]["2008-09"] == 383
    assert data["Sexual assault"]["2013-14"] == 1803
    assert str(chart.plots[0].categories[1]) == "2009-10\n[x]"
    blanks = chart._chartSpace.find(f".//{qn('c:dispBlanksAs')}")
    assert blanks.get("val") == "gap"


def test_what_is_not_reported_is_a_hollow_mark_and_only_firm_neighbours_are_joined(own):
    chart = charts_of(opened(packs.as_pptx(own)))["What the slide called years found out"]
    by_name = {one.name: one for one in chart.plots[0].series}
    white = [
        point.get("idx") if (point := mark.getparent().getparent().find(qn("c:idx"))) is None
        else point.get("val")
        for mark in by_name["Rape"]._element.xpath("./c:dPt/c:marker/c:spPr")
        if "FFFFFF" in mark.xpath("string(./a:solidFill/a:srgbClr/@val)")
    ]  # fmt: skip
    assert white == ["6"]
    assert by_name["Rape"]._element.xpath("./c:spPr/a:ln/a:solidFill")
    assert by_name["Rape: at most"]._element.xpath("./c:spPr/a:ln/a:noFill")


def test_bars_stand_on_a_base_that_is_not_drawn(own):
    charts = charts_of(opened(packs.as_pptx(own)))
    steps = charts["What the slide called steps found out"]
    data = data_of(steps)
    assert next(iter(data["Stated"].items())) == ("Budgeted posts, 2013-14: 966", 966)
    vacant = "Vacant, 2013-09-30: \N{MINUS SIGN} over 50"
    assert data["Where the bar begins (not drawn)"][vacant] == 966 - 51
    assert data["A limit or rounded, not a count"][vacant] == 51
    unknown = "On maternity leave: \N{MINUS SIGN} not stated"
    assert data["A limit or rounded, not a count"][unknown] is None
    assert steps.plots[0].series[0]._element.xpath("./c:spPr/a:noFill")
    bands = data_of(charts["What the slide called bands found out"])
    expected = "Expected: 2,000 or 3,000"
    assert bands["Lower limit (not drawn)"][expected] == 2000
    assert bands["From the lower to the upper limit"][expected] == 1000
    shares = data_of(charts["What the slide called shares found out"])
    assert shares["So many"]["Boroughs with a hub: 30 of 32"] == 30
    assert shares["The rest"]["Boroughs with a hub: 30 of 32"] == 2


def test_a_chart_can_be_edited_its_workbook_holds_the_same_data(own):
    chart = charts_of(opened(packs.as_pptx(own)))["What the slide called years found out"]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:2] == (None, "Rape")
    assert {row[0]: row[1] for row in rows[1:]}["2013-14"] == 583


def test_figures_that_stand_apart_keep_their_intervals(where, few):
    """A year without a figure, then more: what is not joined is a row of its own."""
    rows = [f"fgm_referrals,{year},London,,{count},," for year, count in
            ((2015, 80), (2016, 90), (2017, 95))]  # fmt: skip
    publishing.publish(where, few, a_return(*rows), CLERK)
    now = store.current(where)
    deck = opened(packs.as_pptx(packs.made(now, now.published_on)))
    (chart,) = [one for title, one in charts_of(deck).items() if title.startswith("FGM")]
    told = {
        point.get("idx")
        for bars in chart._chartSpace.iter(qn("c:errBars"))
        for point in bars.iter(qn("c:pt"))
    }
    assert len(told) == 5


def test_a_provisional_bar_an_estimated_one_and_a_limit_look_different() -> None:
    shown = Bands((
        Band("Counted", bounds.exact(4)),
        Band("Sent", bounds.exact(5), standing="provisional"),
        Band("Guessed", bounds.exact(6), standing="estimated"),
        Band("Between", Bounds(2, 3)),
    ))  # fmt: skip
    sheet = Deck("A meeting", "A stamp").slide("A finding", ())
    native.chart(sheet, plotted(shown), Box(0, 0, 600, 400), "Chart", "Bars")
    (chart,) = [shape.chart for shape in sheet.slide.shapes if shape.has_chart]
    looks = {
        one.name: (
            one._element.xpath("string(./c:spPr/a:pattFill/@prst)"),
            one._element.xpath("string(./c:spPr/a:solidFill/a:srgbClr/@val)"),
            one._element.xpath("string(./c:spPr/a:ln/a:prstDash/@val)"),
        )
        for one in list(chart.plots[0].series)[1:]
    }
    assert looks["Provisional"] == ("wdUpDiag", "", "")
    assert looks["Estimated or worked out"] == ("", "FFFFFF", "")
    assert len(set(looks.values())) == 3 and looks["Stated, not counted"][2] == "dash"


def test_a_slide_tells_the_signs_of_its_own_chart_and_not_those_of_the_screen(own):
    shown = own.items[0].slide
    assert shown.signs in markup.whole(shown, "", 2)
    for slide in opened(packs.as_pptx(own)).slides:
        assert "as on the screen" not in words_of(slide) + slide.notes_slide.notes_text_frame.text
    (first,) = [
        slide for slide in opened(packs.as_pptx(own)).slides
        if slide.shapes.title.text == "What the slide called steps found out"
    ]  # fmt: skip
    for said in (words_of(first), first.notes_slide.notes_text_frame.text):
        assert "Dashed edge: a limit or rounded, not a count." in said
