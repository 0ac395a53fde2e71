"""One figure at an address of its own: what it says, where it comes from, whether it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from oversight import citing, filters, home, publishing, series, sign_in, store, wording
from oversight.citing import Cited
from oversight.filters import AddressError, Chosen
from oversight.framework import Entry
from oversight.panels import links, protected
from oversight.panels.drawing import drawn
from oversight.panels.panel import fact
from oversight.periods import in_words
from oversight.series import Point
from oversight.store import TooOld
from oversight.wording import figure as words

NAME = "figure"


@dataclass(frozen=True)
class Figure:
    """A figure as a publication says it.

    `named` is its title, period, place and kind. `brought_by` is the publication whose return
    brought it: 0 for the report and published series, whose `file` is named; None where it was
    worked out from others.
    """

    cited: Cited
    named: str
    point: Point
    unit: str
    brought_by: int | None = None
    file: str = ""


def figure_asked_for(now: Chosen, entry: Entry) -> Figure | None:
    """The figure of an indicator that the address names, or None for the whole indicator.

    Raises:
        AddressError: the publication holds no such figure.
    """
    text = filters.in_address(NAME)
    if text is None:
        return None
    cited = citing.in_address(entry.name, text)
    if cited and (found := _in(now, entry, cited)):
        return found
    raise AddressError(words.no_such_figure(text, entry.title, now.publication.number))


def _in(now: Chosen, entry: Entry, cited: Cited) -> Figure | None:
    """The figure in a publication; one that is a sum of indicators is worked out as on its page."""
    rows = now.rows("framework/figure", **_of(cited))
    if rows:
        (row,) = rows
        whole = row._replace(breakdown="")
        point = replace(series.of((whole,))[row.indicator].points[0], cited=cited)
        named = wording.figure_named(row)
        return Figure(cited, named, point, entry.unit, row.brought_by, row.file)
    if cited.place or cited.breakdown:
        return None
    for one in drawn(entry, replace(now, starts_on=None, ends_on=None)):
        point = one.at(cited.period)
        if point and point.cited == cited and point.standing != "not supplied":
            return Figure(cited, f"{entry.title}, {point.period}", point, entry.unit)
    return None


def _of(cited: Cited) -> dict[str, str]:
    return {
        "indicator": cited.indicator,
        "period": cited.period,
        "borough": cited.place,
        "breakdown": cited.breakdown,
    }


def figure_title(found: Figure) -> str:
    return words.figure_title(found.named, found.point, found.unit)


def one_figure(now: Chosen, entry: Entry, found: Figure) -> None:
    """The citation, what became of the figure, and its way back to where it was printed or sent."""
    st.button(
        f"Every figure of “{entry.title}”", icon=":material/arrow_back:", key="back",
        on_click=partial(st.query_params.pop, NAME, None), type="tertiary",
    )  # fmt: skip
    left, right = st.columns([1, 1], gap="large")
    with left:
        st.header("Whether it still stands")
        _since(now, entry, found)
        st.header("To cite it")
        _citation(now, found)
    with right:
        st.header("Where it comes from")
        _source(now, entry, found)


def _citation(now: Chosen, found: Figure) -> None:
    published, address = now.publication, links.figure_address(found.cited, now.publication.number)
    st.code(
        words.citation(
            figure_title(found), published.number, published.published_on, _printed_in(found),
            links.with_host(address), published.is_invented,
        ),
        language=None, wrap_lines=True,
    )  # fmt: skip
    st.caption(
        "At this address the figure stays as it is, whatever is published later. Only a redaction"
        " takes it out."
    )


def _printed_in(found: Figure) -> str:
    return wording.printed_in(found.point.sources) or "worked out from its parts"


def _source(now: Chosen, entry: Entry, found: Figure) -> None:
    fact("firm", "How firm", wording.sentence(words.marker_in_words(found.point)))
    if rule := protected.rule_of(entry.about.disclosure, found.point, now):
        fact("rule", "Protected", rule)
    if found.point.note:
        fact("note", "Note", wording.sentence(wording.plain(found.point.note)))
    fact("source", "Source", wording.sentence(wording.plain(_printed_in(found))))
    if found.point.claims:
        fact("claims", "Checked as", f"{links.to_claims(now, found.point.claims)}.")
    fact("brought", "Brought by", _brought_by(now, found))
    read_in = wording.as_published(now.publication.number, now.publication.published_on)
    fact("publication", "Read in", f"{read_in}, content digest {now.publication.content[:12]}.")
    _for_staff(now, found)


def _since(now: Chosen, entry: Entry, found: Figure) -> None:
    current = store.current(home.chosen())
    number = now.publication.number
    present = replace(now, publication=current)
    stands = found if number == current.number else _in(present, entry, found.cited)
    st.markdown(
        words.since_then(
            number, current.number, found.point, stands.point if stands else None, found.unit
        )
    )
    if number == current.number:
        return
    for row in _corrections(present, found.cited):
        if row.publication > number:
            why = wording.why_corrected(row) or "No reason was given."
            fact(f"changed_{row.publication}", f"Publication {row.publication}",
                 wording.plain(why))  # fmt: skip
    if stands:
        address = links.figure_address(found.cited, current.number)
        st.markdown(f"[The figure as it stands now]({address})")
    else:
        st.markdown(f"[The indicator as it stands now](/framework?indicator={entry.name})")


def _corrections(now: Chosen, cited: Cited) -> Sequence:
    try:
        return now.rows("framework/figure_corrected", **_of(cited))
    except TooOld:
        # Made before corrections were kept.
        return ()


def _brought_by(now: Chosen, found: Figure) -> str:
    if found.brought_by is None:
        return "No file: it is worked out from the figures of its parts."
    if not found.brought_by:
        return "The first publication: the report, and published series beside it."
    (entry,) = [one for one in home.chosen().published() if one.number == found.brought_by]
    return (
        f"The return of publication {entry.number}, “{wording.plain(entry.note)}”,"
        f" {in_words(entry.published_at.date())}."
    )


def _for_staff(now: Chosen, found: Figure) -> None:
    """The file and the line, where whoever reads may see returns."""
    who = sign_in.principal()
    if who is None or found.brought_by is None:
        return
    if not st.button("Show file and line", key="figure_lines", icon=":material/receipt_long:"):
        return
    origin = publishing.origin(
        home.chosen(), now.publication.number, found.cited, found.brought_by, found.file, who
    )
    if origin is None:
        fact("origin", "File and line", "The report's own figures, kept by page.")
        return
    lines = wording.listed(str(line) for line in origin.lines)
    where = f"line{'s' if len(origin.lines) > 1 else ''} {lines}" if lines else "the sum of lines"
    digest = f", SHA-256 `{origin.sha256[:12]}…`" if origin.sha256 else ""
    fact("origin", "File and line", f"{wording.plain(origin.file)}, {where}{digest}.")
