"""The last `make bench`: complete, A beside B, no time asserted anywhere."""

from __future__ import annotations

import ast
import json

import pytest

from oversight import ROOT

LATEST = json.loads((ROOT / "benchmarks" / "latest.json").read_text("utf-8"))
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


@pytest.mark.must("signal", 4)
@pytest.mark.must("vintages", 6)
@pytest.mark.must("meeting", 6)
@pytest.mark.must("returns", 5)
@pytest.mark.must("recommendations", 5)
@pytest.mark.must("themes", 5)
@pytest.mark.must("foundation", 8)
def test_the_last_bench_holds_every_goal_with_a_and_b_in_turn(measured):
    results = LATEST["results"]
    assert {result["goal"] for result in results} == {1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 13}
    for kind in ("cached", "a miss"):
        scripts = [one["what"] for one in results if one["goal"] == 1 and kind in one["what"]]
        assert [page for page in PAGES if any(page in what for what in scripts)] == PAGES
    assert LATEST["rounds"] >= 5
    for result in results:
        for side in (result["a"], result["b"]):
            assert side["min"] <= side["median"] <= side["max"]
        goal = f"at most {result['at_most']}" if result["at_most"] else "told only"
        verdict = "reached" if result["reached"] else "missed" if result["at_most"] else ""
        measured(
            f"goal {result['goal']}, {result['what']}: {result['measured']} ({goal}) {verdict}"
        )


@pytest.mark.must("foundation", 8)
def test_no_test_looks_at_a_clock_and_nothing_imports_plotly_express(measured):
    files = [*(ROOT / "oversight").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    tests = list((ROOT / "tests").glob("*.py"))
    clocks = {"perf_counter", "monotonic", "process_time", "thread_time"}
    for path in [*files, *tests]:
        tree = ast.parse(path.read_text("utf-8"))
        imported = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        } | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not {"plotly.express", "express"} & imported, path.name
        asserted = {
            node.attr
            for statement in ast.walk(tree)
            if isinstance(statement, ast.Assert)
            for node in ast.walk(statement)
            if isinstance(node, ast.Attribute)
        }
        assert not asserted & clocks, path.name
    measured(
        f"{len(files)} modules without plotly.express, {len(tests)} test files without a clock"
    )
