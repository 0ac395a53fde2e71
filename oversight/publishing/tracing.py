"""From a published figure back to the line of the file that brought it; for staff alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from oversight import access, definitions
from oversight.access import Principal
from oversight.citing import Cited
from oversight.home import Entry, Home
from oversight.publishing import keeping
from oversight.reference import Reference
from oversight.screening import screen


@dataclass(frozen=True)
class Origin:
    """Where a figure came in: the file, and its lines from 1, the header being the first.

    `sha256` names a return as it was received; blank for a published series.
    """

    file: str
    lines: tuple[int, ...]
    sha256: str = ""


def origin(
    where: Home, number: int, cited: Cited, brought_by: int, file: str, principal: Principal
) -> Origin | None:
    """The file and line that a figure of a publication came from; None where it is the report's.

    Args:
        where: the home.
        number: the publication that the figure is read in.
        cited: the figure, its place as a code or blank for the whole of London.
        brought_by: the publication whose return brought it; 0 for a published series.
        file: the published series, where it came with none.
        principal: who asks; a line of a return is no reader's.

    Raises:
        AccessError: the principal may not see returns.
        HomeError: the home, or what it keeps, cannot be read.
    """
    access.require(principal, access.PUBLISH)
    entries = [entry for entry in where.published() if entry.number <= number]
    files = keeping.kept_inputs(where, entries[-1].inputs)
    if not brought_by:
        path = f"data/context/{file}.csv"
        if path not in files:
            return None
        return Origin(path, tuple(_lines(files, files[path], entries[-1], cited)))
    for one in keeping.kept_returns(where, entries):
        if one.publication == brought_by:
            lines = tuple(_lines(files, one.content, entries[-1], cited))
            return Origin(one.source, lines, one.sha256)
    return None


def _lines(files: dict[str, bytes], content: bytes, entry: Entry, cited: Cited) -> Iterator[int]:
    today: date = entry.published_at.date()
    read = screen(
        content, definitions.load(files), Reference(files), today, was_accepted=True
    ).figures
    wanted = cited.indicator, cited.period, cited.breakdown
    for figure in read:
        place = "" if figure.area.is_whole else figure.area.code
        if (figure.indicator, figure.period.label, figure.breakdown) != wanted:
            continue
        if place == cited.place or (not cited.place and figure.area.level == "country"):
            yield figure.line
