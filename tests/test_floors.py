"""The floors of the house: who may import what, how long a module is, what a page holds."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from oversight import ROOT

PACKAGE = ROOT / "oversight"
MOST_LINES = 300
MOST_LINES_OF_A_PAGE = 40
LARGEST_NUMBER_IN_A_PAGE = 12

# From the ground up. A module imports only from its own floor or below; a package goes by its
# first name. A new module is placed here before anything may import it.
FLOORS = {
    "base": "definitions breakdowns reference returns access store home lines periods spellings"
    " uploads rooms remembered",
    "pure": "charts wording statistics bounds series themes claims asks questions slides disclosure"
    " comparison framework told citing",
    "writing": "screening rehearsal publishing packs templates demo",
    "views": "sign_in filters panels projector frame",
    "beside": "__main__ commands server gate",
}
HEIGHTS = {
    module: height
    for height, modules in enumerate(FLOORS.values())
    for module in modules.split()
}  # fmt: skip
# Libraries that only some modules may touch.
MAY_IMPORT = {
    "streamlit": {*FLOORS["views"].split(), "server"},
    "plotly": {"charts"},
    "duckdb": {"store", "publishing"},
}
# A pure module is given values: it reads no home and no publication.
NOT_PURE = {"store", "home"}


def imports(source: str) -> set[str]:
    """Every module that a source names in an import, those inside functions too."""
    named = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            named |= {f"{node.module}.{alias.name}" for alias in node.names}
    return named


def modules_of_ours(named: set[str]) -> set[str]:
    """The modules of this package among the imports, by their first name."""
    ours = {name.split(".")[1] for name in named if name.startswith("oversight.")}
    return ours - {"ROOT", "VERSION"}


def offences(module: str, source: str) -> list[str]:
    """What a module imports and may not."""
    named = imports(source)
    if module not in HEIGHTS:
        return [f"{module} has no floor: place it in FLOORS"]
    found = [
        f"{module} imports {name}"
        for name in sorted(modules_of_ours(named) - {module})
        if HEIGHTS.get(name, 99) > HEIGHTS[module]
        or (module in FLOORS["pure"].split() and name in NOT_PURE)
    ]
    for library, allowed in MAY_IMPORT.items():
        if any(name.split(".")[0] == library for name in named) and module not in allowed:
            found.append(f"{module} imports {library}")
    if any(name.startswith("plotly.express") for name in named):
        found.append(f"{module} imports plotly.express")
    return found


def page_offences(source: str) -> list[str]:
    """What a page holds and may not: pandas, SQL's work, a year or a value."""
    found = []
    tree = ast.parse(source)
    if any(name.split(".")[0] == "pandas" for name in imports(source)):
        found.append("imports pandas")
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef) and ast.get_docstring(node) is not None
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in documentation:
            continue
        if isinstance(node.value, str) and re.search(r"\b(19|20)\d\d\b", node.value):
            found.append(f"line {node.lineno} holds a year: {node.value!r}")
        if isinstance(node.value, int | float) and abs(node.value) > LARGEST_NUMBER_IN_A_PAGE:
            found.append(f"line {node.lineno} holds the number {node.value}")
    lines = len(code_lines(source))
    if lines > MOST_LINES_OF_A_PAGE:
        found.append(f"has {lines} lines of code")
    return found


def code_lines(source: str) -> list[str]:
    """The lines of a source without blank ones, comments and its docstring."""
    without = source.replace(ast.get_docstring(ast.parse(source), clean=False) or "\0", "")
    lines = (line.strip() for line in without.splitlines())
    return [line for line in lines if line and not line.startswith("#") and line != '""""""']


def first_name(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_each_module_imports_only_from_its_own_floor_or_below():
    found = [
        offence
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != PACKAGE / "__init__.py"
        for offence in offences(first_name(path), path.read_text("utf-8"))
    ]
    assert found == []


def test_nobody_imports_plotly_express():
    asked = [*PACKAGE.rglob("*.py"), *(ROOT / "pages").glob("*.py"), *ROOT.glob("*.py")]
    assert [
        path.name
        for path in asked
        if any(name.startswith("plotly.express") for name in imports(path.read_text("utf-8")))
    ] == []


def test_no_module_outgrows_three_hundred_lines():
    found = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for folder in ("oversight", "tests", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert "oversight/bounds.py" in found
    assert {name: lines for name, lines in found.items() if lines > MOST_LINES} == {}


def test_a_page_is_short_and_holds_no_pandas_no_year_and_no_value():
    found = {
        path.name: page_offences(path.read_text("utf-8"))
        for path in sorted((ROOT / "pages").glob("*.py"))
    }
    assert {name: offences for name, offences in found.items() if offences} == {}


@pytest.mark.parametrize(
    ("module", "source", "offence"),
    [
        ("wording", "from oversight import store", "wording imports store"),
        ("bounds", "from oversight.home import Home", "bounds imports home"),
        ("series", "import duckdb", "series imports duckdb"),
        ("themes", "import plotly.graph_objects", "themes imports plotly"),
        ("charts", "import plotly.express as px", "charts imports plotly.express"),
        ("charts", "from plotly import express", "charts imports plotly.express"),
        ("charts", "def draw():\n    import streamlit", "charts imports streamlit"),
        ("publishing", "from oversight import panels", "publishing imports panels"),
        ("screening", "from oversight.filters import chosen", "screening imports filters"),
        ("store", "from oversight.publishing import building", "store imports publishing"),
        ("panels", "from oversight import server", "panels imports server"),
        ("home", "from oversight import novelty", "home imports novelty"),
        ("novelty", "", "novelty has no floor: place it in FLOORS"),
    ],
)
def test_an_import_across_floors_is_found(module: str, source: str, offence: str):
    assert offence in offences(module, source)


@pytest.mark.parametrize(
    ("source", "offence"),
    [
        ("import pandas as pd", "imports pandas"),
        ("show(2013)", "line 1 holds the number 2013"),
        ("show(966.0)", "line 1 holds the number 966.0"),
        ("show('2013-14')", "line 1 holds a year: '2013-14'"),
        ("show(f'{name} in 2014')", "line 1 holds a year: ' in 2014'"),
        ("show(1)\n" * 41, "has 41 lines of code"),
    ],
)
def test_a_page_that_holds_what_it_may_not_is_found(source: str, offence: str):
    assert offence in page_offences(source)


def test_a_page_may_say_a_year_in_its_docstring_and_count_to_twelve():
    assert page_offences('"""The report of 2014."""\n\n# Since 2013.\nshow(12)\n') == []
