"""Periods as staff write them: each form, the leap years, and what is said of a wrong one."""

from __future__ import annotations

from datetime import date

import pytest

from oversight import periods
from oversight.periods import PeriodError, parse


@pytest.mark.parametrize(
    ("text", "starts_on", "ends_on", "kind", "label"),
    [
        ("2013-14", "2013-04-01", "2014-03-31", "financial year", "2013-14"),
        ("2011-12", "2011-04-01", "2012-03-31", "financial year", "2011-12"),
        ("1999-00", "1999-04-01", "2000-03-31", "financial year", "1999-00"),
        ("2000-01", "2000-04-01", "2001-03-31", "financial year", "2000-01"),
        ("2013-14 Q1", "2013-04-01", "2013-06-30", "financial quarter", "2013-14 Q1"),
        ("2013-14 Q3", "2013-10-01", "2013-12-31", "financial quarter", "2013-14 Q3"),
        ("2013-14 Q4", "2014-01-01", "2014-03-31", "financial quarter", "2013-14 Q4"),
        ("2013", "2013-01-01", "2013-12-31", "calendar year", "2013"),
        ("2013 Q2", "2013-04-01", "2013-06-30", "calendar quarter", "2013 Q2"),
        ("2012 Q1", "2012-01-01", "2012-03-31", "calendar quarter", "2012 Q1"),
        ("2013-11", "2013-11-01", "2013-11-30", "month", "November 2013"),
        ("2012-02", "2012-02-01", "2012-02-29", "month", "February 2012"),
        ("2013-02", "2013-02-01", "2013-02-28", "month", "February 2013"),
        ("2012-12", "2012-12-01", "2012-12-31", "month", "December 2012"),
        ("year to 2013-11", "2012-12-01", "2013-11-30", "rolling year", "year to November 2013"),
        ("year to 2012-02", "2011-03-01", "2012-02-29", "rolling year", "year to February 2012"),
        ("year to 2013-02", "2012-03-01", "2013-02-28", "rolling year", "year to February 2013"),
        ("2013-09-30", "2013-09-30", "2013-09-30", "day", "30 September 2013"),
        ("2012-02-29", "2012-02-29", "2012-02-29", "day", "29 February 2012"),
    ],
)
def test_each_written_form_is_a_stretch_of_days(text, starts_on, ends_on, kind, label):
    period = parse(text)
    assert (period.starts_on.isoformat(), period.ends_on.isoformat()) == (starts_on, ends_on)
    assert (period.kind, period.label) == (kind, label)


@pytest.mark.parametrize("text", ["2013-14 Q5", "2013 Q0", "2013/14", "2013–14", "13-14", "Q1 2013",
                                  " 2013", "2013\n", "2013-14 q1", "twenty", "", "1899", "2100",
                                  "2013-1", "year to 2013", "٢٠١٣"])  # fmt: skip
def test_what_is_no_period_is_refused_with_the_forms_there_are(text):
    with pytest.raises(PeriodError) as refused:
        parse(text)
    assert str(refused.value) == (
        f"'{text}' is not a period. Write it like 2013-14, 2013-14 Q4, 2013, 2013 Q2, 2013-11,"
        " year to 2013-11 or 2013-09-30."
    )


@pytest.mark.parametrize("text", ["2013-13", "2013-00", "2013-15 Q1", "2013-02-29", "2013-04-31",
                                  "year to 2013-13", "2013-00-01"])  # fmt: skip
def test_a_period_that_never_was_is_refused_by_name(text):
    with pytest.raises(PeriodError, match=f"There is no period '{text}'. Write it like 2013-14"):
        parse(text)


def test_the_quarters_of_a_financial_year_fill_it_without_a_gap():
    quarters = [parse(f"2011-12 Q{number}") for number in (1, 2, 3, 4)]
    days = [(period.ends_on - period.starts_on).days + 1 for period in quarters]
    assert days == [91, 92, 92, 91]
    assert sum(days) == 366
    assert (quarters[0].starts_on, quarters[3].ends_on) == (date(2011, 4, 1), date(2012, 3, 31))


def test_every_example_is_read_as_the_kind_it_stands_for():
    for kind, example in periods.EXAMPLES.items():
        assert parse(example).kind == kind


def test_every_kind_a_clock_takes_has_an_example():
    assert {kind for kinds in periods.TAKEN_BY_CLOCK.values() for kind in kinds} <= set(
        periods.EXAMPLES
    )


def test_a_date_is_said_as_people_say_it():
    assert periods.in_words(date(2014, 7, 24)) == "24 July 2014"
