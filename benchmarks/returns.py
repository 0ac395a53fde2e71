"""Returns of any size: what it costs to decide on one, and to publish it. Invented, never shown.

Times here are seconds of this machine, for that is how long somebody waits; ratios stand beside.
"""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import duckdb

from benchmarks.results import Result, Spread, in_turn
from benchmarks.script_runs import Page
from oversight import ROOT, access, definitions, publishing, reference, rehearsal, store
from oversight.home import Home
from oversight.reference import Reference
from oversight.screening import MOST_BYTES, screen

if TYPE_CHECKING:
    from benchmarks.goals import Bench

CLERK = access.local_user("benchmark")
SMALL, LARGE, HUGE = 5_000, 100_000, 1_000_000
HEADER = ("indicator", "period", "geography", "breakdown", "value", "marker", "note")
FIRST = date(2001, 1, 1)
SWITCHED = "allegations"


def of_size(rows: int, quoted: bool = False) -> bytes:
    """A clean observations return: children by borough, day, sex and age, all invented."""
    places = [f"E090000{number:02d}" for number in range(1, 34)]
    splits = [f"sex={sex};age={age}" for sex in ("female", "male") for age in range(18)]
    days = (FIRST + timedelta(days=number) for number in range(rows))
    cells = (
        ("borough_child_population", day.isoformat(), place, split, str(2000 + len(split)), "", "")
        # Every place each day, the last one too: one that were missing would be asked about.
        for day, split, place in product(islice(days, rows // 1188 + 1), splits, places)
    )
    text = io.StringIO()
    rule = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(text, lineterminator="\n", quoting=rule)
    writer.writerow(HEADER)
    writer.writerows(islice(cells, rows))
    return text.getvalue().encode()


def ingest(bench: Bench) -> list[Result]:
    """Goal 7: a million rows screened, to a bare read of the same file; time, memory, records."""
    results = []
    for quoted, limit in ((False, 6), (True, 12)):
        path = bench.folder / f"huge-{quoted}.csv"
        path.write_bytes(of_size(HUGE, quoted))
        screening = _screening()
        a, b = in_turn(
            bench.rounds,
            lambda path=path, screening=screening: _seconds(lambda: screening(path.read_bytes())),
            lambda path=path: _seconds(lambda: _bare(path)),
            scale=1,
        )
        outcome = screening(path.read_bytes())
        assert outcome.rows == len(outcome.figures) + outcome.refused == HUGE
        how = "every cell in quotes" if quoted else "no quotes"
        what = f"{HUGE:,} rows screened, {how}, to a bare read_csv; none unaccounted for"
        results.append(Result(7, what, "s", a, b, limit))
    path = bench.folder / "huge-False.csv"
    sizes = [Spread(tuple(_peak(code, path) for _ in range(2))) for code in (SCREENING, PANDAS)]
    what = "peak memory of that, to pandas reading it as text without a single check"
    results.append(Result(7, what, "MiB", *sizes, 0.7))
    return results


def returned(bench: Bench) -> list[Result]:
    """Goal 8: from a file to a publication, and the page that reads it first."""
    return [*deciding(bench), *publishing_seconds(bench), *switching(bench)]


def deciding(bench: Bench) -> list[Result]:
    """Whatever is sent, up to the limit, is decided while somebody waits."""
    screening, slowest, which = _screening(), 0.0, ""
    rounds: list[float] = []
    for name, content in worst_files().items():
        assert len(content) <= MOST_BYTES, name
        seconds = _seconds(lambda content=content: screening(content))
        rounds.append(seconds)
        if seconds > slowest:
            slowest, which = seconds, name
    a = Spread((slowest,))
    what = f"the slowest of {len(rounds)} files of 20 MB to be decided ({which})"
    return [Result(8, what, "s", a, Spread((min(rounds),)), 5.0, is_of_a=True)]


def worst_files() -> dict[str, bytes]:
    """Files of the largest size that is taken, each slow in its own way."""
    header = ",".join(HEADER).encode() + b"\n"
    room = MOST_BYTES - len(header)

    def filled(row: bytes) -> bytes:
        return header + row * (room // len(row))

    good = of_size(room // 75)[:MOST_BYTES]
    return {
        "clean": good[: good.rindex(b"\n") + 1],
        "every row wrong": filled(b"no_such_indicator,13-14,Croyden,hair=red,about 5,?,x\n"),
        "every row twice": filled(b"allegations_rape,2014-15,London,,601,,\n"),
        "too wide": filled(b"allegations_rape,2014-15,London,,601,,,,,,,\n"),
        "a line of ten million letters": header + b'allegations_rape,2014-15,London,,601,,"'
        + b"a" * 10_000_000 + b'"\n',
        "a quote that never closes": header + b'allegations_rape,"' + b"x,\n" * (room // 3 - 10),
        "nothing but commas": filled(b","),
        "nothing but line ends": filled(b"\n"),
        "nothing but quotes": filled(b'"'),
        "bytes of no encoding": filled(b"\xff\xfe\x00\x81"),
        "letters of many scripts": filled("é\u0430\u4e2d😀,\n".encode()),
        "numbers like telephones'": filled(b"allegations_rape,2014-15,London,,601,,020 7946\n"),
        "all different": header + b"".join(
            b"allegations_rape,2014-15,London,,%d,,n%d\n" % (number, number)
            for number in range(380_000)
        ),
    }  # fmt: skip


def publishing_seconds(bench: Bench) -> list[Result]:
    """Checked and published by one act, a rehearsal alone, and the command."""
    results = []
    for rows, limit in ((SMALL, 1.0), (LARGE, 3.0)):
        content = of_size(rows)
        rehearsed, published = [], []
        for number in range(3):
            where = _fresh(bench, f"published-{rows}-{number}")
            rehearsed.append(_seconds(lambda where=where, content=content: _check(where, content)))
            published.append(
                _seconds(lambda where=where, content=content: _publish(where, content))
            )
        for what, times in (
            ("checked and published", published),
            ("rehearsed before, which the page does", rehearsed),
        ):
            a = Spread(tuple(times))
            results.append(Result(8, f"{rows:,} rows {what}", "s", a, a, limit, is_of_a=True))
    where = _fresh(bench, "published-by-command")
    path = bench.folder / "huge-False.csv"
    path.write_bytes(of_size(HUGE))
    seconds, mebibytes = _command("publish", str(path), "--home", str(where.path))
    a = Spread((seconds,))
    size = Spread((mebibytes,))
    results.append(Result(8, f"{HUGE:,} rows by command", "s", a, a, 20.0, is_of_a=True))
    results.append(Result(8, "peak memory of that", "MiB", size, size, 1024.0, is_of_a=True))
    return results


def switching(bench: Bench) -> list[Result]:
    """The first rerun of a page after a new publication, to one that remembers nothing."""
    where = _fresh(bench, "switched")
    page = Page(ROOT / "dashboard.py", SWITCHED)
    with patch.dict(os.environ, {"OVERSIGHT_HOME": str(where.path)}):
        for _ in range(3):
            page.run()
        numbers = iter(range(100))

        def after_a_switch() -> float:
            content = _row(f"allegations_rape,2014-15,London,,{600 + next(numbers)},,")
            publishing.publish(where, reference.read_files(ROOT), content, CLERK)
            return page.run()

        def ordinary() -> float:
            store.current(where)._answers.cache_clear()
            return page.run()

        a, b = in_turn(bench.rounds, after_a_switch, ordinary)
    what = f"first rerun of {SWITCHED} after a switch, to one that remembers no answer"
    return [Result(8, what, "ms", a, b, 1.25)]


def _row(row: str) -> bytes:
    return f"{','.join(HEADER)}\n{row}\n".encode()


def _check(where: Home, content: bytes) -> None:
    made = rehearsal.rehearse(where, reference.read_files(ROOT), content, CLERK)
    assert made.rehearsed and not made.checked.findings


def _publish(where: Home, content: bytes) -> None:
    """A publication asks every check itself, whether or not it was rehearsed."""
    publishing.publish(where, reference.read_files(ROOT), content, CLERK)


def _fresh(bench: Bench, name: str) -> Home:
    where = Home(bench.folder / name)
    publishing.ensure_built(where, reference.read_files(ROOT), CLERK)
    return where


def _screening() -> Callable:
    files = reference.read_files(ROOT)
    indicators, lists = definitions.load(files), Reference(files)
    return lambda content: screen(content, indicators, lists, date(2026, 1, 1))


def _bare(path: Path) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"CREATE TABLE one AS SELECT * FROM read_csv('{path}')")


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


SCREENING = """
import sys
from pathlib import Path
from benchmarks import returns
assert not returns._screening()(Path(sys.argv[1]).read_bytes()).findings
"""
PANDAS = """
import sys
import pandas
assert len(pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False))
"""


# Of this program alone: what getrusage tells began before it, in the one that started it.
PRINT_PEAK = """
from pathlib import Path
lines = Path("/proc/self/status").read_text().splitlines()
print(*(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")))
"""


def _peak(code: str, path: Path) -> float:
    """Peak memory of a process that runs this code on the file, MiB."""
    ended = subprocess.run(
        [sys.executable, "-c", f"{code}{PRINT_PEAK}", str(path)],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(ended.stdout)


def _command(*arguments: str) -> tuple[float, float]:
    """Seconds and peak memory, MiB, of one command in a process of its own."""
    code = (
        "import sys; from oversight import __main__\n"
        f"code = __main__.main(sys.argv[1:]){PRINT_PEAK}"
        "sys.exit(code)"
    )
    start = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return time.perf_counter() - start, float(ended.stdout.split()[-1])
