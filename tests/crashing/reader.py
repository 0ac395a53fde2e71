"""A process that reads a home over and over, and says on request what it has read.

A line on its input names the home to read next; the answer, a line of JSON, is what was read of the
one before: how often, which number was planted in which publication, and every error.
"""

from __future__ import annotations

import json
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from oversight import ROOT, store
from oversight.home import Home
from tests.crashing import planted

OPENS_ANEW = 25  # after so many reads, as a process that was just started would
PAUSE = 0.02  # seconds between two reads, so that readers leave the publishers a processor


def reading(where: Home | None) -> dict:
    """Read until a line arrives, and once where it is there already."""
    reads, seen, errors = 0, {}, []
    is_asked = where is None
    while not is_asked:
        reads += 1
        if reads % OPENS_ANEW == 0:
            store._open.cache_clear()
        try:
            number, told = planted.read(where)
            if seen.setdefault(number, told) != told:
                errors.append(f"publication {number} holds {told}, and held {seen[number]}")
        except Exception as error:
            errors.append(repr(error))
        is_asked = bool(select.select([sys.stdin], [], [], PAUSE)[0])
    return {"reads": reads, "seen": seen, "errors": errors}


def main() -> None:
    where = None
    while True:
        told = reading(where)
        if not (line := sys.stdin.readline()):
            return
        print(json.dumps(told), flush=True)
        where = Home(Path(line.strip())) if line.strip() else None


class Reader:
    """A reader in a process of its own."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process

    def read(self, where: Home | None) -> dict:
        """Turn to a home, or to none; what was read of the one before."""
        self._process.stdin.write(f"{where.path if where else ''}\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        told["seen"] = {int(number): planted for number, planted in told["seen"].items()}
        return told


@pytest.fixture(scope="session")
def readers() -> Iterator[tuple[Reader, Reader]]:
    """Two readers beside everything that is published."""
    command = [sys.executable, "-m", "tests.crashing.reader"]
    with ExitStack() as stack:
        started = [
            stack.enter_context(
                subprocess.Popen(
                    command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
                )
            )
            for _ in range(2)
        ]
        yield tuple(map(Reader, started))
        for process in started:
            process.stdin.close()


if __name__ == "__main__":
    main()
