"""Cells of an observations return written otherwise: indicators, periods, places, figures."""

from __future__ import annotations

from tests.polluting.clean import OBSERVATIONS
from tests.polluting.marks import EITHER, LOADS, REFUSED, InPlace, words
from tests.polluting.numbers import BREAKDOWNS, MARKERS, VALUES


def _cells(column: str, stands: str, mark: str, *instead: str) -> InPlace:
    return InPlace(OBSERVATIONS, column, stands, mark, instead)


INDICATORS = (
    _cells(
        "indicator", "allegations_rape", REFUSED, "allegation_rape", "rapes", "allegations", "rape",
        "allegations_rape*", "allegations_rape1", "allegations_rape, allegations_assault", "",
        "allegations_r\u0430pe", "\uff41llegations_rape", "allegations_rape\u200b", "unknown",
        "#REF!", "allegations\u00ad_rape", "officers", "A03", "allegations_rap\u0435",
        "allegations_rape_and_sexual", "=B2",
    ),
    # These clocks stand for figures that only a document states.
    _cells(
        "indicator", "soeca_officers_in_post", REFUSED, "soeca_officers", "fgm_women_estimated",
        "child_abuse_command_budget_change", "officers_in_post", "recorded_rape_all_victims",
    ),
    _cells("indicator", "allegations_rape", EITHER, "ALLEGATIONS_RAPE", "Allegations_Rape"),
)  # fmt: skip

PERIODS = (
    _cells(
        "period", "2014-15", LOADS, "2014/15", "2014-2015", "2014/2015", "2014\u201315",
        "FY 2014-15", "FY 2014/15", " 2014/15 ",
    ),
    _cells(
        "period", "2014-15 Q1", LOADS, "2014/15 Q1", "Q1 2014-15", "2014-15Q1", "Q1 2014/15",
        "2014-2015 Q1", "2014/15Q1", "2014\u201315 Q1", "Q1 2014\u201315",
    ),
    _cells("period", "year to 2014-11", LOADS, "year to November 2014", "year to Nov 2014"),
    _cells("period", "2014-11", LOADS, "November 2014"),
    _cells("period", "2014 Q2", LOADS, "2014Q2", "Q2 2014"),
    _cells("period", "2014 Q2", EITHER, "2014 q2"),
    _cells(
        "period", "2014 Q2", REFUSED, "2014-15 Q2", "Q2 2014-15", "2014/15 Q1", "2014 Q5", "14 Q2",
        "2014-06-30", "2014 2", "2014.2", "2026 Q4", "1914 Q2", "Q2", "2014 Q2-Q3", "Jun-14",
    ),
    _cells(
        "period", "2014-15", EITHER, "2014 - 15", "2014\u201115", "2014\u221215", "fy 2014-15",
        "2014 / 15", "FY2014-15", "2014\u20142015",
    ),
    _cells(
        "period", "2014-15 Q1", EITHER, "2014-15 q1", "2014-15  Q1", "q1 2014-15", "2014-15 Q 1",
        "2014-15, Q1", "2014-15-Q1", "2014/15 q1", "FY 2014-15 Q1",
    ),
    _cells(
        "period", "year to 2014-11", EITHER, "Year to November 2014", "year to november 2014",
        "year to  2014-11", "YEAR TO 2014-11", "Year to 2014-11", "year ending November 2014",
    ),
    _cells("period", "2014-11", EITHER, "Nov 2014", "november 2014", "NOVEMBER 2014"),
    _cells("period", "2014", EITHER, "CY 2014"),
    _cells(
        "period", "2014-15", REFUSED, "", "14-15", "14/15", "2014-16", "2013-15", "2015-14",
        "2014-5", "2014-015", "2014/16", "2014-2016", "2014-2013", "2014-15*", "2014-15p",
        "2014-15 (p)", "2014-15 to 2015-16", "2014-15; 2015-16", "latest", "last year", "2014",
        "2015", "2014 Q2", "2014-11", "2014-12", "2O14-15", "2014-I5",
        "\uff12\uff10\uff11\uff14-15", "\u0662\u0660\u0661\u0664-15", "41730", "2014.25", "2026-27",
        "2027-28", "2094-95", "1914-15", "1999-00", "0014-15", "Jan-14", "Apr-14", "14-Apr",
        "15-Feb", "Feb-15", "Mar-2015", "01/04/2014", "2014-04-01", "year to 2014-11", "H1 2014-15",
        "2014-15 Q5", "2014-15 YTD", "########", "#N/A", "2014\u200b-15", "\u202e2014-15", "TBC",
        "2014-15 total", "financial year", "-15", "2014-",
    ),
    _cells(
        "period", "2014-15 Q1", REFUSED, "Q1", "Q1 14/15", "14/15 Q1", "2014-15 Q0", "2014-15 Q5",
        "2014 Q1", "2014Q2", "Q2 2014", "2014-16 Q1", "2014-15 Q1-Q2", "2014-15 Q1*", "2026-27 Q3",
        "2014-15 QI", "2014-15 Ql", "2014-15 1", "Q1 2014-16", "Apr-14", "2014-06", "2014-06-30",
        "1914-15 Q1", "2014-15 Q\u0661", "Q1/Q2 2014-15", "2014-15 Q11",
    ),
    _cells(
        "period", "2014", REFUSED, "2014-15", "14", "'14", "2014.0", "2014-01", "2014-01-01",
        "2026", "2041", "1914", "Jan-14", "2014/2015", "FY 2014-15", "2014*", "2,014", "2014-15 Q1",
        "MMXIV",
    ),
    _cells(
        "period", "year to 2014-11", REFUSED, "2014-11", "year to 2014-12", "year to 2014",
        "year to November", "November 2014", "year to November 2027", "Nov-14", "year to 2014-13",
        "year to Nov-14", "2014-15", "year to 30/11/2014", "year to November 14",
    ),
    _cells(
        "period", "2014-11", REFUSED, "11/2014", "2014/11", "Nov-14", "14-Nov", "2014-13",
        "2014-00", "November", "November 14", "2027-11", "November 2027", "Novembre 2014",
        "2014-11-31",
    ),
    _cells(
        "period", "2014-09-30", REFUSED, "30/09/2014", "09/30/2014", "03/04/2014", "30-Sep-14",
        "30.09.2014", "41912", "2014-09-31", "2014-02-29", "2014-W40-2", "2014-15 Q2", "2014-09",
        "2014-15", "2026-12-31", "2015-30-09", "30/09/14", "1914-09-30", "30/9", "Sep-14",
        "2014-09-30 to 2014-12-31", "2014-273", "\uff12014-09-30",
    ),
    _cells(
        "period", "2014-09-30", EITHER, "2014-9-30", "2014/09/30", "30 September 2014",
        "2014-09-30 00:00:00",
    ),
)  # fmt: skip

PLACES = (
    _cells(
        "geography", "Westminster", LOADS, "City of Westminster", "Westminster, City of",
        "E09000033", "e09000033", "WESTMINSTER", "westminster", "city  of  westminster",
        " Westminster ",
    ),
    _cells(
        "geography", "Kensington and Chelsea", LOADS, "Kensington & Chelsea", "RBKC", "rbkc",
        "kensington and chelsea", "Kensington  and  Chelsea", "E09000020", "KENSINGTON & CHELSEA",
    ),
    _cells(
        "geography", "Hammersmith and Fulham", LOADS, "H&F", "h&f", "Hammersmith & Fulham",
        "Hammersmith And Fulham", "hammersmith  &  fulham",
    ),
    _cells("geography", "Barking and Dagenham", LOADS, "Barking & Dagenham", "BARKING & DAGENHAM"),
    _cells("geography", "City of London", LOADS, "The City of London", "the city of london"),
    _cells(
        "geography", "Richmond upon Thames", LOADS, "Richmond Upon Thames", "Richmond", "RICHMOND",
    ),
    _cells("geography", "Kingston upon Thames", LOADS, "Kingston", "kingston UPON thames"),
    _cells(
        "geography", "Metropolitan Police", LOADS, "MPS", "Met Police", "Met", "E23000001", "mps",
        "Metropolitan Police Service", "METROPOLITAN POLICE", "Metropolitan  Police",
    ),
    _cells("geography", "London", LOADS, "LONDON", "london", "E12000007", "e12000007"),
    _cells("geography", "Camden", EITHER, "London Borough of Camden", "E09000007 ", "Camden\u00a0"),
    _cells(
        "geography", "Camden", REFUSED, "", "Camdenn", "Cam den", "Croyden", "C\u0430mden",
        "\uff23amden", "Camden*", "Camden (1)", "Camden1", "Camden, Islington", "Camden/Islington",
        "E0900007", "E09000099", "EO9000007", "Surrey", "England", "United Kingdom", "City",
        "Kensington", "Barking", "London, City of", "City of London Police", "All boroughs",
        "Total", "Other", "n/a", "-", "North", "Camden Town", "Camdem", "\u200fCamden",
        "Cam\u200bden", "Cam\u00adden", "Camden.", "[Camden]", "Camden\nIslington", "K&C", "#N/A",
        "007", "E09000007; E09000008", "E92000001", "Westminister", "Ca\u1e43den",
    ),
    # What is collected for the whole of the force is not collected for a part of London.
    _cells(
        "geography", "Metropolitan Police", REFUSED, "Camden", "E09000007", "England and Wales",
        "MOPAC", "Metropolitan", "The Met", "Scotland Yard", "M\u0435t Police",
        "City of London Police",
    ),
)  # fmt: skip

NOTES = (
    *words(
        OBSERVATIONS, "note", LOADS, "=SUM(A1:A9)", "counted, 'then' \"checked\"", "first\nthen",
        "Café – naïve, £5", "+1 on last year", "-", "“as minuted”", "<b>bold</b>", "a|b;c",
        "✓ seen", "Great Ormond Street Hospital counts apart", "Operation Yewtree left out",
        "revised 12 March 2015", "see Table 4 on page 12", "New Scotland Yard, press office",
        "Sapphire teams, Westminster and Camden", "1,204 before the merger", "x" * 500, "NULL",
        "N/A", "children aged 0 to 15", "Project Indigo, phase 2",
        "Kensington and Chelsea left out", "Freedom of Information Act 2000", "#1",
        "ends at 31 March 2015", stands="headcount",
    ),
    _cells(
        "note", "headcount", REFUSED, "head\u200fcount", "head\u202ecount", "head\x07count",
        "head\x0bcount", "head\x0ccount", "head\x1bcount", "head\x7fcount", "head\u0085count",
        "head\u2028count", "head\u200bcount", "head\ufeffcount", "head\u2066count", "head\x08count",
        "head\x01count", "PC John Smith counted them", "Mr John Smith", "DC Sarah Jones, Camden",
        "Mrs A. Patel", "Name: Amy Smith", "Victim: Amy Smith, aged 9", "Dr Okafor saw the child",
        "DOB 12/03/2004", "born 12/03/2004", "date of birth 2004-03-12", "d.o.b. 12.3.04",
        "at 12 High Street, NW1 2BE", "lives at SW1A 1AA", "Flat 3, 14 Camden Road",
        "crime 4212345/14", "CRIS 4212345/14", "crime no. 4212345/14 counted twice",
    ),
    _cells("note", "headcount", EITHER, " headcount ", "headcount\n", "headcount "),
)  # fmt: skip

IN_PLACE = (*INDICATORS, *PERIODS, *PLACES, *NOTES, *VALUES, *MARKERS, *BREAKDOWNS)
