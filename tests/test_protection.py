"""Small numbers about children are withheld by themselves, and what would give them away."""

from __future__ import annotations

import duckdb
import numpy as np
import pytest

from oversight import publishing, store
from tests.conftest import CLERK, a_return
from tests.test_publishing import cells_with

BY_BOROUGH_AND_SEX = a_return(
    "cse_referrals,2014-15 Q1,London,,8143,,",
    "cse_referrals,2014-15 Q1,Camden,,3,,was 3 in all",
    "cse_referrals,2014-15 Q1,Brent,,8140,,",
    "cse_referrals,2014-15 Q1,Brent,sex=female,8140,,",
    "cse_referrals,2014-15 Q1,Brent,sex=male,0,,",
    "cse_referrals,2014-15 Q2,Camden,,20,,",
    "cse_referrals,2014-15 Q2,Brent,,8141,,",
    "cse_referrals,2014-15 Q3,Camden,,30,,",
    "cse_referrals,2014-15 Q3,Brent,,8142,,",
    "cse_referrals,2014-15 Q4,Camden,,40,p,",
    "cse_referrals,2014-15 Q4,Brent,,8144,,",
)
CAMDEN, BRENT = "E09000007", "E09000005"


def seen(where, number: int) -> dict[tuple, tuple]:
    """value, lower, marker, withheld and note of every CSE referral, by period, place and kind."""
    with duckdb.connect(str(where.publication(number)), read_only=True) as connection:
        rows = connection.execute(
            "SELECT period, CASE WHEN level = 'London' THEN level ELSE area END, breakdown,"
            " value, lower, marker, withheld, note FROM observation"
            " WHERE indicator = 'cse_referrals'"
        ).fetchall()
    return {row[:3]: row[3:] for row in rows}


def test_a_raw_return_is_taken_and_published_with_its_few_withheld(where, few):
    publishing.publish(where, few, BY_BOROUGH_AND_SEX, CLERK)
    found = seen(where, 2)
    told = (None, None, "c", 1, "withheld to protect people")
    assert found["2014-15 Q1", CAMDEN, ""] == told
    assert found["2014-15 Q1", "London", ""] == told
    assert found["2014-15 Q1", BRENT, ""][0] == 8140
    assert found["2014-15 Q1", BRENT, "sex=male"][:3] == (0, 0, "")
    # The year is what the build makes of its quarters: a lower limit that says what is withheld.
    assert found["2014-15", CAMDEN, ""] == (None, 90, "p", 1, "sum of four quarters")
    assert where.returned(where.entries()[1].accepted[0]).read_bytes() == BY_BOROUGH_AND_SEX
    assert publishing.verify(where) == []


def test_a_number_that_is_withheld_stands_nowhere_in_the_publication(where, few):
    publishing.publish(where, few, BY_BOROUGH_AND_SEX, CLERK)
    with duckdb.connect(str(where.publication(2)), read_only=True) as connection:
        assert cells_with("8143", connection) == set()
        assert cells_with("was 3", connection) == set()
        assert cells_with("8140", connection) != set()
    for path in (where.publication(2), where.copy):
        assert b"was 3 in all" not in path.read_bytes()
        assert np.float64(8143).tobytes() not in path.read_bytes()
    for row in store.current(where).rows("export/observations"):
        assert 8143 not in row


def test_a_total_published_first_makes_another_borough_be_withheld(where, few):
    total, *rest = BY_BOROUGH_AND_SEX.decode().splitlines()[1:]
    publishing.publish(where, few, a_return(total), CLERK)
    publishing.publish(where, few, a_return(*rest), CLERK)
    found = seen(where, 3)
    assert found["2014-15 Q1", "London", ""][0] == 8143
    assert found["2014-15 Q1", CAMDEN, ""][2] == "c"
    assert found["2014-15 Q1", BRENT, ""][2] == "c"
    # Nor can it be had from what it is split into, or from another publication of the same.
    assert found["2014-15 Q1", BRENT, "sex=female"][2] == "c"
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,80,,"), CLERK)
    assert seen(where, 4) == found


def test_the_newest_word_counts_and_a_number_no_longer_few_is_shown(where, few):
    publishing.publish(where, few, BY_BOROUGH_AND_SEX, CLERK)
    again = a_return(
        "cse_referrals,2014-15 Q1,Camden,,33,,counted again",
        "cse_referrals,2014-15 Q1,London,,8173,,",
    )
    publishing.publish(where, few, again, CLERK)
    found = seen(where, 3)
    # Nobody has seen the 3, so to readers 33 revises nothing.
    assert found["2014-15 Q1", CAMDEN, ""] == (33, 33, "", 0, "counted again")
    assert found["2014-15 Q1", "London", ""][0] == 8173
    assert found["2014-15", CAMDEN, ""][0] == 123


@pytest.mark.parametrize(("girls", "later"), [(5, 30), (6, 30), (5, 31)])
def test_whether_a_figure_is_marked_revised_tells_nothing_of_what_was_hidden(
    where, few, girls, later
):
    """Were it told of all 30 that it was not 30 before, the girls could be counted out."""
    first = {"": 25 + girls, "sex=female": girls, "sex=male": 25}
    second = {"": later, "sex=female": later - 18, "sex=male": 18}
    for counts in (first, second):
        rows = [f"cse_referrals,2014-15 Q1,Camden,{kind},{n},," for kind, n in counts.items()]
        publishing.publish(where, few, a_return(*rows), CLERK)
    assert {kind: seen(where, 2)["2014-15 Q1", CAMDEN, kind][2] for kind in first} == {
        "": "c", "sex=female": "c", "sex=male": "",
    }  # fmt: skip
    # Of the three the number of boys alone was seen before.
    assert {kind: seen(where, 3)["2014-15 Q1", CAMDEN, kind][2] for kind in second} == {
        "": "", "sex=female": "", "sex=male": "r",
    }  # fmt: skip
    assert publishing.verify(where) == []


def test_a_quarter_that_staff_withhold_for_london_is_still_theirs_to_cover(where, few):
    rows = [f"allegations_neglect,2014-15 Q{quarter},{{place}},,100,," for quarter in (1, 2, 3)]
    rows += [
        "allegations_neglect,2014-15 Q4,{place},,,c,",
        "allegations_neglect,2014-15,{place},,400,,",
    ]
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, a_return(*(r.format(place="London") for r in rows)), CLERK)
    assert [finding.check for finding in refused.value.findings] == ["withheld_stays_hidden"]
    # For a borough the year is withheld by itself.
    publishing.publish(where, few, a_return(*(r.format(place="Camden") for r in rows)), CLERK)
    with duckdb.connect(str(where.publication(2)), read_only=True) as connection:
        assert connection.execute(
            "SELECT period FROM observation WHERE indicator = 'allegations_neglect'"
            " AND marker = 'c' ORDER BY period"
        ).fetchall() == [("2014-15",), ("2014-15 Q4",)]


PARTS = ("cse_referrals,2014-15 Q1,Croydon,,10,,", "cse_referrals,2014-15 Q1,Lambeth,,20,,")
FEW_OF_SUTTON = "cse_referrals,2014-15 Q1,Sutton,,3,,"
ALL_OF_LONDON = "cse_referrals,2014-15 Q1,London,,33,,"
OVERWRITTEN = [part.replace(",10,,", ",,x,").replace(",20,,", ",,x,") for part in PARTS]


@pytest.mark.parametrize(
    ("begun_with", "then", "at_last"),
    [
        ([*PARTS, FEW_OF_SUTTON], [ALL_OF_LONDON], None),
        ([*PARTS, FEW_OF_SUTTON], [ALL_OF_LONDON, *OVERWRITTEN], None),
        ([*PARTS, FEW_OF_SUTTON], [ALL_OF_LONDON], OVERWRITTEN),
        (PARTS, [FEW_OF_SUTTON, ALL_OF_LONDON], None),
        ([*PARTS, FEW_OF_SUTTON], [ALL_OF_LONDON], [PARTS[0].replace("10", "50")]),
    ],
    ids=["withdrawn", "withdrawn and overwritten", "overwritten", "parts alone", "restated"],
)
def test_a_number_once_published_is_remembered_for_good(where, few, begun_with, then, at_last):
    publish(where, few, *begun_with)
    publish(where, few, *then)
    assert seen(where, 3)["2014-15 Q1", "London", ""][2] == "c"
    if at_last:
        publish(where, few, *at_last)
    else:
        publishing.withdraw(where, few, 2, CLERK, "Sent twice")
    assert seen(where, 4)["2014-15 Q1", "London", ""][2] == "c"
    publish(where, few, "fgm_referrals,2014,London,,80,,")
    assert seen(where, 5)["2014-15 Q1", "London", ""][2] == "c"
    assert publishing.verify(where) == []


def test_quarters_that_were_withdrawn_are_remembered_against_their_year(where, few):
    of_croydon = "cse_referrals,2014-15{},Croydon,,{},,".format
    publish(where, few, of_croydon(" Q1", 10), of_croydon(" Q2", 12))
    publish(where, few, of_croydon(" Q3", 15), of_croydon(" Q4", 3), of_croydon("", 40))
    publishing.withdraw(where, few, 2, CLERK, "Sent twice")
    for number in (3, 4):
        assert seen(where, number)["2014-15", "E09000008", ""][2] == "c"


def publish(where, few, *rows: str) -> None:
    """Publish, whatever is asked about explained."""
    content = a_return(*rows)
    findings = publishing.check(where, few, content, CLERK).findings
    publishing.publish(where, few, content, CLERK, "", {one.check: "so" for one in findings})
