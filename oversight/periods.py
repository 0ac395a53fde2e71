"""Periods as staff write them in a return, and the clocks on which indicators live.

A period is a stretch of days with a kind and a label. Written forms: `2013-14` (financial year),
`2013-14 Q4`, `2013` (calendar year), `2013 Q2`, `2013-11` (month), `year to 2013-11` (rolling
year) and `2013-09-30` (a day). `2011-12` is always the financial year; that month is written
`December 2011`.
Spellings that can mean nothing else are taken too, such as `2013/14 Q4` or `year to Nov 2013`.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from oversight import spellings
from oversight.spellings import YEAR

# Nothing was asked before the report was published, and nobody reads later than the last day.
FIRST_DAY, LAST_DAY = date(2014, 7, 24), date(2100, 1, 1)
# ASCII digits only, and no week numbers: Python would take both for a day.
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

# Which kinds of period a return may use for each clock. A clock that is not here stands for
# figures that only a document can state (an expectation, an estimate), never a return.
TAKEN_BY_CLOCK = {
    "financial year": ("financial year", "financial quarter"),
    "calendar year": ("calendar year", "calendar quarter"),
    "quarter": ("financial quarter", "financial year"),
    "point in time": ("day",),
    "running total": ("day",),
    "year to November": ("rolling year",),
    "event": ("day", "month"),
}
CLOCKS = (*TAKEN_BY_CLOCK, "expectation", "estimate", "three years", "pair of years")

EXAMPLES = {
    "financial year": "2014-15",
    "financial quarter": "2014-15 Q1",
    "calendar year": "2014",
    "calendar quarter": "2014 Q1",
    "month": "2014-11",
    "rolling year": "year to 2014-11",
    "day": "2014-09-30",
}


class PeriodError(ValueError):
    """A period that cannot be read; the message says how to write it."""

    def __init__(self, text: str, exists: bool = True) -> None:
        super().__init__(text, exists)
        self.text, self.exists = text, exists

    def __str__(self) -> str:
        # Worked out here: of a hundred thousand wrong periods a hundred are told.
        return spellings.mended(self.text, self.exists)


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of days, first and last included."""

    starts_on: date
    ends_on: date
    kind: str
    label: str


def financial_year(first: int) -> Period:
    """The year from 1 April of `first`."""
    label = f"{first}-{(first + 1) % 100:02d}"
    return Period(date(first, 4, 1), date(first + 1, 3, 31), "financial year", label)


def following(clock: str, last_day: date) -> Period | None:
    """The next period on a clock after a figure that reaches to `last_day`.

    That is the clock's period of the day after: a first quarter leaves its own year open. States
    and running totals are wanted for each quarter end. None where no further figure is expected:
    of a single event, and of what only a document can state.
    """
    first = last_day + timedelta(days=1)
    # Months since April: 0 in April, 11 in March.
    year, months = first.year - (first.month < 4), (first.month - 4) % 12
    if clock == "financial year":
        return financial_year(year)
    if clock == "calendar year":
        return _calendar_year(first.year)
    if clock == "year to November":
        return _rolling_year(first.year + (first.month == 12), 11)
    quarter = _financial_quarter(year, (year + 1) % 100, months // 3 + 1)
    if clock == "quarter":
        return quarter
    if clock in ("point in time", "running total"):
        end = quarter.ends_on
        return _day(end.year, end.month, end.day)
    return None


def parse(text: str) -> Period:
    """Read one written period.

    Raises:
        PeriodError: the text is none of the written forms, or no such day or quarter exists.
    """
    written = spellings.plain(text)
    for pattern, make in _FORMS:
        if match := pattern.fullmatch(written):
            try:
                return make(*map(_number, match.groups()))
            except ValueError as error:
                raise PeriodError(text, exists=False) from error
    raise PeriodError(text)


def in_words(day: date) -> str:
    """A date as people say it: 24 July 2014."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def _year_or_month(first: int, second: int) -> Period:
    if second == (first + 1) % 100:
        return financial_year(first)
    return _month(second, first)


def _month(month: int, year: int) -> Period:
    end = date(year, month, monthrange(year, month)[1])
    return Period(date(year, month, 1), end, "month", f"{month_name[month]} {year}")


def _financial_quarter(first: int, second: int, quarter: int) -> Period:
    if second != (first + 1) % 100:
        raise ValueError(f"{first}-{second:02d} is not a financial year")
    year, month = (first, 3 * quarter + 1) if quarter < 4 else (first + 1, 1)
    return _quarter(year, month, "financial quarter", f"{first}-{second:02d} Q{quarter}")


def _calendar_quarter(year: int, quarter: int) -> Period:
    return _quarter(year, 3 * quarter - 2, "calendar quarter", f"{year} Q{quarter}")


def _quarter(year: int, month: int, kind: str, label: str) -> Period:
    end = date(year, month + 2, monthrange(year, month + 2)[1])
    return Period(date(year, month, 1), end, kind, label)


def _calendar_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), "calendar year", str(year))


def _rolling_year(year: int, month: int) -> Period:
    end = date(year, month, monthrange(year, month)[1])
    start = date(year - 1, month, monthrange(year - 1, month)[1]) + timedelta(days=1)
    return Period(start, end, "rolling year", f"year to {month_name[month]} {year}")


def _day(year: int, month: int, day_of_month: int) -> Period:
    day = date(year, month, day_of_month)
    return Period(day, day, "day", in_words(day))


def _number(part: str) -> int:
    """A number, or that of a month in words."""
    return _MONTHS.index(part) if part in _MONTHS else int(part)


_MONTHS = [*month_name]
_FORMS = [
    (re.compile(rf"{YEAR}-([0-9]{{2}})"), _year_or_month),
    (re.compile(rf"{YEAR}-([0-9]{{2}}) Q([1-4])"), _financial_quarter),
    (re.compile(YEAR), _calendar_year),
    (re.compile(rf"{YEAR} Q([1-4])"), _calendar_quarter),
    (re.compile(rf"year to {YEAR}-([0-9]{{2}})"), _rolling_year),
    (re.compile(rf"{YEAR}-([0-9]{{2}})-([0-9]{{2}})"), _day),
    (re.compile(rf"({'|'.join(_MONTHS[1:])}) {YEAR}"), _month),
]


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
