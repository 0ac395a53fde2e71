"""The sentences and cells of the list of asks: where each stands. Values in, texts out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from oversight import asks
from oversight.asks import (
    AT_RISK,
    COMMITTEE,
    KEPT,
    NO_DATE,
    NOT_YET_DUE,
    OVERDUE,
    SETTLED,
    Held,
    Standing,
)
from oversight.periods import in_words
from oversight.wording.bodies import the
from oversight.wording.referrals import promise_state
from oversight.wording.words import listed, many, plain, sentence

# What a group of the list is called, and a number of asks beside its squares.
GROUPS = {
    OVERDUE: "Past their date",
    AT_RISK: "At risk, due within a quarter",
    NOT_YET_DUE: "Not yet due",
    NO_DATE: "No calendar date, so never late",
    KEPT: "Kept as to figures",
    SETTLED: "Closed",
}
COUNTED = {
    OVERDUE: "overdue",
    AT_RISK: "at risk",
    NOT_YET_DUE: "not yet due",
    NO_DATE: "with no calendar date",
    KEPT: "kept as to figures",
    SETTLED: "closed",
}
# What a filter of the list is called in a sentence.
FILTER_NAMES = {
    "owner": "owner",
    "theme": "theme",
    "response": "response",
    "delivery": "delivery",
    "time": "time",
    "q": "search",
}


def recommendations_title(found: Sequence[Held], on: date) -> str:
    """The finding of the page, of the asks of the recommendations alone."""
    mine = [one.standing for one in found if one.is_of_recommendation]
    times = [one.time for one in mine]
    late, dateless, closed = (times.count(time) for time in (OVERDUE, NO_DATE, SETTLED))
    to_come = len(mine) - late - dateless - closed
    if closed == len(mine):
        return f"All {many(closed, 'ask')} are closed"
    if not late:
        return f"{_answered(mine)}; {_ahead(mine)}"
    rest = [
        f"{count} {_verb(count, word)}"
        for count, word in (
            (to_come, "have a date to come"),
            (dateless, "have no date to miss"),
            (closed, "are closed"),
        )
        if count
    ]
    open_ = "open " if closed else ""
    if to_come:
        longest = -min(one.days for one in mine if one.time == OVERDUE)
        said = f"{late} of {many(len(mine), 'ask')} {_verb(late, 'are')} overdue, by up to"
        said = f"{said} {many(longest, 'day')}"
    elif dateless:
        said = f"Every {open_}ask with a date is overdue"
        rest[0] = rest[0] if closed else f"the other {rest[0]}"
    else:
        said = f"Every {open_}ask is overdue"
    return "; ".join(filter(None, (said, listed(rest))))


def _answered(mine: Sequence[Standing]) -> str:
    """How many asks have been answered, claimed and closed."""
    closed = sum(one.is_closed for one in mine)
    claimed = sum(one.is_claimed and not one.is_closed for one in mine)
    answered = sum(not asks.is_unanswered(one) for one in mine) - closed - claimed
    kinds = ((answered, "answered"), (claimed, "claimed complete"), (closed, "closed"))
    said = [f"{count} {word}" for count, word in kinds if count]
    if not said:
        # Of two owners one may have answered, or the Committee alone has spoken.
        said = ["none answered in full" if any(one.updates for one in mine) else "no response yet"]
    return f"{many(len(mine), 'ask')}, {listed(said)}"


def _ahead(mine: Sequence[Standing]) -> str:
    """How many open asks have a date, none of them past, and which comes first."""
    dated = sorted(one.due_on for one in mine if one.due_on and not one.is_closed)
    some = "open ones " if any(one.is_closed for one in mine) else ""
    if not dated:
        return "none of the open ones has a date" if some else "none has a date to miss"
    which = f", the first is {in_words(dated[0])}" if len(dated) > 1 else f", {in_words(dated[0])}"
    many_of_them = some if len(dated) > 1 else some.replace("ones", "one")
    return f"{len(dated)} {many_of_them}{_verb(len(dated), 'have')} a date{which}"


def position_cell(one: Held) -> str:
    """Where it stands in time: "Overdue 182 days", "Due in 30 days"."""
    standing = one.standing
    if standing.time == SETTLED:
        return sentence(standing.delivery)[:-1]
    if standing.time == KEPT:
        return "Kept as to figures"
    if standing.days is None:
        return "No date to miss"
    if standing.days < 0:
        return f"Overdue {many(-standing.days, 'day')}"
    due = f"due in {many(standing.days, 'day')}" if standing.days else "due today"
    return f"At risk: {due}" if standing.time == AT_RISK else sentence(due)[:-1]


def says_cell(one: Held) -> str:
    """What each body says of itself, and when the last word came; a faded one says so.

    Whether a promised figure came is told by the figures alone, in the words of every page.
    """
    standing = one.standing
    figures = [promise_state(one.kept)] if one.kept else []
    bodies = [key.body for key in asks.keys_of(standing)] if standing.updates else []
    if not bodies:
        return " ".join(figures) or "No response"
    said = "; ".join(f"{body}: {_word_of(standing, body)}" for body in bodies)
    last = ""
    if standing.last_word:
        fading = ", older than a quarter" if standing.is_stale else ""
        last = f". Last word {in_words(standing.last_word.said_on)}{fading}"
    return " ".join((*figures, f"{said}{last}"))


def _word_of(standing: Standing, body: str) -> str:
    """A body's response and delivery; what it calls closed is a claim."""
    words = standing.responses.get(body, ""), standing.claims.get(body, "")
    return ", ".join(filter(None, words)) or asks.RESPONSES[0]


def finds_cell(one: Held) -> str:
    """What the Committee finds, and whose word is wanting to close it; blank where nothing is."""
    standing = one.standing
    found = []
    if standing.assessment and COMMITTEE not in standing.owners:
        before = ", before a claim was taken back" if standing.is_void else ""
        found.append(f"{COMMITTEE} finds: {standing.assessment}{before}")
    if standing.waits_for:
        found.append(f"to close it waits for {listed(map(the, standing.waits_for))}")
    return sentence("; ".join(found))[:-1] if found else ""


def first_date_cell(one: Held) -> str:
    """The first date, which never changes, or what stands in its place."""
    if one.standing.first_due_on:
        return in_words(one.standing.first_due_on)
    basis = one.asked.due_basis.partition(";")[0]
    return "None set" if basis == "none" else sentence(basis)[:-1]


def later_date_cell(one: Held) -> str:
    """The last of the later dates with all the days slipped; blank where there is none."""
    standing = one.standing
    if not standing.moves:
        return ""
    last = standing.moves[-1]
    if standing.slipped is None:
        return f"{last.author} set {in_words(last.due_on)}"
    # A body names a day; only the Committee moves the one it is held to.
    how = "moved it to" if last.author == COMMITTEE else "names"
    return f"{last.author} {how} {in_words(last.due_on)}, {later_by(standing.slipped)}"


def later_by(days: int) -> str:
    """Days between one date and the next: "160 days later"."""
    if days == 0:
        return "as it stood"
    return f"{many(abs(days), 'day')} {'earlier' if days < 0 else 'later'}"


def theme_cell(one: Held) -> str:
    """The theme, and before it the kind of what stands outside the recommendations."""
    if one.is_of_recommendation:
        return one.asked.theme
    return f"{sentence(one.asked.kind)[:-1]}: {one.asked.theme}"


def lint_cell(one: Held) -> str:
    return ", ".join(one.lacks) or "clear"


def lint_sentence(found: Sequence[Held]) -> str:
    """What these asks lack to be held to: owners, dates, intervals."""
    without = {
        lack: [one.id for one in found if lack in one.lacks] for lack in ("no owner", "no interval")
    }
    dateless = sum(one.standing.due_on is None for one in found)
    said = []
    if names := without["no owner"]:
        said.append(f"{listed(names)} {_verb(len(names), 'have')} no owner")
    if dateless:
        said.append(f"{dateless} of {len(found)} {_verb(dateless, 'have')} no calendar date")
    if names := without["no interval"]:
        said.append(f"{listed(names)} {_verb(len(names), 'recur')} without an interval")
    return sentence("; ".join(said)) if said else "Each has an owner and a calendar date."


def silence_sentence(found: Sequence[Held], published_on: date, on: date) -> str:
    """How many asks have no response, and which step of the ladder that has led to."""
    silent = [one for one in found if asks.is_unanswered(one.standing)]
    if not silent:
        return "Each open ask has a response from all who owe one, so no step is due."
    in_part = [one.id for one in silent if _is_heard_of(one.standing)]
    wholly = len(silent) - len(in_part)
    formally = sum(one.standing.response == asks.RESPONSES[0] for one in found
                   if not one.standing.is_closed and not one.standing.is_kept)  # fmt: skip
    if formally == len(silent):
        count = f"{wholly} of {many(len(found), 'ask')} {_verb(wholly, 'have')} no response"
    else:
        count = (
            f"{formally} of {many(len(found), 'ask')} {_verb(formally, 'have')} no response,"
            f" {wholly} of them no answer of any kind"
        )
    if in_part:
        count = (
            f"{count}; {listed(in_part)} {_verb(len(in_part), 'have')} one from some owners only"
        )
    reached = asks.rung_reached(published_on, on)
    if reached is None:
        first = asks.ladder(published_on)[0]
        return f"{count}. The first step comes on {in_words(first.on)}: {first.step}."
    return f"{count}. The step reached, since {in_words(reached.on)}: {reached.step}."


def _is_heard_of(standing: Standing) -> bool:
    """Whether one of several owners has answered."""
    return any(not key.is_silent for key in asks.keys_of(standing))


def stands_where(number: int, mine: Iterable[Held]) -> str:
    """A recommendation stands where its worst ask does: "Recommendation 6: overdue (R6a)"."""
    worst = asks.worst(one.standing for one in mine)
    return f"Recommendation {number}: {worst.time} ({worst.ask})"


def glance_alt(found: Sequence[Held], on: date) -> str:
    """The picture of all asks in one sentence."""
    said = [f"{len(mine)} {COUNTED[time]}" for time, mine in asks.by_time(found).items()]
    return f"{many(len(found), 'ask')} on {in_words(on)}: {listed(said)}."


def matching_sentence(shown: int, every: int) -> str:
    return f"{shown} of {every} match."


def nothing_matches(stated: Mapping[str, str]) -> str:
    """That the filters leave nothing, which they are, and how to clear them."""
    said = listed(f"{FILTER_NAMES[key]} “{plain(text)}”" for key, text in stated.items())
    return f"Nothing matches {said}. Clear a filter by the cross in its box."


def nothing_received(on: date) -> str:
    return f"No status return had been received by {in_words(on)}."


def history_title(count: int) -> str:
    return f"{many(count, 'word')} on asks and promises, as a table and download"


def _verb(count: int, words: str) -> str:
    """A verb and what follows it, for one or for several."""
    if count != 1:
        return words
    verb, _, rest = words.partition(" ")
    one = {"have": "has", "are": "is"}.get(verb, f"{verb}s")
    return f"{one} {rest}".rstrip()
