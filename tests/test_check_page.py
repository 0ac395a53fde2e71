"""The page that checks the report, read in a browser: verdicts, sums, filters, links, vintages."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from oversight import publishing
from oversight.home import Home
from tests.conftest import CLERK
from tests.reading import NARROW, WIDE, Reader, Reading
from tests.serving import reading_in, served
from tests.test_every_page import as_printed, assert_clean, figures_in

pytestmark = pytest.mark.browser

Read = Callable[[str], Reading]
SIGNS = {"agrees": "=", "rounds to": "≈", "conflicts": "≠", "cannot be checked": "?"}


def ids(reading: Reading) -> list[str]:
    return [row[0] for row in reading.tables["claims"][1:]]


@pytest.mark.must("themes", 2)
def test_every_claim_has_a_verdict_and_at_least_thirty_are_recomputed(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read("/check")
    header, *rows = reading.tables["claims"]
    assert header == ["Claim", "What", "As printed", "Where", "Recomputed", "Sign", "Verdict"]
    assert len(rows) == len({row[0] for row in rows}) == 92
    assert all(all(row) for row in rows)
    assert all(row[5] == SIGNS[row[6]] for row in rows)
    counts = Counter(row[6] for row in rows)
    assert counts == {"agrees": 32, "rounds to": 3, "conflicts": 8, "cannot be checked": 49}
    assert reading.title == (
        "35 of 92 claims hold when recomputed, 8 conflict and 49 cannot be checked"
    )
    assert (
        "Of these 35, 14 rest on our own count or reading, and not on a printed number or date:"
        " 7 on a number that we counted, 6 on a day that we worked out from the words and 1 on a"
        " number that we worked out from the words."
    ) in reading.text
    for name, number in counts.items():
        assert f"{SIGNS[name]} {name} {number} " in reading.text
    recomputed = 92 - counts["cannot be checked"]
    assert recomputed >= 30
    assert f"{recomputed} of 92 recomputed." in reading.text
    measured(f"/check: 92 claims with a verdict, {recomputed} recomputed: {dict(counts)}")


@pytest.mark.parametrize(
    ("claim", "printed", "where", "sum_shown", "verdict"),
    [
        ("A07", "14 per cent", "report p. 12", "583 from 511: +14.09%, printed 14 per cent.",
         "rounds to"),
        ("A14", "34 per cent", "press release, para 2", "1,774 to 1,787 in 2009-10",
         "cannot be checked"),
        ("W12", "966", "press release, para 3", "966 posts in the report, 966 officers in the press"
         " release; “budgeted” is gone", "conflicts"),
        ("G01", "approximately 66,000", "report p. 27", "endnote 92 is of England and Wales",
         "conflicts"),
        ("E03", "not as a number: 8 + 4 = 12, counted by us", "report p. 37",
         "8 + 4 = 12, listed one by one", "agrees"),
        ("M02", "quarterly (number worked out by us from the words)", "report p. 32",
         "Quarterly is 4 a year", "agrees"),
        ("P06", "by the end of the year (day worked out by us from the words)", "report p. 18",
         "31 December 2014", "agrees"),
        ("A12", "in the last two years", "report p. 11",
         "all up in one year; no counts of two years are printed of investigations or detections",
         "cannot be checked"),
        ("A19", "[image - values not in text]", "report p. 12", "The chart has not survived.",
         "cannot be checked"),
    ],
)  # fmt: skip
def test_a_claim_shows_what_is_printed_where_and_the_sum(
    claim: str, printed: str, where: str, sum_shown: str, verdict: str, read: Read
) -> None:
    (row,) = [row for row in read("/check").tables["claims"] if row[0] == claim]
    assert (row[2], row[3], row[6]) == (printed, where, verdict)
    assert sum_shown in row[4]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("verdict=conflicts", ["A03", "A04", "A13", "G01", "G02", "W02", "W11", "W12"]),
        ("topic=outcomes", ["O01", "O02", "O03", "O04", "O05", "O06"]),
        ("verdict=conflicts&topic=workforce", ["W02", "W11", "W12"]),
        ("q=p.+8&topic=structure", ["S05"]),
    ],
)
def test_the_list_is_filtered_by_what_the_address_says(
    asked: str, found: list[str], read: Read
) -> None:
    reading = read(f"/check?{asked}")
    assert ids(reading) == found
    assert f"{len(found)} of 92 claims" in reading.headings
    assert reading.title == read("/check").title


def test_a_search_finds_the_claims_that_hold_the_words_or_says_that_none_does(
    reader: Reader,
) -> None:
    nothing = reader.open("/check?q=nosuchword")
    assert "No claim matches." in nothing.text
    assert "claims" not in nothing.tables
    for words, claim in (("HEATHROW", "G08"), ("66,000", "G01"), ("e07", "E07")):
        reader.write("Search", words)
        assert ids(reader.read_when(f" {claim} ")) == [claim]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("claim=Z99", "'Z99' is no claim ('claim' in the address). Ids run from A01 to W14;"),
        ("claim=A05&claim=A06", "'claim' stands in the address more than once."),
        ("verdict=wrong", "'wrong' is no choice for “Verdict”. There is all, agrees, rounds to"),
        ("topic=weather", "'weather' is no choice for “Theme”."),
        ("part=Three", "'Three' is no choice for “Show”."),
        ("q=a&q=b", "'q' stands in the address more than once."),
    ],
)
def test_what_does_not_exist_is_said_and_the_address_kept(
    asked: str, sentence: str, read: Read
) -> None:
    reading = read(f"/check?{asked}")
    assert reading.address == f"/check?{asked}"
    assert sentence in " ".join(reading.errors)
    assert reading.tables == {}


def test_one_claim_in_full_shows_every_check_and_what_rests_on_it(read: Read) -> None:
    reading = read("/check?claim=W02")
    assert (
        reading.title
        == "W02, SOECA budgeted workforce total (BWT), police officers: “966” conflicts"
    )
    facts = dict(reading.tables["claim"][1:])
    assert facts["Where"] == "report p. 13, Ch 2 / Workforce"
    assert facts["Kept as"] == "966 (posts)"
    assert facts["Figures that rest on it"] == "F12"
    assert facts["Indicator"] == "SOECA budgeted police officer posts"
    checks = reading.tables["checks"][1:]
    assert [row[1] for row in checks] == ["conflicts"] + 6 * ["cannot be checked"]
    assert any("at most about 765 at work (79%)" in row[2] for row in checks)
    assert checks[0][4] == "W02, W12"
    assert len(ids(reading)) == 92


def test_a_limit_stays_a_limit_in_full(read: Read) -> None:
    assert dict(read("/check?claim=W06").tables["claim"][1:])["Kept as"] == "at least 51 (posts)"
    assert (
        dict(read("/check?claim=A07").tables["claim"][1:])["Kept as"] == "13.5 to 14.5 (% change)"
    )


def test_a_figure_elsewhere_leads_to_its_claim_and_back(reader: Reader) -> None:
    reader.open("/workforce?publication=1&on=2015-08-01")
    link = reader.page.get_by_role("link", name="W02", exact=True).first
    address = link.get_attribute("href")
    assert address == "/check?publication=1&on=2015-08-01&claim=W02"
    reading = reader.open(address)
    assert "Every check that bears on it" in reading.headings
    back = reader.page.get_by_role("link", name="SOECA budgeted police officer posts").first
    assert back.get_attribute("href") == (
        "/framework?publication=1&on=2015-08-01&indicator=soeca_officers_budgeted"
    )


@pytest.mark.parametrize(
    ("page", "claims"),
    [
        ("/allegations", ["A03", "A04", "A05", "A06", "A08", "A09", "A14", "A19"]),
        ("/workforce", ["W02", "W06", "W07"]),
    ],
)
def test_a_chart_names_the_claims_its_figures_stand_in(
    page: str, claims: list[str], read: Read
) -> None:
    assert f"Claims: {', '.join(claims)}." in read(page).text


@pytest.mark.must("themes", 1)
def test_the_press_release_stands_beside_the_report(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read("/check?part=Press+release")
    assert (
        reading.title == "Of the report's 17 asks the press release dropped 2, changed 9 and kept 6"
    )
    asks = {row[0]: row[2:] for row in reading.tables["asks_in_both"][1:]}
    assert len(asks) == 17
    for ask, what, became in (
        ("R8b", "challenge meeting", "Not in the press release."),
        ("R1b", "overstaffing", "Overstaffing option dropped"),
        ("R4", "MACIE", "investment and MACIE dropped"),
    ):
        assert what in asks[ask][0]
        assert became in asks[ask][3]
        measured(f"{ask}: {asks[ask][0]}: {asks[ask][2]}; {asks[ask][3]}")
    assert asks["R8b"][1:3] == ["−", "dropped"]
    figures = {row[0]: row[1:] for row in reading.tables["figures_in_both"][1:]}
    posts = figures["W12 966"]
    assert posts[0] == "W02 966"
    assert posts[-1] == "966 posts became 966 officers; “budgeted” is gone."
    assert figures["A15 583"][-2:] == ["kept", "The same."]
    assert "2009-10 instead of 2008-09" in figures["A14 34 per cent"][-1]
    measured(f"W12 beside W02: {posts[-1]}")


@pytest.mark.must("themes", 1)
def test_two_vintages_cannot_both_be_right(read: Read, measured: Callable[[str], None]) -> None:
    reading = read("/check?part=Two+vintages")
    assert reading.title == (
        "The report and an earlier release cannot both be right"
        " on rape and sexual assault in 2008-09"
    )
    implied = {(row[0], row[1]): row[3] for row in reading.tables["vintages"][1:]}
    assert implied == {
        ("Rape, 2008-09", "release of March 2014"): "401 to 403 [e]",
        ("Rape, 2008-09", "report of July 2014"): "383 to 384 [e]",
        ("Sexual assault, 2008-09", "release of March 2014"): "1,016 to 1,021 [e]",
        ("Sexual assault, 2008-09", "report of July 2014"): "1,071 to 1,076 [e]",
    }
    for drawn in ("401 to 403", "383 to 384", "17 to 20 apart", "1,016 to 1,021", "1,071 to 1,076"):
        assert drawn in reading.charts["vintages"]
        assert drawn in reading.alternatives["vintages"]
    for told in ("not both possible if 2012-13 was 511", "not both possible if 2012-13 was 1,599"):
        assert told in reading.text
    measured(f"2008-09: {implied}; {reading.title}")


FIGURES, CLAIMS = "data/report/figures.csv", "data/report/claims.csv"
# What is changed in a copy of the files, and the claim that then conflicts.
CHANGED = {
    "figure": (FIGURES, "London,583,,,allegations", "London,600,,,allegations", "A06",
               "agrees", "Printed 583; the pages show 600 (F04)."),
    "claim": (CLAIMS, 'change",14 per cent,13.5,14.5,', 'change",20 per cent,19.5,20.5,', "A07",
              "rounds to", "583 from 511: +14.09%, printed 20 per cent."),
}  # fmt: skip


@pytest.mark.must("themes", 2)
@pytest.mark.parametrize("what", CHANGED)
def test_one_figure_changed_in_a_copy_changes_the_verdict_on_the_page(
    what: str,
    few: dict[str, bytes],
    tmp_path: Path,
    tabs: BrowserContext,
    read: Read,
    measured: Callable[[str], None],
) -> None:
    path, old, new, claim, before, sum_shown = CHANGED[what]
    (row,) = [row for row in read("/check").tables["claims"] if row[0] == claim]
    assert row[6] == before
    assert few[path].count(old.encode()) == 1
    where = Home(tmp_path / "live")
    publishing.ensure_built(
        where, {**few, path: few[path].replace(old.encode(), new.encode())}, CLERK
    )
    with served(where) as server, reading_in(tabs, server) as reader:
        reading = reader.open("/check")
    (row,) = [row for row in reading.tables["claims"] if row[0] == claim]
    assert row[6] == "conflicts"
    assert sum_shown in row[4]
    measured(f"{old} -> {new}: {claim} {before} -> {row[6]}; title: {reading.title}")
    shutil.rmtree(where.path)


@pytest.mark.parametrize(
    "asked", ["claim=W02", "part=Press+release", "part=Two+vintages", "verdict=conflicts&topic=FGM"]
)
def test_other_states_of_the_page_are_clean_and_download_what_they_show(
    asked: str, reader: Reader
) -> None:
    reading = reader.open(f"/check?{asked}")
    for panel in reading.downloads:
        records = reader.download(panel)
        assert as_printed(records) == figures_in(reading.tables[panel], records), panel
    assert_clean(reader, WIDE)
    reader.darken()
    reader.resize(NARROW)
    assert_clean(reader, NARROW)
    # On a phone each claim stands as a block, its verdict in sight.
    right = reader.page.evaluate(
        """() => Math.max(0, ...[...document.querySelectorAll('.st-key-scroll_claims td')]
             .map((cell) => cell.getBoundingClientRect().right))"""
    )
    assert right <= NARROW["width"]
