"""Where everything stands in one publication on one day: what slides and questions are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from oversight import claims, statistics, themes
from oversight.asks import Held
from oversight.claims import Documents, Ledger
from oversight.framework import Entry
from oversight.series import Series
from oversight.statistics import Break, Tested
from oversight.themes import (
    Allegations,
    Assessed,
    Deadlines,
    Exploitation,
    Mutilation,
    Topic,
    Workforce,
)
from oversight.wording.looking_back import looking_back


@dataclass(frozen=True)
class Position:
    """A publication read on a day.

    It `is_invented` where its figures are made up to rehearse with. `years` are financial years
    with a budget, oldest first. `actions` are rows of recommendations/actions of meetings held up
    to `on`, `events` those of the time axis. `without` are indicators of which nobody has supplied
    a figure. `agenda` are rows of the running order that staff have saved, in its order; none where
    the standard one holds. `figures` are London's, by indicator, on its own clock.
    `assessed` is what councils found, by factor, and `wholes` the row of partners/wholes.
    `current` is the publication of readers who choose none, or None where it is this one.
    `lines` are the series of each indicator in the years shown and `ever` those of all years;
    `breaks` say from which days on a definition counts another thing. `withheld_tables` are rows of
    about/withheld_tables.
    """

    publication: int
    published_on: date
    on: date
    content: str
    is_invented: bool
    classification: str
    allegations: Allegations
    years: Mapping[str, Workforce]
    exploitation: Exploitation
    mutilation: Mutilation
    held: tuple[Held, ...]
    entries: tuple[Entry, ...]
    topics: Mapping[str, Topic]
    documents: Documents
    actions: tuple
    without: frozenset[str]
    events: tuple = ()
    agenda: tuple = ()
    figures: Mapping[str, Series] = field(default_factory=dict)
    assessed: Mapping[str, Assessed] = field(default_factory=dict)
    wholes: tuple | None = None
    current: int | None = None
    lines: Mapping[str, tuple[Series, ...]] = field(default_factory=dict)
    ever: Mapping[str, tuple[Series, ...]] = field(default_factory=dict)
    breaks: Mapping[str, tuple[Break, ...]] = field(default_factory=dict)
    withheld_tables: tuple = ()

    @property
    def year(self) -> Workforce | None:
        """The latest financial year with a budget and something said on people."""
        return next(reversed(self.years.values()), None)

    @cached_property
    def looking_back(self) -> str:
        """That this is not the present position; blank where it is."""
        return self._looking_back(self.on)

    @property
    def superseded(self) -> str:
        """The same of its figures alone, which no reading date touches."""
        return self._looking_back(self.published_on)

    def _looking_back(self, on: date) -> str:
        current = self.publication if self.current is None else self.current
        return looking_back(self.publication, self.published_on, on, current)

    @cached_property
    def ledger(self) -> Ledger:
        """Every claim of the two documents with its verdict."""
        return claims.ledger(self.documents)

    @cached_property
    def deadlines(self) -> Deadlines:
        """The asks of the recommendations against the day."""
        return themes.deadlines(themes.recommended(self.held))

    @cached_property
    def tested(self) -> Mapping[str, tuple[Tested, ...]]:
        """By indicator, whether a change means anything, of each series with a figure shown."""
        return {entry.name: tuple(self._tested(entry)) for entry in self.entries}

    def _tested(self, entry: Entry) -> Iterator[Tested]:
        about, whole = entry.about, {one.label: one for one in self.ever.get(entry.name, ())}
        for one in self.lines.get(entry.name, ()):
            if one.known:
                yield statistics.tested(
                    whole.get(one.label, one),
                    one,
                    about.kind,
                    about.clock,
                    self.breaks.get(entry.name, ()),
                )

    def ask(self, name: str) -> Held:
        """The ask or promise of that id."""
        (found,) = [one for one in self.held if one.id == name]
        return found

    def entry(self, indicator: str) -> Entry:
        """The framework's entry of an indicator."""
        (found,) = [one for one in self.entries if one.name == indicator]
        return found
