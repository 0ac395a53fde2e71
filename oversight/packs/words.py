"""What every form of a pack says about itself. Values in, texts out."""

from __future__ import annotations

from oversight import wording
from oversight.definitions import INVENTED_MARK
from oversight.packs.made import Made
from oversight.periods import in_words
from oversight.questions import Question
from oversight.slides import Position, Slide, Table, Years, signals_table
from oversight.store import TooOld
from oversight.wording import protection, tested
from oversight.wording.meeting import NOT_SET
from oversight.wording.slides import bodies_of

TITLE = "Safeguarding London's children: challenge meeting"
RUNNING_ORDER, QUESTIONS = "Running order", "Questions to ask"
SOURCES, SYMBOLS = "Sources", "Symbols"
SIGNALS = tested.TITLE
WHOLE_ANSWER = (
    "A figure known only within limits is shown with both; no middle is made up, and nothing that"
    " is missing is counted as nought."
)
ROUNDED_IN_FILES = (
    f"{protection.ROUNDED}: value is the number that is shown, lower and upper are the least and"
    " the most that it can be"
)


def protected(made: Made) -> tuple[str, ...]:
    """The rule by which small numbers are protected here, and which tables are withheld whole."""
    settings = {row.name: row.choice for row in made.publication.rows("about/settings")}
    try:
        whole = protection.withheld_whole(made.publication.rows("about/withheld_tables"))
    except TooOld:
        # Made before a table could be withheld whole.
        return (protection.rule(settings),)
    return protection.rule(settings), whole


def document_title(position: Position, title: str = TITLE) -> str:
    """The title that a file has in its properties; it says where what it holds is made up."""
    return f"{INVENTED_MARK}: {title}" if position.is_invented else title


def meeting(position: Position) -> str:
    """When the meeting is, where a running order says it, and by which day everything is read."""
    read = f"Read as on {in_words(position.on)}."
    days = {row.meeting_date for row in position.agenda}
    return f"Meeting of {in_words(max(days))}. {read}" if days else read


def running_order(made: Made) -> Table:
    """The items with the minutes they are given."""
    rows = [
        (str(number), item.slide.title, item.slide.finding)
        for number, item in enumerate(made.items, start=1)
    ]
    if not any(item.minutes for item in made.items):
        return Table(("Item", "Subject", "Finding"), tuple(rows))
    timed = [(*row, _minutes(item.minutes)) for row, item in zip(rows, made.items, strict=True)]
    return Table(("Item", "Subject", "Finding", "Time"), tuple(timed))


def asked(questions: tuple[Question, ...]) -> Table:
    """The questions in their order, with what each rests on."""
    rows = [
        (str(number), one.text, one.asked_of, one.why_now)
        for number, one in enumerate(questions, start=1)
    ]
    return Table(("No.", "Question", "To", "Why now"), tuple(rows))


def signals(made: Made) -> Table:
    """Whether a change means anything, a row for each series of what the items show."""
    shown = {name for item in made.items for name in item.slide.indicators}
    return signals_table(shown, made.position)


def sources(made: Made) -> Table:
    """Where the figures of each item come from."""
    rows = [
        (item.slide.title, item.slide.source.removeprefix("Source: "))
        for item in made.items
        if item.slide.source
    ]
    return Table(("Item", "Source"), tuple(dict.fromkeys(rows)))


def symbols() -> Table:
    """Every symbol that may stand beside a figure or in its place."""
    rows = [(f"[{code}]", wording.sentence(meaning)) for code, meaning in wording.MARKERS.items()]
    rows.append((protection.SIGN, wording.sentence(protection.MEANING)))
    return Table(("Symbol", "Meaning"), tuple(rows))


def said(slide: Slide) -> tuple[str, ...]:
    """The sentences that stand with a slide's figure, blank ones left out."""
    return (*beside(slide), slide.source)


def beside(slide: Slide) -> tuple[str, ...]:
    """The same without the source."""
    against = slide.signal, slide.baseline
    if slide.drawing is None:
        # Below a table each paragraph costs it a row; beside a chart short ones fill the column.
        against = (" ".join(filter(None, against)),)
    return tuple(filter(None, (*against, slide.caveat, slide.gap)))


def changes(slide: Slide) -> tuple[str, ...]:
    """The changes that a line chart names beside its last figure, each with its baseline."""
    if not isinstance(slide.drawing, Years):
        return ()
    return tuple(f"{change} {baseline}" for change, baseline in slide.drawing.notes)


def told_of(one: Question) -> str:
    """Whom a question is for, why it is asked and what it rests on, as far as each is known."""
    parts = (
        f"To {bodies_of(one.whom)}." if one.whom else "",
        one.why_now,
        f"Rests on: {one.figure}." if one.figure else "",
    )
    return " ".join(filter(None, parts))


def _minutes(count: int | None) -> str:
    return NOT_SET if count is None else wording.many(count, "minute")
