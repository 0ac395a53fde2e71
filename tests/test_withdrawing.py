"""Withdrawing a return: published without it, nothing taken away, and it can be sent again."""

from __future__ import annotations

import pytest

from oversight import publishing, store
from oversight.commands import main
from tests.conftest import CLERK, a_return, observed, snapshot

FGM_2014 = a_return("fgm_referrals,2014,Metropolitan Police,,74,p,")
FGM_2015 = a_return("fgm_referrals,2015,Metropolitan Police,,80,,")
R6A_BEGUN = (
    b"ask,status_date,response,delivery,evidence,revised_due_date,reason,author\n"
    b"R6a,2015-03-01,accepted,in progress,,,,Met\n"
)


def years_known(where) -> set[str]:
    return {*observed(where, "fgm_referrals")}


def test_a_withdrawn_return_is_left_out_and_later_ones_stay(after, few):
    where = after(FGM_2014, FGM_2015)
    receipt = publishing.withdraw(where, few, 2, CLERK, "Counted the wrong year")
    assert receipt.number == 4
    assert years_known(where) == {"2012", "2013", "2015"}
    earlier = store.numbered(where, 3).rows("export/observations")
    assert {"2014", "2015"} <= {row.period for row in earlier if row.indicator == "fgm_referrals"}
    assert where.returned(where.entries()[1].accepted[0]).read_bytes() == FGM_2014
    assert publishing.verify(where) == []


def test_a_status_return_is_undone_like_figures(where, few):
    publishing.publish(where, few, R6A_BEGUN, CLERK)
    said = store.current(where).rows("recommendations/updates")
    assert [(row.ask, row.delivery, row.publication) for row in said] == [("R6a", "in progress", 2)]
    publishing.withdraw(where, few, 2, CLERK, "Sent by mistake")
    assert store.current(where).rows("recommendations/updates") == ()
    assert store.numbered(where, 2).rows("recommendations/updates") == said


def test_what_was_withdrawn_can_be_sent_again_and_withdrawn_again(after, few):
    where = after(FGM_2014)
    publishing.withdraw(where, few, 2, CLERK, "Not yet signed off")
    assert publishing.publish(where, few, FGM_2014, CLERK).number == 4
    assert years_known(where) == {"2012", "2013", "2014"}
    publishing.withdraw(where, few, 4, CLERK, "Still not")
    assert years_known(where) == {"2012", "2013"}
    assert publishing.verify(where) == []


@pytest.mark.parametrize(
    ("number", "note", "sentence"),
    [
        (1, "A reason", "Publication 1 brought no return that stands. Nothing was done."),
        (9, "A reason", "Publication 9 brought no return that stands. Nothing was done."),
        (2, "  ", "Say why it is withdrawn."),
        (2, "\u2800 \u3164\u200b\u17b4", "Say why it is withdrawn."),
    ],
)
def test_nothing_is_withdrawn_without_a_return_and_a_reason(after, few, number, note, sentence):
    where = after(FGM_2014)
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.withdraw(where, few, number, CLERK, note)
    assert [str(finding) for finding in refused.value.findings] == [sentence]
    assert snapshot(where) == before


YEAR_REVISED = a_return("allegations_rape,2013-14,London,,600,r,")
QUARTERS = a_return(
    "allegations_rape,2013-14 Q1,London,,150,,",
    "allegations_rape,2013-14 Q2,London,,150,,",
    "allegations_rape,2013-14 Q3,London,,150,,",
    "allegations_rape,2013-14 Q4,London,,150,,",
)


def test_a_return_on_which_a_later_one_rests_is_not_withdrawn_and_the_later_one_is_named(
    where, few
):
    publishing.publish(where, few, YEAR_REVISED, CLERK, "The year revised")
    publishing.publish(where, few, QUARTERS, CLERK, "Its quarters")
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.withdraw(where, few, 2, CLERK, "Not signed off")
    assert [str(finding) for finding in refused.value.findings] == [
        "Publication 3 (Its quarters) rests on it. allegations_rape 2013-14: the year is 583, its"
        " quarters add up to 600. Send the year again with marker r, or mend the quarters."
    ]
    assert snapshot(where) == before
    publishing.withdraw(where, few, 3, CLERK, "Not signed off either")
    assert publishing.withdraw(where, few, 2, CLERK, "Not signed off").number == 5


def test_the_command_withdraws_and_says_so(where, few, capsys, tmp_path):
    arriving = tmp_path / "return.csv"
    arriving.write_bytes(FGM_2014)
    place = ["--home", str(where.path)]
    assert main(["publish", str(arriving), *place]) == 0
    assert main(["withdraw", "2", "--note", "Wrong year", "--by", "A clerk", *place]) == 0
    assert "Publication 3 is made without the return of publication 2." in capsys.readouterr().out
    assert main(["withdraw", "2", "--note", "Again", *place]) == 1
    assert capsys.readouterr().err == (
        "Nothing is withdrawn.\nPublication 2 brought no return that stands. Nothing was done.\n"
    )
