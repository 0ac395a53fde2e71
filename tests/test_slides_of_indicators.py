"""A slide of any indicator: drawn as its clock allows, and who owes what is not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oversight import publishing, slides
from oversight.home import Home
from oversight.slides import Bands, Slide, Years
from tests.conftest import CLERK, a_return
from tests.slide_reading import REPORT, YEAR_ON, position_in

Slides = Callable[[str], Slide]


@pytest.fixture(scope="module")
def of(built: Home) -> Slides:
    """The slide of an indicator, a year after the report."""
    position = position_in(built, YEAR_ON)
    return lambda name: slides.of_indicator(position.entry(name), position)


def test_years_are_drawn_with_those_that_are_lost(of: Slides) -> None:
    slide = of("allegations_rape")
    assert isinstance(slide.drawing, Years) and slide.drawing.is_trend
    assert slide.finding == (
        "Rape allegations investigated by CAITs: 583 (2013-14), rose 14% since 2012-13"
    )
    assert [row[1] for row in slide.table.rows] == [
        "383 to 384 [e]", "[x]", "[x]", "[x]", "511", "583",
    ]  # fmt: skip
    assert slide.drawing.notes == (("+14%", "on 2012-13"),)
    assert slide.baseline == "Baseline: 511 (2012-13)."
    assert slide.gap == "Next: 2014-15, due since 1 April 2015, owed by Met."


def test_two_years_are_not_joined(of: Slides) -> None:
    slide = of("soeca_officers_budgeted")
    assert isinstance(slide.drawing, Years) and not slide.drawing.is_trend
    assert slide.finding.endswith("two points are no trend")
    assert slide.baseline == "Baseline: 916 to 924 [e] (2012-13)."


def test_a_limit_is_no_baseline(of: Slides) -> None:
    slide = of("sanction_detections")
    assert slide.baseline == (
        "No baseline: at most 2,061 [e] (year to November 2012) is no count to compare with."
    )
    assert slide.drawing.notes == ()


def test_a_few_days_are_bars(of: Slides) -> None:
    slide = of("soeca_officers_vacant")
    assert isinstance(slide.drawing, Bands)
    assert [(band.label, band.text) for band in slide.drawing.rows] == [
        ("September 2013", "over 50")
    ]
    assert slide.measure == "Posts on the day they were counted, London."
    assert slide.signs == "Outlined: a limit."


def test_parts_counted_by_themselves_are_a_bar_each(of: Slides) -> None:
    slide = of("met_strength")
    assert [band.label.partition(",")[0] for band in slide.drawing.rows] == [
        "PCSO", "police officer", "police staff",
    ]  # fmt: skip
    assert slide.baseline.startswith("Baseline: PCSO 1,389; police officer 31,181")


def test_an_expectation_without_a_date_is_a_bar_and_no_year(of: Slides) -> None:
    slide = of("cse_referrals_expected")
    assert isinstance(slide.drawing, Bands)
    assert slide.table.rows == (("expected", "2,000 or 3,000"),)


def test_where_nobody_has_counted_nothing_is_drawn_and_the_owner_is_named(of: Slides) -> None:
    slide = of("charges")
    assert slide.drawing is None and slide.alt == ""
    assert slide.finding == (
        "Charges for CAIT crime types: no figure, owed by Met since 24 July 2014"
    )
    assert slide.table.rows[:2] == (
        ("Newest", "not supplied"),
        ("Next", "a first figure, owed by Met since 24 July 2014"),
    )
    assert [row[0] for row in slide.table.rows[2:]] == ["Counted", "Question", "To mind"]
    assert slide.gap == "No figure on charges for CAIT crime types, owed by Met since 24 July 2014."
    assert slide.source == "Source: no figure supplied."


def test_a_count_of_places_alone_says_so(of: Slides) -> None:
    slide = of("recorded_rape_all_victims")
    assert slide.drawing is None
    assert slide.finding.endswith("none for London")
    assert slide.baseline == "No baseline: there is no figure for London."
    assert slide.source.startswith("Source: Metropolitan Police through the London Datastore")


def test_a_long_series_keeps_its_last_twelve_figures(where: Home, few: dict[str, bytes]) -> None:
    quarters = [
        f"soeca_officers_in_post,{year}-{day},Metropolitan Police,,{900 + 4 * year % 40},,"
        for year in range(2014, 2018)
        for day in ("03-31", "06-30", "09-30", "12-31")
    ]
    publishing.publish(where, few, a_return(*quarters), CLERK)
    position = position_in(where, REPORT)
    slide = slides.of_indicator(position.entry("soeca_officers_in_post"), position)
    assert isinstance(slide.drawing, Years) and slide.drawing.is_trend
    assert len(slide.drawing.series[0].points) == 12
    assert slide.table.rows[0][0] == "31 March 2015" and len(slide.table.rows) == 12
    assert slide.table.rows[-1][0] == "31 December 2017"


def test_a_withheld_figure_is_told_apart_from_one_that_is_owed(
    where: Home, few: dict[str, bytes]
) -> None:
    row = "soeca_officers_maternity,2014-09-30,Metropolitan Police,,,c,"
    publishing.publish(where, few, a_return(row), CLERK)
    position = position_in(where, YEAR_ON)
    slide = slides.of_indicator(position.entry("soeca_officers_maternity"), position)
    assert slide.drawing is None
    assert [row[1] for row in slide.table.rows] == ["[c]"]
    assert "withheld" in slide.finding and "withheld to protect people [c]" in slide.gap
