"""The Returns page: what readers are told, what staff are told to mend, and who may do what."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from playwright.sync_api import BrowserContext

from oversight import publishing, store
from oversight.access import AccessError, Principal
from oversight.home import Home
from oversight.panels.returns import mine, sending, waiting
from oversight.panels.returns.working import Job
from oversight.screening.registry import CHECKS
from oversight.wording import rehearsal as told
from oversight.wording import returns as words
from tests.conftest import CLERK, a_return
from tests.reading import NARROW, WIDE
from tests.serving import reading_in, served
from tests.test_every_page import assert_clean
from tests.test_screening_returns import ACTION
from tests.test_screening_returns import of as returns_of
from tests.uploading import PAGE, Staff

RAPE = "allegations_rape,2014-15,London,,640,,"
A_READER = Principal("A reader")


@pytest.fixture(scope="module")
def staff(
    built: Home, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Staff]:
    """A member of staff at a dashboard of their own, as `make run` serves it."""
    folder = tmp_path_factory.mktemp("returns")
    where = Home(shutil.copytree(built.path, folder / "live"))
    with (
        served(where, local=True) as server,
        reading_in(tabs, server) as other,
        reading_in(tabs, server) as reader,
    ):
        yield Staff(reader, other, folder)


@pytest.mark.browser
@pytest.mark.must("returns", 6)
def test_a_cold_server_draws_nothing_that_writes_for_a_reader(
    built: Home, tabs: BrowserContext, measured: Callable[[str], None]
) -> None:
    with served(built) as server, reading_in(tabs, server) as reader:
        tab = reader.page
        reading = reader.open(PAGE)
        assert reading.title == (
            "Readers see publication 1; no return has been sent since the report"
        )
        assert "This copy is read only" in reading.text
        assert tab.locator('input[type="file"]').count() == 0
        buttons = tab.get_by_role("button").all_inner_texts()
        assert not [one for one in buttons if one.startswith(("Publish", "Upload", "Withdraw"))]
        # The part for staff is none of the choices, even by its address.
        wrong = reader.open(f"{PAGE}?list=My+returns")
        assert "'My returns' is no choice for “Read about”." in " ".join(wrong.errors)
        listed = reader.open(f"{PAGE}?list=Publications")
        assert listed.tables["publications"][0] == [
            "Publication", "Made on", "By", "What it is", "What it did",
        ]  # fmt: skip
        assert_clean(reader, WIDE)
        reader.open(f"{PAGE}?list=Checks", "dark", NARROW)
        assert_clean(reader, NARROW)
    measured(f"first request {PAGE}: {reading.title}; no box for a file, no button that writes")


@pytest.mark.must("returns", 6)
@pytest.mark.parametrize(
    "write",
    [
        lambda: sending.send(None, A_READER),
        lambda: mine.my_returns(None, A_READER),
        lambda: waiting.waiting(A_READER),
    ],
    ids=["send", "mine", "waiting"],
)
def test_each_part_that_writes_asks_for_the_right_itself(write: Callable[[], None]) -> None:
    with pytest.raises(AccessError, match="A reader may not publish"):
        write()


@pytest.mark.browser
def test_what_is_to_be_mended_is_legible_everywhere_and_nothing_of_it_is_kept(
    staff: Staff,
) -> None:
    staff.open()
    told = staff.send(
        "bad.csv", *of("allegations_rape,2014-15,Croyden,,640,,", RAPE, "nothing,2014,London,,1,,"),
        until="Nothing was",
    )  # fmt: skip
    assert told.title == "Nothing was published: two lines need mending"
    assert "bad.csv 3 rows · 1 fine · 2 to mend · not kept" in told.text
    assert "Line 2 geography" in told.text and "Did you mean Croydon?" in told.text
    assert "The published figures are untouched. Readers see publication 1" in told.text
    assert staff.marked() == ["Croyden", "nothing"]
    notes = staff.download("Download these notes (CSV)").decode("utf-8-sig")
    assert "Croyden" in notes and "Did you mean Croydon?" in notes
    assert_clean_everywhere(staff)
    staff.press("Start again")
    assert "bad.csv" not in staff.reader.read_when("Take the template").text
    assert not list((staff.home.path / "returns").glob("*"))


@pytest.mark.browser
def test_a_return_that_asks_goes_on_with_a_reason_and_waits_for_a_second_person(
    staff: Staff,
) -> None:
    staff.open(scheme="dark")
    asked = staff.send("rise.csv", *of("allegations_rape,2014-15,London,,6400,,"),
                       until="Nothing is published yet")  # fmt: skip
    assert "one thing needs a reason" in asked.title
    assert_clean(staff.reader, WIDE)
    staff.press("Go on to the rehearsal")
    staff.reader.read_when("Still to do: write a reason in each box.")
    staff.page.get_by_test_id("stForm").get_by_role("textbox").first.fill("Counted anew")
    staff.press("Go on to the rehearsal")
    shown = staff.reader.read_when("If you publish, 1 figure is added and")
    assert "Publish as publication 2" in shown.text
    assert_clean_everywhere(staff)
    staff.sign_off("A. Clerk", "A rise")
    staff.press("Hold for a second person")
    staff.reader.read_when("Return 1 is laid aside: it waits for a second person.")
    assert staff.home.current().number == 1

    waits = staff.open(f"{PAGE}?list=My+returns")
    assert "Return 1, sent by A. Clerk on" in waits.text
    assert "1 added, 0 changed" in waits.text and "Reasons given: Counted anew" in waits.text
    assert b"6400" in staff.download("Download the file (CSV)")
    assert_clean(staff.reader, WIDE)
    staff.press(words.LOOK_FIRST)
    looked = staff.reader.read_when("What it would change now, against publication 1")
    assert "Framework, title Now" in looked.text
    assert_clean_everywhere(staff)
    staff.write("Your name", "A. Clerk")
    staff.press("Approve and publish")
    staff.reader.read_when("A. Clerk has sent return 1. Somebody else must approve it.")
    staff.write("Your name", "B. Clerk")
    staff.press("Approve and publish")
    done = staff.reader.read_when("SHA-256 of the file")
    assert done.title == "Publication 2 stands: readers see it from now on"
    assert "A. Clerk, approved by B. Clerk" in done.text and "Counted anew" in done.text
    assert_clean(staff.reader, WIDE)


@pytest.mark.browser
def test_what_looks_like_personal_data_is_refused_and_not_shown_again(staff: Staff) -> None:
    staff.open()
    told = staff.send(
        "Jane_Roe.csv", *of("allegations_rape,2014-15,London,,640,,born 3/4/2001 Jane Roe"),
        until="Nothing was",
    )  # fmt: skip
    assert "Line 2" in told.text
    for hidden in ("Jane", "Roe", "3/4/2001", "640"):
        assert hidden not in told.text
    assert staff.page.locator(".findings code").count() == 0


@pytest.mark.browser
def test_questions_of_a_meeting_come_as_a_file_too_and_need_not_be_published(
    staff: Staff,
) -> None:
    staff.open()
    number = staff.home.current().number
    question = "2015-03-12,Which hubs have a sergeant?,R5b,MOPAC,asked,,,,Committee"
    told = staff.send(
        "log.csv", *rows_of(ACTION, question.replace("R5b", "R9z")), until="Nothing was"
    )
    assert "Line 2 about 'R9z' is no ask, indicator or claim." in told.text
    staff.press("Try a mended file")
    shown = staff.send("log.csv", *rows_of(ACTION, question), until="If you publish")
    assert shown.title.startswith("If you publish, 1 row is added")
    assert "Which hubs have a sergeant?" in shown.text
    staff.press("Do not publish")
    staff.reader.read_when("Take the template")
    assert staff.home.current().number == number


def assert_clean_everywhere(staff: Staff) -> None:
    for size in (NARROW, WIDE):
        staff.page.set_viewport_size(size)
        staff.reader.settle()
        assert_clean(staff.reader, size)


def of(*rows: str) -> list[str]:
    """The lines of an observations return."""
    return a_return(*rows).decode().splitlines()


def rows_of(header: str, *rows: str) -> list[str]:
    """The lines of a return of another kind."""
    return returns_of(header, *rows).decode().splitlines()


@pytest.mark.browser
def test_what_has_come_to_be_asked_of_a_return_that_waits_is_answered_on_the_page(
    staff: Staff, files
) -> None:
    where = staff.home
    told = publishing.hold(
        where, files, a_return("fgm_referrals,2014,London,,74,,"), CLERK, "FGM", {}, "second person"
    )
    publishing.publish(where, files, a_return("fgm_referrals,2013,London,,20,r,"), CLERK)
    staff.open(f"{PAGE}?list=My+returns")
    staff.press(words.LOOK_FIRST)
    moved = staff.reader.read_when("What it would change now, against publication")
    assert "Since it was held, publication" in moved.text
    label = words.reason_label(CHECKS["changes_are_explained"].says)
    staff.page.get_by_label(label).wait_for()
    assert_clean_everywhere(staff)
    staff.write("Your name", "B. Clerk")
    staff.write(label, "Every hospital reports")
    staff.press("Approve and publish")
    done = staff.reader.read_when("SHA-256 of the file")
    assert "changes_are_explained: Every hospital reports" in done.text
    assert told not in publishing.pending(where)


def test_work_goes_on_without_its_session_and_stops_between_two_steps_when_told(
    where: Home, few
) -> None:
    reached, goes_on = Event(), Event()

    def publish(tell, is_cancelled):
        def told(step: str) -> None:
            tell(step)
            reached.set()
            assert goes_on.wait(30)

        return publishing.publish(
            where, few, a_return(RAPE), CLERK, progress=told, cancelled=is_cancelled
        )

    stopped = Job(publish)
    assert reached.wait(30)
    stopped.cancel()
    goes_on.set()
    ended(stopped)
    assert isinstance(stopped.error, publishing.Cancelled)
    assert where.current().number == 1 and stopped.said == ["Reading the return"]

    # Nobody asks after this one any more; it publishes all the same.
    left = Job(publish)
    ended(left)
    assert where.current().number == left.result.number == 2
    assert "Keeping it" in left.said
    (row,) = [
        row
        for row in store.current(where).rows("export/observations")
        if (row.indicator, row.period) == ("allegations_rape", "2014-15")
    ]
    assert row.value == 640


def ended(job: Job) -> None:
    job._thread.join(60)
    assert job.is_done


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (words.mending_title(1, 1), "Nothing was published: one line needs mending"),
        (words.mending_title(3, 4), "Nothing was published: three lines need mending"),
        (words.mending_title(0, 1), "Nothing was published: one thing needs mending"),
        (told.rehearsal_title(68, 0, "figure"),
         "If you publish, 68 figures are added and none changes"),
        (told.rehearsal_title(68, 0, "figure", 2),
         "If you publish, 68 figures are added and two headlines change"),
        (told.rehearsal_title(1, 2, "figure", 1),
         "If you publish, 1 figure is added, 2 change and one headline changes"),
        (told.rehearsal_title(0, 1, "figure"), "If you publish, 1 figure changes"),
        (told.rehearsal_title(0, 3, "figure", 1, 6),
         "If you publish, 3 figures change, 6 others read otherwise and one headline changes"),
        (told.rehearsal_title(1, 0, "row"), "If you publish, 1 row is added"),
        (told.rehearsal_title(0, 0, "row"), "If you publish, no row is added or changed"),
        (words.file_facts(1, 0, 0, False), "1 row · 1 fine · 0 to mend · held until you decide"),
        (words.stage_stopped(2, 1), "2 findings and 1 to give a reason for"),
        (words.missing_sentence(["a", "b"]), "Nothing was published. Still to do: a and b."),
    ],
)  # fmt: skip
def test_titles_and_sentences_follow_from_what_was_found(said: str, sentence: str) -> None:
    assert said == sentence
