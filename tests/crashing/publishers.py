"""Asking the mother process for publishers, one or several at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from oversight import ROOT
from oversight.home import Home


@dataclass(frozen=True)
class Outcome:
    """What became of one publisher."""

    lines: list[str]
    signal: int
    hung: bool
    took: float

    @cached_property
    def said(self) -> dict:
        """All that it said, whole lines only: a kill may have broken off the last one."""
        found: dict = {}
        for line in self.lines:
            try:
                found |= json.loads(line)
            except ValueError:
                assert self.signal and line == self.lines[-1]
        return found

    @property
    def acknowledged(self) -> int | None:
        """The number of the publication whose receipt it has written."""
        return self.said.get("number")


class Publishers:
    """Publishers are processes: forked, killed and heard through pipes."""

    def __init__(self, mother: subprocess.Popen, folder: Path) -> None:
        self._mother = mother
        self._folder = folder

    def attempt(self, where: Home, *command: object, **how) -> Outcome:
        """Run one command on a home; `how` may be any of the keys below."""
        (outcome,) = self.together(self.asked(where, *command, **how))
        return outcome

    def asked(
        self,
        where: Home,
        *command: object,
        by: str = "A clerk",
        kill_after: float | None = None,  # seconds
        fault: tuple[str, int] | None = None,  # which, at which disk-changing call
        largest: int | None = None,  # a file may not grow beyond these bytes
        record: Path | None = None,  # where the calls are written down
        reads: bool = False,  # whether it reads, before and after
        remembers: bool = True,  # whether a build is copied from an equal one before
    ) -> dict:
        """An attempt, to be made with others."""
        return {
            "home": str(where.path),
            "arguments": [str(command[0]), "--by", by, *map(str, command[1:])],
            "kill_after": kill_after,
            "fault": fault,
            "largest": largest,
            "record": record and str(record),
            "reads": reads,
            "remembers": str(self._folder) if remembers else "",
        }

    def together(self, *attempts: dict) -> list[Outcome]:
        """Start these at once; what became of each."""
        self._mother.stdin.write(json.dumps(attempts) + "\n")
        self._mother.stdin.flush()
        outcomes = [Outcome(**one) for one in json.loads(self._mother.stdout.readline())]
        for one in outcomes:
            assert not one.hung
            assert "crash" not in one.said, one.said["crash"]
        return outcomes


@pytest.fixture(scope="session")
def publishers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publishers]:
    """A mother of publishers, for all tests."""
    command = [sys.executable, "-m", "tests.crashing.mother"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as mother:
        yield Publishers(mother, tmp_path_factory.mktemp("remembered"))
        mother.stdin.close()
