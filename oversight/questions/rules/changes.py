"""Questions from figures that moved, up or down: what lies behind them, in neutral words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight import themes
from oversight.bounds import Bounds
from oversight.questions.putting import at, put
from oversight.questions.question import Question
from oversight.questions.rules.signals import is_asked_by_chance
from oversight.series import Change
from oversight.slides import Position
from oversight.wording.questions import changes as words

# A change of this many per cent is asked about.
LARGE = 10


def allegations_that_moved(position: Position) -> Iterator[Question]:
    """Rape and sexual assault together rose or fell since the year before that is known."""
    for change in position.allegations.changes[:1]:
        if _has_direction(change.per_cent):
            yield put(
                "allegations_that_moved",
                words.which_explanation(change),
                words.cannot_tell_apart(position.tested[themes.BOTH]),
                figure=words.changed(change),
                address=at("allegations", baseline=change.base.period),
                whom=position.entry(themes.BOTH).about.owner,
                about=themes.BOTH,
            )


def figures_that_moved(position: Position) -> Iterator[Question]:
    """Each other indicator of which a return brought a figure far from the one before."""
    for entry in position.entries:
        if entry.name in themes.ALLEGATIONS or entry.about.theme == "context" or entry.unit:
            continue
        changes = [line.change for line in entry.lines if len(entry.lines) == 1]
        for change in [one for one in changes if _is_news(one, position.on)]:
            if is_asked_by_chance(position, entry, change):
                continue
            yield put(
                f"changed {entry.name}",
                words.what_lies_behind(entry, change),
                words.BROUGHT_BY_A_RETURN,
                figure=words.changed(change),
                address=at("framework", indicator=entry.name),
                whom=entry.about.owner,
                about=entry.name,
            )


def _is_news(change: Change | None, on: date) -> bool:
    """Whether a return brought the newer figure, of days before, and it is far from the older."""
    if change is None or change.point.feed == 0 or change.point.ends_on > on:
        return False
    return _least(change.per_cent) >= LARGE


def _has_direction(change: Bounds) -> bool:
    """Whether it rose or fell for certain, by a per cent at least as people round."""
    return _least(change) >= 0.5


def _least(change: Bounds) -> float:
    """The least size of a change, nought where it may be none."""
    lower = change.lower if change.lower is not None else float("-inf")
    upper = change.upper if change.upper is not None else float("inf")
    return max(lower, -upper, 0)
