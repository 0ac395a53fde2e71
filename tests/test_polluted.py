"""Polluted returns: none is taken with another meaning, and each refusal says where to look."""

from __future__ import annotations

from collections import Counter

import pytest

from oversight import definitions
from oversight.reference import Reference
from oversight.screening import Finding
from tests.polluting import EITHER, LOADS, REFUSED, Variant, variants
from tests.polluting.taken import screened, taken

LEAST = 400


def test_there_are_at_least_four_hundred_polluted_returns_of_all_kinds_each_with_its_mark():
    marks = Counter(one.mark for one in variants())
    assert len(variants()) >= LEAST
    assert {*marks} == {LOADS, REFUSED, EITHER}
    assert marks[LOADS] >= 0.3 * len(variants())
    assert marks[REFUSED] >= 0.3 * len(variants())
    assert {one.kind for one in variants()} == {"observations", "status", "action"}


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
