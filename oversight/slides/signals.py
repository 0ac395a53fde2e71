"""Whether a change means anything, as slides and packs say it of what a slide shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypedDict

from oversight.framework import Entry
from oversight.slides import markup
from oversight.slides.position import Position
from oversight.slides.slide import Table
from oversight.statistics import Tested
from oversight.wording import tested as words
from oversight.wording.signal import joined


class Signal(TypedDict):
    """The fields of a slide that say it."""

    signal: str
    signal_more: str
    rules: str


def signal_of(indicator: str, position: Position) -> Signal:
    """What is said of an indicator; where nobody has supplied a figure, what a test needs."""
    about, mine = position.entry(indicator).about, position.tested[indicator]
    if not mine:
        return Signal(signal="", signal_more=words.NO_FIGURE, rules="")
    return Signal(
        signal=_of_each(mine, lambda one: words.in_short(one, about.better)),
        signal_more=_of_each(mine, lambda one: words.the_rest(one, about.better)),
        rules=_of_each(mine, lambda one: words.rules_of(one, about.kind)),
    )


def briefly(signal: Signal) -> Signal:
    """The same with one sentence for the screen, where a row of many is what changed."""
    first, *others = markup.sentences(signal["signal"]) or [""]
    return Signal(
        signal=first, signal_more=joined(*others, signal["signal_more"]), rules=signal["rules"]
    )


def with_signal(aloud: str, signal: Signal) -> str:
    """What is read out, and behind it what chance alone would do."""
    return joined(aloud, signal["signal"], signal["signal_more"])


def signals(position: Position) -> Iterator[tuple[str, str]]:
    """Of each series of the framework its name and all that is said of it, a sentence a line."""
    for name, entry, one in _every(position):
        better = entry.about.better
        yield name, "\n".join((words.counts_said(one), words.process_said(one, better)))


def signals_table(indicators: Iterable[str], position: Position) -> Table:
    """A row for each series of these indicators, in the order of the framework."""
    wanted = set(indicators)
    rows = (
        words.row(name, one, entry.about.better, entry.unit)
        for name, entry, one in _every(position)
        if entry.name in wanted
    )
    return Table(words.HEADER, tuple(rows))


def _every(position: Position) -> Iterator[tuple[str, Entry, Tested]]:
    """Each series with a figure, named by its indicator and, of several, by itself."""
    for entry in position.entries:
        mine = position.tested[entry.name]
        for one in mine:
            yield f"{entry.title}, {one.series.label}" if len(mine) > 1 else entry.title, entry, one


def _of_each(found: Iterable[Tested], say: Callable[[Tested], str]) -> str:
    """A text of each series behind its name, or once where all are alike."""
    said = {one.series.label: text for one in found if (text := say(one))}
    if len(set(said.values())) < 2:
        return next(iter(said.values()), "")
    return " ".join(f"{label}: {text}" for label, text in said.items())
