"""The framework page: every indicator and whom it covers, and what a return changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext

from oversight.home import Home
from tests.conftest import a_return
from tests.publishing_beside import running
from tests.reading import Reader, Reading

pytestmark = pytest.mark.browser

Read = Callable[[str], Reading]
THEMES = ("demand", "outcomes", "cse", "fgm", "partnership", "workforce", "oversight", "context")
RETURN = a_return(
    "cse_referrals,2014-15 Q1,London,,310,,",
    "cse_referrals,2014-15 Q2,London,,340,,",
    "fgm_referrals,2014,Metropolitan Police,,74,p,",
    "mash_boroughs,2014-12-31,London,,32,,",
    "assessment_factor_fgm,2025-26,London,,130,,",
    "borough_child_population,2014-06-30,London,sex=female,950000,,",
)


def row_of(reading: Reading, panel: str, indicator: str) -> dict[str, str]:
    """One indicator's cells in a table of the page, by column."""
    header, *rows = reading.tables[panel]
    (cells,) = [row for row in rows if indicator in row[:2]]
    return dict(zip(header, cells, strict=True))


@pytest.mark.must("themes", 1)
def test_every_indicator_is_a_row_of_its_theme_with_a_figure_or_who_owes_it_since_when(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read("/framework")
    assert reading.title == (
        "35 of 48 indicators have a figure, 13 have none; no return has come since the report"
    )
    rows = [
        dict(zip(reading.tables[f"framework_{theme}"][0], cells, strict=True))
        for theme in THEMES
        for cells in reading.tables[f"framework_{theme}"][1:]
    ]
    assert len(rows) == 48
    owed = [row for row in rows if row["Latest"] == "not supplied"]
    assert len(owed) == 13
    assert all(f"owed by {row['Owner']} since" in row["Next due"] for row in owed)
    assert row_of(reading, "framework_cse", "CSE referrals to the Met")["Next due"] == (
        "a first figure, owed by Met since 31 December 2014, the day promised (promise P03)"
    )
    assert row_of(reading, "framework_fgm", "FGM referrals to the Met") == {
        "Indicator": "FGM referrals to the Met",
        "Latest": "69 (2013)",
        "Standing": "● reported",
        "Previous": "26 (2012)",
        "Change": "+165% on 2012; two points, no trend",
        "Clock": "calendar year",
        "Direction": "neither good nor bad",
        "Owner": "Met",
        "Next due": "2014, due since 1 January 2015",
    }
    measured(f"{reading.title}; {len(rows)} rows, {len(owed)} of them say who owes a first figure")


@pytest.mark.must("themes", 1)
def test_the_matrix_shows_where_boys_are_missing(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read("/framework")
    for drawn in ("A figure", "35 of 48", "By sex", "0 of 9", "By age", "By area", "Workforce"):
        assert drawn in reading.charts["coverage"]
    header, *rows = reading.tables["coverage"]
    assert header[2:] == ["A figure", "By sex", "By age", "By area", "By quarter"]
    assert len(rows) == 48
    assert [row[3] for row in rows].count("□ not supplied") == 9
    assert {row[3] for row in rows} == {"□ not supplied", "– not collected"}
    said = "9 indicators should be split by sex; none is, and none counts boys."
    assert said in reading.text
    assert "boys left out of the Mayor's strategy" in reading.text
    measured(f"coverage: {said} By sex 0 of 9 drawn and in the table")


def test_a_period_changes_neither_what_is_due_nor_the_matrix(read: Read) -> None:
    every, limited = read("/framework"), read("/framework?from=2012-13&to=2012-13")
    said = "The title and the matrix cover all years, not only the years shown."
    assert (said in every.text, said in limited.text) == (False, True)
    assert limited.tables["coverage"] == every.tables["coverage"]
    for theme in THEMES:
        due = [[row[-1] for row in page.tables[f"framework_{theme}"]] for page in (every, limited)]
        assert due[0] == due[1]


def test_nothing_found_is_a_calm_sentence(read: Read) -> None:
    reading = read("/framework?q=nothing+of+that+name&theme=fgm")
    assert "No indicator matches. Take out a filter, or search for another word." in reading.text
    assert reading.errors == []
    assert set(reading.tables) == {"coverage"}


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("indicator=rapes", "'rapes' is no indicator ('indicator' in the address)."),
        ("theme=crime", "'crime' is no choice for “Theme”. There is demand, outcomes,"),
        ("figures=some", "'some' is no choice for “Figures”. There is with or without."),
        ("owner=Mett", "'Mett' is no choice for “Who owes it”."),
        ("q=a&q=b", "'q' stands in the address more than once."),
        ("indicator=charges&compare=charges", "'charges' stands in the address as both"),
        ("indicator=charges&compare=x", "'x' is no indicator ('compare' in the address)."),
        ("indicator=charges&override=maybe", "'maybe' is no choice for “Offer what the definit"),
        ("compare=charges", "'compare' stands in the address without 'indicator'."),
    ],
)
def test_an_address_that_leads_nowhere_is_kept_and_says_so(
    choice: str, sentence: str, read: Read
) -> None:
    reading = read(f"/framework?{choice}")
    assert reading.address == f"/framework?{choice}"
    assert sentence in " ".join(reading.errors)
    assert reading.titles == ["This address does not lead to figures"]
    assert (reading.tables, reading.alternatives) == ({}, {})


def test_the_list_leads_to_one_indicator_and_back_with_its_filters(reader: Reader) -> None:
    before = reader.open("/framework?theme=cse&figures=without&q=count")
    link = reader.page.get_by_role("link", name="CSE referrals to the Met")
    reading = reader.open(link.get_attribute("href"))
    assert "indicator=cse_referrals" in reading.address
    assert "All 48 indicators" not in reading.headings
    reader.page.get_by_role("button", name="All 48 indicators").click()
    after = reader.read_when("2 of 48 indicators match.")
    assert after.tables == before.tables
    assert set(after.address.removeprefix("/framework?").split("&")) == {
        "theme=cse",
        "figures=without",
        "q=count",
    }


def test_about_the_data_lists_every_definition_and_leads_to_each_in_full(reader: Reader) -> None:
    reading = reader.open("/about")
    header, *rows = reading.tables["indicators"]
    assert header[:2] == ["Indicator", "Definition"]
    assert len(rows) == 48
    (fgm,) = [row for row in rows if row[0] == "FGM referrals to the Met"]
    assert fgm[1].startswith("Referrals about female genital mutilation (FGM) that the Metro")
    link = reader.page.get_by_role("link", name="FGM referrals to the Met")
    assert link.get_attribute("href") == "/framework?indicator=fgm_referrals"


@dataclass(frozen=True)
class Published:
    """The page before and after a return; `read` reads it as it is now."""

    before: Reading
    read: Read


@pytest.fixture(scope="module")
def published(
    built: Home, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Published]:
    with running(built, tabs, tmp_path_factory.mktemp("framework")) as dashboard:
        before = dashboard.read("/framework")
        dashboard.publish(RETURN)
        yield Published(before, dashboard.read)


@pytest.mark.must("themes", 3)
def test_a_return_changes_title_rows_and_matrix(
    published: Published, measured: Callable[[str], None]
) -> None:
    page = published.read("/framework")
    assert published.before.title.startswith("35 of 48 indicators have a figure, 13 have none")
    assert page.title == (
        "37 of 48 indicators have a figure, 11 have none; returns since the report brought figures"
        " for 5"
    )
    cse = row_of(page, "framework_cse", "CSE referrals to the Met")
    assert (cse["Latest"], cse["Previous"]) == ("340 (2014-15 Q2)", "310 (2014-15 Q1)")
    assert cse["Change"] == "+10% on 2014-15 Q1; two points, no trend"
    assert cse["Next due"] == "2014-15 Q3, due since 1 January 2015"
    fgm = row_of(page, "framework_fgm", "FGM referrals to the Met")
    assert (fgm["Latest"], fgm["Standing"]) == ("74 [p] (2014)", "◉ provisional")
    assert (fgm["Previous"], fgm["Change"]) == ("69 (2013)", "+7% on 2013")
    mash = row_of(page, "framework_partnership", "Boroughs with an operational MASH")
    assert (mash["Latest"], mash["Previous"]) == ("32 (31 December 2014)", "30 (2014)")
    assert mash["Next due"] == "31 March 2015, due since 1 April 2015"
    factor = row_of(page, "framework_fgm", "Social care assessments in which FGM was a factor")
    assert factor["Latest"] == "130 (2025-26)"
    for one in (cse, fgm, mash):
        measured(f"{one['Indicator']}: {one['Latest']}, {one['Change']}, next {one['Next due']}")
    then, now = (
        row_of(reading, "coverage", "CSE referrals to the Met")
        for reading in (published.before, page)
    )
    assert (then["A figure"], then["By quarter"]) == ("□ not supplied", "□ not supplied")
    assert (now["A figure"], now["By quarter"]) == ("■ supplied", "■ supplied")
    assert "37 of 48" in page.charts["coverage"]
    measured(f"title: {page.title}; CSE by quarter: {then['By quarter']}, then {now['By quarter']}")


@pytest.mark.must("themes", 3)
def test_girls_counted_alone_show_that_boys_are_missing(
    published: Published, measured: Callable[[str], None]
) -> None:
    page = published.read("/framework")
    children = row_of(page, "coverage", "Children under 18 living in the borough")
    assert children["By sex"] == "◧ girls only, boys missing"
    said = "9 indicators should be split by sex; 1 is, and none counts boys."
    assert said in page.text
    listed = row_of(page, "framework_context", "Children under 18 living in the borough")
    assert listed["Latest"] == "girls 950,000 (30 June 2014)"
    assert "1 of 9" in page.charts["coverage"]
    measured(f"by sex: {children['By sex']}; {said}")


@pytest.mark.must("themes", 3)
def test_a_return_is_drawn_on_the_indicators_own_page(
    published: Published, measured: Callable[[str], None]
) -> None:
    page = published.read("/framework?indicator=cse_referrals")
    assert page.title == (
        "CSE referrals to the Met: 340 (2014-15 Q2), rose 10% since 2014-15 Q1; two points are no"
        " trend"
    )
    assert page.charts["indicator_cse_referrals"] == "2014-15 Q1: 310 2014-15 Q2: 340"
    measured(f"{page.address}: {page.title}")
    three = published.read("/framework?indicator=fgm_referrals")
    assert three.figure("indicator_fgm_referrals", "FGM referrals", "2014") == "74 [p]"
    assert "FGM referrals 74 [p]" in three.charts["indicator_fgm_referrals"]
