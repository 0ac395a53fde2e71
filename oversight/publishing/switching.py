"""The home's lock, its journal and its pointer: one writer at a time, one step from old to new."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from oversight import home
from oversight.access import Principal
from oversight.home import Entry, Home, HomeError
from oversight.lines import whole_lines
from oversight.publishing import chain, keeping

# How often, and after how many seconds, it is asked again who holds the lock.
MOMENTS, MOMENT = 50, 0.01
# The files of publications, redacted ones with them.
NUMBERED = "[0-9]*.duckdb"


class HomeIsBusy(HomeError):
    """Somebody else is publishing; the message says who."""


def switch(where: Home, entry: Entry) -> None:
    """Point the home at a publication that is wholly on disk, and renew the plain copy."""
    keeping.replace_with(where.pointer, _pointer(where, entry))
    # What is published is not denied because its copy could not be made: the old one stays, and
    # the next publication or `rebuild` renews it.
    with suppress(OSError):
        renew_copy(where, entry)


def renew_copy(where: Home, entry: Entry) -> None:
    """Make the plain copy one of this publication, whole at any instant, and synced."""
    # A copy and not a link: any DuckDB client may open, lock or change it without harm.
    copying = where.copy.with_name(f".{where.copy.name}.arriving")
    try:
        shutil.copyfile(where.publication(entry.number), copying)
        keeping.sync(copying)
        os.replace(copying, where.copy)
    finally:
        copying.unlink(missing_ok=True)
    keeping.sync(where.path)


def is_copied(where: Home) -> bool:
    """Whether the plain copy is one of the journal's last publication."""
    return where.copy.exists() and home.sha256(where.copy) == where.entries()[-1].file


@contextmanager
def writing(
    where: Home, principal: Principal, recovers: bool = True
) -> Iterator[tuple[Entry, ...]]:
    """Hold the home's lock, and first finish or sweep what a killed publisher left.

    Gives the journal's entries.

    Raises:
        HomeError: the home cannot be written, the journal has been changed by hand, or somebody
            else holds the lock.
    """
    folders = (where.publications, where.path / "inputs", where.path / "returns")
    try:
        for folder in folders:
            keeping.make(folder)
        # Asked before anything is written, so that no publication stops half way for it.
        for path in (where.path, *folders, where.journal):
            if path.exists() and not os.access(path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        lock = where.lock.open("a+", encoding="utf-8")
    except OSError as error:
        raise HomeError(
            f"The home {where.path} cannot be written ({error.strerror}). Give write permission, or"
            " choose another with --home."
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise HomeIsBusy(f"{_holder(lock)}. Try again in a moment.") from error
        try:
            lock.truncate(0)
            lock.write(f"{principal.name} has been publishing since {datetime.now():%H:%M:%S}")
            lock.flush()
            _check_journal(where)
            # A publisher killed at its first publication leaves one line and no pointer, never
            # more.
            if recovers and len(where.entries()) > 1 and not where.pointer.exists():
                raise HomeError(
                    f"{where.pointer} is missing. Run 'python -m oversight rebuild' to set it to"
                    " the journal's last publication."
                )
            if recovers:
                recover(where)
            yield where.entries()
        finally:
            # The next to hold the lock is not taken for this one.
            with suppress(OSError):
                lock.truncate(0)


def _holder(lock: TextIO) -> str:
    """Who holds the lock; whoever has only just taken it is given a moment to say so."""
    for _ in range(MOMENTS):
        lock.seek(0)
        if told := lock.read().strip():
            return told
        time.sleep(MOMENT)
    return "Somebody else is publishing"


def recover(where: Home) -> None:
    """Finish a switch that stopped between journal and pointer; sweep what it left half done."""
    entries = where.entries()
    last = entries[-1].number if entries else 0
    if entries and where.publication(last).exists() and not _points_to(where, entries[-1]):
        # Whoever was killed may have written its line and not waited for the disk.
        keeping.sync(where.journal)
        keeping.sync(where.path)
        switch(where, entries[-1])
    for path in where.publications.glob(".building-*"):
        path.unlink()
    for folder in (where.path, where.path / "inputs", where.path / "returns"):
        keeping.sweep(folder)
    destroy_unnamed(where)


def destroy_unnamed(where: Home) -> None:
    """Take away for good what the journal names no more, or never did.

    A publication that was not finished; one as it was before a redaction, and with it the plain
    copy of it and the returns as they were. The publications go last: as long as one is left,
    whoever holds the lock next begins again.
    """
    entries = where.entries()
    named = {where.publication(entry.number) for entry in entries}
    left = [path for path in sorted(where.publications.glob(NUMBERED)) if path not in named]
    if not left:
        return
    accepted = {digest for entry in entries for digest in entry.accepted}
    before = {digest for entry in where.superseded() for digest in entry.accepted}
    for digest in sorted(before - accepted):
        where.returned(digest).unlink(missing_ok=True)
    keeping.sync(where.path / "returns")
    if where.copy.exists() and entries and not is_copied(where):
        where.copy.unlink()
        with suppress(OSError):
            renew_copy(where, entries[-1])
        keeping.sync(where.path)
    for path in left:
        path.unlink()
    keeping.sync(where.publications)


def _check_journal(where: Home) -> None:
    """Nothing where the journal holds all that was published, as it was written.

    Raises:
        HomeError: it does not; to go on would write over what was published.
    """
    entries = where.entries()
    last = entries[-1].number if entries else 0
    files = [int(path.stem.partition("-")[0]) for path in where.publications.glob(NUMBERED)]
    pointed_at = _pointed_at(where) if entries or not where.pointer.exists() else 1
    if pointed_at > last or max(files, default=0) > last + 1:
        raise HomeError(
            f"{where.journal} does not hold all that was published. Put back a copy of the journal."
        )
    if broken := next(chain.breaks(where), None):
        number, message = broken
        raise HomeError(
            f"{where.journal} is not as it was written (publication {number}: {message})."
            f" Put back copies of it and of {where.pointer.name} from the same time; nothing is"
            " published on a changed journal."
        )


def put_back(where: Home, entry: Entry, rebuilt: Path) -> None:
    """Put a rebuilt file in a publication's place. The journal gets its SHA-256 in a new line."""
    rebuilt.chmod(0o444)
    keeping.sync(rebuilt)
    os.replace(rebuilt, where.publication(entry.number))
    keeping.sync(where.publications)
    append(where, replace(entry, file=home.sha256(where.publication(entry.number)), rest=0))


def _pointer(where: Home, entry: Entry) -> bytes:
    line = chain.line_of(where, entry.number)
    named = {"number": entry.number, "sha256": entry.file, "line": line}
    return (json.dumps(named) + "\n").encode()


def _points_to(where: Home, entry: Entry) -> bool:
    return where.pointer.exists() and where.pointer.read_bytes() == _pointer(where, entry)


def _pointed_at(where: Home) -> int:
    """The number the pointer names; 0 where there is none or it cannot be read."""
    try:
        return int(json.loads(where.pointer.read_bytes())["number"])
    except (OSError, ArithmeticError, ValueError, KeyError, TypeError):
        return 0


def append(where: Home, *entries: Entry) -> None:
    """Write lines to the end of the journal, each with the SHA-256 of the one before, and sync it.

    Several count as one step: a reader takes all of them or none. Where the disk fails, what was
    written is taken back.
    """
    line, before = b"", chain.last_line(where)
    for rest, entry in zip(reversed(range(len(entries))), entries, strict=True):
        said = asdict(replace(entry, before=before, rest=rest))
        written = json.dumps(said, ensure_ascii=False).encode()
        line, before = line + written + b"\n", sha256(written).hexdigest()
    # Unbuffered: a buffer would be written once more as the file is closed after a failure.
    with where.journal.open("a+b", buffering=0) as journal:
        journal.seek(0)
        seen = journal.readall()
        whole = whole_lines(seen)
        if len(seen) < len(whole):  # a whole last line that lacks its end
            line = b"\n" + line
        else:
            journal.truncate(len(whole))
        try:
            if journal.write(line) < len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(journal.fileno())
            keeping.sync(where.path)
        except OSError:
            journal.truncate(min(len(seen), len(whole)))
            raise
