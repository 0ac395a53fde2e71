"""Slides of figures that are not firm or not comparable: none is told as more than it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace

import pytest

from oversight import bounds, charts, publishing, slides, themes
from oversight.bounds import MINUS
from oversight.charts.bands import Band
from oversight.charts.layout import LIGHT
from oversight.charts.posts import Step
from oversight.home import Home
from oversight.packs.deck import bars
from oversight.slides import Bands, Slide, Steps
from oversight.wording import slides as words
from tests.conftest import CLERK, a_return
from tests.drawings import Drawn
from tests.slide_reading import YEAR_ON, position_in, slides_of
from tests.test_referrals import counted

BLUE, PAGE = LIGHT.series[0], LIGHT.page

PEOPLE = (
    "soeca_officers_budgeted,2014-15,Metropolitan Police,,1010,p,",
    "soeca_officers_in_post,2015-03-31,Metropolitan Police,,931,p,headcount",
    "soeca_officers_abstracted,2015-03-31,Metropolitan Police,,153,e,",
    "soeca_officers_maternity,2015-03-31,Metropolitan Police,,48,,",
)


def after(where: Home, few: dict[str, bytes], rows: Sequence[str]) -> dict[str, Slide]:
    """The slides once a return of these rows is published."""
    publishing.publish(where, few, a_return(*rows), CLERK)
    return slides_of(position_in(where, YEAR_ON))


def test_what_is_worked_out_is_as_firm_as_the_weakest_figure_it_rests_on(
    where: Home, few: dict[str, bytes]
) -> None:
    found = after(where, few, PEOPLE)
    slide = found["workforce"]
    # 1,010 - 79 - 153 - 48 = 730.
    assert slide.finding == (
        "The budget of 2014-15 allowed for 1,010 [p] officer posts; 730 [e] could be at work"
    )
    assert [row[1] for row in slide.table.rows] == [
        "1,010 [p]",
        "79 [p]",
        "153 [e]",
        "48",
        "730 [e]",
    ]
    assert slide.signs == ("Filled: reported. Ringed: provisional [p]. Hollow: estimated [e].")
    assert [row["marker"] for row in slide.records] == ["p", "p", "e", "", "e"]
    assert "Not firm: 1,010 (provisional) posts budgeted" in slide.read_aloud
    rows = {row[0]: row for row in found["where_we_are"].table.rows}
    assert rows["Officers at work"][1:] == (
        "730 [e] in 2014-15", "1,010 [p] posts budgeted", "○ worked out",
    )  # fmt: skip
    assert "730 [e] of 1,010 [p] posts staffed" in words.position_finding(
        None, position_in(where, YEAR_ON).year, SimpleNamespace(overdue=())
    )
    assert "Not firm: 1,010 (provisional)" in found["where_we_are"].read_aloud


def test_firm_figures_alone_make_a_filled_result(where: Home, few: dict[str, bytes]) -> None:
    firm = [row.replace(",p,", ",,").replace(",e,", ",,") for row in PEOPLE]
    slide = after(where, few, firm)["workforce"]
    assert slide.finding.endswith("1,010 officer posts; 730 could be at work")
    assert slide.signs == "Filled: reported, or worked out from what was."
    assert "Not firm" not in slide.read_aloud


UNFIRM = (
    Step("Budgeted posts", bounds.exact(1010), "", "provisional", "p"),
    Step("On other duties", bounds.exact(153), MINUS, "estimated", "e"),
    Step("On maternity leave", bounds.exact(48), MINUS),
    Step("Could be at work", bounds.exact(809), "=", "estimated", "e"),
)


def test_steps_that_are_not_firm_are_not_drawn_like_reported_ones() -> None:
    found = Drawn(charts.drawn(Steps(UNFIRM), LIGHT))
    assert {"1,010 [p]", f"{MINUS} 153 [e]", f"{MINUS} 48", "= 809 [e]"} <= set(found.said)
    assert len(found.all("rect", fill=PAGE, stroke=BLUE)) == 3
    # The reported step, and the bar within the ring of the provisional one.
    assert len(found.all("rect", fill=BLUE)) == 2
    traces = charts.waterfall(UNFIRM, LIGHT)["data"]
    fills = [[one["marker"]["color"] for one in traces if one["y"] == [row]] for row in range(4)]
    assert fills == [[PAGE, BLUE], [PAGE], [BLUE], [PAGE]]


def test_bars_to_take_away_are_solid_only_where_stated() -> None:
    plot = bars.steps(Steps(UNFIRM))
    by_name = {row.name: row.values for row in plot.rows}
    assert by_name["Stated"] == (None, None, 48, None)
    assert by_name["Provisional"] == (1010, None, None, None)
    assert by_name["Estimated or worked out"] == (None, 153, None, 809)
    assert plot.key == (
        "Solid: stated. Striped: provisional [p]. Outlined: estimated or worked out [e]."
    )
    assert "Solid" not in bars.steps(Steps(UNFIRM[:2])).key


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ("p", "Ringed: provisional [p]."),
        ("r", "Filled: counted."),
        ("", "Filled: counted."),
    ],
)
def test_a_count_of_any_standing_is_told_as_a_count(
    where: Home, few: dict[str, bytes], marker: str, told: str
) -> None:
    row = f"cse_referrals,2014-15 Q1,Metropolitan Police,,310,{marker},"
    slide = after(where, few, [row])["cse"]
    assert told in slide.signs and "Pale: a band, no count." in slide.signs
    assert slide.measure.endswith("; those counted are of a quarter, which is no year.")
    plot = bars.bands(slide.drawing)
    by_name = {row.name: row.values for row in plot.rows}
    assert "Stated, not counted" not in by_name
    assert 310 in by_name["Provisional" if marker == "p" else "Counted"]


def test_counts_in_bands_are_filled_or_ringed_and_only_what_was_said_is_hollow() -> None:
    rows = (
        Band("Provisional", bounds.exact(310), standing="provisional"),
        Band("Summed", bounds.exact(400), standing="computed"),
        Band("Said", bounds.exact(500)),
    )
    found = Drawn(charts.drawn(Bands(rows), LIGHT))
    assert len(found.all("rect", fill=PAGE, stroke=BLUE)) == 2
    assert len(found.all("rect", fill=BLUE)) == 2
    colours = [one["marker"]["color"] for one in charts.bands(rows, LIGHT)["data"]]
    assert colours == [PAGE, BLUE, BLUE, PAGE]
    assert bars.bands(Bands(rows[:1])).key == "Striped: provisional [p]."


def test_a_sum_of_parts_is_not_said_to_be_reported(where: Home) -> None:
    found = slides_of(position_in(where, YEAR_ON))
    assert found["allegations"].signs.startswith(
        ("Filled: the sum of what was reported.", "Filled: reported, or the sum of what was.")
    )


def test_a_finding_too_long_keeps_its_proviso_in_the_caveat() -> None:
    finding = (
        "Allegations of every crime type that child abuse investigation teams look into: 9,972"
        " (2013-14), rose 5% since 2012-13; two points are no trend"
    )
    shown = words.cut_to_two_lines(finding)
    assert words.NO_TREND not in shown
    assert words.proviso_of(finding, shown) == "Two points are no trend."
    assert words.proviso_of(finding, finding) == ""


def test_the_slide_of_an_indicator_with_a_long_name_keeps_that_two_points_are_no_trend(
    built: Home,
) -> None:
    position = position_in(built, YEAR_ON)
    entry = position.entry("soeca_officers_budgeted")
    title = f"{entry.title}, {entry.title}"
    long = replace(entry, about=entry.about._replace(title=title))
    short, cut = (slides.of_indicator(one, position) for one in (entry, long))
    assert words.NO_TREND in short.finding and "no trend" not in short.caveat
    assert words.NO_TREND not in cut.finding
    assert cut.caveat == f"Two points are no trend. {short.caveat}"


def test_where_a_series_breaks_comparing_begins_anew() -> None:
    found = themes.mutilation(
        (
            counted("fgm_referrals", "2012", 26),
            counted("fgm_referrals", "2013", 69),
            counted("fgm_referrals", "2014", 150, "b"),
        )
    )
    assert (found.ratio, found.interval, found.baseline, found.points) == (None, None, None, 1)
    after_it = themes.mutilation(
        (
            counted("fgm_referrals", "2013", 69, "b"),
            counted("fgm_referrals", "2014", 150),
        )
    )
    assert after_it.baseline.period == "2013" and after_it.points == 2


def test_a_break_is_never_compared_across_on_a_slide(where: Home, few: dict[str, bytes]) -> None:
    found = after(where, few, ["fgm_referrals,2014,Metropolitan Police,,150,b,"])
    slide = found["fgm"]
    assert slide.finding == "FGM referrals: 150 (break in series) in 2014; one point is no trend"
    assert slide.drawing.notes == () and not slide.drawing.is_trend
    assert slide.baseline == "No baseline: the series breaks after 69 referrals in 2013."
    assert slide.table.rows[-1][1:2] + slide.table.rows[-1][3:] == ("150 [b]", "–")
    rows = {row[0]: row for row in found["where_we_are"].table.rows}
    assert rows["FGM referrals"][2] == "none"
    assert "69" not in slide.read_aloud


def test_as_well_is_said_only_where_something_else_is_late() -> None:
    assert words.promises_late(["P01"], True) == (
        "Outside the recommendations P01 is past its date as well."
    )
    assert words.promises_late(["P01", "P03"], False) == (
        "Outside the recommendations P01 and P03 are past their date."
    )


@pytest.mark.parametrize(
    ("period", "said"),
    [("31 March 2016", "on 31 March 2016"), ("March 2014", "in March 2014"),
     ("2015-16", "in 2015-16"), ("2014-15 Q1", "in 2014-15 Q1"), ("2016", "in 2016")],
)  # fmt: skip
def test_a_figure_is_on_a_day_and_in_a_year(period: str, said: str) -> None:
    assert words.when(period) == said


def test_a_band_is_spoken_of_only_where_one_is(where: Home, few: dict[str, bytes]) -> None:
    position = position_in(where, YEAR_ON)
    one = counted("cse_referrals", "2014-15", 1500)
    found = themes.exploitation((one,), ())
    claims = replace(position.documents, claims=())
    slide = {
        one.name: one
        for one in slides.standard(replace(position, exploitation=found, documents=claims), ())
    }["cse"]
    assert "Pale" not in slide.signs and "band" not in slide.caveat
    assert slide.measure.endswith("; those counted are of a year.")
    assert slide.signs == "Filled: counted."


def test_questions_to_several_bodies_count_for_each() -> None:
    asked = [
        SimpleNamespace(whom=whom) for whom in (("Met",), ("MOPAC", "Met"), ("MOPAC",), ("Met",))
    ]
    assert words.questions_title(asked) == "4 questions to ask, 3 of them for the Met"
    joint = [SimpleNamespace(whom=("MOPAC", "Met"))] * 2
    assert words.questions_title(joint) == "2 questions to ask, all for MOPAC and the Met"
