"""What readers would be told otherwise: now and after, its changed words marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

import streamlit as st

from oversight import told
from oversight.panels.panel import YEAR
from oversight.rehearsal import Rehearsed
from oversight.told import Difference
from oversight.wording import rehearsal as words

# So many of a kind stand open; the rest is one click away.
MOST_OPEN = 6


def foretold(
    differences: Sequence[Difference],
    was: str = "Now",
    will: str = "After",
    heading: Callable[[str], str] = str,
) -> None:
    """What would be told otherwise, kind by kind; a kind of which nothing would is left out.

    Args:
        differences: all of them.
        was: what is written before each as it reads now.
        will: what is written before each as it would read.
        heading: makes the heading of a kind from that of what is foretold.
    """
    for kind in told.KINDS:
        if found := [one for one in differences if one.kind == kind]:
            st.header(heading(words.GROUPS[kind][0]))
            side_by_side(found[:MOST_OPEN], was, will)
            if rest := found[MOST_OPEN:]:
                with st.expander(
                    words.more_of(kind, len(rest)), key=f"more_told_{kind}", type="compact"
                ):
                    side_by_side(rest, was, will)


def side_by_side(found: Iterable[Difference], was: str = "Now", will: str = "After") -> None:
    """Each thing as it reads now and as it would read after, or in what is named instead."""
    items = "".join(_item(one, was, will) for one in found)
    st.html(f'<ol class="foretold">{items}</ol>')


def _item(one: Difference, was: str, will: str) -> str:
    before, after = told.words_changed(one)
    older = _marked(before) or f"<i>{words.NOT_TOLD_BEFORE}</i>"
    newer = _marked(after) or f"<i>{words.NOT_TOLD_AFTER}</i>"
    return (
        f'<li><p class="of">{escape(words.named(one.kind, one.page, one.name))}</p>'
        f'<p class="was"><span>{escape(was)}</span><span>{older}</span></p>'
        f'<p class="will"><span>{escape(will)}</span><span>{newer}</span></p></li>'
    )


def _marked(pieces: Iterable[tuple[str, bool]]) -> str:
    """A text with what differs from the other marked; the space behind it is not."""
    html = "".join(
        f"<mark>{escape(text.rstrip())}</mark> " if differs else escape(text)
        for text, differs in pieces
    )
    # A financial year must not be broken at its hyphen.
    return YEAR.sub(r"<u>\g<0></u>", html)


def what_stays(rehearsed: Rehearsed) -> None:
    """Of each kind how much changes, as a list that is ticked; and the way back."""
    st.header(words.CHECKED)
    items = "".join(
        _stays(words.GROUPS[kind][0], words.stays(len(rehearsed.of(kind)), every))
        for kind in told.KINDS
        if (every := rehearsed.every.get(kind, 0)) or rehearsed.of(kind)
    )
    undo = words.UNDO_INEXACT if rehearsed.makes_inexact else words.UNDO
    st.html(f'<ol class="stages">{items}{_stays(words.UNDOING, undo)}</ol>')


def _stays(name: str, said: str) -> str:
    return (
        '<li class="done"><span class="sign" aria-hidden="true">✓</span>'
        f"<div><b>{escape(name)}</b><p>{escape(said)}</p></div></li>"
    )
