"""The indicator page on changes: a process chart, two counts, boroughs; or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight.home import Home
from tests.conftest import a_return
from tests.publishing_beside import running
from tests.reading import NARROW, Reader, Reading
from tests.test_every_page import assert_clean

pytestmark = pytest.mark.browser

Read = Callable[[str], Reading]
RECORDED = "/framework?indicator=recorded_rape_all_victims"
# Invented, and published to a home of this test alone.
CHILDREN = a_return(
    *(
        f"borough_child_population,2024-06-30,E090000{number:02d},,{40_000 + 1_000 * number},,"
        for number in range(1, 34)
    )
)


@pytest.mark.must("signal", 5)
def test_a_long_series_is_a_process_chart_with_its_rules_and_two_quarters_beside_it(
    reader: Reader, measured: Callable[[str], None]
) -> None:
    reading = reader.open(RECORDED)
    panel = "process_recorded_rape_all_victims"
    finding = "Changed: 44 of 54 points stand out from what 2010-11 Q1 to 2012-13 Q4 would lead"
    assert finding in reading.text
    assert (
        "Rules: (a) a point outside a limit; (c) seven in a row rising, or falling" in reading.text
    )
    assert "mean 821" in reading.charts[panel] and "◆ changed" in reading.charts[panel]
    assert not any(word in reading.charts[panel] for word in ("improving", "concerning"))
    header, *rows = reading.tables[panel]
    assert header == ["Period", "Figure", "Signal"]
    assert rows[0] == ["2010-11 Q1", "822", "–"]
    assert rows[-1] == ["2023-24 Q2", "2,255", "changed, above the mean (rule a)"]
    records = reader.download(panel)
    assert [f"{float(one['value']):,.0f}" for one in records] == [row[1] for row in rows]
    assert {one["limits"] for one in records} == {"firm"}
    assert "2023-24 Q2 has 0.98 times the count of 2022-23 Q2" in reading.text
    measured(f"recorded rape: {finding} one to expect; mean 821")
    reader.press("2023-24 Q2 against", "the quarter before")
    reading = reader.read_when("times the count of 2023-24 Q1")
    assert "against=the+quarter+before" in reading.address
    assert reader.open(reading.address) == reading


@pytest.mark.must("signal", 5)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_process_chart_is_as_clean_as_every_page(scheme: str, reader: Reader) -> None:
    reader.open("/framework?indicator=assessment_factor_cse&against=2018-19", scheme, NARROW)
    assert_clean(reader, NARROW)


def test_two_points_have_a_ratio_with_its_interval_and_no_trend(read: Read) -> None:
    text = read("/framework?indicator=fgm_referrals").text
    assert (
        "2013 has 2.65 times the count of 2012 (95% interval 1.67 to 4.34). That is more than"
        " chance would give, if cases were independent; one offender with many victims breaks that."
        " Either way it is no evidence of how much offending there was."
    ) in text
    assert "Two points are no process: three more give limits on trial, and ten more firm" in text
    assert "No count by borough has been supplied; Met would supply one." in text


def test_a_state_is_put_to_no_test_and_one_that_drifts_has_no_limits(read: Read) -> None:
    reading = read("/framework?indicator=met_strength&whose=police+officer")
    assert "the series drifts and never was steady" in reading.text
    assert "It is a state on a day and no count of cases" in reading.text


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "indicator=fgm_referrals&against=2011",
            "'2011' is no choice for “2013 against”. There is",
        ),
        ("indicator=fgm_referrals&whose=PCSO", "nothing to choose for 'whose'"),
        ("against=2012", "'against' stands in the address without 'indicator'."),
    ],
)
def test_a_wrong_baseline_in_the_address_is_told(read: Read, address: str, sentence: str) -> None:
    assert sentence in read(f"/framework?{address}").text


@pytest.fixture(scope="module")
def populated(
    built: Home, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """Reads a dashboard to which the children of each borough were published."""
    with running(built, tabs, tmp_path_factory.mktemp("children")) as dashboard:
        before = dashboard.read("/framework?indicator=assessment_factor_cse").text
        assert "once it is known how many children live in each" in before
        assert "ONS has it" in before
        dashboard.publish(CHILDREN)
        yield dashboard.reader


def test_boroughs_are_set_side_by_side_once_their_children_are_known(populated: Reader) -> None:
    reading = populated.open("/framework?indicator=assessment_factor_cse", "dark")
    panel = "funnel_assessment_factor_cse"
    header, *rows = reading.tables[panel]
    assert header[:3] == ["Borough", "Count", "Children under 18"]
    # 33 of 47,000 children are 7.02 of 10,000.
    assert next(row for row in rows if row[0] == "Camden")[1:4] == ["33", "47,000", "7"]
    assert "limits are" in reading.text and "(Spiegelhalter 2005)" in reading.text
    assert not any(word in reading.charts[panel] for word in ("worse", "best", "worst"))
    assert "95%" in reading.charts[panel] and "all boroughs" in reading.charts[panel]
    populated.page.set_viewport_size(NARROW)
    populated.settle()
    assert_clean(populated, NARROW)


def test_who_is_counted_at_any_age_is_not_set_against_children(populated: Reader) -> None:
    assert "rule out the one as the base of the other" in populated.open(RECORDED).text
