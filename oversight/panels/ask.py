"""One ask or promise in full: what was asked, its two keys, and what it still needs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from oversight import asks, wording
from oversight.asks import COMMITTEE, Held, Key, Standing
from oversight.filters import AddressError, Chosen, in_address
from oversight.panels.ask_history import dates, history, indicators, line_of, questions, unanswered
from oversight.panels.panel import note
from oversight.periods import FIRST_DAY, in_words
from oversight.wording import ask, reminder


def ask_asked_for(found: Sequence[Held]) -> Held | None:
    """The ask or promise that the address names, or None for all of them.

    Raises:
        AddressError: there is no such ask, or the address names two.
    """
    stated = in_address("ask")
    if stated is None:
        return None
    for one in found:
        if one.id == stated:
            return one
    numbered = ", ".join(one.id for one in found if one.is_of_recommendation)
    others = [
        f"{ids[0]} to {ids[-1]}"
        for ids in (
            sorted(one.id for one in found if one.is_promise == promised
                   and not one.is_of_recommendation)
            for promised in (False, True)
        )
        if ids
    ]  # fmt: skip
    raise AddressError(
        f"'{stated[:40]}' is no ask and no promise ('ask' in the address). There is"
        f" {wording.listed([numbered, *others])}."
    )


def one_ask(now: Chosen, one: Held) -> None:
    """Everything on one ask, from what was asked to a reminder for whoever owes an answer."""
    _ways_on(now, one)
    _asked(one)
    body, committee = st.columns(2, gap="small")
    with body:
        _bodies(one.standing)
    with committee:
        _committee(one.standing)
    note(f"**Still needed to close it.** {ask.still_needed(one.standing)}")
    line_of(now, one)
    dates(now, one)
    history(now, one)
    unanswered(now, one)
    _reminders(now, one)
    indicators(now, one)
    questions(now, one)


def _ways_on(now: Chosen, one: Held) -> None:
    """Back to the list, and on to the asks before and after."""
    place = [other.id for other in now.held].index(one.id)
    with st.container(horizontal=True, key="ways_on", gap="medium"):
        # A link to the same page would leave the address as it is.
        st.button(
            f"All {len(now.held)} asks and promises", icon=":material/arrow_back:", key="back",
            on_click=_go, args=(None,), type="tertiary",
        )  # fmt: skip
        for name, step, icon in (
            ("Previous", place - 1, ":material/chevron_left:"),
            ("Next", place + 1, ":material/chevron_right:"),
        ):
            if 0 <= step < len(now.held):
                other = now.held[step].id
                st.button(f"{name}: {other}", icon=icon, key=f"to_{name.lower()}", on_click=_go,
                          args=(other,), type="tertiary")  # fmt: skip


def _go(name: str | None) -> None:
    """Another ask, or the list again, with the filters that stand in the address."""
    if name is None:
        st.query_params.pop("ask", None)
    else:
        st.query_params["ask"] = name


def _asked(one: Held) -> None:
    """What was asked in our words, of whom, until when, where to read it, and what it lacks."""
    asked, stands = one.asked, one.standing
    with st.container(gap="xxsmall"):
        st.container(key="asked_words").markdown(f"{asked.summary}.")
        st.markdown(f":gray[{ask.kind_in_full(one)} · {asked.theme} · in our words]")
    late = f" :orange-badge[{ask.in_time(stands)}]" if stands.time == asks.OVERDUE else ""
    facts = {
        "Promised by" if one.is_promise else "Asked of": f"**{asked.who}**",
        "First date": f"**{ask.first_date(one)}**{late}",
        "Look up": f"**Report {wording.pages(asked.pages)}**",
    }
    if asked.press_release:
        facts["In the press release"] = f"**{wording.sentence(asked.press_release)[:-1]}**"
    with st.container(key="asked_facts"):
        for place, (name, said) in zip(st.columns(len(facts)), facts.items(), strict=True):
            place.markdown(f":gray[{name}]  \n{said}")
    for said in ask.lint(one):
        st.markdown(said)
    if one.kept:
        st.markdown(wording.promise_state(one.kept))


def _bodies(stands: Standing) -> None:
    """The first key: what each body says of itself."""
    with st.container(key="card_key_body", height="stretch", gap="xsmall"):
        st.markdown("## What the body says")
        keys = asks.keys_of(stands)
        if not keys:
            st.metric("Nobody was asked by name; any body may claim it", "Nothing received")
        for place, key in zip(st.columns(max(len(keys), 1)), keys, strict=False):
            with place:
                _key(stands, key)


def _committee(stands: Standing) -> None:
    """The second key: what the Committee finds."""
    with st.container(key="card_key_committee", height="stretch", gap="xsmall"):
        st.markdown("## What the Committee finds")
        _key(stands, asks.committees_key(stands), is_finding=True)


def _key(stands: Standing, key: Key, is_finding: bool = False) -> None:
    """One key: the last word, large; its day, its evidence, its reason; whether it has turned."""
    word = key.delivery or (None if is_finding else key.response or key.later)
    fades = word is not None and stands.fades(word)
    look = "faded" if fades else "key"
    name = f"{look}_{'committee' if is_finding else 'body'}_{key.body.replace(' ', '_')}"
    with st.container(key=name, gap="xxsmall"):
        st.metric(key.body, ask.key_words(key, is_finding))
        if word is not None:
            st.markdown(ask.said_on(stands, word))
        if key.response and key.response is not word and not is_finding:
            said = in_words(key.response.said_on)
            st.markdown(f"Response: {key.response.response}, {said}")
        if word is not None and word.evidence:
            st.markdown(f"Evidence: {ask.evidence_link(asks.evidence(word.evidence))}")
        if word is not None and word.reason:
            st.markdown(f"Reason: {wording.plain(word.reason)}")
        if key.later:
            st.markdown(f"Later date: {ask.later_words(stands, key.later)}")
        st.markdown(":gray-badge[● Key turned]" if key.is_turned else ":gray-badge[○ Key open]")


def _reminders(now: Chosen, one: Held) -> None:
    """A letter to copy for each body that owes the next word."""
    bodies = asks.owing(one.standing)
    if not bodies and not one.standing.is_closed and not one.standing.is_kept:
        st.header("A reminder to copy")
        st.markdown(
            f"Nobody was asked by name, so there is nobody to remind. The {COMMITTEE} can name a"
            " body."
        )
    if not bodies:
        return
    st.header("A reminder to copy" if len(bodies) == 1 else "Reminders to copy")
    publication = wording.as_published(now.publication.number, now.publication.published_on)
    for body in bodies:
        text = reminder.reminder(one, body, FIRST_DAY, publication)
        st.code(text, language=None, wrap_lines=True)
