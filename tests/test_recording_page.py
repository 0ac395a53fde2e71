"""The form in a browser: nothing for a reader; checked, shown and published for the local user."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator

from oversight import publishing, store
from oversight.home import Home
from tests.conftest import CLERK
from tests.reading import NARROW, WIDE, Reader
from tests.serving import Server, reading_in, served
from tests.test_every_page import assert_clean
from tests.test_screening_returns import ACTION, STATUS, of

pytestmark = pytest.mark.browser

BECAUSE = "You may write here because this dashboard runs on your own machine"
PAGE = "/recommendations"


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory, files) -> Iterator[Server]:
    """A home of its own with two publications, served as `make run` serves it."""
    where = Home(tmp_path_factory.mktemp("written") / "live")
    publishing.ensure_built(where, files, CLERK)
    earlier = "U03,2015-03-01,accepted,,,,,MOPAC"
    publishing.publish(where, files, of(STATUS, earlier), CLERK)
    with served(where, local=True) as server:
        yield server


@pytest.fixture
def staff(tabs: BrowserContext, local: Server) -> Iterator[Reader]:
    with reading_in(tabs, local) as reader:
        yield reader


class Form:
    """The form that is open on a page, and what stands beside it."""

    def __init__(self, reader: Reader, what: str) -> None:
        self.reader, self.page = reader, reader.page
        reader.press("What to record", what)
        reader.settle()
        self.boxes: Locator = self.page.get_by_test_id("stForm")
        self.boxes.wait_for()

    def choose(self, label: str, option: str) -> None:
        self.boxes.get_by_role("combobox", name=label).click()
        self.page.keyboard.type(option)
        self.reader.take(self.page.get_by_role("option", name=option).first)

    def write(self, label: str, text: str) -> None:
        self.boxes.get_by_label(label).fill(text)

    def write_day(self, label: str, day: str) -> None:
        parts = self.boxes.get_by_role("group", name=label)
        parts.get_by_role("spinbutton").first.click()
        self.page.keyboard.type(day.replace("-", ""))
        self.page.keyboard.press("Enter")
        self.boxes.get_by_text(label, exact=True).click()

    def check(self, words: str) -> str:
        """Send the form to be checked; what stands on the page when these words do."""
        self.boxes.get_by_role("button", name="Check").click()
        return self.reader.read_when(words).text


def test_a_reader_is_sent_no_form_and_nothing_of_it(read: Callable) -> None:
    reading = read(PAGE)
    assert "Record what was said" not in reading.headings
    assert BECAUSE not in reading.text


def test_what_a_proxy_passes_on_is_read_only(staff: Reader) -> None:
    staff.page.set_extra_http_headers({"X-Forwarded-For": "127.0.0.1"})
    reading = staff.open(PAGE)
    assert BECAUSE not in reading.text
    assert "Record what was said" not in reading.headings


def test_a_status_is_checked_shown_published_and_read(staff: Reader, local: Server) -> None:
    before = local.home.current()
    assert BECAUSE in staff.open(f"{PAGE}?publication={before.number}").text
    form = Form(staff, "A status")
    form.choose("Ask or promise", "R8b")
    form.write_day("Day it was said", "2015-05-01")
    form.choose("Said by", "Met")
    form.choose("Delivery", "claimed complete")
    form.write_day("Later date", "2015-09-30")
    told = form.check("things to mend")
    for sentence in (
        "Nothing was published. 4 things to mend:",
        "Said by: Met cannot answer for R8b, which was asked of MOPAC.",
        "Evidence: 'claimed complete' needs evidence",
        "Reason: A date that moves needs a reason.",
        "Your name: Nothing is written.",
    ):
        assert sentence in told
    assert "Line 2" not in told
    assert local.home.current() == before

    # What was typed is still there; only what was wrong is written anew.
    form.choose("Said by", "MOPAC")
    form.write("Evidence: title", "MOPAC challenge | London")
    form.write("Reason", "The hall was taken")
    form.write("Your name", "A. Clerk")
    shown = form.check("Nothing is published yet.")
    assert "R8b Delivery: claimed complete, so far not started." in shown
    assert "To close it, the Committee must say so too." in shown
    assert "The date moves 68 days later, to 30 September 2015." in shown
    assert "The first date, 24 July 2015, stays beside it." in shown
    assert local.home.current() == before
    for size in (WIDE, NARROW):
        staff.page.set_viewport_size(size)
        staff.settle()
        assert_clean(staff, size)
    staff.page.set_viewport_size(WIDE)

    with staff.page.expect_download() as download:
        staff.page.get_by_role("button", name="Download this return (CSV)").click()
    made = Path(download.value.path()).read_bytes()
    # Pressed twice, it is published once.
    staff.page.get_by_role("button", name="Publish", exact=True).dblclick()
    number = before.number + 1
    reading = staff.read_when(f"published as publication {number}")
    entry = local.home.current()
    assert f"by A. Clerk. Content digest {entry.content[:12]}…" in reading.text
    # The page was asked for the publication before; it reads the one that was just made.
    assert f"Publication {number} · read on" in reading.text
    assert (entry.number, entry.by, entry.note) == (number, "A. Clerk", "Status of R8b")
    assert local.home.returned(entry.accepted[0]).read_bytes() == made
    rows = store.current(local.home).rows("recommendations/updates")
    (row,) = [row for row in rows if row.publication == number]
    assert (row.ask, row.author, row.evidence) == ("R8b", "MOPAC", "MOPAC challenge – London")
    assert reading.exceptions == []

    # The form is empty again, and no box or button edits what stands.
    form = Form(staff, "A status")
    assert staff.page.get_by_role("button", name="Publish", exact=True).count() == 0
    buttons = staff.page.get_by_role("button").all_inner_texts()
    assert not [text for text in buttons if text.startswith(("Edit", "Delete", "Remove"))]


@pytest.mark.parametrize("what", ["A status", "A question at a meeting"])
def test_each_form_and_what_it_is_told_is_legible_in_the_dark(what: str, staff: Reader) -> None:
    staff.open(PAGE, "dark")
    Form(staff, what).check("to mend:")
    assert_clean(staff, WIDE)


def test_an_ask_in_full_is_preselected_and_an_older_publication_cannot_be_written(
    staff: Reader,
) -> None:
    staff.open(f"{PAGE}?ask=R6a")
    form = Form(staff, "A status")
    assert form.boxes.get_by_role("combobox", name="Ask or promise").input_value().startswith("R6a")
    old = staff.go_on(f"{PAGE}?publication=1")
    assert "Nothing can be written into publication 1" in old.text
    assert staff.page.get_by_role("radiogroup", name="What to record").count() == 0


def test_questions_sent_as_a_file_stand_in_the_log_and_on_the_overview(
    staff: Reader, local: Server, files
) -> None:
    rows = (
        "2015-03-12,Which hubs have a sergeant?,R5b,MOPAC,asked,,,,Committee",
        '2015-03-12,"Is [this](https://x.example) *right*, :red[5%]?",C02,Met,promised,,Met,'
        "2015-06-30,Committee",
    )
    publishing.publish(local.home, files, of(ACTION, *rows), CLERK)
    made = f"publication {local.home.current().number}"
    staff.open(f"{PAGE}?on=2015-08-01")
    reading = staff.read()
    assert "2 of 2 questions are open; 1 is past the promised date." in reading.text
    # A sign nobody sees keeps what was sent from becoming a colour or an icon.
    printed = [
        [cell.replace("\N{WORD JOINER}", "") for cell in row]
        for row in reading.tables["actions"][1:]
    ]
    assert printed == [
        ["12 March 2015", "Is [this](https://x.example) *right*, :red[5%]?", "C02", "Met",
         "promised by the Met", "30 June 2015, overdue by 32 days", "none recorded", made],
        ["12 March 2015", "Which hubs have a sergeant?", "R5b", "MOPAC", "asked, not answered yet",
         "no date set", "none recorded", made],
    ]  # fmt: skip
    records = [list(record.values())[:-4] for record in staff.download("actions")]
    assert records == printed
    assert_clean(staff, WIDE)
    overview = staff.go_on("/?on=2015-08-01")
    assert (
        "Which hubs have a sergeant?” to MOPAC on 12 March 2015: asked, not answ" in overview.text
    )
    assert "The log of meetings" in overview.text
    earlier = staff.go_on(f"{PAGE}?on=2015-03-11")
    assert "No question put at a meeting has been recorded yet." in earlier.text
    wrong = staff.go_on(f"{PAGE}?log=Closed")
    assert "'Closed' is no choice for “Questions”." in " ".join(wrong.errors)


def test_a_word_without_an_end_stays_in_its_column_of_the_log(
    staff: Reader, local: Server, files
) -> None:
    word = "Kapitaensschluesselloch" * 11
    row = f"2015-03-12,{word},R5b,Met,answered,{word},,,Met"
    publishing.publish(local.home, files, of(ACTION, row), CLERK)
    staff.open(f"{PAGE}?on=2015-08-01")
    cells = staff.page.locator(".st-key-scroll_actions td", has_text=word)
    assert cells.count() == 2
    for cell in cells.all():
        inner, outer = cell.locator("p").bounding_box(), cell.bounding_box()
        assert cell.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1")
        assert inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 1
    assert staff.page.locator(".st-key-scroll_actions").evaluate(
        "(one) => one.scrollWidth <= one.clientWidth + 1"
    )
