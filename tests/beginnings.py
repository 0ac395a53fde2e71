"""Where tests begin: homes that several of them would make alike, each made once a run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from oversight import access, publishing
from oversight.home import Home

CLERK = access.local_user("A clerk")
BELL = access.local_user("Ms Bell")


def hold(where: Home, few, content: bytes, state: str = "second person", due=None, reasons=None):
    return publishing.hold(where, few, content, BELL, "Autumn", reasons or {}, state, due)


def folder_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run's folder, which all processes that share the tests have in common."""
    mine = tmp_path_factory.getbasetemp()
    return mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine


@pytest.fixture(scope="session")
def after(once: Callable, few: dict[str, bytes], first: Home) -> Callable[..., Home]:
    """A home of the few files in which a clerk published these returns, for one test to change."""

    def after(*returns: bytes) -> Home:
        def publish(where: Home) -> None:
            before = after(*returns[:-1]) if returns[1:] else first
            shutil.copytree(before.path, where.path)
            publishing.publish(where, few, returns[-1], CLERK)

        return once(f"after-{_named(*returns)}", publish)

    return after


@pytest.fixture(scope="session")
def with_held(once: Callable, few: dict[str, bytes], first: Home) -> Callable[..., Home]:
    """A home of the few files in which this return of Ms Bell's waits, for one test to change."""

    def with_held(
        content: bytes, state: str = "second person", due: datetime | None = None
    ) -> Home:
        def lay_aside(where: Home) -> None:
            shutil.copytree(first.path, where.path)
            hold(where, few, content, state, due)

        return once(f"held-{_named(content, state, due)}", lay_aside)

    return with_held


def _named(*what: object) -> str:
    return sha256(repr(what).encode()).hexdigest()[:16]
