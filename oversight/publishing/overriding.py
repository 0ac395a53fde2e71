"""Another rule for small numbers takes a second person and a reason; the journal says so."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import definitions, reference
from oversight.access import AccessError, Principal
from oversight.definitions import PROTECTION, SETTINGS
from oversight.home import Entry, Home
from oversight.publishing import keeping, said
from oversight.reference import Files

# Under this name the journal keeps who changed the rule, and why.
CHANGED = "rule_for_small_numbers"


def agreed(
    where: Home, entries: Sequence[Entry], files: Files, principal: Principal
) -> dict[str, str]:
    """What the journal is to say of a rule that is not the one before; nothing where it is.

    Args:
        where: the home.
        entries: every publication.
        files: those that the next is made from.
        principal: who publishes it.

    Raises:
        AccessError: whoever changed the rule publishes under it first.
        UnfitWords: the name or the reason in the settings may not stand.
        DefinitionError: the settings cannot be read.
        HomeError: the kept inputs of the publication before cannot be read.
    """
    if entries and entries[-1].inputs == reference.digest(files):
        return {}
    settings = definitions.settings(files)
    rule = definitions.protection(settings)
    before = PROTECTION
    if entries:
        kept = keeping.kept_inputs(where, entries[-1].inputs)
        before = definitions.protection(definitions.settings(kept))
    if rule == before:
        return {}
    if rule == PROTECTION:
        return {CHANGED: "The usual rule holds again."}
    changed_by, why = settings["protection_changed_by"], settings["protection_reason"]
    said.name_is_fit(changed_by)
    said.reasons_are_fit({"the rule for small numbers": why})
    if said.same_person(changed_by, principal.name):
        raise AccessError(
            f"{changed_by} has changed the rule for small numbers ({SETTINGS}). Somebody else must"
            " publish under it first, with --by."
        )
    changes = ", ".join(
        f"{name} {before[name]} to {rule[name]}" for name in rule if rule[name] != before[name]
    )
    return {CHANGED: f"{changes}. Changed by {changed_by}: {why}"}
