"""One ask over time: its dates on a line, and below it a line a body with every word said."""

from __future__ import annotations

from datetime import date, timedelta

from oversight.asks import COMMITTEE, OVERDUE, Standing
from oversight.charts.layout import Palette, apart, axis, bare, day, figure, words

# Heights in pixels: of a body's line, on a phone with its name above it; of a date's label; and
# below the lowest line.
LANE, TALL_LANE, LABEL, FOOT = 44, 64, 26, 62
# Labels stand left, over or right of their day by the third of the line in which it lies.
THIRDS = ("left", "center", "right")


def history(stands: Standing, published_on: date, palette: Palette, narrow: bool = False) -> dict:
    """The report, the first date, later ones, and each word with its number in the history.

    The stretch past the date is drawn in the colour to act; a word that fades is hollow.
    """
    bodies = list(dict.fromkeys([*stands.owners, *(one.author for one in stands.updates)]))
    bodies = [one for one in bodies if any(said.author == one for said in stands.updates)]
    ends = [stands.on, *(move.due_on for move in stands.moves)]
    if stands.first_due_on:
        ends.append(stands.first_due_on)
    last = max(ends)
    room = max((last - published_on).days, 30)
    shapes = [_level(0, published_on, last, {"color": palette.quiet, "width": 1.5})]
    if stands.time == OVERDUE:
        shapes.append(_level(0, stands.due_on, stands.on, {"color": palette.act, "width": 7}))
    lane = TALL_LANE if narrow else LANE
    foot = -lane * len(bodies)
    shapes.append(_upright(stands.on, foot - 22, 24, palette.ink, 2))
    texts, leaders = _named(stands, palette, published_on, room)
    shapes += leaders
    for row, body in enumerate(bodies, start=1):
        shapes.append(_level(-lane * row, published_on, last, {"color": palette.grid, "width": 1}))
        texts.append(
            words(f"<b>{body}</b>", palette, xref="paper", x=0, xshift=0 if narrow else -110,
                  xanchor="left", y=-lane * row + (16 if narrow else 0),
                  yanchor="bottom" if narrow else "middle")
        )  # fmt: skip
    texts += _ends(stands, published_on, room, foot, palette)
    top = LABEL * (len(stands.moves) + (stands.first_due_on is not None)) + 18
    return figure(
        [
            *_dates(stands, published_on, palette),
            *_words(stands, bodies, (published_on, room), lane, palette),
        ],
        palette,
        top - foot + FOOT,
        margin={"l": 8 if narrow or not bodies else 118, "r": 8, "t": 0, "b": 0},
        xaxis=axis(
            palette,
            visible=False,
            type="date",
            range=[
                day(published_on - timedelta(days=room * 0.03)),
                day(last + timedelta(days=room * 0.03)),
            ],
        ),
        yaxis=bare(range=[foot - FOOT, top]),
        shapes=shapes,
        annotations=texts,
    )


def _dates(stands: Standing, published_on: date, palette: Palette) -> list[dict]:
    """The report as a dot, the first date as a filled diamond, later ones as hollow ones."""
    traces = [_marks([published_on], 0, "circle", 12, palette.ink, palette.page)]
    if stands.first_due_on:
        colour = palette.act if stands.time == OVERDUE else palette.ink
        traces.append(_marks([stands.first_due_on], 0, "diamond", 18, colour, palette.page))
    if stands.moves:
        later = [move.due_on for move in stands.moves]
        traces.append(_marks(later, 0, "diamond", 16, palette.page, palette.ink))
    return traces


def _words(
    stands: Standing, bodies: list[str], span: tuple[date, int], lane: int, palette: Palette
) -> list[dict]:
    """Each word as a disc with its number, on the line of the body that said it.

    Words of a body that came close together stand side by side, none after the reading date: a
    number must not hide another.
    """
    start, room = span
    gap = room * (0.11 if lane == TALL_LANE else 0.033)
    places: dict[int, float] = {}
    for body in bodies:
        mine = [place for place, one in enumerate(stands.updates) if one.author == body]
        wanted = [float((stands.updates[place].said_on - start).days) for place in mine]
        places |= dict(zip(mine, apart(wanted, gap, (stands.on - start).days), strict=True))
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [day(start + timedelta(days=round(places[number - 1])))],
            "y": [-lane * (bodies.index(one.author) + 1)],
            "text": [f"<b>{number}</b>"],
            "textfont": {
                "size": 14, "color": palette.ink if stands.fades(one) else palette.page,
            },
            "marker": {
                "size": 26,
                "color": palette.page if stands.fades(one) else _colour(one.author, palette),
                "line": {"color": _colour(one.author, palette), "width": 2},
            },
            "cliponaxis": False,
        }
        for number, one in enumerate(stands.updates, start=1)
    ]  # fmt: skip


def _colour(body: str, palette: Palette) -> str:
    """The Committee's key and the bodies' differ on the line as they do on their cards."""
    return palette.series[2] if body == COMMITTEE else palette.series[0]


def _named(
    stands: Standing, palette: Palette, start: date, room: int
) -> tuple[list[dict], list[dict]]:
    """Each date above the line, the first one highest, with its days slipped; and its leader."""
    named = [(move.due_on, f"{move.author}{_slip(move.days)}") for move in reversed(stands.moves)]
    if stands.first_due_on:
        named.append((stands.first_due_on, "first date"))
    heights = [14 + LABEL * level for level in range(len(named))]
    texts = [
        _label(f"<b>{_short(when)}</b> {what}", when, height, start, room, palette)
        for height, (when, what) in zip(heights, named, strict=True)
    ]
    leaders = [
        _upright(when, 0, height, palette.rule, 1)
        for height, (when, _) in zip(heights, named, strict=True)
    ]
    return texts, leaders


def _slip(days: int | None) -> str:
    if days is None:
        return ""
    return f", {'−' if days < 0 else '+'}{abs(days):,} day{'' if abs(days) == 1 else 's'}"


def _ends(stands: Standing, start: date, room: int, foot: float, palette: Palette) -> list[dict]:
    """Below the line: the day of the report, and the reading date one line lower."""
    if stands.on == start:
        text = f"<b>{_short(start)}</b> report, and reading date"
        return [_label(text, start, foot - 44, start, room, palette)]
    return [
        _label(f"<b>{_short(start)}</b> report", start, foot - 36, start, room, palette),
        _label(f"<b>{_short(stands.on)}</b> read", stands.on, foot - 60, start, room, palette),
    ]


def _label(text: str, when: date, height: float, start: date, room: int, palette: Palette) -> dict:
    third = min(int(3 * (when - start).days / room), 2)
    return words(
        text, palette, x=day(when), xanchor=THIRDS[third], align=THIRDS[third], y=height,
        yanchor="bottom", borderpad=0, bgcolor=palette.page,
    )  # fmt: skip


def _marks(days: list[date], height: float, symbol: str, size: int, fill: str, edge: str) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [day(one) for one in days],
        "y": [height] * len(days),
        "marker": {"symbol": symbol, "size": size, "color": fill,
                   "line": {"color": edge, "width": 2}},
        "cliponaxis": False,
    }  # fmt: skip


def _level(height: float, start: date, end: date, line: dict) -> dict:
    return {
        "type": "line", "x0": day(start), "x1": day(end), "y0": height, "y1": height,
        "line": line, "layer": "below",
    }  # fmt: skip


def _upright(when: date, low: float, high: float, colour: str, width: float) -> dict:
    return {
        "type": "line", "x0": day(when), "x1": day(when), "y0": low, "y1": high,
        "line": {"color": colour, "width": width}, "layer": "below",
    }  # fmt: skip


def _short(when: date) -> str:
    return f"{when.day} {when:%b} {when.year}"
