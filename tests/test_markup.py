"""A slide as HTML: its words are escaped, its table is a table, and it fills a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from playwright.sync_api import BrowserContext, Page

from oversight import ROOT, charts, packs, slides, store, wording
from oversight.charts import DARK, LIGHT, Palette
from oversight.home import Home
from oversight.packs import Made, typefaces
from oversight.slides import Item, Slide, Table, markup
from tests.drawings import DRAWINGS
from tests.test_drawn import CONTRAST, contrast

STAMP = "Publication 1 of 24 July 2014, read on 1 August 2015, content 0123456789ab · OFFICIAL"
REPORTED = Slide(
    name="allegations",
    title="Allegations",
    page="allegations",
    finding="Rape and sexual assault allegations rose 13% between 2012-13 and 2013-14",
    measure="Child abuse teams, London, financial years. Filled: reported.",
    table=Table(("Year", "Allegations"), (("2012-13", "2,110"), ("2013-14", "2,386"))),
    source="report pp. 11, 12; press release",
    read_aloud="They rose 13%.",
    drawing=DRAWINGS["reported"],
    baseline="Baselines: 2,110 in 2012-13.",
    caveat="A rise is neither good nor bad.",
    gap="2010-11 and 2011-12: not available [x]. Nobody has supplied a split by age.",
    alt="Allegations by year: 2012-13 2,110, 2013-14 2,386.",
)
# Where the buttons of the meeting page stand.
BUTTONS = {"wide": 27, "high": 5}
SCREENS = ((1280, 720), (1920, 1080), (1024, 768))
LEAST = 24


class Read(HTMLParser):
    """Markup read back: its tags with their attributes, and its words."""

    def __init__(self, made: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self._goes_on = False
        self.feed(made)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))
        self._goes_on = tag == "span"

    def handle_endtag(self, tag: str) -> None:
        self._goes_on = tag == "span"

    def handle_data(self, data: str) -> None:
        # A span parts no words.
        if self._goes_on:
            self.words[-1] += data
        else:
            self.words.append(data)

    def named(self, tag: str) -> list[dict]:
        return [looks for name, looks in self.tags if name == tag]


def on_screen(slide: Slide, palette: Palette = LIGHT, is_invented: bool = False) -> str:
    size = markup.room(slide, is_invented)
    drawn = charts.drawn(slide.drawing, palette, size, slide.alt) if slide.drawing else ""
    return markup.on_screen(Item(slide, 10), drawn, 2, 8, STAMP, is_invented)


def test_every_word_of_a_slide_is_escaped():
    odd = '<img src=x onerror=alert(1)> & "it\'s"'
    cells = Table((odd, odd), ((odd, odd),))
    texts = ("title", "finding", "measure", "source", "read_aloud", "baseline", "caveat", "gap")
    slide = replace(REPORTED, table=cells, drawing=None, **dict.fromkeys(texts, odd))
    for made in (on_screen(slide), markup.whole(slide, "", 2), on_screen(replace(slide, alt=odd))):
        read = Read(made)
        assert read.named("img") == []
        assert odd in " ".join(read.words)


def test_the_finding_is_a_heading_of_the_level_asked_for():
    assert [tag for tag, _ in Read(on_screen(REPORTED)).tags if tag[0] == "h"] == ["h1"]
    assert Read(markup.head(REPORTED, 3)).tags[0] == ("h3", {"class": "slide-finding"})


def test_a_financial_year_is_not_broken_over_two_lines():
    made = markup.head(REPORTED)
    assert '<span class="slide-year">2012-13</span>' in made
    assert Read(made).words == [REPORTED.finding]


def test_a_table_has_a_caption_and_names_its_columns_and_rows():
    read = Read(markup.table_of(REPORTED))
    assert len(read.named("caption")) == 1
    assert [looks["scope"] for looks in read.named("th")] == ["col", "col", "row", "row"]
    assert {"2,110", "2,386", "Allegations"} <= set(read.words)


def test_a_date_in_a_table_stays_in_one_line():
    table = Table(("Ask", "Due", "What"), (("R3b", "31 January 2015", "Report to the Committee"),))
    cells = Read(markup.table(table, "Asks", "slide-table")).named("td")
    assert cells == [{"class": "short"}, {}]


def test_a_row_without_a_name_has_no_blank_heading():
    table = Table(("Ask", "Due"), (("", "and 3 more"),))
    assert len(Read(markup.table(table, "Asks", "x")).named("th")) == 2


def test_a_screen_says_caveat_gap_and_source_and_leaves_out_what_finds_no_room():
    said = " ".join(markup.noted(REPORTED))
    assert said.startswith(
        "A rise is neither good nor bad. 2010-11 and 2011-12: not available [x]."
    )
    assert said.endswith("Source: report pp. 11, 12; press release")
    long = replace(REPORTED, gap=f"{'Nobody has said how many. ' * 30}")
    assert len(" ".join(markup.noted(long))) < 330
    assert markup.noted(long)[-1] == "Source: report pp. 11, 12; press release"


def test_a_baseline_is_said_where_the_drawing_does_not_name_it():
    assert "Baselines: 2,110 in 2012-13." not in markup.noted(REPORTED)
    bare = replace(REPORTED, drawing=DRAWINGS["intervals"])
    assert "Baselines: 2,110 in 2012-13." in markup.noted(bare)


def test_page_numbers_end_no_sentence():
    text = "See pp. 11, 12. And p. 4 too. 2010-11: none [x]. Is it so?"
    assert markup.sentences(text) == [
        "See pp. 11, 12.", "And p. 4 too.", "2010-11: none [x].", "Is it so?",
    ]  # fmt: skip


def test_a_page_says_everything_of_a_slide_and_each_thing_once():
    said = " ".join(Read(markup.whole(REPORTED, "<svg></svg>", 2)).words)
    for text in (REPORTED.finding, REPORTED.measure, REPORTED.caveat, REPORTED.gap):
        assert text in said
    assert "Baselines:  2,110 in 2012-13." in said
    assert "Source:  report pp. 11, 12; press release" in said
    assert "Read aloud:  They rose 13%." in said


def test_the_item_its_minutes_and_what_it_was_made_from_stand_on_the_screen():
    said = " ".join(Read(on_screen(REPORTED)).words)
    assert "Item 2 · 10 minutes" in said
    assert "Publication 1 of 24 July 2014, read on 1 August 2015 · OFFICIAL" in said
    assert wording.INVENTED not in said
    assert wording.INVENTED in " ".join(Read(on_screen(REPORTED, is_invented=True)).words)


def test_a_slide_without_a_drawing_shows_its_table():
    assert len(Read(on_screen(replace(REPORTED, drawing=None))).named("table")) == 1
    assert Read(on_screen(REPORTED)).named("table") == []


def test_a_drawing_on_a_screen_has_its_text_alternative():
    (body,) = [looks for looks in Read(on_screen(REPORTED)).named("div") if "role" in looks]
    assert body == {"class": "slide-body", "role": "img", "aria-label": REPORTED.alt}


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_texts_stand_out_from_the_page(palette: Palette):
    assert contrast(palette.ink, palette.page) >= CONTRAST
    assert contrast(palette.quiet, palette.page) >= CONTRAST
    assert contrast(palette.ink, palette.card) >= CONTRAST


@pytest.fixture(scope="module")
def made(built: Home) -> Callable[[date], Made]:
    return lambda day: packs.made(store.current(built), day)


@pytest.fixture(scope="module")
def tab(tabs: BrowserContext) -> Iterator[Page]:
    page = tabs.new_page()
    yield page
    page.close()


MEASURED = (ROOT / "tests" / "slide.js").read_text("utf-8")


@pytest.mark.must("meeting", 1)
@pytest.mark.browser
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen[0]}x{screen[1]}")
@pytest.mark.parametrize("day", [date(2014, 7, 24), date(2015, 8, 1)], ids=str)
def test_every_standard_slide_fits_a_screen(
    day: date, screen: tuple[int, int], made: Callable, tab: Page, measured: Callable
):
    found, smallest = made(day), []
    tab.set_viewport_size({"width": screen[0], "height": screen[1]})
    for place, item in enumerate(found.items, start=1):
        seen = _measured(tab, found, item, place)
        assert (seen["outside"], seen["overlaps"]) == ([], []), item.slide.name
        assert seen["scrolls"] is False
        # In parts of a screen's width, so that one number holds for all sizes.
        assert seen["smallest"] / seen["unit"] >= LEAST / 12.8, item.slide.name
        smallest.append(seen["smallest"])
    measured(
        f"read on {day}, {screen[0]}x{screen[1]}: {len(smallest)} slides, smallest text"
        f" {min(smallest):.1f} px, no two texts overlap, nothing scrolls"
    )


@pytest.mark.browser
def test_a_slide_of_any_indicator_fits_a_screen(made: Callable, tab: Page):
    found = made(date(2014, 7, 24))
    tab.set_viewport_size({"width": 1280, "height": 720})
    for entry in found.position.entries:
        item = Item(slides.of_indicator(entry, found.position), 10, "")
        measured = _measured(tab, found, item, 1)
        assert (measured["outside"], measured["overlaps"]) == ([], []), entry.name
        assert measured["smallest"] >= LEAST, entry.name


@pytest.mark.browser
def test_invented_figures_of_an_earlier_day_say_so_and_still_fit(made: Callable, tab: Page):
    found = made(date(2014, 7, 24))
    invented = replace(found, position=replace(found.position, is_invented=True, current=99))
    tab.set_viewport_size({"width": 1280, "height": 720})
    for place, item in enumerate(invented.items, start=1):
        measured = _measured(tab, invented, item, place)
        assert (measured["outside"], measured["overlaps"]) == ([], []), item.slide.name
        assert measured["smallest"] >= LEAST, item.slide.name
        assert tab.locator(".slide-invented").is_visible()
        assert "newer figures exist" in tab.locator(".slide-banner").inner_text()


def _measured(tab: Page, found: Made, item: Item, place: int) -> dict:
    """What a browser shows of a slide: what leaves the window, what overlaps, the least letters."""
    slide, position = item.slide, found.position
    above = position.is_invented, position.looking_back
    size = markup.room(slide, *above)
    drawn = charts.drawn(slide.drawing, LIGHT, size, slide.alt) if slide.drawing else ""
    shown = markup.on_screen(item, drawn, place, len(found.items), slides.stamp(position), *above)
    sheet = (ROOT / "oversight" / "slides" / "slide.css").read_text("utf-8")
    colours = f"--ink:{LIGHT.ink};--page:{LIGHT.page};--quiet:{LIGHT.quiet}"
    tab.set_content(f"<style>{typefaces.embedded()}:root{{{colours}}}{sheet}</style>{shown}")
    tab.evaluate("document.querySelector('time').textContent = '14:05'")
    tab.evaluate("document.fonts.ready")
    return tab.evaluate(MEASURED, BUTTONS)
