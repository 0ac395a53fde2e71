"""Returns that wait: for their maker, for a second person, or for the hour of publication.

Waiting changes nothing that readers see. Each is checked again, against what then stands, when
its turn comes, and leaves the shelf only after its publication is acknowledged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from oversight import access, definitions
from oversight.access import AccessError, Principal
from oversight.definitions import DefinitionError
from oversight.home import Entry, Home
from oversight.publishing import accepting, checking, publisher, receipting, shelf, switching
from oversight.publishing.accepting import RefusedReturn
from oversight.publishing.building import BuildError
from oversight.publishing.checking import Checked
from oversight.publishing.publisher import NO_REASONS
from oversight.publishing.receipting import Receipt
from oversight.publishing.shelf import DRAFT, SECOND_PERSON, TIMED, NotWaiting, Pending
from oversight.publishing.trial import Progress, in_silence
from oversight.reference import Files, ReferenceFileError
from oversight.screening import Finding
from oversight.screening.finding import letter


@dataclass(frozen=True)
class Released:
    """A return whose hour had come: its receipt, or why it was not published."""

    item: Pending
    receipt: Receipt | None = None
    refusal: tuple[str, ...] = ()


def hold(
    where: Home,
    files: Files,
    content: bytes,
    principal: Principal,
    note: str,
    reasons: Mapping[str, str],
    state: str,
    due: datetime | None = None,
) -> Pending:
    """Lay a return aside that could be published now: as a draft, for somebody, or until due.

    One for a second person may be due as well, and is published by whichever comes later; so is a
    timed one where the settings want a second person. A draft may leave questions unanswered.

    Raises:
        RefusedReturn: something blocks it, or was asked and not answered; nothing is kept.
        UnaskedReason: a reason is given for a check that did not ask.
        NotWaiting: the state is none, or does not fit the hour.
        HomeError: the home cannot be used.
    """
    access.require(principal, access.PUBLISH)
    if state not in (DRAFT, SECOND_PERSON, TIMED) or (state == TIMED and due is None):
        raise NotWaiting(f"'{state}' is nothing a return can wait for, or lacks its hour.")
    if state == TIMED and definitions.needs_second_person(files):
        state = SECOND_PERSON
    answers = accepting.told(reasons)
    checked = checking.check(where, files, content, principal)
    if checked.blocks or state != DRAFT:
        accepting.decide(checked.findings, checked.count, answers)
    with shelf.opened(where):
        same = [other for other in shelf.items(where) if other.sha256 == checked.sha256]
        for other in same:
            if other.state != DRAFT or state == DRAFT:
                message = f"This very file waits already, as return {other.number}."
                raise RefusedReturn([Finding("return_is_new", message, 1, letter(0))])
        held = Pending(
            shelf.next_number(where),
            state,
            datetime.now(UTC).replace(microsecond=0).isoformat(),
            principal.name,
            note,
            checked.sha256,
            checked.screened.kind,
            checked.screened.size,
            checked.against,
            checked.new,
            checked.changed,
            checked.same,
            checked.withheld,
            body=principal.body,
            reasons=answers,
            due=shelf.in_utc(due).isoformat() if due else None,
        )
        shelf.lay_down(where, held, content)
        # Not before: whoever is killed in between has it twice, and not lost.
        for draft in same:
            shelf.take_away(where, draft, "confirmed", principal.name)
    return held


def pending(where: Home) -> tuple[Pending, ...]:
    """Every return that waits, in the order in which they were held."""
    return shelf.items(where)


def recheck(
    where: Home, files: Files, number: int, principal: Principal
) -> tuple[Checked, tuple[str, ...]]:
    """A return that waits, held against what stands now; and what has moved since, in words.

    Raises:
        NotWaiting: there is none of that number.
        HomeError: the home cannot be read.
    """
    held = shelf.item(where, number)
    checked = checking.check(where, files, shelf.content_of(where, held), _sender(held, principal))
    return checked, _moved(where, held, checked)


def approve(
    where: Home,
    files: Files,
    number: int,
    principal: Principal,
    reasons: Mapping[str, str] = NO_REASONS,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
) -> Receipt | Pending:
    """Publish a return that waits for a second person, or a draft; who approves must be another.

    One that is due later waits on until then, approved. `reasons` answer what has come to be asked
    since it was held.

    Raises:
        NotWaiting: there is none of that number, or it waits for its hour alone.
        AccessError: whoever confirmed it approves it.
        RefusedReturn, Cancelled, HomeError and others: as publishing does; it goes on waiting.
    """
    access.require(principal, access.PUBLISH)
    answers = accepting.told(reasons)
    shelf.item(where, number)
    # Held to the end: what is being published cannot be dropped or approved by another meanwhile.
    with shelf.opened(where):
        held = shelf.item(where, number)
        if made := _published_as(where, held):
            return _settled(where, held, made, principal)
        approved = _approved(held, files, principal, answers)
        if approved.state == TIMED and approved.due_at > datetime.now(UTC):
            shelf.lay_down(where, approved)
            return approved
        return _publish(where, files, approved, principal, progress, cancelled)


def drop(where: Home, number: int, principal: Principal) -> Pending:
    """Take away a return that waits. It was never published; that it was dropped is written down.

    Raises:
        NotWaiting: there is none of that number.
        HomeError: the home cannot be used.
    """
    access.require(principal, access.PUBLISH)
    shelf.item(where, number)
    with shelf.opened(where):
        held = shelf.item(where, number)
        shelf.take_away(where, held, "dropped", principal.name)
    return held


def release(where: Home, files: Files, principal: Principal, now: datetime) -> tuple[Released, ...]:
    """Publish every return whose hour has come, the longest due first.

    One that is refused stays, and does not stop the others.

    Raises:
        HomeError: the home cannot be used, or somebody else is publishing; what is not published
            yet goes on waiting.
    """
    access.require(principal, access.PUBLISH)
    due = [
        held
        for held in shelf.items(where)
        if held.state == TIMED and held.due_at <= shelf.in_utc(now)
    ]
    released = (
        _released(where, files, held.number, principal)
        for held in sorted(due, key=lambda held: (held.due_at, held.number))
    )
    return tuple(filter(None, released))


def same_person(one: str, other: str) -> bool:
    """Whether two names are one, spaces and capitals aside."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _approved(
    held: Pending, files: Files, principal: Principal, answers: Mapping[str, str]
) -> Pending:
    """The return as it goes on once this principal has approved it."""
    if held.state == TIMED:
        raise NotWaiting(
            f"Return {held.number} waits for {held.hour} alone. 'release' publishes it then."
        )
    is_own = same_person(held.by, principal.name)
    if is_own and (held.state == SECOND_PERSON or definitions.needs_second_person(files)):
        raise AccessError(
            f"{held.by} has sent return {held.number}. Somebody else must approve it."
        )
    return replace(
        held,
        state=TIMED if held.due else held.state,
        approved_by="" if is_own else principal.name,
        reasons={**held.reasons, **answers},
    )


def _released(where: Home, files: Files, number: int, principal: Principal) -> Released | None:
    """What became of a return whose hour had come; nothing where it is no longer there."""
    with shelf.opened(where):
        try:
            held = shelf.item(where, number)
        except NotWaiting:
            return None
        if made := _published_as(where, held):
            return Released(held, _settled(where, held, made, principal))
        try:
            return Released(held, _publish(where, files, held, principal))
        except RefusedReturn as refused:
            return Released(held, refusal=tuple(map(str, refused.findings)))
        except (AccessError, BuildError, DefinitionError, ReferenceFileError) as error:
            return Released(held, refusal=(str(error),))


def _publish(
    where: Home,
    files: Files,
    held: Pending,
    principal: Principal,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
) -> Receipt:
    content = shelf.content_of(where, held)
    sender = _sender(held, principal)
    checked = checking.check(where, files, content, sender, progress, cancelled)
    # What was asked when it was held may be asked no more.
    asked = {finding.check for finding in checked.asks}
    reasons = {name: reason for name, reason in held.reasons.items() if name in asked}
    receipt = publisher.accept(
        where, files, content, sender, held.note, reasons, progress, cancelled, held.number
    )
    receipt = replace(receipt, moved=_moved(where, held, checked))
    shelf.take_away(where, held, "published", principal.name, receipt.number)
    return receipt


def _sender(held: Pending, principal: Principal) -> Principal:
    """Who publishes: the sender, with the rights of whoever acts and the name of who approved."""
    name = f"{held.by}, approved by {held.approved_by}" if held.approved_by else held.by
    return Principal(name, principal.rights, held.body)


def _published_as(where: Home, held: Pending) -> Entry | None:
    """The publication that this very return became, where a kill left it on the shelf."""
    for entry in where.entries():
        if entry.waited == held.number and held.sha256 in entry.accepted:
            return entry
    return None


def _settled(where: Home, held: Pending, made: Entry, principal: Principal) -> Receipt:
    if made not in where.published():
        # Whoever takes the lock finishes a switch that was killed half way.
        with switching.writing(where, principal):
            pass
    shelf.take_away(where, held, "published", principal.name, made.number)
    return receipting.given(made)


def _moved(where: Home, held: Pending, checked: Checked) -> tuple[str, ...]:
    """What has changed since a return was held, in words; nothing where nothing was published."""
    since = [
        f"publication {entry.number} ({entry.note})"
        for entry in where.published()
        if held.against < entry.number <= checked.against
    ]
    if not since:
        return ()
    published = (
        f"Since it was held, {' and '.join(since)} {'was' if len(since) == 1 else 'were'} made."
    )
    before = (held.new, held.changed, held.same, held.withheld)
    after = (checked.new, checked.changed, checked.same, checked.withheld)
    if before == after:
        return (published, "Its own cells compare as they did.")
    return (published, f"Its cells were {_counts(before)}; they are {_counts(after)}.")


def _counts(cells: tuple[int, int, int, int]) -> str:
    new, changed, same, withheld = cells
    return f"{new:,} new, {changed:,} changed, {same:,} the same and {withheld:,} withheld"
