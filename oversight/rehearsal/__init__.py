"""Rehearsing a return: what publishing it would change, before anything is changed.

One build serves the checks and the rehearsal; nothing of it is stored or remembered.
"""

from oversight.rehearsal.cells import Cell, Cells, Figure
from oversight.rehearsal.rehearsing import Rehearsal, Rehearsed, rehearse, rehearse_held
from oversight.rehearsal.since import Since, since

__all__ = [
    "Cell",
    "Cells",
    "Figure",
    "Rehearsal",
    "Rehearsed",
    "Since",
    "rehearse",
    "rehearse_held",
    "since",
]
