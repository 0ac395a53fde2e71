"""One slide: a finding with everything that a room, a printed page and a screen reader need of it.

It is made once. Screen, slides to take away, printed pack and text alternative all read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oversight.charts.bands import Band
from oversight.charts.posts import Step
from oversight.series import Series


@dataclass(frozen=True)
class Table:
    """Printed cells. Every row is as wide as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Years:
    """To be drawn: yearly figures as dots, joined only where firm and neighbours.

    `notes` stand beside the last figure of the first series, each a change and its baseline.
    `gap` says why years are missing. `intervals` are those of the first series' known points.
    Where it `is_trend` is false, no dots are joined at all.
    """

    series: tuple[Series, ...]
    notes: tuple[tuple[str, str], ...] = ()
    gap: str = ""
    intervals: tuple[tuple[float, float] | None, ...] = ()
    is_trend: bool = True
    unit: str = ""


@dataclass(frozen=True)
class Steps:
    """To be drawn: the way from posts to people, a bar a step."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Bands:
    """To be drawn: figures known between limits, a lying bar each, on one scale."""

    rows: tuple[Band, ...]


@dataclass(frozen=True)
class Shares:
    """To be drawn: a lying bar a row, of `whole` so many; both are counts."""

    rows: tuple[tuple[str, int, int], ...]


Drawing = Years | Steps | Bands | Shares


@dataclass(frozen=True)
class Slide:
    """One finding for a room.

    `name` is its id in a running order and `page` the page it is from, as in the address.
    `finding` is the one sentence; `measure` says what is counted, where and when. `drawing` is
    drawn, or `table` stands in its place; the table always holds every figure of the drawing.
    `signs` say what the drawing looks like as one for the screen: a native chart has its own.
    `source`, `baseline`, `caveat` and `gap` (what nobody has said) are whole sentences or blank.
    `read_aloud` is what a chair says, `alt` the text alternative of the drawing. `records` are the
    figures for machines; `indicators` the ids of all that it shows. `signal` says in a line or two
    whether a change means anything, `signal_more` what there is to add, and `rules` those of a
    process chart.
    """

    name: str
    title: str
    page: str
    finding: str
    measure: str
    table: Table
    source: str
    read_aloud: str
    drawing: Drawing | None = None
    baseline: str = ""
    caveat: str = ""
    gap: str = ""
    alt: str = ""
    signs: str = ""
    records: tuple[Mapping[str, object], ...] = ()
    indicators: tuple[str, ...] = ()
    signal: str = ""
    signal_more: str = ""
    rules: str = ""

    @property
    def measure_with_signs(self) -> str:
        """What stands over the drawing for the screen."""
        return f"{self.measure} {self.signs}".rstrip()

    @property
    def signal_in_full(self) -> str:
        """All that is said of whether a change means anything, but for the rules of a chart."""
        return f"{self.signal} {self.signal_more}".strip()


@dataclass(frozen=True)
class Item:
    """One item of a running order: its slide, the minutes it is given, and a note for the chair."""

    slide: Slide
    minutes: int | None = None
    note: str = ""
