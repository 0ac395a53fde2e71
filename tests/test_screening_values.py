"""Values, markers and words of an observations return: each wrong one with its own sentence."""

from __future__ import annotations

import pytest

from oversight import definitions
from oversight.reference import Reference
from oversight.screening import received, screen
from tests.conftest import a_return
from tests.test_screening_reading import PLAIN, TODAY, understood


@pytest.fixture(scope="module")
def screened(files):
    indicators, reference = definitions.load(files), Reference(files)
    return lambda content: screen(content, indicators, reference, TODAY)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Line 1, column A: The file is empty."),
        (b" \r\n", "Line 1, column A: The file is empty."),
        (b"\xff\xfei\x00n\x00", "Line 1, column A: This is UTF-16 text, not a CSV file."),
        (b"\xfe\xff\x00i\x00n", "Line 1, column A: This is UTF-16 text, not a CSV file."),
        (b"i\x00n\x00d\x00", "Line 1, column A: This is UTF-16 text, not a CSV file."),
        (b"%PDF-1.7\n", "Line 1, column A: This is a PDF, not a CSV file."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Line 1, column A: This is an old Excel file, not a CSV"),
        (b"PK\x03\x04", "Line 1, column A: This is a zip file, not a CSV file. Unpack it"),
        (b"\n <!DOCTYPE html>", "Line 1, column A: This is a web page or XML, not a CSV file."),
        (b"a,b\x00\n", "Line 1, column B: There is an invisible character (U+0000)."),
        (PLAIN.replace(b"601", "６０１".encode()), "Line 2, value: '６０１' is not a plain number"),
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


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("905.0", "905.0 has decimals; allegations are whole numbers. Write 905."),
        ("0583", "'0583' begins with a nought. Write the number without it."),
        ("-5", "-5 cannot be: allegations are counted from 0 to 1,000,000,000."),
        ("\u22125", "'\u22125' is less than nought, which no count can be."),
        ("(5)", "'(5)' stands in brackets, which some take for a minus. Write the number alone."),
        ("+5", "'+5' has a plus sign. Write 5."),
        ("£5", "'£5' has a pound sign. Write 5."),
        ("1e3", "'1e3' is a number in short form, as a spreadsheet shows large ones. Write it with"
         " all its digits."),
        ("34%", "'34%' has a percent sign. Write the number alone, in the unit of the indicator."),
        ("NaN", "'NaN' is not a plain number. Leave it blank and write x in the column marker."),
        ("#N/A", "'#N/A' is not a plain number. Leave it blank and write x in the column marker."),
        ("inf", "'inf' is not a plain number. Leave it blank and write x in the column marker."),
        ("[C]", "'[C]' is a marker, not a value. Write c in the column marker and leave this one"
         " blank."),
        ("withheld", "'withheld' is a marker, not a value. Write c in the column marker and leave"
         " this one blank."),
        ("583p", "'583p' is a number and a marker. Write 583 here and p under marker."),
        ("583 [c]", "'583 [c]' is a number and c (withheld), which stands in place of one. Write"
         " 583 here, or c in the column marker."),
        ("583*", "'583*' has a sign after it. Write 583 here and what it means in the note."),
        ("<5", "'<5' is not a plain number such as 583. Write the number itself, or a marker and"
         " no value."),
        ("5-7", "'5-7' is a range. Write one number, or a marker and no value."),
        ("1 234", "'1 234' has spaces. Write it without them."),
        ("12,34", "'12,34' is not a plain number such as 583. Decimals stand after a point; a comma"
         " parts thousands."),
        ("1,2345", "'1,2345' is not a plain number such as 583: its commas do not part thousands."),
        ("six hundred", "'six hundred' is not a plain number such as 583."),
    ],
)  # fmt: skip
def test_each_way_to_write_no_plain_number_has_its_own_sentence(value, sentence, screened):
    (finding,) = screened(a_return(f'allegations_rape,2014-15,London,,"{value}",,')).findings
    assert str(finding) == f"Line 2, value: {sentence}"


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("met_strength,2014-06-30,MPS,role=PCSO,1234.50,,", "1234.50"),
        ("first_case_conference_attendance,2014-09-30,London,,99.5,,", "99.5"),
        ('allegations_rape,2014-15,London,,"1,234,567",,', "1234567"),
        ("allegations_rape,2014-15,London,,0,,", "0"),
    ],
)
def test_a_plain_number_is_kept_as_it_is_written_without_its_commas(row, kept, screened):
    (figure,) = screened(a_return(row)).figures
    assert figure.value == kept


def test_counts_below_london_and_by_kind_may_come_since_the_small_ones_are_withheld(screened):
    outcome = screened(
        a_return(
            "allegations_rape,2014-15,London,sex=female,3,,",
            "allegations_rape,2014-15,Camden,,5,,",
            "children_missing,2014-15 Q1,Camden,,4,,",
        )
    )
    assert (outcome.findings, len(outcome.figures)) == ((), 3)


def test_one_cell_with_the_same_invisible_character_twice_is_told_of_once() -> None:
    findings, count = received.unreadable(
        b"a,b\n1,2\xc2\xa0\xc2\xa0\n\xc2\xa01,2\n", ",", ("a", "b")
    )
    assert [(one.line, one.column) for one in findings] == [(2, "b"), (3, "a")]
    assert count == 2
