"""A return that somebody made on the page: checked, then published as from the command line."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
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
from oversight.screening.registry import ASKS, BLOCKS


@dataclass(frozen=True)
class Draft:
    """A return that was checked and awaits its publication; with findings it cannot be published.

    `of` is the form it was made with, `row` what was typed there; where that makes several rows,
    `rows` says of what each is. `asks` want a reason each.
    """

    of: str
    content: bytes
    by: str
    row: Mapping[str, str]
    rows: tuple[str, ...] = ()
    kind: str = ""
    entries: tuple[dict[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    asks: tuple[Finding, ...] = ()
    failure: str = ""


def checked(of: str, sent: Sent, who: Principal) -> Draft:
    """What was sent as screening finds it; nothing is written anywhere."""
    draft = Draft(of, sent.content, sent.by, sent.row, sent.rows)
    today = datetime.now(UTC).date()
    try:
        files = publishing.files_of(home.chosen(), reference.read_files(ROOT))
        indicators, lists = definitions.load(files), Reference(files)
        outcome = screening.screen(sent.content, indicators, lists, today, who.body)
    except (DefinitionError, HomeError, ReferenceFileError) as error:
        return replace(draft, failure=str(error))
    findings = [finding for finding in outcome.findings if finding.severity == BLOCKS]
    asks = [finding for finding in outcome.findings if finding.severity == ASKS]
    if not sent.by:
        findings.append(Finding("name_is_written", wording.NAMELESS, column="name"))
    return replace(
        draft, kind=outcome.kind, entries=outcome.entries, findings=tuple(findings),
        asks=tuple(asks),
    )  # fmt: skip


def published(draft: Draft, who: Principal, reasons: Mapping[str, str]) -> Draft | str:
    """Publish a draft: the receipt in words, or the draft with what speaks against it.

    `reasons` answer what was asked, by check.
    """
    note = wording.return_note(draft.kind, draft.entries)
    try:
        receipt = publishing.publish(
            home.chosen(), reference.read_files(ROOT), draft.content,
            replace(who, name=draft.by), note, reasons,
        )  # fmt: skip
    except publishing.RefusedReturn as refused:
        return replace(draft, findings=refused.findings)
    except (
        AccessError, BuildError, DefinitionError, HomeError, ReferenceFileError,
        publishing.UnfitWords,
    ) as error:  # fmt: skip
        return replace(draft, failure=str(error))
    except OSError as error:
        stands = home.chosen().current()
        # The disk may fill after the switch, when only the plain copy is still to be made.
        if stands is None or sha256(draft.content).hexdigest() not in stands.accepted:
            return replace(draft, failure=f"The disk cannot be used: {error.strerror or error}.")
        receipt = stands
    return wording.receipt(receipt.number, receipt.at, receipt.by, receipt.content, note)


def told(draft: Draft, findings: Sequence[Finding]) -> list[str]:
    """Findings by the boxes of the form."""
    return [
        wording.mended_at(_box(draft, finding), finding.message, _row(draft, finding))
        for finding in findings
    ]


def _row(draft: Draft, finding: Finding) -> str:
    """What the row is of that a finding is about, where there are several; the header is line 1."""
    return dict(enumerate(draft.rows, start=2)).get(finding.line, "")


def _box(draft: Draft, finding: Finding) -> str | None:
    """The box that a finding is about: by its name or, as a spreadsheet does, by its letter.

    What is found of the file as a whole stands at its first line, and is of no box.
    """
    if finding.line == 1:
        return None
    if finding.column in wording.LABELS:
        return finding.column
    letter = (finding.column or "").removeprefix("column ")
    header = draft.content.decode("utf-8-sig").splitlines()[0].split(",")
    return dict(zip(string.ascii_uppercase, header, strict=False)).get(letter)
