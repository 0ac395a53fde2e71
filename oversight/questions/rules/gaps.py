"""Questions from what nobody has supplied: figures, boys, quarters, years, what is held back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from oversight import framework, themes
from oversight.framework import NOT_SUPPLIED
from oversight.questions.putting import at, owing_most, put
from oversight.questions.question import Question
from oversight.slides import Position
from oversight.wording.questions import gaps as words

# What a figure can be split by, beside sex, which is asked by itself, and quarters.
SPLITS = ("age", "area")


def figures_nobody_supplied(position: Position) -> Iterator[Question]:
    """Each indicator of which there is no number and none is withheld; promised ones apart."""
    promised = {
        one.asked.indicator
        for one in position.held
        if one.is_promise and one.kept and not one.kept.is_kept
    }
    for entry in position.entries:
        if entry.is_owed and entry.name not in promised:
            yield put(
                f"no_figure {entry.name}",
                words.no_figure(entry, position.on),
                words.owed_since(entry, position.on),
                figure=words.NO_FIGURE,
                address=at("framework", indicator=entry.name),
                whom=entry.about.owner,
                about=entry.name,
            )


def boys_not_counted(position: Position) -> Iterator[Question]:
    """Of the indicators that should tell girls from boys, some do not count boys."""
    wanted = [one for one in position.entries if "sex" in one.about.breakdowns_wanted]
    without = [one for one in wanted if not one.counts_boys]
    if without:
        yield put(
            "boys_not_counted",
            words.how_many_boys(len(wanted), len(wanted) - len(without)),
            words.BOYS_UNSEEN,
            figure=words.counts_of(len(wanted) - len(without), len(wanted), "count boys"),
            address=at("framework"),
            whom=owing_most(without),
            about=without[0].name,
        )


def quarters_not_supplied(position: Position) -> Iterator[Question]:
    """Figures that are wanted four times a year, and do not come by quarter."""
    yield from _not_split(position, "quarter", words.when_by_quarter, words.YEARS_ARE_SLOW)


def splits_not_supplied(position: Position) -> Iterator[Question]:
    """Figures that are wanted by age or by area, and come for all together."""
    for dimension in SPLITS:
        yield from _not_split(
            position, dimension, partial(words.when_split, dimension), words.WHO_AND_WHERE
        )


def too_few_years(position: Position) -> Iterator[Question]:
    """A yearly count of referrals with too few years to speak of a trend."""
    found = position.mutilation
    if found.points and found.still_needed:
        yield put(
            "too_few_years",
            words.what_of_other_years(found),
            words.no_trend_yet(found),
            figure=words.each_year(found.comparable),
            address=at("cse_and_fgm"),
            whom=position.entry(themes.FGM).about.owner,
            about=themes.FGM,
        )


def figures_withheld(position: Position) -> Iterator[Question]:
    """Each indicator whose newest word for London, or only word, is that it is withheld.

    Of which a table is withheld whole, another rule asks.
    """
    whole = {row.indicator for row in position.withheld_tables}
    for entry in position.entries:
        if entry.name in whole:
            continue
        newest = [line.newest for line in entry.lines if line.newest]
        is_held_back = any(point.standing == "withheld" for point in newest)
        if is_held_back or (entry.about.withheld and not entry.has_figure):
            yield put(
                f"withheld {entry.name}",
                words.what_can_be_said(entry),
                words.HELD_BACK,
                figure="[c]",
                address=at("framework", indicator=entry.name),
                whom=entry.about.owner,
                about=entry.name,
            )


def tables_withheld(position: Position) -> Iterator[Question]:
    """Each indicator of which a whole table is withheld, for no part of it could be shown."""
    for entry in position.entries:
        mine = [row for row in position.withheld_tables if row.indicator == entry.name]
        if mine:
            yield put(
                f"withheld_table {entry.name}",
                words.what_of_the_tables(entry, mine),
                words.TABLES_HELD_BACK,
                figure="[c]",
                address=at("framework", indicator=entry.name),
                whom=entry.about.owner,
                about=entry.name,
            )


def _not_split(position: Position, dimension: str, text: Callable, why: str) -> Iterator[Question]:
    have, wanted = framework.supplied(position.entries, dimension)
    without = [one for one in position.entries if one.coverage[dimension] == NOT_SUPPLIED]
    if without:
        whom = owing_most(without)
        mine = [one for one in without if whom[0] in one.about.owner]
        yield put(
            f"no_{dimension}",
            text(have, wanted, whom),
            why,
            figure=words.counts_of(have, wanted, f"come by {dimension}"),
            address=at("framework"),
            whom=whom,
            about=mine[0].name,
        )
