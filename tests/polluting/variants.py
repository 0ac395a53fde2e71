"""All polluted variants: whole files, and single cells written otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.polluting import actions, files, foreign, observations, orders, rows, statuses
from tests.polluting.clean import CLEAN, ONE_OF_EACH, Clean, Row, as_file
from tests.polluting.marks import EITHER, LOADS, REFUSED, InPlace

__all__ = ["EITHER", "LOADS", "REFUSED", "Variant", "variants"]


@dataclass(frozen=True)
class Variant:
    """One polluted file and its mark; `line` is that of the spoilt cell where there is one."""

    name: str
    kind: str
    content: bytes
    mark: str
    # What it means if it is taken, in no order; nothing where it must be refused.
    meant: tuple[Row, ...] = ()
    line: int | None = None
    column: str | None = None


@cache
def variants() -> tuple[Variant, ...]:
    """Every variant, always the same and in the same order."""
    found: dict[bytes, Variant] = {}
    for one in (*_whole_files(), *_single_cells()):
        # A header without a "_" is the same in words: such a file is there once.
        found.setdefault(one.content, one)
    return tuple(found.values())


def _whole_files() -> Iterator[Variant]:
    for mark, pollutions, cleans in (
        (LOADS, files.LOADS, CLEAN.values()),
        (EITHER, files.EITHER, ONE_OF_EACH),
        (REFUSED, {**files.REFUSED, **rows.REFUSED}, ONE_OF_EACH),
        (REFUSED, foreign.REFUSED, (CLEAN["years"],)),
    ):
        for clean in cleans:
            for name, pollute in pollutions.items():
                yield _of(clean, name, mark, pollute(clean))
    for name, (of, mark, pollute) in {**rows.OF_ONE, **files.OF_ONE}.items():
        yield _of(CLEAN[of], name, mark, pollute(CLEAN[of]))


def _of(clean: Clean, name: str, mark: str, content: bytes) -> Variant:
    meant = () if mark == REFUSED else clean.meant
    return Variant(f"{clean.name}: {name}", clean.kind, content, mark, meant)


def _single_cells() -> Iterator[Variant]:
    for one in (*observations.IN_PLACE, *statuses.IN_PLACE, *actions.IN_PLACE, *orders.IN_PLACE):
        clean, row = _home_of(one)
        for text in one.instead:
            spoilt = clean.with_cell(row, one.column, text)
            told = text if len(text) < 80 else f"{text[:60]}... ({len(text)} letters)"
            name = f"{clean.name}: {one.column} {one.stands!a} written {told!a}"
            meant = () if one.mark == REFUSED else _meaning(clean, row, one)
            place = (row + 2, one.column)
            yield Variant(name, clean.kind, as_file(spoilt), one.mark, meant, *place)
            if one.mark == LOADS:
                # What is taken one by one is taken together with what Excel does to a file.
                content = files.LOADS["everything quoted, on Windows"](spoilt)
                yield Variant(f"{name}, by Excel", clean.kind, content, LOADS, meant, *place)


def _meaning(clean: Clean, row: int, one: InPlace) -> tuple[Row, ...]:
    """What the return means, which is what it meant before, but for text that anybody may write."""
    if one.means is None:
        return clean.meant
    return clean.with_cell(row, one.column, one.means).meant


def _home_of(one: InPlace) -> tuple[Clean, int]:
    for clean in CLEAN.values():
        if clean.kind == one.kind and (row := clean.row_of(one.column, one.stands)) is not None:
            return clean, row
    raise LookupError(f"no clean return has {one.stands!r} in {one.column}")
