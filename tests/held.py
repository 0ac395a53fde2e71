"""Asks and words on them, with their data in sight, for tests of what is said of them."""

from __future__ import annotations

from collections import namedtuple
from datetime import date

from oversight import asks
from oversight.asks import Held

ASKED = {
    "ask": "R8b", "kind": "ask", "recommendation": 8, "who": "MOPAC", "owners": ("MOPAC",),
    "theme": "Holding to account", "summary": "Hold a challenge meeting",
    "due_on": date(2015, 7, 24), "due_basis": "within 12 months", "pages": "33, 35",
    "press_release": "dropped", "indicator": None, "figures": 0, "withheld": 0, "first_on": None,
}  # fmt: skip
SAID = {
    "ask": "R8b", "said_on": date(2015, 3, 1), "response": "", "delivery": "",
    "evidence": "Letter | https://www.london.gov.uk/letter | 2015-03-01 | p. 2",
    "revised_due_on": None, "reason": "", "author": "MOPAC", "publication": 2,
}  # fmt: skip


def asked(**other):
    """A row of recommendations/asks."""
    assert other.keys() <= ASKED.keys()
    return namedtuple("asked", ASKED)(**{**ASKED, **other})


def said(on: str, author: str = "MOPAC", delivery: str = "", **other):
    """A row of recommendations/updates; its ask is that of the row it is held against."""
    assert other.keys() <= SAID.keys()
    row = {"said_on": date.fromisoformat(on), "author": author, "delivery": delivery, **other}
    return namedtuple("said", SAID)(**{**SAID, **row})


def held(*words, on: str = "2015-08-01", **other) -> Held:
    """One ask and where it stands after these words."""
    row = asked(**other)
    (found,) = asks.held(
        (row,), [one._replace(ask=row.ask) for one in words], date.fromisoformat(on)
    )
    return found
