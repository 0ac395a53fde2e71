"""One ask in full: its finding, its two keys, what it still needs, and a reminder to send."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from oversight import asks
from oversight.asks import COMMITTEE, KEPT, OVERDUE, SETTLED, Evidence, Held, Key, Standing
from oversight.asks import Update as Said
from oversight.periods import in_words
from oversight.themes import Deadlines
from oversight.wording.bodies import does, the
from oversight.wording.referrals import promise_state
from oversight.wording.words import listed, many, plain, sentence

NOTHING = "nothing has been received"

# What a body's last word comes to, as the end of a sentence about it.
_CLAIMS = {
    "not started": "says it has not started",
    "in progress": "says it is in progress",
    "claimed complete": "claims it complete",
    "claimed not to be done": "says it will not be done",
    "claimed superseded": "says it is superseded",
}
_ANSWERS = {
    "accepted": "accepts it",
    "accepted in part": "accepts it in part",
    "accepted in principle": "accepts it in principle",
    "not accepted": "does not accept it",
}
_FINDINGS = {
    "not started": "finds it not started",
    "in progress": "finds it in progress",
    "claimed complete": "notes the claim",
    "closed: implemented": "finds it implemented",
    "closed: not implemented": "finds it not implemented",
    "closed: superseded": "finds it superseded",
}
_ENDED = {"not implemented": "will not be done", "superseded": "superseded"}
_LACKS = {
    "no owner": "**No owner:** nobody was named, so any body may claim it.",
    "no date": "**No date:** no calendar date was set, so it can never be overdue.",
    "no interval": "**No interval:** it recurs, yet nobody said how often.",
}


def kind_in_full(one: Held) -> str:
    """What kind of ask or promise it is, said so that none is taken for a recommendation."""
    if one.is_of_recommendation:
        return f"Recommendation {one.asked.recommendation}"
    if one.is_promise:
        return f"{sentence(one.asked.kind)[:-1]}, not a recommendation"
    return "Asked in the text, outside the numbered recommendations"


def subject(one: Held) -> str:
    """An ask as a sentence names it, marked where it stands outside the recommendations."""
    if one.asked.kind == "committee's own promise":
        return f"The Committee's own promise {one.id}"
    if one.is_promise:
        return f"Promise {one.id}"
    return one.id if one.is_of_recommendation else f"Unnumbered ask {one.id}"


def ask_title(one: Held) -> str:
    """The finding: where it stands in time, and the last word of each key."""
    stands, name = one.standing, subject(one)
    if stands.time == SETTLED:
        return f"{name} {_closed(stands)}"
    if stands.time == KEPT:
        late = f", {many(one.kept.days_late, 'day')} late" if one.kept.days_late else ""
        return f"{name} is kept as to figures{late}"
    if not stands.updates and stands.due_on is None:
        lacking = "neither owner nor date" if not stands.owners else "no date set"
        return f"{name} has {lacking}; {NOTHING}"
    if stands.due_on is None:
        return f"{name}: {where_it_stands(one)}"
    return f"{name} is {in_time(stands)}; {where_it_stands(one)}"


def in_time(stands: Standing) -> str:
    """Where it stands against its date: "8 days overdue", "due in 30 days", "due today"."""
    if stands.days < 0:
        return f"{many(-stands.days, 'day')} overdue"
    return f"due in {many(stands.days, 'day')}" if stands.days else "due today"


def where_it_stands(one: Held) -> str:
    """The last word of each key in one sentence."""
    stands = one.standing
    if not stands.updates:
        if one.kept is None:
            return NOTHING
        return "what has come is withheld [c]" if one.kept.withheld else "no figure was supplied"
    said = [does(key.body, _says(stands, key)) for key in asks.keys_of(stands)]
    if stands.assessment and COMMITTEE in stands.owners:
        return "; ".join(said)
    if stands.is_void:
        said.append(f"the {COMMITTEE} had closed it before that")
    elif stands.assessment:
        said.append(f"the {COMMITTEE} {_FINDINGS[stands.assessment]}")
    elif stands.waits_for == (COMMITTEE,):
        said.append(f"the {COMMITTEE} has not assessed it")
    return "; ".join(said)


def answer_so_far(stands: Standing) -> str:
    """What there is of an answer in few words, such as "in progress"; nothing where none is."""
    keys = asks.keys_of(stands)
    silent = [key.body for key in keys if key.is_silent]
    if len(silent) == len(keys):
        return ""
    if silent:
        return f"no answer from {listed(the(body) for body in silent)}"
    return stands.claimed if stands.claims else stands.response


def first_date(one: Held) -> str:
    """The first date and, where it lies ahead or was moved, how far; late is said apart."""
    stands = one.standing
    if stands.first_due_on is None:
        basis = one.asked.due_basis
        none = "none set" if basis in ("", "none") else f"none set: {basis}"
        return f"{none}; held to {in_words(stands.due_on)}" if stands.due_on else none
    said = in_words(stands.first_due_on)
    if stands.due_on != stands.first_due_on:
        return f"{said}, now held to {in_words(stands.due_on)}"
    if stands.time in (SETTLED, KEPT, OVERDUE):
        return said
    return f"{said}, {in_time(stands)}"


def later_words(stands: Standing, one: Said) -> str:
    """A later date as it was said, and how far it lies from the first."""
    said = in_words(one.revised_due_on)
    if stands.first_due_on is None:
        return said
    days = (one.revised_due_on - stands.first_due_on).days
    return f"{said}, {many(abs(days), 'day')} {'after' if days >= 0 else 'before'} the first"


def later_date(stands: Standing) -> str:
    """The date that a body has named for itself, which the one it is held to is not."""
    if not stands.moves or stands.moves[-1].due_on == stands.due_on:
        return ""
    last = stands.moves[-1]
    return sentence(does(last.author, f"names {in_words(last.due_on)}"))[:-1]


def when_due(one: Held) -> str:
    """How it stands, in sentences that follow what was asked; nothing where all lies ahead."""
    stands = one.standing
    if stands.is_closed:
        return sentence(stands.delivery)
    answer, said = answer_so_far(stands), ""
    if one.kept:
        said = promise_state(one.kept)
    elif stands.days is not None and stands.days < 0:
        said = f"Overdue by {many(-stands.days, 'day')}; {answer or 'no answer is recorded'}."
    elif answer:
        said = sentence(answer)
    later = later_date(stands)
    return " ".join(part for part in (said, later and sentence(later)) if part)


def dated_badge(found: Deadlines) -> str:
    """Whether any of so many asks is overdue, has its date before it, or neither."""
    if found.overdue:
        return "Overdue"
    return "Not yet due" if found.ahead or not found.dated else "None still due"


def key_words(key: Key, is_finding: bool) -> str:
    """What a key says now, large on its card; a body closes nothing, so it claims."""
    if key.delivery:
        said = key.delivery.delivery if is_finding else key.claim
    elif is_finding:
        said = "not assessed yet"
    elif key.response:
        said = key.response.response
    else:
        said = "a later date, no more" if key.later else "nothing received"
    return sentence(said)[:-1]


def said_on(stands: Standing, one: Said) -> str:
    """The day on which a word was said, how long ago, and whether it fades."""
    ago = (stands.on - one.said_on).days
    text = f"{in_words(one.said_on)}, {many(ago, 'day')} ago" if ago else in_words(one.said_on)
    return f"{text}; it fades: older than a quarter" if stands.fades(one) else text


def evidence_link(found: Evidence | None) -> str:
    """Evidence as Markdown: a link only where it leads to the web."""
    if found is None:
        return "none given"
    title = plain(found.title)
    if _is_web(found.link):
        title = f"[{title}]({quote(found.link, safe=':/?#@!$&+,;=%~-._')})"
    where = [plain(part) for part in (found.dated, found.page) if part]
    return ", ".join([title, *where])


def evidence_text(found: Evidence | None) -> str:
    """Evidence as a text: title, date and page."""
    if found is None:
        return "none given"
    return ", ".join(part for part in (found.title, found.dated, found.page) if part)


def still_needed(stands: Standing) -> str:
    """What must yet come to close it."""
    assessment = f"the {COMMITTEE}'s assessment, with evidence"
    if COMMITTEE in stands.owners:
        return (
            f"Nothing: the {COMMITTEE} alone may close its own promise, and has."
            if stands.is_closed
            else f"The {COMMITTEE}'s own word, with evidence, that it is done."
        )
    if stands.is_closed:
        return "Nothing: both keys have turned."
    if stands.rejected and stands.is_claimed:
        who = listed(map(the, stands.rejected))
        return sentence(f"a further word of {who}, for the claim is not shared; then {assessment}")
    if stands.is_claimed:
        return sentence(assessment)
    if not stands.owners:
        return sentence(f"a body that takes it on and claims it complete, with evidence;"
                        f" {assessment}")  # fmt: skip
    who = listed(the(key.body) for key in asks.keys_of(stands) if not key.is_turned)
    claim = f"the word of {who} that it is complete, with evidence"
    if stands.is_assessed_closed:
        # What was not done, or is overtaken, the body need not call complete.
        how = stands.assessment.removeprefix(asks.CLOSED)
        done = "complete" if how == "implemented" else f"complete or {_ENDED[how]}"
        return sentence(f"the word of {who} that it is {done}, with evidence")
    return sentence(f"{claim}; {assessment}")


def lint(one: Held) -> list[str]:
    """What it lacks to be held to, a sentence each."""
    said = [_LACKS[name] for name in one.lacks]
    if "no owner" in one.lacks and one.asked.who not in ("nobody named", "not stated"):
        said[0] = f"**No owner:** asked of {one.asked.who}, so of no one body; any may claim it."
    return said


def _says(stands: Standing, key: Key) -> str:
    """What a body says, how long ago where that fades."""
    if key.delivery:
        said = _CLAIMS.get(key.claim) or f"says it is {key.claim}"
        one = key.delivery
    elif key.response:
        said, one = _ANSWERS[key.response.response], key.response
    elif key.later:
        said, one = "has only named a later date", key.later
    else:
        return "has said nothing"
    if not stands.fades(one):
        return said
    return f"{said} ({many((stands.on - one.said_on).days, 'day')} ago)"


def _closed(stands: Standing) -> str:
    how = stands.delivery.removeprefix(asks.CLOSED)
    if stands.first_due_on is None:
        return f"closed as {how} on {in_words(stands.closed_on)}"
    days = (stands.closed_on - stands.first_due_on).days
    when = f"{many(abs(days), 'day')} {'after' if days > 0 else 'before'}" if days else "on"
    return f"closed as {how} {when} its first date"


def _is_web(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
