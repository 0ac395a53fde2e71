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


def test_a_claim_taken_back_voids_the_committees_word_too() -> None:
    words = [
        says(R8B, "2015-03-01", "MOPAC", "claimed complete"),
        says(R8B, "2015-04-01", "Committee", "closed: implemented"),
        says(R8B, "2015-05-01", "MOPAC", "in progress"),
        says(R8B, "2015-06-01", "MOPAC", "claimed complete"),
    ]
    assert not standing(R8B, *words).is_closed
    assert standing(R8B, *words).waits_for == ("Committee",)
    again = says(R8B, "2015-06-10", "Committee", "closed: implemented")
    assert standing(R8B, *words, again).is_closed


def test_the_keys_may_turn_in_either_order() -> None:
    found = standing(
        R8B,
        says(R8B, "2015-03-01", "Committee", "closed: implemented"),
        says(R8B, "2015-04-01", "MOPAC", "claimed complete"),
    )
    assert found.is_closed


def test_a_claim_the_committee_does_not_share_is_the_bodys_again() -> None:
    claim = says(R8B, "2015-03-01", "MOPAC", "claimed complete")
    rejection = says(R8B, "2015-04-01", "Committee", "in progress")
    assert standing(R8B, claim, rejection).waits_for == ("MOPAC",)
    renewed = says(R8B, "2015-05-01", "MOPAC", "claimed complete")
    assert standing(R8B, claim, rejection, renewed).waits_for == ("Committee",)


def test_where_nobody_was_asked_one_bodys_claim_is_enough_and_no_other_can_block_it() -> None:
    words = [
        says(R5B, "2014-08-01", "NHS", "claimed complete"),
        says(R5B, "2014-08-02", "Committee", "closed: implemented"),
        says(R5B, "2014-12-05", "Boroughs", "not started", "not accepted"),
    ]
    found = standing(R5B, *words)
    assert (found.is_closed, found.delivery) == (True, "closed: implemented")


def test_a_response_taken_back_is_none() -> None:
    found = standing(
        R6A,
        says(R6A, "2015-01-01", "Met", response="accepted"),
        says(R6A, "2015-02-01", "Met", response="no response"),
    )
    (key,) = asks.keys_of(found)
    assert (found.response, key.is_silent) == ("no response", True)


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
        ("Letter | https://www.london.gov.uk/x | 2015-03-01 | 24",
         ("Letter", "https://www.london.gov.uk/x", "2015-03-01", "24")),
        ("Letter | p. 2", ("Letter", "", "", "p. 2")),
        ("Letter | 24", ("Letter", "", "", "24")),
        ("Letter | javascript:alert(1)", ("Letter", "", "", "javascript:alert(1)")),
    ],
)  # fmt: skip
def test_evidence_is_read_from_its_cell(cell: str, parts: tuple[str, ...]) -> None:
    found = asks.evidence(cell)
    assert (found.title, found.link, found.dated, found.page) == parts


def test_no_evidence_is_none() -> None:
    assert asks.evidence("  | ") is None
