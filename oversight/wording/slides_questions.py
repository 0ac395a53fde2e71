"""What the slide on questions says of them: who wrote which. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from oversight.wording.words import CUT, listed, many

BY_RULES = "from what is known, owed and late; the most pressing first"


def questions_measure(
    written: Sequence[int], reworded: Sequence[int], pinned: Sequence[int], count: int
) -> str:
    """Who wrote which question, by their numbers; those that remain of `count` follow by rules.

    Args:
        written: questions of the meeting's own.
        reworded: those that rules ask, in words of staff.
        pinned: those that rules ask, put first by staff.
    """
    of_staff = {"Written": written, "Reworded": reworded, "Put first": pinned}
    by_rules = count - sum(map(len, of_staff.values()))
    if by_rules == count:
        return f"By rules {BY_RULES}."
    if len(written) == count:
        return "Written by staff."
    said = [f"{how} by staff: {numbered(mine)}." for how, mine in of_staff.items() if mine]
    if by_rules:
        said.append(f"The others by rules {BY_RULES}.")
    return " ".join(said)


def not_put(count: int, put: int) -> str:
    """How many of those that staff wrote find no place, and where they stand; perhaps nothing."""
    if not count:
        return ""
    return (
        f"{many(count, 'more question')} of staff not put, for want of room among {put}: see the"
        " running order that was sent."
    )


def more(shown: int, count: int, page: str) -> str:
    """How many questions are not shown, by their numbers, and where they stand."""
    return f"and {count - shown} more, {numbered(range(shown + 1, count + 1))}, on the {page} page"


def in_full(page: str) -> str:
    """Where texts stand whole that end in an ellipsis."""
    return f"In full on the {page} page: what ends in{CUT}"


def numbered(numbers: Sequence[int]) -> str:
    """Numbers in a row, neighbours together: "1 to 3 and 7"."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ]
    return listed(
        said
        for run in runs
        for said in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    )
