"""What is said of one ask: title, keys, what it needs, dates, and a reminder to send."""

from __future__ import annotations

from datetime import date

import pytest

from oversight import asks, framework, wording
from oversight.asks import Held
from oversight.wording import ask, ask_history, reminder
from tests.entries import about
from tests.held import held, said

R6A = {"ask": "R6a", "who": "Met", "owners": ("Met",), "recommendation": 6}
R7 = {"ask": "R7", "who": "MOPAC and Met", "owners": ("MOPAC", "Met"), "due_on": None}
R5B = {"ask": "R5b", "who": "nobody named", "owners": (), "due_on": None, "due_basis": "none"}
P03 = {
    "ask": "P03", "kind": "promise", "recommendation": None, "who": "Met", "owners": ("Met",),
    "due_on": date(2014, 12, 31), "indicator": "cse_referrals", "press_release": None,
}  # fmt: skip
REPORTED = date(2014, 7, 24)


def closed(**other) -> Held:
    return held(
        said("2015-09-20", "MOPAC", "closed: implemented"),
        said("2015-09-23", "Committee", "closed: implemented"),
        **{"on": "2015-10-01", **other},
    )


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (held(**R6A), "R6a is 8 days overdue; nothing has been received"),
        (held(on="2015-07-24", **R6A), "R6a is due today; nothing has been received"),
        (held(on="2014-07-24", **R6A), "R6a is due in 365 days; nothing has been received"),
        (held(**R5B), "R5b has neither owner nor date; nothing has been received"),
        (held(**R7), "R7 has no date set; nothing has been received"),
        (held(said("2015-07-02", "MOPAC", "claimed complete"), **R7),
         "R7: MOPAC claims it complete; the Met has said nothing"),
        (held(said("2015-02-01", "MOPAC", "in progress"), **R7),
         "R7: MOPAC says it is in progress (181 days ago); the Met has said nothing"),
        (held(said("2015-07-02", "Met", response="accepted in part"), **R6A),
         "R6a is 8 days overdue; the Met accepts it in part"),
        (held(said("2015-07-02", revised_due_on=date(2015, 9, 22), reason="A new room")),
         "R8b is 8 days overdue; MOPAC has only named a later date"),
        (held(said("2015-07-02", "Committee", revised_due_on=date(2015, 9, 22), reason="Agreed")),
         "R8b is due in 52 days; MOPAC has said nothing"),
        (held(said("2015-07-02", delivery="closed: implemented")),
         "R8b is 8 days overdue; MOPAC claims it complete; the Committee has not assessed it"),
        (held(said("2015-07-02", delivery="claimed complete"),
              said("2015-07-20", "Committee", "in progress")),
         "R8b is 8 days overdue; MOPAC claims it complete; the Committee finds it in progress"),
        (closed(), "R8b closed as implemented 61 days after its first date"),
        (closed(due_on=None), "R8b closed as implemented on 23 September 2015"),
        (held(**P03), "Promise P03 is 213 days overdue; no figure was supplied"),
        (held(withheld=2, **P03),
         "Promise P03 is 213 days overdue; what has come is withheld [c]"),
        (held(figures=4, first_on=date(2015, 1, 10), **P03),
         "Promise P03 is kept as to figures, 10 days late"),
        (held(kind="unnumbered ask", recommendation=None, ask="U05", due_on=None),
         "Unnumbered ask U05 has no date set; nothing has been received"),
        (held(kind="committee's own promise", recommendation=None, ask="P10",
              owners=("Committee",), due_on=date(2014, 12, 31)),
         "The Committee's own promise P10 is 213 days overdue; nothing has been received"),
    ],
)  # fmt: skip
def test_the_title_is_where_it_stands_in_time_and_the_last_word_of_each_key(
    one: Held, title: str
) -> None:
    assert wording.ask_title(one) == title


def test_a_claim_taken_back_opens_both_keys_and_the_committee_must_look_again() -> None:
    words = (
        said("2015-03-01", delivery="claimed complete"),
        said("2015-04-01", "Committee", "closed: implemented"),
        said("2015-05-01", delivery="in progress"),
        said("2015-06-01", delivery="claimed complete"),
    )
    again = held(*words)
    assert wording.ask_title(again) == (
        "R8b is 8 days overdue; MOPAC claims it complete; the Committee had closed it before that"
    )
    assert wording.finds_cell(again) == (
        "Committee finds: closed: implemented, before a claim was taken back; to close it waits"
        " for the Committee"
    )
    assert ask.still_needed(again.standing) == "The Committee's assessment, with evidence."
    one = held(*words, said("2015-06-01", "Committee", "closed: implemented"))
    assert one.standing.closed_on == date(2015, 6, 1)
    assert wording.ask_title(one) == "R8b closed as implemented 53 days before its first date"


@pytest.mark.parametrize(
    ("one", "needed"),
    [
        (held(**R6A), "The word of the Met that it is complete, with evidence; the Committee's"
                      " assessment, with evidence."),
        (held(**R5B), "A body that takes it on and claims it complete, with evidence; the"
                      " Committee's assessment, with evidence."),
        (held(said("2015-07-02", "MOPAC", "claimed complete"), **R7),
         "The word of the Met that it is complete, with evidence; the Committee's assessment,"
         " with evidence."),
        (held(said("2015-07-02", "Committee", "closed: superseded", reason="A new law")),
         "The word of MOPAC that it is complete or superseded, with evidence."),
        (held(said("2015-07-02", "Committee", "closed: not implemented", reason="Nothing came")),
         "The word of MOPAC that it is complete or will not be done, with evidence."),
        (held(said("2015-06-01", delivery="claimed complete"),
              said("2015-07-02", "Committee", "in progress")),
         "A further word of MOPAC, for the claim is not shared; then the Committee's assessment,"
         " with evidence."),
        (held(said("2015-06-01", "NHS", "claimed complete"),
              said("2015-06-02", "Boroughs", "not started", response="not accepted"), **R5B),
         "The Committee's assessment, with evidence."),
        (held(said("2014-12-01", "Committee", "closed: implemented"), owners=("Committee",)),
         "Nothing: the Committee alone may close its own promise, and has."),
        (held(said("2015-07-02", delivery="claimed complete")),
         "The Committee's assessment, with evidence."),
        (closed(), "Nothing: both keys have turned."),
    ],
)  # fmt: skip
def test_what_is_still_needed_names_each_key_that_has_not_turned(one: Held, needed: str) -> None:
    assert ask.still_needed(one.standing) == needed


@pytest.mark.parametrize(
    ("one", "bodies"),
    [
        (held(**R6A), ("Met",)),
        (held(**R7), ("MOPAC", "Met")),
        (held(said("2015-07-02", "MOPAC", "claimed complete"), **R7), ("Met",)),
        (held(said("2015-07-02", delivery="claimed complete")), ("Committee",)),
        (held(**R5B), ()),
        (held(said("2015-07-02", "Met", "in progress"), **R5B), ("Met",)),
        (held(said("2015-07-02", "Boroughs", response="not accepted"), **R5B), ()),
        (
            held(
                said("2015-06-01", delivery="claimed complete"),
                said("2015-07-02", "Committee", "in progress"),
            ),
            ("MOPAC",),
        ),
        (closed(), ()),
        (held(figures=4, first_on=date(2015, 1, 10), **P03), ()),
    ],
)
def test_the_next_word_is_owed_by_whoever_has_not_turned_a_key(one: Held, bodies: tuple) -> None:
    assert asks.owing(one.standing) == bodies


@pytest.mark.parametrize(
    ("on", "reached"),
    [
        ("2014-07-24", "No answer from the Met is recorded, on the day of the report. No step is"
                       " due yet."),
        ("2015-01-24", "No answer from the Met is recorded, 184 days since the report. **Step"
                       " reached: an answer is due; a letter asks for it** (24 January 2015)."),
        ("2015-08-01", "No answer from the Met is recorded, 373 days since the report. **Step"
                       " reached: the silence is made public** (24 July 2015)."),
    ],
)  # fmt: skip
def test_the_ladder_says_who_is_silent_and_which_step_that_has_come_to(
    on: str, reached: str
) -> None:
    stands = held(on=on, **R6A).standing
    rung = asks.rung_reached(REPORTED, stands.on)
    assert ask_history.ladder_reached(stands, rung, REPORTED) == reached


def test_a_reminder_states_the_ask_its_pages_its_date_the_days_and_what_is_needed() -> None:
    one = held(summary="Review what the CSE Protocol has done", pages="31, 35", **R6A)
    assert reminder.reminder(one, "Met", REPORTED, "Publication 1 of 22 November 2026") == (
        "To the Met\n"
        "About ask R6a of the Committee's report of 24 July 2014 (pp. 31, 35)\n"
        "\n"
        "The report asked this of the Met, in our words: review what the CSE Protocol has done.\n"
        "It was due on 24 July 2015. It is 8 days overdue.\n"
        "As at 1 August 2015: nothing has been received.\n"
        "\n"
        "What is needed: an answer, and what has been done, with evidence: title, link, date and"
        " page.\n"
        "Position recorded in Publication 1 of 22 November 2026, read on 1 August 2015."
    )


def test_the_committee_is_reminded_of_its_own_key() -> None:
    one = held(said("2015-07-02", delivery="claimed complete"))
    text = reminder.reminder(one, "Committee", REPORTED, "Publication 2 of 1 August 2015")
    assert text.startswith("To the Committee\nAbout ask R8b ")
    assert "What is needed: the Committee's assessment of what has been claimed" in text


def test_a_word_older_than_a_quarter_fades_and_says_so() -> None:
    one = held(said("2015-03-01", delivery="in progress"))
    (update,) = one.standing.updates
    assert ask.said_on(one.standing, update) == (
        "1 March 2015, 153 days ago; it fades: older than a quarter"
    )


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Letter | https://www.london.gov.uk/a(b) | 2015-03-01 | p. 2",
         r"[Letter](https://www.london.gov.uk/a%28b%29), 2015\-03\-01, p\. 2"),
        ("Letter | javascript:alert(1)", "Letter, javascript\\:\N{WORD JOINER}alert\\(1\\)"),
        ("[here](https://evil.example) <b>x</b> | https://www.london.gov.uk/a",
         r"[\[here\]\(https\:\/\/evil\.example\) \<b\>x\<\/b\>](https://www.london.gov.uk/a)"),
        ("Letter | https://", r"Letter"),
        ("", "none given"),
    ],
)  # fmt: skip
def test_evidence_links_to_the_web_alone_and_injects_nothing(sent: str, shown: str) -> None:
    assert ask.evidence_link(asks.evidence(sent)) == shown


def test_what_was_sent_is_shown_as_it_was_written() -> None:
    written = "# A *b* _c_ `d` $e$ :red[f] :material/warning: a@b.com www.x.org -> | <i>g</i>"
    shown = wording.plain(written)
    assert shown.replace("\N{WORD JOINER}", "").replace("\\", "") == written
    for sign in ("#", "*", "_", "`", "$", "[", "|", "<"):
        assert f"\\{sign}" in shown
    # Icons, mail addresses and bare hosts are no longer any.
    for parted in ("\\:\N{WORD JOINER}material", "\\@\N{WORD JOINER}b", "www\N{WORD JOINER}\\."):
        assert parted in shown


def test_a_closed_promise_of_a_figure_is_told_as_closed_wherever_it_stands() -> None:
    one = held(
        said("2015-01-05", "Met", "claimed complete"),
        said("2015-01-06", "Committee", "closed: superseded", reason="A new law"),
        **P03,
    )
    assert wording.ask_title(one).startswith("Promise P03 closed as superseded 6 days after")
    assert wording.when_due(one) == "Closed: superseded."
    assert wording.standing_on(one, REPORTED) == "closed: superseded"
    assert one.kept is None


def test_an_overdue_ask_says_what_answer_there_is_and_which_date_its_body_names() -> None:
    one = held(
        said("2015-06-20", response="accepted", revised_due_on=date(2015, 9, 22), reason="Room")
    )
    assert wording.when_due(one) == "Overdue by 8 days; accepted. MOPAC names 22 September 2015."
    assert wording.standing_on(one, REPORTED) == "overdue by 8 days, accepted"
    assert wording.when_due(held()) == "Overdue by 8 days; no answer is recorded."
    assert wording.when_due(held(on="2014-08-01")) == ""


def test_a_promise_of_a_figure_that_the_committee_moved_is_owed_from_the_new_day() -> None:
    moved = held(
        said("2014-12-20", "Committee", revised_due_on=date(2015, 3, 31), reason="Agreed"), **P03
    )
    row = about(indicator="cse_referrals", owner=["Met"], promise="P03", owed_since=P03["due_on"])
    (entry,) = framework.entries([row], (), None, (moved,))
    assert wording.due_cell(entry, date(2015, 2, 1)) == (
        "a first figure, promised by Met for 31 March 2015 (promise P03)"
    )
    assert wording.due_cell(entry, date(2015, 8, 1)) == (
        "a first figure, owed by Met since 31 March 2015, the day the Committee set (promise P03)"
    )


def test_what_was_asked_of_all_agencies_was_asked_of_no_one_body() -> None:
    one = held(owners=(), who="all agencies", due_on=None, due_basis="none")
    assert ask.lint(one)[0] == (
        "**No owner:** asked of all agencies, so of no one body; any may claim it."
    )
