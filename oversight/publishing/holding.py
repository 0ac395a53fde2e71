"""What holds a number that is to be taken out: words, returns that were accepted or wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from oversight.access import Principal
from oversight.home import Entry, Home
from oversight.publishing import blanking, naming, shelf
from oversight.publishing.naming import Cell, NotRedactable, Returns


def tells_none(cells: Sequence[Cell], words: dict[str, str]) -> None:
    """Nothing where no word that is kept tells the number it is about."""
    for what, text in words.items():
        if any(blanking.holds(text, cell.number) for cell in cells):
            raise NotRedactable(
                f"{what} holds the number that is to be taken out. Write it without."
            )


def blanked_in(returns: Returns, cells: Sequence[Cell]) -> dict[str, bytes]:
    """Every return that says one of these numbers of its figure, without it, by its digest.

    A note says it too: "was 48,271" stands beside what was sent in its place.
    """
    found: dict[str, bytes] = {}
    for digest in returns.brought_by:
        content, screened = returns.rows(digest)
        lines, noted = set(), set()
        for cell in cells:
            lines |= {line for line, _ in naming.lines_of(screened, cell.key, cell.number)}
            noted |= {*naming.noted_in(screened, cell.key, cell.number)}
        if not lines | noted:
            continue
        for told in ("", blanking.TOLD):
            without = blanking.blanked(content, screened.layout, lines, noted, told)
            # Somebody may have sent the very same with the figure withheld.
            if sha256(without).hexdigest() not in returns.brought_by:
                break
        found[digest] = without
    return found


def drop_waiting(
    where: Home,
    entries: Sequence[Entry],
    blanked: dict[str, bytes],
    cells: Sequence[Cell],
    principal: Principal,
) -> Iterator[int]:
    """Take away every return that waits and says one of these numbers of its figure."""
    returns = Returns(where, entries)
    for held in shelf.items(where):
        content = shelf.content_of(where, held)
        screened = naming.understood(content, returns.files(entries[-1]), held.held_at.date())
        says_it = any(naming.says(screened, cell.key, cell.number) for cell in cells)
        if held.sha256 in blanked or says_it:
            shelf.take_away(where, held, "redacted", principal.name)
            yield held.number
