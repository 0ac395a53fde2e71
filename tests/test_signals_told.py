"""Whether a change means anything, as slides, packs, questions and the rehearsal say it."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import openpyxl
import pytest
from pptx import Presentation

from oversight import bounds, packs, periods, publishing, questions, slides, statistics, store, told
from oversight.home import Home
from oversight.packs import Made
from oversight.series import Point, Series
from oversight.slides import Item, Position, Slide, markup
from oversight.statistics import Break
from tests.conftest import CLERK, a_return
from tests.slide_reading import REPORT, YEAR_ON, position_in, slides_of
from tests.test_xlsx_pack import table_of

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gptables")

BEYOND = (
    "That is more than chance would give, if cases were independent; one offender with many victims"
    " breaks that."
)
RATIO = "2013-14 has 1.13 times the count of 2012-13 (95% interval 1.07 to 1.20)."
RAPE_AND_ASSAULT = f"{RATIO} {BEYOND}"
FGM = f"2013 has 2.65 times the count of 2012 (95% interval 1.67 to 4.34). {BEYOND}"
NEVER = "Either way it is no evidence of how much offending there was."
TWO_POINTS = (
    "Two points are no process: three more give limits on trial, and ten more firm ones. A point is"
    " an exact figure that follows the one before."
)
NEGLECT = "allegations_neglect"
STEADY = (100, 104, 97, 101, 106, 99, 103, 98, 102, 105, 96, 101)


@pytest.fixture(scope="module")
def at(built: Home) -> Position:
    return position_in(built, REPORT)


@pytest.fixture(scope="module")
def made(built: Home) -> Made:
    return packs.made(store.current(built), REPORT)


def of(name: str, position: Position) -> Slide:
    return slides.of_indicator(position.entry(name), position)


def with_years(position: Position, *figures: int) -> Position:
    """As if these allegations had been counted, the last in 2013-14."""
    years = [periods.financial_year(2014 - len(figures) + place) for place in range(len(figures))]
    points = tuple(
        Point(one.label, one.starts_on, one.ends_on, bounds.exact(figure), "reported")
        for one, figure in zip(years, figures, strict=True)
    )
    lines = {NEGLECT: (Series(NEGLECT, "Neglect", "allegations", points),)}
    return replace(position, lines={**position.lines, **lines}, ever={**position.ever, **lines})


@pytest.mark.must("signal", 5)
@pytest.mark.parametrize(
    ("name", "short", "whole"),
    [
        # Of a row among others there is room for a line.
        ("where_we_are", RATIO, RAPE_AND_ASSAULT),
        ("allegations", RAPE_AND_ASSAULT, RAPE_AND_ASSAULT),
        ("fgm", FGM, FGM),
    ],
)
def test_a_slide_that_states_a_change_says_what_chance_leaves_of_it(
    name: str, short: str, whole: str, at: Position, measured: Callable[[str], None]
) -> None:
    slide = slides_of(at)[name]
    assert slide.signal == short
    assert short in _on_screen(slide)
    assert slide.signal_in_full == f"{whole} {NEVER} {TWO_POINTS}"
    assert slide.read_aloud.endswith(slide.signal_in_full)
    measured(f"{name}: {short}")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        # A figure within limits is shown beside it, and is no point.
        (
            "soeca_officers_budgeted",
            "One point is no process: four more give limits on trial, and 11 more firm ones. A"
            " point is an exact figure that follows the one before.",
        ),
        ("mash_boroughs", "One point is no process: four more give limits on trial, and 11 more"),
        (
            "met_strength",
            "The points that limits would rest on stand out from each other: the series drifts",
        ),
        ("cse_referrals_expected", ""),
    ],
)
def test_where_there_is_no_test_a_slide_says_how_many_more_it_takes_or_why_never(
    name: str, short: str, at: Position
) -> None:
    slide = of(name, at)
    assert slide.signal.startswith(short) if short else slide.signal == ""
    assert "It is a state on a day and no count of cases" in slide.signal_more


def test_where_nobody_has_counted_what_a_test_needs_is_read_out(at: Position) -> None:
    slide = slides_of(at)["cse"]
    assert slide.signal == ""
    assert slide.read_aloud.endswith("12 for firm ones; a ratio needs two counts.")


@pytest.mark.must("signal", 5)
def test_a_slide_of_a_long_series_says_what_stands_out_and_by_which_rule(at: Position) -> None:
    slide = of(NEGLECT, with_years(at, *STEADY, 140))
    assert slide.signal == (
        "Changed: 1 of 13 points stands out from what 2001-02 to 2012-13 would lead one to expect:"
        " 2013-14, the newest. Rule: (a) a point outside a limit."
    )
    assert slide.signal_more.startswith(
        "A signal says that something differs, not what. 2013-14 has 1.39 times the count of"
    )
    assert slide.rules.endswith("In the manner of Making Data Count (NHS England).")
    trial = of(NEGLECT, with_years(at, *STEADY[:7])).signal
    assert trial == (
        "No signal. The 7 points vary no more than a steady process would show. The limits are on"
        " trial: 5 more points make them firm."
    )


def test_limits_on_slides_begin_anew_where_a_definition_records_a_break(at: Position) -> None:
    moved = (*STEADY[:6], *(figure + 200 for figure in STEADY[:7]))
    position = with_years(at, *moved)
    assert "the series drifts" in of(NEGLECT, position).signal_more
    breaks = {NEGLECT: (Break(date(2007, 4, 1), "A new system"),)}
    slide = of(NEGLECT, replace(position, breaks=breaks))
    assert slide.signal.startswith("No signal. The 7 points vary")
    assert "Break of 1 April 2007: A new system." in slide.rules


def test_a_quarter_is_held_against_the_same_quarter_a_year_before_where_there_is_one() -> None:
    starts = [date(2014 + place // 4, 1 + 3 * (place % 4), 1) for place in range(6)]
    quarters = [
        Point(f"{one:%Y-%m}", one, one + timedelta(days=90), bounds.exact(100), "reported")
        for one in starts
    ]
    assert statistics.baseline(quarters).period == "2014-04"
    assert statistics.baseline(quarters[2:]).period == "2015-01"
    found = statistics.counts_alike(Series("some", "Some", "cases", tuple(quarters)), "flow")
    assert found == tuple(quarters)


def test_of_the_years_shown_two_counts_are_compared_and_a_process_is_of_all(built: Home) -> None:
    slide = slides_of(position_in(built, YEAR_ON, "2013-04-01", "2014-03-31"))["allegations"]
    assert slide.signal.startswith("Two points are no process")
    assert slide.signal_more.endswith("One figure alone has nothing to be tested against.")


@pytest.mark.parametrize("name", ["assessment_factor_cse", "allegations_rape", "met_strength"])
def test_notes_give_way_so_that_a_drawing_under_a_signal_stays_large(
    name: str, at: Position
) -> None:
    slide = of(name, at)
    banner = "This is not the present position: deadlines are counted to 24 July 2014."
    for above in ((False, ""), (True, banner)):
        _, high = markup.room(slide, *above)
        assert high >= round(1600 * markup.LEAST / markup.WIDE)
        assert markup.noted(slide, *above)[-1] == slide.source


@pytest.mark.must("signal", 5)
def test_the_workbook_has_a_sheet_on_what_changes_mean(
    made: Made, measured: Callable[[str], None]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(packs.as_xlsx(made)))
    rows = {row["Measure"]: row for row in table_of(book["Does a change mean anything"])}
    fgm = rows["FGM referrals to the Met"]
    ends = [fgm[name] for name in ("From", "To", "Count then", "Count now")]
    assert ends == ["2012", "2013", 26, 69]
    ratio = [fgm[name] for name in ("Times as many", "Lower limit", "Upper limit")]
    assert ratio == [2.65, 1.67, 4.34]
    assert (fgm["Two counts"], fgm["As a process"]) == (FGM, TWO_POINTS)
    assert fgm["More points needed"] == 3
    strength = rows["Metropolitan Police strength, PCSO"]
    assert strength["Times as many"] == strength["More points needed"] == "[z]"
    assert "It is a state on a day" in strength["Two counts"]
    # Every series of the items that has a figure, and no other.
    tested = made.position.tested
    assert len(rows) == sum(map(len, tested.values())) > 30
    measured(f"workbook: {len(rows)} series; FGM {ends} {ratio}")


def test_the_page_the_zip_and_the_slides_to_take_away_say_the_same(made: Made) -> None:
    page = unescape(packs.as_html(made).decode())
    for text in (RAPE_AND_ASSAULT, FGM, NEVER, TWO_POINTS, "Does a change mean anything?"):
        assert text in page
    with zipfile.ZipFile(io.BytesIO(packs.as_zip(made))) as files:
        text = files.read("signals.csv").decode("utf-8")
    (fgm,) = [
        row for row in csv.DictReader(io.StringIO(text)) if row["measure"].startswith("FGM r")
    ]
    assert (fgm["times_as_many"], fgm["two_counts"]) == ("2.65", FGM)
    process = of(NEGLECT, with_years(made.position, *STEADY, 140))
    own = replace(made, items=(*made.items[:2], Item(process)))
    deck = Presentation(io.BytesIO(packs.as_pptx(own)))
    notes = [one.notes_slide.notes_text_frame.text for one in deck.slides]
    shown = [
        "\n".join(shape.text_frame.text for shape in one.shapes if shape.has_text_frame)
        for one in deck.slides
    ]
    assert any(RAPE_AND_ASSAULT in text for text in shown)
    assert any(f"{RAPE_AND_ASSAULT} {NEVER}" in text for text in notes)
    assert any(process.rules in text for text in notes)
    assert not any(process.rules in text for text in shown)


def test_a_rehearsal_foretells_what_is_said_of_each_change(where: Home, few) -> None:
    def signals() -> dict[str, str]:
        position = position_in(where, YEAR_ON)
        return {one.name: one.text for one in told.told(position, ()) if one.kind == told.SIGNAL}

    before = signals()
    assert before["FGM referrals to the Met"] == f"{FGM} {NEVER}\n{TWO_POINTS}"
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,118,,"), CLERK)
    after = signals()
    changed = {name: text for name, text in after.items() if before[name] != text}
    assert list(changed) == ["FGM referrals to the Met"]
    assert changed["FGM referrals to the Met"].startswith("2014 has 1.71 times the count of 2013")


def test_a_figure_beyond_chance_is_asked_about_once(where: Home, few) -> None:
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,118,,"), CLERK)
    found = {one.key: one for one in questions.asked(position_in(where, YEAR_ON))}
    one = found["beyond_chance fgm_referrals"]
    assert one.text.startswith("FGM referrals to the Met: 118 referrals in 2014, 69 in 2013, more")
    assert (
        one.why_now == f"2014 has 1.71 times the count of 2013 (95% interval 1.26 to 2.34). {NEVER}"
    )
    assert (one.whom, one.address) == (("Met",), "framework?indicator=fgm_referrals")
    assert "changed fgm_referrals" not in found
    moved = found["allegations_that_moved"].why_now
    assert moved.startswith(f"{BEYOND} The change alone cannot tell the four apart")


def _on_screen(slide: Slide) -> str:
    """Every word of a slide as a room has it."""
    shown = markup.on_screen(Item(slide), "", 1, 8, "stamp")
    return unescape(shown.replace('<span class="slide-year">', "").replace("</span>", ""))
