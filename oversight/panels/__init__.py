"""Panels: a chart with its words, table, download and source, and the other parts of a page."""

from oversight.panels.about import definition, definitions, lists
from oversight.panels.allegations import (
    all_victims,
    baselines,
    detections,
    explanations,
    mix,
    numbers,
    over_time,
)
from oversight.panels.cards import cards
from oversight.panels.overview import changed, expected, unseen
from oversight.panels.panel import title
from oversight.panels.teams import cse_team, strength
from oversight.panels.workforce import (
    before_quoting,
    budget_by_year,
    help_on_the_way,
    posts_to_people,
    suppose,
)

__all__ = [
    "all_victims",
    "baselines",
    "before_quoting",
    "budget_by_year",
    "cards",
    "changed",
    "cse_team",
    "definition",
    "definitions",
    "detections",
    "expected",
    "explanations",
    "help_on_the_way",
    "lists",
    "mix",
    "numbers",
    "over_time",
    "posts_to_people",
    "strength",
    "suppose",
    "title",
    "unseen",
]
