"""What a later return says otherwise is marked by itself: revised, or final where it was not."""

from __future__ import annotations

from oversight import publishing, store
from tests.conftest import CLERK, a_return, observed


def marked(where) -> dict[str, tuple]:
    """Value, marker and note of the FGM referrals of each year."""
    return {
        row.period: (row.value, row.marker, row.note)
        for row in store.current(where).rows("export/observations")
        if row.indicator == "fgm_referrals"
    }


def send(where, few, cells: dict[str, str]) -> None:
    rows = [f"fgm_referrals,{year},London,,{cell}" for year, cell in cells.items()]
    publishing.publish(where, few, a_return(*rows), CLERK)


# Year: what an earlier return says of it, what a later one does, and what readers see.
SAID_TWICE = {
    "2014": ("74,,", "80,,", (80, "r", "")),
    "2015": ("74,,", "80,,counted again", (80, "r", "counted again")),
    # A number that stays provisional keeps its marker, and its note says the rest.
    "2016": ("74,p,", "80,p,", (80, "p", "revised")),
    "2017": ("74,p,", "80,p,to March", (80, "p", "revised; to March")),
    "2018": ("74,p,", "80,,", (80, "r", "")),
    # The same number without its marker is final.
    "2019": ("74,p,", "74,,", (74, "", "")),
    "2020": ("74,,", "74,,checked", (74, "", "checked")),
    # What had no number is new, and what has none now is not revised.
    "2021": (",x,", "80,,", (80, "", "")),
    "2022": ("74,,", ",c,", (None, "c", "")),
    "2023": ("74,,", "80,r,", (80, "r", "")),
    "2024": ("74,,", "80,b,", (80, "b", "revised")),
}


def test_a_later_return_marks_what_it_says_otherwise(where, few):
    send(where, few, {year: earlier for year, (earlier, _, _) in SAID_TWICE.items()})
    send(where, few, {year: later for year, (_, later, _) in SAID_TWICE.items()})
    found = marked(where)
    assert {year: found[year] for year in SAID_TWICE} == {
        year: seen for year, (_, _, seen) in SAID_TWICE.items()
    }


def test_a_word_of_two_returns_ago_is_still_contradicted(where, few):
    for cell in ("74,,", "80,,", "80,,checked"):
        send(where, few, {"2014": cell})
    assert marked(where)["2014"] == (80, "r", "checked")


def test_a_return_revises_the_report_where_it_lies_outside_what_was_printed(where, few):
    sent = a_return(
        "allegations_rape,2013-14,London,,590,,",
        "allegations_rape,2012-13,London,,511,,",
        # The report's 383 to 384 holds: the count confirms it and revises nothing.
        "allegations_rape,2008-09,London,,384,,",
        "allegations_sexual_assault,2008-09,London,,1090,,",
    )
    publishing.publish(where, few, sent, CLERK)
    rape, assault = (observed(where, f"allegations_{kind}") for kind in ("rape", "sexual_assault"))
    assert [rape[year][4] for year in ("2013-14", "2012-13", "2008-09")] == ["r", "", ""]
    assert assault["2008-09"][4] == "r"


def test_what_was_only_said_roughly_is_not_revised_by_a_count(where, few):
    """ "Over 1,000" trained is contradicted by 900 alone."""
    before = observed(where, "cse_officers_trained")
    assert {row[3] for row in before.values()} == {"more than"}
    publishing.publish(
        where, few, a_return("cse_officers_trained,2014-03-31,Metropolitan Police,,1200,,"), CLERK
    )
    assert observed(where, "cse_officers_trained")["31 March 2014"][4] == ""


def test_a_year_of_quarters_is_revised_with_its_quarter(where, few):
    rows = [f"allegations_rape,2014-15 Q{quarter},London,,15{quarter},," for quarter in range(1, 5)]
    publishing.publish(where, few, a_return(*rows), CLERK)
    assert observed(where, "allegations_rape")["2014-15"][4] == ""
    publishing.publish(where, few, a_return("allegations_rape,2014-15 Q2,London,,160,,"), CLERK)
    assert observed(where, "allegations_rape")["2014-15"][:5] == (618, 618, 618, "exact", "r")


def test_a_figure_is_not_revised_any_more_when_its_revision_is_withdrawn(where, few):
    before = observed(where, "allegations_rape")["2013-14"]
    publishing.publish(where, few, a_return("allegations_rape,2013-14,London,,590,,"), CLERK)
    publishing.withdraw(where, few, 2, CLERK, "Another year's count")
    assert observed(where, "allegations_rape")["2013-14"] == before


def test_what_was_withdrawn_is_contradicted_by_nothing_that_is_sent_again(where, few):
    send(where, few, {"2014": "74,,"})
    send(where, few, {"2014": "80,,", "2015": "50,,"})
    assert marked(where)["2014"] == (80, "r", "")
    publishing.withdraw(where, few, 2, CLERK, "Another year's count")
    assert marked(where)["2014"] == (80, "", "")
    send(where, few, {"2014": "85,,"})
    assert marked(where)["2014"] == (85, "r", "")
    assert publishing.verify(where) == []
