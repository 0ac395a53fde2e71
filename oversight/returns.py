"""The kinds of return that staff may send: one TOML file each, its name the kind's id.

A kind is told by its header alone. The same files make the templates, the schema and the checks.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from oversight.reference import Files, ReferenceFileError

FOLDER = "data/definitions/returns/"
OBSERVATIONS, STATUS, ACTION = "observations", "status", "action"
RUNNING_ORDER = "running_order"
# What a row of a running order may hold in place of a slide: a question by its key that is asked
# first, one that is left out, and one of the meeting's own.
PIN, DROP, OWN_QUESTION = "question ", "drop ", "own question"
ABOUT_QUESTIONS = PIN, DROP, OWN_QUESTION
MOST_POSITIONS, MOST_MINUTES = 99, 240


@dataclass(frozen=True)
class Column:
    """One column of a return; `words` are all it may hold where they are given."""

    name: str
    needed: bool
    meaning: str
    example: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of return."""

    name: str
    title: str
    purpose: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        (found,) = [column for column in self.columns if column.name == name]
        return found


def load(files: Files) -> Mapping[str, Kind]:
    """Every kind of return, by its name.

    Raises:
        ReferenceFileError: a file cannot be read, or lacks or has too many keys.
    """
    paths = [path for path in sorted(files) if path.startswith(FOLDER)]
    if not paths:
        raise ReferenceFileError(
            f"{FOLDER} has no kind of return. Put it back from the repository."
        )
    return {PurePosixPath(path).stem: _read(path, files[path]) for path in paths}


def written(kind: Kind, *rows: Mapping[str, str]) -> bytes:
    """A return of these rows, as a spreadsheet writes it; a column not named stays blank."""
    text = io.StringIO()
    writer = csv.DictWriter(text, kind.header, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    # The mark at its beginning is what tells Excel that it is UTF-8.
    return text.getvalue().encode("utf-8-sig")


@lru_cache(maxsize=64)
def _read(path: str, content: bytes) -> Kind:
    try:
        keys = tomllib.loads(content.decode("utf-8"))
        columns = tuple(
            Column(**{**column, "words": tuple(column.get("words", ()))})
            for column in keys.pop("columns")
        )
        return Kind(PurePosixPath(path).stem, columns=columns, **keys)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise ReferenceFileError(f"{path} does not describe a return: {error}.") from error
