"""The constants page: what a page of the product sends, written down, to be sent again unthought.

A real run of a page is recorded as the element calls it made: which call, with which arguments, in
which container. Replayed, they send the same elements without a query and without any code of
ours, which is the floor that the product is measured against.
"""

from __future__ import annotations

import copy
import functools
import pickle
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import get_dg_singleton_instance

from benchmarks.replaying import Call, Constants, nothing
from benchmarks.script_runs import Page
from oversight import ROOT

# The control that goals 2 and 4 turn, and the page it stands on.
CONTROL_PAGE, CONTROL = "allegations", "baseline"

# Drawn on the page, and yet no method of a container.
FUNCTIONS = ("logo",)


@dataclass(frozen=True)
class Floor:
    """The constants pages of a product: a script for a server, and how many elements each sends."""

    script: Path
    choices: tuple[str, ...]
    elements: dict[str, int]


def make(folder: Path) -> Floor:
    """Record every page of the product, write its constants page, prove both send the same.

    Raises:
        AssertionError: a replay sends other elements than its page.
    """
    (folder / "pages").mkdir(parents=True)
    script = folder / "dashboard.py"
    script.write_text(_without_frame((ROOT / "dashboard.py").read_text("utf-8")))
    choices: tuple[str, ...] = ()
    for name in page_names():
        runs = {None: recorded(name)}
        control = CONTROL if name == CONTROL_PAGE else None
        if control:
            choices = _choices(runs[None], control)
            runs |= {choice: recorded(name, {control: choice}) for choice in choices}
        kept = folder / f"{name}.pickle"
        kept.write_bytes(pickle.dumps(Constants(control, runs)))
        (folder / "pages" / f"{name}.py").write_text(
            f"from benchmarks import replaying\n\nreplaying.play({str(kept)!r})\n"
        )
    return Floor(script, choices, {name: _same(name, script) for name in page_names()})


def page_names() -> list[str]:
    """Every page of the product, by its file."""
    return sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def recorded(name: str, address: dict[str, str] | None = None) -> list[Call]:
    """The element calls of one page of the product, drawn once with these choices."""
    page = Page(ROOT / "dashboard.py", name)
    page.run(address)
    with _listening() as calls:
        page.run(address)
    return calls


def _without_frame(dashboard: str) -> str:
    """The product's dashboard.py to its navigation, and then the page alone.

    What the frame draws is part of each page's recording.
    """
    kept: list[str] = []
    for line in dashboard.splitlines():
        if not line.startswith("from oversight"):
            kept.append(line)
        if line.startswith("page = st.navigation("):
            # Nothing that is recorded fills the screen of a room.
            kept[-1] = line.replace("frame.menu()", '"top"')
            return "\n".join([*kept, "page.run()", ""])
    raise AssertionError("dashboard.py has no line 'page = st.navigation('.")


def _same(name: str, script: Path) -> int:
    """How many elements the page and its constants both send.

    Raises:
        AssertionError: they differ.
    """
    for address in ({}, {CONTROL: _other_choice()}) if name == CONTROL_PAGE else ({},):
        product, constants = Page(ROOT / "dashboard.py", name), Page(script, name)
        product.run(address)
        constants.run(address)
        sent, again = product.elements(), constants.elements()
        assert sent == again, f"{name}: the page sends {sent}, its replay {again}"
    return sum(sent.values())


@functools.cache
def _other_choice() -> str:
    """A choice of the control that is not the one shown first."""
    return _choices(recorded(CONTROL_PAGE), CONTROL)[0]


def _choices(calls: list[Call], key: str) -> tuple[str, ...]:
    (call,) = (one for one in calls if one.keywords.get("key") == key)
    return tuple(call.arguments[1])


@contextmanager
def _listening() -> Iterator[list[Call]]:
    """Every element call made meanwhile, in order; calls that Streamlit makes itself left out."""
    ear = _Ear()
    methods = {
        name: method
        for name in dir(DeltaGenerator)
        if not name.startswith("_") and callable(method := getattr(DeltaGenerator, name))
    }
    main = get_dg_singleton_instance().main_dg
    # st.markdown and its like are methods bound at import: the class alone does not reach them.
    bound = {name: getattr(st, name) for name in methods if _is_of(getattr(st, name, None), main)}
    functions = {name: getattr(st, name) for name in FUNCTIONS}
    try:
        for name, method in methods.items():
            setattr(DeltaGenerator, name, ear.method(name, method))
        for name in bound:
            setattr(st, name, getattr(main, name))
        for name, function in functions.items():
            setattr(st, name, ear.function(name, function))
        yield ear.calls
    finally:
        for name, method in methods.items():
            # A method of a mixin was only shadowed.
            delattr(DeltaGenerator, name)
            if getattr(DeltaGenerator, name, None) is not method:
                setattr(DeltaGenerator, name, method)
        for name, method in (bound | functions).items():
            setattr(st, name, method)


class _Ear:
    """Writes calls down, and knows containers by the call that made them."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._made: dict[int, tuple[int, int | None]] = {}
        self._kept: list[DeltaGenerator] = []  # so that an id is not used twice
        self._depth = threading.local()

    def method(self, name: str, method: Callable) -> Callable:
        @functools.wraps(method)
        def listened(place: DeltaGenerator, *arguments, **keywords):
            return self._call(name, place._active_dg, method, (place,), arguments, keywords)

        return listened

    def function(self, name: str, function: Callable) -> Callable:
        @functools.wraps(function)
        def listened(*arguments, **keywords):
            return self._call(name, None, function, (), arguments, keywords)

        return listened

    def _call(self, name, place, function, first, arguments, keywords):
        if getattr(self._depth, "inside", False):
            return function(*first, *arguments, **keywords)
        order = len(self.calls)
        self.calls.append(
            Call(
                name,
                "streamlit" if place is None else self._made.get(id(place)),
                tuple(_plain(one, arguments) for one in arguments),
                {key: _plain(one, arguments, key) for key, one in keywords.items()},
            )
        )
        self._depth.inside = True
        try:
            made = function(*first, *arguments, **keywords)
        finally:
            self._depth.inside = False
        if isinstance(made, DeltaGenerator):
            self._keep(made, (order, None))
        elif isinstance(made, list | tuple):
            for number, one in enumerate(made):
                if isinstance(one, DeltaGenerator):
                    self._keep(one, (order, number))
        return made

    def _keep(self, made: DeltaGenerator, where: tuple[int, int | None]) -> None:
        self._kept.append(made)
        self._made[id(made)] = where


def _plain(argument: object, arguments: tuple, key: str = "") -> object:
    """An argument as a constant: words for options as a table, any other function as none."""
    if key == "format_func":
        return {option: argument(option) for option in (*arguments[1], None)
                if option is not None}.__getitem__  # fmt: skip
    if callable(argument):
        return nothing
    return copy.deepcopy(argument)


def _is_of(method: object, main: DeltaGenerator) -> bool:
    return getattr(method, "__self__", None) is main
