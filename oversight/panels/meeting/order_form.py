"""The form of a running order: a line a slide and a question; what is typed makes a return."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from oversight import returns, wording
from oversight.panels.recording_forms import Sent, name_box, tidy
from oversight.periods import FIRST_DAY, LAST_DAY
from oversight.returns import DROP, MOST_MINUTES, MOST_POSITIONS, OWN_QUESTION, PIN, Kind
from oversight.wording import LABELS
from oversight.wording import ordering as words
from oversight.wording.meeting import NOT_SET

WIDTHS = [3, 1, 1, 4]
# What is typed outlives a visit to another page.
KEPT = {"persist_state": "session"}


@dataclass(frozen=True)
class Line:
    """A slide that may be shown: its name in a return, its title, and how it stands now."""

    slide: str
    title: str
    is_shown: bool = True
    minutes: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Questions:
    """What becomes of questions: by key the text and wording of those put first and the note on
    those left out; and the words of the meeting's own."""

    first: Mapping[str, tuple[str, str]]
    left_out: Mapping[str, str]
    own: Sequence[str]


@dataclass(frozen=True)
class Typed:
    """A line as it was typed; `stood` is its place before."""

    line: Line
    stood: int
    place: int
    minutes: int | None
    note: str


def form(
    key: str, kind: Kind, lines: Sequence[Line], questions: Questions, meeting_on: date | None
) -> Sent:
    """The boxes, filled with what stands now; what is typed in them becomes a return.

    Args:
        meeting_on: the day of the meeting, where it is known.
    """
    with st.form(key, border=False):
        day = st.date_input(
            LABELS["meeting_date"], meeting_on, FIRST_DAY, LAST_DAY, format="YYYY-MM-DD",
            key=f"{key} meeting", width=240, **KEPT,
        )  # fmt: skip
        st.caption(words.HOW_IT_IS_SAVED)
        with st.container(key="order_lines"):
            shown = ordered([*_lines(key, lines)])
        put = _questions(key, questions)
        by = name_box()
        is_sent = st.form_submit_button("Check")
    rows = [
        {
            "slide": one.line.slide,
            "minutes": "" if one.minutes is None else str(one.minutes),
            "note": one.note,
        }
        for one in shown
    ]
    rows = [
        {"meeting_date": day.isoformat() if day else "", "position": str(place), **row}
        for place, row in enumerate([*rows, *put], start=1)
    ]
    titles = [one.line.title for one in shown] + [row["slide"] for row in put]
    return Sent(is_sent, by, returns.written(kind, *rows), rows=tuple(titles))


def ordered(typed: Sequence[Typed]) -> list[Typed]:
    """By place. One that was moved to a taken place comes before what stood there if it moved up,
    and after it if it moved down, so that it has the place that was written."""

    def at(one: Typed) -> tuple[int, int, int]:
        moved = (one.place > one.stood) - (one.place < one.stood)
        return one.place, moved, one.stood

    return sorted(typed, key=at)


def _lines(key: str, lines: Sequence[Line]) -> Iterator[Typed]:
    """A line a slide; those that are not ticked are left out."""
    with st.container(key="order_heads"):
        for place, heading in zip(st.columns(WIDTHS), words.HEADINGS, strict=True):
            place.markdown(f"**{heading}**")
    for stood, line in enumerate(lines, start=1):
        shown, place, minutes, note = st.columns(WIDTHS, vertical_alignment="center")
        of, title = f"{key} {line.slide}", wording.plain(line.title)
        is_shown = shown.checkbox(title, line.is_shown, key=f"{of} shown", **KEPT)
        typed = Typed(
            line,
            stood,
            place.number_input(
                f"Place of {title}", 1, MOST_POSITIONS, stood, key=f"{of} place", **KEPT
            ),
            minutes.number_input(
                f"Minutes for {title}", 1, MOST_MINUTES, line.minutes, step=1,
                placeholder=NOT_SET, key=f"{of} minutes", **KEPT,
            ),
            tidy(
                note.text_input(f"Note for {title}", line.note, placeholder="none",
                                key=f"{of} note", **KEPT)
            ),
        )  # fmt: skip
        if is_shown:
            yield typed


def _questions(key: str, questions: Questions) -> list[dict[str, str]]:
    """Rows of questions: those put first, those of the meeting itself, those left out."""
    if questions.first:
        st.markdown("**Questions put first**")
    first = []
    for name, (text, wording_now) in questions.first.items():
        st.markdown(wording.plain(text))
        box = st.text_input(
            f"Wording of “{name}”, if another", wording_now, key=f"{key} {name} wording", **KEPT
        )
        first.append({"slide": f"{PIN}{name}", "note": tidy(box)})
    written = st.text_area(
        "Questions of your own, one a line", "\n".join(questions.own), key=f"{key} own", **KEPT
    )
    own = [{"slide": OWN_QUESTION, "note": tidy(one)} for one in (written or "").splitlines()]
    left_out = [{"slide": f"{DROP}{name}", "note": why} for name, why in questions.left_out.items()]
    return [*first, *(row for row in own if row["note"]), *left_out]
