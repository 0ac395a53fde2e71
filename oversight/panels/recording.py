"""Writing from the page, for staff: a form makes the same return as a spreadsheet would.

Nothing is drawn, and nothing sent, where the reader may not write. What is written is checked
first, shown as it will stand, and then published as a return is from the command line.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from oversight import ROOT, asks, reference, returns, sign_in, wording
from oversight.access import Principal
from oversight.asks import Held, Update
from oversight.filters import Chosen
from oversight.panels import drafts, links, recording_forms
from oversight.panels.drafts import Draft
from oversight.panels.recording_forms import Sent
from oversight.panels.returns.hand import read_current
from oversight.periods import in_words

# Where the session keeps what was checked and what was published, and which form is a fresh one.
DRAFT, DONE, ROUND = "recording draft", "recording done", "recording round"
STATUS, ACTION = "A status", "A question at a meeting"


def recording(now: Chosen, chosen: Held | None = None) -> None:
    """The form for those who may write; nothing at all for readers.

    Args:
        chosen: the ask that the page tells in full, if it does.
    """
    who = sign_in.principal()
    if who is None:
        return
    st.header("Record what was said")
    if not now.is_current:
        st.markdown(
            f"Nothing can be written into publication {now.publication.number}: a newer one"
            " stands. Choose the current publication above to record something."
        )
        return
    if done := st.session_state.get(DONE):
        st.success(done)
    many = links.to(now, "returns", "send them on Returns", kind="Status return")
    st.markdown(f"{sign_in.BECAUSE} Many at once come as a file: {many}.")
    # A fresh form after each publication, so that nothing is sent twice by mistake.
    key = f"recording {st.session_state.setdefault(ROUND, 0)}"
    of = st.segmented_control("What to record", [STATUS, ACTION], key=key, wrap=True)
    if not of:
        return
    left, right = st.columns([1.9, 1], gap="large")
    # Each ask has a form of its own: what was typed for one is not sent for another.
    form = f"{key} {of} {chosen.id if chosen else 'any'}"
    with left:
        sent = _form(of, form, now, chosen)
    if sent.is_sent:
        st.session_state.pop(DONE, None)
        st.session_state[DRAFT] = drafts.checked(form, sent, who)
    draft = st.session_state.get(DRAFT)
    if draft and draft.of == form:
        with right:
            _outcome(draft, now, who)


def _form(of: str, key: str, now: Chosen, chosen: Held | None) -> Sent:
    kinds = returns.load(reference.read_files(ROOT))
    if of == STATUS:
        return recording_forms.status(key, now, kinds[returns.STATUS], chosen)
    return recording_forms.action(key, now, kinds[returns.ACTION], chosen)


def _outcome(draft: Draft, now: Chosen, who: Principal) -> None:
    """Beside the form: what is to be mended, or what will stand and the button that publishes."""
    if draft.failure:
        st.error(f"Nothing was published. {wording.plain(draft.failure)}")
        if not draft.entries:
            return
    elif draft.findings:
        listed = "\n".join(f"- {sentence}" for sentence in drafts.told(draft, draft.findings))
        st.error(f"{wording.to_mend(len(draft.findings))}\n\n{listed}")
        return
    st.subheader("What will stand")
    with st.container(key="scroll_recording"):
        st.table(wording.as_kept(draft.entries), hide_index=True, border="horizontal")
        # In the box that scrolls on a phone: it is what the keyboard reaches there.
        st.download_button(
            "Download this return (CSV)", draft.content, f"{draft.kind}_return.csv", "text/csv",
            on_click="ignore", key="recording_return", icon=":material/download:",
        )  # fmt: skip
    for sentence in _consequences(draft, now):
        st.markdown(sentence)
    reasons = _reasons(draft)
    st.caption("Nothing is published yet. What is published can be followed, never changed.")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.button("Publish", key="recording_publish", on_click=read_current):
            _publish(draft, who, reasons)
        st.caption("As checked; after a change press Check again.")


def _reasons(draft: Draft) -> dict[str, str]:
    """A box for each thing that asks why it is right all the same, below what is asked."""
    found = {}
    for place, finding in enumerate(draft.asks):
        st.markdown(drafts.told(draft, [finding])[0])
        if finding.check not in found:
            found[finding.check] = st.text_input(
                "Why it is right all the same", key=f"{draft.of} reason {place}"
            )
    return {check: reason for check, reason in found.items() if reason}


def _publish(draft: Draft, who: Principal, reasons: dict[str, str]) -> None:
    """Publish what was checked; the next run tells what came of it."""
    with st.spinner("Publishing"):
        outcome = drafts.published(draft, who, reasons)
        # Kept before anything is drawn: a second press ends this run at the next drawing.
        if isinstance(outcome, str):
            st.session_state[DONE] = outcome
            st.session_state[ROUND] += 1
            del st.session_state[DRAFT]
        else:
            st.session_state[DRAFT] = outcome
    st.rerun()


def _consequences(draft: Draft, now: Chosen) -> list[str]:
    """What the page will say differently, and what of it this reading date leaves out."""
    if draft.kind == returns.STATUS:
        days = [date.fromisoformat(entry["status_date"]) for entry in draft.entries]
        said = _of_asks(draft, now, max(now.on, *days))
    else:
        days = [date.fromisoformat(entry["meeting_date"]) for entry in draft.entries]
        said = [wording.joins_the_log(*_asked(draft, now))]
    if max(days) > now.on:
        later = f"shows what was said by {in_words(max(days))} from that day on"
        said.append(f"The page is read on {in_words(now.on)}; it {later}.")
    return said


def _asked(draft: Draft, now: Chosen) -> tuple[int, int]:
    """How many questions of the draft are in the log already, and how many are new."""
    known = {
        asks.question_of(row.met_on, row.question, row.asked_of)
        for row in now.rows("recommendations/actions")
    }
    keys = [
        asks.question_of(
            date.fromisoformat(entry["meeting_date"]), entry["question"], entry["asked_of"]
        )
        for entry in draft.entries
    ]
    again = sum(key in known for key in keys)
    return again, len(keys) - again


def _of_asks(draft: Draft, now: Chosen, on: date) -> list[str]:
    rows, updates = now.rows("recommendations/asks"), now.rows("recommendations/updates")
    new = [_update(entry, now.publication.number + 1) for entry in draft.entries]
    later = sorted([*updates, *new], key=lambda one: one.said_on)
    before, after = asks.standings(rows, updates, on), asks.standings(rows, later, on)
    return [
        f"**{ask}** {' '.join(wording.will_stand(before[ask], after[ask]))}"
        for ask in dict.fromkeys(entry["ask"] for entry in draft.entries)
    ]


def _update(entry: Mapping[str, str], publication: int) -> Update:
    revised = entry["revised_due_date"]
    return Update(
        entry["ask"], date.fromisoformat(entry["status_date"]), entry["response"],
        entry["delivery"], entry["evidence"], date.fromisoformat(revised) if revised else None,
        entry["reason"], entry["author"], publication,
    )  # fmt: skip
