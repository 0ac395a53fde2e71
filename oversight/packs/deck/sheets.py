"""A deck being written: slides with a title, words, tables, notes and the stamp."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from oversight.packs.deck import paper, room
from oversight.packs.deck.paper import BANNER, BODY, FOOT, LOOK, NUMBER, SMALLEST, TITLE, Box
from oversight.store import Publication

LANGUAGE = "en-GB"
GAP = 4  # above a paragraph


def colour(of: str) -> RGBColor:
    return RGBColor.from_string(of.lstrip("#"))


class Deck:
    """Slides one after the other; `stamp` stands at the foot of each, `mark` above its notes.

    `banner` stands over the title of each, which is where everything below it makes room.
    """

    def __init__(self, title: str, stamp: str, mark: str = "", banner: str = "") -> None:
        self.made = paper.empty()
        self.title, self.stamp = title, stamp
        self.marks = [mark] if mark else []
        self.banner = banner
        high = room.height([banner], BANNER.width, SMALLEST) + GAP if banner else 0
        self.title_box = replace(TITLE, top=TITLE.top + high)

    def slide(self, title: str, notes: Sequence[str]) -> Sheet:
        """A new slide; its title is the first that is read."""
        slide = self.made.slides.add_slide(self.made.slide_layouts[0])
        frame = slide.shapes.title.text_frame
        size = title_size(title)
        _set(slide.shapes.title, replace(self.title_box, height=title_height(title)))
        write(frame, [title], size, LOOK.ink, is_bold=True)
        frame.vertical_anchor = MSO_ANCHOR.TOP
        sheet = Sheet(slide)
        if self.banner:
            sheet.words([self.banner], self._banner_box, name="Looking back")
        slide.notes_slide.notes_text_frame.text = "\n".join([*self.marks, *notes])
        return sheet

    @property
    def _banner_box(self) -> Box:
        return replace(BANNER, height=self.title_box.top - BANNER.top)

    def body(self, title: str) -> Box:
        """What is left of a slide below its title."""
        top = self.title_box.top + title_height(title) + (BODY.top - TITLE.bottom)
        return replace(BODY, top=top, height=BODY.bottom - top)

    def finished(self, publication: Publication) -> bytes:
        """The file. The stamp and the number of each slide come last in its reading order."""
        slides = self.made.slides
        for number, slide in enumerate(slides, start=1):
            sheet = Sheet(slide)
            sheet.words([self.stamp], FOOT, LOOK.quiet, "Publication and status")
            count = sheet.words([f"{number} of {len(slides)}"], NUMBER, LOOK.quiet, "Slide number")
            count.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
            for part in (slide, slide.notes_slide):
                _speak(part._element)
        about = self.made.core_properties
        about.title, about.subject = self.title, self.stamp
        about.author = about.last_modified_by = about.keywords = ""
        about.language = LANGUAGE
        about.revision = 1
        about.created = about.modified = publication.published_at.replace(
            microsecond=0, tzinfo=None
        )
        file = io.BytesIO()
        self.made.save(file)
        return file.getvalue()


class Sheet:
    """One slide."""

    def __init__(self, slide) -> None:
        self.slide = slide

    def words(
        self,
        texts: Sequence[str],
        box: Box,
        ink: str = LOOK.ink,
        name: str = "Words",
        size: float = SMALLEST,
    ):
        """Paragraphs in a box of their own."""
        shape = self.slide.shapes.add_textbox(*box.lengths)
        shape.name = name
        write(shape.text_frame, texts, size, ink)
        return shape

    def chart(self, kind, data, box: Box, name: str, alt: str):
        """A native chart with its text alternative."""
        frame = self.slide.shapes.add_chart(kind, *box.lengths, data)
        describe(frame, name, alt)
        return frame.chart

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], box: Box, alt: str):
        """A real table; its first row is the heading."""
        heights = [row_height(row, widths, place == 0) for place, row in enumerate(rows)]
        frame = self.slide.shapes.add_table(
            len(rows), len(widths), *replace(box, height=sum(heights)).lengths
        )
        describe(frame, "Table", alt)
        table = frame.table
        table.horz_banding = False
        properties = table._tbl.tblPr
        # No style: an office program without this one's styles would draw it otherwise.
        for style in properties.findall(qn("a:tableStyleId")):
            properties.remove(style)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Pt(width)
        for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
            table.rows[number].height = Pt(height)
            for place, text in enumerate(row):
                _cell(table.cell(number, place), text, number == 0)


def title_size(title: str) -> float:
    """The largest size in which a title takes two lines at most."""
    return room.fitting(title, TITLE.width, 2, paper.TITLES)


def title_height(title: str) -> float:
    size = title_size(title)
    return room.lines(title, TITLE.width, size, is_bold=True) * size * room.LINE


CELL_SIDE, CELL_TOP = 6, 2.5


def row_height(row: Sequence[str], widths: Sequence[float], is_heading: bool = False) -> float:
    """How high a table's row is."""
    most = max(
        room.lines(text, width - 2 * CELL_SIDE, SMALLEST, is_heading)
        for text, width in zip(row, widths, strict=True)
    )
    return most * SMALLEST * room.LINE + 2 * CELL_TOP


def column_widths(rows: Sequence[Sequence[str]], whole: float) -> list[float]:
    """Widths that add up to the whole: no word is broken, and columns of more text get more."""
    sides = 2 * CELL_SIDE + 2
    least, wanted, text = [], [], []
    for cells in zip(*rows, strict=True):
        longest = max(
            room.width(word, SMALLEST, True) for cell in cells for word in cell.split(" ")
        )
        least.append(min(longest, whole / len(rows[0]) - sides) + sides)
        sizes = [room.width(cell, SMALLEST, True) for cell in cells]
        wanted.append(max(sizes) + sides)
        text.append(sum(sizes))
    if sum(wanted) <= whole:
        # What is over goes to the last column, so that figures stay beside what they are of.
        return [*wanted[:-1], whole - sum(wanted[:-1])]
    widths = least
    # Round by round, for what a column does not need is left to the others.
    for _ in rows[0]:
        spare = whole - sum(widths)
        open_ones = [
            size * (want > now) for size, want, now in zip(text, wanted, widths, strict=True)
        ]
        widths = [
            min(now + spare * size / (sum(open_ones) or 1), want)
            for now, size, want in zip(widths, open_ones, wanted, strict=True)
        ]
    return [width * whole / sum(widths) for width in widths]


def write(frame, texts: Iterable[str], size: float, ink: str, is_bold: bool = False) -> None:
    """Paragraphs of one size into a text frame that neither grows nor shrinks."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        if number:
            paragraph.space_before = Pt(GAP)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(size), is_bold
        run.font.color.rgb = colour(ink)


def describe(frame, name: str, alt: str) -> None:
    """Give a chart, table or picture its name and text alternative."""
    frame.name = name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)


def _set(shape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = box.lengths


def _cell(cell, text: str, is_heading: bool) -> None:
    write(cell.text_frame, [text], SMALLEST, LOOK.ink, is_bold=is_heading)
    cell.margin_left = cell.margin_right = Pt(CELL_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(CELL_TOP)
    properties = cell._tc.get_or_add_tcPr()
    line = etree.SubElement(properties, qn("a:lnB"), w=str(Pt(2 if is_heading else 0.75)))
    fill = etree.SubElement(line, qn("a:solidFill"))
    tone = LOOK.ink if is_heading else LOOK.rule
    etree.SubElement(fill, qn("a:srgbClr"), val=tone.lstrip("#"))
    etree.SubElement(properties, qn("a:noFill"))


def _speak(element) -> None:
    """Mark every text as English, so that a screen reader says it so."""
    for run in element.iter(qn("a:r"), qn("a:fld")):
        run.get_or_add_rPr().set("lang", LANGUAGE)
    for end in element.iter(qn("a:endParaRPr")):
        end.set("lang", LANGUAGE)
