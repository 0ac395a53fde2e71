"""Sentences of the page that checks the report: verdicts, findings, where a claim is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from oversight import bounds
from oversight.bounds import Bounds
from oversight.claims import (
    AGREES,
    CANNOT,
    CONFLICTS,
    COUNTED,
    DAY_WORKED_OUT,
    NUMBER_WORKED_OUT,
    ROUNDS,
    Entry,
    Ledger,
    Since,
    Vintage,
    our_own,
)
from oversight.wording.words import listed, many, marked, sentence

# A verdict is a sign and a word: no colour judges anybody.
VERDICT_SIGNS = {
    AGREES: "=", ROUNDS: "≈", CONFLICTS: "≠", CANNOT: "?",
    "kept": "=", "changed": "≠", "dropped": "−",
}  # fmt: skip
VERDICT_MEANINGS = {
    AGREES: "A sum, a count or a second place gives the same.",
    ROUNDS: "What is printed is the sum, rounded.",
    CONFLICTS: "Another figure, place or speaker says otherwise.",
    CANNOT: "Stated once, or what would test it is lost. It may be right.",
}
TREATMENT_MEANINGS = {
    "dropped": "In the report, and not in the press release.",
    "changed": "In both, and not the same.",
    "kept": "In both, and the same.",
}
OUR_OWN = {
    COUNTED: "counted by us",
    DAY_WORKED_OUT: "day worked out by us from the words",
    NUMBER_WORKED_OUT: "number worked out by us from the words",
}
COUNTS_AS_RECOMPUTED = (
    "Recomputed means tested against something else that was printed: other counts, a list counted"
    " again, a second place, the other document, a cited study, an earlier release. A printed value"
    " is never tested against our own transcription of it. What we counted, or worked out from the"
    " words, is marked, and only counted again another way. A verdict is about figures, never about"
    " people."
)


def check_title(found: Ledger) -> str:
    """How many claims hold, conflict, and cannot be checked."""
    counts = found.counts
    return (
        f"{counts[AGREES] + counts[ROUNDS]} of {len(found.entries)} claims hold when recomputed,"
        f" {counts[CONFLICTS]} conflict and {counts[CANNOT]} cannot be checked"
    )


def our_own_sentence(found: Ledger) -> str:
    """How many of the claims that hold rest on our own count or reading; blank where none does."""
    held = sum(found.holding.values())
    printed = found.holding[None]
    if held == printed:
        return ""
    how = (
        (found.holding[COUNTED], "on a number that we counted"),
        (found.holding[DAY_WORKED_OUT], "on a day that we worked out from the words"),
        (found.holding[NUMBER_WORKED_OUT], "on a number that we worked out from the words"),
    )
    told = listed(f"{number} {what}" for number, what in how if number)
    return (
        f"Of these {held}, {held - printed} rest on our own count or reading, and not on a printed"
        f" number or date: {told}."
    )


def as_printed(claim) -> str:
    """What a claim prints, marked where its number or day is our own."""
    own = our_own(claim)
    if own == COUNTED:
        return f"not as a number: {claim.value_as_printed}, {OUR_OWN[own]}"
    return f"{claim.value_as_printed} ({OUR_OWN[own]})" if own else claim.value_as_printed


def claim_title(entry: Entry) -> str:
    """One claim as printed, and its verdict."""
    claim, own = entry.claim, entry.our_own
    value = f"“{claim.value_as_printed}”" if own != COUNTED else claim.value_as_printed
    verdict = "is the sum, rounded" if entry.verdict == ROUNDS else entry.verdict
    marked = f"{value} ({OUR_OWN[own]})" if own else value
    return f"{claim.claim}, {claim.measure}: {marked} {verdict}"


def recomputed_cell(entry: Entry, now: Since | None) -> str:
    """What recomputing a claim gave and, where its figures read otherwise by now, how they do."""
    said = sentence(entry.recomputed)
    return f"{said} {since_sentence(now)}" if now else said


def since_sentence(now: Since) -> str:
    """The figures of a claim as they stand now: "Since restated: 601 [r] from 511, +18%."."""
    latest = marked(now.latest.figure, now.latest.marker)
    if now.before is None:
        return f"Since restated: {latest}."
    before = marked(now.before.figure, now.before.marker)
    return f"Since restated: {latest} from {before}, {bounds.printed_change(now.change)}."


def listed_title(shown: int, every: int) -> str:
    return f"All {every} claims" if shown == every else f"{shown} of {many(every, 'claim')}"


def press_title(asks: Sequence) -> str:
    """What became of the report's asks in the press release."""
    counts = Counter(ask.treatment for ask in asks)
    said = listed(f"{how} {counts[how]}" for how in TREATMENT_MEANINGS if counts[how])
    return f"Of the report's {len(asks)} asks the press release {said}"


def became_of(ask) -> str:
    """What the press release did to one ask."""
    if ask.treatment == "kept":
        return "As in the report."
    if ask.treatment == "dropped":
        return "Not in the press release."
    return sentence(ask.press_release)


def vintages_title(found: Sequence[Vintage]) -> str:
    """Whether two releases can both be right."""
    apart = [one for one in found if not one.both_possible]
    if not apart:
        return "No other release contradicts the report on an earlier year"
    years = listed(dict.fromkeys(one.period for one in apart))
    return (
        f"The report and an earlier release cannot both be right on"
        f" {listed(one.label for one in apart)} in {years}"
    )


def vintage_sentence(one: Vintage) -> str:
    """One figure by two releases, and how far they are apart."""
    said = (
        f"{one.label[:1].upper()}{one.label[1:]}, {one.period}: {one.earlier_words} to"
        f" {one.earlier_count.told} in {one.earlier_count.period} implies"
        f" {bounds.printed(one.earlier)} ({one.source}); {one.later_words} to"
        f" {one.later_count.told} in {one.later_count.period} implies {bounds.printed(one.later)}"
        " (report)."
    )
    if one.both_possible:
        return f"{said} Both can be right."
    return (
        f"{said} They lie {vintages_apart(one)}: not both possible if"
        f" {one.earlier_count.period} was {one.earlier_count.told} in both."
    )


def vintages_apart(one: Vintage) -> str:
    """How far apart the two figures lie; blank where they meet."""
    low, high = sorted((one.earlier, one.later), key=lambda figure: figure.lower)
    return "" if one.both_possible else f"{bounds.printed(high - low)} apart"


def where_printed(claim, in_full: bool = False) -> str:
    """Document and page of a claim: "report p. 11", "press release, para 2"; in full its place."""
    if claim.document == "press":
        return f"press release, {claim.place.lower()}"
    if not claim.page[:1].isdigit():
        return f"report, {claim.place}"
    return f"report p. {claim.page}, {claim.place}" if in_full else f"report p. {claim.page}"


def kept_as(claim) -> str:
    """The limits in which a claim is kept."""
    if claim.lower is None and claim.upper is None:
        return "no number"
    return bounds.printed(Bounds(claim.lower, claim.upper))
