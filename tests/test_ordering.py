"""The form for a running order: nothing for a reader; checked, shown and published for staff."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from oversight import access, home, packs, publishing, reference, sign_in, slides, store
from oversight.home import Home
from oversight.panels.meeting.order_form import Line, Typed, ordered
from tests.conftest import CLERK, snapshot
from tests.test_running_order import JULY, MARCH, OF_JULY, OF_MARCH, agenda, slides_on

ON = date(2015, 1, 15)


def page() -> None:
    """The form alone, as the meeting page draws it."""
    from oversight import filters
    from oversight.packs.making import made
    from oversight.panels.meeting.ordering import ordering

    now = filters.chosen()
    ordering(now, made(now.publication, now.on, now.starts_on, now.ends_on))


class Form:
    """The form in a session of its own."""

    def __init__(self, on: date = ON) -> None:
        self.app = AppTest.from_function(page, default_timeout=120)
        self.app.query_params["on"] = on.isoformat()
        self.run()

    def run(self) -> None:
        self.app.run()
        assert not self.app.exception

    def box(self, kind: str, label: str):
        (found,) = [one for one in self.app.get(kind) if one.label == label]
        return found

    def labels(self, kind: str) -> list[str]:
        return [one.label for one in self.app.get(kind)]

    def press(self, label: str) -> None:
        self.box("button", label).click()
        self.run()

    @property
    def told(self) -> str:
        parts = (*self.app.markdown, *self.app.error, *self.app.success, *self.app.caption)
        return "\n".join(one.value.replace("\\", "") for one in parts)

    @property
    def will_stand(self) -> list[list[str]]:
        rows = self.app.table[0].value.values.tolist()
        return [[cell.replace("\\", "") for cell in row] for row in rows]


@pytest.fixture
def staff(where: Home, few, monkeypatch) -> Callable[..., Form]:
    """Opens the form for somebody who may write, on the home of the few files."""
    monkeypatch.setattr(home, "chosen", lambda: where)
    monkeypatch.setattr(reference, "read_files", lambda _: few)
    monkeypatch.setattr(sign_in, "principal", lambda: access.local_user("The local user"))
    return Form


def test_a_reader_is_drawn_nothing(where, monkeypatch):
    monkeypatch.setattr(home, "chosen", lambda: where)
    app = Form().app
    assert (len(app.header), len(app.get("button")), len(app.markdown)) == (0, 0, 0)


def test_the_form_begins_with_the_standard_slides_in_their_order(staff, where):
    form = staff()
    titles = [one.title for one in slides.standard(packs.position(store.current(where), ON), ())]
    assert form.labels("checkbox") == titles
    assert all(box.value for box in form.app.checkbox)
    places = [box.value for box in form.app.number_input if box.label.startswith("Place of ")]
    assert places == [1, 2, 3, 4, 5, 6, 7, 8]
    assert form.box("date_input", "Day of the meeting").value is None


def test_what_is_wrong_is_told_at_its_box_and_nothing_changes(staff, where):
    form = staff()
    before = snapshot(where)
    form.box("text_input", "Note for Workforce").set_value("Call Sarah Khan on 020 7946 0018")
    form.press("Check")
    assert (
        "Note or wording of Workforce:** This looks like an e-mail address or a tele" in form.told
    )
    form.box("text_input", "Note for Workforce").set_value("Posts first")
    form.press("Check")
    assert "**Day of the meeting of Where we are:** Nothing is written." in form.told
    assert "**Your name:** Nothing is written." in form.told
    assert "Publish" not in form.labels("button")
    assert snapshot(where) == before


def test_what_the_form_shows_is_what_it_publishes(staff, where):
    form = staff()
    form.box("date_input", "Day of the meeting").set_value(MARCH)
    form.box("checkbox", "Allegations").uncheck()
    form.box("number_input", "Place of Recommendations overdue").set_value(2)
    form.box("number_input", "Minutes for Workforce").set_value(15)
    form.box("text_input", "Note for Workforce").set_value("Posts, then people")
    form.box("text_input", "Your name, for the journal").set_value("A. Clerk")
    form.press("Check")
    assert form.will_stand == [
        ["12 March 2015", "1", "where_we_are", "", ""],
        ["12 March 2015", "2", "overdue", "", ""],
        ["12 March 2015", "3", "workforce", "15", "Posts, then people"],
        ["12 March 2015", "4", "cse", "", ""],
        ["12 March 2015", "5", "fgm", "", ""],
        ["12 March 2015", "6", "framework", "", ""],
        ["12 March 2015", "7", "questions", "", ""],
    ]
    assert "7 slides; 15 minutes for 1 of them." in form.told
    assert where.current().number == 1
    form.press("Publish")
    assert "Running order of the meeting of 12 March 2015 published as publication 2" in form.told
    entry = where.current()
    assert (entry.number, entry.by) == (2, "A. Clerk")
    assert agenda(where, MARCH) == [
        (MARCH, "where_we_are", None, ""), (MARCH, "overdue", None, ""),
        (MARCH, "workforce", 15, "Posts, then people"), (MARCH, "cse", None, ""),
        (MARCH, "fgm", None, ""), (MARCH, "framework", None, ""), (MARCH, "questions", None, ""),
    ]  # fmt: skip
    # The page goes on with what is published; what is not shown stands last, not ticked.
    assert form.labels("checkbox")[1] == "Recommendations overdue"
    assert [box.label for box in form.app.checkbox if not box.value] == ["Allegations"]
    assert form.box("date_input", "Day of the meeting").value == MARCH


def test_an_indicator_and_questions_are_added(staff, where):
    form = staff()
    form.box("multiselect", "Add the slide of an indicator").set_value(["charges"])
    form.box("multiselect", "Put these questions first").set_value(
        ["no_owner R5b", "posts_are_not_people"]
    )
    form.box("multiselect", "Leave these questions out").set_value(["boys_not_counted"])
    form.run()
    form.box("date_input", "Day of the meeting").set_value(MARCH)
    charges = form.labels("checkbox")[-1]
    form.box("number_input", f"Place of {charges}").set_value(1)
    wording = form.box("text_input", "Wording of “posts_are_not_people”, if another")
    wording.set_value("How many are people?")
    form.box("text_area", "Questions of your own, one a line").set_value("Why?\n\n When? ")
    form.box("text_input", "Your name, for the journal").set_value("A. Clerk")
    form.press("Check")
    form.press("Publish")
    rows = [(slide, note) for _, slide, _, note in agenda(where, MARCH)]
    assert rows[0] == ("charges", "")
    assert rows[-5:] == [
        ("question no_owner R5b", ""),
        ("question posts_are_not_people", "How many are people?"),
        ("own question", "Why?"),
        ("own question", "When?"),
        ("drop boys_not_counted", ""),
    ]
    again = staff()
    first = again.box("multiselect", "Put these questions first").value
    assert first == ["no_owner R5b", "posts_are_not_people"]
    assert again.box("text_area", "Questions of your own, one a line").value == "Why?\nWhen?"


def test_the_form_opens_with_what_is_saved_and_saves_it_again_as_it_was(staff, where, few):
    publishing.publish(where, few, OF_MARCH, CLERK)
    before = agenda(where, MARCH)
    form = staff()
    assert form.box("number_input", "Minutes for Workforce").value == 10
    form.box("text_input", "Note for Workforce").set_value("Posts")
    form.box("text_input", "Your name, for the journal").set_value("A. Clerk")
    form.press("Check")
    assert "It takes the place of the running order that is saved for 12 March 2015" in form.told
    form.press("Publish")
    changed = [
        row if row[1] != "workforce" else (MARCH, "workforce", 10, "Posts") for row in before
    ]
    kinds = [row[1].split()[0] for row in before]
    assert kinds == ["where_we_are", "workforce", "question", "drop", "own"]
    # Those left out stand last.
    assert agenda(where, MARCH) == [*changed[:3], changed[4], changed[3]]


def test_an_order_for_a_later_meeting_says_that_the_page_keeps_to_the_nearer(staff, where, few):
    publishing.publish(where, few, OF_MARCH, CLERK)
    form = staff()
    form.box("date_input", "Day of the meeting").set_value(JULY)
    form.box("text_input", "Your name, for the journal").set_value("A. Clerk")
    form.press("Check")
    assert "Read on 15 January 2015, the page keeps to the meeting of 12 March 2015" in form.told
    form.press("Publish")
    assert slides_on(where, JULY)[0] == "where_we_are"
    assert {row[0] for row in agenda(where, ON)} == {MARCH}


def test_after_a_meeting_its_order_is_the_start_of_the_next_without_its_day(staff, where, few):
    publishing.publish(where, few, OF_JULY, CLERK)
    form = staff(date(2016, 1, 1))
    assert [box.label for box in form.app.checkbox if box.value] == ["Recommendations overdue"]
    assert form.box("date_input", "Day of the meeting").value is None


def test_into_an_older_publication_nothing_is_written(staff, where, few):
    publishing.publish(where, few, OF_MARCH, CLERK)
    app = AppTest.from_function(page, default_timeout=120)
    app.query_params["publication"] = "1"
    app.run()
    assert "Nothing can be written into publication 1" in app.markdown[0].value
    assert len(app.get("button")) == 0


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ((1, 2, 3, 4), "abcd"), ((1, 2, 1, 4), "cabd"), ((3, 2, 3, 4), "bcad"),
        ((4, 2, 3, 1), "dbca"), ((9, 2, 3, 4), "bcda"), ((1, 1, 1, 1), "bcda"),
    ],
)  # fmt: skip
def test_a_slide_goes_to_the_place_that_is_written_and_moves_the_others_on(places, order):
    typed = [
        Typed(Line(name, name), stood, place, None, "")
        for stood, (name, place) in enumerate(zip("abcd", places, strict=True), start=1)
    ]
    assert "".join(one.line.slide for one in ordered(typed)) == order
