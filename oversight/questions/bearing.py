"""Which of a meeting's questions belong to a slide, numbered as on its page."""

from __future__ import annotations

from collections.abc import Sequence

from oversight.questions.question import Question
from oversight.slides import Slide

# The slide that is the list itself.
LIST = "questions"
# Of slides that tell of a whole page: naming every indicator, or none, they are told by the page.
OF_A_PAGE = ("framework", "overdue")


def bearing_on(slide: Slide, chosen: Sequence[Question]) -> tuple[tuple[int, Question], ...]:
    """The questions that rest on what a slide shows, each with its number in the meeting's list.

    The list has them all, those of the meeting's own too.
    """
    return tuple(
        (number, one) for number, one in enumerate(chosen, start=1) if _bears_on(slide, one)
    )


def _bears_on(slide: Slide, one: Question) -> bool:
    if slide.name == LIST:
        return True
    if slide.name in OF_A_PAGE:
        return one.page == slide.page
    return one.about in slide.indicators
