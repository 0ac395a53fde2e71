"""A disk that fails, or a process that is killed, at one disk-changing call."""

from __future__ import annotations

import errno
import os
import signal
from pathlib import Path

from tests.crashing.calls import Call, Watcher

KINDS = (
    "kill",
    "full disk",  # from that call on, whatever takes room fails
    "input/output error",  # that call alone fails
    "failed fsync",  # from that call on, every fsync fails
    "disk gone",  # from that call on, every call fails
)
TAKES_ROOM = {"create", "write", "mkdir", "rename", "sync"}


def reaches(kind: str, call: str) -> bool:
    """Whether this kind of fault can befall that very call."""
    what = call.split()[0]
    if kind == "full disk":
        return what in TAKES_ROOM
    return kind != "failed fsync" or what == "sync"


_open = open  # as it was before calls are watched


class Failing(Watcher):
    """Fails at the `at`-th call, counted from 1."""

    def __init__(self, folder: Path, kind: str, at: int) -> None:
        assert kind in KINDS
        self._folder, self._kind, self._at, self._seen = folder, kind, at, 0

    def before(self, call: Call) -> None:
        self._seen += 1
        if self._seen < self._at:
            return
        if self._kind == "kill":
            self._half(call)
            os.kill(os.getpid(), signal.SIGKILL)
        elif self._fails(call):
            self._half(call)
            full = self._kind == "full disk"
            number = errno.ENOSPC if full else errno.EIO
            # A failed write or fsync names no file, as the system's own does not.
            named = () if call.what in ("write", "sync") else (str(self._folder / call.path),)
            raise OSError(number, os.strerror(number), *named)

    def _fails(self, call: Call) -> bool:
        return {
            "full disk": call.what in TAKES_ROOM,
            "input/output error": self._seen == self._at,
            "failed fsync": call.what == "sync",
            "disk gone": True,
        }[self._kind]

    def _half(self, call: Call) -> None:
        """What fails while it is written is written half."""
        if call.what == "write":
            with _open(self._folder / call.path, "r+b") as file:
                file.seek(call.offset)
                file.write(call.content[: len(call.content) // 2])
