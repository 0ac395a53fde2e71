"""The tile map of London: one square an authority, its code and figure in it.

Every square is one bar, because bars can be hatched and shapes cannot. What is withheld is hatched
with a solid edge, what is not available is empty with a dotted edge, a true nought is empty with
a thin edge: they differ in grey print too, and each carries its sign.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from oversight import bounds
from oversight.charts.layout import Palette, bare, figure, words
from oversight.series import Point

ROWS, COLUMNS = 7, 8
SIDE = 0.94
NICE = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True)
class Tile:
    """One authority's square; `point` is None where nobody has said anything of it."""

    name: str
    short: str
    row: int
    column: int
    point: Point | None

    @property
    def sign(self) -> str:
        """What stands in the square: the figure, or the marker of what it lacks."""
        if self.point is None:
            return "[x]"
        if not self.point.is_number:
            return f"[{self.point.marker or 'x'}]"
        return bounds.printed(self.point.figure).replace(" ±", "±")

    @property
    def kind(self) -> str:
        """ "count", "zero", "withheld" or "absent"."""
        if self.point is None or not (self.point.is_number or self.point.standing == "withheld"):
            return "absent"
        if self.point.standing == "withheld":
            return "withheld"
        return "count" if self.point.figure.upper != 0 else "zero"


def shades(counts: Sequence[float]) -> tuple[int, ...]:
    """Where each shade begins, from few to many: 1, 50, 100 and 150.

    The last begins near the count that nine in ten do not exceed, so that one very large authority
    does not make all others pale.
    """
    above = sorted(count for count in counts if count > 0) or [1]
    most = above[math.ceil(len(above) * 0.9) - 1]
    step = min(NICE, key=lambda one: abs(one - most / 3))
    return 1, *(step * n for n in (1, 2, 3) if step * n > 1)


def tiles(
    squares: Sequence[Tile], limits: Sequence[int], palette: Palette, narrow: bool = False
) -> dict:
    """The map, with its key below.

    Args:
        squares: one tile an authority.
        limits: where each shade begins; see `shades`.
        narrow: for a phone: smaller squares and letters.
    """
    entries = _entries(limits, palette)
    a_row = 2 if narrow else 4
    rows_of_key = math.ceil(len(entries) / a_row)
    key_height = 0.64 if narrow else 0.54
    size = 11 if narrow else 18
    annotations = [
        words(
            text,
            palette,
            x=one.column,
            y=one.row,
            yshift=shift * size,
            # Letters on hatching stand on a patch of the page.
            bgcolor=palette.page if one.kind == "withheld" else "rgba(0,0,0,0)",
            borderpad=0,
            font={"size": size, "color": _look(one, limits, palette).ink},
        )
        for one in squares
        for text, shift in ((one.short, 0.5), (f"<b>{one.sign}</b>", -0.5))
    ]
    shapes = [_dotted(one, palette) for one in squares if one.kind == "absent"]
    _key(entries, a_row, key_height, palette, narrow, annotations, shapes)
    height = (38 if narrow else 47) * (ROWS + rows_of_key * key_height + 0.1)
    hatched = [one for one in squares if one.kind == "withheld"]
    others = [one for one in squares if one.kind != "withheld"]
    looks = [_look(one, limits, palette) for one in others]
    return figure(
        [
            _bars(
                others,
                {
                    "color": [look.fill for look in looks],
                    "line": {
                        "color": [look.edge for look in looks],
                        "width": [look.width for look in looks],
                    },
                },
            ),
            # A trace of their own: among many colours Plotly forgets that of the hatching.
            _bars(
                hatched,
                {
                    "color": "rgba(0,0,0,0)",
                    "line": {"color": palette.quiet, "width": 1.5},
                    "pattern": {
                        "shape": "/",
                        "fgcolor": palette.quiet,
                        "size": 7,
                        "solidity": 0.15,
                    },
                },
            ),
        ],
        palette,
        round(height),
        margin={"l": 1, "r": 1, "t": 1, "b": 1},
        barmode="overlay",
        hovermode="closest",
        hoverlabel={
            "bgcolor": palette.card,
            "bordercolor": palette.rule,
            "font": {"size": 16, "color": palette.ink},
        },
        xaxis=bare(range=[0.5, COLUMNS + 0.5]),
        yaxis=bare(range=[ROWS + 0.55 + rows_of_key * key_height, 0.45]),
        annotations=annotations,
        shapes=shapes,
    )


def _bars(squares: Sequence[Tile], marker: dict) -> dict:
    return {
        "type": "bar",
        "x": [one.column for one in squares],
        "base": [one.row - SIDE / 2 for one in squares],
        "y": [SIDE] * len(squares),
        "width": [SIDE] * len(squares),
        "hovertext": [f"{one.name}: {_in_words(one)}" for one in squares],
        "hoverinfo": "text",
        "marker": marker,
    }


@dataclass(frozen=True)
class _Look:
    fill: str
    edge: str
    width: float
    ink: str


def _look(one: Tile, limits: Sequence[int], palette: Palette) -> _Look:
    if one.kind == "withheld":
        return _Look(palette.page, palette.quiet, 1.5, palette.ink)
    if one.kind == "absent":
        # Its dotted edge is a shape: bars have none.
        return _Look(palette.page, palette.page, 0, palette.quiet)
    if one.kind == "zero":
        return _Look(palette.page, palette.rule, 1, palette.ink)
    shade = max(0, sum(limit <= (one.point.figure.middle or 0) for limit in limits) - 1)
    fill = palette.tiles[shade]
    return _Look(fill, fill, 0, palette.on_tiles[shade])


def _in_words(one: Tile) -> str:
    if one.kind == "withheld":
        return "withheld to protect children [c]"
    if one.kind == "absent":
        is_silent = one.point is None or one.point.standing == "not supplied"
        return "not supplied [x]" if is_silent else "not available [x]"
    return one.sign


def _dotted(one: Tile, palette: Palette) -> dict:
    half = SIDE / 2 - 0.02
    return _box(one.column - half, one.row - half, one.column + half, one.row + half,
                {"color": palette.quiet, "width": 2, "dash": "dot"})  # fmt: skip


def _entries(limits: Sequence[int], palette: Palette) -> list[tuple[str, str]]:
    """The words of the key, each with the fill of its swatch; symbols have a name for one."""
    said = []
    for order, limit in enumerate(limits):
        above = limits[order + 1] if order + 1 < len(limits) else None
        text = f"{limit:,} or more" if above is None else f"{limit:,} to {above - 1:,}"
        if above is not None and above - 1 == limit:
            text = f"{limit:,}"
        said.append((text, palette.tiles[order]))
    return [
        *said,
        ("0 none", "zero"),
        ("[c] withheld", "withheld"),
        ("[x] no figure", "absent"),
    ]


def _key(
    entries: Sequence[tuple[str, str]],
    a_row: int,
    key_height: float,
    palette: Palette,
    narrow: bool,
    annotations: list[dict],
    shapes: list[dict],
) -> None:
    pitch = COLUMNS / a_row
    wide, tall = (0.5, 0.34) if narrow else (0.26, 0.34)
    for order, (text, fill) in enumerate(entries):
        x = 0.53 + (order % a_row) * pitch
        y = ROWS + 0.55 + (order // a_row + 0.55) * key_height
        corners = x, y - tall / 2, x + wide, y + tall / 2
        quiet = {"color": palette.quiet, "width": 1.5}
        if fill == "absent":
            shapes.append(_box(*corners, {**quiet, "dash": "dot"}))
        elif fill == "withheld":
            shapes.append(_box(*corners, quiet))
            shapes += [
                {
                    "type": "line",
                    "x0": x + wide * share, "x1": x + wide * (share + 0.25),
                    "y0": corners[3], "y1": corners[1],
                    "line": {"color": palette.quiet, "width": 1},
                }
                for share in (0.0, 0.25, 0.5, 0.75)
            ]  # fmt: skip
        elif fill == "zero":
            shapes.append(_box(*corners, {"color": palette.rule, "width": 1}))
        else:
            shapes.append(_box(*corners, {"color": palette.rule, "width": 1}, fill))
        annotations.append(
            words(text, palette, x=x + wide, xanchor="left", xshift=4, y=y,
                  font={"size": 13 if narrow else 16, "color": palette.ink})
        )  # fmt: skip


def _box(x0: float, y0: float, x1: float, y1: float, line: dict, fill: str = "") -> dict:
    shape = {"type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": line}
    return {**shape, "fillcolor": fill} if fill else shape
