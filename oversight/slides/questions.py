"""The slide on questions: the first of those to put, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from textwrap import shorten
from typing import TYPE_CHECKING

from oversight.returns import OWN_QUESTION, PIN
from oversight.slides import markup
from oversight.slides.position import Position
from oversight.slides.slide import Slide, Table
from oversight.slides.tables import first_rows, lines_left, lines_of
from oversight.wording import slides as words
from oversight.wording import slides_aloud as aloud
from oversight.wording import slides_questions as own

if TYPE_CHECKING:
    # Questions are made from the same position and import it.
    from oversight.questions.question import Question

# What a screen holds: lines in all, and characters of a question in one line.
MOST_LINES, LINE = 13.5, 88
# Where long ones leave no room for the others, each has so many lines at most; the first that do.
CAPS = (6, 5, 4, 3)

Row = tuple[str, ...]


def questions(position: Position, asked: Sequence[Question]) -> Slide:
    """The most pressing questions, as many as a screen holds; the last line counts the others."""
    measure = _measure(position, asked)
    room = lines_left(position, MOST_LINES) - markup.lines_below_the_first(measure)
    return Slide(
        name="questions",
        title="Questions to ask",
        page="meeting",
        finding=words.questions_title(asked),
        measure=measure,
        table=Table(
            ("No.", "Question", "To"), _rows(asked, room) or (("–", "There is none.", "–"),)
        ),
        source="Source: the figures, asks and claims of this publication; each names its own.",
        read_aloud=aloud.questions(asked),
        baseline="No baseline: each question names the figure that it rests on.",
        records=tuple(
            {
                "number": number,
                "question": one.text,
                "whom": one.asked_of,
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


def _measure(position: Position, asked: Sequence[Question]) -> str:
    """Who wrote which, and how many of those that staff wrote are not among them."""
    notes = {
        row.slide.removeprefix(PIN): row.note
        for row in position.agenda
        if row.slide.startswith(PIN)
    }
    told = {"written": [], "reworded": [], "pinned": []}
    for number, one in enumerate(asked, start=1):
        if one.rule == OWN_QUESTION:
            told["written"].append(number)
        elif one.key in notes:
            told["reworded" if notes[one.key] else "pinned"].append(number)
    sent = sum(row.slide == OWN_QUESTION and bool(row.note) for row in position.agenda)
    left_out = own.not_put(sent - len(told["written"]), len(asked))
    return f"{own.questions_measure(**told, count=len(asked))} {left_out}".strip()


def _rows(asked: Sequence[Question], room: float) -> tuple[Row, ...]:
    """As many questions as there is room for; what is left out, or cut, is said in a last row."""
    rows = [(str(number), one.text, one.asked_of) for number, one in enumerate(asked, start=1)]
    in_full = ("", own.in_full("Meeting"), "")
    left = room - lines_of([in_full], 1, LINE)
    shown = first_rows(_fitted(rows, left), 1, LINE, left, "Meeting")
    is_cut = lines_of(rows, 1, LINE) > room and any(row[0] and row not in rows for row in shown)
    return (*shown, in_full) if is_cut else first_rows(rows, 1, LINE, room, "Meeting")


def _fitted(rows: Sequence[Row], room: float) -> list[Row]:
    """The rows; where they take more than there is, long questions end in an ellipsis."""
    fitted = list(rows)
    for cap in CAPS:
        if lines_of(fitted, 1, LINE) <= room:
            break
        fitted = [(number, _cut(text, cap), *rest) for number, text, *rest in rows]
    return fitted


def _cut(text: str, lines: int) -> str:
    """A text of so many lines at most, by whole words where it has any."""
    if ceil(len(text) / LINE) <= lines:
        return text
    most = lines * LINE - len(own.CUT)
    return (shorten(text, most, placeholder="") or text[:most]) + own.CUT
