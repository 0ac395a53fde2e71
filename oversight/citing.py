"""Which figure of a publication is meant: its indicator, period, place and breakdown, as cited."""

from __future__ import annotations

from dataclasses import dataclass

# Between the parts of an address; no period, code of a place or breakdown holds it.
BETWEEN = "~"


@dataclass(frozen=True)
class Cited:
    """One figure. `place` is the code of a place, blank for London or, where London is not counted
    by itself, for the place that is; `breakdown` is blank for the whole figure.
    """

    indicator: str
    period: str
    place: str = ""
    breakdown: str = ""

    @property
    def address(self) -> str:
        """The figure beside its indicator in an address: "2013-14" or "2013-14~E09000012"."""
        return BETWEEN.join((self.period, self.place, self.breakdown)).rstrip(BETWEEN)


def in_address(indicator: str, text: str) -> Cited | None:
    """The figure that an address names; None where it is not written like one."""
    period, *others = text.split(BETWEEN)
    if not period or len(others) > 2:
        return None
    found = Cited(indicator, period, *others)
    # One figure has one address.
    return found if found.address == text else None
