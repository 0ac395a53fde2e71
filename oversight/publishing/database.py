"""Opening DuckDB to build a publication or to ask one: in bounded memory, in one order."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from oversight.home import HomeError

# A return of a million figures is published in a gibibyte, what screening holds of it included.
MOST_MEMORY = "340MB"
# Bytes. Hundreds of short columns fill a quarter of the file that they fill in blocks of 256 KiB,
# which is what is copied, hashed and kept at every publication; a million rows take as long.
BLOCK = 1 << 15


@contextmanager
def opened(path: Path | None, is_read_only: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a database; in memory where there is no path.

    With one thread sums of decimals are added up in one order, whichever day they are made. What
    does not fit in memory goes to a folder only this user may read: it holds figures as received.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "memory_limit": MOST_MEMORY,
            "temp_directory": folder,
            "threads": "1",
            "default_block_size": str(BLOCK),
        }
        name = ":memory:" if path is None else str(path)
        try:
            with duckdb.connect(name, read_only=is_read_only, config=settings) as connection:
                yield connection
        except duckdb.OutOfMemoryException as error:
            reason = str(error).splitlines()[0].rstrip(".")
            raise HomeError(f"There is too little memory or disk: {reason}.") from error
