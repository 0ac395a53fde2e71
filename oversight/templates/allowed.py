"""What may stand in a column: each word or id with its meaning, looked up where the checks do."""

from __future__ import annotations

from oversight import breakdowns, definitions
from oversight.periods import TAKEN_BY_CLOCK
from oversight.reference import Files, Reference, table
from oversight.returns import DROP, OBSERVATIONS, OWN_QUESTION, PIN, RUNNING_ORDER, Kind
from oversight.screening.values import BESIDE, INSTEAD

Words = list[tuple[str, str]]


def allowed(kind: Kind, files: Files) -> dict[str, Words]:
    """By column, all that may be written and what it means; columns of free text are left out."""
    found: dict[str, Words] = {
        column.name: [(word, column.meaning) for word in column.words]
        for column in kind.columns
        if column.words
    }
    if kind.name == OBSERVATIONS:
        return found | _of_figures(files)
    if kind.name == RUNNING_ORDER:
        return found | {"slide": _of_slides(files)}
    reference = Reference(files)
    bodies = [(row["body"], row["name"]) for row in table(files, "data/reference/bodies.csv")]
    asks = [(row["ask"], row["summary"]) for row in table(files, "data/report/asks.csv")]
    asks += [
        (row["id"], row["summary"])
        for row in table(files, "data/report/other_asks_and_promises.csv")
    ]
    claims = [
        (row["claim"], row["measure"])
        for row in table(files, "data/report/claims.csv")
        if row["claim"] in reference.claims
    ]
    indicators = [(one.name, one.title) for one in definitions.load(files).values()]
    listed = {
        "ask": asks,
        "about": [*asks, *indicators, *claims],
        "asked_of": bodies,
        "promised_by": bodies,
        "author": bodies,
    }
    return found | {name: words for name, words in listed.items() if name in kind.header}


def _of_slides(files: Files) -> Words:
    """Standard slides, indicators, and how questions are put first, left out and added."""
    # Imported here: slides come with their charts, and other templates are made without them.
    from oversight.slides import NAMES

    return [
        *((name, "A standard slide") for name in NAMES),
        *((one.name, f"A slide of it: {one.title}") for one in definitions.load(files).values()),
        (f"{PIN}KEY", "Put the question of this key first; the note is its wording, if any"),
        (f"{DROP}KEY", "Leave out the question of this key"),
        (OWN_QUESTION, "Ask what stands in the note"),
    ]


def _of_figures(files: Files) -> dict[str, Words]:
    """Indicators that a return may bring, places, breakdowns and markers."""
    indicators = [
        (one.name, f"{one.title}, counted in {one.unit}; clock: {one.clock}")
        for one in definitions.load(files).values()
        if one.clock in TAKEN_BY_CLOCK
    ]
    places = [
        (row["name"], f"{row['code']}, {row['level']}")
        for row in table(files, "data/reference/areas.csv")
    ]
    parts = [
        (f"{one.name}={word}", one.meaning)
        for one in breakdowns.load(files).values()
        for word in (*(("0-15", "16-17", "18+", "under 1") if one.ages else ()), *one.words)
    ]
    markers = [
        *((code, f"{word}; in place of a value") for code, word in INSTEAD.items()),
        *((code, f"{word}; beside a value") for code, word in BESIDE.items()),
    ]
    return {"indicator": indicators, "geography": places, "breakdown": parts, "marker": markers}
