"""What checking found, as HTML: each finding with its row as written, and how far the file got."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from oversight import wording
from oversight.panels.returns.hand import Hand
from oversight.screening import Finding
from oversight.screening.registry import ASKS, CHECKS, STAGES
from oversight.wording import returns as words

REHEARSAL = "rehearsal"
# What a stage looks like: its sign, and the word that says the same.
DONE, STOPPED, WAITS = (
    ("done", "✓", "Done"),
    ("stopped", "!", "Stopped here"),
    ("waits", "", "Waits"),
)
LONGEST_CELL = 60


def file_bar(hand: Hand) -> None:
    """The file's name and how much of it is fine."""
    checked = hand.checked
    screened = checked.screened
    facts = words.file_facts(screened.rows, screened.refused, checked.count, hand.is_refused)
    st.html(f'<p class="file-bar"><b>{escape(hand.name)}</b> <span>{escape(facts)}</span></p>')


def findings(found: Sequence[Finding], header: Sequence[str]) -> None:
    """Each finding: its line, what is wrong and how to mend it, and the row as it was written."""
    items = "".join(_item(one, header) for one in found)
    st.html(f'<ol class="findings">{items}</ol>')


def _item(finding: Finding, header: Sequence[str]) -> str:
    place = f"Line {finding.line}" if finding.line else "The file"
    column = f"<small>{escape(finding.column)}</small>" if finding.column else ""
    kind = ' class="asks"' if finding.severity == ASKS else ""
    return (
        f'<li{kind}><p class="line">{place}{column}</p><div>'
        f'<p class="what">{escape(finding.message)}</p>{_row(finding, header)}'
        f'<p class="why">Rule: {escape(CHECKS[finding.check].says)}</p></div></li>'
    )


def _row(finding: Finding, header: Sequence[str]) -> str:
    """The row as written, the cell that is meant marked; nothing where it must not be told."""
    if not finding.cells:
        return ""
    place = header.index(finding.column) if finding.column in header else -1
    cells = [escape(_short(cell)) for cell in finding.cells]
    # A marked cell that is blank has a width of its own, so that it is seen.
    marked = [
        f"<mark>{cell or '&emsp;'}</mark>" if at == place else cell for at, cell in enumerate(cells)
    ]
    return f'<p class="row"><code>{",".join(marked)}</code></p>'


def _short(cell: str) -> str:
    return cell if len(cell) <= LONGEST_CELL else f"{cell[:LONGEST_CELL]}…"


def understood(sentences: Sequence[str]) -> None:
    """What was written otherwise than it must be, and taken all the same."""
    if sentences:
        st.header(words.UNDERSTOOD)
        st.markdown("\n".join(f"- {wording.plain(one)}" for one in sentences))


def how_far(hand: Hand | None, number: int) -> None:
    """The stages in order: passed, stopped here, still to come; and what readers see meanwhile."""
    title = "How far the file got" if hand else "What happens to a file"
    st.header(title)
    names = [*STAGES, REHEARSAL]
    at = names.index(_reached(hand)) if hand else 0
    items = []
    for place, stage in enumerate(names):
        name = STAGES.get(stage, words.REHEARSAL)
        state, said = _state(hand, stage, place - at)
        items.append(_stage(name, state, said))
    st.html(f'<ol class="stages">{"".join(items)}</ol>')
    with st.container(key="row_untouched"):
        st.caption(words.untouched(number))


def _reached(hand: Hand) -> str:
    """The first stage in which something is to be done; the rehearsal where there is none."""
    checked = hand.checked
    open_findings = checked.blocks or (() if hand.is_answered else checked.asks)
    found = {one.stage for one in open_findings}
    return next((stage for stage in STAGES if stage in found), REHEARSAL)


def _state(hand: Hand | None, stage: str, after: int) -> tuple[tuple[str, str, str], str]:
    """How a stage looks and what is said of it; `after` is how far it lies behind that reached."""
    if hand is None or after > 0 or stage == REHEARSAL:
        return WAITS, words.STAGE_WAITS[stage]
    if after < 0:
        return DONE, words.STAGE_PASSED[stage]
    mine = [one for one in hand.checked.findings if one.stage == stage]
    asks = sum(one.severity == ASKS for one in mine)
    return STOPPED, words.stage_stopped(len(mine) - asks, asks)


def _stage(name: str, state: tuple[str, str, str], said: str) -> str:
    style, sign, word = state
    return (
        f'<li class="{style}"><span class="sign" aria-hidden="true">{sign}</span>'
        f'<div><b>{escape(name)}</b><span class="unseen"> {word}.</span>'
        f"<p>{escape(said)}</p></div></li>"
    )
