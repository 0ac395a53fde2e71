"""The dashboard as a reader has it: a server on a home, and a real browser that reads its pages."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

from oversight import ROOT
from oversight.home import Home
from tests import forked
from tests.beginnings import folder_of_all
from tests.browser import ADVICE, FLAGS, ONCE, found
from tests.reading import NO_ANIMATION, WIDE, Reader, Reading

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
_NAMES = {"about": "About the data", "cse_and_fgm": "CSE and FGM"}
STATUS = "Management information compiled from a scrutiny report; not official statistics"


@dataclass
class Server:
    """A running dashboard and the home it serves."""

    home: Home
    address: str
    is_running: Callable[[], bool]

    def wait(self) -> None:
        """Until it answers."""
        for _ in range(3000):
            assert self.is_running(), "the server ended before it answered"
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health"):
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.02)
        raise AssertionError("the server does not answer")


def address_of(page: str) -> str:
    return "/" if page == "overview" else f"/{page}"


def name_of(page: str) -> str:
    return _NAMES.get(page, page.capitalize())


def assert_framed(reading: Reading, page: str) -> None:
    """The page's name and scope, the controls, one title, the status and the publication."""
    assert re.match(rf"{name_of(page)} \S.{{20,}} tune Publication 1 · read on ", reading.text)
    assert len(reading.titles) == 1
    assert len(reading.title) > 20
    assert f"{STATUS}. Publication 1 of " in reading.text


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def port_again() -> Iterator[int]:
    """A port for one server; the next server gets it again.

    To the browser it is then the same place, of which it keeps the scripts it has compiled.
    """
    port = _PORTS.pop() if _PORTS else free_port()
    yield port
    _PORTS.append(port)


_PORTS: list[int] = []


@contextmanager
def served(where: Home, local: bool = False, log: Path | None = None) -> Iterator[Server]:
    """Serve a home in a process of its own until the block ends; `local` as `make run` does it.

    What the process says goes to files in the folder `log`.
    """
    with port_again() as port, _served(where, local, port, log) as server:
        yield server


@contextmanager
def _served(where: Home, local: bool, port: int, log: Path | None) -> Iterator[Server]:
    clean = {name: text for name, text in os.environ.items() if not name.startswith("OVERSIGHT_")}
    if local:
        clean["OVERSIGHT_LOCAL"] = "1"
    output, errors = (log / "output", log / "errors") if log else (os.devnull, os.devnull)
    process = forked.start(
        "serve", "--home", where.path, "--port", str(port),
        environment=clean, output=output, errors=errors,
    )  # fmt: skip
    server = Server(where, f"http://127.0.0.1:{port}", process.is_alive)
    try:
        server.wait()
        yield server
    finally:
        process.terminate()
        process.join(30)
        assert not process.is_alive(), "the server does not end"


@pytest.fixture(scope="session")
def tabs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """One browser for the session; its tabs share what they have fetched and compiled."""
    path = found()
    assert path, ADVICE
    profile = tmp_path_factory.mktemp("browser")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=path,
            args=[*FLAGS, ONCE],
            viewport=WIDE,
            accept_downloads=True,
        )
        context.add_init_script(NO_ANIMATION)
        yield context
        context.close()


@contextmanager
def reading_in(tabs: BrowserContext, server: Server) -> Iterator[Reader]:
    """A reader of a server, in a tab that another one has left where there is one.

    A tab's process keeps the scripts it has compiled, so the next page takes half of the time.
    """
    page = _LEFT.pop() if _LEFT else tabs.new_page()
    # One that lies behind another is drawn once a second at most.
    page.bring_to_front()
    reader = Reader(page, server)
    yield reader
    reader.leave()
    _LEFT.append(page)


_LEFT: list[Page] = []


@pytest.fixture(scope="session")
def site(built: Home) -> Iterator[Server]:
    """The built home, served for the session."""
    with served(built) as server:
        yield server


@pytest.fixture
def reader(tabs: BrowserContext, site: Server) -> Iterator[Reader]:
    """A tab of its own on the built home."""
    with reading_in(tabs, site) as reader:
        yield reader


@pytest.fixture(scope="session")
def read(
    tabs: BrowserContext, site: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Reading]]:
    """Reads an address of the built home; each once a run, for pages do not change.

    Where several processes share the tests, whoever comes first reads it for the others.
    """
    folder = folder_of_all(tmp_path_factory)
    readings: dict[str, Reading] = {}

    def read_once(address: str) -> Reading:
        file = folder / f"reading-{hashlib.sha256(address.encode()).hexdigest()}.json"
        with file.open("a+", encoding="utf-8") as shared:
            # For as long as this address takes to be read; others are read meanwhile.
            fcntl.flock(shared, fcntl.LOCK_EX)
            shared.seek(0)
            if found := shared.read():
                return Reading(**json.loads(found))
            reading = reader.go_on(address)
            shared.write(json.dumps(asdict(reading)))
            return reading

    def reading(address: str) -> Reading:
        if address not in readings:
            readings[address] = read_once(address)
        return readings[address]

    with reading_in(tabs, site) as reader:
        yield reading
