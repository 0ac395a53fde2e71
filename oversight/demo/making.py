"""Making a home to rehearse with, and going on where it was left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from oversight import definitions, publishing
from oversight.access import Principal
from oversight.definitions import INVENTED_MARK
from oversight.demo.steps import Step, steps
from oversight.home import Home
from oversight.reference import Files

# Who approves where the settings want a second person.
SECOND = f"{INVENTED_MARK} second person"
TAKEN_BACK = f"{INVENTED_MARK}: it was typed wrongly"


@dataclass(frozen=True)
class Made:
    """How many publications were made now, and how many the home holds."""

    new: int
    publications: int


def make(where: Home, files: Files, principal: Principal) -> Made:
    """Publish what the home does not hold yet; nothing where it holds all of it.

    What staff have published or withdrawn there meanwhile stays as it is.

    Raises:
        HomeError: it holds figures that are not invented, or cannot be used.
        RefusedReturn: what staff have published there contradicts what is still to come.
        DefinitionError, ReferenceFileError, BuildError: the files do not hold.
    """
    before = len(where.entries())
    files = definitions.as_invented(files)
    publishing.ensure_built(where, files, principal)
    for step in steps(files):
        # Told by its note: what a rehearsal took away is not brought again.
        if _number(where, step.note) is None:
            if not step.waits:
                _publish(where, files, step, principal)
            elif len(where.entries()) > before:
                _hold(where, files, step, principal)
        if step.is_taken_back and _number(where, TAKEN_BACK) is None:
            number = _number(where, step.note)
            publishing.withdraw(where, files, number, principal, TAKEN_BACK)
    count = len(where.entries())
    return Made(count - before, count)


def _number(where: Home, note: str) -> int | None:
    """The publication that was made under this note."""
    return next((entry.number for entry in where.entries() if entry.note == note), None)


def _publish(where: Home, files: Files, step: Step, principal: Principal) -> None:
    if definitions.needs_second_person(files):
        held = _hold(where, files, step, principal)
        second = replace(principal, name=SECOND)
        publishing.approve(where, files, held.number, second)
    else:
        publishing.publish(where, files, step.content, principal, step.note, step.reasons)


def _hold(where: Home, files: Files, step: Step, principal: Principal) -> publishing.Pending:
    return publishing.hold(
        where, files, step.content, principal, step.note, step.reasons, publishing.SECOND_PERSON
    )
