"""The questions to put at a meeting: each with its figure, where that stands, whom and why now."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

import streamlit as st

from oversight import questions, sign_in, wording
from oversight.filters import Chosen
from oversight.packs import Made
from oversight.panels import links
from oversight.panels.panel import printed_records, table
from oversight.questions import Question
from oversight.returns import OWN_QUESTION
from oversight.wording.questions import listing as words

# A financial year as wording.plain writes it.
_YEAR = re.compile(r"\b([0-9]{4})\\-([0-9]{2})\b")


def questions_listed(now: Chosen, made: Made) -> None:
    """The questions chosen for the meeting, numbered; below them every question and its key."""
    st.header("Questions to put")
    asked = made.asked
    if not made.questions:
        st.markdown(words.NONE_TO_PUT)
    is_staff = sign_in.principal() is not None
    for number, one in enumerate(made.questions, start=1):
        _question(now, number, one, is_staff)
    if asked:
        put = {one.key: str(number) for number, one in enumerate(made.questions, start=1)}
        with st.expander(words.all_of_them(len(asked)), key="more_questions", type="compact"):
            if is_staff:
                st.markdown(words.HOW_TO_CHOOSE)
            rows = [_cells(one, put) for one in asked]
            printed = [{name: wording.plain(text) for name, text in row.items()} for row in rows]
            table("questions", printed, now, printed_records(rows, "_"), alt="Every question")


def _question(now: Chosen, number: int, one: Question, is_staff: bool) -> None:
    """One question: what is read aloud, what it rests on, and for staff how to go on with it."""
    with st.container(key=f"row_put_{number}", gap="xxsmall"):
        st.markdown(f"### {number}. {_read_aloud(one)}")
        told = [
            f"**{wording.plain(one.figure)}**" if one.figure else "",
            _link(now, one),
            f"to answer: {one.asked_of}" if one.whom else "",
            wording.plain(one.why_now),
        ]
        st.markdown(" · ".join(filter(None, told)))
        if is_staff:
            st.caption(_for_staff(now, one))


def _read_aloud(one: Question) -> str:
    """The words as they were written, no financial year broken over two lines."""
    return _YEAR.sub(r"**\1-\2**", wording.plain(one.text))


def _link(now: Chosen, one: Question) -> str:
    """Where the figure stands; nothing for a question of the meeting's own."""
    page, _, choices = one.address.partition("?")
    return links.to(now, page, words.page_named(page), **dict(parse_qsl(choices))) if page else ""


def _for_staff(now: Chosen, one: Question) -> str:
    """The way to the form, and the key; what is in the log already is found there in the form."""
    is_own = one.rule == OWN_QUESTION
    choices = {} if is_own or questions.is_of_the_log(one) else {"record": one.key}
    record = links.to(now, "recommendations", "Record the answer", **choices)
    return record if is_own else f"{record} · key `{one.key}`"


def _cells(one: Question, put: dict[str, str]) -> dict[str, str]:
    return {
        "Put": put.get(one.key, "no"),
        "Question": one.text,
        "Figure": one.figure,
        "Asked of": one.asked_of,
        "Why now": one.why_now,
        "About": one.about,
        "Where": one.address,
        "Key": one.key,
    }
