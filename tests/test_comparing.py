"""Two publications held against each other: every figure that differs, why, and no other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight import publishing, store
from oversight.home import Home
from tests.conftest import CLERK, a_return
from tests.reading import NARROW, WIDE, Reader
from tests.serving import reading_in, served
from tests.test_every_page import assert_clean

COMPARED = "/returns?list=Two+publications"


@pytest.fixture(scope="module")
def home_of_three(
    first: Home, few: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Home:
    """2 restates rape and brings FGM of 2014; 3 takes all of that back."""
    where = Home(shutil.copytree(first.path, tmp_path_factory.mktemp("compared") / "live"))
    sent = a_return(
        "allegations_rape,2013-14,London,,584,,Recount",
        "fgm_referrals,2014,Metropolitan Police,,150,p,",
    )
    publishing.publish(where, few, sent, CLERK, "First return")
    publishing.withdraw(where, few, 2, CLERK, "Sent too early")
    return where


def differing(where: Home, older: int, newer: int) -> list[tuple]:
    side = store.compared(store.numbered(where, older), store.numbered(where, newer))
    return [
        (row.how, row.indicator, row.period, row.before_value, row.after_value, row.publication,
         row.why)
        for row in side.rows("compare/figures", most=200)
    ]  # fmt: skip


def test_new_changed_and_gone_figures_are_told_with_the_reason(home_of_three: Home) -> None:
    assert differing(home_of_three, 1, 2) == [
        ("changed", "allegations_rape", "2013-14", 583, 584, 2, "First return"),
        ("new", "fgm_referrals", "2014", None, 150, 2, "First return"),
    ]
    assert differing(home_of_three, 2, 3) == [
        ("changed", "allegations_rape", "2013-14", 584, 583, 3, "Sent too early"),
        ("gone", "fgm_referrals", "2014", 150, None, 3, "Sent too early"),
    ]
    assert differing(home_of_three, 1, 3) == []


def test_no_more_are_listed_than_asked_for_and_all_are_counted(home_of_three: Home) -> None:
    side = store.compared(store.numbered(home_of_three, 1), store.numbered(home_of_three, 2))
    (row,) = side.rows("compare/figures", most=1)
    assert (row.differences, row.of_its_kind, row.how) == (2, 1, "changed")


def test_a_definition_that_changed_is_told_key_by_key(where: Home, few: dict[str, bytes]) -> None:
    path = "data/definitions/indicators/allegations_rape.toml"
    text = few[path].decode()
    changed = {**few, path: text.replace('unit = "', 'unit = "counted ', 1).encode()}
    publishing.ensure_built(where, changed, CLERK)
    side = store.compared(store.numbered(where, 1), store.numbered(where, 2))
    ((title, key, before, after),) = side.rows("compare/definitions")
    assert (title, key) == ("Rape allegations investigated by CAITs", "unit")
    assert after == f"counted {before}"


def test_a_break_that_a_definition_comes_to_record_is_told_with_its_reason(
    where: Home, few: dict[str, bytes]
) -> None:
    path = "data/definitions/indicators/fgm_referrals.toml"
    recorded = b'breaks = [{on = 2013-01-01, reason = "Another system"}]\ntitle ='
    publishing.ensure_built(where, {**few, path: few[path].replace(b"title =", recorded, 1)}, CLERK)
    one, other = store.numbered(where, 1), store.numbered(where, 2)
    told = ("FGM referrals to the Met", "breaks", None, "1 January 2013: Another system")
    assert [tuple(row) for row in store.compared(one, other).rows("compare/breaks")] == [told]
    assert store.compared(other, other).rows("compare/breaks") == ()


@pytest.fixture(scope="module")
def reader(home_of_three: Home, tabs: BrowserContext) -> Iterator[Reader]:
    with served(home_of_three) as server, reading_in(tabs, server) as reader:
        yield reader


@pytest.mark.browser
def test_the_page_says_what_is_told_otherwise_which_figures_and_why(reader: Reader) -> None:
    reading = reader.open(f"{COMPARED}&older=1&newer=2")
    assert reading.tables["between"][1][0] == "2"
    assert [row[:3] for row in reading.tables["differing"][1:]] == [
        ["Rape allegations investigated by CAITs, 2013-14", "583", "584 [r]"],
        ["FGM referrals to the Met, 2014", "not there", "150 [p]"],
    ]
    assert {row[4] for row in reading.tables["differing"][1:]} == {"First return"}
    assert "Headlines that read differently" in reading.headings
    assert "In 1 " in reading.text
    assert "2 figures: 1 new and 1 changed." in reading.text
    assert_clean(reader, WIDE)
    # Each figure leads to its own page in its own publication.
    link = reader.page.locator(".st-key-scroll_differing td a", has_text="583")
    assert link.get_attribute("href").endswith("figure=2013-14&publication=1")


@pytest.mark.browser
def test_what_was_taken_back_is_no_difference(reader: Reader) -> None:
    reading = reader.open(f"{COMPARED}&older=1&newer=3", "dark", NARROW)
    assert "Nothing that readers are told differs." in reading.headings
    assert "No figure differs." in reading.text
    assert_clean(reader, NARROW)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"{COMPARED}&older=2&newer=2", "Publication 2 is not older than publication 2"),
        (f"{COMPARED}&older=9", "'9' is no choice for “Older”. There is 2 or 1."),
    ],
)
def test_an_address_of_no_two_publications_is_kept_and_says_so(
    address: str, said: str, reader: Reader
) -> None:
    reading = reader.open(address)
    assert reading.address == address
    assert said in " ".join(reading.errors)
