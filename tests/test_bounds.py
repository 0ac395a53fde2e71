"""Figures known only within limits: what is printed, and that no sum says more than its parts."""

from __future__ import annotations

from itertools import product

import pytest

from oversight.bounds import (
    Bounds,
    exact,
    printed,
    printed_change,
    signed_per_cent,
    stored,
    total,
    unknown,
    withheld,
)
from tests.said import about, derived, expected, more_than

RAPE, RAPE_IN_2008 = exact(583), derived(383, 384)
BOTH, BOTH_IN_2008, BOTH_IN_2009 = exact(2386), derived(1454, 1460), derived(1774, 1787)
ALL, ALL_IN_2008 = exact(9972), exact(9453)


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        (exact(966), "966"),
        (exact(9972), "9,972"),
        (exact(0), "0"),
        (exact(-40), "−40"),
        (derived(383, 384), "383 to 384"),
        (derived(186, 186), "186"),
        (more_than(50), "over 50"),
        (about(150), "about 150"),
        (expected(2000, 3000), "2,000 or 3,000"),
        (unknown(), "not stated"),
        (withheld(), "withheld"),
        (Bounds(None, 2061), "at most 2,061"),
        (Bounds(31, None), "at least 31"),
        (Bounds(None, None), "not stated"),
        (Bounds(130, 170, about=True), "about 130 to 170"),
    ],
)
def test_each_kind_of_figure_is_printed_as_it_was_said(figure: Bounds, sentence: str):
    assert printed(figure) == sentence


@pytest.mark.parametrize(
    ("value", "lower", "upper", "qualifier", "sentence"),
    [
        (966, None, None, "exact", "966"),
        (None, 916, 924, "derived", "916 to 924"),
        (None, 51, None, "more than", "over 50"),
        (150, None, None, "about", "about 150"),
        (15000, None, None, "estimated", "about 15,000"),
        (None, 2000, 3000, "expected", "2,000 or 3,000"),
        (None, 2000, None, "expected", "at least about 2,000"),
        (None, None, 2061, "derived", "at most 2,061"),
        (None, 14, None, "at least", "at least 14"),
        (None, None, None, "withheld", "withheld"),
        (None, None, None, "missing", "not stated"),
    ],
)
def test_a_stored_figure_is_printed_with_its_qualifier(value, lower, upper, qualifier, sentence):
    assert printed(stored(value, lower, upper, qualifier)) == sentence


def test_a_percentage_keeps_one_decimal_and_its_unit():
    assert printed(exact(79.24), "%") == "79.2%"
    assert printed(exact(100.0), "%") == "100%"
    assert printed(exact(12.25), "%") == "12.3%"
    assert printed(stored(None, None, 100, "close to"), "%") == "close to 100%"


def test_posts_become_people_as_far_as_the_report_says():
    at_work = exact(966) - more_than(50) - about(150) - unknown()
    assert printed(at_work) == "at most about 765"
    assert printed(at_work.share_of(exact(966)), "%") == "at most about 79.2%"
    assert printed(exact(40) + exact(75)) == "115"
    assert printed(about(150) - (exact(40) + exact(75))) == "about 35"


@pytest.mark.parametrize(
    ("latest", "base", "sentence"),
    [
        (exact(583), exact(511), "+14%"),
        (exact(1803), exact(1599), "+13%"),
        (BOTH, exact(2110), "+13%"),
        (ALL, ALL_IN_2008, "+5%"),
        (exact(69), exact(26), "+165%"),
        (RAPE, RAPE_IN_2008, "+52%"),
        (exact(1803), derived(1071, 1076), "+68%"),
        (BOTH, BOTH_IN_2008, "+63% to +64%"),
        (BOTH, BOTH_IN_2009, "+34%"),
        (exact(966), derived(916, 924), "+5%"),
        (exact(966), derived(789, 795), "+22%"),
        (exact(210), derived(186, 186), "+13%"),
        (ALL - BOTH, ALL_IN_2008 - BOTH_IN_2008, "−5%"),
        (exact(2268), Bounds(None, 2061), "at least +10%"),
        (exact(26), exact(41), "−37%"),
        (exact(100), derived(98, 104), "−4% to +2%"),
        (exact(100), exact(100), "0%"),
        (about(150), exact(100), "about +50%"),
    ],
)
def test_a_change_is_worked_out_from_its_named_baseline(latest, base, sentence):
    assert printed_change(latest.change_from(base)) == sentence


def test_the_2008_bases_are_the_only_whole_numbers_that_give_the_printed_changes():
    def bases(latest: int, change: int) -> list[int]:
        return [v for v in range(1, latest * 2) if abs(100 * (latest / v - 1) - change) <= 0.5]

    assert bases(583, 52) == [383, 384]
    assert bases(1803, 68) == list(range(1071, 1077))
    assert bases(2386, 34) == list(range(1774, 1788))
    assert bases(966, 5) == list(range(916, 925))
    assert bases(966, 22) == list(range(789, 796))
    assert bases(210, 13) == [186]
    assert derived(383, 384) + derived(1071, 1076) == BOTH_IN_2008


def test_composition_changed_more_than_volume():
    assert printed(BOTH_IN_2008.share_of(ALL_IN_2008), "%") == "15.4%"
    assert printed(BOTH.share_of(ALL), "%") == "23.9%"
    assert printed(ALL_IN_2008 - BOTH_IN_2008) == "7,993 to 7,999"
    assert printed(ALL - BOTH) == "7,586"


def test_a_sum_with_a_withheld_part_is_at_least_and_says_how_many_are_withheld():
    assert printed(total([exact(5), exact(7), withheld()])) == "at least 12, 1 withheld"
    assert printed(total([withheld(), exact(7), withheld()])) == "at least 7, 2 withheld"
    assert printed(total([withheld(), withheld()])) == "at least 0, 2 withheld"
    assert printed(total([])) == "0"


def test_arithmetic_drops_the_reports_word_and_keeps_the_limit():
    assert printed(more_than(50) + exact(10)) == "at least 61"
    assert printed(expected(2000, 3000) + exact(10)) == "about 2,010 to 3,010"


def test_about_is_never_exact():
    assert exact(966).is_exact
    assert not about(150).is_exact
    assert not derived(383, 384).is_exact


def test_a_figure_is_drawn_at_its_middle_or_at_the_one_limit_it_has():
    assert derived(383, 384).middle == 383.5
    assert more_than(50).middle == 51
    assert Bounds(None, 2061).middle == 2061
    assert Bounds(None, None).middle is None


def test_limits_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="lower limit 384 is above the upper limit 383"):
        derived(384, 383)


@pytest.mark.parametrize("figure", [exact(-1), Bounds(None, -5), Bounds(-5, 5)])
def test_a_ratio_of_figures_that_may_be_below_zero_is_refused(figure: Bounds):
    with pytest.raises(ValueError, match="below zero"):
        figure.ratio_to(exact(2))
    with pytest.raises(ValueError, match="below zero"):
        exact(2).ratio_to(figure)


def test_a_factor_of_zero_or_less_is_refused():
    with pytest.raises(ValueError, match="above zero"):
        exact(2).times(0)


def test_a_ratio_to_what_may_be_zero_has_no_upper_limit():
    assert exact(10).ratio_to(unknown()) == Bounds(None, None)
    assert exact(10).ratio_to(Bounds(0, 5)) == Bounds(2, None)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (0.4, "0%"), (-0.4, "0%"), (0.5, "+1%"), (-0.5, "−1%"), (12.5, "+13%"), (1234, "+1,234%"),
        (-100, "−100%"), (-99.97, "−99.97%"), (-99.999, "−99.99%"), (99.97, "+100%"),
    ],
)  # fmt: skip
def test_per_cent_is_rounded_half_away_from_zero_as_people_round(number, sentence):
    assert signed_per_cent(number) == sentence


INTERVALS = [(low, high) for low in range(5) for high in range(low, 5)]


@pytest.mark.parametrize(
    ("name", "worked_out", "by_hand"),
    [
        ("sum", Bounds.__add__, lambda a, b: a + b),
        ("difference", Bounds.__sub__, lambda a, b: a - b),
        ("ratio", Bounds.ratio_to, lambda a, b: a / b),
        ("share", Bounds.share_of, lambda a, b: 100 * a / b),
        ("change", Bounds.change_from, lambda a, b: 100 * a / b - 100),
    ],
)
def test_the_limits_are_the_least_and_the_most_over_all_members(name, worked_out, by_hand):
    for (low, high), (low_too, high_too) in product(INTERVALS, INTERVALS):
        if low_too == 0 and name not in ("sum", "difference"):
            continue
        every = [
            by_hand(one, other)
            for one in range(low, high + 1)
            for other in range(low_too, high_too + 1)
        ]
        found = worked_out(Bounds(low, high), Bounds(low_too, high_too))
        assert (found.lower, found.upper) == pytest.approx((min(every), max(every)))
