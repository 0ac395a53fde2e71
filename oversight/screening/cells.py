"""What cells of status and action returns have in common: needed, known words, days, bodies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from oversight.periods import DAY, FIRST_DAY, LAST_DAY, in_words
from oversight.reference import Reference
from oversight.returns import Kind
from oversight.screening.reader import Finding

# A sentence or two; what is longer belongs in the evidence.
MOST_LETTERS = 2_000
# Cyrillic and Greek letters, and the Latin ones for which they are taken.
LOOK_ALIKES = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u03b1\u03bf\u03c1\u03c5",
    "abekmhopctyxiaopu",
)
BRITISH_DAY = re.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")


def entries_of(
    rows: Sequence[tuple[int, tuple[str, ...]]],
    kind: Kind,
    wrong: Callable[[int, dict[str, str]], Iterator[Finding]],
    said_twice: Callable[[int, int, Mapping[str, str]], Finding],
    key_of: Callable[[Mapping[str, str]], tuple[str, ...]],
) -> tuple[list[dict[str, str]], list[Finding]]:
    """Each row as understood, or everything that is wrong with them.

    Args:
        wrong: the findings of one row; it may write into the row's cells what they mean.
        said_twice: the finding for a line whose key stands in an earlier line already.
        key_of: what makes two rows say the same; blank parts make no key.
    """
    entries, findings = [], []
    first: dict[tuple[str, ...], int] = {}
    for line, written in rows:
        cells = cells_of(kind, written)
        findings += wrong(line, cells)
        key = key_of(cells)
        earlier = first.setdefault(key, line)
        if earlier != line and all(key):
            findings.append(said_twice(line, earlier, cells))
        entries.append(cells)
    return entries, findings


def cells_of(kind: Kind, cells: tuple[str, ...]) -> dict[str, str]:
    """A row's cells by column; a word of a vocabulary in the vocabulary's own spelling."""
    named = dict(zip(kind.header, cells, strict=True))
    for column in kind.columns:
        spelled = {word.casefold(): word for word in column.words}
        named[column.name] = spelled.get(named[column.name].casefold(), named[column.name])
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
            message = (
                f"{len(text):,} letters, where at most {MOST_LETTERS:,} fit. Say it shorter, and"
                " name the paper that says the rest."
            )
            yield Finding("cells_are_short", message, line, column.name)


def day(
    text: str, line: int, column: str, first: date = FIRST_DAY, last: date = LAST_DAY
) -> date | Finding:
    """A day written like 2015-03-01, within limits."""
    try:
        found = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        message = f"'{shown(text)}' is not a day. Write it like {_as_meant(text)}."
        return Finding("days_are_readable", message, line, column)
    if not first <= found <= last:
        side, limit = ("before", first) if found < first else ("after", last)
        message = f"{in_words(found)} lies {side} {in_words(limit)}. Write the day that is meant."
        return Finding("days_fit", message, line, column)
    return found


def body(text: str, line: int, column: str, reference: Reference) -> str | Finding:
    """The id of a body, by its id, name or alias."""
    if found := reference.bodies_by_name.get(text.casefold()):
        return found
    meant = did_you_mean(text, reference.bodies)
    message = f"'{shown(text)}' is no body of the reference list.{meant}"
    return Finding("bodies_are_known", message, line, column)


def did_you_mean(written: str, known: Collection[str]) -> str:
    """What was probably meant, and which letter only looks like the right one."""
    folded = {_folded(one): one for one in sorted(known)}
    close = get_close_matches(_folded(written), folded, n=1, cutoff=0.6)
    hint = f" Did you mean {folded[close[0]]}?" if close else ""
    foreign = next((letter for letter in written if letter.isalnum() and not letter.isascii()), "")
    if foreign:
        hint += f" '{foreign}' (U+{ord(foreign):04X}) only looks like a plain letter; type it anew."
    return hint


def shown(text: str) -> str:
    """What was written, as far as a sentence can hold it."""
    return text if len(text) <= 80 else f"{text[:80]}…"


def _folded(text: str) -> str:
    """Without spaces, capitals, wide forms and letters that only look Latin."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(LOOK_ALIKES)
    return "".join(plain.split())


def _as_meant(text: str) -> str:
    """The day as it should be written, where day, month and year can be told."""
    if written := BRITISH_DAY.fullmatch(text):
        number, month, year = map(int, written.groups())
        try:
            return date(year, month, number).isoformat()
        except ValueError:
            pass
    return "2015-03-01"


def _or(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
