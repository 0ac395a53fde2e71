"""A meeting made ready from a publication: what every form of a pack is written from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from oversight import questions, slides
from oversight.packs.made import Made
from oversight.packs.reading import position
from oversight.remembered import remembered
from oversight.store import Publication


@remembered(maxsize=16)
def made(
    publication: Publication,
    on: date,
    starts_on: date | None = None,
    ends_on: date | None = None,
    current: int | None = None,
) -> Made:
    """The slides and the questions of a publication on a reading date, within the period shown.

    Args:
        current: the publication of readers who choose none, where it is not this one. What is made
            says so, and what was made before another came is not taken for it.

    Raises:
        StoreError: the publication cannot be read, or is older than what is asked of it.
    """
    where = position(publication, on, starts_on, ends_on)
    if current not in (None, publication.number):
        where = replace(where, current=current)
    asked = questions.asked(where)
    chosen = questions.chosen(asked, where.agenda)
    return Made(publication, where, slides.running_order(where, chosen), chosen, asked)
