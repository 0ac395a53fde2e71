"""Claims: every claim of the report and the press release, recomputed. Rows in, verdicts out.

A claim counts as recomputed where a rule reaches a verdict on what it prints from something else
that was printed: from other counts, from the items of a list that are counted again, from the date
of publication, from a second place or the other document, from the study it cites, from a statement
that disputes it, or from an earlier release. What only compares our transcription of a printed
value with itself is no recomputation: it is told where it fails and never counted where it holds. A
number that we counted, or a day or number that we worked out from the words, is counted again
another way; it is recomputed too, and marked as our own wherever it is told. Sums that show what a
claim implies but cannot test it, such as a base worked out from a percentage, leave it at "cannot
be checked". No verdict is typed anywhere.
"""

from oversight.claims.checks import AGREES, CANNOT, CONFLICTS, ROUNDS, VERDICTS, Check
from oversight.claims.documents import (
    COUNTED,
    DAY_WORKED_OUT,
    NUMBER_WORKED_OUT,
    Documents,
    documents,
    our_own,
)
from oversight.claims.ledger import Entry, Ledger, ledger
from oversight.claims.press import Wording, wordings
from oversight.claims.since import Since, since
from oversight.claims.vintages import Vintage, vintages

__all__ = [
    "AGREES",
    "CANNOT",
    "CONFLICTS",
    "COUNTED",
    "DAY_WORKED_OUT",
    "NUMBER_WORKED_OUT",
    "ROUNDS",
    "VERDICTS",
    "Check",
    "Documents",
    "Entry",
    "Ledger",
    "Since",
    "Vintage",
    "Wording",
    "documents",
    "ledger",
    "our_own",
    "since",
    "vintages",
    "wordings",
]
