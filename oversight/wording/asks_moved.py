"""What changed of asks and promises between two days, in sentences and cells. Texts out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight.asks import OVERDUE, SETTLED, Changed, Held, Move
from oversight.periods import in_words
from oversight.wording.recommendations import later_by, position_cell
from oversight.wording.words import listed, sentence

NONE = "none"


def _kind_of(one: Held) -> str:
    """The kind of ask or promise, as a heading of several."""
    if one.is_of_recommendation:
        return "Asks of the recommendations"
    return "Promises" if one.is_promise else "Unnumbered asks"


def not_before(since: date, on: date) -> str:
    return (
        f"{in_words(since)} is not before the reading date, {in_words(on)}. Choose an earlier day."
    )


def changed_sentence(changes: Sequence[Changed], since: date, on: date) -> str:
    """What changed between two days, by kind of ask."""
    kinds: dict[str, list[Changed]] = {}
    for one in changes:
        kinds.setdefault(_kind_of(one.now), []).append(one)
    counts = {kind: _counts(mine) for kind, mine in kinds.items()}
    said = [
        f"{kind}: {listed(f'{count} {what}' for what, count in mine.items() if count)}."
        for kind, mine in counts.items()
        if any(mine.values())
    ]
    between = f"between {in_words(since)} and {in_words(on)}"
    if not said:
        return f"Nothing changed {between}: no word, no date, no closure, and nothing newly late."
    return " ".join((sentence(f"changed {between}"), *said))


def _counts(changes: Sequence[Changed]) -> dict[str, int]:
    """How much changed; what was closed and is late now is told as reopened, not as newly late."""
    reopened = [
        one for one in changes if one.then.standing.is_closed and not one.now.standing.is_closed
    ]
    reopened_late = sum(one.now.standing.time == OVERDUE for one in reopened)
    return {
        "newly overdue": _became(changes, OVERDUE) - reopened_late,
        "newly closed": _became(changes, SETTLED),
        "reopened": len(reopened) - reopened_late,
        "reopened and overdue": reopened_late,
        "with a new response": sum(one.has_other_response for one in changes),
        "with another date": sum(bool(one.moves) for one in changes),
        "of which something was said": sum(bool(one.said) for one in changes),
    }


def _became(changes: Sequence[Changed], time: str) -> int:
    return sum(one.has_other_time and one.now.standing.time == time for one in changes)


def change_rows(one: Changed) -> list[dict[str, str]]:
    """What changed of one ask, a row each: then and now."""
    before, after = one.then.standing, one.now.standing
    pairs = [
        ("time", position_cell(one.then), position_cell(one.now), one.has_other_time),
        ("response", before.response, after.response, before.response != after.response),
        ("delivery", before.delivery, after.delivery, before.delivery != after.delivery),
        ("Committee’s finding", before.assessment or NONE, after.assessment or NONE,
         before.assessment != after.assessment),
    ]  # fmt: skip
    pairs += [
        ("date", in_words(move.due_before) if move.due_before else NONE,
         f"{in_words(move.due_on)}{_by(move)}: {move.reason or 'no reason given'}", True)
        for move in one.moves
    ]  # fmt: skip
    if one.said:
        last = one.said[-1]
        told = f"{len(one.said)}, the last by {last.author} on {in_words(last.said_on)}"
        pairs.append(("words said", NONE, told, True))
    return [
        {
            "Ask": one.now.id,
            "Kind": one.now.asked.kind,
            "What changed": sentence(what)[:-1],
            "Then": then,
            "Now": now,
        }
        for what, then, now, is_other in pairs
        if is_other
    ]


def _by(move: Move) -> str:
    return "" if move.days is None else f", {later_by(move.days)}"
