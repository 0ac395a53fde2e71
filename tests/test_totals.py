"""Totals that contradict their parts are refused: London and its places, all and its kinds."""

from __future__ import annotations

import pytest

from oversight import publishing
from tests.conftest import CLERK, a_return

CHILDREN = "borough_child_population,2014-06-30,{},{},{},,"
ASSESSED = "assessment_factor_cse,2015-16,{},,{},{},"


def children(place: str, breakdown: str, count: int) -> str:
    return CHILDREN.format(place, breakdown, count)


def assessed(place: str, count: int | str, marker: str = "") -> str:
    return ASSESSED.format(place, count, marker)


@pytest.fixture(scope="module")
def boroughs(few) -> list[str]:
    rows = few["data/reference/areas.csv"].decode().splitlines()
    return [row.split(",")[0] for row in rows if row.startswith("E09")]


def refused(where, few, *rows: str) -> list[str]:
    """The findings about a return; none where it is published."""
    try:
        publishing.publish(where, few, a_return(*rows), CLERK)
    except publishing.RefusedReturn as refusal:
        return [str(finding) for finding in refusal.findings]
    return []


def test_london_is_no_less_than_the_places_that_are_known(where, few):
    rows = [assessed("London", 200), assessed("Camden", 120), assessed("Croydon", 90)]
    assert refused(where, few, *rows) == [
        "Line 2, value: assessment_factor_cse 2015-16: London is 200, its places add up to at least"
        " 210. Mend the figure of London or those of the places."
    ]
    # Published to the nearest ten: 205 may be 200.
    assert refused(where, few, rows[0], rows[1], assessed("Croydon", 85)) == []


def test_london_is_the_sum_of_all_boroughs_beyond_rounding(where, few, boroughs):
    every = [assessed(place, 10) for place in boroughs]
    assert len(every) == 33
    assert refused(where, few, assessed("London", 390), *every) == [
        "Line 2, value: assessment_factor_cse 2015-16: London is 390, its places add up to 330."
        " Mend the figure of London or those of the places."
    ]
    assert (
        refused(where, few, assessed("London", 390), *every[:-1], assessed("Westminster", "", "c"))
        == []
    )


def test_a_place_that_contradicts_london_of_an_earlier_return_is_named_by_its_line(where, few):
    assert refused(where, few, assessed("London", 200)) == []
    found = refused(where, few, assessed("Camden", 120), assessed("Croydon", 90))
    assert [one.partition(":")[0] for one in found] == ["Line 2, value"]


def test_parts_of_a_kind_are_no_more_than_all(where, few):
    rows = [
        children("Camden", "", 40_000),
        children("Camden", "sex=female", 21_000),
        children("Camden", "sex=male", 22_000),
    ]
    assert refused(where, few, *rows) == [
        "Line 2, value: borough_child_population 30 June 2014, Camden: all are 40,000, yet split by"
        " sex they are at least 43,000. Mend the figure of all or those it is split into."
    ]
    # Fewer than all is no contradiction: not everybody's sex is recorded.
    assert refused(where, few, *rows[:2]) == []


@pytest.mark.parametrize(
    ("ages", "is_refused"),
    [
        ({"0-9": 30_000, "10-17": 20_000}, True),
        ({"under 1": 30_000, "1-17": 20_000}, True),
        # Ages that lie in one another are not added up.
        ({"0-9": 30_000, "0-15": 35_000}, False),
        ({"0-9": 30_000, "0-15": 45_000}, True),
    ],
)
def test_ages_are_added_up_where_they_do_not_overlap(ages, is_refused, where, few):
    rows = [children("Camden", f"age={age}", count) for age, count in ages.items()]
    found = refused(where, few, children("Camden", "", 40_000), *rows)
    assert bool(found) == is_refused


def test_a_kind_within_a_kind_is_held_against_that_kind(where, few):
    rows = [
        children("Camden", "sex=female", 20_000),
        children("Camden", "age=0-9;sex=female", 12_000),
        children("Camden", "age=10-17;sex=female", 9_000),
    ]
    (found,) = refused(where, few, *rows)
    assert "Camden, sex=female: all are 20,000, yet split by age they are at least 21,000." in found
