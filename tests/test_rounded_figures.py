"""Figures rounded to protect people stay between their limits, and look like nothing else."""

from __future__ import annotations

from collections import namedtuple
from datetime import date, timedelta

import pytest

from oversight import bounds, charts, series, statistics, wording
from oversight.bounds import Bounds
from oversight.charts import LIGHT, Band
from oversight.charts.drawn.canvas import Canvas
from oversight.packs import cells, words
from oversight.packs.deck.plotted import plotted
from oversight.packs.xlsx import ABOUT_OBSERVATIONS
from oversight.series import Point, Series
from oversight.slides import Bands, Table, Years
from oversight.slides.tables import as_records
from oversight.statistics import Place, Refusal, Why
from oversight.store import TooOld
from oversight.wording import figure as figure_words
from oversight.wording import framework as framework_words
from oversight.wording import protection, signs
from oversight.wording.process import no_process, rules_used, signs_of_process
from oversight.wording.signal import carried

RULE = {"few": "7", "rounded_to": "5", "narrowest": "3", "noughts": "shown"}


def rounded(shown: float, room: float = 2) -> Bounds:
    return bounds.stored(shown, shown - room, shown + room, "rounded")


def quarter(number: int, figure: Bounds, standing: str = "rounded", marker: str = "") -> Point:
    """The n-th quarter from April 2014 on."""
    first = 3 * number + 3
    starts, after = (date(2014 + month // 12, month % 12 + 1, 1) for month in (first, first + 3))
    return Point(f"Q{number}", starts, after - timedelta(days=1), figure, standing,
                 marker)  # fmt: skip


def line(*points: Point) -> Series:
    return Series("cse_referrals", "Enfield", "referrals", points)


PLAIN, PROVISIONAL = quarter(0, rounded(25)), quarter(1, rounded(30), "provisional", "p")
REPORTED = quarter(2, bounds.exact(40), "reported")


@pytest.mark.parametrize(
    ("figure", "printed"),
    [
        (rounded(25), "25 ±2"),
        (rounded(25) + rounded(30), "55 ±4"),
        (bounds.total([rounded(1_000)] * 4), "4,000 ±8"),
        (rounded(30) - rounded(25), "5 ±4"),
        (rounded(30) - bounds.exact(10), "20 ±2"),
        ((rounded(5) - rounded(5)).from_zero(), "0 to 4"),
        (bounds.stored(10, 9, 12, "rounded"), "9 to 12"),
        (rounded(25) + bounds.withheld(), "at least 23, 1 withheld"),
        (rounded(25) + Bounds(383, 384), "406 to 411"),
        (rounded(25).share_of(bounds.exact(100)), "23 to 27"),
        # The report's own rounded word has no limits, and stays what it is.
        (bounds.stored(7, 7, 7, "rounded"), "7"),
    ],
)
def test_arithmetic_keeps_what_rounding_leaves_open(figure: Bounds, printed: str) -> None:
    assert bounds.printed(figure) == printed


def test_a_change_between_rounded_figures_is_told_between_its_limits() -> None:
    change = rounded(30).change_from(rounded(25))
    assert wording.moved(change) == "rose 4% to 39%"
    assert (
        bounds.printed_change(rounded(25).change_from(rounded(25))) == f"{bounds.MINUS}15% to +17%"
    )


def test_a_sum_of_rounded_and_reported_figures_is_rounded() -> None:
    parts = [line(PLAIN), line(quarter(0, bounds.exact(40), "reported"))]
    (point,) = series.together(parts, series.empty("both", "Both", "referrals")).points
    assert (point.standing, point.look, wording.with_marker(point)) == (
        "rounded",
        "rounded",
        "65 ±2",
    )


def test_a_provisional_one_is_both() -> None:
    assert PROVISIONAL.look == "rounded, provisional"
    assert wording.with_marker(PROVISIONAL) == "30 ±2 [p]"
    assert wording.figure_in_words(PROVISIONAL) == "30 ±2 (provisional)"
    assert framework_words.standing(PROVISIONAL) == "◉ provisional, rounded"
    assert figure_words.marker_in_words(PROVISIONAL) == (
        "[p] provisional; rounded to protect people: it is from 28 to 32"
    )


def test_each_dot_has_a_mark_of_its_own() -> None:
    others = [
        quarter(number, bounds.exact(9), standing)
        for number, standing in enumerate(series.NUMBERS - {"computed", "rounded"})
    ]
    points = [*others, PLAIN, PROVISIONAL, quarter(3, rounded(5), "estimated", "e")]
    drawn = charts.quarterly([line(*points)], LIGHT)
    *_, marks = [trace["marker"] for trace in drawn["data"] if trace["mode"] == "markers"]
    looks = list(zip(marks["symbol"], marks["color"], strict=True))
    assert len(set(looks)) == len(looks)
    room = {one.look: Canvas((100, 100), LIGHT) for one in points}
    for look, canvas in room.items():
        canvas.mark(50, 50, look, LIGHT.series[0])
    assert len({canvas.svg() for canvas in room.values()}) == len(room)


def test_a_trend_draws_how_far_each_reaches() -> None:
    drawn = charts.trend([line(PLAIN, REPORTED)], LIGHT)
    assert [23, 27, None] in [trace.get("y") for trace in drawn["data"]]
    assert "25 ±2" in [text["text"] for text in drawn["layout"]["annotations"]]


def test_bars_of_rounded_figures_are_dotted_and_reach_from_least_to_most() -> None:
    bands = [Band("Rounded", rounded(25), standing="rounded"), Band("Band", Bounds(20, 30))]
    for drawn in (
        charts.bands(bands, LIGHT),
        charts.pair([("Rounded", rounded(25), "rounded")], LIGHT),
    ):
        first, *others = drawn["data"]
        assert first["x"] == [25] and first["marker"]["pattern"]["shape"] == "."
        assert (first["error_x"]["array"], first["error_x"]["arrayminus"]) == ([2], [2])
        assert not any("pattern" in other["marker"] for other in others)
    assert "stroke-linecap" in charts.drawn(Bands(tuple(bands[:1])), LIGHT)
    assert "stroke-linecap" not in charts.drawn(Bands(tuple(bands[1:])), LIGHT)
    assert signs.signs_of_bands(bands[:1]) == "Dotted: rounded to protect people."


def test_legends_say_what_a_diamond_is() -> None:
    shown = [line(PLAIN, PROVISIONAL, REPORTED)]
    assert signs.signs_of_trend(shown) == (
        "● reported &ensp; ◇ rounded to protect people &ensp; ◉ provisional [p]. A line joins"
        " reported and rounded figures of neighbouring years only, a dotted one provisional ones."
    )
    assert "◇ rounded to protect people" in signs.signs_of_quarters(shown)
    assert "◇ or dotted: rounded to protect people." in signs.signs_of([PLAIN])
    assert "rounded" not in signs.signs_of_quarters([line(REPORTED)])


def test_a_native_chart_holds_what_is_shown_and_how_far_it_reaches() -> None:
    plot = plotted(Years((line(PLAIN, PROVISIONAL, REPORTED),)))
    row = plot.rows[0]
    assert (row.values, row.rounded, row.hollow) == ((25, 30, 40), {0, 1}, frozenset())
    assert row.reach == {0: (2, 2), 1: (2, 2)}
    assert row.labels == {0: "25 ±2", 1: "30 ±2 [p]", 2: "40"}
    assert "◇\N{NO-BREAK SPACE}rounded to protect people. [p]: provisional." in plot.key
    bars = plotted(Bands((Band("Enfield", rounded(25), standing="rounded"),)))
    assert "Chequered: rounded to protect people." in bars.key
    assert [row.values for row in bars.rows if row.name == "Rounded to protect people"] == [(25,)]


def test_records_hold_number_limits_and_qualifier() -> None:
    (record,) = as_records([line(PLAIN)])
    told = {name: record[name] for name in ("value", "lower", "upper", "qualifier", "standing")}
    assert told == {
        "value": 25, "lower": 23, "upper": 27, "qualifier": "rounded", "standing": "rounded",
    }  # fmt: skip


def test_a_sheet_prints_the_figure_as_text_and_explains_its_sign() -> None:
    columns, rows = cells.readable(Table(("Place", "Referrals"), (("Enfield", "25 ±2"),)))
    assert (columns, rows) == (["Place", "Referrals"], [["Enfield", "25 ±2"]])
    assert cells.legend(cells.codes_in(rows)) == [f"± {protection.MEANING}."]
    assert "qualifier rounded says: rounded to protect people" in ABOUT_OBSERVATIONS


def test_two_rounded_counts_are_held_against_each_other_for_every_number_they_may_be() -> None:
    earlier, later = quarter(0, rounded(25)), quarter(4, rounded(60))
    found = statistics.compared(line(earlier, later), earlier, later, "flow")
    widest = statistics.ratio_interval(62, 23)[1], statistics.ratio_interval(58, 27)[0]
    assert (found.interval[1], found.interval[0]) == widest
    assert found.ratio == Bounds(58 / 27, 62 / 23)
    assert "every number that it may be" in carried(found)


def test_a_process_of_rounded_figures_is_drawn_only_where_rounding_is_small() -> None:
    moving = [100, 140, 90, 150, 110, 160, 95, 145]
    found = statistics.process(
        line(*(quarter(at, rounded(one)) for at, one in enumerate(moving))), "flow", "quarter"
    )
    assert [mark.value for mark in found.marks] == moving and not found.left_out
    assert "Rounded figures are taken as they are shown" in rules_used(found, False)
    assert signs_of_process(found, True).startswith("◇ rounded to protect people. Solid")
    still = [10, 15, 10, 10, 15, 10, 15, 10]
    refused = statistics.process(
        line(*(quarter(at, rounded(one)) for at, one in enumerate(still))), "flow", "quarter"
    )
    assert isinstance(refused, Refusal) and refused.why is Why.ROUNDED
    assert "rounding moves them too far" in no_process(refused)


def test_a_borough_differs_only_where_every_number_of_a_rounded_count_does() -> None:
    alike = [Place(f"Borough {n}", rounded(20), 10_000) for n in range(11)]

    def differs(count: Bounds) -> str:
        found = statistics.funnel([*alike, Place("Camden", count, 10_000)])
        return found.placed[-1].differs

    assert differs(bounds.exact(35)) == "95%"
    assert differs(rounded(35)) == ""
    assert differs(rounded(60)) == "99.8%"


def test_a_chair_reads_out_how_far_it_may_be_off() -> None:
    assert protection.aloud("Referrals: 25 ±2 in 2014-15, against 1,230 ±2 [p] and 30 ±2.") == (
        "Referrals: 25, give or take 2, in 2014-15, against 1,230, give or take 2 [p], and 30, give"
        " or take 2."
    )


def test_the_rule_is_printed_with_its_numbers() -> None:
    assert protection.rule(RULE) == (
        "Below London or split: counts from 1 to 7 are withheld [c], others rounded to the nearest"
        " 5; no withheld count can be told to within less than 3."
    )
    assert "counts from 0 to 9 are withheld" in protection.rule(
        {**RULE, "few": "9", "noughts": "hidden"}
    )
    # A publication that was made before has no such numbers, and rounded nothing.
    assert "rounded" not in protection.rule({}) and "1 to 7" in protection.rule({})
    ten = " ".join(protection.explained({**RULE, "rounded_to": "10"}))
    assert "“45 to 54” is any number from 45 to 54" in ten
    assert "“25 ±2” is any number from 23 to 27" in " ".join(protection.explained(RULE))


def test_tables_that_are_withheld_whole_are_counted_and_named() -> None:
    row = namedtuple("row", "title year place")
    rows = [
        row("Charges", "2014-15", "London"),
        row("CSE", "2014-15", "London"),
        row("CSE", "2015-16", "Enfield"),
    ]
    assert protection.withheld_whole(rows).endswith(
        "had back: Charges (2014-15) and CSE (2014-15 and Enfield 2015-16)."
    )
    assert protection.withheld_whole(rows).startswith("3 tables are withheld whole")
    assert protection.withheld_whole([]) == protection.NONE_WHOLE


def test_a_publication_from_before_tells_its_rule_and_no_tables_withheld_whole() -> None:
    class Old:
        """Answers what publications could answer that held no table of those withheld whole."""

        def rows(self, question: str) -> tuple:
            if question == "about/withheld_tables":
                raise TooOld("It was made before.")
            return ()

    before = "Below London or split: counts from 1 to 7 are withheld [c], and so is whatever would"
    (said,) = words.protected(namedtuple("made", "publication")(Old()))
    assert said == f"{before} give them away."
