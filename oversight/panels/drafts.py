"""A return that somebody made on the page: checked, then published as from the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from oversight import ROOT, definitions, home, publishing, reference, screening, wording
from oversight.access import AccessError, Principal
from oversight.definitions import DefinitionError
from oversight.home import HomeError
from oversight.panels.recording_forms import Sent
from oversight.publishing.building import BuildError
from oversight.reference import Reference, ReferenceFileError
from oversight.screening import Finding


@dataclass(frozen=True)
class Draft:
    """A return that was checked and awaits its publication; with findings it cannot be published.

    `of` is the form it was made with, `row` what was typed there; a file has none.
    """

    of: str
    content: bytes
    by: str
    row: Mapping[str, str]
    kind: str = ""
    entries: tuple[dict[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    failure: str = ""


def checked(of: str, sent: Sent, who: Principal) -> Draft:
    """What was sent as screening finds it; nothing is written anywhere."""
    draft = Draft(of, sent.content, sent.by, sent.row)
    files = reference.read_files(ROOT)
    today = datetime.now(UTC).date()
    try:
        indicators, lists = definitions.load(files), Reference(files)
        outcome = screening.screen(sent.content, indicators, lists, today, who.body)
    except (DefinitionError, ReferenceFileError) as error:
        return replace(draft, failure=str(error))
    findings = list(outcome.findings)
    if outcome.figures:
        message = "These are figures. Publish them with 'python -m oversight publish FILE'."
        findings.append(Finding("rows_are_expected", message))
    if not sent.by:
        findings.append(Finding("name_is_written", wording.NAMELESS, column="name"))
    return replace(
        draft, kind=outcome.kind, entries=outcome.entries, findings=tuple(findings)
    )  # fmt: skip


def published(draft: Draft, who: Principal) -> Draft | str:
    """Publish a draft: the receipt in words, or the draft with what speaks against it."""
    note = wording.return_note(draft.kind, draft.entries)
    try:
        receipt = publishing.publish(
            home.chosen(), reference.read_files(ROOT), draft.content,
            replace(who, name=draft.by), note,
        )  # fmt: skip
    except publishing.RefusedReturn as refused:
        return replace(draft, findings=refused.findings)
    except (AccessError, BuildError, DefinitionError, HomeError, ReferenceFileError) as error:
        return replace(draft, failure=str(error))
    except OSError as error:
        stands = home.chosen().current()
        # The disk may fill after the switch, when only the plain copy is still to be made.
        if stands is None or sha256(draft.content).hexdigest() not in stands.accepted:
            return replace(draft, failure=f"The disk cannot be used: {error.strerror or error}.")
        receipt = stands
    return wording.receipt(receipt.number, receipt.at, receipt.by, receipt.content, note)


def told(draft: Draft) -> list[str]:
    """The findings: by the boxes of a form, by line and column of a file."""
    if not draft.row:
        return [wording.plain(str(finding)) for finding in draft.findings]
    return [
        wording.mended_at(finding.column or _unprintable(draft.row, finding), finding.message)
        for finding in draft.findings
    ]


def _unprintable(row: Mapping[str, str], finding: Finding) -> str | None:
    """The box that holds the sign nobody sees, which screening finds in the file as a whole."""
    if finding.check != "is_printable":
        return None
    return next(
        column for column, cell in row.items() if not cell.replace("\n", "").isprintable()
    )  # fmt: skip
