"""Remembering what has been worked out, but for what is only tried.

What is read of a publication that may never be published must not outlive its trial: while one is
tried, nothing is remembered and nothing is taken from memory.
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


def remembered(maxsize: int) -> Callable[[_Called], _Called]:
    """As functools.lru_cache, but for what is asked while something is tried."""

    def remembering(function: _Called) -> _Called:
        kept = lru_cache(maxsize=maxsize)(function)

        @wraps(function)
        def answer(*given, **named):
            return (function if _is_trying.get() else kept)(*given, **named)

        return answer

    return remembering


@contextmanager
def nothing() -> Iterator[None]:
    """Until the block ends this thread remembers nothing."""
    before = _is_trying.set(True)
    try:
        yield
    finally:
        _is_trying.reset(before)
