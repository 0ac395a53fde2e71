"""What a native chart holds: a value or None for each row and category."""

from __future__ import annotations

from dataclasses import dataclass, field

UNSEEN, FIRM, LIMIT, REST = "unseen", "firm", "limit", "rest"
PROVISIONAL, ESTIMATED, ROUNDED = "provisional", "estimated", "rounded"
# More figures than this are not all written beside their marks.
MOST_LABELS, MOST_PERIODS, FEW = 18, 9, 4


@dataclass(frozen=True)
class Row:
    """One series of a chart's data.

    `look` says how a bar is filled. Of a line: `colour` is its place in the palette, `hollow`
    holds the places of hollow marks, `rounded` those of figures that were rounded to protect
    people, `labels` what is written at marks, `below` where that stands below the mark. `reach` is
    how far a rounded figure reaches below and above what is shown of it, by place. Where it
    `is_joined`, so are all neighbours in it. A row that `is_side` belongs to the one above it.
    """

    name: str
    values: tuple[float | None, ...]
    look: str = FIRM
    colour: int = 0
    hollow: frozenset[int] = frozenset()
    rounded: frozenset[int] = frozenset()
    below: frozenset[int] = frozenset()
    labels: dict[int, str] = field(default_factory=dict)
    reach: dict[int, tuple[float, float]] = field(default_factory=dict)
    is_joined: bool = False
    is_side: bool = False


@dataclass(frozen=True)
class Plot:
    """A chart's data: a value or None for each row and category; `key` says how it is drawn.

    `reach` is how far the interval of the first row's figures reaches below and above, by place.
    """

    categories: tuple[str, ...]
    rows: tuple[Row, ...]
    is_lines: bool = False
    unit: str = ""
    key: str = ""
    reach: dict[int, tuple[float, float]] = field(default_factory=dict)
