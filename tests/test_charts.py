"""Charts on their data: what is filled, hollow, joined, hatched or left out, never a picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oversight import bounds, charts, periods, series, store
from oversight.bounds import MINUS, Bounds
from oversight.charts import LIGHT, Step
from oversight.home import Home
from oversight.series import Point, Series
from tests.said import about, derived, more_than

NAVY = LIGHT.series[0]
PAGE = LIGHT.page


def year(label: str, figure: Bounds | None = None, standing: str = "reported", marker: str = ""):
    """A financial year's point; without a figure it is not available."""
    when = periods.parse(label)
    if figure is None:
        figure, standing, marker = bounds.unknown(), "not available", "x"
    return Point(label, when.starts_on, when.ends_on, figure, standing, marker)


def day(label: str, figure: Bounds) -> Point:
    when = periods.parse(label)
    return Point(label, when.starts_on, when.ends_on, figure, "reported")


RAPE = Series(
    "allegations_rape",
    "Rape",
    "allegations",
    (
        year("2008-09", derived(383, 384), "derived", "e"),
        year("2009-10"),
        year("2010-11", bounds.exact(400)),
        year("2011-12"),
        year("2012-13", bounds.exact(511)),
        year("2013-14", bounds.exact(583)),
    ),
)


def drawn(figure: dict, mode: str) -> list[dict]:
    return [trace for trace in figure["data"] if trace.get("mode") == mode]


def texts(figure: dict) -> list[str]:
    return [annotation["text"] for annotation in figure["layout"]["annotations"]]


def test_a_line_joins_reported_neighbouring_years_only() -> None:
    lines = drawn(charts.trend([RAPE], LIGHT), "lines")
    assert [(line["x"], line["y"]) for line in lines] == [
        (["2012-09-30", "2013-09-30"], [511.0, 583.0])
    ]
    assert lines[0]["line"]["dash"] == "solid"


def test_a_derived_dot_is_filled_with_the_page_and_a_reported_one_with_its_colour() -> None:
    (dots,) = drawn(charts.trend([RAPE], LIGHT), "markers")
    assert dots["y"] == [383.5, 400, 511, 583]
    assert dots["marker"]["color"] == [PAGE, NAVY, NAVY, NAVY]
    assert dots["marker"]["line"]["color"] == NAVY


def test_a_missing_year_has_no_dot_but_a_hatched_band_and_its_marker() -> None:
    figure = charts.trend([RAPE], LIGHT)
    (band,) = [trace for trace in figure["data"] if trace["type"] == "bar"]
    assert band["x"] == ["2009-09-30", "2011-10-01"]
    assert band["marker"]["pattern"]["shape"] == "/"
    marked = [one for one in figure["layout"]["annotations"] if one["text"] == "[x]"]
    assert [one["x"] for one in marked] == band["x"]
    (dots,) = drawn(figure, "markers")
    assert 0 not in dots["y"]


def test_why_years_are_missing_stands_over_the_longest_gap_and_over_no_figure() -> None:
    periods_of = ("2008-09", "2009-10", "2010-11", "2011-12", "2012-13", "2013-14", "2014-15")
    gaps = ("2009-10", "2010-11", "2011-12", "2014-15")
    points = (year(one, None if one in gaps else bounds.exact(500)) for one in periods_of)
    figure = charts.trend([Series("one", "One", "", tuple(points))], LIGHT, gap_words="Lost")
    (words,) = [one for one in figure["layout"]["annotations"] if one["text"] == "Lost"]
    # The middle of the three that follow each other, whatever is missing later.
    assert words["x"] == "2010-09-30"


def test_a_derived_figure_is_written_with_both_its_limits() -> None:
    assert "383 to 384" in texts(charts.trend([RAPE], LIGHT))


@pytest.mark.parametrize("narrow", [False, True])
def test_the_axis_of_a_trend_begins_at_nought(narrow: bool) -> None:
    low, high = charts.trend([RAPE], LIGHT, narrow=narrow)["layout"]["yaxis"]["range"]
    assert low == 0
    assert high > 583


def test_a_provisional_year_is_joined_by_a_dotted_line_and_carries_its_marker() -> None:
    one = Series("r", "Rape", "allegations", (
        year("2013-14", bounds.exact(583)), year("2014-15", bounds.exact(630), "provisional", "p"),
        year("2015-16", bounds.exact(640), "provisional", "p"),
    ))  # fmt: skip
    figure = charts.trend([one], LIGHT)
    assert [line["line"]["dash"] for line in drawn(figure, "lines")] == ["dot", "dot"]
    (dots,) = drawn(figure, "markers")
    reported, *provisional = dots["marker"]["symbol"]
    assert reported not in provisional
    assert "630 [p]" in texts(figure)


def test_a_year_with_a_withheld_quarter_is_at_least_and_never_joined() -> None:
    at_least = bounds.total([bounds.exact(150), bounds.withheld(), bounds.exact(320)])
    one = Series("r", "Rape", "allegations", (
        year("2013-14", bounds.exact(583)), year("2014-15", at_least, "bounded", "c"),
    ))  # fmt: skip
    figure = charts.trend([one], LIGHT)
    assert drawn(figure, "lines") == []
    (dots,) = drawn(figure, "markers")
    assert dots["y"] == [583, 470]
    assert dots["marker"]["color"] == [NAVY, PAGE]
    assert dots["marker"]["symbol"] == ["circle", "triangle-up"]
    assert any("at least 470, 1 withheld" in text for text in texts(figure))


def test_a_wholly_withheld_year_is_no_dot_and_no_nought() -> None:
    one = Series("r", "Rape", "allegations", (
        year("2013-14", bounds.exact(583)), year("2014-15", bounds.withheld(), "withheld", "c"),
    ))  # fmt: skip
    figure = charts.trend([one], LIGHT)
    (dots,) = drawn(figure, "markers")
    assert dots["y"] == [583]
    assert "[c]" in texts(figure)


def test_a_withheld_quarter_leaves_a_gap_in_a_long_line() -> None:
    quarters = tuple(
        year(f"2014-15 Q{number}", figure, standing)
        for number, figure, standing in (
            (1, bounds.exact(12), "reported"),
            (2, bounds.withheld(), "withheld"),
            (3, bounds.total([bounds.exact(9), bounds.withheld()]), "bounded"),
            (4, bounds.exact(14), "reported"),
        )
    )
    figure = charts.quarterly([Series("r", "Rape", "offences", quarters)], LIGHT)
    (line,) = figure["data"]
    assert line["y"] == [12, None, None, 14]
    assert line["connectgaps"] is False
    assert figure["layout"]["yaxis"]["range"][0] == 0


STEPS = [
    Step("Budgeted posts", bounds.exact(966), ""),
    Step("Vacant", more_than(50), MINUS),
    Step("On other duties", about(150), MINUS),
    Step("On maternity leave", bounds.unknown(), MINUS),
    Step("Could be at work", Bounds(None, 765, about=True), "="),
]


def bars_of(figure: dict, row: int) -> list[dict]:
    return [trace for trace in figure["data"] if trace["y"] == [row]]


@pytest.mark.parametrize("narrow", [False, True])
def test_the_waterfall_hangs_each_bar_from_what_was_left(narrow: bool) -> None:
    figure = charts.waterfall(STEPS, LIGHT, narrow)
    (budget,), (vacant,), (away,) = (bars_of(figure, row) for row in range(3))
    assert (budget["base"], budget["x"], budget["marker"]["color"]) == ([0], [966], NAVY)
    assert (vacant["base"], vacant["x"], vacant["marker"]["color"]) == ([915], [51], PAGE)
    assert (away["base"], away["x"], away["marker"]["color"]) == ([765], [150], PAGE)


def test_the_unknown_step_is_hatched_and_takes_nothing_away() -> None:
    figure = charts.waterfall(STEPS, LIGHT)
    hatched = bars_of(figure, 3)
    assert hatched
    assert all(bar["marker"]["pattern"]["shape"] == "/" for bar in hatched)
    assert {bar["base"][0] + bar["x"][0] for bar in hatched} == {765}
    assert f"{MINUS} <b>not stated</b>" in texts(figure)


def test_the_last_step_fades_to_its_limit_and_says_at_most() -> None:
    figure = charts.waterfall(STEPS, LIGHT)
    fading = bars_of(figure, 4)
    assert max(bar["x"][0] for bar in fading) == 765
    assert len({bar["marker"]["color"] for bar in fading}) > 10
    assert "= <b>at most about 765</b>" in texts(figure)


def test_help_on_the_way_stands_against_those_away_from_the_same_nought() -> None:
    steps = (Step("", bounds.exact(40), "", "provisional", "p"), Step("", bounds.exact(75), ""),
             Step("", about(150), ""))  # fmt: skip
    drawn = charts.relief(*steps, LIGHT)
    assert texts(drawn)[0] == "<b>40 [p]</b>"
    come, sought, away = drawn["data"]
    assert (come["base"], come["x"], come["marker"]["color"]) == ([0], [40], NAVY)
    assert (sought["base"], sought["x"], sought["marker"]["color"]) == ([40], [75], PAGE)
    assert (away["base"], away["x"]) == ([0], [150])


def test_budgets_are_bars_and_people_dots_on_the_day_they_were_counted() -> None:
    officers = Series("o", "Officers", "posts", (
        year("2012-13", derived(916, 924), "derived", "e"),
        year("2013-14", bounds.exact(966)),
    ))  # fmt: skip
    in_post = [day("2014-09-30", bounds.exact(905))]
    bars, people = charts.budget([officers], in_post, LIGHT)["data"]
    assert bars["y"] == [920, 966]
    assert bars["marker"]["color"] == [PAGE, NAVY]
    assert (people["x"], people["y"]) == (["2014-09-30"], [905])


def test_nobody_in_post_is_no_dot_where_nobody_has_said() -> None:
    officers = Series("o", "Officers", "posts", (year("2013-14", bounds.exact(966)),))
    *_, people = charts.budget([officers], [], LIGHT)["data"]
    assert people["y"] == []


def test_the_strip_colours_the_chosen_baseline_alone() -> None:
    both = Series("b", "Both", "allegations", (
        year("2008-09", derived(1454, 1460), "derived", "e"),
        year("2012-13", bounds.exact(2110)), year("2013-14", bounds.exact(2386)),
    ))  # fmt: skip
    figure = charts.strip(series.changes(both), "2008-09", LIGHT)
    (bars,) = figure["data"]
    assert bars["y"] == ["2012-13", "2008-09"]
    assert bars["marker"]["color"] == [LIGHT.muted, NAVY]
    assert texts(figure) == ["+13%", "<b>+63% to +64%</b>"]
    assert figure["layout"]["xaxis"]["range"][0] == 0


def test_an_index_of_a_derived_base_is_worked_out_too_and_says_so() -> None:
    index = series.indexed(RAPE, "2008-09")
    latest = index.at("2013-14")
    assert (latest.standing, latest.marker) == ("derived", "e")
    assert bounds.printed(latest.figure) == "151.8 to 152.2"
    assert drawn(charts.trend([index], LIGHT), "lines") == []


@pytest.mark.parametrize(
    ("question", "indicator"),
    [("series/yearly", "allegations_all"), ("series/dated", "sanction_detections")],
)
def test_a_published_series_without_a_year_is_never_drawn_as_nought(
    question: str, indicator: str, built: Home
) -> None:
    rows = store.current(built).rows(
        question, indicators=(indicator,), starts_on=None, ends_on=None
    )
    one = series.of(rows)[indicator]
    draw: Callable = charts.trend if question == "series/yearly" else charts.quarterly
    for trace in draw([one], LIGHT)["data"]:
        assert 0 not in trace["y"]
