"""The home: the folder that holds everything made at run time.

current                     JSON: number and SHA-256 of the current publication, the only pointer,
                            and the SHA-256 of its line of the journal
journal.jsonl               one line a publication, append-only, each with the SHA-256 of the last
publications/000001.duckdb  a publication, never changed
inputs/DIGEST.zip           the files a publication was made from
returns/SHA256.csv          a return as it was received
pending/000001.json, .csv   a return that waits to be published, and what was said of it
pending/log.jsonl           what became of those that waited
oversight.duckdb            a copy of the current publication for any DuckDB client
lock                        held while somebody publishes
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from oversight import ROOT


class HomeError(Exception):
    """The home cannot be used as it is; the message says what to do."""


@dataclass(frozen=True)
class Entry:
    """One line of the journal: what a publication is and where it came from.

    `accepted` and `withdrawn` are SHA-256 digests of returns, `content` the digest over `tables`,
    `file` the SHA-256 of the database, `inputs` the digest of the kept inputs, `before` the
    SHA-256 of the journal's line before. What follows is for staff: the reasons given for what
    checks asked, the digest of those checks, the return's kind and rows, how its cells compare
    with those published before, the number under which it waited to be published, and whether it
    is made up to rehearse with.
    """

    number: int
    at: str
    by: str
    note: str
    accepted: tuple[str, ...]
    withdrawn: tuple[str, ...]
    content: str
    tables: dict[str, str]
    file: str
    inputs: str
    code: str
    before: str | None = None
    reasons: dict[str, str] = field(default_factory=dict)
    rules: str = ""
    kind: str = ""
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    withheld: int = 0
    waited: int = 0
    is_invented: bool = False

    @property
    def published_at(self) -> datetime:
        return datetime.fromisoformat(self.at)


@dataclass(frozen=True)
class Home:
    """Where a home keeps its things."""

    path: Path

    @property
    def pointer(self) -> Path:
        return self.path / "current"

    @property
    def journal(self) -> Path:
        return self.path / "journal.jsonl"

    @property
    def copy(self) -> Path:
        return self.path / "oversight.duckdb"

    @property
    def lock(self) -> Path:
        return self.path / "lock"

    @property
    def publications(self) -> Path:
        return self.path / "publications"

    def publication(self, number: int) -> Path:
        return self.publications / f"{number:06d}.duckdb"

    @property
    def pending(self) -> Path:
        return self.path / "pending"

    def inputs(self, digest: str) -> Path:
        return self.path / "inputs" / f"{digest}.zip"

    def returned(self, sha256: str) -> Path:
        return self.path / "returns" / f"{sha256}.csv"

    @property
    def is_invented(self) -> bool:
        """Whether it was made to rehearse with; it stays so for good.

        Raises:
            HomeError: the journal cannot be read.
        """
        return any(entry.is_invented for entry in self.entries())

    def current(self) -> Entry | None:
        """The journal entry the pointer names; None where nothing has been published.

        Raises:
            HomeError: pointer or journal is damaged, or they do not agree.
        """
        try:
            named = json.loads(self.pointer.read_text("utf-8"))
            number, file = int(named["number"]), str(named["sha256"])
        except FileNotFoundError:
            return None
        except NotADirectoryError as error:
            raise HomeError(f"{self.path} is not a folder. Choose another with --home.") from error
        except (OSError, ArithmeticError, ValueError, KeyError, TypeError) as error:
            raise HomeError(
                f"{self.pointer} cannot be read as a pointer. Put back a copy of it, or run"
                " 'python -m oversight rebuild' to set it to the journal's last publication."
            ) from error
        for entry in self.entries():
            if entry.number == number and entry.file == file:
                return entry
            if entry.number == number:
                raise HomeError(
                    f"{self.pointer} names another file of publication {number} than the journal."
                    " Run 'python -m oversight rebuild' to mend it."
                )
        raise HomeError(
            f"{self.pointer} names publication {number}, which the journal does not hold."
            " Put back a copy of both files from the same time."
        )

    def published(self) -> tuple[Entry, ...]:
        """All publications up to the current one, oldest first."""
        current = self.current()
        if current is None:
            return ()
        return tuple(entry for entry in self.entries() if entry.number <= current.number)

    def entries(self) -> tuple[Entry, ...]:
        """All lines of the journal, the last perhaps not yet switched to.

        Raises:
            HomeError: a line cannot be read.
        """
        try:
            seen = self.journal.stat()
        except FileNotFoundError:
            return ()
        except NotADirectoryError as error:
            raise HomeError(f"{self.path} is not a folder. Choose another with --home.") from error
        return _entries(self.journal, seen.st_mtime_ns, seen.st_size)


def chosen(path: str | None = None) -> Home:
    """The home named by `path`, else by OVERSIGHT_HOME, else data/live of this checkout."""
    if path is not None and not path.strip():
        raise HomeError("--home is blank. Name a folder, or leave it out for data/live.")
    named = Path(path or os.environ.get("OVERSIGHT_HOME") or ROOT / "data" / "live")
    # Absolute, because the server goes to the checkout before it reads the home.
    return Home(named.absolute())


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def whole_lines(journal: bytes) -> bytes:
    """The journal without a last line that a full disk or a power cut broke off.

    A power cut may also leave the line's end and a hole before it, for a disk writes the pages of a
    file in any order. Such a line was never acknowledged: the pointer moves only after the line is
    on disk.
    """
    ends = journal.endswith(b"\n")
    lines, newline, last = journal.removesuffix(b"\n").rpartition(b"\n")
    if b"\0" in last:
        return lines + newline
    try:
        json.loads(last)
    except ValueError:
        return journal if ends else lines + newline
    return lines + newline + last + b"\n"


@lru_cache(maxsize=8)
def _entries(journal: Path, _modified: int, _size: int) -> tuple[Entry, ...]:
    """The journal's lines; time and size are arguments so that a longer journal is read anew."""
    entries: dict[int, Entry] = {}
    for line, text in enumerate(whole_lines(journal.read_bytes()).splitlines(), start=1):
        try:
            keys = json.loads(text)
            entry = Entry(
                **{
                    **keys,
                    "accepted": tuple(keys["accepted"]),
                    "withdrawn": tuple(keys["withdrawn"]),
                }
            )
            datetime.fromisoformat(keys["at"])
        except (ValueError, KeyError, TypeError) as error:
            raise HomeError(
                f"{journal}, line {line} cannot be read. Put back a copy of the journal."
            ) from error
        # A rebuilt file has another SHA-256 and gets a line of its own: the later one stands.
        entries[entry.number] = entry
    return tuple(entries.values())
