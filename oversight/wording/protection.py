"""How small numbers about people are protected, in words. Values in, texts out.

The rule is the one of `oversight.disclosure`; its numbers are the settings of the publication.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from oversight import bounds
from oversight.bounds import Bounds
from oversight.wording.words import listed, many, plain

# Stands between what is shown of a rounded figure and how much more or less it can be.
SIGN = "±"
ROUNDED = "rounded to protect people"
MEANING = f"{ROUNDED}: the number may be as much more or less as stands behind the sign"
# What publications kept to that were made before the numbers of the rule stood in them.
FEW_BEFORE = "7"
HEADING = "How small numbers are protected"
NONE_WHOLE = "No table had to be withheld whole."
# Tables of one indicator are counted, and so many of them named.
MOST_NAMED = 12
# A rounded figure as it is printed, and what may follow it in a sentence.
PRINTED = re.compile(rf"([\d.,]*\d%?) {SIGN}([\d.,]*\d%?)( \[\w+\])?( (?=[a-z]))?")


def rule(settings: Mapping[str, str]) -> str:
    """What is withheld and what rounded below London or of a split, with the numbers in force."""
    least = 1 if settings.get("noughts", "shown") == "shown" else 0
    few = settings.get("few", FEW_BEFORE)
    hidden = f"Below London or split: counts from {least} to {few} are withheld [c]"
    base = settings.get("rounded_to")
    if base is None:
        return f"{hidden}, and so is whatever would give them away."
    narrowest = settings.get("narrowest", "")
    others = f", others rounded to the nearest {base}" if int(base) > 1 else ""
    return f"{hidden}{others}; no withheld count can be told to within less than {narrowest}."


def explained(settings: Mapping[str, str]) -> tuple[str, ...]:
    """The rule at length, a paragraph each: why, what is printed, what becomes of totals."""
    said = [
        f"{rule(settings)} One count in one borough can point at one child, whom those near would"
        " know."
    ]
    base = int(settings.get("rounded_to", "1"))
    if base > 1:
        shown = 5 * base
        example = Bounds(shown - base // 2, shown + (base - 1) // 2, rounded=shown)
        low, high = (bounds.whole_or_tenth(end) for end in (example.lower, example.upper))
        said.append(
            f"“{bounds.printed(example)}” is any number from {low} to {high}: it is drawn as ◇ or"
            " dotted, stays between its limits in every sum, and a change from it is never told as"
            " exact. A year of rounded quarters is as uncertain as all of them together."
        )
        said.append(
            "A total for London stays exact where that gives nothing away; else it is rounded too,"
            " or withheld."
        )
    nought = "A nought is shown. " if settings.get("noughts", "shown") == "shown" else ""
    said.append(
        f"{nought}What is few and what is withheld to hide it carry the same marker, so that"
        " neither can be told from the other. The file of a publication holds protected figures"
        " alone."
    )
    if reason := settings.get("protection_reason"):
        said.append(
            "This is not the usual rule; one person changed it and another published under it"
            f" first. The reason given: {plain(reason)}"
        )
    return tuple(said)


def withheld_whole(rows: Sequence) -> str:
    """How many tables are withheld whole, of which indicators; rows of about/withheld_tables."""
    if not rows:
        return NONE_WHOLE
    verb = "is" if len(rows) == 1 else "are"
    said = [
        f"{title} ({_years(list(mine))})" for title, mine in groupby(rows, lambda row: row.title)
    ]
    return (
        f"{many(len(rows), 'table')} {verb} withheld whole, because nothing less would keep a"
        f" withheld count from being had back: {listed(said)}."
    )


def _years(rows: Sequence) -> str:
    years = dict.fromkeys(_table(row) for row in rows)
    named = list(years)[:MOST_NAMED]
    rest = len(years) - len(named)
    return listed([*named, f"{rest} more"]) if rest else listed(named)


def _table(row) -> str:
    return row.year if row.place == "London" else f"{row.place} {row.year}"


def firmness(figure: Bounds) -> str:
    """How firm a rounded figure is: between which numbers it lies."""
    low, high = (bounds.whole_or_tenth(end) for end in (figure.lower, figure.upper))
    return f"{ROUNDED}: it is from {low} to {high}"


def aloud(text: str) -> str:
    """A text as it is read out: "25, give or take 2, in 2014-15" for "25 ±2 in 2014-15"."""

    def said(found: re.Match) -> str:
        number, room, marker, more = found.groups(default="")
        return f"{number}, give or take {room}{marker}{', ' if more else ''}"

    return PRINTED.sub(said, text)
