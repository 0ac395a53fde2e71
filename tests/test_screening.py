"""Screening a return: each check has a broken file of its name, and that file trips it alone."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from oversight import ROOT, definitions, publishing
from oversight.reference import Reference
from oversight.screening import Screened, screen
from oversight.screening.registry import CHECKS
from tests import test_personal, test_screening_returns, test_screening_running_orders
from tests.conftest import CLERK, a_return
from tests.mistake import redacted

BROKEN = Path(__file__).parent / "broken"
TODAY = date(2026, 1, 1)


def checks_in(folder: str) -> set[str]:
    """The names of all checks that the code of a folder can report."""
    calls = (
        node
        for path in (ROOT / "oversight" / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding"
    )
    return {ast.literal_eval(call.args[0]) for call in calls}


OF_A_RETURN = sorted(checks_in("screening"))
# A withdrawal is of no file: tests/test_withdrawing.py.
OF_A_PUBLICATION = sorted(checks_in("publishing") - {"return_stands", "withdrawals_have_a_reason"})


@pytest.fixture(scope="module")
def screened(files):
    indicators, reference = definitions.load(files), Reference(files)

    def screened(content: bytes) -> Screened:
        return screen(content, indicators, reference, TODAY)

    return screened


def test_the_registry_holds_every_check_the_code_can_report_and_no_other():
    assert {*OF_A_RETURN, *OF_A_PUBLICATION} == {*CHECKS}


def test_no_check_is_without_its_broken_file():
    assert {path.stem for path in BROKEN.iterdir()} == {*OF_A_RETURN, *OF_A_PUBLICATION}


@pytest.mark.parametrize("check", OF_A_RETURN)
def test_its_broken_return_trips_the_check_and_no_other(check, screened):
    outcome = screened((BROKEN / f"{check}.csv").read_bytes())
    assert [finding.check for finding in outcome.findings] == [check]
    if outcome.blocks:
        assert (len(outcome.figures), outcome.entries) == (0, ())
    assert outcome.findings[0].line >= 1
    assert outcome.findings[0].column


@pytest.mark.parametrize("check", OF_A_PUBLICATION)
def test_its_broken_return_is_refused_when_published_and_for_no_other_reason(check, scratch, files):
    content = (BROKEN / f"{check}.csv").read_bytes()
    if check in ("return_is_new", "redacted_stays_withheld"):
        publishing.publish(scratch, files, content, CLERK)
    if check == "redacted_stays_withheld":
        redacted(scratch, "fgm_referrals,2014,London")
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(scratch, files, content, CLERK)
    assert [finding.check for finding in refused.value.findings] == [check]


SENTENCES = [
    (
        "is_csv",
        "Line 1, column A: This is an Excel workbook, not a CSV file. In Excel choose 'Save as' and"
        " 'CSV UTF-8 (comma delimited)'.",
    ),
    (
        "is_utf8",
        "Line 2, note: The file is not UTF-8. In Excel choose 'Save as' and 'CSV UTF-8 (comma",
    ),
    (
        "is_printable",
        "Line 2, value: There is an invisible character (U+00A0). It is a space that does not"
        " break; type the cell anew without it.",
    ),
    (
        "is_not_invented",
        "Line 3, note: The return says INVENTED: it was made to rehearse with. Such figures are"
        " published in a home made for them (make demo), and nowhere else.",
    ),
    (
        "columns_are_expected",
        "Line 1, column C: 'place' is no column of the observations return. Write geography here.",
    ),
    (
        "quotes_close",
        "Line 2, note: The quotation mark that opens in this cell never closes, so everything"
        " below belongs to it.",
    ),
    (
        "rows_fit_the_header",
        "Line 2, value: 8 cells where there must be 7. '10' and '034' seem to be one number. Write"
        " 10034, without the comma.",
    ),
    (
        "has_figures",
        "Line 1, indicator: The return has a header and no figure below it. Write one in each row.",
    ),
    (
        "entries_are_few",
        "Line 2002, ask: 2,001 rows, where at most 2,000 fit into one return of this kind. Send it",
    ),
    (
        "indicator_is_known",
        "Line 3, indicator: 'allegation_rape' is no indicator. Did you mean allegations_rape?",
    ),
    (
        "period_is_readable",
        "Line 2, period: 'Q1 14/15' is not how a period is written. Write 2014-15 Q1.",
    ),
    (
        "clock_is_the_indicators",
        "Line 3, period: '2014-15' is a financial year. fgm_referrals lives on the clock"
        " 'calendar year', written like 2014 or 2014 Q1.",
    ),
    ("period_has_ended", "Line 3, period: '2094-95' has not ended by 1 January 2026."),
    (
        "period_is_recent",
        "Line 2, period: '1914-15' lies before 2000. Write the year as it is.",
    ),
    (
        "geography_is_known",
        "Line 2, geography: 'Camdenn' is not a place of the reference list. Did you mean Camden?",
    ),
    (
        "geography_is_collected",
        "Line 2, geography: soeca_officers_budgeted is not collected for Camden; its lowest"
        " level is Metropolitan Police.",
    ),
    (
        "breakdown_is_wanted",
        "Line 2, breakdown: 'hair=red' is no breakdown of this indicator. Write it like sex=female"
        " or age=0-15, or leave it blank for all.",
    ),
    ("marker_is_known", "Line 2, marker: '*' is no marker. Markers: c (withheld), x (not avai"),
    (
        "marker_fits_the_value",
        "Line 2, marker: 'c' (withheld) stands in place of a value; found 4 too.",
    ),
    (
        "has_value_or_marker",
        "Line 2, value: There is no value. Write one, or a marker that says why there is none: c"
        " withheld, x not available, z not applicable; or delete the row. 0 means none.",
    ),
    ("value_is_a_number", "Line 2, value: 'about 150' is not a plain number such as 583."),
    ("value_is_possible", "Line 2, value: -601 cannot be: allegations are counted from 0 to"),
    ("value_is_whole", "Line 2, value: 601.5 has decimals; allegations are whole numbers."),
    (
        "figures_stand_once",
        "Line 3, indicator: allegations_rape for 2014-15, Metropolitan Police stands in line 2"
        " already. Leave one of the two.",
    ),
    (
        "small_numbers_are_safe",
        "Line 2, value: A number from 1 to 7 can point at persons. Write marker c in its place.",
    ),
]


@pytest.mark.parametrize(("check", "sentence"), SENTENCES)
def test_a_finding_says_where_what_was_written_and_how_to_mend_it(check, sentence, screened):
    (finding,) = screened((BROKEN / f"{check}.csv").read_bytes()).findings
    assert str(finding).startswith(sentence)


def test_every_check_of_a_return_has_its_sentence_tested():
    others = (
        *test_screening_returns.SENTENCES,
        *test_screening_running_orders.SENTENCES,
        *test_personal.SENTENCES,
    )
    tested = [check for check, _ in (*SENTENCES, *others)]
    assert sorted(tested) == OF_A_RETURN


def test_everything_wrong_in_a_stage_is_told_at_once_by_line_and_column(screened):
    outcome = screened(
        a_return(
            "allegations_rape,2014-15,Narnia,,about 600,,",
            "allegations_rape,2014-15,London,,601,,",
            "allegations_rape,14-15,London,,601,,",
        )
    )
    assert [(finding.line, finding.column) for finding in outcome.findings] == [
        (2, "geography"), (2, "value"), (4, "period"),
    ]  # fmt: skip


def test_a_line_is_counted_as_a_spreadsheet_shows_it_after_a_note_of_two_lines(screened):
    outcome = screened(
        a_return('allegations_rape,2014-15,London,,601,,"one\ntwo"', "rapes,2014-15,London,,601,,")
    )
    assert [finding.line for finding in outcome.findings] == [4]


def test_findings_are_capped_and_the_rest_counted(screened):
    outcome = screened(a_return(*["rapes,2014-15,London,,601,,"] * 103))
    assert [finding.line for finding in outcome.findings] == list(range(2, 102))
    assert (outcome.count, outcome.rows, outcome.refused) == (103, 103, 103)
