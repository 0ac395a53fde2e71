"""Bodies as a sentence names them, with the verb that follows. Values in, texts out."""

from __future__ import annotations

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
