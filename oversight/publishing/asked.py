"""Redactions that somebody has asked for, on the shelf until a second person carries them out.

What is laid down names the figure and never tells its number.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from oversight.home import Home, HomeError
from oversight.publishing import keeping, shelf
from oversight.publishing.shelf import NotWaiting


class UnknownCell(ValueError):
    """No figure is named like this; the message says what to write."""


class NotRedactable(ValueError):
    """A figure or its redaction that cannot be; the message says why, and tells no number."""


@dataclass(frozen=True)
class Asked:
    """A redaction that waits: which figures of which publication, as written and in words."""

    number: int
    publication: int
    cells: tuple[str, ...]
    named: tuple[str, ...]
    reason: str
    at: str
    by: str


def items(where: Home) -> tuple[Asked, ...]:
    """Every redaction that waits, in the order in which they were asked for.

    Raises:
        HomeError: what is written of one cannot be read.
    """
    return tuple(filter(None, map(_read, sorted(where.pending.glob(shelf.REDACTIONS)))))


def waits(where: Home, number: int) -> bool:
    """Whether a redaction waits under that number."""
    return _path(where, number).exists()


def item(where: Home, number: int) -> Asked:
    """One redaction that waits.

    Raises:
        NotWaiting: there is none of that number.
    """
    if (asked := _read(_path(where, number))) is None:
        raise NotWaiting(f"No redaction waits under number {number}. Nothing was done.")
    return asked


def lay_down(where: Home, asked: Asked) -> None:
    """Write down what is asked for."""
    said = json.dumps(asdict(asked), ensure_ascii=False, indent=1) + "\n"
    keeping.replace_with(_path(where, asked.number), said.encode(), shelf.FOR_US_ALONE)


def take_away(where: Home, asked: Asked, what: str, by: str) -> None:
    """Write down what became of a redaction, then take it from the shelf."""
    shelf.write_down(where, asked.number, what, by, publication=asked.publication)
    _path(where, asked.number).unlink(missing_ok=True)
    keeping.sync(where.pending)


def _path(where: Home, number: int) -> Path:
    return where.pending / f"redaction-{number:06d}.json"


def _read(path: Path) -> Asked | None:
    """What is written of a redaction; nothing where there is none."""
    try:
        said = json.loads(path.read_bytes())
        return Asked(**{**said, "cells": tuple(said["cells"]), "named": tuple(said["named"])})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise HomeError(f"{path} cannot be read. Put back a copy of it.") from error
