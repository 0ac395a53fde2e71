"""Made-up rows of queries/framework, alike but for what a test says of them."""

from __future__ import annotations

from collections import namedtuple
from datetime import date

from oversight import framework
from oversight.framework import Entry

REPORT, PROMISED = date(2014, 7, 24), date(2014, 12, 31)
ABOUT = {
    "indicator": "rape", "title": "Rape allegations", "label": "Rape", "theme": "demand",
    "question": "How many?", "definition": "Allegations of rape.", "unit": "allegations",
    "kind": "flow", "sum_of": None, "clock": "financial year", "lowest_level": "borough",
    "breakdowns_wanted": ["sex", "age"], "better": "neither", "why": "A rise can mean trust.",
    "owner": ["Met"], "figures": 0, "returned": 0, "below_london": 0, "of_girls": 0, "of_boys": 0,
    "by_age": 0, "by_quarter": 0, "withheld": 0, "withheld_girls": 0, "withheld_boys": 0,
    "withheld_by_age": 0, "withheld_below_london": 0, "withheld_by_quarter": 0,
    "reaches_to": None, "promise": None, "owed_since": REPORT,
}  # fmt: skip
FIGURE = {
    "indicator": "rape", "label": "Rape", "unit": "allegations", "period": "2013-14",
    "breakdown": "", "starts_on": date(2013, 4, 1), "ends_on": date(2014, 3, 31), "place": None,
    "places": None, "value": None, "lower": None, "upper": None, "qualifier": "exact",
    "marker": "", "withheld": 0, "standing": "reported", "source": "report", "page": "12",
    "claim": None, "note": "", "feed": 0, "numbers": 2,
}  # fmt: skip


def about(**other):
    assert other.keys() <= ABOUT.keys()
    return namedtuple("about", ABOUT)(**{**ABOUT, **other})


def figure(value=None, year=2013, **other):
    """A financial year's figure; a number unless a standing says otherwise."""
    assert other.keys() <= FIGURE.keys()
    told = {
        "period": f"{year}-{(year + 1) % 100:02d}",
        "starts_on": date(year, 4, 1),
        "ends_on": date(year + 1, 3, 31),
        "value": value,
        "lower": value,
        "upper": value,
    }
    return namedtuple("figure", FIGURE)(**{**FIGURE, **told, **other})


def entry(*figures, **other) -> Entry:
    """One indicator with these figures."""
    numbers = {"figures": len(figures), "reaches_to": figures[-1].ends_on} if figures else {}
    (made,) = framework.entries([about(**{**numbers, **other})], figures)
    return made
