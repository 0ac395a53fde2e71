"""The slide on questions that staff wrote: who wrote which is said, and none is cut in silence."""

from __future__ import annotations

from collections import namedtuple
from dataclasses import replace

import pytest

from oversight import questions, slides
from oversight.home import Home
from oversight.returns import OWN_QUESTION
from oversight.slides import Item, Position, Slide, markup
from oversight.slides.questions import LINE, MOST_LINES
from oversight.slides.tables import lines_of
from oversight.wording.slides_questions import numbered
from tests.slide_reading import YEAR_ON, position_in

Row = namedtuple("Row", "meeting_date position slide minutes note")
RULES = "from what is known, owed and late; the most pressing first."
LONG = "What was done for children whom nobody had asked about for years? " * 12


@pytest.fixture(scope="module")
def at(first: Home) -> Position:
    return position_in(first, YEAR_ON)


def slide_with(at: Position, *rows: tuple[str, str]) -> Slide:
    """The slide on questions where staff sent these rows, each a slide and a note."""
    agenda = [Row(None, place, of, None, note) for place, (of, note) in enumerate(rows, start=1)]
    position = replace(at, agenda=tuple(agenda))
    return slides.slide_of(
        "questions", position, questions.chosen(questions.asked(at), position.agenda)
    )


def own(*texts: str) -> list[tuple[str, str]]:
    return [(OWN_QUESTION, text) for text in texts]


def test_the_measure_says_who_wrote_which(at: Position) -> None:
    first, second = [one.key for one in questions.asked(at)][:2]
    assert slide_with(at).measure == f"By rules {RULES}"
    mixed = slide_with(
        at, *own("Who is at work?", "Who is not?", "Since when?"), (f"question {first}", "Anew?"),
        (f"question {second}", ""),
    )  # fmt: skip
    assert mixed.measure == (
        "Written by staff: 1 to 3. Reworded by staff: 4. Put first by staff: 5."
        f" The others by rules {RULES}"
    )
    assert slide_with(at, *own(*map("Question {}?".format, range(12)))).measure == (
        "Written by staff."
    )


@pytest.mark.parametrize("text", [LONG, "W" * 700], ids=["long", "one word"])
@pytest.mark.parametrize("count", [1, 3, 12])
def test_long_questions_fill_the_slide_and_what_is_cut_says_so(
    count: int, text: str, at: Position
) -> None:
    slide = slide_with(at, *own(*[text] * count))
    rows = slide.table.rows
    assert lines_of(rows, 1, LINE) <= MOST_LINES
    # Each of three takes four lines or more: the slide is not half empty.
    assert lines_of(rows, 1, LINE) > MOST_LINES * 0.6
    cut = [row for row in rows if row[0] and row[1].endswith(" …")]
    # In a deck to take away, whose measure is the same, all stand in full.
    assert "…" not in slide.measure
    if cut:
        *rows, last = rows
        assert last == ("", "In full on the Meeting page: what ends in …", "")
    shown = sum(row[0] != "" for row in rows)
    if shown < len(slide.records):
        left_out = numbered(range(shown + 1, 13))
        assert rows[-1][1] == f"and {12 - shown} more, {left_out}, on the Meeting page"
    assert [row["question"] for row in slide.records][:count] == [text.strip()] * count


def test_what_staff_are_said_to_have_written_is_shown_and_the_rest_named_by_number(
    at: Position,
) -> None:
    # That figures are invented takes a line, so that three of three lines find no room.
    slide = slide_with(replace(at, is_invented=True), *own(LONG * 2, LONG, "W" * 390))
    assert slide.measure.startswith("Written by staff: 1 to 3.")
    *shown, more, in_full = slide.table.rows
    assert [row[0] for row in shown][:3] == ["1", "2", "3"]
    first = len(shown) + 1
    assert more[1] == f"and {12 - len(shown)} more, {first} to 12, on the Meeting page"
    assert in_full[1].startswith("In full")


def test_questions_of_staff_that_find_no_place_are_counted(at: Position) -> None:
    slide = slide_with(at, *own(*map("Question {}?".format, range(15))))
    put = [row["question"] for row in slide.records if row["rule"] == OWN_QUESTION]
    left_out = 15 - len(put)
    said = f"{left_out} more questions of staff not put, for want of room among {len(put)}: see"
    assert (said in slide.measure) == bool(left_out)
    assert slide.table.rows[-1][1].startswith("and ")


def test_a_word_without_an_end_may_go_over_lines(at: Position) -> None:
    made = markup.on_screen(Item(slide_with(at, *own("W" * 200))), "", 1, 1, "Stamp")
    assert "<wbr>" in made and "W" * 31 not in made


def test_numbers_in_a_row_are_said_together() -> None:
    assert numbered([1, 2, 3, 5, 7, 8]) == "1 to 3, 5, 7 and 8"
