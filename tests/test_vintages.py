"""What a page told of a publication when it was made, it tells of it ever after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import BrowserContext
from streamlit.components.v2 import manifest_scanner

from oversight import publishing, remembered
from oversight.home import Home
from oversight.publishing import publisher
from oversight.wording.looking_back import looking_back
from tests.conftest import CLERK
from tests.reading import Reading
from tests.serving import PAGES, address_of, reading_in, served
from tests.vintages import ACTS, STATES, WHOLE, Opened, Quarterly

pytestmark = pytest.mark.must("vintages", 2)

# Pages of a few publications; `make show` and `make soak` read all of them.
SAMPLE = 5
# Those read in a browser as well; `make soak` reads more of them, on every page.
SEEN, SEEN_ON = (4, 1, 10), ("allegations", "cse_and_fgm", "recommendations")
# Made anew for whoever opens the page.
ROOM = re.compile(r"room=[A-Z0-9]{6}|Room \*\*[A-Z0-9]{6}\*\*")

Told = dict[tuple[str, int], list[str]]


@pytest.fixture
def count(request: pytest.FixtureRequest, often: Callable) -> int:
    """How many publications are made."""
    return WHOLE if request.config.getoption("--show") else often(SAMPLE, WHOLE)


@pytest.fixture
def opened(where: Home, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], Told]:
    """Opens every page with these choices, without a browser and with nothing remembered."""
    monkeypatch.setenv("OVERSIGHT_HOME", str(where.path))
    # Each opening would look through all that is installed for components of others.
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)

    def told(choices: dict[str, str]) -> Told:
        remembered.forget()
        return {
            (page, number): Opened(page).at({**state, **choices})
            for page in PAGES
            for number, state in enumerate(({}, *STATES.get(page, ())))
        }

    return told


@pytest.fixture
def publish(few: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Publishes the next act in a home, a quarter later."""

    class Clock(Quarterly):
        pass

    monkeypatch.setattr(publisher, "datetime", Clock)

    def published(where: Home, act: bytes | int) -> int:
        Clock.made += 1
        if isinstance(act, int):
            return publishing.withdraw(where, few, act, CLERK, "Counted twice").number
        return publishing.publish(where, few, act, CLERK).number

    return published


def test_twenty_publications_read_as_they_did_when_each_was_made_and_after_all_are_rebuilt(
    where: Home, publish: Callable, opened: Callable, count: int, measured: Callable[[str], None]
) -> None:
    then = {1: opened({})}
    for act in ACTS[: count - 1]:
        number = publish(where, act)
        then[number] = opened({})
    assert [*then] == [*range(1, count + 1)]
    compared = [_same(where, number, told, opened) for number, told in then.items()]
    # Nothing but the journal, the returns and the inputs is left.
    remembered.forget()
    for path in where.publications.glob("*.duckdb"):
        path.unlink()
    assert publishing.rebuild(where, CLERK) == [*then]
    again = [_same(where, number, told, opened) for number, told in then.items()]
    assert again == compared
    states = len(then[1])
    measured(
        f"{count} publications, {len(PAGES)} pages in {states} states each, opened without a"
        f" browser: {sum(compared):,} texts, figures, tables and drawings are as they were"
    )
    measured(f"{sum(again):,} again after every file was lost and made anew from what is kept")
    differing = len({str(told) for told in then.values()})
    measured(f"of {count} publications {differing} differ from each other in what they tell")
    assert differing == count


@pytest.mark.browser
def test_a_browser_shows_what_it_showed_then(
    where: Home, publish: Callable, tabs: BrowserContext, often: Callable, measured: Callable
) -> None:
    kept = SEEN[: often(1, len(SEEN))]
    addresses = [address_of(page) for page in often(SEEN_ON, PAGES)]
    with served(where) as server, reading_in(tabs, server) as reader:
        then = {}
        for number in range(1, max(kept) + 2):
            if number > 1:
                publish(where, ACTS[number - 2])
            if number in kept:
                then[number] = [reader.go_on(address) for address in addresses]
        texts = 0
        for number, before in then.items():
            for address, was in zip(addresses, before, strict=True):
                now = reader.go_on(f"{address}?publication={number}")
                banner, rest = now.text[: len(_banner(where, number))], now.text
                assert banner == _banner(where, number)
                assert _seen(now, rest.removeprefix(banner).strip()) == _seen(was, was.text)
                texts += len(was.text.split())
    measured(
        f"publications {kept} on {len(addresses)} pages in a browser: {texts:,} words, and every"
        " table and chart, are as they were"
    )


def _seen(reading: Reading, text: str) -> tuple:
    return (
        ROOM.sub("room", text), reading.title, reading.headings, reading.tables, reading.charts,
        reading.alternatives, reading.words, reading.downloads,
    )  # fmt: skip


def _banner(where: Home, number: int) -> str:
    """What stands over a publication read on its own day; blank over the present one."""
    day = where.entries()[number - 1].published_at.date()
    return looking_back(number, day, day, where.current().number)


def _same(where: Home, number: int, then: Told, opened: Callable) -> int:
    """How many elements a publication tells now as then; what is told otherwise fails."""
    banner, compared = _banner(where, number), 0
    for page, told in opened({"publication": str(number)}).items():
        mine, before = (_comparable(one, number) for one in (told, then[page]))
        if banner and page == ("meeting", 2):
            # A slide with a banner has less room for its drawing: its words are compared.
            mine, before = (_words_of_slide(one, banner) for one in (mine, before))
        elif banner:
            (at,) = [place for place, one in enumerate(mine) if banner in one]
            assert not any(one.startswith("markdown") for one in mine[:at]), "something is above it"
            del mine[at]
        assert mine == before, (number, page)
        compared += len(mine)
    return compared


def _comparable(told: Iterable[str], number: int) -> list[str]:
    """Links keep the publication that is chosen, and need not where it is the present one."""
    chosen = rf"([?&])publication={number}(?:&|(?!\d))"
    return [ROOM.sub("room", re.sub(chosen, r"\1", one)).replace("?)", ")") for one in told]


def _words_of_slide(told: Iterable[str], banner: str) -> list[str]:
    shown = rf'<p class=\\*"slide-banner\\*">{re.escape(banner)}</p>|<svg.*?</svg>'
    return [re.sub(shown, "", one) for one in told]
