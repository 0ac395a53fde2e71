"""Which indicators may stand side by side: made-up definitions, alike but for one thing."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from oversight import comparison, definitions

RAPE = {
    "indicator": "rape",
    "title": "Rape",
    "clock": "financial year",
    "unit": "allegations",
    "population": "children",
    "organisation": "Met",
    "not_comparable_with": [],
}


def one(**other):
    return SimpleNamespace(**{**RAPE, **other})


def test_two_that_are_alike_have_nothing_against_them():
    assert comparison.reasons_against(one(), one(indicator="assault", title="Assault")) == ()


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"clock": "calendar year"}, "another clock: “financial year” and “calendar year”"),
        ({"unit": "referrals"}, "another unit: “allegations” and “referrals”"),
        ({"population": "anybody"}, "other people: “children” and “anybody”"),
        ({"organisation": "CPS"}, "another body counts: “Met” and “CPS”"),
        (
            {"not_comparable_with": ["rape"]},
            "the definition of one names the other as not comparable",
        ),
    ],
)
def test_each_thing_that_differs_is_said_in_words(other, reason):
    assert comparison.reasons_against(one(), one(indicator="other", **other)) == (reason,)


def test_it_does_not_matter_which_of_the_two_definitions_names_the_other():
    naming, named = one(indicator="a", not_comparable_with=["b"]), one(indicator="b")
    assert (
        comparison.reasons_against(naming, named)
        == comparison.reasons_against(named, naming)
        == ("the definition of one names the other as not comparable",)
    )


def test_everything_that_speaks_against_a_pair_is_said():
    other = one(
        indicator="fgm", clock="calendar year", unit="referrals", not_comparable_with=["rape"]
    )
    assert [words.partition(":")[0] for words in comparison.reasons_against(one(), other)] == [
        "another clock",
        "another unit",
        "the definition of one names the other as not comparable",
    ]


def test_only_what_nothing_speaks_against_is_offered_and_never_the_indicator_itself():
    fits, not_it = one(indicator="assault"), one(indicator="fgm", unit="referrals")
    assert comparison.allowed(one(), [one(), fits, not_it]) == [fits]


def test_as_shipped_allegations_go_with_each_other_and_with_nothing_else(files):
    shipped = [
        SimpleNamespace(**{**vars(indicator), "indicator": name})
        for name, indicator in definitions.load(files).items()
    ]
    (rape,) = [about for about in shipped if about.indicator == "allegations_rape"]
    assert {about.indicator for about in comparison.allowed(rape, shipped)} == {
        "allegations_all",
        "allegations_assault",
        "allegations_neglect",
        "allegations_rape_and_sexual_assault",
        "allegations_sexual_assault",
    }
    (fgm,) = [about for about in shipped if about.indicator == "fgm_referrals"]
    assert comparison.allowed(fgm, shipped) == []
