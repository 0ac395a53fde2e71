"""Following an ask up: the ladder, what it lacks, its evidence, and what meetings left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oversight.asks.standing import Standing, standings
from oversight.periods import months_after


@dataclass(frozen=True)
class Rung:
    """A step of the ladder where no answer comes: what happens, and when."""

    step: str
    on: date


# The ladder of public inquiries: a letter after six months, another after three more, then the
# silence is made public, then its reasons are asked for.
LADDER = (
    (6, "an answer is due; a letter asks for it"),
    (9, "a second letter"),
    (12, "the silence is made public"),
    (15, "the reasons for it are asked for, in public"),
)


def ladder(published_on: date) -> tuple[Rung, ...]:
    """The steps for an ask of that day to which no answer has come."""
    return tuple(Rung(step, months_after(published_on, months)) for months, step in LADDER)


def rung_reached(published_on: date, on: date) -> Rung | None:
    """The last step that was due by the reading date."""
    reached = [rung for rung in ladder(published_on) if rung.on <= on]
    return reached[-1] if reached else None


@dataclass(frozen=True)
class Kept:
    """How a promise to supply a figure stands on a reading date.

    `figures` have come by then, the first of them on `first_on`, which may be later than the
    reading date and is None where none has come at all; `withheld` counts those held back.
    """

    due_on: date | None
    on: date
    figures: int = 0
    first_on: date | None = None
    withheld: int = 0

    @property
    def is_kept(self) -> bool:
        return self.first_on is not None and self.first_on <= self.on

    @property
    def days(self) -> int | None:
        """Days still to come, below nought where it is late; None where no date was promised."""
        return None if self.due_on is None else (self.due_on - self.on).days

    @property
    def days_late(self) -> int:
        """How late the first figure came."""
        if self.due_on is None or self.first_on is None:
            return 0
        return max(0, (self.first_on - self.due_on).days)


@dataclass(frozen=True)
class Held:
    """An ask or promise as it was made, and where it stands on the reading date.

    `asked` is its row: ask, kind, recommendation, who, owners, theme, summary, due_on, due_basis,
    pages, press_release, indicator, and what has come of that: figures, withheld, first_on.
    """

    asked: object
    standing: Standing

    @property
    def id(self) -> str:
        return self.asked.ask

    @property
    def is_of_recommendation(self) -> bool:
        """Whether it is one of the seventeen asks inside the numbered boxes."""
        return self.asked.recommendation is not None

    @property
    def is_promise(self) -> bool:
        return "promise" in self.asked.kind

    @property
    def how(self) -> str:
        """Whether it was asked or promised."""
        return "promised" if self.is_promise else "asked"

    @property
    def kept(self) -> Kept | None:
        """What has come of the figure it promises; None where it promises none, or is closed."""
        row, stands = self.asked, self.standing
        if row.indicator is None or stands.is_closed:
            return None
        return Kept(stands.due_on, stands.on, row.figures, row.first_on, row.withheld)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What it lacks to be held to: an owner, a date, an interval."""
        found = [] if self.standing.owners else ["no owner"]
        if self.standing.due_on is None:
            recurs = "recurring" in self.asked.due_basis
            found.append("no interval" if recurs else "no date")
        return tuple(found)


def held(asked: Sequence, updates: Sequence, on: date) -> tuple[Held, ...]:
    """Every ask and promise with where it stands, in the order of the rows.

    Args:
        asked: rows of recommendations/asks.
        updates: rows of status updates, in the order in which they were said.
        on: the reading date.
    """
    found = standings(asked, updates, on)
    return tuple(Held(row, found[row.ask]) for row in asked)


@dataclass(frozen=True)
class Evidence:
    """Where something can be read, as far as the row says."""

    title: str
    link: str = ""
    dated: str = ""
    page: str = ""


# A day, month or year in figures, well written or not.
_LIKE_A_DATE = re.compile(
    r"(19|20)[0-9]{2}([-./]?[0-9]{1,2}){0,2}|[0-9]{1,2}([-./])[0-9]{1,2}\3[0-9]{4}"
)


def evidence(text: str) -> Evidence | None:
    """Evidence from its cell: title, link, date and page parted by |.

    Four parts are told by their places, fewer by what they look like.
    """
    title, *others = (part.strip() for part in text.split("|"))
    if not any((title, *others)):
        return None
    if len(others) == 3 and (not others[0] or _is_link(others[0])):
        return Evidence(title, *others)
    link = next(filter(_is_link, others), "")
    dated = next(filter(_LIKE_A_DATE.fullmatch, others), "")
    page = ", ".join(part for part in others if part not in ("", link, dated))
    return Evidence(title, link, dated, page)


def _is_link(part: str) -> bool:
    return part.lower().startswith(("https://", "http://"))


def evidence_cell(title: str, link: str, dated: str, page: str) -> str:
    """The four as one cell of a return; a | inside one, as in a page's title, becomes a dash."""
    parts = [re.sub(r"\s*\|\s*", " – ", part).strip() for part in (title, link, dated, page)]
    return " | ".join(parts).rstrip(" |") if any(parts) else ""


def question_of(met_on: date | str, question: str, asked_of: str) -> tuple[date | str, str, str]:
    """What makes it the same question: the same meeting, words and body, whatever its capitals."""
    return met_on, " ".join(question.casefold().split()), asked_of


def last_words(actions: Sequence, on: date) -> tuple:
    """The last row on each question put by the reading date, in the order of the questions."""
    last: dict[tuple, object] = {}
    for row in actions:
        if row.met_on <= on:
            last[question_of(row.met_on, row.question, row.asked_of)] = row
    return tuple(last.values())


def is_open(action) -> bool:
    """Whether a question still waits for its answer, or a promise to be kept."""
    return action.outcome in ("asked", "promised")


def open_actions(actions: Sequence, on: date) -> tuple:
    """Questions asked or promised by the reading date that nobody has settled since.

    Each question of a meeting counts once, with the last word on it.
    """
    return tuple(row for row in last_words(actions, on) if is_open(row))
