"""How many of a whole that nobody has named, and other small pictures of the partners page."""

from __future__ import annotations

from datetime import timedelta

from oversight.bounds import Bounds
from oversight.charts.dots import marks_of
from oversight.charts.layout import Palette, axis, bare, day, figure, words
from oversight.charts.lines import marked
from oversight.charts.pictures import svg, svg_words
from oversight.series import Series

COLUMNS = 11
GAP = 0.86
# More dots than these are named at the ends alone.
MOST_NAMED = 8
# As wide as a card of four is inside, so that the words of a picture are not made smaller.
WIDTH = 258


def out_of(count: Bounds, whole: int, palette: Palette) -> dict:
    """One square for each of the whole: filled those counted, dashed those of which nobody said."""
    filled = min(int(count.lower or 0), whole)
    colour = palette.series[0]
    places = [(n % COLUMNS, n // COLUMNS) for n in range(whole)]
    rows = -(-whole // COLUMNS)
    bars = {
        "type": "bar",
        "x": [column for column, _ in places[:filled]],
        "base": [row - GAP / 2 for _, row in places[:filled]],
        "y": [GAP] * filled,
        "width": [GAP] * filled,
        "marker": {"color": colour, "line": {"color": colour, "width": 1}},
    }
    half = GAP / 2 - 0.02
    shapes = [
        {
            "type": "rect",
            "x0": column - half, "x1": column + half, "y0": row - half, "y1": row + half,
            "line": {"color": palette.quiet, "width": 2, "dash": "dash"},
        }
        for column, row in places[filled:]
    ]  # fmt: skip
    return figure(
        [bars],
        palette,
        36 * rows + 8,
        margin={"l": 1, "r": 1, "t": 4, "b": 4},
        xaxis=bare(range=[-0.5, COLUMNS - 0.5], constrain="domain", constraintoward="left"),
        # Squares at any width, hung from the top left.
        yaxis=bare(
            range=[rows - 0.5, -0.5], scaleanchor="x", constrain="domain", constraintoward="top"
        ),
        shapes=shapes,
    )


def states(one: Series, palette: Palette, unit: str = "") -> dict:
    """What was known on each day or in each period, as dots: states are never joined.

    The first and the last are named below; the table names all.
    """
    height = 220
    known = one.known
    if not known:
        return figure([], palette, height)
    colour = palette.series[0]
    sizes = [point.figure.middle or 0 for point in known]
    start, end = known[0].middle_on, known[-1].middle_on
    around = max((end - start) / 8, timedelta(days=30))
    ends = {known[0]: "left", known[-1]: "right"}
    annotations = [
        words(
            f"<b>{marked(point, unit)}</b>",
            palette,
            x=day(point.middle_on),
            y=size,
            yshift=20,
            font={"size": 17, "color": palette.ink},
        )
        for point, size in zip(known, sizes, strict=True)
        if point in ends or len(known) <= MOST_NAMED
    ]
    annotations += [
        words(
            point.period,
            palette,
            x=day(point.middle_on),
            xanchor=anchor if len(ends) > 1 else "center",
            # A name hangs a little to the outside of its dot, so that two fit on a phone.
            xshift=-20 if anchor == "left" else 20,
            y=0,
            yshift=-16,
            font={"size": 16, "color": palette.quiet},
        )
        for point, anchor in ends.items()
    ]
    return figure(
        [
            {
                "type": "scatter",
                "mode": "markers",
                "x": [day(point.middle_on) for point in known],
                "y": sizes,
                "marker": marks_of(known, colour, palette, 14),
                "cliponaxis": False,
            }
        ],
        palette,
        height,
        margin={"l": 56, "r": 10, "t": 16, "b": 30},
        xaxis=bare(type="date", range=[day(start - around), day(end + around)]),
        yaxis=axis(
            palette, range=[0, max([*sizes, 1]) * 1.3], tickformat=",d", ticksuffix=unit, nticks=4
        ),
        annotations=annotations,
    )


def out_of_picture(count: Bounds, whole: int, palette: Palette) -> str:
    """The same, small."""
    columns = -(-whole // 2)
    pitch = min(WIDTH / max(columns, 1), 22)
    colour = palette.series[0]
    known = f'fill="{colour}" stroke="{colour}"'
    open_ = f'fill="none" stroke="{palette.quiet}" stroke-dasharray="3 3"'
    parts = [
        f'<rect x="{(n % columns) * pitch + 1:.1f}" y="{4 + (n // columns) * 20}"'
        f' width="{pitch - 3.5:.1f}" height="15" stroke-width="1.5"'
        f" {known if n < (count.lower or 0) else open_}/>"
        for n in range(whole)
    ]
    return svg("".join(parts), WIDTH)


def few_for_many(few: Bounds, many: Bounds, palette: Palette) -> str:
    """A filled dot for each of the few, above an empty square for each of the many."""
    dots, squares = int(few.lower or 0), int(many.lower or 0)
    pitch = WIDTH / max(squares, 1)
    parts = [
        f'<circle cx="{8 + n * 20}" cy="10" r="7" fill="{palette.series[0]}"/>'
        for n in range(min(dots, WIDTH // 20))
    ]
    parts += [
        f'<rect x="{n * pitch + 1:.1f}" y="25" width="{pitch - 2.5:.1f}" height="16" fill="none"'
        f' stroke="{palette.quiet}" stroke-width="1.5"/>'
        for n in range(squares)
    ]
    return svg("".join(parts), WIDTH)


def sides(agreeing: int, questioning: int, palette: Palette) -> str:
    """Two halves of one size: a mark for each statement on either side."""
    half = WIDTH / 2
    parts = [f'<line x1="{half}" y1="2" x2="{half}" y2="44" stroke="{palette.rule}"/>']
    for left, word, many in ((0, "supports", agreeing), (half + 14, "questions", questioning)):
        parts.append(svg_words(left, 16, f"{word}: {many}", palette))
        parts += [
            f'<rect x="{left + n * 20 + 1:.0f}" y="25" width="15" height="15"'
            f' fill="{palette.series[0]}"/>'
            for n in range(min(many, 6))
        ]
    return svg("".join(parts), WIDTH)
