"""What has moved between a rehearsal and its confirmation."""

from __future__ import annotations

from dataclasses import dataclass

from oversight.home import Entry, Home, Redaction
from oversight.publishing import stand
from oversight.rehearsal.rehearsing import Rehearsed
from oversight.told import Difference


@dataclass(frozen=True)
class Since:
    """What came meanwhile, and the lines that the rehearsal had not, or has not.

    `lines` are those of the new rehearsal that the one before had not or told otherwise, `gone`
    those that it has no more.
    """

    publications: tuple[Entry, ...]
    redacted: tuple[Redaction, ...]
    lines: tuple[Difference, ...]
    gone: tuple[Difference, ...]


def since(where: Home, before: Rehearsed, after: Rehearsed) -> Since:
    """What came between two rehearsals of one return.

    Raises:
        HomeError: the journal cannot be read.
    """
    named = {(one.kind, one.page, one.name) for one in after.differences}
    return Since(
        *stand.since(where.published(), before.stand, after.stand),
        tuple(one for one in after.differences if one not in before.differences),
        tuple(one for one in before.differences if (one.kind, one.page, one.name) not in named),
    )
