"""A figure that is known within limits is never told as one that is not available."""

from __future__ import annotations

import io

import openpyxl
import pytest

from oversight import packs, publishing, store
from tests import packing
from tests.conftest import CLERK, a_return
from tests.test_xlsx_pack import table_of


def observations(workbook: bytes) -> list[dict]:
    return table_of(openpyxl.load_workbook(io.BytesIO(workbook))["Observations"])


@pytest.fixture(scope="module")
def printed(built) -> list[dict]:
    """The observations of the first publication's workbook."""
    return observations(packing.workbook_of(built))


@pytest.mark.must("meeting", 5)
def test_limits_stand_where_the_one_value_would(built, printed):
    kept = {
        (row.indicator, row.period): row
        for row in store.current(built).rows("export/observations")
        if row.value is None and not (row.lower is None and row.upper is None)
    }
    shown = [row for row in printed if (row["indicator"], row["period"]) in kept]
    assert len(shown) > 3
    assert {"383 to 384", "over 50"} <= {str(row["value"]) for row in shown}
    for row in shown:
        assert "[x]" not in (row["value"], row["lower"], row["upper"]), row
    (least,) = [row for row in shown if row["value"] == "over 50"]
    assert (least["lower"], least["upper"]) == (51, "[z]")


def test_what_is_not_available_still_says_so(printed):
    missing = [row for row in printed if row["marker"] == "[x]"]
    assert missing
    assert all((row["value"], row["lower"], row["upper"]) == ("[x]",) * 3 for row in missing)


@pytest.mark.parametrize(
    ("value", "marker", "told"), [("74", "p", (74, "[p]")), ("", "u", ("[u]", "[u]"))]
)
def test_a_figure_with_a_marker_of_its_own_is_told_by_it(value, marker, told, where, few):
    sent = a_return(f"fgm_referrals,2014,London,,{value},{marker},")
    publishing.publish(where, few, sent, CLERK)
    made = packs.made(store.current(where), packing.ON)
    (row,) = [
        one for one in observations(packs.as_xlsx(made))
        if one["indicator"] == "fgm_referrals" and one["period"] == "2014"
    ]  # fmt: skip
    assert (row["value"], row["marker"]) == told
    assert "[x]" not in row.values()
