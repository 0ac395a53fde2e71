"""Measure the product against its goals; print both side by side; write latest.json.

A missed goal is said and does no more: the exit code is 0, and no test asserts a time.
"""

from __future__ import annotations

import argparse
import logging
import os
import tempfile
import time
from pathlib import Path

from benchmarks import browsing, goals, results
from oversight import ROOT, access, home, publishing, reference

LEAST_ROUNDS = 5
BARE_RUNS = "streamlit.runtime.scriptrunner_utils.script_run_context"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--only", type=int, nargs="+", choices=list(goals.ALL), metavar="GOAL",
                        help="these goals alone; latest.json stays as it is")  # fmt: skip
    parser.add_argument("--rounds", type=int, default=LEAST_ROUNDS)
    parser.add_argument(
        "--queries", action="store_true", help="each query alone, to find what grows"
    )
    options = parser.parse_args()
    # A script run without a server says so at each element.
    logging.getLogger(BARE_RUNS).disabled = True
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="benchmark") as folder:
        os.environ["OVERSIGHT_HOME"] = str(Path(folder) / "live")
        publishing.ensure_built(
            home.chosen(), reference.read_files(ROOT), access.local_user("benchmark")
        )
        bench = goals.make(Path(folder), options.rounds)
        if options.queries:
            for question, few, many in goals.slowest_queries(bench):
                print(f"{question:40} {few:8.2f} {many:8.2f} ms  {many / few:6.2f}")
            return
        measured: list[results.Result] = []
        for number in options.only or goals.ALL:
            print(f"goal {number} after {time.monotonic() - start:.0f} s", flush=True)
            found = goals.ALL[number](bench)
            # Said at once: a run that breaks off has still told what it measured.
            print(results.table(found), flush=True)
            measured += found
    seconds = time.monotonic() - start
    print(f"\n{results.table(measured)}\n")
    missed = sum(result.reached is False for result in measured)
    told = sum(result.reached is not None for result in measured)
    print(f"{told - missed} of {told} reached, {missed} missed, in {seconds:.0f} s.")
    if not options.only and options.rounds >= LEAST_ROUNDS:
        with browsing.browser() as opened:
            browser = opened.version
        results.write(measured, options.rounds, browser, seconds)


if __name__ == "__main__":
    main()
