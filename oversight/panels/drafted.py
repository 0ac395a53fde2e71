"""A draft beside the form it was made with: what is to be mended, or what will stand and Publish.

Each form keeps its own in the session: what was checked, what was published, and how often, so
that a fresh form is drawn after each publication and nothing is sent twice by mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from oversight import home, sign_in, store, wording
from oversight.access import Principal
from oversight.filters import Chosen
from oversight.panels import drafts
from oversight.panels.drafts import Draft
from oversight.panels.recording_forms import Sent
from oversight.panels.returns.hand import read_current


def fresh(form: str) -> str:
    """The key of a form's boxes; another one after each publication."""
    return f"{form} {st.session_state.setdefault(_round(form), 0)}"


def writer(form: str, now: Chosen, heading: str, purpose: str) -> Principal | None:
    """Who may write here now, below the form's heading; None where nobody may.

    Readers see nothing of it. What was published with the form last is told until something else
    is sent.
    """
    who = sign_in.principal()
    if who is None:
        return None
    st.header(heading)
    if not now.is_current:
        st.markdown(
            f"Nothing can be written into publication {now.publication.number}: a newer one"
            f" stands. Choose the current publication above to {purpose}."
        )
        return None
    if done := st.session_state.get(_done(form)):
        st.success(done)
    return who


def take(form: str, of: str, sent: Sent, who: Principal) -> Draft | None:
    """What was sent, checked at once; else what was checked before of this very form.

    Args:
        form: the form's name, of which the session's keys are made.
        of: the key of its boxes as they were drawn.
    """
    if sent.is_sent:
        st.session_state.pop(_done(form), None)
        st.session_state[_draft(form)] = drafts.checked(of, sent, who)
    draft = st.session_state.get(_draft(form))
    return draft if draft and draft.of == of else None


def outcome(
    form: str, draft: Draft, who: Principal, consequences: Callable[[Draft], Iterable[str]]
) -> None:
    """What is to be mended, or what will stand and the button that publishes.

    Args:
        consequences: what the page will say differently once it is published.
    """
    if draft.failure:
        st.error(f"Nothing was published. {wording.plain(draft.failure)}")
        if not draft.entries:
            return
    elif draft.findings:
        listed = "\n".join(f"- {sentence}" for sentence in drafts.told(draft, draft.findings))
        st.error(f"{wording.to_mend(len(draft.findings))}\n\n{listed}")
        return
    st.subheader("What will stand")
    with st.container(key=f"scroll_{form}"):
        st.table(wording.as_kept(draft.entries), hide_index=True, border="horizontal")
        # In the box that scrolls on a phone: it is what the keyboard reaches there.
        st.download_button(
            "Download this return (CSV)", draft.content,
            wording.file_name(f"{draft.kind}_return.csv", store.is_rehearsal(home.chosen())),
            "text/csv", on_click="ignore", key=f"{form}_return", icon=":material/download:",
        )  # fmt: skip
    for sentence in consequences(draft):
        st.markdown(sentence)
    reasons = _reasons(draft)
    st.caption("Nothing is published yet. What is published can be followed, never changed.")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.button("Publish", key=f"{form}_publish", on_click=read_current):
            _publish(form, draft, who, reasons)
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


def _publish(form: str, draft: Draft, who: Principal, reasons: dict[str, str]) -> None:
    """Publish what was checked; the next run tells what came of it."""
    with st.spinner("Publishing"):
        outcome = drafts.published(draft, who, reasons)
        # Kept before anything is drawn: a second press ends this run at the next drawing.
        if isinstance(outcome, str):
            st.session_state[_done(form)] = outcome
            st.session_state[_round(form)] += 1
            del st.session_state[_draft(form)]
        else:
            st.session_state[_draft(form)] = outcome
    st.rerun()


def _draft(form: str) -> str:
    return f"{form} draft"


def _done(form: str) -> str:
    return f"{form} done"


def _round(form: str) -> str:
    return f"{form} round"
