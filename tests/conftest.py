"""What tests share: scratch homes, returns with their data in sight, and the must-show marks.

A test marked must("foundation", 3) proves line 3 of that piece of work. `make show
NAME=foundation` runs those alone and prints, line by line, what each measured.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from oversight import ROOT, access, home, publishing, reference, store
from oversight.home import Home
from tests.crashing.publishers import publishers  # noqa: F401  fixture
from tests.crashing.reader import readers  # noqa: F401  fixture
from tests.crashing.standing import begun  # noqa: F401  fixture
from tests.serving import read, reader, site, tabs  # noqa: F401  fixtures

HEADER = "indicator,period,geography,breakdown,value,marker,note"
CLERK = access.local_user("A clerk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--show", metavar="NAME", help="run the must-show tests of one piece of work")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "must(name, line): proves a must-show line of that work")
    config.addinivalue_line("markers", "browser: opens pages in a real browser")
    config.addinivalue_line("markers", "office: opens slides in LibreOffice")
    config.stash[SHOWN] = defaultdict(list)


SHOWN = pytest.StashKey[dict]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if name := config.getoption("--show"):
        kept = [item for item in items if any(one[0] == name for one in _lines(item))]
    else:
        # To install LibreOffice takes half a minute: `make show` alone does.
        kept = [item for item in items if not item.get_closest_marker("office")]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.fixture(scope="session")
def often() -> Callable:
    """How often something is tried: a sample, and under `make soak` the whole count."""
    return lambda sample, whole: whole if os.environ.get("SOAK") else sample


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Say what a must-show test measured, for `make show`."""
    sentences: list[str] = []
    request.node.measured = sentences
    return sentences.append


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    report = yield
    if report.when == "call" or report.failed:
        for name, line in _lines(item):
            sentences = getattr(item, "measured", [])
            item.config.stash[SHOWN][name, line].append((report.outcome, item.name, sentences))
    return report


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    if not (wanted := config.getoption("--show")):
        return
    terminalreporter.section(f"{wanted}: must show")
    for (name, line), outcomes in sorted(config.stash[SHOWN].items()):
        if name == wanted:
            passed = all(outcome == "passed" for outcome, _, _ in outcomes)
            terminalreporter.line(f"{name} {line}: {'holds' if passed else 'DOES NOT HOLD'}")
            for outcome, test, sentences in outcomes:
                if outcome != "passed":
                    terminalreporter.line(f"    {outcome}: {test}")
                for sentence in sentences:
                    terminalreporter.line(f"    {sentence}")


def _lines(item: pytest.Item) -> list[tuple[str, int]]:
    return [mark.args for mark in item.iter_markers("must")]


def a_return(*rows: str) -> bytes:
    """A return with these rows under the right header."""
    return "\n".join([HEADER, *rows, ""]).encode()


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """The files of this checkout that a publication is made from."""
    return reference.read_files(ROOT)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> Home:
    """A home with the first publication; nobody may change it."""
    where = Home(tmp_path_factory.mktemp("built") / "live")
    publishing.ensure_built(where, files, CLERK)
    return where


@pytest.fixture
def scratch(tmp_path: Path, files: dict[str, bytes]) -> Home:
    """A home with the first publication, for one test to change."""
    where = Home(tmp_path / "live")
    publishing.ensure_built(where, files, CLERK)
    return where


@pytest.fixture(scope="session")
def few(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files without the published series: built in a fraction of the time."""
    return {path: content for path, content in files.items() if "data/context/" not in path}


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory, few: dict[str, bytes]) -> Home:
    """A home with the first publication of the few files; copied, never changed."""
    first = Home(tmp_path_factory.mktemp("first") / "live")
    publishing.ensure_built(first, few, CLERK)
    return first


@pytest.fixture
def where(tmp_path: Path, first: Home) -> Home:
    """A home with the first publication of the few files, for one test to change."""
    return Home(shutil.copytree(first.path, tmp_path / "live"))


def observed(where: Home, indicator: str) -> dict[str, tuple]:
    """value, lower, upper, qualifier, marker and withheld of an indicator, by period."""
    return {
        row.period: (row.value, row.lower, row.upper, row.qualifier, row.marker, row.withheld)
        for row in store.current(where).rows("export/observations")
        if row.indicator == indicator
    }


def snapshot(where: Home) -> dict[str, str]:
    """SHA-256 of every file of a home, the lock aside."""
    return {
        path.relative_to(where.path).as_posix(): home.sha256(path)
        for path in sorted(where.path.rglob("*"))
        if path.is_file() and path != where.lock
    }
