"""A page as a reader sees it: a browser's tab, what it does, and everything that then stands there.

A page is read whole: every chart drawn, every "Figures, words and download" opened. Tests then
assert on a `Reading`, what stands on the page as printed.
"""

from __future__ import annotations

import csv
import json
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Download, Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

WIDE = {"width": 1280, "height": 720}
NARROW = {"width": 320, "height": 640}
# Streamlit asks for these under the page's own address first; it then finds them at the root.
PROBE = re.compile(r"/[a-z_]+/_stcore/(health|host-config)$")

IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
DRAWN = """() => {
  const shown = (element) => element.checkVisibility();
  const every = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const isDrawn = (chart) => chart.querySelector('.main-svg .infolayer');
  return every('h1, [data-testid="stAlert"], [data-testid="stException"]').length > 0
    && every('[data-testid="stSkeleton"]').length === 0
    && every('[data-testid="stPlotlyChart"]').every(isDrawn)
    && every('[data-testid="stImage"] img').every((image) => image.complete)
    && !document.getAnimations().some((animation) => animation instanceof CSSTransition);
}"""
READ = (Path(__file__).parent / "reading.js").read_text("utf-8")
OPEN_ALL = """() => {
  const closed = [...document.querySelectorAll('details:not([open]) > summary')];
  closed.forEach((summary) => summary.click());
}"""
# One that still unfolds moves what is below it away from the pointer.
ALL_OPEN = """() => [...document.querySelectorAll('details')].every((details) =>
  details.open && details.querySelector('table, ol') && details.getAnimations().length === 0)"""
# Read in one go with the question whether the page stands still: a run that began in between
# would leave half of the old page and half of the new one.
READ_STILL = f"""() => document.querySelector({json.dumps(IDLE)}) && ({DRAWN})() && ({ALL_OPEN})()
  ? ({READ.strip().rstrip(";")})() : null"""
# Whether words stand on the page, told apart by nothing but their letters: cheap to ask often.
SAYS = """words => document.querySelector('[data-testid="stMain"]')
  ?.textContent.replace(/\\s+/g, '').includes(words)"""
# What the app does where a reader goes back: another address, and a new run of its script.
GO_BACK_TO = """(address) => new Promise((goes) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const watch = new MutationObserver(() => {
    if (app.dataset.testScriptState === 'running') { watch.disconnect(); goes(true); }
  });
  watch.observe(app, {attributes: true});
  setTimeout(() => goes(false), 2000);
  history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate', {state: {}}));
})"""
IS_LIGHT = "matchMedia('(prefers-color-scheme: light)').matches"
IS_DARK = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return getComputedStyle(app).colorScheme === 'dark' && document.getAnimations().length === 0;
}"""
# Nobody waits half a second for each folding to unfold.
NO_ANIMATION = """{
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (...given) {
    const animation = animate.apply(this, given);
    animation.finish();
    return animation;
  };
}"""


@dataclass(frozen=True)
class Reading:
    """What stands on a page. `tables` are rows of cells, the header first, by panel.

    Of each panel, `alternatives` are its chart's text alternative, `charts` the words drawn in
    it, `words` the chart told in words. `failures` are errors in the browser's console. `address`
    is what the address bar holds after the server's name.
    """

    address: str
    titles: list[str]
    headings: list[str]
    text: str
    tables: dict[str, list[list[str]]]
    downloads: list[str]
    alternatives: dict[str, str]
    charts: dict[str, str]
    words: dict[str, str]
    errors: list[str]
    exceptions: list[str]
    failures: list[str]

    @property
    def title(self) -> str:
        (title,) = self.titles
        return title

    def figure(self, panel: str, measure: str, period: str = "") -> str:
        """A table's figure: in the row of the measure, in the period's column or row."""
        header, *rows = self.tables[panel]
        mine = [row for row in rows if row[0] == measure]
        if period in header:
            (row,) = mine
            return row[header.index(period)]
        (row,) = [row for row in mine if period in row or not period]
        return next(cell for cell in row[1:] if cell != period)


def _page_of(address: str) -> str:
    return urlsplit(address).path


def _framed(address: str) -> list[list[str] | None]:
    """What the address chooses in the frame."""
    choices = parse_qs(urlsplit(address).query)
    return [choices.get(name) for name in ("publication", "on", "from", "to")]


def not_yet(until: float) -> bool:
    return time.monotonic() < until


class Reader:
    """One browser tab on one server."""

    def __init__(self, page: Page, server) -> None:
        self.page = page
        self.server = server
        self.failures: list[str] = []
        page.on("pageerror", self._failed)
        page.on("console", self._heard)

    def leave(self) -> None:
        """Leave the tab to the next reader, with nothing on it."""
        self.page.remove_listener("pageerror", self._failed)
        self.page.remove_listener("console", self._heard)
        self.page.set_extra_http_headers({})
        self.page.goto("about:blank")
        # What lies under the pointer is drawn otherwise.
        self.page.mouse.move(0, 0)

    def _failed(self, error) -> None:
        self.failures.append(str(error))

    def _heard(self, message) -> None:
        if message.type == "error" and not PROBE.search(message.location.get("url", "")):
            self.failures.append(message.text)

    def open(self, address: str, scheme: str = "light", size: dict[str, int] = WIDE) -> Reading:
        """Go to an address of the dashboard and read the page."""
        self.page.bring_to_front()
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size(size)
        self.failures.clear()
        self.page.goto(self.server.address + address)
        return self.read()

    def go_on(self, address: str) -> Reading:
        """Read the page at another address, gone to within the app where that shows the same.

        That takes half of what it takes to load it. Boxes that stand on both pages keep what they
        hold, so the two must be of different pages and of the same choices in the frame.
        """
        here = self.page.url.removeprefix(self.server.address)
        is_in_app = here != self.page.url and _page_of(here) != _page_of(address)
        # A page that turns light, or wide, is drawn anew for that: nobody sees when it goes on.
        is_plain = self.page.viewport_size == WIDE and self.page.evaluate(IS_LIGHT)
        self.page.bring_to_front()
        self.failures.clear()
        shows_the_same = is_in_app and is_plain and _framed(here) == _framed(address)
        if shows_the_same and self.page.evaluate(GO_BACK_TO, address):
            return self.read()
        return self.open(address)

    def darken(self) -> None:
        """Turn the page that is open dark, drawn anew as the server draws it in the dark.

        Half of what it costs to load it again.
        """
        self.page.emulate_media(color_scheme="dark")
        self.page.wait_for_function(IS_DARK)
        address = self.page.url.removeprefix(self.server.address)
        if self.page.evaluate(GO_BACK_TO, address):
            self.read()
        else:
            self.open(address, "dark", self.page.viewport_size)

    def resize(self, size: dict[str, int]) -> None:
        """Give the window another size."""
        self.page.set_viewport_size(size)
        self.settle()

    def settle(self) -> None:
        """Wait until the page stands still: script ended, charts drawn, pictures loaded."""
        self.page.wait_for_selector(IDLE)
        self.page.wait_for_function(DRAWN)

    def read(self) -> Reading:
        """Everything on the page now, with all that can be opened open."""
        before = None
        for _ in range(100):
            self.settle()
            self._open_all()
            found = self.page.evaluate(READ_STILL)
            # Twice the same: what the server still sends, the page has not yet drawn.
            if found is not None and found == before:
                address = self.page.url.removeprefix(self.server.address)
                return Reading(address, failures=[*self.failures], **found)
            before = found
        raise AssertionError("the page does not come to rest")

    def _open_all(self) -> None:
        """Open all that can be opened, again where the page was drawn anew in the meantime."""
        for _ in range(60):
            self.page.evaluate(OPEN_ALL)
            try:
                return self.page.wait_for_function(ALL_OPEN, timeout=1000)
            except PlaywrightTimeout:
                continue
        raise AssertionError("the page's foldings do not open")

    def read_when(self, words: str) -> Reading:
        """The page as soon as these words stand on it."""
        until = time.monotonic() + 30
        letters = "".join(words.split())
        while True:
            # To read the page whole again and again takes what the server needs to go on.
            with suppress(PlaywrightTimeout):
                self.page.wait_for_function(SAYS, arg=letters, timeout=2000, polling=50)
            if words in (reading := self.read()).text:
                return reading
            assert not_yet(until), f"'{words}' never came; there is: {reading.text[:2000]}"

    def choose(self, label: str, option: str) -> None:
        """Pick from a list, found by typing."""
        self.page.get_by_role("combobox", name=label).click()
        self.page.keyboard.type(option)
        self.take(self.page.get_by_role("option", name=option, exact=True))

    def take(self, option: Locator) -> None:
        """Take what an open list offers, which may be drawn anew under a pointer."""
        option.evaluate("offered => offered.click()")

    def press(self, label: str, option: str) -> None:
        """Press one of a row of buttons."""
        buttons = self.page.get_by_role("radiogroup", name=label)
        buttons.get_by_role("radio", name=option, exact=True).click()

    def write(self, label: str, text: str) -> None:
        """Type into a box and leave it."""
        box = self.page.locator(f'input[aria-label="{label}"]')
        box.fill(text)
        box.press("Enter")

    def write_day(self, label: str, day: str) -> None:
        """Type a date, written like 2015-08-01, into its three parts."""
        parts = self.page.get_by_role("group", name=label)
        parts.get_by_role("spinbutton").first.click()
        self.page.keyboard.type(day.replace("-", ""))
        # The calendar that opens takes the date when it closes.
        self.page.keyboard.press("Enter")
        self.page.get_by_text(label).click()

    def download(self, panel: str) -> list[dict[str, str]]:
        """The rows of a panel's CSV, saved by pressing its button."""
        return self.downloads([panel])[panel]

    def downloads(self, panels: Sequence[str]) -> dict[str, list[dict[str, str]]]:
        """The same of several panels, all of them asked for before the first is waited for."""
        arrived: list[Download] = []

        def arrive(download: Download) -> None:
            arrived.append(download)

        self.page.on("download", arrive)
        for panel in panels:
            self.page.locator(f".st-key-csv_{panel} button").click()
        until = time.monotonic() + 30
        while len(arrived) < len(panels):
            assert not_yet(until), f"of {panels} only {len(arrived)} came"
            self.page.wait_for_timeout(20)
        self.page.remove_listener("download", arrive)
        names = {f"{panel}_publication": panel for panel in panels}
        return {
            names[one.suggested_filename.removeprefix("INVENTED_").rpartition("_")[0]]: list(
                csv.DictReader(Path(one.path()).read_text("utf-8-sig").splitlines())
            )
            for one in arrived
        }
