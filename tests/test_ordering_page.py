"""The form for a running order in a browser: by keys alone, legible, and what it says is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight import publishing
from oversight.home import Home
from tests.conftest import CLERK
from tests.reading import NARROW, WIDE, Reader
from tests.serving import Server, reading_in, served
from tests.test_every_page import assert_clean
from tests.test_running_order import MARCH, agenda

pytestmark = pytest.mark.browser

PAGE = "/meeting?on=2015-01-15"
HEADER = "Prepare the running order"


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory, files) -> Iterator[Server]:
    """A home of its own, served as `make run` serves it."""
    where = Home(tmp_path_factory.mktemp("ordered") / "live")
    publishing.ensure_built(where, files, CLERK)
    with served(where, local=True) as server:
        yield server


@pytest.fixture
def staff(tabs: BrowserContext, local: Server) -> Iterator[Reader]:
    with reading_in(tabs, local) as reader:
        yield reader


def test_a_reader_is_sent_no_form(read: Callable) -> None:
    assert HEADER not in read(PAGE).headings


def test_by_keys_alone_an_order_is_written_checked_and_published_once(
    staff: Reader, local: Server
) -> None:
    before = staff.open(PAGE)
    assert HEADER in before.headings
    assert "Written by staff for the meeting" not in before.text
    page, keys = staff.page, staff.page.keyboard

    def pick(label: str, text: str) -> None:
        page.get_by_role("combobox", name=label).focus()
        keys.type(text)
        page.get_by_role("option", name=text).first.wait_for()
        keys.press("Enter")
        keys.press("Escape")
        staff.settle()

    def write(label: str, text: str) -> None:
        page.get_by_label(label).focus()
        keys.press("Control+a")
        keys.type(text)
        keys.press("Tab")

    pick("Put these questions first", "no_owner R5b")
    day = page.get_by_role("group", name="Day of the meeting").get_by_role("spinbutton").first
    day.focus()
    keys.type("20150312")
    page.get_by_role("checkbox", name="Allegations").focus()
    keys.press("Space")
    write("Place of Questions to ask", "1")
    write("Minutes for Questions to ask", "20")
    write("Wording of “no_owner R5b”, if another", "Who owns it?")
    write("Your name, for the journal", "A. Clerk")
    page.get_by_role("button", name="Check", exact=True).focus()
    keys.press("Enter")
    told = staff.read_when("Nothing is published yet.").text
    assert "7 slides; 20 minutes for 1 of them; 1 question put first, added or left out." in told
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        staff.settle()
        assert_clean(staff, size)
    page.set_viewport_size(WIDE)
    page.get_by_role("button", name="Publish", exact=True).dblclick()
    told = staff.read_when("published as publication 2").text
    assert "Written by staff for the meeting of 12 March 2015." in told
    assert local.home.current().number == 2
    assert agenda(local.home, MARCH) == [
        (MARCH, "questions", 20, ""), (MARCH, "where_we_are", None, ""),
        (MARCH, "workforce", None, ""), (MARCH, "cse", None, ""), (MARCH, "fgm", None, ""),
        (MARCH, "framework", None, ""), (MARCH, "overdue", None, ""),
        (MARCH, "question no_owner R5b", None, "Who owns it?"),
    ]  # fmt: skip
    first = staff.open(f"{PAGE}&view=slides")
    assert "Who owns it?" in first.text


def test_what_is_to_be_mended_is_legible_in_the_dark(staff: Reader) -> None:
    staff.open(PAGE, "dark")
    staff.page.get_by_label("Note for Workforce").fill("Call Sarah Khan on 020 7946 0018")
    staff.page.get_by_role("button", name="Check", exact=True).click()
    told = staff.read_when("to mend:").text
    assert "Note or wording of Workforce: This looks like" in told
    assert_clean(staff, WIDE)
