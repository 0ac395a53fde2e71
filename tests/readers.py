"""Readers who keep every publication, and an auditor of what they can work out.

Written apart from `oversight.disclosure`: it shares no line with it. A world is every true count of
one indicator in one year; of it some are sent, and published. A reader sees what is shown, knows
that boroughs make London, quarters the year and girls and boys all, and knows which counts nobody
changed between the last two publications.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Mapping

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from oversight import disclosure
from oversight.definitions import Indicator
from oversight.disclosure import LONDON, Key, Word
from oversight.disclosure.before import Before
from oversight.disclosure.rule import Rule, Treatment

PERIODS = {
    "Q1": ("2014-04-01", "2014-06-30"),
    "Q2": ("2014-07-01", "2014-09-30"),
    "Q3": ("2014-10-01", "2014-12-31"),
    "Q4": ("2015-01-01", "2015-03-31"),
    "year": ("2014-04-01", "2015-03-31"),
}
SEXES = ("", "sex=female", "sex=male")
WIDTH = 3


def key(period: str, place: str, sex: str = "") -> Key:
    return Key("cse_referrals", *PERIODS[period], place, sex)


def sums_of(places: tuple[str, ...]) -> list[tuple[Key, list[Key]]]:
    """Every sum that holds in the world."""
    grid = list(itertools.product(PERIODS, (LONDON, *places), SEXES))
    found = []
    for period, place, sex in grid:
        if place == LONDON:
            found.append((key(period, place, sex), [key(period, one, sex) for one in places]))
        if period == "year":
            quarters = [key(one, place, sex) for one in PERIODS if one != "year"]
            found.append((key(period, place, sex), quarters))
        if not sex:
            found.append((key(period, place), [key(period, place, one) for one in SEXES[1:]]))
    return found


def world(chance: random.Random, places: tuple[str, ...], mean: float) -> dict[Key, int]:
    """True counts, drawn at random."""
    found: dict[Key, int] = {}
    draw = np.random.default_rng(chance.randrange(2**32))
    for place in places:
        size = mean * chance.choice((0.3, 1, 1, 3))
        for quarter, sex in itertools.product(("Q1", "Q2", "Q3", "Q4"), SEXES[1:]):
            found[key(quarter, place, sex)] = int(draw.poisson(size))
    return added_up(found, places)


def added_up(found: dict[Key, int], places: tuple[str, ...]) -> dict[Key, int]:
    """The same with every total anew."""
    found = {one: count for one, count in found.items() if _is_smallest(one)}
    left = sums_of(places)
    while left:
        ready = [one for one in left if all(part in found for part in one[1])]
        found |= {total: sum(found[part] for part in parts) for total, parts in ready}
        left = [one for one in left if one[0] not in found]
    return found


def _is_smallest(one: Key) -> bool:
    is_year = (one.starts_on, one.ends_on) == PERIODS["year"]
    return one.place != LONDON and bool(one.breakdown) and not is_year


class Published:
    """Publications one after another, each as its readers see it."""

    def __init__(self, indicators: Mapping[str, Indicator], rule: Rule | None = None) -> None:
        self.indicators, self.rule = indicators, rule or Rule()
        self.said: list[dict[Key, Word]] = []
        self.shown: list[dict[Key, tuple[float, float] | Treatment]] = []

    def publish(self, said: Mapping[Key, Word | int]) -> dict[Key, tuple[float, float] | Treatment]:
        """Publish what is said, and give what is shown: limits, or why it is hidden."""
        words = {
            one: word if isinstance(word, Word) else Word(word, word) for one, word in said.items()
        }
        told = disclosure.protected(
            words, self._before(words), self.indicators, self.rule, is_kept=bool(self.said)
        )
        shown = {}
        for one, word in words.items():
            treatment = told[one].treatment if one in told else Treatment.EXACT
            if treatment in (Treatment.FEW, Treatment.ALSO, Treatment.WITHHELD):
                shown[one] = treatment
            elif word.lower is not None:
                shown[one] = _limits(word.lower, treatment, one)
        self.said.append(words)
        self.shown.append(shown)
        return shown

    def _before(self, words: Mapping[Key, Word]) -> Before:
        if not self.said:
            return Before({}, {}, {})
        shown: dict[Key, list] = {}
        for publication in self.shown:
            for one, limits in publication.items():
                if isinstance(limits, tuple):
                    shown.setdefault(one, []).append(limits)
        stood = {
            one: Word(*limits) if isinstance(limits, tuple) else Word(None, None, "c")
            for one, limits in self.shown[-1].items()
        }
        last = self.said[-1]
        then = {one: last.get(one) for one in {*words, *last} if words.get(one) != last.get(one)}
        withheld = {one for one, seen in self.shown[-1].items() if seen is Treatment.WITHHELD}
        return Before(shown, stood, then, frozenset(withheld))

    def told_too_well(self, true: list[dict[Key, int]], places: tuple[str, ...]) -> list[tuple]:
        """The few that are known to fewer than WIDTH + 1 numbers: which publication, key, limits.

        Args:
            true: the world at each publication.
            places: the boroughs.
        """
        numbers = range(max(len(self.said) - 2, 0), len(self.said))
        at = {one: n for n, one in enumerate((v, k) for v in numbers for k in true[0])}
        rows, limits = [], np.array([[0, math.inf]] * len(at), float)
        for vintage in numbers:
            for total, parts in sums_of(places):
                row = {at[vintage, part]: 1 for part in parts}
                rows.append({**row, at[vintage, total]: -1})
        for vintage, one in at:
            # What nobody ever said and is nothing is taken for nothing.
            if one not in self.said[vintage] and not true[vintage][one]:
                limits[at[vintage, one]] = 0, 0
        without_last = limits.copy()
        for vintage, (one, seen) in ((v, item) for v in numbers for item in self.shown[v].items()):
            limits[at[vintage, one]] = self._known(one, seen, true[vintage][one])
            for earlier in range(vintage):
                before = self.shown[earlier].get(one)
                is_same = self.said[earlier].get(one) == self.said[vintage].get(one)
                if isinstance(before, tuple) and is_same:
                    low, high = limits[at[vintage, one]]
                    limits[at[vintage, one]] = max(low, before[0]), min(high, before[1])
        for (vintage, _), column in at.items():
            if vintage < numbers[-1]:
                without_last[column] = limits[column]
        if len(numbers) > 1:
            first, second = numbers
            for one, word in self.said[second].items():
                if self.said[first].get(one) == word:
                    rows.append({at[second, one]: 1, at[first, one]: -1})
        found = list(self._narrow(rows, limits, at, numbers))
        # What the publications before give away is lost, whatever the last one hides.
        lost = {one[:2] for one in self._narrow(rows, without_last, at, numbers)} if found else ()
        return [one for one in found if one[:2] not in lost]

    def _known(self, one: Key, seen: tuple | Treatment, count: int) -> tuple[float, float]:
        """What is known of one figure by itself: of a hidden one, whether it is few."""
        if isinstance(seen, tuple):
            return seen
        if seen == Treatment.WITHHELD or (one.place == LONDON and not one.breakdown):
            return 0, math.inf
        if count > 7:
            return 8, math.inf
        return (1 if count else 0), 7

    def _narrow(self, rows, limits, at, numbers):
        table = sparse.lil_array((len(rows), len(at)))
        for number, row in enumerate(rows):
            for column, sign in row.items():
                table[number, column] = sign
        fits = LinearConstraint(table.tocsr(), 0, 0)
        most = np.where(np.isinf(limits[:, 1]), 100_000, limits[:, 1])
        bounds, met = Bounds(limits[:, 0], most), []
        for vintage in numbers:
            for one, seen in self.shown[vintage].items():
                column = at[vintage, one]
                is_lost = limits[column, 1] - limits[column, 0] < WIDTH
                if isinstance(seen, tuple) or is_lost:
                    continue
                numbers_met = [each[column] for each in met]
                if numbers_met and max(numbers_met) - min(numbers_met) >= WIDTH:
                    continue
                for sign in (1, -1):
                    goal = np.zeros(len(at))
                    goal[column] = sign
                    solved = milp(
                        goal, constraints=fits, bounds=bounds, integrality=np.ones(len(at))
                    )
                    assert solved.x is not None, "The true counts do not look like what is shown."
                    met.append(np.round(solved.x))
                low, high = sorted((met[-1][column], met[-2][column]))
                if high - low < WIDTH:
                    yield vintage, one, low, high


def _limits(count: float, treatment: Treatment, one: Key) -> tuple[float, float]:
    """What a count is shown as: itself, or to the nearest 5."""
    is_protected = one.place != LONDON or bool(one.breakdown)
    if treatment == Treatment.EXACT or (is_protected and count == 0):
        return count, count
    shown = 5 * math.floor(count / 5 + 0.5)
    return max(shown - 2, 8 if is_protected else 0), shown + 2
