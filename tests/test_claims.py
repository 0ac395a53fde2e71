"""Every claim of the two documents, recomputed: the 33 checks, the general rules, and what breaks.

The claims, figures and asks are those of the checkout, as the first publication holds them. A test
that changes one changes a copy of its row, in sight.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date

import pytest

from oversight import claims, store
from oversight.claims import AGREES, CANNOT, CONFLICTS, ROUNDS, Documents
from oversight.home import Home
from oversight.reference import Reference, ReferenceFileError


@pytest.fixture(scope="session")
def said(first: Home) -> Documents:
    """What the first publication holds of the two documents."""
    return documents_of(first)


def documents_of(home: Home) -> Documents:
    publication = store.current(home)
    return Documents(
        **{one.name: publication.rows(f"check/{one.name}") for one in fields(Documents)}
    )


def changed(said: Documents, table: str, name: str, **cells) -> Documents:
    """The documents with these cells of one row changed; the row goes by its first cell."""
    rows = getattr(said, table)
    assert name in {row[0] for row in rows}
    new = tuple(row._replace(**cells) if row[0] == name else row for row in rows)
    return replace(said, **{table: new})


def verdict(said: Documents, claim: str) -> str:
    return claims.ledger(said).by_id[claim].verdict


# The consistency checks of conventions.md by number: the claims each bears on, numbers that stand
# in its sum, and the verdict it reaches. A base worked out tests nothing: it "cannot be checked".
CHECKS = [
    (1, "A07", "583 from 511: +14.09%", ROUNDS),
    (2, "A10", "1,803 from 1,599: +12.76%", ROUNDS),
    (3, "A17", "= 2,386|= 2,110|+13.08%", AGREES),
    (4, "A01 A02", "9,972 from 9,453: +5.49%", AGREES),
    (5, "G04 G05", "69|26|+165.4%", CANNOT),
    (6, "A03", "583|383 to 384 in 2008-09", CANNOT),
    (7, "A04", "1,803|1,071 to 1,076 in 2008-09", CANNOT),
    (8, "A03 A04", "1,454 to 1,460|+63.4% to +64.1%", CANNOT),
    (9, "A14", "2,386|1,774 to 1,787 in 2009-10", CANNOT),
    (10, "A03 A04 A11 A14", "+21.5% to +22.9%|+18.1% to +18.9%|+13.1%|"
     "averaged by year is 2008-09 to 2009-10; which single year was steepest cannot be told",
     CANNOT),
    (11, "A13", "+5.49%|rape and sexual assault together: 34 per cent from 2009-10", CONFLICTS),
    (12, "A01 A02", "15.4%|23.9%|7,993 to 7,999|7,586|−5.2% to −5.1%", CANNOT),
    (13, "A03", "rape: +8.7%", CANNOT),
    (13, "A04", "sexual assault: +10.9%", CANNOT),
    (13, "A03 A04", "together: +10.3% to +10.4%", CANNOT),
    (14, "W02 W04", "966|916 to 924|42 to 50", CANNOT),
    (15, "W02 W13", "966|789 to 795", CANNOT),
    (15, "W04 W13", "2009-10 to 2012-13 would be +15% to +17%", CANNOT),
    (16, "W01 W04 W13", "seven per cent|cannot be chained", CANNOT),
    (17, "W03 W05", "210|186 in 2012-13", CANNOT),
    (18, "W02 W12", "966 posts|966 officers|“budgeted” is gone", CONFLICTS),
    (19, "W02 W06 W07 W08", "966 − over 50 − about 150|at most about 765|79%", CANNOT),
    (20, "A02 W02", "10.3 each|13.0 or more", CANNOT),
    (21, "W09 W10", "40 + 75 = 115|about 150|201|a shortfall stays", CANNOT),
    (22, "C04 C05", "31 or more|up to 29|about 150", CANNOT),
    (23, "O02", "2,268|at most 2,061", CANNOT),
    (24, "P03", "91%|94%", CANNOT),
    (25, "P01", "33 authorities − 32 boards = 1", CANNOT),
    (26, "G01", "United Kingdom|England and Wales", CONFLICTS),
    (26, "G02", "United Kingdom|England and Wales", CONFLICTS),
    (27, "G11", "21 March 2014|before the report", CANNOT),
    (28, "W11", "close to 100 per cent|not always routine|perhaps different meetings", CONFLICTS),
    (29, "M08", "within 12 months|Within the next year (press release)", AGREES),
    (30, "A02", "6 financial years, 5 yearly steps", CANNOT),
    (30, "W13", "5 financial years, 4 yearly steps", CANNOT),
    (31, "M06", "8 recommendations, 11 bullets", AGREES),
    (31, "M10", "8 of 8 recommendations|the contents differ", AGREES),
    (32, "", "Havering|Haringey in endnotes 64, 69, 73", CONFLICTS),
    (33, "E07", "118 numbered|37 have lost|14 are cut short", AGREES),
    (33, "W02 W03 W04 W05", "endnote 23, is missing", CANNOT),
    (33, "W06", "endnote 24, is missing", CANNOT),
    (33, "W07 W08", "endnote 26, is missing", CANNOT),
]  # fmt: skip


@pytest.mark.must("themes", 2)
@pytest.mark.parametrize(
    ("number", "names", "parts", "reached"),
    CHECKS,
    ids=[f"{n}-{names}" for n, names, _, _ in CHECKS],
)
def test_each_of_the_33_checks_reaches_its_verdict_with_its_sum(
    number: int, names: str, parts: str, reached: str, said: Documents, measured
) -> None:
    found = claims.ledger(said)
    wanted = names.split()
    every = found.by_id[wanted[0]].checks if wanted else found.loose
    fitting = [
        check
        for check in every
        if set(wanted) <= set(check.claims)
        and all(part in f"{check.sum}; {check.note}" for part in parts.split("|"))
    ]
    assert [check.verdict for check in fitting] == [reached]
    measured(f"check {number}, {names or 'no claim'}: {fitting[0].sum}: {reached}")


def test_the_33_checks_are_all_there():
    assert {number for number, *_ in CHECKS} == set(range(1, 34))


@pytest.mark.must("themes", 2)
def test_every_claim_has_a_verdict_and_at_least_thirty_are_recomputed(said, measured) -> None:
    found = claims.ledger(said)
    assert len(found.entries) == 92
    assert found.counts == {CONFLICTS: 8, ROUNDS: 3, AGREES: 32, CANNOT: 49}
    assert found.recomputed == 43
    measured(f"92 claims, {found.recomputed} recomputed: {dict(found.counts)}")


def test_the_gravest_verdict_stands_and_every_check_is_told(said: Documents) -> None:
    entry = claims.ledger(said).by_id["W02"]
    assert entry.verdict == CONFLICTS
    assert [check.verdict for check in entry.checks] == [CONFLICTS] + 6 * [CANNOT]
    assert entry.recomputed.startswith("966 posts in the report, 966 officers")
    assert entry.figures == ("F12",)


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("A19", "the chart has not survived"),
        ("C01", "stated once; no other figure in the documents bears on it"),
        ("M04", "stated once; no other date in the documents bears on it"),
        ("O03", "its source, endnote 20, is missing"),
        ("O04", "the text breaks off before the figure is whole"),
        ("O06", "its source, endnote 18, is cut short"),
        ("P02", "its source, endnote 47, is missing"),
    ],
)
def test_a_claim_that_cannot_be_checked_says_why(claim: str, why: str, said: Documents) -> None:
    entry = claims.ledger(said).by_id[claim]
    assert not entry.is_recomputed
    assert entry.recomputed == why


# What is changed: table, row, cells; and the claim whose verdict turns, from what to what.
BROKEN = [
    ("figures", "F04", {"value": 600.0}, "A06", AGREES, CONFLICTS),
    ("figures", "F01", {"value": 9500.0}, "A01", AGREES, CONFLICTS),
    ("figures", "F18", {"lower": 40.0}, "W06", CANNOT, CONFLICTS),
    ("figures", "F14", {"lower": 900.0}, "W04", CANNOT, CONFLICTS),
    ("figures", "F11", {"upper": 2100.0}, "O02", CANNOT, CONFLICTS),
    ("figures", "F30", {"lower": 40.0}, "C05", CANNOT, CONFLICTS),
    ("figures", "F33", {"geography": "England and Wales"}, "G01", CONFLICTS, CANNOT),
    ("claims", "A07", {"lower": 19.5, "upper": 20.5}, "A07", ROUNDS, CONFLICTS),
    ("claims", "A07", {"value_as_printed": "20 per cent"}, "A07", ROUNDS, CONFLICTS),
    ("claims", "A07", {"lower": 19.5, "upper": 20.5}, "A05", AGREES, CONFLICTS),
    ("claims", "A08", {"lower": 1500.0, "upper": 1500.0}, "A10", ROUNDS, CONFLICTS),
    ("claims", "A17", {"lower": 15.0}, "A17", AGREES, CONFLICTS),
    ("claims", "A02", {"lower": 12000.0, "upper": 12000.0}, "A01", AGREES, CONFLICTS),
    # With nothing named but what two neighbouring years are printed of, a direction is tested.
    ("claims", "A12", {"measure": "Allegations of abuse: up", "value_as_printed": "last year"},
     "A12", CANNOT, AGREES),
    ("claims", "A14", {"lower": 49.5, "upper": 50.5}, "A18", ROUNDS, CONFLICTS),
    ("claims", "A15", {"lower": 584.0, "upper": 584.0}, "A15", AGREES, CONFLICTS),
    ("claims", "W12", {"unit": "posts"}, "W12", CONFLICTS, AGREES),
    # 13.4 to 13.45 per cent more than a whole number never makes 210.
    ("claims", "W05", {"lower": 13.4, "upper": 13.45}, "W05", CANNOT, CONFLICTS),
    ("claims", "M08", {"value_as_printed": "within six months"}, "M08", AGREES, CONFLICTS),
    ("claims", "P06", {"period": "30 Nov 2014"}, "P06", AGREES, CONFLICTS),
    ("claims", "M02", {"value_as_printed": "monthly"}, "M02", AGREES, CONFLICTS),
    ("claims", "E03", {"value_as_printed": "9 + 3 = 12"}, "E03", AGREES, CONFLICTS),
    ("claims", "E07", {"lower": 119.0, "upper": 119.0}, "E07", AGREES, CONFLICTS),
    ("claims", "W13", {"measure": "change over six years"}, "W13", CANNOT, CONFLICTS),
    ("claims", "P03", {"lower": 34.0, "upper": 34.0}, "P03", CANNOT, CONFLICTS),
    ("asks", "R6a", {"due_on": date(2015, 8, 1)}, "M08", AGREES, CONFLICTS),
    ("asks", "R8a", {"bullet": 2}, "M06", AGREES, CONFLICTS),
    ("asks", "R7", {"treatment": "dropped"}, "M10", AGREES, CONFLICTS),
    ("restatements", "S04", {"says": "July 2013"}, "S04", AGREES, CONFLICTS),
    ("restatements", "O05", {"says": "assault, neglect and arson"}, "O05", AGREES, CONFLICTS),
    ("outside_evidence", "X02", {"value_as_printed": "+33% and +49%"}, "A03", CONFLICTS, CANNOT),
    ("documents", "report", {"published_on": date(2014, 9, 1)}, "M09", AGREES, CONFLICTS),
    ("documents", "report", {"published_on": date(2014, 5, 1)}, "E10", CANNOT, CONFLICTS),
]  # fmt: skip


@pytest.mark.must("themes", 2)
@pytest.mark.parametrize(("table", "row", "cells", "claim", "before", "after"), BROKEN)
def test_one_thing_changed_changes_the_verdict(
    table, row, cells, claim, before, after, said: Documents, measured
) -> None:
    assert verdict(said, claim) == before
    assert verdict(changed(said, table, row, **cells), claim) == after
    measured(f"{table} {row} {cells}: {claim} {before} -> {after}")


def test_a_change_of_exactly_what_is_printed_agrees_and_does_not_round(said: Documents) -> None:
    # 114 from 100 is 14 per cent to the last place.
    exact = changed(said, "claims", "A05", lower=100.0, upper=100.0)
    exact = changed(exact, "claims", "A06", lower=114.0, upper=114.0)
    assert verdict(exact, "A07") == AGREES


def test_without_the_statements_that_dispute_it_a_claim_is_not_contested(said: Documents) -> None:
    assert verdict(replace(said, disputes=()), "W11") == CANNOT


def test_a_list_that_loses_an_item_no_longer_counts_to_its_number(said: Documents) -> None:
    shorter = tuple(item for item in said.lists if item.body != "AVA")
    assert verdict(replace(said, lists=shorter), "E04") == CONFLICTS


def test_an_endnote_less_is_an_endnote_less(said: Documents) -> None:
    assert verdict(replace(said, endnotes=said.endnotes[:-1]), "E07") == CONFLICTS


def test_a_sum_of_parts_that_contradicts_its_own_change_conflicts(said: Documents) -> None:
    # Rape and sexual assault of 2008-09 add up to 1,454 to 1,460, not to 2,386 / 1.34.
    moved = changed(said, "claims", "A14", from_period="2008-09")
    entry = claims.ledger(moved).by_id["A14"]
    assert entry.verdict == CONFLICTS
    assert "1,774 to 1,787 in 2008-09; its parts add up to 1,454 to 1,460" in entry.recomputed


def test_rules_are_silent_where_the_documents_hold_nothing(said: Documents) -> None:
    nothing = Documents(**{one.name: () for one in fields(Documents)})
    bare = replace(nothing, documents=said.documents, authorities=said.authorities)
    assert claims.ledger(bare).entries == ()


@pytest.mark.must("themes", 1)
def test_two_vintages_imply_figures_of_one_year_that_lie_apart(said: Documents, measured) -> None:
    found = {
        one.label: (one.earlier.lower, one.earlier.upper, one.later.lower, one.later.upper)
        for one in claims.vintages(said)
        if not one.both_possible
    }
    assert found == {"rape": (401, 403, 383, 384), "sexual assault": (1016, 1021, 1071, 1076)}
    measured(f"2008-09 by the March release and by July's report: {found}")


def test_the_press_release_keeps_changes_and_renames(said: Documents) -> None:
    found = {one.press: (one.report, one.treatment, one.what) for one in claims.wordings(said)}
    assert found["A15"] == (("A06",), "kept", "")
    assert found["W12"] == (
        ("W02",), "changed", "966 posts became 966 officers; “budgeted” is gone",
    )  # fmt: skip
    assert found["A14"][2] == (
        "rape and sexual assault are told together; the baseline is 2009-10 instead of 2008-09"
    )
    assert found["A18"][2] == "narrowed to sexual abuse"


@pytest.mark.parametrize(
    ("verdict", "topic", "words", "found"),
    [
        (CONFLICTS, None, "", ["A03", "A04", "A13", "G01", "G02", "W02", "W11", "W12"]),
        (CONFLICTS, "FGM", "", ["G01", "G02"]),
        (None, None, "a05", ["A05"]),
        (None, None, "LIMELIGHT heathrow", ["G08"]),
        (None, None, "66,000", ["G01"]),
        (None, "structure", "p. 8", ["S05"]),
        (None, None, "no such words", []),
    ],
)
def test_claims_are_found_by_verdict_topic_and_words(verdict, topic, words, found, said) -> None:
    shown = claims.ledger(said).matching(verdict, topic, words)
    assert [entry.claim.claim for entry in shown] == found


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("endnotes", b",G01|G02", b",G01|G99", "endnotes.csv, 92: 'claims' names 'G99'"),
        ("restatements", b"S04,June", b"S44,June", "restatements.csv, S44: 'claim' names 'S44'"),
        ("lists", b"G12,,enforcement", b"G99,,enforcement", "lists.csv, G99: 'claim' names 'G99'"),
        ("wordings", b"W12,W02", b"W12,W99", "wordings.csv, W12: 'report' names 'W99'"),
    ],
)
def test_a_file_that_names_a_claim_that_does_not_exist_is_refused(path, old, new, told, files):
    name = f"data/report/{path}.csv"
    assert files[name].count(old) == 1
    broken = {**files, name: files[name].replace(old, new)}
    with pytest.raises(ReferenceFileError, match=re.escape(told)):
        Reference(broken).check_claims()
