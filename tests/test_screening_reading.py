"""Reading a return: what careful people really send is taken and said, the rest is refused."""

from __future__ import annotations

import random
from datetime import date

import pytest

from oversight import definitions, returns
from oversight.reference import Reference
from oversight.screening import Screened, received, screen
from oversight.screening.header import layout_of
from oversight.screening.records import records_of
from tests.conftest import HEADER, a_return
from tests.test_screening_returns import STATUS, of

TODAY = date(2026, 1, 1)
ROW = "allegations_rape,2014-15,London,,601,,"


@pytest.fixture(scope="module")
def screened(files):
    indicators, reference = definitions.load(files), Reference(files)
    return lambda content: screen(content, indicators, reference, TODAY)


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
            "soeca_officers_in_post, 2014-09-30 ,MPS,,905,,headcount",
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


ONE = a_return(ROW)
AGAIN = "allegations_rape,2013-14,London,,583,,"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ONE.replace(b",", b";"), ["Columns are parted by semicolons."]),
        (ONE.replace(b",", b"\t"), ["Columns are parted by tabs."]),
        (
            ONE.replace(b"period,geography", b"Period , GEOGRAPHY"),
            ["The header was read as indicator, period, geography, breakdown, value, marker,"
             " note."],
        ),
        (
            ONE.replace(b"marker,note", b"note,marker"),
            ["The columns stand in another order; each was read by its name."],
        ),
        (ONE.replace(b"\n", b",,\n"), ["2 blank columns at the right were passed over."]),
        (b"\n,,,,,,\n" + ONE + b",,,,,,\n\n\n", []),
        (ONE.replace(b"2014-15", b"2014/15"), ["'2014/15' was read as 2014-15, in 1 row."]),
        (ONE.replace(b"2014-15", b"FY 2014-2015"),
         ["'FY 2014-2015' was read as 2014-15, in 1 row."]),
        (ONE.replace(b"London", b"  greater   LONDON "),
         ["'greater   LONDON' was read as London, in 1 row."]),
        (ONE.replace(b"London", b"e12000007"), ["'e12000007' was read as London, in 1 row."]),
        (ONE.replace(b"601,,", b"601,[P],"), ["'[P]' was read as p, in 1 row."]),
        (ONE.replace(b"601", b'"1,601"'), ["Thousands commas were taken out of 1 value."]),
        (
            ONE.replace(b"London,", b"London,Age = 18 and over ; SEX=Female"),
            ["'Age = 18 and over ; SEX=Female' was read as age=18+;sex=female, in 1 row."],
        ),
        (ONE.replace(b"\n", b"\r\n"), []),
        (ONE, []),
    ],
)  # fmt: skip
def test_what_careful_people_send_is_taken_and_said(content, said, screened):
    outcome = screened(content)
    assert outcome.findings == ()
    assert [*outcome.understood] == said
    assert (len(outcome.figures), outcome.rows, outcome.refused) == (1, 1, 0)


def test_a_status_return_in_another_order_with_spaces_in_its_header_is_the_same(screened):
    plain = of(STATUS, "R6a,2015-03-01,accepted,in progress,,,,Met")
    other = of(STATUS.replace("_", " ").upper(), "R6a,2015-03-01,accepted,in progress,,,,Met")
    assert screened(other).entries == screened(plain).entries


@pytest.mark.parametrize(
    ("content", "sentences"),
    [
        (
            b"sep=;\n" + ONE.replace(b",", b";"),
            ["Line 1, column A: 'sep=;' speaks to Excel alone. Delete this line, so that the header"
             " is line 1."],
        ),
        (
            b"Return of the Met\n\nfor 2014-15\n" + ONE,
            ["Line 1, column A: The header seems to stand in line 4. Delete the 3 lines above it."],
        ),
        (
            ONE.replace(b"note", b"value"),
            ["Line 1, column G: 'value' stands twice. Leave one of the two columns.",
             f"Line 1, note: The column is missing. The columns must be {HEADER}; one that does"
             " not apply stays blank."],
        ),
        (
            ONE.replace(b"note", b"note,source"),
            ["Line 1, column H: 'source' is no column of the observations return. Take it out, or"
             " mend its name."],
        ),
        (
            b"1,2,3\n" + ONE.splitlines()[1],
            [f"Line 1, column A: The columns must be {HEADER}; found 1,2,3."],
        ),
        (
            a_return(f"{ROW},", AGAIN.replace(",583", "")),
            ["Line 2, column H: 8 cells where there must be 7. A comma inside a cell needs"
             ' quotation marks round the cell, such as "City, north".',
             "Line 3, note: 6 cells where there must be 7. Write the missing ones, blank where they"
             " do not apply."],
        ),
        (
            ONE.replace(b"\n", b",,\n", 1).replace(b"601,,", b"601,,,,counted"),
            ["Line 2, column I: 'counted' stands under no heading. Take it out, or move it."],
        ),
        (
            a_return(f'{ROW}the "new" team', f'{AGAIN} "new"'),
            [f"Line {line}, note: A quotation mark stands inside this cell. Write quotation marks"
             ' round the whole cell, and two for one inside: "the ""new"" team".'
             for line in (2, 3)],
        ),
        (
            a_return(f'{ROW}"', f'{AGAIN}"'),
            ["Line 2, note: The quotation mark that opens in this cell closes in a row below, so"
             " whole rows stand inside the cell. Write one at the end of the cell, or take both"
             " out."],
        ),
        (
            a_return(ROW, HEADER),
            ["Line 3, indicator: The header stands here again. Delete the line."],
        ),
        (
            a_return(f"{ROW}{'a' * 2_001}"),
            ["Line 2, note: 2,001 letters, where at most 2,000 fit. Say it shorter, and name the"
             " paper that says the rest."],
        ),
        (
            ONE.replace(b",", b";").replace(b"601", b"1,601"),
            ["Line 2, value: '1,601' has a comma, which may be a decimal in a file whose columns"
             " are not parted by commas. Write 1601 or, for a decimal, a point."],
        ),
    ],
)  # fmt: skip
def test_what_would_have_to_be_guessed_is_refused_with_what_to_write(content, sentences, screened):
    outcome = screened(content)
    assert [*map(str, outcome.findings)] == sentences
    assert outcome.count == len(sentences)
    assert len(outcome.figures) == 0


def test_every_row_is_loaded_or_refused_and_the_counts_add_up(screened):
    rows = [ROW, "", "rapes,2014-15,London,,601,,", ",,,,,,", AGAIN, "rapes,14,London,,x,,"]
    outcome = screened(a_return(*rows))
    assert (outcome.rows, outcome.refused, outcome.reached) == (4, 2, "words")
    assert [finding.cells[0] for finding in outcome.findings] == ["rapes", "rapes"]
    outcome = screened(a_return(*rows, "one,two"))
    assert (outcome.rows, outcome.refused, outcome.reached) == (5, 1, "shape")


def test_a_file_that_is_larger_than_a_command_may_send_is_refused_by_its_size(
    screened, monkeypatch
):
    monkeypatch.setattr(received, "MOST_BYTES_OF_A_COMMAND", 2_000_000)
    assert str(screened(b"x" * 2_000_001).findings[0]) == (
        "Line 1, column A: The file is larger than 2 MB. Split it."
    )


def test_a_cell_of_ten_million_letters_is_refused_by_its_place(screened):
    (finding,) = screened(a_return(f'{ROW}"{"a" * 10_000_000}"')).findings
    assert str(finding).startswith("Line 2, note: 10,000,000 letters, where at most 2,000 fit.")


def test_a_long_return_is_looked_through_for_persons_to_its_last_row(screened):
    rows = [
        f"allegations_rape,{year}-{(year + 1) % 100:02d} Q{quarter},London,age={age},{age + 20},,"
        for year in range(2001, 2021)
        for quarter in (1, 2, 3, 4)
        for age in range(80)
    ]
    last = "allegations_rape,2014-15 Q1,London,age=100,601,,ask 020 7983 4000"
    (finding,) = screened(a_return(*rows, last)).findings
    assert (finding.check, finding.line) == ("no_contact_details", len(rows) + 2)
    one_each = [f"allegations_rape,2014-15 Q1,London,age=101,1,,child {n}" for n in range(5)]
    assert {one.check for one in screened(a_return(*rows, *one_each)).findings} == {
        "no_rows_per_child"
    }


def test_a_list_of_persons_without_a_header_is_not_told_again(screened):
    (finding,) = screened(b"Jane Smith,601\n").findings
    assert (finding.check, finding.line) == ("no_names", 1)
    assert "Smith" not in str(finding)


PIECES = [",", "\n", "\r\n", "\r", ";", " ", "0", "é", "\u2028", "a,b\n", ",,,,,,\n", "\ufeff"]


def test_the_fast_reader_reads_what_the_strict_one_reads_and_refuses_what_that_refuses(files):
    kinds, chance = returns.load(files), random.Random(5)
    read = 0
    for _ in range(400):
        text = [*a_return(*[ROW, AGAIN] * 3).decode()]
        for _ in range(chance.randrange(3)):
            place = chance.randrange(len(text))
            text[place : place + chance.randrange(3)] = chance.choice(PIECES)
        content = "".join(text).encode()
        if layout := layout_of(content, kinds):
            # With a quotation mark in the header the strict reader decides.
            strictly = content.replace(b"note", b'"note"', 1)
            fast, strict = records_of(content, layout), records_of(strictly, layout)
            assert [*fast.at(slice(None))] == [*strict.at(slice(None))], content
            assert fast.lines.tolist() == strict.lines.tolist(), content
            assert (fast.findings, fast.refused) == (strict.findings, strict.refused), content
            read += 1
    assert read > 200
