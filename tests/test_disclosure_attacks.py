"""A reader who keeps every publication and can reckon tells no hidden count."""

from __future__ import annotations

import random

import pytest

from oversight import definitions
from oversight.disclosure import LONDON, Key, Word
from oversight.disclosure.rule import Treatment
from tests.readers import PERIODS, SEXES, Published, added_up, key, world

WHOLE_YEAR = tuple(PERIODS)
SENT = (("Q1",), WHOLE_YEAR[:4], WHOLE_YEAR, ("year",), ("Q1", "Q2", "Q3", "year"))


@pytest.fixture(scope="module")
def indicators(few):
    return definitions.load(few)


@pytest.mark.must("signal", 3)
def test_whoever_keeps_publications_and_subtracts_tells_no_hidden_count(
    indicators, often, measured
):
    """Up to three publications of some of a world's counts, of which some are changed between.

    The reader knows all sums, which counts nobody changed, and of each hidden count whether it is
    few; an auditor asks a solver what the most and the least is that it can be.
    """
    worlds, seen, hidden = often(24, 1_000, 8), 0, 0
    for seed in range(worlds):
        chance = random.Random(seed)
        places = tuple("ABCDEFGH"[: chance.choice((2, 3, 5, 8))])
        true = [world(chance, places, chance.choice((0.5, 2, 5, 12)))]
        keys = _wanted(true[0], chance.choice(SENT), chance.random() < 0.6)
        share = chance.choice((1, 1, 0.9, 0.7))
        sent = {one for one in keys if chance.random() < share}
        published = Published(indicators)
        for number in range(chance.choice((1, 2, 2, 3))):
            if number:
                true.append(_restated(true[-1], places, chance))
                sent |= {one for one in keys if chance.random() < 0.3}
            shown = published.publish({one: true[-1][one] for one in sent})
            few = {one for one in sent if 1 <= true[-1][one] <= 7 and _is_protected(one)}
            assert all(isinstance(shown[one], Treatment) for one in few)
            assert published.told_too_well(true, places) == [], seed
        seen += len(shown)
        hidden += sum(isinstance(one, Treatment) for one in shown.values())
    measured(
        f"{worlds} worlds of up to 3 publications: no hidden count known to fewer than 4 numbers;"
        f" {hidden / seen:.0%} hidden",
    )


def test_the_auditor_finds_what_a_total_before_and_after_would_tell(indicators):
    """London 60 without C, then 63 with it and nobody else changed: C has 3."""
    places, before = ("A", "B", "C"), {"A": 20, "B": 40, "C": 0}
    true = [_one_quarter(before), _one_quarter({**before, "C": 3})]
    published = Published(indicators)
    assert published.publish(_said(true[0], "AB"))[key("Q1", LONDON)] == (60, 60)
    shown = published.publish(_said(true[1], "ABC"))
    assert shown[key("Q1", "C")] is Treatment.FEW
    assert shown[key("Q1", LONDON)] == (63, 67)
    assert published.told_too_well(true, places) == []
    # Nor does it become exact again when something else is published.
    assert published.publish(_said(true[1], "ABC"))[key("Q1", LONDON)] == (63, 67)
    published.said, published.shown = published.said[:2], published.shown[:2]
    published.shown[1][key("Q1", LONDON)] = (63, 63)
    assert (1, key("Q1", "C"), 3, 3) in published.told_too_well(true, places)


@pytest.mark.parametrize("marker", ["x", "c"])
def test_a_few_that_is_overwritten_by_a_marker_is_remembered(indicators, marker):
    """A and B are exactly what is left of London, and B was shown: A's few must stay untold."""
    places = ("A", "B")
    true = [_one_quarter({"A": 3, "B": 8})] * 2
    published = Published(indicators)
    published.publish(_said(true[0], "AB"))
    said = _said(true[1], "AB") | {key("Q1", "A"): Word(None, None, marker)}
    shown = published.publish(said)
    assert shown[key("Q1", LONDON)] == (8, 12)
    assert published.told_too_well(true, places) == []


@pytest.mark.must("signal", 3)
def test_what_was_shown_of_another_number_is_not_taken_for_known(indicators):
    """London had 16 and was shown as 13 to 17, and has 13 now: that it is 13 to 17 nobody knows.

    Shown so again it would leave six or seven to girls and boys each, who are few.
    """
    places = tuple("ABCDE")
    first = {"A": (3, 4), "B": (1, 2), "C": (1, 2), "D": (0, 2), "E": (1, 0)}
    changed = first | {"A": (3, 1)}
    worlds = [
        _by_sex({"Q1": {"A": (other, 0)}, "Q2": quarter}, places)
        for other, quarter in ((20, first), (20, changed), (30, changed))
    ]
    sent = [
        key("Q1", "A"),
        *(key("Q2", place, sex) for place in (LONDON, *places) for sex in SEXES),
    ]
    sent.remove(key("Q2", "E", "sex=male"))
    published = Published(indicators)
    for true in worlds:
        published.publish({one: true[one] for one in sent})
        assert published.told_too_well(worlds[: len(published.said)], places) == []
    assert published.shown[0][key("Q2", LONDON)] == (13, 17)
    assert isinstance(published.shown[2][key("Q2", LONDON)], Treatment)


def _by_sex(quarters: dict[str, dict], places: tuple[str, ...]) -> dict[Key, int]:
    """True counts of girls and boys by quarter and place, nought where none are said."""
    counts = {
        key(quarter, place, sex): quarters.get(quarter, {}).get(place, (0, 0))[number]
        for quarter in WHOLE_YEAR[:4]
        for place in places
        for number, sex in enumerate(("sex=female", "sex=male"))
    }
    return added_up(counts, places)


def _said(true: dict[Key, int], places: str) -> dict[Key, int | Word]:
    return {key("Q1", place): true[key("Q1", place)] for place in (LONDON, *places)}


def _one_quarter(counts: dict[str, int]) -> dict[Key, int]:
    nothing = {key(quarter, place, sex): 0 for quarter in WHOLE_YEAR[:4] for place in counts
               for sex in SEXES[1:]}  # fmt: skip
    given = {key("Q1", place, SEXES[1]): count for place, count in counts.items()}
    return added_up(nothing | given, tuple(counts))


def _wanted(true: dict[Key, int], periods: tuple[str, ...], is_split: bool) -> list[Key]:
    days = [PERIODS[period] for period in periods]
    return [
        one
        for one in true
        if (is_split or not one.breakdown) and (one.starts_on, one.ends_on) in days
    ]


def _restated(true: dict[Key, int], places: tuple[str, ...], chance: random.Random):
    """The world with up to four counts otherwise, and all totals with them."""
    small = [one for one in true if one.place != LONDON and one.breakdown]
    small = [one for one in small if (one.starts_on, one.ends_on) != PERIODS["year"]]
    found = dict(true)
    for one in chance.sample(small, chance.choice((0, 1, 1, 2, 4))):
        found[one] = max(0, found[one] + chance.choice((-3, -1, 1, 2, 3, 6)))
    return added_up(found, places)


def _is_protected(one: Key) -> bool:
    return one.place != LONDON or bool(one.breakdown)
