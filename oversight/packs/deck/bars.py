"""Steps, bands and shares as lying bars, one row upon the other, the lowest not drawn."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import bounds
from oversight.charts.bands import DOTTED, HOLLOW, RINGED, SOLID
from oversight.packs.deck.plot import (
    ESTIMATED,
    FIRM,
    LIMIT,
    PROVISIONAL,
    REST,
    ROUNDED,
    UNSEEN,
    Plot,
    Row,
)
from oversight.slides import Bands, Shares, Steps
from oversight.wording import protection

DASHED = "Dashed edge"
# What is not firm is one number all the same: filled and edged otherwise than a limit.
CHEQUERED = f"Chequered: {protection.ROUNDED}"
NOT_FIRM = {RINGED: "Striped: provisional [p]", HOLLOW: "Outlined: estimated or worked out [e]"}
# Standings of a figure that was said or limited: no count, firm or not.
SAID = ("", "bounded")


def _bars(categories: Sequence[str], rows: Sequence[tuple[str, str, Sequence]], key: str) -> Plot:
    """Lying bars, one row upon the other; a row without a figure is left out, the base never."""
    kept = [
        Row(name, tuple(values), look)
        for name, look, values in rows
        if look == UNSEEN or any(value is not None for value in values)
    ]
    return Plot(tuple(categories), tuple(kept), key=key)


def _key(*signs: tuple[str, Sequence]) -> str:
    """What the signs mean that are drawn."""
    return " ".join(f"{text}." for text, values in signs if any(v is not None for v in values))


def _why_none(lacking: Sequence[str | None]) -> list[tuple[str, Sequence]]:
    """Why a category has no bar, a sign each: what is withheld is not merely missing."""
    return [
        (f"No bar: {why}", [word == why or None for word in lacking])
        for why in dict.fromkeys(filter(None, lacking))
    ]


def _nobody(rows: Sequence[Sequence]) -> list[bool | None]:
    """The places where no row has a figure."""
    return [
        True if all(value is None for value in values) else None
        for values in zip(*rows, strict=True)
    ]


def steps(drawing: Steps) -> Plot:
    base: list[float] = []
    firm: list[float | None] = []
    ringed: list[float | None] = []
    hollow: list[float | None] = []
    limit: list[float | None] = []
    left = 0.0
    for step in drawing.steps:
        known, start, size = step.figure, left, step.figure.lower
        if step.sign == bounds.MINUS:
            # No bar begins below nought: nobody can be less than away.
            start = left = max(left - (size or 0), 0.0)
        elif step.sign == "+":
            left += size or 0
        else:
            start, size = 0.0, known.upper if known.upper is not None else known.lower
            left = size or 0.0
        size = size if size or known.is_exact else None
        base.append(start)
        firm.append(size if step.look == SOLID else None)
        ringed.append(size if step.look == RINGED else None)
        hollow.append(size if known.is_exact and step.look == HOLLOW else None)
        limit.append(None if known.is_exact else size)
    return _bars(
        [f"{step.label}: {f'{step.sign} {step.text}'.strip()}" for step in drawing.steps],
        [
            ("Where the bar begins (not drawn)", UNSEEN, base),
            ("Stated", FIRM, firm),
            ("Provisional", PROVISIONAL, ringed),
            ("Estimated or worked out", ESTIMATED, hollow),
            ("A limit or rounded, not a count", LIMIT, limit),
        ],
        _key(
            ("Solid: stated", firm),
            (NOT_FIRM[RINGED], ringed),
            (NOT_FIRM[HOLLOW], hollow),
            (f"{DASHED}: a limit or rounded, not a count", limit),
            ("No bar: nobody has said", _nobody([firm, ringed, hollow, limit])),
        ),
    )


def bands(drawing: Bands) -> Plot:
    base: list[float] = []
    counted: list[float | None] = []
    ringed: list[float | None] = []
    hollow: list[float | None] = []
    rounded: list[float | None] = []
    said: list[float | None] = []
    band: list[float | None] = []
    least: list[float | None] = []
    lacking: list[str | None] = []
    for row in drawing.rows:
        low, high = row.figure.lower, row.figure.upper
        lacking.append(row.lacks or None)
        is_one, is_said = row.is_single, row.look == HOLLOW and row.standing in SAID
        if row.lacks:
            # Limits that were worked out for it are no figure.
            low = high = None
        base.append(0.0 if is_one or high is None else low or 0.0)
        counted.append(low if is_one and row.look == SOLID else None)
        ringed.append(low if is_one and row.look == RINGED else None)
        hollow.append(low if is_one and row.look == HOLLOW and not is_said else None)
        rounded.append(row.figure.middle if is_one and row.look == DOTTED else None)
        said.append(low if is_one and is_said else None)
        band.append(None if is_one or high is None else high - (low or 0))
        least.append(low if high is None and low else None)
    return _bars(
        [f"{row.label}: {row.lacks or row.text}" for row in drawing.rows],
        [
            ("Lower limit (not drawn)", UNSEEN, base),
            ("Counted", FIRM, counted),
            ("Provisional", PROVISIONAL, ringed),
            ("Estimated or worked out", ESTIMATED, hollow),
            ("Rounded to protect people", ROUNDED, rounded),
            ("Stated, not counted", LIMIT, said),
            ("From the lower to the upper limit", LIMIT, band),
            ("At least", REST, least),
        ],
        _key(
            ("Solid: counted", counted),
            (NOT_FIRM[RINGED], ringed),
            (NOT_FIRM[HOLLOW], hollow),
            (CHEQUERED, rounded),
            (f"{DASHED}: stated, not counted", said),
            (f"{DASHED}: between limits, no count", band),
            ("Pale: at least", least),
            *_why_none(lacking),
            (
                "No bar: nobody has said",
                _nobody([counted, ringed, hollow, rounded, said, band, least, lacking]),
            ),
        ),
    )


def shares(drawing: Shares) -> Plot:
    return _bars(
        [f"{label}: {count:,} of {whole:,}" for label, count, whole in drawing.rows],
        [
            ("So many", FIRM, [count for _, count, _ in drawing.rows]),
            ("The rest", REST, [whole - count for _, count, whole in drawing.rows]),
        ],
        "Solid: so many. Dashed edge: the rest.",
    )
