"""What tests share: scratch homes, returns with their data in sight, and the must-show marks.

A test marked must("foundation", 3) proves line 3 of that piece of work. `make show
NAME=foundation` runs those alone and prints, line by line, what each measured.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from oversight import ROOT, home, publishing, reference, store
from oversight.home import Home
from tests.beginnings import CLERK, after, folder_of_all, with_held  # noqa: F401  fixtures
from tests.crashing.publishers import publishers  # noqa: F401  fixture
from tests.crashing.reader import readers  # noqa: F401  fixture
from tests.crashing.standing import begun  # noqa: F401  fixture
from tests.mistake import mended, mistaken, with_a_mistake  # noqa: F401  fixtures
from tests.serving import read, reader, site, tabs  # noqa: F401  fixtures

HEADER = "indicator,period,geography,breakdown,value,marker,note"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--show", metavar="NAME", help="run the must-show tests of one piece of work")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "must(name, line): proves a must-show line of that work")
    config.addinivalue_line("markers", "browser: opens pages in a real browser")
    config.addinivalue_line("markers", "office: opens slides in LibreOffice")
    config.stash[SHOWN] = defaultdict(list)


SHOWN = pytest.StashKey[dict]()
# Files with a test of half a minute. One that begins when all else is done is waited for.
DEAREST = (
    "test_returns_journey", "test_fresh_clone", "test_rehearsal_page", "test_vintages",
    "test_kills", "test_redacting_crashes", "test_slides", "test_ordering_page",
    "test_recording_page", "test_returns_page",
)  # fmt: skip


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if name := config.getoption("--show"):
        kept = [item for item in items if any(one[0] == name for one in _lines(item))]
    else:
        # To install LibreOffice takes half a minute: `make show` alone does.
        kept = [item for item in items if not item.get_closest_marker("office")]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = _dearest_first(kept, getattr(config, "workerinput", {}).get("workercount", 1))


def _dearest_first(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """The tests, of which each worker is given an equal share in this order, its dearest first."""
    dear = {name: [one for one in items if one.path.stem == name] for name in DEAREST}
    others = [one for one in items if one.path.stem not in dear]
    ordered, left = [], len(items)
    for worker in range(workers):
        share = left // (workers - worker)
        first = [one for name in DEAREST[worker::workers] for one in dear[name]]
        rest = max(share - len(first), 0)
        ordered += [*first, *others[:rest]]
        del others[:rest]
        left -= share
    return ordered + others


@pytest.fixture(scope="session")
def often(pytestconfig: pytest.Config) -> Callable:
    """How often something is tried: a sample, and under `make soak` the whole count.

    Where it costs seconds, `make test` tries the `least` that still meets every kind once.
    """

    def often(sample, whole, least=None):
        if os.environ.get("SOAK"):
            return whole
        return sample if least is None or pytestconfig.getoption("--show") else least

    return often


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
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable], Home]:
    """Makes a home of a name once a run: whoever is first makes it, each gets a copy of its own.

    Where several processes share the tests, the others wait for the first one.
    """
    shared = folder_of_all(tmp_path_factory)

    def made(name: str, make: Callable[[Home], object]) -> Home:
        whole, mine = shared / name, tmp_path_factory.mktemp(name)
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not whole.exists():
                make(Home(mine / "made"))
                (mine / "made").rename(whole)
        return Home(shutil.copytree(whole, mine / "live"))

    return made


@pytest.fixture(scope="session")
def built(once: Callable, files: dict[str, bytes]) -> Home:
    """A home with the first publication; nobody may change it."""
    return once("built", lambda where: publishing.ensure_built(where, files, CLERK))


@pytest.fixture
def scratch(tmp_path: Path, built: Home) -> Home:
    """A home with the first publication, for one test to change."""
    return Home(shutil.copytree(built.path, tmp_path / "live"))


@pytest.fixture(scope="session")
def few(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files without the published series: built in a fraction of the time."""
    return {path: content for path, content in files.items() if "data/context/" not in path}


@pytest.fixture(scope="session")
def first(once: Callable, few: dict[str, bytes]) -> Home:
    """A home with the first publication of the few files; copied, never changed."""
    return once("first", lambda where: publishing.ensure_built(where, few, CLERK))


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
