"""The home's lock, its journal and its pointer: one writer at a time, one step from old to new."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from oversight import home
from oversight.access import Principal
from oversight.home import Entry, Home, HomeError
from oversight.publishing import chain, keeping


class HomeIsBusy(HomeError):
    """Somebody else is publishing; the message says who."""


def switch(where: Home, entry: Entry) -> None:
    """Point the home at a publication that is wholly on disk, and renew the plain copy."""
    keeping.replace_with(where.pointer, _pointer(where, entry))
    # A copy and not a link: any DuckDB client may open, lock or change it without harm.
    copying = where.copy.with_name(".oversight.duckdb")
    shutil.copyfile(where.publication(entry.number), copying)
    os.replace(copying, where.copy)


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
            folder.mkdir(parents=True, exist_ok=True)
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
            lock.seek(0)
            raise HomeIsBusy(f"{lock.read().strip()}. Try again in a moment.") from error
        lock.truncate(0)
        lock.write(f"{principal.name} has been publishing since {datetime.now():%H:%M:%S}")
        lock.flush()
        _check_journal(where)
        # A publisher killed at its first publication leaves one line and no pointer, never more.
        if recovers and len(where.entries()) > 1 and not where.pointer.exists():
            raise HomeError(
                f"{where.pointer} is missing. Run 'python -m oversight rebuild' to set it to the"
                " journal's last publication."
            )
        if recovers:
            recover(where)
        yield where.entries()


def recover(where: Home) -> None:
    """Finish a switch that stopped between journal and pointer; sweep what it left half done."""
    entries = where.entries()
    last = entries[-1].number if entries else 0
    if entries and where.publication(last).exists() and not _points_to(where, entries[-1]):
        switch(where, entries[-1])
    where.publication(last + 1).unlink(missing_ok=True)
    for path in where.publications.glob(".building-*"):
        path.unlink()


def _check_journal(where: Home) -> None:
    """Nothing where the journal holds all that was published, as it was written.

    Raises:
        HomeError: it does not; to go on would write over what was published.
    """
    entries = where.entries()
    last = entries[-1].number if entries else 0
    files = [int(path.stem) for path in where.publications.glob("[0-9]*.duckdb")]
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
    append(where, replace(entry, file=home.sha256(where.publication(entry.number))))


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


def append(where: Home, entry: Entry) -> None:
    """Write a line to the end of the journal, with the SHA-256 of the one before, and sync it."""
    entry = replace(entry, before=chain.last_line(where))
    line = (json.dumps(asdict(entry), ensure_ascii=False) + "\n").encode()
    with where.journal.open("a+b") as journal:
        journal.seek(0)
        seen = journal.read()
        whole = home.whole_lines(seen)
        if len(seen) < len(whole):  # a whole last line that lacks its end
            line = b"\n" + line
        else:
            journal.truncate(len(whole))
        journal.write(line)
        journal.flush()
        os.fsync(journal.fileno())
    keeping.sync(where.path)
