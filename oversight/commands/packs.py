"""The command that writes a pack: what a meeting takes away, in the form its name tells."""

from __future__ import annotations

import argparse
from pathlib import Path

from oversight import store
from oversight.commands.answers import DONE, Answer, UsageError
from oversight.commands.templates import write_new
from oversight.home import Home

FORMS = (".pptx", ".xlsx", ".html", ".zip")


def pack(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Write the pack of a publication, read on a day, as a new file."""
    # Imported here: no other command needs what slides, questions and claims are made of.
    from oversight import packs, wording

    form = Path(options.out).suffix.lower()
    if form not in FORMS:
        raise UsageError(
            f"'{options.out}' tells no form. Name a file that ends in"
            f" {wording.listed(FORMS, 'or')}."
        )
    if Path(options.out).exists():
        raise UsageError(f"{options.out} is there already. Name another file.")
    chosen = (
        store.numbered(where, options.publication) if options.publication else store.current(where)
    )
    made = packs.made(
        chosen, options.on or chosen.published_on, current=where.published()[-1].number
    )
    write_new(options.out, getattr(packs, f"as_{form[1:]}")(made))
    items = wording.many(len(made.items), "item")
    questions = wording.many(len(made.questions), "question")
    answer.say(
        f"{options.out}: publication {chosen.number} read on {made.position.on}, {items},"
        f" {questions}.",
        out=options.out, publication=chosen.number, on=made.position.on.isoformat(),
        items=len(made.items), questions=len(made.questions),
    )  # fmt: skip
    return DONE
