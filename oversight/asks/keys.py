"""The two keys of an ask with their last words: the bodies' own, and the Committee's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oversight.asks.said import COMMITTEE, RESPONSES, Update, is_claim, read_as
from oversight.asks.standing import Standing


@dataclass(frozen=True)
class Key:
    """The last words of one body on an ask; None where it has said nothing of the kind."""

    body: str
    delivery: Update | None
    response: Update | None
    later: Update | None
    is_turned: bool

    @property
    def claim(self) -> str:
        """What its word on delivery reads as; blank where it has said none."""
        return read_as(self.delivery) if self.delivery else ""

    @property
    def is_silent(self) -> bool:
        """Whether it has neither answered nor said what it has done."""
        return self.delivery is None and self.response is None


def keys_of(stands: Standing) -> tuple[Key, ...]:
    """The keys of the bodies that were asked; where none was, of those that took it on."""
    bodies = stands.owners or dict.fromkeys(
        one.author for one in stands.updates if one.author != COMMITTEE
    )
    return tuple(_key(stands, body, is_claim(stands.claims.get(body, ""))) for body in bodies)


def committees_key(stands: Standing) -> Key:
    """What the Committee finds; it turns when the Committee closes."""
    return _key(stands, COMMITTEE, stands.is_assessed_closed)


def owing(stands: Standing) -> tuple[str, ...]:
    """Who owes the next word: nobody where it is closed or kept, or where nobody was asked."""
    if stands.is_closed or stands.is_kept:
        return ()
    return stands.waits_for or stands.owners or _takers(stands)


def answering(stands: Standing) -> tuple[str, ...]:
    """Whom a question about it goes to, and every list names: who owes it, else who was asked."""
    return owing(stands) or stands.owners


def _takers(stands: Standing) -> tuple[str, ...]:
    """The bodies that took on what nobody was asked to do."""
    return tuple(
        key.body for key in keys_of(stands)
        if key.claim == "in progress"
        or (key.response is not None and key.response.response.startswith("accepted"))
    )  # fmt: skip


def is_unanswered(stands: Standing) -> bool:
    """Whether some body that was asked has neither answered nor said what it has done."""
    if stands.is_closed or stands.is_kept:
        return False
    silent = [key.is_silent for key in keys_of(stands)]
    return any(silent) if stands.owners else all(silent)


def _key(stands: Standing, body: str, is_turned: bool) -> Key:
    mine = [one for one in stands.updates if one.author == body]
    response = _last(one for one in mine if one.response)
    return Key(
        body,
        _last(one for one in mine if one.delivery),
        # A response that was taken back is none.
        response if response and response.response != RESPONSES[0] else None,
        _last(one for one in mine if one.revised_due_on),
        is_turned,
    )


def _last(words: Iterable[Update]) -> Update | None:
    return next(reversed([*words]), None)
