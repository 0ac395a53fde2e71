"""Checks over several years at once: the path of a sum, its share of all, growth a year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from oversight import bounds
from oversight.claims.arithmetic import meet, tenths, yearly_growth
from oversight.claims.checks import CANNOT, CONFLICTS, Check
from oversight.claims.documents import Documents, Known, intervals
from oversight.claims.reading import spans_in

TWO = 2


def paths(said: Documents) -> Iterator[Check]:
    """Whether the changes printed from different baselines fit one path of the sum."""
    for whole in said.parts:
        years = said.known(whole)
        if len(years) <= TWO:
            continue
        steps = [
            (old, new, tenths(new.figure.change_from(old.figure))) for old, new in pairwise(years)
        ]
        told = ", ".join(f"{grown} {old.period} to {new.period}" for old, new, grown in steps)
        claims = tuple(dict.fromkeys(
            claim for one in years if not one.is_printed for claim in one.claims
        ))  # fmt: skip
        yield Check(
            (*claims, *_began(said, whole)),
            f"{said.labels[whole]}: {told}",
            CANNOT,
            f"possible; {_steepest(steps)}",
        )


def sums_since_the_first_year(said: Documents) -> Iterator[Check]:
    """A sum whose first year is only implied, and its growth to the last."""
    for whole in said.parts:
        years = said.known(whole)
        if len(years) > 1 and not years[0].is_printed:
            first, last = years[0], years[-1]
            yield Check(
                first.claims,
                f"{said.labels[whole]}: {bounds.printed(first.figure)} in {first.period},"
                f" {last.told} in {last.period}, {tenths(last.figure.change_from(first.figure))}",
                CANNOT,
                "worked out from two rounded percentages",
            )


def sums_that_contradict_their_parts(said: Documents) -> Iterator[Check]:
    """A sum implied for a year, held against what its own printed change implies for it."""
    for whole, parts in said.parts.items():
        for change in said.changes:
            if change.indicator != whole:
                continue
            own = said.implied(change)
            years = [{one.period: one for one in said.known(part)} for part in parts]
            if own is None or not all(change.from_period in year for year in years):
                continue
            summed = bounds.total(year[change.from_period].figure for year in years)
            if not meet(summed, own.figure):
                yield Check(
                    (change.claim,),
                    f"{change.value_as_printed} implies {bounds.printed(own.figure)} in"
                    f" {change.from_period}; its parts add up to {bounds.printed(summed)}",
                    CONFLICTS,
                )


def shares_of_all(said: Documents) -> Iterator[Check]:
    """The share that a sum has in the whole it is part of, and what became of the rest."""
    for part in said.parts:
        whole = said.wholes.get(part)
        of_part = {one.period: one for one in said.known(part)}
        both = [(of_part[one.period], one) for one in said.known(whole) if one.period in of_part]
        if len(both) < TWO:
            continue
        (early, early_all), (late, late_all) = both[0], both[-1]
        rests = [early_all.figure - early.figure, late_all.figure - late.figure]
        shares = [_share(early, early_all), _share(late, late_all)]
        yield Check(
            (*early_all.claims, *late_all.claims),
            f"{said.labels[part]}: {shares[0]} of all in {early.period}, {shares[1]} in"
            f" {late.period}; the rest {bounds.printed(rests[0])} to {bounds.printed(rests[1])},"
            f" {tenths(rests[1].change_from(rests[0]))}",
            CANNOT,
            "the mix changed more than the number",
        )


def growth_a_year(said: Documents) -> Iterator[Check]:
    """The even growth a year from an implied first year to the last printed one."""
    for whole, parts in said.parts.items():
        for indicator in (*parts, whole):
            years = said.known(indicator)
            if len(years) < TWO or years[0].is_printed:
                continue
            first, last = years[0], years[-1]
            steps = intervals(first.period, last.period)
            growth = yearly_growth(first.figure, last.figure, steps)
            yield Check(
                first.claims,
                f"{said.labels[indicator]}: {tenths(growth)} a year, {first.period} to"
                f" {last.period} being {steps} yearly steps",
                CANNOT,
                "worked out, and printed nowhere",
            )


def _share(part: Known, whole: Known) -> str:
    return tenths(part.figure.share_of(whole.figure), sign=False)


def _steepest(steps: list[tuple[Known, Known, str]]) -> str:
    """The step with the highest growth a year, and whether it is also the steepest year."""
    old, new, _ = max(
        steps,
        key=lambda step: (
            yearly_growth(
                step[0].figure, step[1].figure, intervals(step[0].period, step[1].period)
            ).middle
        ),
    )
    years = f"{old.period} to {new.period}"
    if all(intervals(one.period, other.period) == 1 for one, other, _ in steps):
        return f"the steepest year is {years}"
    # A single year within a step of several may have been steeper than its average.
    return (
        f"the steepest step averaged by year is {years}; which single year was steepest cannot be"
        " told"
    )


def _began(said: Documents, whole: str) -> tuple[str, ...]:
    """Claims of a topic that date the beginning of its rise within the years of the path."""
    topic = said.one(whole).topic
    return tuple(
        claim.claim
        for claim in said.claims
        if claim.topic == topic and claim.unit == "event" and spans_in(claim.value_as_printed)
    )
