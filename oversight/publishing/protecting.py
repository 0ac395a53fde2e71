"""What a build must hide or round so that no child can be counted out, before any table is made.

Raw numbers are read from the returns in memory; the publication's file never holds them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import duckdb
import pyarrow
import pyarrow.compute

from oversight import disclosure, store
from oversight.definitions import PROTECTION, Indicator
from oversight.disclosure import LONDON, WITHHELD, Key, Limits, Told, Word, is_protected
from oversight.disclosure.before import Before
from oversight.disclosure.rule import Rule, Treatment
from oversight.disclosure.sums import year_of
from oversight.reference import Reference

# What begins the names of the columns that name the figure for whose sake another is hidden.
TOLD_BY_IT = "would_tell_"
SHOWN = ("value", "lower", "upper")


class Protection(NamedTuple):
    """What the build's SQL selects from, all text.

    `figures` has one row per figure that is not shown as it was sent: what becomes of it, what is
    shown instead (NULL where it is hidden), and the figure for whose sake it is hidden (NULL where
    it is few itself). `whole` has one row per table that is withheld whole.
    """

    figures: pyarrow.Table
    whole: pyarrow.Table

    @property
    def hidden(self) -> pyarrow.Table:
        """Of the figures those that are not rounded but hidden."""
        is_rounded = pyarrow.compute.equal(self.figures["treatment"], "rounded")
        return self.figures.filter(pyarrow.compute.invert(is_rounded))


class _Said(NamedTuple):
    """What is said of each figure, and what was when the publication before was made."""

    words: dict[Key, Word]
    then: dict[Key, Word | None]


def protected(
    tables: Mapping[str, pyarrow.Table],
    indicators: Mapping[str, Indicator],
    lists: Reference,
    rule: Rule,
    connection: duckdb.DuckDBPyConnection,
) -> Protection:
    """What becomes of the figures of indicators that count people.

    Args:
        tables: what the build selects from; of them the returns, the report's figures, the stamp.
        indicators: the definitions.
        lists: the places.
        rule: the numbers of the rule.
        connection: has the tables of the publication before as `earlier_observation` and so on.
    """
    counts = [name for name, one in indicators.items() if one.disclosure == "raw"]
    wholes = [area.code for area in lists.areas.values() if area.is_whole]
    sent = tables["arriving"]
    sent = sent.filter(pyarrow.compute.is_in(sent["indicator"], pyarrow.array(counts)))
    stood, brought_by, untold = _stood(counts, connection)
    if not (_splits(sent, wholes) or any(is_protected(key) for key in stood)):
        return _written({}, {}, rule, indicators)
    printed = dict(_printed(tables["figures"], counts, lists, wholes))
    said = _said(sent, wholes, tables, printed)
    words = {**printed, **said.words}
    _remember(words, said.then, stood, brought_by, tables)
    shown = _shown(counts, connection)
    for key, word in printed.items():
        if word.is_exact:
            shown[key].append((word.lower, word.upper))
    before = Before(shown, stood, said.then, untold)
    is_kept = _rule_before(connection) == rule
    told = disclosure.protected(words, before, indicators, rule, is_kept)
    return _written(told, words, rule, indicators)


def _written(
    told: Mapping[Key, Told],
    words: Mapping[Key, Word],
    rule: Rule,
    indicators: Mapping[str, Indicator],
) -> Protection:
    """The same as tables; what its sender withheld, and noughts, are shown as they were sent."""
    rows = []
    nothing = (None,) * len(Key._fields)
    for key in sorted(told):
        treatment, sake = told[key]
        if words[key].is_withheld:
            continue
        shown: tuple = (None,) * len(SHOWN)
        if treatment == Treatment.ROUNDED:
            count = round(words[key].lower)
            least, most = rule.limits_shown(count, is_protected(key))
            if least == most:
                continue
            shown = rule.rounded(count), least, most
        rows.append((*key, treatment.name.lower(), *shown, *(sake or nothing)))
    names = (*Key._fields, "treatment", *SHOWN, *(f"{TOLD_BY_IT}{name}" for name in Key._fields))
    return Protection(
        _texts(rows, names),
        _texts(_whole(told, words, indicators), ("indicator", "year", "place")),
    )


def _whole(
    told: Mapping[Key, Told], words: Mapping[Key, Word], indicators: Mapping[str, Indicator]
) -> Iterator[tuple[str, str, str]]:
    """The tables, each an indicator and a year, that are withheld whole, or all of a place."""
    if all(one.treatment != Treatment.WITHHELD for one in told.values()):
        return
    tables: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for key in words:
        is_withheld = key in told and told[key].treatment == Treatment.WITHHELD
        places = tables[key.indicator, year_of(key, indicators[key.indicator].clock)]
        places[key.place] = places.get(key.place, True) and is_withheld
    for (name, year), places in sorted(tables.items()):
        boroughs = sorted(place for place, is_whole in places.items() if is_whole)
        for place in [LONDON] if all(places.values()) else boroughs:
            if place != LONDON or len(boroughs) == len(places):
                yield name, in_words(year, indicators[name].clock), place


def in_words(year: str, clock: str) -> str:
    """A year by its first, as it is written: 2014, or 2014-15."""
    return year if clock == "calendar year" else f"{year}-{(int(year) + 1) % 100:02d}"


def _texts(rows: Iterable[tuple], names: tuple[str, ...]) -> pyarrow.Table:
    """Rows, perhaps none, as an Arrow table, all text."""
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return pyarrow.table(
        {
            name: pyarrow.array(
                [None if one is None else str(one) for one in column], pyarrow.string()
            )
            for name, column in zip(names, columns, strict=True)
        }
    )


def _splits(sent: pyarrow.Table, wholes: list[str]) -> bool:
    """Whether any figure is of less than all of London."""
    is_whole = pyarrow.compute.is_in(sent["area"], pyarrow.array(wholes))
    is_all = pyarrow.compute.equal(sent["breakdown"], "")
    # Of no figure at all Arrow says neither.
    return pyarrow.compute.all(pyarrow.compute.and_(is_whole, is_all)).as_py() is False


def _printed(
    figures: pyarrow.Table, counts: list[str], lists: Reference, wholes: list[str]
) -> Iterator[tuple[Key, Word]]:
    """What the report says of these indicators for London."""
    for row in figures.to_pylist():
        area = lists.areas.get(row["geography"].casefold())
        if row["indicator"] in counts and row["period_start"] and area and area.code in wholes:
            lower, upper = (
                float(text) if (text := row["value"] or row[side]) else None
                for side in ("lower", "upper")
            )
            key = Key(row["indicator"], row["period_start"], row["period_end"], LONDON, "")
            yield key, Word(lower, upper, is_public=True)


def _said(
    sent: pyarrow.Table,
    wholes: list[str],
    tables: Mapping[str, pyarrow.Table],
    printed: Mapping[Key, Word],
) -> _Said:
    """What returns say, and what is otherwise since the publication before.

    A return that says what the report printed changes nothing: readers knew that number before.
    """
    number = tables["stamp"]["number"][0].as_py()
    arrived_in = dict(
        zip(
            *(tables["accepted"][name].to_pylist() for name in ("feed", "publication")), strict=True
        )
    )
    columns = ("feed", "indicator", "starts_on", "ends_on", "area", "breakdown", "value", "marker")
    words: dict[Key, Word] = {}
    then: dict[Key, Word | None] = {}
    for feed, *named, value, marker in zip(
        *(sent[one].to_pylist() for one in columns), strict=True
    ):
        key = Key(*named)
        key = key._replace(place=LONDON) if key.place in wholes else key
        count = float(value) if value else None
        word = Word(count, count, marker)
        if arrived_in[feed] == number:
            then.setdefault(key, words.get(key, printed.get(key)))
        words[key] = word
    same = [key for key, was in then.items() if _is_same(was, words[key])]
    for key in same:
        del then[key]
    return _Said(words, then)


def _is_same(one: Word | None, other: Word) -> bool:
    return one is not None and _says(one) == _says(other)


def _says(word: Word) -> tuple:
    """What counts of a word: whether it is provisional makes it no other number."""
    return word.lower, word.upper, word.is_withheld


def _remember(
    words: dict[Key, Word],
    then: dict[Key, Word | None],
    stood: Mapping[Key, Word],
    brought_by: Mapping[Key, int | None],
    tables: Mapping[str, pyarrow.Table],
) -> None:
    """Add what was said by returns that are withdrawn since, as far as readers saw it.

    What was hidden stays so to whoever remembers it, whether it is left out or overwritten.
    """
    standing = {int(one) for one in tables["accepted"]["publication"].to_pylist()}
    for key, word in stood.items():
        said = words.get(key)
        # By none: it was left out before, and nobody has said anything of it since.
        brought = brought_by[key]
        is_as_before = brought is None or brought in standing or _is_same(said, word)
        if not is_as_before and key not in then:
            then[key] = word
        if word.is_withheld and (said is None or (said.lower is None and not said.is_withheld)):
            words[key] = Word(None, None, WITHHELD)
        elif said is None and brought is None:
            words[key] = word._replace(marker="", is_public=True)


def _stood(
    counts: list[str], connection: duckdb.DuckDBPyConnection
) -> tuple[dict[Key, Word], dict[Key, int | None], frozenset[Key]]:
    """The figures of the publication before as it shows them, which one brought each, and those
    of which no reader may know whether they are few."""
    stood, brought_by, untold = {}, {}, set()
    rows = connection.execute(
        store.statement("disclosure/figures_before"), {"indicators": counts}
    ).fetchall()
    for row in rows:
        key = Key(*row[: len(Key._fields)])
        lower, upper, marker, is_untold, brought_by[key] = row[len(Key._fields) :]
        # What no return brought, others have published.
        stood[key] = Word(lower, upper, marker, is_public=brought_by[key] == 0)
        if is_untold:
            untold.add(key)
    return stood, brought_by, frozenset(untold)


def _shown(
    counts: list[str], connection: duckdb.DuckDBPyConnection
) -> defaultdict[Key, list[Limits]]:
    """The limits of these figures in every publication."""
    found: defaultdict[Key, list[Limits]] = defaultdict(list)
    rows = connection.execute(
        store.statement("disclosure/limits_published"), {"indicators": counts}
    )
    for row in rows.fetchall():
        found[Key(*row[: len(Key._fields)])].append(row[len(Key._fields) :])
    return found


def _rule_before(connection: duckdb.DuckDBPyConnection) -> Rule | None:
    """The rule that the publication before was made by; None where there was none of this kind."""
    question = store.statement("disclosure/settings_before")
    settings = dict(connection.execute(question, {"names": list(PROTECTION)}).fetchall())
    return Rule.of(settings) if settings.keys() >= PROTECTION.keys() else None
