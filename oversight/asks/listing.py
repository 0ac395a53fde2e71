"""The list of asks and promises: filtered, in an order, in groups. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oversight.asks.following import Held
from oversight.asks.standing import AT_RISK, KEPT, NO_DATE, NOT_YET_DUE, OVERDUE, SETTLED

# The order in which groups are read: what is late, what is coming, what cannot be late.
READ = (OVERDUE, AT_RISK, NOT_YET_DUE, NO_DATE, KEPT, SETTLED)
NOBODY = "No owner"


def matching(
    found: Iterable[Held],
    *,
    owner: str | None = None,
    theme: str | None = None,
    response: str | None = None,
    delivery: str | None = None,
    time: str | None = None,
    words: str = "",
) -> tuple[Held, ...]:
    """Those that every filter lets through; None lets all through."""
    sought = words.casefold().split()
    return tuple(
        one
        for one in found
        if (owner is None or owner in (one.standing.owners or (NOBODY,)))
        and theme in (None, one.asked.theme)
        and response in (None, one.standing.response)
        and delivery in (None, one.standing.delivery)
        and time in (None, one.standing.time)
        and all(word in _text(one) for word in sought)
    )


def by_time(found: Iterable[Held]) -> dict[str, list[Held]]:
    """Asks by where they stand in time: the most overdue first, then those that lack most."""
    groups = {time: [] for time in READ}
    for one in found:
        groups[one.standing.time].append(one)
    for mine in groups.values():
        mine.sort(key=lambda one: (one.standing.days or 0, -len(one.lacks)))
    return {time: mine for time, mine in groups.items() if mine}


def by_place(found: Iterable[Held]) -> dict[int | str, list[Held]]:
    """Asks by their recommendation, or by their kind where they stand outside the boxes."""
    groups: dict[int | str, list[Held]] = {}
    for one in found:
        outside = "promise" if one.is_promise else one.asked.kind
        groups.setdefault(one.asked.recommendation or outside, []).append(one)
    return groups


def owners_of(found: Sequence[Held]) -> tuple[str, ...]:
    """Every body of whom something was asked, those of whom most was asked first."""
    counts: dict[str, int] = {}
    for one in found:
        for owner in one.standing.owners:
            counts[owner] = counts.get(owner, 0) + 1
    return tuple(sorted(counts, key=lambda owner: (-counts[owner], owner)))


def _text(one: Held) -> str:
    asked = one.asked
    parts = (asked.ask, asked.summary, asked.theme, asked.who, asked.due_basis)
    said = (text for row in one.standing.updates for text in (row.reason, row.evidence))
    return " ".join((*parts, *said)).casefold()
