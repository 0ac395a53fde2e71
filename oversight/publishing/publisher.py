"""The one way into a home: accept a return or changed inputs, build, switch."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from types import MappingProxyType

from oversight import VERSION, access, definitions, home, reference, returns
from oversight.access import AccessError, Principal
from oversight.home import Entry, Home, HomeError
from oversight.publishing import (
    accepting,
    again,
    checking,
    clashes,
    digests,
    inventing,
    keeping,
    overriding,
    receipting,
    said,
    stand,
    switching,
    trial,
)
from oversight.publishing.accepting import Moved, RefusedReturn
from oversight.publishing.building import Return, Stamp
from oversight.publishing.receipting import Receipt
from oversight.publishing.stand import Stand
from oversight.publishing.trial import Progress, Trial, in_silence
from oversight.reference import Files
from oversight.screening import Finding, Screened, first_told, is_blank

FIRST_NOTE = "First publication: the report of July 2014 and the published series beside it"
CHANGED_NOTE = "Definitions, reference lists or report data changed"

NO_REASONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Act:
    """One publication to be made: by whom, with which note, and what comes or goes with it.

    `waited` is the number under which the return waited; 0 where it did not.
    """

    principal: Principal
    note: str
    content: bytes | None = None
    screened: Screened | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()
    waited: int = 0
    progress: Progress = in_silence
    cancelled: Callable[[], bool] | None = None


def ensure_built(where: Home, files: Files, principal: Principal) -> Receipt | None:
    """Publish once where nothing is published or the inputs have changed; else None.

    Raises:
        HomeError: the home cannot be used, or somebody else is publishing.
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
    """
    access.require(principal, access.PUBLISH)
    files = inventing.files_of(where, files)
    if _stands_on(where, files):
        return None
    with switching.writing(where, principal) as entries:
        # Asked again: a killed publisher may have left all but the last step, now done.
        if _stands_on(where, files):
            return None
        note = CHANGED_NOTE if entries else FIRST_NOTE
        return _publish(where, entries, files, Act(principal, note))


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
    where: Home,
    files: Files,
    content: bytes,
    principal: Principal,
    note: str = "",
    reasons: Mapping[str, str] = NO_REASONS,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
    against: Stand | None = None,
) -> Receipt:
    """Accept one return of any kind and publish what it says.

    Args:
        where: the home.
        files: the definitions, lists and build SQL it is held against.
        content: the return as it was received.
        principal: who publishes it.
        note: what it is, for readers; its kind where nothing is written.
        reasons: an answer for every check that asks, by the check's name; for staff.
        progress: told each step in words.
        cancelled: asked between steps, up to the moment before anything is kept.
        against: what stood when it was rehearsed; None where it was not.

    Raises:
        Moved: another publication or redaction has come since the rehearsal; nothing has changed.
        RefusedReturn: the return is not valid, contradicts what stands, or leaves a question
            unanswered; nothing has changed.
        UnaskedReason: a reason is given for a check that did not ask; nothing has changed.
        UnfitWords: the note, a reason or the name may not stand; nothing has changed.
        Cancelled: `cancelled` said so; nothing has changed.
        AccessError: the settings want a second person to approve it: hold it instead.
        HomeError: the home cannot be used, or somebody else is publishing.
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
    """
    access.require(principal, access.PUBLISH)
    said.name_is_fit(principal.name)
    if definitions.needs_second_person(files):
        raise AccessError(
            "Here a second person approves what is published. Hold the return for somebody else."
        )
    return accept(
        where, files, content, principal, note, reasons, progress, cancelled, against=against
    )


def accept(
    where: Home,
    files: Files,
    content: bytes,
    principal: Principal,
    note: str,
    reasons: Mapping[str, str],
    progress: Progress,
    cancelled: Callable[[], bool] | None,
    waited: int = 0,
    against: Stand | None = None,
) -> Receipt:
    """Publish a return that needs no second person, or has had one; raises as `publish` does.

    `waited` is the number under which it waited to be published; 0 where it did not.
    """
    access.require(principal, access.PUBLISH)
    answers = accepting.told(reasons)
    said.note_is_fit(note)
    said.reasons_are_fit(answers)
    files = inventing.files_of(where, files)
    progress("Reading the return")
    today = datetime.now(UTC).date()
    screened = checking.screened_return(files, content, today, principal.body)
    if screened.blocks:
        raise RefusedReturn(screened.findings, screened.count)
    if screened.kind == returns.OBSERVATIONS:
        said.note_tells_no_count(note, reference.boroughs(files).values())
    accepting.stop_if(cancelled)
    if is_blank(note):
        note = returns.load(files)[screened.kind].title
    act = Act(
        principal,
        note,
        content,
        screened,
        answers,
        waited=waited,
        progress=progress,
        cancelled=cancelled,
    )
    with switching.writing(where, principal) as entries:
        if against is not None and against != stand.of(entries):
            raise Moved(against, entries)
        brought_by = keeping.standing(entries).get(sha256(content).hexdigest())
        if brought_by is not None:
            raise RefusedReturn([checking.published_already(brought_by.number)])
        if not entries:
            _publish(where, entries, files, Act(principal, FIRST_NOTE))
            entries = where.entries()
        return _publish(where, entries, files, act)


def withdraw(where: Home, files: Files, number: int, principal: Principal, note: str) -> Receipt:
    """Publish without the return that a publication brought; later ones stay.

    Nothing is taken away: the return is kept, and earlier publications read as they did.

    Raises:
        RefusedReturn: that publication brought no return that stands, no reason is given, or a
            later return rests on it; nothing has changed.
        UnfitWords: the note or the name may not stand; nothing has changed.
        HomeError: the home cannot be used, or somebody else is publishing.
    """
    access.require(principal, access.PUBLISH)
    if is_blank(note):
        raise RefusedReturn([Finding("withdrawals_have_a_reason", "Say why it is withdrawn.")])
    said.name_is_fit(principal.name)
    said.note_is_fit(note)
    files = inventing.files_of(where, files)
    with switching.writing(where, principal) as entries:
        brought = [
            digest for digest, entry in keeping.standing(entries).items() if entry.number == number
        ]
        if not brought:
            message = f"Publication {number} brought no return that stands. Nothing was done."
            raise RefusedReturn([Finding("return_stands", message)])
        return _publish(where, entries, files, Act(principal, note, withdrawn=tuple(brought)))


def _publish(where: Home, entries: Sequence[Entry], files: Files, act: Act) -> Receipt:
    now = datetime.now(UTC).replace(microsecond=0)
    number = entries[-1].number + 1 if entries else 1
    by = act.principal.name
    kept = [one for one in keeping.kept_returns(where, entries) if one.sha256 not in act.withdrawn]
    arriving = None
    if act.content is not None:
        source = f"return of publication {number}"
        arriving = Return(act.content, number, now, by, source, act.note)
    stamp = Stamp(number, now.replace(tzinfo=None), by, act.note)
    overridden = overriding.agreed(where, entries, files, act.principal)
    scratch = where.publications / f".building-{number:06d}.duckdb"
    scratch.unlink(missing_ok=True)
    try:
        with trial.built(
            scratch,
            where.publication(entries[-1].number) if entries else None,
            files,
            kept,
            stamp,
            (arriving, act.screened) if arriving else None,
            act.progress,
            again.redactions(entries),
        ) as built:
            tried = built.trial
            if act.withdrawn and tried.clashes:
                resting = clashes.resting(entries, act.withdrawn, tried.clashes)
                raise RefusedReturn(first_told(resting), tried.count)
            _decide(act, tried)
            accepting.stop_if(act.cancelled)
            act.progress("Keeping it")
            tables = built.digests()
        scratch.chmod(0o444)
        keeping.sync(scratch)
        accepting.stop_if(act.cancelled)
        if arriving:
            keeping.keep(where.returned(arriving.sha256), arriving.content)
        inputs = reference.digest(files)
        keeping.keep(where.inputs(inputs), keeping.archive(files))
        os.replace(scratch, where.publication(number))
        keeping.sync(where.publications)
    finally:
        scratch.unlink(missing_ok=True)
        scratch.with_name(f"{scratch.name}.wal").unlink(missing_ok=True)
    entry = Entry(
        number,
        now.isoformat(),
        by,
        act.note,
        (arriving.sha256,) if arriving else (),
        act.withdrawn,
        digests.overall(tables),
        tables,
        home.sha256(where.publication(number)),
        inputs,
        VERSION,
        reasons={**act.reasons, **overridden},
        rules=digests.rules(files) if arriving else "",
        kind=act.screened.kind if act.screened else "",
        rows=act.screened.size if act.screened else 0,
        **asdict(tried.cells),
        waited=act.waited,
        is_invented=definitions.is_invented(files),
    )
    switching.append(where, entry)
    switching.switch(where, entry)
    return receipting.given(entry)


def _decide(act: Act, tried: Trial) -> None:
    """Nothing where nothing was found, by screening or by the build, that stands in the way."""
    findings, checks, count = tried.findings, tried.checks, tried.count
    if act.screened:
        findings = [*act.screened.findings, *findings]
        checks = Counter(act.screened.checks) + Counter(checks)
        count += act.screened.count
    accepting.decide(first_told(findings), checks, count, act.reasons)
