"""The checks of an evidence cell: a title, and a link, a day and a page that can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from oversight import asks
from oversight.periods import in_words
from oversight.screening import cells as cell
from oversight.screening.finding import Finding
from oversight.screening.meant import shown

COLUMN = "evidence"
PARTS = ("title", "link", "date", "page")
# Fewer letters and figures name no paper.
LEAST_OF_A_TITLE = 3
# The letters that an address may hold, and no name or password before the place it leads to.
LINK = re.compile(
    r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?([/?#][a-z0-9._~:/?#@!$&'()*+,;=%-]*)?",
    re.IGNORECASE | re.ASCII,
)
# What is meant to be followed: "javascript:...", "//place", "www.place".
LIKE_A_LINK = re.compile(r"[a-z][a-z0-9+.-]*:\S|//|www\.", re.IGNORECASE)
MONTH_OR_YEAR = re.compile("(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?")


def wrong_evidence(text: str, line: int, said_on: date) -> Iterator[Finding]:
    """What is wrong with an evidence cell: title, link, date and page, parted by |.

    Args:
        said_on: the day of what it shows, or the last on which that can have been.
    """
    title, *others = (part.strip() for part in text.split("|"))
    found = asks.evidence(text)
    if found is None:
        return
    if len(others) >= len(PARTS):
        message = (
            f"{len(others) + 1} parts, where there are {', '.join(PARTS[:-1])} and {PARTS[-1]}."
            " Write a dash for a | inside the title."
        )
        yield Finding("evidence_has_four_parts", message, line, COLUMN)
        return
    if sum(letter.isalnum() for letter in title) < LEAST_OF_A_TITLE or LINK.fullmatch(title):
        fault = f"'{shown(title)}' is no title." if title else "It has no title."
        message = f"{fault} Write what the paper is called before the first |."
        yield Finding("evidence_has_a_title", message, line, COLUMN)
    is_whole = len(others) == len(PARTS) - 1
    for place, part in enumerate(others):
        is_meant = LIKE_A_LINK.match(part) or (is_whole and place == 0 and part)
        if is_meant and not LINK.fullmatch(part):
            message = (
                f"'{shown(part)}' is not a link to follow. A link starts with https:// or"
                " http:// and holds plain letters; copy it from the address bar."
            )
            yield Finding("links_can_be_followed", message, line, COLUMN)
    if LINK.fullmatch(found.page):
        message = (
            f"'{shown(found.page)}' stands where the page goes. Write one link, after the title."
        )
        yield Finding("evidence_has_four_parts", message, line, COLUMN)
    if found.dated:
        yield from _wrong_day(found.dated, line, said_on)


def _wrong_day(dated: str, line: int, said_on: date) -> Iterator[Finding]:
    """Not a day, month or year, or one after the day of what it shows."""
    if MONTH_OR_YEAR.fullmatch(dated):
        first = date(int(dated[:4]), int(dated[5:] or 1), 1)
    else:
        # A paper may be older than the report.
        first = cell.day(dated, line, COLUMN, date.min)
    if isinstance(first, Finding):
        yield first
    elif first > said_on:
        message = (
            f"It is of {dated}, after the day this was said, {in_words(said_on)}. Name a paper of"
            " that day or before."
        )
        yield Finding("days_fit", message, line, COLUMN)
