"""The dates of an ask: the first stays, later ones stand beside it, and words fade."""

from __future__ import annotations

import pytest

from tests.test_asks import R5B, R6A, R7, R8B, day, says, standing


def test_the_committee_may_agree_to_the_date_a_body_named() -> None:
    named = says(R6A, "2015-06-01", "Met", revised_due_on=day("2015-12-31"), reason="staff")
    agreed = says(R6A, "2015-06-15", "Committee", revised_due_on=day("2015-12-31"), reason="agreed")
    found = standing(R6A, named, agreed)
    assert found.due_on == day("2015-12-31")
    assert [(move.author, move.days, move.reason) for move in found.moves] == [
        ("Met", 160, "staff"), ("Committee", 0, "agreed"),
    ]  # fmt: skip


def test_an_undated_ask_is_held_to_the_first_date_that_anybody_named() -> None:
    first = says(R7, "2014-12-01", "Met", revised_due_on=day("2015-03-31"), reason="first")
    later = says(R7, "2015-03-01", "Met", revised_due_on=day("2018-03-31"), reason="later")
    found = standing(R7, first, later)
    assert (found.due_on, found.time, found.slipped) == (day("2015-03-31"), "overdue", 1096)


def test_the_committees_word_does_not_make_a_bodys_word_younger() -> None:
    found = standing(
        R6A,
        says(R6A, "2015-01-01", "Met", "in progress"),
        says(R6A, "2015-07-30", "Committee", "in progress"),
    )
    assert found.last_word.author == "Met"
    assert found.is_stale


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
