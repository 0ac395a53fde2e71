"""What is told of a return and what decides on it: the list is short, the decision is not."""

from __future__ import annotations

import pytest

from oversight import publishing
from oversight.home import Home
from oversight.publishing import accepting, clashes
from oversight.screening import Finding, first_told
from oversight.screening.registry import ASKS, BLOCKS
from tests.conftest import CLERK, a_return, snapshot

REASON = {"changes_are_explained": "Estimated anew after the census"}
MOST = 100


@pytest.fixture(scope="module")
def boroughs(few) -> list[str]:
    rows = few["data/reference/areas.csv"].decode().splitlines()
    return [row.split(",")[1] for row in rows if row.startswith("E09")]


def populations(boroughs: list[str], *counts: int, first: int = 2011) -> list[str]:
    """Children of every borough in mid-year: as many in the first year, then in the second."""
    return [
        f"borough_child_population,{year}-06-30,{borough},,{count},,"
        for year, count in enumerate(counts, start=first)
        for borough in boroughs
    ]


# 33 boroughs, of which 4 times 33 figures are asked about: each is ten times or a tenth.
UP_AND_DOWN = (9_000, 90_000, 9_000, 90_000, 9_000)
CONTRADICTION = [
    "allegations_rape,2014-15 Q1,London,,150,,",
    "allegations_rape,2014-15 Q2,London,,155,,",
    "allegations_rape,2014-15 Q3,London,,148,,",
    "allegations_rape,2014-15 Q4,London,,160,,",
    "allegations_rape,2014-15,London,,650,,",
]


def test_a_contradiction_behind_a_hundred_questions_is_told_and_refused(where, few, boroughs):
    content = a_return(*populations(boroughs, *UP_AND_DOWN), *CONTRADICTION)
    before = snapshot(where)
    checked = publishing.check(where, few, content, CLERK)
    assert (checked.count, len(checked.findings), len(checked.asks)) == (133, MOST, MOST - 1)
    assert [str(finding) for finding in checked.blocks] == [
        "Line 171, value: allegations_rape 2014-15: the year is 650, its quarters add up to 613."
        " Send the year again with marker r, or mend the quarters."
    ]
    assert checked.checks == {"changes_are_explained": 132, "years_and_quarters_agree": 1}
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, content, CLERK, reasons=REASON)
    assert checked.blocks[0] in refused.value.findings
    assert (refused.value.count, len(refused.value.findings)) == (133, MOST)
    assert snapshot(where) == before


def test_a_question_behind_a_hundred_others_is_told_and_waits_for_its_own_reason(
    where, few, boroughs
):
    rows = populations(boroughs, *UP_AND_DOWN)[:-1]
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, a_return(*rows), CLERK, reasons=REASON)
    assert [finding.check for finding in refused.value.findings] == ["places_are_complete"]
    assert refused.value.count == 1
    both = {**REASON, "places_are_complete": "Westminster has not sent it yet"}
    assert publishing.publish(where, few, a_return(*rows), CLERK, reasons=both).number == 2


def test_what_is_told_decides_nothing():
    ask = Finding("changes_are_explained", "Far from the one before.", 2, "value")
    found = {"changes_are_explained": 132, "years_and_quarters_agree": 1}
    with pytest.raises(accepting.RefusedReturn):
        accepting.decide([ask], found, 133, REASON)
    accepting.decide([ask], {"changes_are_explained": 132}, 132, REASON)


def test_the_first_of_each_check_is_told_then_what_blocks_then_what_asks():
    asked = [Finding("changes_are_explained", "", line) for line in range(2, 202)]
    missed = Finding("places_are_complete", "", 400)
    blocked = [Finding("totals_and_parts_agree", "", line) for line in range(300, 360)]
    last = Finding("years_and_quarters_agree", "", 500)
    told = first_told([*asked, missed, *blocked, last])
    assert told == (*asked[:38], *blocked, missed, last)
    assert [one.severity for one in told] == [ASKS] * 38 + [BLOCKS] * 60 + [ASKS, BLOCKS]


def test_lines_are_looked_up_once_a_question_however_many_are_told(
    where, few, boroughs, monkeypatch
):
    asked: list[str] = []
    statement = clashes.store.statement

    def noted(question: str) -> str:
        asked.append(question)
        return statement(question)

    monkeypatch.setattr(clashes.store, "statement", noted)
    rows = populations(boroughs, *UP_AND_DOWN)
    split = [row.replace(",,90000", ",sex=female,91000") for row in rows if ",90000" in row]
    checked = publishing.check(where, few, a_return(*rows, *split), CLERK)
    assert checked.checks == {"changes_are_explained": 132, "splits_and_all_agree": 66}
    assert all(finding.line for finding in checked.findings)
    # One for the contradictions, one for the questions.
    assert asked.count("screening/lines_of_cells") == 2


ROWS = {
    "in another order": (
        b"value,marker,note,indicator,period,geography,breakdown\n"
        b"207,,so printed,fgm_referrals,2014,London,\n"
    ),
    "below blank lines": (
        b"\n\nindicator,period,geography,breakdown,value,marker,note\n"
        b"fgm_referrals,2014,London,,207,,so printed\n"
    ),
    "parted by semicolons": (
        b"indicator;period;geography;breakdown;value;marker;note\n"
        b"fgm_referrals;2014;London;;207;;so printed\n"
    ),
    "below a blank line, parted by tabs, a column blank": (
        b"\r\nindicator\tperiod\tgeography\tbreakdown\tvalue\tnote\tmarker\t\r\n"
        b"fgm_referrals\t2014\tLondon\t\t207\tso printed\t\t\r\n"
    ),
}


@pytest.mark.parametrize("content", ROWS.values(), ids=ROWS)
def test_a_question_shows_its_row_in_the_order_of_the_kind(content: bytes, first: Home, few):
    (finding,) = publishing.check(first, few, content, CLERK).findings
    assert finding.cells == ("fgm_referrals", "2014", "London", "", "207", "", "so printed")
    assert finding.line == content[: content.index(b"so printed")].count(b"\n") + 1


def test_a_figure_of_which_neither_limit_is_known_and_a_place_nobody_lists_are_told():
    row = {"indicator": "cse_referrals", "period": "2014", "breakdown": "", "place": "E09000099"}
    row |= {"lower": None, "upper": None, "lower_sum": 4, "upper_sum": None}
    subject = clashes._subject(row, {"E09000007": "Camden"})
    assert subject == "cse_referrals 2014, E09000099"
    assert clashes._contradicted_total({**row, "subject": subject}).message == (
        "cse_referrals 2014, E09000099: the total is not known, its parts add up to at least 4."
        " Mend the total or the parts."
    )
