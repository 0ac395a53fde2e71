"""Slides: each finding made once, for screen, pack and alternative. Values in, values out."""

from oversight.slides import markup
from oversight.slides.indicator import of_indicator
from oversight.slides.order import NAMES, running_order, slide_of, stamp, standard
from oversight.slides.position import Position
from oversight.slides.signals import signals, signals_table
from oversight.slides.slide import Bands, Drawing, Item, Shares, Slide, Steps, Table, Years

__all__ = [
    "NAMES",
    "Bands",
    "Drawing",
    "Item",
    "Position",
    "Shares",
    "Slide",
    "Steps",
    "Table",
    "Years",
    "markup",
    "of_indicator",
    "running_order",
    "signals",
    "signals_table",
    "slide_of",
    "stamp",
    "standard",
]
