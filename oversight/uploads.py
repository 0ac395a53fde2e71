"""Which sessions may send a file, and how much: the page that draws the box for it says so.

Streamlit takes files from every session, whether or not a page of it has a box for them, and keeps
them in memory. What no page waits for is refused at the gate, before it is read.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

# Somebody who fills in a return may take long; somebody who mends one sends it again and again.
SECONDS = 8 * 3600
MOST_FILES, MOST_BYTES_IN_ALL = 200, 1_000_000_000


@dataclass
class Allowance:
    """What one session may still send, and until when."""

    until: float
    files: int = MOST_FILES
    bytes: int = MOST_BYTES_IN_ALL


_allowed: dict[str, Allowance] = {}
_lock = threading.Lock()


def expect(session: str) -> None:
    """Let this session send files for a while: a page draws a box for one."""
    now = time.monotonic()
    with _lock:
        for gone in [one for one, allowance in _allowed.items() if allowance.until < now]:
            del _allowed[gone]
        _allowed.setdefault(session, Allowance(now)).until = now + SECONDS


def is_expected(session: str, size: int) -> bool:
    """Whether this session may send a file of that many bytes now; then it counts as sent."""
    with _lock:
        allowance = _allowed.get(session)
        if allowance is None or allowance.until < time.monotonic():
            return False
        allowance.files -= 1
        allowance.bytes -= size
        return allowance.files >= 0 and allowance.bytes >= 0
