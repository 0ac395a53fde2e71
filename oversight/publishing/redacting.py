"""Taking out for good a figure that was published by mistake: by two people, with a reason.

One asks for it, another carries it out. Publications keep their numbers, other figures and
addresses; the journal's new lines, written as one step, are the switch. Returns that wait and say
the number are dropped before it; the publications and returns in whose place others stand are
destroyed after it, by whoever holds the lock next where somebody was killed. The journal's old
lines stay, with the SHA-256 of what was destroyed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from oversight import access
from oversight.access import AccessError, Principal
from oversight.home import Entry, Home, Redaction
from oversight.publishing import (
    asked,
    blanking,
    building,
    holding,
    keeping,
    naming,
    renewing,
    said,
    shelf,
    switching,
)
from oversight.publishing.asked import Asked
from oversight.publishing.naming import Cell, NotRedactable, Returns, UnknownCell
from oversight.publishing.renewing import Renewed
from oversight.publishing.shelf import NotWaiting
from oversight.publishing.trial import Progress, in_silence
from oversight.screening import is_blank
from oversight.store import UnknownPublication

__all__ = [
    "Asked", "NotRedactable", "Redacted", "UnknownCell", "approve", "drop", "redact", "waiting",
    "waits",
]  # fmt: skip

waits = asked.waits


@dataclass(frozen=True)
class Redacted:
    """A redaction that was carried out, for staff.

    `publications` were built again; `further` figures are withheld besides, since they would give
    the others away. `dropped` are returns that waited and said the same. `left` says where the same
    number may still be read: in what people wrote.
    """

    number: int
    cells: tuple[str, ...]
    publications: tuple[int, ...]
    further: int
    dropped: tuple[int, ...] = ()
    left: tuple[str, ...] = ()


def redact(
    where: Home, publication: int, cells: Sequence[str], reason: str, principal: Principal
) -> Asked:
    """Ask for figures to be taken out; nothing changes until somebody else approves.

    Args:
        where: the home.
        publication: one that shows them; others that hold them follow.
        cells: each as a return names it: indicator, period, geography and breakdown.
        reason: why, for staff.
        principal: who asks.

    Raises:
        UnknownPublication, UnknownCell: there is none of that number or name.
        NotRedactable: no return brought it, it is withheld already, or the words tell its number.
        UnfitWords: the reason or the name may not stand.
        HomeError: the home cannot be used.
    """
    access.require(principal, access.PUBLISH)
    said.name_is_fit(principal.name)
    if is_blank(reason):
        raise NotRedactable("Say why the figure is redacted.")
    said.reasons_are_fit({"this redaction": reason})
    found = _found(where, publication, cells)
    holding.tells_none(found, {"The reason": reason, "The name": principal.name})
    with shelf.opened(where):
        one = Asked(
            shelf.next_number(where),
            publication,
            tuple(cells),
            tuple(cell.named for cell in found),
            reason,
            datetime.now(UTC).replace(microsecond=0).isoformat(),
            principal.name,
        )
        asked.lay_down(where, one)
    return one


def waiting(where: Home) -> tuple[Asked, ...]:
    """Every redaction that waits, in the order in which they were asked for."""
    return asked.items(where)


def drop(where: Home, number: int, principal: Principal) -> Asked:
    """Take away a redaction that waits; what was published stays as it is.

    Raises:
        NotWaiting: there is none of that number, or it was carried out and merely left there.
        HomeError: the home cannot be used.
    """
    access.require(principal, access.PUBLISH)
    said.name_is_fit(principal.name)
    with shelf.opened(where):
        one = asked.item(where, number)
        if _notices(where.entries(), number):
            raise NotWaiting(
                f"Redaction {number} was carried out and cannot be dropped. Approve it once more to"
                " finish it."
            )
        asked.take_away(where, one, "dropped", principal.name)
    return one


def approve(
    where: Home, number: int, principal: Principal, progress: Progress = in_silence
) -> Redacted:
    """Carry out a redaction that somebody else has asked for.

    Raises:
        NotWaiting: there is none of that number.
        AccessError: whoever asked for it approves it.
        NotRedactable: a figure cannot be taken out as things stand; nothing has changed.
        HomeError, BuildError: the home cannot be used; it goes on waiting.
    """
    access.require(principal, access.PUBLISH)
    said.name_is_fit(principal.name)
    asked.item(where, number)
    # Held to the end, as for a return: it cannot be dropped or approved by another meanwhile.
    with shelf.opened(where):
        one = asked.item(where, number)
        if said.same_person(one.by, principal.name):
            raise AccessError(
                f"{one.by} has asked for redaction {number}. Somebody else must approve it."
            )
        # Whoever takes the lock finishes what was killed half way.
        with switching.writing(where, principal) as entries:
            if _notices(entries, number):
                made = _finished(entries, one)
            else:
                made = _carried_out(where, entries, one, principal, progress)
        building.forget()
        asked.take_away(where, one, "redacted", principal.name)
    return made


def _carried_out(
    where: Home, entries: Sequence[Entry], one: Asked, principal: Principal, progress: Progress
) -> Redacted:
    """Build again, drop what waits and says the number, switch, destroy: in this order.

    Killed before the switch, the redaction waits on, without the returns that were dropped. At the
    end no table and no return says the number of the figure; the journal's old lines still name,
    for staff, the SHA-256 of those that did, since each line is held by the one that follows.
    """
    cells = _found(where, one.publication, one.cells)
    holding.tells_none(cells, {"The name": principal.name, "The reason": one.reason})
    returns = Returns(where, entries)
    blanked = holding.blanked_in(returns, cells)
    now = datetime.now(UTC)
    notice = Redaction(
        now.date().isoformat(), "", "", one.reason, one.by, principal.name, one.number
    )
    scratches = [where.publications / f".building-{e.number:06d}.duckdb" for e in entries]
    try:
        made = list(renewing.renewed(where, entries, blanked, cells, notice, progress))
        progress("Putting them in the place of the old ones")
        dropped = tuple(holding.drop_waiting(where, entries, blanked, cells, principal))
        for content in blanked.values():
            keeping.keep(where.returned(sha256(content).hexdigest()), content)
        for publication in made:
            entry = publication.entry
            os.replace(publication.scratch, where.redacted(entry.number, len(entry.redacted)))
        keeping.sync(where.publications)
        switching.append(where, *(publication.entry for publication in made))
    except BaseException:
        with suppress(OSError):
            switching.destroy_unnamed(where)
        raise
    finally:
        for scratch in scratches:
            scratch.unlink(missing_ok=True)
            scratch.with_name(f"{scratch.name}.wal").unlink(missing_ok=True)
    switching.switch(where, made[-1].entry)
    progress("Destroying the old ones")
    switching.destroy_unnamed(where)
    return _told(one, cells, made, dropped, entries)


def _told(
    one: Asked,
    cells: Sequence[Cell],
    made: Sequence[Renewed],
    dropped: tuple[int, ...],
    entries: Sequence[Entry],
) -> Redacted:
    left = tuple(
        f"The note of publication {entry.number}, or a reason given for it, says the same number:"
        " what people wrote stands in the journal for good."
        for entry in entries
        if any(
            blanking.holds(text, cell.number)
            for text in (entry.note, *entry.reasons.values())
            for cell in cells
        )
    )
    further = frozenset().union(*(publication.further for publication in made))
    numbers = tuple(publication.entry.number for publication in made)
    return Redacted(one.number, one.named, numbers, len(further), dropped, left)


def _finished(entries: Sequence[Entry], one: Asked) -> Redacted:
    """What is told of a redaction that was carried out and left on the shelf."""
    notices = _notices(entries, one.number)
    further = max(notice.further for notices in notices.values() for notice in notices)
    return Redacted(one.number, one.named, tuple(notices), further)


def _notices(entries: Sequence[Entry], number: int) -> dict[int, list[Redaction]]:
    """What the journal says of a redaction that waited under a number, by publication."""
    found = {
        entry.number: [notice for notice in entry.redacted if notice.waited == number]
        for entry in entries
    }
    return {publication: notices for publication, notices in found.items() if notices}


def _found(where: Home, publication: int, written: Sequence[str]) -> list[Cell]:
    """The figures that are named, each once."""
    entries = where.published()
    of_it = [entry for entry in entries if entry.number == publication]
    if not of_it:
        raise UnknownPublication(f"There is no publication {publication}. Nothing was done.")
    returns = Returns(where, entries)
    cells = {
        cell.key: cell for cell in (naming.found(where, of_it[0], returns, one) for one in written)
    }
    if not any(cell.is_shown for cell in cells.values()):
        named = " and ".join(cell.named for cell in cells.values())
        raise NotRedactable(f"{named}: the figure is withheld already. Nothing was done.")
    return list(cells.values())
