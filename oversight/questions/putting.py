"""What every rule needs: how a question is put, and where it leads. Values in, values out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlencode

from oversight.framework import Entry
from oversight.questions.question import Question


def put(
    key: str, text: str, why_now: str, *, figure: str, address: str, whom: Iterable[str], about: str
) -> Question:
    """A question as its rule puts it; the registry adds the rule's name and weight."""
    page = address.partition("?")[0]
    return Question(key, "", text, figure, page, address, tuple(whom), why_now, about, 0)


def at(page: str, **choices: str) -> str:
    """A page with its choices, as the address writes them."""
    return f"{page}?{urlencode(choices)}" if choices else page


def owing_most(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The body that owes most of these figures."""
    owed = Counter(owner for entry in entries for owner in entry.about.owner)
    return tuple(owner for owner, _ in owed.most_common(1))


# Letters alone: with figures among them one key in fifty reads like a postcode or a case number,
# which no return may hold.
_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def key_of_words(kind: str, asked: tuple[date, str, str]) -> str:
    """A key for what is known by its meeting, words and body alone."""
    met_on, words, body = asked
    digest = hashlib.sha256(f"{words}|{body}".encode()).hexdigest()[:6].translate(_LETTERS)
    return f"{kind} {met_on:%Y%m%d} {digest}"
