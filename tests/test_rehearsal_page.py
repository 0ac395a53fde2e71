"""The rehearsal in a browser: pages read as rehearsed, and raw numbers stay with who sent them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight import packs, publishing, questions, store, told
from oversight.home import Home
from oversight.told import Told
from tests.conftest import CLERK, a_return, snapshot
from tests.reading import Reading
from tests.serving import address_of, reading_in, served
from tests.test_rehearsal import BOROUGHS, RESTATED, UNMISTAKABLE
from tests.uploading import PAGE, Staff

pytestmark = pytest.mark.browser

# Where all that a page tells stands at once.
ADDRESSES = {"recommendations": "/recommendations?set=All"}


@pytest.fixture(scope="module")
def staff(
    built: Home, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Staff]:
    """A member of staff at a dashboard of their own, as `make run` serves it."""
    folder = tmp_path_factory.mktemp("rehearsal")
    where = Home(shutil.copytree(built.path, folder / "live"))
    with (
        served(where, local=True, log=folder) as server,
        reading_in(tabs, server) as other,
        reading_in(tabs, server) as reader,
    ):
        yield Staff(reader, other, folder)


@pytest.mark.must("vintages", 4)
def test_what_was_sent_stands_on_no_other_surface_than_the_page_of_who_sent_it(
    staff: Staff, measured: Callable[[str], None]
) -> None:
    asked: list[str] = []
    staff.page.on("request", lambda request: asked.append(request.url))
    before = snapshot(staff.home)
    staff.open()
    rows = [f"cse_referrals,2014-15 Q1,London,,{UNMISTAKABLE},,", *BOROUGHS[:2]]
    staff.send("boroughs.csv", *a_return(*rows).decode().splitlines(), until="If you")
    shown = staff.reader.read_when("So few people that the number could point at a child")
    assert f"{UNMISTAKABLE:,}" in shown.text
    rehearsed = staff.download("Download the rehearsal (CSV)")
    assert str(UNMISTAKABLE).encode() in rehearsed

    # Each asked for once more: what a browser has taken away it does not show again.
    every = [one for one in dict.fromkeys(asked) if one.startswith(staff.reader.server.address)]
    assert not says(" ".join(every).encode())
    again = {one: staff.page.request.get(one) for one in every if "/static/" not in one}
    raw = {one: answer for one, answer in again.items() if says(answer.body())}
    assert raw and all("/media/" in one for one in raw)
    assert {answer.headers.get("cache-control") for answer in raw.values()} == {"no-store"}
    for address in ("/", "/cse_and_fgm", "/framework?indicator=cse_referrals", PAGE):
        assert not says(staff.beside(address).text.encode()), address
    assert snapshot(staff.home) == before
    for log in ("output", "errors"):
        assert not says((staff.home.path.parent / log).read_bytes())

    staff.press("Do not publish")
    staff.reader.read_when("Take the template")
    assert {staff.page.request.get(one).status for one in raw} == {404}
    measured(
        f"{len(again)} answers of the server, {len(before)} files of the home, its log and four"
        f" pages: the number in none but {len(raw)} downloads, not to be stored, and gone with it"
    )


@pytest.mark.must("vintages", 1)
def test_what_moved_since_the_rehearsal_is_told_and_pages_read_as_rehearsed(
    staff: Staff, files, measured: Callable[[str], None]
) -> None:
    staff.open()
    lines = RESTATED.decode().splitlines()
    shown = staff.send("restated.csv", *lines, until="If you publish, 1 figure changes")
    assert "Overview, card on allegations Now" in shown.text
    assert "Questions for the meeting" in shown.text
    other = a_return("fgm_referrals,2014,London,,74,,")
    publishing.publish(staff.home, files, other, CLERK, "Referrals about FGM")
    staff.sign_off("B. Clerk", "Rape, counted again")
    staff.press("Publish as publication 2")
    moved = staff.reader.read_when("while you looked at the rehearsal")
    assert f"publication 2 by {CLERK.name} (“Referrals about FGM”) has come" in moved.text
    assert staff.home.current().number == 2

    staff.sign_off("B. Clerk", "Rape, counted again")
    staff.press("Publish as publication 3")
    staff.reader.read_when("SHA-256 of the file")
    told_there = told_now(staff.home)
    signals = [one for one in told_there if one.kind == told.SIGNAL]
    # Each series has a page of its own.
    (of_rape,) = [one for one in signals if one.name.startswith("Rape allegations")]
    assert missing(staff.beside("/framework?indicator=allegations_rape"), [of_rape]) == []
    every = [one for one in told_there if one not in signals]
    pages = {one.page: None for one in every}
    for page in pages:
        reading = staff.beside(ADDRESSES.get(page, address_of(page)))
        assert missing(reading, [one for one in every if one.page == page]) == []
    measured(f"{len(every)} texts of {len(pages)} pages read as they were foretold")


def told_now(where: Home) -> list[Told]:
    """All that is told now; of the maps the one with which its page opens."""
    publication = store.current(where)
    position = packs.position(publication, publication.published_on)
    put = questions.chosen(questions.asked(position), position.agenda)
    closed = {"map of FGM", "map of Neglect"}
    return [one for one in told.told(position, put) if one.name not in closed]


def missing(reading: Reading, every: list[Told]) -> list[tuple[str, str]]:
    """What is told and does not stand on its page, line by line."""
    return [
        (one.name, line)
        for one in every
        for line in one.text.splitlines()
        if " ".join(line.split()) not in reading.text
    ]


def says(content: bytes) -> bool:
    return any(one.encode() in content for one in (str(UNMISTAKABLE), f"{UNMISTAKABLE:,}"))
