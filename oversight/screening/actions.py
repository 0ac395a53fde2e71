"""The checks of an action return: questions put at a meeting, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from oversight.asks import COMMITTEE, question_of
from oversight.definitions import Indicator
from oversight.periods import FIRST_DAY
from oversight.reference import Reference
from oversight.returns import Kind
from oversight.screening import cells as cell
from oversight.screening.finding import Finding
from oversight.screening.meant import did_you_mean, shown

# What a question only asked, or only answered, does not have.
SAYS_NOTHING_IN = {
    "asked": ("answer", "promised_by", "due_date"),
    "answered": ("promised_by",),
}


def actions_of(
    rows: Sequence[tuple[int, tuple[str, ...]]],
    kind: Kind,
    indicators: Mapping[str, Indicator],
    reference: Reference,
    today: date,
    body: str | None,
) -> cell.Entries:
    """Each row as understood, or everything that is wrong with them."""
    known = {*indicators, *reference.asks, *reference.claims}

    def wrong(line: int, cells: dict[str, str]) -> Iterator[Finding]:
        return _wrong(kind, line, cells, known, reference, today, body)

    return cell.entries_of(rows, kind, wrong, _said_twice, _key_of)


def _key_of(cells: Mapping[str, str]) -> tuple[str, ...]:
    return question_of(cells["meeting_date"], cells["question"], cells["asked_of"])


def _said_twice(line: int, earlier: int, cells: Mapping[str, str]) -> Finding:
    message = f"This question stands in line {earlier} already. Leave one of the two."
    return Finding("questions_stand_once", message, line, "question")


def _wrong(
    kind: Kind,
    line: int,
    cells: dict[str, str],
    known: set[str],
    reference: Reference,
    today: date,
    body: str | None,
) -> Iterator[Finding]:
    """What is wrong with one row. Cells that name a body become the body's id."""
    yield from cell.wrong_cells(kind, line, cells)
    met_on = None
    if cells["meeting_date"]:
        met_on = cell.day(cells["meeting_date"], line, "meeting_date", last=today)
        if isinstance(met_on, Finding):
            yield met_on
    if cells["about"] and cells["about"] not in known:
        message = f"'{shown(cells['about'])}' is no ask, indicator or claim."
        hint = partial(did_you_mean, cells["about"], known)
        yield Finding("subjects_are_known", message, line, "about", hint=hint)
    for column in ("asked_of", "promised_by", "author"):
        if cells[column]:
            found = cell.body(cells[column], line, column, reference)
            if isinstance(found, Finding):
                yield found
            else:
                cells[column] = found
    if body is not None and cells["author"] not in ("", body):
        message = f"You write for {body}, not for {cells['author']}."
        yield Finding("authors_write_for_themselves", message, line, "author")
    if cells["due_date"]:
        first = met_on if isinstance(met_on, date) else FIRST_DAY
        due_on = cell.day(cells["due_date"], line, "due_date", first)
        if isinstance(due_on, Finding):
            yield due_on
    yield from _misfits(line, cells)
    if cells["outcome"] == "answered" and not cells["answer"]:
        yield Finding("answers_are_written", "Write what was answered.", line, "answer")
    if cells["outcome"] == "promised" and not cells["promised_by"]:
        yield Finding("promises_have_a_body", "Write who promised it.", line, "promised_by")


def _misfits(line: int, cells: Mapping[str, str]) -> Iterator[Finding]:
    """Cells that say more than the outcome, and an outcome that is not the author's to record."""
    for column in SAYS_NOTHING_IN.get(cells["outcome"], ()):
        if cells[column]:
            message = (
                f"The outcome is '{cells['outcome']}', which leaves this blank. Take it out, or"
                " write the outcome that fits."
            )
            yield Finding("outcomes_fit_their_cells", message, line, column)
    author = cells["author"]
    is_own = author == cells["asked_of"] and author not in ("", COMMITTEE)
    if cells["outcome"] == "withdrawn" and is_own:
        message = (
            f"{author} was asked, and cannot withdraw the question. The {COMMITTEE} or"
            " another body records that."
        )
        yield Finding("questions_are_withdrawn_by_others", message, line, "author")
