"""Screening: is a return readable, shaped right, and does it say things that can be true?

Checks run in stages. Everything wrong in a stage is told at once; then screening stops, since a
later stage could not be trusted. A finding says the line as a spreadsheet shows it, the column,
what was written and what to write instead.
"""

from oversight.screening.checks import screen
from oversight.screening.reader import COLUMNS, MOST_BYTES, Figure, Finding, Screened

__all__ = ["COLUMNS", "MOST_BYTES", "Figure", "Finding", "Screened", "screen"]
