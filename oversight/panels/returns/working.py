"""Work that takes a while, in a thread of its own: what it says, how it ends, how it is stopped.

The thread knows nothing of Streamlit. Where the session is lost it goes on: what it publishes is
published, and nothing is ever half done.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from oversight.access import AccessError
from oversight.definitions import DefinitionError
from oversight.home import HomeError
from oversight.publishing import Moved, NotWaiting, UnaskedReason, UnfitWords
from oversight.publishing.building import BuildError
from oversight.reference import ReferenceFileError
from oversight.store import StoreError

# What may go wrong beside the return itself; each says in a sentence what to do.
FAILURES = (
    AccessError, BuildError, DefinitionError, HomeError, Moved, NotWaiting, ReferenceFileError,
    StoreError, UnaskedReason, UnfitWords, OSError,
)  # fmt: skip

# Told each step in words, and asked between steps whether to stop.
Work = Callable[[Callable[[str], None], Callable[[], bool]], Any]


class Job:
    """One piece of work under way; ended, it has a result or an error."""

    def __init__(self, work: Work) -> None:
        self.said: list[str] = []
        self.result: Any = None
        self.error: Exception | None = None
        self._work = work
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        return not self._thread.is_alive()

    @property
    def is_stopping(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask it to stop; it does so at its next step, or is done before."""
        self._stop.set()

    def _run(self) -> None:
        try:
            self.result = self._work(self.said.append, self._stop.is_set)
        except Exception as error:  # whatever it is, the page that waits must hear of it
            self.error = error
        finally:
            # It holds the file that was sent.
            del self._work


def failure_of(error: Exception) -> str:
    """Why it could not be done, in a sentence."""
    if isinstance(error, OSError) and not isinstance(error, AccessError):
        return f"The disk cannot be used: {error.strerror or error}."
    return str(error)
