"""The checks of a running order: what one meeting is shown and asked, in its order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from oversight.definitions import Indicator
from oversight.periods import in_words
from oversight.returns import (
    ABOUT_QUESTIONS,
    DROP,
    MOST_MINUTES,
    MOST_POSITIONS,
    OWN_QUESTION,
    PIN,
    Kind,
)
from oversight.screening import cells as cell
from oversight.screening.finding import Finding
from oversight.screening.meant import did_you_mean, shown

# ASCII digits only; 01 may be a 10 that was typed the wrong way round.
WHOLE = re.compile("[1-9][0-9]{0,2}")
# A rule that asks, and what it asks about: whether such a question exists changes with the day.
KEY = re.compile("[A-Za-z][A-Za-z0-9_]*(?: [A-Za-z0-9_]+)*")


def running_order_of(
    rows: Sequence[tuple[int, tuple[str, ...]]],
    kind: Kind,
    indicators: Mapping[str, Indicator],
    was_accepted: bool,
) -> cell.Entries:
    """Each row as understood, or everything that is wrong with them.

    Args:
        was_accepted: a publication rests on it; a standard slide that is made no more is passed
            over by whoever shows it, and must not make the return unreadable.
    """
    seen = _Seen(None if was_accepted else _slides(indicators), _meeting(kind, rows))
    outcome = cell.entries_of(rows, kind, partial(_wrong, kind, seen), _shown_twice, _key_of)
    if outcome.findings or not all(
        entry["slide"].startswith(ABOUT_QUESTIONS) for entry in outcome.entries
    ):
        return outcome
    message = "These rows are about questions alone. Add a row with a slide to show."
    alone = Finding("orders_show_a_slide", message, rows[0][0], "slide", rows[0][1])
    return cell.Entries((), [alone], 1, len(rows), alone.stage)


@dataclass
class _Seen:
    """The slides there are, where that matters, the meeting, and positions that are taken."""

    slides: Collection[str] | None
    met_on: date | None
    positions: dict[str, int] = field(default_factory=dict)


def _meeting(kind: Kind, rows: Sequence[tuple[int, tuple[str, ...]]]) -> date | None:
    """The day that most rows name: where they name several, the few are taken for the slip."""
    place = kind.header.index("meeting_date")
    days = (cell.day(cells[place], line, "meeting_date") for line, cells in rows)
    found = Counter(day for day in days if isinstance(day, date)).most_common(1)
    return found[0][0] if found else None


def _slides(indicators: Mapping[str, Indicator]) -> Collection[str]:
    # Imported here: slides come with their charts, and other returns are screened without them.
    from oversight.slides import NAMES

    return {*NAMES, *indicators, OWN_QUESTION}


def _key_of(cells: Mapping[str, str]) -> tuple[str, ...]:
    """A slide by its name; a question by its key, whether it is asked first or left out."""
    slide = cells["slide"]
    if slide == OWN_QUESTION:
        return ("",)
    return (slide.replace(DROP, PIN, 1) if slide.startswith(DROP) else slide,)


def _shown_twice(line: int, earlier: int, cells: Mapping[str, str]) -> Finding:
    message = f"'{shown(cells['slide'])}' stands in line {earlier} already. Leave one of the two."
    if cells["slide"].startswith(ABOUT_QUESTIONS):
        message = f"This question stands in line {earlier} already. Leave one of the two."
    return Finding("slides_stand_once", message, line, "slide")


def _wrong(kind: Kind, seen: _Seen, line: int, cells: dict[str, str]) -> Iterator[Finding]:
    """What is wrong with one row. The slide's cell loses spaces that say nothing."""
    yield from cell.wrong_cells(kind, line, cells)
    yield from _of_the_meeting(seen, line, cells["meeting_date"])
    yield from _in_its_place(seen, line, cells["position"])
    cells["slide"] = slide = " ".join(cells["slide"].split())
    if slide:
        yield from _of_what_is_shown(seen, line, slide)
    minutes = cells["minutes"]
    if minutes and not (WHOLE.fullmatch(minutes) and int(minutes) <= MOST_MINUTES):
        message = (
            f"'{shown(minutes)}' is no number of minutes. Write a whole number from 1 to"
            f" {MOST_MINUTES}, or leave it blank."
        )
        yield Finding("minutes_are_possible", message, line, "minutes")
    if slide == OWN_QUESTION and not cells["note"]:
        message = "Write the question, in a sentence."
        yield Finding("own_questions_are_written", message, line, "note")


def _of_the_meeting(seen: _Seen, line: int, written: str) -> Iterator[Finding]:
    if not written:
        return
    found = cell.day(written, line, "meeting_date")
    if isinstance(found, Finding):
        yield found
    elif found != seen.met_on:
        message = (
            f"This row is of the meeting of {in_words(found)}, others are of that of"
            f" {in_words(seen.met_on)}. Send each meeting as a file of its own."
        )
        yield Finding("meetings_are_one", message, line, "meeting_date")


def _in_its_place(seen: _Seen, line: int, position: str) -> Iterator[Finding]:
    if not position:
        return
    if not (WHOLE.fullmatch(position) and int(position) <= MOST_POSITIONS):
        message = (
            f"'{shown(position)}' is no position. Write a whole number from 1 to {MOST_POSITIONS}."
        )
        yield Finding("positions_are_possible", message, line, "position")
        return
    earlier = seen.positions.setdefault(position, line)
    if earlier != line:
        message = f"Position {position} stands in line {earlier} already. Write another."
        yield Finding("positions_stand_once", message, line, "position")


def _of_what_is_shown(seen: _Seen, line: int, slide: str) -> Iterator[Finding]:
    for verb in (PIN, DROP):
        if slide.startswith(verb) or slide == verb.strip():
            key = slide.removeprefix(verb.strip()).strip()
            if not KEY.fullmatch(key):
                message = (
                    f"'{shown(slide)}' names no question. Write {verb}and its key, such as"
                    f" {verb}posts_are_not_people; a key has letters, digits, _ and spaces."
                )
                yield Finding("slides_are_known", message, line, "slide")
            return
    if seen.slides is not None and slide not in seen.slides:
        message = (
            f"'{shown(slide)}' is no standard slide, no indicator and no question. Write one of"
            " them."
        )
        hint = partial(did_you_mean, slide, seen.slides)
        yield Finding("slides_are_known", message, line, "slide", hint=hint)
