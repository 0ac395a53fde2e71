"""Reading publications: one locked connection a publication, a cursor for each question.

A publication is a file that never changes, so what has been asked once is remembered by
publication, question and parameters.
"""

from __future__ import annotations

import threading
from collections import namedtuple
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

import duckdb

from oversight import ROOT, home, remembered
from oversight.home import Entry, Home, HomeError

QUERIES = ROOT / "queries"

# The layout of the tables. A publication of another layout is rebuilt, not guessed at.
FORMAT = 1

Rows = tuple  # of named tuples, one field a column of the query


class StoreError(Exception):
    """A publication cannot be read; the message says what to do."""


class TooOld(StoreError):
    """A publication was made before what a question asks of it was kept."""


class UnknownPublication(StoreError):
    """The address names a publication that does not exist."""


class Answers:
    """What questions of one connection were answered with, remembered."""

    name = "This comparison"

    def __init__(self, connection: duckdb.DuckDBPyConnection, catalog: str) -> None:
        self._connection = connection
        self._catalog = catalog
        self._cursors: list[duckdb.DuckDBPyConnection] = []
        self._answers = lru_cache(maxsize=512)(self._answer)

    def rows(self, question: str, **parameters) -> Rows:
        """The rows that answer queries/`question`.sql, as named tuples, remembered.

        Parameters are bound by name; lists are given as tuples. A surplus or missing name is an
        error of DuckDB's, never an unfiltered answer.
        """
        return self._answers(question, **parameters)

    def close(self) -> None:
        """Let go of the file and of every answer."""
        self._answers.cache_clear()
        self._connection.close()

    def _answer(self, question: str, **parameters) -> Rows:
        bound = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in parameters.items()
        }
        cursor = self._cursor()
        try:
            cursor.execute(statement(question), bound or None)
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise TooOld(
                f"{self.name} was made before the question '{question}' could be asked: it lacks"
                " what the page needs. Choose a newer publication."
            ) from error
        row = _row_of(tuple(column[0] for column in cursor.description))
        answer = tuple(map(row._make, cursor.fetchall()))
        self._cursors.append(cursor)
        return answer

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """One on which USE was run, kept from an earlier question or made."""
        try:
            # To look first whether there is one would let another thread take it in between.
            return self._cursors.pop()
        except IndexError:
            pass
        cursor = self._connection.cursor()
        cursor.execute(f"USE {self._catalog}")
        return cursor


@lru_cache
def _row_of(columns: tuple[str, ...]) -> type:
    """The named tuple of these columns; making its class costs more than most queries."""
    return namedtuple("row", columns)


class Publication(Answers):
    """One publication, opened for reading."""

    def __init__(self, entry: Entry, path: Path) -> None:
        self.number = entry.number
        self.by = entry.by
        self.note = entry.note
        self.published_at = entry.published_at
        self.content = entry.content
        self.path = path
        self.entry = entry
        self.name = f"Publication {entry.number}"
        super().__init__(_attached([(entry, path, "publication")]), "publication")

    @property
    def published_on(self) -> date:
        return self.published_at.date()

    @cached_property
    def is_invented(self) -> bool:
        """Whether its figures are made up to rehearse with, as it says itself."""
        return ("invented", "yes") in self.rows("about/settings")


def current(where: Home) -> Publication:
    """The publication the pointer names now.

    Raises:
        StoreError: nothing is published yet, or it cannot be read.
    """
    entry = where.current()
    if entry is None:
        raise StoreError(
            f"Nothing has been published in {where.path} yet. Run 'make run', or"
            " 'python -m oversight build' for the publication alone."
        )
    return _opened(where, entry)


@contextmanager
def tried(entry: Entry, path: Path) -> Iterator[Publication]:
    """A publication that is built and not published, until the block ends.

    `entry` is what its line of the journal would say. It is remembered nowhere, and neither is
    what is worked out from it while it is open.

    Raises:
        StoreError: it cannot be read.
    """
    with remembered.nothing():
        publication = Publication(entry, path)
        try:
            yield publication
        finally:
            publication.close()


def is_rehearsal(where: Home) -> bool:
    """Whether the current publication is made up to rehearse with; not where none can be read."""
    try:
        return current(where).is_invented
    except (StoreError, HomeError):
        return False


def numbered(where: Home, number: int) -> Publication:
    """The publication with that number.

    Raises:
        UnknownPublication: there is none of that number.
        StoreError: it cannot be read.
    """
    entries = where.published()
    if not entries:
        return current(where)
    for entry in entries:
        if entry.number == number:
            return _opened(where, entry)
    known = f"1 to {entries[-1].number}" if len(entries) > 1 else "1"
    raise UnknownPublication(
        f"There is no publication {number}. Publications here are numbered {known}."
    )


@lru_cache
def statement(question: str) -> str:
    """The SQL that answers a question; the file's header says question, grain and parameters."""
    return (QUERIES / f"{question}.sql").read_text("utf-8")


_opening = threading.Lock()


def _opened(where: Home, entry: Entry) -> Publication:
    # Without the lock two first visitors at once would each verify and attach the file.
    with _opening:
        _forget_redacted(where)
        try:
            return _open_newest(where, entry)
        except StoreError:
            # It may have been redacted between the look at the journal and that at the file.
            return _open_newest(where, entry)


def _open_newest(where: Home, entry: Entry) -> Publication:
    newest = next((one for one in where.entries() if one.number == entry.number), entry)
    path = where.redacted(newest.number, len(newest.redacted))
    return _open(path, newest.number, newest.file, where)


_redactions: dict[Home, int] = {}


def _forget_redacted(where: Home) -> None:
    """Let go of every file and answer where a figure of this home was redacted since."""
    count = sum(len(entry.redacted) for entry in where.entries())
    if _redactions.setdefault(where, count) != count:
        _redactions[where] = count
        remembered.forget()


@lru_cache(maxsize=16)
def _open(path: Path, number: int, _sha256: str, where: Home) -> Publication:
    entry = next(entry for entry in where.entries() if entry.number == number)
    return Publication(entry, path)


@lru_cache(maxsize=8)
def compared(older: Publication, newer: Publication) -> Answers:
    """Two publications side by side, as the catalogs `older` and `newer`; see compare/differing."""
    connection = _attached([(older.entry, older.path, "older"), (newer.entry, newer.path, "newer")])
    connection.execute(f"CREATE VIEW differing AS {statement('compare/differing')}")
    return Answers(connection, "newer")


remembered.FORGETTING.extend((_open.cache_clear, compared.cache_clear))


def _attached(wanted: list[tuple[Entry, Path, str]]) -> duckdb.DuckDBPyConnection:
    """A locked connection in memory with these files attached, read only, under these names."""
    connection = duckdb.connect(
        ":memory:",
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"},
    )
    for entry, path, name in wanted:
        _attach(connection, entry, path, name)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, entry: Entry, path: Path, name: str) -> None:
    repair = "Run 'python -m oversight rebuild' to make it again from its kept inputs."
    try:
        if home.sha256(path) != entry.file:
            raise StoreError(f"Publication {entry.number} is damaged ({path}). {repair}")
    except OSError as error:
        raise StoreError(f"Publication {entry.number} is missing ({path}). {repair}") from error
    quoted = str(path).replace("'", "''")
    try:
        # ATTACH rather than connect(path): while any reader of this process still holds a
        # replaced file open, connect() to the same path returns the old data.
        connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
        (found,) = connection.execute(f"SELECT format FROM {name}.publication").fetchone()
    except duckdb.Error as error:
        raise StoreError(
            f"Publication {entry.number} cannot be read by DuckDB {duckdb.__version__}: it was made"
            f" by another version or is no publication ({path}). {repair}"
        ) from error
    if found != FORMAT:
        raise StoreError(
            f"Publication {entry.number} has format {found}, and this version of the product reads"
            f" format {FORMAT}. {repair}"
        )
