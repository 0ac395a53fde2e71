"""Polluted returns: none is taken with another meaning, and each refusal says where to look."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest

from oversight import definitions
from oversight.reference import Reference
from oversight.screening import Finding
from tests.polluting import EITHER, LOADS, REFUSED, Variant, variants
from tests.polluting.clean import BOM, CLEAN, as_file
from tests.polluting.taken import screened, taken

LEAST = 400


def test_there_are_at_least_four_hundred_polluted_returns_of_all_kinds_each_with_its_mark():
    marks = Counter(one.mark for one in variants())
    assert len(variants()) >= LEAST
    assert {*marks} == {LOADS, REFUSED, EITHER}
    assert marks[LOADS] >= 0.3 * len(variants())
    assert marks[REFUSED] >= 0.3 * len(variants())
    assert {one.kind for one in variants()} == {"observations", "status", "action", "running_order"}


def test_no_two_polluted_returns_are_alike():
    assert len({one.name for one in variants()}) == len(variants())
    assert len({one.content for one in variants()}) == len(variants())


def test_they_are_the_same_at_every_run():
    assert variants.__wrapped__() == variants()


def test_what_must_be_refused_means_nothing_and_anything_else_means_something():
    assert all(bool(one.meant) == (one.mark != REFUSED) for one in variants())


@pytest.fixture(scope="module")
def outcomes(files):
    """Every variant with its outcome, or "crash" or "hang"."""
    indicators, reference = definitions.load(files), Reference(files)
    return [(one, screened(one.content, indicators, reference)) for one in variants()]


def judged(one: Variant, outcome) -> str:
    """What became of a variant, in a word."""
    if isinstance(outcome, str):
        return outcome
    found = taken(outcome)
    if found is None:
        return "refused"
    return "equal" if found == one.meant else "different"


def where_it_is_wrong(outcome) -> list[Finding]:
    """The findings that refuse a return; the last may only count those that are not listed."""
    return [finding for finding in outcome.blocks if finding.check != "capped"]


@pytest.mark.must("returns", 2)
def test_no_polluted_return_is_taken_with_another_meaning(outcomes, measured):
    became = {one.name: (one.mark, judged(one, outcome)) for one, outcome in outcomes}
    counts = Counter(became.values())
    for (mark, what), count in sorted(counts.items()):
        measured(f"{mark}: {count:,} {what}")
    told = Counter(what for _, what in became.values())
    measured(
        f"{len(became):,} variants: {told['different']} silently different,"
        f" {told['crash']} crashed, {told['hang']} hung"
    )
    wrong = {
        name: what
        for name, (mark, what) in became.items()
        if what not in {LOADS: ["equal"], REFUSED: ["refused"], EITHER: ["equal", "refused"]}[mark]
    }
    assert wrong == {}


@pytest.mark.must("returns", 2)
def test_at_least_half_of_what_a_careful_reader_could_take_is_taken(outcomes, measured):
    found = [judged(one, outcome) for one, outcome in outcomes if one.mark == EITHER]
    measured(f"{found.count('equal')} of {len(found)} that might be refused are loaded equal")
    assert found.count("equal") >= len(found) / 2


@pytest.mark.must("returns", 2)
def test_nearly_every_refusal_names_the_line_and_the_column(outcomes, measured):
    refused = [
        (one, where_it_is_wrong(outcome))
        for one, outcome in outcomes
        if judged(one, outcome) == "refused"
    ]
    named = sum(
        bool(findings) and all(one.line and one.column for one in findings)
        for _, findings in refused
    )
    measured(f"{named:,} of {len(refused):,} refusals name line and column")
    assert named >= 0.99 * len(refused)


@pytest.mark.must("returns", 2)
def test_a_refusal_of_one_spoilt_cell_names_the_line_it_is_in(outcomes, measured):
    spoilt = [
        (one, where_it_is_wrong(outcome))
        for one, outcome in outcomes
        if one.line and judged(one, outcome) == "refused"
    ]
    lines = [one.name for one, findings in spoilt if one.line not in {f.line for f in findings}]
    places = sum(
        (one.line, one.column) in {(f.line, f.column) for f in found} for one, found in spoilt
    )
    measured(f"{places:,} of {len(spoilt):,} refusals of one spoilt cell name that very cell")
    assert lines == []


def test_every_record_is_loaded_or_refused_and_the_counts_add_up(outcomes):
    for one, outcome in outcomes:
        told = judged(one, outcome)
        if told == "equal":
            assert (outcome.size, outcome.rows, outcome.refused) == (
                len(one.meant), len(one.meant), 0
            ), one.name  # fmt: skip
        elif told == "refused":
            assert outcome.size == 0, one.name
            assert 0 <= outcome.refused <= outcome.rows, one.name


def test_a_return_taken_has_the_same_words_in_its_table_as_in_its_figures(outcomes):
    for one, outcome in outcomes:
        if judged(one, outcome) == "equal" and one.kind == "observations":
            figures = outcome.figures
            assert [
                (row["indicator"], row["value"], row["marker"], row["note"], row["breakdown"])
                for row in figures.table.to_pylist()
            ] == [
                (each.indicator, each.value, each.marker, each.note, each.breakdown)
                for each in figures
            ], one.name


@pytest.fixture(scope="module")
def texts(files):
    """Everything that the report and the reference tables say in more than a word."""
    texts = {
        " ".join(cell.split())
        for path in files
        if path.startswith(("data/report/", "data/reference/"))
        for row in csv.reader(io.StringIO(files[path].decode(), newline=""), strict=True)
        for cell in row
        if " " in cell
    }
    return sorted({text.casefold(): text for text in texts}.values())


def test_what_the_report_says_is_nobodys_personal_data(texts, files):
    """As questions all its texts are taken: those that name an office holder are asked about."""
    named = "Letter from Marie Snelling (MOPAC) to Committee Chair"
    meeting = CLEAN["meeting"]
    day, _, *others = meeting.rows[0]

    def asked(*questions: str):
        rows = [(day, question, *others) for question in questions]
        content = as_file(meeting.with_rows(rows))
        return screened(content, definitions.load(files), Reference(files))

    outcome = asked(*(text for text in texts if text != named))
    assert outcome.blocks == ()
    assert outcome.size == len(texts) - 1 > 700
    assert {finding.check for finding in outcome.asks} == {"names_are_of_office_holders"}
    assert asked(named).blocks != ()


# Found by mutations (tests/test_mutations.py) when the reader was written, after the marks.


@pytest.mark.parametrize("mark", [b"", BOM], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize(("row", "line"), [(0, 2), (2, 4)])
def test_letters_of_windows_are_refused_in_their_very_cell(mark, row, line, files):
    clean = CLEAN["boroughs"].with_cell(row, "note", "Café")
    content = mark + as_file(clean).decode().encode("cp1252")
    outcome = screened(content, definitions.load(files), Reference(files))
    assert [(one.check, one.line, one.column) for one in outcome.blocks] == [
        ("is_utf8", line, "note")
    ]


def test_a_byte_that_is_no_letter_right_behind_the_byte_order_mark_is_refused(files):
    content = BOM + b"in\x95" + as_file(CLEAN["years"])
    outcome = screened(content, definitions.load(files), Reference(files))
    assert [(one.check, one.line) for one in outcome.blocks] == [("is_utf8", 1)]


def test_another_name_of_a_body_and_other_capitals_are_told_as_understood(files):
    clean = CLEAN["replies"].with_cell(0, "author", "MPS").with_cell(0, "response", "ACCEPTED")
    outcome = screened(as_file(clean), definitions.load(files), Reference(files))
    assert outcome.understood == (
        "'ACCEPTED' was read as accepted, in 1 row.",
        "'MPS' was read as Met, in 1 row.",
    )
