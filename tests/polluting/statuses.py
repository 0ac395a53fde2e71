"""Cells of a status return written otherwise: asks, days, answers, evidence, bodies."""

from __future__ import annotations

from tests.polluting.clean import STATUS
from tests.polluting.marks import EITHER, LOADS, REFUSED, InPlace, words

LETTER = "A letter | https://www.london.gov.uk/a | 2015-02-01 | p. 2"
REASON = "The count is not settled"


def _cells(column: str, stands: str, mark: str, *instead: str) -> InPlace:
    return InPlace(STATUS, column, stands, mark, instead)


IN_PLACE = (
    _cells("ask", "R6a", LOADS, " R6a ", "R6a "),
    _cells("ask", "R6a", EITHER, "r6a", "R6A"),
    _cells(
        "ask", "R6a", REFUSED, "", "R9a", "R6", "6a", "R6a, R6b", "R6a/b", "R6 a b", "Rec 6a",
        "R6\u0430", "R6a*", "R06a", "Recommendation 6", "Review the CSE Protocol", "\uff32\uff16a",
        "R6a\u200b", "All", "cse_referrals", "A01", "R6d", "#REF!", "R-6a", "R6a;R6b", "R6a-c",
    ),
    _cells("status_date", "2015-03-01", LOADS, " 2015-03-01 "),
    _cells(
        "status_date", "2015-03-01", EITHER, "2015-3-1", "2015/03/01", "1 March 2015",
        "2015-03-01T00:00",
    ),
    _cells(
        "status_date", "2015-03-01", REFUSED, "", "01/03/2015", "03/01/2015", "01.03.2015",
        "1/3/15", "01-Mar-15", "Mar-15", "2015-03", "2015", "42064", "2015-02-30", "2015-13-01",
        "2014-07-23", "2026-11-23", "2027-03-01", "1915-03-01", "0015-03-01", "2015-W10-7",
        "2015-060", "yesterday", "2O15-03-01", "\uff12\uff10\uff11\uff15-03-01",
        "2015-03-01 to 2015-03-05", "2015-00-01", "########", "2015-03-01*", "15-03-01", "TBC",
        "2015-03-32", "\u06622015-03-01",
    ),
    _cells("response", "accepted", LOADS, "Accepted", "ACCEPTED", " accepted "),
    _cells("response", "accepted in part", LOADS, "Accepted in part", "ACCEPTED IN PART"),
    _cells("response", "not accepted", LOADS, "Not accepted", "NOT ACCEPTED"),
    _cells("response", "no response", LOADS, "No response"),
    _cells("response", "accepted in principle", LOADS, "Accepted In Principle"),
    _cells("response", "accepted in part", EITHER, "accepted  in part"),
    _cells(
        "response", "accepted", REFUSED, "agreed", "yes", "Y", "accept", "acepted",
        "accepted in full", "partially accepted", "accepted in principal", "accepted?", "accepted*",
        "rejected", "noted", "acc\u0435pted", "accepted\u200b", "accepted/in part", "in progress",
        "n/a", "1", "TRUE", "#N/A", "\uff41ccepted", "accepted (see letter)",
    ),
    _cells("delivery", "in progress", LOADS, "In progress", "IN PROGRESS", " in progress "),
    _cells("delivery", "not started", LOADS, "Not started", "Not Started"),
    _cells("delivery", "claimed complete", LOADS, "Claimed complete", "CLAIMED COMPLETE"),
    _cells("delivery", "closed: implemented", LOADS, "Closed: implemented", "CLOSED: IMPLEMENTED"),
    _cells("delivery", "closed: implemented", EITHER, "closed:implemented", "closed : implemented"),
    _cells(
        "delivery", "in progress", REFUSED, "complete", "done", "closed", "implemented", "ongoing",
        "50%", "in-progress", "in progres", "started", "green", "G", "accepted", "in progress*",
        "on track", "\u0456n progress", "in\u00adprogress", "claimed complete",
        "closed: implemented", "1", "see letter",
    ),
    # The Committee assesses; who gives an ask up says why.
    _cells(
        "delivery", "closed: implemented", REFUSED, "claimed complete", "closed: superseded",
        "closed: not implemented", "closed: done", "closed", "closed; implemented",
        "closed - implemented",
    ),
    _cells(
        "evidence", LETTER, LOADS, "A letter|https://www.london.gov.uk/a|2015-02-01|p. 2",
        " A letter |  https://www.london.gov.uk/a  | 2015-02-01 |p. 2 ",
    ),
    _cells(
        "evidence", LETTER, REFUSED, "", "|", " | | | ",
        " | https://www.london.gov.uk/a | 2015-02-01 | p. 2",
        "A | letter | https://www.london.gov.uk/a | 2015-02-01 | p. 2",
        "A letter | javascript:alert(1) | 2015-02-01 | p. 2",
        "A letter | www.london.gov.uk/a | 2015-02-01 | p. 2",
        "A letter | ftp://london.gov.uk/a | 2015-02-01 | p. 2",
        "A letter | https://www.london.gov.uk/a | 01/02/2015 | p. 2",
        "A letter | https://www.london.gov.uk/a | 2015-02-30 | p. 2",
        "A letter | https://www.london.gov.uk/a | 2015-02-11 | p. 2",
        "A letter | https://www.london.gov.uk/a | 2027-01-01 | p. 2",
        "A letter | https:// | 2015-02-01 | p. 2",
        "A letter | https://user:word@london.gov.uk/a | 2015-02-01 | p. 2",
        "https://www.london.gov.uk/a",
        "A letter | https://www.lond\u043en.gov.uk/a | 2015-02-01 | p. 2",
    ),
    _cells("revised_due_date", "2015-09-30", LOADS, " 2015-09-30 "),
    _cells(
        "revised_due_date", "2015-09-30", EITHER, "2015-9-30", "2015/09/30", "30 September 2015",
    ),
    _cells(
        "revised_due_date", "2015-09-30", REFUSED, "30/09/2015", "Sep-15", "autumn", "2015-09",
        "2015-09-31", "2014-09-30", "2015-03-04", "2999-01-01", "TBC", "42277", "Q3 2015", "",
        "soon", "2015-9",
    ),
    _cells("reason", "Staff left, and were not replaced", REFUSED, ""),
    *words(
        STATUS, "reason", LOADS, "=SUM(A1)", "@home", "first\nthen", "Café – £5", '"quoted"',
        "a;b|c", "Great Ormond Street Hospital asked for time", "The review ends on 30 June 2015",
        "x" * 500, "Staff of the Deputy Mayor for Policing left", stands=REASON,
    ),
    # Office holders are named in meetings: an ask, with a reason.
    *words(STATUS, "reason", EITHER, "Commissioner Sir Bernard Hogan-Howe said so", stands=REASON),
    _cells(
        "reason", REASON, REFUSED, "", "x" * 2001, "a\u202eb", "a\u200bb", "a\x00b", "a\x07b",
        "a\u2028b", "The child, DOB 12/03/2004, has moved", "moved to 12 High Street, NW1 2BE",
        "crime 4212345/14 is open", "born 12/03/2004",
    ),
    _cells(
        "author", "Met", LOADS, "MPS", "met", "MET", "Metropolitan Police Service",
        "metropolitan police", "Met Police", " Met ",
    ),
    _cells(
        "author", "MOPAC", LOADS, "mopac", "Mayor's Office for Policing and Crime",
        "Mayor\u2019s Office for Policing and Crime", "MAYOR'S OFFICE FOR POLICING AND CRIME",
    ),
    _cells(
        "author", "Committee", LOADS, "Police and Crime Committee", "committee",
        "London Assembly Police and Crime Committee",
    ),
    _cells("author", "NHS", LOADS, "National Health Service in London", "nhs"),
    _cells("author", "London Safeguarding Children Board", LOADS, "LSCB", "lscb"),
    _cells("author", "Met", EITHER, "The Met", "Metropolitan  Police", "M.P.S."),
    _cells(
        "author", "Met", REFUSED, "", "Mett", "MOPAC", "Met and MOPAC", "Met/MOPAC", "NHS",
        "Police", "M\u0435t", "Committee", "Mayor", "\uff2det", "Met\u200b", "Met*", "Commissioner",
        "clerk", "Surrey Police", "E23000001", "CPS", "#REF!", "unknown",
    ),
    _cells(
        "author", "MOPAC", REFUSED, "Met", "Mayor\u00e2\u20ac\u2122s Office for Policing and Crime",
        "M0PAC", "MOPAC, Met",
    ),
    _cells("author", "Committee", REFUSED, "MOPAC", "Comittee", "Assembly", "Mayor", "Chair"),
)  # fmt: skip
