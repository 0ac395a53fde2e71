"""The checks of an observations return, in stages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from oversight import periods
from oversight.definitions import Indicator
from oversight.periods import TAKEN_BY_CLOCK, Period, PeriodError
from oversight.reference import Area, Reference
from oversight.screening.reader import Figure, Finding, Record

# Markers that stand in place of a value, and markers that stand beside one.
INSTEAD = {
    "c": "withheld",
    "x": "not available",
    "z": "not applicable",
    "u": "low reliability",
    "low": "rounds to zero",
}
BESIDE = {"p": "provisional", "r": "revised", "e": "estimated", "b": "break in series"}

PLAIN_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
# Everything else is counted in whole people, posts or events.
MAY_HAVE_DECIMALS = {"full-time equivalent", "per cent", "days"}
LARGEST = 1_000_000_000
# Recorded crime is not comparable before 2002, and older years are typing errors.
FIRST_YEAR = 2000
# Counts of persons that are withheld, by the rule of the NHS and others.
FEW = frozenset("1234567")

LEVELS = {
    "borough": {"borough", "police area outside boroughs", "whole"},
    "London": {"whole"},
    "Metropolitan Police": {"whole"},
    "England and Wales": {"country"},
    "United Kingdom": {"country"},
}


def figures_of(
    rows: Sequence[tuple[int, tuple[str, ...]]],
    indicators: Mapping[str, Indicator],
    reference: Reference,
    today: date,
) -> tuple[list[Figure], list[Finding]]:
    """The figures of an observations return, or everything that is wrong with them.

    Args:
        rows: each row's line and its cells in the order of the columns.
        indicators: the definitions it is held against.
        reference: the places it may name.
        today: no period may end after this day.
    """
    figures: list[Figure] = []
    findings: list[Finding] = []
    for line, cells in rows:
        understood = _understood(Record(line, *cells), indicators, reference.areas, today)
        if isinstance(understood, Figure):
            figures.append(understood)
        else:
            findings.extend(understood)
    if not findings:
        findings.extend(_given_twice(figures))
        findings.extend(_needs_protection(figures, indicators))
    return figures, findings


def _understood(
    record: Record, indicators: Mapping[str, Indicator], areas: Mapping[str, Area], today: date
) -> Figure | list[Finding]:
    """The record as a figure, or everything that is wrong with it."""
    indicator = indicators.get(record.indicator)
    if indicator is None:
        meant = did_you_mean(record.indicator, indicators)
        message = f"'{record.indicator}' is no indicator.{meant}"
        return [Finding("indicator_is_known", message, record.line, "indicator")]
    findings = []
    period = _period(record, indicator, today)
    if isinstance(period, Finding):
        findings.append(period)
    area = _area(record, indicator, areas)
    if isinstance(area, Finding):
        findings.append(area)
    findings.extend(_wrong_breakdown(record, indicator))
    findings.extend(_wrong_value(record, indicator))
    if findings:
        return findings
    return Figure(
        record.line,
        record.indicator,
        period,
        area,
        ";".join(sorted(filter(None, record.breakdown.split(";")))),
        record.value.replace(",", ""),
        record.marker,
        record.note,
    )


def _period(record: Record, indicator: Indicator, today: date) -> Period | Finding:
    try:
        period = periods.parse(record.period)
    except PeriodError as error:
        return Finding("period_is_readable", str(error), record.line, "period")
    if period.starts_on.year < FIRST_YEAR:
        message = f"'{record.period}' lies before {FIRST_YEAR}. Write the year as it is."
        return Finding("period_is_recent", message, record.line, "period")
    taken = TAKEN_BY_CLOCK.get(indicator.clock, ())
    off_month = indicator.clock == "year to November" and period.ends_on.month != 11
    if period.kind not in taken or off_month:
        like = " or ".join(periods.EXAMPLES[kind] for kind in taken)
        wants = f"written like {like}" if like else "and cannot come in a return"
        message = (
            f"'{record.period}' is a {period.kind}. {indicator.name} lives on the clock"
            f" '{indicator.clock}', {wants}."
        )
        return Finding("clock_is_the_indicators", message, record.line, "period")
    if period.ends_on > today:
        message = f"'{record.period}' has not ended by {periods.in_words(today)}."
        return Finding("period_has_ended", message, record.line, "period")
    return period


def _area(record: Record, indicator: Indicator, areas: Mapping[str, Area]) -> Area | Finding:
    area = areas.get(record.geography.casefold())
    if area is None:
        meant = did_you_mean(record.geography, {area.name: area for area in areas.values()})
        message = f"'{record.geography}' is not a place of the reference list.{meant}"
        return Finding("geography_is_known", message, record.line, "geography")
    level = "whole" if area.is_whole else area.level
    if level not in LEVELS[indicator.lowest_level]:
        message = (
            f"{indicator.name} is not collected for {area.name}; its lowest level is"
            f" {indicator.lowest_level}."
        )
        return Finding("geography_is_collected", message, record.line, "geography")
    return area


def _wrong_breakdown(record: Record, indicator: Indicator) -> Iterator[Finding]:
    wanted = indicator.breakdowns_wanted
    split_by = set()
    for part in filter(None, record.breakdown.split(";")):
        name, _, value = part.partition("=")
        if name in split_by:
            message = f"'{record.breakdown}' splits by {name} twice. Write one figure a line."
            yield Finding("breakdown_is_wanted", message, record.line, "breakdown")
        split_by.add(name)
        if name not in wanted or not value.strip():
            may = " and ".join(f"{name}=..." for name in wanted) or "nothing: leave it blank"
            message = f"'{part}' is not a breakdown of {indicator.name}. It takes {may}."
            yield Finding("breakdown_is_wanted", message, record.line, "breakdown")


def _wrong_value(record: Record, indicator: Indicator) -> Iterator[Finding]:
    marker, value = record.marker, record.value
    if marker and marker not in INSTEAD and marker not in BESIDE:
        known = ", ".join(f"{code} ({word})" for code, word in {**INSTEAD, **BESIDE}.items())
        yield Finding(
            "marker_is_known", f"'{marker}' is no marker. Markers: {known}.", record.line, "marker"
        )
    elif marker in INSTEAD and value:
        message = f"'{marker}' ({INSTEAD[marker]}) stands in place of a value; found {value} too."
        yield Finding("marker_fits_the_value", message, record.line, "marker")
    elif not value and marker not in INSTEAD:
        message = "There is no value. Write one, or a marker: c withheld, x not available."
        yield Finding("has_value_or_marker", message, record.line, "value")
    if not value:
        return
    if not PLAIN_NUMBER.fullmatch(value):
        message = f"'{value}' is not a plain number such as 583."
        yield Finding("value_is_a_number", message, record.line, "value")
        return
    number = float(value.replace(",", ""))
    if number < 0 or number > LARGEST:
        message = f"{value} cannot be: {indicator.unit} are counted from 0 to {LARGEST:,}."
        yield Finding("value_is_possible", message, record.line, "value")
    elif indicator.unit == "per cent" and number > 100:
        message = f"{value} cannot be: a percentage is at most 100."
        yield Finding("value_is_possible", message, record.line, "value")
    elif number != int(number) and indicator.unit not in MAY_HAVE_DECIMALS:
        message = f"{value} has decimals; {indicator.unit} are whole numbers."
        yield Finding("value_is_whole", message, record.line, "value")


def _given_twice(figures: list[Figure]) -> Iterator[Finding]:
    first: dict[tuple, int] = {}
    for figure in figures:
        line = first.setdefault(figure.key, figure.line)
        if line != figure.line:
            message = (
                f"{figure.indicator} for {figure.period.label}, {figure.area.name} stands in line"
                f" {line} already. Leave one of the two."
            )
            yield Finding("figures_stand_once", message, figure.line, "indicator")


def _needs_protection(
    figures: list[Figure], indicators: Mapping[str, Indicator]
) -> Iterator[Finding]:
    """Counts of children below London or split by kind are refused until they can be protected."""
    for figure in figures:
        is_split = bool(figure.breakdown) or not figure.area.is_whole
        is_few = indicators[figure.indicator].kind == "level" and figure.value in FEW
        if indicators[figure.indicator].disclosure == "raw" and is_few:
            message = "A number from 1 to 7 can point at persons. Write marker c in its place."
            yield Finding("small_numbers_are_safe", message, figure.line, "value")
        elif indicators[figure.indicator].disclosure == "raw" and is_split and figure.value:
            message = (
                "Counts of people below London, or split by sex or age, cannot be published yet:"
                " the protection of small numbers is not built. Send the London figure without a"
                " breakdown."
            )
            yield Finding("small_numbers_are_safe", message, figure.line, "value")


def did_you_mean(written: str, known: Mapping[str, object]) -> str:
    close = get_close_matches(written, list(known), n=1, cutoff=0.7)
    return f" Did you mean {close[0]}?" if close else ""
