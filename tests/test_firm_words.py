"""Figures that are not firm or not comparable: told alike in sentences, legends and questions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oversight import bounds, charts, themes, wording
from oversight.bounds import Bounds
from oversight.charts import LIGHT, Band
from oversight.charts.posts import Step
from oversight.panels.drawing import drawing_of
from oversight.panels.panel import whole_years
from oversight.periods import parse
from oversight.series import Point, Series
from oversight.themes import Workforce
from oversight.wording.questions import contradictions, gaps
from oversight.wording.referrals import fgm_finding
from oversight.wording.signs import (
    markers_of,
    signs_of_quarters,
    signs_of_steps,
    signs_of_trend,
    signs_of_years,
)
from oversight.wording.words import marked, opening
from tests.held import held, said
from tests.test_referrals import counted, fgm

STANDING = {"p": "provisional", "e": "estimated", "": "reported", "c": "withheld"}


def point(period: str, value: float, marker: str = "") -> Point:
    when = parse(period)
    figure = bounds.exact(value)
    return Point(period, when.starts_on, when.ends_on, figure, STANDING[marker], marker)


def line(*points: Point) -> Series:
    return Series("one", "Officers", "posts", points)


YEAR = Workforce(
    "2014-15",
    point("2014-15", 1010, "p"),
    point("2015-03-31", 931, "p"),
    None,
    point("2015-03-31", 153, "e"),
    point("2015-03-31", 48),
    point("2015-03-31", 40, "p"),
    point("2015-03-31", 75),
)


def test_no_sentence_on_posts_and_people_tells_a_figure_barer_than_it_is() -> None:
    assert wording.workforce_title(YEAR) == (
        "The budget of 2014-15 allowed for 1,010 [p] officer posts; 730 [e] could be at work"
    )
    assert wording.workforce_lede(YEAR).startswith(
        "931 [p] officers were in post on 2015-03-31, 79 [p] fewer than budgeted. 153 [e] officers"
        " were lent to other duties, and 48 were on maternity leave. Not firm: 1,010 (provisional)"
        " posts budgeted, 931 (provisional) officers in post and"
    )
    assert wording.relief_title(YEAR) == "Help on the way falls 38 [e] short"
    assert wording.relief_sentence(YEAR) == (
        "40 [p] officers were about to arrive and 75 more were sought: 115 [p] in all, against"
        " 153 [e] on other duties."
    )
    assert wording.overview_title(None, YEAR, themes.deadlines(())) == (
        "730 [e] of 1,010 [p] posts could be staffed"
    )


def test_no_question_tells_a_figure_barer_than_it_is() -> None:
    asked = contradictions.posts_and_people(YEAR)
    assert "1,010 [p] officer posts and 730 [e] officers" in asked
    assert "how many of the 931 [p] in post were at work?" in asked
    assert contradictions.posts_against_people(YEAR) == "1,010 [p] against 730 [e]"
    assert contradictions.help_against_gap(YEAR) == "115 [p] against 153 [e]"
    assert contradictions.when_the_rest(YEAR).endswith("38 [e] are still away.")


def test_what_is_supposed_is_as_firm_as_what_is_left_of_the_stated() -> None:
    supposed = {"vacant": 5, "abstracted": 5, "maternity": None, "relief": None}
    assert marked(YEAR.supposing(supposed), YEAR.supposing_on(supposed)[1]) == "952 [p]"


def test_a_finding_begins_with_a_capital_and_keeps_apart_what_a_sum_lacks() -> None:
    total = Bounds(1117, None, withheld=2, qualifier="at least")
    lacking = replace(point("2014-15", 0), figure=total, standing="bounded")
    what = "CSE referrals in 2014-15"
    assert opening(lacking, what) == "At least 1,117 CSE referrals in 2014-15, 2 parts withheld"
    nothing = replace(lacking, figure=Bounds(0, None, withheld=1))
    assert opening(nothing, what) == "At least 0 CSE referrals in 2014-15, 1 part withheld"
    rows = (counted("cse_referrals", "2014-15", 1500, "p"),)
    found = themes.exploitation(rows, ())
    years = replace(found.years, points=(lacking,))
    assert wording.exploitation_title(replace(found, years=years), "") == (
        "At least 1,117 CSE referrals in 2014-15, 2 parts withheld"
    )
    expects = replace(found, expected=point("2014-15", 2000, "p"))
    assert wording.exploitation_title(expects, "") == (
        "1,500 (provisional) CSE referrals in 2014-15; 2,000 (provisional) were expected"
    )


# Legends follow from what is drawn.


def test_a_legend_of_steps_and_years_names_each_sign_that_is_drawn() -> None:
    steps = (
        Step("Posts", bounds.exact(9), "", "provisional", "p"),
        Step("Away", Bounds(3, None), "-"),
    )
    assert signs_of_steps(steps) == "Ringed: provisional [p]. Outlined: a limit."
    assert signs_of_years([YEAR.budget], [YEAR.in_post]) == (
        "Bars: budgeted posts. Diamonds: officers in post on the day they were counted."
        " Ringed: provisional [p]."
    )
    assert signs_of_years([point("2013-14", 966)], []) == "Bars: budgeted posts."
    assert markers_of([YEAR.arriving, YEAR.sought, None]) == "[p]: provisional."


@pytest.mark.parametrize("marker", ["", "p", "e"])
def test_the_legend_of_every_drawing_of_an_indicator_names_what_is_not_firm(marker: str) -> None:
    years = [f"{year}-{year - 1999}" for year in range(2010, 2014)]
    quarters = [f"2014-15 Q{number}" for number in range(1, 5)] + ["2015-16 Q1"]
    for clock, periods in (
        ("financial year", years), ("financial year", years[:2]), ("quarter", quarters),
    ):  # fmt: skip
        *firm, last = periods
        shown = line(*(point(one, 5) for one in firm), point(last, 7, marker))
        legend = drawing_of([shown], clock).legend
        assert ("provisional" in legend) == (marker == "p"), legend
        assert ("estimated" in legend) == (marker == "e"), legend
    assert "[x]" not in signs_of_trend([line(point("2013-14", 5))])
    assert signs_of_quarters([line(point("2014-15 Q1", 5))]) == "A gap stays a gap."


def test_a_figure_that_is_not_firm_is_drawn_so_in_every_chart_of_a_page() -> None:
    shown = line(
        *(point(f"2014-15 Q{at}", 5 + at) for at in (1, 2, 3)), point("2014-15 Q4", 9, "p")
    )
    lines, dots = charts.quarterly([shown], LIGHT)["data"]
    assert lines["mode"] == "lines"
    assert (dots["y"], dots["marker"]["symbol"]) == ([9], ["circle-open-dot"])
    bars, inner, people = charts.budget([line(YEAR.budget)], [YEAR.in_post], LIGHT)["data"]
    assert bars["marker"]["color"] == [LIGHT.page] and inner["width"] < bars["width"]
    assert people["marker"]["symbol"] == ["diamond-open-dot"]
    rows = [("Officers", bounds.exact(9), how) for how in ("reported", "provisional", "estimated")]
    colours = [one["marker"]["color"] for one in charts.pair(rows, LIGHT)["data"]]
    blue, page = LIGHT.series[0], LIGHT.page
    assert colours == [blue, page, page, blue]
    assert Band("Ratio", bounds.exact(9), standing="provisional").look == "ringed"


# Nothing is compared across a break.


def test_no_finding_and_no_question_speaks_across_a_break() -> None:
    broken = themes.mutilation(
        (counted("fgm_referrals", "2013", 69), counted("fgm_referrals", "2014", 150, "b"))
    )
    assert fgm_finding(broken) == (
        "FGM referrals were 150 (break in series) in 2014, which 2013 cannot be compared with"
    )
    asked = gaps.what_of_other_years(broken)
    assert "150 (break in series) in 2014, and one year is no trend" in asked and "69" not in asked
    assert gaps.no_trend_yet(broken) == (
        "A trend needs at least five years that can be compared; the series breaks in 2014, so one"
        " can be."
    )
    whole = fgm(y2012=26, y2013=69)
    assert fgm_finding(whole) == "FGM referrals rose 165%, yet two points show no trend"
    assert gaps.no_trend_yet(whole) == "A trend needs at least five years, and two are known."


def test_the_mix_is_not_compared_across_a_break() -> None:
    share = Series("share", "Share", "%", (point("2013-14", 24), point("2014-15", 30)))
    broken = replace(share, points=(share.points[0], replace(share.points[1], marker="b")))
    assert wording.composition_title(share).endswith("24% of all in 2013-14, 30% in 2014-15")
    assert wording.composition_title(broken) == "The mix of allegations"
    assert wording.rest_sentence(broken).startswith("What the other allegations did cannot be said")


# Who must answer is told alike.


@pytest.mark.parametrize(
    ("one", "cell"),
    [
        (held(), "MOPAC"),
        (held(said("2015-06-01", delivery="claimed complete")), "Committee (owner: MOPAC)"),
        (held(owners=(), who="nobody named"), "Nobody named"),
        (held(owners=(), who="all agencies"), "Nobody named (asked of all agencies)"),
        (held(said("2015-06-01", "Met", "in progress"), owners=()), "Met (no owner)"),
        (held(said("2015-06-01", delivery="claimed complete"),
              said("2015-07-01", "Committee", "closed: implemented")), "Nobody (owner: MOPAC)"),
    ],
)  # fmt: skip
def test_the_list_of_asks_names_who_must_answer_and_who_was_asked(one, cell: str) -> None:
    assert wording.waits_for_cell(one) == cell
    assert cell.startswith(wording.waits_for(one))


def test_a_marked_figure_is_never_broken_from_its_marker_in_a_heading() -> None:
    assert whole_years("1,010 [p] posts; 15.4% [e] in 2014-15") == (
        "**1,010 [p]** posts; **15.4% [e]** in **2014-15**"
    )
