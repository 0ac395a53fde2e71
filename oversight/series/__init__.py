"""Series of figures over time, and what can be said of them: sums, remainders, shares, changes.

A point keeps its limits and its standing (reported, derived, provisional, bounded, withheld, not
available ...); what is worked out from points takes the weakest standing of its parts.
"""

from oversight.series.combining import indexed, remainder, shares, together
from oversight.series.comparing import (
    Change,
    can_be_baseline,
    changes,
    comparable,
    neighbours,
)
from oversight.series.points import (
    NUMBERS,
    STANDINGS,
    Point,
    Series,
    claims_of,
    claims_of_points,
    empty,
    of,
    source_of,
    sources_of,
    sources_of_points,
)

__all__ = [
    "NUMBERS",
    "STANDINGS",
    "Change",
    "Point",
    "Series",
    "can_be_baseline",
    "changes",
    "claims_of",
    "claims_of_points",
    "comparable",
    "empty",
    "indexed",
    "neighbours",
    "of",
    "remainder",
    "shares",
    "source_of",
    "sources_of",
    "sources_of_points",
    "together",
]
