"""Commands about redactions: ask for one, list those that wait, carry one out, call it off."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from oversight import access, publishing, wording
from oversight.commands.answers import DONE, Answer
from oversight.home import Home
from oversight.publishing import redacting
from oversight.publishing.asked import Asked


def redact(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Ask for figures to be taken out; somebody else carries it out."""
    asked = redacting.redact(
        where, options.publication, options.cell, options.reason, access.local_user(options.by)
    )
    answer.say(_waiting(asked), **asdict(asked))
    return DONE


def pending(where: Home, answer: Answer) -> bool:
    """List the redactions that wait; whether there is any."""
    waiting = redacting.waiting(where)
    for asked in waiting:
        answer.say(_waiting(asked), **asdict(asked))
    return bool(waiting)


def waits(where: Home, number: int) -> bool:
    """Whether what waits under that number is a redaction."""
    return redacting.waits(where, number)


def approve(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Carry out a redaction that somebody else has asked for."""
    if options.accept:
        raise publishing.UnaskedReason("A redaction is asked nothing. Leave --accept out.")
    made = redacting.approve(where, options.number, access.local_user(options.by))
    one = len(made.publications) == 1
    told = [
        f"Publication{'' if one else 's'} {wording.listed(map(str, made.publications))} no longer"
        f" hold{'s' if one else ''} the figure of {_cells(made.cells)}."
    ]
    if made.further:
        it = "it" if made.further == 1 else "they"
        told.append(
            f"Withheld besides, since {it} would give the number away:"
            f" {wording.many(made.further, 'figure')}."
        )
    told += [f"Return {one}, which waited and said the same, is dropped." for one in made.dropped]
    answer.say("\n".join([*told, *made.left]), **asdict(made))
    return DONE


def drop(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Call a redaction off."""
    asked = redacting.drop(where, options.number, access.local_user(options.by))
    answer.say(f"Redaction {asked.number} is dropped. Nothing was redacted.", **asdict(asked))
    return DONE


def _waiting(asked: Asked) -> str:
    """A redaction that waits, in one line."""
    return (
        f"{asked.number}  {asked.by}  redaction of {_cells(asked.named)} from publication"
        f" {asked.publication} on: waits for somebody else to approve it"
    )


def _cells(named: tuple[str, ...]) -> str:
    return " and of ".join(named)
