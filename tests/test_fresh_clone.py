"""A fresh clone: one command in an empty folder, and the first page stands in the browser."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from oversight import ROOT
from oversight.home import Home
from tests.serving import Server, assert_framed, free_port, reading_in

pytestmark = [pytest.mark.browser, pytest.mark.must("foundation", 1)]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git would hand out of the files as they are now, in an empty folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    folder = tmp_path_factory.mktemp("clone")
    for name in filter(None, listed.split("\0")):
        source = ROOT / name
        if source.is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            # With its day: what is older than the environment is installed already.
            shutil.copy2(source, folder / name)
    assert not (folder / ".venv").exists()
    assert not (folder / "data" / "live").exists()
    return folder


@contextmanager
def make_run(folder: Path) -> Iterator[tuple[Server, list[str]]]:
    """`make run` until the block ends; gives the server and what had been printed before it."""
    # An outer make and an outer environment are not there for somebody who has just cloned.
    ours = ("OVERSIGHT_", "MAKE", "MFLAGS", "VIRTUAL_ENV", "PYTHON", "PYTEST_")
    plain = {name: text for name, text in os.environ.items() if not name.startswith(ours)}
    # Python compiles what it imports; pip would compile the rest as well, which takes longer.
    plain["PIP_NO_COMPILE"] = "1"
    port = free_port()
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=folder, env=plain, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    lines: queue.Queue[str] = queue.Queue()
    reading = threading.Thread(target=lambda: [lines.put(line) for line in process.stdout])
    reading.start()
    printed = []
    try:
        while not printed or not printed[-1].startswith("The dashboard is at "):
            printed.append(lines.get(timeout=300).strip())
        address = printed[-1].removeprefix("The dashboard is at ")
        assert address == f"http://127.0.0.1:{port}"
        server = Server(Home(folder / "data" / "live"), address, lambda: process.poll() is None)
        server.wait()
        yield server, printed
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(60)
        reading.join()


def test_one_command_in_an_empty_folder_brings_up_the_first_page(
    clone: Path, tabs: BrowserContext, often: Callable, measured: Callable[[str], None]
) -> None:
    # `make test` has installed all of it into this clone a minute ago; shown it is done once more.
    installs = often(True, True, False) or not (Path(sys.prefix) / "installed").exists()
    if not installs:
        (clone / ".venv").symlink_to(Path(sys.prefix))
    with make_run(clone) as (server, printed):
        assert any(line.startswith("Installing ") for line in printed) == installs
        assert any(line.startswith("Publication 1 is made") for line in printed)
        with reading_in(tabs, server) as reader:
            first = reader.open("/")
        assert_framed(first, "overview")
        assert first.title.startswith(
            "Rape and sexual assault allegations rose 13% from 2012-13 to 2013-14"
        )
        measured(f"make run in an empty folder; {server.address} says: {first.title}")
    with make_run(clone) as (_, printed):
        assert not any("Installing" in line or "is made" in line for line in printed)
        measured(f"make run again, without installing or building: {printed}")
