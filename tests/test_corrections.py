"""Whatever was published and reads otherwise is told: what it was, what it is, since when, why."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from oversight import ROOT, home, publishing, store, wording
from oversight.filters import Chosen
from oversight.panels.corrections import corrected
from tests.conftest import CLERK, a_return, snapshot
from tests.test_publishing import cells_with

FGM = "fgm_referrals,2014,London,,{},,{}"
FGM_74, FGM_80 = (a_return(FGM.format(count, "")) for count in (74, 80))


def told(where) -> list[tuple]:
    """Each correction of the current publication, as About the data lists it."""
    return [
        (row.publication, wording.figure_named(row), wording.figure_was(row),
         wording.figure_is_now(row), wording.why_corrected(row))
        for row in store.current(where).rows("about/corrections")
    ]  # fmt: skip


def said(where, *themes: str, first=None, last=None) -> str:
    """The line of a page that shows these themes."""
    rows = store.current(where).rows(
        "about/corrected", themes=themes, starts_on=first, ends_on=last
    )
    return wording.corrected_sentence(rows)


def send(where, few, *rows: str, note: str = "", **reasons: str) -> None:
    publishing.publish(where, few, a_return(*rows), CLERK, note, reasons)


def test_a_first_publication_and_new_figures_correct_nothing(where, few):
    assert told(where) == []
    send(where, few, FGM.format(74, ""))
    assert told(where) == []
    assert said(where, "fgm", "demand") == ""


def test_a_changed_figure_is_told_with_both_its_words_and_why(after, few):
    where = after(FGM_74)
    send(where, few, FGM.format(80, "two hubs came late"), note="Winter return")
    assert told(where) == [
        (3, "FGM referrals to the Met, 2014", "74", "80 [r]", "Winter return. Two hubs came late.")
    ]
    assert said(where, "fgm") == (
        "Corrected since first published: FGM referrals, 2014, was 74 and is 80 [r]."
    )
    assert said(where, "demand") == ""


def test_what_is_withheld_for_the_sake_of_others_is_not_told_with_the_note_of_the_return(
    where, few
):
    quarter = "cse_referrals,2014-15 Q{},London,{},{},,".format
    send(
        where, few, quarter(1, "", 60), quarter(1, "sex=female", 53), quarter(1, "sex=male", 7),
        quarter(2, "", 60), quarter(2, "sex=female", 50), quarter(2, "sex=male", 10),
    )  # fmt: skip
    # Boys and all are one more: that tells how many boys were withheld, unless more is hidden.
    send(where, few, quarter(1, "", 61), quarter(1, "sex=male", 8), note="One was late")
    named, why = "CSE referrals to the Met, 2014-15 {}".format, "Withheld to protect people."
    assert [(figure, became, reason) for _, figure, _, became, reason in told(where)] == [
        (named("Q1"), "[c]", "One was late."),
        (named("Q1, female"), "[c]", why),
        (named("Q2, female"), "[c]", why),
        (named("Q2, male"), "[c]", why),
    ]
    side = store.compared(store.numbered(where, 2), store.numbered(where, 3))
    assert {
        (row.period, row.breakdown, row.publication, row.why)
        for row in side.rows("compare/figures", most=200)
    } == {
        ("2014-15 Q1", "", 3, "One was late"),
        ("2014-15 Q1", "sex=female", 3, why[:-1]),
        ("2014-15 Q2", "sex=female", 3, why[:-1]),
        ("2014-15 Q2", "sex=male", 3, why[:-1]),
    }


def test_a_withdrawal_is_told_with_its_reason_and_what_is_left_out(where, few):
    send(where, few, FGM.format(74, ""), "allegations_rape,2013-14,London,,590,,")
    publishing.withdraw(where, few, 2, CLERK, "Counts of another year")
    rape, fgm = "Rape allegations investigated by CAITs, 2013-14", "FGM referrals to the Met, 2014"
    assert sorted(told(where), key=lambda row: (-row[0], row[1])) == [
        (3, fgm, "74", "left out", "Counts of another year."),
        (3, rape, "590 [r]", "583", "Counts of another year."),
        (2, rape, "583", "590 [r]", "Observations return."),
    ]
    # The first word of the rape allegations stands again: their page has nothing to tell.
    assert said(where, "demand") == ""
    assert "FGM referrals, 2014, was 74 and is left out" in said(where, "fgm")


def test_a_figure_that_was_left_out_and_came_back_is_told_as_it_stands(where, few):
    send(where, few, FGM.format(100, ""))
    publishing.withdraw(where, few, 2, CLERK, "Counts of another year")
    assert "was 100 and is left out" in said(where, "fgm")
    send(where, few, FGM.format(110, ""))
    assert said(where, "fgm") == (
        "Corrected since first published: FGM referrals, 2014, was 100 and is 110."
    )
    publishing.withdraw(where, few, 4, CLERK, "Counts of another year")
    send(where, few, FGM.format(100, "the first was right"))
    assert said(where, "fgm") == ""


def test_a_figure_that_reads_again_more_exactly_than_it_first_did_needs_no_line(where, few):
    rape = "allegations_rape,2008-09,London,,{},,"
    send(where, few, rape.format(390))
    assert "2008-09, was 383 to 384 [e] and is 390 [r]" in said(where, "demand")
    send(where, few, rape.format(384))
    assert said(where, "demand") == ""


@pytest.mark.parametrize(
    ("marker", "note", "told_as"),
    [
        ("", "revised after an audit", "Revised after an audit."),
        ("", "revised; two hubs came late", "Revised; two hubs came late."),
        ("p", "revised after an audit", "Revised after an audit."),
        # Beside p the build itself writes 'revised', which the list says already.
        ("p", "two hubs came late", "Two hubs came late."),
        ("p", "", ""),
    ],
)
def test_a_senders_own_note_is_told_whole(after, few, marker, note, told_as):
    row = f"fgm_referrals,2014,London,,{{}},{marker},{{}}"
    where = after(a_return(row.format(74, "")))
    publishing.publish(where, few, a_return(row.format(80, note)), CLERK, "Winter")
    (correction,) = told(where)
    assert correction[4] == f"Winter. {told_as}".strip()


def test_older_corrections_stay_and_the_newest_comes_first(after, few):
    where = after(FGM_74, FGM_80)
    send(where, few, FGM.format(85, ""))
    send(where, few, "allegations_neglect,2014-15,London,,900,,")
    assert [(row[0], row[2], row[3]) for row in told(where)] == [
        (4, "80 [r]", "85 [r]"), (3, "74", "80 [r]"),
    ]  # fmt: skip
    assert "was 74 and is 85 [r]" in said(where, "fgm")


def test_a_figure_made_exact_within_its_limits_or_final_is_no_correction(where, few):
    send(where, few, "allegations_rape,2008-09,London,,384,,", "fgm_referrals,2014,London,,74,p,")
    send(where, few, FGM.format(74, "final"))
    assert told(where) == []


def test_a_figure_withheld_later_is_told_without_any_number_it_ever_had(where, few):
    send(where, few, FGM.format(7431, ""), changes_are_explained="A new law")
    send(where, few, FGM.format(7452, ""), changes_are_explained="The same law")
    send(where, few, "fgm_referrals,2014,London,,,c,")
    assert [(row[0], row[2], row[3]) for row in told(where)] == [
        (4, "[c]", "[c]"), (3, "[c]", "[c]"),
    ]  # fmt: skip
    with duckdb.connect(str(where.publication(4)), read_only=True) as connection:
        assert cells_with("7431", connection) == cells_with("7452", connection) == set()


def test_what_the_law_of_small_numbers_hides_is_no_correction(where, few):
    send(where, few, "cse_referrals,2014-15 Q1,Camden,,3,,")
    send(where, few, "cse_referrals,2014-15 Q1,Camden,,5,,")
    assert told(where) == []


def test_corrections_are_made_again_as_they_were(after, few):
    where = after(FGM_74, FGM_80)
    publishing.withdraw(where, few, 3, CLERK, "Too early")
    before, read = snapshot(where), told(where)
    for number in (2, 3, 4):
        where.publication(number).unlink()
    assert publishing.rebuild(where, CLERK) == [2, 3, 4]
    store._open.cache_clear()
    assert told(where) == read
    assert publishing.verify(where) == []
    assert set(snapshot(where)) == set(before)


def test_a_page_names_two_and_counts_the_rest_within_the_period_shown(where, few):
    periods = [f"201{year}" for year in (4, 5, 6, 7)]
    rows = [f"fgm_referrals,{period},London,,{{}},," for period in periods]
    send(where, few, *(row.format(50) for row in rows))
    send(where, few, *(row.format(60) for row in rows))
    assert said(where, "fgm").endswith(
        "FGM referrals, 2014, was 50 and is 60 [r]; FGM referrals, 2015, was 50 and is 60 [r];"
        " and 2 more figures."
    )
    assert said(where, "fgm", first="2017-01-01", last="2017-12-31") == (
        "Corrected since first published: FGM referrals, 2017, was 50 and is 60 [r]."
    )


def asked_of(publication: store.Publication) -> Chosen:
    return Chosen(publication, publication.number, date(2015, 1, 1), None, None)


def test_a_publication_older_than_corrections_has_none_and_a_damaged_one_is_told(
    where, monkeypatch
):
    publication = store.current(where)
    asks_a_later_table = store.statement("about/corrected").replace("FROM corr", "FROM later_corr")
    monkeypatch.setattr(store, "statement", lambda question: asks_a_later_table)
    assert corrected(asked_of(publication), "fgm") is None
    damaged = store.StoreError("Publication 1 is damaged.")

    def fails(question, **parameters):
        raise damaged

    monkeypatch.setattr(publication, "rows", fails)
    with pytest.raises(store.StoreError, match="Publication 1 is damaged"):
        corrected(asked_of(publication), "fgm")


@pytest.fixture
def corrected_home(scratch, files, monkeypatch):
    monkeypatch.setattr(home, "chosen", lambda: scratch)
    publishing.publish(
        scratch, files, a_return("allegations_rape,2013-14,London,,590,,"), CLERK, "*Spring* count"
    )
    return scratch


def shown(page: str, **address: str) -> AppTest:
    ran = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    ran.switch_page(f"pages/{page}.py")
    for name, value in address.items():
        ran.query_params[name] = value
    return ran.run()


def test_pages_say_so_in_one_line_and_about_lists_every_correction(corrected_home):
    line = "was 583 and is 590 [r]"
    said = [one.value.replace("**", "") for one in shown("allegations").caption]
    (caption,) = [text for text in said if line in text]
    assert "[All corrections](/about?list=Corrections)" in caption
    assert not [one for one in shown("workforce").caption if "Corrected" in one.value]
    corrections = shown("about", list="Corrections").table[0].value
    assert corrections.iloc[0]["Was"] == "583"
    assert corrections.iloc[0]["Became"] == "590 [r]"
    assert corrections.iloc[0]["Why"] == wording.plain("*Spring* count.")
