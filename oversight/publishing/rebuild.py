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
    found = [Difference(*one) for one in (*chain.breaks(where), *chain.loose_ends(where))]
    earlier: Path | None = None
    with tempfile.TemporaryDirectory() as folder:
        for entry in where.entries():
            of_the_file = list(_differences(where, entry))
            of_the_rebuilt, rebuilt = _rebuilt(where, entry, earlier, Path(folder))
            found += [*of_the_file, *of_the_rebuilt]
            # The next is built beside it. Where the file is not the one that was published, what
            # was built just now stands in for it.
            earlier = rebuilt if of_the_file else where.publication(entry.number)
            for scratch in Path(folder).iterdir():
                if scratch != earlier:
                    scratch.unlink()
    # Its publications are of other days, and nobody publishes on those again.
    building.forget()
    return found


def rebuild(where: Home, principal: Principal) -> list[int]:
    """Make again every publication whose file is missing or damaged; gives their numbers.

    The pointer is set to the journal's last publication where it cannot be read.

    Raises:
        HomeError: a rebuilt publication would not be what was published.
    """
    access.require(principal, access.PUBLISH)
    made = []
    with switching.writing(where, principal, recovers=False) as entries:
        # Oldest first: what stood before each is whole by then.
        for before, entry in zip((None, *entries), entries, strict=False):
            path = where.publication(entry.number)
            if path.exists() and home.sha256(path) == entry.file:
                continue
            earlier = where.publication(before.number) if before else None
            with tempfile.TemporaryDirectory(dir=where.path) as folder:
                scratch = Path(folder) / f"rebuilt-{entry.number}.duckdb"
                _build(scratch, where, entry, earlier)
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
    """How a publication's file differs from what the journal says of it."""
    if digests.overall(entry.tables) != entry.content:
        yield Difference(entry.number, "the journal's digests contradict each other")
    path = where.publication(entry.number)
    try:
        if home.sha256(path) != entry.file:
            yield Difference(entry.number, "the file is not the one that was published")
            yield from _compared(entry, digests.content_digest(path), "the file")
    except (OSError, duckdb.Error):
        yield Difference(entry.number, f"the file cannot be read ({path})")


def _rebuilt(
    where: Home, entry: Entry, earlier: Path | None, folder: Path
) -> tuple[list[Difference], Path | None]:
    """How a publication built again differs from the journal; and the file, where it was built."""
    if earlier is None and entry != where.entries()[0]:
        why = "the publication before it is neither whole nor can it be made again"
        return [Difference(entry.number, why)], None
    told: list[str] = []
    # What was changed among the kept files is told first; then, built from them all the same,
    # the tables that the change reaches.
    for checked in (True, False):
        scratch = folder / f"{entry.number}-{'checked' if checked else 'unchecked'}.duckdb"
        try:
            _build(scratch, where, entry, earlier, checked)
            found = digests.content_digest(scratch)
        except (HomeError, BuildError, ValueError) as error:
            if str(error) not in told:
                told.append(str(error))
        else:
            differences = _compared(entry, found, "the rebuilt publication")
            return [*(Difference(entry.number, one) for one in told), *differences], scratch
    return [Difference(entry.number, one) for one in told], None


def _compared(entry: Entry, found: dict[str, str], what: str) -> Iterator[Difference]:
    for name in sorted(found.keys() | entry.tables.keys()):
        if found.get(name) != entry.tables.get(name):
            yield Difference(entry.number, f"table {name} of {what} differs from the journal")


def _build(
    scratch: Path, where: Home, entry: Entry, earlier: Path | None, checked: bool = True
) -> None:
    """Make a publication again at `scratch`, beside the one that stood before it."""
    entries = [one for one in where.entries() if one.number <= entry.number]
    building.build(
        scratch,
        keeping.kept_inputs(where, entry.inputs, checked),
        keeping.kept_returns(where, entries, checked),
        Stamp(entry.number, entry.published_at.replace(tzinfo=None), entry.by, entry.note),
        earlier=earlier,
    )
