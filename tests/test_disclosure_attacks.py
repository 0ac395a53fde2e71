"""A reader who can reckon tells no hidden figure, whatever was sent, marked and withdrawn."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from oversight import definitions, disclosure
from oversight.disclosure import Key, Word
from tests.test_disclosure import key, word


@pytest.fixture(scope="module")
def indicators(few):
    return definitions.load(few)


def test_nobody_who_tries_every_table_can_tell_a_hidden_figure(indicators):
    """Two places, both sexes and all sums, some never sent; the reader tries all that fit."""
    most, chance = 31, random.Random(5)
    numbers = (0, 0, 1, 2, 3, 5, 7, 8, 9, 12)
    tried = np.stack(np.meshgrid(*[np.arange(most)] * 4, indexing="ij")).reshape(4, -1)
    table = {}
    for number, (place, sex) in enumerate(itertools.product("AB", ("female", "male"))):
        table[key(f"rape {place} sex={sex}")] = tried[number]
    for number, place in enumerate("AB"):
        table[key(f"rape {place}")] = tried[2 * number] + tried[2 * number + 1]
    for number, sex in enumerate(("female", "male")):
        table[key(f"rape sex={sex}")] = tried[number] + tried[number + 2]
    table[key("rape")] = tried.sum(axis=0)
    for _ in range(60):
        true = np.ravel_multi_index(chance.choices(numbers, k=4), (most,) * 4)
        sent = {one: int(sums[true]) for one, sums in table.items() if chance.random() < 0.85}
        found = disclosure.hidden({one: word(value) for one, value in sent.items()}, indicators)
        few = {one for one, n in sent.items() if disclosure.is_protected(one) and 1 <= n <= 7}
        assert few <= found
        fits = np.ones(tried.shape[1], bool)
        for one, value in sent.items():
            if one in few:
                fits &= (table[one] >= 1) & (table[one] <= 7)
            elif one not in found:
                fits &= table[one] == value
        for one in few:
            assert len(np.unique(table[one][fits])) > 1, (sent, one)


def shown_by(words, numbers, remembered, indicators) -> dict[Key, float]:
    """What readers see of these words, who saw those numbers and marks before; both grow."""
    said = {one: n if isinstance(n, Word) else word(n) for one, n in words.items()}
    for one in remembered:
        if one not in said or said[one].is_silent:
            said[one] = word("c")
    found = disclosure.hidden(said, indicators, numbers)
    shown = {one: each.lower for one, each in said.items() if each.is_exact and one not in found}
    for one, number in shown.items():
        numbers[one] = [number, *(n for n in numbers.get(one, ()) if n != number)]
    remembered |= {one for one in said if one in found or said[one].is_withheld}
    return shown


def test_nobody_who_solves_for_every_figure_can_tell_a_hidden_one(indicators, often):
    """Three places by quarter, sent in two returns, the first then withdrawn; and some markers.

    The reader remembers every number, knows that London is the three and a year its quarters.
    """
    chance = random.Random(3)
    numbers, cells = (0, 0, 1, 1, 2, 3, 6, 7, 9, 12, 15), cells_by_place_and_quarter()
    for _ in range(often(16, 2_000)):
        true = np.array(chance.choices(numbers, k=12)).reshape(3, 4)
        is_full = chance.random() < 0.5
        first, second = {}, {}
        for one, row in cells.items():
            count = int((row * true).sum())
            said = count or chance.choice((0, "z", "low"))
            returns = [first] if is_full else chance.choice(([first], [second], [first, second]))
            for sent in returns if is_full or chance.random() < 0.9 else ():
                sent[one] = chance.choice((said, "x")) if sent is second else said
        known, marked, few, told = {}, set(), {}, []
        for words in (first, {**first, **second}, second) if second else (first,):
            few |= {
                one: (1, 7)
                for one, n in words.items()
                if disclosure.is_protected(one) and n in range(1, 8) and n not in known.get(one, ())
            }
            noughts = {one: (0, 0) for one, n in words.items() if n in ("z", "low")}
            earlier = {one: (n[0], n[0]) for one, n in known.items()}
            shown = shown_by(words, known, marked, indicators)
            now = {one: (n, n) for one, n in shown.items()}
            assert few.keys().isdisjoint(shown)
            told.append(words)
            before = {**few, **earlier, **noughts}
            for one in few:
                least, most = had_from({**before, **now}, cells, one)
                # What was public before it was sent cannot be taken back.
                assert least < most or len(set(had_from(before, cells, one))) == 1, (told, one)


def cells_by_place_and_quarter() -> dict[Key, np.ndarray]:
    """Each figure, a year's and London's too, by which of three places and four quarters it is."""
    cells = {}
    for p, q in itertools.product((*range(3), slice(None)), (*range(4), slice(None))):
        place, quarter = ("ABC"[p] if p in range(3) else ""), (f"Q{q + 1}" if q in range(4) else "")
        cells[key(f"rape {place} {quarter}")] = row = np.zeros((3, 4))
        row[p, q] = 1
    return cells


def had_from(limits, cells, wanted) -> tuple[int, int]:
    """The least and the most that a figure can be, in whole numbers that fit all limits."""
    rows = np.array([cells[one].ravel() for one in limits])
    low, high = np.array(list(limits.values()), dtype=float).T
    fits = LinearConstraint(rows, low, high)
    goal = cells[wanted].ravel()
    least, most = (
        milp(sign * goal, constraints=fits, integrality=np.ones(12), bounds=Bounds(0, 999))
        for sign in (1, -1)
    )
    return round(least.fun), round(-most.fun)


def test_sums_that_are_added_and_subtracted_give_nothing_away(indicators):
    """London less a year, and so on: no sum of this return alone tells that A had 1 in Q1."""
    table = {
        "A": (1, 15, 1, 3, 20), "B": (6, 15, 9, 9, 39), "C": (1, 15, 9, 9, 34),
        "": (8, 45, 19, 21, 93),
    }  # fmt: skip
    words = {
        key(f"rape {place} {quarter}"): word(count)
        for place, counts in table.items()
        for quarter, count in zip(("Q1", "Q2", "Q3", "Q4", ""), counts, strict=True)
    }
    found = disclosure.hidden(words, indicators)
    shown = {one: (each.lower, each.lower) for one, each in words.items() if one not in found}
    few = {one: (1, 7) for one, each in words.items() if disclosure.is_few(each)}
    assert few.keys() <= found
    for one in few:
        least, most = had_from({**shown, **few}, cells_by_place_and_quarter(), one)
        assert least < most
