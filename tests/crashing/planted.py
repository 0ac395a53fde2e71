"""Planted figures that tell of which publication they are: three cells hold one number.

Whoever reads all three and finds two numbers has read of two publications.
"""

from __future__ import annotations

from oversight import store
from oversight.home import Home
from oversight.store import Publication

# Near enough to the year before, so that nobody is asked about a jump.
NUMBERS = range(602, 1740)
PLANTED = {
    ("allegations_rape", "2014-15"),
    ("allegations_sexual_assault", "2014-15"),
    ("allegations_rape", "2015-16"),
}


class Mixed(Exception):
    """What was read as one publication does not belong together."""


def planting(number: int) -> bytes:
    """A return that plants a number."""
    rows = [f"{indicator},{year},London,,{number},," for indicator, year in sorted(PLANTED)]
    return "\n".join(["indicator,period,geography,breakdown,value,marker,note", *rows, ""]).encode()


def read(where: Home) -> tuple[int, int | None]:
    """The number of the current publication, and the number planted in it.

    Raises:
        Mixed: what is read does not belong to one publication.
    """
    publication = store.current(where)
    return publication.number, planted(publication)


def planted(publication: Publication) -> int | None:
    """The number planted in a publication, None where none is; asked in several queries.

    Raises:
        Mixed: its cells do not hold one number.
    """
    publication._answers.cache_clear()  # what is remembered could not be mixed
    rows = [row for row in publication.rows("export/observations") if _is_planted(row)]
    for indicator in sorted({indicator for indicator, _ in PLANTED}):
        chosen = {"indicators": (indicator,), "starts_on": None, "ends_on": None}
        rows += [row for row in publication.rows("series/yearly", **chosen) if _is_planted(row)]
    numbers = {row.value for row in rows}
    if not numbers:
        return None
    if len(numbers) > 1 or len(rows) != 2 * len(PLANTED):
        raise Mixed(f"publication {publication.number} holds {sorted(numbers)} in {len(rows)} rows")
    return int(numbers.pop())


def _is_planted(row) -> bool:
    return (row.indicator, row.period) in PLANTED and row.value is not None
