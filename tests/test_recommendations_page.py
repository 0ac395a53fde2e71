"""The list of asks, read in a browser: two days of publication 1, filters, words, downloads."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight import publishing
from oversight.home import Home
from tests.conftest import CLERK
from tests.reading import NARROW, Reader, Reading
from tests.serving import reading_in, served
from tests.test_every_page import as_printed, assert_clean, figures_in

pytestmark = pytest.mark.browser

Read = Callable[[str], Reading]
PUBLISHED, YEAR_LATER = "on=2014-07-24", "on=2015-08-01"
STATUSES = b"""\
ask,status_date,response,delivery,evidence,revised_due_date,reason,author
R8b,2015-06-01,accepted,in progress,,2015-12-31,"A room, for *all*",MOPAC
R6a,2015-03-01,accepted,claimed complete,Letter | https://www.london.gov.uk/letter | p. 2,,,Met
R6a,2015-07-01,,closed: implemented,Minutes | https://www.london.gov.uk/minutes | p. 4,,,Committee
R2a,2015-02-01,accepted,in progress,,,,MOPAC
U11,2015-07-20,accepted,,,,,Met
"""


def asks_of(reading: Reading, panel: str = "asks") -> dict[str, dict[str, str]]:
    """The rows of a table by ask, cells by column."""
    header, *rows = reading.tables[panel]
    return {row[0]: dict(zip(header, row, strict=True)) for row in rows}


@pytest.mark.must("recommendations", 1)
def test_on_the_day_of_the_report_nothing_is_answered_and_nothing_overdue(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read(f"/recommendations?publication=1&{PUBLISHED}")
    assert reading.title == "17 asks, no response yet; 4 have a date, the first is 31 January 2015"
    asks = asks_of(reading)
    silent = [one for one, row in asks.items() if row["Body says"] == "No response"]
    assert len(asks) == len(silent) == 17
    assert "17 of 17 asks have no response." in reading.text
    assert not [row for row in asks.values() if "Overdue" in row["Position"]]
    dated = {one: row["Due"] for one, row in asks.items() if row["Position"].startswith("Due in")}
    assert dated == {
        "R3b": "31 January 2015",
        "R6a": "24 July 2015",
        "R6b": "24 July 2015",
        "R8b": "24 July 2015",
    }
    assert reading.headings[1:3] == ["Not yet due: 4", "No calendar date, so never late: 13"]
    drawn = reading.charts["asks_at_a_glance"]
    for words in ("4 not yet due", "13 with no calendar date", "31 Jan 2015 R3b"):
        assert words in drawn
    measured(f"{PUBLISHED}: {len(asks)} asks, {len(silent)} without response, 0 overdue")
    measured(f"with a calendar date: {dated}")


@pytest.mark.must("recommendations", 1)
def test_a_year_and_a_week_later_exactly_the_four_with_a_date_are_overdue(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read(f"/recommendations?publication=1&{YEAR_LATER}")
    assert reading.title == "Every ask with a date is overdue; the other 13 have no date to miss"
    asks = asks_of(reading)
    overdue = {one: row["Position"] for one, row in asks.items() if "Overdue" in row["Position"]}
    assert overdue == {
        "R3b": "Overdue 182 days",
        "R6a": "Overdue 8 days",
        "R6b": "Overdue 8 days",
        "R8b": "Overdue 8 days",
    }
    assert list(asks)[:5] == ["R3b", "R6a", "R6b", "R8b", "R5b"]
    assert reading.headings[1] == "Past their date: 4"
    for words in (
        "4 overdue",
        "24 Jul 2015 R6a, R6b, R8b",
        "8 days late",
        "182 days late",
        "reading date",
    ):
        assert words in reading.charts["asks_at_a_glance"]
    assert "No status return had been received by 1 August 2015." in reading.text
    measured(f"{YEAR_LATER}: overdue {overdue}, {len(asks) - len(overdue)} others, no updates")


def test_the_lint_the_worst_asks_and_the_ladder_are_told(read: Read) -> None:
    reading = read(f"/recommendations?publication=1&{YEAR_LATER}")
    assert "R5b has no owner; 13 of 17 have no calendar date; R6c recurs without" in reading.text
    assert reading.tables["recommendations"][6] == [
        "6", "overdue", "R6a", "R6a, R6b, R6c", "0 of 3",
    ]  # fmt: skip
    assert reading.tables["ladder"][1:] == [
        ["An answer is due; a letter asks for it", "24 January 2015", "● reached 189 days ago"],
        ["A second letter", "24 April 2015", "● reached 99 days ago"],
        ["The silence is made public", "24 July 2015", "● reached 8 days ago"],
        ["The reasons for it are asked for, in public", "24 October 2015", "○ in 84 days"],
    ]


def test_filters_join_and_the_download_is_what_they_leave(reader: Reader) -> None:
    reading = reader.open(
        f"/recommendations?{YEAR_LATER}&set=All&owner=Met&theme=Sexual+exploitation&q=cse"
        "&order=As+in+the+report"
    )
    assert [*asks_of(reading)] == ["R6a", "R6b", "U15", "P03", "P09"]
    assert "5 of 50 match." in reading.text
    assert reading.headings[1:4] == [
        "Recommendation 6: overdue (R6a)",
        "Unnumbered asks, outside the recommendations: 1",
        "Promises, outside the recommendations: 2",
    ]
    promise = asks_of(reading)["P03"]
    assert promise["Theme"] == "Promise: Sexual exploitation"
    assert promise["Body says"] == (
        "Overdue by 213 days: promised for 31 December 2014, and no figure has been supplied."
    )
    records = reader.download("asks")
    assert as_printed(records) == figures_in(reading.tables["asks"], records)
    link = reader.page.get_by_role("link", name="R6b", exact=True).get_attribute("href")
    assert link.startswith("/recommendations?on=2015-08-01&ask=R6b&owner=Met")


def test_cards_hold_what_the_table_holds(reader: Reader) -> None:
    reading = reader.open(f"/recommendations?{YEAR_LATER}&view=Cards&time=overdue")
    assert reading.headings[1:6] == [
        "Past their date: 4",
        "Report to the Committee on what the intelligence model does to child protection",
        "Review what the CSE Protocol has done for reporting and identification",
        "Review the resource put into CSE",
        "Hold a challenge meeting on safeguarding and child protection",
    ]
    assert "Met. Due: 31 January 2015. Overdue 182 days. No response." in reading.text
    assert [record["ask"] for record in reader.download("asks")] == ["R3b", "R6a", "R6b", "R8b"]
    reader.darken()
    reader.resize(NARROW)
    assert_clean(reader, NARROW)


def test_filters_that_leave_nothing_are_named_with_a_way_back(read: Read) -> None:
    reading = read("/recommendations?owner=CPS&q=%2Anothing%2A")
    assert (
        "Nothing matches owner “CPS” and search “*nothing*”. Clear a filter by the cross in its"
        " box. Or show the list without filters."
    ) in reading.text
    assert "asks" not in reading.downloads
    assert reading.errors == []


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("set=Everything", "'Everything' is no choice for “Show”. There is Asks of the recommen"),
        ("owner=Mett", "'Mett' is no choice for “Owner”. There is Met, MOPAC,"),
        ("time=late", "'late' is no choice for “Time”. There is overdue, at risk, not yet due,"),
        ("since=2015-1-1", "'2015-1-1' is not a day for “Compare with”. Write it like 2015-08-01"),
    ],
)
def test_an_address_that_leads_nowhere_is_kept_and_says_so(
    choice: str, sentence: str, read: Read
) -> None:
    reading = read(f"/recommendations?{choice}")
    assert reading.address == f"/recommendations?{choice}"
    assert sentence in " ".join(reading.errors)
    assert (reading.tables, reading.alternatives) == ({}, {})


def test_what_changed_without_any_word_is_what_became_late(read: Read) -> None:
    since = read(f"/recommendations?{YEAR_LATER}&since=2015-07-01")
    assert (
        "Changed between 1 July 2015 and 1 August 2015. Asks of the recommendations: 3 newly"
        " overdue."
    ) in since.text
    assert since.tables["changes"][1:] == [
        [ask, "ask", "Time", "At risk: due in 23 days", "Overdue 8 days"]
        for ask in ("R6a", "R6b", "R8b")
    ]
    nothing = read(f"/recommendations?{YEAR_LATER}&since=2015-07-30")
    assert "Nothing changed between 30 July 2015 and 1 August 2015" in nothing.text
    assert "changes" not in nothing.tables
    after = read(f"/recommendations?{YEAR_LATER}&since=2015-08-01")
    assert "1 August 2015 is not before the reading date, 1 August 2015." in after.text


@pytest.fixture(scope="module")
def answered(
    built: Home, files: dict, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """A tab on a home to which a status return was published."""
    where = Home(shutil.copytree(built.path, tmp_path_factory.mktemp("list") / "live"))
    publishing.publish(where, files, STATUSES, CLERK)
    with served(where) as server, reading_in(tabs, server) as reader:
        yield reader


def test_words_of_bodies_and_committee_stand_apart_in_list_picture_and_history(
    answered: Reader,
) -> None:
    reading = answered.open(f"/recommendations?{YEAR_LATER}&since=2015-05-01")
    assert reading.title == (
        "Every open ask with a date is overdue; 13 have no date to miss and 1 is closed"
    )
    asks = asks_of(reading)
    assert asks["R8b"]["Due"] == "24 July 2015"
    assert asks["R8b"]["Later date"] == "MOPAC names 31 December 2015, 160 days later"
    assert asks["R8b"]["Body says"] == "MOPAC: accepted, in progress. Last word 1 June 2015"
    assert asks["R2a"]["Body says"].endswith("Last word 1 February 2015, older than a quarter")
    assert asks["R6a"]["Position"] == "Closed: implemented"
    assert asks["R6a"]["Committee finds"] == "Committee finds: closed: implemented"
    for words in ("R6b, R8b 8 days late; R6a closed", "R8b to 31 Dec 2015, +160 days"):
        assert words in reading.charts["asks_at_a_glance"]
    assert (
        "Asks of the recommendations: 2 newly overdue, 1 newly closed, 1 with a new response, 1"
        " with another date and 2 of which something was said. Unnumbered asks: 1 of which"
        " something was said."
    ) in reading.text
    (moved,) = [row for row in reading.tables["changes"] if row[2] == "Date"]
    assert moved[3:] == ["24 July 2015", "31 December 2015, 160 days later: A room, for *all*"]
    history = answered.download("history")
    assert [(row["ask"], row["author"], row["said_on"]) for row in history] == [
        ("R2a", "MOPAC", "2015-02-01"),
        ("R6a", "Met", "2015-03-01"),
        ("R8b", "MOPAC", "2015-06-01"),
        ("R6a", "Committee", "2015-07-01"),
        ("U11", "Met", "2015-07-20"),
    ]
    assert (history[2]["revised_date"], history[2]["days_slipped"]) == ("2015-12-31", "160")
    assert (history[2]["reason"], history[2]["said_in_publication"]) == ("A room, for *all*", "2")


def test_a_word_said_after_the_reading_date_is_left_out(answered: Reader) -> None:
    reading = answered.go_on("/recommendations?on=2015-02-15")
    assert "2 asks" not in reading.title
    assert [row[:2] for row in reading.tables["history"][1:]] == [["R2a", "2015-02-01"]]
    assert asks_of(reading)["R6a"]["Body says"] == "No response"
