"""Rooms: where a meeting's screens stand, kept by the server so that a second window can follow.

A room is a code that two windows share. It holds a place in a running order and whether the screen
is blank; nothing of it is a figure, and it is gone when the server ends.
"""

from __future__ import annotations

import re
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass

# Without letters and digits that are taken for one another when somebody reads a code aloud.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE = re.compile(f"[{LETTERS}]{{6}}")
# The one that was longest not turned to goes first; whoever asks for rooms without end gains none.
MOST_ROOMS = 200


@dataclass(frozen=True)
class Standing:
    """Where a room's screens stand: the slide's place from 1, and whether nothing is shown."""

    slide: int = 1
    is_blank: bool = False


_rooms: OrderedDict[str, Standing] = OrderedDict()
_turning = threading.Lock()


def new_code() -> str:
    """A code for a room, which nobody guesses by chance."""
    return "".join(secrets.choice(LETTERS) for _ in range(6))


def is_code(text: str) -> bool:
    """Whether a text can be the code of a room."""
    return CODE.fullmatch(text) is not None


def standing(code: str) -> Standing | None:
    """Where the room's screens stand; None where nobody has turned to it yet."""
    return _rooms.get(code)


def joined(code: str, slide: int) -> Standing:
    """Where the room stands; who comes first brings it to the slide they are at."""
    with _turning:
        return _rooms.get(code) or _turned(code, Standing(slide))


def turn(code: str, slide: int, is_blank: bool = False) -> Standing:
    """Turn every screen of a room to a slide."""
    with _turning:
        return _turned(code, Standing(slide, is_blank))


def _turned(code: str, stands: Standing) -> Standing:
    # Set in one step: whoever looks meanwhile sees the room where it was or where it is.
    _rooms[code] = stands
    _rooms.move_to_end(code)
    while len(_rooms) > MOST_ROOMS:
        _rooms.popitem(last=False)
    return stands
