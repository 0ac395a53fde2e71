"""A reader's choices: which publication, read on which day, and which years of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import streamlit as st

from oversight import asks
from oversight.asks import Held
from oversight.store import Publication, Rows
from oversight.wording.looking_back import looking_back

# The names of the frame's choices in the address and in the session.
FRAME = ("publication", "on", "from", "to")


@dataclass(frozen=True)
class Chosen:
    """A reader's choices, the same for all panels of a page.

    `starts_on` and `ends_on` limit the period shown; None is no limit. `on` is the reading date,
    `current` the publication of those who choose none.
    """

    publication: Publication
    current: int
    on: date
    starts_on: date | None
    ends_on: date | None

    @property
    def is_current(self) -> bool:
        """Whether it is what readers see who choose no publication."""
        return self.publication.number == self.current

    @cached_property
    def looking_back(self) -> str:
        """That this is not the present position; blank where it is."""
        published = self.publication
        return looking_back(published.number, published.published_on, self.on, self.current)

    @property
    def is_limited(self) -> bool:
        """Whether the reader chose to see some years only."""
        return self.starts_on is not None or self.ends_on is not None

    @cached_property
    def stated(self) -> dict[str, str]:
        """The frame's choices as the address holds them, for a link to another page."""
        return kept(FRAME)

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Every ask and promise, and where each stands on the reading date."""
        return asks.held(
            self.rows("recommendations/asks"), self.rows("recommendations/updates"), self.on
        )

    def rows(self, question: str, **parameters) -> Rows:
        """The publication's answer to a question."""
        return self.publication.rows(question, **parameters)

    def period_rows(self, question: str, *indicators: str, **parameters) -> Rows:
        """The same for some indicators within the period shown."""
        return self.publication.rows(
            question,
            indicators=indicators,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            **parameters,
        )


def kept(keys: Iterable[str]) -> dict[str, str]:
    """Those of the choices that the address holds, for a link."""
    return {key: text for key in keys if (text := st.query_params.get(key))}
