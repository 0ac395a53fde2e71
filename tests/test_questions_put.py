"""What a meeting is given to ask: the twelve, as staff choose them, and what answers a question."""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qsl

import pytest

from oversight import ROOT, packs, publishing, questions, store, themes
from oversight.home import Home
from oversight.questions import MOST, RULES, Question
from oversight.slides import Position
from tests.conftest import CLERK, a_return

REPORT, YEAR_ON = date(2014, 7, 24), date(2015, 8, 1)
DAYS = (REPORT, date(2014, 12, 1), date(2015, 7, 1), YEAR_ON, date(2016, 1, 1))
STATUS = "ask,status_date,response,delivery,evidence,revised_due_date,reason,author"
ACTION = "meeting_date,question,about,asked_of,outcome,answer,promised_by,due_date,author"
LETTER = "Letter | https://www.london.gov.uk/letter | 2015-03-01 | p. 2"
Row = namedtuple("Row", "slide note")


def at(where: Home, on: date) -> Position:
    return packs.position(store.current(where), on)


def asked(where: Home, on: date) -> dict[str, Question]:
    return {one.key: one for one in questions.asked(at(where, on))}


def put(where: Home, on: date, *agenda: tuple[str, str]) -> tuple[Question, ...]:
    """The questions chosen for a meeting with these rows in its running order."""
    found = questions.asked(at(where, on))
    return questions.chosen(found, [Row(*row) for row in agenda])


@pytest.fixture
def publish(where: Home, few: dict[str, bytes]) -> Callable[..., Home]:
    """Publish a return of these rows beside the first publication."""

    def publish(*rows: str, header: str = "") -> Home:
        content = "\n".join([header, *rows, ""]).encode() if header else a_return(*rows)
        publishing.publish(where, few, content, CLERK)
        return where

    return publish


# What is asked on the two days.

FIRST = {
    "posts are not people": ("966", "at most about 765", "posts"),
    "115 against 150": ("115", "about 150", "other duties"),
    "who owns R5b": ("Who owns R5b",),
    "boys": ("boys",),
    "how many CSE cases": ("How many CSE cases", "2,000 or 3,000"),
    "no challenge meeting yet": ("none up to 24 July 2014", "challenge meeting", "R8b"),
}


@pytest.mark.must("meeting", 4)
@pytest.mark.parametrize("words", FIRST.values(), ids=FIRST)
def test_on_the_day_of_the_report_the_twelve_ask(words, first, measured):
    (one,) = [one for one in put(first, REPORT) if all(word in one.text for word in words)]
    measured(f"{one.text} ({one.figure}; {one.asked_of})")


@pytest.mark.must("meeting", 4)
@pytest.mark.parametrize(
    ("ask", "days", "whom"),
    [("R3b", 182, "Met"), ("R6a", 8, "Met"), ("R6b", 8, "Met"), ("R8b", 8, "MOPAC")],
)
def test_a_year_on_each_of_the_overdue_four_is_asked(ask, days, whom, first, measured):
    (one,) = [one for one in put(first, YEAR_ON) if one.about == ask]
    assert ask in one.text
    assert f"is {days} days late?" in one.text
    assert one.whom == (whom,)
    measured(one.text)


def test_what_is_late_is_asked_before_all_else(first):
    four = [one.about for one in put(first, YEAR_ON)[:4]]
    assert four == ["R3b", "R6a", "R6b", "R8b"]


# How a question is made.


@pytest.mark.parametrize("on", DAYS)
def test_every_question_is_one_sentence_to_read_aloud(on, first):
    for one in questions.asked(at(first, on)):
        assert re.fullmatch(r"[A-Z0-9][^?\n]*\?", one.text), one.text
        assert "  " not in one.text
        assert ". " not in one.text.replace("p. ", ""), one.text
        assert len(one.text.split()) < 60, one.text
        assert one.why_now[-1] in ".!?"
        assert one.figure


@pytest.mark.parametrize("on", DAYS)
def test_keys_are_unique_and_can_stand_in_a_running_order(on, first):
    found = questions.asked(at(first, on))
    keys = [one.key for one in found]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]*(?: [A-Za-z0-9_]+)*", key) for key in keys)


@pytest.mark.parametrize("on", DAYS)
def test_every_question_is_about_something_the_log_knows_and_put_to_a_body(on, first):
    rows = store.current(first).rows
    known = {row.subject for row in rows("recommendations/subjects")}
    bodies = {row.body for row in rows("recommendations/bodies")}
    for one in questions.asked(at(first, on)):
        assert one.about in known
        assert set(one.whom) <= bodies, one.whom


@pytest.mark.parametrize("on", DAYS)
def test_every_address_leads_to_something(on, first):
    """Its page is a page, and what it names there exists."""
    position = at(first, on)
    there = {
        "ask": {one.id for one in position.held},
        "indicator": {one.name for one in position.entries},
        "claim": {one.claim for one in position.documents.claims},
        "topic": {name.capitalize() for name in position.topics},
        "year": set(position.years),
        "baseline": {one.base.period for one in position.allegations.changes},
        "owner": {owner for one in position.held for owner in one.standing.owners},
        "time": {"no date set"},
        "log": {"Open"},
    }
    for one in questions.asked(position):
        page, _, choices = one.address.partition("?")
        assert page == one.page
        assert (ROOT / "pages" / f"{page}.py").is_file()
        for name, text in parse_qsl(choices):
            assert text in there[name], one.address


def test_the_more_pressing_rule_comes_first_and_keys_decide_the_rest(first):
    found = questions.asked(at(first, YEAR_ON))
    assert list(found) == sorted(found, key=lambda one: (-one.weight, one.key))
    names = [rule.__name__ for rule in RULES]
    assert [names.index(one.rule) for one in found] == sorted(
        names.index(one.rule) for one in found
    )


def test_no_rule_and_no_sentence_names_a_year_an_ask_or_a_claim():
    folders = [ROOT / "oversight" / "questions", ROOT / "oversight" / "wording" / "questions"]
    files = [path for folder in folders for path in folder.rglob("*.py")]
    assert len(files) > 10
    for path in files:
        if path.name != "question.py":
            found = re.findall(r"\b(?:19|20)\d\d\b|\b[A-Z]\d\d?[a-d]?\b", path.read_text("utf-8"))
            assert found == [], path.name


# What staff choose.


def test_without_a_running_order_the_most_pressing_are_put_and_never_more_than_twelve(first):
    found = questions.asked(at(first, YEAR_ON))
    assert len(found) > MOST == 12
    assert put(first, YEAR_ON) == found[:MOST]


def test_pins_come_first_in_their_order_and_a_note_is_their_wording(first):
    pins = ("question no_owner R5b", "Who?"), ("question boys_not_counted", "")
    found = put(first, YEAR_ON, *pins)
    assert [one.key for one in found[:3]] == ["no_owner R5b", "boys_not_counted", "overdue R3b"]
    assert found[0].text == "Who?"
    assert found[0].figure == asked(first, YEAR_ON)["no_owner R5b"].figure
    assert found[1].text == asked(first, YEAR_ON)["boys_not_counted"].text
    assert len(found) == MOST


def test_a_dropped_question_makes_room_for_the_next(first):
    every = questions.asked(at(first, YEAR_ON))
    found = put(first, YEAR_ON, ("drop overdue R6a", ""))
    assert found == (every[0], *every[2 : MOST + 1])


def test_a_question_of_the_meetings_own_stands_where_it_was_written(first):
    rows = ("question no_owner R5b", ""), ("own question", "How is staff wellbeing?")
    _, own, *_ = put(first, YEAR_ON, *rows)
    assert (own.text, own.whom, own.figure) == ("How is staff wellbeing?", (), "")


def test_what_nothing_asks_any_more_and_slides_are_passed_over(first):
    rows = ("question overdue R9z", ""), ("cse", "A note for the chair"), ("own question", " ")
    assert put(first, YEAR_ON, *rows) == put(first, YEAR_ON)


# What answers a question.


@pytest.mark.must("meeting", 4)
def test_a_count_of_referrals_answers_how_many_cases_there_are(publish, where):
    assert "figure P03" in asked(where, YEAR_ON)
    publish("cse_referrals,2014-15 Q1,London,,231,,")
    assert "figure P03" not in asked(where, YEAR_ON)


@pytest.mark.must("meeting", 4)
def test_officers_counted_answer_how_many_people_there_are(publish, where):
    before = asked(where, REPORT)
    assert {"posts_are_not_people", f"no_figure {themes.IN_POST}"} <= before.keys()
    publish(
        "soeca_officers_in_post,2014-03-31,London,,930,,",
        "soeca_officers_abstracted,2014-03-31,London,,120,,",
        "soeca_officers_maternity,2014-03-31,London,,21,,",
    )
    gone = before.keys() - asked(where, REPORT).keys()
    assert {"posts_are_not_people", f"no_figure {themes.IN_POST}"} <= gone


def test_the_next_years_figures_change_the_question_by_themselves(publish, where):
    publish(
        "soeca_officers_budgeted,2014-15,London,,1010,,",
        "soeca_officers_in_post,2014-09-30,London,,905,,",
    )
    one = asked(where, YEAR_ON)["posts_are_not_people"]
    assert one.text.startswith("The budget of 2014-15 had 1,010 officer posts and at most 905")
    assert one.address == "workforce?year=2014-15"


@pytest.mark.must("meeting", 4)
def test_a_meeting_held_answers_when_the_first_will_be(publish, where):
    key = "none_yet challenge_meetings_on_safeguarding"
    assert key in asked(where, REPORT)
    publish("challenge_meetings_on_safeguarding,2014-12-31,London,,1,,")
    assert key not in asked(where, REPORT)


@pytest.mark.must("meeting", 4)
def test_an_ask_that_both_keys_closed_is_asked_no_more(publish, where):
    publish(f"R3b,2015-03-01,,claimed complete,{LETTER},,,Met", header=STATUS)
    claimed = asked(where, YEAR_ON)["overdue R3b"]
    assert claimed.whom == ("Committee",)
    assert claimed.text.startswith("Does the Committee find that R3b")
    publish(f"R3b,2015-04-01,,closed: implemented,{LETTER},,,Committee", header=STATUS)
    assert "overdue R3b" not in asked(where, YEAR_ON)


def test_a_body_that_takes_on_what_nobody_owned_is_asked_who_owns_it_no_more(publish, where):
    publish("R5b,2014-09-01,accepted,in progress,,,,Met", header=STATUS)
    assert "no_owner R5b" not in asked(where, YEAR_ON)


def test_a_question_left_open_is_asked_again_until_it_is_answered(publish, where):
    question = "2015-03-12,How many referrals?,cse_referrals,Met"
    publish(f"{question},promised,,Met,2015-06-30,Committee", header=ACTION)
    (one,) = [one for one in asked(where, YEAR_ON).values() if one.rule == "questions_left_open"]
    assert one.text == (
        "What is the answer to the question of 12 March 2015, “How many referrals”, promised for"
        " 30 June 2015?"
    )
    assert one.why_now == "The promised date is 32 days past."
    assert one.whom == ("Met",)
    publish(f"{question},answered,231.,,,Met", header=ACTION)
    assert one.key not in asked(where, YEAR_ON)


def test_two_owners_are_both_asked_and_one_that_has_claimed_is_not(publish, where):
    publish(
        "R7,2014-09-01,,,,2015-03-31,Asked by letter,Committee",
        f"R7,2015-03-01,,claimed complete,{LETTER},,,Met",
        header=STATUS,
    )
    one = asked(where, YEAR_ON)["overdue R7"]
    assert one.whom == ("MOPAC",)
    assert one.text.startswith("When will MOPAC map FGM in London's communities")
