"""What is to be mended in a file, as a file: each note beside the row it is about."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from oversight import wording
from oversight.screening import Finding
from oversight.screening.registry import ASKS

HEADER = ("line", "column", "must", "what was written", "what to write instead")
MUST = {True: "give a reason", False: "mend"}


def annotated(
    findings: Sequence[Finding], header: Sequence[str] = (), count: int | None = None
) -> bytes:
    """The notes on a file as a CSV, the row's own cells behind each; personal data is not told.

    Args:
        findings: what was found, each with its row as written where that may be told.
        header: the columns of the file.
        count: how many there are in all, where not all are listed.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*HEADER, *map(wording.harmless, header)])
    for one in findings:
        cells = [*one.cells, *[""] * (len(header) - len(one.cells))]
        at = header.index(one.column) if one.column in header else len(cells)
        written = cells[at] if at < len(one.cells) else ""
        must = MUST[one.severity == ASKS]
        row = (one.line, one.column, must, written, one.message, *cells)
        writer.writerow(map(wording.harmless, row))
    if count is not None and count > len(findings):
        more = f"{count - len(findings):,} more are not listed. Mend these first."
        writer.writerow(["", "", "", "", more, *[""] * len(header)])
    return text.getvalue().encode("utf-8-sig")
