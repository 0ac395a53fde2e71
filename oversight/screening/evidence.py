"""The checks of an evidence cell: a title, and a link, a day and a page that can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from oversight.screening import cells as cell
from oversight.screening.reader import Finding

COLUMN = "evidence"
PARTS = ("title", "link", "date", "page")
# The letters that an address may hold, and no name or password before the place it leads to.
LINK = re.compile(
    r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?([/?#][a-z0-9._~:/?#@!$&'()*+,;=%-]*)?",
    re.IGNORECASE | re.ASCII,
)
# What is meant to be followed: "javascript:...", "//place", "www.place".
LIKE_A_LINK = re.compile(r"[a-z][a-z0-9+.-]*:\S|//|www\.", re.IGNORECASE)
MONTH_OR_YEAR = re.compile("(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?")


def wrong_evidence(text: str, line: int, today: date) -> Iterator[Finding]:
    """What is wrong with an evidence cell: title, link, date and page, parted by |."""
    title, *others = (part.strip() for part in text.split("|"))
    if not any((title, *others)):
        return
    if len(others) >= len(PARTS):
        message = (
            f"{len(others) + 1} parts, where there are {', '.join(PARTS[:-1])} and {PARTS[-1]}."
            " Write a dash for a | inside the title."
        )
        yield Finding("evidence_has_four_parts", message, line, COLUMN)
        return
    if not title or LINK.fullmatch(title):
        message = "It has no title. Write what the paper is called before the first |."
        yield Finding("evidence_has_a_title", message, line, COLUMN)
    for part in others:
        if LIKE_A_LINK.match(part) and not LINK.fullmatch(part):
            message = (
                f"'{cell.shown(part)}' is not a link to follow. A link starts with https:// or"
                " http:// and holds plain letters; copy it from the address bar."
            )
            yield Finding("links_can_be_followed", message, line, COLUMN)
        elif _is_like_a_day(part) and not MONTH_OR_YEAR.fullmatch(part):
            # A paper may be older than the report, but not younger than the day it is named.
            dated = cell.day(part, line, COLUMN, date.min, today)
            if isinstance(dated, Finding):
                yield dated


def _is_like_a_day(part: str) -> bool:
    return part[:4].isdigit() or cell.BRITISH_DAY.fullmatch(part) is not None
