"""Questions of a return's words, each asked once for each different answer in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy
import pyarrow
from pyarrow import compute

from oversight.screening.finding import Finding
from oversight.screening.meant import shown
from oversight.screening.records import Column

# So many spellings of a column are told, the most frequent ones; nobody reads more.
MOST_READINGS = 20
# So many combinations are taken out at a time.
AT_A_TIME = 10_000


@dataclass(frozen=True)
class Combinations:
    """The different combinations of some columns' words, by the codes of their words.

    The words themselves are taken out some at a time: there may be as many as there are rows.
    """

    columns: tuple[Column, ...]
    codes: tuple[numpy.ndarray, ...]

    def __len__(self) -> int:
        return len(self.codes[0])

    def __getitem__(self, number: int) -> tuple[str, ...]:
        return next(self._words(slice(number, number + 1)))

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        for start in range(0, len(self), AT_A_TIME):
            yield from self._words(slice(start, start + AT_A_TIME))

    def _words(self, some: slice) -> Iterator[tuple[str, ...]]:
        pairs = zip(self.columns, self.codes, strict=True)
        words = [column.words.take(pyarrow.array(codes[some])) for column, codes in pairs]
        return zip(*(one.to_pylist() for one in words), strict=True)


@dataclass(frozen=True)
class Answers:
    """The different answers to one question, and which of them each row gives.

    `meant` is what each right answer means, `wrong` how many things are wrong with each.
    """

    ask: Callable[..., Any]
    written: Combinations
    which: numpy.ndarray
    meant: list[Any]
    wrong: numpy.ndarray

    def findings(self, row: int) -> list[Finding]:
        """Everything that is wrong with a row's answer; asked again, since few are told."""
        number = self.which[row]
        return self.ask(*self.written[number]) if self.wrong[number] else []

    def texts(self, text: Callable[[Any], str] = str) -> pyarrow.Array:
        """What each row means, as text; every answer must be right."""
        texts = pyarrow.array([text(one) for one in self.meant], pyarrow.string())
        return texts.take(pyarrow.array(self.which))

    def numbers(self, key: Callable[[Any], Hashable]) -> tuple[numpy.ndarray, int]:
        """A number for each row, the same for the same meaning, and how many there are."""
        known: dict[Hashable, int] = {}
        numbers = [known.setdefault(key(one), len(known)) for one in self.meant]
        return numpy.array(numbers, numpy.int64)[self.which], len(known)

    def rows_of(self, is_so: Callable[..., bool]) -> int:
        """How many rows give an answer of which that is so, as written."""
        so = numpy.array([is_so(*words) for words in self.written], dtype=bool)
        return int(so[self.which].sum())

    def read_as(self, place: int, plainly: Callable[[str, Any], str]) -> Iterator[str]:
        """Which spellings were taken to mean what, in sentences."""
        rows = numpy.bincount(self.which, minlength=len(self.written))
        read: Counter[tuple[str, str]] = Counter()
        for words, meant, count in zip(self.written, self.meant, rows, strict=True):
            if (plain := plainly(words[place], meant)) != words[place]:
                read[words[place], plain] += int(count)
        yield from in_sentences(read)


def in_sentences(read: Counter[tuple[str, str]]) -> Iterator[str]:
    """What was written and what it was read as, with the number of rows."""
    for (written, plain), count in read.most_common(MOST_READINGS):
        rows_in_words = "1 row" if count == 1 else f"{count:,} rows"
        yield f"'{shown(written)}' was read as {plain}, in {rows_in_words}."
    if len(read) > MOST_READINGS:
        yield f"So were {len(read) - MOST_READINGS:,} other spellings."


def answers_to(ask: Callable[..., Any], *columns: Column) -> Answers:
    """Ask once for each different combination of these columns' words.

    What is asked answers with a list of findings, perhaps empty, or with what was meant.
    """
    which, written = different(*columns)
    meant, wrong = [], numpy.zeros(len(written), numpy.int64)
    for number, words in enumerate(written):
        answer = ask(*words)
        if isinstance(answer, list):
            wrong[number] = len(answer)
            answer = None
        meant.append(answer)
    return Answers(ask, written, which, meant, wrong)


def different(*columns: Column) -> tuple[numpy.ndarray, Combinations]:
    """Which of the different combinations of words each row has, and those combinations."""
    combined = columns[0].codes.astype(numpy.int64)
    for column in columns[1:]:
        combined = combined * len(column.words) + column.codes
    encoded = pyarrow.array(combined).dictionary_encode()
    rest = encoded.dictionary.to_numpy()
    codes = []
    for column in reversed(columns[1:]):
        rest, of_column = numpy.divmod(rest, len(column.words))
        codes.append(of_column)
    return encoded.indices.to_numpy(), Combinations(columns, (rest, *reversed(codes)))


def trimmed(column: Column) -> Column:
    """Without spaces round the words."""
    return Column(compute.utf8_trim_whitespace(column.words), column.codes)
