"""What becomes of small numbers from one publication to the next."""

from __future__ import annotations

import duckdb
import pytest

from oversight import publishing, store
from oversight.disclosure import LONDON
from tests.conftest import CLERK, a_return
from tests.test_protection import BRENT, CAMDEN, publish, seen


def untold(where, number: int) -> set[tuple]:
    """Period, place and kind of the CSE referrals of which nobody may know whether they are few."""
    with duckdb.connect(str(where.publication(number)), read_only=True) as connection:
        rows = connection.execute(
            "SELECT period, CASE WHEN level = 'London' THEN level ELSE area END, breakdown"
            " FROM observation WHERE indicator = 'cse_referrals' AND is_untold"
        )
        return set(rows.fetchall())


@pytest.mark.parametrize("comes", ["together", "after"])
def test_a_few_of_one_borough_leaves_what_london_has_as_it_is(where, few, comes):
    london = {"rape": 600, "sexual_assault": 1900, "assault": 4000, "neglect": 3000, "all": 9900}
    camden = {"rape": 2, "sexual_assault": 3, "assault": 40, "neglect": 30, "all": 80}
    row = "allegations_{},2014-15,{},,{},,"
    totals = [row.format(name, "London", value) for name, value in london.items()]
    parts = [row.format(name, "Camden", value) for name, value in camden.items()]
    for rows in [[*totals, *parts]] if comes == "together" else [totals, parts]:
        publish(where, few, *rows)
    shown = {
        (row.indicator.removeprefix("allegations_"), row.geography): (row.lower, row.upper)
        for row in store.current(where).rows("export/observations")
        if row.period == "2014-15" and row.indicator.startswith("allegations_")
    }
    for name, value in london.items():
        assert shown[name, "London"] == (value, value)
    of_camden = {name: shown[name, "Camden"] for name in camden}
    assert of_camden == {
        "rape": (None, None),
        "sexual_assault": (None, None),
        "assault": (38, 42),
        "neglect": (28, 32),
        "all": (78, 82),
    }


def test_a_quarter_that_is_said_anew_takes_no_other_quarter_with_it(where, few):
    """Camden had 7 and has 8: London's 57 and 58 would tell. The other three tell nothing."""
    row = "cse_referrals,2014-15 {},{},,{},,"
    counts = {"Q1": (7, 20, 30), "Q2": (21, 40, 50), "Q3": (6, 22, 40), "Q4": (33, 5, 50)}
    sent = [
        row.format(quarter, place, value)
        for quarter, values in counts.items()
        for place, value in zip(
            ("London", "Camden", "Brent", "Barnet"), (sum(values), *values), strict=True
        )
    ]
    publish(where, few, *sent)
    publish(where, few, row.format("Q1", "Camden", 8), row.format("Q1", "London", 58))
    london = {at[0]: shown[:3] for at, shown in seen(where, 3).items() if at[1:] == (LONDON, "")}
    later = {f"2014-15 {quarter}": sum(counts[quarter]) for quarter in ("Q2", "Q3", "Q4")}
    assert {period: london[period] for period in later} == {
        period: (value, value, value) for period, value in later.items()
    }
    assert london["2014-15 Q1"] == (None, None, None)


def test_what_is_withheld_with_what_is_around_it_stays_so_whatever_is_published_beside_it(
    where, few
):
    """Seven girls are in no row, and all four rows would tell of them; a sender's words do not."""
    publish(
        where,
        few,
        "cse_referrals,2014-15 Q1,London,sex=male,29,,",
        "cse_referrals,2014-15 Q1,Camden,,27,,",
        "cse_referrals,2014-15 Q1,Camden,sex=male,20,,",
        "cse_referrals,2014-15 Q1,Brent,sex=male,9,,",
        'cse_referrals,2014-15 Q2,Brent,,,c,"withheld to protect people, with what is around it"',
    )
    around = {
        ("2014-15 Q1", place, sex)
        for place, sex in [
            (LONDON, "sex=male"),
            (CAMDEN, ""),
            (CAMDEN, "sex=male"),
            (BRENT, "sex=male"),
        ]
    }
    assert untold(where, 2) == around
    publish(where, few, "fgm_referrals,2014,London,,74,,")
    assert untold(where, 3) == around
    assert seen(where, 3) == seen(where, 2)


@pytest.mark.parametrize("typed", [20_000_000, 1_000_000_000])
def test_a_slip_of_the_pen_is_mended_however_large_it_was(where, few, typed):
    row = "cse_referrals,2014-15 Q1,Camden,,{},,"
    publishing.publish(where, few, a_return(row.format(typed)), CLERK)
    assert seen(where, 2)["2014-15 Q1", CAMDEN, ""][:3] == (typed, typed - 2, typed + 2)
    publishing.publish(where, few, a_return(row.format(31)), CLERK)
    assert seen(where, 3)["2014-15 Q1", CAMDEN, ""][:3] == (30, 28, 32)
    publishing.withdraw(where, few, 2, CLERK, "Typed in the wrong row")
    assert seen(where, 4)["2014-15 Q1", CAMDEN, ""][:3] == (30, 28, 32)


LONDON_OF_9 = "cse_referrals,2014-15 Q1,London,,9,,"
OF_1_AND_8 = ("cse_referrals,2014-15 Q1,Camden,,1,,", "cse_referrals,2014-15 Q1,Brent,,8,,")


@pytest.mark.must("signal", 3)
@pytest.mark.parametrize("comes", ["together", "before it is withdrawn", "after it is withdrawn"])
def test_what_was_left_out_is_remembered_by_every_later_publication(where, few, comes):
    """9 less 8 to 12 would leave 1 for Camden, to whoever kept the publication of the boroughs."""
    total = (LONDON_OF_9,)
    publish(where, few, *OF_1_AND_8, *(total if comes == "together" else ()))
    if comes == "before it is withdrawn":
        publish(where, few, *total)
    publishing.withdraw(where, few, 2, CLERK, "Counted twice")
    if comes != "before it is withdrawn":
        publish(where, few, *total)
    publish(where, few, "fgm_referrals,2014,London,,74,,")
    last = where.current().number
    assert seen(where, last)["2014-15 Q1", LONDON, ""][:3] == (10, 8, 12)
