"""A reader with a browser: when was the last chart painted, and how much came over the wire?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, sync_playwright

from benchmarks.servers import Server
from tests.browser import FLAGS, found

MILLISECONDS = 90_000
MEGABIT = 1_000_000 / 8
LATENCY_MILLISECONDS = 20
# Now and then Chromium's throttle holds every request of a page back, whichever server it is, while
# the server answers others at once. Such a visit is given up, counted and made again.
VISIT_MILLISECONDS, VISITS = 30_000, 4
# No change for so long, with the script ended and every chart there: the page is complete.
QUIET = 700

# Painted is two animation frames after the last change of the page's elements.
WATCH = """
window.painted = 0
new MutationObserver(changes => {
    if (!changes.some(one => one.target.closest?.('[data-testid="stMain"]'))) return
    window.changed = performance.now()
    requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = performance.now() }))
}).observe(document, {childList: true, subtree: true, attributes: true, characterData: true})
"""

COMPLETE = f"""
charts => {{
    const app = document.querySelector('[data-testid="stApp"]')
    const drawn = document.querySelectorAll('.js-plotly-plot .main-svg')
    return app?.getAttribute('data-test-script-state') === 'notRunning'
        && drawn.length >= charts && window.painted > (window.clicked ?? 0)
        && performance.now() - window.changed > {QUIET}
}}
"""

CLICK = """
name => {
    const buttons = document.querySelectorAll('[data-testid="stButtonGroup"] button')
    const button = [...buttons].find(one => one.innerText.trim() === name)
    window.clicked = performance.now()
    button.click()
}
"""


@dataclass(frozen=True)
class Load:
    """A first visit: until the last chart was painted, and the bytes that HTTP brought.

    `stalled` is how many visits before it were given up.
    """

    seconds: float
    mebibytes: float
    stalled: int = 0


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser that the tests use."""
    path = found()
    assert path, "No browser: run `make bench`, or name one in CHROMIUM."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield opened
        finally:
            opened.close()


class Reader:
    """One open page, to turn a control on again and again."""

    def __init__(self, context: BrowserContext, server: Server, path: str) -> None:
        self._page = _page(context)
        self._page.goto(f"{server.address}/{path}")
        self._page.wait_for_function(COMPLETE, arg=1, timeout=MILLISECONDS, polling=50)
        self.charts = self._page.locator(".js-plotly-plot .main-svg").count()

    def seconds_to_repaint(self, choice: str) -> float:
        """From the click on a choice to the last chart painted."""
        self._page.bring_to_front()
        self._page.evaluate(CLICK, choice)
        self._page.wait_for_function(COMPLETE, arg=1, timeout=MILLISECONDS, polling=50)
        return self._page.evaluate("(window.painted - window.clicked) / 1000")


def cold_load(opened: Browser, server: Server, path: str, charts: int) -> Load:
    """A first visit with nothing kept, at 10 megabits a second.

    Raises:
        TimeoutError: no visit came to an end.
    """
    for stalled in range(VISITS):
        try:
            return replace(_visit(opened, server, path, charts), stalled=stalled)
        except TimeoutError:
            if stalled == VISITS - 1:
                raise
    raise AssertionError("unreachable")


def _visit(opened: Browser, server: Server, path: str, charts: int) -> Load:
    context = opened.new_context(viewport={"width": 1280, "height": 800})
    try:
        page = _page(context)
        network = context.new_cdp_session(page)
        received = [0.0]

        def add(event: dict) -> None:
            received[0] += event["encodedDataLength"]

        network.on("Network.loadingFinished", add)
        network.send("Network.enable")
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})
        network.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY_MILLISECONDS,
                "downloadThroughput": 10 * MEGABIT,
                "uploadThroughput": 10 * MEGABIT,
            },
        )
        page.goto(f"{server.address}/{path}", wait_until="commit", timeout=VISIT_MILLISECONDS)
        page.wait_for_function(COMPLETE, arg=charts, timeout=VISIT_MILLISECONDS, polling=100)
        return Load(page.evaluate("window.painted / 1000"), received[0] / 2**20)
    finally:
        context.close()


def _page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.add_init_script(WATCH)
    return page
