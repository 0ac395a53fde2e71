"""New figures, published by command beside a running dashboard, change what its pages say.

Nothing of the code changes: a year after the report the same pages compare with 2013-14.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext

from oversight import ROOT
from oversight.home import Home
from tests.conftest import a_return
from tests.publishing_beside import running
from tests.reading import Reading

pytestmark = [pytest.mark.browser, pytest.mark.must("foundation", 3)]

RETURN = a_return(
    "allegations_rape,2014-15 Q1,London,,150,,",
    "allegations_rape,2014-15 Q2,London,,160,,",
    "allegations_rape,2014-15 Q3,London,,155,,",
    "allegations_rape,2014-15 Q4,London,,165,,",
    "allegations_sexual_assault,2014-15 Q1,London,,480,,",
    "allegations_sexual_assault,2014-15 Q2,London,,500,,",
    "allegations_sexual_assault,2014-15 Q3,London,,470,,",
    "allegations_sexual_assault,2014-15 Q4,London,,490,,",
    "soeca_officers_budgeted,2014-15,Metropolitan Police,,1010,,",
    "soeca_officers_in_post,2014-06-30,Metropolitan Police,,900,,headcount",
    "soeca_officers_in_post,2014-09-30,Metropolitan Police,,905,,headcount",
    "soeca_officers_in_post,2014-12-31,Metropolitan Police,,920,,headcount",
    "soeca_officers_in_post,2015-03-31,Metropolitan Police,,931,,headcount",
)
CODE = ("oversight", "pages", "queries", "dashboard.py")
ADDRESSES = ("/", "/allegations", "/workforce")


@dataclass(frozen=True)
class Published:
    """A dashboard before and after; `read` reads it as it is now."""

    before: dict[str, Reading]
    read: Callable[[str], Reading]
    receipt: dict
    code_before: str


@pytest.fixture(scope="module")
def published(
    built: Home, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Published]:
    with running(built, tabs, tmp_path_factory.mktemp("new")) as dashboard:
        before = {address: dashboard.read(address) for address in ADDRESSES}
        code = code_digest()
        receipt = dashboard.publish(RETURN)
        yield Published(before, dashboard.read, receipt, code)


def code_digest() -> str:
    """SHA-256 over every file that makes the pages."""
    paths = [path for name in CODE for path in [ROOT / name, *sorted((ROOT / name).rglob("*"))]]
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file() and path.suffix in {".py", ".sql", ".css"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def test_the_command_makes_publication_2_and_touches_no_code(published: Published) -> None:
    assert published.receipt["number"] == 2
    assert code_digest() == published.code_before


def test_the_allegations_page_compares_with_2013_14(
    published: Published, measured: Callable[[str], None]
) -> None:
    page = published.read("/allegations")
    # 150+160+155+165 = 630; 480+500+470+490 = 1,940; together 2,570, which is 7.7% above 2,386.
    assert page.title.startswith(
        "Rape and sexual assault allegations rose 8% between 2013-14 and 2014-15"
    )
    assert "rose 76% to 77% since 2008-09" in page.title
    assert page.figure("allegations_counts", "Rape", "2014-15") == "630"
    assert page.figure("allegations_counts", "Sexual assault", "2014-15") == "1,940"
    assert page.figure("allegations_counts", "Both together", "2014-15") == "2,570"
    assert page.figure("allegations", "All allegations", "2013-14") == "9,972"
    for drawn in ("Both together 2,570", "Sexual assault 1,940", "Rape 630", "2014-15"):
        assert drawn in page.charts["allegations_counts"]
    assert "2014-15 2,570" in page.alternatives["allegations_counts"]
    assert published.before["/allegations"].title != page.title
    measured(f"title: {page.title}")


def test_the_latest_year_stands_against_every_baseline_2013_14_among_them(
    published: Published, measured: Callable[[str], None]
) -> None:
    page = published.read("/allegations")
    assert page.tables["baselines"] == [
        ["Baseline", "Both together", "Sexual assault", "Rape"],
        ["2013-14", "+8%", "+8%", "+8%"],
        ["2012-13", "+22%", "+21%", "+23%"],
        ["2009-10", "+44% to +45%", "[x]", "[x]"],
        ["2008-09", "+76% to +77%", "+80% to +81%", "+64%"],
    ]
    assert "Compare 2014-15 with" in page.text
    assert "The same 2,570 against every baseline" in page.headings
    # The documents' own percentages ran to 2013-14 and say so.
    assert "All to 2013-14." in page.text
    measured(f"baselines: {page.tables['baselines'][1:]}")


def test_the_workforce_page_knows_how_many_are_in_post(
    published: Published, measured: Callable[[str], None]
) -> None:
    page = published.read("/workforce")
    assert "2014-15 allowed for 1,010 officer posts" in page.title
    assert "at most 931 could be at work" in page.title
    assert "931 officers were in post on 31 March 2015, 79 fewer than budgeted." in page.text
    assert "no figure supplied" not in page.text.partition("The child sexual exploitation")[0]
    steps = {row[0].rstrip(" −="): row[1] for row in page.tables["posts_to_people"][1:]}
    assert steps["Budgeted posts, 2014-15"] == "1,010"
    assert steps["Not filled, 31 March 2015"].endswith("79")
    assert steps["Could be at work"].endswith("at most 931")
    for printed in ("1,010", "79", "at most 931"):
        assert printed in page.charts["posts_to_people"]
        assert printed in page.alternatives["posts_to_people"]
    assert page.figure("budget_by_year", "Officer posts", "2014-15") == "1,010"
    for day, officers in (("30 June 2014", "900"), ("30 September 2014", "905"),
                          ("31 December 2014", "920"), ("31 March 2015", "931")):  # fmt: skip
        assert f"{officers} on {day}" in page.text
    assert "931 in post" in page.charts["budget_by_year"]
    measured(f"title: {page.title}; {steps}")


def test_the_year_of_the_report_can_still_be_chosen(published: Published) -> None:
    page = published.read("/workforce?year=2013-14")
    assert page.title == published.before["/workforce"].title
    assert "at most about 765" in page.title
    assert (
        page.tables["posts_to_people"] == published.before["/workforce"].tables["posts_to_people"]
    )


def test_the_cards_of_the_overview_carry_the_new_figures(
    published: Published, measured: Callable[[str], None]
) -> None:
    page = published.read("/")
    assert "rose 8% from 2013-14 to 2014-15" in page.title
    assert "at most 931 of 1,010 posts could be staffed" in page.title
    cards = {row[1]: row for row in page.tables["overview"][1:]}
    allegations = cards["Rape and sexual assault, 2014-15"]
    assert "rose 8% between 2013-14 and 2014-15" in allegations[0]
    assert allegations[2] == "2,570"
    assert "+8%" in allegations[3] and "2,386 in 2013-14" in allegations[3]
    assert cards["Officers who could be at work, 2014-15"][2] == "at most 931"
    # Nothing new on all allegations: their card stays at the report's year.
    assert cards["All allegations, 2013-14"][2] == "9,972"
    measured(f"cards: {allegations[2]} {allegations[3]}; {page.title}")


def test_the_overview_lists_what_changed(
    published: Published, measured: Callable[[str], None]
) -> None:
    changed = (
        published.read("/")
        .text.partition("What changed since the last publication")[2]
        .partition("What cannot be seen")[0]
    )
    for indicator in (
        "Rape allegations investigated by CAITs",
        "Sexual assault allegations investigated by CAITs",
        "SOECA budgeted police officer posts",
        "SOECA officers in post",
    ):
        assert indicator in changed
    assert "allegations_all" not in changed and "All allegations" not in changed
    assert changed.count(" new") == 4
    measured(f"what changed: {changed.strip()}")


@pytest.mark.parametrize("address", ADDRESSES)
def test_publication_1_still_reads_as_before_under_a_banner(
    address: str, published: Published
) -> None:
    before, then = published.before[address], published.read(f"{address}?publication=1")
    assert then.address == f"{address}?publication=1"
    assert "You are reading publication 1 of" in then.text
    assert "newer figures exist" in then.text
    assert "You are reading" not in published.read(address).text
    assert (then.title, then.tables) == (before.title, before.tables)
    assert (then.charts, then.alternatives) == (before.charts, before.alternatives)


def test_figures_of_the_running_year_are_hidden_by_the_period(published: Published) -> None:
    page = published.read("/allegations?to=2013-14")
    assert page.title == published.before["/allegations"].title
    assert "2014-15" not in page.tables["allegations"][0]
