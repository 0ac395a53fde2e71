"""What was probably meant by a word that is not known, said as a question and never taken."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from difflib import get_close_matches

# Cyrillic and Greek letters, and the Latin ones for which they are taken.
LOOK_ALIKES = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u03b1\u03bf\u03c1\u03c5",
    "abekmhopctyxiaopu",
)
# As much of a cell as a sentence can hold.
MOST_SHOWN = 80


def did_you_mean(written: str, known: Collection[str]) -> str:
    """What was probably meant, and which letter only looks like the right one."""
    folded = {_folded(one): one for one in sorted(known)}
    close = get_close_matches(_folded(written[:MOST_SHOWN]), folded, n=1, cutoff=0.65)
    hint = f" Did you mean {folded[close[0]]}?" if close else ""
    foreign = next((letter for letter in written if letter.isalnum() and not letter.isascii()), "")
    if foreign:
        hint += f" '{foreign}' (U+{ord(foreign):04X}) only looks like a plain letter; type it anew."
    return hint


def shown(text: str) -> str:
    """What was written, in one line and as far as a sentence can hold it."""
    text = " ".join(text.splitlines())
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _folded(text: str) -> str:
    """Without spaces, capitals, wide forms and letters that only look Latin."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(LOOK_ALIKES)
    return "".join(plain.split())
