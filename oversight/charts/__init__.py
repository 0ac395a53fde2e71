"""Charts: from series and bounds to Plotly figures, as plain dicts. Values in, figures out.

How each kind of figure looks is decided once, in `layout`: reported is filled, derived hollow,
bounded outlined, unknown hatched, missing a hatched band with [x].
"""

from oversight.charts.bars import composition, pair, strip
from oversight.charts.layout import DARK, LIGHT, Palette
from oversight.charts.lines import quarterly, trend
from oversight.charts.pictures import dots, filled, mix, squares, tally
from oversight.charts.posts import Step, budget, relief, waterfall

__all__ = [
    "DARK",
    "LIGHT",
    "Palette",
    "Step",
    "budget",
    "composition",
    "dots",
    "filled",
    "mix",
    "pair",
    "quarterly",
    "relief",
    "squares",
    "strip",
    "tally",
    "trend",
    "waterfall",
]
