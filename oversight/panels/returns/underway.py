"""Work while it runs: what is being done, in words, and the button that stops it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import streamlit as st

from oversight import wording
from oversight.panels.panel import title
from oversight.panels.returns.working import FAILURES, Job, Work, failure_of
from oversight.publishing import Cancelled, RefusedReturn
from oversight.wording import returns as words

TASK, STOPPED, SAID = "return under way", "return stopped", "return said"


@dataclass(frozen=True)
class Task:
    """A job, the step it belongs to, and what its end is turned into: what the page shows next."""

    job: Job
    step: int
    title: str
    settle: Callable[[Job], None]


def begin(work: Work, step: int, title: str, settle: Callable[[Job], None]) -> None:
    """Start the work and watch it."""
    for key in (STOPPED, SAID):
        st.session_state.pop(key, None)
    st.session_state[TASK] = Task(Job(work), step, title, settle)
    st.rerun()


def under_way() -> Task | None:
    """The work that has not ended yet; what has ended is settled first."""
    task = st.session_state.get(TASK)
    if task is None or not task.job.is_done:
        return task
    del st.session_state[TASK]
    task.settle(task.job)
    return None


def watch(task: Task) -> None:
    """What is being done, until it is."""
    title(task.title)
    _said(task.job, words.IF_YOU_LEAVE_CHECKING if task.step == 1 else words.IF_YOU_LEAVE)


@st.fragment(run_every=0.3)
def _said(job: Job, if_you_leave: str) -> None:
    if job.is_done:
        st.rerun()
    *before, now = list(job.said) or [words.BEGINS]
    items = "".join(_step("done", "✓", one) for one in before) + _step("now", "", now)
    st.html(f'<ol class="stages work">{items}</ol>')
    st.button(
        "Stopping" if job.is_stopping else "Cancel", key="returns_cancel", on_click=job.cancel,
        disabled=job.is_stopping,
    )  # fmt: skip
    st.caption(if_you_leave)


def _step(style: str, sign: str, said: str) -> str:
    return (
        f'<li class="{style}"><span class="sign" aria-hidden="true">{sign}</span>'
        f"<div>{escape(said)}</div></li>"
    )


def stop(error: Exception, nothing: str) -> None:
    """Leave why it did not come to an end for the page to tell.

    Args:
        error: how it ended.
        nothing: what was not done, as "Nothing was published."
    """
    if isinstance(error, Cancelled):
        st.session_state[STOPPED] = f"Stopped as you asked. {nothing}"
    elif isinstance(error, RefusedReturn):
        st.session_state[STOPPED] = f"{nothing} {' '.join(map(str, error.findings))}"
    elif isinstance(error, FAILURES):
        st.session_state[STOPPED] = f"{nothing} {failure_of(error)}"
    else:
        raise error


def say(sentence: str) -> None:
    """Leave what was done for the page to tell."""
    st.session_state[SAID] = sentence


def tell() -> None:
    """What the last attempt did, or why it did nothing, told once."""
    if said := st.session_state.pop(SAID, None):
        st.success(wording.plain(said))
    if stopped := st.session_state.pop(STOPPED, None):
        st.error(wording.plain(stopped))
