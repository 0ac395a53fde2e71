"""What a build's SQL selects from: files, definitions and returns as Arrow tables, all text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields

import pyarrow

from oversight import definitions, store
from oversight import returns as kinds
from oversight.definitions import Indicator
from oversight.publishing.building import Return, Stamp
from oversight.reference import TABLES, Reference, table
from oversight.returns import Kind
from oversight.screening import Figures, Screened, no_figures

LISTS = {
    "breakdowns_wanted",
    "owner",
    "caveats",
    "not_comparable_with",
    "related_asks",
    "checked_against",
}

TABLES_IN_BUILD = {
    "areas": "data/reference/areas.csv",
    "bodies": "data/reference/bodies.csv",
    "sources": "data/reference/sources.csv",
    "events": "data/reference/events.csv",
    "glossary_terms": "data/reference/glossary.csv",
    "claims": "data/report/claims.csv",
    "figures": "data/report/figures.csv",
    "gaps": "data/report/gaps.csv",
    "asks": "data/report/asks.csv",
    "others": "data/report/other_asks_and_promises.csv",
    "outsiders": "data/report/outside_evidence.csv",
    "endnotes": "data/report/endnotes.csv",
    "restatements": "data/report/restatements.csv",
    "lists": "data/report/lists.csv",
    "wordings": "data/report/wordings.csv",
    "subjects": "data/report/topics.csv",
    "testimonies": "data/report/statements.csv",
    "expectations": "data/report/effects.csv",
}

STAMPED = ("number", "published_at", "published_by", "note", "format")
ACCEPTED = ("feed", "publication", "received_at", "brought_by", "source", "note", "figures")


def registered(
    lists: Reference,
    indicators: Mapping[str, Indicator],
    returns: Sequence[Return],
    screened: Sequence[Screened],
    stamp: Stamp,
) -> dict[str, pyarrow.Table]:
    """Every table that queries/build may select from, by name.

    Raises:
        ReferenceFileError: a topic or a statement names what does not exist.
    """
    files = lists.files
    lists.check_statements(indicators)
    lists.check_claims()
    settings = definitions.settings(files)
    chosen = [{"name": name, "choice": choice} for name, choice in settings.items()]
    return {
        **{
            name: _columns(table(files, source), TABLES[source].split())
            for name, source in TABLES_IN_BUILD.items()
        },
        "definitions": _definitions(indicators),
        "owned": _owned(lists),
        "settings": _columns(chosen, ("name", "choice")),
        "arriving": _arriving(returns, screened),
        **{
            f"arriving_{kind.name}": _rows_of(kind, screened)
            for kind in kinds.load(files).values()
            if kind.name != kinds.OBSERVATIONS
        },
        "accepted": _accepted(returns, screened),
        "stamp": _columns([{**asdict(stamp), "format": store.FORMAT}], STAMPED),
    }


def _columns(rows: Sequence[Mapping[str, object]], names: Sequence[str]) -> pyarrow.Table:
    """Rows, perhaps none, as an Arrow table, all text, so that types are given in SQL."""
    return pyarrow.table(
        {name: pyarrow.array([str(row[name]) for row in rows], pyarrow.string()) for name in names}
    )


def _owned(lists: Reference) -> pyarrow.Table:
    """The bodies of which each ask was asked, or that made the promise; perhaps none."""
    return pyarrow.table(
        {
            "ask": pyarrow.array([*lists.owners], pyarrow.string()),
            "owners": pyarrow.array([*lists.owners.values()], pyarrow.list_(pyarrow.string())),
        }
    )


def _definitions(indicators: Mapping[str, Indicator]) -> pyarrow.Table:
    types = {"sum_of": pyarrow.list_(pyarrow.string()), "target": pyarrow.float64()}
    types |= {"counter_measure": pyarrow.string()}
    a_break = pyarrow.struct([("on", pyarrow.date32()), ("reason", pyarrow.string())])
    types |= {"breaks": pyarrow.list_(a_break)}
    types |= {name: pyarrow.list_(pyarrow.string()) for name in LISTS}
    columns = {
        name: [getattr(indicator, name) for indicator in indicators.values()]
        for name in (field.name for field in fields(Indicator))
    }
    return pyarrow.table(
        {name: pyarrow.array(column, types.get(name)) for name, column in columns.items()}
    )


def _arriving(returns: Sequence[Return], screened: Sequence[Screened]) -> pyarrow.Table:
    """Every figure of every return, perhaps none, oldest return first, all text."""
    # Figures that nobody sent stand first, so that there are columns where there is no return.
    sent = [("", "", no_figures())]
    sent += [
        (str(feed), one.source, outcome.figures)
        for feed, (one, outcome) in enumerate(zip(returns, screened, strict=True), start=1)
    ]
    return pyarrow.concat_tables(
        figures.table.drop_columns("line")
        .append_column("feed", _same(feed, figures))
        .append_column("source", _same(source, figures))
        for feed, source, figures in sent
    )


def _same(text: str, figures: Figures) -> pyarrow.Array:
    """The same word for each figure."""
    return pyarrow.repeat(pyarrow.scalar(text, pyarrow.string()), len(figures))


def _rows_of(kind: Kind, screened: Sequence[Screened]) -> pyarrow.Table:
    """Every row of every return of that kind with the return's number, in order, all text."""
    return _columns(
        [
            {"feed": feed, "position": position, **entry}
            for feed, outcome in enumerate(screened, start=1)
            if outcome.kind == kind.name
            for position, entry in enumerate(outcome.entries)
        ],
        ("feed", "position", *kind.header),
    )


def _accepted(returns: Sequence[Return], screened: Sequence[Screened]) -> pyarrow.Table:
    return _columns(
        [
            {
                "feed": feed,
                "publication": one.publication,
                "received_at": one.received_at or "",
                "brought_by": one.brought_by,
                "source": one.source,
                "note": one.note,
                "figures": outcome.size,
            }
            for feed, (one, outcome) in enumerate(zip(returns, screened, strict=True), start=1)
        ],
        ACCEPTED,
    )
