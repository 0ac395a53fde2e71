"""A figure's own page: the same for good, superseded or not, with its way back to the source."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext

from oversight import publishing
from oversight.home import Home
from tests.conftest import CLERK, a_return
from tests.reading import NARROW, Reader, Reading
from tests.serving import reading_in, served
from tests.test_every_page import assert_clean

pytestmark = pytest.mark.browser

FIGURE = "/framework?indicator=allegations_rape&figure=2013-14"
# One publication each, the last ten after the one that is cited.
RESTATED = range(584, 595)


@pytest.fixture(scope="module")
def later(
    first: Home,
    few: dict[str, bytes],
    tabs: BrowserContext,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Reader]:
    """A dashboard of twelve publications: rape in 2013-14 is restated by each but the first."""
    where = Home(shutil.copytree(first.path, tmp_path_factory.mktemp("cited") / "live"))
    for value in RESTATED:
        sent = a_return(f"allegations_rape,2013-14,London,,{value},,Recount of {value}")
        publishing.publish(where, few, sent, CLERK, f"Restated to {value}")
    with served(where, local=True) as server, reading_in(tabs, server) as reader:
        yield reader


@pytest.mark.must("vintages", 3)
def test_a_figure_cited_ten_publications_ago_says_the_same_and_leads_to_the_present(
    later: Reader, measured: Callable[[str], None]
) -> None:
    reading = later.open(f"{FIGURE}&publication=2")
    assert reading.title == "Rape allegations investigated by CAITs, 2013-14: 584 (revised)"
    assert reading.text.startswith("You are reading publication 2 of ")
    said = "Superseded: publication 12, the current one, says 594 [r]."
    assert said in reading.text
    assert "Publication 12 Restated to 594. Recount of 594." in reading.text
    assert f"{later.server.address}{FIGURE}&publication=2" in reading.text
    assert_clean(later, {"width": 1280, "height": 720})
    measured(f"10 publications later “{reading.title}”, in its citation too; {said}")
    later.page.get_by_role("link", name="The figure as it stands now").click()
    now = later.go_on(f"{FIGURE}&publication=12")
    assert now.title == "Rape allegations investigated by CAITs, 2013-14: 594 (revised)"
    assert "This is what the current publication says." in now.text
    measured(f"its link leads to “{now.title}”")


def test_what_later_returns_did_not_touch_still_stands(later: Reader) -> None:
    address = "/framework?indicator=allegations_sexual_assault&figure=2013-14&publication=2"
    reading = later.open(address, "dark", NARROW)
    assert "It still stands: publication 12, the current one, says the same." in reading.text
    assert_clean(later, NARROW)


def test_staff_see_file_and_line(later: Reader) -> None:
    later.open(f"{FIGURE}&publication=3")
    later.page.get_by_role("button", name="Show file and line").click()
    reading = later.read_when("return of publication 3, line 2, SHA-256")
    assert "The return of publication 3, “Restated to 585”" in reading.text


@pytest.mark.must("vintages", 3)
@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"{FIGURE}&publication=77", "There is no publication 77."),
        ("/framework?indicator=allegations_rape&figure=1999-00&publication=1",
         "Publication 1 holds no figure '1999-00' of “Rape allegations investigated by CAITs”"),
        ("/framework?indicator=allegations_rape&figure=2013-14~E09000012",
         "Publication 1 holds no figure '2013-14~E09000012'"),
        ("/framework?figure=2013-14", "'figure' stands in the address without 'indicator'."),
        ("/framework?indicator=none&figure=2013-14", "'none' is no indicator"),
        ("/recommendations?ask=R99&publication=1", "'R99'"),
    ],
)  # fmt: skip
def test_an_address_of_nothing_is_kept_and_says_so(
    address: str, said: str, read: Callable[[str], Reading], measured: Callable[[str], None]
) -> None:
    reading = read(address)
    assert reading.address == address
    assert reading.titles == ["This address does not lead to figures"]
    (told,) = reading.errors
    assert said in told
    measured(f"{address}: “{told}”; the address stays")


def test_each_figure_of_a_table_leads_to_its_own_page(
    reader: Reader, read: Callable[[str], Reading]
) -> None:
    reading = reader.open("/allegations")
    links = reader.page.locator('.st-key-scroll_allegations td a[href*="figure="]')
    found = {link.inner_text(): link.get_attribute("href") for link in links.all()}
    # The rest is worked out on the page and stands nowhere else.
    assert {"2,386", "583", "1,774 to 1,787 [e]", "9,972"} <= found.keys()
    assert "7,586" not in found
    assert reading.figure("allegations", "The rest", "2013-14") == "7,586"
    query = parse_qs(urlsplit(found["2,386"]).query)
    assert query == {
        "indicator": ["allegations_rape_and_sexual_assault"],
        "figure": ["2013-14"],
        "publication": ["1"],
    }
    assert read(found["2,386"]).title.endswith(", 2013-14: 2,386")
    # A part that is counted by itself has an address of its own, and a share its sign.
    reader.go_on("/workforce")
    links = reader.page.locator('.st-key-more_strength td a[href*="31+March+2014"]')
    roles = {parse_qs(urlsplit(link.get_attribute("href")).query)["figure"][0]: link.inner_text()
             for link in links.all()}  # fmt: skip
    assert roles["31 March 2014~~role=police officer"] == "30,712"
    assert len(roles) == 3
    share = "/framework?indicator=child_abuse_command_budget_change&figure=2008+to+2012"
    assert read(share).title.endswith(": 7%")
    # No number of an index is a figure of a publication; that there is none, is.
    reader.go_on("/allegations?view=Index")
    links = reader.page.locator('.st-key-more_allegations_index a[href*="figure="]')
    assert set(links.all_inner_texts()) == {"[x]"}


def test_a_page_is_cited_with_all_its_choices_and_what_was_known(reader: Reader) -> None:
    reader.go_on("/allegations?view=Index&baseline=2009-10")
    reader.page.get_by_role("button", name="Cite").click()
    cited = reader.page.locator(".st-key-cite, [data-testid=stPopoverBody]").get_by_test_id(
        "stCode"
    )
    text = cited.inner_text()
    assert text.startswith("Safeguarding oversight: Allegations. Publication 1 of ")
    address = text.split()[-1]
    assert address.startswith(f"{reader.server.address}/allegations?")
    query = parse_qs(urlsplit(address).query)
    assert (query["view"], query["baseline"], query["publication"]) == (
        ["Index"],
        ["2009-10"],
        ["1"],
    )
    assert query["on"]
