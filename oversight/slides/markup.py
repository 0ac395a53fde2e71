"""A slide as HTML: for the screen in a room, and for a page to read and print.

Every word is escaped. Sizes on a screen are parts of the window; `slide.css` gives them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from math import ceil

from oversight import wording
from oversight.charts.drawn import SIZE, height_of_rows, letters
from oversight.slides.slide import Item, Slide, Table

# The screen in parts of its width, as slide.css has it: a hundred wide, at least this high.
HIGH, WIDE = 56.25, 92.0
# The finding: its letters, the width it may take, and Source Serif against the width of letters.
FINDING, FINDING_WIDE, SERIF = 3.5, 77.0, 0.86
TEXT, LINE = 1.9, 1.22
# All that stands above and below the drawing but the finding, the measure and the notes.
REST = 11.0
# What an INVENTED line takes; and what a banner takes beside its lines, and how wide those are.
INVENTED = 3.2
BANNER, BANNER_WIDE = -0.8, 95.0
# The most lines that notes and source have on a screen: with a drawing, and with a table.
NOTES, NOTES_OF_TABLE = 3, 2
# What a signal takes beside its lines, and the least that a drawing must have: notes give way.
SIGNAL, LEAST = 0.5, 18.0
# What a row of a table takes beside its lines, and how many letters of its cells a line holds.
ROW, ROW_LETTERS = 0.75, 100
# A cell of so many letters stays in one line.
SHORT = 16
YEAR = re.compile(
    r"\b\d{4}-\d{2}\b|\b\d[\d.,]*%? ±[\d.,]*\d%?(?: \[[a-z]+\])?|\b\d[\d.,]*%? \[[a-z]+\]"
)
# In a word of more letters than any of our own, a place to break it.
LONG_WORD = re.compile(r"(?<=\S{30})(?=\S)")
# Between two sentences; "p. 12" is one.
SENTENCE = re.compile(r"(?<=[.?!])(?<!\bp\.)(?<!\bpp\.)\s+(?=[A-Z0-9])")


def on_screen(
    item: Item,
    drawn: str,
    at: int,
    last: int,
    stamp: str,
    is_invented: bool = False,
    looking_back: str = "",
) -> str:
    """One slide that fills a window.

    Args:
        item: the item of the running order.
        drawn: its drawing as SVG, of the size that `room` says; the table stands where it is blank.
        at: its place in the running order, of `last`.
        stamp: what the figures were made from; without its digest, which nobody reads from afar.
        is_invented: whether the figures are made up to rehearse with.
        looking_back: that this is not the present position; blank where it is.
    """
    slide = item.slide
    banner = f'<p class="slide-banner">{escape(looking_back)}</p>' if looking_back else ""
    invented = f'<p class="slide-invented">{escape(wording.INVENTED)}</p>' if is_invented else ""
    minutes = "" if item.minutes is None else f" · {wording.many(item.minutes, 'minute')}"
    # What stands in the line above already would give the stamp a line too many.
    stamped = re.sub(r", content [0-9a-f]+", "", stamp).removeprefix(f"{wording.INVENTED} · ")
    body = drawn or table_of(slide, "slide-table")
    looks = f' role="img" aria-label="{escape(slide.alt or slide.finding)}"' if drawn else ""
    return (
        f'<article class="slide" aria-label="Slide {at} of {last}">'
        f'{banner}{invented}<div class="slide-top">{head(slide)}'
        f'<p class="slide-agenda">Item {at}{minutes}<br><time></time></p></div>'
        f"{signal(slide, is_invented, looking_back)}"
        f'<p class="slide-measure">{escape(slide.measure_with_signs)}</p>'
        f'<div class="slide-body"{looks}>{body}</div>'
        f'<div class="slide-foot">{notes(slide, is_invented, looking_back)}'
        f'<p class="slide-stamp">{escape(stamped)}</p></div>'
        "</article>"
    )


def room(slide: Slide, is_invented: bool = False, looking_back: str = "") -> tuple[float, float]:
    """The size to draw at, in units, so that finding, notes and drawing fill a 16:9 screen."""
    beside = _lines(" ".join(noted(slide, is_invented, looking_back)), TEXT, WIDE) * TEXT * LINE
    left = _left(slide, is_invented, looking_back) - beside
    return SIZE[0], round(SIZE[0] * max(left, LEAST) / WIDE)


def _left(slide: Slide, is_invented: bool, looking_back: str) -> float:
    """What finding, signal, measure and all above them leave for the drawing and the notes."""
    said = signalled(slide, is_invented, looking_back)
    return _without_signal(slide, is_invented, looking_back) - _height_of_signal(said)


def _without_signal(slide: Slide, is_invented: bool, looking_back: str) -> float:
    finding = _lines(slide.finding, FINDING * SERIF, FINDING_WIDE, bold=True) * FINDING * 1.1
    measure = _lines(slide.measure_with_signs, TEXT, WIDE) * TEXT * LINE
    return HIGH - REST - finding - measure - height_above(is_invented, looking_back)


def _height_of_signal(said: str) -> float:
    return _lines(said, TEXT, WIDE) * TEXT * LINE + SIGNAL if said else 0


def _least(slide: Slide) -> float:
    """The least that a drawing must have, or that a table takes."""
    if slide.drawing:
        return max(LEAST, height_of_rows(slide.drawing) * WIDE / SIZE[0])
    rows = (slide.table.header, *slide.table.rows)
    return sum(ceil(sum(map(len, row)) / ROW_LETTERS) * TEXT * LINE + ROW for row in rows)


def height_above(is_invented: bool, looking_back: str) -> float:
    """What stands over the finding: that one looks back, and that all is made up."""
    lines = _lines(looking_back, TEXT, BANNER_WIDE)
    banner = lines * TEXT * LINE + BANNER if lines else 0
    return banner + (INVENTED if is_invented else 0)


def lines_below_the_first(measure: str) -> int:
    """How many lines more than one a measure takes on a screen."""
    return max(_lines(measure, TEXT, WIDE) - 1, 0)


def head(slide: Slide, level: int = 1) -> str:
    """The finding as a heading."""
    return f'<h{level} class="slide-finding">{_unbroken(slide.finding)}</h{level}>'


def signal(slide: Slide, is_invented: bool = False, looking_back: str = "") -> str:
    """Whether a change means anything, under the finding; blank where there is none to speak of."""
    said = signalled(slide, is_invented, looking_back)
    return f'<p class="slide-signal">{_unbroken(said)}</p>' if said else ""


def signalled(slide: Slide, is_invented: bool = False, looking_back: str = "") -> str:
    """The signal by whole sentences, as far as they fit beside the source; the first always."""
    said = sentences(slide.signal)
    room = _without_signal(slide, is_invented, looking_back) - _least(slide)
    room -= _lines(sourced(slide), TEXT, WIDE) * TEXT * LINE
    while len(said) > 1 and _height_of_signal(" ".join(said)) > room:
        said.pop()
    return " ".join(said)


def notes(slide: Slide, is_invented: bool = False, looking_back: str = "") -> str:
    """What must be said beside a figure, and where it comes from, as far as a screen has room."""
    said = " ".join(noted(slide, is_invented, looking_back))
    return f'<p class="slide-notes">{_unbroken(said)}</p>'


def noted(slide: Slide, is_invented: bool = False, looking_back: str = "") -> tuple[str, ...]:
    """Caveat, gap and baseline by whole sentences, as far as they fit; the source always.

    A drawing names its baselines itself. What finds no room is in the presenter's window and in
    every pack.
    """
    # That the figures are invented takes the room of a line.
    most = (NOTES if slide.drawing else NOTES_OF_TABLE) - is_invented
    if slide.signal:
        spare = _left(slide, is_invented, looking_back) - _least(slide)
        most = min(most, spare // (TEXT * LINE))
    source = sourced(slide)
    names_baselines = bool(getattr(slide.drawing, "notes", ()))
    said: list[str] = []
    for text in (slide.caveat, slide.gap, "" if names_baselines else slide.baseline):
        for one in sentences(text):
            if _lines(" ".join([*said, one, source]), TEXT, WIDE) > most:
                break
            said.append(one)
    return (*said, *([source] if source else []))


def sourced(slide: Slide) -> str:
    """Where the figures come from, as a sentence that begins by saying so."""
    text = slide.source
    return text if not text or text.startswith("Source") else f"Source: {text}"


def sentences(text: str) -> list[str]:
    """A text by its sentences; a page number is no end of one."""
    return [one for one in SENTENCE.split(text) if one]


def table_of(slide: Slide, style: str = "slide-figures") -> str:
    """Every figure of the slide as a table; its caption is the slide's title."""
    return table(slide.table, slide.title, style)


def table(given: Table, caption: str, style: str) -> str:
    """Printed cells as a table, each row named by its first cell."""
    header = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in given.header)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in given.rows)
    return (
        f'<table class="{style}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Sequence[str]) -> str:
    name, *cells = row
    # A row header that is blank would name nothing.
    first = f'<th scope="row">{escape(name)}</th>' if name else "<td></td>"
    return first + "".join(f"<td{_looks(cell)}>{_breakable(cell)}</td>" for cell in cells)


def _breakable(cell: str) -> str:
    """A cell's text, in which a word as long as an address may go over lines."""
    return "<wbr>".join(map(escape, LONG_WORD.split(cell)))


def _looks(cell: str) -> str:
    """A date or a few words stay in one line."""
    return ' class="short"' if len(cell) <= SHORT else ""


def scrolling(made: str, name: str) -> str:
    """A table that may be wider than a small window; the keyboard can reach what scrolls."""
    return (
        f'<div class="scroll" role="region" aria-label="{escape(name)}" tabindex="0">{made}</div>'
    )


def whole(slide: Slide, drawn: str, level: int) -> str:
    """Everything of a slide for a page: finding, drawing, table, and all that is said beside it."""
    beside = (
        ("Does the change mean anything", slide.signal_in_full),
        ("Rules of the process", slide.rules.removeprefix("Rules: ")),
        ("Baseline", slide.baseline),
        ("Caveat", slide.caveat),
        ("Not known", slide.gap),
        ("Source", slide.source),
        ("Read aloud", slide.read_aloud),
    )
    said = "".join(f"<p>{_named(name, text)}</p>" for name, text in beside if text)
    figure = f'<div class="drawing">{drawn}</div>' if drawn else ""
    return (
        f'{head(slide, level)}<p class="slide-measure">{escape(slide.measure_with_signs)}</p>'
        f"{figure}{scrolling(table_of(slide), f'{slide.title}: figures')}"
        f'<div class="beside">{said}</div>'
    )


def _unbroken(text: str) -> str:
    """A text whose financial years and marked figures each stay in one line."""
    return YEAR.sub(r'<span class="slide-year">\g<0></span>', escape(text))


def _named(name: str, text: str) -> str:
    """A text behind its name in bold, which it may begin with itself."""
    own, sign, rest = text.partition(": ")
    if sign and name.lower() in own.lower():
        name, text = own, rest
    return f"<b>{escape(name)}:</b> {_unbroken(text)}"


def _lines(text: str, size: float, width: float, bold: bool = False) -> int:
    return len(letters.wrapped(text, size, width, bold)) if text else 0
