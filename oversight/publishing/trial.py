"""A publication built beside the others and held against what stands; it switches nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from oversight import returns, store
from oversight.home import HomeError, Redaction
from oversight.publishing import again, building, clashes, database, digests
from oversight.publishing.building import Return, Stamp
from oversight.publishing.clashes import NO_RETURN, Clash
from oversight.reference import Files
from oversight.screening import Finding, Screened, first_told
from oversight.screening.header import Layout

if TYPE_CHECKING:
    import pyarrow

Progress = Callable[[str], None]


def in_silence(doing: str) -> None:
    """Progress that nobody is told."""


KEY = ("indicator", "starts_on", "ends_on", "area", "breakdown")


@dataclass(frozen=True)
class Cells:
    """The cells of a return against those published before; readers see `withheld` of them so."""

    new: int = 0
    changed: int = 0
    same: int = 0
    withheld: int = 0


@dataclass(frozen=True)
class Trial:
    """What speaks against a publication that was built, and how its cells compare.

    `checks` names every check that found something and says how often; of the findings only the
    first are listed.
    """

    findings: tuple[Finding, ...] = ()
    checks: Mapping[str, int] = field(default_factory=dict)
    cells: Cells = Cells()
    clashes: tuple[Clash, ...] = ()

    @property
    def count(self) -> int:
        return sum(self.checks.values())


@dataclass(frozen=True)
class Built:
    """A publication that was built to be tried, as long as it is there.

    `ask` puts a question of queries/rehearsal to it: as `newer`, with the one before as `older`,
    every figure that was ever sent as `sent`, and what the build hides or rounds as `protected`.
    `digests` gives those of its tables.
    """

    path: Path
    stamp: Stamp
    trial: Trial
    ask: Callable[[str], pyarrow.Table]
    digests: Callable[[], dict[str, str]]


@contextmanager
def built(
    path: Path,
    older: Path | None,
    files: Files,
    kept: Sequence[Return],
    stamp: Stamp,
    arriving: tuple[Return, Screened] | None = None,
    progress: Progress = in_silence,
    redacted: Sequence[Redaction] = (),
) -> Iterator[Built]:
    """Build a publication at `path`, and ask it what its return contradicts, leaves out, changes.

    It may be asked more until the block ends.

    Args:
        path: where to build it.
        older: the publication before, which it is compared with; None where there is none.
        files: what it is made from, with the returns in `kept`.
        kept: the returns that were accepted before, oldest first.
        stamp: what it says of itself.
        arriving: the return that comes with it, as it was screened; None where none does.
        progress: told each step in words.
        redacted: figures that a return is asked about where it says a number of them again.

    Raises:
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
        HomeError: the disk, or the publication that stands, cannot be used.
    """
    progress(f"Building publication {stamp.number} beside the current one")
    one, screened = arriving or (None, None)
    made_from = building.build(
        path, files, [*kept, *([one] if one else [])], stamp, screened, older
    )
    # No more of it is held than is asked for: a million figures fill the memory.
    sent = made_from["arriving"].drop_columns("source")
    protected = made_from["protected"]
    del made_from
    progress("Holding it against what is published")
    with beside(path, older) as connection:
        feed = NO_RETURN
        if screened is not None and screened.kind == returns.OBSERVATIONS:
            (feed,) = connection.execute("SELECT max(feed) FROM accepted_return").fetchone()
            connection.register("arriving", _cells_of(screened, feed))
        found, counts = clashes.contradictions(connection, feed)
        told = [clash.finding for clash in found]
        cells = Cells(new=screened.size if screened else 0)
        if feed != NO_RETURN:
            asked, asks = clashes.asks(connection, feed)
            said_again, asks_again = again.asks(screened, redacted)
            told, counts = [*told, *asked, *said_again], counts + asks + asks_again
            cells = _compared(connection, feed, screened.size)
        findings = first_told(told)
        if feed != NO_RETURN:
            findings = _with_rows(findings, one.content, screened.layout)
        tried = Trial(tuple(findings), counts, cells, tuple(found))

        def ask(question: str) -> pyarrow.Table:
            connection.register("sent", sent)
            connection.register("protected", protected)
            statement = store.statement(f"rehearsal/{question}")
            return connection.execute(statement, {"feed": feed}).to_arrow_table()

        yield Built(path, stamp, tried, ask, partial(digests.content_asked, connection))


def _cells_of(screened: Screened, feed: int) -> pyarrow.Table:
    """Each cell of a return with the line in which it stands."""
    # Imported here: Arrow is half of what a command takes to start, and only a build needs it.
    import pyarrow

    table = screened.figures.table.select(["line", *KEY])
    return table.append_column("feed", pyarrow.repeat(str(feed), table.num_rows))


def _with_rows(findings: Sequence[Finding], content: bytes, layout: Layout) -> list[Finding]:
    """The findings with the rows they are about, as written, in the order of the kind's columns."""
    # Imported here for the sake of Arrow, as above.
    from oversight.screening.strict import written

    wanted = {finding.line for finding in findings if finding.line}
    rows: dict[int, tuple[str, ...]] = {}
    for line, cells in written(content, layout.delimiter) if wanted else ():
        if line in wanted:
            by_name = dict(zip(layout.names, cells, strict=True))
            rows[line] = tuple(by_name[name] for name in layout.kind.header)
        if len(rows) == len(wanted):
            break
    return [replace(finding, cells=rows.get(finding.line, ())) for finding in findings]


@contextmanager
def beside(newer: Path, older: Path | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Two publications as `newer`, which is asked, and `older`, which may hold nothing."""
    with database.opened(None) as connection:
        _attach(connection, newer, "newer")
        if older is None:
            connection.execute("ATTACH ':memory:' AS older")
            connection.execute(
                "CREATE TABLE older.observation AS SELECT * FROM newer.observation LIMIT 0"
            )
        else:
            _attach(connection, older, "older")
        connection.execute("USE newer")
        try:
            yield connection
        except duckdb.IOException as error:
            reason = str(error).splitlines()[0]
            raise HomeError(f"The disk cannot be used: {reason}.") from error


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    quoted = str(path).replace("'", "''")
    try:
        connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
    except duckdb.Error as error:
        raise HomeError(
            f"{path} cannot be read. Run 'python -m oversight rebuild' to make it again from its"
            " kept inputs."
        ) from error


def _compared(connection: duckdb.DuckDBPyConnection, feed: int, size: int) -> Cells:
    new, changed, withheld = connection.execute(
        store.statement("screening/cells_that_change"), {"feed": feed}
    ).fetchone()
    return Cells(new, changed, size - new - changed, withheld)
