"""What cells of returns in words have in common: needed, known words, days, bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from oversight.periods import DAY, FIRST_DAY, LAST_DAY, in_words
from oversight.reference import Reference
from oversight.returns import Kind
from oversight.screening.answers import in_sentences
from oversight.screening.finding import MOST_TOLD, Finding
from oversight.screening.meant import did_you_mean, shown
from oversight.screening.registry import STAGES
from oversight.spellings import meant_day

# A sentence or two; what is longer belongs in the evidence.
MOST_LETTERS = 2_000


@dataclass(frozen=True)
class Entries:
    """The rows of a return as understood, or the first findings and how much is wrong in all.

    `refused` counts the rows that have something wrong, `reached` is the stage that failed.
    """

    entries: Sequence[dict[str, str]] = ()
    findings: Sequence[Finding] = ()
    count: int = 0
    refused: int = 0
    reached: str = ""
    # Which spellings were taken to mean what, in sentences.
    understood: tuple[str, ...] = ()


def entries_of(
    rows: Sequence[tuple[int, tuple[str, ...]]],
    kind: Kind,
    wrong: Callable[[int, dict[str, str]], Iterator[Finding]],
    said_twice: Callable[[int, int, Mapping[str, str]], Finding],
    key_of: Callable[[Mapping[str, str]], tuple[str, ...]],
) -> Entries:
    """Each row as understood, or everything that is wrong with them.

    Args:
        wrong: the findings of one row; it may write into the row's cells what they mean.
        said_twice: the finding for a line whose key stands in an earlier line already.
        key_of: what makes two rows say the same; blank parts make no key.
    """
    entries, found = [], []
    first: dict[tuple[str, ...], int] = {}
    read: Counter[tuple[str, str]] = Counter()
    for line, written in rows:
        cells = cells_of(kind, written)
        of_row = [*wrong(line, cells)]
        key = key_of(cells)
        earlier = first.setdefault(key, line)
        if earlier != line and all(key):
            of_row.append(said_twice(line, earlier, cells))
        found.append([replace(finding, cells=written) for finding in of_row])
        entries.append(cells)
        spelled = zip(written, (cells[name] for name in kind.header), strict=True)
        read.update((one, meant) for one, meant in spelled if one != meant)
    findings = [finding for of_row in found for finding in of_row]
    if not findings:
        return Entries(entries, understood=tuple(in_sentences(read)))
    reached = min((one.stage for one in findings), key=[*STAGES].index)
    return Entries((), findings[:MOST_TOLD], len(findings), sum(map(bool, found)), reached)


def cells_of(kind: Kind, cells: tuple[str, ...]) -> dict[str, str]:
    """A row's cells by column; a word of a vocabulary in the vocabulary's own spelling."""
    named = dict(zip(kind.header, cells, strict=True))
    for column in kind.columns:
        written = named[column.name]
        spelled = {word.casefold(): word for word in column.words}
        named[column.name] = spelled.get(" ".join(written.split()).casefold(), written)
    return named


def wrong_cells(kind: Kind, line: int, cells: Mapping[str, str]) -> Iterator[Finding]:
    """Blank cells that are needed, words that are not of the vocabulary, and cells too long."""
    for column in kind.columns:
        text = cells[column.name]
        if column.needed and not text:
            message = f"Nothing is written. {column.meaning}"
            yield Finding("needed_cells_are_filled", message, line, column.name)
        elif column.words and text and text not in column.words:
            message = f"'{shown(text)}' is no word for it. Write {_or(column.words)}."
            yield Finding("words_are_known", message, line, column.name)
        elif len(text) > MOST_LETTERS:
            yield too_long(text, line, column.name)


def too_long(text: str, line: int, column: str) -> Finding:
    message = (
        f"{len(text):,} letters, where at most {MOST_LETTERS:,} fit. Say it shorter, and name the"
        " paper that says the rest."
    )
    return Finding("cells_are_short", message, line, column)


def day(
    text: str, line: int, column: str, first: date = FIRST_DAY, last: date = LAST_DAY
) -> date | Finding:
    """A day written like 2015-03-01, within limits."""
    try:
        found = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        wanted = meant_day(text) or "it like 2015-03-01"
        message = f"'{shown(text)}' is not a day. Write {wanted}."
        return Finding("days_are_readable", message, line, column)
    if not first <= found <= last:
        side, limit = ("before", first) if found < first else ("after", last)
        message = f"{in_words(found)} lies {side} {in_words(limit)}. Write the day that is meant."
        return Finding("days_fit", message, line, column)
    return found


def body(text: str, line: int, column: str, reference: Reference) -> str | Finding:
    """The id of a body, by its id, name or alias."""
    if found := reference.bodies_by_name.get(" ".join(text.split()).casefold()):
        return found
    message = f"'{shown(text)}' is no body of the reference list."
    hint = partial(did_you_mean, text, reference.bodies)
    return Finding("bodies_are_known", message, line, column, hint=hint)


def _or(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
