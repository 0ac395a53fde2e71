"""Personal data at the door: what looks like it is found and not told again, the rest is let by."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from oversight import ROOT, definitions, returns
from oversight.reference import Reference
from oversight.screening import screen
from oversight.screening.personal import MOST_PLACES, personal, personal_in
from oversight.screening.registry import ASKS
from tests.conftest import HEADER

BROKEN = Path(__file__).parent / "broken"
OBSERVED = tuple(HEADER.split(","))
STATUS = ["ask", "status_date", "response", "delivery", "evidence", "author"]

NAMES = [
    "Sarah Khan", "sarah khan", "SARAH KHAN", "KHAN, Sarah", "Khan Sarah", "Sarah", "SMITH, John",
    "counted by Jane Smith", "Oluwaseun Adeyemi left the unit", "Fiyin Okonkwo", "J. Patel",
    "J Patel", "Aisha went missing twice", "includes Sarah's case", "a girl called Ruby",
    "victim Lily was moved", "name: Zbigniew", "Name = Xiu Chen", "mother Fatima B",
    "Mary-Jane O’Connor and Tom", "Mr Smith", "mrs begum", "Ms. Oyelaran", "Dr J. Nwosu",
    "Miss Bell", "Cllr Okoro", "PC Dunne", "DC Mbeki", "DCI Hartley checked this",
    "Detective Sergeant Whitlock", "Commander Roper", "Social worker is Kelly Brown",
    "(Emma Wright)", "SMITH J", "Smith, J.", "jane.smith", "Siân Berry", "Zoë O’Brien",
    "Mohammed Ali", "Mark Pemberton", "victim john", "the child sarah", "girl aisha, moved",
    "see https://example.uk/John.Smith", "https://example.uk/files/john.smith/2",
    "https://example.uk/Sarah-Khan.pdf", "https://example.uk/?first=Sarah&last=Khan",
    "https://example.uk/a?of=sarah+khan", "https://example.uk/Sarah%20Khan",
    "https://sarah.khan@example.uk/a",
]  # fmt: skip
BIRTHS = [
    "dob 14/05/2009", "DOB: 2009-05-14", "D.O.B. 14.05.09", "date of birth 14 May 2009",
    "Date of birth: 14th May 2009", "born 14 May 2009", "born on 14/5/09", "Born May 14, 2009",
    "(born 2009)", "she was born in 2009", "dob=2009-05-14", "Birthday 14 May 2009",
    "b. 14/05/2009", "aged 14 (14/05/2009)", "year of birth: 2009",
    "a child born in 2011", "DOB: 01022003", "dob 010203", "date of birth: 14052009",
    "https://example.uk/a?dob=01/02/2003", "https://example.uk/a?dob%3D01%2F02%2F2003&b=1",
    "https://example.uk/dob/01-02-2003", "https://example.uk/a#dob=2003-02-01",
]  # fmt: skip
ADDRESSES = [
    "SE1 2AA", "se1 2aa", "lives in E8 1DY", "SW1A0AA", "n17 6ra", "12 Oakfield Road",
    "flat 3, Oak House", "Flat 12b", "221b Baker Street, London", "14 high street",
    "se5  8ab", "SE5-8AB", "https://example.uk/a?postcode=SE5+8AB",
    "7 Elm Grove", "3 Rowan Court, Camden", "1 St Thomas St.", "22 King Edward Avenue",
]  # fmt: skip
CONTACTS = [
    "a.clerk@met.police.uk", "write to a_b@example.org.", "020 7983 4000", "(020) 7983 4000",
    "+44 20 7983 4000", "+44 (0)20 7983 4000", "07700 900123", "07700900123", "07700 900 123",
    "0044 7700 900123", "https://example.uk/a?tel=07700900123", "https://example.uk/07700900123",
    "see https://example.uk/a?to=a.clerk@met.police.uk&b=2", "7700900123", "tel. 0207 983 4000",
]  # fmt: skip
NUMBERS = [
    "4201234/14", "crime 4201234/14", "01/123456/23", "CRIS 4201234", "CRIS report 4201234",
    "crime ref 12345", "Crime reference: TAA/12345", "case no. 204567", "child ID 10443",
    "pupil ref: 20441", "14PAC123456", "CAD 1234/12", "01MP1234514", "PNC ID 08/123456X",
    "943 476 5919", "9434765919", "NHS number 943 476 5919", "JJ 12 34 56 C",
    "jg103759a", "A123456789012", "custody record 012345", "CAD 5821", "CRN 1234567",
    "Crime Ref. No. TX/01234/14",
    "NHS 485 777 3456", "passport 123456789", "LCS ID 1023456", "victim id 000123",
    "child ref 12", "victim's ID: 7", "https://example.uk/a?crn=1234567",
    "https://example.uk/child-ref-10443",
]  # fmt: skip
FOUND = [
    *(("no_names", text) for text in NAMES),
    *(("no_birth_dates", text) for text in BIRTHS),
    *(("no_addresses", text) for text in ADDRESSES),
    *(("no_contact_details", text) for text in CONTACTS),
    *(("no_crime_numbers", text) for text in NUMBERS),
]
LET_BY = [
    "headcount", "headcount, 2 March 2015", "Children Act 1989", "Children Act 2004, section 11",
    "Metropolitan Police", "Richmond upon Thames", "Kensington & Chelsea", "Tower Hamlets",
    "City of London Police", "London Borough of Camden", "Royal Borough of Greenwich",
    "counted, then checked", "full-time equivalents", "posts, not people", "SOECA (SCO2 and SCO5)",
    "Letter to the Committee | https://www.london.gov.uk/letter | 2015-03-01 | p. 2",
    "Minutes | 2015-03-01 | p. 4", "Minutes, 13 March 2014, page 12",
    "Letter | https://www.london.gov.uk/files/4201234/14/SE12AA.pdf | 2015-03-01",
    "How many CSE referrals has the Met counted?", "When will the review be published?",
    "Will Camden and Brent be counted apart?", "Who chairs the panel now?",
    "The Commander answers in June.", "Asked of the Commander. Several answered.",
    "https://www.london.gov.uk/mayor-assembly/london-assembly/publications/keeping-london-children",
    "https://www.london.gov.uk/moderngov/ieListDocuments.aspx?CId=240&MId=5432&Ver=4",
    "https://www.london.gov.uk/mqt?id=309868", "https://www.gov.uk/speeches/boris-johnson-speech",
    "https://web.archive.org/web/20140724153000/http://www.london.gov.uk/press-releases-5667",
    "https://example.uk/Stephen-Lawrence-Inquiry.pdf", "https://example.uk/2014/07/24/minutes-12",
    "child ref not given", "victim support", "mother and child unit", "child reference 2014-15",
    "R6-7th", "dob missing in 140 records", "the child will", "E1 - 2ab",
    "Commissioner Briefing | 2015-03-01", "Mark as provisional", "Mark Provisional figures p",
    "It was a matter for the Inspector. Camden counts apart.",
    "The Commissioner, not the Mayor, was asked.",
    "Detective Inspector posts stay vacant", "Police Constable numbers", "Mayor of London",
    "Deputy Mayor for Policing and Crime", "Chief Executive of the Board", "Lord Mayor of London",
    "Borough Commander Camden", "Commander SOECA", "Great Ormond Street Hospital",
    "St Mary's Hospital", "St George's, Tooting", "Guy's and St Thomas' Trust",
    "Lucy Faithfull Foundation", "Stephen Lawrence Inquiry", "Victoria Climbié Inquiry",
    "Operation Yewtree", "Operation Alice Springs", "King George Hospital", "Charlotte Street",
    "children born in 2009 are counted", "born abroad",
    "date of birth not recorded for 12 children",
    "dob missing in 14 records", "revised 14 May 2015", "2013-14 Q4", "year to 2013-11",
    "2013-09-30", "30 officers and 40 staff", "40 officers from homicide and 75 more",
    "1 in 4 on the road to recovery", "12 children on the street", "12 Crown Court cases",
    "3 Family Court hearings, 2014", "London SE region", "KS2 3rd term", "10,034", "1234567",
    "E09000007", "K04000001", "0.5", "2,106.25", "12 months", "966 posts - 51 vacant = 915",
    "crime reference numbers are not held", "crimes 10034", "persons 12345", "NHS 2014-15",
    "mean mR of 12", "aged 14 to 17", "age 16 or 17 in 2014", "May provisional",
    "case numbers rose by 120", "CAD messages left out",
    "NHS numbers are not collected", "2013/14", "2013/2014", "1,234,567", "30/09/2014",
    "URN not given", "CRIS was searched in 2014", "allegations_rape", "sex=female;age=0-15",
    "role=police officer", "closed: not implemented", "Mark c stands in place of a value",
    "May to June", "Rose by 12%", "A grant of £40,000 was made", "Jay report, 2014",
    "Violence Against Women and Girls Panel", "ForwardUK (charity)",
    "London Heathrow and London City Airports", "Mayor’s Office for Policing and Crime",
]  # fmt: skip


def checks(text: str, kind: str | None = returns.OBSERVATIONS) -> list[str]:
    return [finding.check for finding in personal_in(text, kind)]


@pytest.mark.parametrize(("check", "text"), FOUND)
def test_what_looks_personal_is_found(check, text):
    assert check in checks(text)
    assert not any(text in finding.message for finding in personal_in(text, None))


@pytest.mark.parametrize("text", LET_BY)
def test_what_staff_write_of_figures_is_let_by(text):
    assert checks(text) == []


def test_at_least_sixty_of_each_are_tried():
    assert min(len(FOUND), len(LET_BY)) >= 60


@pytest.mark.parametrize(
    "text",
    ["Mr Smith", "Asked of Commander Graham McNulty", "Dr Jane Roe answered", "DCS Niven, 13 Feb",
     "Letter from Sir Bernard Hogan-Howe | https://www.london.gov.uk/a | 2015-03-01"],
)  # fmt: skip
def test_who_speaks_for_a_body_may_be_named_with_a_reason_but_not_in_figures(text):
    assert checks(text, returns.STATUS) == ["names_are_of_office_holders"]
    assert checks(text, returns.ACTION) == ["names_are_of_office_holders"]
    assert checks(text, returns.OBSERVATIONS) == ["no_names"]


def test_a_name_without_an_office_may_stand_in_no_return():
    assert checks("Asked by Sarah Khan", returns.ACTION) == ["no_names"]
    both = "Mr Smith told Sarah Khan"
    assert checks(both, returns.ACTION) == ["names_are_of_office_holders", "no_names"]


def test_a_finding_names_line_and_column_and_never_what_was_found():
    rows = [
        (2, ("allegations_rape", "2014-15", "London", "", "601", "", "counted in May")),
        (4, ("allegations_all", "2014-15", "12 Oakfield Road", "", "1", "", "dob 14/05/2009")),
    ]
    assert [str(one) for one in personal(rows, OBSERVED, returns.OBSERVATIONS)] == [
        "Line 4, geography: This looks like a postcode or an address. Take it out of the file; what"
        " you sent was not kept.",
        "Line 4, note: This looks like a date of birth. Take it out of the file; what you sent was"
        " not kept.",
    ]


def test_a_column_of_no_return_goes_by_its_letter_since_its_heading_may_tell_something():
    rows = [(2, ("1", "Sarah Khan"))]
    (finding,) = personal(rows, ["", "Sarah Khan's file"], None)
    assert (finding.check, finding.line, finding.column) == ("no_names", 2, "column B")


@pytest.mark.parametrize(
    "header",
    ["name,age", "Forename;Surname".replace(";", ","), "child id,borough", "Date of Birth,outcome",
     "case_ref,period", "UPN,value", "home address,x", "NHS Number,x", "Child's name,x"],
)  # fmt: skip
def test_a_file_with_columns_about_one_person_is_refused_by_its_header(header):
    found = personal([], header.split(","), None)
    assert {(one.check, one.line) for one in found} == {("no_rows_per_child", 1)}
    assert found[0].column == "column A"


@pytest.mark.parametrize("header", [OBSERVED, STATUS, ["indicator", "borough", "count", "notes"]])
def test_a_file_of_figures_or_words_is_not(header):
    assert personal([], header, None) == []


def test_a_row_for_each_child_is_refused_and_one_figure_of_one_is_not():
    row = ("fgm_referrals", "2014", "London", "", "1", "", "")
    (found,) = personal(
        [(line, row) for line in range(2, 9)], OBSERVED, returns.OBSERVATIONS
    )  # fmt: skip
    assert str(found).startswith("Line 6, value: This figure stands in many rows, each with the")
    turned = [OBSERVED[4], *OBSERVED[:4], *OBSERVED[5:]]
    rows = [(line, (row[4], *row[:4], *row[5:])) for line in range(2, 9)]
    assert [one.column for one in personal(rows, turned, returns.OBSERVATIONS)] == ["value"]
    others = [(n, (row[0], f"20{n:02d}", *row[2:])) for n in range(2, 20)]
    assert personal(others, OBSERVED, returns.OBSERVATIONS) == []


def test_a_file_full_of_people_is_told_of_only_so_far():
    rows = ((line, ("x", "", "", "", "", "", f"Sarah Khan {line}")) for line in range(2, 10**9))
    assert len(personal(rows, OBSERVED, returns.OBSERVATIONS)) == MOST_PLACES


SENTENCES = [
    ("no_names", "Line 3, note: This looks like the name of a person. Take it out of the file;"),
    ("no_birth_dates", "Line 3, note: This looks like a date of birth. Take it out of the file;"),
    ("no_addresses", "Line 3, note: This looks like a postcode or an address. Take it out of"),
    ("no_contact_details", "Line 3, note: This looks like an e-mail address or a telephone numb"),
    ("no_crime_numbers", "Line 3, note: This looks like the number of a crime, a case or a per"),
    ("no_rows_per_child", "Line 1, column A: A column with this heading holds something about"),
    ("names_are_of_office_holders", "Line 3, question: This looks like the name of a person. S"),
]


@pytest.mark.parametrize(("check", "sentence"), SENTENCES)
def test_a_return_with_personal_data_is_told_where_and_not_what(check, sentence, files):
    content = (BROKEN / f"{check}.csv").read_bytes()
    outcome = screen(content, definitions.load(files), Reference(files), date(2026, 1, 1))
    (finding,) = outcome.findings
    assert str(finding).startswith(sentence)
    assert finding.cells == ()
    assert len(outcome.entries) == (2 if finding.severity == ASKS else 0)


@pytest.mark.parametrize(
    "path",
    [*ROOT.glob("data/context/*.csv"), *BROKEN.glob("*.csv")],
    ids=lambda path: path.name,
)
def test_no_published_series_and_no_broken_return_of_another_check_is_taken_for_personal(
    path: Path, files
):
    text = path.read_bytes().decode("utf-8", "replace").replace("\0", "")
    header, *rows = list(csv.reader(io.StringIO(text, newline=""))) or [[]]
    kinds = returns.load(files).values()
    kind = next((one.name for one in kinds if one.header == tuple(header)), None)
    found = personal(((line, tuple(row)) for line, row in enumerate(rows, 2)), header, kind)
    expected = {path.stem} if path.stem.startswith(("no_", "names_are")) else set()
    assert {one.check for one in found} == expected
