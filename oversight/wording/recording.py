"""Words of the form for staff: its boxes, what is to be mended, what will stand, what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from oversight.asks import Move, Standing
from oversight.periods import DAY, in_words
from oversight.wording.bodies import the
from oversight.wording.words import listed, many, plain, sentence

# What a column of a return is called on the page.
LABELS = {
    "ask": "Ask or promise",
    "status_date": "Day it was said",
    "response": "Response",
    "delivery": "Delivery",
    "evidence": "Evidence",
    "revised_due_date": "Later date",
    "reason": "Reason",
    "author": "Said by",
    "meeting_date": "Day of the meeting",
    "question": "Question",
    "about": "About",
    "asked_of": "Asked of",
    "outcome": "What came of it",
    "answer": "Answer",
    "promised_by": "Promised by",
    "due_date": "Promised for",
    "position": "Place",
    "slide": "Slide or question",
    "minutes": "Minutes",
    "note": "Note or wording",
    "name": "Your name",
}
NAMELESS = "Nothing is written. It stands in the journal, beside what you publish."


def to_mend(count: int) -> str:
    return f"Nothing was published. {many(count, 'thing')} to mend:"


def mended_at(column: str | None, message: str, row: str = "") -> str:
    """A finding of a form: at which box, of which row of several, and how to mend it."""
    if not column:
        return plain(message)
    where = f"{LABELS[column]} of {plain(row)}" if row else LABELS[column]
    return f"**{where}:** {plain(message)}"


def as_kept(entries: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Rows as they will be kept, what is blank left out: one box by box, several side by side."""
    filled = [name for name in entries[0] if any(entry[name] for entry in entries)]
    if len(entries) == 1:
        return [
            {"Box": LABELS[name], "As it will be kept": plain(_cell(entries[0][name]))}
            for name in filled
        ]
    return [{LABELS[name]: plain(_cell(entry[name])) for name in filled} for entry in entries]


def return_note(kind: str, entries: Sequence[Mapping[str, str]]) -> str:
    """What a return is, for readers: short, and of what it is about."""
    if kind == "status":
        about = sorted({entry["ask"] for entry in entries})
        return f"Status of {_in_short(about)}"
    days = [_cell(day) for day in sorted({entry["meeting_date"] for entry in entries})]
    if kind == "running_order":
        return f"Running order of the meeting of {_in_short(days)}"
    return f"{many(len(entries), 'question')} of the meeting of {_in_short(days)}"


def will_stand(before: Standing, after: Standing) -> list[str]:
    """What an ask will read with a new word on it, against what it reads now."""
    said = []
    for name, was, becomes in (
        ("Response", before.response, after.response),
        ("Delivery", before.delivery, after.delivery),
        ("The Committee's assessment", before.assessment, after.assessment),
        ("Time", before.time, after.time),
    ):
        if was != becomes:
            said.append(f"{name}: {becomes}, so far {was or 'none'}.")
    for name, words, together in (
        ("response", (before.responses, after.responses), (before.response, after.response)),
        ("delivery", (before.claims, after.claims), (before.claimed, after.claimed)),
    ):
        if words[0] != words[1] and together[0] == together[1]:
            why = "until all who were asked have spoken" if after.owners else "on another's word"
            said.append(f"Its {name} stays “{together[1]}” {why}.")
    if after.waits_for and after.waits_for != before.waits_for:
        said.append(f"To close it, {listed(map(the, after.waits_for))} must say so too.")
    for move in after.moves[len(before.moves) :]:
        said.append(_moved(move))
        if after.first_due_on:
            said.append(f"The first date, {in_words(after.first_due_on)}, stays beside it.")
        if after.due_on != move.due_on:
            said.append(f"It is held to {in_words(after.due_on)} until the Committee moves it.")
    return said or ["It will read as it does now; the row joins its history."]


def joins_the_log(again: int, new: int) -> str:
    """What becomes of the questions of a return in the log of meetings."""
    said = []
    if new:
        said.append(f"{many(new, 'question')} new to the log.")
    if again:
        said.append(
            f"{many(again, 'question')} of the log {'get' if again > 1 else 'gets'} a new last"
            " word; what was said before stays under “Every word”."
        )
    return " ".join(said)


def receipt(number: int, at: str, by: str, digest: str, what: str) -> str:
    """The receipt of a publication."""
    on = in_words(datetime.fromisoformat(at).date())
    return sentence(
        f"{what} published as publication {number} on {on} by {plain(by)}."
        f" Content digest {digest[:12]}… The page now reads this publication"
    )


def _cell(cell: str) -> str:
    """Days in words, everything else as it is written."""
    return in_words(date.fromisoformat(cell)) if DAY.fullmatch(cell) else cell


def _moved(move: Move) -> str:
    if move.days is None:
        return f"It gets its first date, {in_words(move.due_on)}."
    where = "later" if move.days > 0 else "nearer"
    return f"The date moves {many(abs(move.days), 'day')} {where}, to {in_words(move.due_on)}."


def _in_short(names: Sequence[str]) -> str:
    return listed(names) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} more"
