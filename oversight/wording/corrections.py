"""Corrections in words: which figure was published otherwise, what it was, what it is now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from oversight import bounds
from oversight.series import Point
from oversight.wording.words import many, sentence, with_marker

LEFT_OUT = "left out"
# As many are named; the rest are counted.
NAMED = 2


def figure_named(row: Any) -> str:
    """Which figure it is: its title, period, place and kind."""
    kinds = ", ".join(part.partition("=")[2] for part in filter(None, row.breakdown.split(";")))
    return ", ".join(filter(None, (row.title, row.period, row.place, kinds)))


def figure_was(row: Any) -> str:
    """The figure as it was published before, with its marker."""
    return _said(row, "before")


def figure_is_now(row: Any) -> str:
    """The figure as it is published now; or that it is left out."""
    return LEFT_OUT if row.after_standing == LEFT_OUT else _said(row, "after")


def why_corrected(row: Any) -> str:
    """The note of the publication that changed it, and that of the figure."""
    return " ".join(sentence(text) for text in (row.why, row.note) if text)


def corrected_sentence(rows: Sequence[Any]) -> str:
    """That a page shows figures which were published otherwise, the newest named."""
    if not rows:
        return ""
    named = [
        f"{figure_named(row)}, was {figure_was(row)} and is {figure_is_now(row)}"
        for row in rows[:NAMED]
    ]
    rest = rows[0].corrections - len(named)
    also = f"; and {many(rest, 'more figure')}" if rest else ""
    return sentence(f"Corrected since first published: {'; '.join(named)}{also}")


def _said(row: Any, side: str) -> str:
    value, lower, upper, qualifier, marker, withheld, standing = (
        getattr(row, f"{side}_{name}")
        for name in ("value", "lower", "upper", "qualifier", "marker", "withheld", "standing")
    )
    figure = bounds.stored(value, lower, upper, qualifier, withheld)
    return with_marker(Point(row.period, row.starts_on, row.ends_on, figure, standing, marker))
