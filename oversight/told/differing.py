"""What is told otherwise of two positions, and which words of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from oversight.told.telling import KINDS, Told

# Words, with the space that follows; a number is one word, with its sign and its marker.
_WORDS = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Difference:
    """One thing that is told otherwise; None where it is not told before, or no more after."""

    kind: str
    page: str
    name: str
    before: str | None
    after: str | None


def differences(before: Iterable[Told], after: Iterable[Told]) -> tuple[Difference, ...]:
    """All that is told otherwise, by kind, as it is told after; then what is told no more."""
    was, now = (
        {(one.kind, one.page, one.name): one.text for one in told} for told in (before, after)
    )
    found = [
        Difference(*key, was.get(key), now.get(key))
        for key in dict.fromkeys((*now, *was))
        if was.get(key) != now.get(key)
    ]
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def words_changed(one: Difference) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts in pieces, each with whether it differs from the other text."""
    before, after = (
        _WORDS.findall(" · ".join((text or "").splitlines())) for text in (one.before, one.after)
    )
    bare = [[word.strip() for word in words] for words in (before, after)]
    pieces: tuple[list, list] = ([], [])
    for what, *spans in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        ends = (spans[:2], spans[2:])
        for told, words, (start, end) in zip(pieces, (before, after), ends, strict=True):
            if start < end:
                told.append(("".join(words[start:end]), what != "equal"))
    return pieces
