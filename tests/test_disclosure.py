"""What is shown of counts: which are hidden, and which rounded or not, so that no few are told."""

from __future__ import annotations

import pytest

from oversight import definitions, disclosure
from oversight.disclosure import LONDON, Key, Word
from oversight.disclosure.before import Before
from oversight.disclosure.rule import Rule, Treatment

YEAR = ("2014-04-01", "2015-03-31")
QUARTERS = {
    "Q1": ("2014-04-01", "2014-06-30"),
    "Q2": ("2014-07-01", "2014-09-30"),
    "Q3": ("2014-10-01", "2014-12-31"),
    "Q4": ("2015-01-01", "2015-03-31"),
}


def key(text: str) -> Key:
    """A figure written in short: "rape Camden Q1 sex=male", London and the year where not said."""
    indicator, *rest = text.split()
    breakdown = next((part for part in rest if "=" in part), "")
    place = next((part for part in rest if part in ("A", "B", "C")), LONDON)
    days = next((QUARTERS[part] for part in rest if part in QUARTERS), YEAR)
    return Key(f"allegations_{indicator}", *days, place, breakdown)


def word(value: int | str) -> Word:
    return Word(None, None, value) if isinstance(value, str) else Word(value, value)


@pytest.fixture(scope="module")
def indicators(few):
    return definitions.load(few)


NOTHING = Before({}, {}, {})


def shown(given: dict, indicators, before: Before = NOTHING, rule: Rule | None = None) -> dict:
    """What readers see of what is sent: a count, "20 or so" where it is rounded, or [c]."""
    rule = rule or Rule()
    words = {key(text): word(value) for text, value in given.items()}
    told = disclosure.protected(words, before, indicators, rule)
    found = {}
    for text, value in given.items():
        treatment = told[key(text)].treatment if key(text) in told else Treatment.EXACT
        if treatment >= Treatment.FEW or value == "c":
            found[text] = "[c]"
        elif treatment == Treatment.ROUNDED and value:
            found[text] = f"{rule.rounded(value)} or so"
        else:
            found[text] = value
    return found


SHOWN = [
    ("a few of a borough are hidden", {"rape A": (7, "[c]")}),
    ("nought stays, and eight is rounded", {"rape A": (0, 0), "rape B": (8, "10 or so")}),
    ("few in all of London are not of a borough", {"rape": (5, 5), "rape A": (0, 0)}),
    (
        "all of London is exact, for rounding the other borough leaves five numbers for this one",
        {"rape": (100, 100), "rape A": (3, "[c]"), "rape B": (97, "95 or so")},
    ),
    (
        "all of London is rounded where two are seven each: together they could not be more",
        {"rape": (106, "105 or so"), "rape A": (7, "[c]"), "rape B": (92, "90 or so"),
         "rape C": (7, "[c]")},
    ),
    (
        "a nought beside it is hidden where there is nothing else",
        {"rape": (3, "5 or so"), "rape A": (3, "[c]"), "rape B": (0, 0)},
    ),
    (
        "what was withheld by whoever sent it counts as hidden",
        {"rape": (100, 100), "rape A": ("c", "[c]"), "rape B": (97, "95 or so")},
    ),
    (
        "what could not be told of most boroughs needs no protection",
        {"rape": (583, 583), "rape A": (3, "[c]"), "rape B": (92, "90 or so")},
    ),
    (
        "one sex and the other",
        {"rape": (50, 50), "rape sex=female": (47, "45 or so"), "rape sex=male": (3, "[c]")},
    ),
    (
        "a quarter of a year",
        {"rape A Q1": (3, "[c]"), "rape A Q2": (20, "20 or so"), "rape A Q3": (30, "30 or so"),
         "rape A Q4": (40, "40 or so"), "rape A": (93, "95 or so")},
    ),
    (
        "the sum of two indicators",
        {"rape A": (3, "[c]"), "sexual_assault A": (30, "30 or so"),
         "rape_and_sexual_assault A": (33, "35 or so")},
    ),
    (
        "ages within ages",
        {"rape age=0-9": (3, "[c]"), "rape age=10-15": (20, "20 or so"),
         "rape age=0-15": (23, "25 or so"), "rape age=16+": (20, "20 or so")},
    ),
    (
        "another as good as nought stays what it is",
        {"rape A": ("z", "z"), "rape B": (20, "20 or so"), "rape C": (3, "[c]"), "rape": (23, 23)},
    ),
]  # fmt: skip


@pytest.mark.parametrize("cells", [one[1] for one in SHOWN], ids=[one[0] for one in SHOWN])
def test_what_is_shown_of_counts(cells, indicators):
    given = {text: sent for text, (sent, _) in cells.items()}
    wanted = {text: seen for text, (_, seen) in cells.items()}
    assert shown(given, indicators) == wanted
    assert shown(dict(reversed(given.items())), indicators) == wanted


def test_where_rounding_is_not_enough_the_smallest_other_figure_is_hidden(indicators):
    """Five of one each and a year of 6 to 10 would be told by how little a year can be."""
    given = {"rape A Q1": 1, "rape A Q2": 1, "rape A Q3": 8, "rape A Q4": 18, "rape A": 28}
    assert shown(given, indicators) == {
        "rape A Q1": "[c]", "rape A Q2": "[c]", "rape A Q3": "10 or so", "rape A Q4": "20 or so",
        "rape A": "30 or so",
    }  # fmt: skip
    given = {"rape A Q1": 7, "rape A Q2": 7, "rape A Q3": 12, "rape A Q4": 22, "rape A": 48}
    assert list(shown(given, indicators).values()).count("[c]") > 2


def test_what_others_published_is_known_and_stays(indicators):
    words = {key("rape"): Word(15, 15, is_public=True), key("rape A"): word(7),
             key("rape B"): word(8)}  # fmt: skip
    told = disclosure.protected(words, NOTHING, indicators, Rule())
    assert key("rape") not in told
    # 15 less 8 to 12 are 3 to 7, which is five numbers: enough.
    assert told[key("rape B")].treatment == Treatment.ROUNDED
    words = {**words, key("rape"): Word(14, 14, is_public=True), key("rape A"): word(6)}
    assert disclosure.protected(words, NOTHING, indicators, Rule())[key("rape A")].treatment == (
        Treatment.FEW
    )


def test_the_last_borough_of_all_that_london_leaves_is_not_told(indicators):
    """31 boroughs are nought, so that whoever sees London's total would see the 32nd."""
    boroughs = {key("rape")._replace(place=f"E{number}"): word(0) for number in range(31)}
    for left, wanted in ((3, Treatment.ROUNDED), (9, None)):
        words = {**boroughs, key("rape"): word(left)}
        told = disclosure.protected(words, NOTHING, indicators, Rule())
        assert (told[key("rape")].treatment if key("rape") in told else None) == wanted


def test_noughts_are_hidden_where_the_settings_want_it(indicators):
    given = {"rape A": 0, "rape B": 3, "rape C": 20}
    assert shown(given, indicators, rule=Rule(shows_noughts=False)) == {
        "rape A": "[c]", "rape B": "[c]", "rape C": "20 or so",
    }  # fmt: skip


def test_a_figure_hidden_for_anothers_sake_names_it(indicators):
    words = {key("rape A Q1"): word(7), key("rape A Q2"): word(7), key("rape A Q3"): word(12),
             key("rape A Q4"): word(22), key("rape A"): word(48)}  # fmt: skip
    told = disclosure.protected(words, NOTHING, indicators, Rule())
    also = {one: each.for_sake_of for one, each in told.items() if each.treatment == Treatment.ALSO}
    assert also
    assert set(also.values()) <= {key("rape A Q1"), key("rape A Q2")}
