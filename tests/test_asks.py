"""Where an ask stands: two keys, first dates that stay, several owners, and words that fade."""

from __future__ import annotations

from collections import namedtuple
from datetime import date

import pytest

from oversight import asks
from oversight.asks import Rung

Ask = namedtuple("Ask", "ask owners due_on due_basis first_on", defaults=("none", None))
Said = namedtuple(
    "Said",
    "ask said_on response delivery evidence revised_due_on reason author publication",
    defaults=("", "", "Letter | 2015-02-01 | p. 2", None, "", "Met", 2),
)

R8B = Ask("R8b", ("MOPAC",), date(2015, 7, 24))
R7 = Ask("R7", ("MOPAC", "Met"), None)
R5B = Ask("R5b", (), None)
R6A = Ask("R6a", ("Met",), date(2015, 7, 24))


def day(text: str) -> date:
    return date.fromisoformat(text)


def standing(ask: Ask, *said: Said, on: str = "2015-08-01") -> asks.Standing:
    return asks.standings((ask,), said, day(on))[ask.ask]


def says(ask: Ask, on: str, author: str, delivery: str = "", response: str = "", **more) -> Said:
    return Said(ask.ask, day(on), response, delivery, author=author, **more)


def test_nothing_said_is_no_response_not_started_and_counted_against_the_date() -> None:
    before = standing(R8B, on="2014-07-24")
    assert (before.response, before.delivery, before.time) == (
        "no response", "not started", "not yet due",
    )  # fmt: skip
    after = standing(R8B, on="2015-08-01")
    assert (after.time, after.days) == ("overdue", -8)
    assert standing(R8B, on="2015-07-24").time == "at risk"
    assert standing(R5B).time == "no date set"


def test_a_body_alone_only_claims_even_where_it_says_implemented() -> None:
    found = standing(R8B, says(R8B, "2015-06-01", "MOPAC", "closed: implemented"))
    assert found.delivery == "claimed complete"
    assert not found.is_closed
    assert found.waits_for == ("Committee",)
    assert found.time == "overdue"


def test_the_committee_alone_does_not_close_either() -> None:
    found = standing(R8B, says(R8B, "2015-06-01", "Committee", "closed: implemented"))
    assert found.delivery == "not started"
    assert found.assessment == "closed: implemented"
    assert found.waits_for == ("MOPAC",)


@pytest.mark.parametrize(
    "closing", ["closed: implemented", "closed: not implemented", "closed: superseded"]
)
def test_both_keys_close_with_the_committees_word(closing: str) -> None:
    found = standing(
        R8B,
        says(R8B, "2015-06-01", "MOPAC", "claimed complete"),
        says(R8B, "2015-07-01", "Committee", closing, reason="see minutes"),
    )
    assert found.is_closed
    assert (found.delivery, found.time, found.waits_for) == (closing, "closed", ())


def test_a_body_that_takes_its_claim_back_opens_the_ask_again() -> None:
    found = standing(
        R8B,
        says(R8B, "2015-06-01", "MOPAC", "claimed complete"),
        says(R8B, "2015-07-01", "Committee", "closed: implemented"),
        says(R8B, "2015-07-20", "MOPAC", "in progress"),
    )
    assert not found.is_closed
    assert found.delivery == "in progress"


def test_what_the_committee_finds_meanwhile_stands_beside_the_bodys_word() -> None:
    found = standing(
        R8B,
        says(R8B, "2015-06-01", "MOPAC", "claimed complete"),
        says(R8B, "2015-07-01", "Committee", "in progress"),
    )
    assert (found.delivery, found.assessment) == ("claimed complete", "in progress")
    assert not found.is_closed


def test_two_owners_close_only_together() -> None:
    met = says(R7, "2015-03-01", "Met", "claimed complete", "accepted")
    committee = says(R7, "2015-06-01", "Committee", "closed: implemented")
    one = standing(R7, met, committee)
    assert not one.is_closed
    assert one.response == "no response"
    assert one.waits_for == ("MOPAC",)
    both = standing(
        R7, met, says(R7, "2015-04-01", "MOPAC", "claimed complete", "accepted in part"), committee
    )
    assert both.is_closed
    assert both.response == "accepted in part"


def test_an_ask_of_nobody_may_be_claimed_by_any_body() -> None:
    found = standing(R5B, says(R5B, "2015-03-01", "Met", "in progress", "accepted"))
    assert (found.response, found.delivery) == ("accepted", "in progress")


def test_an_ask_of_one_body_is_not_moved_by_anothers_word() -> None:
    found = standing(R6A, says(R6A, "2015-03-01", "NHS", "claimed complete", "accepted"))
    assert (found.response, found.delivery) == ("no response", "not started")


def test_the_first_date_stays_and_a_bodys_own_later_date_does_not_make_it_less_late() -> None:
    found = standing(
        R8B,
        says(R8B, "2015-07-01", "MOPAC", revised_due_on=day("2015-10-22"), reason="elections"),
    )
    assert found.first_due_on == day("2015-07-24")
    assert found.due_on == day("2015-07-24")
    assert found.slipped == 90
    (move,) = found.moves
    assert (move.days, move.reason, move.author) == (90, "elections", "MOPAC")
    assert (found.time, found.days) == ("overdue", -8)


def test_a_later_date_of_the_committees_counts_and_the_first_still_stands_beside_it() -> None:
    found = standing(
        R8B,
        says(R8B, "2015-07-01", "Committee", revised_due_on=day("2015-10-22"), reason="agreed"),
    )
    assert (found.first_due_on, found.due_on) == (day("2015-07-24"), day("2015-10-22"))
    assert found.slipped == 90
    assert found.time == "at risk"


def test_each_move_is_counted_from_the_date_before_it() -> None:
    found = standing(
        R8B,
        says(R8B, "2015-03-01", "MOPAC", revised_due_on=day("2015-08-24"), reason="a"),
        says(R8B, "2015-07-01", "MOPAC", revised_due_on=day("2015-09-24"), reason="b"),
    )
    assert [move.days for move in found.moves] == [31, 31]
    assert found.slipped == 62


def test_a_date_set_where_there_was_none_is_no_slip() -> None:
    found = standing(
        R5B, says(R5B, "2015-03-01", "Met", revised_due_on=day("2015-06-01"), reason="first date")
    )
    assert (found.due_on, found.slipped, found.moves[0].days) == (day("2015-06-01"), None, None)
    assert found.time == "overdue"


def test_words_said_after_the_reading_date_are_left_out() -> None:
    said = says(R8B, "2015-08-02", "MOPAC", "in progress", "accepted")
    assert standing(R8B, said, on="2015-08-01").updates == ()
    assert standing(R8B, said, on="2015-08-02").delivery == "in progress"


@pytest.mark.parametrize(
    ("on", "is_stale"), [("2015-06-01", False), ("2015-09-01", False), ("2015-09-02", True)]
)
def test_a_word_fades_after_a_quarter(on: str, is_stale: bool) -> None:
    said = says(R8B, "2015-06-01", "MOPAC", "in progress")
    assert standing(R8B, said, on=on).is_stale == is_stale


def test_what_is_closed_does_not_fade() -> None:
    found = standing(
        R8B,
        says(R8B, "2015-06-01", "MOPAC", "claimed complete"),
        says(R8B, "2015-07-01", "Committee", "closed: implemented"),
        on="2020-01-01",
    )
    assert not found.is_stale


def test_a_recommendation_stands_where_its_worst_ask_stands() -> None:
    late, dateless = standing(R6A), standing(R5B)
    assert asks.worst([dateless, late]) is late
    closed = standing(
        R8B,
        says(R8B, "2015-06-01", "MOPAC", "claimed complete"),
        says(R8B, "2015-07-01", "Committee", "closed: implemented"),
    )
    assert asks.worst([closed, dateless]) is dateless


def test_the_ladder_counts_in_months_from_publication() -> None:
    assert [rung.on.isoformat() for rung in asks.ladder(day("2014-07-24"))] == [
        "2015-01-24", "2015-04-24", "2015-07-24", "2015-10-24",
    ]  # fmt: skip
    assert asks.rung_reached(day("2014-07-24"), day("2015-01-23")) is None
    assert asks.rung_reached(day("2014-07-24"), day("2015-05-01")) == Rung(
        "a second letter", day("2015-04-24")
    )
    assert asks.ladder(day("2014-08-31"))[0].on == day("2015-02-28")


@pytest.mark.parametrize(
    ("ask", "lacks"),
    [
        (R5B, ("no owner", "no date")),
        (R7, ("no date",)),
        (R6A, ()),
        (Ask("R6c", ("Met",), None, "recurring; no interval set"), ("no interval",)),
    ],
)
def test_the_lint_says_what_an_ask_lacks(ask: Ask, lacks: tuple[str, ...]) -> None:
    assert asks.Held(ask, standing(ask)).lacks == lacks


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Letter | https://www.london.gov.uk/x | 2015-03-01 | p. 2",
         ("Letter", "https://www.london.gov.uk/x", "2015-03-01", "p. 2")),
        ("Minutes of the meeting", ("Minutes of the meeting", "", "", "")),
        ("Letter | p. 2", ("Letter", "", "", "p. 2")),
        ("Letter | javascript:alert(1)", ("Letter", "", "", "javascript:alert(1)")),
    ],
)  # fmt: skip
def test_evidence_is_read_from_its_cell(cell: str, parts: tuple[str, ...]) -> None:
    found = asks.evidence(cell)
    assert (found.title, found.link, found.dated, found.page) == parts


def test_no_evidence_is_none() -> None:
    assert asks.evidence("  | ") is None
