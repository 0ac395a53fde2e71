"""Commands about returns: check one, publish it, let it wait, and what comes of those that wait."""

from __future__ import annotations

import argparse
from dataclasses import asdict, astuple
from datetime import UTC, datetime

from oversight import (
    ROOT,
    access,
    definitions,
    publishing,
    reference,
    rehearsal,
    returns,
    templates,
)
from oversight.commands import arguments, redaction
from oversight.commands.answers import DONE, REFUSED, TRY_AGAIN, Answer
from oversight.commands.publications import counts, receipt_lines
from oversight.commands.templates import write_new
from oversight.home import Home
from oversight.publishing import Checked, Pending, Receipt
from oversight.rehearsal import Rehearsal
from oversight.rehearsal.cells import rows_of
from oversight.screening import Finding
from oversight.screening.registry import STAGES
from oversight.wording import rehearsal as words

# Of the figures that a return does not hold and changes, so many are named.
MOST_NAMED = 12


def check(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Hold a return against every check, and tell what would read differently; nothing changes."""
    content = arguments.content(options.file)
    files = reference.read_files(ROOT)
    made = rehearsal.rehearse(where, files, content, access.local_user(options.by))
    checked = made.checked
    if options.notes:
        kind = returns.load(files)[checked.screened.kind]
        notes = templates.annotated(checked.findings, kind.header, checked.count)
        write_new(options.notes, notes)
    reasons = dict(options.accept)
    open_ones = [
        one for one in checked.findings if one.check not in reasons or one in checked.blocks
    ]
    told = "\n".join(
        [_heading(options.file, checked), *_told(checked), *_others(made), *_foretold(made)]
    )
    facts = {
        "kind": checked.screened.kind,
        "rows": checked.screened.rows,
        "loaded": checked.screened.size,
        "refused": checked.screened.refused,
        "reached": checked.screened.reached,
        "understood": list(checked.screened.understood),
        "count": checked.count,
        "findings": [str(finding) for finding in checked.findings],
        "places": [_place(finding) for finding in checked.findings],
        "number": checked.number,
        "new": checked.new,
        "changed": checked.changed,
        "same": checked.same,
        "withheld": checked.withheld,
        "sha256": checked.sha256,
        "rules": checked.rules,
        "would_read_differently": _differences(made),
    }
    if open_ones:
        answer.refuse(told, **facts)
        return REFUSED
    answer.say(told, **facts)
    return DONE


def publish(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Publish a return, or let it wait for a second person or for its hour."""
    files, content = reference.read_files(ROOT), arguments.content(options.file)
    principal, reasons = access.local_user(options.by), dict(options.accept)
    if options.hold or options.at or definitions.needs_second_person(files):
        state = publishing.SECOND_PERSON if options.hold or not options.at else publishing.TIMED
        held = publishing.hold(
            where, files, content, principal, options.note, reasons, state, options.at
        )
        answer.say(_waiting(held), **_facts(held))
        return DONE
    receipt = publishing.publish(where, files, content, principal, options.note, reasons)
    kind = receipt.kind.replace("_", " ")
    what = "figures" if kind == returns.OBSERVATIONS else f"{kind} rows"
    answer.say(
        f"Publication {receipt.number} is made with {receipt.rows} {what} of {options.file}.",
        **asdict(receipt),
    )
    return DONE


def pending(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """List the returns and the redactions that wait."""
    waiting = publishing.pending(where)
    for held in waiting:
        answer.say(_waiting(held), **_facts(held))
    if not redaction.pending(where, answer) and not waiting:
        answer.say("No return waits.", number=None)
    return DONE


def approve(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Publish a return that somebody else has sent, or carry out a redaction."""
    if redaction.waits(where, options.number):
        return redaction.approve(where, options, answer)
    files, principal = reference.read_files(ROOT), access.local_user(options.by)
    looked, _ = rehearsal.rehearse_held(where, files, options.number, principal)
    made = publishing.approve(
        where,
        files,
        options.number,
        principal,
        dict(options.accept),
        against=looked.checked.stand,
    )
    if isinstance(made, Pending):
        told = "\n".join([_waiting(made), *_foretold(looked)])
        answer.say(told, **_facts(made), would_read_differently=_differences(looked))
    else:
        _say_published(answer, options.number, made, looked)
    return DONE


def drop(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Take away a return or a redaction that waits."""
    if redaction.waits(where, options.number):
        return redaction.drop(where, options, answer)
    held = publishing.drop(where, options.number, access.local_user(options.by))
    answer.say(f"Return {held.number} is dropped. It was never published.", **_facts(held))
    return DONE


def release(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Publish every return whose hour has come."""
    released = publishing.release(
        where, reference.read_files(ROOT), access.local_user(options.by), datetime.now(UTC)
    )
    for one in released:
        if one.receipt:
            _say_published(answer, one.item.number, one.receipt)
        else:
            heading = f"Return {one.item.number} is not published."
            answer.refuse(
                "\n".join([heading, *one.refusal]), findings=list(one.refusal), **_facts(one.item)
            )
    if not released:
        answer.say("No return is due.", number=None)
    if any(one.is_to_be_tried_again for one in released):
        return TRY_AGAIN
    return REFUSED if any(one.receipt is None for one in released) else DONE


def _heading(file: str, checked: Checked) -> str:
    if checked.blocks:
        return f"{file} would not be accepted."
    if checked.asks:
        return f"{file} would become publication {checked.number}, with a reason for what is asked."
    return f"{file} would become publication {checked.number}."


def _told(checked: Checked) -> list[str]:
    screened = checked.screened
    lines = [
        f"{screened.rows:,} rows: {screened.size:,} loaded, {screened.refused:,} refused.",
        *screened.understood,
    ]
    if screened.reached:
        lines.append(f"Checking stopped at '{STAGES[screened.reached]}'.")
    if not checked.blocks:
        lines.append(f"{counts(checked)}.")
    lines += [str(finding) for finding in checked.findings]
    if checked.count > len(checked.findings):
        rest = checked.count - len(checked.findings)
        lines.append(f"{rest:,} more findings are not listed; mend these first.")
    return lines


def _place(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check,
        "stage": finding.stage,
        "severity": finding.severity,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
    }


def _say_published(
    answer: Answer, number: int, receipt: Receipt, looked: Rehearsal | None = None
) -> None:
    told = [f"Return {number} is publication {receipt.number}.", *receipt.moved]
    lines, facts = [*told, *receipt_lines(receipt)], asdict(receipt)
    if looked:
        lines += [line.replace(words.WOULD_READ, words.READS, 1) for line in _foretold(looked)]
        facts["would_read_differently"] = _differences(looked)
    answer.say("\n".join(lines), **facts)


def _others(made: Rehearsal) -> list[str]:
    """That figures which the return does not hold would read otherwise, and which."""
    cells = made.rehearsed.cells if made.rehearsed else None
    if cells is None or not len(cells.others):
        return []
    named = [
        (
            f"{row['What']}, {row['Period']}, {row['Where and whom']}",
            row["Public now"],
            row["After"],
        )
        for row in rows_of(cells.others.first(MOST_NAMED))
    ]
    return [words.others_in_a_line(named, len(cells.others))]


def _foretold(made: Rehearsal) -> list[str]:
    """What would read differently, one thing a line; nothing of a return that is to be mended."""
    if made.rehearsed is None:
        return []
    told = [words.told_in_a_line(*astuple(one)) for one in made.rehearsed.differences]
    return told or [f"{words.NOTHING_TOLD}."]


def _differences(made: Rehearsal) -> list[dict[str, str | None]]:
    return [asdict(one) for one in made.rehearsed.differences] if made.rehearsed else []


def _waiting(held: Pending) -> str:
    """A return that waits, in one line."""
    what = f"{held.number}  {held.by}  {held.note or 'no note'}  {held.rows:,} rows"
    if held.state == publishing.DRAFT:
        return f"{what}: a draft"
    if held.state == publishing.TIMED:
        return f"{what}: waits for {held.hour}"
    until = f", then for {held.hour}" if held.due else ""
    return f"{what}: waits for somebody else to approve it{until}"


def _facts(held: Pending) -> dict[str, object]:
    return {**asdict(held), "reasons": dict(held.reasons)}
