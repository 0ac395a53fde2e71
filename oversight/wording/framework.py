"""The monitoring framework in words: what is known, owed, due and covered. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from oversight import bounds, framework
from oversight.framework import Entry, Line
from oversight.periods import in_words
from oversight.series import Point
from oversight.wording.words import listed, moved, with_marker

THEMES = {
    "demand": "Allegations and other demand",
    "outcomes": "Outcomes",
    "cse": "Child sexual exploitation",
    "fgm": "Female genital mutilation",
    "partnership": "Work with partners",
    "workforce": "Workforce",
    "oversight": "Oversight by MOPAC",
    "context": "Context",
}
THEMES_IN_SHORT = {**THEMES, "demand": "Demand", "cse": "CSE", "fgm": "FGM",
                   "partnership": "Partners", "oversight": "MOPAC"}  # fmt: skip

BETTER = {
    "higher": "higher is better",
    "lower": "lower is better",
    "neither": "neither good nor bad",
}

# What a figure can be split by, and that there is one at all.
DIMENSIONS = {
    "figure": "A figure",
    "sex": "By sex",
    "age": "By age",
    "area": "By area",
    "quarter": "By quarter",
}
# Each state with a sign of its own, so that it is told apart in grey print and from afar.
STATES = {
    framework.SUPPLIED: "■ supplied",
    framework.GIRLS_ONLY: "◧ girls only, boys missing",
    framework.BOYS_ONLY: "◧ boys only, girls missing",
    framework.WITHHELD: "▨ withheld [c]",
    framework.NOT_SUPPLIED: "□ not supplied",
    framework.NOT_COLLECTED: "– not collected",
}

STANDINGS = {
    "reported": "● reported",
    "computed": "● sum of its parts",
    "rounded": "◇ rounded to protect people",
    "provisional": "◉ provisional",
    "estimated": "○ estimated",
    "derived": "○ worked out",
    "bounded": "△ a limit",
    "withheld": "▨ withheld",
    "not available": "× not available",
    "not applicable": "× not applicable",
    "not supplied": "– not supplied",
}
# What kind of limit, in the report's own way of speaking.
LIMITS = {
    "more than": "△ a lower limit",
    "at least": "△ a lower limit",
    "close to": "△ an upper limit",
    "about": "△ rounded in speech",
    "rounded": "△ rounded",
    "estimated": "△ an estimate",
    "expected": "△ expected",
    "planned": "△ planned",
    "sought": "△ sought",
}
NOT_SHOWN = "none in the years shown"
ONE_SHOWN = "none, one figure in the years shown"
NONE_EXPECTED = "none expected"
# More parts than this are counted and not listed.
MOST_PARTS = 4


def framework_title(entries: Sequence[Entry]) -> str:
    """How many indicators have a figure, and what has come since the report."""
    having = sum(entry.has_figure for entry in entries)
    lacking = sum(entry.is_owed for entry in entries)
    withheld = len(entries) - having - lacking
    returned = sum(entry.about.returned > 0 for entry in entries)
    since = (
        f"returns since the report brought figures for {returned}"
        if returned
        else "no return has come since the report"
    )
    if having == len(entries):
        return f"All {having} indicators have a figure; {since}"
    held = f", {withheld} {'is' if withheld == 1 else 'are'} withheld" if withheld else ""
    return (
        f"{having} of {len(entries)} indicators have a figure,"
        f" {lacking} {'has' if lacking == 1 else 'have'} none{held}; {since}"
    )


def boys_sentence(entries: Sequence[Entry]) -> str:
    """How many indicators want a split by sex, how many have it, and how many count boys."""
    have, wanted = framework.supplied(entries, "sex")
    boys = sum(entry.counts_boys for entry in entries)
    # What is withheld is counted of boys, and no split that anybody can read.
    hidden = sum(entry.counts_boys and not entry.about.of_boys for entry in entries)
    withheld = "withheld" if boys == 1 else f"{hidden} of them withheld"
    split = f"{have} {'is' if have == 1 else 'are'}" if have else "none is"
    return (
        f"{wanted} indicators should be split by sex; {split}, and"
        f" {boys or 'none'} {'counts' if boys < 2 else 'count'} boys"
        f"{f', {withheld}' if hidden else ''}."
    )


def coverage_words(entries: Sequence[Entry]) -> str:
    """The coverage matrix in words."""
    said = [f"Coverage of {len(entries)} indicators."]
    for dimension, label in DIMENSIONS.items():
        have, wanted = framework.supplied(entries, dimension)
        said.append(f"{label}: {have} of {wanted}.")
        for state, words in STATES.items():
            names = [entry.title for entry in entries if entry.coverage[dimension] == state]
            if names and state != framework.NOT_COLLECTED:
                said.append(f"{words[2:].capitalize()}: {listed(names)}.")
    return " ".join(said)


def coverage_in_short(entries: Sequence[Entry]) -> str:
    """The same for a text alternative: the counts alone."""
    counts = ((label, *framework.supplied(entries, name)) for name, label in DIMENSIONS.items())
    said = "; ".join(f"{label.lower()} {have} of {wanted}" for label, have, wanted in counts)
    return f"Coverage of {len(entries)} indicators, supplied of wanted: {said}."


def indicator_title(entry: Entry, on: date) -> str:
    """One indicator's finding: its latest figure and what it did, or who owes one since when."""
    if entry.is_owed:
        return f"{entry.title}: {owed(entry, on, 'no figure')}"
    said = f"{entry.title}: {latest_cell(entry)}"
    if len(entry.lines) != 1:
        return said
    (line,) = entry.lines
    if not line.newest.is_number:
        before = f", before that {previous_cell(entry)}" if line.previous else ""
        return f"{entry.title}: {line.newest.standing} ({line.newest.period}){before}"
    if line.change is None or entry.unit:
        return said
    few = "; two points are no trend" if line.numbers == 2 else ""
    return f"{said}, {moved(line.change.per_cent)} since {line.change.base.period}{few}"


def latest_cell(entry: Entry) -> str:
    """The newest word with its period, and its place where that is not London."""
    if entry.by_place is not None:
        return f"for {entry.by_place.places} places ({entry.by_place.period}), none for London"
    if not entry.lines:
        return "not supplied" if entry.is_owed else NOT_SHOWN
    return _figures(entry, [line.newest for line in entry.lines])


def standing_cell(entry: Entry) -> str:
    """How firm the newest word is, in words and with a sign of its own."""
    if entry.by_place is not None:
        return "● by place"
    if not entry.lines:
        return STANDINGS["not supplied"] if entry.is_owed else "–"
    said = dict.fromkeys(standing(line.newest) for line in entry.lines)
    return "; ".join(said)


def standing(point: Point) -> str:
    """A figure's standing; a revision or a break in the series stands beside it."""
    said = STANDINGS[point.standing]
    if point.standing == "bounded":
        said = LIMITS.get(point.figure.qualifier, said)
    beside = {"r": ", revised", "b": ", break in series"}
    too = ", rounded" if point.figure.is_rounded and point.standing != "rounded" else ""
    return said + too + beside.get(point.marker, "")


def previous_cell(entry: Entry) -> str:
    """The number before, with its period."""
    earlier = [line.previous for line in entry.lines if line.previous]
    if not earlier or len(earlier) < len(entry.lines):
        return "none"
    return _figures(entry, earlier)


def change_cell(entry: Entry) -> str:
    """The change to the newest figure with its baseline, or why none can be said."""
    if len(entry.lines) > MOST_PARTS or not entry.lines:
        return "none"
    said = [_change(entry, line) for line in entry.lines]
    if len(said) == 1:
        return said[0]
    base = entry.lines[0].change
    if base is None:
        return "none"
    parts = (
        f"{line.series.label} {_size(entry, line)}" if line.change else f"{line.series.label} none"
        for line in entry.lines
    )
    return f"{'; '.join(parts)} on {base.base.period}"


def due_cell(entry: Entry, on: date) -> str:
    """The next figure and the day from which it is due, or who owes a first one since when."""
    if entry.is_owed:
        return owed(entry, on)
    period = entry.due
    if period is None:
        return NONE_EXPECTED
    if period.ends_on < on:
        return f"{period.label}, due since {in_words(period.ends_on + timedelta(days=1))}"
    return f"{period.label}, due after {in_words(period.ends_on)}"


def owed(entry: Entry, on: date, what: str = "a first figure") -> str:
    """Who owes a first figure, since when, and whether somebody named the day."""
    who, since, promise = listed(entry.about.owner), entry.owed_since, entry.about.promise
    named = "the day the Committee set" if entry.moved_to else "the day promised"
    if promise and on <= since:
        return f"{what}, promised by {who} for {in_words(since)} (promise {promise})"
    return f"{what}, owed by {who} since {in_words(since)}" + (
        f", {named} (promise {promise})" if promise else ""
    )


def because(entry: Entry) -> str:
    """Which way is better, if any, and why."""
    first, _, rest = entry.about.why.partition(" ")
    # An abbreviation keeps its capitals.
    first = first if len(first) > 1 and first.isupper() else first[:1].lower() + first[1:]
    return f"**{BETTER[entry.about.better].capitalize()}**, because {first} {rest}"


def _figures(entry: Entry, points: Sequence[Point]) -> str:
    """A point of each line, with their period and their place."""
    if len(points) > MOST_PARTS:
        return f"{len(points)} groups ({points[0].period})"
    # A part of London is named; the whole needs no name.
    names = [
        line.series.label if line.series.label != entry.about.label else "" for line in entry.lines
    ]
    figures = "; ".join(
        f"{name} {with_marker(point, entry.unit)}".strip()
        for name, point in zip(names, points, strict=True)
    )
    where = f", {entry.lines[0].place}" if entry.lines[0].place else ""
    return f"{figures} ({points[0].period}{where})"


def _change(entry: Entry, line: Line) -> str:
    if line.newest is None or not line.newest.is_number:
        return "none"
    if line.previous is None:
        return ONE_SHOWN if entry.is_limited else "none, one figure only"
    if line.change is None:
        if line.is_broken:
            return "none, the series breaks"
        return f"none, {bounds.printed(line.previous.figure, entry.unit)} is no baseline"
    few = "; two points, no trend" if line.numbers == 2 else ""
    return f"{_size(entry, line)} on {line.change.base.period}{few}"


def _size(entry: Entry, line: Line) -> str:
    """A change in per cent; that of a percentage in points."""
    change = line.change
    if not entry.unit:
        return bounds.printed_change(change.per_cent)
    points = change.point.figure - change.base.figure
    sign = "+" if (points.lower or 0) > 0 else ""
    return f"{sign}{bounds.printed(points)} points"
