"""The monitoring framework: each indicator with what is known of it, what is owed, whom it covers.

Recommendation 8 asks MOPAC for one. Values in, values out; the rows are those of queries/framework.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from oversight import periods, series
from oversight.asks import Held
from oversight.citing import Cited
from oversight.periods import Period
from oversight.series import Change, Point, Series

SUPPLIED, NOT_SUPPLIED, NOT_COLLECTED = "supplied", "not supplied", "not collected"
GIRLS_ONLY, BOYS_ONLY, WITHHELD = "girls only", "boys only", "withheld"
# Clocks on which figures are wanted four times a year.
QUARTERLY = ("quarter", "point in time", "running total")


@dataclass(frozen=True)
class Line:
    """One line of figures: for London, for a part of it, or for the one wider place counted.

    `series` holds the newest word on it and the numbers before; `numbers` is how many there are in
    all.
    """

    series: Series
    numbers: int
    place: str = ""

    @property
    def newest(self) -> Point | None:
        """The newest word: a number, or that it is withheld or not available."""
        said = [point for point in self.series.points if point.standing != "not supplied"]
        return said[-1] if said else None

    @property
    def previous(self) -> Point | None:
        """The last number before the newest word."""
        earlier = [point for point in self.series.known if point is not self.newest]
        return earlier[-1] if earlier else None

    @property
    def change(self) -> Change | None:
        """From the previous number to the newest, where the one can be a baseline of the other."""
        return next(
            (
                change
                for change in series.changes(self.series)
                if change.base is self.previous and change.point is self.newest
            ),
            None,
        )

    @property
    def is_broken(self) -> bool:
        """Whether the newest figure counts another thing than the one before."""
        return self.newest is not None and self.newest.marker == "b"


@dataclass(frozen=True)
class Entry:
    """One indicator: `about` is its definition and reach, `lines` what is known of it.

    `by_place` is the newest row of an indicator that is counted for smaller places alone.
    `ever` are the lines of all years and differ from `lines` where these hold some years only.
    `moved_to` is a later day that the Committee set for the promise of a figure.
    """

    about: tuple
    lines: tuple[Line, ...]
    by_place: tuple | None = None
    ever: tuple[Line, ...] = ()
    is_limited: bool = False
    moved_to: date | None = None

    @property
    def name(self) -> str:
        return self.about.indicator

    @property
    def title(self) -> str:
        return self.about.title

    @property
    def unit(self) -> str:
        """What stands behind each number."""
        return "%" if self.about.unit == "per cent" else ""

    @property
    def has_figure(self) -> bool:
        return self.about.figures > 0

    @property
    def owed_since(self) -> date:
        """The day from which a first figure is owed."""
        return self.moved_to or self.about.owed_since

    @property
    def is_owed(self) -> bool:
        """Whether nobody has said anything of it: no number, and none withheld."""
        return not self.has_figure and not self.about.withheld

    @property
    def due(self) -> Period | None:
        """The next period that a figure is wanted for; None where no more are expected."""
        # A sum reaches as far as its parts, whatever was last given of it itself; and London no
        # further than its own figures, whatever single places have sent.
        newest = [line.newest.ends_on for line in self.ever if line.newest]
        days = [day for day in newest or [self.about.reaches_to] if day]
        return periods.following(self.about.clock, max(days)) if days else None

    @cached_property
    def coverage(self) -> dict[str, str]:
        """For each dimension whether it is supplied, not supplied, or not collected at all."""
        one = self.about
        figures = {
            "figure": (True, one.figures, one.withheld),
            "sex": ("sex" in one.breakdowns_wanted, one.of_girls + one.of_boys,
                    one.withheld_girls + one.withheld_boys),
            "age": (any(name.split()[-1] == "age" for name in one.breakdowns_wanted), one.by_age,
                    one.withheld_by_age),
            "area": (one.lowest_level == "borough", one.below_london, one.withheld_below_london),
            "quarter": (one.clock in QUARTERLY, one.by_quarter, one.withheld_by_quarter),
        }  # fmt: skip
        found = {name: _state(*counts) for name, counts in figures.items()}
        # A count of quarters is welcome for a year too; a country is no place below London, and
        # the day of an event no quarter.
        if one.by_quarter and one.clock in ("financial year", "calendar year"):
            found["quarter"] = SUPPLIED
        if found["sex"] in (SUPPLIED, WITHHELD) and not (self.counts_girls and self.counts_boys):
            found["sex"] = GIRLS_ONLY if self.counts_girls else BOYS_ONLY
        return found

    @property
    def counts_girls(self) -> bool:
        """Whether girls are counted by themselves, even if the number is withheld."""
        return self.about.of_girls + self.about.withheld_girls > 0

    @property
    def counts_boys(self) -> bool:
        return self.about.of_boys + self.about.withheld_boys > 0


def entries(
    about: Sequence,
    latest: Sequence,
    ever: Sequence | None = None,
    held: Sequence[Held] = (),
) -> tuple[Entry, ...]:
    """The framework, in the order of `about`.

    Args:
        about: rows of framework/indicators.
        latest: rows of framework/latest.
        ever: the same for all years, where `latest` is for some years only.
        held: every ask and promise; a promise of a figure may have been moved.
    """
    moved = {
        one.asked.indicator: one.standing.due_on
        for one in held
        if one.asked.indicator and one.standing.due_on != one.standing.first_due_on
    }
    places = {row.indicator: row for row in latest if row.places is not None}
    shown = with_sums(about, latest)
    every = shown if ever is None else with_sums(about, ever)
    return tuple(
        Entry(
            one,
            shown.get(one.indicator, ()),
            places.get(one.indicator),
            every.get(one.indicator, ()),
            ever is not None,
            moved.get(one.indicator),
        )
        for one in about
    )


def with_sums(about: Sequence, rows: Sequence) -> dict[str, tuple[Line, ...]]:
    """Lines of figures by indicator, sums worked out from their parts; none of smaller places."""
    drawn = lines([row for row in rows if row.places is None])
    sums = {
        one.indicator: _summed(
            one, drawn.get(one.indicator, ()), [drawn.get(name, ()) for name in one.sum_of]
        )
        for one in about
        if one.sum_of
    }
    return {**drawn, **sums}


def lines(rows: Sequence) -> dict[str, tuple[Line, ...]]:
    """Lines of figures by indicator, one for each part of London that is counted by itself."""
    # A part is a series of its own under a name of its own; series.of takes whole figures only.
    keys = {(row.indicator, row.breakdown): row for row in rows}
    renamed = tuple(
        row._replace(indicator=f"{row.indicator} {row.breakdown}".strip(), breakdown="",
                     label=_part(row.breakdown) or row.label)
        for row in rows
    )  # fmt: skip
    known = series.of(renamed)
    found: dict[str, tuple[Line, ...]] = {}
    for (name, breakdown), row in keys.items():
        one = published_as(known[f"{name} {breakdown}".strip()], name, breakdown)
        numbers = getattr(row, "numbers", len(one.known))
        found[name] = (*found.get(name, ()), Line(one, numbers, row.place or ""))
    return found


def published_as(one: Series, indicator: str, breakdown: str) -> Series:
    """A part's figures under the name that they are published under."""
    return replace(
        one,
        points=tuple(
            replace(point, cited=Cited(indicator, point.period, breakdown=breakdown))
            for point in one.points
        ),
    )


def supplied(all_entries: Iterable[Entry], dimension: str) -> tuple[int, int]:
    """How many are supplied, at least in part, and of how many that is wanted.

    What is withheld cannot be read, so it is wanted and not among the supplied.
    """
    states = [entry.coverage[dimension] for entry in all_entries]
    wanted = [state for state in states if state != NOT_COLLECTED]
    return sum(state not in (NOT_SUPPLIED, WITHHELD) for state in wanted), len(wanted)


def matching(
    all_entries: Iterable[Entry],
    theme: str | None = None,
    figures: str | None = None,
    owner: str | None = None,
    words: str = "",
) -> list[Entry]:
    """Those of a theme, with or without a figure, owed by somebody, that hold every word."""
    asked = words.casefold().split()
    return [
        entry
        for entry in all_entries
        if (not theme or entry.about.theme == theme)
        and (not figures or entry.has_figure == (figures == "with"))
        and (not owner or owner in entry.about.owner)
        and all(word in _text(entry.about) for word in asked)
    ]


def _state(is_wanted: bool, numbers: int, withheld: int) -> str:
    if not is_wanted:
        return NOT_COLLECTED
    if numbers:
        return SUPPLIED
    return WITHHELD if withheld else NOT_SUPPLIED


def _summed(one, given: tuple[Line, ...], parts: Sequence[tuple[Line, ...]]) -> tuple[Line, ...]:
    """The sum of the parts where it was not given itself, as everywhere in the house."""
    if not all(len(part) == 1 for part in parts):
        return given
    stated = given[0].series if given else series.empty(one.indicator, one.label, one.unit)
    total = series.together([part[0].series for part in parts], stated)
    return (Line(total, len(total.known)),)


def _part(breakdown: str) -> str:
    """What a breakdown counts: "girls" for sex=female, "police officer" for role=police officer."""
    words = {"sex=female": "girls", "sex=male": "boys"}
    return ", ".join(words.get(one) or one.partition("=")[2] for one in breakdown.split(";") if one)


def _text(about) -> str:
    """Where words are searched for."""
    return " ".join(
        (about.indicator, about.title, about.label, about.question, about.definition, about.unit,
         *about.owner)
    ).casefold()  # fmt: skip
