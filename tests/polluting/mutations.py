"""Random mutations of clean returns: of bytes, of cells, of rows, and of the whole file's form."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from random import Random

from tests.polluting.clean import BOM, CLEAN, CODES, HEADERS, OBSERVATIONS, Clean, Row, written

# What a cell may also say; where it does not fit, the return must be refused.
OTHERS = {
    "indicator": (
        "allegations_rape", "allegations_all", "cse_referrals", "fgm_referrals", "met_strength",
        "recorded_rape_all_victims", "sanction_detections", "mash_rereferral_rate", "charges",
        "soeca_officers_in_post", "borough_child_population", "children_missing",
    ),
    "period": (
        "2013-14", "2013/14", "2013-2014", "2015-16 Q3", "Q2 2013-14", "2013-14Q4", "2013",
        "2013 Q3", "Q3 2013", "2013-11", "year to 2013-11", "year to November 2015", "2015-03-31",
        "FY 2012-13", "March 2015", "2026-27", "1999-00", "2011-12", "2013\u201314", "2012-12-31",
        "Mar-15",
    ),
    "geography": (
        "London", "MPS", "E12000007", "camden", "E09000001", "Richmond", "H&F", "Lewisham", "UK",
        "TOWER HAMLETS", "Unknown", "City of London Police", "England", "met-airports", "Croyden",
    ),
    "breakdown": (
        "", "sex=female", "Sex = Male", "age=0-15", "age=16-17;sex=male", "sex=male; age=under 18",
        "role=PCSO", "role=police staff", "crime type=rape", "looked after=no", "age=18+", "age=7",
        "sex=not recorded", "age=17-3", "sex=both", "victim age=under 18",
    ),
    "value": (
        "", "0", "7", "12", "148", "1,204", "2010", "99.5", "3.25", "1e3", "-4", "07", "12.0",
        "1.204", "1000000000", "1000000001", "100", "101",
    ),
    "marker": ("", "", "p", "r", "e", "b", "c", "x", "z", "u", "low", "[c]", "P", "[R]", "*", "[]"),
    "ask": ("R1a", "R6c", "R8b", "U05", "P10", "R5b", "r6a", "U06", "R9"),
    "status_date": ("2014-07-24", "2014-07-23", "2015-12-31", "2016-02-29", "2015-02-29", "1/3/15"),
    "response": ("", "accepted", "Accepted in part", "NOT ACCEPTED", "no response", "agreed"),
    "delivery": (
        "", "not started", "In Progress", "claimed complete", "closed: superseded",
        "closed: not implemented", "Closed: implemented", "closed",
    ),
    "evidence": (
        "", "Minutes | 2014-12", "Letter of May | https://example.org/a?b=c | | p. 3", "Report",
        "Report | 2031-01-01", "Report | http://example.org", "| 2014-12-01", "Minutes | page 2",
        "Minutes | https://example.org | 2014-13-01 | p. 1", "Minutes | 2014 | p. 1 | more",
    ),
    "revised_due_date": ("", "2015-12-31", "2016-06-30", "2014-08-01", "2100-01-01", "2101-01-01"),
    "reason": ("", "Staff left", "=1+1", "It is late; so be it", "two\nlines"),
    "author": (
        "Met", "MPS", "mopac", "Committee", "NHS", "police and crime committee", "Mett", "CPS",
    ),
    "meeting_date": (
        "2014-07-24", "2015-06-18", "2016-02-29", "2014-01-01", "2026-11-22", "2026-11-23",
    ),
    "question": ("", "Why?", "why?", "WHY?", "=SUM(A1)?", "two\nlines?", "Is it so, then?"),
    "position": ("1", "2", "3", "9", "99", "100", "03", "0", ""),
    "slide": (
        "cse", "overdue", "charges", "workforce", "own question", "question no_boys", "Drop a b",
        "drop no_boys", "question", "cse_referral", "R1a", "",
    ),
    "minutes": ("", "1", "20", "240", "241", "5.0", "020"),
    "about": ("R1a", "P10", "A05", "charges", "O01", "nothing", "S03", "u01"),
    "asked_of": ("Met", "MOPAC", "mps", "Mayor", "Committee", "London", "Nobody"),
    "outcome": ("asked", "Answered", "PROMISED", "done", "withdrawn", "open"),
    "answer": ("", "Yes.", "No, not yet.", "=1", "two\nlines"),
    "promised_by": ("", "Met", "MOPAC", "Mayor of London", "nobody"),
    "due_date": ("", "2015-12-31", "2016-06-30", "2014-07-24", "2099-12-31", "soon"),
    "note": ("", "revised", "see table 4", "a;b,c", '"quoted"', "two\nlines", "=1", "-"),
}  # fmt: skip
LETTERS = (
    b",", b";", b"\t", b"\n", b"\r", b'"', b"'", b"-", b".", b" ", b"0", b"1", b"9", b"e", b"Q",
    b"=", b"|", b"\0", b"\xff", b"\xc3\xa9", b"\xe2\x80\x93", b"\xd0\xb0", b"\xe2\x80\xae",
    b"\xef\xbb\xbf", b"\xc2\xa0", b"\xef\xbc\x91", b"A", b"z", b"%", b"/", b"[c]", b'""', b",,",
    b"\r\n", b"+",
)  # fmt: skip


A_DIGIT = re.compile(b"[0-9]")


def _a_letter_put_in(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + random.choice(LETTERS) + content[at:]


def _a_letter_changed(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + random.choice(LETTERS) + content[at + 1 :]


def _a_byte_changed(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]


def _bytes_left_out(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + content[at + random.randint(1, 3) :]


def _bytes_twice(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[: at + random.randint(1, 12)] + content[at:]


def _two_bytes_changed_over(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content) - 1)
    return content[:at] + content[at + 1 : at + 2] + content[at : at + 1] + content[at + 2 :]


def _another_case(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + content[at : at + 20].swapcase() + content[at + 20 :]


def _a_digit_changed(content: bytes, random: Random) -> bytes:
    """The next digit after some place becomes another."""
    found = A_DIGIT.search(content, random.randrange(len(content)))
    at = found.start() if found else 0
    return content[:at] + b"%d" % random.randrange(10) + content[at + 1 :]


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(1, len(content))]


def _a_cell_of_another_row(clean: Clean, random: Random) -> Clean:
    column, row = random.randrange(len(clean.header)), random.choice(clean.rows)
    return clean.with_cell(random.randrange(len(clean.rows)), clean.header[column], row[column])


def _a_cell_otherwise(clean: Clean, random: Random) -> Clean:
    column = random.choice(clean.header)
    text = random.choice(OTHERS[column])
    return clean.with_cell(random.randrange(len(clean.rows)), column, text)


def _a_cell_spelled_otherwise(clean: Clean, random: Random) -> Clean:
    row, column = random.randrange(len(clean.rows)), random.randrange(len(clean.header))
    spell = random.choice(
        (str.upper, str.lower, str.title, lambda text: f" {text} ", lambda text: f"{text}  ",
         lambda text: text.replace(" ", "  "), lambda text: text.replace("-", "/"), str.strip)
    )  # fmt: skip
    return clean.with_cell(row, clean.header[column], spell(clean.rows[row][column]))


def _a_value_otherwise(clean: Clean, random: Random) -> Clean:
    """Another figure, of the kind that is mostly possible."""
    if clean.kind != OBSERVATIONS:
        return _a_cell_otherwise(clean, random)
    value = random.randrange(10 ** random.randint(1, 6))
    text = random.choice((str(value), f"{value:,}", f"{value:,}", f"{value / 8}", f"0{value}"))
    return clean.with_cell(random.randrange(len(clean.rows)), "value", text)


def _two_cells_changed_over(clean: Clean, random: Random) -> Clean:
    at, rows = random.randrange(len(clean.rows)), [list(row) for row in clean.rows]
    one, other = (random.randrange(len(clean.header)) for _ in range(2))
    rows[at][one], rows[at][other] = rows[at][other], rows[at][one]
    return clean.with_rows(rows)


def _rows_otherwise(clean: Clean, random: Random) -> Clean:
    rows: list[Row] = list(clean.rows)
    at = random.randrange(len(rows))
    others = [row for one in CLEAN.values() if one.kind == clean.kind for row in one.rows]
    match random.randrange(6):
        case 0:
            rows.insert(at, random.choice(rows))
        case 1:
            del rows[at]
        case 2:
            random.shuffle(rows)
        case 3:
            rows.insert(at, ("",) * len(clean.header))
        case 4:
            rows.insert(at, random.choice(others))
        case 5:
            kept = random.randrange(len(clean.header))
            rows[at] = (*rows[at][:kept], *[""] * (len(clean.header) - kept))
    return clean.with_rows(rows)


IN_CELLS: tuple[Callable[[Clean, Random], Clean], ...] = (
    _a_cell_of_another_row, _a_cell_otherwise, _a_cell_spelled_otherwise, _a_value_otherwise,
    _two_cells_changed_over, _rows_otherwise,
)  # fmt: skip
IN_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _a_letter_put_in, _a_letter_changed, _a_byte_changed, _bytes_left_out, _bytes_twice,
    _two_bytes_changed_over, _another_case, _a_digit_changed, _cut,
)  # fmt: skip
BOROUGHS = [name for name, code in CODES.items() if code.startswith("E09")]
# How often a return is changed so many times: once is the most telling.
HOW_OFTEN = (0, 0, 1, 1, 1, 1, 2, 3)


def mutated(number: int) -> bytes:
    """The mutation of this number: always the same."""
    random = Random(number)
    clean = random.choice([*CLEAN.values()])
    for _ in range(random.choice(HOW_OFTEN)):
        clean = random.choice(IN_CELLS)(clean, random) if clean.rows else clean
    content = _formed(clean, random)
    for _ in range(random.choice((0, 0, 0, 1, 1, 2))):
        if len(content) > 1:
            content = random.choice(IN_BYTES)(content, random)
    return content


def _formed(clean: Clean, random: Random) -> bytes:
    """The return in one of the forms in which files come."""
    order = [*range(len(clean.header))]
    if random.randrange(6) == 0:
        random.shuffle(order)
    spell = random.choice((str, str, str.upper, lambda name: f" {name.replace('_', ' ')} "))
    blanks = random.choice((0, 0, 0, 2))
    rows = [[*(row[at] for at in order), *[""] * blanks] for row in clean.rows]
    content = written(
        [*(spell(clean.header[at]) for at in order), *[""] * blanks],
        rows,
        delimiter=random.choice(",,,;\t"),
        end=random.choice(("\n", "\n", "\r\n", "\r")),
        quoting=random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    )
    return random.choice((b"", BOM)) + content


def mutated_and_large(number: int) -> bytes:
    """A mutation of a return of some megabytes, of which most stay possible: the same always."""
    random = Random(number)
    note = "counted, then checked\n" * 20 if number % 2 else "as sent " * 60
    rows = [
        (indicator, f"{year}-{(year + 1) % 100:02d} Q{quarter}", place, "", f"{year:,}", "", note)
        for indicator in ("recorded_rape_all_victims", "recorded_other_sexual_offences_all_victims")
        for year in range(2008, 2024)
        for quarter in range(1, 5)
        for place in BOROUGHS
    ]  # fmt: skip
    content = written(HEADERS[OBSERVATIONS], rows, end=random.choice(("\n", "\r\n")))
    for _ in range(random.choice((1, 1, 2, 4))):
        mutate = random.choice(
            (_a_letter_put_in, _a_letter_changed, _bytes_left_out, _a_digit_changed)
        )
        content = mutate(content, random)
    return content
