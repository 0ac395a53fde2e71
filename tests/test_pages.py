"""What each page says, read in a browser: every figure of the report as printed, every choice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from oversight.home import Home
from tests.reading import Reader, Reading
from tests.serving import STATUS, assert_framed, reading_in, served

pytestmark = pytest.mark.browser

# Figure of the report: page, panel, measure, period, and how it is printed there.
FIGURES = {
    "F01": ("/allegations", "allegations", "All allegations", "2008-09", "9,453"),
    "F02": ("/allegations", "allegations", "All allegations", "2013-14", "9,972"),
    "F03": ("/allegations", "allegations_counts", "Rape", "2012-13", "511"),
    "F04": ("/allegations", "allegations_counts", "Rape", "2013-14", "583"),
    "F05": ("/allegations", "allegations_counts", "Sexual assault", "2012-13", "1,599"),
    "F06": ("/allegations", "allegations_counts", "Sexual assault", "2013-14", "1,803"),
    "F07": ("/allegations", "allegations_counts", "Rape", "2008-09", "383 to 384 [e]"),
    "F08": ("/allegations", "allegations_counts", "Sexual assault", "2008-09",
            "1,071 to 1,076 [e]"),
    "F09": ("/allegations", "allegations_counts", "Both together", "2009-10", "1,774 to 1,787 [e]"),
    "F10": ("/allegations", "detections", "Sanction detections", "year to November 2013", "2,268"),
    "F11": ("/allegations", "detections", "Sanction detections", "year to November 2012",
            "at most 2,061 [e]"),
    "F12": ("/workforce", "budget_by_year", "Officer posts", "2013-14", "966"),
    "F13": ("/workforce", "budget_by_year", "Staff posts", "2013-14", "210"),
    "F14": ("/workforce", "budget_by_year", "Officer posts", "2012-13", "916 to 924 [e]"),
    "F15": ("/workforce", "budget_by_year", "Staff posts", "2012-13", "186 [e]"),
    "F16": ("/workforce", "budget_by_year", "All ages, press release", "2009-10", "789 to 795 [e]"),
    "F18": ("/workforce", "posts_to_people", "Vacant, September 2013 −", "", "over 50"),
    "F19": ("/workforce", "help_on_the_way", "On other duties", "2014", "about 150"),
    "F20": ("/workforce", "help_on_the_way", "About to arrive", "2014", "40"),
    "F21": ("/workforce", "help_on_the_way", "Sought, not found", "2014", "75"),
    "F29": ("/workforce", "cse_team", "CSE officers wanted", "March 2014", "60"),
    "F30": ("/workforce", "cse_team", "CSE officers in post", "March 2014", "over 30"),
}  # fmt: skip

Read = Callable[[str], Reading]


@pytest.mark.must("foundation", 2)
def test_each_figure_of_the_report_is_read_from_its_page(
    read: Read, measured: Callable[[str], None]
) -> None:
    for name, (address, panel, measure, period, printed) in FIGURES.items():
        reading = read(address)
        assert reading.figure(panel, measure, period) == printed, name
        bare = printed.partition(" [")[0]
        assert bare in reading.alternatives.get(panel, bare), name
        measured(f"{name} on {address}: {measure} {period}: {printed}")
    # F17 is a change without a level, so it stands in a sentence and on no chart.
    sentence = (
        "From 2008 to 2012 the child abuse command's budget for officers rose 7% (report p. 13)"
    )
    assert sentence in read("/workforce").text
    measured(f"F17 on /workforce: {sentence}")


def test_the_title_names_the_chosen_baseline_and_its_rise(reader: Reader) -> None:
    reader.open("/allegations?baseline=2012-13")
    rises = {"2012-13": "rose 13%", "2009-10": "rose 34%", "2008-09": "rose 63% to 64%"}
    for baseline, rise in rises.items():
        reader.press("Compare 2013-14 with", baseline)
        title = f"Rape and sexual assault allegations {rise} between {baseline} and 2013-14"
        assert reader.read_when(title).title.startswith(title)


def test_the_same_latest_figure_stands_against_every_baseline(read: Read) -> None:
    reading = read("/allegations")
    assert reading.tables["baselines"] == [
        ["Baseline", "Both together", "Sexual assault", "Rape"],
        ["2012-13", "+13%", "+13%", "+14%"],
        ["2009-10", "+34%", "[x]", "[x]"],
        ["2008-09", "+63% to +64%", "+68%", "+52%"],
    ]
    for drawn in ("2012-13", "+13%", "2009-10", "+34%", "2008-09", "+63% to +64%"):
        assert drawn in reading.charts["baselines"]
    for used in ("Both together 34% from 2009-10 (press release)",
                 "Rape 52% from 2008-09 (report p. 11)",
                 "Sexual assault 68% from 2008-09 (report p. 11)"):  # fmt: skip
        assert used in reading.text


def test_the_mix_changed_more_than_the_number(read: Read) -> None:
    reading = read("/allegations")
    assert reading.figure("mix", "Both together", "2008-09") == "15.4% [e]"
    assert reading.figure("mix", "Both together", "2013-14") == "23.9%"
    assert reading.figure("allegations", "The rest", "2008-09") == "7,993 to 7,999 [e]"
    assert reading.figure("allegations", "The rest", "2013-14") == "7,586"
    assert "All other allegations fell 5%" in reading.text


def test_a_year_without_a_figure_is_marked_and_not_nought(read: Read) -> None:
    reading = read("/allegations")
    for year in ("2010-11", "2011-12"):
        assert reading.figure("allegations_counts", "Both together", year) == "[x]"
    assert reading.charts["allegations_counts"].count("[x]") == 3
    assert "not available 2010-11 and 2011-12" in reading.alternatives["allegations_counts"]


def test_the_main_chart_also_shows_all_an_index_and_shares(read: Read, reader: Reader) -> None:
    reader.open("/allegations")
    reader.press("Show", "All allegations")
    everything = reader.read_when("All allegations 9,972")
    assert "All allegations 9,972" in next(iter(everything.charts.values()))
    reader.press("Show", "Index")
    index = reader.read_when("as an index, 2012-13 being 100")
    assert index.figure("allegations_index", "Both together", "2012-13") == "100"
    assert index.figure("allegations_index", "Both together", "2013-14") == "113.1"
    assert index.figure("allegations_index", "Rape", "2013-14") == "114.1"
    reader.press("Show", "Share of all")
    share = reader.read_when("as a share of all allegations, by financial year")
    assert share.figure("allegations_share", "Both together", "2013-14") == "23.9%"


def test_offences_against_all_ages_stand_apart_by_place(read: Read) -> None:
    reading = read("/allegations")
    assert "Not comparable with the allegations above" in reading.text
    assert ["Recorded rape, all ages", "2013-14 Q1", "932"] in reading.tables["all_victims"]
    hackney = read("/allegations?borough=E09000012")
    assert "Hackney" in hackney.alternatives["all_victims"]
    assert ["Recorded rape, all ages", "2010-11 Q1", "34"] in hackney.tables["all_victims"]


def test_posts_become_people_within_bounds(read: Read) -> None:
    reading = read("/workforce")
    assert reading.title.endswith("966 officer posts; at most about 765 could be at work")
    assert [row[1] for row in reading.tables["posts_to_people"][1:]] == [
        "966", "over 50", "about 150", "not stated", "at most about 765",
    ]  # fmt: skip
    for words in ("966", "over 50", "about 150", "not stated", "at most about 765"):
        assert words in reading.charts["posts_to_people"]
    assert "115 in all, against about 150 on other duties" in reading.text
    assert "Help on the way falls about 35 short" in reading.headings


def test_officers_in_post_are_not_supplied_and_never_nought(read: Read) -> None:
    reading = read("/workforce")
    assert "Officers in post: no figure supplied." in reading.text
    for row in reading.tables["budget_by_year"] + reading.tables["posts_to_people"]:
        assert "0" not in row


def test_the_cse_team_is_said_to_overlap_those_on_other_duties(read: Read) -> None:
    text = read("/workforce").text
    assert "Over 30 of 60 officers wanted were in post (March 2014)." in text
    assert "do not add the two" in text


def test_the_address_says_what_is_supposed_and_the_answer_stays_a_bound(read: Read) -> None:
    asked = "/workforce?if_maternity=50"
    assert "could be at work: at most about 765" in read("/workforce").text
    assert "could be at work: at most about 715" in read(asked).text
    assert read(asked).title == read("/workforce").title


@pytest.mark.parametrize(
    ("on", "overdue", "standing"),
    [("2014-07-24", "0 of 17", "Not yet due"), ("2015-08-01", "4 of 17", "Overdue")],
)
def test_the_reading_date_decides_what_is_overdue(
    on: str, overdue: str, standing: str, read: Read
) -> None:
    reading = read(f"/?on={on}")
    (asks,) = [row for row in reading.tables["overview"] if row[1].startswith("Asks past")]
    assert overdue in asks and standing in asks
    assert reading.figure("overview", asks[0], asks[1]) == overdue
    assert reading.tables["overview"][1:-1] == read("/").tables["overview"][1:-1]


@pytest.mark.must("foundation", 5)
def test_a_cold_server_frames_a_deep_link_and_keeps_a_wrong_one(
    built: Home, tabs: BrowserContext, measured: Callable[[str], None]
) -> None:
    with served(built) as server, reading_in(tabs, server) as reader:
        first = reader.open("/allegations?baseline=2009-10")
        assert_framed(first, "allegations")
        assert "rose 34% between 2009-10 and 2013-14" in first.title
        assert "+34%" in first.charts["baselines"]
        measured(f"first request {first.address}: {first.title}")
        for choice, sentence in (
            ("publication=77", "There is no publication 77."),
            ("baseline=1999-00", "'1999-00' is no choice for “Compare 2013-14 with”."),
        ):
            wrong = reader.open(f"/allegations?{choice}")
            assert wrong.address == f"/allegations?{choice}"
            assert sentence in " ".join(wrong.errors)
            assert wrong.titles == ["This address does not lead to figures"]
            assert (wrong.tables, wrong.charts) == ({}, {})
            assert STATUS in wrong.text
            measured(f"{wrong.address} kept: {sentence}")
