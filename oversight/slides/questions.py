"""The slide on questions: the first of those to put, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from oversight.slides.position import Position
from oversight.slides.slide import Slide, Table
from oversight.slides.tables import first_rows, lines_left
from oversight.wording import slides as words
from oversight.wording import slides_aloud as aloud

if TYPE_CHECKING:
    # Questions are made from the same position and import it.
    from oversight.questions.question import Question

# What a screen holds: lines in all, and characters of a question in one line.
MOST_LINES, LINE = 13.5, 88


def questions(position: Position, asked: Sequence[Question]) -> Slide:
    """The most pressing questions, as many as a screen holds."""
    rows = [(str(number), one.text, one.whom) for number, one in enumerate(asked, start=1)]
    room = lines_left(position, MOST_LINES)
    return Slide(
        name="questions",
        title="Questions to ask",
        page="meeting",
        finding=words.questions_title(asked),
        measure="By rules from what is known, owed and late; the most pressing first.",
        table=Table(
            ("No.", "Question", "To"),
            first_rows(rows, 1, LINE, room, "Meeting") or (("–", "There is none.", "–"),),
        ),
        source="Source: the figures, asks and claims of this publication; each names its own.",
        read_aloud=aloud.questions(asked),
        baseline="No baseline: each question names the figure that it rests on.",
        records=tuple(
            {
                "number": number,
                "question": one.text,
                "whom": one.whom,
                "figure": one.figure,
                "why_now": one.why_now,
                "page": one.page,
                "about": one.about,
                "key": one.key,
                "rule": one.rule,
            }
            for number, one in enumerate(asked, start=1)
        ),
    )
