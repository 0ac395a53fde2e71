"""What became of asks and promises between two reading dates. Values in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight.asks.following import Held
from oversight.asks.said import Move, Update


@dataclass(frozen=True)
class Changed:
    """One ask on two days, and what was said of it in between."""

    then: Held
    now: Held
    said: tuple[Update, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        """Later dates said in between."""
        return self.now.standing.moves[len(self.then.standing.moves) :]

    @property
    def has_other_time(self) -> bool:
        return self.then.standing.time != self.now.standing.time

    @property
    def has_other_response(self) -> bool:
        return self.then.standing.response != self.now.standing.response


def changed(then: Sequence[Held], now: Sequence[Held]) -> tuple[Changed, ...]:
    """Those that stand elsewhere, or of which something was said in between."""
    pairs = (
        Changed(before, after, after.standing.updates[len(before.standing.updates) :])
        for before, after in zip(then, now, strict=True)
    )
    return tuple(one for one in pairs if one.said or one.has_other_time)
