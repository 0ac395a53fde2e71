"""Two publications side by side: what readers are told otherwise, which figures, and why."""

from __future__ import annotations

import streamlit as st

from oversight import filters, home, packs, store, told, wording
from oversight.citing import Cited
from oversight.filters import AddressError, Chosen
from oversight.panels import links
from oversight.panels.panel import printed_records, table
from oversight.panels.returns.foretold import foretold
from oversight.panels.returns.listing import linked_row, published, row_of
from oversight.panels.returns.tiles import tiles
from oversight.store import Answers, Publication, TooOld
from oversight.wording import comparison as words

# So many figures stand on the page; the rest is counted.
MOST_SHOWN = 200


def comparison(now: Chosen) -> None:
    """The controls, what came between, then sentences, figures and definitions that differ.

    Raises:
        AddressError: the address names no publication, or not the older one as older.
    """
    st.header("Two publications compared")
    entries = published(now)
    if len(entries) < 2:
        st.markdown(words.ONLY_ONE)
        return
    older, newer = _chosen([entry.number for entry in entries])
    st.caption(words.SAME_DAY)
    side = store.compared(older, newer)
    figures = side.rows("compare/figures", most=MOST_SHOWN)
    definitions = _definitions_of(side)
    differences = _differences(now, older, newer)
    counts = {row.how: row.of_its_kind for row in figures}
    tiles(
        *(
            (counts.get(how, 0), f"figure {how}", f"figures {how}")
            for how in ("new", "changed", "gone")
        ),
        (len({row.title for row in definitions}), "definition changed", "definitions changed"),
        (len(differences), "thing told otherwise", "things told otherwise"),
    )
    _between(now, older, newer)
    foretold(differences, f"In {older.number}", f"In {newer.number}", words.group)
    if not differences:
        st.header(words.NOTHING_TOLD)
    _figures(now, older, newer, figures, counts)
    _definitions(now, definitions)


def _chosen(numbers: list[int]) -> tuple[Publication, Publication]:
    """The two that the address names; by default the newest and the one before."""
    left, right = st.columns(2)
    with left:
        one = _pick("Older", "older", numbers[:-1], numbers[-2])
    with right:
        other = _pick("Newer", "newer", numbers[1:], numbers[-1])
    if one >= other:
        raise AddressError(words.wrong_way(one, other))
    where = home.chosen()
    return store.numbered(where, one), store.numbered(where, other)


def _pick(label: str, key: str, numbers: list[int], default: int) -> int:
    names = {str(number): f"Publication {number}" for number in reversed(numbers)}
    return int(filters.pick(label, names, f"Publication {default}", key) or default)


def _differences(
    now: Chosen, older: Publication, newer: Publication
) -> tuple[told.Difference, ...]:
    before, after = (packs.made(one, now.on) for one in (older, newer))
    return told.differences(
        told.told(before.position, before.questions), told.told(after.position, after.questions)
    )


def _between(now: Chosen, older: Publication, newer: Publication) -> None:
    """What brought the change: each publication after the older one, with its reason."""
    st.header("What came in between")
    rows = [
        row_of(entry)
        for entry in reversed(published(now))
        if older.number < entry.number <= newer.number
    ]
    linked = [linked_row(now, row) for row in rows]
    table("between", linked, now, printed_records(rows, "_"), alt="Publications in between")


def _figures(
    now: Chosen, older: Publication, newer: Publication, rows: tuple, counts: dict[str, int]
) -> None:
    st.header("Figures that differ")
    if not rows:
        st.markdown(words.NO_FIGURE)
        return
    st.markdown(words.figures_differ(counts, len(rows)))
    printed = [
        {
            "Figure": wording.figure_named(row),
            f"Publication {older.number}": words.before(row),
            f"Publication {newer.number}": words.after(row),
            "Since": str(row.publication or ""),
            "Why": row.why or "no reason given",
        }
        for row in rows
    ]
    linked = [
        {
            **{name: wording.plain(cell) for name, cell in line.items()},
            **{
                f"Publication {one.number}": links.to_figure(
                    line[f"Publication {one.number}"],
                    Cited(row.indicator, row.period, row.area, row.breakdown),
                    one.number,
                )
                for one, absent in ((older, "new"), (newer, "gone"))
                if row.how != absent
            },
        }
        for line, row in zip(printed, rows, strict=True)
    ]
    table("differing", linked, now, printed_records(printed, "_"), alt="Figures that differ")


def _definitions_of(side: Answers) -> tuple:
    """What differs of definitions; the breaks too, where both publications hold any."""
    keys = side.rows("compare/definitions")
    try:
        breaks = side.rows("compare/breaks")
    except TooOld:
        # One of the two was made before definitions could record a break.
        return keys
    return tuple(sorted((*keys, *breaks), key=lambda row: (row.title, row.key)))


def _definitions(now: Chosen, rows: tuple) -> None:
    st.header("Definitions that differ")
    if not rows:
        st.markdown(words.NO_DEFINITION)
        return
    printed = [
        {
            "Indicator": row.title,
            "Key": words.key_of(row.key),
            "Older": row.before or words.NOT_THERE,
            "Newer": row.after or words.LEFT_OUT,
        }
        for row in rows
    ]
    table("definitions_differing", printed, now, alt="Definitions that differ")
