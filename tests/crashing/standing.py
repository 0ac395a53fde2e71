"""What stands in a home after an attempt, held against what the journal and its users say."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from oversight import access, home, publishing
from oversight.home import Entry, Home
from oversight.publishing import keeping
from tests.crashing import planted


def copied(where: Home, folder: Path) -> Home:
    """A copy of a home, perhaps of none; publications are links, for they are never changed."""

    def copy(source: str, target: str) -> None:
        (os.link if source.endswith(".duckdb") else shutil.copy2)(source, target)

    if not where.path.exists():
        return Home(folder)
    return Home(shutil.copytree(where.path, folder, copy_function=copy))


@dataclass
class Ledger:
    """What was sent to a home and what was acknowledged, kept outside of it."""

    sent: dict[str, int] = field(default_factory=dict)  # the number planted, by the file's SHA-256
    acknowledged: dict[int, str] = field(default_factory=dict)  # content digests of publications

    def arriving(self, folder: Path, number: int) -> Path:
        """A file that plants a number, to be published."""
        content = planted.planting(number)
        self.sent[sha256(content).hexdigest()] = number
        file = folder / f"{number}.csv"
        file.write_bytes(content)
        return file

    def acknowledge(self, receipt: dict) -> None:
        """Somebody has been told that this publication stands."""
        self.acknowledged[receipt["number"]] = receipt["content"]

    def expected(self, entries: Iterable[Entry]) -> int | None:
        """The number that stands after these publications: that of the last return left."""
        left: list[str] = []
        for entry in entries:
            left = [one for one in left if one not in entry.withdrawn] + list(entry.accepted)
        return self.sent[left[-1]] if left else None

    def look(self, where: Home) -> tuple[int, int | None]:
        """The current publication and the number planted in it, after asserting that it is whole.

        What it was made from is kept, and whatever was acknowledged stands as it was.
        """
        found = planted.read(where)
        published = where.published()
        assert found == (published[-1].number, self.expected(published))
        assert home.sha256(where.publication(found[0])) == published[-1].file
        keeping.kept_inputs(where, published[-1].inputs)
        keeping.kept_returns(where, published)
        contents = {entry.number: entry.content for entry in published}
        assert self.acknowledged.items() <= contents.items()
        return found

    def tidy(self, where: Home) -> None:
        """Assert that nothing is left of what was begun and not finished."""
        names = {entry.number: where.publication(entry.number).name for entry in where.published()}
        assert sorted(path.name for path in where.publications.iterdir()) == list(names.values())
        assert [str(path) for path in where.path.rglob(".*")] == []
        current = where.current()
        assert home.sha256(where.copy) == current.file


def last_return(where: Home) -> int:
    """The publication that brought the last return which stands."""
    return max(entry.number for entry in keeping.standing(where.published()).values())


def read_well(told: dict) -> int:
    """How often a reader read, after asserting that nothing it read was wrong."""
    assert told["errors"] == []
    return told["reads"]


@pytest.fixture
def begun(where: Home, few: dict[str, bytes], tmp_path: Path) -> tuple[Home, Ledger]:
    """A home with one return, publication 2, and who knows of it."""
    ledger = Ledger()
    content = ledger.arriving(tmp_path, 700).read_bytes()
    receipt = publishing.publish(where, few, content, access.local_user("A clerk"))
    ledger.acknowledge({"number": receipt.number, "content": receipt.content})
    return where, ledger
