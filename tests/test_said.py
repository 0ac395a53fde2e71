"""What people write beside a return: notes, reasons and names that may stand, and what may not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from oversight import access, publishing
from oversight.definitions import load
from oversight.home import Home
from oversight.panels import drafts
from oversight.panels.returns.working import FAILURES
from oversight.publishing import UnfitWords, said
from oversight.reference import Reference
from oversight.screening import screen
from tests.conftest import a_return, snapshot

BELL, SHAW = access.local_user("Ms Bell"), access.local_user("Mr Shaw")
FGM_2014 = a_return("fgm_referrals,2014,London,,74,p,")
TRIPLED = a_return("fgm_referrals,2014,London,,7431,,")
NOBODY_SEES = "has a character that nobody sees"
UNFIT_NOTES = [
    ("John Smith, dob 01/02/2003, 07700 900123", "looks like a date of birth and an e-mail address"
     " or a telephone number and the name of a person. Take it out."),
    ("Not as in CRIS 1234567/14", "looks like the number of a crime, a case or a person. Take"),
    ("As Commander Roper said", "looks like the name of a person."),
    ("see https://example.uk/a?dob=01/02/2003", "looks like a date of birth."),
    ("Q4\n3  2026-01-01  Mr Shaw  Forged", "The note for readers has a line break. Write one line"),
    ("Q4\u2028Q5", "has a line break."),
    ("Q4\x85", "has a line break."),
    ("Q4\x1b[2J", f"{NOBODY_SEES} (U+001B). Type it anew."),
    ("Q4\x07", f"{NOBODY_SEES} (U+0007)."),
    ("Q4 \u202etfel", f"{NOBODY_SEES} (U+202E)."),
    ("x" * 2_001, "The note for readers has 2,001 letters. Write at most 2,000."),
]  # fmt: skip
UNFIT_NAMES = ["", " ", "\u200b", "Alice\u200b", "Alice\n2  Forged", "\x1bAlice", "A" * 81]
FIT_NOTES = [
    "",
    "Quarterly return, July to September",
    "x" * 2_000,
    "The children’s ward – “anew”",
    "\u2800",
]


@pytest.mark.parametrize(("note", "sentence"), UNFIT_NOTES)
def test_an_unfit_note_is_refused_without_telling_what_it_holds(note, sentence):
    with pytest.raises(UnfitWords) as refused:
        said.note_is_fit(note)
    assert sentence in str(refused.value)
    assert note not in str(refused.value)


@pytest.mark.parametrize("note", FIT_NOTES)
def test_an_ordinary_note_is_let_by(note):
    said.note_is_fit(note)


def test_a_reason_may_name_who_speaks_for_a_body_and_nobody_else():
    said.reasons_are_fit({"names_are_of_office_holders": "Commander Roper speaks for the Met"})
    with pytest.raises(UnfitWords, match=r"^The reason for changes_are_explained holds what looks"):
        said.reasons_are_fit({"changes_are_explained": "Sarah Khan was counted twice"})


@pytest.fixture
def with_one_waiting(once: Callable, first: Home, few) -> Home:
    """A home in which the year 2013 is published and 2014 waits for a second person."""

    def make(where: Home) -> None:
        shutil.copytree(first.path, where.path)
        publishing.publish(where, few, a_return("fgm_referrals,2013,London,,70,,"), BELL)
        publishing.hold(where, few, FGM_2014, BELL, "Q4", {}, "second person")

    return once("with_one_waiting", make)


@pytest.mark.parametrize("name", UNFIT_NAMES)
def test_a_name_that_is_blank_hidden_or_too_long_does_nothing_at_all(name, with_one_waiting, few):
    where = with_one_waiting
    nobody, before = replace(SHAW, name=name), snapshot(where)
    for act in (
        lambda: publishing.publish(where, few, FGM_2014, nobody),
        lambda: publishing.withdraw(where, few, 2, nobody, "Too early"),
        lambda: publishing.hold(where, few, TRIPLED, nobody, "", {}, "draft"),
        lambda: publishing.approve(where, few, 1, nobody),
        lambda: publishing.drop(where, 1, nobody),
    ):
        with pytest.raises(UnfitWords):
            act()
    assert snapshot(where) == before


def test_an_unfit_note_or_reason_changes_nothing(where: Home, few):
    publishing.publish(where, few, a_return("fgm_referrals,2013,London,,70,,"), BELL)
    publishing.hold(where, few, FGM_2014, BELL, "Q4", {}, "second person")
    named, before = {"changes_are_explained": "Sarah Khan was counted twice"}, snapshot(where)
    for act in (
        lambda: publishing.publish(where, few, FGM_2014, BELL, "For Sarah Khan"),
        lambda: publishing.publish(where, few, TRIPLED, BELL, "", named),
        lambda: publishing.withdraw(where, few, 2, BELL, "CRIS 1234567/14"),
        lambda: publishing.hold(where, few, TRIPLED, BELL, "For Sarah Khan", {}, "draft"),
        lambda: publishing.hold(where, few, TRIPLED, BELL, "", named, "draft"),
        lambda: publishing.approve(where, few, 1, SHAW, named),
    ):
        with pytest.raises(UnfitWords):
            act()
    assert snapshot(where) == before


def test_a_note_that_nobody_sees_waits_as_none(where: Home, few):
    assert publishing.hold(where, few, FGM_2014, BELL, "\u200b\u202e", {}, "draft").note == ""


@pytest.mark.parametrize("other", ["alice", " Alice ", "Alice\u200b", "\uff21lice", "A\u00adlice"])
def test_one_person_under_two_spellings_is_one(other):
    assert said.same_person("Alice", other)
    assert not said.same_person("Alice", "Alicia")


def test_the_pages_tell_of_unfit_words_in_a_sentence(where: Home, few, monkeypatch):
    assert UnfitWords in FAILURES
    monkeypatch.setenv("OVERSIGHT_HOME", str(where.path))
    draft = drafts.Draft("status", FGM_2014, "Ali\u202ece", {})
    assert drafts.published(draft, BELL, {}).failure.endswith("(U+202E). Type it anew.")


ROWS_OF_SEVERAL_LINES = [
    '"fgm\nreferrals",2014,London,,74,,',
    'fgm_referrals,"2014\nand 2015",London,,74,,',
    'fgm_referrals,"2099\n",London,,74,,',
    'fgm_referrals,"Q1\n2014",London,,74,,',
    'fgm_referrals,2014,"Camden\r\nIslington",,74,,',
    'fgm_referrals,2014,London,"sex=\nfemale;age=\n3",74,,',
    'fgm_referrals,2014,London,,"74\n75",,',
    'fgm_referrals,2014,London,,74,"p\nr",',
]


@pytest.mark.parametrize("row", ROWS_OF_SEVERAL_LINES)
def test_a_cell_of_several_lines_is_shown_in_one(row, files):
    screened = screen(a_return(row), load(files), Reference(files), date(2026, 1, 1))
    told = [*map(str, screened.findings), *screened.understood]
    assert told
    assert [one.splitlines() for one in told] == [[one] for one in told]
