"""Where everything stands in one publication on one day: what slides and questions are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from oversight import claims, themes
from oversight.asks import Held
from oversight.claims import Documents, Ledger
from oversight.framework import Entry
from oversight.series import Series
from oversight.themes import Allegations, Deadlines, Exploitation, Mutilation, Topic, Workforce


@dataclass(frozen=True)
class Position:
    """A publication read on a day.

    It `is_invented` where its figures are made up to rehearse with. `years` are financial years
    with a budget, oldest first. `actions` are rows of recommendations/actions of meetings held up
    to `on`, `events` those of the time axis. `without` are indicators of which nobody has supplied
    a figure. `agenda` are rows of the running order that staff have saved, in its order; none where
    the standard one holds. `figures` are London's, by indicator, on its own clock.
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

    @property
    def year(self) -> Workforce | None:
        """The latest financial year with a budget and something said on people."""
        return next(reversed(self.years.values()), None)

    @cached_property
    def ledger(self) -> Ledger:
        """Every claim of the two documents with its verdict."""
        return claims.ledger(self.documents)

    @cached_property
    def deadlines(self) -> Deadlines:
        """The asks of the recommendations against the day."""
        return themes.deadlines(themes.recommended(self.held))

    def ask(self, name: str) -> Held:
        """The ask or promise of that id."""
        (found,) = [one for one in self.held if one.id == name]
        return found

    def entry(self, indicator: str) -> Entry:
        """The framework's entry of an indicator."""
        (found,) = [one for one in self.entries if one.name == indicator]
        return found
