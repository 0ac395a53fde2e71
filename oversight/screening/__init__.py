"""Screening: is a return readable, shaped right, and does it say things that can be true?

Checks run in stages. Everything wrong in a stage is told at once; then screening stops, since a
later stage could not be trusted. A finding says the line as a spreadsheet shows it, the column,
what was written and what to write instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from oversight import returns
from oversight.definitions import Indicator
from oversight.reference import Reference
from oversight.screening.actions import actions_of
from oversight.screening.checks import figures_of
from oversight.screening.reader import (
    MOST_BYTES,
    MOST_TOLD,
    Figure,
    Finding,
    Screened,
    is_blank,
    read,
)
from oversight.screening.statuses import statuses_of

__all__ = ["MOST_BYTES", "Figure", "Finding", "Screened", "is_blank", "screen"]


def screen(
    content: bytes,
    indicators: Mapping[str, Indicator],
    reference: Reference,
    today: date,
    body: str | None = None,
) -> Screened:
    """Screen one return of any kind, told by its header.

    Args:
        content: the file's bytes.
        indicators: the definitions it is held against.
        reference: the places, bodies, asks and claims it may name.
        today: nothing may have happened after this day.
        body: the body for which the sender may write; None for all.
    """
    found = read(content, returns.load(reference.files))
    if found.findings:
        name = found.kind.name if found.kind else returns.OBSERVATIONS
        return Screened(name, findings=_capped(found.findings))
    kind = found.kind
    if kind.name == returns.OBSERVATIONS:
        figures, findings = figures_of(found.rows, indicators, reference, today)
        if not findings:
            return Screened(kind.name, figures=tuple(figures))
    else:
        understand = statuses_of if kind.name == returns.STATUS else actions_of
        entries, findings = understand(found.rows, kind, indicators, reference, today, body)
        if not findings:
            return Screened(kind.name, entries=tuple(entries))
    return Screened(kind.name, findings=_capped(findings))


def _capped(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    if len(findings) <= MOST_TOLD:
        return tuple(findings)
    more = f"{len(findings) - MOST_TOLD} more findings are not listed; mend these first."
    return (*findings[:MOST_TOLD], Finding("capped", more))
