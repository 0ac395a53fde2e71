"""Every cell that a return brings or changes: as it was sent, and as readers see it.

What was sent is for whoever sends it: it is held where this is held, and nowhere else.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from oversight import bounds, wording
from oversight.wording import rehearsal as words

if TYPE_CHECKING:
    import pyarrow

NEW, CHANGED, GONE, SAME = BECOMES = ("new", "changed", "gone", "same")
LONDON = "London"


@dataclass(frozen=True)
class Figure:
    """A cell with its number, None where it has none, and its marker.

    `words` is how it is printed where that is not the number alone: its limits, or no number.
    """

    number: float | None
    marker: str
    words: str = ""

    @property
    def text(self) -> str:
        """The figure as a table prints it."""
        if self.number is None and not self.words:
            return f"[{self.marker or 'x'}]"
        return words.with_marker(self.words or bounds.whole_or_tenth(self.number), self.marker)


@dataclass(frozen=True)
class Cell:
    """One cell: what it is of, what was sent, and what readers see before and after.

    None is what is not there. `becomes` says what happens to what readers see, `sent_in` which
    publication brought what was sent the last time. `is_sent` is false of what only follows from
    the return, such as the year of its quarters. `why` says why it is withheld; blank where it is
    not.
    """

    indicator: str
    title: str
    period: str
    place: str
    breakdown: str
    is_sent: bool
    becomes: str
    sent_before: Figure | None
    sent_in: int | None
    sent_now: Figure | None
    before: Figure | None
    after: Figure | None
    why: str

    @property
    def named(self) -> str:
        """The place where it is not London, and the split."""
        place = "" if self.place == LONDON else self.place
        return ", ".join(filter(None, (place, self.breakdown)))

    @property
    def sent_becomes(self) -> str:
        """What happens to what was sent; blank of what was not."""
        if self.sent_now is None:
            return ""
        if self.sent_before is None:
            return NEW
        return SAME if self.sent_before == self.sent_now else CHANGED


class Cells:
    """All of them in columns, what changes first; a hundred thousand take no object each."""

    def __init__(self, table: pyarrow.Table) -> None:
        self._table = table

    def __len__(self) -> int:
        return self._table.num_rows

    def first(self, many: int) -> list[Cell]:
        """So many from the first."""
        return list(map(_cell, self._table.slice(0, many).to_pylist()))

    def __iter__(self) -> Iterator[Cell]:
        for batch in self._table.to_batches(max_chunksize=5_000):
            yield from map(_cell, batch.to_pylist())

    @cached_property
    def seen(self) -> Mapping[str, int]:
        """How many readers would see come, change, go and stay."""
        return self._counted(self._table["becomes"])

    @cached_property
    def sent(self) -> Mapping[str, int]:
        """How many that were sent are new, changed and the same against the last time."""
        import pyarrow.compute as compute

        sent = self._table.filter(self._table["is_sent"])
        is_known = compute.is_valid(sent["sent_marker_before"])
        same = compute.and_(
            compute.equal(sent["sent_before"], sent["sent_now"]),
            compute.equal(sent["sent_marker_before"], sent["sent_marker_now"]),
        )
        becomes = compute.if_else(is_known, compute.if_else(same, SAME, CHANGED), NEW)
        return self._counted(becomes)

    @cached_property
    def withheld(self) -> Cells:
        """Those that readers would see as withheld."""
        import pyarrow.compute as compute

        is_withheld = compute.equal(self._table["qualifier_after"], "withheld")
        return Cells(self._table.filter(compute.fill_null(is_withheld, False)))

    @cached_property
    def others(self) -> Cells:
        """Those that nobody sends and that readers would see otherwise, or no more."""
        import pyarrow
        import pyarrow.compute as compute

        otherwise = compute.is_in(self._table["becomes"], pyarrow.array([CHANGED, GONE]))
        is_other = compute.and_(otherwise, compute.invert(self._table["is_sent"]))
        return Cells(self._table.filter(is_other))

    @cached_property
    def make_inexact(self) -> bool:
        """Whether readers see a figure of London exactly that is withheld or rounded after."""
        import pyarrow.compute as compute

        is_treated = compute.is_valid(self._table["treatment"])
        was_exact = compute.equal(self._table["lower_before"], self._table["upper_before"])
        of_london = compute.equal(self._table["place"], LONDON)
        found = compute.and_(of_london, compute.and_(is_treated, was_exact))
        return bool(compute.any(found).as_py())

    def _counted(self, column: Any) -> Counter[str]:
        return Counter({row["values"]: row["counts"] for row in column.value_counts().to_pylist()})

    def as_csv(self, stamp: Mapping[str, object]) -> bytes:
        """Every cell, raw and as readers see it; each row with its stamp."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow((*COLUMNS, *stamp))
        for cell in self:
            row = [say(cell) for say in COLUMNS.values()]
            writer.writerow([wording.harmless(one) for one in (*row, *stamp.values())])
        return text.getvalue().encode("utf-8-sig")


def difference(before: Figure | None, after: Figure | None) -> float | None:
    """By how much a number changes; None where that cannot be said."""
    if before is None or after is None or before.number is None or after.number is None:
        return None
    return after.number - before.number


def _said(figure: Figure | None) -> object:
    """A figure for machines: its number, its limits in words, or nothing."""
    if figure is None:
        return ""
    return figure.text if figure.number is None else figure.number


def _marker(figure: Figure | None) -> str:
    return figure.marker if figure else ""


COLUMNS: Mapping[str, Callable[[Cell], object]] = {
    "indicator": lambda cell: cell.indicator,
    "period": lambda cell: cell.period,
    "geography": lambda cell: cell.place,
    "breakdown": lambda cell: cell.breakdown,
    "in_the_return": lambda cell: "yes" if cell.is_sent else "no, it follows",
    "sent_last_time": lambda cell: _said(cell.sent_before),
    "sent_last_time_marker": lambda cell: _marker(cell.sent_before),
    "sent_last_time_in_publication": lambda cell: cell.sent_in,
    "sent_now": lambda cell: _said(cell.sent_now),
    "sent_now_marker": lambda cell: _marker(cell.sent_now),
    "sent_difference": lambda cell: difference(cell.sent_before, cell.sent_now),
    "sent_becomes": lambda cell: cell.sent_becomes,
    "public_now": lambda cell: _said(cell.before),
    "public_now_marker": lambda cell: _marker(cell.before),
    "public_after": lambda cell: _said(cell.after),
    "public_after_marker": lambda cell: _marker(cell.after),
    "public_difference": lambda cell: difference(cell.before, cell.after),
    "public_becomes": lambda cell: cell.becomes,
    "why_withheld": lambda cell: cell.why,
}


def _cell(row: Mapping[str, Any]) -> Cell:
    return Cell(
        row["indicator"],
        row["title"] or row["indicator"],
        row["period"],
        row["place"],
        row["breakdown"],
        row["is_sent"],
        row["becomes"],
        _as_sent(row["sent_before"], row["sent_marker_before"]),
        row["sent_in"],
        _as_sent(row["sent_now"], row["sent_marker_now"]),
        _as_seen(row, "before") if row["becomes"] != NEW else None,
        _as_seen(row, "after") if row["becomes"] != GONE else None,
        _why(row),
    )


def _as_sent(value: str | None, marker: str | None) -> Figure | None:
    """A cell as it was sent; None where it was not."""
    if marker is None:
        return None
    return Figure(float(value) if value else None, marker)


def _as_seen(row: Mapping[str, Any], when: str) -> Figure | None:
    value, lower, upper, qualifier, marker, withheld = (
        row[f"{name}_{when}"]
        for name in ("value", "lower", "upper", "qualifier", "marker", "withheld")
    )
    if qualifier is None:
        return None
    if qualifier in ("withheld", "missing"):
        return Figure(None, marker)
    if qualifier == "exact" and not withheld:
        return Figure(value, marker)
    limits = bounds.stored(value, lower, upper, qualifier, withheld or 0)
    # A rounded figure is no number that another could be taken from.
    return Figure(None if limits.is_rounded else value, marker, bounds.printed(limits))


def _why(row: Mapping[str, Any]) -> str:
    """Why readers would see it withheld."""
    if row["qualifier_after"] != "withheld":
        return ""
    if row["would_tell_indicator"] is None:
        return words.WITHHELD_BECAUSE[row["treatment"]]
    return words.would_tell(
        "" if row["would_tell_indicator"] == row["indicator"] else row["would_tell_title"],
        row["would_tell_place"],
        row["would_tell_breakdown"],
        row["would_tell_period"]
        or words.from_to(row["would_tell_starts_on"], row["would_tell_ends_on"]),
    )


def rows_of(cells: Sequence[Cell]) -> list[dict[str, str]]:
    """Cells as rows of a table, as they are printed."""
    return [
        {
            "What": cell.title,
            "Period": cell.period,
            "Where and whom": cell.named or words.ALL_OF_LONDON,
            "Sent last": _printed(cell.sent_before),
            "Sent now": _printed(cell.sent_now),
            "Difference": _signed(difference(cell.sent_before, cell.sent_now)),
            "Public now": _printed(cell.before),
            "After": _printed(cell.after),
            "What happens": words.BECOMES[cell.becomes],
        }
        for cell in cells
    ]


def _printed(figure: Figure | None) -> str:
    return figure.text if figure else "–"


def _signed(number: float | None) -> str:
    return "–" if number is None else words.signed(number)
