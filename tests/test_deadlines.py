"""What is expected of the asks with a date, and which of them the badge on a card speaks of."""

from __future__ import annotations

from datetime import date

from oversight import themes
from tests.held import held, said

CLAIMED = said("2015-06-01", delivery="claimed complete")
CLOSING = said("2015-07-01", "Committee", "closed: implemented")

EARLY = held(ask="R3b", due_on=date(2015, 1, 31))
LATE = held(ask="R6a")
AHEAD = held(ask="R4", due_on=date(2015, 12, 31))
CLOSED = held(CLAIMED, CLOSING, ask="R8b")
DATELESS = held(ask="R1b", due_on=None, due_basis="none")


def test_what_is_overdue_stays_expected_when_a_date_lies_ahead() -> None:
    assert themes.expected((AHEAD, CLOSED, LATE, DATELESS, EARLY)) == [EARLY, LATE, AHEAD]


def test_a_promise_whose_figure_came_late_stands_after_what_is_overdue() -> None:
    kept = held(ask="P03", kind="promise", recommendation=None, indicator="cse_referrals",
                due_on=date(2014, 12, 31), figures=1, first_on=date(2015, 5, 1))  # fmt: skip
    assert themes.expected((kept, EARLY)) == [EARLY, kept]


def test_nothing_closed_and_nothing_to_come_stands_under_the_badge_overdue() -> None:
    assert themes.behind_the_badge((CLOSED, AHEAD, LATE, DATELESS)) == (LATE,)
    assert themes.behind_the_badge((CLOSED, AHEAD, DATELESS)) == (AHEAD,)
    assert themes.behind_the_badge((CLOSED, DATELESS)) == (CLOSED,)
