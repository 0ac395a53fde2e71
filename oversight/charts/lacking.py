"""What a drawing writes in the place of a figure that is not there."""

from __future__ import annotations

from oversight.series import NUMBERS

WITHHELD, LOST = "withheld [c]", "not available [x]"
WORDS = {
    "withheld": WITHHELD,
    "not applicable": "not applicable [z]",
    "not available": LOST,
    "not supplied": "not supplied [x]",
}
LACKING = frozenset(WORDS.values())


def in_place_of(standing: str) -> str:
    """The words for a figure of a standing that is no number; blank for any other."""
    return "" if not standing or standing in NUMBERS else WORDS[standing]
