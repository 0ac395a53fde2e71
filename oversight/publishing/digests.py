"""Digests: of what a publication says, and of the rules a return was held against."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import duckdb

from oversight import VERSION, returns
from oversight.publishing import database
from oversight.reference import Files
from oversight.screening.registry import CHECKS

# Times differ between two builds of the same publication; everything else must not.
TIMES = {"publication": "published_at", "accepted_return": "received_at"}
NO_ROWS = "no rows"


def content_digest(path: Path) -> dict[str, str]:
    """SHA-256 over the rows of each table, times left out, whatever order they lie in.

    Each is what `sha256(string_agg(line, chr(10) ORDER BY line))` gives, the lines being the rows
    as text; taken line by line, because a million of them joined fill the memory.
    """
    with database.opened(path, is_read_only=True) as connection:
        return content_asked(connection)


def content_asked(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The same of the publication that a connection asks, but for what it keeps beside it."""
    (publication,) = connection.execute("SELECT current_database()").fetchone()
    answer = connection.execute(f'SHOW TABLES FROM "{publication}"')
    return {
        name: _digest_of(connection, name, f'"{publication}".main.{name}')
        for (name,) in sorted(answer.fetchall())
    }


def overall(digests: Mapping[str, str]) -> str:
    """One digest over the tables' digests."""
    lines = "".join(f"{name} {digests[name]}\n" for name in sorted(digests))
    return sha256(lines.encode()).hexdigest()


def rules(files: Files) -> str:
    """SHA-256 of the rule set: every check, the kinds of return, and this version's code."""
    checks = [
        f"{check.name} {check.stage} {check.severity} {check.says}" for check in CHECKS.values()
    ]
    kinds = [
        f"{path} {sha256(files[path]).hexdigest()}"
        for path in sorted(files)
        if path.startswith(returns.FOLDER)
    ]
    return sha256("\n".join([VERSION, *sorted(checks), *kinds]).encode()).hexdigest()


def _digest_of(connection: duckdb.DuckDBPyConnection, name: str, table: str) -> str:
    columns = f"* EXCLUDE ({TIMES[name]})" if name in TIMES else "*"
    # Each line begins with the newline that parts it from the one before; the first has none.
    answer = connection.execute(
        "SELECT chr(10) || CAST(r AS VARCHAR) AS line"
        f" FROM (SELECT {columns} FROM {table}) AS r ORDER BY line"
    )
    digest, first = sha256(), True
    for batch in answer.to_arrow_reader(10_000):
        text = "".join(batch.column(0).to_pylist())
        digest.update((text[1:] if first else text).encode())
        first = first and not text
    return NO_ROWS if first else digest.hexdigest()
