"""The files a publication is made from, and the reference tables among them.

`Files` maps a path relative to the checkout to the file's bytes. A publication is built from
`Files` alone, whether they come from the checkout or from an archive kept with an older
publication, so that the same build can be made again later.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

Files = Mapping[str, bytes]

FOLDERS = ("data/definitions", "data/reference", "data/report", "data/context", "queries/build")
KINDS = {".csv", ".toml", ".sql"}

TOPICS = "data/report/topics.csv"
STATEMENTS = "data/report/statements.csv"
# Whether a statement bears out what the Met says of itself.
STANCES = ("supports", "questions", "neutral")
# What a topic or a statement may leave out: nobody counts it, the note on who or when is lost.
MAY_BE_BLANK = frozenset({"caveat", "indicators", "asks", "said_on", "claim", "disputes"})
MONTH = re.compile("[0-9]{4}-(0[1-9]|1[0-2])")

# Columns that name claims, one or several.
NAMING_CLAIMS = {
    "data/report/outside_evidence.csv": ("claims",),
    "data/report/endnotes.csv": ("claims",),
    "data/report/restatements.csv": ("claim",),
    "data/report/lists.csv": ("claim",),
    "data/report/wordings.csv": ("press", "report"),
}

TABLES = {
    "data/reference/areas.csv": "code name level short tile_row tile_column policed_by aliases",
    "data/reference/bodies.csv": "body name aliases",
    "data/reference/sources.csv": "source title publisher published_on covers licence",
    "data/reference/events.csv": "date precision event source location label themes",
    "data/reference/glossary.csv": "term meaning",
    "data/report/claims.csv": (
        "claim topic measure value_as_printed low high unit period period_type qualifier kind"
        " document page place note indicator from_period to_period"
    ),
    "data/report/figures.csv": (
        "figure claim indicator subject measure period period_start period_end geography value"
        " lower upper unit qualifier source page location note"
    ),
    "data/report/gaps.csv": "indicator period marker claim page location note",
    "data/report/asks.csv": (
        "ask recommendation bullet owner theme summary due_date due_basis pages press_release"
    ),
    "data/report/other_asks_and_promises.csv": (
        "id kind who theme summary due_date due_basis page indicator"
    ),
    "data/report/outside_evidence.csv": "id summary value period source use indicator claims",
    "data/report/endnotes.csv": "endnote state cites body dated geography claims",
    "data/report/restatements.csv": "claim says document page place",
    "data/report/lists.csv": "claim part item body",
    "data/report/wordings.csv": "press report",
    TOPICS: "topic position title question caveat indicators asks would_settle held_by",
    STATEMENTS: "statement topic said_by said_on stance summary page claim disputes",
    "data/report/effects.csv": "indicator ask effect by_when page",
}


class ReferenceFileError(ValueError):
    """A file of the checkout is missing or broken; the message names it and says what to mend."""


def read_files(root: Path) -> dict[str, bytes]:
    """Every file a publication is made from, by its path under `root`."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in FOLDERS
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in KINDS and path.is_file()
    }


def boroughs(files: Files) -> dict[str, str]:
    """The names of the boroughs by their codes."""
    areas = table(files, "data/reference/areas.csv")
    return {area["code"]: area["name"] for area in areas if area["level"] == "borough"}


def digest(files: Files) -> str:
    """SHA-256 over paths and contents: equal for equal files, however they are kept."""
    lines = (f"{path} {hashlib.sha256(files[path]).hexdigest()}\n" for path in sorted(files))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def table(files: Files, path: str) -> list[dict[str, str]]:
    """The rows of one reference table, all text.

    Raises:
        ReferenceFileError: the file is missing, not UTF-8, has other columns, or a row of
            another width.
    """
    expected = TABLES[path].split()
    if path not in files:
        raise ReferenceFileError(f"{path} is missing. Put it back from the repository.")
    try:
        records = list(
            csv.reader(io.StringIO(files[path].decode("utf-8"), newline=""), strict=True)
        )
    except (UnicodeDecodeError, csv.Error) as error:
        raise ReferenceFileError(f"{path} cannot be read as UTF-8 CSV: {error}.") from error
    if not records or records[0] != expected:
        raise ReferenceFileError(f"{path} must have the columns {', '.join(expected)}.")
    for line, record in enumerate(records[1:], start=2):
        if len(record) != len(expected):
            raise ReferenceFileError(
                f"{path}, line {line}: {len(record)} cells where the header has {len(expected)}."
            )
    return [dict(zip(expected, record, strict=True)) for record in records[1:]]


@dataclass(frozen=True)
class Area:
    """A place of the reference list; `is_whole` marks those that stand for all of London."""

    code: str
    name: str
    level: str

    @property
    def is_whole(self) -> bool:
        return self.level == "region" or self.code == "E23000001"


@dataclass(frozen=True)
class Reference:
    """The reference tables of one set of files, read once."""

    files: Files

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Areas by everything they may be called: code, name and alias, casefolded."""
        found: dict[str, Area] = {}
        for row in table(self.files, "data/reference/areas.csv"):
            area = Area(row["code"], row["name"], row["level"])
            for name in (area.code, area.name, *_parts(row["aliases"])):
                if found.setdefault(name.casefold(), area) != area:
                    raise ReferenceFileError(
                        f"data/reference/areas.csv: '{name}' stands for two areas."
                    )
        return found

    @cached_property
    def bodies(self) -> frozenset[str]:
        return self._ids("data/reference/bodies.csv", "body")

    @cached_property
    def bodies_by_name(self) -> dict[str, str]:
        """Ids of bodies by everything they may be called: id, name and alias, casefolded."""
        return {
            name.casefold(): row["body"]
            for row in table(self.files, "data/reference/bodies.csv")
            for name in (row["body"], row["name"], *_parts(row["aliases"]))
        }

    @cached_property
    def owners(self) -> dict[str, tuple[str, ...]]:
        """Of whom each ask was asked, and who made each promise: ids of bodies, perhaps none."""
        asks = table(self.files, "data/report/asks.csv")
        others = table(self.files, "data/report/other_asks_and_promises.csv")
        said = {row["ask"]: row["owner"] for row in asks} | {
            row["id"]: row["who"] for row in others
        }
        return {
            ask: tuple(one for one in who.split(" and ") if one in self.bodies)
            for ask, who in said.items()
        }

    @cached_property
    def sources(self) -> frozenset[str]:
        return self._ids("data/reference/sources.csv", "source")

    @cached_property
    def claims(self) -> frozenset[str]:
        return self._ids("data/report/claims.csv", "claim")

    @cached_property
    def asks(self) -> frozenset[str]:
        """Ids of the recommendations' asks, of the unnumbered asks and of the promises."""
        return self._ids("data/report/asks.csv", "ask") | self._ids(
            "data/report/other_asks_and_promises.csv", "id"
        )

    def check_statements(self, indicators: Collection[str]) -> None:
        """Whatever the topics and statements name exists, and no statement leaves out a key part.

        Raises:
            ReferenceFileError: one does not hold; the message names file, row and column.
        """
        topics = self._ids(TOPICS, "topic")
        self._ids(STATEMENTS, "statement")
        known = {
            TOPICS: {"indicators": indicators, "asks": self.asks, "held_by": self.bodies},
            STATEMENTS: {
                "topic": topics, "stance": STANCES, "claim": self.claims, "disputes": self.claims,
            },
        }  # fmt: skip
        for path, columns in known.items():
            for row in table(self.files, path):
                _check_row(path, row, columns)

    def check_claims(self) -> None:
        """Whatever names a claim names one that exists.

        Raises:
            ReferenceFileError: one does not; the message names file, row and column.
        """
        for path, columns in NAMING_CLAIMS.items():
            for row in table(self.files, path):
                for column in columns:
                    for name in _parts(row[column]):
                        if name not in self.claims:
                            raise ReferenceFileError(
                                f"{path}, {next(iter(row.values()))}: '{column}' names"
                                f" '{name}', which does not exist."
                            )

    def _ids(self, path: str, column: str) -> frozenset[str]:
        ids = [row[column] for row in table(self.files, path)]
        if doubled := first_doubled(ids):
            raise ReferenceFileError(f"{path} has {column} {doubled} twice.")
        return frozenset(ids)


def first_doubled(names: Iterable[str]) -> str | None:
    """The first name that comes a second time, if any does."""
    seen: set[str] = set()
    return next((name for name in names if name in seen or seen.add(name)), None)


def _check_row(path: str, row: Mapping[str, str], columns: Mapping[str, Collection[str]]) -> None:
    """Whatever a row names exists, and what it may not leave blank is written."""
    where = f"{path}, {next(iter(row.values()))}"
    for column, cell in row.items():
        if not cell.strip() and column not in MAY_BE_BLANK:
            raise ReferenceFileError(f"{where}: nothing is written for '{column}'.")
        # A topic lists several; a statement is about one.
        named = _parts(cell) if path == TOPICS else [cell] if cell else []
        for name in named if column in columns else []:
            if name not in columns[column]:
                raise ReferenceFileError(
                    f"{where}: '{column}' names '{name}', which does not exist."
                )
    if row.get("said_on") and not MONTH.fullmatch(row["said_on"]):
        raise ReferenceFileError(
            f"{where}: 'said_on' is '{row['said_on']}'. Write the month like 2014-03, or nothing."
        )


def _parts(text: str) -> list[str]:
    return [part for part in text.split("|") if part]
