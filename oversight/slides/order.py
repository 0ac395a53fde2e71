"""The order of a meeting: the standard slides, or the running order that staff have saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from oversight.returns import ABOUT_QUESTIONS
from oversight.slides.allegations import allegations
from oversight.slides.framework import framework
from oversight.slides.indicator import of_indicator
from oversight.slides.overdue import overdue
from oversight.slides.overview import where_we_are
from oversight.slides.position import Position
from oversight.slides.questions import questions
from oversight.slides.referrals import cse, fgm
from oversight.slides.slide import Item, Slide
from oversight.slides.workforce import workforce
from oversight.wording import slides as words
from oversight.wording.protection import aloud

if TYPE_CHECKING:
    # Questions are made from the same position and import it.
    from oversight.questions.question import Question

STANDARD = {
    "where_we_are": where_we_are,
    "allegations": allegations,
    "workforce": workforce,
    "cse": cse,
    "fgm": fgm,
    "framework": framework,
    "overdue": overdue,
    "questions": questions,
}
NAMES = tuple(STANDARD)


def standard(position: Position, asked: Sequence[Question]) -> tuple[Slide, ...]:
    """The standard slides, in their order."""
    return tuple(slide_of(name, position, asked) for name in NAMES)


def running_order(position: Position, asked: Sequence[Question]) -> tuple[Item, ...]:
    """What is shown and for how long: as staff have saved it, else the standard slides."""
    rows = [row for row in position.agenda if not row.slide.startswith(ABOUT_QUESTIONS)]
    if not rows:
        return tuple(Item(one) for one in standard(position, asked))
    return tuple(
        Item(slide_of(row.slide, position, asked), row.minutes, row.note or "") for row in rows
    )


def slide_of(name: str, position: Position, asked: Sequence[Question]) -> Slide:
    """The standard slide of that name, else that of the indicator with this id."""
    if name == "questions":
        made = questions(position, asked)
    elif name in STANDARD:
        made = STANDARD[name](position)
    else:
        made = of_indicator(position.entry(name), position)
    return replace(made, read_aloud=aloud(made.read_aloud))


def stamp(position: Position) -> str:
    """What every slide, sheet and page carries: what it was made from, and what it is."""
    return words.stamp(
        position.publication,
        position.published_on,
        position.on,
        position.content[:12],
        position.classification,
        position.is_invented,
    )
