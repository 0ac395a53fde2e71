"""Oversight of how the Met safeguards children, as a dashboard and a command line."""

from pathlib import Path

VERSION = "0.7.0"
# The checkout: queries, definitions and pages are read from here.
ROOT = Path(__file__).resolve().parent.parent
