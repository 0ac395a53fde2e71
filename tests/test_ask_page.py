"""One ask in full, read in a browser: before anything was said, and after each status return."""

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

HEADER = "ask,status_date,response,delivery,evidence,revised_due_date,reason,author"
# What was said, by the publication that brings it.
RETURNS = {
    2: (
        "R8b,2015-06-20,accepted,,,2015-09-22,A date that suits all members,MOPAC",
        "R7,2015-07-02,accepted,claimed complete,Map | https://www.london.gov.uk/map | 2015-07-01"
        " | p. 1,,,MOPAC",
        "R3b,2015-01-20,,,,2015-04-30,Agreed with the Met,Committee",
    ),
    3: (
        "R8b,2015-09-20,,closed: implemented,<b>Minutes</b> *of* the [meeting](x) |"
        " https://www.london.gov.uk/minutes | 2015-09-19 | p. 4,,,MOPAC",
        "R7,2015-09-01,,closed: implemented,Letter | https://www.london.gov.uk/letter | 2015-09-01"
        " | p. 1,,,Committee",
    ),
    4: (
        "R8b,2015-09-23,,closed: implemented,Transcript | https://www.london.gov.uk/transcript |"
        " 2015-09-23 | p. 2,,,Committee",
        "R7,2015-09-24,accepted,claimed complete,Review | https://www.london.gov.uk/review |"
        " 2015-09-24 | p. 3,,,Met",
    ),
}

Read = Callable[[str], Reading]


def a_return(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows, ""]).encode()


@pytest.fixture(scope="module")
def followed_up(built: Home, files: dict, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home to which three status returns were published."""
    where = Home(shutil.copytree(built.path, tmp_path_factory.mktemp("asks") / "live"))
    for number, rows in RETURNS.items():
        assert publishing.publish(where, files, a_return(*rows), CLERK).number == number
    return where


@pytest.fixture(scope="module")
def page(followed_up: Home, tabs: BrowserContext) -> Iterator[Reader]:
    with served(followed_up) as server, reading_in(tabs, server) as reader:
        yield reader


@pytest.mark.must("recommendations", 2)
def test_a_moved_date_keeps_the_first_one_and_prints_the_days_slipped(
    page: Reader, measured: Callable[[str], None]
) -> None:
    reading = page.go_on("/recommendations?ask=R8b&publication=2&on=2015-08-01")
    assert reading.title == "R8b is 8 days overdue; MOPAC accepts it"
    assert reading.tables["ask_dates"][1:] == [
        ["24 July 2015", "first date", "the report", "24 July 2014", "–",
         "within 12 months of publication on 24 July 2014"],
        ["22 September 2015", "later date", "MOPAC", "20 June 2015", "+60 days",
         "A date that suits all members"],
    ]  # fmt: skip
    assert "22 Sep 2015 MOPAC, +60 days" in reading.charts["ask_line"]
    records = page.download("ask_dates")
    assert as_printed(records) == figures_in(reading.tables["ask_dates"], records)
    measured("R8b: first date 24 July 2015 stays; MOPAC names 22 September 2015, +60 days; overdue")
    # The Committee's own later date is the one it is held to.
    moved = page.go_on("/recommendations?ask=R3b&publication=2&on=2015-03-01")
    assert moved.title == "R3b is due in 60 days; the Met has said nothing"
    assert "31 January 2015, now held to 30 April 2015" in moved.text


@pytest.mark.must("recommendations", 2)
def test_a_bodys_implemented_alone_reads_claimed_and_the_committees_closes_it(
    page: Reader, measured: Callable[[str], None]
) -> None:
    claimed = page.go_on("/recommendations?ask=R8b&publication=3&on=2015-09-21")
    assert claimed.title == (
        "R8b is 59 days overdue; MOPAC claims it complete; the Committee has not assessed it"
    )
    assert "MOPAC Claimed complete 20 September 2015, 1 day ago" in claimed.text
    assert "Still needed to close it. The Committee's assessment, with evidence." in claimed.text
    assert "To the Committee About ask R8b" in claimed.text
    measured(f"publication 3: {claimed.title}")
    closed = page.go_on("/recommendations?ask=R8b&publication=4&on=2015-10-01")
    assert closed.title == "R8b closed as implemented 61 days after its first date"
    assert "Committee Closed: implemented 23 September 2015, 8 days ago" in closed.text
    assert "Nothing: both keys have turned." in closed.text
    assert "A reminder to copy" not in closed.headings
    measured(f"publication 4: {closed.title}")
    # The same on the other pages: overdue before it closed, not overdue since.
    before = page.go_on("/about?list=Asks+with+dates&publication=3&on=2015-10-01")
    after = page.go_on("/about?list=Asks+with+dates&publication=4&on=2015-10-01")
    positions = [
        {row[0]: row[5] for row in reading.tables["asks"][1:]}["R8b"] for reading in (before, after)
    ]
    assert positions == ["overdue by 69 days", "closed: implemented"]
    cards = page.go_on("/?publication=4&on=2015-10-01").tables["overview"]
    (card,) = [row for row in cards if row[1].startswith("Asks past their date")]
    assert card[:1] + card[2:3] == ["3 of 4 asks with a date are past it", "3 of 17"]


@pytest.mark.must("recommendations", 2)
def test_an_ask_of_two_bodies_closes_only_with_both(
    page: Reader, measured: Callable[[str], None]
) -> None:
    titles = {
        2: "R7: MOPAC claims it complete; the Met has said nothing",
        3: "R7: MOPAC claims it complete; the Met has said nothing; the Committee finds it"
        " implemented",
        4: "R7 closed as implemented on 24 September 2015",
    }
    for number, title in titles.items():
        reading = page.go_on(f"/recommendations?ask=R7&publication={number}&on=2015-09-25")
        assert reading.title == title
        measured(f"publication {number}: {title}")


@pytest.mark.must("recommendations", 2)
def test_a_claim_without_evidence_is_refused_with_line_and_column(
    followed_up: Home, files: dict, measured: Callable[[str], None]
) -> None:
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(
            followed_up,
            files,
            a_return(
                "R6a,2015-07-01,accepted,in progress,,,,Met",
                "R6b,2015-07-01,,claimed complete,,,,Met",
            ),
            CLERK,
        )
    (finding,) = refused.value.findings
    assert (finding.line, finding.column) == (3, "evidence")
    assert len(followed_up.published()) == 4
    measured(f"refused: {finding}")


def test_before_anything_was_said_nothing_is_invented(read: Read) -> None:
    reading = read("/recommendations?ask=R6a&on=2014-07-24")
    assert reading.title == "R6a is due in 365 days; nothing has been received"
    assert "Met Nothing received" in reading.text and "Not assessed yet" in reading.text
    assert "Nothing has been said of it by 24 July 2014" in reading.text
    assert "ask_history" not in reading.tables
    assert [row[:2] for row in reading.tables["ladder"][1:]] == [
        ["An answer is due; a letter asks for it", "24 January 2015"],
        ["A second letter", "24 April 2015"],
        ["The silence is made public", "24 July 2015"],
        ["The reasons for it are asked for, in public", "24 October 2015"],
    ]
    effects = {row[0]: row[1] for row in reading.tables["ask_indicators"][1:]}
    assert effects["CSE referrals to the Met"].startswith("Referrals rise from hundreds to perhaps")
    assert "none stated" in effects.values()
    assert "In the press release Kept" in reading.text and "Report pp. 31, 35" in reading.text


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("R5b", "No owner: nobody was named, so any body may claim it."),
        ("R6c", "No interval: it recurs, yet nobody said how often."),
        ("P01", "Promise, not a recommendation · Local intelligence"),
        ("U05", "Asked in the text, outside the numbered recommendations"),
        ("P10", "The Committee's own promise P10 is 213 days overdue"),
    ],
)
def test_each_ask_says_what_it_is_and_what_it_lacks(ask: str, words: str, read: Read) -> None:
    reading = read(f"/recommendations?ask={ask}&on=2015-08-01")
    assert words in reading.text
    assert reading.exceptions == []


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("?ask=R9a", "'R9a' is no ask and no promise ('ask' in the address). There is R1a, R1b,"),
        ("?ask=R6a&ask=R6b", "'ask' stands in the address more than once."),
    ],
)
def test_an_ask_that_does_not_exist_is_a_sentence_and_the_address_stays(
    address: str, says: str, read: Read
) -> None:
    reading = read(f"/recommendations{address}")
    assert says in " ".join(reading.errors)
    assert reading.address == f"/recommendations{address}"
    assert reading.titles == ["This address does not lead to figures"]


def test_the_asks_lie_in_a_row_and_lead_back_to_the_list(reader: Reader) -> None:
    reader.open("/recommendations?ask=R6a&on=2015-08-01")
    reader.page.get_by_role("button", name="Next: R6b").click()
    following = reader.read_when("Review the resource put into CSE")
    assert following.address == "/recommendations?ask=R6b&on=2015-08-01"
    assert following.title == "R6b is 8 days overdue; nothing has been received"
    reader.page.get_by_role("button", name="All 50 asks and promises").click()
    assert reader.read_when("17 asks").address == "/recommendations?on=2015-08-01"


def test_what_was_sent_injects_nothing_and_links_to_the_web_alone(page: Reader) -> None:
    reading = page.go_on("/recommendations?ask=R8b&publication=3&on=2015-09-21")
    assert "<b>Minutes</b> *of* the [meeting](x), 2015-09-19, p. 4" in reading.text
    links = page.page.get_by_role("link", name="<b>Minutes</b>")
    assert {link.get_attribute("href") for link in links.all()} == {
        "https://www.london.gov.uk/minutes"
    }
    records = page.download("ask_history")
    assert [record["in_publication"] for record in records] == ["2", "3"]
    assert records[1]["link"] == "https://www.london.gov.uk/minutes"


@pytest.mark.parametrize(
    ("ask", "scheme"), [("R8b&publication=3&on=2016-03-01", "light"), ("R7&publication=4", "dark")]
)
def test_one_ask_is_as_clean_as_any_page(ask: str, scheme: str, page: Reader) -> None:
    page.open(f"/recommendations?ask={ask}", scheme, NARROW)
    # Colours that still change from one scheme to the other are no colours of the page.
    page.page.wait_for_function("document.getAnimations().length === 0")
    assert_clean(page, NARROW)
