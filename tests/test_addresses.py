"""The same view has the same address: choices are written there, read from there, and kept.

An address that means nothing says so and stays as it is; current figures never stand in for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight.home import Home
from tests.reading import Reader, Reading
from tests.serving import PAGES, address_of, assert_framed, name_of, numbers, reading_in, served

pytestmark = pytest.mark.browser

BAD_CHOICES = {
    "?publication=77": "There is no publication 77. Publications here are numbered 1.",
    "?publication=x": "'x' is not the number of a publication.",
    "?publication=1&publication=1": "'publication' stands in the address more than once.",
    "?on=yesterday": "'yesterday' is not a reading date. Write it like 2015-08-01,",
    "?from=1850-51": "'1850-51' is no financial year of this publication ('from' in the address).",
    "?to=nonsense": "'nonsense' is no financial year of this publication ('to' in the address).",
    "?from=2013-14&to=2008-09": "The period from 2013-14 to 2008-09 ends before it begins.",
}


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def arrived(page: str, built: Home, tabs: BrowserContext) -> Iterator[tuple[Reader, Reading]]:
    """A tab on a server that was just started, and its very first request, for this page."""
    with served(built) as server, reading_in(tabs, server) as reader:
        yield reader, reader.open(address_of(page))


def test_the_first_request_of_a_fresh_server_is_framed(
    page: str, arrived: tuple[Reader, Reading]
) -> None:
    _, first = arrived
    assert first.exceptions == []
    assert_framed(first, page)


# The frame is one: each choice is tried on one page, and on every page a number or a period.
TRIED = {
    page: ["?publication=77" if place % 2 else "?from=2013-14&to=2008-09"]
    for place, page in enumerate(PAGES)
}
TRIED["allegations"] = list(BAD_CHOICES)


def test_an_address_that_leads_nowhere_is_kept_and_says_so(
    page: str, read: Callable[[str], Reading]
) -> None:
    for choice in TRIED[page]:
        reading = read(address_of(page) + choice)
        assert reading.address == address_of(page) + choice
        assert BAD_CHOICES[choice] in " ".join(reading.errors)
        assert reading.text.startswith(name_of(page))
        assert reading.titles == ["This address does not lead to figures"]
        assert (reading.tables, reading.alternatives) == ({}, {})
        assert not numbers(reading.text) & {"2,386", "9,972", "966", "765", "69"}


# Each step: what a reader does, what the address then holds, and words that are then on the page.
STEPS = {
    "allegations": [
        (Reader.press, ("Show", "Index"), "view=Index", "as an index, 2012-13 being 100"),
        (Reader.press, ("Compare 2013-14 with", "2009-10"), "baseline=2009-10",
         "rose 34% between 2009-10 and 2013-14"),
        (Reader.choose, ("Place", "Hackney"), "borough=E09000012", "all ages, Hackney, by quarter"),
    ],
    "workforce": [
        (Reader.write, ("On maternity leave", "50"), "if_maternity=50", "at most about 715"),
        (Reader.write, ("Posts not filled", "60"), "if_vacant=60", "at work: about 706"),
        (Reader.write, ("On other duties", "100"), "if_abstracted=100", "at work: 756"),
        (Reader.write, ("Arrived since", "40"), "if_relief=40", "at work: 796"),
    ],
    "cse_and_fgm": [
        (Reader.press, ("Factor", "FGM"), "factor=FGM", "add up to at least 77, 16 withheld"),
        (Reader.press, ("Year to March", "2021-22"), "year=2021-22",
         "at least 86, 11 withheld, 1 not available"),
        (Reader.choose, ("Authority", "Hackney"), "authority=E09000012", "Hatched: not available"),
        (Reader.write, ("Referrals", "2500"), "if_referrals=2500", "Your numbers"),
    ],
    "partners": [
        (Reader.press, ("Topic", "Hubs"), "topic=Hubs", "not stated; 2 of 3 measures have no"),
        (Reader.press, ("Topic", "Training"), "topic=Training",
         "Training together: no figure has been given"),
    ],
    "recommendations": [
        (Reader.choose, ("Owner", "Met"), "owner=Met", "10 of 17 match."),
        (Reader.choose, ("Theme", "CAITs and MASH"), "theme=CAITs+and+MASH", "1 of 17 match."),
        (Reader.press, ("Show", "All"), "set=All", "2 of 50 match."),
        (Reader.press, ("Order", "As in the report"), "order=As+in+the+report",
         "Promises, outside the recommendations: 1"),
        (Reader.write_day, ("Compare with", "2014-12-01"), "since=2014-12-01",
         "1 December 2014 and"),
    ],
    "meeting": [
        (Reader.choose, ("One chart as a picture", "Workforce"), "picture=workforce",
         "Workforce (PNG)"),
    ],
    "check": [
        (Reader.press, ("Verdict", "conflicts"), "verdict=conflicts", "8 of 92 claims"),
        (Reader.choose, ("Theme", "FGM"), "topic=FGM", "2 of 92 claims"),
        (Reader.write, ("Search", "girls"), "q=girls", "1 of 92 claims"),
        (Reader.choose, ("One claim in full", "G02 Girls under 15 at risk of FGM"), "claim=G02",
         "“15,000” conflicts"),
        (Reader.press, ("Show", "Two vintages"), "part=Two+vintages", "17 to 20 apart"),
    ],
    "returns": [
        (Reader.press, ("Kind of return", "Status return"), "kind=Status+return",
         "revised_due_date"),
        (Reader.press, ("Read about", "Publications"), "list=Publications", "The number opens it"),
        (Reader.press, ("Read about", "Two publications"), "list=Two+publications",
         "nothing to compare it with yet"),
    ],
    "about": [
        (Reader.press, ("Read about", "Glossary"), "list=Glossary", "Actual Workforce Total"),
    ],
    "framework": [
        (Reader.choose, ("Theme", "Child sexual exploitation"), "theme=cse",
         "7 of 48 indicators match."),
        (Reader.choose, ("Who owes it", "Met"), "owner=Met", "6 of 48 indicators match."),
        (Reader.choose, ("Figures", "Without a figure"), "figures=without",
         "2 of 48 indicators match."),
        (Reader.write, ("Search", "missing"), "q=missing", "1 of 48 indicators match."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("page", STEPS, indirect=True)
def test_each_control_writes_the_address_which_gives_the_same_page_again(
    page: str, arrived: tuple[Reader, Reading]
) -> None:
    reader, before = arrived
    # Another tab was opened since; one that lies behind it is not drawn.
    reader.page.bring_to_front()
    for act, choice, parameter, words in STEPS[page]:
        assert words not in before.text
        act(reader, *choice)
        reading = reader.read_when(words)
        assert words in reading.text
        assert parameter in reading.address
    again = reader.open(reading.address)
    assert again == reading


def test_the_frame_writes_the_address_and_the_choices_go_with_the_reader(reader: Reader) -> None:
    reader.open("/")
    reader.page.get_by_role("button", name="Publication 1 · read on").click()
    reader.choose("Figures from", "2009-10")
    reader.read_when("chosen years")
    reader.write_day("Reading date: deadlines are counted to this day", "2015-08-01")
    reading = reader.read_when("Deadlines are counted to 1 August 2015.")
    assert reading.address == "/?from=2009-10&on=2015-08-01"
    reader.page.keyboard.press("Escape")
    reader.page.get_by_role("link", name="Allegations", exact=True).first.click()
    reading = reader.read_when("rose 34% since 2009-10")
    assert set(reading.address.removeprefix("/allegations?").split("&")) == {
        "from=2009-10",
        "on=2015-08-01",
    }
    assert "2008-09" not in reading.tables["allegations"][0]
    again = reader.open(reading.address)
    assert again == reading
