"""Checks of dates: deadlines counted from publication, and what is said in a second place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from oversight.claims.checks import CANNOT, CONFLICTS, Check, agreed
from oversight.claims.documents import Documents, intervals
from oversight.claims.reading import deadline, spans_in, years_said
from oversight.periods import in_words


def deadlines(said: Documents) -> Iterator[Check]:
    """A promise's day counted from publication, against the day that pages count it to."""
    for claim in said.claims:
        if claim.period_type != "promise":
            continue
        day = deadline(claim.value_as_printed, said.published_on)
        if day is None:
            continue
        held = [*_held_by_claim(claim, day), *_held_by_asks(said, claim, day)]
        told = f"{claim.value_as_printed}, counted from {in_words(said.published_on)}:"
        other = ", ".join(name for name, same in held if not same)
        yield Check(
            (claim.claim,),
            f"{told} {in_words(day)}"
            + (f"; the pages count {other} to another day" if other else ""),
            agreed(not other) if held else CANNOT,
            "" if held else "no page counts to it",
        )


def said_again(said: Documents) -> Iterator[Check]:
    """What a second place of the documents says of the same thing."""
    for claim in dict.fromkeys(row.claim for row in said.restatements):
        rows = [row for row in said.restatements if row.claim == claim]
        stated = said.by_id[claim]
        differing = [row for row in rows if not _says_the_same(stated, row.says, said.published_on)]
        told = "; ".join(f"{row.says} ({_where(row)})" for row in (differing or rows))
        how = "elsewhere otherwise" if differing else "said again"
        yield Check((claim,), f"{stated.value_as_printed}; {how}: {told}", agreed(not differing))


def years_of_a_span(said: Documents) -> Iterator[Check]:
    """A number of years in words, against the financial years it spans."""
    for claim in said.claims:
        stated = years_said(f"{claim.measure}; {claim.note}")
        if claim in said.changes:
            first, last = claim.from_period, claim.to_period
        elif claim.indicator and stated and len(said.known(claim.indicator)) > 1:
            years = said.known(claim.indicator)
            first, last = years[0].period, years[-1].period
        else:
            continue
        for years in stated[:1]:
            steps = intervals(first, last)
            yield Check(
                (claim.claim,),
                f"{first} to {last}: {steps + 1} financial years, {steps} yearly steps, said to be"
                f" {years} years",
                CANNOT if years == steps + 1 else CONFLICTS,
                "the years are as printed; growth a year is counted in steps",
            )


def sources_before_publication(said: Documents) -> Iterator[Check]:
    """Nothing cited is later than the day of publication."""
    days = [
        span.ends_on
        for note in said.endnotes
        for span in spans_in(note.dated or "")
        if span.starts_on == span.ends_on
    ]
    dated = [
        claim
        for claim in said.claims
        if claim.topic == "evidence" and claim.measure in ("Press release date", "Report month")
    ]
    for claim in dated if days else ():
        latest = max(days)
        fits = all(
            span.starts_on <= said.published_on <= span.ends_on and latest <= span.ends_on
            for span in spans_in(claim.value_as_printed)
        )
        yield Check(
            (claim.claim,),
            f"the latest dated source cited is of {in_words(latest)}; deadlines are counted from"
            f" {in_words(said.published_on)}",
            CANNOT if fits else CONFLICTS,
            "stated once; nothing cited is later",
        )


def _held_by_claim(claim, day: date) -> list[tuple[str, bool]]:
    return [(claim.claim, span.starts_on <= day <= span.ends_on) for span in spans_in(claim.period)]


def _held_by_asks(said: Documents, claim, day: date) -> list[tuple[str, bool]]:
    """The asks of the recommendation that a deadline is about, and whether they have that day."""
    named = re.search(r"Recommendation (\d+)", claim.measure)
    return [
        (ask.ask, ask.due_on == day)
        for ask in said.asks
        if named and ask.recommendation == int(named[1]) and ask.due_on
    ]


def _says_the_same(claim, says: str, published_on: date) -> bool:
    value = claim.value_as_printed
    if claim.period_type == "promise":
        return deadline(says, published_on) == deadline(value, published_on)
    if again := spans_in(says):
        return all(any(span.meets(one) for one in spans_in(value)) for span in again)
    return set(re.findall(r"\w+", says.lower())) - {"and"} <= set(re.findall(r"\w+", value.lower()))


def _where(row) -> str:
    if row.document == "press":
        return "press release"
    note = re.search(r"endnote \d+", row.place)
    return note[0] if note else f"p. {row.page}"
