"""The pack as one page: alone, without a network, complete, for every reader, and on paper."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, Page
from pypdf import PdfReader

from oversight import packs, slides, store, wording
from oversight.home import Home
from oversight.packs import Made, picture
from oversight.slides import Item
from oversight.wording.slides import bodies_of
from tests.decks import opened, tables_of
from tests.test_markup import REPORTED, Read

DAY = date(2014, 7, 24)
MOST_BYTES = 6 * 1024 * 1024
# A sheet of A4 less its margins, in the browser's pixels.
PAPER_WIDE, PAPER_HIGH = 182 / 25.4 * 96, 261 / 25.4 * 96


@pytest.fixture(scope="module")
def made(built: Home) -> Made:
    return packs.made(store.current(built), DAY)


@pytest.fixture(scope="module")
def page(made: Made, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory):
    """The pack in a browser that has no network, opened from a folder."""
    file = tmp_path_factory.mktemp("pack") / "pack.html"
    file.write_bytes(packs.as_html(made))
    tabs.set_offline(True)
    page = tabs.new_page()
    page.asked_for, page.complaints = [], []
    page.on("request", lambda request: page.asked_for.append(request.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    yield page
    page.close()
    tabs.set_offline(False)


def test_the_same_meeting_makes_the_same_bytes_and_few_of_them(made: Made):
    content = packs.as_html(made)
    assert content == packs.as_html(made)
    assert len(content) < MOST_BYTES


def test_the_page_asks_for_nothing_and_runs_nothing(made: Made):
    text = packs.as_html(made).decode()
    read = Read(text)
    assert read.named("script") == []
    assert [looks for looks in read.named("link") if "href" in looks] == []
    addresses = [looks[name] for _, looks in read.tags for name in ("src", "href") if name in looks]
    assert all(address.startswith("#") for address in addresses)
    assert set(re.findall(r"url\((\w+):", text)) <= {"data"}


def test_every_item_is_there_with_all_of_its_slide(made: Made):
    said = _words(packs.as_html(made))
    for item in made.items:
        slide = item.slide
        for text in (slide.finding, slide.measure, slide.caveat, slide.gap, slide.read_aloud):
            assert text in said
        for text in (slide.baseline, slide.source):
            assert text.partition(": ")[2] or text in said
        for row in slide.table.rows:
            for cell in row:
                assert cell in said


def test_each_question_says_its_figure_its_page_whom_and_why_now(made: Made):
    said = _words(packs.as_html(made))
    assert made.questions
    for one in made.questions:
        whom = f"To {bodies_of(one.whom)}."
        for text in (one.text, one.figure, whom, one.why_now, one.address or one.page):
            assert text in said


def test_indicators_that_are_shown_are_defined_and_symbols_explained(made: Made):
    said = _words(packs.as_html(made))
    shown = {name for item in made.items for name in item.slide.indicators}
    entries = [entry for entry in made.position.entries if entry.name in shown]
    assert entries
    for entry in entries:
        assert entry.about.definition in said
    for code, meaning in wording.MARKERS.items():
        assert f"[{code}]" in said
        assert wording.sentence(meaning) in said


def test_minutes_and_notes_of_a_running_order_are_on_the_page(made: Made):
    item = Item(made.items[1].slide, 15, "Ask <first> who holds the sheets")
    said = _words(packs.as_html(replace(made, items=(item,))))
    assert "Item 1: " in said and ", 15 minutes" in said
    assert "Ask <first> who holds the sheets" in said


def test_an_item_whose_minutes_nobody_set_says_so_in_every_form(made: Made):
    items = (Item(made.items[1].slide, 15), Item(made.items[2].slide))
    meeting = replace(made, items=items)
    (order, *_) = tables_of(opened(packs.as_pptx(meeting)))
    assert [row[-1] for row in order] == ["Time", "15 minutes", "not set"]
    assert "15 minutes" in (said := _words(packs.as_html(meeting))) and "not set" in said
    sheet = load_workbook(io.BytesIO(packs.as_xlsx(meeting)))["Running order"]
    cells = {cell.value for row in sheet for cell in row}
    assert {15, "not set"} <= cells and "[z]" not in cells


def test_invented_figures_say_so_first_and_on_every_printed_page(made: Made):
    assert wording.INVENTED not in _words(packs.as_html(made))
    invented = replace(made, position=replace(made.position, is_invented=True))
    text = packs.as_html(invented).decode()
    assert _words(text.encode()).count(wording.INVENTED) >= 3
    assert re.search(r"@bottom-left\{content:\"INVENTED", text)


def test_a_classification_cannot_leave_the_style_sheet(made: Made):
    odd = replace(made.position, classification='"}</style><script>alert(1)</script>')
    read = Read(packs.as_html(replace(made, position=odd)).decode())
    assert read.named("script") == []
    assert len(read.named("style")) == 1


@pytest.mark.must("meeting", 3)
@pytest.mark.browser
def test_without_a_network_every_chart_is_shown(made: Made, page: Page, measured: Callable):
    drawn = [item for item in made.items if item.slide.drawing]
    charts = page.locator("svg[role=img]")
    assert charts.count() == len(drawn) > 0
    for place, item in enumerate(drawn):
        chart = charts.nth(place)
        assert chart.get_attribute("aria-label") == (item.slide.alt or item.slide.finding)
        box = chart.bounding_box()
        assert box["width"] > 700 and box["height"] > 250
        assert chart.locator("text").first.is_visible()
    assert [url for url in page.asked_for if not url.startswith(("file:", "data:"))] == []
    assert page.complaints == []
    measured(f"network off: {len(drawn)} of {len(drawn)} charts shown, nothing asked for")
    # The house's own letters, from the file itself.
    loaded = "[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)"
    assert {name.strip('"') for name in page.evaluate(loaded)} == {"Source Sans", "Source Serif"}


@pytest.mark.must("meeting", 3)
@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 320])
def test_everybody_can_read_the_page(page: Page, width: int, measured: Callable):
    page.set_viewport_size({"width": width, "height": 720})
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert page.locator("h1").count() == 1
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    measured(f"axe-core at {width} px: 0 violations")


# What is kept whole, with what is wider or higher than a sheet of paper.
TOO_LARGE = """([wide, high]) => {
  const whole = '.drawing, .kept, tr, li, .definition, .beside p, h1, h2, h3';
  const found = [];
  for (const one of document.querySelectorAll('body *')) {
    const { left, right, height } = one.getBoundingClientRect();
    if (one.closest('caption, svg') || !right) continue;
    if (left < -1 || right > wide + 1) found.push(`wide: ${one.textContent.slice(0, 40)}`);
    if (one.matches(whole) && height > high) found.push(`high: ${one.textContent.slice(0, 40)}`);
    const { breakInside, breakAfter } = getComputedStyle(one);
    if (one.matches(whole) && ![breakInside, breakAfter].includes('avoid'))
      found.push(`may be cut: ${one.tagName} ${one.textContent.slice(0, 40)}`);
  }
  return found;
}"""


@pytest.mark.must("meeting", 3)
@pytest.mark.browser
def test_on_paper_nothing_is_cut_and_each_page_is_stamped(
    made: Made, page: Page, measured: Callable
):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round(PAPER_WIDE), "height": round(PAPER_HIGH)})
    assert page.evaluate(TOO_LARGE, [round(PAPER_WIDE), PAPER_HIGH]) == []
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="screen")
    texts = [_plain(sheet.extract_text()) for sheet in printed.pages]
    width, height = printed.pages[0].mediabox[2:]
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    stamp = _plain(f"{slides.stamp(made.position)} · {made.position.looking_back}")
    for number, text in enumerate(texts, start=1):
        assert stamp in text, number
        assert f"{number}of{len(texts)}" in text
    # Every item on a sheet of its own, with its finding, every figure and its last sentence.
    for item in made.items:
        slide = item.slide
        (sheet,) = [text for text in texts if _plain(f"Item {made.items.index(item) + 1}:") in text]
        for said in (slide.finding, *(cell for row in slide.table.rows for cell in row)):
            assert _plain(said) in sheet, said
        assert _plain(slide.read_aloud) in "".join(texts).replace(stamp, "")
    measured(f"A4: {len(texts)} pages, nothing wider or higher than a page, each with the stamp")


def test_a_chart_as_svg_says_what_it_shows_and_what_it_was_made_from(made: Made):
    stamp = slides.stamp(made.position)
    drawn = [item.slide for item in made.items if item.slide.drawing]
    assert drawn
    for slide in drawn:
        content = packs.as_svg(slide, stamp).decode()
        read = Read(content)
        said = " ".join(read.words)
        for text in (slide.finding, slide.measure, slide.caveat, stamp):
            assert text in said
        assert content == packs.as_svg(slide, stamp).decode()
        assert "://" not in content.replace("http://www.w3.org/2000/svg", "")


def test_a_picture_of_a_slide_without_a_drawing_is_refused(made: Made):
    with pytest.raises(ValueError, match="has a table and no drawing"):
        packs.as_svg(replace(REPORTED, drawing=None), "stamp")


def test_an_invented_chart_says_so_first(made: Made):
    invented = slides.stamp(replace(made.position, is_invented=True))
    words = Read(packs.as_svg(REPORTED, invented).decode()).words
    lines = [word for word in words if "@font-face" not in word]
    assert lines[1] == wording.INVENTED


def test_a_chart_as_png_is_as_wide_as_asked_and_the_same_each_time(made: Made):
    stamp = slides.stamp(made.position)
    one = packs.as_png(REPORTED, stamp)
    assert one[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(one[16:20], "big") == picture.WIDTH
    assert one == packs.as_png(REPORTED, stamp)
    assert int.from_bytes(packs.as_png(REPORTED, stamp, width=800)[16:20], "big") == 800
    # Letters are drawn, from the house's own files: a page without them is much smaller.
    bare = replace(REPORTED, finding="", measure="", caveat="", gap="", baseline="", source="")
    assert len(one) > len(packs.as_png(bare, "")) * 1.3


def _words(content: bytes) -> str:
    """Every word of the page, as a reader has them."""
    body = content.decode().partition("<body>")[2]
    return " ".join(" ".join(Read(body).words).split())


def _plain(text: str) -> str:
    """A text without blanks and joined letters, which print has other ones of."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
