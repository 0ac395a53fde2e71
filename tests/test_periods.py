"""Periods as staff write them: each form, the leap years, and what is said of a wrong one."""

from __future__ import annotations

from datetime import date

import pytest

from oversight import periods, spellings
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


@pytest.mark.parametrize(
    "text", ["December 2011", "Dec 2011", "January 2000", "Nov 2010", "Oct 2009", "May 2004"]
)
def test_a_month_in_words_is_never_taken_for_a_financial_year_of_the_same_figures(text):
    period = parse(text)
    assert (period.kind, (period.ends_on - period.starts_on).days + 1) == (
        "month",
        31 - (text.startswith("Nov")),
    )


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("2013/14", "2013-14"), ("2013–14", "2013-14"), ("2013-2014", "2013-14"),
        ("2013/2014", "2013-14"), ("FY 2013-14", "2013-14"), ("1999/2000", "1999-00"),
        ("2013/14 Q4", "2013-14 Q4"), ("Q4 2013-14", "2013-14 Q4"), ("2013-14Q4", "2013-14 Q4"),
        ("2013-14 q1", "2013-14 Q1"), ("FY2013/14 Q1", "2013-14 Q1"),
        ("Q1 2013", "2013 Q1"), ("2013Q1", "2013 Q1"),
        ("year to November 2013", "year to 2013-11"), ("Year to Nov 2013", "year to 2013-11"),
        ("November 2013", "2013-11"), ("Sept 2013", "2013-09"),
        ("30 September 2013", "2013-09-30"), ("dec 2011", "December 2011"),
    ],
)  # fmt: skip
def test_a_spelling_that_can_mean_nothing_else_is_the_same_period(text, plain):
    assert spellings.plain(text) == plain
    assert parse(text) == parse(plain)


def test_the_label_of_a_period_is_read_as_that_period():
    for example in (*periods.EXAMPLES.values(), "2011-12", "2013-14 Q4"):
        assert parse(parse(example).label) == parse(example)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Jan-14", "'Jan-14' is what Excel makes of a period, which it takes for a date. Set the"
         " column to Text in the spreadsheet and write it again, such as 2013-14 or 2013-11."),
        ("01-Apr-13", "'01-Apr-13' is what Excel makes of a period"),
        ("Nov-2013", "'Nov-2013' is what Excel makes of a period"),
        ("41547", "'41547' is a day as Excel counts days. Set the column to Text in the spreadsheet"
         " and write it again, such as 2013-09-30."),
        ("30/09/2014", "'30/09/2014' is not how a period is written. Write 2014-09-30."),
        ("05/04/2014", "'05/04/2014' is not how a period is written. Write 2014-04-05 or"
         " 2014-05-04."),
        ("2014-09-30 00:00:00", "'2014-09-30 00:00:00' is not how a period is written. Write"
         " 2014-09-30."),
        ("13-14", "'13-14' is not how a period is written. Write 2013-14."),
        ("Q1 14/15", "'Q1 14/15' is not how a period is written. Write 2014-15 Q1."),
        ("2013/04", "'2013/04' is not how a period is written. Write 2013-04 for April 2013."),
        ("2013-1", "'2013-1' is not how a period is written. Write 2013-01 for January 2013."),
        ("2013-15", "There is no period '2013-15'. Write it like 2013-14, 2013-14 Q4, 2013"),
        ("2013-2015", "'2013-2015' is not a period. Write it like 2013-14, 2013-14 Q4, 2013"),
        ("", "Nothing is written. Write it like 2013-14, 2013-14 Q4, 2013, 2013 Q2, 2013-11"),
    ],
)  # fmt: skip
def test_what_could_be_two_periods_is_refused_with_what_to_write(text, sentence):
    with pytest.raises(PeriodError) as refused:
        parse(text)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize("text", ["2013-14 Q5", "2013 Q0", " 2013", "2013\n", "twenty", "1899",
                                  "2100", "year to 2013", "٢٠١٣", "FY 2013"])  # fmt: skip
def test_what_is_no_period_is_refused_with_the_forms_there_are(text):
    with pytest.raises(PeriodError) as refused:
        parse(text)
    written = text.replace("\n", " ")
    assert str(refused.value) == (
        f"'{written}' is not a period. Write it like 2013-14, 2013-14 Q4, 2013, 2013 Q2, 2013-11,"
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


@pytest.mark.parametrize(
    ("clock", "last_day", "label", "ends_on"),
    [
        ("financial year", "2014-03-31", "2014-15", "2015-03-31"),
        ("financial year", "1999-03-31", "1999-00", "2000-03-31"),
        # A first quarter was supplied: its year is still open.
        ("financial year", "2014-06-30", "2014-15", "2015-03-31"),
        ("financial year", "2014-12-31", "2014-15", "2015-03-31"),
        ("calendar year", "2013-12-31", "2014", "2014-12-31"),
        ("calendar year", "2014-03-31", "2014", "2014-12-31"),
        ("quarter", "2014-06-30", "2014-15 Q2", "2014-09-30"),
        ("quarter", "2014-12-31", "2014-15 Q4", "2015-03-31"),
        ("quarter", "2015-03-31", "2015-16 Q1", "2015-06-30"),
        ("quarter", "1999-12-31", "1999-00 Q4", "2000-03-31"),
        ("year to November", "2013-11-30", "year to November 2014", "2014-11-30"),
        ("year to November", "2013-12-31", "year to November 2014", "2014-11-30"),
        ("point in time", "2014-03-31", "30 June 2014", "2014-06-30"),
        ("point in time", "2014-07-24", "30 September 2014", "2014-09-30"),
        ("point in time", "2014-12-30", "31 December 2014", "2014-12-31"),
        ("point in time", "2014-12-31", "31 March 2015", "2015-03-31"),
        ("running total", "2014-07-24", "30 September 2014", "2014-09-30"),
    ],
)
def test_the_next_period_is_the_clocks_own_after_the_last_day(clock, last_day, label, ends_on):
    due = periods.following(clock, date.fromisoformat(last_day))
    assert (due.label, due.ends_on.isoformat()) == (label, ends_on)


@pytest.mark.parametrize("clock", ["event", "expectation", "estimate", "three years",
                                   "pair of years"])  # fmt: skip
def test_no_further_figure_is_expected_of_what_happens_or_is_said_once(clock):
    assert periods.following(clock, date(2014, 3, 31)) is None


def test_every_clock_either_goes_on_or_stands_still():
    going_on = [clock for clock in periods.CLOCKS if periods.following(clock, date(2014, 3, 31))]
    assert {*going_on, "event"} == set(periods.TAKEN_BY_CLOCK)


def test_a_date_is_said_as_people_say_it():
    assert periods.in_words(date(2014, 7, 24)) == "24 July 2014"
