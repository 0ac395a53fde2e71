"""Screening status and action returns: what bodies say of asks, and what was asked at meetings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from oversight import definitions
from oversight.reference import Reference
from oversight.screening import Screened, screen

BROKEN = Path(__file__).parent / "broken"
TODAY = date(2026, 1, 1)
STATUS = "ask,status_date,response,delivery,evidence,revised_due_date,reason,author"
ACTION = "meeting_date,question,about,asked_of,outcome,answer,promised_by,due_date,author"

SENTENCES = [
    ("asks_are_known", "Line 3, ask: 'R9a' is no ask and no promise. Did you mean R8a?"),
    ("needed_cells_are_filled", "Line 3, author: Nothing is written. The body that says it"),
    (
        "words_are_known",
        "Line 3, response: 'agreed' is no word for it. Write no response, accepted, accepted in"
        " part, accepted in principle or not accepted.",
    ),
    (
        "days_are_readable",
        "Line 3, status_date: '01/03/2015' is not a day. Write 2015-03-01 or 2015-01-03.",
    ),
    (
        "days_fit",
        "Line 3, status_date: 23 July 2014 lies before 24 July 2014. Write the day",
    ),
    (
        "bodies_are_known",
        "Line 3, author: 'Mett' is no body of the reference list. Did you mean Met?",
    ),
    (
        "authors_write_for_themselves",
        "Line 3, author: MOPAC cannot answer for R6b, which was asked of Met. Its owner or the"
        " Committee writes this row.",
    ),
    (
        "statuses_stand_once",
        "Line 3, ask: R6a of 2015-03-01 by Met stands in line 2 already. Leave one of the two.",
    ),
    ("rows_say_something", "Line 3, response: The row says nothing: no response, no delivery"),
    (
        "claims_have_evidence",
        "Line 3, evidence: 'claimed complete' needs evidence: title, link, date and page",
    ),
    ("moves_have_a_reason", "Line 3, reason: A date that moves needs a reason."),
    ("closures_have_a_reason", "Line 3, reason: 'closed: superseded' needs a reason."),
    ("questions_stand_once", "Line 3, question: This question stands in line 2 already."),
    ("subjects_are_known", "Line 3, about: 'R1z' is no ask, indicator or claim. Did you mean"),
    ("answers_are_written", "Line 3, answer: Write what was answered."),
    ("promises_have_a_body", "Line 3, promised_by: Write who promised it."),
    (
        "responses_come_from_the_asked",
        "Line 3, response: The Committee asked; the response is for those who were asked.",
    ),
    (
        "claims_come_from_the_asked",
        "Line 3, delivery: The Committee assesses; those who were asked claim. Write how far it"
        " has come, or close it.",
    ),
    (
        "outcomes_fit_their_cells",
        "Line 3, answer: The outcome is 'asked', which leaves this blank. Take it out, or write"
        " the outcome that fits.",
    ),
    (
        "questions_are_withdrawn_by_others",
        "Line 3, author: Met was asked, and cannot withdraw the question. The Committee or another",
    ),
    (
        "links_can_be_followed",
        "Line 3, evidence: 'javascript:alert(1)' is not a link to follow. A link starts with"
        " https:// or http:// and holds plain letters",
    ),
    ("evidence_has_a_title", "Line 3, evidence: It has no title. Write what the paper is called"),
    (
        "evidence_has_four_parts",
        "Line 3, evidence: 5 parts, where there are title, link, date and page. Write a dash for",
    ),
    (
        "cells_are_short",
        "Line 3, answer: 2,009 letters, where at most 2,000 fit. Say it shorter, and name",
    ),
]


@pytest.fixture(scope="module")
def screened(files):
    indicators, reference = definitions.load(files), Reference(files)

    def screened(content: bytes, body: str | None = None) -> Screened:
        return screen(content, indicators, reference, TODAY, body)

    return screened


@pytest.mark.parametrize(("check", "sentence"), SENTENCES)
def test_a_finding_says_where_what_was_written_and_how_to_mend_it(check, sentence, screened):
    (finding,) = screened((BROKEN / f"{check}.csv").read_bytes()).findings
    assert str(finding).startswith(sentence)


def of(header: str, *rows: str) -> bytes:
    return "\n".join([header, *rows, ""]).encode()


def told(outcome: Screened) -> list[str]:
    assert outcome.entries == ()
    return [str(finding) for finding in outcome.findings]


def test_a_body_may_be_named_by_its_alias_and_a_word_in_capitals(screened):
    row = "R6a,2015-03-01,Accepted,IN PROGRESS,,,,Metropolitan Police Service"
    (entry,) = screened(of(STATUS, row)).entries
    assert (entry["author"], entry["response"], entry["delivery"]) == (
        "Met", "accepted", "in progress",
    )  # fmt: skip


def test_two_rows_of_one_author_under_two_names_are_two_rows_of_one_author(screened):
    assert told(
        screened(
            of(STATUS, "R6a,2015-03-01,accepted,,,,,MPS", "R6a,2015-03-01,,in progress,,,,met")
        )
    ) == ["Line 3, ask: R6a of 2015-03-01 by Met stands in line 2 already. Leave one of the two."]


def test_one_question_in_other_capitals_of_one_body_under_two_names_stands_once(screened):
    rows = (
        "2015-03-12,How many?,R6a,Met,asked,,,,Committee",
        "2015-03-12,how  MANY?,R6a,MPS,asked,,,,Committee",
    )
    assert told(screened(of(ACTION, *rows))) == [
        "Line 3, question: This question stands in line 2 already. Leave one of the two."
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("r6a,2015-03-01,accepted,,,,,Met", "ask: 'r6a' is no ask and no promise. Did you"
         " mean R6a?"),
        ("R 6a,2015-03-01,accepted,,,,,Met", "ask: 'R 6a' is no ask and no promise. Did you"
         " mean R6a?"),
        (
            "R6\u0430,2015-03-01,accepted,,,,,Met",
            "ask: 'R6\u0430' is no ask and no promise. Did you mean R6a? '\u0430' (U+0430) only"
            " looks like a plain letter; type it anew.",
        ),
        (
            "R6a,2015-03-01,accepted,,,,,M\u0435t",
            "author: 'M\u0435t' is no body of the reference list. Did you mean Met? '\u0435'"
            " (U+0435) only looks like a plain letter; type it anew.",
        ),
        (
            "R6a,24/07/2014,accepted,,,,,Met",
            "status_date: '24/07/2014' is not a day. Write 2014-07-24.",
        ),
        (
            "R6a,2015-W10-7,accepted,,,,,Met",
            "status_date: '2015-W10-7' is not a day. Write it like 2015-03-01.",
        ),
        (
            "R6a,2015-02-30,accepted,,,,,Met",
            "status_date: '2015-02-30' is not a day. Write it like 2015-03-01.",
        ),
        (
            "R6a,2026-01-02,accepted,,,,,Met",
            "status_date: 2 January 2026 lies after 1 January 2026. Write the day that is meant.",
        ),
        (
            "R6a,2015-03-01,,,,2015-02-01,Staff left,Met",
            "revised_due_date: 1 February 2015 lies before the day this was said. Write a day to"
            " come.",
        ),
        (
            "R6a,2015-03-01,,,,2999-01-01,Staff left,Met",
            "revised_due_date: 1 January 2999 lies after 1 January 2100. Write the day that is"
            " meant.",
        ),
        (
            "R6a,2015-03-01,,claimed complete,|,,,Met",
            "evidence: 'claimed complete' needs evidence: title, link, date and page, parted by |.",
        ),
    ],
)  # fmt: skip
def test_a_hostile_status_is_refused_with_its_reason(row, sentence, screened):
    assert told(screened(of(STATUS, row))) == [f"Line 2, {sentence}"]


def test_a_date_may_be_brought_forward_with_a_reason(screened):
    row = "R6a,2015-03-01,,,,2015-06-01,The review ends early,Met"
    assert screened(of(STATUS, row)).findings == ()


def test_what_is_promised_is_due_after_the_meeting(screened):
    row = "2015-03-12,How many?,R6a,Met,promised,,Met,2015-03-01,Committee"
    assert told(screened(of(ACTION, row))) == [
        "Line 2, due_date: 1 March 2015 lies before 12 March 2015. Write the day that is meant."
    ]


@pytest.mark.parametrize(
    "mark",
    ["\u200f", "\u202e", "\u200b", "\ufeff", "\u2028", "\u2800", "\u3164", "\u115f", "\u1160",
     "\uffa0", "\u17b4", "\u17b5", "\ufe0f", "\u034f"],
)  # fmt: skip
def test_a_mark_that_nobody_sees_is_refused(mark, screened):
    row = f"2015-03-12,How{mark} many?,R6a,Met,asked,,,,Committee"
    (sentence,) = told(screened(of(ACTION, row)))
    assert sentence.startswith(
        f"Line 2, question: There is an invisible character (U+{ord(mark):04X})."
    )


def test_a_sender_writes_for_their_own_body_alone(screened):
    met = "R6a,2015-03-01,accepted,,,,,Met"
    assert screened(of(STATUS, met), body="Met").findings == ()
    assert told(screened(of(STATUS, met), body="MOPAC")) == [
        "Line 2, author: You write for MOPAC, not for Met."
    ]
    asked = "2015-03-12,How many?,R6a,Met,asked,,,,MOPAC"
    assert told(screened(of(ACTION, asked), body="Met")) == [
        "Line 2, author: You write for Met, not for MOPAC."
    ]


def test_the_committee_assesses_and_claims_nothing_for_others(screened):
    shown = "Minutes | 2015-03-01"
    assert told(
        screened(of(STATUS, f"R6a,2015-03-01,accepted,Claimed complete,{shown},,,Committee"))
    ) == [
        "Line 2, response: The Committee asked; the response is for those who were asked. Leave it"
        " blank and write what it finds of the delivery.",
        "Line 2, delivery: The Committee assesses; those who were asked claim. Write how far it has"
        " come, or close it.",
    ]
    for delivery in ("in progress", "closed: implemented"):
        row = f"R6a,2015-03-01,,{delivery},{shown},,,Committee"
        assert screened(of(STATUS, row)).findings == ()
    assert screened(of(STATUS, f"R6a,2015-03-01,,claimed complete,{shown},,,Met")).findings == ()


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ("asked,None yet.,Met,2015-06-30,Committee", ["answer", "promised_by", "due_date"]),
        ("asked,,,2015-06-30,Committee", ["due_date"]),
        ("answered,None yet.,Met,,Committee", ["promised_by"]),
        ("asked,,,,Committee", []),
        ("answered,None yet.,,,Committee", []),
        ("promised,Soon.,Met,2015-06-30,Committee", []),
        ("done,None yet.,Met,2015-06-30,Committee", []),
    ],
)
def test_a_question_holds_no_more_than_came_of_it(row, columns, screened):
    found = screened(of(ACTION, f"2015-03-12,How many?,R6a,Met,{row}")).findings
    assert [(one.check, one.column) for one in found] == [
        ("outcomes_fit_their_cells", column) for column in columns
    ]


def test_who_was_asked_cannot_withdraw_the_question(screened):
    row = "2015-03-12,How many?,R6a,Metropolitan Police Service,withdrawn,,,,"
    assert told(screened(of(ACTION, f"{row}MPS"), body="Met")) == [
        "Line 2, author: Met was asked, and cannot withdraw the question. The Committee or another"
        " body records that."
    ]
    for author in ("Committee", "MOPAC"):
        assert screened(of(ACTION, row + author)).findings == ()
    own = "2015-03-12,How many?,R6a,Committee,withdrawn,,,,Committee"
    assert screened(of(ACTION, own)).findings == ()


def test_anything_may_be_written_in_words(screened):
    text = '=SUM(A1); "quoted", <b>bold</b> [a](b) | pipe\nsecond line'
    quoted = text.replace('"', '""')
    row = f'2015-03-12,"{quoted}",R6a,Met,answered,"{quoted}",,,Committee'
    (entry,) = screened(of(ACTION, row)).entries
    assert (entry["question"], entry["answer"]) == (text, text)
