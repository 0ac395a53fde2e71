"""What figures may be split by, and into what: `sex=female;age=0-15`, looked up and never guessed.

The vocabulary is a file among those a publication is made from, so that an older publication is
read by the words it was made with.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from oversight.reference import Files, ReferenceFileError

SOURCE = "data/definitions/breakdowns.toml"
# Nobody is older, and what is written higher is a slip.
OLDEST = 120

_AGE = "(0|[1-9][0-9]{0,2})"
_SINGLE = re.compile(_AGE)
_BAND = re.compile(rf"{_AGE} ?[-–] ?{_AGE}")
_AND_OVER = re.compile(rf"{_AGE} ?\+|{_AGE} and over")
_UNDER = re.compile(rf"under {_AGE}")


class BreakdownError(ValueError):
    """A breakdown that cannot be taken; the message says what would be right."""


@dataclass(frozen=True)
class Breakdown:
    """One thing that figures may be split by: the words it takes, and whether ages too."""

    name: str
    meaning: str
    words: tuple[str, ...]
    example: str
    ages: bool = False

    @property
    def in_words(self) -> str:
        """What may be written, as a sentence says it: "sex=female, sex=male or ..."."""
        bands = ("0-15", "18+", "under 1") if self.ages else ()
        *most, last = [f"{self.name}={one}" for one in (*bands, *self.words)]
        return f"{', '.join(most)} or {last}" if most else last

    def part(self, written: str) -> str:
        """One value as it is kept.

        Raises:
            BreakdownError: it is no word of the list and no age.
        """
        spelled = {word.casefold(): word for word in self.words}
        text = " ".join(written.split()).casefold()
        if text in spelled:
            return spelled[text]
        if self.ages and (age := _age(text)):
            return age
        raise BreakdownError(f"'{_shown(written)}' is no {self.name}. Write {self.in_words}.")


def load(files: Files) -> Mapping[str, Breakdown]:
    """Everything that figures may be split by, by name.

    Raises:
        ReferenceFileError: the file is missing, cannot be read, or lacks or has too many keys.
    """
    if SOURCE not in files:
        raise ReferenceFileError(f"{SOURCE} is missing. Put it back from the repository.")
    return _read(files[SOURCE])


def understood(text: str, wanted: Sequence[str], vocabulary: Mapping[str, Breakdown]) -> str:
    """A breakdown as it is kept: parts sorted and joined by a semicolon; blank for all.

    Args:
        text: as written; case, and spaces round = and ; do not matter.
        wanted: the names that the indicator is split by.

    Raises:
        BreakdownError: a part is unknown, unwanted or named twice.
    """
    parts: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        written, equals, value = part.partition("=")
        name = " ".join(written.split()).casefold()
        if name not in wanted or name not in vocabulary:
            raise BreakdownError(
                f"'{_shown(part)}' is no breakdown of this indicator. {_takes(wanted, vocabulary)}"
            )
        if not equals or not value.strip():
            raise BreakdownError(
                f"'{_shown(part)}' does not say which. Write {vocabulary[name].in_words}."
            )
        if name in parts:
            raise BreakdownError(
                f"'{_shown(text)}' splits by {name} twice. Write one figure a line."
            )
        parts[name] = vocabulary[name].part(value)
    return ";".join(sorted(f"{name}={value}" for name, value in parts.items()))


def _age(text: str) -> str | None:
    """An age or a band of ages as it is kept, so that one band has one spelling."""
    if match := _SINGLE.fullmatch(text):
        low = high = int(match[1])
    elif match := _BAND.fullmatch(text):
        low, high = int(match[1]), int(match[2])
        if low >= high:
            return None
    elif match := _AND_OVER.fullmatch(text):
        low, high = int(match[1] or match[2]), None
    elif match := _UNDER.fullmatch(text):
        low, high = 0, int(match[1]) - 1
    else:
        return None
    if not (0 <= low <= OLDEST and (high is None or low <= high <= OLDEST)):
        return None
    if high is None:
        return f"{low}+"
    if high == 0:
        return "under 1"
    return str(low) if low == high else f"{low}-{high}"


def _takes(wanted: Sequence[str], vocabulary: Mapping[str, Breakdown]) -> str:
    if not wanted:
        return "It is not split: leave the breakdown blank."
    examples = [vocabulary[name].example for name in wanted if name in vocabulary]
    return f"Write it like {' or '.join(examples)}, or leave it blank for all."


def _shown(text: str) -> str:
    """What was written, in one line and as far as a sentence can hold it."""
    text = " ".join(text.splitlines())
    return text if len(text) <= 80 else f"{text[:80]}…"


@lru_cache(maxsize=16)
def _read(content: bytes) -> Mapping[str, Breakdown]:
    try:
        return {
            name: Breakdown(name, **{**keys, "words": tuple(keys["words"])})
            for name, keys in tomllib.loads(content.decode("utf-8")).items()
        }
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise ReferenceFileError(f"{SOURCE} does not describe breakdowns: {error}.") from error
