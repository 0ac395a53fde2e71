"""Two vintages of one figure: what an earlier release implies, and what the report implies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from oversight import bounds
from oversight.bounds import Bounds
from oversight.claims.arithmetic import implied_base, meet, tenths
from oversight.claims.checks import CANNOT, CONFLICTS, Check
from oversight.claims.documents import Documents, Known, limited
from oversight.claims.reading import numbers_in

PERCENT = re.compile(r"([+−-]\d+(?:\.\d+)?)%")
HALF = 0.5


@dataclass(frozen=True)
class Vintage:
    """One year's figure as two releases imply it; `earlier_count` is that of the release's year."""

    indicator: str
    label: str
    period: str
    claim: str
    evidence: str
    earlier: Bounds
    earlier_words: str
    earlier_count: Known
    later: Bounds
    later_words: str
    later_count: Known
    source: str

    @property
    def both_possible(self) -> bool:
        return meet(self.earlier, self.later)


def vintages(said: Documents) -> tuple[Vintage, ...]:
    """Each figure that an outside release and the documents imply for the same year.

    The n-th percentage of a piece of evidence is that of the n-th indicator it names, rounded to
    the whole per cent.
    """
    found = []
    for evidence in said.outside_evidence:
        changes = PERCENT.findall(evidence.value_as_printed)
        indicators = (evidence.indicator or "").split("|")
        first, _, last = evidence.period.partition(" to ")
        if not (changes and last) or len(changes) != len(indicators):
            continue
        for change, indicator in zip(changes, indicators, strict=True):
            count = said.count(indicator, last)
            later = next(
                (c for c in said.changes if (c.indicator, c.from_period) == (indicator, first)),
                None,
            )
            implied = limited(said.implied(later)) if later else None
            middle = float(change.replace("−", "-"))
            base = (
                implied_base(Bounds(middle - HALF, middle + HALF), count.figure.lower)
                if count
                else None
            )
            if implied and base:
                found.append(
                    Vintage(
                        indicator,
                        said.labels[indicator],
                        first,
                        later.claim,
                        evidence.evidence,
                        base,
                        f"{change}%",
                        count,
                        implied.figure,
                        later.value_as_printed,
                        said.count(indicator, later.to_period),
                        evidence.source,
                    )
                )
    return tuple(found)


def two_vintages(said: Documents) -> Iterator[Check]:
    """Whether an earlier release and the report can both be right on one year."""
    for one in vintages(said):
        yield Check(
            (one.claim,),
            f"{one.source}: {one.earlier_words} to {one.earlier_count.told} implies"
            f" {bounds.printed(one.earlier)} in {one.period}; {one.later_words} to"
            f" {one.later_count.told} implies {bounds.printed(one.later)}",
            CANNOT if one.both_possible else CONFLICTS,
            "both can be right"
            if one.both_possible
            else f"not both possible if {one.earlier_count.period} was {one.earlier_count.told}",
        )


def other_papers(said: Documents) -> Iterator[Check]:
    """What other public papers say that bears on a claim, without settling it."""
    shown = {one.evidence for one in vintages(said)}
    for evidence in said.outside_evidence:
        if not evidence.claims or evidence.evidence in shown:
            continue
        told = f"{evidence.summary}, {evidence.period}: {evidence.value_as_printed}"
        count = _latest(said, evidence.indicator)
        numbers = numbers_in(evidence.value_as_printed)
        if count and len(numbers) == 1:
            change = count.figure.change_from(bounds.exact(numbers[0]))
            told += f"; {count.told} in {count.period} is {tenths(change)} on that"
        yield Check(
            tuple(evidence.claims.split("|")), f"{told} ({evidence.source})", CANNOT, evidence.use
        )


def _latest(said: Documents, indicator: str | None) -> Known | None:
    known = said.known(indicator) if indicator and "|" not in indicator else []
    return known[-1] if known else None
