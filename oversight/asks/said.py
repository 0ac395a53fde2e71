"""What may be said of an ask, and by whom it was said: the words of a status return, understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

COMMITTEE = "Committee"

RESPONSES = ("no response", "accepted", "accepted in part", "accepted in principle", "not accepted")
CLAIMED = "claimed complete"
NOT_TO_BE_DONE = "claimed not to be done"
SUPERSEDED = "claimed superseded"
CLOSED = "closed: "
# What a body's own "closed" reads as: it claims, and closes nothing.
READ_AS = {
    "closed: implemented": CLAIMED,
    "closed: not implemented": NOT_TO_BE_DONE,
    "closed: superseded": SUPERSEDED,
}
DELIVERIES = (
    "not started",
    "in progress",
    CLAIMED,
    NOT_TO_BE_DONE,
    SUPERSEDED,
    "closed: implemented",
    "closed: not implemented",
    "closed: superseded",
)


@dataclass(frozen=True)
class Update:
    """One row of a status return: who said what of an ask on a day."""

    ask: str
    said_on: date
    response: str
    delivery: str
    evidence: str
    revised_due_on: date | None
    reason: str
    author: str
    publication: int


@dataclass(frozen=True)
class Move:
    """A later date than the one before, with the days by which it slips."""

    said_on: date
    author: str
    due_before: date | None
    due_on: date
    reason: str

    @property
    def days(self) -> int | None:
        """Days slipped; below nought where it was brought forward, None where none was set."""
        return None if self.due_before is None else (self.due_on - self.due_before).days


def read_as(one: Update) -> str:
    """What a word on delivery reads as: a body alone closes nothing."""
    return one.delivery if one.author == COMMITTEE else READ_AS.get(one.delivery, one.delivery)


def is_claim(delivery: str) -> bool:
    """Whether a word on delivery says that nothing more is to come."""
    return delivery.startswith(("claimed ", CLOSED))
