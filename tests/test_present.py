"""Present mode: one finding fills the room's screen, moved by keys alone, followed by a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from streamlit.testing.v1 import AppTest

from oversight import ROOT, slides
from oversight.home import Home
from tests.reading import NARROW, Reader
from tests.serving import Server, reading_in
from tests.test_every_page import found_by_axe

pytestmark = pytest.mark.browser

THEN = "/meeting?view=slides&on=2014-07-24"
SIZES = {"1920x1080": (1920, 1080), "1280x720": (1280, 720), "1024x768": (1024, 768)}
# CSS pixels at 1280x720; elsewhere the same share of the width, for the slide grows as a whole.
SMALLEST = 24
READ = (Path(__file__).parent / "slides.js").read_text("utf-8")
MAIN = "document.querySelector('[data-testid=\"stMain\"]')"
# Pixels by which two letters' boxes may touch without touching to the eye.
NEAR = 1.5


def at(page: Page, number: int) -> None:
    """Wait until the slide with this number fills the screen."""
    page.locator(f'article[aria-label^="Slide {number} of "]').wait_for()
    # The last of the keys is there when all are.
    page.locator(".st-key-slide_Esc button").wait_for(state="attached")


def overlapping(texts: list[dict]) -> list[tuple[str, str]]:
    """Pairs of texts whose boxes lie over each other."""
    return [
        (one["words"], other["words"])
        for one, other in combinations(texts, 2)
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > NEAR
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > NEAR
    ]


@pytest.mark.must("meeting", 1)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_standard_slide_fits_the_screen_with_nothing_small_and_nothing_over_another(
    size: str, scheme: str, reader: Reader, measured: Callable[[str], None]
) -> None:
    width, height = SIZES[size]
    unit = min(width / 1280, height / 720)
    page = reader.page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(reader.server.address + THEN)
    smallest: dict[str, float] = {}
    for number, name in enumerate(slides.NAMES, start=1):
        at(page, number)
        found = page.evaluate(READ)
        assert not found["scrolls"], f"{name} scrolls"
        assert overlapping(found["texts"]) == [], name
        outside = [
            one["words"]
            for one in found["texts"]
            if one["left"] < 0 or one["top"] < 0 or one["right"] > width or one["bottom"] > height
        ]
        assert outside == [], name
        smallest[name] = min(one["size"] for one in found["texts"])
        assert smallest[name] >= SMALLEST * unit - 0.01, (name, found["texts"])
        if number < len(slides.NAMES):
            page.keyboard.press("ArrowRight")
    least = min(smallest.values())
    measured(
        f"{size}, {scheme}: {len(smallest)} slides, smallest text {least:.1f} px"
        f" ({least / unit:.1f} at 1280x720), no scroll bar, no two texts over each other"
    )


@pytest.mark.parametrize("number", [1, 2, 7])
def test_on_a_phone_nothing_lies_over_anything_and_the_buttons_follow_the_slide(
    number: int, reader: Reader
) -> None:
    page = reader.page
    page.set_viewport_size(NARROW)
    page.goto(f"{reader.server.address}{THEN}&slide={number}")
    at(page, number)
    found = page.evaluate(READ)
    assert overlapping(found["texts"]) == []
    article = page.locator("article.slide").bounding_box()
    buttons = page.locator(".st-key-slide_buttons").bounding_box()
    assert article["y"] + article["height"] <= buttons["y"] + NEAR
    assert article["width"] <= NARROW["width"]
    letters = page.locator(".slide-stamp").evaluate("(one) => getComputedStyle(one).fontSize")
    assert float(letters.removesuffix("px")) >= 14


@pytest.mark.must("meeting", 2)
def test_keys_alone_go_through_the_running_order_and_a_reload_stays(
    reader: Reader, measured: Callable[[str], None]
) -> None:
    page, last = reader.page, len(slides.NAMES)
    page.goto(f"{reader.server.address}/meeting?on=2014-07-24")
    # Its link opens in a tab of its own: the meeting's page stays.
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Present on this screen").click()
    screen = opened.value
    at(screen, 1)
    went = []
    for key, number in (
        ("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("PageUp", 1), ("PageUp", 1),
        ("End", last), ("PageDown", last), ("Home", 1), ("ArrowRight", 2), ("ArrowRight", 3),
    ):  # fmt: skip
        screen.keyboard.press(key)
        at(screen, number)
        went.append(f"{key} to {number}")
    screen.reload()
    at(screen, 3)
    screen.keyboard.press("b")
    screen.locator("article.slide").wait_for(state="hidden")
    screen.keyboard.press("b")
    at(screen, 3)
    link, menu = screen.url, screen.get_by_role("link", name="Allegations", exact=True)
    assert menu.count() == 0
    screen.keyboard.press("Escape")
    screen.get_by_role("heading", name="Running order").wait_for()
    menu.first.wait_for()
    assert "view=" not in screen.url
    assert "on=2014-07-24" in screen.url
    screen.goto(link)
    at(screen, 3)
    measured(f"{', '.join(went)}; reloaded on 3, blank and back, left, and back by its link on 3")
    screen.close()


def test_a_key_pressed_while_the_one_before_is_at_work_counts_from_there(
    built: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERSIGHT_HOME", str(built.path))
    screen = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    screen.switch_page("pages/meeting.py")
    screen.query_params.update({"view": "slides", "slide": "3"})
    screen.run()
    for key in ("Right", "PageDown"):
        # What the browser sends with both is where it stood before them.
        screen.query_params["slide"] = "3"
        screen.button(key=f"slide_{key}").click().run()
    assert "5" in screen.query_params["slide"]
    # Whoever goes back by the browser goes on from there.
    screen.query_params["slide"] = "2"
    screen.run()
    screen.button(key="slide_Right").click().run()
    assert "3" in screen.query_params["slide"]


@pytest.fixture
def windows(tabs: BrowserContext, site: Server) -> Iterator[tuple[Page, Page]]:
    """The room's screen and the presenter's window, in one room."""
    with reading_in(tabs, site) as one, reading_in(tabs, site) as other:
        room = "&on=2014-07-24&room=HKMNPQ"
        one.page.goto(f"{site.address}/meeting?view=slides&slide=2{room}")
        at(one.page, 2)
        other.page.goto(f"{site.address}/meeting?view=presenter{room}")
        yield one.page, other.page


@pytest.mark.must("meeting", 2)
def test_the_presenters_window_follows_the_rooms_screen_and_leads_it(
    windows: tuple[Page, Page], measured: Callable[[str], None]
) -> None:
    screen, own = windows
    # It came later, and turns to where the room stands already.
    own.get_by_text("Slide 2 of 8").wait_for()
    assert own.get_by_role("heading", name="Read aloud").is_visible()
    screen.keyboard.press("ArrowRight")
    own.get_by_text("Slide 3 of 8").wait_for()
    said = own.locator(".st-key-read_aloud").inner_text()
    assert "966" in said
    own.keyboard.press("End")
    at(screen, 8)
    own.keyboard.press("b")
    screen.locator("article.slide").wait_for(state="hidden")
    own.get_by_text("The screen in the room is blank.").wait_for()
    measured(f"room HKMNPQ: 2, then 3 by the screen, then 8 by the presenter, then blank; {said}")


def test_the_presenters_long_text_is_scrolled_by_keys_and_each_slide_begins_at_its_top(
    reader: Reader,
) -> None:
    page = reader.page
    page.set_viewport_size({"width": 1024, "height": 480})
    page.goto(f"{reader.server.address}/meeting?view=presenter&on=2014-07-24&slide=8")
    page.get_by_text("Slide 8 of 8").wait_for()
    # Nobody has pressed or clicked anything yet.
    page.locator('[data-testid="stMain"]:focus').wait_for()
    page.keyboard.press("Space")
    page.wait_for_function(f"{MAIN}.scrollTop > 100")
    for _ in range(20):
        page.keyboard.press("Space")
    page.wait_for_function(f"{MAIN}.scrollTop + {MAIN}.clientHeight + 1 >= {MAIN}.scrollHeight")
    assert found_by_axe(reader) == []
    page.keyboard.press("ArrowLeft")
    page.get_by_text("Slide 7 of 8").wait_for()
    page.wait_for_function(f"{MAIN}.scrollTop === 0")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("?view=slides&slide=9", "There is no slide '9'. They are numbered 1 to 8."),
        ("?view=slides&slide=x", "There is no slide 'x'."),
        ("?view=slides&slide=0", "There is no slide '0'."),
        ("?view=film", "'film' is no view of a meeting. There is slides or presenter."),
        ("?view=slides&room=abc", "'abc' is no room. A code has six letters and digits,"),
        ("?view=slides&slide=0000001", "There is no slide '0000001'."),
        ("?view=slides&publication=77", "There is no publication 77."),
    ],
)
def test_an_address_without_a_slide_is_kept_and_says_so(
    address: str, sentence: str, reader: Reader
) -> None:
    reading = reader.open(f"/meeting{address}")
    assert sentence in " ".join(reading.errors)
    assert reading.address == f"/meeting{address}"
