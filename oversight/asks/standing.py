"""Where each ask stands: what the body says, what the Committee finds, and what time says.

Two keys close an ask. A body says of itself what it has done; the Committee assesses it. They are
kept apart, and neither alone closes anything. The first date an ask was given stays; every later
date is a row of its own with its reason and the days it slipped, and only a date that the
Committee itself set takes the place of the first in what is overdue. Nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from oversight.asks.said import (
    CLOSED,
    COMMITTEE,
    DELIVERIES,
    RESPONSES,
    Move,
    Update,
    is_claim,
    read_as,
)

OVERDUE, AT_RISK, NOT_YET_DUE, NO_DATE, KEPT, SETTLED = (
    "overdue", "at risk", "not yet due", "no date set", "kept as to figures", "closed",
)  # fmt: skip
# Worst first: a recommendation stands where its worst ask stands.
TIMES = (OVERDUE, AT_RISK, NO_DATE, NOT_YET_DUE, KEPT, SETTLED)

# Which word binds a body least: what all owners say together is the least of it.
_FIRMNESS = (
    "no response",
    "not accepted",
    "accepted in principle",
    "accepted in part",
    "accepted",
)

# An ask is at risk in the last quarter before its date, and a status fades after one.
QUARTER = timedelta(days=92)


@dataclass(frozen=True)
class Standing:
    """One ask on a reading date. `updates` are those made by then, oldest first.

    `figures_on` is the day on which the first figure came, where one was promised.
    """

    ask: str
    owners: tuple[str, ...]
    first_due_on: date | None
    updates: tuple[Update, ...]
    on: date
    figures_on: date | None = None

    @cached_property
    def responses(self) -> dict[str, str]:
        """The last response of each owner that gave one."""
        return {
            one.author: one.response for one in self.updates if one.response and self._counts(one)
        }

    @property
    def response(self) -> str:
        """What all owners say together; where they differ or one is silent, the weakest word.

        Where nobody was asked, one body's word is enough: the firmest counts.
        """
        if not self.owners:
            return max(self.responses.values(), key=_FIRMNESS.index, default=RESPONSES[0])
        said = (self.responses.get(owner, RESPONSES[0]) for owner in self.owners)
        return min(said, key=_FIRMNESS.index)

    @cached_property
    def claims(self) -> dict[str, str]:
        """The last word of each body on its own delivery, as it reads."""
        return {
            one.author: read_as(one) for one in self.updates if one.delivery and self._counts(one)
        }

    @property
    def assessment(self) -> str | None:
        """The last word of the Committee on delivery, if it has said one."""
        return None if self._assessed_at is None else self.updates[self._assessed_at].delivery

    @property
    def claimed(self) -> str:
        """What the owners say together of delivery: the least; where nobody was asked, the most."""
        if not self.owners:
            return max(self.claims.values(), key=DELIVERIES.index, default=DELIVERIES[0])
        said = (self.claims.get(owner, DELIVERIES[0]) for owner in self.owners)
        return min(said, key=DELIVERIES.index)

    @property
    def is_claimed(self) -> bool:
        """Whether the bodies' key has turned: all owners, or any body where nobody was asked."""
        return is_claim(self.claimed)

    @cached_property
    def is_assessed_closed(self) -> bool:
        """Whether the Committee's key has turned, and no body has taken its claim back since."""
        place = self._assessed_at
        if place is None or not self.updates[place].delivery.startswith(CLOSED):
            return False
        before = replace(self, updates=self.updates[: place + 1]).claims
        return not any(
            is_claim(before.get(one.author, "")) and one.delivery and not is_claim(read_as(one))
            for one in self.updates[place + 1 :]
        )

    @property
    def is_void(self) -> bool:
        """Whether the Committee had closed it and a body has since taken its claim back."""
        return (self.assessment or "").startswith(CLOSED) and not self.is_assessed_closed

    @property
    def rejected(self) -> tuple[str, ...]:
        """The bodies whose claim the Committee has looked at since, and does not share."""
        if self._assessed_at is None or self.assessment.startswith(CLOSED):
            return ()
        claimed_at = {one.author: place for place, one in enumerate(self.updates) if one.delivery}
        return tuple(
            body for body, word in self.claims.items()
            if is_claim(word) and body != COMMITTEE and claimed_at[body] < self._assessed_at
        )  # fmt: skip

    @property
    def delivery(self) -> str:
        """What stands: closed where both keys have turned, else what the owners say.

        What the Committee finds meanwhile is `assessment`, and stands beside it.
        """
        return self.assessment if self.is_closed else self.claimed

    @property
    def is_closed(self) -> bool:
        return self.is_assessed_closed and self.is_claimed

    @property
    def closed_on(self) -> date | None:
        """The day on which the second key turned; None while it is open."""
        found = None
        for count in range(len(self.updates), 0, -1):
            if not replace(self, updates=self.updates[:count]).is_closed:
                break
            found = self.updates[count - 1].said_on
        return found

    @property
    def is_kept(self) -> bool:
        """Whether it promised a figure and one had come by the reading date."""
        return self.figures_on is not None and self.figures_on <= self.on

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Whose word is next, where a key has turned; a claim not shared is the body's again."""
        if self.is_closed:
            return ()
        if self.is_claimed:
            return self.rejected or (COMMITTEE,)
        silent = tuple(one for one in self.owners if not is_claim(self.claims.get(one, "")))
        has_turned = self.is_assessed_closed or len(silent) < len(self.owners)
        return silent if has_turned else ()

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every later date, in the order in which they were said; one said twice stands twice."""
        found, before = [], self.first_due_on
        for one in self.updates:
            if one.revised_due_on:
                found.append(Move(one.said_on, one.author, before, one.revised_due_on, one.reason))
                before = one.revised_due_on
        return tuple(found)

    @property
    def due_on(self) -> date | None:
        """The date it is held to: the first, or the last one the Committee itself set.

        Where the report set none, the first that anybody named is the first.
        """
        set_by_committee = [one.due_on for one in self.moves if one.author == COMMITTEE]
        if set_by_committee:
            return set_by_committee[-1]
        return self.first_due_on or (self.moves[0].due_on if self.moves else None)

    @property
    def slipped(self) -> int | None:
        """Days between the first date and the last one said; None where nothing was moved."""
        dates = [*filter(None, (self.first_due_on,)), *(one.due_on for one in self.moves)]
        return (dates[-1] - dates[0]).days if len(dates) > 1 else None

    @property
    def days(self) -> int | None:
        """Days until it is due; below nought where it is late, None where no date is set."""
        return None if self.due_on is None else (self.due_on - self.on).days

    @property
    def time(self) -> str:
        """One of TIMES on the reading date."""
        if self.is_closed:
            return SETTLED
        if self.is_kept:
            return KEPT
        if self.days is None:
            return NO_DATE
        if self.days < 0:
            return OVERDUE
        if self.due_on - self.on <= QUARTER and not self.is_claimed:
            return AT_RISK
        return NOT_YET_DUE

    @property
    def last_word(self) -> Update | None:
        """The last word of a body of itself; the Committee's does not make it younger."""
        return next((one for one in reversed(self.updates) if self._counts(one)), None)

    @property
    def publications(self) -> frozenset[int]:
        """The publications in which something was said of it."""
        return frozenset(one.publication for one in self.updates)

    @property
    def is_stale(self) -> bool:
        """Whether that word is older than a quarter and the ask is still open."""
        return self.last_word is not None and self.fades(self.last_word)

    def fades(self, one: Update) -> bool:
        """Whether a word is older than a quarter and the ask is still open."""
        return not self.is_closed and self.on - one.said_on > QUARTER

    @cached_property
    def _assessed_at(self) -> int | None:
        """The place among the updates of the Committee's last word on delivery."""
        places = [
            place for place, one in enumerate(self.updates)
            if one.author == COMMITTEE and one.delivery
        ]  # fmt: skip
        return places[-1] if places else None

    def _counts(self, one: Update) -> bool:
        """Whether it is the word of a body that was asked, the Committee's own promise included.

        Where nobody owns the ask, any body may speak of itself, but the Committee assesses.
        """
        return one.author in self.owners or (not self.owners and one.author != COMMITTEE)


def standings(asks: Sequence, updates: Sequence, on: date) -> Mapping[str, Standing]:
    """Where each ask stands on a reading date; words said later are left out.

    Args:
        asks: rows with `ask`, `owners`, `due_on` and `first_on`.
        updates: rows of status updates, in the order in which they were said.
        on: the reading date.
    """
    said: dict[str, list[Update]] = {}
    for row in updates:
        if row.said_on <= on:
            said.setdefault(row.ask, []).append(
                Update(
                    row.ask, row.said_on, row.response, row.delivery, row.evidence,
                    row.revised_due_on, row.reason, row.author, row.publication,
                )
            )  # fmt: skip
    return {
        row.ask: Standing(
            row.ask, tuple(row.owners), row.due_on, tuple(said.get(row.ask, ())), on, row.first_on
        )
        for row in asks
    }


def worst(many: Iterable[Standing]) -> Standing:
    """Of a recommendation's asks the one that stands worst: never a mean of them."""
    return min(
        many, key=lambda one: (TIMES.index(one.time), DELIVERIES.index(one.delivery), one.ask)
    )
