"""What a build must hide so that no child can be counted out, told before any table is made.

Raw numbers are read from the returns in memory; the publication's file never holds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import duckdb
import pyarrow
import pyarrow.compute

from oversight import disclosure, store
from oversight.definitions import Indicator
from oversight.disclosure import LONDON, WITHHELD, Key, Word, is_protected
from oversight.reference import Reference

# What begins the names of the columns that name the figure which a hidden one would give away.
TOLD_BY_IT = "would_tell_"


def hidden(
    tables: Mapping[str, pyarrow.Table],
    indicators: Mapping[str, Indicator],
    lists: Reference,
    connection: duckdb.DuckDBPyConnection,
) -> pyarrow.Table:
    """The figures to hide, by what names them, and what each would give away, all text.

    What it would give away is NULL where it is few itself.

    Args:
        tables: what the build selects from; of them the returns and the report's figures.
        indicators: the definitions.
        lists: the places.
        connection: has the publication before as `earlier_observation` and `earlier_correction`.
    """
    counts = [name for name, one in indicators.items() if one.disclosure == "raw"]
    wholes = [area.code for area in lists.areas.values() if area.is_whole]
    sent = tables["arriving"]
    sent = sent.filter(pyarrow.compute.is_in(sent["indicator"], pyarrow.array(counts)))
    found: dict[Key, Key | None] = {}
    withheld = _before("disclosure/figures_withheld", counts, connection)
    shown = _before("disclosure/numbers_published", counts, connection)
    if _splits(sent, wholes) or any(is_protected(key) for key in (*withheld, *shown)):
        printed = dict(_printed(tables["figures"], counts, lists, wholes))
        said = {**printed, **dict(_sent(sent, wholes))}
        for key in withheld:
            # What was few stays so to whoever remembers it, whether it is left out or overwritten.
            if key not in said or said[key].is_silent:
                said[key] = Word(None, None, WITHHELD)
        for key, word in printed.items():
            if word.is_exact:
                shown.setdefault(key, []).append(word.lower)
        found = disclosure.why_hidden(said, indicators, shown)
    nothing = (None,) * len(Key._fields)
    rows = [(*key, *(found[key] or nothing)) for key in sorted(found)]
    names = [*Key._fields, *(f"{TOLD_BY_IT}{name}" for name in Key._fields)]
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return pyarrow.table(
        {
            name: pyarrow.array(column, pyarrow.string())
            for name, column in zip(names, columns, strict=True)
        }
    )


def _splits(sent: pyarrow.Table, wholes: list[str]) -> bool:
    """Whether any figure is of less than all of London."""
    is_whole = pyarrow.compute.is_in(sent["area"], pyarrow.array(wholes))
    is_all = pyarrow.compute.equal(sent["breakdown"], "")
    # Of no figure at all Arrow says neither.
    return pyarrow.compute.all(pyarrow.compute.and_(is_whole, is_all)).as_py() is False


def _printed(
    figures: pyarrow.Table, counts: list[str], lists: Reference, wholes: list[str]
) -> Iterator[tuple[Key, Word]]:
    """What the report says of these indicators for London."""
    for row in figures.to_pylist():
        area = lists.areas.get(row["geography"].casefold())
        if row["indicator"] in counts and row["period_start"] and area and area.code in wholes:
            lower, upper = (
                float(text) if (text := row["value"] or row[side]) else None
                for side in ("lower", "upper")
            )
            key = Key(row["indicator"], row["period_start"], row["period_end"], LONDON, "")
            yield key, Word(lower, upper)


def _sent(sent: pyarrow.Table, wholes: list[str]) -> Iterator[tuple[Key, Word]]:
    """What returns say, the newest last."""
    columns = ("indicator", "starts_on", "ends_on", "area", "breakdown", "value", "marker")
    for *named, value, marker in zip(*(sent[name].to_pylist() for name in columns), strict=True):
        key = Key(*named)
        number = float(value) if value else None
        word = Word(number, number, marker)
        yield key._replace(place=LONDON) if key.place in wholes else key, word


def _before(
    question: str, counts: list[str], connection: duckdb.DuckDBPyConnection
) -> dict[Key, list[float]]:
    """What the publication before says of these indicators: figures, each with its numbers."""
    found: dict[Key, list[float]] = {}
    rows = connection.execute(store.statement(question), {"indicators": counts}).fetchall()
    for row in rows:
        named, numbers = row[: len(Key._fields)], row[len(Key._fields) :]
        found.setdefault(Key(*named), []).extend(numbers)
    return {key: list(dict.fromkeys(numbers)) for key, numbers in found.items()}
