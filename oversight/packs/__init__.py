"""Packs: what a meeting takes away, made from the same slides as the screen."""

from oversight.packs.archive import as_zip
from oversight.packs.made import Made
from oversight.packs.making import made
from oversight.packs.page import as_html
from oversight.packs.picture import as_png, as_svg
from oversight.packs.pptx import as_pptx
from oversight.packs.reading import agenda, london_figures, position
from oversight.packs.xlsx import as_xlsx

__all__ = [
    "Made",
    "agenda",
    "as_html",
    "as_png",
    "as_pptx",
    "as_svg",
    "as_xlsx",
    "as_zip",
    "london_figures",
    "made",
    "position",
]
