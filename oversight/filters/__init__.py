"""What the reader has chosen: publication, reading date and period, and each page's own choices.

Every choice is in the address. Streamlit drops an invalid value from it in silence, so the
address is checked before a bound control is drawn: an unknown value is a sentence, the address
stays, and nothing else is shown in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import streamlit as st

from oversight import home, store, wording
from oversight.filters.chosen import FRAME, Chosen
from oversight.filters.chosen import kept as kept
from oversight.periods import DAY, FIRST_DAY, LAST_DAY, in_words

CURRENT = "current"


class AddressError(ValueError):
    """The address holds a value that means nothing; the message says which and what would."""


def chosen() -> Chosen:
    """What the frame's controls or, where there is no frame, the address say.

    Raises:
        AddressError: the address names something that does not exist.
        StoreError, HomeError: the publication cannot be read.
    """
    where = home.chosen()
    text = _stated("publication")
    current = store.current(where)
    publication = current
    if text not in (None, CURRENT, str(current.number)):
        if not _is_whole(text):
            raise AddressError(f"'{text[:40]}' is not the number of a publication.")
        publication = store.numbered(where, int(text))
    years = {row.period: row for row in publication.rows("frame/periods")}
    first, last = _year("from", years), _year("to", years)
    if first and last and first.starts_on > last.starts_on:
        raise AddressError(
            f"The period from {first.period} to {last.period} ends before it begins."
        )
    return Chosen(
        publication,
        current.number,
        _day("on") or publication.published_on,
        first.starts_on if first else None,
        last.ends_on if last else None,
    )


def controls(now: Chosen) -> None:
    """The frame's controls, bound to the address."""
    # At the first change of page the choices live on, but Streamlit drops them from the address;
    # setting them again writes them there.
    for key in FRAME:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]
    numbers = [str(entry.number) for entry in reversed(home.chosen().published())]
    years = [row.period for row in now.rows("frame/periods")]
    # The address holds what a control prints, so options print as themselves.
    st.selectbox(
        f"Publication: what was known (the current one is {numbers[0]})",
        [CURRENT, *numbers],
        key="publication",
        bind="query-params",
    )
    st.date_input(
        "Reading date: deadlines are counted to this day",
        value=None,
        format="YYYY-MM-DD",
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        help="Blank is the publication's own date. Figures do not change with it.",
        key="on",
        bind="query-params",
    )
    first, last = st.columns(2)
    first.selectbox("Figures from", years, index=None, placeholder="the first", key="from",
                    bind="query-params")  # fmt: skip
    last.selectbox("Figures to", years, index=None, placeholder="the last", key="to",
                   bind="query-params")  # fmt: skip


def in_address(key: str) -> str | None:
    """What the address holds under `key`; None where that is nothing.

    Raises:
        AddressError: it stands there more than once.
    """
    found = st.query_params.get_all(key)
    if len(found) > 1:
        raise AddressError(f"'{key}' stands in the address more than once.")
    return found[0] if found and found[0] else None


def choice(
    label: str, options: Sequence[str], default: str, key: str, label_visibility: str = "visible"
) -> str:
    """One of a few options, as buttons; in the address under `key` as it is printed.

    Raises:
        AddressError: the address names none of the options.
    """
    _check(key, label, options)
    if len(options) == 1:
        return options[0]
    picked = st.segmented_control(
        label, options, default=default, key=key, required=True, wrap=True,
        label_visibility=label_visibility, bind="query-params",
    )  # fmt: skip
    return picked or default


def pick(label: str, options: dict[str, str], everything: str, key: str) -> str | None:
    """One of many options by id, or None for all; in the address under `key` as its id.

    A bound control would put the printed name there, and names change.

    Raises:
        AddressError: the address names none of the ids.
    """
    _check(key, label, list(options))
    stated = st.query_params.get(key)
    widget = f"pick_{key}"

    def write() -> None:
        if picked := st.session_state[widget]:
            st.query_params[key] = picked
        else:
            st.query_params.pop(key, None)

    return st.selectbox(
        label, list(options), index=list(options).index(stated) if stated else None,
        format_func=options.__getitem__, placeholder=everything, key=widget, on_change=write,
    )  # fmt: skip


def number(label: str, key: str, most: int, place=st) -> int | None:
    """A whole number a reader supposes, or None; in the address under `key`."""
    text = st.query_params.get(key)
    if text and not (_is_whole(text) and int(text) <= most):
        raise AddressError(f"'{text[:40]}' is not a whole number from 0 to {most} ({label}).")
    return place.number_input(
        label, min_value=0, max_value=most, value=None, step=5, placeholder="as stated", key=key,
        bind="query-params",
    )  # fmt: skip


def day(label: str, key: str) -> date | None:
    """A day, or None; in the address under `key`, written like 2015-08-01."""
    found = _day(key, f"a day for “{label}”")
    st.date_input(label, None, FIRST_DAY, LAST_DAY, key, format="YYYY-MM-DD", bind="query-params")
    return found


def search(placeholder: str, key: str = "q") -> str:
    """Words to search for, in the address as they are written."""
    in_address(key)
    return st.text_input("Search", key=key, bind="query-params", placeholder=placeholder) or ""


def stop(error: Exception) -> None:
    """Say what is wrong, keep the address, and show nothing else."""
    st.title(_titles(error))
    # What stands in an address is shown, and is no Markdown.
    st.error(wording.plain(str(error)))
    if isinstance(error, AddressError | store.UnknownPublication):
        st.markdown("Your address is kept. [Open the current figures](/) instead.")
    st.caption(wording.status_label(store.is_rehearsal(home.chosen())))
    st.stop()


def _titles(error: Exception) -> str:
    if isinstance(error, AddressError | store.UnknownPublication):
        return "This address does not lead to figures"
    return "The figures cannot be read"


def _check(key: str, label: str, options: Sequence[str]) -> None:
    text = in_address(key)
    if text and text not in options:
        known = wording.listed(options[:12], last="or")
        if len(options) > 12:
            known = f"{', '.join(options[:12])} and {len(options) - 12} more"
        raise AddressError(f"'{text[:40]}' is no choice for “{label}”. There is {known}.")
    if key in st.session_state and st.session_state[key] not in (*options, None):
        # Another publication or period offers other options than the one this was chosen in.
        del st.session_state[key]


def _stated(key: str) -> str | None:
    """A choice from its control or, before there is one, from the address."""
    text = in_address(key)
    if key in st.session_state:
        value = st.session_state[key]
        return None if value is None else str(value)
    return text


def _year(key: str, years: dict):
    text = _stated(key)
    if text is None:
        return None
    if text not in years:
        names = list(years)
        raise AddressError(
            f"'{text[:40]}' is no financial year of this publication ('{key}' in the address)."
            f" Years run from {names[0]} to {names[-1]}."
        )
    return years[text]


def _day(key: str, what: str = "a reading date") -> date | None:
    text = _stated(key)
    if text is None:
        return None
    like = f"Write it like 2015-08-01, from {FIRST_DAY} to {LAST_DAY}"
    try:
        # Only as the control writes it: whatever else can be read would vanish from the address.
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise AddressError(f"'{text[:40]}' is not {what}. {like}.")
    return day


def _is_whole(text: str) -> bool:
    """Whether it is a whole number as the controls write it: no sign, no leading nought."""
    return re.fullmatch("0|[1-9][0-9]{0,8}", text) is not None


def in_short(now: Chosen) -> str:
    """The frame's choices in few words."""
    period = ""
    if now.is_limited:
        period = " · chosen years"
    return f"Publication {now.publication.number} · read on {in_words(now.on)}{period}"
