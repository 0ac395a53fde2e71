"""Whether a change means anything: published worked values, each rule, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from oversight import bounds, charts, periods, publishing, series, statistics, store
from oversight.bounds import Bounds
from oversight.charts import LIGHT
from oversight.series import Point, Series
from oversight.statistics import Break, Limits, Process, Refusal, Why
from oversight.wording import process as words
from oversight.wording import signal
from tests import said
from tests.conftest import CLERK

# The values of NHSRplotthedots' vignette on deviations from Making Data Count's spreadsheet.
DEVIATIONS = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
# Mean 10, limits 4 and 16, near limits 6 and 14.
WITHIN = Limits(10, 6 / 2.66, 12)


def counted(*figures: float | Bounds | None, first: str = "2010-11") -> Series:
    """A series of financial years; None is a year without a figure."""
    points, begins = [], int(first[:4])
    for place, figure in enumerate(figures):
        when = periods.financial_year(begins + place)
        known = figure if isinstance(figure, Bounds) else bounds.exact(figure or 0)
        standing = (
            "not available" if figure is None else "reported" if known.is_exact else "derived"
        )
        points.append(Point(when.label, when.starts_on, when.ends_on, known, standing))
    return Series("some", "Some", "cases", tuple(points))


def of(found: Process | Refusal) -> Process:
    assert isinstance(found, Process), found
    return found


def rules(*values: float, within: Limits = WITHIN) -> str:
    """The rule that each value fires, a dot where it fires none."""
    return "".join(rule or "." for rule in statistics.signals(values, within))


@pytest.mark.must("signal", 1)
@pytest.mark.parametrize(
    ("what", "old", "new", "printed"),
    [
        ("rape", 511, 583, "1.141 (1.011-1.287)"),
        ("sexual assault", 1599, 1803, "1.128 (1.054-1.207)"),
        ("both", 2110, 2386, "1.131 (1.066-1.200)"),
        ("all", 9453, 9972, "1.055 (1.026-1.085)"),
        ("FGM", 26, 69, "2.654 (1.668-4.342)"),
    ],
)
def test_two_counts_have_the_ratio_and_exact_interval_that_are_published(
    what: str, old: int, new: int, printed: str, measured: Callable[[str], None]
) -> None:
    one = counted(old, new)
    found = statistics.compared(one, *one.points, "flow")
    low, high = found.interval
    assert f"{found.ratio.lower:.3f} ({low:.3f}-{high:.3f})" == printed
    assert found.is_beyond_chance
    measured(f"{what}, {old:,} to {new:,}: ratio {printed}")


@pytest.mark.must("signal", 1)
def test_byars_interval_of_a_count_is_the_published_one(measured: Callable[[str], None]) -> None:
    for count, printed in ((26, "17.0-38.1"), (69, "53.7-87.3"), (511, "467.6-557.3")):
        low, high = statistics.byar_interval(count)
        assert f"{low:.1f}-{high:.1f}" == printed
        measured(f"Byar, {count}: {printed}")
    assert statistics.byar_interval(0)[0] == statistics.count_interval(0)[0] == 0


def test_wilsons_interval_of_a_proportion_is_that_of_newcombes_paper() -> None:
    # Newcombe, Statistics in Medicine 1998; 17: 857-872, table I.
    for part, whole, printed in (
        (81, 263, "0.2553-0.3662"), (15, 148, "0.0624-0.1605"), (0, 20, "0.0000-0.1611"),
        (1, 29, "0.0061-0.1718"),
    ):  # fmt: skip
        low, high = statistics.share_interval(part, whole)
        assert f"{abs(low):.4f}-{high:.4f}" == printed


@pytest.mark.must("signal", 1)
@pytest.mark.parametrize(
    ("is_screened", "printed"),
    [(True, "-0.72 / 1.94 / 4.60"), (False, "-3.06 / 6.95, mean 1.94")],
    ids=["screened", "not screened"],
)
def test_limits_are_those_of_the_deviations_vignette(
    is_screened: bool, printed: str, measured: Callable[[str], None]
) -> None:
    found = statistics.limits([DEVIATIONS], is_screened)
    ends = f"{found.lower:.2f}", f"{found.upper:.2f}"
    mean = f"{found.mean:.2f}"
    said = (
        f"{ends[0]} / {mean} / {ends[1]}" if is_screened else f"{ends[0]} / {ends[1]}, mean {mean}"
    )
    assert said == printed
    assert found.screened == (2 if is_screened else 0)
    measured(f"deviations vignette, {'screened' if is_screened else 'not screened'}: {said}")


@pytest.mark.must("signal", 1)
@pytest.mark.parametrize(
    ("rule", "fires", "just_not"),
    [
        # A point on a limit is within it.
        ("a", (10, 16.1, 10), (10, 16, 10)),
        ("a", (10, 3.9, 10), (10, 4, 10)),
        # One on the mean ends a row.
        ("b", (11, 12, 11, 12, 11, 12, 11), (11, 12, 11, 10, 11, 12, 11)),
        ("b", (9, 8, 9, 8, 9, 8, 9), (9, 8, 9, 8, 9, 8)),
        # Seven values are six steps; two equal ones are none.
        ("c", (7, 8, 9, 10, 11, 12, 13), (7, 8, 9, 10, 10, 11, 12, 13)),
        ("c", (13, 12, 11, 10, 9, 8, 7), (12, 11, 10, 9, 8, 7)),
        # On the near limit is not beyond it, nor are two on opposite sides of the mean.
        ("d", (15, 10, 15), (15, 10, 14)),
        ("d", (5, 5, 10), (15, 10, 5)),
        ("d", (15, 10, 15), (15, 10, 9, 15)),
    ],
)
def test_each_rule_fires_and_just_does_not(
    rule: str, fires: tuple, just_not: tuple, measured: Callable[[str], None]
) -> None:
    assert set(rules(*fires)) <= {rule, "."}
    assert rule in rules(*fires)
    assert rules(*just_not) == "." * len(just_not)
    measured(f"rule {rule} fires on {fires}: {rules(*fires)}; and not on {just_not}")


@pytest.mark.must("signal", 1)
def test_of_several_rules_the_first_of_a_c_d_b_is_named(measured: Callable[[str], None]) -> None:
    # All seven are above the mean and rise; two of the last three are beyond the near limit, one
    # beyond the limit, which counts for that too.
    found = rules(11, 12, 13, 13.5, 14.5, 15, 17)
    assert found == "cccccca"
    assert rules(11, 12, 11, 12, 11, 15, 15) == "bbbbbdd"
    assert rules(15, 11, 17) == "d.a"
    measured(f"a before c before d before b: {found}")


def test_limits_are_on_trial_below_twelve_points_and_there_are_none_below_five() -> None:
    figures = (100, 104, 97, 101, 106, 99, 103, 98, 102, 105, 96, 101, 140)
    refused = statistics.process(counted(*figures[:4]), "flow", "financial year")
    assert (refused.why, refused.points, refused.needed) == (Why.FEW, 4, 1)
    assert words.no_process(refused).startswith(
        "Four points are no process: one more gives limits on trial, and eight more firm ones."
    )
    found = of(statistics.process(counted(*figures[:11]), "flow", "financial year"))
    assert (found.newest.is_trial, found.newest.still_needed) == (True, 1)
    assert "The limits are on trial: 1 more point makes them firm." in words.process_finding(
        found, "neither"
    )
    twelve = of(statistics.process(counted(*figures[:12]), "flow", "financial year")).newest
    thirteen = of(statistics.process(counted(*figures), "flow", "financial year")).newest
    assert not twelve.is_trial
    # What comes later does not move them.
    assert thirteen.limits == twelve.limits
    assert [mark.rule for mark in thirteen.signals] == ["a"]


def test_a_neutral_measure_changes_and_one_with_a_direction_improves_or_concerns() -> None:
    figures = (100, 104, 97, 101, 106, 99, 103, 98, 102, 105, 96, 101, 140)
    found = of(statistics.process(counted(*figures), "flow", "financial year"))
    said = {better: words.process_words("Cases", found, better) for better in
            ("neither", "higher", "lower")}  # fmt: skip
    assert "Changed: 1 of 13 points stands out from what 2010-11 to 2021-22" in said["neither"]
    assert not any(word in said["neither"] for word in ("improv", "concern", "better", "worse"))
    assert "Improving, above the mean (rule a): 2022-23" in said["higher"]
    assert "Concerning, above the mean (rule a): 2022-23" in said["lower"]


def test_limits_begin_anew_at_a_recorded_break_alone_and_nothing_runs_across_it() -> None:
    steady = (100, 104, 97, 101, 106, 99)
    one = counted(*steady, *(figure + 200 for figure in steady))
    alone = statistics.process(one, "flow", "financial year")
    assert alone == Refusal(Why.DRIFTING)
    moved = Break(date(2016, 4, 1), "A new system")
    found = of(statistics.process(one, "flow", "financial year", [moved]))
    assert [round(stretch.limits.mean) for stretch in found.stretches] == [101, 301]
    assert not any(stretch.signals for stretch in found.stretches)
    assert found.newest.since == moved
    # A year within which the break lies counts two things and is on neither side.
    amid = of(statistics.process(one, "flow", "financial year", [Break(date(2016, 9, 1), "x")]))
    assert [point.period for point in amid.left_out] == ["2016-17"]
    assert statistics.unbroken(one, [moved]).points == one.points[6:]
    drawing = charts.process(found, LIGHT, words.lines_of_limits, lambda mark: "changed")
    assert "break, Apr 2016" in [text["text"] for text in drawing["layout"]["annotations"]]
    assert "Break of 1 April 2016: A new system." in words.rules_used(found, is_state=False)
    joins = [trace for trace in drawing["data"] if trace["mode"] == "lines"]
    assert [len(trace["x"]) for trace in joins] == [6, 6]


def test_a_break_that_a_definition_records_is_published_with_its_reason(where, few) -> None:
    path = "data/definitions/indicators/fgm_referrals.toml"
    recorded = b'breaks = [{on = 2013-01-01, reason = "Another system"}]\ntitle ='
    publishing.ensure_built(where, {**few, path: few[path].replace(b"title =", recorded, 1)}, CLERK)
    rows = store.current(where).rows("framework/breaks", indicator="fgm_referrals")
    assert [(row.happened_on, row.reason) for row in rows] == [(date(2013, 1, 1), "Another system")]
    assert store.numbered(where, 1).rows("framework/breaks", indicator="fgm_referrals") == ()


def test_a_gap_and_a_figure_that_is_not_exact_interrupt_a_run() -> None:
    one = counted(100, 104, None, 101, said.derived(98, 99), 99, 103, 98)
    found = of(statistics.process(one, "flow", "financial year"))
    assert [len(run) for run in found.newest.runs] == [2, 1, 3]
    assert [point.period for point in found.left_out] == ["2014-15"]
    assert "Left out, since no exact figure of one definition: 2014-15." in words.rules_used(
        found, is_state=False
    )


@pytest.mark.parametrize(
    ("figures", "kind", "clock", "why"),
    [
        ((100,) * 12, "flow", "event", Why.ONE_OFF),
        ((100,) * 12, "level", "running total", Why.RUNNING),
        ((1, 3, 0, 4, 2, 6, 2, 1, 9, 2, 3, 4), "flow", "financial year", Why.SMALL),
        ((said.derived(98, 99),) * 12, "flow", "financial year", Why.FEW),
        (tuple(range(100, 112)), "flow", "financial year", Why.DRIFTING),
    ],
)
def test_a_series_that_allows_no_process_chart_says_why(figures, kind, clock, why) -> None:
    refused = statistics.process(counted(*figures), kind, clock)
    assert refused.why is why
    assert words.no_process(refused).endswith(".")


def test_overlapping_years_and_summed_states_are_no_process() -> None:
    one = counted(*(100, 104, 97, 101, 106))
    rolling = replace(one, points=tuple(
        replace(point, ends_on=date(point.ends_on.year, 6, 30)) for point in one.points
    ))  # fmt: skip
    assert statistics.process(rolling, "flow", "quarter").why is Why.OVERLAPPING
    summed = series.together([one, one], series.empty("sum", "Sum", "cases"))
    assert statistics.process(summed, "level", "financial year").why is Why.ADDED_STATES
    assert of(statistics.process(summed, "flow", "financial year"))


def test_a_figure_between_limits_is_carried_as_an_interval_and_never_as_exact() -> None:
    one = counted(said.derived(383, 384), 583)
    found = statistics.compared(one, *one.points, "flow")
    assert found.interval == (
        statistics.ratio_interval(583, 384)[0],
        statistics.ratio_interval(583, 383)[1],
    )
    assert "1.52 times" in signal.compared_sentence(found)
    assert signal.carried(found).startswith("A figure between two limits stays so")
    protected = counted(Bounds(13, 17), Bounds(23, 27))
    assert not statistics.compared(protected, *protected.points, "flow").is_beyond_chance
    assert statistics.compared(counted(15, 25), *counted(15, 25).points, "flow").interval[0] < 1


def test_a_series_that_ends_in_noughts_alone_is_taken_as_rounded() -> None:
    one = counted(3130, 2900, 2880, 2650, 2690)
    found = statistics.compared(one, *one.points[-2:], "flow")
    assert (found.rounded_to, found.after) == (10, Bounds(2685, 2695))
    assert signal.carried(found).startswith("Every figure of this series ends as if rounded to ten")
    assert statistics.rounding_of(counted(3130, 2900, 2880, 2650, 2691)) == 0


@pytest.mark.parametrize(
    ("figure", "kind", "why"),
    [
        (said.more_than(50), "flow", Why.LIMIT),
        (said.about(150), "flow", Why.SPOKEN),
        (bounds.withheld(), "flow", Why.PARTS),
        (None, "flow", Why.NO_FIGURE),
        (150, "level", Why.STATE),
        (150, "share", Why.SHARE),
    ],
)
def test_what_is_no_count_is_refused_with_a_sentence(figure, kind: str, why: Why) -> None:
    one = counted(100, figure)
    refused = statistics.compared(one, *one.points, kind)
    assert refused == Refusal(why)
    assert signal.NO_TEST[why].endswith(".")
