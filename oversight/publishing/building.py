"""Building the database of one publication from kept files and returns alone.

Nothing here reads a clock or the home: the same arguments make the same tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import duckdb

from oversight import definitions, reference
from oversight.definitions import Indicator
from oversight.home import HomeError
from oversight.reference import Files, Reference
from oversight.remembered import FORGETTING
from oversight.screening import Screened, screen

if TYPE_CHECKING:
    import pyarrow


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


def build(
    path: Path,
    files: Files,
    returns: Sequence[Return],
    stamp: Stamp,
    arriving: Screened | None = None,
    earlier: Path | None = None,
) -> Mapping[str, pyarrow.Table]:
    """Write a publication's database to `path`, which must not exist; gives what it is made from.

    Args:
        path: where to.
        files: the definitions, lists and build SQL.
        returns: oldest first.
        stamp: what the publication says of itself.
        arriving: the last return as it was screened; None where it has not been.
        earlier: the publication before, whose figures are public; None for the first.

    Raises:
        DefinitionError, ReferenceFileError: a definition or reference table is broken.
        BuildError: a return is not valid against these definitions, or the SQL fails.
        HomeError: the disk is full or fails.
    """
    # Imported here: Arrow is half of what a command takes to start, and only a build needs it.
    from oversight.disclosure.rule import rule_of
    from oversight.publishing import before, database, protecting, registering

    queries = sorted(name for name in files if name.startswith("queries/build/"))
    if not queries:
        raise BuildError("queries/build has no SQL. Put it back from the repository.")
    indicators = definitions.load(files)
    all_returns = [*context_returns(files), *returns]
    known = all_returns if arriving is None else all_returns[:-1]
    lists, rule = Reference(files), rule_of(files)
    screened = _accepted(known, indicators, lists, stamp.published_at.date())
    if arriving is not None:
        screened.append(arriving)
    tables = registering.registered(lists, indicators, all_returns, screened, stamp)
    doing = "the database"
    try:
        with database.opened(path) as connection:
            before.look_back(connection, earlier)
            protection = protecting.protected(tables, indicators, lists, rule, connection)
            tables |= {"protected": protection.figures, "withheld_whole": protection.whole}
            # The SQL of publications made before figures were rounded selects from this.
            tables["hidden"] = protection.hidden
            for name, rows in tables.items():
                connection.register(name, rows)
            if sum(outcome.size for outcome in screened) < COMPRESSED_FROM:
                connection.execute("SET force_compression = 'uncompressed'")
            # Each statement would wait for the disk if it were a transaction of its own.
            connection.execute("BEGIN TRANSACTION")
            for doing in queries:
                connection.execute(files[doing].decode("utf-8"))
            connection.execute("COMMIT")
            connection.execute("CHECKPOINT")
    except (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException) as error:
        # A commit or checkpoint that the disk does not take tells the cause last.
        reason = str(error).splitlines()[0].rpartition("Error: ")[2].rstrip(".")
        reason = reason.removeprefix("Failed to commit: ")
        raise HomeError(f"The disk cannot be used: {reason}.") from error
    except (duckdb.Error, UnicodeDecodeError) as error:
        # DuckDB draws the place below its first line, and a message is one line.
        reason = str(error).splitlines()[0].rstrip(".")
        raise BuildError(f"The publication cannot be built, {doing}: {reason}.") from error
    return tables


def _accepted(
    returns: Sequence[Return],
    indicators: Mapping[str, Indicator],
    lists: Reference,
    today: date,
) -> list[Screened]:
    """Returns that were accepted before, as these definitions understand them.

    They are read and their words looked up, for that is what they say; what was asked of them, and
    whether they looked like personal data, was decided when they were accepted.

    Raises:
        BuildError: one can no longer be read, or its words are known no more.
    """
    global _understood
    inputs = reference.digest(lists.files)
    screened: list[Screened] = []
    remembered, figures = {}, 0
    for one in returns:
        key = one.sha256, inputs, today
        outcome = _understood.get(key) or screen(
            one.content, indicators, lists, today, was_accepted=True
        )
        if outcome.blocks:
            raise BuildError(
                f"The return {one.source} no longer fits the definitions: {outcome.blocks[0]}"
            )
        if figures + outcome.size <= MOST_REMEMBERED:
            remembered[key] = outcome
            figures += outcome.size
        screened.append(outcome)
    _understood = remembered
    return screened


def forget() -> None:
    """Hold no return in memory any more."""
    _understood.clear()


FORGETTING.append(forget)


# What the last build took from accepted returns, which and the definitions are named by digests:
# the next one mostly rests on the same. A return that was withdrawn is not among them.
_understood: dict[tuple[str, str, date], Screened] = {}
# Figures in all; a column of fewer fills hardly a block however it is kept, and to try how it is
# kept best is a sixth of what publishing takes.
COMPRESSED_FROM = 100_000
# Figures in all; what goes beyond is screened again rather than held in memory.
MOST_REMEMBERED = 50_000
