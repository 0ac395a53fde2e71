"""Topics and statements of the partners page: what they name exists, and what is made of them."""

from __future__ import annotations

from collections import namedtuple
from datetime import date

import pytest

from oversight import asks, bounds, charts, definitions, reference, series, store, themes, wording
from oversight.reference import STATEMENTS, TOPICS, Reference, ReferenceFileError
from oversight.series import Point, Series
from tests.held import held
from tests.said import more_than
from tests.test_definitions import changed

WHOLES = {"London boroughs": 32, "local authorities": 33}


def check(files) -> None:
    Reference(files).check_statements(definitions.load(files))


def test_every_topic_has_a_statement_on_either_side_and_every_statement_a_page(files):
    check(files)
    statements = reference.table(files, STATEMENTS)
    for topic in reference.table(files, TOPICS):
        stances = {row["stance"] for row in statements if row["topic"] == topic["topic"]}
        assert {"supports", "questions"} <= stances, topic["topic"]
    assert all(row["page"][0].isdigit() for row in statements)


@pytest.mark.parametrize(
    ("path", "old", "new", "sentence"),
    [
        (TOPICS, "mash_boroughs|", "mash_burroughs|",
         f"{TOPICS}, hubs: 'indicators' names 'mash_burroughs', which does not exist."),
        (TOPICS, "R2a|R2b", "R2a|R2x",
         f"{TOPICS}, reviews: 'asks' names 'R2x', which does not exist."),
        (TOPICS, "Met|MOPAC", "Met|Mopak",
         f"{TOPICS}, reviews: 'held_by' names 'Mopak', which does not exist."),
        (STATEMENTS, "T01,boards", "T01,bords",
         f"{STATEMENTS}, T01: 'topic' names 'bords', which does not exist."),
        (STATEMENTS, "14,W11,", "14,W99,",
         f"{STATEMENTS}, T16: 'claim' names 'W99', which does not exist."),
        (STATEMENTS, "14,,W11", "14,,W99",
         f"{STATEMENTS}, T17: 'disputes' names 'W99', which does not exist."),
        (STATEMENTS, ",2014-03,supports", ",2014-03,likes",
         f"{STATEMENTS}, T01: 'stance' names 'likes', which does not exist."),
        (STATEMENTS, ",2014-03,supports", ",2014-03,supports|questions",
         f"{STATEMENTS}, T01: 'stance' names 'supports|questions', which does not exist."),
        (STATEMENTS, ",2014-03,", ",2014-13,",
         f"{STATEMENTS}, T01: 'said_on' is '2014-13'. Write the month like 2014-03, or nothing."),
        (STATEMENTS, ",2014-03,supports,Confident", ",2014-03,supports, ,Confident",
         f"{STATEMENTS}, line 2: 10 cells where the header has 9."),
        (STATEMENTS, "supports,Police come to nearly every first conference about a child",
         "supports, ", f"{STATEMENTS}, T16: nothing is written for 'summary'."),
        (STATEMENTS, "T02,", "T01,", f"{STATEMENTS} has statement T01 twice."),
        (TOPICS, "reviews,2,", "boards,2,", f"{TOPICS} has topic boards twice."),
    ],
)  # fmt: skip
def test_a_topic_or_statement_that_does_not_hold_is_refused(files, path, old, new, sentence):
    with pytest.raises(ReferenceFileError) as refused:
        check(changed(files, path, (old, new)))
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("boroughs", "words"),
    [
        (30, "30 would be 94% of 32 London boroughs and 91% of 33 local authorities;"
             " nobody has said which is meant."),
        (32, "32 would be 100% of 32 London boroughs and 97% of 33 local authorities;"
             " nobody has said which is meant."),
        # 33 cannot be of 32 boroughs: there is one whole left, so nothing is open.
        (33, "33 is more than the 32 London boroughs, so the City of London must be counted."),
    ],
)  # fmt: skip
def test_a_count_without_a_stated_whole_is_told_against_each(boroughs, words):
    assert wording.whole_not_stated(bounds.exact(boroughs), WHOLES) == words


def test_a_count_that_is_a_limit_has_no_share():
    over_29 = more_than(29)
    assert wording.shares_of_the_wholes(over_29, WHOLES) == {}
    assert [row["Without"] for row in wording.counted_from(over_29, WHOLES)] == ["[x]", "[x]"]


def test_more_hubs_than_boroughs_count_the_city():
    point = Point("2015", date(2015, 1, 1), date(2015, 12, 31), bounds.exact(33), "reported")
    hubs = themes.Measure("mash_boroughs", "Hubs", ("Met",), 1,
                          Series("mash_boroughs", "Hubs", "boroughs", (point,)))  # fmt: skip
    wholes = namedtuple("wholes", "authorities boroughs")(33, 32)
    said = "33 local authorities, the City of London among them, have a hub"
    assert wording.measure_finding(None, hubs, {}, wholes) == said
    assert wording.partners_title({"mash_boroughs": hubs}, wholes, False) == said


def test_how_many_are_left_without_depends_on_the_whole():
    assert wording.without_one(bounds.exact(30), WHOLES) == (
        "2 or 3 would be without one; none is named."
    )
    assert wording.without_one(bounds.exact(33), WHOLES) == ""


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2014-08-15", "due in 138 days"),
        ("2014-12-30", "due in 1 day"),
        ("2014-12-31", "due today"),
        ("2015-01-01", "overdue by 1 day, no answer recorded"),
        ("2018-01-01", "overdue by 1,097 days, no answer recorded"),
    ],
)
def test_a_promise_is_counted_to_the_reading_date(on, words):
    review = held(on=on, due_on=date(2014, 12, 31), due_basis="end of the year")
    assert wording.standing_on(review, date(2014, 7, 24)) == words


def test_a_promise_without_a_day_says_what_was_said_and_how_long_ago():
    consult = held(on="2015-07-24", due_on=None, due_basis="over the next three months")
    said = wording.standing_on(consult, date(2014, 7, 24))
    assert said == "no day named, only “over the next three months”; 365 days since the report"
    bare = held(on="2015-07-24", due_on=None, due_basis="none")
    assert wording.standing_on(bare, date(2014, 7, 24)) == "no date set"


def test_a_month_is_told_as_a_month_and_never_taken_for_a_year():
    assert wording.said_when("2011-12") == "December 2011"
    assert wording.said_when(None) == "not dated"


def test_squares_are_filled_for_those_counted_and_dashed_for_the_rest():
    drawn = charts.out_of(bounds.exact(30), 33, charts.LIGHT)
    assert len(drawn["data"][0]["x"]) == 30
    assert [shape["line"]["dash"] for shape in drawn["layout"]["shapes"]] == ["dash"] * 3
    places = {(box["x0"], box["y0"]) for box in drawn["layout"]["shapes"]}
    assert len(places) == 3
    every = charts.out_of(bounds.exact(40), 33, charts.LIGHT)
    assert (len(every["data"][0]["x"]), every["layout"]["shapes"]) == (33, [])


def test_a_measure_said_only_in_round_words_is_not_counted(built):
    publication = store.current(built)
    topics = publication.rows("partners/topics")
    named = sorted({name for row in topics for name in row.indicators})
    known = series.of(
        publication.rows("series/dated", indicators=tuple(named), starts_on=None, ends_on=None)
    )
    found = themes.partners(
        topics,
        publication.rows("partners/indicators"),
        known,
        asks.held(publication.rows("recommendations/asks"), (), date(2015, 2, 10)),
        publication.rows("partners/statements"),
    )
    uncounted = {one.name for topic in found.values() for one in topic.uncounted}
    assert uncounted == {
        "first_case_conference_attendance",
        "mash_referral_to_decision_days",
        "mash_rereferral_rate",
        "multi_agency_training_attended",
        "scr_lessons_implemented",
    }
    conferences = found["conferences"]
    (attendance,) = conferences.measures
    assert [one.statement for one in conferences.disputing(attendance.latest)] == ["T17", "T18"]
    assert themes.deadlines(themes.asked(found)).all == 17


def test_states_are_dots_that_nothing_joins_and_the_last_is_named():
    points = tuple(
        Point(label, day, day, bounds.exact(count), "reported")
        for label, day, count in (
            ("30 September 2014", date(2014, 9, 30), 30),
            ("31 December 2014", date(2014, 12, 31), 32),
        )
    )
    drawn = charts.states(Series("mash_boroughs", "Hubs", "boroughs", points), charts.LIGHT)
    (dots,) = drawn["data"]
    assert (dots["mode"], dots["y"]) == ("markers", [30, 32])
    named = [one["text"] for one in drawn["layout"]["annotations"]]
    assert named == ["<b>30</b>", "<b>32</b>", "30 September 2014", "31 December 2014"]
