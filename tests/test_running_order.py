"""Running orders published: the newest of a meeting wins whole, the reading date chooses one."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from oversight import (
    ROOT,
    definitions,
    filters,
    packs,
    publishing,
    questions,
    returns,
    store,
    templates,
)
from oversight.commands import main
from oversight.home import Home
from oversight.panels.meeting.present import place
from oversight.reference import Reference
from oversight.screening import screen
from tests.conftest import CLERK
from tests.test_screening_returns import ACTION, of
from tests.test_screening_running_orders import ORDER

MARCH, JULY = date(2015, 3, 12), date(2015, 7, 9)
OF_MARCH = of(
    ORDER,
    "2015-03-12,2,workforce,10,Ask for posts first",
    "2015-03-12,1,where_we_are,5,",
    "2015-03-12,3,question posts_are_not_people,,How many are there?",
    "2015-03-12,4,drop overdue R8b,,",
    "2015-03-12,5,own question,,Who owns R5b?",
)
MARCH_AGAIN = of(ORDER, "2015-03-12,1,fgm_referrals,20,")
# So many that the digest of one is like the end of a postcode, or like a number of a case.
OPEN = [f"How many of group {number}?" for number in range(30)]
OF_JULY = of(ORDER, "2015-07-09,1,overdue,,")


def agenda(where: Home, on: date) -> list[tuple]:
    """Meeting, slide, minutes and note of the order that holds on a day."""
    return [
        (row.meeting_date, row.slide, row.minutes, row.note)
        for row in packs.agenda(store.current(where), on)
    ]


def slides_on(where: Home, on: date) -> list[str]:
    return [slide for _, slide, _, _ in agenda(where, on)]


def test_none_is_saved_until_one_is_published_and_it_stands_in_its_order(where, few):
    assert agenda(where, MARCH) == []
    receipt = publishing.publish(where, few, OF_MARCH, CLERK)
    assert (receipt.kind, receipt.rows) == ("running_order", 5)
    assert agenda(where, MARCH) == [
        (MARCH, "where_we_are", 5, ""),
        (MARCH, "workforce", 10, "Ask for posts first"),
        (MARCH, "question posts_are_not_people", None, "How many are there?"),
        (MARCH, "drop overdue R8b", None, ""),
        (MARCH, "own question", None, "Who owns R5b?"),
    ]


def test_the_position_of_a_meeting_holds_it(after):
    where = after(OF_MARCH)
    now = store.current(where)
    rows = packs.position(now, MARCH).agenda
    assert [row.position for row in rows] == [1, 2, 3, 4, 5]
    assert rows == packs.agenda(now, MARCH)


def test_the_newest_return_of_a_meeting_wins_whole_and_withdrawn_it_reads_as_before(after, few):
    where = after(OF_MARCH)
    before = agenda(where, MARCH)
    publishing.publish(where, few, MARCH_AGAIN, CLERK)
    assert agenda(where, MARCH) == [(MARCH, "fgm_referrals", 20, "")]
    publishing.withdraw(where, few, 3, CLERK, "Sent by mistake")
    assert agenda(where, MARCH) == before
    publishing.withdraw(where, few, 2, CLERK, "No meeting")
    assert agenda(where, MARCH) == []


@pytest.mark.parametrize("on", [date(2014, 7, 24), MARCH, date(2015, 8, 1), date(2026, 1, 1)])
def test_every_question_that_a_rule_asks_can_be_put_first_and_left_out(on, where, few):
    """After a meeting that left questions open, whose keys are made of its day and their words."""
    asked = [f"2015-01-15,{text},R1a,Met,asked,,,,Committee" for text in OPEN]
    publishing.publish(where, few, of(ACTION, *asked), CLERK)
    keys = [one.key for one in questions.asked(packs.position(store.current(where), on))]
    assert on < MARCH or sum(key.startswith("open ") for key in keys) == len(OPEN)
    for verb in ("question", "drop"):
        # A return has 99 positions, one of which is of a slide.
        rows = [f"2015-03-12,{at},{verb} {key},," for at, key in enumerate(keys[:98], start=2)]
        content = of(ORDER, "2015-03-12,1,cse,,", *rows)
        outcome = screen(content, definitions.load(few), Reference(few), on)
        assert [str(finding) for finding in outcome.findings] == []


@pytest.mark.parametrize(
    ("on", "meeting"),
    [
        (date(2014, 7, 24), MARCH), (MARCH, MARCH), (date(2015, 3, 13), JULY), (JULY, JULY),
        (date(2015, 7, 10), JULY), (date(2016, 1, 1), JULY),
    ],
)  # fmt: skip
def test_the_next_meeting_holds_and_after_the_last_the_last(on, meeting, two_meetings):
    assert {row[0] for row in agenda(two_meetings, on)} == {meeting}


@pytest.fixture(scope="module")
def two_meetings(after) -> Home:
    """A home with the later meeting published first."""
    return after(OF_JULY, OF_MARCH)


def test_made_again_from_what_was_kept_every_publication_is_the_same(two_meetings):
    assert two_meetings.current().tables["agenda_item"] != "no rows"
    assert publishing.verify(two_meetings) == []


def test_a_publication_made_before_running_orders_holds_none(tmp_path, few, files):
    old = {
        path: content
        for path, content in few.items()
        if path not in ("queries/build/47_agenda.sql", f"{returns.FOLDER}running_order.toml")
    }
    where = Home(tmp_path / "old")
    publishing.ensure_built(where, old, CLERK)
    now = store.current(where)
    with pytest.raises(store.TooOld):
        now.rows("meeting/agenda", on=MARCH)
    assert packs.agenda(now, MARCH) == packs.position(now, MARCH).agenda == ()
    kind = returns.load(files)[returns.RUNNING_ORDER]
    assert templates.found(kind, now.rows) == ()
    publishing.publish(where, few, OF_MARCH, CLERK)
    assert slides_on(where, MARCH)[0] == "where_we_are"
    assert publishing.verify(where) == []


def test_returns_tells_its_columns_in_words(built, monkeypatch):
    monkeypatch.setenv("OVERSIGHT_HOME", str(built.path))
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    page.switch_page("pages/returns.py")
    page.query_params["kind"] = "Running order return"
    page.run()
    assert not page.exception
    columns = page.table[0].value["Column"].tolist()
    assert [name.replace("\\", "") for name in columns] == ORDER.split(",")


def test_what_is_shown_no_more_is_passed_over(after, monkeypatch):
    where = after(OF_MARCH)
    monkeypatch.setattr(packs.reading, "NAMES", ("workforce",))
    assert slides_on(where, MARCH) == [
        "workforce", "question posts_are_not_people", "drop overdue R8b", "own question",
    ]  # fmt: skip


def test_the_command_line_checks_and_publishes_it_and_refuses_changing_nothing(
    scratch, tmp_path, capsys
):
    home, good, bad = ["--home", str(scratch.path)], tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_bytes(MARCH_AGAIN)
    bad.write_bytes(of(ORDER, "2015-03-12,1,fgm_referral,20,"))
    before = scratch.current()
    assert main(["publish", str(bad), *home]) == 1
    told = capsys.readouterr().err
    assert "Line 2, slide: 'fgm_referral' is no standard slide" in told
    assert "Did you mean fgm_referrals?" in told
    assert scratch.current() == before
    assert main(["check", str(good), *home]) == 0
    assert main(["publish", str(good), *home]) == 0
    said = capsys.readouterr().out
    assert f"Publication 2 is made with 1 running order rows of {good}." in said
    assert slides_on(scratch, MARCH) == ["fgm_referrals"]


def test_an_address_beyond_the_only_slide_is_not_told_that_they_go_from_one_to_one(monkeypatch):
    monkeypatch.setattr(filters, "in_address", lambda key: "2")
    with pytest.raises(filters.AddressError, match="The only one is numbered 1"):
        place(SimpleNamespace(items=("the only slide",)))
