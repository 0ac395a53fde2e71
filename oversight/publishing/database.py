"""Opening DuckDB to build a publication or to ask one: in bounded memory, spilling where nobody
else can read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

# A return of a million figures is published in a gibibyte, what screening holds of it included.
MOST_MEMORY = "256MB"


@contextmanager
def opened(
    path: Path | None, is_read_only: bool = False, threads: int | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a database; in memory where there is no path.

    What does not fit goes to a folder that only this user may read: it holds figures as received.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = {"memory_limit": MOST_MEMORY, "temp_directory": folder}
        if threads is not None:
            settings["threads"] = str(threads)
        name = ":memory:" if path is None else str(path)
        with duckdb.connect(name, read_only=is_read_only, config=settings) as connection:
            yield connection
