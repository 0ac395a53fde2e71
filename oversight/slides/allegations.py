"""The slide on allegations: the newest year, and the same number against every baseline."""

from __future__ import annotations

from collections.abc import Sequence

from oversight import series, themes, wording
from oversight.series import Change
from oversight.slides.position import Position
from oversight.slides.signals import signal_of, with_signal
from oversight.slides.slide import Slide, Table, Years
from oversight.slides.tables import as_records, by_year, notes_of, source, with_changes
from oversight.wording import slides as words
from oversight.wording import slides_aloud as aloud
from oversight.wording.signs import signs_of

# Baselines that fit beside the newest figure: the newest, and the oldest that documents speak of.
MOST_BASELINES = 4


def allegations(position: Position) -> Slide:
    """Rape and sexual assault allegations by financial year."""
    found = position.allegations
    both, shown = found.both, [found.both, found.sexual_assault, found.rape]
    changes = told(found.changes)
    first = changes[0] if changes else None
    signal = signal_of(themes.BOTH, position)
    drawing = None
    if both.known:
        drawing = Years((both,), notes_of(changes), words.gap_mark(both))
    return Slide(
        name="allegations",
        title="Allegations",
        page="allegations",
        finding=words.allegations_finding(first, both.latest),
        measure="Child abuse teams, London, financial years.",
        signs=signs_of(both.known),
        table=_table(position, changes),
        source=source(series.sources_of(shown), position),
        read_aloud=with_signal(aloud.allegations(changes, both), signal),
        drawing=drawing,
        baseline=words.baselines_sentence(changes) if changes else words.NOTHING_TO_COMPARE,
        caveat=words.NEITHER,
        gap=" ".join(filter(None, (
            words.missing_sentence(both),
            words.splits_owed(position.entry(themes.RAPE)),
        ))),
        alt=wording.described("Allegations of rape and sexual assault by financial year", [both]),
        records=tuple(as_records(one for one in found.every if one.points)),
        indicators=themes.ALLEGATIONS,
        **signal,
    )  # fmt: skip


def told(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that a slide tells: against the year before, and against the oldest ones."""
    return (*changes[:1], *changes[1:][-(MOST_BASELINES - 1) :])


def _table(position: Position, changes: Sequence[Change]) -> Table:
    found = position.allegations
    shown = [one for one in (found.both, found.sexual_assault, found.rape) if one.points]
    if not shown:
        return Table(("Financial year", found.both.label), (("years shown", "[x]"),))
    table = by_year(shown, "Financial year")
    latest = changes[0].point.period if changes else ""
    return with_changes(table, found.both.label, changes, latest)
