"""The figures of a pack for machines and spreadsheets: observations, as they are exported."""

from __future__ import annotations

from oversight.packs.made import Made
from oversight.store import Rows

OBSERVATIONS = "export/observations"


def observations(made: Made) -> Rows:
    """Every observation of the publication, as the command `export` writes them."""
    return made.publication.rows(OBSERVATIONS)


def observations_shown(made: Made) -> Rows:
    """The observations of the indicators that the slides show."""
    wanted = {name for item in made.items for name in item.slide.indicators}
    return tuple(row for row in observations(made) if row.indicator in wanted)
