"""The partners page: what is known and contested, as printed, and as a new return changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight.home import Home
from tests.conftest import a_return
from tests.publishing_beside import running
from tests.reading import NARROW, Reader, Reading
from tests.test_every_page import assert_clean

pytestmark = pytest.mark.browser

Read = Callable[[str], Reading]


@pytest.mark.must("themes", 1)
def test_boards_officers_and_hubs_are_read_from_the_page(
    read: Read, measured: Callable[[str], None]
) -> None:
    page = read("/partners")
    assert page.title == (
        "30 boroughs have a hub, 2 officers serve the reviews of all 32 boards and 4 of 9 measures"
        " have no figure"
    )
    figures = {row[1]: row for row in page.tables["partners_figures"][1:]}
    assert figures["Local Safeguarding Children Boards"][2:5] == ["32", "2014", "report p. 16"]
    assert "Safeguarding boards, 2014 32 Source: report p. 16 · claim P01" in page.text
    assert "For 33 local authorities. The City of London shares a board." in page.text
    assert figures["Officers who take part in Serious Case Reviews"][2] == "2"
    assert figures["Boroughs with an operational MASH"][2] == "30"
    # The definition wants a count and no percentage.
    assert "30 of 32 or of 33: nobody said which" in page.text
    measured(f"title: {page.title}")
    measured("32 boards, for 33 local authorities; the City of London shares a board")


@pytest.mark.must("themes", 1)
def test_of_how_many_boroughs_nobody_has_said(read: Read, measured: Callable[[str], None]) -> None:
    page = read("/partners?topic=Hubs")
    assert page.title == (
        "30 boroughs have a hub; of how many is not stated; 2 of 3 measures have no figure"
    )
    said = (
        "30 would be 94% of 32 London boroughs and 91% of 33 local authorities; nobody has said"
        " which is meant. 2 or 3 would be without one; none is named."
    )
    assert said in page.text
    assert page.tables["mash"] == [
        ["Period", "If counted from", "With", "Without"],
        ["2014", "32 London boroughs", "30", "2"],
        ["2014", "33 local authorities", "30", "3"],
    ]
    assert "of 33 local authorities, 3 without" in page.alternatives["mash"]
    # One figure is no series: nothing is drawn over time.
    assert list(page.alternatives) == ["mash"]
    measured(f"{page.address}: {said}")


@pytest.mark.must("themes", 1)
def test_both_accounts_of_case_conferences_stand_side_by_side(
    reader: Reader, measured: Callable[[str], None]
) -> None:
    page = reader.open("/partners?topic=Conferences")
    assert page.title == "Whether police come to case conferences is contested"
    assert "First conferences attended, March 2014 close to 100%" in page.text
    assert "report p. 14 · claim W11 Contested" in page.text
    assert (
        "The Met speaks of first conferences; the others do not say which they mean." in page.text
    )
    met, partners = (reader.page.locator(f".st-key-row_{name} p") for name in ("T16", "T17"))
    assert "Police come to nearly every first conference about a child." in met.inner_text()
    assert "Attendance by child abuse teams is not always routine;" in partners.inner_text()
    assert "Metropolitan Police, assistant commissioner, March 2014, p. 14" in page.text
    assert "Child protection partners (source note lost), not dated, p. 14" in page.text
    left, right = met.bounding_box(), partners.bounding_box()
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]
    assert left["width"] == pytest.approx(right["width"], abs=1)
    looks = "one => ['fontSize', 'fontWeight', 'color'].map((name) => getComputedStyle(one)[name])"
    assert met.evaluate(looks) == partners.evaluate(looks)
    statements = {row[1]: row for row in page.tables["partners_statements"][1:]}
    assert statements["T16"][4] == "agrees with the Met"
    assert [statements[name][4:8:3] for name in ("T17", "T18")] == [
        ["questions the Met", "W11"]
    ] * 2
    measured(
        "close to 100% (Met, March 2014, p. 14) beside “not always routine” (partners, p. 14):"
        f" same height, width and type, {left['width']:.0f} px each"
    )


@pytest.mark.must("themes", 1)
@pytest.mark.parametrize(
    ("on", "review", "report", "late"),
    [
        ("2014-08-15", "due in 138 days", "due in 169 days", "No ask or promise is past its date"),
        ("2015-01-10", "overdue by 10 days, no answer recorded", "due in 21 days",
         "1 of 17 asks and promises is past its date"),
        ("2015-02-10", "overdue by 41 days, no answer recorded",
         "overdue by 10 days, no answer recorded", "2 of 17 asks and promises are past their date"),
    ],
)  # fmt: skip
def test_promises_on_intelligence_are_counted_to_the_reading_date(
    on: str, review: str, report: str, late: str, read: Read, measured: Callable[[str], None]
) -> None:
    page = read(f"/partners?on={on}")
    positions = {row[1]: row[6] for row in page.tables["partners_asks"][1:]}
    assert positions["promise P01"] == review
    assert positions["R3b"] == report
    assert "no day named, only “over the next three months”" in positions["promise P02"]
    assert positions["U01"] == "no date set"
    assert f"Promised by Met, p. 18 · 31 December 2014 {review}" in page.text
    assert late in page.headings
    measured(f"on {on}: P01 {review}; R3b {report}; {late}")


def test_a_topic_shows_its_own_evidence_alone(read: Read) -> None:
    everything, training = read("/partners"), read("/partners?topic=Training")
    assert training.title == "Training together: no figure has been given"
    assert {row[0] for row in training.tables["partners_statements"][1:]} == {"Training together"}
    assert len(everything.tables["partners_statements"]) == 31
    assert "Serious Case Reviews" in everything.headings
    assert "Serious Case Reviews" not in training.headings
    # Nobody has a figure on intelligence, and nobody is asked for one.
    intelligence = read("/partners?topic=Intelligence")
    assert "What is known no figure" in intelligence.text
    assert "Nobody is asked for it yet; it would come from: Met" in intelligence.text
    assert "partners_figures" not in intelligence.tables


def test_who_owes_a_missing_figure_is_said_with_a_way_to_its_definition(reader: Reader) -> None:
    page = reader.open("/partners?topic=Reviews&on=2015-02-10")
    assert (
        page.title == "2 officers serve the reviews of all 32 boards; 1 of 2 measures has no figure"
    )
    assert (
        "Serious Case Review actions carried out by the Met No figure; owed by MOPAC" in page.text
    )
    link = reader.page.get_by_role(
        "link", name="Serious Case Review actions carried out by the Met"
    )
    assert link.get_attribute("href") == (
        "/framework?on=2015-02-10&indicator=scr_lessons_implemented"
    )


def test_a_topic_that_does_not_exist_is_said_to_be_none(read: Read) -> None:
    page = read("/partners?topic=hubs")
    assert page.address == "/partners?topic=hubs"
    assert "'hubs' is no choice for “Topic”. There is All, Boards," in " ".join(page.errors)


def test_a_period_without_figures_says_so_and_keeps_what_was_said(read: Read) -> None:
    page = read("/partners?from=2016-17")
    assert page.title == "9 of 9 measures have no figure for the years shown"
    assert (page.alternatives, page.exceptions) == ({}, [])
    assert {row[2] for row in page.tables["partners_figures"][1:]} == {"[x]"}
    assert "Police come to nearly every first conference about a child." in page.text


def test_a_figure_of_other_years_is_not_said_to_be_missing_for_london(read: Read) -> None:
    page = read("/partners?from=2008-09&to=2009-10&topic=Hubs")
    assert "Boroughs with an operational MASH No figure in the years shown; owed by" in page.text
    assert "Figures for single places, none for London" not in page.text


@pytest.mark.parametrize("topic", ["Hubs", "Conferences", "Intelligence"])
def test_a_topic_alone_is_as_clean(topic: str, reader: Reader) -> None:
    reader.open(f"/partners?topic={topic}&on=2015-02-10", size=NARROW)
    assert_clean(reader, NARROW)
    reader.darken()
    assert_clean(reader, NARROW)


@pytest.fixture(scope="module")
def published(
    built: Home, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Read]:
    """Reads a dashboard that ran before a return on hubs and conferences was published."""
    with running(built, tabs, tmp_path_factory.mktemp("hubs")) as dashboard:
        assert dashboard.read("/partners").title.startswith("30 boroughs have a hub")
        dashboard.publish(
            a_return(
                "mash_boroughs,2014-12-31,London,,32,,",
                "first_case_conference_attendance,2014-12-31,London,,87,,",
            )
        )
        yield dashboard.read


@pytest.mark.must("themes", 3)
def test_a_return_on_hubs_changes_figure_sentence_table_and_chart(
    published: Read, measured: Callable[[str], None]
) -> None:
    page = published("/partners?topic=Hubs")
    assert page.title.startswith("32 boroughs have a hub; of how many is not stated")
    assert "Boroughs with a MASH, 31 December 2014 32" in page.text
    said = (
        "32 would be 100% of 32 London boroughs and 97% of 33 local authorities; nobody has said"
        " which is meant. 0 or 1 would be without one; none is named."
    )
    assert said in page.text
    assert page.tables["mash"][1:] == [
        ["31 December 2014", "32 London boroughs", "32", "0"],
        ["31 December 2014", "33 local authorities", "32", "1"],
    ]
    assert page.tables["mash_boroughs_over_time"] == [
        ["Measure", "Period", "Figure"],
        ["Boroughs with a MASH", "2014", "30"],
        ["Boroughs with a MASH", "31 December 2014", "32"],
    ]
    drawn = page.charts["mash_boroughs_over_time"]
    for printed in ("30", "32", "2014", "31 December 2014"):
        assert printed in drawn
    assert "no line joins them" in page.text
    measured(f"title: {page.title}; {said}")
    measured(f"drawn over time: {drawn}")


@pytest.mark.must("themes", 3)
def test_a_count_of_first_conferences_stands_for_itself_and_the_old_word_stays_said(
    published: Read, measured: Callable[[str], None]
) -> None:
    page = published("/partners?topic=Conferences")
    assert page.title == "Police came to 87% of first case conferences"
    assert "First conferences attended, 31 December 2014 87%" in page.text
    assert "Contested" not in page.text
    assert "Police come to nearly every first conference about a child." in page.text
    measured(f"title: {page.title}")
