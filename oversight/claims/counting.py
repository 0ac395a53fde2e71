"""Checks that count: lists, recommendations, endnotes, and how often a year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from oversight.claims.checks import CANNOT, CONFLICTS, Check, agreed
from oversight.claims.documents import Documents, number
from oversight.claims.reading import numbers_in

A_YEAR = {"monthly": 12, "quarterly": 4, "yearly": 1}


def lists(said: Documents) -> Iterator[Check]:
    """What the documents list one by one is counted; a printed sum is added up by its parts."""
    for claim in dict.fromkeys(item.claim for item in said.lists):
        stated = said.by_id[claim]
        parts = Counter(item.part for item in said.lists if item.claim == claim)
        counted = sum(parts.values())
        told = f"{counted} listed one by one"
        holds = stated.lower == counted
        addends = re.findall(r"\d+(?= [+=])", stated.value_as_printed)
        if addends:
            told = f"{' + '.join(map(str, parts.values()))} = {counted}, listed one by one"
            holds = holds and [int(one) for one in addends] == list(parts.values())
        yield Check((claim,), f"{told}; the claim: {stated.value_as_printed}", agreed(holds))


def recommendations(said: Documents) -> Iterator[Check]:
    """Recommendations and their bullets are counted from the asks, in report and press release."""
    bullets = {(ask.recommendation, ask.bullet) for ask in said.asks}
    numbered = {ask.recommendation for ask in said.asks}
    left = {ask.recommendation for ask in said.asks if ask.treatment != "dropped"}
    for claim in said.claims:
        if claim.measure == "Recommendations":
            told = f"{len(numbered)} recommendations, {len(bullets)} bullets, {len(said.asks)} asks"
            holds = numbers_in(claim.value_as_printed) == [len(numbered), len(bullets)]
            yield Check((claim.claim,), told, agreed(holds))
        elif claim.measure == "Recommendations in the press release":
            dropped = sum(ask.treatment == "dropped" for ask in said.asks)
            yield Check(
                (claim.claim,),
                f"{len(left)} of {len(numbered)} recommendations have an ask left in the press"
                f" release, a bullet each; {dropped} of {len(said.asks)} asks are dropped",
                agreed(claim.lower == len(left)),
                "the number is the same, the contents differ",
            )


def endnotes(said: Documents) -> Iterator[Check]:
    """The endnotes are counted, and those that are lost."""
    states = Counter(note.state for note in said.endnotes)
    for claim in said.claims:
        if claim.measure == "Endnotes":
            told_lost = re.search(r"(\d+) have lost", claim.note)
            holds = claim.lower == len(said.endnotes) and (
                told_lost is None or int(told_lost[1]) == states["lost"]
            )
            yield Check(
                (claim.claim,),
                f"{len(said.endnotes)} numbered, of which {states['lost']} have lost their opening"
                f" and {states['cut']} are cut short",
                agreed(holds),
            )


def times_a_year(said: Documents) -> Iterator[Check]:
    """How often a year, from the word for it."""
    for claim in said.claims:
        times = A_YEAR.get(claim.value_as_printed)
        if times and claim.lower is not None:
            yield Check(
                (claim.claim,),
                f"{claim.value_as_printed} is {times} a year",
                agreed(claim.lower == claim.upper == times),
            )


def limits_follow_the_words(said: Documents) -> Iterator[Check]:
    """The limits kept of a claim hold the number it prints. Told only where they do not.

    Both are our transcription, so that they fit is no recomputation.
    """
    for claim in said.claims:
        for printed in numbers_in(claim.value_as_printed)[:1]:
            if claim.lower is None and claim.upper is None:
                continue
            if None not in (claim.lower, claim.upper) and claim.lower > claim.upper:
                printed = claim.lower
            # "Over 50" is kept as 51 or more.
            lower = None if claim.lower is None else claim.lower - (claim.upper is None)
            if (lower is not None and printed < lower - 0.05) or (
                claim.upper is not None and printed > claim.upper + 0.05
            ):
                yield Check(
                    (claim.claim,),
                    f"{claim.value_as_printed} is kept as {_kept(claim)}",
                    CONFLICTS,
                    "our transcription contradicts itself",
                )


def figures_lie_within_their_claims(said: Documents) -> Iterator[Check]:
    """Every figure on the pages lies within what its claim prints. Told only where it does not."""
    for figure in said.figures:
        claim = said.by_id.get(figure.claim)
        # A base worked out from a change is held against it by another rule.
        if claim is None or figure.qualifier == "derived":
            continue
        ends = [figure.value] if figure.value is not None else [figure.lower, figure.upper]
        outside = [
            end
            for end in ends
            if end is not None
            and (
                (claim.lower is not None and end < claim.lower)
                or (claim.upper is not None and end > claim.upper)
            )
        ]
        if outside:
            yield Check(
                (claim.claim,),
                f"printed {claim.value_as_printed}; the pages show {number(outside[0])}"
                f" ({figure.figure})",
                CONFLICTS,
            )


def lost_sources(said: Documents) -> Iterator[Check]:
    """Claims whose source note is missing or cut short."""
    for note in said.endnotes:
        rest = (note.claims or "").split("|") if note.state != "whole" else []
        # A claim that stands in what is left of the note needs no other place.
        lacking = tuple(
            claim
            for claim in rest
            if claim and f"endnote {note.endnote}" not in _place(said, claim)
        )
        if lacking:
            how = "is missing" if note.state == "lost" else "is cut short"
            yield Check(lacking, f"its source, endnote {note.endnote}, {how}", CANNOT)


def _place(said: Documents, claim: str) -> str:
    return said.by_id[claim].place


def _kept(claim) -> str:
    ends = [number(end) for end in (claim.lower, claim.upper) if end is not None]
    return " to ".join(dict.fromkeys(ends))
