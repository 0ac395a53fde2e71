"""The boxes of the forms for staff; what is typed in them becomes a return of one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import streamlit as st

from oversight import asks, returns
from oversight.asks import Held
from oversight.filters import Chosen
from oversight.periods import FIRST_DAY, LAST_DAY, in_words
from oversight.questions import Question
from oversight.returns import Kind
from oversight.wording import LABELS

# Names are kept short: they stand in a line of the journal.
MOST_LETTERS_OF_A_NAME = 80
# What is pasted from a page or a letter and stands for a space.
SPACES = dict.fromkeys(map(ord, "\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"), " ")


@dataclass(frozen=True)
class Sent:
    """What a form holds, and whether it was sent to be checked."""

    is_sent: bool
    by: str
    content: bytes = b""
    row: Mapping[str, str] = field(default_factory=dict)
    # What each row is of, where there are several.
    rows: tuple[str, ...] = ()


def status(key: str, now: Chosen, kind: Kind, chosen: Held | None) -> Sent:
    """What a body says of an ask, or what the Committee finds of it."""
    titles = {row.ask: row.summary for row in now.rows("recommendations/asks")}
    with st.form(key, border=False):
        boxes = _Boxes(key, kind)
        boxes.one_of("ask", titles, chosen.id if chosen else None)
        day, author = st.columns(2)
        boxes.day("status_date", day, last=_today())
        boxes.one_of("author", _bodies(now), place=author)
        response, delivery = st.columns(2)
        boxes.word("response", "as it was", response)
        boxes.word("delivery", "as it was", delivery)
        st.caption("Evidence says where it can be read, and is needed to claim and to close.")
        title, link = st.columns(2)
        dated, page = st.columns(2)
        cell = asks.evidence_cell(
            boxes.text("evidence", title, name="Evidence: title"),
            boxes.text("evidence", link, name="Evidence: link", placeholder="https://"),
            boxes.text("evidence", dated, name="Evidence: date", placeholder="2015-03-01"),
            boxes.text("evidence", page, name="Evidence: page", placeholder="p. 2"),
        )
        boxes.row["evidence"] = cell
        st.caption("A later date stands beside the first, which is never changed.")
        later, reason = st.columns(2)
        boxes.day("revised_due_date", later)
        boxes.text("reason", reason, placeholder="Needed where a date moves")
        return boxes.sent()


def action(
    key: str, now: Chosen, kind: Kind, chosen: Held | None, put: Question | None = None
) -> Sent:
    """A question put at a meeting, and what came of it.

    Args:
        chosen: the ask that the page tells in full, if it does.
        put: the question that is written down, where it is one of the rules'.
    """
    about = put.about if put else chosen.id if chosen else None
    subjects = {
        row.subject: row.title.replace("\n", " ") for row in now.rows("recommendations/subjects")
    }
    bodies = _bodies(now)
    waiting = asks.open_actions(now.rows("recommendations/actions"), now.on)
    if waiting:
        _continue(key, waiting)
    with st.form(key, border=False):
        boxes = _Boxes(key, kind)
        boxes.long_text("question", put.text if put else "")
        day, asked_of = st.columns(2)
        boxes.day("meeting_date", day, last=_today())
        boxes.one_of("asked_of", bodies, put.asked_of if put else None, asked_of)
        boxes.one_of("about", subjects, about)
        outcome, author = st.columns(2)
        boxes.word("outcome", "choose one", outcome)
        boxes.one_of("author", bodies, place=author, name="Recorded by")
        boxes.long_text("answer")
        promised_by, due = st.columns(2)
        boxes.one_of("promised_by", bodies, place=promised_by)
        boxes.day("due_date", due)
        return boxes.sent()


class _Boxes:
    """The boxes of a form for one kind of return, and the row that is typed in them."""

    def __init__(self, key: str, kind: Kind) -> None:
        self._key, self._kind = key, kind
        self.row: dict[str, str] = {}

    def one_of(
        self, column: str, titles: Mapping[str, str], chosen: str | None = None, place=st,
        name: str = "",
    ) -> None:  # fmt: skip
        """One of a list of ids, found by id or title."""
        options = list(titles)
        # A choice made before the form was drawn, as for a question of the log, goes first.
        key = self._named(column)
        start = {} if key in st.session_state else {"index": _place(options, chosen)}
        self.row[column] = place.selectbox(
            name or LABELS[column], options, **({"index": None} | start), key=key,
            format_func=lambda one: one if titles[one] == one else f"{one}: {titles[one]}",
            placeholder="choose one", persist_state="session",
        ) or ""  # fmt: skip

    def word(self, column: str, blank: str, place) -> None:
        """One word of the column's vocabulary."""
        self.row[column] = place.selectbox(
            LABELS[column], self._kind.column(column).words, index=None, placeholder=blank,
            key=self._named(column), persist_state="session",
        ) or ""  # fmt: skip

    def day(self, column: str, place, last: date = LAST_DAY) -> None:
        found = place.date_input(
            LABELS[column], value=None, min_value=FIRST_DAY, max_value=last, format="YYYY-MM-DD",
            key=self._named(column), persist_state="session",
        )  # fmt: skip
        self.row[column] = found.isoformat() if found else ""

    def text(self, column: str, place, name: str = "", placeholder: str = "") -> str:
        """A line of text, which it gives as well."""
        self.row[column] = tidy(
            place.text_input(
                name or LABELS[column], placeholder=placeholder,
                key=self._named(column + name), persist_state="session",
            )
        )  # fmt: skip
        return self.row[column]

    def long_text(self, column: str, start: str = "") -> None:
        key = self._named(column)
        # As for a choice: what was written before the form was drawn goes first.
        begun = {} if key in st.session_state else {"value": start}
        self.row[column] = tidy(
            st.text_area(LABELS[column], height=80, key=key, persist_state="session", **begun)
        )

    def sent(self) -> Sent:
        """The name, the button, and the row as a return."""
        by = name_box()
        is_sent = st.form_submit_button("Check")
        return Sent(is_sent, by, returns.written(self._kind, self.row), self.row)

    def _named(self, column: str) -> str:
        return f"{self._key} {column}"


def _continue(key: str, waiting: tuple) -> None:
    """A choice of the questions that wait; the one chosen is written into the form's boxes."""
    widget = f"{key} continues"

    def fill() -> None:
        if (place := st.session_state[widget]) is None:
            return
        row = waiting[place]
        for column, cell in (
            ("question", row.question),
            ("meeting_date", row.met_on),
            ("asked_of", row.asked_of),
            ("about", row.about),
        ):
            st.session_state[f"{key} {column}"] = cell

    st.selectbox(
        "Add to a question that is still open", range(len(waiting)), index=None, key=widget,
        format_func=lambda place: f"{in_words(waiting[place].met_on)}, {waiting[place].asked_of}:"
        f" {waiting[place].question[:80]}",
        placeholder="none: this one is new", on_change=fill, persist_state="session",
    )  # fmt: skip


def name_box() -> str:
    return tidy(
        st.text_input(
            f"{LABELS['name']}, for the journal", max_chars=MOST_LETTERS_OF_A_NAME,
            key="recording name", persist_state="session", autocomplete="name",
        )
    )  # fmt: skip


def _bodies(now: Chosen) -> dict[str, str]:
    return {row.body: row.name for row in now.rows("recommendations/bodies")}


def tidy(text: str | None) -> str:
    """What was typed, its ends trimmed and the spaces of web pages made plain ones."""
    return (text or "").translate(SPACES).strip()


def _place(options: list[str], chosen: str | None) -> int | None:
    return options.index(chosen) if chosen in options else None


def _today() -> date:
    return datetime.now(UTC).date()
