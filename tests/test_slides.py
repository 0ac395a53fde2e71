"""The standard slides of the report as it stands: what each says, and of which figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oversight import slides
from oversight.home import Home
from oversight.slides import Slide, Steps, Years
from tests.conftest import observed
from tests.reading import Reading
from tests.slide_reading import (
    ONE_LINE,
    REPORT,
    YEAR_ON,
    cells,
    every_slide,
    figures_of,
    position_in,
    slides_of,
    widest,
)

# What two lines of a projected slide hold.
LONGEST_FINDING = 100


@pytest.fixture(scope="module")
def found(built: Home) -> dict[str, Slide]:
    """The slides on the day of the report."""
    return slides_of(position_in(built))


@pytest.fixture(scope="module")
def later(built: Home) -> dict[str, Slide]:
    """The slides a year after the report."""
    return slides_of(position_in(built, YEAR_ON))


def test_the_standard_slides_go_from_where_we_are_to_questions(found) -> None:
    assert tuple(found) == slides.NAMES == (
        "where_we_are", "allegations", "workforce", "cse", "fgm", "framework", "overdue",
        "questions",
    )  # fmt: skip


@pytest.mark.parametrize("on", [REPORT, YEAR_ON])
def test_each_slide_has_all_that_a_room_needs(built: Home, on) -> None:
    for slide in every_slide(position_in(built, on)):
        texts = slide.finding, slide.measure, slide.source, slide.read_aloud, slide.baseline
        assert all(texts), slide.name
        assert len(slide.finding) <= LONGEST_FINDING, slide.finding
        assert slide.source.startswith("Source: ") and slide.source.endswith("."), slide.source
        assert "aseline" in slide.baseline, slide.baseline
        # What is read out is no Markdown, and what is drawn has words.
        assert "**" not in slide.read_aloud and slide.read_aloud[-1] in ".?", slide.read_aloud
        assert slide.alt or slide.drawing is None, slide.name
        assert slide.table.rows, slide.name
        assert {len(row) for row in slide.table.rows} == {len(slide.table.header)}, slide.name


@pytest.mark.parametrize("on", [REPORT, YEAR_ON])
def test_every_figure_of_a_drawing_stands_in_its_table(
    built: Home, on, measured: Callable[[str], None]
) -> None:
    drawn = 0
    for slide in every_slide(position_in(built, on)):
        for figure in figures_of(slide.drawing):
            assert any(figure in cell for cell in cells(slide)), (slide.name, figure)
            drawn += 1
    assert drawn > 100
    measured(f"{drawn} drawn figures stand in the tables beside their drawings")


@pytest.mark.must("meeting", 5)
def test_the_tables_hold_the_publications_own_figures(
    built: Home, found, measured: Callable[[str], None]
) -> None:
    def as_kept(value, lower, upper, qualifier, marker) -> str:
        """A figure as a reader sees it, written here a second time."""
        if value is None and lower is None and upper is None:
            return "[x]"
        ends = dict.fromkeys(f"{end:,.0f}" for end in (lower, upper) if end is not None)
        said = f"{value:,.0f}" if value is not None else " to ".join(ends)
        said = f"over {lower - 1:,.0f}" if qualifier == "more than" else said
        said = f"about {said}" if qualifier == "about" else said
        return f"{said} [{marker}]" if marker else said

    read = 0
    columns = {"allegations_sexual_assault": 2, "allegations_rape": 3}
    for indicator, column in columns.items():
        kept = observed(built, indicator)
        for row in found["allegations"].table.rows:
            figure = as_kept(*kept[row[0]][:5]) if row[0] in kept else "[x]"
            assert row[column] == figure, (indicator, row[0])
            read += 1
    kept = observed(built, "fgm_referrals")
    for row in found["fgm"].table.rows:
        assert row[1] == as_kept(*kept[row[0]][:5])
        read += 1
    (posts, vacant, away) = (row[1] for row in found["workforce"].table.rows[:3])
    for figure, indicator, period in (
        (posts, "soeca_officers_budgeted", "2013-14"),
        (vacant, "soeca_officers_vacant", "September 2013"),
        (away, "soeca_officers_abstracted", "2014"),
    ):
        assert figure == as_kept(*observed(built, indicator)[period][:5])
        read += 1
    measured(f"{read} cells of slides read back equal the publication's observations")


def test_where_we_are_has_a_row_a_theme_each_with_its_baseline(found, later) -> None:
    assert found["where_we_are"].finding == (
        "Rape and sexual assault allegations rose 13% on 2012-13; at most about 765 of 966 posts"
        " staffed"
    )
    # A year on the overdue asks come before the posts, which no longer fit.
    assert later["where_we_are"].finding == (
        "Rape and sexual assault allegations rose 13% on 2012-13; 4 asks are past their date"
    )
    assert widest(found["where_we_are"]) <= ONE_LINE
    rows = {row[0]: row[1:] for row in later["where_we_are"].table.rows}
    assert rows["Rape and sexual assault"] == (
        "2,386 in 2013-14", "+13% on 2012-13", "● sum of its parts",
    )  # fmt: skip
    assert rows["Officers at work"][:2] == ("at most about 765 in 2013-14", "966 posts budgeted")
    assert rows["CSE referrals"] == ("the hundreds", "2,000 or 3,000 expected", "– not counted")
    assert rows["CSE officers"][:2] == ("over 30 in March 2014", "60 wanted")
    assert rows["FGM referrals"] == ("69 in 2013", "26 in 2012", "● reported; no trend")
    assert rows["Asks past their date"] == ("4", "of 17, 4 with a date", "Overdue")
    assert later["where_we_are"].read_aloud.startswith(
        "Rape and sexual assault allegations rose 13% from 2012-13 to 2013-14, at most about 765 of"
        " 966 posts could be staffed and 4 asks are past their date."
    )


def test_the_same_allegations_stand_against_every_baseline(found) -> None:
    slide = found["allegations"]
    assert slide.finding == (
        "Rape and sexual assault allegations rose 13% between 2012-13 and 2013-14"
    )
    assert isinstance(slide.drawing, Years) and slide.drawing.is_trend
    assert slide.drawing.notes == (
        ("+13%", "on 2012-13"), ("+34%", "on 2009-10"), ("+63% to +64%", "on 2008-09"),
    )  # fmt: skip
    assert slide.drawing.gap == "not available [x]"
    assert slide.baseline == (
        "Baselines: 2,110 in 2012-13; 1,774 to 1,787 [e] in 2009-10; 1,454 to 1,460 [e] in 2008-09."
    )
    assert "Against 2009-10 they rose 34% and against 2008-09 they rose 63% to 64%." in (
        slide.read_aloud
    )
    assert slide.gap.startswith("2010-11 and 2011-12: not available [x]")
    assert "by sex, age or borough is owed by the Met" in slide.gap
    assert slide.source == "Source: report pp. 11, 12; press release."


def test_posts_are_not_people(found) -> None:
    slide = found["workforce"]
    assert "966" in slide.finding and slide.finding.endswith("at most about 765 could be at work")
    assert isinstance(slide.drawing, Steps)
    assert [row[1] for row in slide.table.rows] == [
        "966", "over 50", "about 150", "not stated", "at most about 765",
    ]  # fmt: skip
    assert slide.caveat.startswith("Posts are not people") and "ceiling" in slide.caveat
    assert "115 in all, against about 150 on other duties" in slide.read_aloud
    assert slide.gap == (
        "No figure on SOECA officers in post and SOECA officers on maternity leave, owed by Met"
        " since 24 July 2014."
    )


def test_nobody_has_counted_exploitation_and_the_gap_says_who_owes_it(found, later) -> None:
    slide = found["cse"]
    assert slide.finding == "CSE referrals: the hundreds; 2,000 or 3,000 were expected"
    assert [row[1] for row in slide.table.rows] == ["the hundreds", "2,000 or 3,000"]
    assert "The team had over 30 of the 60 officers wanted (March 2014)." in slide.read_aloud
    assert "promised by Met for 31 December 2014 (promise P03)" in slide.gap
    assert "owed by Met since 31 December 2014, the day promised" in later["cse"].gap


def test_two_points_are_drawn_with_their_intervals_and_never_joined(found) -> None:
    slide = found["fgm"]
    assert slide.finding == (
        "FGM referrals: 69 in 2013 against 26 in 2012, yet two points show no trend"
    )
    assert isinstance(slide.drawing, Years) and not slide.drawing.is_trend
    assert [tuple(round(end, 1) for end in one) for one in slide.drawing.intervals] == [
        (17.0, 38.1), (53.7, 87.3),
    ]  # fmt: skip
    assert slide.table.rows == (
        ("2012", "26", "17.0 to 38.1", "–"),
        ("2013", "69", "53.7 to 87.3", "×2.65, 95% interval 1.67 to 4.34"),
    )
    assert slide.baseline == "Baseline: 26 referrals in 2012."


def test_the_framework_shows_what_is_supplied_of_what_is_wanted(found) -> None:
    slide = found["framework"]
    assert slide.finding.startswith("35 of 48 indicators have a figure, 13 have none")
    assert slide.drawing.rows[:2] == (("A figure", 35, 48), ("By sex", 0, 9))
    assert slide.caveat.endswith("none is, and none counts boys.")
    assert slide.gap.startswith("Without a figure, by who owes it: Met 8, Boroughs 2")


def test_overdue_asks_stand_the_worst_first(later) -> None:
    slide = later["overdue"]
    assert slide.finding == "Every ask with a date is overdue; the other 13 have no date to miss"
    assert [(row[0], row[1], row[4]) for row in slide.table.rows] == [
        ("R3b", "Met", "Overdue 182 days"),
        ("R6a", "Met", "Overdue 8 days"),
        ("R6b", "Met", "Overdue 8 days"),
        ("R8b", "MOPAC", "Overdue 8 days"),
    ]
    assert (slide.records[0]["ask"], slide.records[0]["days_late"]) == ("R3b", 182)
    assert slide.gap == "Outside the recommendations P01, P03 and P10 are past their date as well."


def test_questions_say_how_many_there_are_and_whom_to_ask(found) -> None:
    slide = found["questions"]
    assert slide.finding.startswith("12 questions to ask, ")
    assert slide.table.header == ("No.", "Question", "To")
    *first, more = slide.table.rows
    assert [row[0] for row in first] == [str(number) for number in range(1, len(first) + 1)]
    left_out = f"{len(first) + 1} to 12"
    assert more[1] == f"and {12 - len(first)} more, {left_out}, on the Meeting page"
    # Machines are given all of them.
    assert len(slide.records) == 12 and slide.records[0]["question"] == first[0][1]


def test_the_stamp_says_what_was_read_and_when(built: Home) -> None:
    position = position_in(built, YEAR_ON)
    stamp = slides.stamp(position)
    assert "Publication 1 of " in stamp and "read on 1 August 2015" in stamp
    assert position.content[:12] in stamp and position.content[:13] not in stamp
    assert "not official statistics" in stamp and stamp.endswith("OFFICIAL")


@pytest.mark.browser
def test_a_slide_says_what_its_page_says(read: Callable[[str], Reading], found, later) -> None:
    day, year_on = f"on={REPORT}", f"on={YEAR_ON}"
    assert read(f"/workforce?{day}").title == found["workforce"].finding
    assert read(f"/framework?{day}").title == found["framework"].finding
    assert read(f"/recommendations?{day}").title == found["overdue"].finding
    assert read(f"/recommendations?{year_on}").title == later["overdue"].finding
    assert read(f"/allegations?{day}").title.startswith(found["allegations"].finding)
    assert read(f"/?{year_on}").title in later["where_we_are"].read_aloud
    referrals = read(f"/cse_and_fgm?{day}")
    assert found["cse"].finding in referrals.headings
    assert found["fgm"].caveat in referrals.text


@pytest.mark.browser
def test_a_slides_table_holds_the_rows_of_its_page(read: Callable[[str], Reading], found) -> None:
    for name, address, panel in (
        ("workforce", "/workforce", "posts_to_people"),
        ("cse", "/cse_and_fgm", "cse_referrals"),
    ):
        header, *rows = read(f"{address}?on={REPORT}").tables[panel]
        assert tuple(header) == found[name].table.header
        assert [tuple(row) for row in rows] == list(found[name].table.rows)
