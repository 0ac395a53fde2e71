"""Tile map, bands and counts: what tells the kinds of figure apart, and nothing invented."""

from __future__ import annotations

import pytest

from oversight import bounds, charts, periods
from oversight.bounds import Bounds
from oversight.charts import DARK, LIGHT, Band, Tile
from oversight.series import Point, Series
from tests.said import expected, more_than

WHEN = periods.parse("2024-25")


def tile(short: str, column: int, figure: Bounds | None, standing="reported", marker="") -> Tile:
    point = None
    if figure is not None:
        point = Point("2024-25", WHEN.starts_on, WHEN.ends_on, figure, standing, marker)
    return Tile(f"Name of {short}", short, 1, column, point)


COUNT = tile("CNT", 1, bounds.exact(60))
ZERO = tile("NIL", 2, bounds.exact(0))
WITHHELD = tile("WHD", 3, bounds.withheld(), "withheld", "c")
ABSENT = tile("ABS", 4, bounds.unknown(), "not available", "x")
NOT_SENT = tile("NOT", 5, None)
LOW = tile("LOW", 6, bounds.unknown(), "not available", "low")
EVERY = (COUNT, ZERO, WITHHELD, ABSENT, NOT_SENT, LOW)


def looks(figure: dict) -> dict[str, tuple]:
    """Fill, edge and hatching of each square by its name."""
    found = {}
    for trace in figure["data"]:
        marker = trace["marker"]
        for place, text in enumerate(trace["hovertext"]):

            def of(value, place=place):
                return value[place] if isinstance(value, list) else value

            hatching = marker.get("pattern", {}).get("shape", "")
            edge = of(marker["line"]["color"]), of(marker["line"]["width"])
            found[text[8:11]] = of(marker["color"]), edge, hatching
    return found


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_count_nought_withheld_and_absent_look_different_without_their_signs(palette) -> None:
    figure = charts.tiles(EVERY, (1, 50, 100, 150), palette)
    found = looks(figure)
    dotted = [shape for shape in figure["layout"]["shapes"] if shape["line"].get("dash") == "dot"]
    assert found["CNT"][0] == palette.tiles[1]
    assert found["NIL"] == (palette.page, (palette.rule, 1), "")
    assert found["WHD"][1:] == ((palette.quiet, 1.5), "/")
    assert found["ABS"] == found["NOT"] == (palette.page, (palette.page, 0), "")
    # One for each square that is absent, and the one of the key.
    assert len(dotted) == 4


def test_each_square_carries_its_code_and_its_sign_and_hover_says_the_same_in_full() -> None:
    figure = charts.tiles(EVERY, (1, 50, 100, 150), LIGHT)
    texts = [one["text"] for one in figure["layout"]["annotations"]]
    assert texts[:12] == [
        "CNT", "<b>60</b>", "NIL", "<b>0</b>", "WHD", "<b>[c]</b>", "ABS", "<b>[x]</b>", "NOT",
        "<b>[x]</b>", "LOW", "<b>[low]</b>",
    ]  # fmt: skip
    said = {text for trace in figure["data"] for text in trace["hovertext"]}
    assert "Name of CNT: 60" in said
    assert "Name of WHD: withheld to protect children [c]" in said
    assert {"Name of ABS: not available [x]", "Name of NOT: not supplied [x]"} <= said


@pytest.mark.parametrize(
    ("counts", "limits"),
    [
        # One very large authority of ten does not make the others pale.
        ([17, 24, 33, 44, 62, 77, 94, 112, 145, 900], (1, 50, 100, 150)),
        ([0, 6, 7, 8, 8, 9, 10, 11, 12, 14, 16, 41], (1, 5, 10, 15)),
        ([110, 176, 221, 264, 313, 341, 395, 426, 590, 2204], (1, 200, 400, 600)),
        ([1, 2, 3], (1, 2, 3)),
        ([0, 0], (1, 2, 3)),
        ([], (1, 2, 3)),
    ],
)
def test_shades_begin_at_round_numbers(counts: list[int], limits: tuple[int, ...]) -> None:
    assert charts.shades(counts) == limits


def test_a_count_at_a_limit_has_the_darker_shade() -> None:
    found = looks(charts.tiles([tile("AAA", 1, bounds.exact(49)), tile("BBB", 2, bounds.exact(50))],
                               (1, 50, 100, 150), LIGHT))  # fmt: skip
    assert (found["AAA"][0], found["BBB"][0]) == LIGHT.tiles[:2]


def test_a_band_is_drawn_between_its_limits_and_a_count_is_filled() -> None:
    figure = charts.bands(
        [
            Band("Counted", bounds.exact(1500), True),
            Band("Expected", expected(2000, 3000)),
            Band("At most", Bounds(None, 32)),
            Band("At least", more_than(30)),
            Band("Nobody said", bounds.unknown()),
        ],
        LIGHT,
    )
    drawn = [(bar["base"][0], bar["x"][0], bar["marker"]["color"]) for bar in figure["data"]]
    assert drawn[0] == (0, 1500, LIGHT.series[0])
    assert drawn[1][:2] == (2000, 1000) and drawn[1][2] != LIGHT.series[0]
    assert drawn[2][:2] == (0, 32)
    assert drawn[3][:2] == (0, 31)
    # The open end is dashed, and what nobody said has no length at all.
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [31]
    assert len(drawn) == 4
    assert [one["text"] for one in figure["layout"]["annotations"]] == [
        "Counted: <b>1,500</b>",
        "Expected: <b>2,000 or 3,000</b>",
        "At most: <b>at most 32</b>",
        "At least: <b>over 30</b>",
        "Nobody said: <b>not stated</b>",
    ]


def referrals(*counts: int) -> Series:
    points = []
    for order, count in enumerate(counts):
        when = periods.parse(str(2012 + order))
        points.append(
            Point(when.label, when.starts_on, when.ends_on, bounds.exact(count), "reported")
        )
    return Series("fgm_referrals", "FGM referrals", "referrals", tuple(points))


def test_few_counts_are_never_joined_and_each_has_its_interval() -> None:
    figure = charts.counts(referrals(26, 69), [(17.0, 38.1), (53.7, 87.3)], LIGHT, is_trend=False)
    (dots,) = figure["data"]
    assert dots["mode"] == "markers" and dots["y"] == [26, 69]
    assert dots["error_y"]["array"] == pytest.approx([12.1, 18.3])
    assert dots["error_y"]["arrayminus"] == pytest.approx([9.0, 15.3])


def test_a_withheld_year_is_hatched_and_named_on_the_axis() -> None:
    when = periods.parse("2014")
    withheld = Point("2014", when.starts_on, when.ends_on, bounds.withheld(), "withheld", "c")
    one = referrals(26, 69)
    one = Series(one.name, one.label, one.unit, (*one.points, withheld))
    figure = charts.counts(one, [None, None], LIGHT, is_trend=False)
    assert figure["data"][0]["marker"]["pattern"]["shape"] == "/"
    assert figure["layout"]["xaxis"]["ticktext"] == ["2012", "2013", "2014"]
    assert "[c]" in [note["text"] for note in figure["layout"]["annotations"]]


def test_enough_counts_are_joined() -> None:
    figure = charts.counts(referrals(26, 69, 70, 80, 60), [None] * 5, LIGHT, is_trend=True)
    assert [trace["mode"] for trace in figure["data"]] == ["lines"] * 4 + ["markers"]


def test_no_count_is_no_drawing() -> None:
    assert charts.counts(referrals(), [], LIGHT, is_trend=False)["data"] == []
