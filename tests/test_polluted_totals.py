"""Returns whose rows contradict each other: readable one by one, refused when published."""

from __future__ import annotations

import pytest

from oversight import publishing
from oversight.screening import Finding
from oversight.screening.registry import BLOCKS
from tests.conftest import CLERK, a_return

RAPE = "recorded_rape_all_victims,2014-15"
CSE = "cse_referrals,2014-15 Q2,London"

CONTRADICT = {
    "a year that is not the sum of its quarters": (
        f"{RAPE},Camden,,150,,",
        f"{RAPE} Q1,Camden,,40,,",
        f"{RAPE} Q2,Camden,,30,,",
        f"{RAPE} Q3,Camden,,50,,",
        f"{RAPE} Q4,Camden,,31,,",
    ),
    "three quarters that are more than the year": (
        f"{RAPE},Camden,,100,,",
        f"{RAPE} Q1,Camden,,40,,",
        f"{RAPE} Q2,Camden,,40,,",
        f"{RAPE} Q3,Camden,,40,,",
    ),
    "a sum that is not the sum of its parts": (
        "allegations_rape,2014-15,London,,601,,",
        "allegations_sexual_assault,2014-15,London,,1900,,",
        "allegations_rape_and_sexual_assault,2014-15,London,,2510,,",
    ),
    "a part that is more than its whole": (
        "allegations_neglect,2014-15,London,,11000,,",
        "allegations_all,2014-15,London,,10034,,",
    ),
    "a sex that is more than all": (f"{CSE},,310,,", f"{CSE},sex=female,320,,"),
    "both sexes more than all": (
        f"{CSE},,310,,",
        f"{CSE},sex=female,250,,",
        f"{CSE},sex=male,70,,",
    ),
    "a borough that is more than London": (f"{RAPE} Q1,London,,900,,", f"{RAPE} Q1,Camden,,950,,"),
    "boroughs that are more than London": (
        f"{RAPE} Q1,London,,900,,",
        f"{RAPE} Q1,Camden,,500,,",
        f"{RAPE} Q1,Brent,,500,,",
    ),
}
AGREE = (
    f"{RAPE},Camden,,151,,",
    f"{RAPE} Q1,Camden,,40,,",
    f"{RAPE} Q2,Camden,,30,,",
    f"{RAPE} Q3,Camden,,50,,",
    f"{RAPE} Q4,Camden,,31,,",
    "allegations_rape,2014-15,London,,601,,",
    "allegations_sexual_assault,2014-15,London,,1900,,",
    "allegations_rape_and_sexual_assault,2014-15,London,,2501,,",
    f"{CSE},,310,,",
    f"{CSE},sex=female,250,,",
    f"{CSE},sex=male,60,,",
)


def what_refuses(where, files, *rows: str) -> list[Finding]:
    """The findings that refuse a return when it is published; nothing stands in the way of asks."""
    try:
        publishing.publish(where, files, a_return(*rows), CLERK)
    except publishing.RefusedReturn as refused:
        return [finding for finding in refused.findings if finding.severity == BLOCKS]
    return []


@pytest.mark.must("returns", 2)
@pytest.mark.parametrize("rows", CONTRADICT.values(), ids=CONTRADICT)
def test_totals_that_contradict_their_parts_are_refused_by_line_and_column(rows, where, few):
    findings = what_refuses(where, few, *rows)
    assert findings != []
    assert all(finding.line and finding.column for finding in findings)


def test_totals_that_agree_with_their_parts_are_not(where, few):
    assert what_refuses(where, few, *AGREE) == []
