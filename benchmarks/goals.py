"""One function a goal of performance.md: what is measured, against what, and the limit."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from benchmarks import (
    browsing,
    looking_back,
    meeting,
    protecting,
    publications,
    recording,
    returns,
    servers,
    sessions,
)
from benchmarks.recording import CONTROL, CONTROL_PAGE, Floor
from benchmarks.results import Result, Spread, in_turn
from benchmarks.script_runs import Page
from oversight import ROOT, home, store
from oversight.home import Home
from oversight.store import Answers, Publication

DASHBOARD = ROOT / "dashboard.py"
FEW, MANY = 100_000, 10_000_000

# How many times a round repeats what takes milliseconds; a round counts as its median.
SCRIPT_RUNS, RERUNS, REPAINTS, ASKED = 7, 30, 6, 9


@dataclass(frozen=True)
class Bench:
    """What all goals share."""

    where: Home
    floor: Floor
    folder: Path
    rounds: int


def script_time(bench: Bench) -> list[Result]:
    """Goal 1: the script of each page to the same elements from constants."""
    results = []
    publication = store.current(bench.where)
    for name in recording.page_names():
        page, constants = Page(DASHBOARD, name), Page(bench.floor.script, name)
        for warm in (page, constants, page, constants):
            warm.run()
        gc.collect()

        def missed(page: Page = page) -> float:
            publication._answers.cache_clear()
            return page.run()

        elements = bench.floor.elements[name]
        for kind, run, limit in (("cached", page.run, 1.15), ("a miss", missed, 1.6)):
            a, b = in_turn(
                bench.rounds,
                lambda run=run: _median(run, SCRIPT_RUNS),
                lambda constants=constants: _median(constants.run, SCRIPT_RUNS),
            )
            what = f"script of {name} ({elements} elements), {kind}, to constants"
            results.append(Result(1, what, "ms", a, b, limit))
    return results


def reruns(bench: Bench) -> list[Result]:
    """Goal 2: CPU of the server for a rerun, to the constants page with collection frozen."""
    with (
        servers.product(bench.where) as product,
        servers.bare(bench.floor.script, bench.where, "--frozen") as constants,
        sessions.session(product, CONTROL_PAGE) as reader,
        sessions.session(constants, CONTROL_PAGE) as other,
    ):
        for one in (reader, other):
            one.open()
            _turn(one, bench.floor.choices, len(bench.floor.choices) * 3)
        assert reader.elements == other.elements, "The servers send different elements."
        a, b = in_turn(
            bench.rounds,
            lambda: _cpu(product, reader, bench.floor.choices),
            lambda: _cpu(constants, other, bench.floor.choices),
        )
    what = f"CPU a rerun of {CONTROL_PAGE} by its {CONTROL}, to constants"
    return [Result(2, what, "ms", a, b, 1.4)]


def repaint(bench: Bench) -> list[Result]:
    """Goal 4: from a click to the last chart painted, to the constants page."""
    choices = bench.floor.choices
    with (
        servers.product(bench.where) as product,
        servers.bare(bench.floor.script, bench.where, "--compressed", "--frozen") as constants,
        browsing.browser() as opened,
    ):
        context = opened.new_context(viewport={"width": 1280, "height": 800})
        readers = [browsing.Reader(context, one, CONTROL_PAGE) for one in (product, constants)]
        assert readers[0].charts == readers[1].charts, "The pages show different charts."
        for reader in readers:
            for choice in choices:
                reader.seconds_to_repaint(choice)

        def painted(reader: browsing.Reader) -> Callable[[], float]:
            # The last choice is the one that stands already.
            turns = iter(choices * REPAINTS * bench.rounds)
            return lambda: _median(lambda: reader.seconds_to_repaint(next(turns)), REPAINTS)

        a, b = in_turn(bench.rounds, painted(readers[0]), painted(readers[1]))
        context.close()
    what = f"repaint of {CONTROL_PAGE} after its {CONTROL}, to constants"
    return [Result(4, what, "ms", a, b, 1.08)]


def cold_load(bench: Bench) -> list[Result]:
    """Goal 5: a first visit at 10 Mbit/s, as deployed, to the bare server of the same script."""
    with (
        servers.product(bench.where) as product,
        servers.bare(DASHBOARD, bench.where) as bare,
        browsing.browser() as opened,
    ):
        context = opened.new_context(viewport={"width": 1280, "height": 800})
        both = [browsing.Reader(context, one, CONTROL_PAGE).charts for one in (product, bare)]
        context.close()
        loads: dict[servers.Server, list[browsing.Load]] = {product: [], bare: []}

        def visit(server: servers.Server) -> float:
            load = browsing.cold_load(opened, server, CONTROL_PAGE, max(both))
            loads[server].append(load)
            return load.seconds

        a, b = in_turn(bench.rounds, lambda: visit(product), lambda: visit(bare), scale=1)
    sizes = [Spread(tuple(load.mebibytes for load in loads[one])) for one in (product, bare)]
    what = f"cold load of {CONTROL_PAGE} at 10 Mbit/s, to the bare server"
    if stalled := sum(load.stalled for kept in loads.values() for load in kept):
        what += f" ({stalled} stalled in the browser, made again)"
    return [
        Result(5, what, "s", a, b, 0.45),
        Result(5, "brought over the wire by it", "MiB", *sizes, 3.0, is_of_a=True),
    ]


def queries(bench: Bench) -> list[Result]:
    """Goal 6: all questions a page asks, unremembered, at ten million observations to 100,000."""
    given = store.current(bench.where)
    many, few = (publications.of_size(given, rows, bench.folder) for rows in (MANY, FEW))
    results = []
    for name in recording.page_names():
        asked = _asked(name)
        answers = [_lengths(one, asked) for one in (many, few)]
        assert answers[0] == answers[1], f"{name}: the answers differ in length: {answers}"
        for one in (many, few):
            _ask(one, asked)
        a, b = in_turn(
            bench.rounds,
            lambda asked=asked: _median(lambda: _ask(many, asked), ASKED),
            lambda asked=asked: _median(lambda: _ask(few, asked), ASKED),
        )
        what = f"{len(asked)} queries of {name}, {MANY:.0e} rows to {FEW:.0e}".replace("e+0", "e")
        results.append(Result(6, what, "ms", a, b, 1.3))
    return results


def slowest_queries(bench: Bench) -> list[tuple[str, float, float]]:
    """Each question of any page: milliseconds at few and at many rows; to find what grows."""
    given = store.current(bench.where)
    many, few = (publications.of_size(given, rows, bench.folder) for rows in (MANY, FEW))
    asked = {one[0]: one for name in recording.page_names() for one in _asked(name)}
    return [
        (question, *(1000 * _median(lambda one=one, two=two: _ask(two, [one]), ASKED)
                     for two in (few, many)))
        for question, one in sorted(asked.items())
    ]  # fmt: skip


def first_page(bench: Bench) -> list[Result]:
    """Goal 9: the first page of a fresh process, once it answers, to the constants page."""
    whole: dict[str, list[float]] = {"product": [], "constants": []}

    def visit(kind: str) -> float:
        start = time.perf_counter()
        with (
            servers.product(bench.where)
            if kind == "product"
            else servers.bare(bench.floor.script, bench.where, "--frozen") as server,
            sessions.session(server, CONTROL_PAGE) as reader,
        ):
            answered = time.perf_counter()
            reader.open()
            end = time.perf_counter()
        whole[kind].append((end - start) * 1000)
        return end - answered

    a, b = in_turn(bench.rounds, lambda: visit("product"), lambda: visit("constants"))
    together = [Spread(tuple(whole[kind])) for kind in ("product", "constants")]
    return [
        Result(
            9, f"first page ({CONTROL_PAGE}) of a fresh process, to constants", "ms", a, b, 1.15
        ),
        Result(9, "the same, the start of the process included", "ms", *together),
    ]


ALL = {
    1: script_time,
    2: reruns,
    4: repaint,
    5: cold_load,
    6: queries,
    7: returns.ingest,
    8: returns.returned,
    9: first_page,
    # The sixth line of the meeting; performance.md numbers ten goals.
    11: meeting.measured,
    # The sixth line of vintages.
    12: looking_back.compared,
    # The fourth line of signal.
    13: protecting.protected,
}


def _median(measure: Callable[[], float], times: int) -> float:
    return statistics.median(measure() for _ in range(times))


def _turn(reader: sessions.Session, choices: tuple[str, ...], times: int) -> None:
    for number in range(times):
        reader.choose(CONTROL, choices[number % len(choices)])


def _cpu(server: servers.Server, reader: sessions.Session, choices: tuple[str, ...]) -> float:
    before = server.seconds_of_cpu()
    _turn(reader, choices, RERUNS)
    return (server.seconds_of_cpu() - before) / RERUNS


def _asked(name: str) -> list[tuple[str, dict]]:
    """Every question a page of the product asks, with its parameters, each once."""
    asked: list[tuple[str, dict]] = []
    rows = Answers.rows

    def listening(self: Answers, question: str, **parameters):
        if (question, parameters) not in asked and isinstance(self, Publication):
            asked.append((question, parameters))
        return rows(self, question, **parameters)

    page = Page(DASHBOARD, name)
    page.run()
    with patch.object(Answers, "rows", listening):
        page.run()
    return asked


def _ask(publication: Publication, asked: list[tuple[str, dict]]) -> float:
    start = time.perf_counter()
    for question, parameters in asked:
        publication._answer(question, **parameters)
    return time.perf_counter() - start


def _lengths(publication: Publication, asked: list[tuple[str, dict]]) -> dict[str, int]:
    return {one[0]: len(publication._answer(one[0], **one[1])) for one in asked}


def make(folder: Path, rounds: int) -> Bench:
    """The first publication in a home of its own, and the constants pages."""
    return Bench(home.chosen(), recording.make(folder / "constants"), folder, rounds)
