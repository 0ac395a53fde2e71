"""A dashboard to which a return is published, by command, while it runs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext

from oversight.home import Home
from tests import forked
from tests.serving import Reader, Reading, reading_in, served


class Running:
    """A dashboard on a home of its own, read in one tab."""

    def __init__(self, where: Home, reader: Reader) -> None:
        self._where = where
        self._reader = reader
        self._readings: dict[str, Reading] = {}

    @property
    def reader(self) -> Reader:
        """The tab, for what is pressed or looked at in another size."""
        return self._reader

    def read(self, address: str) -> Reading:
        """What stands at an address now; each is opened once, and again after publishing."""
        if address not in self._readings:
            self._readings[address] = self._reader.open(address)
        return self._readings[address]

    def publish(self, content: bytes, **reasons: str) -> dict:
        """Publish a return beside it, in a process of its own; the receipt.

        `reasons` answer the checks that ask.
        """
        file = self._where.path.parent / "return.csv"
        file.write_bytes(content)
        home = str(self._where.path)
        accepted = [f"--accept={check}={reason}" for check, reason in reasons.items()]
        done = forked.run("publish", file, "--home", home, "--by", "A clerk", "--json", *accepted)
        assert (done.returncode, done.stderr) == (0, b"")
        self._readings.clear()
        return json.loads(done.stdout)


@contextmanager
def running(built: Home, tabs: BrowserContext, folder: Path) -> Iterator[Running]:
    """Serve a copy of a home, kept in the folder, until the block ends."""
    where = Home(shutil.copytree(built.path, folder / "live"))
    with served(where) as server, reading_in(tabs, server) as reader:
        yield Running(where, reader)
