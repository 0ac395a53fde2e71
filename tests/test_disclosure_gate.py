"""Whoever sets up and solves all that is shown cannot tell a hidden count to within three."""

from __future__ import annotations

import numpy as np
import pytest

from oversight.definitions import PROTECTION
from oversight.disclosure import gate
from oversight.disclosure.rule import Rule, Tables, Treatment, first_treatment
from tests.disclosure_auditor import narrow_counts
from tests.fewest_hidden import fewest
from tests.tables_at_random import positions, tables

EXACT, ROUNDED, FEW, ALSO, WITHHELD = list(Treatment)[1:]
# Places, sexes (or ages) and quarters of the tables that are tried.
SHAPES = [(4, 2, 4), (3, 2, 2), (8, 2, 3), (6, 1, 4), (2, 3, 2)]
MEANS = np.geomspace(0.1, 30, 10)


def found_narrow(one: Tables, treatment: np.ndarray) -> list:
    """What the auditor finds, by table."""
    return [
        narrow_counts(one.values[:, table], treatment[:, table], one.sums, one.is_split)
        for table in range(one.values.shape[1])
    ]


@pytest.mark.must("signal", 2)
def test_an_auditor_finds_no_hidden_count_narrower_than_three(often, measured):
    chance = np.random.default_rng(8)
    tried = size = few = hidden = withheld = whole = narrow = 0
    for shape in SHAPES:
        one = tables(chance, *shape, np.repeat(MEANS, often(1, 40)))
        first, treatment = first_treatment(one, Rule()), gate.protect(one)
        narrow += sum(map(len, found_narrow(one, treatment)))
        assert (treatment[first == FEW] >= FEW).all()
        tried += treatment.shape[1]
        size += treatment.size
        few += int((first == FEW).sum())
        hidden += int((treatment >= FEW).sum())
        withheld += int((treatment == WITHHELD).sum())
        whole += int((treatment == WITHHELD).all(axis=(0, 2)).sum())
    assert narrow == 0
    measured(
        f"{tried:,} random tables: {narrow} hidden counts narrower than 3; of {size:,} counts"
        f" {few / size:.1%} are few, {hidden / size:.1%} hidden, {withheld / size:.1%} withheld"
        f" with what is around them; {whole} tables withheld whole"
    )


@pytest.mark.must("signal", 2)
def test_few_more_are_hidden_than_must_be(often, measured):
    one = tables(np.random.default_rng(9), 3, 2, 2, np.repeat([0.3, 1, 3, 6, 12], often(4, 40)))
    hidden = int((gate.protect(one) >= FEW).sum())
    tried = one.values.shape[1]
    least = sum(fewest(one.values[:, each], one.sums, one.is_split) for each in range(tried))
    assert hidden <= 1.3 * least
    measured(
        f"{tried} small tables: {hidden:,} counts hidden, {hidden / least:.3f} times"
        f" the {least:,} of the fewest (at most 1.3)"
    )


@pytest.mark.must("signal", 2)
def test_the_auditor_catches_a_gate_that_hides_the_few_alone(measured):
    one = tables(np.random.default_rng(8), 3, 2, 2, [6] * 4)
    caught = found_narrow(one, first_treatment(one, Rule()))
    assert all(caught)
    measured(f"a gate that hides the few alone is caught in {len(caught)} of 4 tables")


def of_one_place(*rows: tuple[int, ...]) -> Tables:
    """A table of London and its boroughs, one figure each: no splits, no quarters."""
    values = np.array(rows, np.int64).T[None].swapaxes(1, 2)
    return Tables(values, (), np.array([False]))


def told(one: Tables, rule: Rule | None = None) -> list[str]:
    """What becomes of the first position of the first table, London first."""
    return [Treatment(each).name for each in gate.protect(one, rule)[0, 0]]


def test_london_stays_exact_where_the_others_leave_a_hidden_one_open():
    assert told(of_one_place((100, 3, 40, 57))) == ["EXACT", "FEW", "ROUNDED", "ROUNDED"]


def test_london_is_rounded_where_it_would_leave_a_hidden_one_narrow():
    """40 is shown for 38 to 42, so 41 in all would leave the first borough 1 to 3."""
    assert told(of_one_place((41, 3, 38))) == ["ROUNDED", "FEW", "ROUNDED"]


def test_london_is_hidden_where_to_round_it_does_not_help():
    """1 rounds to nought, which may be 2 at most."""
    assert told(of_one_place((1, 1, 0))) == ["ALSO", "FEW", "ROUNDED"]


def test_what_was_published_before_cannot_be_hidden_behind():
    """London's number is known; another borough is hidden in its place."""
    one = of_one_place((4, 4, 0))
    least, most = np.zeros_like(one.values), np.full_like(one.values, 99)
    least[0, 0, 0] = most[0, 0, 0] = 4
    known = Tables(one.values, (), one.is_split, None, least, most)
    assert told(known) == ["EXACT", "FEW", "ALSO"]


def test_noughts_are_hidden_too_where_the_rule_says_so():
    one = of_one_place((100, 0, 43, 57))
    assert told(one)[1] == "ROUNDED"
    assert told(one, Rule(shows_noughts=False))[1] == "FEW"


def test_few_that_nobody_wrote_are_protected():
    """The boys follow from all and the girls: 25 less 18."""
    sums, is_split = positions(2, 0)
    values = np.array([[25, 25], [18, 18], [7, 7]], np.int64)[:, None]
    given = np.array([[True, True], [True, True], [False, False]])[:, None]
    treatment = gate.protect(Tables(values, sums, is_split, given))
    assert (treatment[2] == Treatment.NOT_GIVEN).all()
    assert (treatment[:2] >= FEW).any()


def test_few_that_nothing_protects_end_with_their_table_withheld():
    """Nobody sent the first borough's: it is all less the other, and both were published before."""
    one = of_one_place((100, 3, 97))
    given = np.array([[[True, False, True]]])
    least, most = one.values.copy(), one.values.copy()
    most[0, 0, 1], least[0, 0, 1] = 99, 0
    known = Tables(one.values, (), one.is_split, given, least, most)
    assert told(known) == ["WITHHELD", "NOT_GIVEN", "WITHHELD"]


def test_the_order_of_the_tables_changes_nothing():
    one = tables(np.random.default_rng(1), 4, 2, 4, [4] * 12)
    backwards = one.of(np.arange(12)[::-1])
    found, other = gate.protect(one), gate.protect(backwards)
    assert (found == other[:, ::-1]).all()


def test_the_numbers_of_the_rule_are_settings():
    assert Rule.of(PROTECTION) == Rule(few=7, base=5, width=3, shows_noughts=True)
    set_by_staff = {"few": "9", "rounded_to": "10", "narrowest": "4", "noughts": "hidden"}
    assert Rule.of(set_by_staff) == Rule(few=9, base=10, width=4, shows_noughts=False)
    for name, wrong in (("few", "seven"), ("rounded_to", "-5"), ("noughts", "yes")):
        with pytest.raises(ValueError, match="whole numbers"):
            Rule.of({**PROTECTION, name: wrong})


def test_a_rule_that_protects_nobody_and_counts_below_nought_are_refused():
    with pytest.raises(ValueError, match="protect nobody"):
        Rule(few=3)
    with pytest.raises(ValueError, match="below nought"):
        of_one_place((1, -1, 2))


@pytest.mark.parametrize(
    ("count", "shown"), [(8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (0, 0)]
)
def test_others_are_shown_to_the_nearest_five(count, shown):
    assert Rule().rounded(np.array([count])) == [shown]
