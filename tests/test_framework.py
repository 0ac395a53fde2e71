"""The framework from made-up rows: what is known of an indicator, owed and due, in words."""

from __future__ import annotations

from datetime import date

import pytest

from oversight import framework, store, wording
from oversight.home import Home
from tests.entries import PROMISED, REPORT, about, entry, figure


def cells(one, on=date(2015, 8, 1)):
    return {
        "latest": wording.latest_cell(one),
        "standing": wording.standing_cell(one),
        "previous": wording.previous_cell(one),
        "change": wording.change_cell(one),
        "due": wording.due_cell(one, on),
    }


def test_a_row_says_latest_previous_and_the_change_with_its_baseline():
    assert cells(entry(figure(511, 2012, numbers=3), figure(583, 2013, numbers=3))) == {
        "latest": "583 (2013-14)",
        "standing": "● reported",
        "previous": "511 (2012-13)",
        "change": "+14% on 2012-13",
        "due": "2014-15, due since 1 April 2015",
    }


def test_two_points_are_no_trend():
    change = cells(entry(figure(26, 2012), figure(69, 2013)))["change"]
    assert change == "+165% on 2012-13; two points, no trend"


def test_one_without_a_figure_says_who_owes_it_since_the_report():
    assert cells(entry()) == {
        "latest": "not supplied",
        "standing": "– not supplied",
        "previous": "none",
        "change": "none",
        "due": "a first figure, owed by Met since 24 July 2014",
    }


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2014, 8, 1), "a first figure, promised by Met for 31 December 2014 (promise P03)"),
        (date(2014, 12, 31), "a first figure, promised by Met for 31 December 2014 (promise P03)"),
        (
            date(2015, 1, 1),
            "a first figure, owed by Met since 31 December 2014, the day promised (promise P03)",
        ),
    ],
)
def test_a_promised_figure_is_owed_from_the_day_after_the_one_promised(on, said):
    assert wording.due_cell(entry(promise="P03", owed_since=PROMISED), on) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2015, 3, 31), "2014-15, due after 31 March 2015"),
        (date(2015, 4, 1), "2014-15, due since 1 April 2015"),
    ],
)
def test_the_next_figure_is_due_from_the_day_after_its_period(on, said):
    assert wording.due_cell(entry(figure(583)), on) == said


def test_nothing_more_is_expected_of_what_was_said_once():
    assert wording.due_cell(entry(figure(2000), clock="expectation"), REPORT) == "none expected"


STANDINGS = {
    "● reported": {"value": 583.0, "lower": 583.0, "upper": 583.0},
    "○ worked out": {"standing": "derived", "marker": "e", "lower": 383.0, "upper": 384.0,
                     "qualifier": "derived"},
    "△ a lower limit": {"standing": "bounded", "lower": 51.0, "qualifier": "more than"},
    "△ rounded in speech": {"standing": "bounded", "value": 150.0, "qualifier": "about"},
    "△ expected": {"standing": "bounded", "lower": 2000.0, "upper": 3000.0,
                   "qualifier": "expected"},
    "◉ provisional": {"standing": "provisional", "marker": "p", "value": 74.0},
    "▨ withheld": {"standing": "withheld", "marker": "c", "qualifier": "withheld", "withheld": 1},
    "× not available": {"standing": "not available", "marker": "x", "qualifier": "missing"},
    "● reported, revised": {"value": 580.0, "marker": "r"},
    "● reported, break in series": {"value": 580.0, "marker": "b"},
}  # fmt: skip
LATEST = ["583", "383 to 384 [e]", "over 50", "about 150", "2,000 or 3,000", "74 [p]", "[c]", "[x]",
          "580 [r]", "580 [b]"]  # fmt: skip


@pytest.mark.parametrize(("said", "printed"), [*zip(STANDINGS, LATEST, strict=True)])
def test_no_two_standings_look_alike(said, printed):
    one = entry(figure(**STANDINGS[said]))
    assert wording.standing_cell(one) == said
    assert wording.latest_cell(one) == f"{printed} (2013-14)"


def test_a_withheld_year_is_the_latest_word_and_the_number_before_it_the_previous():
    one = entry(
        figure(69, 2012),
        figure(year=2013, standing="withheld", marker="c", qualifier="withheld", withheld=1),
        withheld=1,
    )
    assert (cells(one)["latest"], cells(one)["previous"]) == ("[c] (2013-14)", "69 (2012-13)")
    assert cells(one)["change"] == "none"
    assert wording.indicator_title(one, REPORT) == (
        "Rape allegations: withheld (2013-14), before that 69 (2012-13)"
    )


@pytest.mark.parametrize(
    ("earlier", "change"),
    [
        (figure(0, 2012), "none, 0 is no baseline"),
        (
            figure(year=2012, upper=2061, standing="derived", marker="e"),
            "none, at most 2,061 is no baseline",
        ),
    ],
)
def test_no_change_is_said_from_nought_or_from_a_limit(earlier, change):
    assert cells(entry(earlier, figure(2268)))["change"] == change


def test_no_change_is_said_across_a_break():
    broken = entry(figure(511, 2012), figure(583, 2013, marker="b"))
    assert cells(broken)["change"] == "none, the series breaks"
    assert cells(entry(figure(583)))["change"] == "none, one figure only"


def test_a_percentage_changes_by_points():
    one = entry(
        figure(12.5, 2012, unit="per cent", numbers=3),
        figure(15, 2013, unit="per cent", numbers=3),
        unit="per cent",
    )
    assert cells(one)["latest"] == "15% (2013-14)"
    assert cells(one)["change"] == "+2.5 points on 2012-13"


def test_a_sum_is_worked_out_from_its_parts_and_due_with_them():
    rape = about(indicator="rape", figures=1, reaches_to=date(2014, 3, 31))
    assault = about(indicator="assault", figures=1, reaches_to=date(2014, 3, 31))
    both = about(indicator="both", label="Both", sum_of=["rape", "assault"], figures=1,
                 reaches_to=date(2010, 3, 31))  # fmt: skip
    *_, found = framework.entries(
        [rape, assault, both],
        [
            figure(511, 2012, indicator="rape"), figure(583, 2013, indicator="rape"),
            figure(1599, 2012, indicator="assault"), figure(1803, 2013, indicator="assault"),
        ],
    )  # fmt: skip
    assert cells(found) == {
        "latest": "2,386 (2013-14)",
        "standing": "● sum of its parts",
        "previous": "2,110 (2012-13)",
        "change": "+13% on 2012-13; two points, no trend",
        "due": "2014-15, due since 1 April 2015",
    }


def test_parts_of_london_stand_side_by_side_where_no_whole_is_given():
    one = entry(
        figure(100, 2012, breakdown="role=officer"), figure(110, 2013, breakdown="role=officer"),
        figure(50, 2012, breakdown="role=PCSO"), figure(45, 2013, breakdown="role=PCSO"),
    )  # fmt: skip
    assert cells(one)["latest"] == "officer 110; PCSO 45 (2013-14)"
    assert cells(one)["change"] == "officer +10%; PCSO −10% on 2012-13"


def test_a_place_that_is_not_london_is_named():
    one = entry(figure(66000, place="United Kingdom"))
    assert cells(one)["latest"] == "66,000 (2013-14, United Kingdom)"


def test_where_only_places_are_counted_the_row_says_how_many():
    one = entry(figure(places=34, standing="not available", marker="x", qualifier="missing"))
    assert cells(one)["latest"] == "for 34 places (2013-14), none for London"
    assert cells(one)["standing"] == "● by place"


def test_figures_outside_the_years_shown_are_not_said_to_be_owed():
    one = entry(figures=2, reaches_to=date(2014, 3, 31))
    assert cells(one)["latest"] == "none in the years shown"
    assert cells(one)["due"] == "2014-15, due since 1 April 2015"


def test_the_next_figure_is_due_after_all_years_whatever_years_are_shown():
    rows = figure(511, 2012), figure(583, 2013)
    (one,) = framework.entries([about(figures=2, reaches_to=rows[1].ends_on)], rows[:1], rows)
    assert cells(one)["latest"] == "511 (2012-13)"
    assert cells(one)["change"] == "none, one figure in the years shown"
    assert cells(one)["due"] == "2014-15, due since 1 April 2015"


def test_figures_of_single_places_do_not_make_londons_due_later():
    one = entry(figure(583, 2013), reaches_to=date(2026, 3, 31))
    assert cells(one)["due"] == "2014-15, due since 1 April 2015"


def test_search_takes_every_word_from_title_question_definition_or_owner():
    rape = entry(figure(583))
    fgm = entry(
        indicator="fgm",
        title="FGM referrals",
        label="FGM",
        definition="Referrals of FGM.",
        theme="fgm",
        owner=["NHS"],
    )
    both = [rape, fgm]
    assert framework.matching(both, words="RAPE how") == [rape]
    assert framework.matching(both, words="rape nhs") == []
    assert framework.matching(both, figures="without") == [fgm]
    assert framework.matching(both, figures="with", theme="demand", owner="Met") == [rape]
    assert framework.matching(both) == both


def test_each_published_indicator_is_in_the_framework_once_with_figures_of_its_own_clock(
    built: Home,
):
    publication = store.current(built)
    every = framework.entries(
        publication.rows("framework/indicators"),
        publication.rows("framework/latest", starts_on=None, ends_on=None),
    )
    named = {one.name: one for one in every}
    assert len(every) == len(named) == 48
    said = {name: wording.latest_cell(one) for name, one in named.items()}
    assert said["allegations_rape_and_sexual_assault"] == "2,386 (2013-14)"
    assert said["fgm_women_estimated"] == "about 66,000 (2007, United Kingdom)"
    assert said["fgm_prosecutions_announced"] == "2 (March 2014, England and Wales)"
    assert said["recorded_rape_all_victims"] == "for 34 places (2023-24 Q2), none for London"
    assert said["met_strength"].startswith("PCSO 1,367; police officer 31,102; police staff ")
    assert said["cse_referrals"] == "not supplied"
    # Whoever has a number has a line; whoever has none has none.
    for one in every:
        assert bool(one.lines or one.by_place) == one.has_figure, one.name
    limited = framework.entries(
        publication.rows("framework/indicators"),
        publication.rows("framework/latest", starts_on=None, ends_on=date(2013, 3, 31)),
    )
    said = {one.name: wording.latest_cell(one) for one in limited}
    assert said["allegations_rape"] == "511 (2012-13)"
    assert said["assessment_factor_cse"] == "none in the years shown"
