"""Whether a change means anything, in the sentences of its page put together for slides and packs.

Values in, texts out.
"""

from __future__ import annotations

from oversight import bounds
from oversight.statistics import Compared, Process, Refusal, Tested, Why
from oversight.wording import process as of_process
from oversight.wording import signal
from oversight.wording.signal import NEVER, joined, unmarked
from oversight.wording.words import with_marker

# The title of the page's part, of the sheet and of the table.
TITLE, BY_SERIES = "Does a change mean anything", "Series by series"
# What a test needs, where nobody has supplied a figure.
NO_FIGURE = of_process.NEEDED
NOT_APPLICABLE = "[z]"
# What stands over the table.
ABOUT = (
    "One row for each series of figures. The newest count is held against the one before, of"
    " quarters against the same quarter a year before; the limits are those of the exact 95%"
    " interval of their ratio. A process is of all years, whichever are"
    f" shown. {NEVER}"
)
HEADER = (
    "Measure", "From", "To", "Count then", "Count now", "Times as many", "Lower limit",
    "Upper limit", "Two counts", "As a process", "More points needed",
)  # fmt: skip


def in_short(found: Tested, better: str) -> str:
    """What a screen has room for: that points stand out, or the ratio, or how many more it takes.

    A test that was made comes before why another was not; and how many more points are needed,
    before why there will never be one.
    """
    return joined(*_parts(found, better)[0])


def the_rest(found: Tested, better: str) -> str:
    """What is to be said of both tests behind what stands on the screen."""
    return joined(*_parts(found, better)[1])


def counts_said(found: Tested) -> str:
    """The newest count against an earlier one, or why there is no such test."""
    counts = found.counts
    if isinstance(counts, Refusal):
        return signal.NO_TEST[counts.why]
    return joined(
        unmarked(signal.compared_sentence(counts)), signal.carried(counts), signal.unequal(counts)
    )


def process_said(found: Tested, better: str) -> str:
    """What a process chart shows, or why none is drawn."""
    process = found.process
    if isinstance(process, Refusal):
        return of_process.no_process(process)
    return unmarked(of_process.process_finding(process, better))


def _parts(found: Tested, better: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences for the screen, and those behind them."""
    process, counts = found.process, found.counts
    if isinstance(process, Process):
        short = (
            unmarked(of_process.standing_out(process, better)),
            of_process.rules_fired(process),
            of_process.on_trial(process),
        )
        signals = of_process.A_SIGNAL if process.newest.signals else ""
        return short, (signals, counts_said(found))
    if isinstance(counts, Compared):
        short = unmarked(signal.ratio_sentence(counts)), signal.chance_sentence(counts)
        more = signal.NEVER, signal.carried(counts), signal.unequal(counts)
        return short, (*more, process_said(found, better))
    if process.why is Why.FEW:
        # Where figures are shown that are no points, a screen must say what a point is.
        is_plain = len(found.series.known) == process.points
        short, more = (of_process.too_few(process), of_process.A_POINT), (counts_said(found),)
        return (short[:1], (*short[1:], *more)) if is_plain else (short, more)
    if process.why is Why.ONE_OFF:
        # Of one figure nobody asks whether it changed.
        return (), (counts_said(found), process_said(found, better))
    return (process_said(found, better),), (counts_said(found),)


def rules_of(found: Tested, kind: str) -> str:
    """The rules and sums of a process chart, as they stand under it; blank where none is drawn."""
    if isinstance(found.process, Refusal):
        return ""
    return of_process.rules_used(found.process, kind == "level")


def row(title: str, found: Tested, better: str, unit: str = "") -> tuple[str, ...]:
    """What both tests say of a series, as a row of the table: see `HEADER`."""
    counts, ends, ratios = found.counts, (NOT_APPLICABLE,) * 4, (NOT_APPLICABLE,) * 3
    if found.earlier and found.later:
        pair = found.earlier, found.later
        ends = *(one.period for one in pair), *(with_marker(one, unit) for one in pair)
    if isinstance(counts, Compared):
        low, high = counts.interval
        ratios = signal.ratio(counts), bounds.times(low), bounds.times(high)
    needed = f"{found.still_needed}" if _counts_points(found) else NOT_APPLICABLE
    # What holds of every row stands over the table.
    said = counts_said(found).replace(f" {NEVER}", "")
    return title, *ends, *ratios, said, process_said(found, better), needed


def _counts_points(found: Tested) -> bool:
    """Whether more points would make a process of it, or firmer limits."""
    return isinstance(found.process, Process) or found.process.why is Why.FEW
