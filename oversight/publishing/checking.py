"""Checking a return against everything, publication included, and changing nothing."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from oversight import access, definitions
from oversight.access import Principal
from oversight.home import Home
from oversight.publishing import again, digests, inventing, keeping, stand, trial
from oversight.publishing.accepting import stop_if
from oversight.publishing.building import Return, Stamp
from oversight.publishing.stand import Stand
from oversight.publishing.trial import Built, Progress, Trial, in_silence
from oversight.reference import Files, Reference
from oversight.screening import Finding, Screened, first_told, screen
from oversight.screening.finding import letter
from oversight.screening.registry import ASKS, BLOCKS


@dataclass(frozen=True)
class Checked:
    """A return as every check finds it, and what its publication would be; for staff.

    `findings` are the first of `count`; `checks` names every check that found something. `number`
    is the publication it would become, `stand` what it was held against. `new`, `changed` and
    `same` count its cells against that, as published; `withheld` says how many of them readers
    would see as withheld. A return of another kind counts its rows as new.
    """

    screened: Screened
    findings: tuple[Finding, ...]
    checks: Mapping[str, int]
    count: int
    number: int
    stand: Stand
    new: int
    changed: int
    same: int
    withheld: int
    sha256: str
    rules: str

    @property
    def against(self) -> int:
        """The publication it was held against; 0 where there was none."""
        return self.stand.publication

    @property
    def blocks(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == BLOCKS)

    @property
    def asks(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == ASKS)


@dataclass(frozen=True)
class Tried:
    """A return as checked, and the publication it would be, as long as that is there.

    `built` is None where none was: what blocks a return by itself, or stands already, is not built.
    """

    checked: Checked
    built: Built | None = None


def check(
    where: Home,
    files: Files,
    content: bytes,
    principal: Principal,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
) -> Checked:
    """Hold a return against every check, those of a built publication included.

    Nothing in the home changes and no lock is taken: others may read and publish meanwhile.

    Raises:
        Cancelled: `cancelled` said so between two steps.
        HomeError: the home cannot be read.
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
    """
    with trying(where, files, content, principal, progress, cancelled) as tried:
        return tried.checked


@contextmanager
def trying(
    where: Home,
    files: Files,
    content: bytes,
    principal: Principal,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Tried]:
    """The same, with the publication that was built for it until the block ends."""
    access.require(principal, access.PUBLISH)
    files = inventing.files_of(where, files)
    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    progress("Reading the return")
    screened = screened_return(files, content, now.date(), principal.body)
    entries = where.published()
    # The first publication of a home holds no return.
    number = entries[-1].number + 1 if entries else 2
    digest = sha256(content).hexdigest()
    standing = keeping.standing(entries)

    def checked(trial: Trial) -> Checked:
        return Checked(
            screened,
            first_told([*screened.findings, *trial.findings]),
            Counter(screened.checks) + Counter(trial.checks),
            screened.count + trial.count,
            number,
            stand.of(entries),
            trial.cells.new,
            trial.cells.changed,
            trial.cells.same,
            trial.cells.withheld,
            digest,
            digests.rules(files),
        )

    if screened.blocks:
        yield Tried(checked(Trial()))
        return
    stop_if(cancelled)
    if digest in standing:
        found = published_already(standing[digest].number)
        yield Tried(checked(Trial((found,), {found.check: 1})))
        return
    source = f"return of publication {number}"
    arriving = Return(content, number, now, principal.name, source, "")
    kept = keeping.kept_returns(where, entries)
    older = where.publication(entries[-1].number) if entries else None
    stamp = Stamp(number, now, principal.name, "")
    redacted = again.redactions(entries)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "checked.duckdb"
        with trial.built(
            path, older, files, kept, stamp, (arriving, screened), progress, redacted
        ) as built:
            yield Tried(checked(built.trial), built)


def screened_return(files: Files, content: bytes, today: date, body: str | None) -> Screened:
    """A return held against the checks of the file itself."""
    return screen(content, definitions.load(files), Reference(files), today, body)


def published_already(number: int) -> Finding:
    """That these very bytes stand in a publication."""
    message = (
        f"This very file has been published already, as publication {number}. Nothing was done."
    )
    return Finding("return_is_new", message, 1, letter(0))
