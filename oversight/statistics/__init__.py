"""What chance alone would do: to two counts, to a series over time, to boroughs side by side.

Values in, values out. What a figure does not allow is a `Refusal`, which wording turns into a
sentence. Nothing here is evidence that offending rose or fell.
"""

from oversight.statistics.counts import (
    Compared,
    byar_interval,
    compared,
    count_interval,
    interval_of,
    ratio_interval,
    rounding_of,
    share_interval,
)
from oversight.statistics.funnel import Funnel, Place, Placed, funnel, limits_of_count
from oversight.statistics.limits import Limits, limits, signals
from oversight.statistics.process import Break, Mark, Process, Stretch, process, unbroken
from oversight.statistics.refusing import Refusal, Why
from oversight.statistics.tested import (
    Tested,
    baseline,
    counts_alike,
    is_quarter,
    tested,
    year_before,
)

__all__ = [
    "Break",
    "Compared",
    "Funnel",
    "Limits",
    "Mark",
    "Place",
    "Placed",
    "Process",
    "Refusal",
    "Stretch",
    "Tested",
    "Why",
    "baseline",
    "byar_interval",
    "compared",
    "count_interval",
    "counts_alike",
    "funnel",
    "interval_of",
    "is_quarter",
    "limits",
    "limits_of_count",
    "process",
    "ratio_interval",
    "rounding_of",
    "share_interval",
    "signals",
    "tested",
    "unbroken",
    "year_before",
]
