"""What a claim's words and percentages come to: numbers, dates, deadlines, and the base implied."""

from __future__ import annotations

from datetime import date

import pytest

from oversight.bounds import Bounds
from oversight.claims.arithmetic import implied_base, meet, tenths, yearly_growth
from oversight.claims.reading import deadline, financial_year, numbers_in, spans_in, years_said


@pytest.mark.parametrize(
    ("change", "new", "base"),
    [
        (Bounds(51.5, 52.5), 583, (383, 384)),
        (Bounds(67.5, 68.5), 1803, (1071, 1076)),
        (Bounds(33.5, 34.5), 2386, (1774, 1787)),
        (Bounds(26.5, 27.5), 511, (401, 403)),
        (Bounds(56.5, 57.5), 1599, (1016, 1021)),
        (Bounds(4.5, 5.5), 966, (916, 924)),
        (Bounds(21.5, 22.5), 966, (789, 795)),
        (Bounds(12.5, 13.5), 210, (186, 186)),
        (Bounds(10, None), 2268, (None, 2061)),
        # 10 per cent more than 100 is 110; more than 10 per cent more than 100 is not.
        (Bounds(9.5, 10.5), 110, (100, 100)),
        (Bounds(10, None), 110, (None, 99)),
    ],
)
def test_the_whole_numbers_that_a_printed_change_leaves_for_its_base(change, new, base) -> None:
    found = implied_base(change, new)
    assert (found.lower, found.upper) == base


def test_a_change_that_no_whole_number_leads_to_has_no_base():
    assert implied_base(Bounds(13.4, 13.45), 210) is None


def test_growth_a_year_keeps_the_limits_of_its_base():
    # conventions.md, check 13: rape about 8.7 per cent a year from 383 or 384 to 583.
    assert tenths(yearly_growth(Bounds(383, 384), Bounds(583, 583), 5)) == "+8.7% to +8.8%"


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (Bounds(383, 384), Bounds(401, 403), False),
        (Bounds(383, 401), Bounds(401, 403), True),
        (Bounds(None, 400), Bounds(401, 403), False),
        (Bounds(51, None), Bounds(401, 403), True),
    ],
)
def test_two_figures_meet_where_they_may_be_the_same_number(one, other, may) -> None:
    assert meet(one, other) == may
    assert meet(other, one) == may


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("seven per cent", [7]),
        ("9,453", [9453]),
        ("8 + 4 = 12", [12]),
        ("8 (11 bullets)", [8, 11]),
        ("two (13 Feb, 13 Mar 2014)", [2, 13, 13, 2014]),
        ("one-third", [100 / 3]),
        ("none (0)", [0, 0]),
        ("the hundreds", []),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text: str, numbers: list[float]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("within 12 months", date(2015, 7, 24)),
        ("Within the next year", date(2015, 7, 24)),
        ("over the next three months", date(2014, 10, 24)),
        ("by the end of the year", date(2014, 12, 31)),
        ("By January 2015", date(2015, 1, 31)),
        ("quarterly", None),
    ],
)
def test_a_deadline_is_counted_from_publication(text: str, day: date | None) -> None:
    assert deadline(text, date(2014, 7, 24)) == day


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("February 2014 (13 February, endnote 79)", ["2014-02-01 2014-02-28"]),
        ("24 July 2015 (from publication)", ["2015-07-24 2015-07-24"]),
        ("2013-17 (November 2013)", ["2013-01-01 2017-12-31", "2013-11-01 2013-11-30"]),
        ("2003, 2004", ["2003-01-01 2003-12-31", "2004-01-01 2004-12-31"]),
        ("9,453", []),
    ],
)
def test_dates_are_read_as_the_days_they_may_mean(text: str, spans: list[str]) -> None:
    assert [f"{one.starts_on} {one.ends_on}" for one in spans_in(text)] == spans


def test_years_are_read_as_the_report_writes_them():
    assert financial_year("2013/14 (implied)") == "2013-14"
    assert financial_year("between 2008 and 2012") is None
    assert years_said('"six years" (= 6 FYs, 5 intervals)') == [6]
