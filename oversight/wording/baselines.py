"""What the same number is against every baseline. Values in, texts out."""

from __future__ import annotations

from oversight import bounds, series
from oversight.series import Series
from oversight.themes import Allegations

UNKNOWN = "[x]"


def baseline_rows(found: Allegations) -> list[dict[str, str]]:
    """The change to the latest year from every earlier one, as rows of a table, newest first."""
    latest = found.both.latest
    return [
        {
            "Baseline": change.base.period,
            "Both together": bounds.printed_change(change.per_cent),
            "Sexual assault": changed_from(found.sexual_assault, change.base.period, latest.period),
            "Rape": changed_from(found.rape, change.base.period, latest.period),
        }
        for change in found.changes
    ]


def baseline_words(row: dict[str, str]) -> str:
    """A row of that table in one line, its baseline left out: "Both together +13%, Rape +14%"."""
    return ", ".join(f"{name} {said}" for name, said in list(row.items())[1:])


def changed_from(one: Series, baseline: str, period: str | None = None) -> str:
    """The change since the baseline to a period, by default to the series' own last."""
    base, latest = one.at(baseline), one.at(period) if period else one.latest
    if latest is None or not latest.is_number or base is latest:
        return UNKNOWN
    if not series.can_be_baseline(base):
        return UNKNOWN
    return bounds.printed_change(latest.figure.change_from(base.figure))
