"""Why a figure or a series is not put to a test; wording has a sentence for each reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Why(Enum):
    """What stands against a test."""

    NO_FIGURE = auto()
    ONE_FIGURE = auto()
    BROKEN = auto()
    STATE = auto()
    SHARE = auto()
    SPOKEN = auto()
    LIMIT = auto()
    PARTS = auto()
    NOUGHT = auto()
    ONE_OFF = auto()
    RUNNING = auto()
    OVERLAPPING = auto()
    ADDED_STATES = auto()
    SMALL = auto()
    ROUNDED = auto()
    DRIFTING = auto()
    FEW = auto()
    FEW_PLACES = auto()


@dataclass(frozen=True)
class Refusal:
    """That no test is made, and why.

    `points` is how many figures could have been used, `needed` how many more there must be.
    """

    why: Why
    points: int = 0
    needed: int = 0
