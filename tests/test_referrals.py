"""Exploitation, mutilation and assessments: what follows from the figures, and what does not."""

from __future__ import annotations

from collections import namedtuple
from datetime import date

import pytest

from oversight import bounds, periods, statistics, themes, wording
from oversight.asks import Kept
from oversight.bounds import Bounds
from oversight.panels.cards import small_drawing
from oversight.themes import Mutilation
from tests import said

Row = namedtuple(
    "Row",
    "indicator label unit feed period period_kind breakdown starts_on ends_on value lower upper"
    " qualifier marker withheld standing source page note",
)
Place = namedtuple("Place", (*Row._fields, "area", "name", "short", "tile_row", "tile_column"))


def counted(indicator: str, period: str, value: float | None, marker: str = "") -> Row:
    """A figure of a return, or a withheld one."""
    when = periods.parse(period)
    kind = "quarter" if " Q" in period else when.kind
    standing = "reported" if value is not None else "withheld" if marker == "c" else "not available"
    qualifier = {"reported": "exact", "withheld": "withheld"}.get(standing, "missing")
    return Row(
        indicator, "FGM referrals", "referrals", 1, period, kind, "", when.starts_on, when.ends_on,
        value, value, value, qualifier, marker, int(marker == "c"), standing, "a return", "", "",
    )  # fmt: skip


def in_authority(code: str, name: str, period: str, value: float | None, marker: str = ""):
    row = counted("assessment_factor_fgm", period, value, marker)
    return Place(*row, code, name, name[:3].upper(), 1, 1)


def fgm(**years: int | None) -> Mutilation:
    """Referrals by year, written y2012=26."""
    return themes.mutilation(
        tuple(counted("fgm_referrals", year[1:], count) for year, count in years.items())
    )


@pytest.mark.parametrize(
    ("new", "old", "ratio", "low", "high"),
    [
        (583, 511, 1.141, 1.011, 1.287),
        (1803, 1599, 1.128, 1.054, 1.207),
        (2386, 2110, 1.131, 1.066, 1.200),
        (9972, 9453, 1.055, 1.026, 1.085),
        (69, 26, 2.654, 1.668, 4.342),
        (69, 41, 1.683, 1.127, 2.541),
        (26, 41, 0.634, 0.372, 1.062),
    ],
)
def test_the_exact_interval_of_a_ratio_is_that_of_the_conventions(
    new: int, old: int, ratio: float, low: float, high: float
) -> None:
    assert new / old == pytest.approx(ratio, abs=0.0005)
    assert statistics.ratio_interval(new, old) == pytest.approx((low, high), abs=0.0006)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(26, 17.0, 38.1), (69, 53.7, 87.3), (511, 467.6, 557.3), (583, 536.6, 632.3), (0, 0.0, 3.7)],
)
def test_the_exact_interval_of_a_count(count: int, low: float, high: float) -> None:
    assert statistics.count_interval(count) == pytest.approx((low, high), abs=0.05)


def test_an_interval_of_less_than_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="not below zero"):
        statistics.count_interval(-1)


def test_two_points_are_no_trend_and_three_more_are_needed() -> None:
    found = fgm(y2012=26, y2013=69)
    assert wording.ratio_words(found) == "2.65 times as many"
    assert wording.interval_words(found) == "95% interval 1.67 to 4.34"
    assert (
        wording.points_of_a_trend(found)
        == "Two points are no trend. A trend needs at least five years, so three more."
    )


def test_one_point_has_no_ratio_and_five_may_be_a_trend() -> None:
    assert fgm(y2012=26).ratio is None
    assert wording.points_of_a_trend(fgm(y2012=26)).startswith("One point is no trend.")
    five = fgm(y2012=26, y2013=69, y2014=70, y2015=80, y2016=60)
    assert five.still_needed == 0
    assert wording.points_of_a_trend(five) == "Five points are enough to look for a trend."
    assert wording.ratio_words(five) == "0.75 times the number"


@pytest.mark.parametrize(("years", "lines"), [((26, 69, 70, 80), 0), ((26, 69, 70, 80, 60), 4)])
def test_the_card_joins_its_dots_no_sooner_than_the_page_does(years, lines) -> None:
    found = fgm(**{f"y{year}": count for year, count in enumerate(years, start=2012)})
    drawn = small_drawing("fgm", None, None, (None, None), found, None)
    assert drawn.count("<circle") == len(years)
    # One line more lies under the dots.
    assert drawn.count("<line") == lines + 1


def test_after_a_year_without_a_case_there_is_no_ratio() -> None:
    assert fgm(y2012=0, y2013=69).ratio is None


def test_the_finding_names_the_year_and_says_what_fgm_referrals_do_not_show() -> None:
    two = fgm(y2012=26, y2013=69)
    (point,) = fgm(y2013=150).referrals.points
    assert wording.cse_and_fgm_title("FGM", point, None, "2024-25", two) == (
        "FGM figured in 150 London assessments in 2024-25; for FGM referrals there are two points"
        " and no trend"
    )
    five = fgm(y2012=26, y2013=69, y2014=70, y2015=80, y2016=60)
    assert wording.cse_and_fgm_title("CSE", None, bounds.exact(77), "2024-25", five) == (
        "Sexual exploitation figured in 77 London assessments in 2024-25; FGM referrals fell 25%"
        " to 60 in 2016"
    )
    assert wording.cse_and_fgm_title("CSE", None, None, None, fgm()) == (
        "No figure on FGM referrals for this period"
    )


def test_a_sum_of_authorities_says_how_many_are_withheld_and_how_many_lack() -> None:
    found = themes.assessments(
        (
            in_authority("E1", "Camden", "2020-21", 12),
            in_authority("E1", "Camden", "2021-22", 7),
            in_authority("E2", "Hackney", "2020-21", None, "x"),
            in_authority("E2", "Hackney", "2021-22", 3),
            in_authority("E3", "Barnet", "2020-21", None, "c"),
            in_authority("E3", "Barnet", "2021-22", 0),
            in_authority("E4", "Brent", "2021-22", 2),
        )
    )
    assert [one.name for one in found.authorities] == ["Barnet", "Brent", "Camden", "Hackney"]
    assert found.years == ("2020-21", "2021-22")
    assert wording.assessments_sum(found, "2021-22", None) == (
        "2021-22: the 4 authorities add up to 12; no total for London is published."
    )
    assert wording.assessments_sum(found, "2020-21", None) == (
        "2020-21: the 4 authorities add up to at least 12, 1 withheld, 1 not available, 1 not"
        " supplied; no total for London is published."
    )
    assert found.counts == (0, 2, 12, 7, 3)


def test_a_sum_of_nothing_but_gaps_is_no_number() -> None:
    found = themes.assessments(
        (
            in_authority("E2", "Hackney", "2020-21", None, "x"),
            in_authority("E3", "Barnet", "2020-21", None, "x"),
        )
    )
    assert wording.assessments_sum(found, "2020-21", None) == (
        "2020-21: the 2 authorities add up to an unknown number, 2 not available; no total for"
        " London is published."
    )


def test_referrals_for_each_officer_stay_a_band() -> None:
    expected, wanted = said.expected(2000, 3000), bounds.exact(60)
    ratio = themes.for_each_officer(expected, wanted)
    assert bounds.printed(ratio) == "about 33.3 to 50"
    ratio = themes.for_each_officer(Bounds(100, 999, True), said.more_than(30))
    assert bounds.printed(ratio) == "at most about 32.2"
    assert themes.for_each_officer(bounds.unknown(), said.more_than(30)) is None


def test_quarters_and_years_of_referrals_do_not_mix() -> None:
    found = themes.exploitation(
        (
            *(counted("cse_referrals", f"2014-15 Q{quarter}", 100) for quarter in (1, 2, 3, 4)),
            counted("cse_referrals", "2014-15", 400),
        ),
        (),
    )
    assert [point.period for point in found.quarters.points][-1] == "2014-15 Q4"
    assert found.counted.period == "2014-15"
    assert found.now == bounds.exact(400)


DUE = date(2014, 12, 31)


@pytest.mark.parametrize(
    ("on", "came", "words"),
    [
        (date(2014, 7, 24), (),
         "Due in 160 days, on 31 December 2014; no figure has been supplied."),
        (DUE, (), "Due today, 31 December 2014; no figure has been supplied."),
        (date(2015, 1, 1), (),
         "Overdue by 1 day: promised for 31 December 2014, and no figure has been supplied."),
        (date(2015, 1, 1), (4, date(2014, 12, 1)),
         "Kept as to figures: 4 figures are recorded here, the first since 1 December 2014."),
        (date(2015, 3, 1), (1, date(2015, 1, 10)),
         "Kept as to figures, 10 days late: 1 figure is recorded here, the first since 10 January"
         " 2015."),
        (date(2015, 1, 2), (2, date(2015, 1, 10)),
         "Overdue by 2 days: promised for 31 December 2014, and no figure had been supplied by"
         " then. 2 figures are recorded here, the first since 10 January 2015."),
        (date(2015, 1, 2), (0, None, 1),
         "Overdue by 2 days: promised for 31 December 2014, and what has come is withheld [c]."),
    ],
)  # fmt: skip
def test_a_promise_is_due_overdue_or_kept(on: date, came: tuple, words: str) -> None:
    assert wording.promise_state(Kept(DUE, on, *came)) == words


def test_a_promise_without_a_date_is_never_overdue() -> None:
    state = Kept(None, date(2026, 1, 1))
    assert not state.is_kept
    assert wording.promise_state(state) == (
        "No date was promised, and no figure has been supplied."
    )


def test_a_year_withheld_after_the_latest_count_is_named() -> None:
    rows = (
        counted("fgm_referrals", "2013", 69),
        counted("fgm_referrals", "2014", None, "c"),
    )
    found = themes.mutilation(rows)
    assert wording.newest_lacks(found.referrals) == (
        "2014 is withheld, so 2013 is the newest count. "
    )
    assert wording.newest_lacks(fgm(y2013=69).referrals) == ""


def test_a_quarter_is_told_as_a_quarter_and_never_as_a_year() -> None:
    found = themes.exploitation((counted("cse_referrals", "2014-15 Q1", 210),), ())
    assert wording.exploitation_title(found, "the hundreds") == (
        "210 CSE referrals in 2014-15 Q1, a quarter"
    )
    assert found.counted is None
