"""Whom the figures cover: each split, the sentences, the matrix; and caveats in drawings."""

from __future__ import annotations

import pytest

from oversight import charts, framework, wording
from oversight.charts import LIGHT, Split
from tests.entries import entry


@pytest.mark.parametrize(
    ("reach", "states"),
    [
        ({}, ("not supplied", "not supplied", "not supplied", "not collected")),
        ({"of_girls": 4}, ("girls only", "not supplied", "not supplied", "not collected")),
        ({"of_boys": 4}, ("boys only", "not supplied", "not supplied", "not collected")),
        ({"of_girls": 4, "of_boys": 4, "by_age": 4},
         ("supplied", "supplied", "not supplied", "not collected")),
        ({"withheld_girls": 4, "withheld_boys": 4, "below_london": 4},
         ("withheld", "not supplied", "supplied", "not collected")),
        # Boys are counted, and withheld: that is not the same as missing.
        ({"of_girls": 4, "withheld_boys": 4},
         ("supplied", "not supplied", "not supplied", "not collected")),
        ({"withheld_girls": 4},
         ("girls only", "not supplied", "not supplied", "not collected")),
        # Quarters of a yearly count were not asked for, and are welcome.
        ({"by_quarter": 4}, ("not supplied", "not supplied", "not supplied", "supplied")),
        ({"clock": "quarter"}, ("not supplied",) * 4),
        ({"clock": "event", "by_quarter": 1},
         ("not supplied", "not supplied", "not supplied", "not collected")),
        ({"breakdowns_wanted": ["victim age"], "lowest_level": "London", "below_london": 1},
         ("not collected", "not supplied", "not collected", "not collected")),
    ],
)  # fmt: skip
def test_each_split_is_supplied_not_supplied_or_not_collected(reach, states):
    coverage = entry(**reach).coverage
    assert tuple(coverage[name] for name in ("sex", "age", "area", "quarter")) == states


def test_the_sentence_on_boys_counts_who_wants_the_split_who_has_it_and_who_counts_boys():
    none, girls = entry(), entry(of_girls=3)
    both, unasked = entry(of_girls=3, of_boys=2), entry(breakdowns_wanted=[])
    assert wording.boys_sentence([none, none, unasked]) == (
        "2 indicators should be split by sex; none is, and none counts boys."
    )
    assert wording.boys_sentence([none, girls]) == (
        "2 indicators should be split by sex; 1 is, and none counts boys."
    )
    assert wording.boys_sentence([girls, both, both]) == (
        "3 indicators should be split by sex; 3 are, and 2 count boys."
    )
    hidden = entry(withheld_girls=3, withheld_boys=2)
    assert wording.boys_sentence([both, hidden]) == (
        "2 indicators should be split by sex; 1 is, and 2 count boys, 1 of them withheld."
    )
    assert wording.boys_sentence([none, hidden]) == (
        "2 indicators should be split by sex; none is, and 1 counts boys, withheld."
    )


@pytest.mark.parametrize(
    ("having", "lacking", "returned", "title"),
    [
        (35, 13, 0, "35 of 48 indicators have a figure, 13 have none; no return has come since the"
                    " report"),
        (3, 1, 2, "3 of 4 indicators have a figure, 1 has none; returns since the report brought"
                  " figures for 2"),
        (4, 0, 1, "All 4 indicators have a figure; returns since the report brought figures for 1"),
    ],
)  # fmt: skip
def test_the_title_counts_what_is_there_what_came_since_and_what_is_not(
    having, lacking, returned, title
):
    made = [entry(figures=1, returned=int(number < returned)) for number in range(having)]
    assert wording.framework_title([*made, *[entry()] * lacking]) == title


def test_what_is_withheld_is_neither_a_figure_nor_none():
    made = [entry(figures=1), entry(withheld=2), entry()]
    assert wording.framework_title(made).startswith(
        "1 of 3 indicators have a figure, 1 has none, 1 is withheld;"
    )
    assert framework.supplied(made, "figure") == (1, 3)
    assert [one.coverage["figure"] for one in made] == ["supplied", "withheld", "not supplied"]


def test_the_matrix_draws_filled_outlined_half_hatched_and_dashed_tiles_apart():
    states = ["supplied", "not supplied", "girls only", "withheld", "not collected"]
    drawn = charts.coverage([Split("By sex", "3 of 4", states)], [("Demand", 5)], LIGHT)
    outlined, half, hatched, filled, dash = drawn["data"]
    assert outlined["marker"]["color"] == half_free(hatched) == LIGHT.page
    assert filled["marker"]["color"] == half["marker"]["color"] == LIGHT.series[0]
    assert half["width"][0] == filled["width"][0] / 2
    assert len(outlined["x"]) == 2, "what is half filled has an outline too"
    assert dash["y"][0] < filled["y"][0] / 5
    said = " ".join(one["text"] for one in drawn["layout"]["annotations"])
    assert said == "Demand By sex <b>3 of 4</b>"


def half_free(trace: dict) -> str:
    assert trace["marker"]["pattern"]["shape"] == "/"
    return trace["marker"]["color"]


def test_on_a_phone_the_matrix_leaves_out_what_is_not_wanted():
    states = ["supplied"] * 17 + ["not collected"] * 31
    drawn = charts.coverage([Split("By area", "17 of 17", states)], [], LIGHT, narrow=True)
    (filled,) = drawn["data"]
    assert len(filled["x"]) == 17
    assert max(filled["x"]) < 16, "the seventeenth stands in a second row"


def test_a_caveat_is_printed_inside_the_drawing_whole_and_makes_room_for_itself():
    plain = charts.pair([], LIGHT)
    caveat = "Not alike: another clock, another unit and other people. " * 5
    drawn = charts.with_caveat(plain, caveat, LIGHT)
    (said,) = drawn["layout"]["annotations"]
    assert said["text"].replace("<br>", " ").strip() == caveat.strip()
    lines = said["text"].count("<br>") + 1
    assert lines > 2
    assert drawn["layout"]["height"] - plain["layout"]["height"] >= 20 * lines
    narrow = charts.with_caveat(plain, caveat, LIGHT, narrow=True)
    assert narrow["layout"]["height"] > drawn["layout"]["height"]
