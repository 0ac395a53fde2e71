"""What has become of the figures of a claim since it was printed: restated, or given anew.

A verdict is about the documents and stands; what a later return says of the same figures is told
beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oversight import bounds
from oversight.bounds import Bounds
from oversight.claims.documents import Documents, is_count, period_of
from oversight.series import Series


@dataclass(frozen=True)
class Now:
    """A figure as it stands now, with the marker that it carries."""

    figure: Bounds
    marker: str


@dataclass(frozen=True)
class Since:
    """A count as it stands now or, where two are compared, the count before it as well."""

    latest: Now
    before: Now | None = None

    @property
    def change(self) -> Bounds | None:
        """The change between the two in per cent; None where there is one alone."""
        return self.latest.figure.change_from(self.before.figure) if self.before else None


def since(said: Documents, figures: Mapping[str, Series]) -> dict[str, Since]:
    """By the ids of claims: the counts that they rest on, where these read otherwise by now.

    Args:
        said: the documents.
        figures: London's figures by indicator.
    """
    found: dict[str, Since] = {}
    for claim in said.claims:
        if claim.indicator and is_count(claim):
            now = _now(said, figures, claim.indicator, period_of(claim))
            if now and _reads_otherwise(now.figure, bounds.exact(claim.lower)):
                found[claim.claim] = Since(now)
    for claim in said.changes:
        periods = claim.from_period, claim.to_period
        before, latest = (_now(said, figures, claim.indicator, one) for one in periods)
        printed = [said.count(claim.indicator, one) for one in periods]
        if before is None or latest is None or not _is_other(printed, (before, latest)):
            continue
        told = Since(latest, before)
        found[claim.claim] = told
        # The change bears out the two counts as well, not those that they are sums of.
        found |= {
            name: told
            for one in printed
            if one is not None
            for name in one.claims
            if said.by_id[name].indicator == claim.indicator
        }
    return found


def _is_other(printed, now: tuple[Now, Now]) -> bool:
    return any(
        one is not None and _reads_otherwise(stands.figure, one.figure)
        for one, stands in zip(printed, now, strict=True)
    )


def _reads_otherwise(one: Bounds, other: Bounds) -> bool:
    return (one.lower, one.upper) != (other.lower, other.upper)


def _now(said: Documents, figures: Mapping[str, Series], indicator: str, period: str) -> Now | None:
    """The figure of a period, else the sum of its parts; None where it is no number."""
    point = figures[indicator].at(period) if indicator in figures else None
    if point is not None and point.is_number:
        return Now(point.figure, point.marker)
    parts = [_now(said, figures, part, period) for part in said.parts.get(indicator, ())]
    if not parts or None in parts:
        return None
    marker = next((part.marker for part in parts if part.marker), "")
    return Now(bounds.total(part.figure for part in parts), marker)
