"""Looking back: how long it takes to hold two publications of a million figures against each other.

One figure in a hundred differs. Both files are verified, opened and asked anew each round.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb

from benchmarks import publications
from benchmarks.results import Result, Spread
from oversight import home, store
from oversight.panels.returns.comparing import MOST_SHOWN
from oversight.store import Publication

if TYPE_CHECKING:
    from benchmarks.goals import Bench

FIGURES = 1_000_000
RESTATED = """
UPDATE observation
SET value = value + 1, lower = lower + 1, upper = upper + 1
WHERE feed = 1 AND hash(indicator, area, breakdown, starts_on) % 100 = 0
"""


def compared(bench: Bench) -> list[Result]:
    """From two addresses to every figure and definition that differs, and why."""
    older = publications.of_size(store.current(bench.where), FIGURES, bench.folder)
    newer = _restated(bench, older)
    times = Spread(tuple(_seconds(older, newer) for _ in range(bench.rounds)))
    what = f"two publications of {FIGURES:,} figures compared, one in a hundred restated"
    return [Result(12, what, "s", times, times, 2.0, is_of_a=True)]


def _restated(bench: Bench, older: Publication) -> Publication:
    path = bench.folder / "restated.duckdb"
    shutil.copyfile(older.path, path)
    path.chmod(0o600)
    with duckdb.connect(str(path)) as connection:
        connection.execute(RESTATED)
    entry = replace(older.entry, number=older.number + 1, file=home.sha256(path))
    return Publication(entry, path)


def _seconds(older: Publication, newer: Publication) -> float:
    store.compared.cache_clear()
    begun = time.perf_counter()
    side = store.compared(older, newer)
    rows = side.rows("compare/figures", most=MOST_SHOWN)
    side.rows("compare/definitions")
    seconds = time.perf_counter() - begun
    assert rows[0].differences > FIGURES // 200, "Hardly a figure was restated."
    return seconds
