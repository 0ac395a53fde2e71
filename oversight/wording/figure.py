"""One figure in words: what it says, how it is cited, and what became of it since."""

from __future__ import annotations

from datetime import date

from oversight.periods import in_words
from oversight.series import Point
from oversight.wording.protection import firmness
from oversight.wording.words import (
    INVENTED,
    MARKERS,
    as_published,
    figure_in_words,
    with_marker,
)

PRODUCT = "Safeguarding oversight"


def figure_title(named: str, point: Point, unit: str = "") -> str:
    """The figure as the title of its own page."""
    return f"{named}: {figure_in_words(point, unit)}"


def citation(
    title: str, number: int, published_on: date, source: str, address: str, is_invented: bool
) -> str:
    """The figure as it stands in a letter: words, source, publication, address."""
    read = f"{PRODUCT}, {as_published(number, published_on)}"
    return f"{_invented(is_invented)}{title}. {read}. Source: {source}. {address}"


def page_citation(
    page: str, number: int, published_on: date, on: date, address: str, is_invented: bool
) -> str:
    """A page as it is cited: name, publication, reading date, address."""
    read = f"{as_published(number, published_on)}, read on {in_words(on)}"
    return f"{_invented(is_invented)}{PRODUCT}: {page}. {read}. {address}"


def _invented(is_invented: bool) -> str:
    return f"{INVENTED}. " if is_invented else ""


def since_then(number: int, current: int, said: Point, now: Point | None, unit: str = "") -> str:
    """Whether a figure of a publication still stands in the current one."""
    if number == current:
        return "This is what the current publication says."
    if now is None:
        return f"Superseded: publication {current}, the current one, no longer holds this figure."
    printed = with_marker(now, unit)
    if printed == with_marker(said, unit):
        return f"It still stands: publication {current}, the current one, says the same."
    return f"Superseded: publication {current}, the current one, says {printed}."


def marker_in_words(point: Point) -> str:
    """How firm the figure is."""
    said = [f"[{point.marker}] {MARKERS[point.marker]}"] if point.marker in MARKERS else []
    if point.figure.is_rounded:
        said.append(firmness(point.figure))
    return "; ".join(said) or point.standing


def no_such_figure(text: str, title: str, number: int) -> str:
    """That an address names a figure which the publication does not hold."""
    return (
        f"Publication {number} holds no figure '{text[:60]}' of “{title}” ('figure' in the"
        " address). A figure is named like 2013-14, or 2013-14~E09000012 for a borough."
    )
