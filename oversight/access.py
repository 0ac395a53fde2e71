"""Who may do what. Every writing function asks here, with a principal passed in."""

from __future__ import annotations

from dataclasses import dataclass

PUBLISH = "publish"


class AccessError(PermissionError):
    """The principal may not do this; the message says who may."""


@dataclass(frozen=True)
class Principal:
    """Somebody who acts: a name that stands in the journal, and what it may do.

    `body` is the one body for which it may write statuses and actions; None is all of them.
    """

    name: str
    rights: frozenset[str] = frozenset()
    body: str | None = None


def local_user(name: str) -> Principal:
    """Whoever runs commands on this machine: file permissions are what guards the home."""
    return Principal(name, frozenset({PUBLISH}))


def require(principal: Principal, right: str) -> None:
    """Nothing where the principal may; an error otherwise.

    Raises:
        AccessError: the principal lacks the right.
    """
    if right not in principal.rights:
        raise AccessError(f"{principal.name} may not {right}. Ask somebody with that right.")
