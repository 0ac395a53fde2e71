"""Words of the rehearsal: what publishing a return would change. Values in, texts out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from oversight.bounds import MINUS, whole_or_tenth
from oversight.periods import in_words
from oversight.wording.referrals import number_word
from oversight.wording.words import listed, many

# What each page is called where what it tells is listed.
PAGES = {"cse_and_fgm": "CSE and FGM"}
# What is listed under which heading, and what one of it is called.
GROUPS = {
    "headline": ("Headlines that would read differently", "headline"),
    "card": ("Cards of the overview", "card"),
    "baseline": ("Changes against the baselines", "baseline"),
    "signal": ("Whether changes mean anything", "signal"),
    "claim": ("Claims of the report and the press release", "claim"),
    "question": ("Questions for the meeting", "question"),
    "status": ("Where asks and promises stand", "status"),
}
SEVERAL = {"status": "statuses"}
WOULD_READ, READS = "would read", "reads"
BECOMES = {"new": "is new", "changed": "changes", "gone": "is gone", "same": "stays"}
NOT_TOLD_BEFORE, NOT_TOLD_AFTER = "not told yet", "told no more"

# By what the rule for small numbers makes of a figure; None: nothing.
WITHHELD_BECAUSE = {
    None: "withheld as it was sent [c]",
    "few": "so few people that the number could point at a child",
    "also": "the rest would give away what is withheld",
    "withheld": "with what is around it: hiding less would give a child away",
}
RAW = (
    "Numbers as they were sent stand on this page and in its download alone, for whoever sends"
    " them. Readers see what stands under “Public now” and “After”."
)
CELLS = "Cell by cell"
WITHHELD = "Withheld to protect children, and why"
CHECKED = "Checked, and what stays"
DOWNLOAD = "Download the rehearsal (CSV)"
UNDO = "To publish without it brings back what readers see now."
UNDO_INEXACT = (
    f"{UNDO[:-1]}, but what is exact of London now and is withheld or rounded for it does not"
    " become exact again."
)
UNDOING = "The way back"
NOTHING_TOLD = "No headline, claim, question or status would read differently"
NEW_LINES, GONE_LINES = "New or told otherwise", "In the rehearsal before, and not in this one"
FILE = "rehearsal.csv"
ALL_OF_LONDON = "all of London"


def rehearsal_title(new: int, changed: int, noun: str, headlines: int = 0, others: int = 0) -> str:
    """What publishing would do, in one sentence. Of rows that are words none can change.

    `others` are figures that the return does not hold and that readers would see otherwise.
    """
    heard = f"{number_word(headlines)} headline{'' if headlines == 1 else 's'}" if headlines else ""
    told = f"{heard} {'changes' if headlines == 1 else 'change'}" if headlines else ""
    also = others_read_otherwise(others) if others else ""
    if not new and not changed:
        nothing = f"If you publish, no {noun} is added or changed"
        rest = listed(filter(None, (also, told)))
        return f"{nothing}, and {rest}" if rest else nothing
    said = []
    if new:
        said.append(f"{many(new, noun)} {'is' if new == 1 else 'are'} added")
    if changed:
        # Said once, the noun is not said again.
        count = f"{changed:,}" if new else many(changed, noun)
        said.append(f"{count} {'changes' if changed == 1 else 'change'}")
    elif noun == "figure" and not told and not also:
        said.append("none changes")
    return f"If you publish, {listed([*said, *filter(None, (also, told))])}"


def others_read_otherwise(others: int) -> str:
    """How many figures that the return does not hold readers would see otherwise, or no more."""
    return f"{many(others, 'other')} read{'s' if others == 1 else ''} otherwise"


def page_named(page: str) -> str:
    return PAGES.get(page, page.capitalize())


def named(kind: str, page: str, name: str) -> str:
    """What a thing that is told is called: "Allegations, title", "Claim A05", "Since 2008-09"."""
    return {
        "headline": f"{page_named(page)}, {name}",
        "card": f"Overview, card on {CARDS.get(name, name)}",
        "baseline": f"Allegations, since {name}",
        "signal": f"Framework, {name}",
        "claim": f"Check, claim {name}",
        "question": "Meeting, question",
        "status": f"Recommendations, {name}",
    }[kind]


CARDS = {
    "allegations": "allegations",
    "mix": "the mix",
    "workforce": "the workforce",
    "cse": "the exploitation team",
    "fgm": "FGM referrals",
    "asks": "the asks",
}


def more_of(kind: str, rest: int) -> str:
    """How many of a kind are not shown: "3 more claims"."""
    one = GROUPS[kind][1]
    return f"{rest} more {one if rest == 1 else SEVERAL.get(kind, f'{one}s')}"


def stays(changed: int, every: int) -> str:
    """How many of a kind change, of how many there are: "None of 92 changes"."""
    if not changed:
        return f"None of {every} changes"
    return f"{changed} of {every} {'changes' if changed == 1 else 'change'}"


def read_on(on: date, published_on: date) -> str:
    """On which day both sides are read, where readers now count to another."""
    if on == published_on:
        return ""
    return (
        f"Both are read on {in_words(on)}, so days are counted alike; what readers see now counts"
        f" to {in_words(published_on)}."
    )


def with_marker(said: str, marker: str) -> str:
    return " ".join(filter(None, (said, f"[{marker}]" if marker else "")))


def signed(number: float) -> str:
    """A difference with its sign: "+18", "−3"."""
    said = whole_or_tenth(abs(number))
    return said if said == "0" else f"{'+' if number > 0 else MINUS}{said}"


def from_to(starts_on: str, ends_on: str) -> str:
    """A time without a name, such as that of a figure which nobody gave."""
    first, last = (in_words(date.fromisoformat(day)) for day in (starts_on, ends_on))
    return first if first == last else f"{first} to {last}"


def would_tell(title: str, place: str, breakdown: str, period: str) -> str:
    """Why a figure is withheld that is not few itself."""
    where = "" if place == "London" else place
    of = ", ".join(filter(None, (title, where or "all of London", breakdown, period)))
    return f"the rest would give away what is withheld: {of}"


def in_columns(counts: Mapping[str, int], kinds: Sequence[str]) -> str:
    """How many cells are new, change, go and stay."""
    names = {"new": "new", "changed": "changed", "gone": "gone", "same": "as before"}
    return ", ".join(f"{counts.get(kind, 0):,} {names[kind]}" for kind in kinds)


def more_cells(shown: int, every: int) -> str:
    return f"The first {shown} of {every:,}; the download has them all."


def meanwhile(publications: Sequence[tuple[int, str, str]], redacted: Sequence[str] = ()) -> str:
    """Which publications came between the rehearsal and its confirmation, by whom and with what;
    and which figures were redacted."""
    said = []
    if publications:
        named = (f"publication {number} by {by} (“{note}”)" for number, by, note in publications)
        said.append(f"{listed(named)} {'has' if len(publications) == 1 else 'have'} come")
    if redacted:
        named = (f"the figure of {cell}" for cell in redacted)
        said.append(f"{listed(named)} {'was' if len(redacted) == 1 else 'were'} redacted")
    return (
        f"Nothing was published: while you looked at the rehearsal, {' and '.join(said)}. This is"
        " the rehearsal against what stands now; look at it again, then publish."
    )


def lines_moved(moved: int) -> str:
    """How many lines of the rehearsal are other ones than before."""
    if not moved:
        return "Every line of the rehearsal reads as it did."
    return f"{many(moved, 'line')} of the rehearsal {'is' if moved == 1 else 'are'} not as before."


def others_in_a_line(named: Sequence[tuple[str, str, str]], every: int) -> str:
    """The same with what they are, as they stand and as they would, for the command line."""
    listing = "; ".join(
        f"{name}: now {now}, after {after.replace('–', 'left out')}" for name, now, after in named
    )
    rest = f"; and {every - len(named):,} more" if every > len(named) else ""
    return f"Not in the return: {others_read_otherwise(every)}: {listing}{rest}."


def told_in_a_line(kind: str, page: str, name: str, before: str | None, after: str | None) -> str:
    """One thing that would read differently, for the command line."""
    was = NOT_TOLD_BEFORE if before is None else f"“{in_one_line(before)}”"
    now = NOT_TOLD_AFTER if after is None else f"“{in_one_line(after)}”"
    return f"{WOULD_READ} differently: {named(kind, page, name)}: now {was}; after {now}."


def in_one_line(text: str) -> str:
    return " · ".join(text.splitlines())
