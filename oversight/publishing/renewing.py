"""Building publications again without a figure, each beside the one before; it switches nothing.

Every other figure must stay as it was, but for what the build withholds with it and for sums of
which it is a part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import duckdb

from oversight import definitions, home, store
from oversight.disclosure import WITHHELD, Key
from oversight.home import Entry, Home, HomeError, Redaction
from oversight.publishing import building, clashes, digests, keeping, naming, trial
from oversight.publishing.building import Stamp
from oversight.publishing.clashes import NO_RETURN
from oversight.publishing.naming import Cell, NotRedactable
from oversight.publishing.trial import Progress
from oversight.reference import Reference

BARED = "withheld_stays_hidden"


@dataclass(frozen=True)
class Renewed:
    """A publication built again: what the journal will say of it, its file, and the figures that
    are withheld with those that were named."""

    entry: Entry
    scratch: Path
    further: frozenset[Key]


def renewed(
    where: Home,
    entries: Sequence[Entry],
    blanked: Mapping[str, bytes],
    cells: Sequence[Cell],
    notice: Redaction,
    progress: Progress,
) -> Iterator[Renewed]:
    """Each publication from the first that rests on a return which is blanked, oldest first.

    Args:
        where: the home.
        entries: every publication.
        blanked: the returns without the figures, by the digest of each as it was received.
        cells: the figures.
        notice: what the journal will say of each of them.
        progress: told each step in words.

    Raises:
        NotRedactable: another would be told more exactly, or this one could be had back.
        HomeError, BuildError: a publication cannot be built again as it was.
    """
    digest_of = {old: sha256(content).hexdigest() for old, content in blanked.items()}
    arriving = {digest_of[old]: content for old, content in blanked.items()}
    first = min(one.number for one in entries if {*one.accepted} & blanked.keys())
    changed = {cell.key for cell in cells}
    known: list[Entry] = []
    earlier: Path | None = None
    for entry in entries:
        if entry.number < first:
            known.append(entry)
            earlier = where.publication(entry.number)
            continue
        progress(f"Building publication {entry.number} again")
        known.append(
            replace(
                entry,
                accepted=tuple(digest_of.get(one, one) for one in entry.accepted),
                withdrawn=tuple(digest_of.get(one, one) for one in entry.withdrawn),
            )
        )
        scratch = where.publications / f".building-{entry.number:06d}.duckdb"
        scratch.unlink(missing_ok=True)
        files = keeping.kept_inputs(where, entry.inputs)
        building.build(
            scratch,
            files,
            keeping.kept_returns(where, known, arriving=arriving),
            Stamp(entry.number, entry.published_at.replace(tzinfo=None), entry.by, entry.note),
            earlier=earlier,
        )
        with trial.beside(scratch, where.publication(entry.number)) as connection:
            further = _compared(connection, entry, changed, files)
            changed |= further
            _stays_hidden(connection)
            notices = [
                replace(
                    notice,
                    indicator=cell.indicator,
                    cell=cell.named,
                    key=tuple(cell.key),
                    further=len(further - {one.key for one in cells}),
                    is_elsewhere=not _is_withheld(connection, cell.key),
                )
                for cell in cells
            ]
        yield _sealed(known[-1], scratch, notices, further - {cell.key for cell in cells})
        earlier = scratch


def _sealed(
    entry: Entry, scratch: Path, notices: Sequence[Redaction], further: set[Key]
) -> Renewed:
    tables = digests.content_digest(scratch)
    scratch.chmod(0o444)
    keeping.sync(scratch)
    entry = replace(
        entry,
        content=digests.overall(tables),
        tables=tables,
        file=home.sha256(scratch),
        redacted=(*entry.redacted, *notices),
    )
    return Renewed(entry, scratch, frozenset(further))


def _compared(
    connection: duckdb.DuckDBPyConnection, entry: Entry, changed: set[Key], files: dict
) -> set[Key]:
    """The figures that are withheld besides, after asserting that all others are as they were."""
    further: set[Key] = set()
    answer = connection.execute(store.statement("redaction/differences"))
    names = [column[0] for column in answer.description]
    for row in (dict(zip(names, values, strict=True)) for values in answer.fetchall()):
        key = Key(*(row[name] for name in Key._fields))
        if row["is_revealed"]:
            raise NotRedactable(
                f"{_named(key, row['period'], files)}: this figure would be told more exactly in"
                f" publication {entry.number}, where it might give another away. Redact it together"
                " with the others: give --cell for it as well. Nothing was done."
            )
        if row["is_withheld"]:
            further.add(key)
        elif not row["is_limited"] and not (
            key in changed or (row["is_same"] and _rests_on(key, changed))
        ):
            raise HomeError(
                f"Publication {entry.number} cannot be made again as it was"
                f" ({_named(key, row['period'], files)} would differ). Nothing was redacted. Run"
                " 'python -m oversight rebuild --verify' to see what has changed."
            )
    return further


def _rests_on(key: Key, changed: set[Key]) -> bool:
    """Whether a figure is of a longer period than one that was changed, and of the same else."""
    return any(
        key.starts_on <= one.starts_on and one.ends_on <= key.ends_on
        for one in changed
        if (one.indicator, one.place, one.breakdown) == (key.indicator, key.place, key.breakdown)
    )


def _stays_hidden(connection: duckdb.DuckDBPyConnection) -> None:
    """Nothing where no figure can be had back that could not be before; of London staff choose."""
    told: list[list[str]] = []
    for catalog in ("older", "newer"):
        connection.execute(f"USE {catalog}")
        found, _ = clashes.contradictions(connection, NO_RETURN)
        told.append([one.finding.message for one in found if one.finding.check == BARED])
    if anew := [message for message in told[1] if message not in told[0]]:
        raise NotRedactable(f"{anew[0]} Give --cell for one of them as well. Nothing was redacted.")


def _is_withheld(connection: duckdb.DuckDBPyConnection, key: Key) -> bool:
    """Whether the publication that was built again withholds a figure."""
    # Said here: whoever asked before may have turned to the older one.
    connection.execute("USE newer")
    rows = connection.execute(store.statement("redaction/cell"), key._asdict()).fetchall()
    return [row[2] for row in rows] == [WITHHELD]


def _named(key: Key, period: str, files: dict) -> str:
    return naming.in_words(key, period, definitions.load(files), Reference(files))
