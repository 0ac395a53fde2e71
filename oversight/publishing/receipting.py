"""Receipts: what a publication brought, for staff.

No reader surface shows them: a raw file's SHA-256 and the number of changed cells say something
of raw values. Readers see a publication's number, its time, who made it and the note.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oversight.home import Entry, Home, Redaction
from oversight.store import UnknownPublication


@dataclass(frozen=True)
class Receipt:
    """What a publication brought, for the one who published it.

    `kind` is the kind of the return and `rows` how many figures or rows it brought. `new`,
    `changed` and `same` count its cells against what stood, as published; `withheld` says how many
    of them readers see as withheld. `reasons` answer what checks asked. `moved` says what was
    published while it waited, where it did. It `is_invented` where it was made to rehearse with.
    `redacted` is what was taken out of it since.
    """

    number: int
    at: str
    by: str
    note: str
    content: str
    kind: str = ""
    sha256: str = ""
    rules: str = ""
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    withheld: int = 0
    reasons: Mapping[str, str] = field(default_factory=dict)
    moved: tuple[str, ...] = ()
    is_invented: bool = False
    redacted: tuple[Redaction, ...] = ()


def receipts(where: Home) -> tuple[Receipt, ...]:
    """The receipts of all publications, oldest first.

    Raises:
        HomeError: the home cannot be read.
    """
    return tuple(given(entry) for entry in where.published())


def receipt_of(where: Home, number: int) -> Receipt:
    """The receipt of one publication.

    Raises:
        UnknownPublication: there is none of that number.
        HomeError: the home cannot be read.
    """
    for entry in where.published():
        if entry.number == number:
            return given(entry)
    raise UnknownPublication(f"There is no publication {number}, and no receipt of it.")


def given(entry: Entry) -> Receipt:
    """The receipt that a line of the journal holds."""
    return Receipt(
        entry.number,
        entry.at,
        entry.by,
        entry.note,
        entry.content,
        kind=entry.kind,
        sha256=entry.accepted[0] if entry.accepted else "",
        rules=entry.rules,
        rows=entry.rows,
        new=entry.new,
        changed=entry.changed,
        same=entry.same,
        withheld=entry.withheld,
        reasons=entry.reasons,
        is_invented=entry.is_invented,
        redacted=entry.redacted,
    )
