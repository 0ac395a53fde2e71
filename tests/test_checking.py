"""Checking: all that publishing would find, told beforehand; and nothing in the home changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from oversight import access, publishing
from oversight.home import Home
from oversight.publishing import building, switching
from tests.conftest import CLERK, a_return, observed, snapshot

FGM_2014 = a_return("fgm_referrals,2014,Metropolitan Police,,74,p,")
RAPE_2014 = [
    "allegations_rape,2014-15 Q1,London,,150,,",
    "allegations_rape,2014-15 Q2,London,,155,,",
    "allegations_rape,2014-15 Q3,London,,148,,",
    "allegations_rape,2014-15 Q4,London,,160,p,",
]
BOROUGHS = ("Barnet", "Bexley", "Brent", "Camden", "Croydon")


def populations(year: int, *boroughs: str) -> list[str]:
    return [f"borough_child_population,{year}-06-30,{borough},,9000,," for borough in boroughs]


@pytest.fixture(scope="module")
def kept(after: Callable) -> Home:
    """A home in which quarters of 2014-15 and five boroughs of 2013 stand; only checks are run."""
    return after(a_return(*RAPE_2014), a_return(*populations(2013, *BOROUGHS)))


@pytest.fixture
def check(kept: Home, few):
    """Check rows of an observations return; nothing in the home may change by it."""

    def check(*rows: str) -> publishing.Checked:
        before = snapshot(kept)
        checked = publishing.check(kept, few, a_return(*rows), CLERK)
        assert snapshot(kept) == before
        return checked

    return check


def said(checked: publishing.Checked) -> list[str]:
    return [str(finding) for finding in checked.findings]


def test_a_check_says_which_publication_it_would_be_and_how_its_cells_compare(check):
    checked = check(
        "allegations_rape,2014-15 Q3,London,,148,,",
        "allegations_rape,2014-15 Q4,London,,162,,",
        "fgm_referrals,2014,London,,74,p,",
        "fgm_referrals,2015,London,,,c,",
    )
    assert said(checked) == []
    assert (checked.number, checked.against) == (4, 3)
    assert (checked.new, checked.changed, checked.same, checked.withheld) == (2, 1, 1, 1)
    assert (checked.screened.rows, checked.screened.size) == (4, 4)


def test_a_figure_given_again_as_the_report_has_it_is_the_same(check):
    checked = check("allegations_rape,2013-14,London,,583,,")
    assert (checked.new, checked.changed, checked.same) == (0, 0, 1)


def test_a_check_names_the_file_and_the_rules_by_their_digests(check):
    one, other = (check(f"fgm_referrals,2014,London,,{value},,") for value in (74, 75))
    content = a_return("fgm_referrals,2014,London,,74,,")
    assert one.sha256 == hashlib.sha256(content).hexdigest() != other.sha256
    assert one.rules == other.rules
    assert len(one.rules) == 64


def test_rows_of_another_kind_are_counted_as_new(kept, few):
    content = (
        b"ask,status_date,response,delivery,evidence,revised_due_date,reason,author\n"
        b"R6a,2015-03-01,accepted,in progress,,,,Met\n"
    )
    checked = publishing.check(kept, few, content, CLERK)
    assert (checked.screened.kind, checked.findings) == ("status", ())
    assert (checked.new, checked.changed, checked.same, checked.withheld) == (1, 0, 0, 0)


def test_a_file_that_cannot_be_read_is_held_against_nothing_further(check):
    checked = check("fgm_referral,2014,London,,74,,", "fgm_referrals,2014,London,,7431,,")
    assert [finding.check for finding in checked.findings] == ["indicator_is_known"]
    assert (checked.count, checked.new, checked.screened.reached) == (1, 0, "words")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            ["fgm_referrals,2014,London,,74,,", "allegations_rape,2014-15,London,,650,,"],
            "Line 3, value: allegations_rape 2014-15: the year is 650, its quarters add up to"
            " 613. Send the year again with marker r, or mend the quarters.",
        ),
        (
            ["allegations_rape_and_sexual_assault,2013-14,London,,3000,,"],
            "Line 2, value: allegations_rape_and_sexual_assault 2013-14: the total is 3,000, its"
            " parts add up to 2,386. Mend the total or the parts.",
        ),
        (
            # The whole is the report's and no return's: the part is what this one brings.
            ["fgm_referrals,2014,London,,74,,", "allegations_rape,2013-14,London,,9000,,"],
            "Line 3, value: allegations_all 2013-14: the whole is 9,972, yet its parts are at least"
            " 10,803. Mend the whole or the parts.",
        ),
    ],
)
def test_a_contradiction_names_the_line_that_brings_it(check, rows, sentence):
    assert sentence in said(check(*rows))


def test_a_change_by_three_times_and_by_thirty_is_asked_about(check):
    (finding,) = check("fgm_referrals,2014,London,,207,,").findings
    assert str(finding) == (
        "Line 2, value: fgm_referrals 2014: 207, where 2013 has 69. Mend it, or give a reason."
    )
    assert (finding.severity, finding.check) == ("asks", "changes_are_explained")
    assert said(check("fgm_referrals,2014,London,,206,,")) == []


def test_a_change_is_held_against_the_year_before_and_else_against_the_period_before(check):
    rows = [
        "allegations_rape,2015-16 Q1,London,,40,,",  # 150 a year before, 160 the quarter before
        "allegations_rape,2013-14 Q4,London,,40,,",  # nothing before
    ]
    assert said(check(*rows)) == [
        "Line 2, value: allegations_rape 2015-16 Q1: 40, where 2014-15 Q1 has 150. Mend it, or"
        " give a reason."
    ]
    assert said(check("allegations_rape,2016-17 Q1,London,,40,,")) == [
        "Line 2, value: allegations_rape 2016-17 Q1: 40, where 2014-15 Q4 has 160. Mend it, or"
        " give a reason."
    ]


def test_small_numbers_may_change_by_three_times(check):
    assert said(check("fgm_referrals,2014,London,,80,,", "fgm_referrals,2015,London,,51,,")) == []


def test_places_that_are_not_there_any_more_are_asked_about_by_name(check):
    (finding,) = check(*populations(2014, "Brent", "Barnet", "Camden")).findings
    assert str(finding) == (
        "Line 3, geography: borough_child_population 30 June 2014: figures of 3 of the 5 places of"
        " 30 June 2013. Bexley and Croydon are not there. Add what is missing, or give a reason."
    )
    assert finding.check == "places_are_complete"
    assert said(check(*populations(2014, *BOROUGHS, "Ealing"))) == []


def test_a_place_that_another_stands_in_for_is_missed(check):
    (finding,) = check(*populations(2014, *BOROUGHS[:4], "Ealing", "Enfield")).findings
    assert str(finding) == (
        "Line 2, geography: borough_child_population 30 June 2014: figures of 4 of the 5 places of"
        " 30 June 2013. Croydon is not there. Add what is missing, or give a reason."
    )


def test_this_very_file_is_told_with_the_publication_that_has_it(check):
    assert said(check(*RAPE_2014)) == [
        "Line 1, column A: This very file has been published already, as publication 2. Nothing"
        " was done."
    ]


def test_what_a_check_says_is_what_publishing_does(where, few):
    checked = publishing.check(where, few, FGM_2014, CLERK)
    receipt = publishing.publish(where, few, FGM_2014, CLERK)
    assert receipt.number == checked.number
    for name in ("new", "changed", "same", "withheld", "sha256", "rules"):
        assert getattr(receipt, name) == getattr(checked, name), name


def test_a_check_of_an_empty_home_writes_nothing(tmp_path: Path, few):
    checked = publishing.check(Home(tmp_path / "live"), few, FGM_2014, CLERK)
    assert (checked.number, checked.against, checked.new) == (2, 0, 1)
    assert list(tmp_path.iterdir()) == []


def test_a_check_needs_no_lock_and_works_while_somebody_publishes(where, few):
    with switching.writing(where, access.local_user("Ms Bell")):
        assert publishing.check(where, few, FGM_2014, CLERK).number == 2


def test_who_may_not_publish_may_not_check(where, few):
    with pytest.raises(access.AccessError, match="A visitor may not publish"):
        publishing.check(where, few, FGM_2014, access.Principal("A visitor"))


def test_progress_is_told_in_words_and_whoever_cancels_changes_nothing(where, few):
    steps: list[str] = []
    publishing.check(where, few, FGM_2014, CLERK, steps.append)
    assert steps == [
        "Reading the return",
        "Building publication 2 beside the current one",
        "Holding it against what is published",
    ]
    before = snapshot(where)
    for asked in range(1, 4):
        answers = iter([False] * (asked - 1))
        with pytest.raises(publishing.Cancelled):
            publishing.publish(
                where, few, FGM_2014, CLERK, cancelled=lambda left=answers: next(left, True)
            )
        assert snapshot(where) == before
    assert publishing.publish(where, few, FGM_2014, CLERK, cancelled=lambda: False).number == 2
    assert observed(where, "fgm_referrals")["2014"][0] == 74


def test_an_accepted_return_stays_buildable_when_the_rules_grow_stricter(where, few, monkeypatch):
    named = a_return("fgm_referrals,2014,London,,74,p,counted by Jane Smith")
    with monkeypatch.context() as before_there_was_such_a_rule:
        before_there_was_such_a_rule.setattr("oversight.screening.reader.personal", lambda *_: [])
        publishing.publish(where, few, named, CLERK)
    other = a_return("fgm_referrals,2015,London,,80,,counted by Jane Smith")
    with pytest.raises(publishing.RefusedReturn):
        publishing.publish(where, few, other, CLERK)
    building._understood.clear()
    assert publishing.publish(where, few, FGM_2014, CLERK).number == 3
    assert publishing.verify(where) == []
