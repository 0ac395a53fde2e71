"""The slides of a pack in their order: cover, running order, items, questions, sources, symbols."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from oversight import slides, wording
from oversight.packs import words
from oversight.packs.deck import native, room
from oversight.packs.deck.paper import BODY, LOOK, SMALLEST, Box
from oversight.packs.deck.plot import FEW
from oversight.packs.deck.plotted import plotted
from oversight.packs.deck.sheets import (
    CELL_SIDE,
    CELL_TOP,
    GAP,
    Deck,
    Sheet,
    column_widths,
    row_height,
)
from oversight.packs.made import Made
from oversight.packs.settled import settled
from oversight.questions import LIST, Question, bearing_on
from oversight.slides import Item, Table

# The words stand in a column at the right of a chart, the narrowest that holds them all.
COLUMNS, BETWEEN = (280, 320, 360, 400), 20
# One bar alone is no wall.
BAR, AXIS = 72, 50
# Where a text stops that a slide has no room for, and how many lines a source may take.
CUT, SOURCE_LINES = " … (whole in the notes)", 3
NO_QUESTION = "No question follows from this publication."


def written(made: Made) -> bytes:
    """The file."""
    stamp = slides.stamp(made.position)
    position = made.position
    mark = wording.INVENTED if position.is_invented else ""
    deck = Deck(words.document_title(position), stamp, mark, position.looking_back)
    _cover(deck, made)
    _tables(deck, words.RUNNING_ORDER, words.running_order(made))
    for item in made.items:
        if item.slide.name == LIST:
            _questions(deck, made.questions, item)
        else:
            _item(deck, item, made.questions)
    if LIST not in {item.slide.name for item in made.items}:
        _questions(deck, made.questions)
    _tables(deck, words.SOURCES, words.sources(made))
    _tables(deck, words.SYMBOLS, words.symbols(), [words.WHOLE_ANSWER, *words.protected(made)])
    return settled(deck.finished(made.publication), made.publication.published_at)


def _cover(deck: Deck, made: Made) -> None:
    position = made.position
    said = [
        words.meeting(position),
        f"{wording.as_published(position.publication, position.published_on)}.",
        f"{wording.status_label(position.is_invented)}.",
        f"{wording.many(len(made.items), 'item')},"
        f" {wording.many(len(made.questions), 'question')} to ask.",
        "Every chart and table can be edited; what is read aloud stands in each slide's notes.",
    ]
    sheet = deck.slide(words.TITLE, said)
    sheet.words(said, replace(BODY, top=150, height=BODY.bottom - 150), size=22)


def _item(deck: Deck, item: Item, questions: tuple[Question, ...]) -> None:
    slide = item.slide
    plot = plotted(slide.drawing) if slide.drawing else None
    notes = _notes(item, questions, plot.key if plot and plot.rows else "")
    if plot is None or not plot.rows:
        _tables(deck, slide.finding, slide.table, words.said(slide), notes, slide.measure)
        return
    said = [*filter(None, [plot.key, *words.changes(slide), *words.beside(slide)])]
    whole = _below_measure(deck, _titles(slide.finding, 2)[0], slide.measure)
    source = room.shortened(slide.source, whole.width, SMALLEST, SOURCE_LINES, CUT)
    foot = room.height([source], whole.width, SMALLEST)
    box = replace(whole, height=whole.height - foot - GAP)
    # Many periods side by side need a wide chart.
    columns = COLUMNS[: 1 if plot.is_lines and len(plot.categories) > FEW else None]
    column = next((one for one in columns if not _fitting(said, one, box.height)[1]), columns[0])
    beside, over = _fitting(said, column, box.height)
    # Where the words need a slide more, the figures stand there as a table too.
    more = _spread(deck, slide.finding, slide.table, over, slide.measure) if over else []
    titles = _titles(slide.finding, 1 + len(more))
    sheet = deck.slide(titles[0], notes)
    _measure(deck, sheet, titles[0], slide.measure)
    place = replace(box, width=box.width - column - BETWEEN)
    if not plot.is_lines:
        place = replace(place, height=min(box.height, BAR * len(plot.categories) + AXIS))
    native.chart(sheet, plot, place, f"Chart: {slide.title}", slide.alt)
    if beside:
        sheet.words(beside, replace(box, left=place.left + place.width + BETWEEN, width=column))
    sheet.words([source], replace(box, top=box.bottom + GAP, height=foot), LOOK.quiet, "Source")
    _lay(deck, titles[1:], more, _with_whole(notes, more, slide.table), slide.measure)


def _notes(item: Item, questions: tuple[Question, ...], key: str = "") -> list[str]:
    """What stands in the notes of a slide, for whoever chairs; `key` is that of its chart."""
    slide = item.slide
    asked = [
        f"Question {number}: {one.text} {words.told_of(one)}"
        for number, one in bearing_on(slide, questions)
    ]
    return [
        *([item.note] if item.note else []),
        slide.read_aloud,
        slide.measure,
        *([key] if key else []),
        *words.said(slide),
        *filter(None, [slide.rules]),
        *asked,
    ]


def _questions(deck: Deck, questions: tuple[Question, ...], item: Item | None = None) -> None:
    """Every question as a row, under the finding of the item that is about them."""
    title = item.slide.finding if item else words.QUESTIONS
    said = words.said(item.slide) if item else ()
    notes = [item.note, item.slide.read_aloud] if item else []
    if not questions:
        deck.slide(title, [title]).words([NO_QUESTION, *said], deck.body(title))
        return
    notes += [
        f"{number}. {one.text} {words.told_of(one)}"
        for number, one in enumerate(questions, start=1)
    ]
    measure = item.slide.measure if item else ""
    _tables(deck, title, words.asked(questions), said, [*filter(None, notes)], measure)


def _tables(
    deck: Deck,
    title: str,
    table: Table,
    said: Sequence[str] = (),
    notes: Sequence[str] = (),
    measure: str = "",
) -> None:
    """A table on as many slides as it needs, with sentences below it or on one slide more."""
    more = _spread(deck, title, table, said, measure)
    whole = _with_whole(notes or [title], more, table, said)
    _lay(deck, _titles(title, len(more)), more, whole, measure)


@dataclass(frozen=True)
class Part:
    """What one of a table's slides holds."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    said: Sequence[str] = ()

    @property
    def height(self) -> float:
        return sum(row_height(row, self.widths, place == 0) for place, row in enumerate(self.rows))


def _spread(deck: Deck, title: str, table: Table, said: Sequence[str], measure: str) -> list[Part]:
    """A table and its sentences over slides, nothing beyond the edge of any."""
    # With a part's number the title may take a line more.
    box = _below_measure(deck, _titles(title, 2)[0], measure)
    rows = [table.header, *table.rows]
    widths = column_widths(rows, box.width)
    most = box.height - row_height(table.header, widths, is_heading=True)
    rows = [table.header, *(_shortened(row, widths, most) for row in table.rows)]
    said = [
        room.shortened(one, box.width, SMALLEST, _lines_in(box.height - GAP), CUT) for one in said
    ]
    *parts, last = (Part(rows, widths) for rows in _parts(rows, widths, box.height))
    below, over = _fitting(said, box.width, box.height - last.height - 2 * GAP)
    parts.append(replace(last, said=below))
    while over:
        below, over = _fitting(over, box.width, box.height)
        parts.append(Part((), (), below))
    return parts


def _shortened(row: Sequence[str], widths: Sequence[float], most: float) -> tuple[str, ...]:
    """A row that is no higher than a slide has room for."""
    count = _lines_in(most - 2 * CELL_TOP)
    return tuple(
        room.shortened(cell, width - 2 * CELL_SIDE, SMALLEST, count, CUT)
        for cell, width in zip(row, widths, strict=True)
    )


def _lines_in(height: float) -> int:
    return int(height // (SMALLEST * room.LINE))


def _with_whole(
    notes: Sequence[str], parts: Sequence[Part], table: Table, said: Sequence[str] = ()
) -> list[str]:
    """The notes, and below them whole what was shortened and does not stand in them already."""
    shown = {text for part in parts for one in (part.said, *part.rows) for text in one}
    texts = (*(cell for row in table.rows for cell in row), *said)
    told = "\n".join(notes)
    return [
        *notes,
        *dict.fromkeys(text for text in texts if text not in shown and text not in told),
    ]


def _lay(
    deck: Deck, titles: Sequence[str], parts: Sequence[Part], notes: Sequence[str], measure: str
) -> None:
    """Write the slides of a table."""
    for title, part in zip(titles, parts, strict=True):
        sheet = deck.slide(title, notes)
        box = deck.body(title)
        if part.rows:
            _measure(deck, sheet, title, measure)
            box = _below_measure(deck, title, measure)
            sheet.table(part.rows, part.widths, box, _alt(part.rows))
        if part.said:
            top = box.top + (part.height + 2 * GAP if part.rows else 0)
            sheet.words(part.said, replace(box, top=top, height=box.bottom - top))


def _alt(part: Sequence[Sequence[str]]) -> str:
    return f"Table: {'; '.join(', '.join(row) for row in part)}"


def _parts(rows: Sequence, widths: Sequence[float], most: float) -> list[list]:
    """Rows in groups that fit on a slide each, the heading above every group."""
    heading, *rest = rows
    head = row_height(heading, widths, is_heading=True)
    parts, used = [[heading]], head
    for row in rest:
        high = row_height(row, widths)
        if used + high > most and len(parts[-1]) > 1:
            parts.append([heading])
            used = head
        parts[-1].append(row)
        used += high
    return parts


def _fitting(texts: Sequence[str], width: float, most: float) -> tuple[list[str], list[str]]:
    """The paragraphs that find room, in their order, and those that do not."""
    kept: list[str] = []
    for place, text in enumerate(texts):
        if room.height([*kept, text], width, SMALLEST, GAP) > most:
            return kept, list(texts[place:])
        kept.append(text)
    return kept, []


def _titles(title: str, count: int) -> list[str]:
    return [
        f"{title} ({number} of {count})" if count > 1 else title for number in range(1, count + 1)
    ]


def _below_measure(deck: Deck, title: str, measure: str) -> Box:
    """What is left of a slide below its title and measure."""
    box = deck.body(title)
    high = room.height([measure], box.width, SMALLEST) + GAP if measure else 0
    return replace(box, top=box.top + high, height=box.height - high)


def _measure(deck: Deck, sheet: Sheet, title: str, measure: str) -> None:
    if measure:
        box = deck.body(title)
        high = room.height([measure], box.width, SMALLEST)
        sheet.words([measure], replace(box, height=high), LOOK.quiet, "Measure")
