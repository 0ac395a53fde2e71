"""The return that staff have in hand: in their session alone, from its arrival to its publication.

Of a file that is refused nothing is kept but what is to be mended in it, with those rows as they
were written, and that only until the session ends or another file takes its place.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from oversight import ROOT, home, reference, rehearsal, uploads
from oversight.access import Principal
from oversight.filters import CURRENT
from oversight.panels.returns import underway
from oversight.panels.returns.working import Job
from oversight.publishing import Checked, RefusedReturn
from oversight.rehearsal import Rehearsal, Rehearsed, Since
from oversight.screening.outcome import no_figures
from oversight.screening.registry import ASKS, BLOCKS, CHECKS
from oversight.wording import returns as words

# The page takes what a browser can send in good time; the command line takes ten times as much.
MOST_MEGABYTES = 20
MOST_LETTERS_OF_A_NAME, MOST_LETTERS_OF_A_NOTE = 80, 300
HAND, ROUND, NAMED, WORD = "return in hand", "return round", "returns named", "returns word"


@dataclass(frozen=True)
class Brought:
    """What a file brings of one indicator: how many figures, from which period to which."""

    indicator: str
    first: str
    last: str
    figures: int


@dataclass(frozen=True)
class Hand:
    """A file that was sent, and what checking it found.

    Once the file is refused, `content` is blank, nothing is `brought` or rehearsed, and `checked`
    holds none of its figures or entries. `reasons` answer what checking asked, by check. `since`
    says what has moved since it was rehearsed the first time, and `note` what was written then.
    """

    name: str
    content: bytes
    checked: Checked
    brought: tuple[Brought, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    rehearsed: Rehearsed | None = None
    since: Since | None = None
    note: str = ""

    @property
    def is_refused(self) -> bool:
        return bool(self.checked.blocks)

    @property
    def asked(self) -> tuple[str, ...]:
        """The checks that ask for a reason, each once."""
        return tuple(name for name in self.checked.checks if CHECKS[name].severity == ASKS)

    @property
    def is_answered(self) -> bool:
        """Whether nothing is to be mended and nothing is asked that has no answer."""
        return not self.is_refused and all(self.reasons.get(check) for check in self.asked)


def in_hand() -> Hand | None:
    return st.session_state.get(HAND)


def hold(hand: Hand) -> None:
    """Keep it in the session; the boxes of the page are fresh ones."""
    st.session_state[HAND] = hand
    st.session_state[ROUND] = fresh() + 1


def let_go() -> None:
    """Nothing is in hand any more, and nothing that was taken away of it is served."""
    if st.session_state.pop(HAND, None) is not None:
        forget_downloads()
    st.session_state[ROUND] = fresh() + 1


def taken_away() -> str:
    """The type of a CSV that holds what was sent.

    Streamlit names a file by its content and type, and the name is in its address: a word of this
    session's own keeps the address from telling anything of the content.
    """
    word = st.session_state.setdefault(WORD, secrets.token_hex())
    return f"text/csv; session={word}"


def forget_downloads() -> None:
    """Take what was downloaded, and stands on no page any more, from the server's memory.

    Streamlit marks such a file, and takes it away the next time it looks.
    """
    if runtime.exists():
        for _ in ("mark", "take away"):
            runtime.get_instance().media_file_mgr.remove_orphaned_files()


def fresh() -> int:
    """A number that changes whenever the boxes must be empty ones."""
    return st.session_state.setdefault(ROUND, 0)


def upload(who: Principal) -> None:
    """The box for a file; one that arrives is checked at once and then is in hand."""
    context = get_script_run_ctx()
    uploads.expect(context.session_id)
    uploaded = st.file_uploader(
        words.box_for_a_file(MOST_MEGABYTES), type="csv", key=f"returns file {fresh()}",
        max_upload_size=MOST_MEGABYTES,
    )  # fmt: skip
    if uploaded is None:
        return
    content = uploaded.getvalue()
    # Streamlit would keep it until the session ends.
    if isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, uploaded.file_id)
    let_go()
    where, files = home.chosen(), reference.read_files(ROOT)

    def work(tell, is_cancelled) -> Hand:
        return held(
            uploaded.name,
            content,
            rehearsal.rehearse(where, files, content, who, tell, is_cancelled),
        )

    underway.begin(work, 1, words.CHECKING_TITLE, _checked)


def held(name: str, content: bytes, found: Rehearsal) -> Hand:
    """A file with what was found in it; where it is refused, without its content.

    What is refused at the door may hold personal data, and its name may tell them.
    """
    checked = found.checked
    if not checked.blocks:
        return Hand(name, content, checked, tuple(_brought(checked)), rehearsed=found.rehearsed)
    is_turned_away = any(one.stage == "received" for one in checked.blocks)
    emptied = replace(checked.screened, figures=no_figures(), entries=())
    return Hand(
        words.NAMELESS_FILE if is_turned_away else name, b"", replace(checked, screened=emptied)
    )


def _brought(checked: Checked) -> Iterator[Brought]:
    """By indicator, in the order of the file."""
    table = checked.screened.figures.table
    found: dict[str, list[tuple[str, str]]] = {}
    columns = (table.column(name).to_pylist() for name in ("indicator", "starts_on", "period"))
    for indicator, starts_on, period in zip(*columns, strict=True):
        found.setdefault(indicator, []).append((starts_on, period))
    for indicator, periods in found.items():
        yield Brought(indicator, min(periods)[1], max(periods)[1], len(periods))


def _checked(job: Job) -> None:
    if job.error is None:
        hold(job.result)
    else:
        underway.stop(job.error, words.NOTHING_CHECKED)


def not_published(job: Job) -> None:
    """After an attempt to publish: what is to be mended first, or why it stopped."""
    hand = in_hand()
    if hand and isinstance(job.error, RefusedReturn):
        findings = job.error.findings
        checks = Counter(one.check for one in findings)
        if not any(one.severity == BLOCKS for one in findings):
            # What was asked and answered before is not among the findings; it stays answered.
            checks = {**hand.checked.checks, **checks}
        found = replace(hand.checked, findings=findings, checks=checks, count=job.error.count)
        again = held(hand.name, hand.content, Rehearsal(found, hand.rehearsed))
        hold(replace(again, reasons=hand.reasons))
    else:
        underway.stop(job.error, words.NOTHING_PUBLISHED)


def name_box(place: str) -> str:
    """The name that stands in the journal; what was written in one place stands in the others."""
    return st.text_input(
        "Your name, for the journal", st.session_state.get(NAMED, ""), MOST_LETTERS_OF_A_NAME,
        key=f"returns name {place} {fresh()}", autocomplete="name",
    )  # fmt: skip


def named(text: str) -> str:
    """A name in one line, kept for the next box; blank where none was written."""
    if found := words.one_line(text):
        st.session_state[NAMED] = found
    return found


def read_current() -> None:
    """The page reads what is published next, whichever number its address names."""
    if "publication" in st.session_state:
        st.session_state["publication"] = CURRENT
