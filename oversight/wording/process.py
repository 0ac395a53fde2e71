"""What a process chart shows and why there is none, in words. Values in, texts out."""

from __future__ import annotations

from oversight import bounds
from oversight.periods import in_words
from oversight.statistics import Mark, Process, Refusal, Stretch, Why
from oversight.statistics.limits import IN_A_ROW, LIMIT, SCREENED_FROM
from oversight.statistics.process import FEWEST_POINTS, POINTS_OF_LIMITS, SMALLEST_COUNT
from oversight.wording.referrals import number_word
from oversight.wording.signal import joined, unmarked
from oversight.wording.words import figure_in_words, listed, many, plain, sentence

NEEDED = (
    f"A process chart needs {number_word(FEWEST_POINTS)} exact figures in a row for"
    f" limits on trial and {number_word(POINTS_OF_LIMITS)} for firm ones; a ratio needs two counts."
)
NOTHING_YET = f"No figure yet. {NEEDED}"
A_POINT = "A point is an exact figure that follows the one before."
A_SIGNAL = "A signal says that something differs, not what."
# Limits of small counts differ by tenths, larger ones by whole numbers.
WHOLE_FROM = 20

NO_PROCESS = {
    Why.ONE_OFF: "Single events and estimates are no process, so there is no chart of one.",
    Why.RUNNING: "Each figure of a running total holds the one before, so runs would mean nothing.",
    Why.OVERLAPPING: "Its periods overlap, so figures repeat each other and runs would mean"
    " nothing.",
    Why.ADDED_STATES: "Its figures are sums of states on a day, in which people are counted again"
    " and again, so limits would mean nothing.",
    Why.SMALL: f"Half of its counts are below {SMALLEST_COUNT}: so few do not vary evenly, and"
    " limits would mislead.",
    Why.ROUNDED: "Its figures are rounded to protect people, and rounding moves them too far for"
    " limits that hold: a signal could come of it.",
    Why.DRIFTING: "The points that limits would rest on stand out from each other: the series"
    " drifts and never was steady, so there are no limits that it could leave.",
}
RULES = {
    "a": "a point outside a limit",
    "c": f"{number_word(IN_A_ROW)} in a row rising, or falling",
    "d": "two of three beyond the same near limit",
    "b": f"{number_word(IN_A_ROW)} in a row on one side of the mean",
}


def no_process(refused: Refusal) -> str:
    """Why there is no process chart, and how many more points it needs."""
    if refused.why is not Why.FEW:
        return NO_PROCESS[refused.why]
    return f"{too_few(refused)} {A_POINT}"


def too_few(refused: Refusal) -> str:
    """How many points there are, and how many more limits need."""
    if not refused.points:
        return (
            f"No exact figure yet: {number_word(refused.needed)} give limits on trial, and"
            f" {number_word(POINTS_OF_LIMITS)} firm ones."
        )
    have = number_word(refused.points)
    points = "point is" if refused.points == 1 else "points are"
    return (
        f"{sentence(f'{have} {points} no process')[:-1]}: {number_word(refused.needed)} more"
        f" {'gives' if refused.needed == 1 else 'give'} limits on trial, and"
        f" {number_word(POINTS_OF_LIMITS - refused.points)} more firm ones."
    )


def signal_word(better: str, is_high: bool) -> str:
    """What a signal is called: on a neutral measure it is a change and no more."""
    if better == "neither":
        return "changed"
    return "improving" if is_high == (better == "higher") else "concerning"


def marked_as(mark: Mark, better: str) -> str:
    """What a table says of a point: "changed, above the mean (rule b)", or that it is ordinary."""
    if not mark.rule:
        return "–"
    side = "above" if mark.is_high else "below"
    return f"{signal_word(better, mark.is_high)}, {side} the mean (rule {mark.rule})"


def process_finding(found: Process, better: str) -> str:
    """What the chart shows, for the whole of its newest stretch."""
    signal = A_SIGNAL if found.newest.signals else ""
    return joined(standing_out(found, better), signal, on_trial(found))


def standing_out(found: Process, better: str) -> str:
    """Which points of the newest stretch stand out; or that none does, or none can."""
    stretch = found.newest
    if stretch.is_drifting:
        return (
            f"Since the break of {in_words(stretch.since.on)} the series drifts and has no limits."
        )
    if stretch.limits is None:
        have = len(stretch.marks)
        more = max(FEWEST_POINTS - have, 1)
        return (
            f"Since the break of {in_words(stretch.since.on)} there are {many(have, 'point')}:"
            f" {more} more {'is' if more == 1 else 'are'} needed for limits."
        )
    expected = f"{_baseline(stretch)} would lead one to expect"
    if stretch.is_trial:
        expected = "a steady process would show"
    points = many(len(stretch.marks), "point")
    if not stretch.signals:
        return f"**No signal.** The {points} vary no more than {expected}."
    last = stretch.signals[-1]
    word = signal_word(better, last.is_high).capitalize()
    stand = "stands" if len(stretch.signals) == 1 else "stand"
    return (
        f"**{word}:** {len(stretch.signals)} of {points} {stand} out from what {expected}:"
        f" {_first_and_last(stretch)}."
    )


def on_trial(found: Process) -> str:
    """That the limits of the newest stretch are on trial, and for how long; blank where firm."""
    stretch = found.newest
    if stretch.limits is None or not stretch.is_trial:
        return ""
    more = stretch.still_needed
    makes = "makes" if more == 1 else "make"
    return f"The limits are on trial: {many(more, 'more point')} {makes} them firm."


def _first_and_last(stretch: Stretch) -> str:
    """From when to when points stand out, and whether the newest does."""
    first, last = stretch.signals[0], stretch.signals[-1]
    if last is not stretch.marks[-1]:
        until = "" if first is last else f"the first is {first.point.period}, the last "
        return f"{until}{last.point.period}; newer points are as expected"
    if first is last:
        return f"{last.point.period}, the newest"
    return f"the first is {first.point.period}, and the newest point is one of them"


def rules_fired(found: Process) -> str:
    """The rules by which points of the newest stretch stand out; blank where none does."""
    fired = {mark.rule for mark in found.newest.signals}
    said = "; ".join(f"({letter}) {text}" for letter, text in RULES.items() if letter in fired)
    return f"Rule{'' if len(fired) == 1 else 's'}: {said}." if fired else ""


def rules_used(found: Process, is_state: bool) -> str:
    """The rules and sums that were used, as they stand under the chart."""
    rules = "; ".join(f"({letter}) {text}" for letter, text in RULES.items())
    stretch = next(one for one in reversed(found.stretches) if one.limits)
    screened = stretch.limits.screened
    said = [
        f"Rules: {rules}. Where several hold, the first of them in this order is named.",
        f"Mean and limits rest on {_baseline(stretch)}; from {number_word(POINTS_OF_LIMITS)} points"
        " on they stay, and are worked out anew only where the definition records a break and its"
        " reason.",
        f"Limits: the mean and {LIMIT} mean moving ranges either way, near limits two thirds of"
        f" that. Moving ranges of {SCREENED_FROM} times their mean or more are left out"
        f" ({number_word(screened) if screened else 'none'} here).",
    ]
    said += [
        f"Break of {in_words(one.since.on)}: {sentence(plain(one.since.reason))}"
        for one in found.stretches
        if one.since
    ]
    if is_state:
        said.append(
            "Most of those counted on one day are there on the next, so points lean on each other"
            " and the rules fire more often than chance would have it."
        )
    if found.rounded_to:
        said.append(f"Its figures look rounded to {number_word(found.rounded_to)}.")
    if any(mark.point.figure.is_rounded for mark in found.marks):
        said.append(
            "Rounded figures are taken as they are shown; one within its rounding of a line may lie"
            " on the other side of it."
        )
    if found.left_out:
        periods = listed(point.period for point in found.left_out)
        said.append(f"Left out, since no exact figure of one definition: {periods}.")
    if found.begins_at:
        said.append(
            f"It begins with {found.begins_at.period}, where a return marks a break [b]; no"
            " definition records its reason."
        )
    said.append("In the manner of Making Data Count (NHS England).")
    return " ".join(said)


def limits_in_words(found: Process, unit: str = "") -> str:
    """Mean and limits of each stretch."""
    said = [f"{_period(one)}: {_in_short(one, unit)}" for one in found.stretches if one.limits]
    return sentence("; ".join(said))


def process_words(title: str, found: Process, better: str, unit: str = "") -> str:
    """The chart in words: every figure, the limits and every signal."""
    parts = [sentence(title), unmarked(process_finding(found, better))]
    parts.append(limits_in_words(found, unit))
    figures = ", ".join(
        f"{mark.point.period} {figure_in_words(mark.point, unit)}" for mark in found.marks
    )
    parts.append(sentence(figures))
    for stretch in found.stretches:
        for rule in RULES:
            for is_high in (True, False):
                mine = [m.point.period for m in stretch.signals
                        if m.rule == rule and m.is_high == is_high]  # fmt: skip
                if mine:
                    mark = Mark(stretch.marks[0].point, rule, is_high)
                    parts.append(sentence(f"{marked_as(mark, better)}: {listed(mine)}"))
    return " ".join(parts)


def lines_of_limits(stretch: Stretch, unit: str = "") -> tuple[tuple[float, str], ...]:
    """Each line of a stretch and its name: upper limit, mean, lower limit."""
    within = stretch.limits
    trial = "trial " if stretch.is_trial else ""
    return (
        (within.upper, f"{trial}upper limit {_number(within.upper, unit)}"),
        (within.mean, f"mean {_number(within.mean, unit)}"),
        (within.lower, f"{trial}lower limit {_number(within.lower, unit)}"),
    )


def _baseline(stretch: Stretch) -> str:
    """The points that the limits rest on."""
    used = stretch.marks[: stretch.limits.points]
    return f"{used[0].point.period} to {used[-1].point.period}"


def limits_of(stretch: Stretch, unit: str) -> str:
    """Mean and limits of a stretch; no lower one below nought, where no count can be."""
    within = stretch.limits
    lower = f"{_number(within.lower, unit)} to " if within.lower >= 0 else "up to "
    return f"mean {_number(within.mean, unit)}, limits {lower}{_number(within.upper, unit)}"


def _in_short(stretch: Stretch, unit: str) -> str:
    """The same, and whether they are on trial."""
    return f"{limits_of(stretch, unit)}{' (on trial)' if stretch.is_trial else ''}"


def _period(stretch: Stretch) -> str:
    return f"{stretch.marks[0].point.period} to {stretch.marks[-1].point.period}"


def _number(value: float, unit: str) -> str:
    """A limit as a reader wants it: whole where it is large, to a tenth where it is small."""
    return f"{bounds.whole_or_tenth(round(value) if abs(value) >= WHOLE_FROM else value)}{unit}"


def kind_of_limits(stretch: Stretch) -> str:
    """Whether the limits of a stretch are firm, on trial, or none."""
    if stretch.limits is None:
        return "none"
    return "on trial" if stretch.is_trial else "firm"


def signs_of_process(found: Process, begins_at_nought: bool, unit: str = "") -> str:
    """What the signs of the chart mean, as far as they stand in it."""
    is_all_rounded = all(mark.point.figure.is_rounded for mark in found.marks)
    said = [] if is_all_rounded else ["● as expected"]
    if any(mark.rule for mark in found.marks):
        said.append("◆ stands out")
    rounded = [mark for mark in found.marks if mark.point.figure.is_rounded]
    if rounded:
        open_too = ", open where it stands out" if any(mark.rule for mark in rounded) else ""
        said.append(f"◇ rounded to protect people{open_too}")
    if any(mark.point.standing == "provisional" for mark in found.marks):
        said.append("dotted in the middle: provisional [p]")
    limits = "; ".join(_in_short(one, unit) for one in found.stretches if one.limits)
    lines = f"Solid line: the mean. Dashed: limits. Dotted: near limits. {sentence(limits)}"
    scale = "" if begins_at_nought else " The scale does not begin at nought."
    return f"{' &ensp; '.join(said)}. {lines}{scale}"
