"""Words of the Returns page: what returns are, what is to be mended, what publishing would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from oversight.periods import in_words
from oversight.wording.referrals import number_word
from oversight.wording.words import INVENTED, listed, many

NEVER_KEPT = (
    "A file that is refused is not kept. What is to be mended, with those rows as written, stays in"
    " memory until you start again or send another file; or, once you have closed this page, until"
    " the server forgets the visit some minutes later."
)
SEND_TITLE = "Send a return: it is checked first, and nothing changes until you publish"
CHECKING_TITLE = "Under way: the file is being checked, and nothing changes"
WITHDRAWING_TITLE = "Under way: readers see the old publication until the new one is whole"
NAMELESS_FILE = "The file"
NOTHING_CHECKED = "Nothing was checked, and nothing is kept."
NOTHING_PUBLISHED = "Nothing was published."
NOTHING_WITHDRAWN = "Nothing was withdrawn."
NOTHING_DONE = "Nothing was done."
BEGINS = "Beginning"
UNDER_WAY_TITLE = WITHDRAWING_TITLE
LAYING_ASIDE = "Checking it once more, and laying it aside"
LAYING_ASIDE_TITLE = "Under way: the return is laid aside, and readers see nothing of it"
NOTHING_WAITS = "No draft, and nothing that awaits a second person or its hour."
UNNAMED = "A return without a note"
# What the button says that publishes a return which waits.
APPROVES = {
    "draft": "Publish it",
    "second person": "Approve and publish",
    "timed": "Approve it for its hour",
}
LOOK_FIRST = "See what it would change now"
LOOKED_AT = "What it would change now, against publication"
WAITS_FOR = {
    "draft": "it is a draft",
    "second person": "it waits for a second person",
    "timed": "it waits for its hour",
}
TAKE_A_TEMPLATE = "Take the template, and fill it in"
SEND_IT = "Send the file"
UNDERSTOOD = "What was taken to mean something"
GIVE_REASONS = "Is it right all the same?"
WITHDRAWING = "Building the publication without that return"
IF_YOU_LEAVE_CHECKING = (
    "Nothing changes while it is checked. The file is in memory alone: until it is refused, or you"
    " have decided about it; or, once you have closed this page, until the server forgets the visit"
    " some minutes later."
)
IF_YOU_LEAVE = (
    "If you leave this page it goes on. Readers see the old publication until the new one is whole."
)
UNDO = (
    "A new publication leaves this return out. Nothing is taken away: earlier publications read as"
    " they did, and the reason stands beside the new one."
)
WHAT_RETURNS_ARE = (
    "Figures come in as **returns**: spreadsheets saved as CSV, sent four times a year; what bodies"
    " say of the asks comes the same way. Each is checked, rehearsed and then published as a new"
    " publication. Earlier publications stay readable under their number, and a return that was"
    " wrong is undone by publishing without it, with the reason beside it."
)
WHO_MAY_SEND = (
    "Staff of MOPAC and of the Met send them. This copy is read only: whoever runs the dashboard on"
    " their own machine with “make run”, and opens it there, may send from this page."
)
DIALECT = (
    "A CSV file in UTF-8: the columns below in the first row, one row for each entry, commas"
    " between the cells. What cannot be understood is refused with its line and column, and never"
    " guessed."
)
TEMPLATE = (
    "A template has the right columns and ids, and the rows that are wanted next: write what is"
    " missing, take out what you have nothing for, add rows below. The Excel workbook lists all"
    " that may be written; save its sheet Return as CSV UTF-8, which is what is sent."
)
CHECKED = (
    "A file goes through these checks in order. All that is wrong in a stage is told at once, with"
    " line and column; then it stops there."
)
SEVERITIES = {"blocks": "it is to be mended", "asks": "a reason is asked for"}
PUBLICATIONS = (
    "Each was made whole, beside the one before, and never changed since, but for a figure that it"
    " says was redacted. The number opens it; what it did leads to all that it changed."
)
# What each stage of screening looks at, while it waits and once it is passed.
STAGE_WAITS = {
    "received": "Plain text, a readable file",
    "shape": "The columns of one kind of return",
    "words": "Indicators, periods, places and markers",
    "figures": "Each figure once, and totals that fit",
    "protection": "Small numbers, and subtraction",
    "rehearsal": "What would change, before it does",
}
STAGE_PASSED = {
    "received": "Plain text, UTF-8",
    "shape": "All the columns, and nothing else",
    "words": "Every word and place is known",
    "figures": "Each figure stands once; totals fit",
    "protection": "No small number can point at a child",
    "rehearsal": "See what would change",
}
REHEARSAL = "Rehearsal"
# What whoever publishes has looked at; each is ticked.
SIGN_OFF = (
    "The figures are those of the source: I have compared them",
    "I have looked at every small number, and at what is withheld",
    "The note below tells readers what this return is",
)
RECEIPT = {
    "is_invented": "Status",
    "number": "Publication",
    "at": "Made at",
    "by": "By",
    "note": "Note for readers",
    "sha256": "SHA-256 of the file",
    "rules": "Rules it was checked by",
    "rows": "Its rows",
    "reasons": "Reasons given",
    "content": "Content digest",
}
STEPS = ("check", "rehearse", "publish")


def returns_title(number: int, returns: int, last: date | None) -> str:
    """The page's finding for readers: what stands, and what it was made with."""
    if not returns:
        return f"Readers see publication {number}; no return has been sent since the report"
    if returns == 1:
        return f"One return stands in publication {number}; it came on {in_words(last)}"
    return f"{returns:,} returns stand in publication {number}; the last came on {in_words(last)}"


def steps(at: int) -> str:
    """The three steps in a row, the one that is under way strong."""
    said = [f"{place} {name}" for place, name in enumerate(STEPS, start=1)]
    return " &ensp;›&ensp; ".join(
        f"**{one}**" if place == at else one for place, one in enumerate(said, start=1)
    )


def mending_title(refused: int, findings: int) -> str:
    """That nothing was published, and how much is to be mended: in lines, where it is in lines."""
    if refused:
        what = "one line needs" if refused == 1 else f"{number_word(refused)} lines need"
    else:
        what = "one thing needs" if findings == 1 else f"{number_word(findings)} things need"
    return f"Nothing was published: {what} mending"


def asking_title(asks: int) -> str:
    what = "one thing needs" if asks == 1 else f"{number_word(asks)} things need"
    return f"Nothing is published yet: {what} a reason"


def published_title(number: int) -> str:
    return f"Publication {number} stands: readers see it from now on"


def withdrawn_title(number: int, withdrawn: int) -> str:
    return f"Publication {number} stands without the return of publication {withdrawn}"


def file_facts(rows: int, refused: int, findings: int, is_refused: bool) -> str:
    """What is in a file, beside its name."""
    kept = "not kept" if is_refused else "held until you decide"
    if not rows:
        return f"{many(findings, 'thing')} to mend · {kept}"
    return f"{many(rows, 'row')} · {rows - refused:,} fine · {refused:,} to mend · {kept}"


def more_findings(count: int, told: int) -> str:
    """How many findings are not listed."""
    return f"{count - told:,} more are not listed. Mend these first: the rest may go with them."


def laid_aside(number: int, state: str) -> str:
    return (
        f"Return {number} is laid aside: {WAITS_FOR[state]}. Readers see nothing of it. It stands"
        " under “My returns”."
    )


def waits(held: Mapping[str, Any], hour: str) -> str:
    """What waits, who sent it and when, what it would do, and what it waits for."""
    on = in_words(datetime.fromisoformat(held["at"]).date())
    approved = f", approved by {held['approved_by']}" if held["approved_by"] else ""
    waits_for = f"{WAITS_FOR[held['state']]} ({hour})" if hour else WAITS_FOR[held["state"]]
    reasons = "; ".join(held["reasons"].values())
    said = (
        f"Return {held['number']}, sent by {held['by']} on {on}{approved}; {waits_for}."
        f" Rows {rows_in_short(held)}."
    )
    return f"{said} Reasons given: {reasons}." if reasons else said


def rows_in_short(held: Mapping[str, Any]) -> str:
    """How the rows of a return compare with what stands."""
    return (
        f"{held['rows']:,}: {held['new']:,} added, {held['changed']:,} changed,"
        f" {held['same']:,} as they stood; {held['withheld']:,} withheld to protect children"
    )


def waits_on(number: int, hour: str) -> str:
    return f"Return {number} is approved, and is published on {hour}."


def untouched(number: int) -> str:
    return (
        f"The published figures are untouched. Readers see publication {number} until you publish."
    )


def stage_stopped(findings: int, asks: int) -> str:
    parts = [many(findings, "finding")] if findings else []
    parts += [f"{asks:,} to give a reason for"] if asks else []
    return listed(parts)


def more_indicators(count: int, framework: str) -> str:
    return f"{many(count, 'more indicator')}: {framework}"


def from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def one_line(text: str | None) -> str:
    """What was typed, in one line; spaces of web pages are plain ones."""
    return " ".join((text or "").split())


def missing_sentence(missing: Sequence[str], so_far: str = NOTHING_PUBLISHED) -> str:
    """What a form still lacks."""
    return f"{so_far} Still to do: {listed(missing)}."


def box_for_a_file(megabytes: int) -> str:
    return f"A return as CSV, at most {megabytes} MB. It is checked at once."


def reason_label(says: str) -> str:
    return f"{says} Why is it right here?"


def under_way_title(number: int) -> str:
    return f"Under way: readers see publication {number} until the next is whole"


def old_publication(number: int) -> str:
    """Why staff cannot send from here."""
    return (
        f"Nothing can be sent into publication {number}: a newer one stands. Choose the current"
        " publication above to send a return."
    )


def what_it_did(returns: int, withdrawn: Sequence[int]) -> str:
    """What a publication brought or left out, for readers."""
    if returns:
        return "brought a return"
    if withdrawn:
        return f"left out the return of publication {listed(map(str, withdrawn))}"
    return "no return"


def became(withdrawn_in: int | None) -> str:
    return "stands" if withdrawn_in is None else f"withdrawn in publication {withdrawn_in}"


def receipt_facts(receipt: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The lines of a receipt, by what each is called; what a publication has not is left out."""
    made = datetime.fromisoformat(receipt["at"])
    told = {
        **receipt,
        "at": f"{in_words(made.date())}, {made:%H:%M:%S} UTC",
        "rows": rows_in_short(receipt) if receipt["sha256"] else "",
        "reasons": "; ".join(f"{check}: {why}" for check, why in receipt["reasons"].items()),
        "is_invented": INVENTED if receipt["is_invented"] else "",
    }
    return [(label, str(told[name])) for name, label in RECEIPT.items() if told[name]]
