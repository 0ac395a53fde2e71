"""Mutated returns: whatever the product takes, a second and strict reader reads to the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from oversight import definitions
from oversight.reference import Reference
from tests.polluting.mutations import mutated, mutated_and_large
from tests.polluting.taken import TODAY, screened, taken
from tests.strict_cells import RefusedError
from tests.strict_reader import StrictReader


@pytest.fixture(scope="module")
def compared(files) -> Callable[[Iterable[bytes]], tuple[Counter[str], list[bytes]]]:
    """How both readers take some files, and those that they take apart."""
    indicators, reference = definitions.load(files), Reference(files)
    strict = StrictReader(TODAY)

    def read_strictly(content: bytes):
        try:
            return strict.read(content)
        except RefusedError:
            return None

    def compared(contents: Iterable[bytes]) -> tuple[Counter[str], list[bytes]]:
        counts: Counter[str] = Counter()
        apart = []
        for content in contents:
            outcome = screened(content, indicators, reference)
            found = None if isinstance(outcome, str) else taken(outcome)
            expected = read_strictly(content)
            if isinstance(outcome, str) or (found is not None and found != expected):
                apart.append(content)
            counts["taken" if found is not None else "refused"] += 1
            counts["taken by the strict reader alone"] += found is None and expected is not None
        return counts, apart

    return compared


def said(counts: Counter[str], apart: list[bytes]) -> str:
    return (
        f"{counts['taken']:,} taken, {counts['refused']:,} refused, of which the strict reader"
        f" takes {counts['taken by the strict reader alone']:,}; they differ on {len(apart):,}"
    )


@pytest.mark.must("returns", 2)
def test_whatever_is_taken_of_a_mutated_return_a_strict_reader_reads_to_the_same(
    compared, often, measured
):
    how_many = often(2_000, 100_000, least=700)
    counts, apart = compared(map(mutated, range(how_many)))
    measured(f"{how_many:,} mutations: {said(counts, apart)}")
    assert apart[:3] == []
    # Where nearly all is refused, nothing is shown.
    assert counts["taken"] >= how_many / 4


@pytest.mark.must("returns", 2)
def test_so_it_is_with_returns_of_megabytes(compared, often, measured):
    how_many = often(4, 100, least=2)
    counts, apart = compared(map(mutated_and_large, range(how_many)))
    measured(f"{how_many:,} mutations of large returns: {said(counts, apart)}")
    assert [content[:1000] for content in apart[:3]] == []
    assert counts["taken"] >= 1
