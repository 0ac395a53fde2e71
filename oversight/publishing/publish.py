"""The one way into a home: accept a return or changed inputs, build, switch."""

from __future__ import annotations

import fcntl
import io
import json
import os
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from oversight import VERSION, access, definitions, home, reference
from oversight.access import Principal
from oversight.home import Entry, Home, HomeError
from oversight.publishing import building
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
    """What a publication brought, for the one who published it."""

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
    current = where.current()
    inputs = reference.digest(files)
    if current and current.inputs == inputs and where.publication(current.number).exists():
        return None
    with writing(where, principal) as entries:
        note = CHANGED_NOTE if entries else FIRST_NOTE
        return _publish(where, entries, files, None, principal, note)


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
        return _publish(where, entries, files, content, principal, note or "Quarterly return")


def kept_returns(where: Home, entries: Sequence[Entry]) -> list[Return]:
    """The returns accepted and not withdrawn in these publications, oldest first.

    Raises:
        HomeError: a kept return is missing or is not what was received.
    """
    gone = {digest for entry in entries for digest in entry.withdrawn}
    return [
        Return(
            _kept(where, digest),
            entry.number,
            entry.published_at,
            entry.by,
            f"return of publication {entry.number}",
            entry.note,
        )
        for entry in entries
        for digest in entry.accepted
        if digest not in gone
    ]


def kept_inputs(where: Home, digest: str) -> dict[str, bytes]:
    """The files a publication was made from.

    Raises:
        HomeError: the archive is missing, or holds other files than those it was made with.
    """
    try:
        with zipfile.ZipFile(where.inputs(digest)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile) as error:
        raise HomeError(f"The kept inputs {where.inputs(digest)} cannot be read.") from error
    if reference.digest(files) != digest:
        raise HomeError(f"The kept inputs {where.inputs(digest)} have been changed.")
    return files


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
    returns = kept_returns(where, entries)
    accepted: tuple[str, ...] = ()
    if content is not None:
        source = f"return of publication {number}"
        arriving = Return(content, number, now, principal.name, source, note)
        returns.append(arriving)
        accepted = (arriving.sha256,)
    scratch = where.publications / f".building-{number:06d}.duckdb"
    scratch.unlink(missing_ok=True)
    try:
        building.build(scratch, files, returns, Stamp(number, now.replace(tzinfo=None), principal.name, note))
        if findings := building.contradictions(scratch):
            raise RefusedReturn(findings)
        tables = building.content_digest(scratch)
        if content is not None:
            _keep(where.returned(arriving.sha256), content)
        inputs = reference.digest(files)
        _keep(where.inputs(inputs), _archive(files))
        scratch.chmod(0o444)
        _sync(scratch)
        os.replace(scratch, where.publication(number))
        _sync(where.publications)
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
    figures = len(content.splitlines()) - 1 if content is not None else 0
    return Receipt(number, entry.at, entry.by, note, figures, entry.content)


def switch(where: Home, entry: Entry) -> None:
    """Point the home at a publication that is wholly on disk, and renew the plain copy."""
    _replace(where.pointer, _pointer(entry))
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
    try:
        for folder in (where.publications, where.path / "inputs", where.path / "returns"):
            folder.mkdir(parents=True, exist_ok=True)
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
    """Finish a switch that stopped between journal and pointer; sweep what no entry names."""
    entries = where.entries()
    if entries and where.publication(entries[-1].number).exists():
        if not where.pointer.exists() or where.pointer.read_bytes() != _pointer(entries[-1]):
            switch(where, entries[-1])
    named = {where.publication(entry.number).name for entry in entries}
    for path in where.publications.iterdir():
        if path.name not in named:
            path.unlink()


def put_back(where: Home, entry: Entry, rebuilt: Path) -> None:
    """Put a rebuilt file in a publication's place. The journal gets its SHA-256 in a new line."""
    rebuilt.chmod(0o444)
    _sync(rebuilt)
    os.replace(rebuilt, where.publication(entry.number))
    _sync(where.publications)
    _append(where, replace(entry, file=home.sha256(where.publication(entry.number))))


def _pointer(entry: Entry) -> bytes:
    return (json.dumps({"number": entry.number, "sha256": entry.file}) + "\n").encode()


def _append(where: Home, entry: Entry) -> None:
    with where.journal.open("a", encoding="utf-8") as journal:
        journal.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        journal.flush()
        os.fsync(journal.fileno())
    _sync(where.path)


def _keep(path: Path, content: bytes) -> None:
    """Write a file once, whole and synced; one that is there already is left alone."""
    if not path.exists():
        _replace(path, content)
        path.chmod(0o400)


def _replace(path: Path, content: bytes) -> None:
    arriving = path.with_name(f".{path.name}.arriving")
    with arriving.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(arriving, path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _archive(files: Files) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            # A fixed date, so that equal files make an equal archive.
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), files[path])
    return content.getvalue()


def _kept(where: Home, digest: str) -> bytes:
    path = where.returned(digest)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise HomeError(f"The kept return {path} is missing. Put it back from a copy.") from error
    if sha256(content).hexdigest() != digest:
        raise HomeError(f"The kept return {path} has been changed. Put it back from a copy.")
    return content
