"""Building a publication once for the same files and returns, and copying it from then on.

What is built is a function of what it is built from, and takes most of a publication's time. Where
it is tried what becomes of the disk afterwards, many attempts may share one build.
"""

from __future__ import annotations

import os
import pickle
import shutil
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

from oversight import home
from oversight.publishing import building, digests, renewing, trial
from oversight.publishing.building import Return


def remember_in(folder: Path) -> None:
    """Let this process keep what it has built in the folder, and look there first."""
    build, digest = trial.built, digests.content_digest
    known: dict[Path, dict[str, str]] = {}

    @contextmanager
    def built(path, older, files, kept, stamp, arriving=None, *others):
        if not path.name.startswith(".building-"):  # only checked, and published by nobody
            with build(path, older, files, kept, stamp, arriving, *others) as one:
                yield one
            return
        described = (
            older and home.sha256(older),
            sorted(files.items()),
            [_timeless(one) for one in kept],
            replace(stamp, published_at=None),
            arriving and _timeless(arriving[0]),
        )
        name = sha256(pickle.dumps(described)).hexdigest()
        database, tried = folder / f"{name}.duckdb", folder / f"{name}.tried"
        if not tried.exists():
            mine = folder / f"{name}.{os.getpid()}"
            with build(mine, older, files, kept, stamp, arriving, *others) as one:
                content = pickle.dumps((one.trial, one.digests()))
            mine.replace(database)
            mine.write_bytes(content)
            mine.replace(tried)
        shutil.copyfile(database, path)
        answer, tables = pickle.loads(tried.read_bytes())
        yield SimpleNamespace(trial=answer, digests=lambda: tables)

    def again(path, files, returns, stamp, arriving=None, earlier=None):
        described = (
            earlier and home.sha256(earlier), sorted(files.items()), list(map(_timeless, returns)),
            replace(stamp, published_at=None),
        )  # fmt: skip
        database = folder / f"{sha256(pickle.dumps(described)).hexdigest()}-again.duckdb"
        if not database.exists():
            mine = folder / f"{database.stem}.{os.getpid()}"
            build_again(mine, files, returns, stamp, arriving, earlier)
            mine.replace(database)
        shutil.copyfile(database, path)
        known[path] = digest(path)

    build_again, trial.built = building.build, built
    renewing.building = SimpleNamespace(build=again)
    digests.content_digest = lambda path: known[path]


def _timeless(one: Return) -> tuple:
    return one.content, one.publication, one.brought_by, one.source, one.note
