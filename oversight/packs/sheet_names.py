"""Names of sheets: by whole words, as short as Excel wants them, and no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

COVER, CONTENTS, NOTES = "Cover", "Contents", "Notes"
# Sheets that every workbook has, and a name that Excel keeps for itself.
TAKEN = (COVER, CONTENTS, NOTES, "History")
LONGEST = 31  # Excel's limit
# Words without which a title still says what it is of.
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "of",
     "on", "or", "than", "that", "the", "to", "was", "were", "which", "who", "with")
)  # fmt: skip


def named(title: str, taken: Iterable[str]) -> str:
    """A sheet's name: short, without signs that Excel refuses, unlike every other."""
    plain = " ".join(re.sub(r"[\[\]:*?/\\]", " ", title.replace("'", "")).split()) or "Table"
    used = {one.lower() for one in (*taken, *TAKEN)}
    name, number = _short(plain, LONGEST), 1
    while name.lower() in used:
        number += 1
        name = f"{_short(plain, LONGEST - 1 - len(str(number)))} {number}"
    return name


def _short(plain: str, most: int) -> str:
    """A title of so many letters at most: without asides and small words, then its last words."""
    words = plain.split()
    if len(plain) > most:
        words = re.sub(r"\s*\([^)]*\)", "", plain).split() or words
        words = [word for word in words if word.lower() not in SMALL] or words
    while len(words) > 1 and len(" ".join(words)) > most:
        words.pop()
    short = " ".join(words)[:most].rstrip(",;.")
    return short[:1].upper() + short[1:]
