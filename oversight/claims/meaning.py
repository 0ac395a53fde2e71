"""Checks of what is meant: unit, place, who disputes it, and the order of events."""

from __future__ import annotations

from collections.abc import Iterator

from oversight.claims.checks import AGREES, CANNOT, CONFLICTS, Check, agreed
from oversight.claims.documents import PUBLISHED, Documents, number
from oversight.claims.reading import spans_in
from oversight.periods import in_words

# Words that limit a number; one that is gone in the other document is told.
LIMITING = ("budgeted", "estimated", "expected", "approximately", "recorded")


def both_documents(said: Documents) -> Iterator[Check]:
    """A count that both documents print: the same number, and of the same thing?"""
    for claims in said.counts.values():
        printed = [claim for claim in claims if claim.document == PUBLISHED][:1]
        for ours in printed:
            for theirs in (claim for claim in claims if claim.document != PUBLISHED):
                yield _compared(ours, theirs)


def places_of_sources(said: Documents) -> Iterator[Check]:
    """The place a figure is said to be of, and the place its source counts."""
    for note in said.endnotes:
        for claim in note.claims.split("|") if note.geography and note.claims else ():
            for figure in said.figures_of(claim):
                same = figure.geography == note.geography
                yield Check(
                    (claim,),
                    f"the text says {figure.geography}; the study in endnote {note.endnote} is of"
                    f" {note.geography}",
                    CANNOT if same else CONFLICTS,
                    "text and source mean the same place" if same else "",
                )


def disputed_statements(said: Documents) -> Iterator[Check]:
    """A claim that others before the Committee disputed is contested."""
    for claim in dict.fromkeys(row.disputes for row in said.disputes):
        rows = [row for row in said.disputes if row.disputes == claim]
        told = "; ".join(
            # Where a source is lost, the partners page says so beside the statement.
            f"{row.said_by.partition(' (')[0]}: {row.summary[:1].lower()}{row.summary[1:]}"
            f" (p. {row.page})"
            for row in rows
        )
        yield Check(
            (claim,),
            f"{said.by_id[claim].value_as_printed}, against {told}",
            CONFLICTS,
            "contested: different speakers, and perhaps different meetings",
        )


def prosecutions_and_their_lack(said: Documents) -> Iterator[Check]:
    """A lack of prosecutions, and two announced: both may be true by their dates."""
    claim = said.one("fgm_prosecutions_announced")
    days = spans_in(claim.period) if claim else ()
    if days and "lack of" in claim.note:
        announced, published = days[0].ends_on, said.published_on
        yield Check(
            (claim.claim,),
            f"announced on {in_words(announced)}, {(published - announced).days} days before the"
            " report that speaks of a lack of them",
            CANNOT if announced < published else CONFLICTS,
            "both can be true by date; the number is stated once",
        )


def offices_of_speakers(said: Documents) -> Iterator[Check]:
    """Whether a speaker's office is of the same body wherever the documents name it."""
    listed = {item.item: item.body for item in said.lists if item.part}
    differing: dict[tuple[str, str, str], list[str]] = {}
    for note in said.endnotes:
        body = listed.get(note.cites)
        # Two speakers may hold offices of one name; only one of them is a guest of his body.
        if body and note.body and body != note.body:
            differing.setdefault((note.cites, body, note.body), []).append(str(note.endnote))
    for (office, body, other), notes in differing.items():
        yield Check(
            (),
            f"{office}: {body} in the list of guests, {other} in endnotes {', '.join(notes)}",
            CONFLICTS,
            "a slip of the text; no figure rests on it",
        )


def lost_words(ours: str, theirs: str) -> list[str]:
    """Limiting words of one wording that the other leaves out."""
    return [word for word in LIMITING if word in ours.lower() and word not in theirs.lower()]


def _compared(ours, theirs) -> Check:
    both = (ours.claim, theirs.claim)
    if ours.lower != theirs.lower:
        told = f"{number(ours.lower)} in the report, {number(theirs.lower)} in the press release"
        return Check(both, told, agreed(False))
    if ours.unit != theirs.unit:
        gone = "".join(f"; “{word}” is gone" for word in lost_words(ours.measure, theirs.measure))
        return Check(
            both,
            f"{number(ours.lower)} {ours.unit} in the report, {number(theirs.lower)}"
            f" {theirs.unit} in the press release{gone}",
            CONFLICTS,
            "the same number of two different things",
        )
    return Check(both, f"{number(ours.lower)} in the report and in the press release", AGREES)
