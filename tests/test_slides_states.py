"""Slides where there is less to say, or more: no figure, a withheld one, a return, a long list."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from dataclasses import replace

import pytest

from oversight import publishing, questions, slides, wording
from oversight.asks import Held
from oversight.home import Home
from oversight.slides import Position
from tests.conftest import CLERK, a_return
from tests.held import held, said
from tests.slide_reading import (
    ONE_LINE,
    YEAR_ON,
    cells,
    every_slide,
    figures_of,
    position_in,
    slides_of,
    widest,
)

Row = namedtuple("Row", "meeting_date position slide minutes note")

A_YEAR_LATER = a_return(
    "allegations_rape,2014-15,London,,630,,",
    "allegations_sexual_assault,2014-15,London,,1940,p,",
    "soeca_officers_budgeted,2014-15,Metropolitan Police,,1010,,",
    "soeca_officers_in_post,2015-03-31,Metropolitan Police,,931,,headcount",
    "soeca_officers_maternity,2015-03-31,Metropolitan Police,,48,,",
    "cse_referrals,2014-15 Q1,Metropolitan Police,,310,,",
    "cse_referrals,2014-15 Q2,Metropolitan Police,,355,,",
    "cse_referrals,2014-15 Q3,Metropolitan Police,,402,,",
    "cse_referrals,2014-15 Q4,Metropolitan Police,,433,,",
    "fgm_referrals,2014,Metropolitan Police,,118,,",
)
WITHHELD = a_return(
    "fgm_referrals,2014,Metropolitan Police,,,c,",
    "allegations_rape,2014-15,London,,,c,",
)


@pytest.fixture(scope="module")
def at(first: Home) -> Position:
    """The first publication of the few files, a year after the report."""
    return position_in(first, YEAR_ON)


@pytest.mark.must("meeting", 5)
def test_a_return_changes_the_slides(
    where: Home, few: dict[str, bytes], measured: Callable[[str], None]
) -> None:
    before = slides_of(position_in(where, YEAR_ON))
    publishing.publish(where, few, A_YEAR_LATER, CLERK)
    position = position_in(where, YEAR_ON)
    after = slides_of(position)
    # 630 + 1,940 = 2,570, and 2,570 / 2,386 is +7.7%.
    assert after["allegations"].finding == (
        "Rape and sexual assault allegations rose 8% between 2013-14 and 2014-15"
    )
    assert after["allegations"].drawing.notes[0] == ("+8%", "on 2013-14")
    assert ("2014-15", "2,570 [p]", "1,940 [p]", "630", "–") in after["allegations"].table.rows
    assert "Ringed: provisional [p]." in after["allegations"].signs
    assert after["workforce"].finding == (
        "The budget of 2014-15 allowed for 1,010 officer posts; at most 883 could be at work"
    )
    assert after["workforce"].gap == (
        "Not stated for 2014-15: SOECA officers abstracted to other duties, owed by the Met."
    )
    # All was counted on one day, so it is what was left out that makes a ceiling.
    assert "Not all is stated, so the last bar is a ceiling" in after["workforce"].caveat
    assert after["cse"].finding == "1,500 CSE referrals in 2014-15; 2,000 or 3,000 were expected"
    assert ("Counted, 2014-15", "1,500", "2014-15") in after["cse"].table.rows
    assert "CSE referrals" not in after["cse"].gap
    assert after["fgm"].finding == (
        "FGM referrals: 118 in 2014 against 69 in 2013, yet three points show no trend"
    )
    assert before["framework"].finding.startswith("29 of 48 indicators have a figure, 19 have none")
    assert after["framework"].finding.startswith("32 of 48 indicators have a figure, 16 have none")
    rows = {row[0]: row for row in after["where_we_are"].table.rows}
    assert widest(after["where_we_are"]) <= ONE_LINE
    assert rows["CSE referrals"][1] == "1,500 in 2014-15"
    assert rows["FGM referrals"][1:3] == ("118 in 2014", "69 in 2013")
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [name for name in slides.NAMES if name != "overdue"]
    quarters = slides.of_indicator(position.entry("cse_referrals"), position)
    assert [row[:2] for row in quarters.table.rows] == [
        ("2014-15 Q1", "310"), ("2014-15 Q2", "355"), ("2014-15 Q3", "402"), ("2014-15 Q4", "433"),
    ]  # fmt: skip
    measured(f"a return changes {len(changed)} of {len(before)} standard slides: {changed}")


def test_a_withheld_newest_figure_is_said_and_never_drawn_as_a_number(
    where: Home, few: dict[str, bytes]
) -> None:
    publishing.publish(where, few, WITHHELD, CLERK)
    found = slides_of(position_in(where, YEAR_ON))
    fgm = found["fgm"]
    assert fgm.finding.startswith("FGM referrals: 69 in 2013 against 26 in 2012")
    assert fgm.table.rows[-1] == ("2014", "[c]", "–", "–")
    assert fgm.drawing.gap == "withheld [c]" and len(fgm.drawing.intervals) == 2
    assert fgm.gap.startswith("2014: withheld [c], to protect people.")
    assert "2014 is withheld, so 2013 is the newest count." in fgm.read_aloud
    allegations = found["allegations"]
    assert allegations.finding.endswith("between 2012-13 and 2013-14")
    assert allegations.table.rows[-1][:4] == ("2014-15", "[x]", "[x]", "[c]")
    assert "so 2013-14 is the newest count" in allegations.read_aloud


@pytest.mark.parametrize(
    ("starts", "ends"),
    [("2009-04-01", "2011-03-31"), ("2010-04-01", "2011-12-31"), ("2030-04-01", "2031-03-31")],
)
def test_years_without_figures_leave_true_sentences(first: Home, starts: str, ends: str) -> None:
    position = position_in(first, YEAR_ON, starts, ends)
    for slide in every_slide(position):
        assert slide.finding and slide.measure and slide.source and slide.read_aloud
        assert slide.baseline and slide.table.rows, slide.name
        for figure in figures_of(slide.drawing):
            assert any(figure in cell for cell in cells(slide)), (slide.name, figure)
    found = slides_of(position)
    assert found["workforce"].finding == "No figure on posts and people for this period"
    assert found["workforce"].drawing is None and found["workforce"].caveat == ""
    assert "none in the years shown" in found["fgm"].gap
    assert found["fgm"].source == "Source: no figure in the years shown."
    # Deadlines know no period.
    assert found["where_we_are"].finding == "4 asks are past their date"


def test_one_figure_alone_has_no_baseline(first: Home) -> None:
    found = slides_of(position_in(first, YEAR_ON, "2009-04-01", "2011-03-31"))["allegations"]
    assert found.finding == ("1,774 to 1,787 [e] allegations of rape and sexual assault in 2009-10")
    assert found.baseline.startswith("No baseline")
    assert found.drawing.notes == ()


def test_where_no_question_follows_the_slide_says_so(at: Position) -> None:
    slide = {one.name: one for one in slides.standard(at, ())}["questions"]
    assert slide.finding == "No question follows from what is known"
    assert slide.table.rows == (("–", "There is none.", "–"),)
    assert slide.records == ()


def test_a_provisional_count_keeps_its_marker_in_bands(where: Home, few: dict[str, bytes]) -> None:
    row = "cse_referrals,2014-15 Q1,Metropolitan Police,,310,p,"
    publishing.publish(where, few, a_return(row), CLERK)
    slide = slides_of(position_in(where, YEAR_ON))["cse"]
    assert slide.finding == (
        "310 (provisional) CSE referrals in 2014-15 Q1, a quarter; 2,000 or 3,000 were expected"
    )
    assert ("Counted, 2014-15 Q1", "310 [p]", "2014-15 Q1") in slide.table.rows
    assert "which is no year" in slide.measure


def overdue_of(at: Position, *mine: Held):
    """The slide on these asks alone."""
    return slides_of(replace(at, held=(*mine, *(one for one in at.held if one.is_promise))))[
        "overdue"
    ]


def test_where_nothing_is_late_what_comes_next_is_shown(at: Position) -> None:
    slide = overdue_of(at, held(ask="R4", recommendation=4), held(on="2015-07-01"))
    assert slide.measure.startswith("Asks of the recommendations past their date")
    ahead = overdue_of(at, held(on="2015-07-01"))
    assert ahead.measure.startswith("None is past its date")
    assert ahead.table.rows[0][0::4] == ("R8b", "At risk: due in 23 days")


def test_where_no_ask_has_a_date_the_table_says_so(at: Position) -> None:
    closed = held(
        said("2015-06-01", delivery="claimed complete"),
        said("2015-07-01", "Committee", "closed: implemented"),
    )
    for mine in (closed, held(due_on=None, due_basis="none")):
        slide = overdue_of(at, mine)
        assert slide.table.rows == (("–", "–", "No open ask has a date", "–", "–"),)


def test_a_long_list_is_cut_and_counted_and_whole_for_machines(at: Position) -> None:
    many = [held(ask=f"R{number}", recommendation=number) for number in range(1, 13)]
    slide = overdue_of(at, *many)
    *first, more = slide.table.rows
    assert more[2] == f"and {12 - len(first)} more, on the Recommendations page"
    assert 4 <= len(first) <= 7
    assert len(slide.records) == 12


def test_the_standard_order_holds_where_staff_have_saved_none(at: Position) -> None:
    items = slides.running_order(at, ())
    assert tuple(item.slide.name for item in items) == slides.NAMES
    assert {(item.minutes, item.note) for item in items} == {(None, "")}


def test_a_saved_order_shows_its_slides_with_their_minutes_and_notes(at: Position) -> None:
    day = YEAR_ON
    saved = (
        Row(day, 1, "workforce", 10, "Start with posts"),
        Row(day, 2, "question overdue R8b", None, ""),
        Row(day, 3, "sanction_detections", 5, None),
        Row(day, 4, "drop no_owner R5b", None, ""),
        Row(day, 5, "own question", None, "What of the boys?"),
        Row(day, 6, "overdue", None, ""),
    )
    position = replace(at, agenda=saved)
    asked = questions.asked(position)
    items = slides.running_order(position, asked)
    assert [(item.slide.name, item.minutes, item.note) for item in items] == [
        ("workforce", 10, "Start with posts"),
        ("sanction_detections", 5, ""),
        ("overdue", None, ""),
    ]
    assert items[0].slide == slides_of(position)["workforce"]
    # An order that says something of questions alone leaves the slides as they are.
    only = replace(at, agenda=saved[1:2])
    assert tuple(item.slide.name for item in slides.running_order(only, asked)) == slides.NAMES


def test_invented_figures_are_stamped_first_of_all(at: Position) -> None:
    assert slides.stamp(replace(at, is_invented=True)).startswith(wording.INVENTED)
    assert wording.INVENTED not in slides.stamp(at)
    assert slides.stamp(replace(at, classification="OFFICIAL-SENSITIVE")).endswith("-SENSITIVE")
