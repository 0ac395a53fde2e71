"""Two publications held against each other, in words."""

from __future__ import annotations

from collections.abc import Mapping

from oversight import wording
from oversight.wording.corrections import figure_is_now, figure_was
from oversight.wording.rehearsal import WOULD_READ

ONLY_ONE = "There is one publication, and nothing to compare it with yet."
SAME_DAY = (
    "Both are read on the reading date, so that what differs is the doing of returns and not of"
    " the calendar."
)
NO_FIGURE, NO_DEFINITION, NOTHING_TOLD = (
    "No figure differs.",
    "No definition differs.",
    "Nothing that readers are told differs.",
)
KEYS = {"better": "good direction", "lowest_level": "lowest level", "why": "why not scored"}
NOT_THERE, LEFT_OUT = "not there", "left out"


def wrong_way(older: int, newer: int) -> str:
    return (
        f"Publication {older} is not older than publication {newer} ('older' and 'newer' in the"
        " address). Choose an earlier one to compare with."
    )


def group(foretold: str) -> str:
    """The heading over one kind of sentences, of what is so and not foretold."""
    return foretold.replace(WOULD_READ, "read")


def figures_differ(counts: Mapping[str, int], shown: int) -> str:
    """How many figures are new, changed and gone, and how many of them are listed."""
    total = sum(counts.values())
    said = wording.listed(
        f"{counts[how]:,} {how}" for how in ("new", "changed", "gone") if counts.get(how)
    )
    first = f" The first {shown} are listed, London first." if shown < total else ""
    return f"{wording.many(total, 'figure')}: {said}.{first}"


def before(row) -> str:
    """The figure in the older publication."""
    return NOT_THERE if row.how == "new" else figure_was(row)


def after(row) -> str:
    """The figure in the newer publication."""
    return LEFT_OUT if row.how == "gone" else figure_is_now(row)


def key_of(name: str) -> str:
    """A key of a definition as words."""
    return KEYS.get(name, name.replace("_", " "))
