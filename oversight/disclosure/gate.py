"""The gate: what is shown exactly, rounded or not at all, so that no hidden count can be had back.

Safe means: for every hidden count there are two tables of whole numbers that look to a reader like
the published ones, and in which it differs by the width that the rule asks for. Hidden first is
what is few; then, one after another, what makes the most others safe; at last, what turned out to
be hidden in vain is shown again. All choices follow from the counts alone, so a publication that
is made again is the same.
"""

from __future__ import annotations

import numpy as np

from oversight.disclosure import remedies
from oversight.disclosure.rule import Rule, Tables, Treatment, first_treatment, needs_protection
from oversight.disclosure.standing import Standing


def protect(tables: Tables, rule: Rule | None = None) -> np.ndarray:
    """What becomes of each figure of tables of one shape, in the shape of their counts.

    Raises:
        ValueError: counts are not whole numbers or below nought, or the rule protects nobody.
    """
    standing = Standing(tables, rule or Rule())
    hide(standing)
    show_again(standing)
    return standing.treatment


def hide(standing: Standing) -> None:
    """Hide more until every hidden count is wide, or all of its table is withheld."""
    needed = needs_protection(standing.tables, standing.rule, standing.treatment)
    active = np.flatnonzero(needed.any(axis=(0, 2)))
    while len(active):
        look = standing.look(active)
        done = [Treatment.WITHHELD, Treatment.NOT_GIVEN]
        is_open = ~np.isin(standing.treatment[:, active], done).all(axis=(0, 2))
        look = look.of(look.narrow.any(axis=(0, 2)) & is_open)
        active = look.chosen
        look = look.of(~remedies.round_london(standing, look))
        look = standing.confirmed(look.of(~remedies.hide_one_each(standing, look)))
        remedies.give_up(standing, look)


def show_again(standing: Standing) -> None:
    """Show again what need not be hidden or rounded: of London first, then of each place."""
    standing.forget()
    first = first_treatment(standing.tables, standing.rule)
    _open_places(standing, first)
    is_london = np.arange(first.shape[2]) == 0
    for places in (is_london, ~is_london):
        now = standing.treatment
        left = (now == Treatment.ALSO) | ((now == Treatment.ROUNDED) & (first == Treatment.EXACT))
        left &= places
        while left.any():
            tables = np.flatnonzero(left.any(axis=(0, 2)))
            position = _largest(standing, left, tables)
            table, place = np.nonzero(position >= 0)
            at = position[table, place], tables[table], place
            left[at] = False
            _try(standing, at, first[at])


def _open_places(standing: Standing, first: np.ndarray) -> None:
    """Tell what is few from what is nought again, in places that are withheld and need not be."""
    at = np.nonzero(standing.treatment == Treatment.WITHHELD)
    is_nought = standing.tables.values[at] == 0
    opened = np.where(is_nought | (first[at] == Treatment.FEW), first[at], Treatment.ALSO)
    _try(standing, at, opened)


def _try(standing: Standing, at: tuple[np.ndarray, ...], treatment: np.ndarray) -> None:
    """Treat figures so, but not where counts become narrow: of that place, then of that table."""
    table = at[1]
    if not len(table):
        return
    kept = standing.treatment[at]
    standing.treatment[at] = treatment
    tables = np.unique(table)
    narrow = np.zeros(standing.treatment.shape[1:], bool)
    narrow[tables] = standing.look(tables, is_lasting=False).narrow.any(axis=0)
    _treat(standing, at, kept, narrow)
    # To hide more makes nothing narrower: all is well but perhaps where it was treated as before.
    if len(tables := np.flatnonzero(narrow.any(axis=1))):
        narrow[:] = False
        narrow[tables] = standing.look(tables, is_lasting=False).narrow.any(axis=0)
        _treat(standing, at, kept, np.broadcast_to(narrow.any(axis=1)[:, None], narrow.shape))


def _treat(standing: Standing, at: tuple[np.ndarray, ...], treatment, places: np.ndarray) -> None:
    """Treat those of the figures so that are of these places, by table and place."""
    some = places[at[1:]]
    standing.treatment[tuple(each[some] for each in at)] = treatment[some]


def _largest(standing: Standing, left: np.ndarray, tables: np.ndarray) -> np.ndarray:
    """By table and place the position of the largest figure that is left; -1 where none is."""
    values = np.where(left[:, tables], standing.tables.values[:, tables], -1)
    return np.where(left[:, tables].any(axis=0), values.argmax(axis=0), -1)
