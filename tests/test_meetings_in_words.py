"""The log of meetings and the form, in words: what is open, what is late, what will stand."""

from __future__ import annotations

from collections import namedtuple
from datetime import date

import pytest

from oversight import asks, wording

ON = date(2015, 8, 1)
Action = namedtuple("Action", "met_on question asked_of outcome promised_by due_on")
Ask = namedtuple("Ask", "ask owners due_on first_on", defaults=[None])
R8B = Ask("R8b", ("MOPAC",), date(2015, 7, 24))
R7 = Ask("R7", ("MOPAC", "Met"), None)


def action(outcome="asked", due=None, question="How many?", met="2015-03-12", by=None) -> Action:
    due_on = date.fromisoformat(due) if due else None
    return Action(date.fromisoformat(met), question, "Met", outcome, by, due_on)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No question put at a meeting has been recorded yet."),
        ([action()], "1 of 1 question is open."),
        ([action("done")], "1 question recorded. It is settled."),
        ([action("done"), action("withdrawn")], "2 questions recorded. All are settled."),
        (
            [action("promised", "2015-07-31", by="Met"), action("answered")],
            "1 of 2 questions is open; 1 is past the promised date.",
        ),
        (
            [action("promised", "2015-08-01", by="Met"), action("asked", "2015-06-30")],
            "2 of 2 questions are open; 1 is past the promised date.",
        ),
        ([action("done", "2015-06-30", by="Met")], "1 question recorded. It is settled."),
    ],
)
def test_the_log_says_how_many_wait_and_how_many_are_late(rows, sentence):
    assert wording.log_sentence(rows, ON) == sentence


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (action(), "no date set"),
        (action("promised", "2015-08-01"), "1 August 2015, 0 days left"),
        (action("promised", "2015-08-02"), "2 August 2015, 1 day left"),
        (action("promised", "2015-06-30"), "30 June 2015, overdue by 32 days"),
        (action("done", "2015-06-30"), "30 June 2015"),
    ],
)
def test_a_date_is_counted_against_the_reading_date_while_the_promise_is_open(row, cell):
    assert wording.promised_for(row, ON) == cell


def test_the_last_word_on_each_question_stands_and_words_said_later_are_left_out():
    first, answer = action(), action("answered")
    other = action(question="Where?")
    spelled = action("withdrawn", question="where? ")
    later = action(met="2015-08-02")
    assert asks.last_words([first, other, answer, later, spelled], ON) == (answer, spelled)
    assert asks.open_actions([first, other, answer, later], ON) == (other,)


def test_a_few_open_questions_are_told_and_the_rest_counted():
    rows = [action(question=f"Number {number}?") for number in range(5)]
    told = wording.open_in_short(rows, ON)
    assert told[0] == "“Number 0\\?” to the Met on 12 March 2015: asked, not answered yet."
    assert told[-1] == "2 more are open."
    assert len(told) == 4


def test_a_long_open_question_is_told_up_to_a_word():
    long = "Who looked after the children who were waiting? " * 25
    for question in (long, "W" * 264):
        (told,) = wording.open_in_short([action(question=question)], ON)
        shown, _, rest = told.removeprefix("“").partition(" …” ")
        assert rest == "to the Met on 12 March 2015: asked, not answered yet."
        plain = shown.replace("\\", "")
        assert 150 < len(plain) <= 198
        assert question.startswith(plain)
        assert question[len(plain)] in (" ", "W")


Said = namedtuple(
    "Said", "ask said_on response delivery evidence revised_due_on reason author publication"
)


def said(ask: Ask, author: str, response="", delivery="", later=None) -> Said:
    revised = date.fromisoformat(later) if later else None
    return Said(ask.ask, date(2015, 5, 1), response, delivery, "", revised, "", author, 2)


def told(ask: Ask, *words: Said) -> str:
    """What the last of these words will change, those before it standing already."""
    before = asks.standings([ask], words[:-1], ON)[ask.ask]
    after = asks.standings([ask], words, ON)[ask.ask]
    return " ".join(wording.will_stand(before, after))


@pytest.mark.parametrize(
    ("ask", "words", "sentence"),
    [
        (R8B, [said(R8B, "MOPAC", "accepted")], "Response: accepted, so far no response."),
        (
            R8B,
            [said(R8B, "MOPAC", later="2015-09-30")],
            "The date moves 68 days later, to 30 September 2015. The first date, 24 July 2015,"
            " stays beside it. It is held to 24 July 2015 until the Committee moves it.",
        ),
        (
            R8B,
            [said(R8B, "Committee", later="2015-07-14")],
            "The date moves 10 days nearer, to 14 July 2015. The first date, 24 July 2015, stays"
            " beside it.",
        ),
        (
            R8B,
            [said(R8B, "MOPAC", delivery="closed: implemented")],
            "Delivery: claimed complete, so far not started. To close it, the Committee must say so"
            " too.",
        ),
        (
            R8B,
            [
                said(R8B, "MOPAC", delivery="claimed complete"),
                said(R8B, "Committee", delivery="closed: implemented"),
            ],
            "Delivery: closed: implemented, so far claimed complete. The Committee's assessment:"
            " closed: implemented, so far none. Time: closed, so far overdue.",
        ),
        (
            R7,
            [said(R7, "MOPAC", "accepted")],
            "Its response stays “no response” until all who were asked have spoken.",
        ),
        (
            R7,
            [said(R7, "MOPAC", later="2015-12-31")],
            "Time: not yet due, so far no date set. It gets its first date, 31 December 2015.",
        ),
        (
            R8B,
            [said(R8B, "MOPAC", "accepted"), said(R8B, "MOPAC", "accepted")],
            "It will read as it does now; the row joins its history.",
        ),
    ],
)
def test_what_will_stand_is_said_against_what_stands(ask, words, sentence):
    assert told(ask, *words) == sentence


def test_a_return_is_named_for_readers_by_what_it_is_about():
    rows = [{"ask": ask} for ask in ("R8b", "R1a", "R8b")]
    assert wording.return_note("status", rows) == "Status of R1a and R8b"
    many = [{"ask": f"U0{number}"} for number in range(1, 6)]
    assert wording.return_note("status", many) == "Status of U01 and 4 more"
    days = [{"meeting_date": day} for day in ("2015-03-12", "2015-06-04")]
    assert (
        wording.return_note("action", days)
        == "2 questions of the meeting of 12 March 2015 and 4 June 2015"
    )


@pytest.mark.parametrize(
    ("again", "new", "sentence"),
    [
        (0, 1, "1 question new to the log."),
        (
            1,
            2,
            "2 questions new to the log. 1 question of the log gets a new last word; what was said"
            " before stays under “Every word”.",
        ),
    ],
)
def test_a_question_is_new_to_the_log_or_gets_a_new_last_word(again, new, sentence):
    assert wording.joins_the_log(again, new) == sentence
