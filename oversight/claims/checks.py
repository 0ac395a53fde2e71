"""What a check says: the claims it bears on, the sum in words, and its verdict."""

from __future__ import annotations

from dataclasses import dataclass

AGREES = "agrees"
ROUNDS = "rounds to"
CANNOT = "cannot be checked"
CONFLICTS = "conflicts"

# The gravest first: a claim's verdict is the first of these that any of its checks reached.
VERDICTS = (CONFLICTS, ROUNDS, AGREES, CANNOT)


@dataclass(frozen=True)
class Check:
    """One sum or comparison.

    `sum` shows it in words, `note` says what follows or what is lacking. A sum that is shown but
    reaches no verdict, such as a base worked out from a percentage, "cannot be checked". `name` is
    the name of the rule that made it.
    """

    claims: tuple[str, ...]
    sum: str
    verdict: str
    note: str = ""
    name: str = ""

    @property
    def is_recomputed(self) -> bool:
        return self.verdict != CANNOT


def agreed(holds: bool) -> str:
    """The verdict of a comparison that either holds or does not."""
    return AGREES if holds else CONFLICTS
