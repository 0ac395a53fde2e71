"""The questions of a slide: the same for who presents, in slides to take away and on the page."""

from __future__ import annotations

import re
from collections import namedtuple
from dataclasses import replace
from datetime import date

import pytest

from oversight import packs, questions, slides, store
from oversight.home import Home
from oversight.packs import Made
from tests.decks import opened
from tests.reading import Reader
from tests.test_markup import Read

REPORT, YEAR_ON = date(2014, 7, 24), date(2015, 8, 1)
Row = namedtuple("Row", "slide note")


def at(built: Home, on: date) -> Made:
    return packs.made(store.current(built), on)


def with_own(made: Made, text: str = "How is staff wellbeing?") -> Made:
    """The meeting with a question of its own, which comes first."""
    found = questions.asked(made.position)
    return replace(made, questions=questions.chosen(found, [Row("own question", text)]))


def numbered(made: Made, name: str) -> dict[int, str]:
    """The numbers and keys of the questions that bear on a slide."""
    (slide,) = [item.slide for item in made.items if item.slide.name == name]
    return {number: one.key for number, one in questions.bearing_on(slide, made.questions)}


def notes(made: Made) -> dict[str, str]:
    """The notes of the slides to take away, by title without its part."""
    return {
        re.sub(r" \(\d+ of \d+\)$", "", one.shapes.title.text):
            one.notes_slide.notes_text_frame.text
        for one in opened(packs.as_pptx(made)).slides
    }  # fmt: skip


@pytest.mark.must("meeting", 2)
def test_a_slide_has_the_questions_about_what_it_shows(built):
    made = at(built, REPORT)
    keys = {name: set(numbered(made, name).values()) for name in slides.NAMES}
    assert keys["workforce"] == {"posts_are_not_people", "help_falls_short"}
    assert "figure P03" in keys["cse"] and "too_few_years" not in keys["cse"]
    assert keys["fgm"] == {"too_few_years", "beyond_chance fgm_referrals"}
    assert "allegations_that_moved" in keys["allegations"]


def test_a_slide_of_every_indicator_takes_only_what_stands_on_its_page(built):
    for on in (REPORT, YEAR_ON):
        made = at(built, on)
        assert set(numbered(made, "framework").values()) == {
            one.key for one in made.questions if one.page == "framework"
        }
        assert len(numbered(made, "framework")) <= 3


def test_a_slide_of_one_indicator_takes_no_other_indicators_questions(built):
    made = at(built, YEAR_ON)
    slide = slides.of_indicator(made.position.entry("fgm_referrals"), made.position)
    every = questions.asked(made.position)
    found = {one.about for _, one in questions.bearing_on(slide, every)}
    assert found == {"fgm_referrals"}


def test_the_list_has_every_question_by_its_number_those_of_the_meetings_own_too(built):
    made = with_own(at(built, YEAR_ON))
    assert list(numbered(made, "questions")) == list(range(1, 13))
    assert numbered(made, "questions")[1] == "own 1"
    for name in slides.NAMES:
        for number, key in numbered(made, name).items():
            assert made.questions[number - 1].key == key


@pytest.mark.must("meeting", 3)
def test_notes_number_a_slides_questions_as_the_page_does(built):
    made = with_own(at(built, REPORT))
    said = notes(made)
    for item in made.items[:-1]:
        found = re.findall(r"^Question (\d+): ", said[item.slide.finding], re.MULTILINE)
        assert [*map(int, found)] == list(numbered(made, item.slide.name)), item.slide.name


def test_the_page_leads_from_an_item_to_its_questions(built):
    made = at(built, REPORT)
    page = packs.as_html(made).decode()
    for place, item in enumerate(made.items, start=1):
        section = page.partition(f'id="item-{place}"')[2].partition("</section>")[0]
        found = re.findall(r'href="#question-(\d+)"', section)
        assert [*map(int, found)] == list(numbered(made, item.slide.name))
    assert all(f'<li id="question-{number}">' in page for number in range(1, 13))


def test_a_question_of_the_meetings_own_leaves_out_what_it_has_not(built):
    made = with_own(at(built, REPORT))
    read = Read(packs.as_html(made).decode().partition("<body>")[2])
    page = " ".join(" ".join(read.words).split())
    assert "How is staff wellbeing? Added for this meeting." in page
    texts = [page, *notes(made).values()]
    for text in texts:
        assert not re.search(r"Rests on: ?\.|To:? ?\.|Where: *(To |Symbols|$)", text)
    assert "<code></code>" not in packs.as_html(made).decode()


@pytest.mark.must("meeting", 2)
def test_the_presenter_has_the_questions_of_the_slide_and_at_its_end_all_of_them(
    built, reader: Reader
):
    made, page = at(built, REPORT), reader.page
    for place in (3, len(made.items)):
        item = made.items[place - 1]
        page.goto(f"{reader.server.address}/meeting?on={REPORT}&view=presenter&slide={place}")
        page.get_by_text(f"Slide {place} of {len(made.items)}").wait_for()
        page.locator(".st-key-slide_Esc button").wait_for(state="attached")
        shown = page.locator("ol > li").all_inner_texts()
        starts = [int(one.get_attribute("start") or 1) for one in page.locator("ol").all()]
        asked = questions.bearing_on(item.slide, made.questions)
        assert starts == [number for number, _ in asked]
        assert shown == [f"{one.text} ({one.asked_of})" for _, one in asked]
        assert page.get_by_role("heading", level=1).inner_text() == item.slide.finding
