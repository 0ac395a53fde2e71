"""What is known, said and asked on each topic of working with others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oversight import series
from oversight.asks import Held
from oversight.series import Point, Series

HUBS = "mash_boroughs"
REVIEWERS = "serious_case_review_officers"
BOARDS = "safeguarding_boards"
FIRST_CONFERENCES = "first_case_conference_attendance"


@dataclass(frozen=True)
class Measure:
    """An indicator of a topic, with what is known of it for London.

    `given` counts its figures for any place.
    """

    name: str
    title: str
    owner: tuple[str, ...]
    given: int
    series: Series

    @property
    def latest(self) -> Point | None:
        return self.series.latest

    @property
    def unit(self) -> str:
        """What stands behind each number."""
        return "%" if self.series.unit == "per cent" else ""

    @property
    def is_counted(self) -> bool:
        """Whether somebody has counted, and not only said about how many."""
        return self.latest is not None and self.latest.figure.is_exact


@dataclass(frozen=True)
class Topic:
    """One topic: its measures, what was asked and promised, and what was said.

    `statements` are rows of queries/partners; `would_settle` says which figure is missing and
    `held_by` who would have it.
    """

    name: str
    title: str
    question: str
    caveat: str
    would_settle: str
    held_by: tuple[str, ...]
    measures: tuple[Measure, ...]
    asks: tuple[Held, ...]
    statements: tuple

    def said(self, stance: str) -> tuple:
        """The statements that bear out the Met's account, question it, or do neither."""
        return tuple(one for one in self.statements if one.stance == stance)

    def disputing(self, point: Point) -> tuple:
        """The statements that dispute a claim in which this figure stands."""
        return tuple(one for one in self.statements if one.disputes in point.claims)

    @property
    def uncounted(self) -> tuple[Measure, ...]:
        """The measures that nobody has counted: none given, or only a rounded word."""
        return tuple(one for one in self.measures if not one.is_counted)


def partners(
    topics: Sequence,
    indicators: Sequence,
    known: Mapping[str, Series],
    asks: Sequence[Held],
    statements: Sequence,
) -> dict[str, Topic]:
    """Each topic by its id, in the order of the page.

    Args:
        topics, indicators, statements: rows of the queries of that name.
        asks: every ask and promise.
        known: London's figures by indicator, as far as there are any.
    """
    measures = {
        row.indicator: Measure(
            row.indicator,
            row.title,
            tuple(row.owner),
            row.figures,
            known.get(row.indicator) or series.empty(row.indicator, row.label, row.unit),
        )
        for row in indicators
    }
    asked = {one.id: one for one in asks}
    return {
        row.topic: Topic(
            row.topic,
            row.title,
            row.question,
            row.caveat or "",
            row.would_settle,
            tuple(row.held_by),
            tuple(measures[name] for name in row.indicators),
            tuple(asked[name] for name in row.asks),
            tuple(one for one in statements if one.topic == row.topic),
        )
        for row in topics
    }


def measured(found: Mapping[str, Topic]) -> dict[str, Measure]:
    """Every measure of every topic, each once, by indicator."""
    return {one.name: one for topic in found.values() for one in topic.measures}


def asked(found: Mapping[str, Topic]) -> tuple[Held, ...]:
    """Every ask and promise of every topic, each once."""
    return tuple({one.id: one for topic in found.values() for one in topic.asks}.values())
