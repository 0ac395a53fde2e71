"""Which figure is meant: named like a row of a return, and looked for in publication and return."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from oversight import definitions, store
from oversight import returns as kinds
from oversight.definitions import Indicator
from oversight.disclosure import LONDON, WITHHELD, Key
from oversight.home import Entry, Home
from oversight.publishing import blanking, keeping
from oversight.publishing.asked import NotRedactable, UnknownCell
from oversight.reference import Files, Reference
from oversight.returns import OBSERVATIONS
from oversight.screening import Screened, screen

NAMED_BY = ("indicator", "period", "geography", "breakdown")


@dataclass(frozen=True)
class Cell:
    """One figure that a return brought; nothing printed of it tells its number."""

    key: Key
    named: str
    number: float = field(repr=False)
    is_shown: bool = True

    @property
    def indicator(self) -> str:
        return self.key.indicator


class Returns:
    """Every return that was ever accepted, as its publication's own definitions understand it."""

    def __init__(self, where: Home, entries: Sequence[Entry]) -> None:
        self._where = where
        self._entries = entries
        self._files: dict[str, Files] = {}
        self.brought_by = {digest: entry for entry in entries for digest in entry.accepted}

    def files(self, entry: Entry) -> Files:
        """What a publication was made from."""
        if entry.inputs not in self._files:
            self._files[entry.inputs] = keeping.kept_inputs(self._where, entry.inputs)
        return self._files[entry.inputs]

    def until(self, entry: Entry) -> list[Entry]:
        """The publications up to this one."""
        return [one for one in self._entries if one.number <= entry.number]

    def rows(self, digest: str) -> tuple[bytes, Screened]:
        """A return as received, and as understood."""
        content = keeping.received(self._where, digest)
        entry = self.brought_by[digest]
        return content, understood(content, self.files(entry), entry.published_at.date())


def understood(content: bytes, files: Files, today: date) -> Screened:
    """A return that was accepted once, as these definitions understand it."""
    return screen(content, definitions.load(files), Reference(files), today, was_accepted=True)


def lines_of(
    screened: Screened, key: Key, number: float | None = None
) -> Iterator[tuple[int, float]]:
    """The lines in which a return says a number of a figure, that one where it is given."""
    for row in _rows_of(screened, key):
        found = float(row["value"]) if row["value"] else None
        if found is not None and number in (None, found):
            yield row["line"], found


def noted_in(screened: Screened, key: Key, number: float) -> Iterator[int]:
    """The lines in which the note beside a figure says a number, whatever the figure itself is."""
    for row in _rows_of(screened, key):
        if blanking.holds(row["note"] or "", number):
            yield row["line"]


def says(screened: Screened, key: Key, number: float) -> bool:
    """Whether a return says a number of a figure, or in the note beside it."""
    return any(lines_of(screened, key, number)) or any(noted_in(screened, key, number))


def _rows_of(screened: Screened, key: Key) -> Iterator[dict]:
    if screened.blocks or screened.kind != OBSERVATIONS:
        return
    # Only rows of its indicator and days become objects: a return may have a million others.
    from pyarrow import compute

    table = screened.figures.table
    for name in ("indicator", "starts_on", "ends_on", "breakdown"):
        table = table.filter(compute.equal(table[name], getattr(key, name)))
    for row in table.to_pylist():
        place = LONDON if screened.figures.areas[row["area"]].is_whole else row["area"]
        if place == key.place:
            yield row


def found(where: Home, entry: Entry, returns: Returns, written: str) -> Cell:
    """The figure that is meant, as it stands in a publication and in the return that brought it.

    Raises:
        UnknownCell: nothing is named so, or the publication has no such figure.
        NotRedactable: it came with no return of ours, or says no number.
    """
    key, named = _named(written, returns.files(entry), entry.published_at.date())
    rows = store.numbered(where, entry.number).rows("redaction/cell", **key._asdict())
    if not rows:
        raise UnknownCell(f"Publication {entry.number} has no figure of {named}.")
    (row,) = rows
    if not row.publication:
        raise NotRedactable(
            f"{named}: the figure came with the report or a published series, and is public"
            " elsewhere. Only what a return brought can be redacted."
        )
    said = [
        number
        for digest, brought_by in keeping.standing(returns.until(entry)).items()
        if brought_by.number == row.publication
        for _, number in lines_of(returns.rows(digest)[1], key)
    ]
    if not said:
        if row.marker == WITHHELD:
            why = "is withheld already"
        elif row.lower is None:
            why = "says no number"
        else:
            why = "is the sum of its quarters: name one of them"
        raise NotRedactable(f"{named}: the figure {why}. Nothing was done.")
    return Cell(key, named, said[-1], row.marker != WITHHELD)


def in_words(key: Key, period: str, indicators: Mapping[str, Indicator], lists: Reference) -> str:
    """A figure by its indicator, period, place and kind."""
    places = {area.code: area.name for area in lists.areas.values()}
    kinds = ", ".join(part.partition("=")[2] for part in filter(None, key.breakdown.split(";")))
    place = key.place if key.place == LONDON else places[key.place]
    return ", ".join(filter(None, (indicators[key.indicator].label, period, place, kinds)))


def _named(written: str, files: Files, today: date) -> tuple[Key, str]:
    """What a figure is of, written as a return writes it, and its name in words."""
    parts = next(csv.reader([written]), []) if written.isprintable() else []
    if not 3 <= len(parts) <= len(NAMED_BY):
        raise UnknownCell(
            f"'{written}' is no figure. Name it as a return does, without its number:"
            " 'cse_referrals,2014-15 Q1,Camden,sex=female'."
        )
    row = [*parts, *[""] * (len(NAMED_BY) - len(parts)), "", WITHHELD, ""]
    kind = kinds.load(files)[OBSERVATIONS]
    opened = io.StringIO()
    csv.writer(opened, lineterminator="\n").writerows([kind.header, row])
    screened = understood(opened.getvalue().encode(), files, today)
    if screened.blocks:
        raise UnknownCell(f"'{written}' is no figure. {screened.blocks[0].message}")
    (figure,) = screened.figures
    place = LONDON if figure.area.is_whole else figure.area.code
    days = str(figure.period.starts_on), str(figure.period.ends_on)
    key = Key(figure.indicator, *days, place, figure.breakdown)
    lists = Reference(files)
    return key, in_words(key, figure.period.label, definitions.load(files), lists)
