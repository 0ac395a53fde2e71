"""How much room words take on a slide, in points: a line that does not fit is never written.

Widths are those of Arial, which every office program has or replaces with a face as wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

# Letters by their width in thousandths of the size of the type.
WIDTHS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckszvxy",
    584: "+<=>~\N{MINUS SIGN}",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
WIDTH = {letter: width for width, letters in WIDTHS.items() for letter in letters}
OTHER, BOLDER = 556, 1.08
LINE = 1.17  # the height of a line in sizes of its type


@lru_cache(maxsize=4096)
def width(text: str, size: float, is_bold: bool = False) -> float:
    """How long a line of this text is."""
    return (
        sum(WIDTH.get(letter, OTHER) for letter in text) * size / 1000 * (BOLDER if is_bold else 1)
    )


def lines(text: str, room: float, size: float, is_bold: bool = False) -> int:
    """How many lines a text takes where a line is so long."""
    return sum(_wrapped(part, room, size, is_bold) for part in text.split("\n"))


def height(texts: Sequence[str], room: float, size: float, gap: float = 0) -> float:
    """How high paragraphs stand one below the other, each with a gap above."""
    return sum(lines(text, room, size) * size * LINE + gap for text in texts)


def fitting(
    text: str, room: float, most: int, sizes: Sequence[float], is_bold: bool = True
) -> float:
    """The first of the sizes in which a text takes so many lines at most; else the last."""
    return next((size for size in sizes if lines(text, room, size, is_bold) <= most), sizes[-1])


def _wrapped(text: str, room: float, size: float, is_bold: bool) -> int:
    taken, left = 1, room
    space = width(" ", size, is_bold)
    for word in text.split(" "):
        wide = width(word, size, is_bold)
        if wide <= left:
            left -= wide + space
            continue
        if left < room:
            taken += 1
        # A word longer than a line is broken by every office program.
        taken += int(wide // room)
        left = room - wide % room - space
    return taken
