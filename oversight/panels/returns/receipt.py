"""The receipt of what was published, where it is read, and the way to undo it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from functools import partial
from html import escape

import streamlit as st

from oversight import ROOT, home, publishing, reference, returns, wording
from oversight.access import Principal
from oversight.filters import Chosen
from oversight.panels import links
from oversight.panels.panel import title
from oversight.panels.returns import hand as hands
from oversight.panels.returns import underway
from oversight.panels.returns.hand import MOST_LETTERS_OF_A_NOTE, name_box
from oversight.panels.returns.working import Job
from oversight.publishing import Receipt
from oversight.wording import returns as words

DONE = "return done"
MOST_LINKS = 4
# The page on which the figures of a theme are told; the others have a page of their own each.
PAGES = {
    "demand": "allegations",
    "outcomes": "allegations",
    "cse": "cse_and_fgm",
    "fgm": "cse_and_fgm",
    "partnership": "partners",
    "workforce": "workforce",
}
TITLES = {
    "allegations": "Allegations",
    "cse_and_fgm": "CSE and FGM",
    "partners": "Partners",
    "workforce": "Workforce",
}


@dataclass(frozen=True)
class Done:
    """A publication that was made. `indicators` are those whose figures came with it; `withdrawn`
    is the publication whose return it leaves out, or nought."""

    receipt: Receipt
    indicators: tuple[str, ...] = ()
    withdrawn: int = 0


def in_session() -> Done | None:
    return st.session_state.get(DONE)


def keep(done: Done) -> None:
    """Show its receipt next; nothing is in hand any more."""
    st.session_state[DONE] = done
    hands.let_go()


def put_away() -> None:
    """The receipt is put away; “My returns” keeps what it says."""
    st.session_state.pop(DONE, None)


def receipt(done: Done, now: Chosen, who: Principal) -> None:
    """What was published and where it is read; to undo it is to publish without it."""
    made = done.receipt
    if done.withdrawn:
        title(words.withdrawn_title(made.number, done.withdrawn))
    else:
        title(words.published_title(made.number))
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        st.header("Receipt")
        items = "".join(
            f"<li><b>{escape(name)}</b><span>{escape(text)}</span></li>"
            for name, text in words.receipt_facts(asdict(made))
        )
        st.html(f'<ul class="receipt">{items}</ul>')
        with st.container(horizontal=True, gap="small"):
            _downloads(made)
            st.button("Send another return", key="returns_another", on_click=put_away)
    with right:
        st.header("Where it is read")
        st.markdown("\n".join(f"- {one}" for one in _pages(done, now)))
        if not done.withdrawn:
            st.header("Undo")
            undo(made.number, who, "receipt")


def undo(number: int, who: Principal, place: str) -> None:
    """A form that withdraws what a publication brought, with a reason that readers see."""
    with st.form(f"returns undo {number} {place}", border=False):
        st.caption(words.UNDO)
        reason = st.text_input("Why it is withdrawn, for readers", max_chars=MOST_LETTERS_OF_A_NOTE)
        by = name_box(f"undo {place}")
        is_sent = st.form_submit_button(
            f"Withdraw the return of publication {number}", on_click=hands.read_current
        )
    if not is_sent:
        return
    reason, by = words.one_line(reason), hands.named(by)
    missing = [] if reason else ["say why it is withdrawn"]
    missing += [] if by else ["write your name"]
    if missing:
        st.error(words.missing_sentence(missing, words.NOTHING_WITHDRAWN))
        return
    underway.begin(
        _withdrawing(number, replace(who, name=by), reason), 3, words.WITHDRAWING_TITLE,
        partial(_withdrawn, number),
    )  # fmt: skip


def _withdrawing(number: int, who: Principal, reason: str) -> underway.Work:
    where, files = home.chosen(), reference.read_files(ROOT)

    def work(tell: Callable[[str], None], _) -> Receipt:
        tell(words.WITHDRAWING)
        return publishing.withdraw(where, files, number, who, reason)

    return work


def _withdrawn(number: int, job: Job) -> None:
    if job.error is None:
        keep(Done(job.result, withdrawn=number))
    else:
        underway.stop(job.error, words.NOTHING_WITHDRAWN)


def _downloads(made: Receipt) -> None:
    facts = asdict(made)
    text = "\r\n".join(f"{name}: {said}" for name, said in words.receipt_facts(facts))
    for label, content, ending, mime in (
        ("Download the receipt", f"{text}\r\n", "txt", "text/plain"),
        ("As JSON", json.dumps(facts, ensure_ascii=False), "json", "application/json"),
    ):
        name = wording.file_name(f"receipt_{made.number}.{ending}", made.is_invented)
        st.download_button(
            label, content, name, mime, on_click="ignore",
            key=f"returns_receipt_{ending}", icon=":material/download:",
        )  # fmt: skip


def _pages(done: Done, now: Chosen) -> Iterable[str]:
    """Links to the pages that read differently now."""
    found = [links.to(now, "", "Overview: what changed")]
    if done.receipt.kind in (returns.STATUS, returns.ACTION):
        return [*found, links.to(now, "recommendations", "Recommendations")]
    if done.receipt.kind == returns.RUNNING_ORDER:
        return [*found, links.to(now, "meeting", "Meeting")]
    about = {row.indicator: row for row in now.rows("framework/indicators")}
    mine = [about[name] for name in done.indicators if name in about]
    pages = dict.fromkeys(PAGES[row.theme] for row in mine if row.theme in PAGES)
    found += [links.to(now, page, TITLES[page]) for page in pages]
    found += [
        links.to_indicator(now, row.indicator, wording.plain(row.title))
        for row in mine[:MOST_LINKS]
    ]
    if (rest := len(mine) - MOST_LINKS) > 0:
        found.append(words.more_indicators(rest, links.to(now, "framework", "Framework")))
    return found
