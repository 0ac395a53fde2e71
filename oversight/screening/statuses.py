"""The checks of a status return: what a body says of an ask, and what the Committee finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from oversight.asks import COMMITTEE
from oversight.definitions import Indicator
from oversight.periods import in_words
from oversight.reference import Reference
from oversight.returns import Kind
from oversight.screening import cells as cell
from oversight.screening.evidence import wrong_evidence
from oversight.screening.finding import Finding
from oversight.screening.meant import did_you_mean, shown

CLAIM = "claimed complete"
# What nobody may say without showing where it can be read.
NEEDS_EVIDENCE = (CLAIM, "closed: ")
NEEDS_REASON = ("closed: not implemented", "closed: superseded")


def statuses_of(
    rows: Sequence[tuple[int, tuple[str, ...]]],
    kind: Kind,
    indicators: Mapping[str, Indicator],
    reference: Reference,
    today: date,
    body: str | None,
) -> cell.Entries:
    """Each row as understood, or everything that is wrong with them.

    Args:
        body: the body for which the sender may write; None for all.
    """

    def wrong(line: int, cells: dict[str, str]) -> Iterator[Finding]:
        return _wrong(kind, line, cells, reference, today, body)

    return cell.entries_of(rows, kind, wrong, _said_twice, _key_of)


def _key_of(cells: Mapping[str, str]) -> tuple[str, ...]:
    return cells["ask"], cells["status_date"], cells["author"]


def _said_twice(line: int, earlier: int, cells: Mapping[str, str]) -> Finding:
    message = (
        f"{cells['ask']} of {cells['status_date']} by {cells['author']} stands in line"
        f" {earlier} already. Leave one of the two."
    )
    return Finding("statuses_stand_once", message, line, "ask")


def _wrong(
    kind: Kind,
    line: int,
    cells: dict[str, str],
    reference: Reference,
    today: date,
    body: str | None,
) -> Iterator[Finding]:
    """What is wrong with one row. The author's cell becomes the body's id."""
    yield from cell.wrong_cells(kind, line, cells)
    ask = cells["ask"]
    if ask and ask not in reference.owners:
        message = f"'{shown(ask)}' is no ask and no promise."
        hint = partial(did_you_mean, ask, reference.owners)
        yield Finding("asks_are_known", message, line, "ask", hint=hint)
    said_on = None
    if cells["status_date"]:
        said_on = cell.day(cells["status_date"], line, "status_date", last=today)
        if isinstance(said_on, Finding):
            yield said_on
    if cells["author"]:
        author = cell.body(cells["author"], line, "author", reference)
        if isinstance(author, Finding):
            yield author
        else:
            cells["author"] = author
            yield from _not_theirs(line, cells, reference, body)
    yield from _unsaid(line, cells)
    told_on = said_on if isinstance(said_on, date) else today
    yield from wrong_evidence(cells["evidence"], line, told_on)
    if cells["revised_due_date"]:
        revised = cell.day(cells["revised_due_date"], line, "revised_due_date")
        if isinstance(revised, Finding):
            yield revised
        elif isinstance(said_on, date) and revised < said_on:
            message = f"{in_words(revised)} lies before the day this was said."
            yield Finding("days_fit", f"{message} Write a day to come.", line, "revised_due_date")


def _not_theirs(
    line: int, cells: Mapping[str, str], reference: Reference, body: str | None
) -> Iterator[Finding]:
    """A body speaks for itself alone, and of what was asked of it; the Committee of everything."""
    ask, author = cells["ask"], cells["author"]
    owners = reference.owners.get(ask, ())
    if body is not None and author != body:
        message = f"You write for {body}, not for {author}."
        yield Finding("authors_write_for_themselves", message, line, "author")
    elif owners and author not in (*owners, COMMITTEE):
        message = (
            f"{author} cannot answer for {ask}, which was asked of {' and '.join(owners)}. Its"
            f" owner or the {COMMITTEE} writes this row."
        )
        yield Finding("authors_write_for_themselves", message, line, "author")
    elif author == COMMITTEE and ask in reference.owners and author not in owners:
        yield from _said_for_others(line, cells)


def _said_for_others(line: int, cells: Mapping[str, str]) -> Iterator[Finding]:
    """What the Committee says in place of those it asked; it assesses what they say and do."""
    if cells["response"]:
        message = (
            f"The {COMMITTEE} asked; the response is for those who were asked. Leave it blank and"
            " write what it finds of the delivery."
        )
        yield Finding("responses_come_from_the_asked", message, line, "response")
    if cells["delivery"] == CLAIM:
        message = (
            f"The {COMMITTEE} assesses; those who were asked claim. Write how far it has come, or"
            " close it."
        )
        yield Finding("claims_come_from_the_asked", message, line, "delivery")


def _unsaid(line: int, cells: Mapping[str, str]) -> Iterator[Finding]:
    """A row says something, and shows where what it says can be read."""
    if not (cells["response"] or cells["delivery"] or cells["revised_due_date"]):
        message = "The row says nothing: no response, no delivery, no date."
        yield Finding("rows_say_something", message, line, "response")
    if cells["delivery"].startswith(NEEDS_EVIDENCE) and not cells["evidence"].strip("| "):
        message = f"'{cells['delivery']}' needs evidence: title, link, date and page, parted by |."
        yield Finding("claims_have_evidence", message, line, "evidence")
    if cells["revised_due_date"] and not cells["reason"]:
        message = "A date that moves needs a reason."
        yield Finding("moves_have_a_reason", message, line, "reason")
    elif cells["delivery"] in NEEDS_REASON and not cells["reason"]:
        message = f"'{cells['delivery']}' needs a reason."
        yield Finding("closures_have_a_reason", message, line, "reason")
