"""Cells as the strict reader of the tests reads them: periods, days, ages, evidence."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from datetime import date, timedelta

YEAR = "(?P<year>(?:19|20)[0-9]{2})"
FINANCIAL = f"(?:FY )?{YEAR} ?[-/] ?(?P<next>[0-9]{{4}}|[0-9]{{2}})"
QUARTER = "Q(?P<quarter>[1-4])"
MONTHS = {
    name.casefold(): at for names in (month_name, month_abbr) for at, name in enumerate(names) if at
}
MONTH = "(?P<month>[0-9]{2})"
NAMED = "(?P<named>[A-Za-z]+)"
PERIODS = {
    "financial year": [FINANCIAL],
    "financial quarter": [f"{FINANCIAL}[ -]?{QUARTER}", f"{QUARTER} {FINANCIAL}"],
    "calendar year": [YEAR],
    "calendar quarter": [f"{YEAR}[ -]?{QUARTER}", f"{QUARTER} {YEAR}"],
    "rolling year": [f"year to {YEAR}-{MONTH}", f"year to {NAMED} {YEAR}"],
    "month": [f"{YEAR}-{MONTH}", f"{NAMED} {YEAR}"],
    "day": [f"{YEAR}-{MONTH}-(?P<day>[0-9]{{2}})"],
}
PATTERNS = [
    (kind, re.compile(form, re.IGNORECASE)) for kind, forms in PERIODS.items() for form in forms
]

AGE = "(0|[1-9][0-9]?)"
BAND, OVER, UNDER = f"{AGE}(?: ?[-–] ?{AGE})?", rf"{AGE}(?: ?\+| and over)", "under ([1-9][0-9]?)"
LINK = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?([/?#][!-~]*)?", re.IGNORECASE)
LIKE_A_LINK = re.compile(r"[a-z][a-z0-9+.-]*:\S|//|www\.", re.IGNORECASE)
LIKE_A_DAY = re.compile("(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?")


class RefusedError(ValueError):
    """This return is not to be taken."""


def need(is_so: object, why: str) -> None:
    if not is_so:
        raise RefusedError(why)


def period(written: str) -> tuple[str, date, date]:
    """Kind, first and last day."""
    plain = " ".join(written.replace("\u2013", "-").split())
    for kind, pattern in PATTERNS:
        if match := pattern.fullmatch(plain):
            try:
                found = _days(kind, match.groupdict())
            except (ValueError, KeyError) as error:
                raise RefusedError("no such period") from error
            if found:
                return found
    raise RefusedError("period")


def _days(kind: str, part: dict[str, str]) -> tuple[str, date, date] | None:
    year = int(part["year"])
    if kind.startswith("financial"):
        if part["next"] not in (str(year + 1), str(year + 1)[2:]):
            return None
        months = (4, 12) if kind == "financial year" else (3 * int(part["quarter"]) + 1, 3)
    elif kind == "calendar year":
        months = (1, 12)
    elif kind == "calendar quarter":
        months = (3 * int(part["quarter"]) - 2, 3)
    elif kind == "day":
        only = date(year, int(part["month"]), int(part["day"]))
        return kind, only, only
    else:
        month = int(part["month"]) if part.get("month") else MONTHS[part["named"].casefold()]
        date(year, month, 1)
        if kind == "rolling year":
            months, kind = (month - 11, 12), "year to November" if month == 11 else kind
        else:
            months = (month, 1)
    return kind, _first(year, months[0]), _first(year, sum(months)) - timedelta(days=1)


def _first(year: int, month: int) -> date:
    """The first day of a month counted from January of a year, to either side of it."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def day(written: str, first: date, last: date) -> date:
    need(re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", written), "day")
    try:
        found = date.fromisoformat(written)
    except ValueError as error:
        raise RefusedError("no such day") from error
    need(first <= found <= last, "day out of bounds")
    return found


def ages(written: str) -> str:
    """A band of ages in whole years, in one spelling."""
    if match := re.fullmatch(UNDER, written):
        return "under 1" if match[1] == "1" else f"0-{int(match[1]) - 1}"
    if match := re.fullmatch(OVER, written):
        return f"{match[1]}+"
    match = re.fullmatch(BAND, written)
    need(match, "ages")
    first, last = match[1], match[2] or match[1]
    need(int(first) <= int(last), "ages the wrong way round")
    return first if first == last else f"{first}-{last}"


def evidence(written: str, said_on: date) -> None:
    """A title, a link, a day and a page; fewer are told by what they look like."""
    title, *parts = (part.strip() for part in written.split("|"))
    need(len(parts) <= 3, "parts of evidence")
    need(sum(map(str.isalnum, title)) >= 3 and not LINK.fullmatch(title), "title of evidence")
    for place, part in enumerate(parts):
        is_link = LINK.fullmatch(part) is not None
        need(is_link or not LIKE_A_LINK.match(part), "link")
        if len(parts) == 3:
            need(not part or is_link == (place == 0), "link in its place")
            if place == 1 and part:
                _dated(part, said_on)
        elif LIKE_A_DAY.fullmatch(part):
            _dated(part, said_on)


def _dated(part: str, said_on: date) -> None:
    """A day, a month or a year that is not after the day on which it was said."""
    whole = part + "-01-01"[len(part) - 4 :] if len(part) in (4, 7) else part
    day(whole, date.min, said_on)
