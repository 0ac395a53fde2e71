"""The ledger: every claim with the checks that bear on it and the verdict that follows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from oversight.claims import changes, counting, dates, growth, meaning, posts, vintages
from oversight.claims.checks import AGREES, CANNOT, ROUNDS, VERDICTS, Check
from oversight.claims.documents import Documents, our_own
from oversight.remembered import remembered

Rule = Callable[[Documents], Iterator[Check]]

RULES: tuple[Rule, ...] = (
    changes.changes_between_counts,
    changes.bases_implied_by_changes,
    changes.years_before_bounded,
    changes.totals_called_steady,
    changes.directions,
    changes.rises_of_a_third,
    changes.counts_without_a_printed_change,
    changes.changes_that_cannot_be_chained,
    growth.paths,
    growth.sums_since_the_first_year,
    growth.sums_that_contradict_their_parts,
    growth.shares_of_all,
    growth.growth_a_year,
    posts.officers_at_work,
    posts.relief_against_the_gap,
    posts.allegations_for_each_officer,
    posts.exploitation_team,
    posts.hubs_by_borough,
    posts.boards_and_authorities,
    meaning.both_documents,
    meaning.places_of_sources,
    meaning.disputed_statements,
    meaning.prosecutions_and_their_lack,
    meaning.offices_of_speakers,
    dates.deadlines,
    dates.said_again,
    dates.years_of_a_span,
    dates.sources_before_publication,
    counting.lists,
    counting.recommendations,
    counting.endnotes,
    counting.times_a_year,
    counting.limits_follow_the_words,
    counting.figures_lie_within_their_claims,
    vintages.two_vintages,
    vintages.other_papers,
    counting.lost_sources,
)


@dataclass(frozen=True)
class Entry:
    """One claim, the checks that bear on it, the gravest first, and the figures that rest on it."""

    claim: tuple
    checks: tuple[Check, ...]
    figures: tuple[str, ...]

    @property
    def verdict(self) -> str:
        return self.checks[0].verdict if self.checks else CANNOT

    @property
    def is_recomputed(self) -> bool:
        return self.verdict != CANNOT

    @property
    def holds(self) -> bool:
        return self.verdict in (AGREES, ROUNDS)

    @property
    def our_own(self) -> str | None:
        """How we had the value where the documents do not print it; None where they do."""
        return our_own(self.claim)

    @property
    def recomputed(self) -> str:
        """The sum that decided, or why there is none, in words."""
        if not self.checks:
            return why_not(self.claim)
        first = self.checks[0]
        return f"{first.sum}; {first.note}" if first.note else first.sum


@dataclass(frozen=True)
class Ledger:
    """All claims, in the order of their ids, and checks that bear on no single claim."""

    entries: tuple[Entry, ...]
    loose: tuple[Check, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        return {entry.claim.claim: entry for entry in self.entries}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many claims have each verdict."""
        counted = Counter(entry.verdict for entry in self.entries)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    @property
    def recomputed(self) -> int:
        return sum(entry.is_recomputed for entry in self.entries)

    @cached_property
    def holding(self) -> Mapping[str | None, int]:
        """How many of the claims that hold have a value of our own, by how we had it."""
        return Counter(entry.our_own for entry in self.entries if entry.holds)

    def matching(self, verdict: str | None, topic: str | None, words: str) -> tuple[Entry, ...]:
        """The entries of a verdict and a topic that hold every one of the words.

        A word is found where one begins with it: "8" on page 8, and not in "18".
        """
        wanted = [re.compile(rf"(?<!\w){re.escape(word)}") for word in words.casefold().split()]
        return tuple(
            entry
            for entry in self.entries
            if verdict in (None, entry.verdict)
            and topic in (None, entry.claim.topic)
            and all(word.search(_searched(entry.claim)) for word in wanted)
        )


@remembered(maxsize=8)
def ledger(said: Documents) -> Ledger:
    """The ledger of what the documents say; remembered, for the rows of a publication are fixed."""
    checks = [
        replace(check, name=rule.__name__.replace("_", " "))
        for rule in RULES
        for check in rule(said)
    ]
    bearing: dict[str, list[Check]] = {claim.claim: [] for claim in said.claims}
    for check in checks:
        for claim in check.claims:
            bearing[claim].append(check)
    entries = tuple(
        Entry(
            claim,
            tuple(sorted(bearing[claim.claim], key=lambda one: VERDICTS.index(one.verdict))),
            tuple(figure.figure for figure in said.figures_of(claim.claim)),
        )
        for claim in said.claims
    )
    return Ledger(entries, tuple(check for check in checks if not check.claims))


def _searched(claim) -> str:
    """Where words are searched for: id, measure, printed value, document and page."""
    return (
        f"{claim.claim} {claim.measure} {claim.value_as_printed} {claim.document} p. {claim.page}"
    ).casefold()


def why_not(claim) -> str:
    """Why nothing can be recomputed of a claim that no check bears on."""
    if claim.qualifier.startswith("unavailable"):
        if claim.qualifier == "unavailable":
            return "the chart has not survived"
        return "no chart is mentioned in the text, and none has survived"
    if claim.qualifier.startswith("truncated"):
        return "the text breaks off before the figure is whole"
    if claim.unit == "date":
        return "stated once; no other date in the documents bears on it"
    if claim.lower is None and claim.upper is None:
        return "no number is stated that a sum could test"
    return "stated once; no other figure in the documents bears on it"
