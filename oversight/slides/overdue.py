"""The slide on recommendations: what is past its date, and otherwise what is due next."""

from __future__ import annotations

from oversight import asks, themes, wording
from oversight.asks import OVERDUE, Held
from oversight.periods import in_words
from oversight.slides.position import Position
from oversight.slides.slide import Slide, Table
from oversight.slides.tables import first_rows, lines_left, source
from oversight.wording import listed
from oversight.wording import slides as words
from oversight.wording import slides_aloud as aloud

# What a screen holds: lines in all, and characters of what was asked in one line.
MOST_LINES, LINE = 11.5, 54
HEADER = ("Ask", "Waits for", "What was asked", "Due", "Position")


def overdue(position: Position) -> Slide:
    """The asks of the recommendations that are past their date, the worst first."""
    mine = themes.recommended(position.held)
    expected = [one for one in themes.expected(mine) if one.standing.due_on]
    late = [one for one in expected if one.standing.time == OVERDUE]
    shown = late or expected
    others = [
        one.id
        for one in position.held
        if not one.is_of_recommendation and one.standing.time == OVERDUE
    ]
    room = lines_left(position, MOST_LINES)
    return Slide(
        name="overdue",
        title="Recommendations overdue",
        page="recommendations",
        finding=words.cut_to_two_lines(
            wording.recommendations_title(position.held, position.on)
        ),
        measure=words.due_measure(bool(late), position.on),
        table=Table(
            HEADER,
            first_rows([as_row(one) for one in shown], 2, LINE, room, "Recommendations")
            or (("–", "–", "No open ask has a date", "–", "–"),),
        ),
        source=source(sorted({f"report p. {page}" for one in shown or mine
                              for page in one.asked.pages.split(", ")}), position),
        read_aloud=aloud.due(position.deadlines, late, position.on),
        baseline=f"Baseline: the date each is held to, read on {in_words(position.on)}.",
        caveat=wording.lint_sentence(mine),
        gap=words.promises_late(others, bool(late)),
        records=tuple(record(one) for one in expected),
    )  # fmt: skip


def as_row(one: Held) -> tuple[str, ...]:
    """The printed cells of an ask."""
    return (
        one.id,
        wording.waits_for(one),
        one.asked.summary,
        in_words(one.standing.due_on),
        wording.position_cell(one),
    )


def record(one: Held) -> dict[str, object]:
    """An ask for machines."""
    return {
        "ask": one.id,
        "waits_for": listed(asks.answering(one.standing)),
        "what_was_asked": one.asked.summary,
        "due": one.standing.due_on.isoformat(),
        "days_late": -one.standing.days,
        "position": wording.position_cell(one),
        "pages": one.asked.pages,
    }
