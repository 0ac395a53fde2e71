"""Screening a return: each check has a broken file of its name, and that file trips it alone."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from oversight import ROOT, definitions, publishing
from oversight.reference import Reference
from oversight.screening import MOST_BYTES, Screened, screen
from oversight.screening.registry import CHECKS
from tests import test_screening_returns
from tests.conftest import CLERK, HEADER, a_return

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


# "capped" says how many findings are not listed; it is no check.
OF_A_RETURN = sorted(checks_in("screening") - {"capped"})
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
    assert (outcome.figures, outcome.entries) == ((), ())


@pytest.mark.parametrize("check", OF_A_PUBLICATION)
def test_its_broken_return_is_refused_when_published_and_for_no_other_reason(check, scratch, files):
    content = (BROKEN / f"{check}.csv").read_bytes()
    if check == "return_is_new":
        publishing.publish(scratch, files, content, CLERK)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(scratch, files, content, CLERK)
    assert [finding.check for finding in refused.value.findings] == [check]


SENTENCES = [
    ("is_csv", "This is a zip or Excel file, not a CSV file. In Excel choose 'Save as' and"),
    ("is_utf8", "Line 2: The file is not UTF-8. In Excel choose 'Save as' and 'CSV UTF-8"),
    ("is_printable", "Line 2: There is an invisible character (U+00A0). Type the cell anew."),
    ("columns_are_expected", f"Line 1: The columns must be {HEADER}; found indicator;period"),
    ("quotes_close", "Line 2: The quotation marks do not close or stand inside a cell"),
    ("rows_fit_the_header", "Line 2: 8 cells where there must be 7. A comma inside a cell"),
    ("has_figures", "The return has a header and no figure below it."),
    (
        "indicator_is_known",
        "Line 3, indicator: 'allegation_rape' is no indicator. Did you mean allegations_rape?",
    ),
    ("period_is_readable", "Line 2, period: 'Q1 14/15' is not a period. Write it like 2013-14"),
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
        "Line 2, breakdown: 'hair=red' is not a breakdown of allegations_rape. It takes"
        " sex=... and age=....",
    ),
    ("marker_is_known", "Line 2, marker: '*' is no marker. Markers: c (withheld), x (not avai"),
    (
        "marker_fits_the_value",
        "Line 2, marker: 'c' (withheld) stands in place of a value; found 4 too.",
    ),
    ("has_value_or_marker", "Line 2, value: There is no value. Write one, or a marker: c with"),
    ("value_is_a_number", "Line 2, value: 'about 150' is not a plain number such as 583."),
    ("value_is_possible", "Line 2, value: -601 cannot be: allegations are counted from 0 to"),
    ("value_is_whole", "Line 2, value: 601.5 has decimals; allegations are whole numbers."),
    (
        "figures_stand_once",
        "Line 3, indicator: allegations_rape for 2014-15, Metropolitan Police stands in line 2"
        " already. Leave one of the two.",
    ),
    ("small_numbers_are_safe", "Line 2, value: Counts of people below London, or split by se"),
]


@pytest.mark.parametrize(("check", "sentence"), SENTENCES)
def test_a_finding_says_where_what_was_written_and_how_to_mend_it(check, sentence, screened):
    (finding,) = screened((BROKEN / f"{check}.csv").read_bytes()).findings
    assert str(finding).startswith(sentence)


def test_every_check_of_a_return_has_its_sentence_tested():
    tested = [check for check, _ in (*SENTENCES, *test_screening_returns.SENTENCES)]
    assert sorted(tested) == OF_A_RETURN


PLAIN = a_return(
    "allegations_rape,2014-15,London,,601,p,",
    "allegations_all,2014-15,London,,10034,,\"counted, then checked\"",
    "soeca_officers_in_post,2014-09-30,Metropolitan Police,,905,,headcount",
    "recorded_rape_all_victims,2014-15 Q1,Westminster,,41,,",
    "recorded_rape_all_victims,2014-15 Q1,Kensington and Chelsea,,,x,",
)  # fmt: skip
CAREFUL = (
    b"\xef\xbb\xbf"
    + "\r\n".join(
        [
            HEADER.upper(),
            '"allegations_rape","2014-15","london","","601","p",""',
            '"allegations_all","2014-15","E12000007",,"10,034",,"counted, then checked"',
            "",
            "soeca_officers_in_post, 2014-09-30 ,MPS,,905.0,,headcount",
            "recorded_rape_all_victims,2014-15 Q1,City of Westminster,,41,,",
            "recorded_rape_all_victims,2014-15 Q1,Kensington & Chelsea,,,x,",
            ",,,,,,",
            ",,,,,,",
            "",
        ]
    ).encode()
)


def understood(outcome: Screened) -> list[tuple]:
    assert outcome.findings == ()
    return [
        (one.key, float(one.value) if one.value else None, one.marker, one.note)
        for one in outcome.figures
    ]


def test_a_careful_return_from_excel_loads_equal_to_the_plain_one(screened):
    assert understood(screened(CAREFUL)) == understood(screened(PLAIN))
    assert len(understood(screened(CAREFUL))) == 5


def test_old_mac_line_ends_load_equal(screened):
    assert understood(screened(PLAIN.replace(b"\n", b"\r"))) == understood(screened(PLAIN))


def test_the_order_of_breakdowns_does_not_matter(screened):
    one = a_return("met_strength,2014-06-30,MPS,role=PCSO,5,,")
    other = a_return("met_strength,2014-06-30,MPS,role=PCSO;,5,,")
    assert understood(screened(one)) == understood(screened(other))
    both = one + other.splitlines()[1] + b"\n"
    assert [finding.check for finding in screened(both).findings] == ["figures_stand_once"]


def test_one_figure_is_not_split_by_the_same_thing_twice(screened):
    row = "met_strength,2014-06-30,MPS,role=PCSO;role=police staff,5,,"
    assert str(screened(a_return(row)).findings[0]) == (
        "Line 2, breakdown: 'role=PCSO;role=police staff' splits by role twice."
        " Write one figure a line."
    )


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
    assert len(outcome.findings) == 101
    assert str(outcome.findings[-1]) == (
        "3 more findings are not listed; mend these first."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \r\n", "The file is empty."),
        (b"\xff\xfei\x00n\x00", "This is UTF-16 text, not a CSV file."),
        (b"\xfe\xff\x00i\x00n", "This is UTF-16 text, not a CSV file."),
        (b"%PDF-1.7\n", "This is a PDF, not a CSV file."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "This is an old Excel file, not a CSV file."),
        (b"x" * (MOST_BYTES + 1), "The file is larger than 20 MB. Split it."),
        (b"a,b\x00\n", "Line 1: There is an invisible character (U+0000)."),
        (PLAIN.replace(b"601", "６０１".encode()), "Line 2, value: '６０１' is not a plain number"),
        (PLAIN.replace(b"601", b"6e2"), "Line 2, value: '6e2' is not a plain number such as 583."),
        (PLAIN.replace(b"601", b"34%"), "Line 2, value: '34%' is not a plain number such as 583."),
        (PLAIN.replace(b"601", b"nan"), "Line 2, value: 'nan' is not a plain number such as 583."),
        (PLAIN.replace(b"601", b"9" * 400), "Line 2, value: 9999"),
        (PLAIN.replace(b",601", b',"6,01"'), "Line 2, value: '6,01' is not a plain number"),
        (
            a_return("first_case_conference_attendance,2014-09-30,London,,101,,"),
            "Line 2, value: 101 cannot be: a percentage is at most 100.",
        ),
        (
            a_return("fgm_women_estimated,2014,United Kingdom,,66000,,"),
            "Line 2, period: '2014' is a calendar year. fgm_women_estimated lives on the clock"
            " 'estimate', and cannot come in a return.",
        ),
        (
            a_return("sanction_detections,year to 2014-10,London,,2300,,"),
            "Line 2, period: 'year to 2014-10' is a rolling year. sanction_detections lives",
        ),
        (
            a_return("allegations_rape,2014-15,London,sex=female,61,,"),
            "Line 2, value: Counts of people below London, or split by sex or age",
        ),
        (
            a_return("allegations_rape,2014-15,City of London Police,,61,,"),
            "Line 2, geography: allegations_rape is not collected for City of London Police",
        ),
    ],
)
def test_what_a_strict_reader_refuses_is_refused_with_its_reason(content, sentence, screened):
    outcome = screened(content)
    assert len(outcome.findings) == 1
    assert str(outcome.findings[0]).startswith(sentence)


def test_a_withheld_count_below_london_may_come_since_it_says_nothing(screened):
    ((_, value, marker, _),) = understood(
        screened(a_return("allegations_rape,2014-15,Camden,,,c,"))
    )
    assert (value, marker) == (None, "c")
