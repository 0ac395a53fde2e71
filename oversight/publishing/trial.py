"""A publication built beside the others and held against what stands; it switches nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pyarrow

from oversight import returns, store
from oversight.home import HomeError
from oversight.publishing import building, clashes, database
from oversight.publishing.building import Return, Stamp
from oversight.publishing.clashes import NO_RETURN, Clash
from oversight.reference import Files
from oversight.screening import Finding, Screened
from oversight.screening.finding import MOST_TOLD

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

    `count` says how many findings there are; only the first are listed.
    """

    findings: tuple[Finding, ...] = ()
    count: int = 0
    cells: Cells = Cells()
    clashes: tuple[Clash, ...] = ()


def of(
    path: Path,
    older: Path | None,
    files: Files,
    kept: Sequence[Return],
    stamp: Stamp,
    arriving: tuple[Return, Screened] | None = None,
    progress: Progress = in_silence,
) -> Trial:
    """Build a publication at `path`, and ask it what its return contradicts, leaves out, changes.

    Args:
        path: where to build it.
        older: the publication before, which it is compared with; None where there is none.
        files: what it is made from, with the returns in `kept`.
        kept: the returns that were accepted before, oldest first.
        stamp: what it says of itself.
        arriving: the return that comes with it, as it was screened; None where none does.
        progress: told each step in words.

    Raises:
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
        HomeError: the disk, or the publication that stands, cannot be used.
    """
    progress(f"Building publication {stamp.number} beside the current one")
    one, screened = arriving or (None, None)
    building.build(path, files, [*kept, *([one] if one else [])], stamp, screened, older)
    progress("Holding it against what is published")
    with _beside(path, older) as connection:
        feed = NO_RETURN
        if screened is not None and screened.kind == returns.OBSERVATIONS:
            (feed,) = connection.execute("SELECT max(feed) FROM accepted_return").fetchone()
            connection.register("arriving", _cells_of(screened, feed))
        found, count = clashes.contradictions(connection, feed)
        if feed == NO_RETURN:
            findings = tuple(clash.finding for clash in found)
            rows = screened.size if screened else 0
            return Trial(findings, count, Cells(new=rows), tuple(found))
        asked, asks = clashes.asks(connection, feed)
        findings = sorted(
            [*(clash.finding for clash in found), *asked], key=lambda finding: finding.line or 0
        )[:MOST_TOLD]
        findings = _with_rows(findings, one.content)
        return Trial(
            tuple(findings), count + asks, _compared(connection, feed, screened.size), tuple(found)
        )


def _cells_of(screened: Screened, feed: int) -> pyarrow.Table:
    """Each cell of a return with the line in which it stands."""
    table = screened.figures.table.select(["line", *KEY])
    return table.append_column("feed", pyarrow.repeat(str(feed), table.num_rows))


def _with_rows(findings: Sequence[Finding], content: bytes) -> list[Finding]:
    """The findings with the rows they are about, as written."""
    wanted = {finding.line for finding in findings if finding.line}
    rows: dict[int, tuple[str, ...]] = {}
    if wanted:
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        # The header proved which sign parts the columns, or the return would not have come here.
        delimiter = max(",;\t", key=text.readline().count)
        text.seek(0)
        records, start = csv.reader(text, delimiter=delimiter), 1
        for cells in records:
            if start in wanted:
                rows[start] = tuple(cells)
            start = records.line_num + 1
            if start > max(wanted):
                break
    return [replace(finding, cells=rows.get(finding.line, ())) for finding in findings]


@contextmanager
def _beside(newer: Path, older: Path | None) -> Iterator[duckdb.DuckDBPyConnection]:
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
