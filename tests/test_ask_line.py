"""The line of dates and words of one ask, drawn, in rows and told."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from oversight import charts
from oversight.wording import ask, ask_history
from tests.held import held, said

REPORTED = date(2014, 7, 24)


def test_the_dates_are_the_first_one_as_it_was_and_each_later_one_with_who_when_why() -> None:
    one = held(
        said("2015-06-20", revised_due_on=date(2015, 9, 22), reason="A new room"),
        said("2015-07-01", "Committee", revised_due_on=date(2015, 8, 31), reason="Agreed"),
    )
    assert [[*row.values()] for row in ask_history.date_rows(one, REPORTED)] == [
        ["24 July 2015", "first date", "the report", "24 July 2014", "–", "within 12 months"],
        ["22 September 2015", "later date", "MOPAC", "20 June 2015", "+60 days", "A new room"],
        ["31 August 2015", "later date", "Committee", "1 July 2015",
         "brought forward by 22 days", "Agreed"],
    ]  # fmt: skip
    assert ask_history.slipped_sentence(one.standing) == (
        "**The Committee names 31 August 2015, 38 days after the first date.** It is held to"
        " 31 August 2015."
    )
    assert ask.first_date(one) == "24 July 2015, now held to 31 August 2015"


def test_the_line_of_dates_is_told_in_words_with_every_figure_of_its_table() -> None:
    one = held(
        said("2014-11-03", response="accepted"),
        said("2015-06-20", revised_due_on=date(2015, 9, 22), reason="A new room"),
    )
    rows = ask_history.line_rows(one, REPORTED)
    assert ask_history.line_words(rows) == (
        "24 July 2014: report, published; 3 November 2014: word 1, MOPAC, accepted; 20 June 2015:"
        " word 2, MOPAC, names 22 September 2015; 24 July 2015: report, first date; 1 August 2015:"
        " reading date, 8 days overdue; 22 September 2015: MOPAC, later date, +60 days."
    )


def test_only_the_stretch_past_the_date_wears_the_colour_to_act_and_faded_words_are_hollow() -> (
    None
):
    words = (said("2015-02-01", response="accepted"), said("2015-07-20", delivery="in progress"))
    drawn = charts.history(held(*words).standing, REPORTED, charts.LIGHT)
    late = [one for one in drawn["layout"]["shapes"] if one["line"]["color"] == charts.LIGHT.act]
    assert [(one["x0"], one["x1"]) for one in late] == [("2015-07-24", "2015-08-01")]
    faded, fresh = [one for one in drawn["data"] if one["mode"] == "markers+text"]
    assert (faded["text"], faded["marker"]["color"]) == (["<b>1</b>"], charts.LIGHT.page)
    assert (fresh["text"], fresh["marker"]["color"]) == (["<b>2</b>"], charts.LIGHT.series[0])
    ahead = charts.history(held(*words, on="2015-07-21").standing, REPORTED, charts.LIGHT)
    assert charts.LIGHT.act not in str(ahead)


def test_words_that_came_close_together_do_not_hide_each_other() -> None:
    words = [said(f"2015-07-{day}", delivery="in progress") for day in ("01", "02", "03")]
    drawn = charts.history(held(*words).standing, REPORTED, charts.LIGHT)
    days = [
        date.fromisoformat(one["x"][0]) for one in drawn["data"] if one["mode"] == "markers+text"
    ]
    assert all((after - before).days >= 11 for before, after in pairwise(days))
    assert days[-1] <= date(2015, 8, 1)
