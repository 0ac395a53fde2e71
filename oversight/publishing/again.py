"""Figures that were redacted and say a number again in a return that arrives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oversight.disclosure import Key
from oversight.home import Entry, Redaction
from oversight.periods import in_words
from oversight.publishing import naming
from oversight.screening import Finding, Screened


def redactions(entries: Sequence[Entry]) -> tuple[Redaction, ...]:
    """Every redacted figure of a home once, as it was redacted last; oldest publication first.

    A redaction that was written down without saying which figure it is of is left out.
    """
    found: dict[tuple[str, ...], Redaction] = {}
    for notice in (notice for entry in entries for notice in entry.redacted if notice.key):
        if notice.key not in found or found[notice.key].on <= notice.on:
            found[notice.key] = notice
    return tuple(found.values())


def asks(screened: Screened, redacted: Sequence[Redaction]) -> tuple[list[Finding], Counter[str]]:
    """What a return is asked about figures that were redacted, and how often.

    Whichever number it says: the home no longer knows the one that was taken out.
    """
    findings = [
        Finding("redacted_stays_withheld", _sentence(notice), line, "value")
        for notice in redacted
        for line, _ in naming.lines_of(screened, Key(*notice.key))
    ]
    return findings, Counter(finding.check for finding in findings)


def _sentence(notice: Redaction) -> str:
    return (
        f"{notice.cell}: this figure was redacted on {in_words(notice.redacted_on)} and says a"
        " number again. Leave it out, or give a reason."
    )
