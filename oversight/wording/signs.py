"""What the signs of a drawing mean, as far as they stand in it. Values in, texts out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oversight.charts.bands import DOTTED, HOLLOW, RINGED, SOLID, Band
from oversight.charts.posts import Step
from oversight.series import Point, Series
from oversight.wording.protection import ROUNDED
from oversight.wording.words import MARKERS

# Signs of figures that are less firm than reported: dots and bars share them.
SIGNS = {
    "rounded": f"◇ or dotted: {ROUNDED}",
    "provisional": "Ringed: provisional [p]",
    "estimated": "Hollow: estimated [e]",
    "derived": "Hollow: worked out [e]",
    "bounded": "Outlined: a limit",
}
UNFIRM = {"p": "provisional", "e": "estimated"}
BY_LOOK = {
    DOTTED: f"Dotted: {ROUNDED}",
    RINGED: SIGNS["provisional"],
    HOLLOW: SIGNS["estimated"],
}


def signs_of(points: Iterable[Point]) -> str:
    """What the signs mean that these points are drawn with."""
    found = tuple(points)
    return f"{filled(found)} {signs_of_unfirm(found)}".strip()


def filled(points: Iterable[Point]) -> str:
    """What filled means: reported, or worked out from what was."""
    found = tuple(points)
    computed = {point.note for point in found if point.standing == "computed"}
    return _sentences([_filled(any(point.standing == "reported" for point in found), computed)])


def signs_of_unfirm(points: Iterable[Point]) -> str:
    """What the signs mean of those that are less firm than reported; nothing where all are firm."""
    standings = _standings(points)
    return _sentences(text for name, text in SIGNS.items() if name in standings)


def markers_of(points: Iterable[Point | None]) -> str:
    """What the markers mean that stand beside figures whose drawing has no sign for them."""
    markers = dict.fromkeys(point.marker for point in points if point and point.marker)
    return _sentences(f"[{marker}]: {MARKERS[marker]}" for marker in markers)


def dots_of_unfirm(points: Iterable[Point]) -> str:
    """The same of dots alone."""
    standings = _standings(points)
    return _sentences(text for name, text in DOTS.items() if name in SIGNS and name in standings)


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


def signs_of_years(budgeted: Sequence[Point], in_post: Sequence[Point]) -> str:
    """What bars of posts and diamonds of people by year mean."""
    said = [
        "Bars: budgeted posts" if budgeted else "",
        "Diamonds: officers in post on the day they were counted" if in_post else "",
    ]
    return f"{_sentences(said)} {signs_of_unfirm((*budgeted, *in_post))}".strip()


# How a dot of each standing is drawn on a line, firm ones first.
DOTS = {
    "reported": "● reported",
    "computed": "● the sum of what was reported",
    "rounded": f"◇ {ROUNDED}",
    "derived": "○ worked out from a printed percentage [e]",
    "provisional": "◉ provisional [p]",
    "estimated": "□ estimated [e]",
    "bounded": "▲ a limit",
    "withheld": "[c] withheld",
    "not available": "[x] not available",
    "not supplied": "[x] not available",
    "not applicable": "[z] not applicable",
}
JOINED = "A line joins reported{} figures of neighbouring years only"


def signs_of_trend(shown: Iterable[Series]) -> str:
    """What the dots and lines of yearly series mean."""
    standings = _standings(point for one in shown for point in one.points)
    said = dict.fromkeys(text for name, text in DOTS.items() if name in standings)
    joined = JOINED.format(" and rounded" if "rounded" in standings else "")
    joined = f"{joined}, a dotted one provisional ones" if "provisional" in standings else joined
    return f"{' &ensp; '.join(said)}. {joined}.".removeprefix(". ")


def signs_of_quarters(shown: Iterable[Series]) -> str:
    """What the dots on long lines mean, where there are any; a lower limit alone has none."""
    shown = tuple(shown)
    points = (point for one in shown for point in one.known)
    standings = _standings(point for point in points if point.figure.upper is not None)
    drawn = ("rounded", "derived", "provisional", "estimated", "bounded")
    said = [DOTS[name] for name in drawn if name in standings]
    if any(point.standing == "withheld" for one in shown for point in one.points):
        said.append(DOTS["withheld"])
    return _sentences([" &ensp; ".join(said), "A gap stays a gap"])


def signs_of_bands(bands: Sequence[Band]) -> str:
    """What lying bars mean."""
    looks = [band.look for band in bands if band.standing and band.is_single]
    said = ["Filled: counted"] if SOLID in looks else []
    said += [text for look, text in BY_LOOK.items() if look in looks]
    # A dotted bar is so whatever else it is: its marker alone says that it is not firm.
    less = {band.standing for band in bands if band.look == DOTTED}
    said += [f"[{marker}]: {MARKERS[marker]}" for marker in "pe" if UNFIRM[marker] in less]
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


def _standings(points: Iterable[Point]) -> set[str]:
    """The standings of points; a rounded one is that beside what else it is."""
    found = tuple(points)
    rounded = {"rounded"} if any(point.figure.is_rounded for point in found) else set()
    return rounded | {point.standing for point in found}


def _way(note: str) -> str:
    return "worked out from" if note == "worked out" else "the sum of"


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(f"{text}." for text in dict.fromkeys(filter(None, texts)))
