"""Boroughs beside each other: exact limits, widened where they must be, and no borough worse."""

from __future__ import annotations

import pytest

from oversight import bounds, statistics
from oversight.bounds import Bounds
from oversight.statistics import Place, Refusal, Why
from oversight.wording import funnel as words


def boroughs(*counts: float | Bounds) -> list[Place]:
    """Places of 10,000 children each."""
    return [
        Place(f"Place {place}", one if isinstance(one, Bounds) else bounds.exact(one), 10_000)
        for place, one in enumerate(counts)
    ]


def test_funnel_limits_are_exact_poisson_ones() -> None:
    from scipy.stats import poisson

    for expected in (0.5, 7.3, 26, 400):
        for tail in (0.025, 0.001):
            low, high = statistics.limits_of_count(expected, tail)
            for count in range(600):
                assert (count > high) == (poisson.sf(count - 1, expected) < tail)
                assert (count < low) == (poisson.cdf(count, expected) < tail)


def test_a_borough_beyond_the_limits_differs_and_is_never_called_worse() -> None:
    found = statistics.funnel(boroughs(20, 22, 18, 21, 19, 24, 16, 20, 23, 17, 60))
    assert not found.is_widened
    assert {one.place.name: one.differs for one in found.placed if one.differs} == {
        "Place 10": "99.8%"
    }
    text = words.finding(found, "2024-25")
    assert text.startswith("**One of 11 boroughs differs** in 2024-25 from all together by more")
    assert not any(word in text for word in ("worse", "better", "best", "worst"))
    # The same count known within limits differs only if each number within them does.
    unsure = statistics.funnel(boroughs(20, 22, 18, 21, 19, 24, 16, 20, 23, 17, Bounds(22, 60)))
    assert not any(one.differs for one in unsure.placed)


def test_limits_are_widened_where_boroughs_differ_far_more_than_by_chance() -> None:
    counts = (5, 60, 12, 48, 20, 35, 8, 55, 30, 15, 42, 25)
    found = statistics.funnel(boroughs(*counts))
    assert found.is_widened
    assert found.factor == pytest.approx(found.spread**0.5)
    assert not any(one.differs for one in found.placed)
    assert "times as wide (Spiegelhalter 2005)" in words.how(found, 1000, "1 July", ())
    assert statistics.funnel(boroughs(*counts[:9])) == Refusal(Why.FEW_PLACES, 9, 1)
    assert statistics.funnel(boroughs(*[0] * 12)) == Refusal(Why.NOUGHT)


def test_a_funnel_that_is_refused_says_how_many_boroughs_lack_and_how_many_are_withheld() -> None:
    assert words.no_funnel(Refusal(Why.FEW_PLACES, 9, 1), 3) == (
        "Nine boroughs have both a count and a number of children: one more is needed for a"
        " funnel. The count of three others is withheld [c] to protect people."
    )
    assert words.no_funnel(Refusal(Why.FEW_PLACES, 1, 9), 1) == (
        "One borough has both a count and a number of children: nine more are needed for a"
        " funnel. The count of another is withheld [c] to protect people."
    )
    assert words.no_funnel(Refusal(Why.FEW_PLACES, 0, 10)).startswith("No borough has both")


def test_counts_by_borough_that_are_withheld_are_not_said_to_be_missing() -> None:
    assert words.no_counts("Met", 3).startswith("Counts by borough have been supplied and are")
    assert words.no_counts("Met") == (
        "No count by borough has been supplied; Met would supply one."
    )
