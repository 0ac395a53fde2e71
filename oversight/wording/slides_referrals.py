"""What slides say of referrals about exploitation and about mutilation. Values in, texts out."""

from __future__ import annotations

from oversight.themes import Exploitation, Mutilation
from oversight.wording.referrals import number_word
from oversight.wording.slides import NEITHER, NOTHING_TO_COMPARE, when
from oversight.wording.words import figure_in_words, with_marker

A_BAND = "A band between two limits is no count"


def exploitation_baseline(found: Exploitation) -> str:
    """What referrals are set against."""
    if found.expected is None:
        return NOTHING_TO_COMPARE
    dated = when(found.expected.period) if found.expected.starts_on else "no date given"
    return f"Baseline: the {with_marker(found.expected)} referrals that were expected, {dated}."


def counted_how(found: Exploitation) -> str:
    """Over what time referrals were counted, where they were."""
    if found.counted:
        return "; those counted are of a year"
    return "; those counted are of a quarter, which is no year" if found.quarters.known else ""


def band_caveat(has_band: bool, is_said: bool) -> str:
    """What a band is not, where one is drawn; `is_said` where one is the report's words."""
    if not has_band:
        return NEITHER
    return (
        f"{A_BAND}, and the report names no period for what it says." if is_said else f"{A_BAND}."
    )


def team_sentence(found: Exploitation) -> str:
    """Officers in post against those wanted; nothing where one was not said."""
    if not (found.wanted and found.in_post):
        return ""
    return (
        f"The team had {with_marker(found.in_post)} of the {with_marker(found.wanted)} officers"
        f" wanted ({found.in_post.period})."
    )


def mutilation_title(fgm: Mutilation) -> str:
    """The newest count against the one before, and how far it can be read."""
    one = fgm.referrals
    if one.latest is None:
        return "No figure on FGM referrals for this period"
    said = f"FGM referrals: {figure_in_words(one.latest)} in {one.latest.period}"
    before = fgm.baseline
    if before is None:
        return f"{said}; one point is no trend"
    said = f"{said} against {figure_in_words(before)} in {before.period}"
    if fgm.still_needed:
        return f"{said}, yet {number_word(fgm.points)} points show no trend"
    return said


def mutilation_baseline(fgm: Mutilation) -> str:
    """The count before the latest, or why it is none to compare with."""
    before = fgm.referrals.previous
    if before is None:
        return NOTHING_TO_COMPARE
    said = f"{with_marker(before)} referrals in {before.period}"
    return f"Baseline: {said}." if fgm.baseline else f"No baseline: the series breaks after {said}."
