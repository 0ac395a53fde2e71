"""Slides to take away: native charts with the publication's figures, for everybody to read."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from oversight import ROOT, packs, publishing, slides, store, wording
from oversight.packs.deck import room
from tests import office, packing
from tests.conftest import CLERK, a_return
from tests.decks import charts_of, data_of, opened, tables_of, words_of
from tests.test_theme import contrast

POINT = 12700  # in the unit of a presentation's lengths


@pytest.fixture(scope="module")
def own(built):
    """A meeting of our own slides."""
    return packing.of_our_own(built)


@pytest.fixture(scope="module")
def real(built):
    """The standard meeting of the first publication."""
    return packs.made(store.current(built), packing.ON)


@pytest.fixture(scope="module", params=["own", "real"])
def deck(request):
    made = request.getfixturevalue(request.param)
    return made, opened(packs.as_pptx(made))


@pytest.mark.must("meeting", 3)
def test_every_slide_has_a_title_of_its_own_notes_a_stamp_and_text_alternatives(deck, measured):
    made, presentation = deck
    titles, stamp = [], slides.stamp(made.position)
    for slide in presentation.slides:
        first = slide.shapes[0]
        assert first.placeholder_format.type == PP_PLACEHOLDER.TITLE
        titles.append(first.text)
        assert slide.notes_slide.notes_text_frame.text.strip()
        assert stamp in words_of(slide)
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert presentation.core_properties.title
    measured(f"{len(titles)} slides with title, notes, stamp and text alternatives")


def test_every_text_is_english_large_and_dark_enough_and_stands_on_its_slide(deck):
    _, presentation = deck
    high, wide = presentation.slide_height, presentation.slide_width
    assert round(wide / high, 2) == 1.78
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= wide
            assert shape.top >= 0 and shape.top + shape.height <= high
            for run in shape._element.iter(qn("a:r")):
                properties = run.find(qn("a:rPr"))
                assert properties.get("lang") == "en-GB"
                assert int(properties.get("sz")) >= 1800
                (ink,) = properties.iter(qn("a:srgbClr"))
                assert contrast(f"#{ink.get('val')}", "#FFFFFF") >= 7
            if shape.has_chart:
                assert 'c:lang val="en-GB"' in shape.chart.part.blob.decode()
                sizes = re.findall(r'sz="(\d+)"', shape.chart.part.blob.decode())
                assert sizes and min(map(int, sizes)) >= 1800


def test_no_words_run_out_of_their_box_and_no_two_boxes_overlap(deck):
    _, presentation = deck
    for slide in presentation.slides:
        boxes = []
        for shape in slide.shapes:
            if shape.has_text_frame:
                size = shape.text_frame.paragraphs[0].runs[0].font.size.pt
                texts = [one.text for one in shape.text_frame.paragraphs]
                taken = room.height(texts, shape.width / POINT, size)
                assert taken <= shape.height / POINT + size, (slide.shapes.title.text, texts)
            boxes.append((shape.left, shape.top, shape.left + shape.width,
                          shape.top + shape.height))  # fmt: skip
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                apart = (
                    one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1]
                    or other[3] <= one[1]
                )  # fmt: skip
                assert apart, slide.shapes.title.text


def test_a_long_table_goes_on_under_the_same_title_and_loses_no_cell(own):
    presentation = opened(packs.as_pptx(own))
    parts = [
        table for table in tables_of(presentation) if table[0] == list(packing.LONG_TABLE.header)
    ]
    assert len(parts) > 1
    assert [tuple(row) for part in parts for row in part[1:]] == list(packing.LONG_TABLE.rows)
    titles = [slide.shapes.title.text for slide in presentation.slides]
    assert any(one.startswith("What the slide called long_table found out (2 of") for one in titles)


@pytest.mark.must("meeting", 5)
def test_every_table_of_the_standard_slides_is_printed_whole(real, measured):
    presentation = opened(packs.as_pptx(real))
    rows = [tuple(row) for table in tables_of(presentation) for row in table]
    shown = [item.slide for item in real.items if item.slide.drawing is None]
    wanted = [row for one in shown if one.name != "questions" for row in one.table.rows]
    assert wanted
    assert set(wanted) <= set(rows)
    assert {one.text for one in real.questions} <= {cell for row in rows for cell in row}
    measured(f"{len(wanted)} rows of tables and {len(real.questions)} questions read back")


def test_notes_hold_what_is_read_aloud_the_note_for_the_chair_and_the_questions(own):
    presentation = opened(packs.as_pptx(own))
    (notes,) = (
        slide.notes_slide.notes_text_frame.text
        for slide in presentation.slides
        if slide.shapes.title.text == "What the slide called steps found out"
    )
    assert notes.startswith("Let the Met answer first.\nRape allegations rose.")
    assert "Source: report p. 11." in notes
    everything = "\n".join(slide.notes_slide.notes_text_frame.text for slide in presentation.slides)
    assert all(one.text in everything for one in own.questions)


@pytest.mark.must("meeting", 5)
def test_a_published_return_changes_chart_finding_and_notes(where, few, measured):
    before = packs.as_pptx(packs.made(store.current(where), packing.ON))
    sent = a_return("fgm_referrals,2014,Metropolitan Police,,74,p,")
    publishing.publish(where, few, sent, CLERK)
    made = packs.made(store.current(where), packing.ON)
    after = opened(packs.as_pptx(made))

    def figures(deck) -> set:
        return {
            value for title, chart in charts_of(deck).items() if title.startswith("FGM")
            for series in data_of(chart).values() for value in series.values()
        } - {None}  # fmt: skip

    assert figures(opened(before)) == {26, 69}
    assert figures(after) == {26, 69, 74}
    assert "Publication 2" in words_of(after.slides[0])
    measured("FGM referrals of 2014, published: the chart of the slide holds 26, 69 and 74")


def test_the_running_order_that_staff_saved_is_the_order_of_the_slides(where, few):
    sent = (
        b"meeting_date,position,slide,minutes,note\n"
        b"2014-09-10,1,fgm,15,Ask for the quarters.\n"
        b"2014-09-10,2,questions,20,\n"
        b"2014-09-10,3,soeca_officers_budgeted,5,\n"
    )
    publishing.publish(where, few, sent, CLERK)
    made = packs.made(store.current(where), packing.ON)
    deck = opened(packs.as_pptx(made))
    assert "Meeting of 10 September 2014." in words_of(deck.slides[0])
    (order, *_) = tables_of(deck)
    assert [row[3] for row in order] == ["Time", "15 minutes", "20 minutes", "5 minutes"]
    titles = [slide.shapes.title.text for slide in deck.slides]
    findings = [item.slide.finding for item in made.items]
    starts = [next(n for n, t in enumerate(titles) if t.startswith(one)) for one in findings]
    assert starts == sorted(starts)
    assert deck.slides[starts[0]].notes_slide.notes_text_frame.text.startswith("Ask for the q")


def test_an_invented_home_says_so_on_every_slide(own):
    invented = replace(own, position=replace(own.position, is_invented=True))
    for slide in opened(packs.as_pptx(invented)).slides:
        assert wording.INVENTED in words_of(slide)


def test_the_same_meeting_is_the_same_file_without_an_hour_of_its_own(own):
    content = packs.as_pptx(own)
    assert content == packs.as_pptx(own)
    made = own.publication.published_at.strftime("%Y-%m-%dT%H:%M:%SZ").encode()

    def assert_settled(content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as files:
            for entry in files.infolist():
                assert entry.date_time == (1980, 1, 1, 0, 0, 0)
                if entry.filename.endswith(".xlsx"):
                    assert_settled(files.read(entry))
            properties = files.read("docProps/core.xml")
            dates = re.findall(rb"<dcterms:\w+ [^>]*>([^<]*)<", properties)
            assert set(dates) == {made}

    assert_settled(content)


def test_libraries_of_office_files_are_loaded_by_nobody_who_does_not_write_one():
    code = (
        "import sys, oversight.commands, oversight.packs;"
        "print({'pptx', 'gptables', 'lxml', 'pandas'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"set()\n"


@pytest.mark.office
@pytest.mark.must("meeting", 3)
@pytest.mark.parametrize("which", ["own", "real"])
def test_libreoffice_opens_the_slides_and_prints_each_on_a_page(which, request, tmp_path, measured):
    content = packs.as_pptx(request.getfixturevalue(which))
    printed = office.as_pdf(content, tmp_path)
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert pages == len(opened(content).slides)
    measured(f"LibreOffice printed {pages} slides on {pages} pages")


def test_a_question_longer_than_a_slide_stops_after_a_word_and_stands_whole_in_the_notes(own):
    long = "How many children were seen by a specialist within a day? " * 34
    word = "Kapitaensschluesselloch" * 90
    asked = [replace(packing.question(n), text=text.strip()) for n, text in ((1, long), (2, word))]
    deck = opened(packs.as_pptx(replace(own, questions=tuple(asked))))
    cells = [row[1] for table in tables_of(deck) for row in table if row[0] in ("1", "2")][-2:]
    shown, broken = (cell.removesuffix(" … (whole in the notes)") for cell in cells)
    assert [shown, broken] != cells
    assert long.startswith(f"{shown} ") and word.startswith(broken)
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_table and shape.table.cell(0, 1).text == "Question":
                high = sum(row.height for row in shape.table.rows)
                foot = next(one for one in slide.shapes if one.name == "Publication and status")
                assert shape.top + high <= foot.top
                notes = slide.notes_slide.notes_text_frame.text
                assert long.strip() in notes and word in notes


def test_words_below_a_table_go_on_over_as_many_slides_as_they_need(own):
    many = tuple(f"Sentence {n}: {packing.LONG}" for n in range(9))
    one = packing.slide(
        "much", drawing=None, baseline="", gap="", caveat=many[0], source=" ".join(many)
    )
    deck = opened(packs.as_pptx(replace(own, items=(slides.Item(one),))))
    said = [slide for slide in deck.slides if slide.shapes.title.text.startswith(one.finding)]
    for slide in said:
        for shape in slide.shapes:
            if shape.has_text_frame:
                size = shape.text_frame.paragraphs[0].runs[0].font.size.pt
                texts = [part.text for part in shape.text_frame.paragraphs]
                assert room.height(texts, shape.width / POINT, size) <= shape.height / POINT + size
        assert " ".join(many).strip() in slide.notes_slide.notes_text_frame.text
    assert "Sentence 0" in "".join(map(words_of, said))


def test_a_bold_heading_that_takes_two_lines_is_reckoned_so():
    # As Arial Bold of 18 points draws it, 122 points: wider than 1.08 times the plain letters.
    assert room.width("All allegations", 18, is_bold=True) == pytest.approx(122.04)
    assert room.lines("All allegations", 121, 18, is_bold=True) == 2
