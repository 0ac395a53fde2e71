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
from oversight.home import Home, HomeError
from oversight.publishing import accepting, checking, publisher, said, settling, shelf
from oversight.publishing.accepting import RefusedReturn
from oversight.publishing.building import BuildError
from oversight.publishing.checking import Checked
from oversight.publishing.publisher import NO_REASONS
from oversight.publishing.receipting import Receipt
from oversight.publishing.said import UnfitWords
from oversight.publishing.shelf import DRAFT, SECOND_PERSON, TIMED, NotWaiting, Pending
from oversight.publishing.stand import Stand
from oversight.publishing.trial import Progress, in_silence
from oversight.reference import Files, ReferenceFileError
from oversight.screening import Finding, is_blank
from oversight.screening.finding import letter


@dataclass(frozen=True)
class Released:
    """A return whose hour had come: its receipt, or why it was not published.

    `is_to_be_tried_again` where the disk or another publisher stood in its way, and not the return.
    """

    item: Pending
    receipt: Receipt | None = None
    refusal: tuple[str, ...] = ()
    is_to_be_tried_again: bool = False


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
        UnfitWords: the note, a reason or the name may not stand.
        NotWaiting: the state is none, or does not fit the hour.
        HomeError: the home cannot be used.
    """
    access.require(principal, access.PUBLISH)
    if state not in (DRAFT, SECOND_PERSON, TIMED) or (state == TIMED and due is None):
        raise NotWaiting(f"'{state}' is nothing a return can wait for, or lacks its hour.")
    if state == TIMED and definitions.needs_second_person(files):
        state = SECOND_PERSON
    answers = accepting.told(reasons)
    said.name_is_fit(principal.name)
    said.note_is_fit(note)
    said.reasons_are_fit(answers)
    checked = checking.check(where, files, content, principal)
    if checked.blocks or state != DRAFT:
        accepting.decide(checked.findings, checked.checks, checked.count, answers)
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
            "" if is_blank(note) else note,
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
            redactions=checked.stand.redactions,
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
    checked = checking.check(where, files, shelf.content_of(where, held), sender(held, principal))
    return checked, settling.moved(where, held, checked)


def approve(
    where: Home,
    files: Files,
    number: int,
    principal: Principal,
    reasons: Mapping[str, str] = NO_REASONS,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
    against: Stand | None = None,
) -> Receipt | Pending:
    """Publish a return that waits for a second person, or a draft; who approves must be another.

    One that is due later waits on until then, approved. `reasons` answer what has come to be asked
    since it was held; those for what is asked no more are left out. `against` is what stood when it
    was rehearsed; None where it was not.

    Raises:
        NotWaiting: there is none of that number, or it waits for its hour alone.
        AccessError: whoever confirmed it approves it.
        Moved, RefusedReturn, UnfitWords, Cancelled, HomeError and others: as publishing does; it
            goes on waiting.
    """
    access.require(principal, access.PUBLISH)
    answers = accepting.told(reasons)
    said.name_is_fit(principal.name)
    said.reasons_are_fit(answers)
    shelf.item(where, number)
    # Held to the end: what is being published cannot be dropped or approved by another meanwhile.
    with shelf.opened(where):
        held = shelf.item(where, number)
        if made := settling.published_as(where, held):
            return settling.settled(where, held, made, principal)
        approved = _approved(held, files, principal, answers)
        if approved.state == TIMED and approved.due_at > datetime.now(UTC):
            shelf.lay_down(where, approved)
            return approved
        return _publish(where, files, approved, principal, progress, cancelled, against)


def drop(where: Home, number: int, principal: Principal) -> Pending:
    """Take away a return that waits. It was never published; that it was dropped is written down.

    Raises:
        NotWaiting: there is none of that number, or it was published and merely left there.
        UnfitWords: the name may not stand.
        HomeError: the home cannot be used.
    """
    access.require(principal, access.PUBLISH)
    said.name_is_fit(principal.name)
    shelf.item(where, number)
    with shelf.opened(where):
        held = shelf.item(where, number)
        if made := settling.published_as(where, held):
            settling.settled(where, held, made, principal)
            raise NotWaiting(
                f"Return {number} is publication {made.number}, and waits no more. Withdraw that"
                " publication instead."
            )
        shelf.take_away(where, held, "dropped", principal.name)
    return held


def release(where: Home, files: Files, principal: Principal, now: datetime) -> tuple[Released, ...]:
    """Publish every return whose hour has come, the longest due first.

    One that is refused stays, and does not stop the others; nor does one that the disk or another
    publisher stands in the way of.

    Raises:
        HomeError: what waits cannot be read; nothing is published.
    """
    access.require(principal, access.PUBLISH)
    due = [
        held
        for held in shelf.items(where)
        if held.state == TIMED and held.due_at <= shelf.in_utc(now)
    ]
    released = (
        _released(where, files, held, principal)
        for held in sorted(due, key=lambda held: (held.due_at, held.number))
    )
    return tuple(filter(None, released))


def _approved(
    held: Pending, files: Files, principal: Principal, answers: Mapping[str, str]
) -> Pending:
    """The return as it goes on once this principal has approved it."""
    if held.state == TIMED and not _lacks_second_person(held, files):
        raise NotWaiting(
            f"Return {held.number} waits for {held.hour} alone. 'release' publishes it then."
        )
    is_own = said.same_person(held.by, principal.name)
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


def _lacks_second_person(held: Pending, files: Files) -> bool:
    """Whether the settings want an approval that it has not, as where they have changed since."""
    return definitions.needs_second_person(files) and not held.approved_by


def _released(where: Home, files: Files, held: Pending, principal: Principal) -> Released | None:
    """What became of a return whose hour had come; nothing where it is no longer there."""
    try:
        with shelf.opened(where):
            held = shelf.item(where, held.number)
            if made := settling.published_as(where, held):
                return Released(held, settling.settled(where, held, made, principal))
            if _lacks_second_person(held, files):
                raise AccessError(
                    "Here a second person approves what is published, and nobody has approved"
                    f" return {held.number}. Somebody other than {held.by} must."
                )
            return Released(held, _publish(where, files, held, principal))
    except NotWaiting:
        return None
    except RefusedReturn as refused:
        return Released(held, refusal=tuple(map(str, refused.findings)))
    except (AccessError, BuildError, DefinitionError, ReferenceFileError, UnfitWords) as error:
        return Released(held, refusal=(str(error),))
    except HomeError as error:
        return Released(held, refusal=(str(error),), is_to_be_tried_again=True)
    except OSError as error:
        why = f"The disk cannot be used: {error.strerror or error}."
        return Released(held, refusal=(why,), is_to_be_tried_again=True)


def _publish(
    where: Home,
    files: Files,
    held: Pending,
    principal: Principal,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
    against: Stand | None = None,
) -> Receipt:
    content = shelf.content_of(where, held)
    by = sender(held, principal)
    checked = checking.check(where, files, content, by, progress, cancelled)
    # What was asked when it was held may be asked no more.
    reasons = {name: reason for name, reason in held.reasons.items() if name in checked.checks}
    receipt = publisher.accept(
        where, files, content, by, held.note, reasons, progress, cancelled, held.number, against
    )
    receipt = replace(receipt, moved=settling.moved(where, held, checked))
    settling.take_off(where, held, receipt.number, principal)
    return receipt


def sender(held: Pending, principal: Principal) -> Principal:
    """Who publishes: the sender, with the rights of whoever acts and the name of who approved."""
    name = f"{held.by}, approved by {held.approved_by}" if held.approved_by else held.by
    return Principal(name, principal.rights, held.body)
