"""Cells of a running order written otherwise: days, positions, slides, questions, minutes."""

from __future__ import annotations

from tests.polluting.clean import RUNNING_ORDER
from tests.polluting.marks import EITHER, LOADS, REFUSED, InPlace, words

NOTE = "Posts first, then people"
PINNED, DROPPED = "question posts_are_not_people", "drop overdue R8b"


def _cells(column: str, stands: str, mark: str, *instead: str) -> InPlace:
    return InPlace(RUNNING_ORDER, column, stands, mark, instead)


IN_PLACE = (
    _cells("meeting_date", "2027-03-11", LOADS, " 2027-03-11 "),
    _cells(
        "meeting_date", "2027-03-11", REFUSED, "", "11/03/2027", "Mar-27", "2027-03", "2027-02-29",
        "46092", "2027-03-12", "2015-03-11", "2014-07-23", "2999-03-11", "Thursday", "TBC",
        "\uff12027-03-11", "2027-03-11 10:00",
    ),
    _cells("position", "2", LOADS, " 2 "),
    _cells(
        "position", "2", REFUSED, "", "0", "1", "100", "-2", "2.0", "02", "two", "2nd", "\u0662",
        "2a", "1-2", "#REF!", "2,5", "\uff12", "2\u200b",
    ),
    _cells("slide", "where_we_are", LOADS, " where_we_are"),
    _cells("slide", "where_we_are", EITHER, "Where_we_are", "where we are"),
    _cells(
        "slide", "where_we_are", REFUSED, "", "where_we_were", "slide 1", "1",
        "where_we_ar\u0435", "where_we_are\u200b", "where_we_are;cse", "where_we_are*", "all",
        "own question", "own questions", "question", "drop", "question -", "question a;b",
        "question 9", "#REF!", "R8b", "A01",
    ),
    _cells("slide", "fgm_referrals", REFUSED, "fgm_referral", "FGM referrals", "referrals"),
    _cells("slide", PINNED, LOADS, f" {PINNED} ", "question  posts_are_not_people"),
    _cells("slide", PINNED, REFUSED, "where_we_are", "question posts-are-not-people"),
    _cells("slide", PINNED, EITHER, "Question posts_are_not_people"),
    _cells("slide", DROPPED, LOADS, "drop  overdue  R8b"),
    _cells(
        "slide", DROPPED, REFUSED, "workforce", "drop posts_are_not_people", "drop overdue R8b?",
        "dropp R8b", "drop: overdue", "not overdue R8b",
    ),
    _cells("minutes", "10", LOADS, " 10"),
    _cells(
        "minutes", "10", REFUSED, "0", "241", "10.0", "10.5", "ten", "10 min", "00:10", "-10",
        "010", "\u0661\u0660", "5-10", "#REF!", "10'", "1e1", "TBC",
    ),
    *words(
        RUNNING_ORDER, "note", LOADS, "=SUM(A1)", "-1", "first\nthen", "Café – £5", '"quoted"',
        "a;b|c", "<b>bold</b>", "x" * 2000, "[a](b)", "@home", "", stands=NOTE,
    ),
    *words(RUNNING_ORDER, "note", EITHER, "Ask Assistant Commissioner Mark Rowley", stands=NOTE),
    _cells(
        "note", NOTE, REFUSED, "x" * 2001, "Posts\u202e first", "Posts\u200b first",
        "Posts\x07 first", "The boy, DOB 12/03/2004", "She lives at 12 High Street, NW1 2BE",
        "crime 4212345/14",
    ),
    _cells("note", "Who owns R5b?", REFUSED, "", "  ", "x" * 2001),
)  # fmt: skip
