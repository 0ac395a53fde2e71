"""Bodies as a sentence names them, with the verb that follows. Values in, texts out."""

from __future__ import annotations

from oversight import asks
from oversight.asks import Held
from oversight.wording.words import listed

# Bodies that are named without an article, and those that are many.
_BARE = {"MOPAC", "ForwardUK"}
_SEVERAL = {"Boroughs": "the boroughs", "Local safeguarding boards": "the local boards"}
_OF_SEVERAL = {"says": "say", "claims": "claim", "accepts": "accept", "does": "do", "has": "have",
               "names": "name"}  # fmt: skip


def the(body: str) -> str:
    """A body as a sentence names it."""
    return body if body in _BARE else _SEVERAL.get(body, f"the {body}")


def does(body: str, words: str) -> str:
    """A body and what it does, the verb first, as in "the Met says nothing"."""
    verb, _, rest = words.partition(" ")
    if body in _SEVERAL:
        verb = _OF_SEVERAL[verb]
    return f"{the(body)} {verb} {rest}"


def waits_for(one: Held) -> str:
    """Who must answer, in the words of every list and slide."""
    if one.standing.is_closed or one.standing.is_kept:
        return "Nobody"
    return listed(asks.answering(one.standing)) or "Nobody named"


def waits_for_cell(one: Held) -> str:
    """Who must answer, and whom the report asked where that is another."""
    waiting, owners = waits_for(one), listed(one.standing.owners)
    if waiting == owners:
        return waiting
    if owners:
        return f"{waiting} (owner: {owners})"
    if waiting != "Nobody named":
        return f"{waiting} (no owner)"
    is_named = one.asked.who not in ("nobody named", "not stated")
    return f"{waiting} (asked of {one.asked.who})" if is_named else waiting
