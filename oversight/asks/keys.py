"""The two keys of an ask with their last words: the bodies' own, and the Committee's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oversight.asks.standing import CLAIMED, CLOSED, COMMITTEE, Standing, Update


@dataclass(frozen=True)
class Key:
    """The last words of one body on an ask; None where it has said nothing of the kind."""

    body: str
    delivery: Update | None
    response: Update | None
    later: Update | None
    is_turned: bool

    @property
    def is_silent(self) -> bool:
        """Whether it has neither answered nor said what it has done."""
        return self.delivery is None and self.response is None


def keys_of(stands: Standing) -> tuple[Key, ...]:
    """The keys of the bodies that were asked; where none was, of those that took it on."""
    bodies = stands.owners or dict.fromkeys(
        one.author for one in stands.updates if one.author != COMMITTEE
    )
    return tuple(_key(stands, body, (CLAIMED, CLOSED)) for body in bodies)


def committees_key(stands: Standing) -> Key:
    """What the Committee finds; it turns when the Committee closes."""
    return _key(stands, COMMITTEE, (CLOSED,))


def owing(stands: Standing) -> tuple[str, ...]:
    """Who owes the next word: nobody where it is closed or kept, or where nobody was asked."""
    if stands.is_closed or stands.is_kept:
        return ()
    return stands.waits_for or tuple(key.body for key in keys_of(stands) if not key.is_turned)


def is_unanswered(stands: Standing) -> bool:
    """Whether some body that was asked has neither answered nor said what it has done."""
    if stands.is_closed or stands.is_kept:
        return False
    keys = keys_of(stands)
    return not keys or any(key.is_silent for key in keys)


def _key(stands: Standing, body: str, turns: tuple[str, ...]) -> Key:
    mine = [one for one in stands.updates if one.author == body]
    delivery = _last(one for one in mine if one.delivery)
    return Key(
        body,
        delivery,
        _last(one for one in mine if one.response not in ("", "no response")),
        _last(one for one in mine if one.revised_due_on),
        delivery is not None and delivery.delivery.startswith(turns),
    )


def _last(words: Iterable[Update]) -> Update | None:
    return next(reversed([*words]), None)
