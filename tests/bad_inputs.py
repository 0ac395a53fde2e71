"""Bad inputs of the command line: how each comes about, and what must be said of it."""

from __future__ import annotations

import fcntl
import json
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from oversight.home import Home, sha256
from tests.conftest import HEADER, a_return

GOOD = a_return("fgm_referrals,2014,Metropolitan Police,,74,p,")
RAPE = "data/definitions/indicators/allegations_rape.toml"
REFUSED, WRONG_USAGE, TRY_AGAIN = 1, 2, 3


@dataclass(frozen=True)
class Bad:
    """One bad input: `mends` is what the sentence on standard error must say."""

    what: str
    command: str
    code: int
    mends: str
    # What the return holds.
    content: bytes = GOOD
    # Makes the home, the return's path or a checkout bad, and perhaps puts it right afterwards.
    arrange: Callable[[Home, Path], object] = lambda home, folder: None
    # A change to a file of a copy of the checkout: its path, what to find, what to write.
    checkout: tuple[str, bytes, bytes | None] | None = None


def flip_bytes(home: Home, folder: Path) -> None:
    content = bytearray(home.publication(1).read_bytes())
    content[100_000:100_100] = bytes(byte ^ 0xFF for byte in content[100_000:100_100])
    _replace(home.publication(1), bytes(content))


def lose_publication(home: Home, folder: Path) -> None:
    home.publication(1).unlink()


def other_format(home: Home, folder: Path) -> None:
    path = home.publication(1)
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE publication SET format = 99")
    _name_anew(home)


def other_duckdb(home: Home, folder: Path) -> None:
    # The storage version stands after the checksum and the word DUCK.
    content = home.publication(1).read_bytes()
    _replace(home.publication(1), content[:12] + (999).to_bytes(8, "little") + content[20:])
    _name_anew(home)


def no_duckdb(home: Home, folder: Path) -> None:
    _replace(home.publication(1), b"indicator,period\n")
    _name_anew(home)


def _name_anew(home: Home) -> None:
    """Make journal and pointer agree with the file as it now is."""
    entry = json.loads(home.journal.read_text("utf-8"))
    entry["file"] = sha256(home.publication(1))
    home.journal.write_text(json.dumps(entry) + "\n")
    home.pointer.write_text(json.dumps({"number": 1, "sha256": entry["file"]}))


def _replace(path: Path, content: bytes) -> None:
    path.unlink()
    path.write_bytes(content)


def pointer(content: bytes) -> Callable[[Home, Path], object]:
    return lambda home, folder: home.pointer.write_bytes(content)


def journal(content: bytes) -> Callable[[Home, Path], object]:
    return lambda home, folder: home.journal.write_bytes(content)


def journal_says(**keys: object) -> Callable[[Home, Path], object]:
    def arrange(home: Home, folder: Path) -> None:
        entry = {**json.loads(home.journal.read_text("utf-8")), **keys}
        home.journal.write_text(json.dumps(entry) + "\n")

    return arrange


def lose_journal(home: Home, folder: Path) -> None:
    home.journal.unlink()


def lose_inputs(home: Home, folder: Path) -> None:
    for archive in (home.path / "inputs").iterdir():
        archive.unlink()


def home_is_a_file(home: Home, folder: Path) -> None:
    shutil.rmtree(home.path)
    home.path.write_text("not a folder")


def home_is_empty(home: Home, folder: Path) -> None:
    shutil.rmtree(home.path)


def return_is_a_folder(home: Home, folder: Path) -> None:
    (folder / "return.csv").unlink()
    (folder / "return.csv").mkdir()


def read_only(*names: str) -> Callable[[Home, Path], object]:
    @contextmanager
    def arrange(home: Home, folder: Path) -> Iterator[None]:
        paths = [home.path / name for name in names]
        for path in paths:
            path.chmod(path.stat().st_mode & 0o555)
        yield
        for path in paths:
            path.chmod(path.stat().st_mode | 0o200)

    return arrange


@contextmanager
def somebody_publishes(home: Home, folder: Path) -> Iterator[None]:
    with home.lock.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("Ms Bell has been publishing since 10:04:00")
        lock.flush()
        yield


@contextmanager
def port_is_taken(home: Home, folder: Path) -> Iterator[None]:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", PORT))
        taken.listen()
        yield


with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    PORT = probe.getsockname()[1]

BAD = [
    # commands
    Bad("no command", "", WRONG_USAGE, "required: COMMAND"),
    Bad("an unknown command", "publsh", WRONG_USAGE, "invalid choice: 'publsh'"),
    Bad("an unknown option", "build --force", WRONG_USAGE, "unrecognized arguments: --force"),
    Bad("no file", "publish", WRONG_USAGE, "required: FILE"),
    Bad("two files", "publish RETURN RETURN", WRONG_USAGE, "unrecognized arguments"),
    Bad("a blank name", "publish RETURN --by=", WRONG_USAGE, "--by: A name is needed"),
    Bad("a name in Latin-1", "build --by=Ren\udce9", WRONG_USAGE, "is not UTF-8 text"),
    Bad("a port in words", "serve --port http", WRONG_USAGE, "'http' is not a port from 1024"),
    Bad("a port too high", "serve --port 70000", WRONG_USAGE, "'70000' is not a port from 1024"),
    Bad("a port for root", "serve --port 80", WRONG_USAGE, "'80' is not a port from 1024 to 65535"),
    Bad("a port taken", f"serve --port {PORT}", TRY_AGAIN, f"Port {PORT} is taken. Choose another",
        arrange=port_is_taken),
    Bad("no such publication", "export --publication 77", WRONG_USAGE,
        "There is no publication 77. Publications here are numbered 1."),
    Bad("publication nought", "export --publication 0", WRONG_USAGE, "'0' is not a publication's"),
    Bad("a negative publication", "export --publication=-1", WRONG_USAGE, "'-1' is not a public"),
    Bad("a publication in letters", "export --publication x", WRONG_USAGE, "'x' is not a public"),
    Bad("a publication in superscript", "export --publication ²", WRONG_USAGE, "'²' is not a pub"),
    # files
    Bad("a missing file", "publish nowhere.csv", WRONG_USAGE,
        "nowhere.csv cannot be read (No such file or directory). Give the path of a return"),
    Bad("a folder as file", "publish RETURN", WRONG_USAGE, "cannot be read (Is a directory). Give",
        arrange=return_is_a_folder),
    Bad("a file nobody may read", "publish RETURN", WRONG_USAGE, "cannot be read (Permission den",
        arrange=lambda home, folder: (folder / "return.csv").chmod(0)),
    Bad("a file without end", "publish /dev/zero", REFUSED, "The file is larger than 200 MB. Spli"),
    Bad("an empty file", "publish RETURN", REFUSED, "The file is empty.", b""),
    Bad("a workbook named csv", "publish RETURN", REFUSED, "This is an Excel workbook, not a CSV f",
        b"PK\x03\x04" + b"\x00" * 40 + b"[Content_Types].xml"),
    Bad("UTF-16", "publish RETURN", REFUSED, "This is UTF-16 text, not a CSV file. In Excel",
        GOOD.decode().encode("utf-16")),
    Bad("Latin-1", "publish RETURN", REFUSED, "Line 2, note: The file is not UTF-8. In Excel ch",
        GOOD.replace(b"p,", b"p,caf\xe9")),
    Bad("an unclosed quote", "publish RETURN", REFUSED, "Line 2, note: The quotation mark that op",
        GOOD.replace(b"p,", b'p,"first')),
    Bad("another header", "publish RETURN", REFUSED,
        f"Line 1, column A: The columns must be {HEADER}",
        b"indicator,year,value\nfgm_referrals,2014,74\n"),
    Bad("a row too wide", "publish RETURN", REFUSED, "Line 2, value: 8 cells where there must b",
        a_return("allegations_all,2014-15,London,,10,034,,")),
    Bad("nothing below the header", "publish RETURN", REFUSED, "no figure below it", a_return()),
    Bad("an unknown indicator", "publish RETURN", REFUSED, "Did you mean fgm_referrals?",
        a_return("fgm_referral,2014,London,,74,,")),
    Bad("a period to come", "publish RETURN", REFUSED, "Line 2, period: '2094' has not ended by",
        a_return("fgm_referrals,2094,London,,74,,")),
    Bad("a period on another clock", "publish RETURN", REFUSED, "written like 2014 or 2014 Q1",
        a_return("fgm_referrals,2014-15,London,,74,,")),
    Bad("a per cent sign", "publish RETURN", REFUSED, "'95%' has a percent sign. Write the numb",
        a_return("first_case_conference_attendance,2014-09-30,London,,95%,,")),
    Bad("a formula", "publish RETURN", REFUSED, "'=SUM(A1)' is not a plain number such as 583",
        a_return("fgm_referrals,2014,London,,=SUM(A1),,")),
    Bad("a figure twice", "publish RETURN", REFUSED, "stands in line 2 already. Leave one of the",
        a_return("fgm_referrals,2014,London,,74,,", "fgm_referrals,2014,MPS,,75,,")),
    Bad("a total unlike its parts", "publish RETURN", REFUSED, "Mend the total or the parts.",
        a_return("allegations_rape_and_sexual_assault,2013-14,London,,3000,,",
             "allegations_rape,2013-14,London,,583,,")),
    # definitions, lists and build SQL of the checkout
    Bad("a key missing", "build", REFUSED, f"{RAPE}: the key 'title' is missing.",
        checkout=(RAPE, b"title =", b"# title =")),
    Bad("an unknown key", "build", REFUSED, f"{RAPE}: the key 'titel' is not known. Take it out",
        checkout=(RAPE, b"title =", b"titel =")),
    Bad("a blank", "build", REFUSED, f"{RAPE}: nothing is written for 'unit'.",
        checkout=(RAPE, b'unit = "allegations"', b'unit = ""')),
    Bad("broken TOML", "build", REFUSED, f"{RAPE} cannot be read as TOML",
        checkout=(RAPE, b'unit = "', b"unit = ")),
    Bad("a target on a neutral indicator", "build", REFUSED, f"{RAPE}: 'target' is set, yet",
        checkout=(RAPE, b"title =", b"target = 0\ntitle =")),
    Bad("a name that does not exist", "build", REFUSED, f"{RAPE}: 'owner' names 'Mett', which",
        checkout=(RAPE, b'owner = ["Met"]', b'owner = ["Mett"]')),
    Bad("no definitions", "build", REFUSED, "has no definition. Put it back from the repository.",
        checkout=("data/definitions/indicators", b"", None)),
    Bad("no glossary", "build", REFUSED, "data/reference/glossary.csv is missing. Put it back",
        checkout=("data/reference/glossary.csv", b"", None)),
    Bad("a glossary with a column more", "build", REFUSED, "glossary.csv must have the columns",
        checkout=("data/reference/glossary.csv", b"term,", b"word,term,")),
    Bad("a date that is none", "build", REFUSED, "The publication cannot be built, queries/build/",
        checkout=("data/reference/events.csv", b"\n2012-01-16", b"\n2012-13-16")),
    Bad("broken build SQL", "build", REFUSED, "queries/build/30_indicator.sql: Parser Error",
        checkout=("queries/build/30_indicator.sql", b"CREATE TABLE", b"MAKE TABLE")),
    Bad("no build SQL", "build", REFUSED, "queries/build has no SQL. Put it back from the repos",
        checkout=("queries/build", b"", None)),
    Bad("a published series that does not fit", "build", REFUSED, "no longer fits the definitions",
        checkout=("data/context/mps_workforce_quarter_end.csv", b"met_strength", b"met_strengths")),
    # databases
    Bad("a damaged database", "export", TRY_AGAIN, "Publication 1 is damaged", arrange=flip_bytes),
    Bad("a damaged database, served", f"serve --port {PORT}", TRY_AGAIN,
        "Run 'python -m oversight rebuild' to make it again", arrange=flip_bytes),
    Bad("a damaged database, verified", "rebuild --verify", REFUSED,
        "Publication 1: the file is not the one that was published", arrange=flip_bytes),
    Bad("a missing database", "export", TRY_AGAIN, "Publication 1 is missing",
        arrange=lose_publication),
    Bad("a missing database, built", "build", TRY_AGAIN, "Run 'python -m oversight rebuild'",
        arrange=lose_publication),
    Bad("a database of another format", "export", TRY_AGAIN,
        "Publication 1 has format 99, and this version of the product reads format 1. Run",
        arrange=other_format),
    Bad("a database of another DuckDB", "export", TRY_AGAIN, "it was made by another version",
        arrange=other_duckdb),
    Bad("no DuckDB database", "export", TRY_AGAIN, "or is no publication", arrange=no_duckdb),
    Bad("no database and no inputs", "rebuild", TRY_AGAIN, "cannot be read. Put them back from",
        arrange=lambda home, folder: (lose_publication(home, folder), lose_inputs(home, folder))),
    # pointer and journal
    Bad("a pointer of rubbish", "export", TRY_AGAIN, "current cannot be read as a pointer. Put",
        arrange=pointer(b"rubbish")),
    Bad("an empty pointer, no journal", "publish RETURN", TRY_AGAIN, "does not hold all that was",
        arrange=lambda home, folder: (pointer(b"")(home, folder), lose_journal(home, folder))),
    Bad("a pointer ahead of the journal", "build", TRY_AGAIN, "names publication 9, which the",
        arrange=pointer(b'{"number": 9, "sha256": "x"}')),
    Bad("a pointer to another file", "publications", TRY_AGAIN, "Run 'python -m oversight rebuild'",
        arrange=pointer(b'{"number": 1, "sha256": "x"}')),
    Bad("a journal of rubbish", "publications", TRY_AGAIN, "journal.jsonl, line 1 cannot be read",
        arrange=journal(b"rubbish\n")),
    Bad("a journal in Latin-1", "publish RETURN", TRY_AGAIN, "journal.jsonl, line 1 cannot be rea",
        arrange=journal(b'"caf\xe9"\n')),
    Bad("a journal line of another shape", "export", TRY_AGAIN, "Put back a copy of the journal.",
        arrange=journal(b'{"number": 1}\n')),
    Bad("a journal with a wrong time", "export", TRY_AGAIN, "Put back a copy of the journal.",
        arrange=journal_says(at="yesterday")),
    Bad("a missing journal", "publish RETURN", TRY_AGAIN, "Put back a copy of the journal.",
        arrange=lose_journal),
    # the home
    Bad("an empty home", "export", TRY_AGAIN, "Nothing has been published in", b"", home_is_empty),
    Bad("an empty home, by number", "export --publication 1", TRY_AGAIN, "Run 'make run', or",
        b"", home_is_empty),
    Bad("an empty home, rebuilt", "rebuild --verify", TRY_AGAIN, "Run 'python -m oversight build'",
        b"", home_is_empty),
    Bad("a file as home", "build", TRY_AGAIN, "is not a folder. Choose another with --home.",
        b"", home_is_a_file),
    Bad("a file as home, for a return", "publish RETURN", TRY_AGAIN,
        "is not a folder. Choose another with --home.", arrange=home_is_a_file),
    Bad("a home read-only", "publish RETURN", TRY_AGAIN, "Give write permission, or choose another",
        arrange=read_only("", "publications", "inputs", "returns", "journal.jsonl", "lock")),
    Bad("publications read-only", "publish RETURN", TRY_AGAIN, "cannot be written (Permission den",
        arrange=read_only("publications")),
    Bad("a journal read-only", "publish RETURN", TRY_AGAIN, "cannot be written (Permission denied",
        arrange=read_only("journal.jsonl")),
    Bad("somebody else publishing", "publish RETURN", TRY_AGAIN,
        "Ms Bell has been publishing since 10:04:00. Try again in a moment.",
        arrange=somebody_publishes),
]  # fmt: skip
