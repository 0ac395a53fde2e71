"""Present mode: one finding a screen for the far end of a room, moved by keys alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import streamlit as st

from oversight import charts, filters, questions, rooms, slides, wording
from oversight.charts import Palette
from oversight.definitions import INVENTED_MARK
from oversight.filters import AddressError, Chosen
from oversight.packs import Made
from oversight.panels.meeting.screen import clock, screen
from oversight.panels.panel import palette
from oversight.rooms import Standing
from oversight.slides import markup

SLIDES, PRESENTER = "slides", "presenter"
VIEWS = (SLIDES, PRESENTER)
# Seconds after which a window asks where the room stands; a turn is followed within a second.
ASKS_AGAIN = 0.4
# Where a screen that has no room stands, kept in the session: a key that is pressed while the one
# before it is at work comes with the address as it was before both.
STANDS = "meeting stands"


def view() -> str | None:
    """How the meeting is looked at: as slides, by who presents, or as a page (None).

    Raises:
        AddressError: the address names another view.
    """
    found = filters.in_address("view")
    if found not in (None, *VIEWS):
        known = " or ".join(VIEWS)
        raise AddressError(f"'{found[:40]}' is no view of a meeting. There is {known}.")
    return found


def room() -> str | None:
    """The code of the room that the address names, or None.

    Raises:
        AddressError: it is no code.
    """
    text = filters.in_address("room")
    if text is None:
        return None
    # Whoever types a code that was read aloud does not think of capitals.
    code = text.upper()
    if not rooms.is_code(code):
        raise AddressError(
            f"'{text[:40]}' is no room. A code has six letters and digits, never 0, 1, I, L or O."
        )
    return code


def place(made: Made) -> int:
    """The place in the running order that the address names, from 1; the first by default.

    Raises:
        AddressError: there is no such slide.
    """
    text, last = filters.in_address("slide"), len(made.items)
    if text is None:
        return 1
    if not re.fullmatch("[1-9][0-9]{0,2}", text) or int(text) > last:
        there = f"They are numbered 1 to {last}" if last > 1 else "The only one is numbered 1"
        raise AddressError(f"There is no slide '{text[:40]}'. {there}.")
    return int(text)


def present(now: Chosen, made: Made) -> None:
    """The slide of the address, filling the screen, and the keys that move on."""
    code, at = room(), place(made)
    stands = _followed(code, at)
    item = made.items[at - 1]
    screen(
        _written(made, at, palette()),
        title=f"{_mark(made)}Slide {at} of {len(made.items)}: {item.slide.finding}",
        is_blank=stands.is_blank,
    )
    keys(made, code, at)
    if code:
        _follow(code, at, len(made.items), stands.is_blank)


def _mark(made: Made) -> str:
    return f"{INVENTED_MARK}: " if made.position.is_invented else ""


def keys(made: Made, code: str | None, at: int) -> None:
    """The buttons that move on, and those that only a key presses."""
    last = len(made.items)
    on, back = partial(_step, code, 1, last), partial(_step, code, -1, last)
    with st.container(key="slide_buttons", horizontal=True, vertical_alignment="center"):
        _key("Back", "Left", back, disabled=at == 1)
        st.markdown(f"{at} of {last}")
        _key("Next", "Right", on, disabled=at == last)
    # Presenter clickers send the keys of pages; a button has one key.
    with st.container(key="slide_keys"):
        _key("Page up", "PageUp", back)
        _key("Page down", "PageDown", on)
        _key("First", "Home", partial(_turn, code, Standing(1)))
        _key("Last", "End", partial(_turn, code, Standing(last)))
        _key("Blank", "B", partial(_blank, code))
        _key("Leave", "Esc", _leave)


def _key(label: str, key: str, act: Callable[[], None], disabled: bool = False) -> None:
    st.button(label, shortcut=key, on_click=act, key=f"slide_{key}", disabled=disabled)


def _step(code: str | None, by: int, last: int) -> None:
    """Move from where the screen stands now, which a key just before may have changed."""
    _turn(code, Standing(min(max(_stands(code).slide + by, 1), last)))


def _blank(code: str | None) -> None:
    """Blank the screen, or bring it back."""
    stands = _stands(code)
    _turn(code, Standing(stands.slide, not stands.is_blank))


def _turn(code: str | None, to: Standing) -> None:
    st.query_params["slide"] = str(to.slide)
    if code:
        rooms.turn(code, to.slide, to.is_blank)
    else:
        st.session_state[STANDS] = to


def _stands(code: str | None) -> Standing:
    stands = rooms.standing(code) if code else st.session_state.get(STANDS)
    return stands or Standing(int(st.query_params.get("slide") or 1))


def _leave() -> None:
    # In one step: each would be a place of its own for the browser's way back.
    st.query_params.from_dict(
        {
            name: text
            for name, text in st.query_params.to_dict().items()
            if name not in ("view", "slide", "room")
        }
    )
    st.session_state.pop(STANDS, None)


def _followed(code: str | None, at: int) -> Standing:
    """Where the screen stands; a room that is new is turned to the address's slide."""
    if code:
        return rooms.joined(code, at)
    stands = st.session_state.get(STANDS)
    if stands is None or stands.slide != at:
        # The address is another: a reader has gone back, or comes for the first time.
        stands = st.session_state[STANDS] = Standing(at)
    return stands


@st.fragment(run_every=ASKS_AGAIN)
def _follow(code: str, at: int, last: int, is_blank: bool) -> None:
    """Turn to where another window has turned the room."""
    stands = rooms.standing(code)
    if stands and (min(stands.slide, last), stands.is_blank) != (at, is_blank):
        # The other window may read an order of more slides.
        st.query_params["slide"] = str(min(stands.slide, last))
        st.rerun()


def presenter(made: Made) -> None:
    """What who presents has before them: words to read, questions, what comes next, the time."""
    code, at = room(), place(made)
    stands = _followed(code, at)
    item, last = made.items[at - 1], len(made.items)
    if made.position.looking_back:
        st.container(key="banner").markdown(made.position.looking_back)
    st.markdown(f"# {wording.plain(item.slide.finding)}")
    words, beside = st.columns([1.6, 1], gap="large")
    with words:
        st.header("Read aloud")
        st.container(key="read_aloud").markdown(wording.plain(item.slide.read_aloud))
        # The screen has room for some of it; whoever presents has it all.
        beside_it = (item.slide.caveat, item.slide.gap, item.slide.baseline, item.slide.source)
        st.caption(wording.plain(" ".join(filter(None, beside_it))))
        asked = questions.bearing_on(item.slide, made.questions)
        if asked:
            st.header("Questions")
        for number, one in asked:
            whom = f" ({wording.plain(one.asked_of)})" if one.whom else ""
            st.markdown(f"{number}. {wording.plain(one.text)}{whom}")
    with beside:
        clock("clock_presenter", at)
        st.markdown(f"**Slide {at} of {last}**{_minutes(item)}")
        if stands.is_blank:
            st.markdown("The screen in the room is blank.")
        if item.note:
            st.markdown(f"**Note:** {wording.plain(item.note)}")
        upcoming = made.items[at].slide.finding if at < last else "This is the last slide."
        st.markdown(f"**Next:** {wording.plain(upcoming)}")
        st.markdown(f"Room **{code}**" if code else "No room: this window moves alone.")
        st.caption(wording.plain(slides.stamp(made.position)))
    keys(made, code, at)
    if code:
        _follow(code, at, len(made.items), stands.is_blank)


def _minutes(item: slides.Item) -> str:
    if item.minutes is None:
        return ""
    return f", {wording.many(item.minutes, 'minute')}"


def _written(made: Made, at: int, colours: Palette) -> str:
    """The slide's markup, which is the same for every reader of a publication and day."""
    known = made.screens
    if (found := known.get((at, colours))) is not None:
        return found
    item, position = made.items[at - 1], made.position
    above = position.is_invented, position.looking_back
    drawn = ""
    if item.slide.drawing:
        drawn = charts.drawn(item.slide.drawing, colours, markup.room(item.slide, *above))
    stamp = slides.stamp(position)
    written = markup.on_screen(item, drawn, at, len(made.items), stamp, *above)
    return known.setdefault((at, colours), written)
