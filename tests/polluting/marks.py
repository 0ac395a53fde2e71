"""The three marks, and how a list of spoilt cells is written."""

from __future__ import annotations

from dataclasses import dataclass

LOADS, REFUSED, EITHER = "must load equal", "must be refused", "either"


@dataclass(frozen=True)
class InPlace:
    """One cell of a clean return, found by what stands in it, written in other ways."""

    kind: str
    column: str
    stands: str
    mark: str
    instead: tuple[str, ...]
    # What the cell means then, where that is not what it meant.
    means: str | None = None


def words(kind: str, column: str, mark: str, *texts: str, stands: str = "") -> tuple[InPlace, ...]:
    """Cells in which anything may be written: each means what is written."""
    return tuple(InPlace(kind, column, stands, mark, (text,), text) for text in texts)
