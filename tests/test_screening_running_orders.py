"""Screening running orders: what one meeting is shown and asked, in its order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from oversight import definitions, slides
from oversight.reference import Reference
from oversight.screening import Screened, screen
from tests.test_screening_returns import of, told

BROKEN = Path(__file__).parent / "broken"
TODAY = date(2015, 1, 1)
ORDER = "meeting_date,position,slide,minutes,note"
FIRST = "2015-03-12,1,where_we_are,5,"

SENTENCES = [
    (
        "slides_are_known",
        "Line 3, slide: 'work_force' is no standard slide, no indicator and no question. Write one"
        " of them. Did you mean workforce?",
    ),
    (
        "positions_are_possible",
        "Line 3, position: '100' is no position. Write a whole number from 1 to 99.",
    ),
    (
        "minutes_are_possible",
        "Line 3, minutes: '241' is no number of minutes. Write a whole number from 1 to 240, or"
        " leave it blank.",
    ),
    ("own_questions_are_written", "Line 3, note: Write the question, in a sentence."),
    (
        "meetings_are_one",
        "Line 3, meeting_date: This row is of the meeting of 26 March 2015, others are of"
        " that of 12 March 2015. Send each meeting as a file of its own.",
    ),
    (
        "positions_stand_once",
        "Line 3, position: Position 1 stands in line 2 already. Write another.",
    ),
    (
        "slides_stand_once",
        "Line 3, slide: 'where_we_are' stands in line 2 already. Leave one of the two.",
    ),
    (
        "orders_show_a_slide",
        "Line 2, slide: These rows are about questions alone. Add a row with a slide to show.",
    ),
]


@pytest.fixture(scope="module")
def screened(files) -> Callable[..., Screened]:
    indicators, reference = definitions.load(files), Reference(files)

    def screened(*rows: str, was_accepted: bool = False) -> Screened:
        content = of(ORDER, *rows)
        return screen(content, indicators, reference, TODAY, was_accepted=was_accepted)

    return screened


@pytest.mark.parametrize(("check", "sentence"), SENTENCES)
def test_a_finding_says_where_what_was_written_and_how_to_mend_it(check, sentence, files):
    content = (BROKEN / f"{check}.csv").read_bytes()
    outcome = screen(content, definitions.load(files), Reference(files), TODAY)
    assert [str(finding) for finding in outcome.findings] == [sentence]


def test_every_standard_slide_an_indicator_and_questions_are_taken(screened):
    names = [*slides.NAMES, "fgm_referrals", "question posts_are_not_people", "drop overdue R8b"]
    rows = [f"2015-03-12,{at},{name},," for at, name in enumerate(names, start=1)]
    own = [
        "2015-03-12,20,own question,,How many boys?",
        "2015-03-12,21,own question,3,Who owns R5b?",
    ]
    outcome = screened(*rows, *own)
    assert outcome.findings == ()
    assert [entry["slide"] for entry in outcome.entries] == [*names, *["own question"] * 2]


def test_a_meeting_may_lie_in_the_future_but_not_before_the_report(screened):
    assert screened("2099-12-31,1,cse,,").findings == ()
    assert told(screened("2014-07-23,1,cse,,")) == [
        "Line 2, meeting_date: 23 July 2014 lies before 24 July 2014. Write the day that is meant."
    ]


def test_of_several_meetings_the_row_that_differs_is_named(screened):
    later = "2015-07-09,1,where_we_are,5,"
    assert told(screened(later, "2015-03-12,2,cse,,", "2015-03-12,3,fgm,,")) == [
        "Line 2, meeting_date: This row is of the meeting of 9 July 2015, others are of"
        " that of 12 March 2015. Send each meeting as a file of its own."
    ]


def test_rows_may_stand_in_any_order_and_positions_may_leave_gaps(screened):
    (last, first) = screened("2015-03-12,40,cse,,", "2015-03-12,7,fgm,,").entries
    assert (last["position"], first["position"]) == ("40", "7")


@pytest.mark.parametrize("position", ["0", "-1", "1.5", "01", "100", "first", "\u0661", "1e1"])
def test_a_position_is_a_whole_number_from_1_to_99(position, screened):
    (sentence,) = told(screened(FIRST, f"2015-03-12,{position},cse,,"))
    assert sentence.startswith(f"Line 3, position: '{position}' is no position.")


@pytest.mark.parametrize("minutes", ["0", "241", "7.5", "05", "ten", "10 min", "-5"])
def test_minutes_are_blank_or_a_whole_number_from_1_to_240(minutes, screened):
    (sentence,) = told(screened(FIRST, f"2015-03-12,2,cse,{minutes},"))
    assert sentence.startswith(f"Line 3, minutes: '{minutes}' is no number of minutes.")


def test_minutes_may_be_few_many_or_none(screened):
    rows = "2015-03-12,1,cse,240,", "2015-03-12,2,fgm,1,", "2015-03-12,3,overdue,,"
    assert [entry["minutes"] for entry in screened(*rows).entries] == ["240", "1", ""]


def test_a_question_is_put_first_or_left_out_but_not_both(screened):
    rows = "2015-03-12,2,question overdue R8b,,", "2015-03-12,3,drop  overdue R8b,,"
    assert told(screened(FIRST, *rows)) == [
        "Line 4, slide: This question stands in line 3 already. Leave one of the two."
    ]


@pytest.mark.parametrize("slide", ["question", "drop", "question -", "drop a;b", "question 9lives"])
def test_a_question_is_named_by_its_key(slide, screened):
    (sentence,) = told(screened(FIRST, f"2015-03-12,2,{slide},,"))
    verb = slide.split()[0]
    assert sentence == (
        f"Line 3, slide: '{slide}' names no question. Write {verb} and its key, such as {verb}"
        " posts_are_not_people; a key has letters, digits, _ and spaces."
    )


def test_spaces_that_say_nothing_are_taken_out_of_a_key(screened):
    _, entry = screened(FIRST, "2015-03-12,2,question  overdue  R8b,,").entries
    assert entry["slide"] == "question overdue R8b"


def test_a_note_names_nobody_and_whoever_speaks_for_a_body_with_a_reason(screened):
    (refused,) = screened("2015-03-12,1,own question,,Why was Sarah Khan sent home?").blocks
    assert refused.check == "no_names"
    asks = screened(FIRST, "2015-03-12,2,cse,,Ask Assistant Commissioner Mark Rowley.").asks
    assert [finding.check for finding in asks] == ["names_are_of_office_holders"]


def test_everything_wrong_is_told_at_once(screened):
    rows = "2015-03-12,0,cse,999,", ",2,allegation,,", "2015-03-12,3,own question,,"
    assert [(one.line, one.column) for one in screened(*rows).findings] == [
        (2, "position"), (2, "minutes"), (3, "meeting_date"), (3, "slide"), (4, "note"),
    ]  # fmt: skip


def test_an_accepted_order_stays_readable_when_a_slide_is_made_no_more(screened):
    row = "2015-03-12,1,a_slide_of_old,5,"
    assert told(screened(row)) != []
    (entry,) = screened(row, was_accepted=True).entries
    assert entry["slide"] == "a_slide_of_old"
