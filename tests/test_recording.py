"""The form for staff makes the same return as a spreadsheet, and a bad return changes nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from oversight import access, asks, definitions, home, publishing, reference, returns, screening
from oversight.panels import drafts
from oversight.panels.drafts import Draft
from oversight.panels.recording_forms import Sent
from oversight.reference import Reference
from tests.conftest import CLERK, snapshot
from tests.test_screening_returns import STATUS, of

NASTY = [
    "a, b; c",
    'He said "no", twice: ""',
    "first line\nsecond line",
    "first line\r\nsecond line",
    "=HYPERLINK(\"https://evil.example\")",
    "@SUM(A1)",
    "+44 posts on 2013",
    "-1",
    "O’Brien & Søn, 50% – naïve",
    "[a](https://evil.example) <script>alert(1)</script> $x$ :red[y]",
    "'apostrophe",
    "a\\b",
    "\u4e2d\u6587",
]  # fmt: skip


@pytest.fixture(scope="module")
def kinds(files):
    return returns.load(files)


@pytest.fixture(scope="module")
def screened(files) -> Callable[[bytes], screening.Screened]:
    indicators, lists = definitions.load(files), Reference(files)
    today = datetime.now(UTC).date()
    return lambda content: screening.screen(content, indicators, lists, today)


def a_question(**other: str) -> dict[str, str]:
    return {
        "meeting_date": "2015-03-12", "question": "How many?", "about": "R6a", "asked_of": "Met",
        "outcome": "answered", "answer": "Some.", "author": "Committee", **other,
    }  # fmt: skip


def a_status(**other: str) -> dict[str, str]:
    return {
        "ask": "R6a", "status_date": "2015-03-01", "delivery": "claimed complete",
        "evidence": "Letter", "author": "Met", **other,
    }  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_what_is_typed_comes_out_of_screening_as_it_went_in(text, kinds, screened):
    made = returns.written(kinds[returns.ACTION], a_question(question=text, answer=text))
    (entry,) = screened(made).entries
    assert entry == {"promised_by": "", "due_date": "", **a_question(question=text, answer=text)}


@pytest.mark.parametrize("title", [*NASTY, "MOPAC challenge | London City Hall", "| |a||"])
def test_evidence_of_four_boxes_is_read_as_the_same_four(title, kinds, screened):
    link = "https://www.london.gov.uk/a?b=c"
    title = f"Letter: {title}"
    cell = asks.evidence_cell(title, link, "2015-03-01", "24")
    made = returns.written(kinds[returns.STATUS], a_status(evidence=cell))
    (entry,) = screened(made).entries
    found = asks.evidence(entry["evidence"])
    assert (found.link, found.dated, found.page) == (link, "2015-03-01", "24")
    if "|" not in title:
        assert found.title == title


def test_a_bar_in_a_title_becomes_a_dash_and_empty_boxes_say_nothing():
    cell = asks.evidence_cell("MOPAC challenge | London City Hall", "", "2015-03", "")
    assert cell == "MOPAC challenge – London City Hall |  | 2015-03"
    assert asks.evidence(cell).title == "MOPAC challenge – London City Hall"
    assert asks.evidence_cell("", "", "", "") == ""


LOCAL = access.local_user("The local user")


def test_checking_writes_nothing_and_tells_everything_at_once(where, kinds, monkeypatch):
    monkeypatch.setattr(home, "chosen", lambda: where)
    row = a_status(ask="", author="MOPAC", revised_due_date="2015-06-30")
    before = snapshot(where)
    draft = drafts.checked("A status", sent(kinds, returns.STATUS, row, by=""), LOCAL)
    assert snapshot(where) == before
    assert [(finding.column, finding.check) for finding in draft.findings] == [
        ("ask", "needed_cells_are_filled"),
        ("reason", "moves_have_a_reason"),
        ("name", "name_is_written"),
    ]
    assert drafts.told(draft, draft.findings) == [
        "**Ask or promise:** Nothing is written\\. The id of the ask or promise\\, such as R6a\\,"
        " U03 or P04\\.",
        "**Reason:** A date that moves needs a reason\\.",
        "**Your name:** Nothing is written\\. It stands in the journal\\, beside what you"
        " publish\\.",
    ]


def test_a_sign_nobody_sees_is_told_at_its_box(kinds):
    row = a_status(reason="new\u200b date", revised_due_date="2015-06-30")
    draft = drafts.checked("A status", sent(kinds, returns.STATUS, row), LOCAL)
    (told,) = drafts.told(draft, draft.findings)
    assert told.startswith("**Reason:** There is an invisible character")


def test_what_is_asked_is_published_with_a_reason_and_not_without(drafted, kinds, where):
    row = a_question(outcome="answered", answer="Commander Example will write.")
    draft = drafts.checked("A question", sent(kinds, returns.ACTION, row), LOCAL)
    assert draft.findings == ()
    assert [finding.check for finding in draft.asks] == ["names_are_of_office_holders"]
    (told,) = drafts.told(draft, draft.asks)
    assert told.startswith("**Answer:** ")
    unanswered = drafts.published(draft, LOCAL, {})
    assert [finding.check for finding in unanswered.findings] == ["names_are_of_office_holders"]
    assert where.current().number == 1
    drafts.published(draft, LOCAL, {"names_are_of_office_holders": "Said in public"})
    assert where.current().reasons == {"names_are_of_office_holders": "Said in public"}


def sent(kinds, kind: str, row: dict[str, str], by: str = "A clerk") -> Sent:
    return Sent(True, by, returns.written(kinds[kind], row), row)


@pytest.fixture
def drafted(where, kinds, few, monkeypatch) -> Draft:
    """A status that was checked and found good, with `where` as the home and the few files."""
    monkeypatch.setattr(home, "chosen", lambda: where)
    monkeypatch.setattr(reference, "read_files", lambda _: few)
    draft = drafts.checked("A status", sent(kinds, returns.STATUS, a_status()), LOCAL)
    assert (draft.findings, draft.failure) == ((), "")
    return draft


def test_a_draft_is_published_as_the_command_line_would_and_the_receipt_says_so(drafted, where):
    told = drafts.published(drafted, LOCAL, {})
    entry = where.current()
    assert (entry.number, entry.by, entry.note) == (2, "A clerk", "Status of R6a")
    assert entry.accepted == (home.sha256(where.returned(entry.accepted[0])),)
    assert where.returned(entry.accepted[0]).read_bytes() == drafted.content
    assert told.startswith("Status of R6a published as publication 2 on ")
    assert f"by A clerk. Content digest {entry.content[:12]}…" in told


def test_published_twice_it_is_published_once(drafted, where):
    drafts.published(drafted, LOCAL, {})
    before = snapshot(where)
    again = drafts.published(drafted, LOCAL, {})
    assert drafts.told(again, again.findings) == [
        "This very file has been published already\\, as publication 2\\. Nothing was done\\."
    ]
    assert snapshot(where) == before


def test_a_busy_home_a_full_disk_and_a_lost_right_become_sentences(drafted, where, monkeypatch):
    before = snapshot(where)
    with publishing.switching.writing(where, CLERK):
        busy = drafts.published(drafted, LOCAL, {})
    assert busy.failure.startswith("A clerk has been publishing since ")
    reader = dataclasses.replace(LOCAL, rights=frozenset())
    refused = drafts.published(drafted, reader, {})
    assert refused.failure == "A clerk may not publish. Ask somebody with that right."

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publishing.keeping, "keep", full)
    assert drafts.published(drafted, LOCAL, {}).failure == (
        "The disk cannot be used: No space left on device."
    )
    assert snapshot(where) == before


def test_a_disk_that_fills_after_the_switch_does_not_deny_what_was_published(
    drafted, where, monkeypatch
):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    told = drafts.published(drafted, LOCAL, {})
    assert where.current().number == 2
    assert told.startswith("Status of R6a published as publication 2 on ")


def test_definitions_that_do_not_hold_are_told_and_nothing_can_be_published(
    kinds, few, monkeypatch
):
    broken = {**few, "data/reference/bodies.csv": b"body\nMet\n"}
    monkeypatch.setattr(reference, "read_files", lambda _: broken)
    draft = drafts.checked("A status", sent(kinds, returns.STATUS, a_status()), LOCAL)
    assert draft.failure.startswith("data/reference/bodies.csv must have the columns")
    assert draft.entries == ()


TOMORROW = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
GOOD = "R6b,2015-03-01,accepted,in progress,,,,Met"
BAD = {
    "an unknown ask": ("R9a,2015-03-01,accepted,,,,,Met", "ask: 'R9a' is no ask and no promise."),
    "an unknown word": ("R6a,2015-03-01,agreed,,,,,Met", "response: 'agreed' is no word for it."),
    "an unknown body": ("R6a,2015-03-01,accepted,,,,,Mett", "author: 'Mett' is no body of the"),
    "a date before the report": (
        "R6a,2014-07-23,accepted,,,,,Met", "status_date: 23 July 2014 lies before 24 July 2014.",
    ),
    "a date in the future": (f"R6a,{TOMORROW},accepted,,,,,Met", "status_date: "),
    "two rows for one ask, day and author": (
        "R6b,2015-03-01,,not started,,,,MPS", "ask: R6b of 2015-03-01 by Met stands in line 2",
    ),
    "a missing author": ("R6a,2015-03-01,accepted,,,,,", "author: Nothing is written."),
    "a body writing for another": (
        "R6a,2015-03-01,accepted,,,,,MOPAC", "author: MOPAC cannot answer for R6a, which was asked",
    ),
}  # fmt: skip


@pytest.mark.must("recommendations", 3)
@pytest.mark.parametrize("what", BAD)
def test_a_return_with_one_bad_row_is_refused_whole(what, where, few, measured):
    row, sentence = BAD[what]
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, of(STATUS, GOOD, row), CLERK)
    (told,) = map(str, refused.value.findings)
    assert told.startswith(f"Line 3, {sentence}")
    assert snapshot(where) == before
    measured(f"{what}: {told} Nothing changed.")


@pytest.mark.must("recommendations", 3)
def test_everything_bad_is_named_at_once_by_its_line(where, few, measured):
    rows = [row for row, _ in BAD.values()]
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, of(STATUS, GOOD, *rows), CLERK)
    lines = [finding.line for finding in refused.value.findings]
    assert lines == list(range(3, 3 + len(rows)))
    for finding, (_, sentence) in zip(refused.value.findings, BAD.values(), strict=True):
        assert str(finding).startswith(f"Line {finding.line}, {sentence}")
    assert snapshot(where) == before
    measured(f"{len(rows)} bad rows in one return: lines {lines} named at once, nothing changed.")


@pytest.mark.must("recommendations", 3)
def test_somebody_of_one_body_cannot_write_for_another(where, few, measured):
    of_mopac = dataclasses.replace(CLERK, body="MOPAC")
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, of(STATUS, GOOD), of_mopac)
    (told,) = map(str, refused.value.findings)
    assert told == "Line 2, author: You write for MOPAC, not for Met."
    assert snapshot(where) == before
    measured(f"A sender of MOPAC with a row of the Met: {told} Nothing changed.")
