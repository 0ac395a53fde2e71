"""The list of asks in words and on its line of dates, whatever was answered, moved or closed."""

from __future__ import annotations

from datetime import date

import pytest

from oversight import asks, charts, wording
from oversight.asks import Held
from oversight.charts.labels import Label, label_of, levels, placed
from tests.held import held, said

NO_DATE = {"due_on": None, "due_basis": "none"}
CLAIMED = said("2015-06-01", delivery="claimed complete")
CLOSING = said("2015-07-01", "Committee", "closed: implemented")
MOVED = said("2015-06-01", revised_due_on=date(2015, 12, 31), reason="Room")
PUBLISHED = date(2014, 7, 24)


def titled(*found: Held) -> str:
    return wording.recommendations_title(found, found[0].standing.on)


def dateless(*words, on: str = "2015-08-01", **other) -> Held:
    return held(*words, on=on, ask="R1b", **NO_DATE, **other)


@pytest.mark.parametrize(
    ("found", "title"),
    [
        ((held(), dateless(), dateless()),
         "Every ask with a date is overdue; the other 2 have no date to miss"),
        ((held(), dateless(), held(CLAIMED, CLOSING)),
         "Every open ask with a date is overdue; 1 has no date to miss and 1 is closed"),
        ((held(), held()), "Every ask is overdue"),
        ((held(), held(CLAIMED, CLOSING)), "Every open ask is overdue; 1 is closed"),
        # A body's own later date and its own claim change nothing in what is overdue.
        ((held(MOVED), held(CLAIMED)), "Every ask is overdue"),
        ((held(), held(due_on=date(2016, 1, 1)), dateless()),
         "1 of 3 asks is overdue, by up to 8 days; 1 has a date to come and 1 has no date to miss"),
        ((held(CLAIMED, CLOSING), held(CLAIMED, CLOSING)), "All 2 asks are closed"),
        ((held(on="2014-07-24"), dateless(on="2014-07-24")),
         "2 asks, no response yet; 1 has a date, 24 July 2015"),
        ((held(on="2014-07-24"), held(on="2014-07-24", due_on=date(2015, 1, 31))),
         "2 asks, no response yet; 2 have a date, the first is 31 January 2015"),
        ((held(said("2015-01-01", response="accepted"), on="2015-02-01"),
          held(said("2015-01-01", delivery="claimed complete"), on="2015-02-01"),
          dateless(on="2015-02-01")),
         "3 asks, 1 answered and 1 claimed complete; 2 have a date, the first is 24 July 2015"),
        ((held(CLAIMED, CLOSING, on="2015-07-02"), held(on="2015-07-02")),
         "2 asks, 1 closed; 1 open one has a date, 24 July 2015"),
        ((held(CLAIMED, CLOSING), dateless()),
         "2 asks, 1 closed; none of the open ones has a date"),
        ((dateless(), dateless()), "2 asks, no response yet; none has a date to miss"),
        # One of two owners has answered: it is neither answered nor without any word.
        ((dateless(said("2015-01-01", response="accepted"), owners=("MOPAC", "Met")),),
         "1 ask, none answered in full; none has a date to miss"),
        # What stands outside the recommendations is not counted.
        ((held(), held(recommendation=None, kind="promise")), "Every ask is overdue"),
    ],
)  # fmt: skip
def test_the_title_is_true_in_every_state(found: tuple[Held, ...], title: str) -> None:
    assert titled(*found) == title


def test_position_word_and_finding_stand_apart() -> None:
    one = held(CLAIMED, said("2015-07-01", "Committee", "in progress"))
    assert wording.position_cell(one) == "Overdue 8 days"
    assert wording.says_cell(one) == "MOPAC: claimed complete. Last word 1 June 2015"
    assert wording.finds_cell(one) == "Committee finds: in progress; to close it waits for MOPAC"


def test_implemented_by_the_body_alone_reads_claimed_complete() -> None:
    one = held(said("2015-06-01", delivery="closed: implemented"))
    assert "MOPAC: claimed complete" in wording.says_cell(one)
    assert wording.position_cell(one) == "Overdue 8 days"


def test_two_owners_are_named_apart_and_a_stale_word_says_so() -> None:
    one = held(said("2015-01-01", "Met", "in progress"), owners=("MOPAC", "Met"))
    assert wording.says_cell(one) == (
        "MOPAC: no response; Met: in progress. Last word 1 January 2015, older than a quarter"
    )


@pytest.mark.parametrize(
    ("word", "reads", "title"),
    [
        ("closed: not implemented", "MOPAC: claimed not to be done",
         "MOPAC says it will not be done"),
        ("closed: superseded", "MOPAC: claimed superseded", "MOPAC says it is superseded"),
    ],
)  # fmt: skip
def test_a_body_that_ends_it_otherwise_never_reads_as_complete(word, reads, title) -> None:
    one = held(said("2015-07-01", delivery=word, reason="No money"))
    assert reads in wording.says_cell(one)
    assert title in wording.ask_title(one)
    assert "complete" not in wording.says_cell(one) + wording.ask_title(one)


def test_several_are_named_as_several() -> None:
    one = held(said("2015-07-01", "Boroughs", "in progress"), owners=(), due_on=None)
    assert wording.ask_title(one) == "R8b: the boroughs say it is in progress"


def test_a_moved_date_stands_beside_the_first() -> None:
    one = held(MOVED)
    assert wording.first_date_cell(one) == "24 July 2015"
    assert wording.later_date_cell(one) == "MOPAC names 31 December 2015, 160 days later"
    assert wording.later_date_cell(held()) == ""


@pytest.mark.parametrize(
    ("basis", "cell"),
    [("none", "None set"), ("recurring; no interval set", "Recurring")],
)
def test_an_ask_without_a_date_says_what_stands_in_its_place(basis: str, cell: str) -> None:
    assert wording.first_date_cell(held(due_on=None, due_basis=basis)) == cell


def test_a_promised_figure_is_told_by_the_figures_alone() -> None:
    promise = {"kind": "promise", "recommendation": None, "indicator": "cse_referrals"}
    late = held(CLAIMED, **promise)
    assert wording.position_cell(late) == "Overdue 8 days"
    assert "no figure has been supplied" in wording.says_cell(late)
    came = held(figures=2, first_on=date(2015, 7, 1), **promise)
    assert wording.position_cell(came) == "Kept as to figures"
    assert wording.says_cell(came).startswith("Kept as to figures: 2 figures are recorded here")


def test_the_lint_counts_what_is_lacking() -> None:
    recurring = held(ask="R6c", due_on=None, due_basis="recurring; no interval set")
    found = (held(), dateless(owners=()), recurring)
    assert wording.lint_sentence(found) == (
        "R1b has no owner; 2 of 3 have no calendar date; R6c recurs without an interval."
    )
    assert wording.lint_sentence((held(),)) == "Each has an owner and a calendar date."


def test_silence_climbs_the_ladder_and_a_response_ends_it() -> None:
    silent = (held(), dateless())
    assert wording.silence_sentence(silent, PUBLISHED, date(2015, 1, 23)) == (
        "2 of 2 asks have no response. The first step comes on 24 January 2015: an answer is due; a"
        " letter asks for it."
    )
    assert wording.silence_sentence(silent, PUBLISHED, date(2015, 8, 1)) == (
        "2 of 2 asks have no response. The step reached, since 24 July 2015: the silence is made"
        " public."
    )
    one_of_two = dateless(said("2015-01-01", response="accepted"), owners=("MOPAC", "Met"))
    assert wording.silence_sentence((held(), one_of_two), PUBLISHED, date(2015, 8, 1)).startswith(
        "1 of 2 asks has no response; R1b has one from some owners only. The step reached,"
    )
    answered = (held(said("2015-01-01", response="accepted")),)
    assert "no step is due" in wording.silence_sentence(answered, PUBLISHED, date(2015, 8, 1))


def test_a_recommendation_stands_where_its_worst_ask_stands() -> None:
    assert wording.stands_where(8, (dateless(), held())) == "Recommendation 8: overdue (R8b)"


def test_filters_join_and_an_ask_of_two_owners_is_found_under_each() -> None:
    both, nobody = held(ask="R7", owners=("MOPAC", "Met")), dateless(owners=())
    found = (both, nobody, held(CLAIMED))
    assert asks.matching(found, owner="Met") == (both,)
    assert asks.matching(found, owner=asks.NOBODY) == (nobody,)
    assert asks.matching(found, delivery="claimed complete", time="overdue") == found[2:]
    assert asks.matching(found, words="LETTER meeting") == found[2:]
    assert asks.matching(found, words="letter", owner="Met") == ()


def test_the_most_overdue_comes_first_and_then_what_lacks_most() -> None:
    early, late = held(ask="R3b", due_on=date(2015, 1, 31)), held()
    nobody = dateless(owners=())
    assert asks.by_time((late, dateless(), early, nobody)) == {
        "overdue": [early, late],
        "no date set": [nobody, dateless()],
    }


def test_what_changed_between_two_days_is_told_then_and_now() -> None:
    words = (said("2015-06-01", response="accepted", revised_due_on=date(2015, 12, 31)),)
    then, now = (held(*words, on=day) for day in ("2015-05-01", "2015-08-01"))
    (one,) = asks.changed((then, dateless()), (now, dateless()))
    assert [(row["What changed"], row["Then"], row["Now"]) for row in wording.change_rows(one)] == [
        ("Time", "At risk: due in 84 days", "Overdue 8 days"),
        ("Response", "no response", "accepted"),
        ("Date", "24 July 2015", "31 December 2015, 160 days later: no reason given"),
        ("Words said", "none", "1, the last by MOPAC on 1 June 2015"),
    ]
    assert asks.changed((now,), (now,)) == ()


def test_an_ask_opened_again_is_told_as_reopened_and_never_as_newly_overdue() -> None:
    again = said("2015-07-30", "Committee", "in progress", reason="The claim did not hold")
    since, on = date(2015, 7, 15), date(2015, 8, 1)

    def sentence(due_on: date, *words) -> str:
        then, now = (held(*words, on=day.isoformat(), due_on=due_on) for day in (since, on))
        return wording.changed_sentence(asks.changed((then,), (now,)), since, on)

    between = "Changed between 15 July 2015 and 1 August 2015. Asks of the recommendations: "
    assert sentence(date(2015, 7, 24), CLAIMED, CLOSING, again) == (
        f"{between}1 reopened and overdue and 1 of which something was said."
    )
    assert sentence(date(2016, 1, 1), CLAIMED, CLOSING, again) == (
        f"{between}1 reopened and 1 of which something was said."
    )
    assert sentence(date(2015, 7, 24)) == f"{between}1 newly overdue."


def test_labels_of_a_line_of_dates_never_cover_each_other() -> None:
    days = [date(2015, 1, 31), date(2015, 7, 24), date(2015, 10, 15)]
    labels = [Label(day, "R6a, R6b", "4,139 days late") for day in days]
    crowded = placed(labels, lambda day: (day - PUBLISHED).days / 9, 288, date(2026, 11, 22))
    assert not any(one.covers(other) for one in crowded for other in crowded if one is not other)
    assert all(one.left >= 0 and one.right <= 288 for one in crowded)
    roomy = placed(labels, lambda day: (day - PUBLISHED).days, 690, date(2014, 7, 24))
    assert (levels(crowded), levels(roomy)) == (3, 1)


def test_each_ask_is_a_square_and_each_state_has_a_look_and_a_word() -> None:
    found = (held(), dateless(), held(CLAIMED, CLOSING), held(due_on=date(2015, 9, 1)))
    for narrow in (False, True):
        drawn = charts.asks_at_a_glance(
            found, wording.COUNTED, PUBLISHED, date(2015, 8, 1), charts.LIGHT, narrow
        )
        texts = " ".join(one["text"] for one in drawn["layout"]["annotations"])
        for words in ("1 overdue", "1 with no calendar date", "1 closed", "1 at risk",
                      "8 days late", "reading date"):  # fmt: skip
            assert words in texts
        orange = [
            one for one in drawn["layout"]["shapes"] if one.get("fillcolor") == charts.LIGHT.act
        ]
        # The ask's own square, and the one beside the words.
        assert len(orange) == 2


def test_days_that_lie_close_share_a_label_so_that_asks_are_seen_below_the_picture() -> None:
    found = [
        held(MOVED, ask=f"R{month}a", due_on=date(2015, month, 20), on="2026-11-22")
        for month in range(1, 8)
    ]
    drawn = charts.asks_at_a_glance(
        found, wording.COUNTED, PUBLISHED, date(2026, 11, 22), charts.LIGHT
    )
    assert drawn["layout"]["height"] <= 195
    texts = [one["text"] for one in drawn["layout"]["annotations"]]
    assert "<b>20 Jan to 20 Jul 2015</b> 7 asks<br>4,143 to 4,324 days late" in texts
    # The three that slipped most; the others are in the table.
    assert [text for text in texts if "to 31 Dec 2015" in text] == [
        "R1a to 31 Dec 2015, +345 days",
        "R2a to 31 Dec 2015, +314 days",
        "R3a to 31 Dec 2015, +286 days",
    ]


def test_the_label_of_several_days_names_them_and_puts_what_is_late_first() -> None:
    early, late = held(ask="R3b", due_on=date(2015, 1, 31)), held(ask="R6a")
    closed = held(CLAIMED, CLOSING, ask="R6b")
    shared = label_of([late, early], 40)
    assert (shared.days, shared.of) == ("31 Jan to 24 Jul 2015", "R3b, R6a")
    assert shared.said == "8 to 182 days late"
    assert label_of([late, early, closed], 40).said == "2 late, 1 closed"
    assert label_of([late, closed], 40).said == "R6a 8 days late; R6b closed"
    assert label_of([late, early, closed], 30).of == "3 asks"
