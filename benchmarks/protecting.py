"""Protecting small numbers: fifteen years of fifty indicators, by borough, sex and quarter."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.results import Result, Spread
from oversight.disclosure import gate
from oversight.disclosure.rule import Tables, Treatment

if TYPE_CHECKING:
    from benchmarks.goals import Bench

BOROUGHS, INDICATORS, SEXES, QUARTERS = 33, 50, 2, 60
QUARTERS_OF_A_YEAR = 4


def protected(bench: Bench) -> list[Result]:
    """From counts to what becomes of each, all totals and years among them."""
    tables = counts(np.random.default_rng(8))
    times = Spread(tuple(_seconds(tables) for _ in range(bench.rounds)))
    what = (
        f"{BOROUGHS} boroughs, {INDICATORS} indicators, {QUARTERS} quarters by sex, with totals:"
        f" {tables.values.size:,} counts protected"
    )
    return [Result(13, what, "s", times, times, 10.0, is_of_a=True)]


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
    assert (found.treatment >= Treatment.FEW).any(), "Nothing was hidden."
    return seconds
