"""Protecting small numbers: fifteen years of fifty indicators, by borough and quarter, and sex."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.results import Result, Spread
from oversight import ROOT, definitions, disclosure, reference
from oversight.disclosure import LONDON, Key, Word, gate
from oversight.disclosure.before import Before
from oversight.disclosure.rule import Rule, Tables, Treatment

if TYPE_CHECKING:
    from benchmarks.goals import Bench

BOROUGHS, INDICATORS, SEXES, QUARTERS = 33, 50, 2, 60
QUARTERS_OF_A_YEAR = 4
DAYS = (("04-01", "06-30", 0), ("07-01", "09-30", 0), ("10-01", "12-31", 0), ("01-01", "03-31", 1))


def protected(bench: Bench) -> list[Result]:
    """Goal 13: from what is said of each figure, and from counts split by sex, to what is shown."""
    chance = np.random.default_rng(8)
    words, indicators = said(chance)
    of_words = Spread(tuple(_seconds_of_words(words, indicators) for _ in range(bench.rounds)))
    tables = counts(chance)
    of_tables = Spread(tuple(_seconds(tables) for _ in range(bench.rounds)))
    what = f"{BOROUGHS} boroughs, {INDICATORS} indicators, {QUARTERS} quarters"
    return [
        Result(13, f"{what}, and London: {len(words):,} figures of returns protected",
               "s", of_words, of_words, 10.0, is_of_a=True),
        Result(13, f"the same by sex, with totals and years: {tables.values.size:,} counts",
               "s", of_tables, of_tables, 10.0, is_of_a=True),
    ]  # fmt: skip


def said(chance: np.random.Generator) -> tuple[dict[Key, Word], dict]:
    """What returns say of each borough, quarter and indicator, and of London."""
    one = definitions.load(reference.read_files(ROOT))["cse_referrals"]
    names = [f"indicator_{number}" for number in range(INDICATORS)]
    words = {}
    for name, mean in zip(names, np.geomspace(0.1, 30, INDICATORS), strict=True):
        for quarter in range(QUARTERS):
            days = _days(quarter)
            row = chance.poisson(mean, BOROUGHS).tolist()
            places = [LONDON, *(f"E{number:08d}" for number in range(BOROUGHS))]
            for place, count in zip(places, [sum(row), *row], strict=True):
                words[Key(name, *days, place, "")] = Word(count, count)
    return words, dict.fromkeys(names, one)


def _days(quarter: int) -> tuple[str, str]:
    """First and last day of a quarter, counted from April 2010."""
    year, (first, last, later) = 2010 + quarter // QUARTERS_OF_A_YEAR, DAYS[quarter % 4]
    return f"{year + later}-{first}", f"{year + later}-{last}"


def _seconds_of_words(words: dict[Key, Word], indicators: dict) -> float:
    begun = time.perf_counter()
    found = disclosure.protected(words, Before({}, {}, {}), indicators, Rule())
    seconds = time.perf_counter() - begun
    assert any(told.treatment == Treatment.FEW for told in found.values()), "Nothing was hidden."
    return seconds


def counts(chance: np.random.Generator) -> Tables:
    """A table an indicator and year; of some indicators a borough has 0.1 a quarter, of some 30."""
    means = np.repeat(np.geomspace(0.1, 30, INDICATORS), QUARTERS // QUARTERS_OF_A_YEAR)
    kinds, periods = SEXES + 1, QUARTERS_OF_A_YEAR + 1
    values = np.zeros((kinds, periods, len(means), BOROUGHS + 1), np.int64)
    shape = (SEXES, QUARTERS_OF_A_YEAR, BOROUGHS, len(means))
    values[1:, 1:, :, 1:] = np.swapaxes(chance.poisson(means, shape), 2, 3)
    values[0] = values[1:].sum(axis=0)
    values[:, 0] = values[:, 1:].sum(axis=1)
    values[..., 0] = values[..., 1:].sum(axis=-1)
    number = np.arange(kinds * periods).reshape(kinds, periods).tolist()
    over_sexes = tuple((column[0], tuple(column[1:])) for column in zip(*number, strict=True))
    over_quarters = tuple((row[0], tuple(row[1:])) for row in number)
    is_split = np.repeat(np.arange(kinds) > 0, periods)
    return Tables(
        values.reshape(kinds * periods, len(means), -1), over_sexes + over_quarters, is_split
    )


def _seconds(tables: Tables) -> float:
    begun = time.perf_counter()
    found = gate.protect(tables)
    seconds = time.perf_counter() - begun
    assert (found >= Treatment.FEW).any(), "Nothing was hidden."
    return seconds
