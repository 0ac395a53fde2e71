"""The one way into a home: accept a return or changed inputs, build, switch."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from oversight import VERSION, access, definitions, home, reference
from oversight.access import Principal
from oversight.home import Entry, Home, HomeError
from oversight.publishing import building, keeping
from oversight.publishing.building import Return, Stamp
from oversight.reference import Files, Reference
from oversight.screening import Finding, screen

FIRST_NOTE = "First publication: the report of July 2014 and the published series beside it"
CHANGED_NOTE = "Definitions, reference lists or report data changed"


class RefusedReturn(Exception):
    """A return that cannot be accepted, with everything that is to be mended."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} things to mend")
        self.findings = tuple(findings)


class HomeIsBusy(HomeError):
    """Somebody else is publishing; the message says who."""


@dataclass(frozen=True)
class Receipt:
    """What a publication brought, for the one who published it; `figures` counts the return's."""

    number: int
    at: str
    by: str
    note: str
    figures: int
    content: str


def ensure_built(where: Home, files: Files, principal: Principal) -> Receipt | None:
    """Publish once where nothing is published or the inputs have changed; else None.

    Raises:
        HomeError: the home cannot be used, or somebody else is publishing.
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
    """
    access.require(principal, access.PUBLISH)
    if _stands_on(where, files):
        return None
    with writing(where, principal) as entries:
        # Asked again: a killed publisher may have left all but the last step, now done.
        if _stands_on(where, files):
            return None
        note = CHANGED_NOTE if entries else FIRST_NOTE
        return _publish(where, entries, files, None, principal, note)


def _stands_on(where: Home, files: Files) -> bool:
    """Whether the current publication was made from these very files."""
    current = where.current()
    if current is None or current.inputs != reference.digest(files):
        return False
    if not (path := where.publication(current.number)).exists():
        raise HomeError(
            f"Publication {current.number} is missing ({path}). Run 'python -m oversight rebuild'"
            " to make it again from its kept inputs."
        )
    return True


def publish(
    where: Home, files: Files, content: bytes, principal: Principal, note: str = ""
) -> Receipt:
    """Accept one observations return and publish what it says.

    Raises:
        RefusedReturn: the return is not valid or contradicts what stands; nothing has changed.
        HomeError: the home cannot be used, or somebody else is publishing.
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
    """
    access.require(principal, access.PUBLISH)
    now = datetime.now(UTC)
    outcome = screen(content, definitions.load(files), Reference(files), now.date())
    if outcome.findings:
        raise RefusedReturn(outcome.findings)
    with writing(where, principal) as entries:
        if any(sha256(content).hexdigest() in entry.accepted for entry in entries):
            message = "This very file has been published already. Nothing was done."
            raise RefusedReturn([Finding("return_is_new", message)])
        if not entries:
            _publish(where, entries, files, None, principal, FIRST_NOTE)
            entries = where.entries()
        receipt = _publish(where, entries, files, content, principal, note or "Quarterly return")
    return replace(receipt, figures=len(outcome.figures))


def _publish(
    where: Home,
    entries: Sequence[Entry],
    files: Files,
    content: bytes | None,
    principal: Principal,
    note: str,
) -> Receipt:
    now = datetime.now(UTC).replace(microsecond=0)
    number = entries[-1].number + 1 if entries else 1
    returns = keeping.kept_returns(where, entries)
    accepted: tuple[str, ...] = ()
    if content is not None:
        source = f"return of publication {number}"
        arriving = Return(content, number, now, principal.name, source, note)
        returns.append(arriving)
        accepted = (arriving.sha256,)
    scratch = where.publications / f".building-{number:06d}.duckdb"
    scratch.unlink(missing_ok=True)
    try:
        building.build(
            scratch, files, returns, Stamp(number, now.replace(tzinfo=None), principal.name, note)
        )
        if findings := building.contradictions(scratch):
            raise RefusedReturn(findings)
        tables = building.content_digest(scratch)
        if content is not None:
            keeping.keep(where.returned(arriving.sha256), content)
        inputs = reference.digest(files)
        keeping.keep(where.inputs(inputs), keeping.archive(files))
        scratch.chmod(0o444)
        keeping.sync(scratch)
        os.replace(scratch, where.publication(number))
        keeping.sync(where.publications)
    finally:
        scratch.unlink(missing_ok=True)
        scratch.with_name(f"{scratch.name}.wal").unlink(missing_ok=True)
    entry = Entry(
        number,
        now.isoformat(),
        principal.name,
        note,
        accepted,
        (),
        building.overall(tables),
        tables,
        home.sha256(where.publication(number)),
        inputs,
        VERSION,
    )
    _append(where, entry)
    switch(where, entry)
    return Receipt(number, entry.at, entry.by, note, 0, entry.content)


def switch(where: Home, entry: Entry) -> None:
    """Point the home at a publication that is wholly on disk, and renew the plain copy."""
    keeping.replace_with(where.pointer, _pointer(entry))
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
        HomeError: the home cannot be written, or somebody else holds the lock.
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
        if recovers:
            recover(where)
        yield where.entries()


def recover(where: Home) -> None:
    """Finish a switch that stopped between journal and pointer; sweep what it left half done.

    Raises:
        HomeError: the journal lacks what was published; going on would write over it.
    """
    entries = where.entries()
    last = entries[-1].number if entries else 0
    files = [int(path.stem) for path in where.publications.glob("[0-9]*.duckdb")]
    pointed_at = _pointed_at(where) if entries or not where.pointer.exists() else 1
    if pointed_at > last or max(files, default=0) > last + 1:
        raise HomeError(
            f"{where.journal} does not hold all that was published. Put back a copy of the journal."
        )
    if entries and where.publication(last).exists() and not _points_to(where, entries[-1]):
        switch(where, entries[-1])
    where.publication(last + 1).unlink(missing_ok=True)
    for path in where.publications.glob(".building-*"):
        path.unlink()


def put_back(where: Home, entry: Entry, rebuilt: Path) -> None:
    """Put a rebuilt file in a publication's place. The journal gets its SHA-256 in a new line."""
    rebuilt.chmod(0o444)
    keeping.sync(rebuilt)
    os.replace(rebuilt, where.publication(entry.number))
    keeping.sync(where.publications)
    _append(where, replace(entry, file=home.sha256(where.publication(entry.number))))


def _pointer(entry: Entry) -> bytes:
    return (json.dumps({"number": entry.number, "sha256": entry.file}) + "\n").encode()


def _points_to(where: Home, entry: Entry) -> bool:
    return where.pointer.exists() and where.pointer.read_bytes() == _pointer(entry)


def _pointed_at(where: Home) -> int:
    """The number the pointer names; 0 where there is none or it cannot be read."""
    try:
        return int(json.loads(where.pointer.read_bytes())["number"])
    except (OSError, ArithmeticError, ValueError, KeyError, TypeError):
        return 0


def _append(where: Home, entry: Entry) -> None:
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
