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
    1000: "—…",
    1015: "@",
}
BOLD_WIDTHS = {
    238: "'",
    278: " ,./I\\ijl",
    280: "|",
    333: "!()-:;[]`ft",
    389: "*r{}",
    474: '"',
    500: "z",
    556: "#$0123456789J_aceksvxy",
    584: "+<=>^~\N{MINUS SIGN}",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
    1000: "—…",
}
WIDTH, BOLD_WIDTH = (
    {letter: width for width, letters in widths.items() for letter in letters}
    for widths in (WIDTHS, BOLD_WIDTHS)
)
OTHER, BOLD_OTHER = 556, 611
LINE = 1.17  # the height of a line in sizes of its type


@lru_cache(maxsize=4096)
def width(text: str, size: float, is_bold: bool = False) -> float:
    """How long a line of this text is."""
    widths, other = (BOLD_WIDTH, BOLD_OTHER) if is_bold else (WIDTH, OTHER)
    return sum(widths.get(letter, other) for letter in text) * size / 1000


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


def shortened(text: str, room: float, size: float, most: int, ending: str) -> str:
    """A text of so many lines at most: one that takes more stops after a word, then the ending.

    Where not even half of the room is filled at the end of a word, it stops within one.
    """
    if lines(text, room, size) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = lines(text[:middle] + ending, room, size) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    kept = text[: low + 1].rpartition(" ")[0]
    return (kept if len(kept) * 2 > low else text[:low]).rstrip() + ending


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
