"""What staff take away: templates of returns, their schema, and notes on a file that was refused.

Everything here is made of values: a kind of return, rows that a publication answered, files.
"""

from __future__ import annotations

from oversight.templates.allowed import allowed
from oversight.templates.filling import QUESTIONS, Row, as_csv, found, marked, rows_of
from oversight.templates.notes import annotated
from oversight.templates.schema import as_json, columns_of, schema
from oversight.templates.workbook import as_xlsx

__all__ = [
    "QUESTIONS",
    "Row",
    "allowed",
    "annotated",
    "as_csv",
    "as_json",
    "as_xlsx",
    "columns_of",
    "found",
    "marked",
    "rows_of",
    "schema",
]
