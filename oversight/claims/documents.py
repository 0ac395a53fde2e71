"""What the two documents say, as rows of a publication, and how to find one's way in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from oversight import bounds
from oversight.bounds import Bounds
from oversight.claims.arithmetic import implied_base
from oversight.claims.reading import financial_year, first_year, is_year, numbers_in

CHANGE = "% change"
PUBLISHED = "report"
# How we had a value that the documents do not print.
COUNTED, DAY_WORKED_OUT, NUMBER_WORKED_OUT = "counted", "day worked out", "number worked out"


@dataclass(frozen=True)
class Known:
    """An indicator's figure for one year, the claims it follows from, and how it was had."""

    period: str
    figure: Bounds
    claims: tuple[str, ...]
    told: str
    is_printed: bool = True


@dataclass(frozen=True)
class Documents:
    """The rows of queries/check, each a tuple of named tuples."""

    claims: tuple
    figures: tuple
    indicators: tuple
    asks: tuple
    outside_evidence: tuple
    endnotes: tuple
    restatements: tuple
    lists: tuple
    disputes: tuple
    wordings: tuple
    documents: tuple
    authorities: tuple

    @cached_property
    def by_id(self) -> Mapping[str, tuple]:
        return {claim.claim: claim for claim in self.claims}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What a sum calls each indicator; one that adds others up goes by their names."""
        labels = {row.indicator: row.label.lower() for row in self.indicators}
        together = {
            whole: f"{' and '.join(labels[part] for part in parts)} together"
            for whole, parts in self.parts.items()
        }
        return {**labels, **together}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        return {row.indicator: row.title for row in self.indicators}

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The parts of each indicator that is the sum of others."""
        return {row.indicator: tuple(row.parts.split("|")) for row in self.indicators if row.parts}

    @cached_property
    def wholes(self) -> Mapping[str, str]:
        """What each indicator is part of."""
        return {row.indicator: row.part_of for row in self.indicators if row.part_of}

    @property
    def published_on(self):
        return next(row.published_on for row in self.documents if row.source == PUBLISHED)

    @cached_property
    def changes(self) -> tuple:
        """Claims of a change between two named years."""
        return tuple(
            claim
            for claim in self.claims
            if claim.unit == CHANGE
            and claim.lower is not None
            and is_year(claim.from_period)
            and is_year(claim.to_period)
        )

    @cached_property
    def counts(self) -> Mapping[tuple[str, str], tuple]:
        """Claims of an exact count, by indicator and period; the report's before the press's."""
        found: dict[tuple[str, str], list] = {}
        for claim in sorted(self.claims, key=lambda claim: claim.document != PUBLISHED):
            if claim.indicator and is_count(claim):
                found.setdefault((claim.indicator, period_of(claim)), []).append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

    def count(self, indicator: str, period: str) -> Known | None:
        """A printed count, or the sum of printed counts of its parts."""
        if claims := self.counts.get((indicator, period)):
            first = claims[0]
            return Known(period, bounds.exact(first.lower), (first.claim,), number(first.lower))
        parts = [self.count(part, period) for part in self.parts.get(indicator, ())]
        if not parts or None in parts:
            return None
        total = bounds.total(part.figure for part in parts)
        told = f"{' + '.join(part.told for part in parts)} = {bounds.printed(total)}"
        return Known(period, bounds.exact(total.lower), _claims(parts), told)

    def reached(self, change) -> Known | None:
        """The count that a change led to: its own, else the only one told with it."""
        if own := self.count(change.indicator, change.to_period):
            return own
        told = [
            claims
            for (_, period), (*claims,) in self.counts.items()
            if period == change.to_period
            and any((c.document, c.topic) == (change.document, change.topic) for c in claims)
        ]
        return self.count(told[0][0].indicator, change.to_period) if len(told) == 1 else None

    def implied(self, change) -> Known | None:
        """The base that a change implies where its new count is known; None where none fits."""
        new = self.reached(change)
        base = implied_base(limits(change), new.figure.lower) if new else None
        if base is None:
            return None
        told = f"{bounds.printed(base)} (from {change.value_as_printed})"
        return Known(change.from_period, base, (change.claim,), told, is_printed=False)

    def known(self, indicator: str) -> list[Known]:
        """What is known of an indicator in each year, oldest first: printed, else implied."""
        years = {period for name, period in self.counts if name == indicator and is_year(period)}
        changes = {one.from_period: one for one in self.changes if one.indicator == indicator}
        parts = [
            {one.period: one for one in self.known(part)} for part in self.parts.get(indicator, ())
        ]
        shared = set.intersection(*(set(part) for part in parts)) if parts else set()
        found = []
        for period in sorted(years | changes.keys() | shared):
            one = self.count(indicator, period)
            if one is None and period in changes:
                one = limited(self.implied(changes[period]))
            if one is None and period in shared:
                one = _sum(period, [part[period] for part in parts])
            # Of nought, no change in per cent can be said.
            if one and one.figure.lower > 0:
                found.append(one)
        return found

    def figures_of(self, claim: str) -> Iterator:
        return (figure for figure in self.figures if figure.claim == claim)

    def one(self, indicator: str):
        """The report's only claim of an indicator, or its first."""
        return next((claim for claim in self.claims if claim.indicator == indicator), None)


def limited(one: Known | None) -> Known | None:
    """The same where it has both limits."""
    return one if one and None not in (one.figure.lower, one.figure.upper) else None


def is_count(claim) -> bool:
    """Whether a claim prints one whole number of something."""
    return (
        claim.lower is not None
        and claim.lower == claim.upper
        and "%" not in claim.unit
        and "approximately" not in claim.qualifier
    )


def our_own(claim) -> str | None:
    """How we had a claim's number or day where the documents do not print it; None where they do.

    A promise prints words for its day, and "quarterly" is kept as 4 a year.
    """
    if claim.kind == "derived" or "counted" in claim.qualifier:
        return COUNTED
    if claim.period_type == "promise":
        return DAY_WORKED_OUT
    is_number = claim.lower is not None or claim.upper is not None
    if "derived" in claim.qualifier or (is_number and not numbers_in(claim.value_as_printed)):
        return NUMBER_WORKED_OUT
    return None


def period_of(claim) -> str:
    return financial_year(claim.period) or claim.period


def limits(claim) -> Bounds:
    """What a claim prints, as limits; if they were mistaken for each other, put right."""
    ends = claim.lower, claim.upper
    lower, upper = ends if None in ends else sorted(ends)
    return Bounds(lower, upper, about=claim.qualifier.startswith("approximately"))


def number(value: float) -> str:
    return bounds.whole_or_tenth(value)


def intervals(first: str, last: str) -> int:
    """How many yearly steps lie between two years."""
    return first_year(last) - first_year(first)


def _sum(period: str, parts: list[Known]) -> Known:
    total = bounds.total(part.figure for part in parts)
    printed = all(part.is_printed for part in parts)
    return Known(period, total, _claims(parts), bounds.printed(total), printed)


def _claims(parts: list[Known]) -> tuple[str, ...]:
    return tuple(claim for part in parts for claim in part.claims)


def documents(rows: Callable[[str], tuple]) -> Documents:
    """What is held of the two documents; `rows` answers the questions of queries/check."""
    return Documents(**{one.name: rows(f"check/{one.name}") for one in fields(Documents)})
