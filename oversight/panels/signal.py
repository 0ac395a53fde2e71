"""Whether a change means anything: a process chart where a series allows it, and two counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from oversight import charts, filters, statistics, wording
from oversight.filters import AddressError, Chosen
from oversight.framework import Entry
from oversight.panels.drawing import drawn
from oversight.panels.panel import Panel, draw, printed
from oversight.series import Point, Series, claims_of, sources_of
from oversight.statistics import Break, Mark, Process, Refusal
from oversight.store import TooOld
from oversight.wording import process as process_words
from oversight.wording import signal as words

AGAINST, WHOSE = "against", "whose"
YEAR_BEFORE, QUARTER_BEFORE = "the same quarter last year", "the quarter before"
# An address may name any earlier count; so many find room side by side.
MOST_BASELINES = 6


def signal(now: Chosen, entry: Entry) -> None:
    """The process chart and two counts held against each other, or why there is neither.

    Raises:
        AddressError: the address names a baseline or a series that the indicator does not have.
    """
    st.header("Does a change mean anything?")
    # Limits worked out anew for each choice of years would say whatever the reader likes.
    every = _series(entry, replace(now, starts_on=None, ends_on=None))
    if not every:
        _none_of(AGAINST, WHOSE)
        st.markdown(process_words.NOTHING_YET)
        return
    label = _whose([one.label for one in every])
    whole = next(one for one in every if one.label == label)
    breaks = _breaks(now, entry)
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        _process(now, entry, whole, breaks)
    with right:
        st.subheader("Two counts")
        shown = {one.label: one for one in _series(entry, now)} if now.is_limited else {}
        _two_counts(entry, shown.get(label, whole), breaks)


def _series(entry: Entry, now: Chosen) -> list[Series]:
    return [one for one in drawn(entry, now) if one.known]


def _whose(labels: Sequence[str]) -> str:
    """Which of several series, such as one of each role."""
    if len(labels) == 1:
        _none_of(WHOSE)
        return labels[0]
    return filters.choice("Whose figures", labels, labels[0], WHOSE)


def _none_of(*keys: str) -> None:
    for key in keys:
        if filters.in_address(key):
            raise AddressError(f"There is nothing to choose for '{key}' in the address here.")


def _breaks(now: Chosen, entry: Entry) -> tuple[Break, ...]:
    try:
        rows = now.rows("framework/breaks", indicator=entry.name)
    except TooOld:
        # Made before definitions could record one.
        return ()
    return tuple(Break(row.happened_on, row.reason) for row in rows)


def _process(now: Chosen, entry: Entry, whole: Series, breaks: Sequence[Break]) -> None:
    about = entry.about
    found = statistics.process(whole, about.kind, about.clock, breaks)
    st.subheader("The whole series as a process")
    if isinstance(found, Refusal):
        st.markdown(process_words.no_process(found))
        return
    st.markdown(process_words.process_finding(found, about.better))
    draw(_panel(entry, whole, found), now)
    st.caption(process_words.rules_used(found, about.kind == "level"))


def _panel(entry: Entry, whole: Series, found: Process) -> Panel:
    unit, better = entry.unit, entry.about.better
    used = replace(whole, points=tuple(mark.point for mark in found.marks))
    rows = [
        {
            "Period": mark.point.period,
            "Figure": printed(mark.point, unit),
            "Signal": process_words.marked_as(mark, better),
        }
        for mark in found.marks
    ]
    return Panel(
        f"process_{entry.name}",
        lambda colours, narrow: charts.process(
            found, colours, lambda stretch: process_words.lines_of_limits(stretch, unit),
            lambda mark: process_words.signal_word(better, mark.is_high), unit, narrow,
        ),
        process_words.process_words(f"{entry.title}, {whole.label}", found, better, unit),
        rows,
        _records(whole, found, better),
        sources_of([used]),
        process_words.signs_of_process(found, charts.begins_at_nought(found), unit),
        has_narrow=True,
        alt=f"{words.unmarked(process_words.process_finding(found, better))}"
        f" {process_words.limits_in_words(found, unit)}",
        claims=claims_of([used]),
    )  # fmt: skip


def _records(whole: Series, found: Process, better: str) -> list[dict[str, object]]:
    """A record a point, with the limits that it was judged by."""
    return [
        {
            "series": whole.label,
            "period": mark.point.period,
            "value": mark.value,
            "marker": mark.point.marker,
            "mean": _rounded(within.mean if within else None),
            "lower_limit": _rounded(within.lower if within else None),
            "upper_limit": _rounded(within.upper if within else None),
            "limits": process_words.kind_of_limits(stretch),
            "rule": mark.rule,
            "signal": _word(mark, better),
        }
        for stretch in found.stretches
        for within in (stretch.limits,)
        for mark in stretch.marks
    ]


def _word(mark: Mark, better: str) -> str:
    return process_words.signal_word(better, mark.is_high) if mark.rule else ""


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)


def _two_counts(entry: Entry, one: Series, breaks: Sequence[Break]) -> None:
    """The newest count against an earlier one, which the reader chooses and the address keeps."""
    known = statistics.counts_alike(one, entry.about.kind, breaks)
    if isinstance(known, Refusal):
        _none_of(AGAINST)
        st.markdown(words.NO_TEST[known.why])
        return
    latest = known[-1]
    offered = _baselines(known)
    chosen = filters.choice(f"{latest.period} against", list(offered), next(iter(offered)), AGAINST)
    found = statistics.compared(one, offered[chosen], latest, entry.about.kind)
    said = words.two_figures(offered[chosen], latest, entry.about.unit)
    if isinstance(found, Refusal):
        st.markdown(wording.sentence(said))
        st.markdown(words.NO_TEST[found.why])
        return
    st.markdown(wording.sentence(said))
    st.markdown(words.compared_sentence(found))
    if more := words.joined(words.carried(found), words.unequal(found)):
        st.caption(more)


def _baselines(known: Sequence[Point]) -> dict[str, Point]:
    """What the newest may be held against: of quarters the year before first, else each period."""
    *earlier, latest = known
    if not statistics.is_quarter(latest):
        return {point.period: point for point in reversed(earlier[-MOST_BASELINES:])}
    year_before = statistics.year_before(known)
    return {
        **({YEAR_BEFORE: year_before} if year_before else {}),
        **({QUARTER_BEFORE: earlier[-1]} if statistics.is_quarter(earlier[-1]) else {}),
    } or {earlier[-1].period: earlier[-1]}  # fmt: skip
