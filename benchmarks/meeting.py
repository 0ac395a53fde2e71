"""A meeting: how quickly one slide follows another, and what a pack costs to write.

The constants page shows the same slides with the same buttons and keys, from a file: no address
is checked, no publication read, no slide made.
"""

from __future__ import annotations

import pickle
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import BrowserContext, Page

from benchmarks import browsing, servers
from benchmarks.results import Result, Spread
from oversight import charts, frame, packs, slides, store
from oversight.packs import Made
from oversight.panels.meeting import screen
from oversight.slides import Item, markup

if TYPE_CHECKING:
    from benchmarks.goals import Bench

ON = date(2014, 7, 24)
# Turns of a round: there and back through the running order.
TURNS = 14
WANTED = 12

FLOOR = """
import pickle
from pathlib import Path

import streamlit as st

kept = pickle.loads(Path({path!r}).read_bytes())
show = st.components.v2.component("floor", html=kept["html"], js=kept["js"], isolate_styles=False)
st.set_page_config(page_title="constants", layout="wide")
st.html(kept["style"])
last = len(kept["markup"])
at = int(st.query_params.get("slide", "1"))


def go(to):
    st.query_params["slide"] = str(to)


show(data={{"markup": kept["markup"][at - 1], "title": str(at), "blank": False}}, key="slide")
with st.container(key="slide_buttons", horizontal=True, vertical_alignment="center"):
    st.button("Back", shortcut="Left", on_click=go, args=(max(at - 1, 1),), key="a")
    st.markdown(f"{{at}} of {{last}}")
    st.button("Next", shortcut="Right", on_click=go, args=(min(at + 1, last),), key="b")
with st.container(key="slide_keys"):
    for name, key in (("Page up", "PageUp"), ("Page down", "PageDown"), ("First", "Home"),
                      ("Last", "End"), ("Blank", "B"), ("Leave", "Esc")):
        st.button(name, shortcut=key, on_click=go, args=(1,), key=name)
"""

# From the key to two frames after the new slide is there.
WATCH = """
number => {
  const wanted = `article[aria-label^="Slide ${number} of "]`
  window.turned = new Promise(done => {
    addEventListener('keydown', pressed => {
      const look = () => document.querySelector(wanted)
        ? requestAnimationFrame(() => requestAnimationFrame(
            () => done(performance.now() - pressed.timeStamp)))
        : requestAnimationFrame(look)
      look()
    }, {once: true, capture: true})
  })
}
"""


def measured(bench: Bench) -> list[Result]:
    """Slide change to the constants page, and the packs."""
    made = packs.made(store.current(bench.where), ON)
    return [*turning(bench, made), *packing(bench, made)]


def turning(bench: Bench, made: Made) -> list[Result]:
    """From a key to the next slide painted: the middle of a round's turns, and the slowest."""
    script = bench.folder / "slides.py"
    script.write_text(FLOOR.format(path=str(_kept(bench, made))))
    with (
        servers.product(bench.where) as product,
        servers.bare(script, bench.where, "--compressed", "--frozen") as constants,
        browsing.browser() as opened,
    ):
        context = opened.new_context(viewport={"width": 1280, "height": 720})
        address = f"meeting?view=slides&on={ON}"
        pages = [_opened(context, product, address), _opened(context, constants, "")]
        for page in pages:
            _turns(page)
        medians: list[list[float]] = [[], []]
        slowest: list[list[float]] = [[], []]
        for _ in range(bench.rounds):
            for place, page in enumerate(pages):
                turns = _turns(page)
                medians[place].append(statistics.median(turns))
                slowest[place].append(statistics.quantiles(turns, n=20)[-1])
        context.close()
    what = f"a key to the next slide painted, {TURNS} turns a round, to constants"
    return [
        Result(11, f"{what}: median", "ms", *(Spread(tuple(one)) for one in medians), 1.15),
        Result(
            11, f"{what}: 95th percentile", "ms", *(Spread(tuple(one)) for one in slowest), 1.15
        ),
    ]


def packing(bench: Bench, made: Made) -> list[Result]:
    """Writing a pack of twelve slides, and how large the page is."""
    found = made.items
    spare = [
        Item(slides.of_indicator(entry, made.position))
        for entry in made.position.entries
        if entry.has_figure and entry.name not in {item.slide.name for item in found}
    ]
    twelve = Made(made.publication, made.position, (*found, *spare)[:WANTED], made.questions)
    page = packs.as_html(twelve)
    size = Spread((len(page) / 1_000_000,))
    results = []
    for what, write, limit in (
        (f"PPTX of {WANTED} slides", packs.as_pptx, 2.0),
        ("HTML of the same", packs.as_html, 3.0),
    ):
        times = Spread(
            tuple(_seconds(lambda write=write: write(twelve)) for _ in range(bench.rounds))
        )
        results.append(Result(11, what, "s", times, times, limit, is_of_a=True))
    return [*results, Result(11, "its size", "MB", size, size, 6.0, is_of_a=True)]


def _seconds(write: Callable[[], object]) -> float:
    begun = time.perf_counter()
    write()
    return time.perf_counter() - begun


def _kept(bench: Bench, made: Made) -> Path:
    """What the constants page shows, in a file."""
    last, stamp = len(made.items), slides.stamp(made.position)
    path = bench.folder / "slides.pickle"
    shown = [
        markup.on_screen(
            item,
            charts.drawn(item.slide.drawing, charts.LIGHT, markup.room(item.slide))
            if item.slide.drawing
            else "",
            at,
            last,
            stamp,
        )
        for at, item in enumerate(made.items, start=1)
    ]
    style = frame.style_sheet(charts.LIGHT, presented=True)
    path.write_bytes(
        pickle.dumps({"markup": shown, "style": style, "html": screen.HTML, "js": screen.SHOW})
    )
    return path


def _opened(context: BrowserContext, server: servers.Server, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{server.address}/{address}")
    page.locator('article[aria-label^="Slide 1 of "]').wait_for()
    page.get_by_text("Leave").wait_for(state="attached")
    return page


def _turns(page: Page) -> list[float]:
    """There and back, one slide a key; the milliseconds of each."""
    page.bring_to_front()
    half = TURNS // 2
    ways = [("ArrowRight", at) for at in range(2, half + 2)]
    ways += [("ArrowLeft", at) for at in range(half, 0, -1)]
    found = []
    for key, number in ways:
        page.evaluate(WATCH, number)
        page.keyboard.press(key)
        found.append(page.evaluate("window.turned"))
        page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    return found
