"""The list of questions in a browser: for readers, for staff, and the form that an answer takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from oversight.home import Home
from oversight.questions import MOST
from tests.reading import Reader, Reading
from tests.serving import Server, reading_in, served

pytestmark = pytest.mark.browser

Read = Callable[[str], Reading]
RECORD = "/recommendations?on=2015-08-01&record="


@pytest.fixture(scope="module")
def local(built: Home) -> Iterator[Server]:
    """The first publication, served as `make run` serves it; nothing is published."""
    with served(built, local=True) as server:
        yield server


@pytest.fixture
def staff(tabs: BrowserContext, local: Server) -> Iterator[Reader]:
    with reading_in(tabs, local) as reader:
        yield reader


@pytest.mark.must("meeting", 4)
def test_the_page_lists_twelve_with_figure_body_and_reason(read: Read, measured) -> None:
    page = read("/meeting?on=2015-08-01")
    numbered = [one for one in page.headings if one.split(".")[0].isdigit()]
    assert len(numbered) == MOST
    assert numbered[3].startswith("4. When will MOPAC hold a challenge meeting")
    assert (
        "8 days late · Recommendations · to answer: MOPAC · Its date passed on 24 July 2015; no"
        " answer has come."
    ) in page.text
    header, *rows = page.tables["questions"]
    assert [row[header.index("Put")] for row in rows[:MOST]] == [str(n) for n in range(1, MOST + 1)]
    assert {row[header.index("Put")] for row in rows[MOST:]} == {"no"}
    measured(f"{len(numbered)} numbered on the page, {len(rows)} in the table")


def test_a_reader_sees_no_form_and_no_key_beside_a_question(read: Read) -> None:
    assert "Record the answer" not in read("/meeting?on=2015-08-01").text


def test_staff_find_the_key_and_the_way_to_the_form(staff: Reader) -> None:
    staff.open("/meeting?on=2015-08-01")
    links = staff.page.get_by_role("link", name="Record the answer")
    expect(links).to_have_count(MOST)
    address = links.first.get_attribute("href")
    assert address.endswith("/recommendations?on=2015-08-01&record=overdue+R3b")
    assert "key overdue R3b" in staff.read().text


def test_the_form_begins_with_the_question_its_body_and_its_subject(staff: Reader) -> None:
    staff.open(f"{RECORD}overdue+R8b")
    form = staff.page.get_by_test_id("stForm")
    expect(form.get_by_label("Question")).to_have_value(
        "When will MOPAC hold a challenge meeting on safeguarding and child protection (R8b), which"
        " was due on 24 July 2015 and is 8 days late?"
    )
    expect(form.get_by_role("combobox", name="Asked of")).to_have_value(
        "MOPAC: Mayor's Office for Policing and Crime"
    )
    about = form.get_by_role("combobox", name="About")
    expect(about).to_have_value(
        "R8b: Hold a challenge meeting on safeguarding and child protection"
    )


def test_a_question_that_nothing_asks_is_a_sentence_and_keeps_its_address(staff: Reader) -> None:
    page = staff.open(f"{RECORD}overdue+R9z")
    assert "'overdue R9z' is no question that is asked on 1 August 2015" in page.text
    assert page.address == f"{RECORD}overdue+R9z"
