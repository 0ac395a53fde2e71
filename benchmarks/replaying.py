"""Sending recorded elements again. The constants page imports this and Streamlit, nothing else."""

from __future__ import annotations

import gc
import pickle
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit as st


@dataclass(frozen=True)
class Call:
    """One element call. `place` is the call that made the container, and which of several it is;
    None is the page itself, "streamlit" the module.
    """

    name: str
    place: tuple[int, int | None] | str | None
    arguments: tuple
    keywords: dict[str, object]


@dataclass(frozen=True)
class Constants:
    """The calls of a page for each choice of its control; None for the page as it first appears."""

    control: str | None
    runs: dict[str | None, list[Call]]


def nothing(*_: object) -> None:
    """Stands for a function of the page that its elements do not need."""


def play(path: str) -> None:
    """Send what was recorded for the choice that is made."""
    constants = _read(path)
    choice = st.session_state.get(constants.control) if constants.control else None
    made: list = []
    for call in constants.runs[choice]:
        if call.place is None or call.place == "streamlit":
            place = st
        else:
            order, number = call.place
            place = made[order] if number is None else made[order][number]
        made.append(getattr(place, call.name)(*call.arguments, **call.keywords))
    _freeze(path)


@lru_cache
def _read(path: str) -> Constants:
    return pickle.loads(Path(path).read_bytes())


@lru_cache
def _freeze(_path: str) -> None:
    """Once, when all that a page imports is there: the floor pays for no collection of it."""
    gc.freeze()
