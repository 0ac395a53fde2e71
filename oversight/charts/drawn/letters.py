"""How much room a text takes in the house's typeface, so that no two texts meet in a drawing."""

from __future__ import annotations

# Widths of letters in parts of the size, bold Source Sans; what stands in no group is as wide as
# the rest. Regular letters are a little narrower, so a text never takes more than is kept free.
GROUPS = {
    " ": 0.21,
    "|ijl": 0.29,
    "',.:;I‘’!()/[]{}f-": 0.34,
    'rst*?z"': 0.45,
    "cJx–": 0.51,
    "&HNUOQDG@": 0.68,
    "wmMW%—": 0.87,
}
REST = 0.6
WIDTHS = {letter: width for letters, width in GROUPS.items() for letter in letters}
# Of bold text; the regular is narrower.
REGULAR = 0.96


def width_of(text: str, size: float, bold: bool = False) -> float:
    """About how wide a line of text is, never less than it turns out."""
    return sum(WIDTHS.get(letter, REST) for letter in text) * size * (1 if bold else REGULAR)


def wrapped(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """The text in lines that are no wider; a word that is wider alone has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
