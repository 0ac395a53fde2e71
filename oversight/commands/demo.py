"""The command that makes a home to rehearse with."""

from __future__ import annotations

import argparse

from oversight import ROOT, access, demo, reference, wording
from oversight.commands.answers import DONE, Answer, UsageError
from oversight.home import Home

# Beside the real one, so that neither is taken for the other.
FOLDER = ROOT / "data" / "demo"


def make(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Make a home of invented figures, or go on where it was left; OVERSIGHT_HOME is not asked."""
    where = where if options.home else Home(FOLDER)
    if where.entries() and not where.is_invented:
        raise UsageError(
            f"{where.path} holds figures that are not invented. Name another folder with --home;"
            f" without it, {FOLDER.name} is made beside the real home."
        )
    made = demo.make(where, reference.read_files(ROOT), access.local_user(options.by))
    done = f"{wording.many(made.new, 'publication')} made" if made.new else "Nothing is new"
    answer.say(
        f"{wording.INVENTED}: {done}. {where.path} holds {made.publications}.",
        new=made.new,
        publications=made.publications,
        home=str(where.path),
    )
    return DONE
