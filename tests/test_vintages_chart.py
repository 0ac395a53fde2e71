"""The chart of two vintages on its data: two hollow intervals a figure, on a scale of its own."""

from __future__ import annotations

import pytest

from oversight import charts
from oversight.bounds import Bounds
from oversight.charts import LIGHT, TwoVintages

RAPE = TwoVintages(
    "Rape, 2008-09", ("release", Bounds(401, 403)), ("report", Bounds(383, 384)), "17 to 20 apart"
)
ASSAULT = TwoVintages(
    "Sexual assault, 2008-09", ("release", Bounds(1016, 1021)), ("report", Bounds(1071, 1076))
)


def texts(figure: dict) -> list[str]:
    return [annotation["text"] for annotation in figure["layout"]["annotations"]]


@pytest.mark.parametrize("narrow", [False, True])
def test_each_interval_is_a_hollow_bar_from_limit_to_limit(narrow: bool) -> None:
    bars = charts.vintages([RAPE, ASSAULT], LIGHT, narrow)["data"]
    assert [(bar["base"][0], bar["base"][0] + bar["x"][0], bar["xaxis"]) for bar in bars] == [
        (401, 403, "x"), (383, 384, "x"), (1016, 1021, "x2"), (1071, 1076, "x2"),
    ]  # fmt: skip
    assert {bar["marker"]["color"] for bar in bars} == {LIGHT.page}


def test_each_figure_has_a_scale_that_holds_both_its_intervals() -> None:
    layout = charts.vintages([RAPE, ASSAULT], LIGHT)["layout"]
    for axis, low, high in (("xaxis", 383, 403), ("xaxis2", 1016, 1076)):
        assert layout[axis]["range"][0] < low
        assert layout[axis]["range"][1] > high


@pytest.mark.parametrize("narrow", [False, True])
def test_both_limits_are_written_and_how_far_they_are_apart(narrow: bool) -> None:
    said = " ".join(texts(charts.vintages([RAPE, ASSAULT], LIGHT, narrow)))
    for words in ("401 to 403", "383 to 384", "1,016 to 1,021", "1,071 to 1,076", "17 to 20 apart"):
        assert words in said


def test_only_intervals_that_lie_apart_have_a_line_between_them() -> None:
    (line,) = charts.vintages([RAPE, ASSAULT], LIGHT)["layout"]["shapes"]
    assert (line["x0"], line["x1"], line["xref"]) == (384, 401, "x")


def test_of_nothing_there_is_no_bar() -> None:
    assert charts.vintages([], LIGHT)["data"] == []
