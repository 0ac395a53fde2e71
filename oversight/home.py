"""The home: the folder that holds everything made at run time.

current                     JSON: number and SHA-256 of the current publication, the only pointer,
                            and the SHA-256 of its line of the journal
journal.jsonl               one line a publication, append-only, each with the SHA-256 of the last
publications/000001.duckdb  a publication, never changed; 000001-redacted-1.duckdb takes its place
                            once a figure of it was redacted
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
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from oversight import ROOT
from oversight.lines import whole_lines


class HomeError(Exception):
    """The home cannot be used as it is; the message says what to do."""


@dataclass(frozen=True)
class Redaction:
    """That one figure was taken out of a publication after it was published, by two people.

    `cell` names it in words and never tells its number. `further` says how many others are withheld
    with it, since they would give it away. `is_elsewhere` where this publication does not show the
    figure as withheld: another number was sent since, or it was left out. `reason`, the names and
    the number under which it waited are for staff. `key` says which figure it is, as the
    disclosure rule names one: indicator, first day, last day, place and breakdown.
    """

    on: str
    indicator: str
    cell: str
    reason: str
    by: str
    approved_by: str
    waited: int
    further: int = 0
    is_elsewhere: bool = False
    key: tuple[str, ...] = ()

    @property
    def redacted_on(self) -> date:
        return date.fromisoformat(self.on)


@dataclass(frozen=True)
class Entry:
    """One line of the journal: what a publication is and where it came from.

    `accepted` and `withdrawn` are SHA-256 digests of returns, `content` the digest over `tables`,
    `file` the SHA-256 of the database, `inputs` the digest of the kept inputs, `before` the
    SHA-256 of the journal's line before. What follows is for staff: the reasons given for what
    checks asked, the digest of those checks, the return's kind and rows, how its cells compare
    with those published before, the number under which it waited to be published, and whether it
    is made up to rehearse with. `redacted` is what was taken out of it since, and `rest` how many
    lines of the same step follow: they count together, or not at all.
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
    redacted: tuple[Redaction, ...] = ()
    rest: int = 0

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
        """The file of a publication, as it stands after every redaction."""
        times = (len(one.redacted) for one in self.entries() if one.number == number)
        return self.redacted(number, next(times, 0))

    def redacted(self, number: int, times: int) -> Path:
        """The file of a publication once so many figures are redacted."""
        return self.publications / f"{number:06d}{f'-redacted-{times}' if times else ''}.duckdb"

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
            # After a redaction the journal's line is the switch, and the pointer follows it.
            if entry.number == number and file in (entry.file, *self._files_before(entry)):
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
        return _lines(self.journal, seen.st_mtime_ns, seen.st_size)[0]

    def superseded(self) -> tuple[Entry, ...]:
        """The lines of the journal in whose place a later one of the same publication stands.

        Raises:
            HomeError: a line cannot be read.
        """
        if not self.entries():
            return ()
        seen = self.journal.stat()
        return _lines(self.journal, seen.st_mtime_ns, seen.st_size)[1]

    def _files_before(self, entry: Entry) -> list[str]:
        """SHA-256 of the files that a publication had before its last redaction."""
        return [
            old.file
            for old in (self.superseded() if entry.redacted else ())
            if old.number == entry.number and len(old.redacted) < len(entry.redacted)
        ]


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


@lru_cache(maxsize=8)
def _lines(
    journal: Path, _modified: int, _size: int
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The journal's lines that stand, and those in whose place a later one does.

    Time and size are arguments so that a longer journal is read anew.
    """
    entries: dict[int, Entry] = {}
    superseded: list[Entry] = []
    for line, text in enumerate(whole_lines(journal.read_bytes()).splitlines(), start=1):
        try:
            keys = json.loads(text)
            entry = Entry(
                **{
                    **keys,
                    "accepted": tuple(keys["accepted"]),
                    "withdrawn": tuple(keys["withdrawn"]),
                    "redacted": tuple(
                        Redaction(**{**one, "key": tuple(one.get("key", ()))})
                        for one in keys.get("redacted", ())
                    ),
                }
            )
            datetime.fromisoformat(keys["at"])
        except (ValueError, KeyError, TypeError) as error:
            raise HomeError(
                f"{journal}, line {line} cannot be read. Put back a copy of the journal."
            ) from error
        # A file rebuilt or redacted has another SHA-256 and a line of its own: the later stands.
        if entry.number in entries:
            superseded.append(entries[entry.number])
        entries[entry.number] = entry
    return tuple(entries.values()), tuple(superseded)
