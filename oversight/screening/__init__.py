"""Screening: is a return readable, shaped right, and does it say things that can be true?

Checks run in stages. Everything wrong in a stage is told at once; then screening stops, since a
later stage could not be trusted. A finding says the line as a spreadsheet shows it, the column,
what was written and what to write instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from oversight import returns
from oversight.definitions import Indicator, is_invented
from oversight.reference import Reference
from oversight.screening.finding import Finding
from oversight.screening.outcome import Figure, Figures, Screened, first_told, no_figures
from oversight.screening.received import MOST_BYTES, MOST_BYTES_OF_A_COMMAND, is_blank

__all__ = [
    "MOST_BYTES",
    "MOST_BYTES_OF_A_COMMAND",
    "Figure",
    "Figures",
    "Finding",
    "Screened",
    "first_told",
    "is_blank",
    "screen",
]


def screen(
    content: bytes,
    indicators: Mapping[str, Indicator],
    reference: Reference,
    today: date,
    body: str | None = None,
    was_accepted: bool = False,
) -> Screened:
    """Screen one return of any kind, told by its header.

    Args:
        content: the file's bytes.
        indicators: the definitions it is held against.
        reference: the places, bodies, asks and claims it may name.
        today: nothing may have happened after this day.
        body: the body for which the sender may write; None for all.
        was_accepted: a publication rests on it, so that what looks like personal data was looked
            at then; a rule that has grown stricter since must not make it unreadable.

    Raises:
        DefinitionError: the settings hold no rule for small numbers.
    """
    # Imported here: Arrow is half of what a command takes to start, and most screen nothing.
    from oversight.disclosure.rule import rule_of
    from oversight.screening.actions import actions_of
    from oversight.screening.observations import observations_of
    from oversight.screening.reader import read
    from oversight.screening.running_orders import running_order_of
    from oversight.screening.statuses import statuses_of
    from oversight.screening.words import Words

    found = read(content, returns.load(reference.files), was_accepted, is_invented(reference.files))
    kind, asks = found.kind, found.asks
    name = kind.name if kind else returns.OBSERVATIONS
    figures, entries = no_figures(), ()
    understood = found.layout.understood if found.layout else ()
    outcome = found
    if not found.reached and name == returns.OBSERVATIONS:
        outcome = observations_of(
            found.columns,
            found.records.lines,
            Words(indicators, reference, today, found.layout.delimiter == ","),
            # What a publication rests on was withheld by the rule of its day.
            0 if was_accepted else rule_of(reference.files).few,
        )
        figures = outcome.figures or figures
        understood = (*understood, *outcome.understood)
    elif not found.reached:
        if name == returns.RUNNING_ORDER:
            outcome = running_order_of(found.rows(), kind, indicators, was_accepted)
        else:
            understand = statuses_of if name == returns.STATUS else actions_of
            outcome = understand(found.rows(), kind, indicators, reference, today, body)
        entries = tuple(outcome.entries)
        understood = (*understood, *outcome.understood)
    every = [*outcome.findings, *asks]
    return Screened(
        name,
        figures,
        entries,
        tuple(finding.told() for finding in first_told(every)),
        outcome.count + len(asks),
        found.records.rows if found.records is not None else 0,
        outcome.refused,
        understood,
        outcome.reached,
        Counter(finding.check for finding in every),
        found.layout,
    )
