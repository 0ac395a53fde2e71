"""Charts: from series and bounds to Plotly figures, as plain dicts. Values in, figures out.

How each kind of figure looks is decided once, in `layout`: reported is filled, derived hollow,
bounded outlined, unknown hatched, missing a hatched band with [x].
"""

from oversight.charts.bars import budget, composition, pair, relief, strip, waterfall
from oversight.charts.layout import DARK, LIGHT, Palette
from oversight.charts.lines import quarterly, trend
from oversight.charts.pictures import dots, mix, posts, squares, tally

__all__ = [
    "DARK",
    "LIGHT",
    "Palette",
    "budget",
    "composition",
    "dots",
    "mix",
    "pair",
    "posts",
    "quarterly",
    "relief",
    "squares",
    "strip",
    "tally",
    "trend",
    "waterfall",
]
