"""The slide on questions: the first of those to put, and to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from oversight.returns import OWN_QUESTION, PIN
from oversight.slides import markup
from oversight.slides.position import Position
from oversight.slides.slide import Slide, Table
from oversight.slides.tables import first_rows, lines_left, lines_of
from oversight.wording import slides as words
from oversight.wording import slides_aloud as aloud
from oversight.wording import slides_questions as own
from oversight.wording.words import cut

if TYPE_CHECKING:
    # Questions are made from the same position and import it.
    from oversight.questions.question import Question

# What a screen holds: lines in all, and characters of a question in one line.
MOST_LINES, LINE = 13.5, 88
# Where long ones leave no room for the others, each has so many lines at most; and fewer where
# questions of staff would find no room otherwise.
CAPS, FEWER = (6, 5, 4, 3), 2

Row = tuple[str, ...]


def questions(position: Position, asked: Sequence[Question]) -> Slide:
    """The most pressing questions, as many as a screen holds; the last line counts the others."""
    told = _told(position, asked)
    measure = _measure(position, told, len(asked))
    of_staff = max((number for numbers in told.values() for number in numbers), default=0)
    room = lines_left(position, MOST_LINES) - markup.lines_below_the_first(measure)
    return Slide(
        name="questions",
        title="Questions to ask",
        page="meeting",
        finding=words.questions_title(asked),
        measure=measure,
        table=Table(
            ("No.", "Question", "To"),
            _rows(asked, room, of_staff) or (("–", "There is none.", "–"),),
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


def _told(position: Position, asked: Sequence[Question]) -> dict[str, list[int]]:
    """The numbers of those that staff wrote, reworded or put first."""
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
    return told


def _measure(position: Position, told: Mapping[str, Sequence[int]], count: int) -> str:
    """Who wrote which, and how many of those that staff wrote are not among them."""
    sent = sum(row.slide == OWN_QUESTION and bool(row.note) for row in position.agenda)
    left_out = own.not_put(sent - len(told["written"]), count)
    return f"{own.questions_measure(**told, count=count)} {left_out}".strip()


def _rows(asked: Sequence[Question], room: float, of_staff: int) -> tuple[Row, ...]:
    """As many questions as there is room for; what is left out, or cut, is said in a last row."""
    rows = [(str(number), one.text, one.asked_of) for number, one in enumerate(asked, start=1)]
    shown = _numbered(first_rows(rows, 1, LINE, room, "Meeting"), len(rows))
    if lines_of(rows, 1, LINE) <= room:
        return shown
    in_full = ("", own.in_full("Meeting"), "")
    cut_ones = _cut(rows, room - lines_of([in_full], 1, LINE), of_staff)
    is_cut = any(row[0] and row not in rows for row in cut_ones)
    return (*cut_ones, in_full) if is_cut else shown


def _cut(rows: Sequence[Row], room: float, of_staff: int) -> tuple[Row, ...]:
    """The rows, long questions cut so that the most are shown, and no shorter than that needs."""
    by_cap = [
        first_rows(
            [(number, cut(text, cap * LINE), *rest) for number, text, *rest in rows],
            1, LINE, room, "Meeting",
        )
        for cap in (*CAPS, FEWER)
    ]  # fmt: skip
    *_, least, fewer = map(_count, by_cap)
    wanted = max(least, min(fewer, of_staff))
    return _numbered(next(shown for shown in by_cap if _count(shown) >= wanted), len(rows))


def _count(shown: Sequence[Row]) -> int:
    """How many questions are among the rows that are shown."""
    return sum(row[0] != "" for row in shown)


def _numbered(shown: tuple[Row, ...], count: int) -> tuple[Row, ...]:
    """The rows; the last says the numbers of those left out, which the measure may speak of."""
    known = _count(shown)
    if known == count:
        return shown
    return (*shown[:-1], ("", own.more(known, count, "Meeting"), ""))
