"""Charts: from series and bounds to Plotly figures, as plain dicts. Values in, figures out.

How each kind of figure looks is decided once, in `layout`: reported is filled, derived hollow,
bounded outlined, unknown hatched, missing a hatched band with [x].
"""

from oversight.charts.asks import (
    asks_at_a_glance,
)
from oversight.charts.bands import Band, bands
from oversight.charts.bars import composition, pair, strip
from oversight.charts.budgets import budget
from oversight.charts.caveats import with_caveat
from oversight.charts.counts import counts
from oversight.charts.coverage import Split, coverage
from oversight.charts.drawn import drawn
from oversight.charts.funnel import children_of_a_rate, funnel
from oversight.charts.history import history
from oversight.charts.layout import DARK, LIGHT, Palette
from oversight.charts.lines import quarterly, trend
from oversight.charts.partnership import few_for_many, out_of, out_of_picture, sides, states
from oversight.charts.pictures import circles, dots, filled, mix, squares, tally
from oversight.charts.posts import Step, relief, waterfall
from oversight.charts.process import begins_at_nought, process
from oversight.charts.tiles import Tile, shades, tiles
from oversight.charts.vintages import TwoVintages, vintages

__all__ = [
    "DARK",
    "LIGHT",
    "Band",
    "Palette",
    "Split",
    "Step",
    "Tile",
    "TwoVintages",
    "asks_at_a_glance",
    "bands",
    "begins_at_nought",
    "budget",
    "children_of_a_rate",
    "circles",
    "composition",
    "counts",
    "coverage",
    "dots",
    "drawn",
    "few_for_many",
    "filled",
    "funnel",
    "history",
    "mix",
    "out_of",
    "out_of_picture",
    "pair",
    "process",
    "quarterly",
    "relief",
    "shades",
    "sides",
    "squares",
    "states",
    "strip",
    "tally",
    "tiles",
    "trend",
    "vintages",
    "waterfall",
    "with_caveat",
]
