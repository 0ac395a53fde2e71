"""Numbers, years, dates and deadlines as the documents write them, read from words."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date
from typing import NamedTuple

from oversight.periods import months_after

SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")  # fmt: skip
MONTHS = {month_name[month][:3].lower(): month for month in range(1, 13)}
A_THIRD = 100 / 3

_NUMBER = re.compile(rf"one[- ]third|\b(?:{'|'.join(SMALL)})\b|\d[\d,]*(?:\.\d+)?", re.IGNORECASE)
_YEARS = re.compile(rf"\b({'|'.join(SMALL)}|\d+) years?\b", re.IGNORECASE)
_FINANCIAL_YEAR = re.compile(r"\b(\d{4})[-/](\d{2})\b")
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_STRETCH = r"(\d{4})(?:[-/](?:\d{2})?(\d{2}))?"
_DATE = re.compile(
    rf"\b(\d{{1,2}}) {_MONTH} (\d{{4}})|\b{_MONTH} (\d{{4}})|\b{_STRETCH}\b", re.IGNORECASE
)
_MONTHS_AHEAD = re.compile(rf"\b({'|'.join(SMALL)}|\d+) months?\b", re.IGNORECASE)


class Span(NamedTuple):
    """The days that a date written as a day, a month or a year may mean."""

    starts_on: date
    ends_on: date

    def meets(self, other: Span) -> bool:
        return self.starts_on <= other.ends_on and other.starts_on <= self.ends_on


def numbers_in(text: str) -> list[float]:
    """Every number of a text, in figures or in words; of a sum its total alone."""
    found = []
    for word in _NUMBER.findall(text.rpartition("=")[2]):
        plain = word.lower().replace(",", "")
        if plain in SMALL:
            found.append(float(SMALL.index(plain)))
        else:
            found.append(A_THIRD if "third" in plain else float(plain))
    return found


def years_said(text: str) -> list[int]:
    """Numbers of years that a text speaks of: "six years" is 6."""
    return [_small(word) for word in _YEARS.findall(text)]


def financial_year(text: str) -> str | None:
    """The first financial year a text names, written as the report does: "2013/14" is "2013-14"."""
    for first, second in _FINANCIAL_YEAR.findall(text):
        if int(second) == (int(first) + 1) % 100:
            return f"{first}-{second}"
    return None


def is_year(period: str | None) -> bool:
    """Whether a period begins with its year: "2013-14", "2013"."""
    return re.match(r"\d{4}\b", period or "") is not None


def first_year(period: str) -> int:
    """The calendar year in which a financial or calendar year begins."""
    return int(period[:4])


def spans_in(text: str) -> list[Span]:
    """Every date of a text: a day, a month, a year, or a stretch of years."""
    found = []
    for day, month, year, in_month, of_year, first, last in _DATE.findall(text):
        if day:
            on = date(int(year), MONTHS[month.lower()], int(day))
            found.append(Span(on, on))
        elif in_month:
            found.append(_month(int(of_year), MONTHS[in_month.lower()]))
        else:
            end = int(first[:2] + last) if last else int(first)
            found.append(Span(date(int(first), 1, 1), date(end, 12, 31)))
    return found


def deadline(text: str, published_on: date) -> date | None:
    """The day by which something is promised, counted from publication; None for no promise."""
    said = text.lower()
    if ahead := _MONTHS_AHEAD.search(said):
        return months_after(published_on, _small(ahead[1]))
    if "next year" in said:
        return months_after(published_on, 12)
    if "end of the year" in said:
        return date(published_on.year, 12, 31)
    if said.startswith("by "):
        return max((span.ends_on for span in spans_in(said)), default=None)
    return None


def _month(year: int, month: int) -> Span:
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _small(word: str) -> int:
    return SMALL.index(word.lower()) if word.lower() in SMALL else int(word)
