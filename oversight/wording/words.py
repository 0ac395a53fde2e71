"""Words for figures, changes, markers, sources and lists. Values in, texts out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from textwrap import shorten

from oversight import bounds
from oversight.bounds import Bounds
from oversight.definitions import INVENTED_MARK
from oversight.periods import in_words
from oversight.series import Point, Series

STATUS_LABEL = "Management information compiled from a scrutiny report; not official statistics"
# Stands on every screen, slide, sheet and file of a home that was made to rehearse with.
INVENTED = f"{INVENTED_MARK} figures, to rehearse with"
NOT_REAL = "Made-up figures stand among those of the report: use none of them."

MARKERS = {
    "b": "break in series",
    "c": "withheld to protect people",
    "e": "estimated, or worked out from a rounded figure",
    "low": "rounds to zero but is not zero",
    "p": "provisional",
    "r": "revised",
    "u": "low reliability",
    "x": "not available",
    "z": "not applicable",
}


def status_label(is_invented: bool) -> str:
    """What figures are, for whoever meets one alone: on a page, in a file, on a slide."""
    return INVENTED if is_invented else STATUS_LABEL


def file_name(name: str, is_invented: bool) -> str:
    """The name of a file to take away, which says so where what it holds is made up."""
    return f"{INVENTED_MARK}_{name}" if is_invented else name


def moved(change: Bounds) -> str:
    """What a change in per cent did: "rose 13%", "rose 63% to 64%", "fell about 5%"."""
    if change.lower is None and change.upper is None:
        return "changed by an unknown amount"
    if change.upper is None:
        least = bounds.signed_per_cent(change.lower)
        return f"rose at least {least[1:]}" if change.lower > 0 else f"changed by {least} or more"
    if change.lower is None:
        most = bounds.signed_per_cent(change.upper)
        return f"fell at least {most[1:]}" if change.upper < 0 else f"changed by at most {most}"
    low, high = bounds.signed_per_cent(change.lower), bounds.signed_per_cent(change.upper)
    if low == high == "0%":
        return "hardly changed"
    about = "about " if change.about else ""
    if change.lower >= 0 or change.upper <= 0:
        ends = (low, high) if change.lower >= 0 else (high, low)
        sizes = [end.lstrip(f"+{bounds.MINUS}") for end in ends]
        size = sizes[0] if sizes[0] == sizes[1] else f"{sizes[0]} to {sizes[1]}"
        return f"{'rose' if change.lower >= 0 else 'fell'} {about}{size}"
    return f"changed by {low} to {high}"


def with_marker(point: Point, unit: str = "") -> str:
    """A figure as a table shows it: number and marker, or the marker alone."""
    if not point.is_number:
        return f"[{point.marker or 'x'}]"
    return marked(point.figure, point.marker, unit)


def marked(figure: Bounds, marker: str, unit: str = "") -> str:
    """A figure that was worked out, with the marker of the weakest figure that it rests on."""
    text = bounds.printed(figure, unit)
    return f"{text} [{marker}]" if marker else text


def figure_in_words(point: Point, unit: str = "") -> str:
    """A figure as a sentence says it, its marker spelled out."""
    if not point.is_number:
        return point.note or point.standing
    text = bounds.printed(point.figure, unit)
    if point.marker:
        return f"{text} ({MARKERS.get(point.marker, point.marker)})"
    return text


def opening(point: Point, what: str, say: Callable[[Point], str] = figure_in_words) -> str:
    """A count at the head of a finding: "At least 1,117 CSE referrals, 2 parts withheld".

    What a sum lacks stands behind what was counted, so that the two are not read as one number.
    """
    held = point.figure.withheld
    if not held:
        return sentence(f"{say(point)} {what}")[:-1]
    known = replace(point, figure=replace(point.figure, withheld=0))
    said = say(known) if point.figure.lower else "at least 0"
    return f"{sentence(f'{said} {what}')[:-1]}, {many(held, 'part')} withheld"


def many(count: int, noun: str) -> str:
    """A number of things: "1 day", "4,344 days"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words in a row: "a, b and c"."""
    *most, end = list(words) or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def printed_in(sources: Iterable[str]) -> str:
    """Where figures were printed, each document once: "report pp. 11, 12; press release"."""
    numbers: dict[str, list[str]] = {}
    for source in sources:
        names, _, page = source.partition(" p. ")
        for name in names.split(" and ") if names.startswith("report and") else [names]:
            found = numbers.setdefault(name, [])
            if page and name == "report" and page not in found:
                found.append(page)
    return "; ".join(
        f"{name} {pages(', '.join(sorted(found)))}" if found else name
        for name, found in numbers.items()
    )


def pages(numbers: str) -> str:
    """Page numbers as a reader looks them up: "p. 18", "pp. 24, 34"."""
    return f"{'pp.' if ',' in numbers or '-' in numbers else 'p.'} {numbers}"


# Cells that a spreadsheet would take for a formula, in full-width forms too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(cell: object) -> object:
    """A cell for a CSV: a text that a spreadsheet would run gets an apostrophe, a number none."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    if isinstance(cell, float) and cell == int(cell):
        return int(cell)
    return "" if cell is None else cell


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


CUT = " …"
# What Markdown may take for a sign of its own.
SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
# What Streamlit replaces after Markdown is read: icons, mail addresses, bare hosts, arrows, dashes.
REPLACED = re.compile(r"(?<=:)(?=\w)|(?<=@)(?=\w)|(?<=www)(?=\.)|(?<=[-<=])(?=[->])", re.I)
JOINER = "\N{WORD JOINER}"


def cut(text: str, most: int) -> str:
    """A text of so many letters at most, by whole words where it has any; what is cut ends in …"""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    kept = most - len(CUT)
    return (shorten(text, kept, placeholder="") or text[:kept]) + CUT


def plain(text: str) -> str:
    """A text that somebody sent, as Markdown that shows it as it was written and does no more.

    An address on the web may become a link; nothing else does.
    """
    return SIGNS.sub(r"\\\1", REPLACED.sub(JOINER, " ".join(text.split())))


def described(what: str, shown: Sequence[Series], unit: str = "") -> str:
    """A chart in words, for those who cannot see it: every figure of every series."""
    parts = [f"{sentence(what)}"]
    for one in shown:
        said = [
            f"{point.period} {figure_in_words(point, unit)}"
            for point in one.points
            if point.is_number
        ]
        text = f"{one.label}: {', '.join(said) or 'no figure'}"
        missing = [point for point in one.points if not point.is_number]
        for standing in dict.fromkeys(_lacking(point) for point in missing):
            periods = [point.period for point in missing if _lacking(point) == standing]
            text += f"; {standing} {listed(periods)}"
        parts.append(sentence(text))
    return " ".join(parts)


def _lacking(point: Point) -> str:
    """What a point without a number is called in words."""
    return "not available" if point.standing == "not supplied" else point.standing


def as_published(number: int, on: date) -> str:
    return f"Publication {number} of {in_words(on)}"
