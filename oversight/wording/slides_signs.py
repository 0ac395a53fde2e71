"""What the signs of a slide's drawing mean, as far as they stand in it. Values in, texts out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oversight.charts.bands import HOLLOW, RINGED, SOLID, Band
from oversight.charts.posts import Step
from oversight.series import Point

# Signs of figures that are less firm than reported.
SIGNS = {
    "provisional": "Ringed: provisional [p]",
    "estimated": "Hollow: estimated [e]",
    "derived": "Hollow: worked out [e]",
    "bounded": "Outlined: a limit",
}
BY_LOOK = {RINGED: SIGNS["provisional"], HOLLOW: SIGNS["estimated"]}


def signs_of(points: Iterable[Point]) -> str:
    """What the signs mean that these points are drawn with."""
    found = tuple(points)
    standings = {point.standing for point in found}
    computed = {point.note for point in found if point.standing == "computed"}
    said = [_filled("reported" in standings, computed)]
    return _sentences([*said, *(text for name, text in SIGNS.items() if name in standings)])


def signs_of_steps(steps: Sequence[Step]) -> str:
    """What the bars of the way from posts to people mean."""
    solid = {step.standing for step in steps if step.look == SOLID}
    exact = {step.look for step in steps if step.figure.is_exact}
    limits = [step for step in steps if not step.figure.is_exact]
    hatched = [step for step in limits if step.sign != "=" and not step.figure.lower]
    outlined = "outlined" if any(step.sign != "=" and step.figure.lower for step in limits) else ""
    fading = "fading" if any(step.sign == "=" for step in limits) else ""
    bars = " or ".join(filter(None, (outlined, fading)))
    is_unknown = any(step.figure.upper is None for step in hatched)
    return _sentences(
        [
            _filled("reported" in solid, {"worked out"} if "computed" in solid else ()),
            *(text for look, text in BY_LOOK.items() if look in exact),
            f"{bars.capitalize()}: a limit" if bars else "",
            f"Hatched: {'not stated' if is_unknown else 'an upper limit alone'}" if hatched else "",
        ]
    )


def signs_of_bands(bands: Sequence[Band], counted: str) -> str:
    """What lying bars mean; `counted` says of those that are counts how they were counted."""
    looks = [band.look for band in bands if band.standing and band.is_single]
    said = []
    if SOLID in looks:
        said.append(f"Filled: {counted}")
    if RINGED in looks:
        said.append(BY_LOOK[RINGED] if SOLID in looks else f"Ringed: {counted}, provisional [p]")
    if HOLLOW in looks:
        said.append(BY_LOOK[HOLLOW])
    return _sentences([*said, "Pale: a band, no count" if any(map(is_band, bands)) else ""])


def is_band(band: Band) -> bool:
    """Whether it is drawn between limits and is no single number."""
    has_limit = bool(band.figure.lower) or band.figure.upper is not None
    return has_limit and not band.is_single


def _filled(has_reported: bool, notes: Iterable[str]) -> str:
    """What filled means; `notes` say how those were worked out that nobody reported."""
    ways = " or ".join(sorted({_way(note) for note in notes}))
    if has_reported:
        return f"Filled: reported, or {ways} what was" if ways else "Filled: reported"
    return f"Filled: {ways} what was reported" if ways else ""


def _way(note: str) -> str:
    return "worked out from" if note == "worked out" else "the sum of"


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(f"{text}." for text in dict.fromkeys(filter(None, texts)))
