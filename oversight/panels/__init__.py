"""Panels: a chart with its words, table, download and source, and the other parts of a page."""

from oversight.panels.about import definitions, lists
from oversight.panels.actions import action_log
from oversight.panels.allegations import (
    all_victims,
    baselines,
    detections,
    explanations,
    mix,
    numbers,
    over_time,
)
from oversight.panels.ask import ask_asked_for, one_ask
from oversight.panels.asks_moved import (
    asks_moved,
)
from oversight.panels.assessments import (
    beside_london,
    factor,
    london_total,
    tile_map,
    year,
)
from oversight.panels.cards import cards
from oversight.panels.check import (
    EVERY_CLAIM,
    PRESS,
    VINTAGES,
    claim_asked_for,
    documents,
    every_claim,
    one_claim,
    part_of_the_check,
    slips,
    verdicts,
)
from oversight.panels.check_documents import asks_in_both, figures_in_both, two_vintages
from oversight.panels.compare import compared
from oversight.panels.corrections import corrected
from oversight.panels.exploitation import for_each_officer, referrals_expected
from oversight.panels.figure import figure_asked_for, figure_title, one_figure
from oversight.panels.framework import asked_for, coverage, every_indicator
from oversight.panels.indicator import definition, one_indicator
from oversight.panels.meeting import (
    PRESENTER,
    SLIDES,
    made_ready,
    meeting_view,
    ordering,
    present,
    presenter,
    questions_listed,
    running_order,
    take_away,
    to_present,
)
from oversight.panels.mutilation import mapping, referrals, wider
from oversight.panels.overview import changed, expected, unseen
from oversight.panels.panel import title
from oversight.panels.partners import partner_cards, partners_title, pick_topic
from oversight.panels.recommendations import (
    asks_at_a_glance,
    asks_held,
)
from oversight.panels.recording import recording
from oversight.panels.redactions import redacted, redacted_indicator
from oversight.panels.returns import about_returns, send_or_read
from oversight.panels.teams import cse_team, strength
from oversight.panels.topics import as_tables, topics
from oversight.panels.workforce import (
    before_quoting,
    budget_by_year,
    help_on_the_way,
    posts_to_people,
    suppose,
)

__all__ = [
    "EVERY_CLAIM",
    "PRESENTER",
    "PRESS",
    "SLIDES",
    "VINTAGES",
    "about_returns",
    "action_log",
    "all_victims",
    "as_tables",
    "ask_asked_for",
    "asked_for",
    "asks_at_a_glance",
    "asks_held",
    "asks_in_both",
    "asks_moved",
    "baselines",
    "before_quoting",
    "beside_london",
    "budget_by_year",
    "cards",
    "changed",
    "claim_asked_for",
    "compared",
    "corrected",
    "coverage",
    "cse_team",
    "definition",
    "definitions",
    "detections",
    "documents",
    "every_claim",
    "every_indicator",
    "expected",
    "explanations",
    "factor",
    "figure_asked_for",
    "figure_title",
    "figures_in_both",
    "for_each_officer",
    "help_on_the_way",
    "lists",
    "london_total",
    "made_ready",
    "mapping",
    "meeting_view",
    "mix",
    "numbers",
    "one_ask",
    "one_claim",
    "one_figure",
    "one_indicator",
    "ordering",
    "over_time",
    "part_of_the_check",
    "partner_cards",
    "partners_title",
    "pick_topic",
    "posts_to_people",
    "present",
    "presenter",
    "questions_listed",
    "recording",
    "redacted",
    "redacted_indicator",
    "referrals",
    "referrals_expected",
    "running_order",
    "send_or_read",
    "slips",
    "strength",
    "suppose",
    "take_away",
    "tile_map",
    "title",
    "to_present",
    "topics",
    "two_vintages",
    "unseen",
    "verdicts",
    "wider",
    "year",
]
