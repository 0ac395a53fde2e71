"""A sheet to draw on: shapes and lines of text in the order given, and where the texts stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from oversight.charts.drawn.letters import width_of
from oversight.charts.layout import Palette, mixed

# The least text: 25 px where a sheet 1600 wide is shown on 1178 of 1280 px.
SMALL = 34
FIGURE, HUGE = 44, 76
LINE = 1.2
# How far letters reach above and below the line they stand on.
ABOVE, BELOW = 0.76, 0.24


@dataclass(frozen=True)
class Box:
    """The room that something takes."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def box_of(
    text: str, x: float, y: float, size: float = SMALL, bold: bool = False, anchor: str = "start"
) -> Box:
    """The room of a line of text that stands at x on the line y."""
    width = width_of(text, size, bold)
    left = x - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    return Box(left, y - ABOVE * size, left + width, y + BELOW * size)


class Canvas:
    """A sheet of so many units. `taken` is the room of texts and dots drawn so far."""

    def __init__(self, size: tuple[float, float], palette: Palette) -> None:
        self.width, self.height = size
        self.palette = palette
        self.taken: list[Box] = []
        # What is lost lies in this colour, without an edge or a line.
        self.pale = mixed(palette.card, palette.grid, 0.4)
        self._parts: list[str] = []

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float = SMALL,
        *,
        bold: bool = False,
        anchor: str = "start",
        colour: str = "",
        halo: str = "",
    ) -> None:
        """A line of text; a halo in a colour keeps lines behind it off its letters."""
        self.taken.append(box_of(text, x, y, size, bold, anchor))
        looks = {"font-size": size, "fill": colour or self.palette.ink}
        if anchor != "start":
            looks["text-anchor"] = anchor
        if bold:
            looks["font-weight"] = 700
        if halo:
            looks |= {"stroke": halo, "stroke-width": 10, "stroke-linejoin": "round"}
            looks["paint-order"] = "stroke"
        self._add("text", escape(text), x=x, y=y, **looks)

    def lines(self, lines: Sequence[str], x: float, y: float, size: float = SMALL, **looks) -> None:
        """Lines of text one below the other, the first on the line y."""
        for row, line in enumerate(lines):
            self.text(line, x, y + row * size * LINE, size, **looks)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float, dash: str = ""
    ) -> None:
        looks = {"stroke-dasharray": dash} if dash else {}
        ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        self._add("line", "", **ends, stroke=colour, **{"stroke-width": width}, **looks)

    def joined(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        width: float,
        dash: str = "",
    ) -> None:
        """A line between two points, on which no text may stand."""
        self.line(*start, *end, colour, width, dash)
        pieces = 24
        for piece in range(pieces + 1):
            x, y = (a + (b - a) * piece / pieces for a, b in zip(start, end, strict=True))
            self.taken.append(Box(x - width, y - width, x + width, y + width))

    def bar(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        fill: str,
        edge: str = "",
        dash: str = "",
    ) -> None:
        """A rectangle; its edge lies within it, so that its length is what it says."""
        thick = min(4, width, height) if edge else 0
        looks = {"stroke": edge, "stroke-width": thick} if edge else {}
        if dash:
            looks["stroke-dasharray"] = dash
        self._add(
            "rect", "", x=left + thick / 2, y=top + thick / 2, width=max(width - thick, 0),
            height=max(height - thick, 0), fill=fill, **looks,
        )  # fmt: skip

    def hatched(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Lines that slant through a rectangle, cut at its edges.

        Drawn line by line: a pattern needs an id, and a page holds many drawings.
        """
        gap = 16
        begin = left - height
        steps = int((width + height) / gap)
        for step in range(1, steps + 1):
            foot = begin + step * gap
            start, end = max(foot, left), min(foot + height, left + width)
            if start < end:
                self.line(start, top + height - (start - foot), end,
                          top + height - (end - foot), colour, 3)  # fmt: skip

    def dotted(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A bar of a figure that was rounded to protect people: rows of dots within an edge."""
        self.bar(left, top, width, height, self.palette.page, colour)
        gap, size = 12, 5
        rows = max(int(height / gap) - 1, 1)
        for row in range(rows):
            y = top + height / 2 + (row - (rows - 1) / 2) * gap
            # Dashes without a length, with round ends, are dots.
            self._add(
                "line", "", x1=left + gap, y1=y, x2=left + width - gap / 2, y2=y, stroke=colour,
                **{"stroke-width": size, "stroke-linecap": "round",
                   "stroke-dasharray": f"0 {gap}"},
            )  # fmt: skip

    def withheld(self, left: float, top: float, width: float, height: float) -> None:
        """What was held back to protect people: hatched, with an edge. Nothing else is both."""
        self.hatched(left, top, width, height, self.palette.rule)
        self.bar(left, top, width, height, "none", self.palette.quiet)

    def mark(self, x: float, y: float, look: str, colour: str, radius: float = 14) -> None:
        """A point in its look, which is that of its standing; a hollow one is filled with the
        page."""
        self.taken.append(Box(x - radius, y - radius, x + radius, y + radius))
        page, ring = self.palette.page, {"stroke": colour, "stroke-width": 5}
        inner = radius - 2.5
        if look.startswith("rounded"):
            # Wider than a circle, or it would look smaller.
            reach = radius * 1.2
            corners = (x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)
            path = " ".join(f"{_short(a)},{_short(b)}" for a, b in corners)
            self._add("polygon", "", points=path, fill=page, **ring)
            if look == "rounded, provisional":
                self._add("circle", "", cx=x, cy=y, r=radius * 0.35, fill=colour)
            elif look == "rounded, estimated":
                arm = radius * 0.5
                for slant in (arm, -arm):
                    self.line(x - arm, y - slant, x + arm, y + slant, colour, 3)
        elif look == "estimated":
            self._add("rect", "", x=x - inner, y=y - inner, width=2 * inner, height=2 * inner,
                      fill=page, **ring)  # fmt: skip
        elif look == "bounded":
            corners = (x, y - radius), (x - radius, y + inner), (x + radius, y + inner)
            path = " ".join(f"{_short(a)},{_short(b)}" for a, b in corners)
            self._add("polygon", "", points=path, fill=page, **ring)
        elif look in ("derived", "provisional"):
            self._add("circle", "", cx=x, cy=y, r=inner, fill=page, **ring)
            if look == "provisional":
                self._add("circle", "", cx=x, cy=y, r=radius * 0.35, fill=colour)
        else:
            self._add("circle", "", cx=x, cy=y, r=radius, fill=colour)

    def is_free(self, box: Box) -> bool:
        """Whether nothing drawn so far stands there, and the sheet goes that far."""
        return box.within(Box(0, 0, self.width, self.height)) and not any(
            box.meets(other) for other in self.taken
        )

    def svg(self, alt: str = "") -> str:
        """The sheet as SVG; without a text alternative it is for the eye alone."""
        said = f'role="img" aria-label="{escape(alt)}"' if alt else 'aria-hidden="true"'
        size = f"0 0 {_short(self.width)} {_short(self.height)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" {said}'
            f" font-family=\"'Source Sans', sans-serif\">{''.join(self._parts)}</svg>"
        )

    def _add(self, tag: str, content: str = "", **attributes) -> None:
        written = " ".join(
            f'{name}="{_short(value) if isinstance(value, int | float) else value}"'
            for name, value in attributes.items()
        )
        self._parts.append(
            f"<{tag} {written}>{content}</{tag}>" if content else f"<{tag} {written}/>"
        )


def _short(number: float) -> str:
    """A number as an attribute, to a tenth of a unit."""
    return f"{number:.1f}".removesuffix(".0")
