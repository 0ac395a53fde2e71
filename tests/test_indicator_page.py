"""One indicator in full on the framework page, and two side by side."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.reading import Reader, Reading

pytestmark = pytest.mark.browser

Read = Callable[[str], Reading]
PAIR = "indicator=allegations_rape&compare=fgm_referrals"


def test_one_indicator_in_full_says_what_it_means_what_is_owed_and_what_to_read_beside_it(
    read: Read,
) -> None:
    reading = read("/framework?indicator=allegations_rape")
    assert reading.title == (
        "Rape allegations investigated by CAITs: 583 (2013-14), rose 14% since 2012-13"
    )
    assert "Neither good nor bad, because a rise can mean more abuse, more confidence" in (
        reading.text
    )
    assert "Owed by Met. Next: 2014-15, due since 1 April 2015." in reading.text
    assert (
        "Read beside it: Charges for CAIT crime types: no figure supplied, a first figure, owed by"
        " Met since 24 July 2014." in reading.text
    )
    assert "An allegation is what someone has reported" in reading.text
    assert reading.tables["indicator_allegations_rape"][1] == [
        "Rape", "383 to 384 [e]", "[x]", "[x]", "[x]", "511", "583",
    ]  # fmt: skip
    assert "Rape 583" in reading.charts["indicator_allegations_rape"]
    # What it stands beside is not necessarily what it is compared with.
    assert (
        "Sanction detections for CAIT crime types"
        in reading.text.partition("Not comparable with")[2]
    )


def test_two_points_are_drawn_as_two_bars_and_called_no_trend(read: Read) -> None:
    reading = read("/framework?indicator=fgm_referrals")
    assert reading.title.endswith("69 (2013), rose 165% since 2012; two points are no trend")
    assert reading.charts["indicator_fgm_referrals"] == "2012: 26 2013: 69"


def test_the_effect_that_the_report_expects_stands_beside_the_ask(read: Read) -> None:
    reading = read("/framework?indicator=cse_referrals")
    asks = {row[0]: row for row in reading.tables["related_asks"][1:]}
    assert asks["R6a"][1:4] == [
        "Met", "Review what the CSE Protocol has done for reporting and identification (asked)",
        "24 July 2015",
    ]  # fmt: skip
    assert asks["R6a"][4].startswith("Referrals rise from hundreds to perhaps 2,000 or 3,000")
    assert asks["R6c"][4] == "none stated"
    assert "The report expects: Referrals rise from hundreds to perhaps 2,000 or 3,000 (R6a, p. 26"
    assert reading.alternatives == {}
    assert "No figure supplied; the Met expected to be better placed" in reading.text


def test_only_what_the_definitions_allow_is_offered_to_compare(reader: Reader) -> None:
    reader.open("/framework?indicator=allegations_rape")
    reader.page.get_by_role("combobox", name="Beside it").click()
    # Typing opens the list; most titles have this letter.
    reader.page.keyboard.type("a")
    options = reader.page.get_by_role("option")
    options.first.wait_for()
    assert options.all_inner_texts() == [
        "Allegations investigated by CAITs",
        "Assault allegations investigated by CAITs",
        "Neglect allegations investigated by CAITs",
        "Rape and sexual assault allegations together",
        "Sexual assault allegations investigated by CAITs",
    ]
    reader.take(options.filter(has_text=re.compile("^Sexual assault")))
    reading = reader.read_when("1,071 to 1,076")
    assert "compare=allegations_sexual_assault" in reading.address
    assert reading.figure("compared", "Sexual assault", "2013-14") == "1,803"
    assert reading.figure("compared", "Rape", "2013-14") == "583"
    assert "Not alike" not in reading.text
    assert "caveat" not in reader.download("compared")[0]
    assert reader.open(reading.address) == reading


def test_a_pair_that_the_definitions_rule_out_is_refused_with_the_reasons(read: Read) -> None:
    reading = read(f"/framework?{PAIR}")
    (said,) = reading.errors
    assert "Rape allegations investigated by CAITs and FGM referrals to the Met are not" in said
    assert "another clock: “financial year” and “calendar year”" in said
    assert "another unit: “allegations” and “referrals”" in said
    assert "add override=yes to the address" in said
    assert reading.tables == {}


def test_an_override_prints_its_caveat_on_chart_words_table_and_download(reader: Reader) -> None:
    reading = reader.open(f"/framework?{PAIR}&override=yes")
    caveat = "Not alike: another clock: “financial year” and “calendar year”; another unit:"
    assert caveat in reading.charts["compared"]
    assert caveat in reading.words["compared"]
    assert caveat in reading.alternatives["compared"]
    header, *rows = reading.tables["compared"]
    assert header[-1] == "Caveat"
    assert [row[0] for row in rows] == ["Rape", "FGM referrals"]
    assert all(row[-1].startswith(caveat) for row in rows)
    records = reader.download("compared")
    assert {record["measure"] for record in records} == {"allegations_rape", "fgm_referrals"}
    assert all(record["caveat"].startswith(caveat) for record in records)


def test_an_override_that_is_taken_back_takes_the_pair_with_it(reader: Reader) -> None:
    reader.open("/framework?indicator=fgm_referrals")
    reader.press("Offer what the definitions rule out", "yes")
    reader.read_when("Beside it")
    reader.choose("Beside it", "Charges for CAIT crime types")
    reading = reader.read_when("Not alike")
    assert "override=yes" in reading.address and "compare=charges" in reading.address
    reader.press("Offer what the definitions rule out", "no")
    reading = reader.read_when("No other indicator has the same clock")
    assert (reading.address, reading.errors) == ("/framework?indicator=fgm_referrals", [])
    assert "compared" not in reading.tables
