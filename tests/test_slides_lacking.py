"""Slides with figures that are withheld or not there: each is marked, and none like another."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date

import pytest

from oversight import bounds, charts, publishing, slides, themes
from oversight.bounds import MINUS, Bounds, exact
from oversight.charts import LIGHT, Band, Step
from oversight.home import Home
from oversight.packs.deck import bars, lines
from oversight.series import Point
from oversight.slides import Bands, Slide, Steps, Years
from oversight.themes.gaps import with_every_period
from tests.conftest import CLERK, a_return
from tests.drawings import Drawn, a_series, in_year
from tests.slide_reading import YEAR_ON, position_in

BLUE, QUIET = LIGHT.series[0], LIGHT.quiet
BARS = (
    Band("Counted", exact(40), said="40", standing="reported"),
    Band("Nobody", exact(0), said="0", standing="reported"),
    Band("Held back", bounds.withheld(), said="[c]", standing="withheld"),
    Band("Lost", Bounds(None, None), said="[x]", standing="not available"),
    Band("Never said", bounds.unknown()),
)
SENT = a_return(
    "soeca_officers_vacant,2014-09-30,Metropolitan Police,,,c,",
    "soeca_officers_vacant,2015-03-31,Metropolitan Police,,150,,",
    "soeca_officers_vacant,2015-06-30,Metropolitan Police,,,x,",
    "cse_referrals,2014-15 Q1,Metropolitan Police,,310,,",
    "cse_referrals,2014-15 Q2,Metropolitan Police,,,c,",
    "cse_referrals,2014-15 Q4,Metropolitan Police,,290,,",
    "fgm_referrals,2016,Metropolitan Police,,2000000,,",
)


@pytest.fixture(scope="module")
def shown(first: Home, few: dict[str, bytes], tmp_path_factory) -> Callable[[str], Slide]:
    """The slide of an indicator after a return with figures that are withheld or left out."""
    where = Home(shutil.copytree(first.path, tmp_path_factory.mktemp("lacking") / "live"))
    publishing.publish(where, few, SENT, CLERK, reasons={"changes_are_explained": "Anew"})
    position = position_in(where, YEAR_ON)
    return lambda name: (
        slides.slide_of(name, position, ())
        if name in slides.NAMES
        else slides.of_indicator(position.entry(name), position)
    )


def test_what_is_withheld_or_lacking_among_bars_is_a_row_and_is_said(shown) -> None:
    slide = shown("soeca_officers_vacant")
    assert isinstance(slide.drawing, Bands)
    assert [(band.label, band.text) for band in slide.drawing.rows] == [
        ("September 2013", "over 50"),
        ("30 September 2014", "[c]"),
        ("31 March 2015", "150"),
        ("30 June 2015", "[x]"),
    ]
    assert slide.gap.startswith(
        "30 September 2014: withheld [c], to protect people. 30 June 2015: not available [x]."
    )
    said = Drawn(charts.drawn(slide.drawing, LIGHT)).said
    assert {"withheld [c]", "not available [x]"} <= set(said)
    plot = bars.bands(slide.drawing)
    assert "30 September 2014: withheld [c]" in plot.categories
    assert "No bar: withheld [c]. No bar: not available [x]." in plot.key
    assert "nobody has said" not in plot.key


def test_a_withheld_quarter_stands_among_those_counted(shown) -> None:
    rows = shown("cse").table.rows
    assert ("Counted, 2014-15 Q2", "[c]", "2014-15 Q2") in rows
    quarters = shown("cse_referrals").table.rows
    assert [row[:2] for row in quarters] == [
        ("2014-15 Q1", "310"), ("2014-15 Q2", "[c]"), ("2014-15 Q3", "[x]"), ("2014-15 Q4", "290"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["fgm", "fgm_referrals"])
def test_a_calendar_year_that_nobody_supplied_is_marked_between_two_others(name, shown) -> None:
    slide = shown(name)
    assert isinstance(slide.drawing, Years)
    assert [row[:2] for row in slide.table.rows] == [
        ("2012", "26"), ("2013", "69"), ("2014", "[x]"), ("2015", "[x]"), ("2016", "2,000,000"),
    ]  # fmt: skip
    assert "2014\n[x]" in lines.years(slide.drawing).categories
    found = Drawn(charts.drawn(slide.drawing, LIGHT))
    assert "not supplied [x]" in " ".join(found.said)
    assert "not available 2014 and 2015" in slide.alt


def test_a_ratio_of_thousands_has_its_comma(shown) -> None:
    slide = shown("fgm")
    # 2,000,000 / 69 = 28,985.5.
    assert slide.drawing.notes == (("×28,986", "on 2013"),)
    assert slide.table.rows[-1][3].startswith("×28,986, 95% interval 2")
    assert (bounds.times(2.654), bounds.times(99.5), bounds.times(30000)) == (
        "2.65", "99.50", "30,000",
    )  # fmt: skip


def test_among_bars_withheld_lacking_unsaid_and_nought_never_look_alike() -> None:
    found = Drawn(charts.drawn(Bands(BARS), LIGHT))
    assert {"40", "0", "withheld [c]", "not available [x]", "not stated"} <= set(found.said)
    # Withheld: hatched, with an edge. Lacking: pale, with none. Unsaid: hatching that thins out.
    (edged,) = found.all("rect", fill="none", stroke=QUIET)
    (pale,) = [one for one in found.all("rect") if one.get("stroke") is None]
    hatching = [one for one in found.all("line") if one.get("stroke-width") == "3"]
    inside = [one for one in hatching if one.get("stroke") == LIGHT.rule]
    top, high = (float(edged.get(name)) for name in ("y", "height"))
    assert inside and all(top - 3 <= float(one.get("y2")) <= top + high + 3 for one in inside)
    assert len({one.get("stroke") for one in hatching} - {LIGHT.rule}) == 5
    assert float(pale.get("y")) > top + high
    # A true nought is a filled sliver on the axis.
    assert [float(one.get("width")) < 6 for one in found.all("rect", fill=BLUE)] == [False, True]


def test_a_sign_for_no_figure_stays_within_the_bars_room_however_long_the_figures() -> None:
    rows = (Band("A", Bounds(2e14, 3e14, qualifier="expected")), *BARS[2:])
    found = Drawn(charts.drawn(Bands(rows), LIGHT, (700, 400)))
    values = min(text.box.left for text in found.texts if "or" in text.said.split())
    reached = [float(one.get("x2")) for one in found.all("line") if one.get("stroke-width") == "3"]
    assert max(reached) < values


@pytest.mark.parametrize("away", [98, 100, 150])
def test_where_nearly_nobody_is_left_no_step_lies_left_of_the_axis(away: int) -> None:
    steps = Steps((
        Step("Budgeted posts", exact(100), ""),
        Step("On other duties", exact(away), MINUS),
        Step("On maternity leave", bounds.unknown(), MINUS),
        Step("Could be at work", Bounds(None, max(100 - away, 0), about=True), "="),
    ))  # fmt: skip
    found = Drawn(charts.drawn(steps, LIGHT))
    shapes = [*found.all("rect"), *found.all("line")]
    names = ("x", "x1", "x2")
    at = [float(one.get(name)) for one in shapes for name in names if one.get(name)]
    ends = [float(one.get("x")) + float(one.get("width")) for one in found.all("rect")]
    axis = float(found.all("rect", fill=BLUE)[0].get("x"))
    assert min(at) >= axis
    assert max([*at, *ends]) < min(text.box.left for text in found.texts if text.said == "100")
    hatching = [one for one in found.all("line") if one.get("stroke-width") == "3"]
    assert len(hatching) > 3
    # In slides to take away no bar begins below nought, and each is as long as its figure.
    base, *others = bars.steps(steps).rows
    assert min(base.values) >= 0
    assert away in [value for row in others for value in row.values]
    waterfall = charts.waterfall(steps.steps, LIGHT)
    starts = [begin for one in waterfall["data"] for begin in one.get("base", [])]
    assert min(starts) >= 0


def test_a_figure_over_hatching_has_the_page_behind_its_letters() -> None:
    held = [in_year(2005 + 2 * n, None, "withheld", "c") for n in range(4)]
    known = [in_year(2004 + 2 * n, 1234567890 + n) for n in range(5)]
    points = sorted((*held, *known), key=lambda point: point.starts_on)
    one = a_series("One", *points, in_year(2013, 3))
    found = Drawn(charts.drawn(Years((one,)), LIGHT))
    bands = [float(band.get("x")) for band in found.all("rect", fill="none", stroke=QUIET)]
    (large,) = [text for text in found.all("text") if text.text == "1,234,567,890"]
    (box,) = [text.box for text in found.texts if text.said == "1,234,567,890"]
    assert any(box.left < left < box.right for left in bands)
    assert (large.get("stroke"), large.get("paint-order")) == (LIGHT.page, "stroke")


def test_only_between_two_figures_is_a_period_put_in() -> None:
    def quarter(starts: date, ends: date, label: str) -> Point:
        return Point(label, starts, ends, exact(1), "reported")

    first = quarter(date(2014, 4, 1), date(2014, 6, 30), "2014-15 Q1")
    last = quarter(date(2015, 1, 1), date(2015, 3, 31), "2014-15 Q4")
    filled = with_every_period(a_series("One", first, last), "quarter")
    assert [point.period for point in filled.points] == [
        "2014-15 Q1", "2014-15 Q2", "2014-15 Q3", "2014-15 Q4",
    ]  # fmt: skip
    assert [point.is_number for point in filled.points] == [True, False, False, True]
    assert with_every_period(a_series("One", first), "quarter").points == (first,)
    assert themes.mutilation(()).referrals.points == ()
