"""Two counts held against each other, in words. Values in, texts out."""

from __future__ import annotations

from oversight import bounds
from oversight.series import Point
from oversight.statistics import Compared, Why
from oversight.wording.referrals import number_word
from oversight.wording.words import figure_in_words

BEYOND = (
    "That is {more} than chance would give, if cases were independent; one offender with many"
    " victims breaks that."
)
WITHIN = (
    "Chance alone could give that, if cases were independent; one offender with many victims makes"
    " the interval too narrow."
)
NEVER = "Either way it is no evidence of how much offending there was."

# What stands against a test of two counts.
NO_TEST = {
    Why.NO_FIGURE: "One of the two is no number, so they are not tested.",
    Why.ONE_FIGURE: "One figure alone has nothing to be tested against.",
    Why.BROKEN: "The series breaks before its newest figure, so no earlier count is like it.",
    Why.STATE: "It is a state on a day and no count of cases, so the rule of chance for counts"
    " does not fit it.",
    Why.SHARE: "It is a share or a mean given without the counts behind it, so nothing says how"
    " far chance moves it.",
    Why.SPOKEN: "One of the two was rounded in speech and nobody says how far, so they are not"
    " tested.",
    Why.LIMIT: "One of the two is known only as a limit, so they are not tested.",
    Why.PARTS: "Parts of one of the two are withheld, so they are not tested.",
    Why.NOUGHT: "The earlier count is nought, and nothing can be said as a ratio to that.",
}


def compared_sentence(found: Compared) -> str:
    """The ratio of two counts, and what chance leaves of it."""
    return f"{ratio_sentence(found)} {chance_sentence(found)} {NEVER}"


def ratio_sentence(found: Compared) -> str:
    """How many times the one count the other is, with its exact interval."""
    low, high = found.interval
    return (
        f"{found.later.period} has **{ratio(found)} times** the count of {found.earlier.period}"
        f" (95% interval {bounds.times(low)} to {bounds.times(high)})."
    )


def chance_sentence(found: Compared) -> str:
    """Whether chance alone could give that."""
    more = "more" if found.interval[0] > 1 else "fewer"
    return BEYOND.format(more=more) if found.is_beyond_chance else WITHIN


def carried(found: Compared) -> str:
    """How a count that is not exact was taken; blank where both are."""
    if found.rounded_to:
        return (
            f"Every figure of this series ends as if rounded to {number_word(found.rounded_to)}, so"
            f" each may be {found.rounded_to // 2} more or less, and the interval holds for all."
        )
    if found.is_exact:
        return ""
    if found.before.is_rounded or found.after.is_rounded:
        return (
            "A figure rounded to protect people is taken for every number that it may be, and the"
            " interval holds for all of them."
        )
    return "A figure between two limits stays so: the interval holds for every number it may be."


def unequal(found: Compared) -> str:
    """That two periods are not of one length; blank where a day or less is between them."""
    days = [(point.ends_on - point.starts_on).days + 1 for point in (found.earlier, found.later)]
    if abs(days[0] - days[1]) <= 1 or max(days) > 93:
        return ""
    return f"The two are of {days[0]} and {days[1]} days."


def ratio(found: Compared) -> str:
    """How many times: one number, or two between which it lies."""
    low, high = bounds.times(found.ratio.lower), bounds.times(found.ratio.upper)
    return low if low == high else f"{low} to {high}"


def two_figures(earlier: Point, later: Point, unit: str) -> str:
    """Both figures with their periods, the baseline named."""
    return (
        f"{figure_in_words(later)} {unit} in {later.period}, {figure_in_words(earlier)} in"
        f" {earlier.period}"
    )


def unmarked(text: str) -> str:
    """The text without the signs that make it strong on a page."""
    return text.replace("**", "")


def joined(*texts: str) -> str:
    """Sentences one after the other, blank ones left out."""
    return " ".join(filter(None, texts))
