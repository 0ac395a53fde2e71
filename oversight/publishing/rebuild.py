"""Making publications again from what was kept, to compare them or to replace a lost file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from oversight import access, home
from oversight.access import Principal
from oversight.home import Entry, Home, HomeError
from oversight.publishing import building, chain, digests, keeping, switching
from oversight.publishing.building import BuildError, Stamp


@dataclass(frozen=True)
class Difference:
    """One thing about a publication that is not as it was published."""

    number: int
    message: str

    def __str__(self) -> str:
        return f"Publication {self.number}: {self.message}"


def verify(where: Home) -> list[Difference]:
    """Rebuild every publication from its own inputs, and compare it with journal and file.

    Changes nothing in the home.
    """
    entries = where.entries()
    return [
        *(Difference(*one) for one in (*chain.breaks(where), *chain.loose_ends(where))),
        *(difference for entry in entries for difference in _differences(where, entry)),
    ]


def rebuild(where: Home, principal: Principal) -> list[int]:
    """Make again every publication whose file is missing or damaged; gives their numbers.

    The pointer is set to the journal's last publication where it cannot be read.

    Raises:
        HomeError: a rebuilt publication would not be what was published.
    """
    access.require(principal, access.PUBLISH)
    made = []
    with switching.writing(where, principal, recovers=False) as entries:
        for entry in entries:
            path = where.publication(entry.number)
            if path.exists() and home.sha256(path) == entry.file:
                continue
            with tempfile.TemporaryDirectory(dir=where.path) as folder:
                scratch = _built(where, entry, Path(folder))
                if digests.content_digest(scratch) != entry.tables:
                    raise HomeError(
                        f"Publication {entry.number} cannot be made again as it was. Run"
                        " 'python -m oversight rebuild --verify' to see which tables differ."
                    )
                switching.put_back(where, entry, scratch)
            made.append(entry.number)
        switching.recover(where)
        if entries and not switching.is_copied(where):
            switching.renew_copy(where, where.entries()[-1])
    return made


def _differences(where: Home, entry: Entry) -> Iterator[Difference]:
    if digests.overall(entry.tables) != entry.content:
        yield Difference(entry.number, "the journal's digests contradict each other")
    path = where.publication(entry.number)
    try:
        if home.sha256(path) != entry.file:
            yield Difference(entry.number, "the file is not the one that was published")
            yield from _compared(entry, digests.content_digest(path), "the file")
    except (OSError, duckdb.Error):
        yield Difference(entry.number, f"the file cannot be read ({path})")
    told = ""
    # What was changed among the kept files is told first; then, built from them all the same,
    # the tables that the change reaches.
    for checked in (True, False):
        try:
            with tempfile.TemporaryDirectory() as folder:
                found = digests.content_digest(_built(where, entry, Path(folder), checked))
        except (HomeError, BuildError, ValueError) as error:
            if str(error) != told:
                told = str(error)
                yield Difference(entry.number, told)
        else:
            yield from _compared(entry, found, "the rebuilt publication")
            return


def _compared(entry: Entry, found: dict[str, str], what: str) -> Iterator[Difference]:
    for name in sorted(found.keys() | entry.tables.keys()):
        if found.get(name) != entry.tables.get(name):
            yield Difference(entry.number, f"table {name} of {what} differs from the journal")


def _built(where: Home, entry: Entry, folder: Path, checked: bool = True) -> Path:
    scratch = folder / f"rebuilt-{entry.number}.duckdb"
    entries = [one for one in where.entries() if one.number <= entry.number]
    building.build(
        scratch,
        keeping.kept_inputs(where, entry.inputs, checked),
        keeping.kept_returns(where, entries, checked),
        Stamp(entry.number, entry.published_at.replace(tzinfo=None), entry.by, entry.note),
        earlier=_as_published(where, entries[-2], folder, checked) if entries[1:] else None,
    )
    return scratch


def _as_published(where: Home, entry: Entry, folder: Path, checked: bool) -> Path:
    """A publication's file or, where that is not as it was published, one built in its place."""
    path = where.publication(entry.number)
    if path.exists() and home.sha256(path) == entry.file:
        return path
    return _built(where, entry, folder, checked)
