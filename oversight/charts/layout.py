"""The one look of all charts: colours by role, type, axes, and how each standing is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

FAMILY = '"Source Sans", sans-serif'
SIZE = 16
# Standings that are drawn filled; whatever is less firm, or rounded, is hollow.
FILLED = frozenset({"reported", "computed"})
DAY = 86_400_000  # milliseconds, the unit of widths on Plotly's date axes


@dataclass(frozen=True)
class Palette:
    """Colours by role. Text colours reach 4.5:1 and lines 3:1 against `page` and `card`."""

    ink: str
    quiet: str
    page: str
    card: str
    grid: str
    rule: str
    series: tuple[str, ...]
    muted: str
    hatch: str
    act: str
    link: str
    # Tiles from few to many, and the colour of the text on each.
    tiles: tuple[str, ...]
    on_tiles: tuple[str, ...]


LIGHT = Palette(
    ink="#14202B",
    quiet="#505A5F",
    page="#FFFFFF",
    card="#F4F6F8",
    grid="#E1E5E9",
    rule="#B8C1C9",
    series=("#12436D", "#28A197", "#801650", "#3D3D3D", "#A285D1"),
    muted="#BFBFBF",
    hatch="#DDE2E6",
    act="#F46A25",
    link="#1D5A96",
    tiles=("#DCE8F3", "#9CC5E8", "#2E79BC", "#12436D"),
    on_tiles=("#14202B", "#14202B", "#FFFFFF", "#FFFFFF"),
)
DARK = Palette(
    ink="#EEF2F5",
    quiet="#B4BEC7",
    page="#10181F",
    card="#19242E",
    grid="#2B3843",
    rule="#4A5A68",
    series=("#8FC1EE", "#4CC2B7", "#E58BBB", "#D6D6D6", "#A285D1"),
    muted="#61707E",
    hatch="#25313B",
    act="#F58B54",
    link="#9CCBF5",
    tiles=("#1F3345", "#2F5F8A", "#6BACE6", "#CFE6FA"),
    on_tiles=("#EEF2F5", "#FFFFFF", "#10181F", "#10181F"),
)


def figure(traces: list[dict], palette: Palette, height: int, **layout) -> dict:
    """A Plotly figure of these traces in the house's look; `layout` adds to it."""
    return {
        "data": traces,
        "layout": {
            # Otherwise every figure carries Streamlit's template, whose colours are placeholders.
            "template": "none",
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FAMILY, "size": SIZE, "color": palette.ink},
            "height": height,
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,
            "bargap": 0.3,
            **layout,
        },
    }


def axis(palette: Palette, **more) -> dict:
    """An axis with quiet ticks and a thin grid; tick fonts do not follow `layout.font`."""
    return {
        "tickfont": {"family": FAMILY, "size": SIZE, "color": palette.quiet},
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "automargin": False,
        # Unseen ticks keep labels off the bars.
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": "rgba(0,0,0,0)",
        **more,
    }


def bare(**more) -> dict:
    """An axis that is not drawn."""
    return {"visible": False, "fixedrange": True, **more}


def words(text: str, palette: Palette, **more) -> dict:
    """A text in the chart, without an arrow."""
    return {
        "text": text,
        "showarrow": False,
        "font": {"family": FAMILY, "size": SIZE, "color": palette.ink},
        **more,
    }


def day(when: date) -> str:
    return when.isoformat()


def apart(wanted: list[float], gap: float, top: float) -> list[float]:
    """Heights near those wanted, in the same order, `gap` apart and none above `top`."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    placed = list(wanted)
    for lower, upper in pairwise(order):
        placed[upper] = max(placed[upper], placed[lower] + gap)
    for upper, room in zip(reversed(order), range(len(order)), strict=True):
        placed[upper] = min(placed[upper], top - room * gap)
    return placed


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, `share` of the way to the other."""
    parts = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)
