"""Returns that were checked and wait: for a second person, for a time, or for their maker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial

import streamlit as st

from oversight import (
    ROOT,
    access,
    definitions,
    home,
    publishing,
    reference,
    rehearsal,
    store,
    wording,
)
from oversight.access import Principal
from oversight.panels.returns import hand as hands
from oversight.panels.returns import underway
from oversight.panels.returns.foretold import foretold
from oversight.panels.returns.hand import MOST_LETTERS_OF_A_NOTE, Hand, name_box
from oversight.panels.returns.receipt import Done, keep
from oversight.panels.returns.working import FAILURES, Job, failure_of
from oversight.publishing import Pending, Receipt, RefusedReturn, shelf, stand
from oversight.publishing.stand import Stand
from oversight.rehearsal import Rehearsed
from oversight.screening.registry import ASKS, CHECKS
from oversight.wording import rehearsal as told
from oversight.wording import returns as words

ASKED, LOOKED_AT = "return asked again", "return looked at"


@dataclass(frozen=True)
class Looked:
    """A return that waits, rehearsed against what stands; and what moved since it was held."""

    rehearsed: Rehearsed
    moved: tuple[str, ...]


def lay_aside(hand: Hand, who: Principal, note: str, state: str) -> None:
    """Lay a return aside until somebody publishes or drops it."""
    where, files = home.chosen(), reference.read_files(ROOT)

    def work(tell: Callable[[str], None], _) -> Pending:
        tell(words.LAYING_ASIDE)
        return publishing.hold(where, files, hand.content, who, note, hand.reasons, state)

    underway.begin(work, 3, words.LAYING_ASIDE_TITLE, _laid_aside)


def _laid_aside(job: Job) -> None:
    if job.error is None:
        hands.let_go()
        held = job.result
        underway.say(words.laid_aside(held.number, held.state))
    else:
        hands.not_published(job)


def waiting(who: Principal) -> None:
    """What waits, and for each the way to publish or to drop it."""
    access.require(who, access.PUBLISH)
    st.header("What waits")
    held = publishing.pending(home.chosen())
    if not held:
        st.markdown(words.NOTHING_WAITS)
    for one in held:
        with st.container(key=f"row_waits_{one.number}"):
            _one(one, who)


def _one(held: Pending, who: Principal) -> None:
    name, what = held.note or words.UNNAMED, words.waits(asdict(held), held.hour)
    st.markdown(f"**{wording.plain(name)}**  \n{wording.plain(what)}")
    where = home.chosen()
    st.download_button(
        "Download the file (CSV)", lambda: shelf.content_of(where, held),
        wording.file_name(f"{held.number}.csv", store.is_rehearsal(where)), hands.taken_away(),
        on_click="ignore", key=f"returns_held_{held.number}", icon=":material/download:",
    )  # fmt: skip
    made = _looked_at(held)
    if made:
        _would_change(made)
    left, _ = st.columns([1, 1.9])
    with left, st.form(f"returns waits {held.number}", border=False):
        by = name_box(f"waits {held.number}")
        reasons = _reasons(held)
        with st.container(horizontal=True, gap="small"):
            looks = approves = False
            if _may_be_approved(held):
                # Nobody approves what they have not seen against what stands now.
                looks = not made and st.form_submit_button(words.LOOK_FIRST)
                approves = made and st.form_submit_button(
                    words.APPROVES[held.state], on_click=hands.read_current
                )
            drops = st.form_submit_button("Drop it", type="tertiary")
    if looks:
        underway.begin(_looking(held.number, who), 2, words.CHECKING_TITLE, partial(_looked, held))
    if not (approves or drops):
        return
    if not (by := hands.named(by)):
        st.error(words.missing_sentence(["write your name"], words.NOTHING_DONE))
        return
    named = replace(who, name=by)
    if approves:
        underway.begin(_approving(held.number, named, reasons, made.rehearsed.stand), 3,
                       words.UNDER_WAY_TITLE, partial(_approved, held))  # fmt: skip
    try:
        publishing.drop(home.chosen(), held.number, named)
    except FAILURES as error:
        st.error(wording.plain(failure_of(error)))
        return
    st.rerun()


def _may_be_approved(held: Pending) -> bool:
    """One that waits for its hour alone is not, unless the settings have come to want it."""
    return held.state != publishing.TIMED or (
        not held.approved_by and definitions.needs_second_person(reference.read_files(ROOT))
    )


def _asked() -> dict[int, tuple[str, ...]]:
    """The checks that asked for a reason as somebody approved a return, by its number."""
    return st.session_state.setdefault(ASKED, {})


def _reasons(held: Pending) -> dict[str, str]:
    """A box for each thing that was asked; what is asked no more is left out as it is approved."""
    return {
        check: words.one_line(
            st.text_input(
                words.reason_label(CHECKS[check].says), max_chars=MOST_LETTERS_OF_A_NOTE,
                key=f"returns waits {held.number} {check}",
            )
        )
        for check in _asked().get(held.number, ())
    }  # fmt: skip


def _looking(number: int, who: Principal) -> underway.Work:
    where, files = home.chosen(), reference.read_files(ROOT)
    return lambda tell, is_cancelled: rehearsal.rehearse_held(
        where, files, number, who, tell, is_cancelled
    )


def _looked(held: Pending, job: Job) -> None:
    if job.error is not None:
        underway.stop(job.error, words.NOTHING_PUBLISHED)
        return
    made, moved = job.result
    if made.rehearsed is None:
        stopped = publishing.RefusedReturn(made.checked.findings, made.checked.count)
        underway.stop(stopped, words.NOTHING_PUBLISHED)
        return
    _ask(held, (one.check for one in made.checked.asks))
    st.session_state.setdefault(LOOKED_AT, {})[held.number] = Looked(made.rehearsed, moved)


def _looked_at(held: Pending) -> Looked | None:
    """How it would change what stands now; None until somebody has looked, or once that moved."""
    made = st.session_state.get(LOOKED_AT, {}).get(held.number)
    now = stand.of(home.chosen().published())
    return made if made and made.rehearsed.stand == now else None


def _would_change(made: Looked) -> None:
    """What would change now, beside what has moved since the return was held."""
    rehearsed = made.rehearsed
    st.markdown(f"**{words.LOOKED_AT} {rehearsed.against}**")
    for sentence in made.moved:
        st.markdown(wording.plain(sentence))
    foretold(rehearsed.differences)
    if not rehearsed.differences:
        st.markdown(told.NOTHING_TOLD)


def _approving(
    number: int, who: Principal, reasons: Mapping[str, str], against: Stand
) -> underway.Work:
    where, files = home.chosen(), reference.read_files(ROOT)
    return lambda tell, is_cancelled: publishing.approve(
        where, files, number, who, reasons, tell, is_cancelled, against
    )


def _ask(held: Pending, checks: Iterable[str]) -> None:
    """Ask for a reason for each of these checks that has none, beside those asked before."""
    asked = dict.fromkeys((*_asked().get(held.number, ()), *checks))
    _asked()[held.number] = tuple(one for one in asked if one not in held.reasons)


def _approved(held: Pending, job: Job) -> None:
    if isinstance(job.result, Receipt):
        keep(Done(job.result))
    elif job.error is None:
        underway.say(words.waits_on(held.number, job.result.hour))
    else:
        if isinstance(job.error, RefusedReturn):
            _ask(held, (one.check for one in job.error.findings if one.severity == ASKS))
        underway.stop(job.error, words.NOTHING_PUBLISHED)
