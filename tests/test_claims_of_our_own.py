"""What the documents do not print: counts of our own, days worked out, and directions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oversight import claims
from oversight.claims import CANNOT, CONFLICTS, Documents
from oversight.home import Home
from tests.reading import Reading
from tests.test_claims import changed, documents_of, verdict

Read = Callable[[str], Reading]


@pytest.fixture(scope="session")
def said(first: Home) -> Documents:
    """What the first publication holds of the two documents."""
    return documents_of(first)


def test_a_direction_of_what_is_not_printed_cannot_be_checked_and_says_what_is_up(said) -> None:
    entry = claims.ledger(said).by_id["A12"]
    assert entry.verdict == CANNOT
    assert entry.recomputed == (
        "rape 511 to 583; sexual assault 1,599 to 1,803: all up in one year; no counts of two years"
        " are printed of investigations or detections; one year is compared, and 2 years are said"
    )


def test_a_direction_that_its_counts_do_not_take_conflicts(said: Documents) -> None:
    last_year = {"measure": "Allegations of abuse: up", "value_as_printed": "last year"}
    fallen = changed(said, "claims", "A05", lower=700.0, upper=700.0)
    assert verdict(changed(fallen, "claims", "A12", **last_year), "A12") == CONFLICTS


def test_what_we_counted_or_worked_out_is_known_from_the_row_itself(said: Documents) -> None:
    ours = {}
    for entry in claims.ledger(said).entries:
        if entry.our_own and entry.holds:
            ours.setdefault(entry.our_own, []).append(entry.claim.claim)
    assert ours == {
        claims.COUNTED: ["E01", "E03", "E04", "E05", "E06", "M06", "M10"],
        claims.DAY_WORKED_OUT: ["C07", "M07", "M08", "M09", "P05", "P06"],
        claims.NUMBER_WORKED_OUT: ["M02"],
    }
    printed = changed(said, "claims", "E04", kind="reported", qualifier="exact")
    assert claims.ledger(printed).by_id["E04"].our_own is None


@pytest.mark.browser
@pytest.mark.parametrize(
    ("claim", "title", "printed"),
    [
        ("E04", "E04, Written responses: 21 (counted by us) agrees",
         "not as a number: 21, counted by us"),
        ("P06", "P06, Formal review of intelligence changes: “by the end of the year” (day worked"
         " out by us from the words) agrees",
         "by the end of the year (day worked out by us from the words)"),
    ],
)  # fmt: skip
def test_what_we_counted_or_worked_out_never_reads_as_printed(
    claim: str, title: str, printed: str, read: Read
) -> None:
    reading = read(f"/check?claim={claim}")
    assert reading.title == title
    assert dict(reading.tables["claim"][1:])["As printed"] == printed
