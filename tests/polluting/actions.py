"""Cells of an action return written otherwise: days, questions, subjects, bodies, outcomes."""

from __future__ import annotations

from tests.polluting.clean import ACTION
from tests.polluting.marks import EITHER, LOADS, REFUSED, InPlace, words

FIRST = "How many CSE referrals has the Met counted?"


def _cells(column: str, stands: str, mark: str, *instead: str) -> InPlace:
    return InPlace(ACTION, column, stands, mark, instead)


IN_PLACE = (
    _cells("meeting_date", "2015-03-12", LOADS, " 2015-03-12"),
    _cells("meeting_date", "2015-03-12", EITHER, "2015-3-12", "2015/03/12", "12 March 2015"),
    _cells(
        "meeting_date", "2015-03-12", REFUSED, "", "12/03/2015", "03/12/2015", "12.03.2015",
        "12-Mar-15", "Mar-15", "2015-03", "42075", "2015-02-29", "2014-07-23", "2026-11-23",
        "2031-03-12", "1915-03-12", "2015-W11-4", "12th March", "2015-03-12 10:00 to 12:00",
        "2O15-03-12", "\uff12015-03-12", "Thursday", "2015-12-03-", "########", "0",
    ),
    *words(
        ACTION, "question", LOADS, "=SUM(A1)", "-1?", "first\nthen", "Café – £5?",
        '"quoted" or not?', "a;b|c", "<b>bold</b>?", "x" * 1000,
        "Who runs Great Ormond Street Hospital's count?", "Is 12 March 2015 kept to?",
        "Do 4,212 cases stand?", "[a](b)?", "@home?",
        "What has the Deputy Mayor for Policing promised?", stands=FIRST,
    ),
    *words(
        ACTION, "question", EITHER, "What did Assistant Commissioner Mark Rowley promise?",
        "What did Dr Adams say?", stands=FIRST,
    ),
    _cells(
        "question", FIRST, REFUSED, "", "   ", "x" * 2001, "How\u200f many?", "How\u202e many?",
        "How\u200b many?", "How\x07 many?", "How\x00 many?", "How\u2028 many?", "How\ufeff many?",
        "How\u2800 many?", "Why was the boy, DOB 12/03/2004, sent home?",
        "Who went to 12 High Street, NW1 2BE?", "What of crime 4212345/14?",
        "Why was the girl born 12/03/2004 not seen?",
    ),
    _cells("about", "cse_referrals", LOADS, " cse_referrals "),
    _cells("about", "cse_referrals", EITHER, "CSE_referrals", "CSE_REFERRALS"),
    _cells(
        "about", "cse_referrals", REFUSED, "", "cse_referral", "cse", "CSE referrals, FGM", "R9z",
        "A99", "cse_referrals, fgm_referrals", "cs\u0435_referrals", "cse_referrals*", "referrals",
        "everything", "cse_referrals\u200b", "n/a", "\uff43se_referrals", "#REF!", "1", "Met",
        "cse_referrals;R6a",
    ),
    _cells("about", "R1a", REFUSED, "R1", "R1z", "1a", "R1\u0430", "Recommendation 1", "R1a/R1b"),
    _cells("about", "A01", REFUSED, "A1", "A0l", "A01-A03", "\u041001", "AO1"),
    _cells(
        "asked_of", "Met", LOADS, "MPS", "met", "Metropolitan Police",
        "metropolitan police service", "MET POLICE",
    ),
    _cells("asked_of", "NHS", LOADS, "nhs", "National Health Service in London"),
    _cells("asked_of", "CPS", LOADS, "Crown Prosecution Service", "cps"),
    _cells("asked_of", "VAWG Panel", LOADS, "vawg panel", "Violence Against Women and Girls Panel"),
    _cells("asked_of", "Met", EITHER, "the Met", "Met  Police"),
    _cells(
        "asked_of", "Met", REFUSED, "", "Mett", "Met and MOPAC", "Met/NHS", "Police", "everybody",
        "M\u0435t", "\uff2det", "Met\u200b", "all", "Home Office", "Met?", "#REF!", "cse_referrals",
        "Camden",
    ),
    _cells("outcome", "asked", LOADS, "Asked", "ASKED", " asked "),
    _cells("outcome", "promised", LOADS, "Promised", "PROMISED"),
    _cells("outcome", "answered", LOADS, "Answered"),
    _cells("outcome", "done", LOADS, "Done", "DONE"),
    _cells("outcome", "withdrawn", LOADS, "Withdrawn"),
    _cells(
        "outcome", "asked", REFUSED, "", "answered", "promised", "ask", "open", "closed", "asked?",
        "yes", "not asked", "ask\u0435d", "asked\u200b", "asked, answered", "no answer", "pending",
        "1", "\uff41sked", "asked*", "TBC",
    ),
    _cells(
        "outcome", "promised", REFUSED, "asked", "answered", "promise", "promised soon", "due",
        "agreed",
    ),
    _cells("outcome", "answered", REFUSED, "asked", "promised", "partly answered", "answer"),
    *words(
        ACTION, "answer", LOADS, "=1+1", "None, so far.", "first\nthen", "Ça suffit – £5.", '"No."',
        "-3", "In 12 of 32 boroughs.", "x" * 2000, stands="It has not, so far.",
    ),
    _cells(
        "answer", "It has not, so far.", REFUSED, "", "x" * 2001, "No\u202e.", "No\x1b.",
        "No\u200b.", "The child (DOB 12/03/2004) is safe", "She lives at 12 High Street, NW1 2BE",
        "crime 4212345/14 is closed",
    ),
    _cells("promised_by", "Met", LOADS, "MPS", "met", "Metropolitan Police Service"),
    _cells("promised_by", "CPS", LOADS, "Crown Prosecution Service"),
    _cells(
        "promised_by", "Met", REFUSED, "", "Mett", "Met and CPS", "nobody", "M\u0435t",
        "the Commissioner", "1",
    ),
    _cells("due_date", "2015-06-30", LOADS, " 2015-06-30 "),
    _cells("due_date", "2015-06-30", EITHER, "2015-6-30", "30 June 2015"),
    _cells(
        "due_date", "2015-06-30", REFUSED, "30/06/2015", "Jun-15", "summer", "2015-06",
        "2015-06-31", "42185", "2015-03-11", "2014-06-30", "2999-06-30", "TBC", "within 3 months",
        "2O15-06-30", "30.6.15",
    ),
    _cells("author", "Committee", LOADS, "committee", "Police and Crime Committee"),
    _cells("author", "MOPAC", LOADS, "Mayor's Office for Policing and Crime", "mopac"),
    _cells(
        "author", "Committee", REFUSED, "", "Comittee", "clerk", "C\u043emmittee", "Assembly",
        "Committee and MOPAC", "\uff23ommittee", "Committee\u200b", "me", "1",
    ),
)  # fmt: skip
