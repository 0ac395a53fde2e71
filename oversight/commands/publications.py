"""Commands about publications: build, serve, export, list, withdraw, make again."""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import asdict

from oversight import ROOT, access, publishing, reference, store, wording
from oversight.commands.answers import DONE, REFUSED, Answer
from oversight.home import Home, HomeError
from oversight.publishing import Receipt
from oversight.wording.looking_back import looking_back
from oversight.wording.redactions import redacted_sentence


def build(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Publish where nothing is published or the inputs have changed."""
    receipt = publishing.ensure_built(
        where, reference.read_files(ROOT), access.local_user(options.by)
    )
    if receipt is None:
        answer.say("Nothing has changed since the last publication.", number=None)
    else:
        answer.say(f"Publication {receipt.number} is made: {receipt.note}.", number=receipt.number)
    return DONE


def serve(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Start the dashboard on 127.0.0.1."""
    # Imported here: only this command needs the web server and Streamlit.
    from oversight import server

    server.check_port(options.port)
    store.current(where)
    server.serve(where, options.port)
    return DONE


def export(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Write a publication's observations as CSV."""
    chosen = (
        store.numbered(where, options.publication) if options.publication else store.current(where)
    )
    rows = chosen.rows("export/observations")
    day, current = chosen.published_on, where.published()[-1]
    stamp = (
        wording.status_label(chosen.is_invented),
        looking_back(chosen.number, day, day, current.number),
    )
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow((*rows[0]._fields, "status", "looking_back"))
    writer.writerows([*map(wording.harmless, row), *stamp] for row in rows)
    return DONE


def publications(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """List the publications, oldest first, with their receipts where they are asked for."""
    for receipt in publishing.receipts(where):
        line = f"{receipt.number}  {receipt.at}  {receipt.by}  {receipt.note}"
        if receipt.is_invented:
            line = f"{line}  ({wording.INVENTED})"
        redacted = [redacted_sentence(notice) for notice in receipt.redacted]
        line = "\n    ".join([line, *dict.fromkeys(redacted)])
        told = asdict(receipt)
        if options.receipts:
            answer.say("\n".join([line, *receipt_lines(receipt)]), **told)
        else:
            public = ("number", "at", "by", "note", "content", "is_invented")
            public_facts = {name: told[name] for name in public}
            answer.say(line, **public_facts, redacted=redacted)
    return DONE


def withdraw(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Publish without the return of one publication."""
    receipt = publishing.withdraw(
        where,
        reference.read_files(ROOT),
        options.number,
        access.local_user(options.by),
        options.note,
    )
    answer.say(
        f"Publication {receipt.number} is made without the return of publication {options.number}.",
        number=receipt.number,
        content=receipt.content,
    )
    return DONE


def rebuild(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Make lost or damaged publications again, or only compare them."""
    if not where.entries():
        raise HomeError(
            f"There is no publication in {where.path}. Run 'python -m oversight build'."
        )
    if options.verify:
        differences = [str(difference) for difference in publishing.verify(where)]
        if differences:
            heading = "Not everything is as it was published:"
            answer.refuse("\n".join([heading, *differences]), differences=differences)
            return REFUSED
        count = len(where.entries())
        answer.say(f"{count} publication{'s' if count > 1 else ''} rebuilt: identical.")
        return DONE
    made = publishing.rebuild(where, access.local_user(options.by))
    names = ", ".join(map(str, made))
    answer.say(
        f"Made again: publication {names}." if made else "Every publication is whole.", made=made
    )
    return DONE


def receipt_lines(receipt: Receipt) -> list[str]:
    """A receipt below its first line: what came in, under which rules, and what it changed."""
    lines = [f"    content {receipt.content}"]
    if receipt.sha256:
        lines += [
            f"    file {receipt.sha256}, {receipt.rows:,} rows",
            f"    rules {receipt.rules}",
            f"    {counts(receipt)}",
        ]
    lines += [f"    {check}: {said}" for check, said in receipt.reasons.items()]
    return lines


def counts(cells: object) -> str:
    """How a return's cells compare with those published before, of a receipt or a check."""
    return (
        f"{cells.new:,} new, {cells.changed:,} changed, {cells.same:,} as published before;"
        f" {cells.withheld:,} withheld from readers"
    )
