"""One ask over time in rows and sentences: dates, line, ladder. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight import asks
from oversight.asks import Held, Move, Rung, Standing, Update
from oversight.periods import in_words
from oversight.wording.ask import evidence_link, evidence_text
from oversight.wording.bodies import does, the
from oversight.wording.words import listed, many, plain, sentence

NONE = "–"


def slipped(move: Move) -> str:
    """By how many days a date moved."""
    if move.days is None:
        return "no date before"
    if move.days == 0:
        return "the same date"
    if move.days < 0:
        return f"brought forward by {many(-move.days, 'day')}"
    return f"+{many(move.days, 'day')}"


def date_rows(one: Held, reported_on: date) -> list[dict[str, str]]:
    """The first date and every later one, in the order in which they were said."""
    stands = one.standing
    basis = one.asked.due_basis
    first = {
        "Date": in_words(stands.first_due_on) if stands.first_due_on else "none set",
        "Which": "first date",
        "By": "the report",
        "Said on": in_words(reported_on),
        "Slipped": NONE,
        "Why": NONE if basis in ("", "none") else basis,
    }
    later = [
        {
            "Date": in_words(move.due_on),
            "Which": "later date",
            "By": move.author,
            "Said on": in_words(move.said_on),
            "Slipped": slipped(move),
            "Why": move.reason or NONE,
        }
        for move in stands.moves
    ]
    return [first, *later]


def slipped_sentence(stands: Standing) -> str:
    """By how much the last date said lies after the first, and which date it is held to."""
    if stands.slipped is None:
        return ""
    days = stands.slipped
    how = f"{many(abs(days), 'day')} {'after' if days >= 0 else 'before'}"
    last = stands.moves[-1]
    if stands.is_closed:
        who, held = f"{the(last.author)} named", "was held"
    else:
        who, held = does(last.author, "names").strip(), "is held"
    named = sentence(f"{who} {in_words(last.due_on)}, {how} the first date")
    return f"**{named}** It {held} to {in_words(stands.due_on)}."


def word_of(one: Update) -> str:
    """A word as it was said: response, delivery, later date."""
    later = f"names {in_words(one.revised_due_on)}" if one.revised_due_on else ""
    return ", ".join(filter(None, (one.response, delivery_of(one), later)))


def delivery_of(one: Update) -> str:
    """Delivery as it was said; a body alone closes nothing, and that is said with it."""
    reads = asks.read_as(one)
    return one.delivery if reads == one.delivery else f"{one.delivery} (reads as {reads})"


def history_rows(stands: Standing) -> list[dict[str, str]]:
    """Every word by the reading date, oldest first, each with its publication."""
    return [
        {
            "No.": f"{number}",
            "Day": in_words(one.said_on),
            "Who": one.author,
            "Response": one.response or NONE,
            "Delivery": delivery_of(one) or NONE,
            "Later date": in_words(one.revised_due_on) if one.revised_due_on else NONE,
            "Reason": one.reason or NONE,
            "Evidence": evidence_text(asks.evidence(one.evidence)),
            "In publication": f"{one.publication}",
        }
        for number, one in enumerate(stands.updates, start=1)
    ]


def history_cells(stands: Standing) -> list[dict[str, str]]:
    """The same for the page, where evidence is a link and what was sent does nothing else."""
    return [
        {
            **row,
            "Reason": plain(row["Reason"]),
            "Evidence": evidence_link(asks.evidence(one.evidence)),
        }
        for row, one in zip(history_rows(stands), stands.updates, strict=True)
    ]


def line_rows(one: Held, reported_on: date) -> list[dict[str, str]]:
    """Everything that stands on the line of dates, by day."""
    stands = one.standing
    found = [(reported_on, 0, "", "report", "published")]
    if stands.first_due_on:
        found.append((stands.first_due_on, 1, "", "report", "first date"))
    for move in stands.moves:
        found.append((move.due_on, 2, "", move.author, f"later date, {slipped(move)}"))
    for number, said in enumerate(stands.updates, start=1):
        found.append((said.said_on, 3, f"{number}", said.author, word_of(said)))
    found.append((stands.on, 4, "", "", _read(stands)))
    return [
        {"Day": in_words(when), "No.": number or NONE, "Who": who or NONE, "What": what}
        for when, _, number, who, what in sorted(found)
    ]


def line_words(rows: Sequence[dict[str, str]]) -> str:
    """The line of dates in words."""
    told = [
        f"{row['Day']}: "
        + ", ".join(
            part
            for part in (row["No."] != NONE and f"word {row['No.']}", row["Who"], row["What"])
            if part and part != NONE
        )
        for row in rows
    ]
    return sentence("; ".join(told))


def line_legend(stands: Standing) -> str:
    """What the marks on the line are."""
    parts = ["● report", "◆ first date"] if stands.first_due_on else ["● report"]
    if stands.moves:
        parts.append("◇ later date")
    if stands.updates:
        parts.append("a number: a word said, as numbered under “Every word on it”")
    if any(stands.fades(one) for one in stands.updates):
        parts.append("hollow: older than a quarter")
    if stands.time == asks.OVERDUE:
        parts.append("thick: past its date")
    return " &ensp; ".join(parts)


def line_sources(one: Held) -> tuple[str, ...]:
    """The report, and the publications that brought what was said."""
    brought = dict.fromkeys(said.publication for said in one.standing.updates)
    returns = [f"status returns of publication {number}" for number in brought]
    return (*(f"report p. {page}" for page in one.asked.pages.split(", ")), *returns)


def ladder_reached(stands: Standing, reached: Rung | None, reported_on: date) -> str:
    """Who is silent, since when, and which step that has come to."""
    keys = asks.keys_of(stands)
    silent = [the(key.body) for key in keys if key.is_silent]
    who = listed(silent) if silent else "anybody"
    days = (stands.on - reported_on).days
    since = f"{many(days, 'day')} since" if days else "on the day of"
    said = f"No answer from {who} is recorded, {since} the report."
    if reached is None:
        return f"{said} No step is due yet."
    return f"{said} **Step reached: {reached.step}** ({in_words(reached.on)})."


def _read(stands: Standing) -> str:
    """The reading date and what it comes to."""
    days = stands.days
    if days is None or stands.time in (asks.SETTLED, asks.KEPT):
        return "reading date"
    if days < 0:
        return f"reading date, {many(-days, 'day')} overdue"
    return f"reading date, {many(days, 'day')} left"
