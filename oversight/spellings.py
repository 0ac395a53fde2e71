"""How people spell periods: the spellings that can mean nothing else, and what is said of others.

`2013/14 Q4`, `Q4 2013-14` and `FY 2013-14 Q4` all mean the period that is written `2013-14 Q4`.
Whatever could be two periods, or what a spreadsheet has made of one, is refused with what to write.
"""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date, timedelta

FORMS = "2013-14, 2013-14 Q4, 2013, 2013 Q2, 2013-11, year to 2013-11 or 2013-09-30"
LIKE = f"Write it like {FORMS}."
AS_TEXT = "Set the column to Text in the spreadsheet and write it again"

# ASCII digits only: \d would also take digits of other scripts.
YEAR = "((?:19|20)[0-9]{2})"
_BOTH_YEARS = rf"(?:fy ?)?{YEAR} ?[-/] ?((?:19|20)?[0-9]{{2}})"
_NUMBERS = {
    name[:length].casefold(): number
    for number, name in enumerate(month_name)
    for length in (3, len(name))
    if name
} | {"sept": 9}
_MONTH = f"({'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_WRITTEN = re.compile(
    rf"{YEAR}(?:-[0-9]{{2}})?(?: Q[1-4])?|year to {YEAR}-[0-9]{{2}}|{YEAR}(?:-[0-9]{{2}}){{2}}"
)
_HAS_A_YEAR = re.compile("(?:19|20)[0-9]{2}")

# The first day that a spreadsheet counts, as far as it still counts right.
_DAY_NOUGHT = date(1899, 12, 30)
_COUNTED = re.compile("[34][0-9]{4}")
_BY_EXCEL = re.compile(
    rf"{_MONTH}[-/ ]?[0-9]{{2}}|{_MONTH}-[0-9]{{4}}|[0-9]{{1,2}}-{_MONTH}(?:-[0-9]{{2,4}})?"
)
_BRITISH_DAY = re.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?: [0-9:.]+)?")
_WHOLE_DAY = re.compile(rf"{YEAR}[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}})(?:[ t][0-9:.]+z?)?")
_DAY_IN_WORDS = re.compile(rf"([0-9]{{1,2}}) {_MONTH} {YEAR}")
_SHORT_YEARS = re.compile("(q[1-4] ?)?(?:fy ?)?([0-9]{2}) ?[-/] ?([0-9]{2})( ?q[1-4])?")
_SLASHED_MONTH = re.compile(rf"{YEAR}/(0?[1-9]|1[0-2])|{YEAR}-([1-9])")


def plain(text: str) -> str:
    """A period as it is written in a return, where the spelling can mean nothing else."""
    if _WRITTEN.fullmatch(text) or not _HAS_A_YEAR.search(text):
        return text
    folded = " ".join(text.replace("–", "-").casefold().split())
    for pattern, rewritten in _SPELLINGS:
        if match := pattern.fullmatch(folded):
            return rewritten(*match.groups()) or text
    return text


def mended(text: str, exists: bool) -> str:
    """What is wrong with a period that cannot be read, and what to write.

    Args:
        exists: whether what is written could be a period, had that year such a day or quarter.
    """
    text = re.sub(r"\r?\n|\r", " ", text)
    shown = f"'{text}'" if len(text) <= 80 else f"'{text[:80]}…'"
    if not text:
        return f"Nothing is written. {LIKE}"
    if not exists:
        return f"There is no period {shown}. {LIKE}"
    folded = " ".join(text.replace("–", "-").casefold().split())
    if _BY_EXCEL.fullmatch(folded):
        return (
            f"{shown} is what Excel makes of a period, which it takes for a date. {AS_TEXT}, such"
            " as 2013-14 or 2013-11."
        )
    if _COUNTED.fullmatch(folded):
        day = _DAY_NOUGHT + timedelta(days=int(folded))
        return f"{shown} is a day as Excel counts days. {AS_TEXT}, such as {day}."
    if wanted := meant_day(folded) or _as_meant(folded):
        return f"{shown} is not how a period is written. Write {wanted}."
    return f"{shown} is not a period. {LIKE}"


def meant_day(text: str) -> str:
    """The day, or the two, that may be meant, each as it is written in a return; else nothing."""
    folded = text.casefold()
    if match := _BRITISH_DAY.fullmatch(folded):
        one, other, year = map(int, match.groups())
        days = [_day(year, other, one), _day(year, one, other)]
        return " or ".join(dict.fromkeys(filter(None, days)))
    if match := _WHOLE_DAY.fullmatch(folded):
        return _day(*map(int, match.groups()))
    if match := _DAY_IN_WORDS.fullmatch(folded):
        return _day(int(match[3]), _NUMBERS[match[2]], int(match[1]))
    return ""


def _as_meant(folded: str) -> str:
    """What should be written, where a person can tell it."""
    if match := _SHORT_YEARS.fullmatch(folded):
        before, first, second, after = match.groups()
        if int(second) == (int(first) + 1) % 100:
            quarter = (before or after or "").strip().upper()
            return f"20{first}-{second} {quarter}".strip()
    if match := _SLASHED_MONTH.fullmatch(folded):
        year, month = match[1] or match[3], int(match[2] or match[4])
        return f"{year}-{month:02d} for {month_name[month]} {year}"
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _financial(first: str, second: str, quarter: str = "") -> str:
    """Two years that follow each other, the second in two or four digits; else nothing."""
    next_year = str(int(first) + 1)
    if second not in (next_year, next_year[2:]):
        return ""
    return f"{first}-{next_year[2:]}{f' Q{quarter}' if quarter else ''}"


def _month(name: str, year: str) -> str:
    return f"{year}-{_NUMBERS[name]:02d}"


def _month_alone(name: str, year: str) -> str:
    """A month in figures, but in words where the figures would be those of a financial year."""
    if _NUMBERS[name] == (int(year) + 1) % 100:
        return f"{month_name[_NUMBERS[name]]} {year}"
    return _month(name, year)


_SPELLINGS = [
    (re.compile(_BOTH_YEARS), _financial),
    (re.compile(rf"{_BOTH_YEARS}[ -]?q([1-4])"), _financial),
    (
        re.compile(rf"q([1-4])[ -]?{_BOTH_YEARS}"),
        lambda quarter, first, second: _financial(first, second, quarter),
    ),
    (re.compile(rf"{YEAR}[ -]?q([1-4])"), lambda year, quarter: f"{year} Q{quarter}"),
    (re.compile(rf"q([1-4])[ -]?{YEAR}"), lambda quarter, year: f"{year} Q{quarter}"),
    (
        re.compile(rf"(?:the )?year (?:to|ending) {_MONTH} {YEAR}"),
        lambda name, year: f"year to {_month(name, year)}",
    ),
    (
        re.compile(rf"(?:the )?year (?:to|ending) {YEAR}-([0-9]{{2}})"),
        lambda year, month: f"year to {year}-{month}",
    ),
    (re.compile(rf"{_MONTH} {YEAR}"), _month_alone),
    (
        _DAY_IN_WORDS,
        lambda day, name, year: f"{_month(name, year)}-{int(day):02d}",
    ),
]
