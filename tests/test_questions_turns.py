"""Whose turn an ask is: read aloud, listed, kept for machines and asked alike, whoever it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from oversight import bounds, packs, publishing, questions, slides, store
from oversight.bounds import Bounds
from oversight.home import Home
from oversight.questions import Question
from oversight.slides import Position, Slide
from tests.conftest import CLERK, a_return

SUMMER = date(2015, 6, 1)
STATUS = "ask,status_date,response,delivery,evidence,revised_due_date,reason,author"
LETTER = "Letter | https://www.london.gov.uk/letter | 2015-03-01 | p. 2"


@pytest.fixture
def publish(where: Home, few: dict[str, bytes]) -> Callable[..., Home]:
    """Publish status updates of these rows beside the first publication."""

    def publish(*rows: str) -> Home:
        publishing.publish(where, few, "\n".join([STATUS, *rows, ""]).encode(), CLERK)
        return where

    return publish


def read(where: Home, on: date) -> tuple[Slide, dict[str, Question]]:
    """The slide on what is overdue, and every question by its key."""
    position = packs.position(store.current(where), on)
    asked = {one.key: one for one in questions.asked(position)}
    return slides.slide_of("overdue", position, tuple(asked.values())), asked


def row_of(slide: Slide, ask: str) -> tuple[str, ...]:
    (row,) = [row for row in slide.table.rows if row[0] == ask]
    return row


def record_of(slide: Slide, ask: str) -> dict:
    (record,) = [one for one in slide.records if one["ask"] == ask]
    return record


@pytest.mark.must("meeting", 4)
def test_the_body_that_took_an_ask_on_is_read_listed_and_asked(publish):
    slide, asked = read(publish("R5b,2014-09-01,accepted,,,2015-03-01,More time,Met"), SUMMER)
    assert "R5b, of the Met, is 92 days late." in slide.read_aloud
    assert row_of(slide, "R5b")[1] == "Met"
    assert record_of(slide, "R5b")["waits_for"] == "Met"
    assert asked["overdue R5b"].whom == ("Met",)


@pytest.mark.must("meeting", 4)
def test_an_ask_claimed_done_waits_for_the_committee_wherever_it_is_told(publish):
    slide, asked = read(publish(f"R3b,2015-03-01,,claimed complete,{LETTER},,,Met"), SUMMER)
    assert "R3b, which waits for the Committee's finding, is 121 days late." in slide.read_aloud
    assert row_of(slide, "R3b")[1] == "Committee"
    assert record_of(slide, "R3b")["waits_for"] == "Committee"
    assert asked["overdue R3b"].whom == ("Committee",)


def test_an_ask_that_nobody_owns_is_read_in_plain_words_and_put_to_its_neighbours(publish):
    where = publish("R5b,2014-09-01,,,,2015-03-01,A date at least,Committee")
    slide, asked = read(where, SUMMER)
    assert "R5b, which names nobody, is 92 days late." in slide.read_aloud
    assert row_of(slide, "R5b")[1] == "Nobody named"
    assert record_of(slide, "R5b")["waits_for"] == ""
    assert asked["overdue R5b"].whom == asked["no_owner R5b"].whom != ()


@pytest.mark.must("meeting", 4)
def test_an_ask_outside_the_recommendations_is_asked_once_its_date_has_passed(publish):
    where = publish("U06,2014-09-01,,,,2015-03-01,A date at least,Committee")
    before, after = (read(where, on)[1] for on in (date(2015, 2, 1), SUMMER))
    assert "overdue U06" not in before
    one = after["overdue U06"]
    assert "(U06), which was due on 1 March 2015 and is 92 days late?" in one.text
    assert (one.figure, one.about, one.page) == ("92 days late", "U06", "recommendations")
    assert one.whom
    assert one.rule == "unnumbered_asks_past_their_date"


# What is supplied already is not asked for.


def test_officers_in_post_are_asked_for_only_where_nobody_said_how_many(where, few):
    one = read(where, SUMMER)[1]["posts_are_not_people"]
    assert one.text.endswith("so how many were in post and how many at work?")
    sent = a_return("soeca_officers_in_post,2014-03-31,London,,930,,")
    publishing.publish(where, few, sent, CLERK)
    one = read(where, SUMMER)[1]["posts_are_not_people"]
    assert one.text.endswith("so how many of the 930 in post were at work?")
    assert "were in post" not in one.text


# A team is asked about where it is smaller for certain, or as far as anybody has said.


def team(position: Position, in_post: Bounds) -> Position:
    found = position.exploitation
    told = replace(found, in_post=replace(found.in_post, figure=in_post))
    return replace(position, exploitation=told)


@pytest.mark.parametrize(
    ("in_post", "is_asked"),
    [
        (Bounds(31, None, qualifier="more than"), True),
        (Bounds(55, 59), True),
        (bounds.exact(59), True),
        (Bounds(57, 61), False),
        (Bounds(None, 61), False),
        (Bounds(61, None), False),
        (bounds.exact(60), False),
    ],
)
def test_a_team_is_asked_about_where_it_is_smaller_than_wanted(in_post, is_asked, first):
    position = packs.position(store.current(first), date(2014, 7, 24))
    assert position.exploitation.wanted.figure == bounds.exact(60)
    keys = {one.key for one in questions.asked(team(position, in_post))}
    assert ("team_not_complete" in keys) == is_asked
