"""The overview's cards in words: a finding, its figure, and what that is set against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oversight import bounds, series
from oversight.periods import in_words
from oversight.series import Point
from oversight.themes import Allegations, Deadlines, Mutilation, Workforce
from oversight.wording.ask import dated_badge
from oversight.wording.findings import (
    allegations_title,
    at_work,
    composition_title,
    deadline_title,
)
from oversight.wording.referrals import fgm_finding
from oversight.wording.words import with_marker

NEITHER = "Neither good nor bad"


@dataclass(frozen=True)
class Facts:
    """What a card says.

    `beside` bears on the figure and `of` says how, as "+13%" and "on 2,108 in 2012-13" do.
    """

    key: str
    finding: str
    measure: str
    figure: str
    beside: str
    of: str
    badge: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The card as it is printed, from above."""
        return tuple(filter(None, (self.finding, self.measure, self.figure, self.beside, self.of)))


def overview(
    found: Allegations,
    year: Workforce | None,
    team: tuple[Point | None, Point | None],
    fgm: Mutilation,
    asks: Deadlines,
    on: date,
) -> tuple[Facts, ...]:
    """The overview's cards, in their order; what nothing is known of has none.

    Args:
        found: the allegations.
        year: the latest financial year of the budget.
        team: the officers wanted against exploitation, and those in post.
        fgm: the referrals about mutilation.
        asks: those of the recommendations, counted to the reading date.
        on: the reading date.
    """
    cards = (
        _allegations(found),
        _mix(found),
        _workforce(year) if year else None,
        _team(*team) if all(team) else None,
        _mutilation(fgm),
        _asks(asks, on),
    )
    return tuple(filter(None, cards))


def _allegations(found: Allegations) -> Facts | None:
    latest, change = found.both.latest, found.changes[0] if found.changes else None
    if latest is None:
        return None
    return Facts(
        "allegations",
        allegations_title(change, latest),
        f"Rape and sexual assault, {latest.period}",
        with_marker(latest),
        bounds.printed_change(change.per_cent) if change else "",
        f"on {with_marker(change.base)} in {change.base.period}" if change else "",
        NEITHER,
    )


def _mix(found: Allegations) -> Facts | None:
    share, every = series.comparable(found.share), series.comparable(found.all)
    if found.both.latest is None or not (share.previous and every.previous):
        return None
    whole, first = every.latest, every.known[0]
    return Facts(
        "mix",
        composition_title(share),
        f"All allegations, {whole.period}",
        with_marker(whole),
        bounds.printed_change(whole.figure.change_from(first.figure)),
        f"on {with_marker(first)} in {first.period}",
        f"{share.known[0].period} worked out [e]"
        if share.known[0].standing == "derived"
        else NEITHER,
    )


def _workforce(year: Workforce) -> Facts:
    can_work, budget = at_work(year), with_marker(year.budget)
    return Facts(
        "workforce",
        f"Of {budget} budgeted posts, {can_work} could have somebody at work",
        f"Officers who could be at work, {year.year}",
        can_work,
        f"of {budget}",
        f"posts budgeted in {year.year}",
        "Worked out" if year.at_work.is_exact else "A limit, not a count",
    )


def _team(wanted: Point, have: Point) -> Facts:
    return Facts(
        "cse",
        f"The exploitation team had {with_marker(have)} of {with_marker(wanted)} officers",
        f"CSE officers in post, {have.period}",
        with_marker(have),
        f"of {with_marker(wanted)}",
        "officers wanted",
        have.standing.capitalize() if have.figure.is_exact else "A limit, not a count",
    )


def _mutilation(fgm: Mutilation) -> Facts | None:
    one = fgm.referrals
    if one.latest is None:
        return None
    beside = of = ""
    if fgm.ratio is not None:
        low, high = fgm.interval
        beside = f"×{bounds.times(fgm.ratio)}"
        before = f"{with_marker(fgm.baseline)} in {fgm.baseline.period}"
        of = f"on {before} (95%: {bounds.times(low)} to {bounds.times(high)})"
    return Facts(
        "fgm",
        fgm_finding(fgm),
        f"FGM referrals, {one.latest.period}",
        with_marker(one.latest),
        beside,
        of,
        NEITHER,
    )


def _asks(asks: Deadlines, on: date) -> Facts:
    return Facts(
        "asks",
        deadline_title(asks),
        f"Asks past their date on {in_words(on)}",
        f"{len(asks.overdue)} of {asks.all}",
        f"{asks.all - asks.dated} more",
        "carry no date",
        dated_badge(asks),
    )
