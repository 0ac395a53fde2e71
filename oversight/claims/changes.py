"""Checks of printed changes: recomputed from counts, or the base they imply worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from oversight import bounds
from oversight.claims.arithmetic import hundredths, implied_base, per_cent_change, tenths
from oversight.claims.checks import AGREES, CANNOT, CONFLICTS, ROUNDS, Check, agreed
from oversight.claims.documents import CHANGE, Documents, Known, intervals, limited, limits, number
from oversight.claims.reading import A_THIRD, years_said

# The documents call more than 10 per cent a marked rise (A17, O02): less may be called steady.
STEADY_WITHIN = 10
# How far from a third a percentage may lie and still be called one in words.
NEAR_A_THIRD = 1
TWO = 2


def changes_between_counts(said: Documents) -> Iterator[Check]:
    """A printed change is recomputed from the counts of its two years, which it bears out too."""
    for claim in said.changes:
        old = said.count(claim.indicator, claim.from_period)
        new = said.count(claim.indicator, claim.to_period)
        if old is None or new is None or not old.figure.lower:
            continue
        change = per_cent_change(old.figure.lower, new.figure.lower)
        verdict = _verdict(change, claim)
        told = f"{new.told} from {old.told}: {hundredths(change)}, printed {claim.value_as_printed}"
        yield Check((claim.claim,), told, verdict)
        yield Check((*old.claims, *new.claims), told, agreed(verdict != CONFLICTS))


def bases_implied_by_changes(said: Documents) -> Iterator[Check]:
    """Where the earlier count is lost, the whole numbers that the printed change leaves for it."""
    for claim in said.changes:
        new = said.reached(claim)
        if new is None or said.count(claim.indicator, claim.from_period):
            continue
        base = said.implied(claim)
        told = f"{new.told} is {claim.value_as_printed} more than"
        if base is None:
            told = f"{told} no whole number in {claim.from_period}"
            yield Check((claim.claim, *new.claims), told, CONFLICTS)
            continue
        fewer = bounds.printed(new.figure - base.figure)
        told = f"{told} {bounds.printed(base.figure)} in {claim.from_period} ({fewer} fewer)"
        lacking = f"the count of {claim.from_period} was not printed"
        check = _as_shown(said, claim, claim.from_period, base.figure, told, lacking)
        yield (
            check
            if check.verdict == CONFLICTS
            else replace(check, claims=(claim.claim, *new.claims))
        )


def years_before_bounded(said: Documents) -> Iterator[Check]:
    """A rise of "over" so many per cent sets a limit to the count of the year before."""
    for claim in said.claims:
        if claim.unit != CHANGE or claim.from_period or not claim.indicator or claim.lower is None:
            continue
        for (indicator, _), (count, *_others) in said.counts.items():
            if indicator == claim.indicator and claim.upper is None:
                base = implied_base(limits(claim), count.lower)
                told = (
                    f"{number(count.lower)} is {claim.value_as_printed} than"
                    f" {bounds.printed(base)} the year before"
                )
                lacking = "the count of the year before was not printed"
                yield _as_shown(said, claim, None, base, told, lacking)


def totals_called_steady(said: Documents) -> Iterator[Check]:
    """A total that the report calls steady is held against its own two counts."""
    for claim in said.claims:
        if not claim.indicator or "steady" not in claim.note:
            continue
        years = _printed(said, claim.indicator)
        if len(years) < TWO:
            continue
        first, last = years[0], years[-1]
        change = per_cent_change(first.figure.lower, last.figure.lower)
        yield Check(
            (*first.claims, *last.claims),
            f"{last.told} from {first.told}: {hundredths(change)} over"
            f" {intervals(first.period, last.period)} yearly steps, called steady",
            agreed(abs(change) < STEADY_WITHIN),
            f"steady is read as less than {STEADY_WITHIN}% either way",
        )


def directions(said: Documents) -> Iterator[Check]:
    """What is said to be up is held against every count of its topic with two printed years.

    A verdict needs counts of everything that is named, over as many years as are said.
    """
    for claim in said.claims:
        if claim.unit != "direction":
            continue
        named, told, is_up = _named(claim), [], []
        years = next(iter(years_said(claim.value_as_printed)), 1)
        for indicator in _indicators(said, claim.topic):
            *_, first, last = [None, None, *_printed(said, indicator)]
            if indicator in said.parts or not first or intervals(first.period, last.period) > 1:
                continue
            told.append(f"{said.labels[indicator]} {first.told} to {last.told}")
            is_up.append(last.figure.lower > first.figure.lower)
            measures = [c.measure.lower() for c in said.claims if c.indicator == indicator]
            named = [one for one in named if not any(one in measure for measure in measures)]
        if told:
            found = f"{'; '.join(told)}: {'all up' if all(is_up) else 'not all up'}"
            lacking = [f"no counts of two years are printed of {' or '.join(named)}"] * bool(named)
            if years > 1:
                lacking.append(f"one year is compared, and {years} years are said")
            yield Check(
                (claim.claim,),
                f"{found} in one year",
                CANNOT if lacking else agreed(all(is_up)),
                "; ".join(lacking) or "only counts printed for neighbouring years can be compared",
            )


def rises_of_a_third(said: Documents) -> Iterator[Check]:
    """A rise of a third without base or measure is held against every change that could be meant.

    Where the words name sexual abuse, rape and sexual assault together are meant; else all cases.
    """
    for claim in said.claims:
        if claim.unit != CHANGE or claim.indicator or claim.lower is None:
            continue
        whole, part = _all_and_serious(said, claim.topic)
        if whole is None:
            continue
        about, other = (part, whole) if "sexual" in claim.measure.lower() else (whole, part)
        fitting = _near_a_third(said, about)
        if fitting:
            told = f"{said.labels[about]}: {fitting}, about a third"
            yield Check((claim.claim,), told, ROUNDS, "base and period are not stated")
            continue
        years = _printed(said, about)
        if len(years) < TWO:
            continue
        first, last = years[0], years[-1]
        change = per_cent_change(first.figure.lower, last.figure.lower)
        elsewhere = _near_a_third(said, other)
        yield Check(
            (claim.claim,),
            f"{said.labels[about]}: {last.told} from {first.told} is {hundredths(change)},"
            " far from a third",
            CONFLICTS,
            f"a third fits only {said.labels[other]}: {elsewhere}" if elsewhere else "",
        )


def counts_without_a_printed_change(said: Documents) -> Iterator[Check]:
    """Two counts of one indicator whose change nobody printed."""
    for indicator in dict.fromkeys(indicator for indicator, _ in said.counts):
        years = _printed(said, indicator)
        stated = any(one.indicator == indicator for one in said.changes)
        called = any(c.indicator == indicator and "steady" in c.note for c in said.claims)
        if len(years) < TWO or stated or called:
            continue
        old, new = years[0], years[-1]
        change = bounds.exact(per_cent_change(old.figure.lower, new.figure.lower))
        yield Check(
            (*old.claims, *new.claims),
            f"{new.told} in {new.period} from {old.told} in {old.period}: {tenths(change)}",
            CANNOT,
            "no percentage was printed, and nothing else bears on the two counts",
        )


def changes_that_cannot_be_chained(said: Documents) -> Iterator[Check]:
    """Changes of one topic that count different people: no sum of them means anything."""
    stated = [
        claim
        for claim in said.claims
        if claim.unit == CHANGE and claim.indicator and claim.topic == "workforce"
    ]
    if len({claim.indicator for claim in stated}) < TWO:
        return
    told = "; ".join(
        f"{claim.value_as_printed} ({said.labels[claim.indicator]}, {claim.period})"
        for claim in stated
    )
    yield Check(
        tuple(claim.claim for claim in stated),
        "; ".join([told, *_between_bases(said, stated)]),
        CANNOT,
        "each counts another group, so they cannot be chained",
    )


def _between_bases(said: Documents, stated: list) -> Iterator[str]:
    """What two changes to the same count would imply between their two base years."""
    based = [claim for claim in stated if claim in said.changes and limited(said.implied(claim))]
    for one, other in combinations(sorted(based, key=lambda claim: claim.from_period), 2):
        early, late = said.implied(one), said.implied(other)
        same = said.reached(one).figure == said.reached(other).figure
        if same and early.period < late.period:
            grown = bounds.printed_change(late.figure.change_from(early.figure))
            yield f"{early.period} to {late.period} would be {grown}"


def _as_shown(said: Documents, claim, period: str | None, base, told: str, lacking: str) -> Check:
    """A worked-out base, and a conflict where the pages show another."""
    for figure in said.figures_of(claim.claim):
        if period in (None, figure.period) and (figure.lower, figure.upper) != (
            base.lower,
            base.upper,
        ):
            shown = " to ".join(
                number(end) for end in (figure.lower, figure.upper) if end is not None
            )
            return Check(
                (claim.claim,), f"{told}; the pages show {shown} ({figure.figure})", CONFLICTS
            )
    return Check((claim.claim,), told, CANNOT, lacking)


def _verdict(change: float, claim) -> str:
    """How a recomputed change stands to the printed one."""
    if claim.upper is None:
        return agreed(change > claim.lower)
    # A half is rounded up, so the upper limit itself is out.
    if not claim.lower <= change < claim.upper:
        return CONFLICTS
    return AGREES if change == (claim.lower + claim.upper) / 2 else ROUNDS


def _printed(said: Documents, indicator: str) -> list[Known]:
    """An indicator's printed counts of years, oldest first."""
    return [one for one in said.known(indicator) if one.is_printed]


def _named(claim) -> list[str]:
    """What a direction is said of: "Cases and charges of a crime: ..." names cases and charges."""
    things = claim.measure.partition(":")[0].partition(" of ")[0].lower()
    return re.split(r", | and ", things)


def _indicators(said: Documents, topic: str) -> list[str]:
    """The indicators that claims of a topic count."""
    named = (claim.indicator for claim in said.claims if claim.topic == topic and claim.indicator)
    return list(dict.fromkeys(named))


def _all_and_serious(said: Documents, topic: str) -> tuple[str | None, str | None]:
    """A topic's whole, and its part that is itself the sum of others."""
    for indicator in _indicators(said, topic):
        if indicator in said.parts and said.wholes.get(indicator) in _indicators(said, topic):
            return said.wholes[indicator], indicator
    return None, None


def _near_a_third(said: Documents, indicator: str) -> str:
    """The printed change of an indicator that may be called a third; blank where there is none."""
    for claim in said.changes:
        if claim.indicator == indicator and claim.upper is not None:
            middle = (claim.lower + claim.upper) / 2
            if abs(middle - A_THIRD) <= NEAR_A_THIRD:
                return f"{claim.value_as_printed} from {claim.from_period} ({claim.claim})"
    return ""
