"""What a pack is made from: one position with its slides and questions."""

from __future__ import annotations

from dataclasses import dataclass, field

from oversight.questions import Question
from oversight.slides import Item, Position
from oversight.store import Publication


@dataclass(frozen=True, eq=False)
class Made:
    """A meeting made ready: every form of a pack is written from this and nothing else.

    Two are the same only where they are one, which makes it quick to remember by.
    """

    publication: Publication
    position: Position
    items: tuple[Item, ...]
    questions: tuple[Question, ...]
    # All that the rules ask, of which those are chosen.
    asked: tuple[Question, ...] = ()
    # What a screen shows of it, kept as long as it is: every window shows the same.
    screens: dict[object, str] = field(default_factory=dict, repr=False)
