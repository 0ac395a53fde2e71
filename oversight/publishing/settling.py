"""What became of a return that waited: its publication, and what has moved meanwhile."""

from __future__ import annotations

from contextlib import suppress

from oversight.access import Principal
from oversight.home import Entry, Home
from oversight.publishing import receipting, shelf, stand, switching
from oversight.publishing.checking import Checked
from oversight.publishing.receipting import Receipt
from oversight.publishing.shelf import Pending


def published_as(where: Home, held: Pending) -> Entry | None:
    """The publication that this very return became, where it was left on the shelf all the same."""
    for entry in where.entries():
        if entry.waited == held.number and held.sha256 in entry.accepted:
            return entry
    return None


def settled(where: Home, held: Pending, made: Entry, principal: Principal) -> Receipt:
    """Finish the publication of a return that was left on the shelf; gives its receipt."""
    if made not in where.published():
        # Whoever takes the lock finishes a switch that was killed half way.
        with switching.writing(where, principal):
            pass
    take_off(where, held, made.number, principal)
    return receipting.given(made)


def take_off(where: Home, held: Pending, publication: int, principal: Principal) -> None:
    """Take a return that is published from the shelf, if the disk lets it."""
    # What is published is not denied because the shelf could not be tidied: whoever approves,
    # drops or releases it next finds the publication it was made.
    with suppress(OSError):
        shelf.take_away(where, held, "published", principal.name, publication)


def moved(where: Home, held: Pending, checked: Checked) -> tuple[str, ...]:
    """What has changed since a return was held, in words; nothing where all stands as it did."""
    publications, redacted = stand.since(where.published(), held.stand, checked.stand)
    since = [f"publication {entry.number} ({entry.note})" for entry in publications]
    since += [f"the redaction of {notice.cell}" for notice in redacted]
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
