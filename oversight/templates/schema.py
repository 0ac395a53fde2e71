"""The schema of a kind of return: as rows for a page, and as JSON for machines (Table Schema)."""

from __future__ import annotations

import json

from oversight.reference import Files
from oversight.returns import Kind
from oversight.templates.allowed import allowed

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
PERIOD = (
    "^(?:(?:19|20)[0-9]{2}(?:-[0-9]{2})?(?: Q[1-4])?|year to (?:19|20)[0-9]{2}-[0-9]{2}"
    "|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})$"
)
PART = "[a-z ]+=[^=;]+"
PATTERNS = {
    "period": PERIOD,
    "breakdown": f"^(?:{PART}(?:;{PART})*)?$",
    "position": "^[1-9][0-9]?$",
    "minutes": "^(?:[1-9]|[1-9][0-9]|1[0-9]{2}|2[0-3][0-9]|240)?$",
    "value": r"^(?:(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?)?$",
}
DAYS = ("status_date", "revised_due_date", "meeting_date", "due_date")
# What several may be joined of, or may be called otherwise, has examples and no closed list.
OPEN = ("breakdown", "geography", "slide")
KEYS = {
    "observations": ["indicator", "period", "geography", "breakdown"],
    "status": ["ask", "status_date", "author"],
    "action": ["meeting_date", "question", "asked_of"],
    "running_order": ["meeting_date", "position"],
}


def columns_of(kind: Kind) -> list[dict[str, str]]:
    """The columns of a kind, one a row, as a page or a sheet shows them."""
    return [
        {
            "Column": column.name,
            "Needed": "yes" if column.needed else "no",
            "What it holds": column.meaning,
            "Allowed words": ", ".join(column.words) or "see its meaning",
            "Example": column.example or "blank",
        }
        for column in kind.columns
    ]


def schema(kind: Kind, files: Files) -> dict:
    """The schema of a kind of return, after Frictionless Table Schema."""
    words = allowed(kind, files)
    return {
        "$schema": PROFILE,
        "name": f"{kind.name}_return",
        "title": kind.title,
        "description": kind.purpose,
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "fields": [_field(kind, column.name, words) for column in kind.columns],
        "fieldsMatch": "equal",
        "missingValues": [""],
        "primaryKey": KEYS[kind.name],
        "examples": [{column.name: column.example for column in kind.columns}],
    }


def as_json(kind: Kind, files: Files) -> bytes:
    """The schema as a file."""
    return (json.dumps(schema(kind, files), indent=2, ensure_ascii=False) + "\n").encode()


def _field(kind: Kind, name: str, words: dict[str, list[tuple[str, str]]]) -> dict:
    column = kind.column(name)
    constraints: dict = {"required": column.needed}
    listed = [{"value": word, "label": meaning} for word, meaning in words.get(name, ())]
    if listed and name not in OPEN:
        constraints["enum"] = [one["value"] for one in listed]
    if name in PATTERNS:
        constraints["pattern"] = PATTERNS[name]
    field = {
        "name": name,
        "type": "date" if name in DAYS else "string",
        "description": column.meaning,
        "example": column.example,
        "constraints": constraints,
    }
    return field | ({"categories": listed} if listed else {})
