"""Which of the questions are put at a meeting: as staff have chosen, then the most pressing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oversight.questions.question import Question
from oversight.returns import DROP, OWN_QUESTION, PIN
from oversight.wording.questions import listing as words

# As many as a meeting can hear and a page can hold.
MOST = 12


def chosen(asked: Sequence[Question], agenda: Sequence) -> tuple[Question, ...]:
    """The questions to put: those pinned or added by staff, in their order, then the rest.

    Args:
        asked: every question, the most pressing first.
        agenda: rows of the running order, with `slide` and `note`. A note on a pinned question
            replaces its wording. What nothing raises any more is passed over.
    """
    raised = {one.key: one for one in asked}
    dropped = {_key(row, DROP) for row in agenda}
    first: dict[str, Question] = {}
    for row in agenda:
        note = (row.note or "").strip()
        if row.slide == OWN_QUESTION and note:
            key = f"own {len(first) + 1}"
            first[key] = _own(key, note)
        elif one := raised.get(_key(row, PIN)):
            first[one.key] = replace(one, text=note) if note else one
    rest = (one for key, one in raised.items() if key not in first)
    return tuple(one for one in (*first.values(), *rest) if one.key not in dropped)[:MOST]


def _key(row, kind: str) -> str | None:
    return row.slide.removeprefix(kind) if row.slide.startswith(kind) else None


def _own(key: str, text: str) -> Question:
    """A question of the meeting's own: no figure, and nobody named but in its words."""
    return Question(key, OWN_QUESTION, text, "", "", "", (), words.ADDED, "", 0)
