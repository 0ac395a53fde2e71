"""Whoever reads an earlier publication is told so first, large and dark, on every page."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

import openpyxl
import pytest
from playwright.sync_api import BrowserContext
from pptx import Presentation

from oversight import packs, publishing, slides, store
from oversight.home import Home
from oversight.packs import Made
from oversight.wording.looking_back import looking_back
from tests import packing
from tests.conftest import CLERK, a_return
from tests.reading import NARROW, WIDE, Reader
from tests.serving import PAGES, address_of, reading_in, served
from tests.test_every_page import CONTRAST

LARGE, CLEAR = 24, 7
BANNER = ".st-key-banner, .slide-banner"
# Of the first words in main: what they are, whether they stand in the banner, and how large.
FIRST = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement, words = walker.currentNode.textContent.trim();
    if (!words || holder.closest('style, script') || !holder.checkVisibility()) continue;
    return { words, size: parseFloat(getComputedStyle(holder).fontSize),
             isBanner: holder.closest('.st-key-banner, .slide-banner') !== null,
             isWide: document.documentElement.scrollWidth > innerWidth };
  }
}"""
OF_A_ROOM = ("/meeting?view=slides&", "/meeting?view=presenter&")


@pytest.fixture(scope="module")
def twice(once: Callable, few: dict[str, bytes]) -> Home:
    """A home of two publications; nobody may change it."""

    def make(where: Home) -> None:
        publishing.ensure_built(where, few, CLERK)
        publishing.publish(where, few, a_return("fgm_referrals,2014,London,,74,p,"), CLERK)

    return once("twice", make)


@pytest.fixture(scope="module")
def then(twice: Home, tabs: BrowserContext) -> Iterator[Reader]:
    with served(twice) as server, reading_in(tabs, server) as reader:
        yield reader


def said(where: Home, number: int = 1) -> str:
    """What stands over a publication read on its own day."""
    entry = where.entries()[number - 1]
    day = entry.published_at.date()
    return looking_back(number, day, day, where.current().number)


def test_the_present_says_nothing_and_what_is_not_says_what_it_is(twice: Home) -> None:
    earlier, day = said(twice), twice.entries()[0].published_at.date()
    assert earlier.startswith("You are reading publication 1 of ")
    assert earlier.endswith("; newer figures exist.")
    assert said(twice, 2) == ""
    assert looking_back(2, day, packing.ON, 2) == "Deadlines are counted to 24 July 2014."
    assert (
        looking_back(1, day, packing.ON, 2) == f"{earlier} Deadlines are counted to 24 July 2014."
    )


@pytest.fixture(scope="module")
def earlier(twice: Home) -> Made:
    """The meeting of the first publication, made when there is a second."""
    first = store.numbered(twice, 1)
    return packs.made(first, first.published_on, current=2)


def test_what_was_made_before_a_later_publication_came_is_not_handed_out_after_it(
    twice: Home, earlier: Made
) -> None:
    first = store.numbered(twice, 1)
    present = packs.made(first, first.published_on, current=1)
    assert present.position.looking_back == ""
    assert earlier.position.looking_back == said(twice)
    assert packs.made(first, first.published_on, current=1) is present


def test_every_slide_to_take_away_says_so_above_its_title(twice: Home, earlier: Made) -> None:
    for slide in Presentation(io.BytesIO(packs.as_pptx(earlier))).slides:
        (banner,) = [shape for shape in slide.shapes if shape.name == "Looking back"]
        assert banner.text_frame.text == said(twice)
        assert banner.text_frame.paragraphs[0].runs[0].font.size.pt * 4 / 3 >= LARGE
        assert banner.top + banner.height <= slide.shapes.title.top
        tops = [shape.top for shape in slide.shapes if shape.name != banner.name]
        assert min(tops) == slide.shapes.title.top


@pytest.mark.filterwarnings("ignore::DeprecationWarning:gptables")
def test_every_sheet_of_a_workbook_says_so(twice: Home, earlier: Made) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(packs.as_xlsx(earlier))):
        head = [str(cell.value) for row in sheet.iter_rows(max_row=4) for cell in row]
        assert any(said(twice) in text for text in head), sheet.title


def test_a_page_says_so_before_anything_else_and_a_picture_above_its_finding(
    twice: Home, earlier: Made
) -> None:
    page = packs.as_html(earlier).decode().partition("<body>")[2]
    assert page.startswith(f'<header><p class="looking-back">{said(twice)}</p><h1>')
    slide = next(item.slide for item in earlier.items if item.slide.drawing)
    drawn = packs.as_svg(slide, slides.stamp(earlier.position), earlier.position.looking_back)
    texts = drawn.decode().partition("<rect")[2]
    assert 0 < texts.index("You are reading publication 1") < texts.index(slide.finding[:20])


def test_every_line_of_every_table_in_a_zip_says_so(twice: Home, earlier: Made) -> None:
    day = replace(earlier.position, on=packing.ON)
    then = replace(earlier, position=day)
    with zipfile.ZipFile(io.BytesIO(packs.as_zip(then))) as files:
        texts = {name: files.read(name).decode() for name in files.namelist()}
    assert day.looking_back.endswith("Deadlines are counted to 24 July 2014.")
    assert day.looking_back in texts.pop("README.txt")
    # No figure changes with the day it is read on.
    observations = csv.DictReader(io.StringIO(texts.pop("observations.csv")))
    assert {line["looking_back"] for line in observations} == {said(twice)}
    for name, text in texts.items():
        told = {line["looking_back"] for line in csv.DictReader(io.StringIO(text))}
        assert told <= {day.looking_back}, name


@pytest.mark.must("vintages", 6)
@pytest.mark.browser
@pytest.mark.parametrize("page", [*map(address_of, PAGES), *OF_A_ROOM])
def test_a_banner_is_the_first_in_main_large_and_dark(
    page: str, then: Reader, twice: Home, measured: Callable[[str], None]
) -> None:
    banner, seen = said(twice), []
    address = f"{page if '?' in page else f'{page}?'}publication=1"
    # A slide is a part of the window: it is measured as it is projected.
    sizes = (WIDE,) if "slides" in page else (WIDE, NARROW)
    then.page.emulate_media(color_scheme="light")
    then.page.goto(then.server.address + address)
    then.page.wait_for_function(f"({FIRST})()?.isBanner")
    then.settle()
    for scheme in ("light", "dark"):
        if scheme == "dark":
            then.darken()
        for size in sizes:
            then.page.set_viewport_size(size)
            first = then.page.evaluate(FIRST)
            assert (first["words"], first["isBanner"], first["isWide"]) == (banner, True, False)
            ratios = [one["ratio"] for one in then.page.evaluate(CONTRAST, BANNER)
                      if banner.startswith(one["text"])]  # fmt: skip
            seen.append((first["size"], *ratios))
    assert min(size for size, _ in seen) >= LARGE
    assert min(ratio for _, ratio in seen) >= CLEAR
    measured(f"{page}: {min(seen)[0]:.1f} px, {min(ratio for _, ratio in seen):.1f}:1 at least")
