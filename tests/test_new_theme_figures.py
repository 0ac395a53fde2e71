"""New figures on exploitation, mutilation and partners change what the themes' pages say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight.home import Home
from tests.conftest import a_return
from tests.publishing_beside import running
from tests.reading import Reading

pytestmark = [pytest.mark.browser, pytest.mark.must("themes", 3)]

RETURN = a_return(
    "cse_referrals,2014-15 Q1,Metropolitan Police,,310,,",
    "cse_referrals,2014-15 Q2,Metropolitan Police,,355,,",
    "cse_referrals,2014-15 Q3,Metropolitan Police,,402,,",
    "cse_referrals,2014-15 Q4,Metropolitan Police,,433,,",
    "fgm_referrals,2014,Metropolitan Police,,118,,",
    "mash_boroughs,2014-12-31,London,,32,,",
    "assessment_factor_fgm,2025-26,E09000012,,14,,",
    "assessment_factor_fgm,2025-26,Camden,,,c,",
    "assessment_factor_fgm,2025-26,London,,130,,",
)

Read = Callable[[str], Reading]


@pytest.fixture(scope="module")
def after(
    built: Home, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Read]:
    """Reads an address of a dashboard to which these figures were published while it ran."""
    with running(built, tabs, tmp_path_factory.mktemp("themes")) as dashboard:
        assert "two points and no trend" in dashboard.read("/cse_and_fgm").title
        dashboard.publish(RETURN, places_are_complete="The other authorities follow.")
        yield dashboard.read


def test_fgm_referrals_gain_a_point_and_still_show_no_trend(
    after: Read, measured: Callable[[str], None]
) -> None:
    reading = after("/cse_and_fgm")
    assert reading.title.endswith("for FGM referrals there are three points and no trend")
    assert reading.figure("fgm_referrals", "FGM referrals", "2014") == "118"
    assert "118" in reading.charts["fgm_referrals"]
    # 118 on 69 is 1.71; the report's 2.65 is gone.
    assert "1.71 times as many" in reading.text and "2.65" not in reading.text
    assert "so two more." in reading.text and "3 of 5 years known" in reading.text
    measured(f"fgm_referrals: {reading.title}; 1.71 times as many; 3 of 5 years known")


def test_cse_referrals_are_counted_and_the_promise_is_kept(
    after: Read, measured: Callable[[str], None]
) -> None:
    reading = after("/cse_and_fgm")
    # 310 + 355 + 402 + 433 = 1,500, and 1,500 over the 31 at least in post is at most 48.4.
    heading = "1,500 CSE referrals in 2014-15; 2,000 or 3,000 were expected"
    assert heading in reading.headings
    assert ["Counted, 2014-15", "1,500", "2014-15"] in reading.tables["cse_referrals"]
    assert "1,500" in reading.charts["cse_referrals"]
    # Recorded here long after the day that was promised, and said so.
    kept = "days late: 4 figures are recorded here, the first since"
    assert "Kept as to figures, " in reading.text and kept in reading.text
    assert ["Counted in 2014-15, team of March 2014", "at most 48.4"] in reading.tables[
        "for_each_officer"
    ]
    overview = after("/")
    assert kept in overview.text
    assert "no figure had been supplied by then." in after("/cse_and_fgm?on=2015-08-01").text
    measured(f"cse_referrals: {heading}; the promise is kept; at most 48.4 for each officer")


def test_a_new_year_of_assessments_is_drawn_and_lacks_what_was_not_sent(
    after: Read, measured: Callable[[str], None]
) -> None:
    reading = after("/cse_and_fgm?factor=FGM")
    assert reading.title.startswith("FGM figured in 130 London assessments in 2025-26")
    assert reading.figure("tile_map", "Hackney (HCK)", "2025-26") == "14"
    assert reading.figure("tile_map", "Camden (CMD)", "2025-26") == "[c]"
    assert reading.figure("tile_map", "Barnet (BRN)", "2025-26") == "[x]"
    words = "2025-26: the 33 authorities add up to at least 14, 1 withheld, 31 not supplied"
    assert words in reading.text
    assert "HCK14" in reading.charts["tile_map"].replace(" ", "")
    assert reading.figure("assessments_london", "London", "2025-26") == "130"
    measured(f"assessment_factor_fgm: {words}")


def test_the_overviews_cards_tell_the_same(after: Read) -> None:
    cards = {row[1]: row for row in after("/").tables["overview"][1:]}
    assert cards["FGM referrals, 2014"][0] == (
        "FGM referrals rose 71%, yet three points show no trend"
    )
    assert cards["FGM referrals, 2014"][2] == "118"
