"""Boroughs of different size side by side, in words. Values in, texts out."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import bounds
from oversight.statistics import Funnel, Placed, Refusal, Why
from oversight.wording.protection import ROUNDED
from oversight.wording.referrals import number_word
from oversight.wording.signal import unmarked
from oversight.wording.words import listed, many, sentence

# From limits so many times as wide on, boroughs hardly count alike.
UNLIKE = 2


def rate(found: Placed, per: int) -> str:
    """How many for so many children."""
    return bounds.printed(found.rate.times(per))


def finding(found: Funnel, period: str) -> str:
    """How many boroughs differ from all together; never that one does worse."""
    differing = [one for one in found.placed if one.differs]
    of = many(len(found.placed), "borough")
    if not differing:
        out = f"none of {of} stands out by more than {_chance(found)}"
        return f"**None differs.** In {period} {out}."
    above = sum(one.is_high for one in differing)
    sides = listed(
        f"{number_word(count)} {side}"
        for count, side in ((above, "above"), (len(differing) - above, "below"))
        if count
    )
    differ = "differs" if len(differing) == 1 else "differ"
    return (
        f"**{sentence(number_word(len(differing)))[:-1]} of {of} {differ}** in {period} from all"
        f" together by more than {_chance(found)}: {sides}. That may be need, how cases are found"
        " or how they are recorded, and says nothing of who does well."
    )


def _chance(found: Funnel) -> str:
    """What a borough must leave behind to differ."""
    return "chance and the boroughs' own spread would give" if found.is_widened else "chance"


def how(found: Funnel, per: int, children_on: str, left_out: Sequence[str]) -> str:
    """How the funnel was made."""
    said = [
        f"For {per:,} children under 18 living there on {children_on}. Limits: exact"
        " Poisson ones round the rate of all together, within which 95% and 99.8% lie by chance"
        " alone.",
    ]
    times = f"{bounds.whole_or_tenth(found.spread)}"
    if found.is_widened:
        said.append(
            f"Boroughs differ among themselves {times} times as much as chance would have it (phi,"
            f" outermost tenths drawn in), so the limits are {bounds.times(found.factor)} times as"
            " wide (Spiegelhalter 2005)."
        )
        if found.factor > UNLIKE:
            said.append("Boroughs so unlike may not count the same thing.")
    else:
        said.append(f"They are not widened: boroughs differ as far as by chance (phi {times}).")
    if left_out:
        said.append(
            f"Left out, having no number: {listed(left_out)}. Where small counts are withheld, all"
            " together look higher than they are."
        )
    return " ".join(said)


def signs(found: Funnel) -> str:
    """What the signs of the chart mean, as far as they stand in it."""
    ordinary = {one.place.count.is_rounded for one in found.placed if not one.differs}
    said = []
    if False in ordinary:
        said.append("● within the limits")
    if True in ordinary:
        said.append(f"◇ within the limits, the count {ROUNDED}")
    if any(one.differs for one in found.placed):
        said.append("◆ differs")
    reach = ""
    if any(not one.place.count.is_exact for one in found.placed):
        reach = " Upright line: from the least to the most that a count can be."
    return (
        f"{' &ensp; '.join(said)}. Solid line: all together. Dotted: 95% limits. Dashed: 99.8%"
        f" limits.{reach}"
    )


def differs(one: Placed) -> str:
    """What a table says of a borough."""
    if not one.differs:
        return "–"
    return f"differs, {'above' if one.is_high else 'below'} {one.differs} limits"


def words(title: str, found: Funnel, period: str, per: int) -> str:
    """The chart in words: every borough's count, children and rate."""
    said = [
        f"{one.place.name} {bounds.printed(one.place.count)} of"
        f" {bounds.whole_or_tenth(one.place.population)} children, {rate(one, per)}"
        + (f" ({differs(one)})" if one.differs else "")
        for one in found.placed
    ]
    together = bounds.printed(found.baseline.times(per))
    return (
        f"{sentence(f'{title}, {period}, for {per:,} children')} {unmarked(finding(found, period))}"
        f" All together: {together}."
        f" {sentence('; '.join(said))}"
    )


def no_funnel(refused: Refusal, withheld: int = 0) -> str:
    """Why there is none, though there are counts and children; of so many they are withheld."""
    if refused.why is Why.FEW_PLACES:
        have = sentence(number_word(refused.points))[:-1] if refused.points else "No"
        boroughs = "borough has" if refused.points < 2 else "boroughs have"
        needed = f"{number_word(refused.needed)} more {'is' if refused.needed == 1 else 'are'}"
        others = "another" if withheld == 1 else f"{number_word(withheld)} others"
        hidden = f" The count of {others} is withheld [c] to protect people." if withheld else ""
        return (
            f"{have} {boroughs} both a count and a number of children: {needed} needed for a"
            f" funnel.{hidden}"
        )
    return "Nothing was counted in any borough, so there is no rate to differ from."


def no_counts(owner: str, withheld: int = 0) -> str:
    """Why no borough has a number; `withheld` counts those that were supplied."""
    if withheld:
        return (
            "Counts by borough have been supplied and are withheld [c] to protect people, so there"
            " is nothing to set side by side."
        )
    return f"No count by borough has been supplied; {owner} would supply one."


def no_children(owner: str, link: str) -> str:
    return (
        "Boroughs of different size can be set side by side once it is known how many children live"
        f" in each. That is missing here ({link}); {owner} has it and publishes an estimate for the"
        " middle of each year, which staff would bring in as a return."
    )


def other_years(owner: str, link: str) -> str:
    return (
        "No count falls in a period for which the number of children is known. What is missing is"
        f" an estimate for a day in those years ({link}), which {owner} has."
    )


def ruled_out(link: str) -> str:
    return (
        "Not set side by side: who is counted here is not who lives there, and the definitions rule"
        f" out the one as the base of the other ({link})."
    )
