"""A value and its marker: one plain number, or nothing and the reason why there is nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from oversight.definitions import Indicator
from oversight.screening.finding import Finding
from oversight.screening.meant import shown

# Markers that stand in place of a value, and markers that stand beside one.
INSTEAD = {
    "c": "withheld",
    "x": "not available",
    "z": "not applicable",
    "u": "low reliability",
    "low": "rounds to zero",
}
BESIDE = {"p": "provisional", "r": "revised", "e": "estimated", "b": "break in series"}
MARKERS = {**INSTEAD, **BESIDE}
WORDS_OF = {word: marker for marker, word in MARKERS.items()}
IN_BRACKETS = re.compile(r"\[ ?([a-z]+) ?\]")

# ASCII digits, no nought before others, thousands commas where they belong.
PLAIN = re.compile(r"(-?)((?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+))(\.[0-9]+)?")
# Everything else is counted in whole people, posts or events.
MAY_HAVE_DECIMALS = {"full-time equivalent", "per cent", "days"}
LARGEST = 1_000_000_000

NOTHING = re.compile(
    r"#?n/?a|nan|nil|none|null|nul|inf(?:inity)?|-+|\.+|–|—|#(?:ref|value|div/0|num|name\?|null)!?"
    r"|not known|unknown|missing|tbc",
)
DIGITS = r"[0-9][0-9,]*(?:\.[0-9]+)?"
# Ways to write a number that a person reads and a machine would have to guess at, in order, each
# with what is said of it; {0} is what the pattern's group holds.
NEARLY = [
    (re.compile(rf"-?({DIGITS})e[+-]?[0-9]+", re.IGNORECASE),
     "is a number in short form, as a spreadsheet shows large ones. Write it with all its digits."),
    (re.compile(rf"({DIGITS}) ?%"),
     "has a percent sign. Write the number alone, in the unit of the indicator."),
    (re.compile(rf"\+({DIGITS})"), "has a plus sign. Write {0}."),
    (re.compile(rf"£ ?({DIGITS})"), "has a pound sign. Write {0}."),
    (re.compile(rf"(0+)({DIGITS})"), "begins with a nought. Write the number without it."),
    (re.compile(rf"\(({DIGITS})\)"),
     "stands in brackets, which some take for a minus. Write the number alone."),
    (re.compile(rf"[<>≤≥~≈c]\.? ?({DIGITS})|({DIGITS}) ?\+|(?:under|over|about|around) ({DIGITS})"),
     "is not a plain number such as 583. Write the number itself, or a marker and no value."),
    (re.compile(rf"({DIGITS}) ?(?:-|–|to) ?({DIGITS})"),
     "is a range. Write one number, or a marker and no value."),
    (re.compile(r"([0-9]{1,3}(?: [0-9]{3})+)"), "has spaces. Write it without them."),
    (re.compile(r"([0-9]+,[0-9]{1,2})"),
     "is not a plain number such as 583. Decimals stand after a point; a comma parts thousands."),
    (re.compile(r"([0-9]+(?:,[0-9]+)+)"),
     "is not a plain number such as 583: its commas do not part thousands."),
    (re.compile(r"['’]([0-9]+)"), "begins with an apostrophe. Write {0}."),
    (re.compile(r"[−–—-] ?([0-9]+)"), "is less than nought, which no count can be."),
]  # fmt: skip
WITH_MARKER = re.compile(rf"({DIGITS}) ?\[?({'|'.join(MARKERS)})\]?", re.IGNORECASE)
WITH_SIGN = re.compile(rf"({DIGITS}) ?([*†‡^#]+)")


def marker_as_kept(written: str) -> str:
    """A marker without its brackets, in small letters, where it is one."""
    folded = written.casefold()
    if bracketed := IN_BRACKETS.fullmatch(folded):
        folded = bracketed[1]
    return folded if folded in MARKERS else written


def wrong_value(
    value: str, marker: str, indicator: Indicator, commas_part_thousands: bool
) -> Iterator[Finding]:
    """What is wrong with a value and the marker beside it, as it is kept."""
    if marker and marker not in MARKERS:
        known = ", ".join(f"{code} ({word})" for code, word in MARKERS.items())
        message = f"'{shown(marker)}' is no marker. Markers: {known}."
        yield Finding("marker_is_known", message, column="marker")
    elif not value and marker not in INSTEAD:
        message = (
            "There is no value. Write one, or a marker that says why there is none: c withheld, x"
            " not available, z not applicable; or delete the row. 0 means none."
        )
        yield Finding("has_value_or_marker", message, column="value")
    if not value:
        return
    if found := PLAIN.fullmatch(value):
        finding = _impossible(value, *found.groups(""), indicator, commas_part_thousands)
    else:
        finding = Finding("value_is_a_number", _not_a_number(value), column="value")
    if finding:
        yield finding
    elif marker in INSTEAD:
        message = (
            f"'{marker}' ({INSTEAD[marker]}) stands in place of a value; found {shown(value)} too."
            " Take one of the two out."
        )
        yield Finding("marker_fits_the_value", message, column="marker")


def _impossible(
    value: str,
    minus: str,
    whole: str,
    decimals: str,
    indicator: Indicator,
    commas_part_thousands: bool,
) -> Finding | None:
    """Why a plain number cannot be, if so."""
    number, unit = float(whole.replace(",", "") + decimals), indicator.unit
    if "," in whole and not commas_part_thousands:
        message = (
            f"'{shown(value)}' has a comma, which may be a decimal in a file whose columns are not"
            f" parted by commas. Write {shown(value.replace(',', ''))} or, for a decimal, a point."
        )
        return Finding("value_is_a_number", message, column="value")
    if minus or number > LARGEST:
        message = f"{shown(value)} cannot be: {unit} are counted from 0 to {LARGEST:,}."
        return Finding("value_is_possible", message, column="value")
    if unit == "per cent" and number > 100:
        message = f"{shown(value)} cannot be: a percentage is at most 100."
        return Finding("value_is_possible", message, column="value")
    if decimals and unit not in MAY_HAVE_DECIMALS:
        mended = f"Write {whole}" if not decimals.strip(".0") else "Write the whole number"
        message = f"{shown(value)} has decimals; {unit} are whole numbers. {mended}."
        return Finding("value_is_whole", message, column="value")
    return None


def _not_a_number(value: str) -> str:
    """What was written in place of a plain number, and what to write."""
    folded = value.casefold()
    quoted = f"'{shown(value)}'"
    marker = marker_as_kept(value)
    if marker in MARKERS or folded in WORDS_OF:
        marker = WORDS_OF.get(folded, marker)
        return (
            f"{quoted} is a marker, not a value. Write {marker} in the column marker"
            f"{' and leave this one blank' if marker in INSTEAD else ', and the number here'}."
        )
    if NOTHING.fullmatch(folded):
        return f"{quoted} is not a plain number. Leave it blank and write x in the column marker."
    if found := WITH_MARKER.fullmatch(value):
        number, marker = found[1], found[2].casefold()
        if marker in INSTEAD:
            return (
                f"{quoted} is a number and {marker} ({INSTEAD[marker]}), which stands in place of"
                f" one. Write {number} here, or {marker} in the column marker."
            )
        return f"{quoted} is a number and a marker. Write {number} here and {marker} under marker."
    if found := WITH_SIGN.fullmatch(value):
        return f"{quoted} has a sign after it. Write {found[1]} here and what it means in the note."
    for pattern, said in NEARLY:
        if found := pattern.fullmatch(value):
            return f"{quoted} {said.format(found[1])}"
    plain = unicodedata.normalize("NFKC", value)
    if plain != value and plain.isascii() and PLAIN.fullmatch(plain):
        return f"{quoted} is not a plain number such as 583: type the digits 0 to 9 anew."
    return f"{quoted} is not a plain number such as 583."
