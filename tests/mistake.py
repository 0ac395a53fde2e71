"""A home in which a figure is published by mistake, and looking for it in every file."""

from __future__ import annotations

import io
import shutil
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from oversight import access, publishing
from oversight.home import Home
from oversight.publishing import redacting
from oversight.screening.received import MARK

HEADER = "indicator,period,geography,breakdown,value,marker,note"
CLERK = access.local_user("A clerk")
BELL, SHAW = access.local_user("Ms Bell"), access.local_user("Mr Shaw")
OF_CAMDEN = "cse_referrals,2014-15 Q1,Camden"
CAMDEN, BRENT = "E09000007", "E09000005"
# With a mark, quotation marks and the ends of lines of Windows: all of it stays as it was.
WITH_THE_MISTAKE = (
    MARK
    + "\r\n".join(
        [
            HEADER,
            'cse_referrals,2014-15 Q1,Brent,,48155,,"Brent, all"',
            '"cse_referrals","2014-15 Q1","Camden","","48,270","p","was 48 270 ""in all"""',
            "cse_referrals,2014-15 Q2,Camden,,48300,,",
            "",
        ]
    ).encode()
)
WITHOUT_IT = WITH_THE_MISTAKE.replace(b'"48,270","p","was 48 270 ""in all"""', b'"","c",""')
FIGURE = ("indicator", "period", "area", "breakdown")
PRINTED = ("48270", "48,270", "48 270", "48.270")


def send(where: Home, few, content: bytes, note: str = "") -> None:
    """Publish, whatever is asked about explained."""
    try:
        publishing.publish(where, few, content, CLERK, note)
    except publishing.RefusedReturn as refused:
        asked = {finding.check: "so it is" for finding in refused.findings}
        publishing.publish(where, few, content, CLERK, note, asked)


@pytest.fixture(scope="session")
def with_a_mistake(once: Callable, first: Home, few) -> Home:
    """Publication 2 shows a figure by mistake; 3 restates another of its figures, 4 adds one."""

    def make(where: Home) -> None:
        shutil.copytree(first.path, where.path)
        send(where, few, WITH_THE_MISTAKE)
        for row in ("cse_referrals,2014-15 Q2,Camden,,48310,,", "fgm_referrals,2014,London,,74,p,"):
            send(where, few, f"{HEADER}\n{row}\n".encode())

    return once("mistaken", make)


@pytest.fixture
def mistaken(tmp_path: Path, with_a_mistake: Home) -> Home:
    """The same, for one test to change."""
    return Home(shutil.copytree(with_a_mistake.path, tmp_path / "live"))


@pytest.fixture
def mended(once: Callable, with_a_mistake: Home) -> Home:
    """The same once the figure is redacted, for one test to change."""

    def make(where: Home) -> None:
        shutil.copytree(with_a_mistake.path, where.path)
        redacted(where)

    return once("mended", make)


def observations(where: Home, number: int) -> dict[tuple, dict]:
    """All that is said of each figure, by indicator, period, place and kind."""
    with duckdb.connect(str(where.publication(number)), read_only=True) as connection:
        rows = connection.execute("SELECT * FROM observation").to_arrow_table().to_pylist()
    return {tuple(row[name] for name in FIGURE): row for row in rows}


def redacted(where: Home, *cells: str, publication: int = 2) -> redacting.Redacted:
    one = redacting.redact(where, publication, cells or (OF_CAMDEN,), "Sent by mistake", BELL)
    return redacting.approve(where, one.number, SHAW)


def bytes_of(where: Home) -> Iterator[tuple[str, bytes]]:
    """Every file of a home, and what is packed in it."""
    for path in sorted(where.path.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            yield path.name, content
            if path.suffix == ".zip":
                with zipfile.ZipFile(io.BytesIO(content)) as packed:
                    yield from ((name, packed.read(name)) for name in packed.namelist())


def held(where: Home) -> set[str]:
    """The files of a home that hold the number, as bytes or in any table."""
    forms = [text.encode() for text in PRINTED]
    forms += [struct.pack("<d", 48270), struct.pack("<i", 48270), "48270".encode("utf-16-le")]
    found = {name for name, content in bytes_of(where) if any(one in content for one in forms)}
    for path in where.path.rglob("*.duckdb"):
        with duckdb.connect(str(path), read_only=True) as connection:
            tables = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
            for (name,) in tables:
                # Each row as text: every column of every kind is in it.
                rows = connection.execute(f"SELECT CAST(r AS VARCHAR) FROM {name} AS r").fetchall()
                if any(text in row for (row,) in rows for text in PRINTED):
                    found.add(f"{path.name}: {name}")
    return found
