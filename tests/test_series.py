"""Series worked out from others: the claims that a figure stands in go along with it."""

from __future__ import annotations

from oversight import bounds, periods, series
from oversight.bounds import Bounds
from oversight.series import Point, Series


def year(label: str, figure: Bounds, claim: str, standing: str = "reported") -> Point:
    when = periods.parse(label)
    return Point(label, when.starts_on, when.ends_on, figure, standing, claims=(claim,))


RAPE = Series(
    "allegations_rape",
    "Rape",
    "allegations",
    (
        year("2012-13", bounds.exact(511), "A05"),
        year("2013-14", bounds.exact(583), "A06"),
    ),
)
ASSAULT = Series(
    "allegations_sexual_assault",
    "Sexual assault",
    "allegations",
    (
        year("2012-13", bounds.exact(1599), "A08"),
        year("2013-14", bounds.exact(1803), "A09"),
    ),
)
BOTH = series.together([RAPE, ASSAULT], series.empty("both", "Both", "allegations"))
ALL = Series("all", "All", "allegations", (year("2013-14", bounds.exact(9972), "A02"),))


def claims_at(one: Series, period: str) -> tuple[str, ...]:
    return one.at(period).claims


def test_a_sum_stands_in_the_claims_of_its_parts():
    assert claims_at(BOTH, "2012-13") == ("A05", "A08")
    assert claims_at(BOTH, "2013-14") == ("A06", "A09")


def test_a_sum_that_was_given_itself_stands_in_its_own_claim_alone():
    given = Series("both", "Both", "allegations", (year("2012-13", bounds.exact(2110), "A14"),))
    assert claims_at(series.together([RAPE, ASSAULT], given), "2012-13") == ("A14",)


def test_a_rest_and_a_share_stand_in_the_claims_of_whole_and_part():
    assert claims_at(series.remainder(ALL, BOTH, "rest", "Rest"), "2013-14") == (
        "A02", "A06", "A09",
    )  # fmt: skip
    assert claims_at(series.shares(BOTH, ALL), "2013-14") == ("A06", "A09", "A02")


def test_a_year_that_cannot_be_worked_out_still_says_which_claims_it_would_need():
    lost = Point(*periods_of("2012-13"), bounds.unknown(), "not available", "x", claims=("A19",))
    part = Series("rape", "Rape", "allegations", (lost,))
    assert claims_at(series.together([part, ASSAULT], ALL), "2012-13") == ("A19", "A08")


def test_an_index_stands_in_the_claims_of_its_base_too():
    index = series.indexed(RAPE, "2012-13")
    assert claims_at(index, "2012-13") == ("A05",)
    assert claims_at(index, "2013-14") == ("A06", "A05")


def test_a_panel_names_each_claim_once_in_the_order_of_ids():
    assert series.claims_of([ASSAULT, BOTH, RAPE]) == ("A05", "A06", "A08", "A09")
    assert series.claims_of([series.empty("none", "None", "")]) == ()


def periods_of(label: str) -> tuple:
    when = periods.parse(label)
    return label, when.starts_on, when.ends_on
