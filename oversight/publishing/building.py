"""Building the database of one publication from kept files and returns alone.

Nothing here reads a clock or the home: the same arguments make the same tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

import duckdb

from oversight import definitions, store
from oversight.home import HomeError
from oversight.reference import Files, Reference
from oversight.screening import Finding, screen

# Times differ between two builds of the same publication; everything else must not.
TIMES = {"publication": "published_at", "accepted_return": "received_at"}


@dataclass(frozen=True)
class Stamp:
    """What a publication says of itself."""

    number: int
    published_at: datetime
    published_by: str
    note: str


@dataclass(frozen=True)
class Return:
    """A return as received, and the publication that brought it."""

    content: bytes
    publication: int
    received_at: datetime | None
    brought_by: str
    source: str
    note: str

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


class BuildError(Exception):
    """The database cannot be built from these files; the message says what to mend."""


def context_returns(files: Files) -> list[Return]:
    """The published series in data/context, as returns; the file's name is its source."""
    return [
        Return(files[path], 0, None, "", PurePosixPath(path).stem, "published series")
        for path in sorted(files)
        if path.startswith("data/context/")
    ]


def build(path: Path, files: Files, returns: Sequence[Return], stamp: Stamp) -> None:
    """Write a publication's database to `path`, which must not exist.

    Raises:
        DefinitionError, ReferenceFileError: a definition or reference table is broken.
        BuildError: a return is not valid against these definitions, or the SQL fails.
        HomeError: the disk is full or fails.
    """
    # Imported here: Arrow is half of what a command takes to start, and only a build needs it.
    from oversight.publishing import registering

    queries = sorted(name for name in files if name.startswith("queries/build/"))
    if not queries:
        raise BuildError("queries/build has no SQL. Put it back from the repository.")
    indicators, reference = definitions.load(files), Reference(files)
    all_returns = [*context_returns(files), *returns]
    screened = [
        screen(one.content, indicators, reference, stamp.published_at.date()) for one in all_returns
    ]
    for one, outcome in zip(all_returns, screened, strict=True):
        if outcome.findings:
            raise BuildError(
                f"The return {one.source} no longer fits the definitions: {outcome.findings[0]}"
            )
    tables = registering.registered(files, indicators, all_returns, screened, stamp)
    doing = "the database"
    try:
        with duckdb.connect(str(path)) as connection:
            for name, rows in tables.items():
                connection.register(name, rows)
            for doing in queries:
                connection.execute(files[doing].decode("utf-8"))
            connection.execute("CHECKPOINT")
    except duckdb.IOException as error:
        raise HomeError(f"The disk cannot be used: {str(error).splitlines()[0]}.") from error
    except (duckdb.Error, UnicodeDecodeError) as error:
        # DuckDB draws the place below its first line, and a message is one line.
        reason = str(error).splitlines()[0].rstrip(".")
        raise BuildError(f"The publication cannot be built, {doing}: {reason}.") from error


def contradictions(path: Path) -> list[Finding]:
    """Where a built database contradicts itself: years and quarters, totals, parts."""
    with duckdb.connect(str(path), read_only=True) as connection:
        years, totals, wholes, bared = (
            connection.execute(store.statement(f"screening/{question}")).fetchall()
            for question in (
                "years_that_contradict_their_quarters",
                "totals_that_contradict_their_parts",
                "parts_larger_than_their_whole",
                "withheld_quarters_that_can_be_had_back",
            )
        )
    findings = [
        Finding(
            "years_and_quarters_agree",
            f"{indicator} {period}: the year is {_limits(lower, upper)}, its four quarters add up"
            f" to {total:,.0f}. Send the year again with marker r, or mend the quarters.",
        )
        for indicator, period, _area, _breakdown, lower, upper, total in years
    ]
    findings += [
        Finding(
            "totals_and_parts_agree",
            f"{indicator} {period}: the total is {_limits(lower, upper)}, its parts add up to"
            f" {_limits(low, high)}. Mend the total or the parts.",
        )
        for indicator, period, _area, lower, upper, low, high in totals
    ]
    findings += [
        Finding(
            "withheld_stays_hidden",
            f"{indicator} {period}: one quarter is withheld, yet the year and the other three give"
            " it away. Withhold a second quarter or the year.",
        )
        for indicator, period in bared
    ]
    return findings + [
        Finding(
            "parts_fit_their_whole",
            f"{indicator} {period}: the whole is {_limits(lower, upper)}, yet its parts are at"
            f" least {low:,.0f}. Mend the whole or the parts.",
        )
        for indicator, period, lower, upper, low in wholes
    ]


def content_digest(path: Path) -> dict[str, str]:
    """SHA-256 over the rows of each table, times left out, whatever order they lie in."""
    digests = {}
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [name for (name,) in connection.execute("SHOW TABLES").fetchall()]
        for name in sorted(names):
            columns = f"* EXCLUDE ({TIMES[name]})" if name in TIMES else "*"
            (digests[name],) = connection.execute(
                "SELECT coalesce(sha256(string_agg(line, chr(10) ORDER BY line)), 'no rows')"
                " FROM (SELECT CAST(r AS VARCHAR) AS line"
                f" FROM (SELECT {columns} FROM {name}) AS r)"
            ).fetchone()
    return digests


def overall(digests: Mapping[str, str]) -> str:
    """One digest over the tables' digests."""
    lines = "".join(f"{name} {digests[name]}\n" for name in sorted(digests))
    return sha256(lines.encode()).hexdigest()


def _limits(lower: float | None, upper: float | None) -> str:
    if lower is None or upper is None:
        return f"at most {upper:,.0f}" if lower is None else f"at least {lower:,.0f}"
    return f"{lower:,.0f}" if lower == upper else f"{lower:,.0f} to {upper:,.0f}"
