"""Small pictures for the overview's cards, as SVG: one glance each, nothing a card's words lack."""

from __future__ import annotations

from html import escape

from oversight import bounds
from oversight.bounds import Bounds
from oversight.charts.layout import FAMILY, FILLED, Palette
from oversight.series import Series, neighbours

WIDTH, HEIGHT = 360, 46
DASHED = ' stroke-dasharray="5 4"'


def dots(one: Series, palette: Palette, *, is_trend: bool) -> str:
    """The points of a series: filled reported, hollow derived, a diamond where rounded.

    Where there are points enough for a trend, firm ones of neighbouring years are joined.
    """
    known = one.known
    if not known:
        return svg("")
    start, end = known[0].middle_on.toordinal(), known[-1].middle_on.toordinal()
    top = max(point.figure.upper or 0 for point in known) or 1

    def x(point) -> float:
        return 78 + (WIDTH - 170) * (point.middle_on.toordinal() - start) / ((end - start) or 1)

    def y(point) -> float:
        return 32 - 24 * (point.figure.middle or 0) / top

    colour = palette.series[0]
    parts = [f'<line x1="0" y1="43" x2="{WIDTH}" y2="43" stroke="{palette.rule}"/>']
    for left, right in neighbours(one) if is_trend else []:
        parts.append(
            f'<line x1="{x(left):.0f}" y1="{y(left):.0f}" x2="{x(right):.0f}" y2="{y(right):.0f}"'
            f' stroke="{colour}" stroke-width="3"/>'
        )
    for point in known:
        if point.look.startswith("rounded"):
            parts.append(_diamond(x(point), y(point), colour, palette.card))
            continue
        fill = colour if point.standing in FILLED else palette.card
        parts.append(
            f'<circle cx="{x(point):.0f}" cy="{y(point):.0f}" r="6" fill="{fill}"'
            f' stroke="{colour}" stroke-width="2.5"/>'
        )
        if point.standing == "provisional":
            parts.append(f'<circle cx="{x(point):.0f}" cy="{y(point):.0f}" r="2" fill="{colour}"/>')
    parts.append(svg_words(0, 36, known[0].period, palette))
    parts.append(svg_words(x(known[-1]) + 14, y(known[-1]) + 5, known[-1].period, palette))
    return svg("".join(parts))


def _diamond(x: float, y: float, colour: str, fill: str) -> str:
    return (
        f'<path d="M{x:.0f} {y - 7:.0f}l7 7l-7 7l-7 -7z" fill="{fill}" stroke="{colour}"'
        ' stroke-width="2.5"/>'
    )


def circles(known: int, needed: int, palette: Palette) -> str:
    """One circle for each point a trend needs: filled for those that are known."""
    colour = palette.series[0]
    parts = [
        f'<circle cx="{20 + n * 38}" cy="20" r="13" fill="{colour if n < known else "none"}"'
        f' stroke="{colour}" stroke-width="2.5"{"" if n < known else DASHED}/>'
        for n in range(needed)
    ]
    return svg("".join(parts), needed * 38, 40)


def mix(shares: Series, palette: Palette) -> str:
    """Two bars: the share of the whole in the first and the last year that are known."""
    known = shares.known
    parts = []
    for row, point in enumerate((known[0], known[-1]) if len(known) > 1 else known):
        top = 1 + row * 23
        length = 190 * (point.figure.middle or 0) / 100
        fill = palette.series[0] if point.standing in FILLED else palette.card
        parts.append(svg_words(0, top + 16, point.period, palette))
        parts.append(f'<rect x="78" y="{top}" width="190" height="19" fill="{palette.grid}"/>')
        parts.append(
            f'<rect x="79" y="{top + 1}" width="{length:.0f}" height="17" fill="{fill}"'
            f' stroke="{palette.series[0]}" stroke-width="2"/>'
        )
        parts.append(svg_words(280, top + 16, bounds.printed(point.figure, "%"), palette))
    return svg("".join(parts))


def filled(at_work: Bounds, budget: Bounds, palette: Palette) -> str:
    """One bar: those who can be at work at most, and the posts beyond, hatched."""
    whole = budget.upper or 1
    # Officers beyond the budget fill the bar and no more.
    length = min(
        WIDTH - 2,
        WIDTH * (at_work.upper if at_work.upper is not None else at_work.lower or 0) / whole,
    )
    hatch = (
        '<defs><pattern id="h" width="7" height="7" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="7" stroke="{palette.quiet}"'
        ' stroke-width="1.6"/></pattern></defs>'
    )
    left = "at work, at most" if at_work.lower != at_work.upper else "at work"
    return svg(
        hatch + f'<rect x="1" y="2" width="{WIDTH - 2}" height="20" fill="url(#h)"'
        f' stroke="{palette.quiet}"/>'
        f'<rect x="1" y="2" width="{length:.0f}" height="20" fill="{palette.series[0]}"/>'
        + svg_words(0, 42, left, palette)
        + svg_words(WIDTH, 42, "vacant or away", palette, "end")
    )


def squares(have: Bounds, wanted: Bounds, palette: Palette) -> str:
    """One square a post: filled for those who are certainly there, outlined for the others."""
    total = int(wanted.upper or 0)
    if not 0 < total <= 240:
        return svg("")
    columns = -(-total // 2)
    pitch = min(WIDTH / columns, 24)
    certain = int(have.lower or 0)
    colour = palette.series[0]
    parts = [
        f'<rect x="{(n % columns) * pitch + 1:.1f}" y="{3 + (n // columns) * 21}"'
        f' width="{pitch - 3:.1f}" height="17" fill="{colour if n < certain else "none"}"'
        f' stroke="{colour}" stroke-width="1.5"/>'
        for n in range(total)
    ]
    return svg("".join(parts))


def tally(overdue: int, dated: int, total: int, palette: Palette) -> str:
    """One square an ask: filled where it is past its date, outlined in bold where it has one."""
    pitch = WIDTH / max(total, 1)
    parts = []
    for n in range(total):
        fill = palette.act if n < overdue else "none"
        edge = palette.act if n < overdue else palette.quiet
        dash = "" if n < dated else ' stroke-dasharray="3 3"'
        parts.append(
            f'<rect x="{n * pitch + 1:.1f}" y="8" width="{pitch - 4:.1f}" height="28" fill="{fill}"'
            f' stroke="{edge}" stroke-width="1.5"{dash}/>'
        )
    return svg("".join(parts))


def svg_words(x: float, y: float, words: str, palette: Palette, anchor: str = "start") -> str:
    """Words in a picture, in the page's own type."""
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" font-family="{escape(FAMILY)}" font-size="16"'
        f' fill="{palette.ink}" text-anchor="{anchor}">{escape(words)}</text>'
    )


def svg(content: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """A picture of that size."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">{content}</svg>'
    )
