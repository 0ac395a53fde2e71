"""Where small numbers about people were withheld or rounded: the rule, printed with the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oversight import bounds
from oversight.filters import Chosen
from oversight.series import Point
from oversight.wording import protection as words

# The disclosure of indicators whose raw counts are sent here.
RAW = "raw"
Records = Sequence[Mapping[str, object]]


def settings(now: Chosen) -> dict[str, str]:
    """What the people who run this copy have set, as the publication holds it."""
    return {row.name: row.choice for row in now.rows("about/settings")}


def rule_for(records: Records, now: Chosen) -> str:
    """The rule that figures were protected by; blank where none of them was."""
    if any(map(_is_rounded, records)) or _is_withheld_by_us(records, now):
        return words.rule(settings(now))
    return ""


def rule_of(disclosure: str, point: Point, now: Chosen) -> str:
    """The same of one figure, of an indicator with this disclosure."""
    is_withheld = point.standing == "withheld" and disclosure == RAW
    return words.rule(settings(now)) if point.figure.is_rounded or is_withheld else ""


def _is_rounded(record: Mapping[str, object]) -> bool:
    """Whether a record or a row of printed cells tells a rounded figure."""
    # The report has rounded figures of its own, which are one number.
    is_said = record.get("qualifier") == bounds.ROUNDED and record["lower"] != record["upper"]
    return is_said or any(isinstance(cell, str) and words.SIGN in cell for cell in record.values())


def _is_withheld_by_us(records: Records, now: Chosen) -> bool:
    """Whether one is withheld of an indicator whose raw counts are sent here.

    Others were withheld by whoever published them, by a rule of their own.
    """
    withheld = {one.get("measure") for one in records if one.get("standing") == "withheld"}
    return bool(withheld) and any(
        row.indicator in withheld and row.disclosure == RAW
        for row in now.rows("framework/indicators")
    )
