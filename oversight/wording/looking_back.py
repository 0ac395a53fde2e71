"""That a reader sees an earlier position and not the present one; the same words wherever it is."""

from __future__ import annotations

from datetime import date

from oversight.periods import in_words


def looking_back(number: int, published_on: date, on: date, current: int) -> str:
    """What stands over all that is read of an earlier position; blank over the present one.

    Args:
        number: the publication that is read.
        published_on: when it was made.
        on: the reading date.
        current: the publication that readers see who choose none.
    """
    said = []
    if number != current:
        said.append(
            f"You are reading publication {number} of {in_words(published_on)};"
            " newer figures exist."
        )
    if on != published_on:
        said.append(f"Deadlines are counted to {in_words(on)}.")
    return " ".join(said)
