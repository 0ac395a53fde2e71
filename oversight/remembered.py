"""Remembering what has been worked out, but for what is only tried.

What is read of a publication that may never be published must not outlive its trial: while one is
tried, nothing is remembered and nothing is taken from memory. Once a figure is redacted, all that
was remembered is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TypeVar

_Called = TypeVar("_Called", bound=Callable)

# Of each thread by itself: others go on remembering meanwhile.
_is_trying: ContextVar[bool] = ContextVar("is_trying", default=False)

# Each of these empties one memory; whatever else holds figures of publications adds its own.
FORGETTING: list[Callable[[], None]] = []


def remembered(maxsize: int) -> Callable[[_Called], _Called]:
    """As functools.lru_cache, but for what is asked while something is tried."""

    def remembering(function: _Called) -> _Called:
        kept = lru_cache(maxsize=maxsize)(function)
        FORGETTING.append(kept.cache_clear)

        @wraps(function)
        def answer(*given, **named):
            return (function if _is_trying.get() else kept)(*given, **named)

        return answer

    return remembering


def forget() -> None:
    """Let go of all that was remembered, as when a figure was redacted."""
    for one in FORGETTING:
        one()


@contextmanager
def nothing() -> Iterator[None]:
    """Until the block ends this thread remembers nothing."""
    before = _is_trying.set(True)
    try:
        yield
    finally:
        _is_trying.reset(before)
