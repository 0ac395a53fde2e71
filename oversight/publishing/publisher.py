"""The one way into a home: accept a return or changed inputs, build, switch."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from oversight import VERSION, access, definitions, home, reference, returns
from oversight.access import Principal
from oversight.home import Entry, Home, HomeError
from oversight.publishing import building, keeping, switching
from oversight.publishing.building import Return, Stamp
from oversight.reference import Files, Reference
from oversight.screening import Finding, is_blank, screen

FIRST_NOTE = "First publication: the report of July 2014 and the published series beside it"
CHANGED_NOTE = "Definitions, reference lists or report data changed"


class RefusedReturn(Exception):
    """A return that cannot be accepted, with everything that is to be mended."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} things to mend")
        self.findings = tuple(findings)


@dataclass(frozen=True)
class Receipt:
    """What a publication brought, for the one who published it.

    `kind` and `size` are those of the return: figures of an observations return, else its rows.
    """

    number: int
    at: str
    by: str
    note: str
    content: str
    kind: str = ""
    size: int = 0


def ensure_built(where: Home, files: Files, principal: Principal) -> Receipt | None:
    """Publish once where nothing is published or the inputs have changed; else None.

    Raises:
        HomeError: the home cannot be used, or somebody else is publishing.
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
    """
    access.require(principal, access.PUBLISH)
    if _stands_on(where, files):
        return None
    with switching.writing(where, principal) as entries:
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
    """Accept one return of any kind and publish what it says.

    Raises:
        RefusedReturn: the return is not valid or contradicts what stands; nothing has changed.
        HomeError: the home cannot be used, or somebody else is publishing.
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
    """
    access.require(principal, access.PUBLISH)
    now = datetime.now(UTC)
    indicators, lists = definitions.load(files), Reference(files)
    outcome = screen(content, indicators, lists, now.date(), principal.body)
    if outcome.findings:
        raise RefusedReturn(outcome.findings)
    with switching.writing(where, principal) as entries:
        if sha256(content).hexdigest() in keeping.standing(entries):
            message = "This very file has been published already. Nothing was done."
            raise RefusedReturn([Finding("return_is_new", message)])
        if not entries:
            _publish(where, entries, files, None, principal, FIRST_NOTE)
            entries = where.entries()
        if is_blank(note):
            note = returns.load(files)[outcome.kind].title
        receipt = _publish(where, entries, files, content, principal, note)
    return replace(receipt, kind=outcome.kind, size=outcome.size)


def withdraw(where: Home, files: Files, number: int, principal: Principal, note: str) -> Receipt:
    """Publish without the return that a publication brought; later ones stay.

    Nothing is taken away: the return is kept, and earlier publications read as they did.

    Raises:
        RefusedReturn: that publication brought no return that stands, no reason is given, or what
            would be left contradicts itself; nothing has changed.
        HomeError: the home cannot be used, or somebody else is publishing.
    """
    access.require(principal, access.PUBLISH)
    if is_blank(note):
        raise RefusedReturn([Finding("withdrawals_have_a_reason", "Say why it is withdrawn.")])
    with switching.writing(where, principal) as entries:
        brought = [
            digest for digest, entry in keeping.standing(entries).items() if entry.number == number
        ]
        if not brought:
            message = f"Publication {number} brought no return that stands. Nothing was done."
            raise RefusedReturn([Finding("return_stands", message)])
        return _publish(where, entries, files, None, principal, note, tuple(brought))


def _publish(
    where: Home,
    entries: Sequence[Entry],
    files: Files,
    content: bytes | None,
    principal: Principal,
    note: str,
    withdrawn: tuple[str, ...] = (),
) -> Receipt:
    now = datetime.now(UTC).replace(microsecond=0)
    number = entries[-1].number + 1 if entries else 1
    kept = keeping.kept_returns(where, entries)
    arrived = [one for one in kept if one.sha256 not in withdrawn]
    accepted: tuple[str, ...] = ()
    if content is not None:
        source = f"return of publication {number}"
        arriving = Return(content, number, now, principal.name, source, note)
        arrived.append(arriving)
        accepted = (arriving.sha256,)
    scratch = where.publications / f".building-{number:06d}.duckdb"
    scratch.unlink(missing_ok=True)
    try:
        building.build(
            scratch, files, arrived, Stamp(number, now.replace(tzinfo=None), principal.name, note)
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
        withdrawn,
        building.overall(tables),
        tables,
        home.sha256(where.publication(number)),
        inputs,
        VERSION,
    )
    switching.append(where, entry)
    switching.switch(where, entry)
    return Receipt(number, entry.at, entry.by, note, entry.content)
