"""Every rule speaks where it should and is quiet where it should be; what is asked first."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from oversight import bounds, packs, periods, questions, store, themes
from oversight.asks import Held, Update
from oversight.bounds import Bounds
from oversight.claims import CONFLICTS
from oversight.framework import Line
from oversight.home import Home
from oversight.questions import RULES
from oversight.series import Change, Point, Series
from oversight.slides import Position

REPORT, YEAR_ON = date(2014, 7, 24), date(2015, 8, 1)
Row = namedtuple("Row", "slide note")
Withheld = namedtuple("Withheld", "indicator year place")
Action = namedtuple(
    "Action", "met_on question about asked_of outcome answer promised_by due_on publication"
)


@pytest.fixture(scope="module")
def read(first: Home) -> Callable[[date], Position]:
    """The first publication on a reading date."""
    publication = store.current(first)
    return lambda on: packs.position(publication, on)


# How a test changes a position.


def held(change: Callable[[Held], Held]) -> Callable[[Position], Position]:
    return lambda at: replace(at, held=tuple(change(one) for one in at.held))


def said(ask: str, on: str, author: str, delivery: str = "", **other) -> Callable:
    """One more word on an ask."""
    told = Update(ask, date.fromisoformat(on), "", delivery, "Letter", None, "", author, 2)
    told = replace(told, **other)

    def change(one: Held) -> Held:
        stands = one.standing
        if one.id != ask:
            return one
        return replace(one, standing=replace(stands, updates=(*stands.updates, told)))

    return held(change)


def closed(one: Held) -> Held:
    """Both keys have turned."""
    done = Update(one.id, REPORT, "", "closed: implemented", "Letter", None, "", "", 2)
    bodies = (*(one.standing.owners or ("Met",)), "Committee")
    words = tuple(replace(done, author=body) for body in bodies)
    return replace(one, standing=replace(one.standing, updates=words))


def owned(one: Held) -> Held:
    return replace(one, standing=replace(one.standing, owners=one.standing.owners or ("Met",)))


def dated(one: Held) -> Held:
    due_on = one.standing.first_due_on or date(2020, 1, 1)
    return replace(one, standing=replace(one.standing, first_due_on=due_on))


def entries(**counts) -> Callable[[Position], Position]:
    """Every indicator's reach, as if these counts were supplied."""
    return lambda at: replace(
        at,
        entries=tuple(replace(one, about=one.about._replace(**counts)) for one in at.entries),
    )


def line(name: str, *points: Point) -> Callable[[Position], Position]:
    """The indicator's line as if these were its points."""

    def change(at: Position) -> Position:
        entry = at.entry(name)
        series = Series(name, entry.about.label, entry.about.unit, points)
        changed = replace(entry, lines=(Line(series, len(points)),))
        return replace(at, entries=tuple(changed if one is entry else one for one in at.entries))

    return change


def counted(name: str, *figures: int) -> Callable[[Position], Position]:
    """As if these had been counted in the financial years up to the one of the report."""
    years = [periods.financial_year(2014 - len(figures) + place) for place in range(len(figures))]
    points = tuple(
        Point(year.label, year.starts_on, year.ends_on, bounds.exact(figure), "reported")
        for year, figure in zip(years, figures, strict=True)
    )
    one = (Series(name, name, "", points),)
    return lambda at: replace(at, lines={**at.lines, name: one}, ever={**at.ever, name: one})


def kept(name: str, *figures: int) -> Callable[[Position], Position]:
    """As if the promise of that figure had been kept with these."""

    def change(one: Held) -> Held:
        if one.asked.indicator != name:
            return one
        return replace(one, asked=one.asked._replace(figures=len(figures), first_on=REPORT))

    return lambda at: held(change)(counted(name, *figures)(at))


def withheld_whole(at: Position) -> Position:
    return replace(at, withheld_tables=(Withheld(themes.CHARGES, "2013-14", "London"),))


def year(**other) -> Callable[[Position], Position]:
    """The latest year of the workforce with other figures."""
    return lambda at: replace(at, years={at.year.year: replace(at.year, **other)})


def point(figure: Bounds | float, period: str = "2014", on: date = REPORT, **other) -> Point:
    figure = figure if isinstance(figure, Bounds) else bounds.exact(figure)
    return Point(period, on, on, figure, **{"standing": "reported", **other})


def moved_by(low: float, high: float) -> Callable[[Position], Position]:
    """As if rape and sexual assault had changed by a per cent between these."""

    def change(at: Position) -> Position:
        told = replace(at.allegations, both=Series(themes.BOTH, "Both", "allegations", ()))
        first = at.allegations.changes[0]
        told.__dict__["changes"] = (Change(first.base, first.point, Bounds(low, high)),)
        return replace(at, allegations=told)

    return change


def asked_at_a_meeting(outcome: str) -> Callable[[Position], Position]:
    row = Action(
        date(2014, 7, 1), "How many referrals?", themes.CSE, "Met", outcome, "", "",
        None, 1,
    )  # fmt: skip
    return lambda at: replace(at, actions=(row,))


def topics(**other) -> Callable[[Position], Position]:
    return lambda at: replace(
        at, topics={name: replace(one, **other) for name, one in at.topics.items()}
    )


def counted_measures(at: Position) -> Position:
    """As if somebody had counted each measure of each topic."""

    def with_count(one):
        return replace(one, series=replace(one.series, points=(point(90),)))

    return replace(
        at,
        topics={
            name: replace(one, measures=tuple(map(with_count, one.measures)) or (_measure(at),))
            for name, one in at.topics.items()
        },
    )


def _measure(at: Position):
    some = next(iter(themes.measured(at.topics).values()))
    return replace(some, series=replace(some.series, points=(point(90),)))


def without_conflicts(at: Position) -> Position:
    """As if no claim conflicted with what else is printed."""
    holding = tuple(one for one in at.ledger.entries if one.verdict != CONFLICTS)
    changed = replace(at)
    changed.__dict__["ledger"] = replace(at.ledger, entries=holding)
    return changed


def same(at: Position) -> Position:
    return at


STEADY = (100, 104, 97, 101, 106, 99, 103, 98, 102, 105, 96, 101)
LATE_WORD = {"revised_due_on": date(2015, 12, 31), "reason": "More time"}
WITHHELD = point(bounds.withheld(), standing="withheld", marker="c")
# For each rule: the reading date and the change that make it speak, and those that keep it quiet.
CASES = {
    "asks_past_their_date": ((YEAR_ON, same), (YEAR_ON, held(closed))),
    "figures_promised_and_late": ((YEAR_ON, same), (YEAR_ON, entries(figures=4))),
    "promises_past_their_date": ((YEAR_ON, same), (REPORT, same)),
    "unnumbered_asks_past_their_date": (
        (YEAR_ON, said("U06", "2014-09-01", "Committee", revised_due_on=date(2015, 3, 1))),
        (REPORT, said("U06", "2014-07-24", "Committee", revised_due_on=date(2015, 3, 1))),
    ),
    "questions_left_open": (
        (REPORT, asked_at_a_meeting("asked")), (REPORT, asked_at_a_meeting("answered")),
    ),
    "posts_are_not_people": (
        (REPORT, same),
        (REPORT, year(in_post=point(930), abstracted=point(40), maternity=point(12))),
    ),
    "help_falls_short": ((REPORT, same), (REPORT, year(abstracted=point(115)))),
    "asks_near_their_date": ((date(2015, 7, 1), same), (REPORT, same)),
    "figures_promised": ((REPORT, same), (YEAR_ON, same)),
    "asked_for_and_none_yet": (
        (REPORT, same), (REPORT, line("challenge_meetings_on_safeguarding", point(1))),
    ),
    "asks_nobody_owns": ((REPORT, same), (REPORT, held(owned))),
    "boys_not_counted": ((REPORT, same), (REPORT, entries(of_boys=3))),
    "allegations_that_moved": ((REPORT, moved_by(-7, -6)), (REPORT, moved_by(-1, 1))),
    "contested_accounts": ((REPORT, same), (REPORT, counted_measures)),
    "team_not_complete": (
        (REPORT, same),
        (REPORT, lambda at: replace(
            at, exploitation=replace(at.exploitation, in_post=at.exploitation.wanted))),
    ),
    "too_few_years": (
        (REPORT, same),
        (REPORT, lambda at: replace(at, mutilation=themes.Mutilation(Series(
            themes.FGM, "FGM referrals", "referrals",
            tuple(point(60 + year, f"{year}") for year in range(2012, 2017)))))),
    ),
    "counts_beyond_chance": (
        (REPORT, counted(themes.CHARGES, 26, 69)), (REPORT, counted(themes.FGM, 26, 30)),
    ),
    "processes_that_changed": (
        (REPORT, counted(themes.CHARGES, *STEADY, 140)),
        (REPORT, counted(themes.CHARGES, *STEADY, 101)),
    ),
    "dates_that_moved": (
        (REPORT, said("R6a", "2014-07-24", "Met", **LATE_WORD)),
        (REPORT, said("R6a", "2014-07-24", "Committee", **LATE_WORD)),
    ),
    "words_gone_stale": (
        (date(2014, 12, 1), said("R4", "2014-08-01", "Met", "in progress")),
        (date(2014, 9, 1), said("R4", "2014-08-01", "Met", "in progress")),
    ),
    "asks_without_a_date": ((REPORT, same), (REPORT, held(dated))),
    "asks_without_an_interval": ((REPORT, same), (REPORT, held(dated))),
    "figures_that_moved": (
        (YEAR_ON, line(themes.STAFF, point(210, "2013-14"), point(260, "2014-15", feed=2))),
        (YEAR_ON, line(themes.STAFF, point(210, "2013-14"), point(214, "2014-15", feed=2))),
    ),
    "promised_and_too_short": (
        (YEAR_ON, kept(themes.CSE, *STEADY[:4])), (YEAR_ON, kept(themes.CSE, *STEADY[:5])),
    ),
    "tables_withheld": ((REPORT, withheld_whole), (REPORT, same)),
    "quarters_not_supplied": ((REPORT, same), (REPORT, entries(by_quarter=4))),
    "figures_withheld": ((REPORT, line(themes.CHARGES, WITHHELD)), (REPORT, same)),
    "figures_nobody_supplied": ((REPORT, same), (REPORT, entries(figures=1))),
    "splits_not_supplied": ((REPORT, same), (REPORT, entries(by_age=1, below_london=1))),
    "questioned_accounts": ((REPORT, same), (REPORT, topics(statements=()))),
    "claims_that_conflict": (
        (REPORT, same),
        (REPORT, without_conflicts),
    ),
    "unnumbered_asks_nobody_owns": ((REPORT, same), (REPORT, held(owned))),
}  # fmt: skip


@pytest.mark.must("meeting", 4)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_has_a_case_that_makes_it_speak(rule, read, measured):
    (on, change), _ = CASES[rule.__name__]
    found = questions.put_by(rule, change(read(on)))
    assert found
    measured(f"{rule.__name__}: {found[0].text}")


@pytest.mark.must("meeting", 4)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_has_a_case_that_keeps_it_quiet(rule, read):
    _, (on, change) = CASES[rule.__name__]
    assert questions.put_by(rule, change(read(on))) == ()
