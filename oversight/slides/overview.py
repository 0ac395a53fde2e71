"""The slide on where everything stands: a row a theme, each figure with its baseline."""

from __future__ import annotations

from oversight import bounds, framework, themes, wording
from oversight.charts.bands import RINGED, SOLID, look_of
from oversight.series import Point, sources_of_points
from oversight.slides.position import Position
from oversight.slides.referrals import cse_finding, said_in_words
from oversight.slides.signals import briefly, signal_of, with_signal
from oversight.slides.slide import Slide, Table
from oversight.slides.tables import printed_records, source
from oversight.slides.workforce import counted
from oversight.themes import Workforce
from oversight.wording import slides as words
from oversight.wording import slides_aloud as aloud
from oversight.wording.findings import at_work
from oversight.wording.framework import standing

NONE = "[x] in the years shown"


def where_we_are(position: Position) -> Slide:
    """Each theme's newest figure, what it is set against, and how firm it is."""
    changes = position.allegations.changes
    first = changes[0] if changes else None
    signal = briefly(signal_of(themes.BOTH, position))
    table = Table(
        ("Theme", "Figure", "Baseline", "Standing"),
        (
            _allegations(position),
            _workforce(position),
            _referrals(position),
            _team(position),
            _mutilation(position),
            _framework(position),
            _asks(position),
        ),
    )
    return Slide(
        name="where_we_are",
        title="Where we are",
        page="overview",
        finding=words.position_finding(first, position.year, position.deadlines),
        measure=words.read_on(position.publication, position.published_on, position.on),
        table=table,
        source=source(sources_of_points(_points(position)), position),
        read_aloud=with_signal(
            aloud.position(
                first,
                position.year,
                cse_finding(position),
                position.mutilation,
                position.deadlines,
            ),
            signal,
        ),
        baseline="Baseline: named in every row.",
        caveat=words.NEITHER,
        gap=words.owing_sentence(position.entries),
        records=printed_records(table),
        indicators=(themes.BOTH, themes.OFFICERS, themes.CSE, themes.CSE_IN_POST, themes.FGM),
        **signal,
    )


def _points(position: Position) -> tuple[Point | None, ...]:
    """The figures of the rows, as far as they were printed."""
    found, both = position.exploitation, position.allegations.both
    return (
        both.latest,
        both.previous,
        *(counted(position.year) if position.year else ()),
        found.counted or found.quarters.latest,
        found.expected,
        found.wanted,
        found.in_post,
        position.mutilation.referrals.latest,
        position.mutilation.baseline,
    )


def _allegations(position: Position) -> tuple[str, ...]:
    latest, changes = position.allegations.both.latest, position.allegations.changes
    name = "Rape and sexual assault"
    if latest is None:
        return name, NONE, "none", "–"
    first = changes[0] if changes else None
    against = f"{bounds.printed_change(first.per_cent)} on {first.base.period}" if first else "none"
    return (
        name,
        f"{wording.with_marker(latest)} {words.when(latest.period)}",
        against,
        standing(latest),
    )


def _workforce(position: Position) -> tuple[str, ...]:
    year = position.year
    if year is None:
        return "Officers at work", NONE, "none", "–"
    budget = wording.with_marker(year.budget)
    firm = _at_work_standing(year)
    return (
        "Officers at work",
        f"{at_work(year)} in {year.year}",
        f"{budget} posts budgeted",
        firm,
    )


def _at_work_standing(year: Workforce) -> str:
    """How firm officers at work are: as firm as the weakest figure that they rest on."""
    if not year.at_work.is_exact:
        return "△ a limit"
    look = look_of(year.at_work_on[0])
    return {SOLID: "● worked out", RINGED: "◉ worked out, provisional"}.get(look, "○ worked out")


def _referrals(position: Position) -> tuple[str, ...]:
    found, said = position.exploitation, said_in_words(position)
    expected = f"{wording.with_marker(found.expected)} expected" if found.expected else "none"
    latest = found.counted or found.quarters.latest
    if latest:
        figure = f"{wording.with_marker(latest)} {words.when(latest.period)}"
        return "CSE referrals", figure, expected, standing(latest)
    if said:
        return "CSE referrals", said[0].value_as_printed, expected, "– not counted"
    return "CSE referrals", NONE, expected, "–"


def _team(position: Position) -> tuple[str, ...]:
    found = position.exploitation
    wanted = f"{wording.with_marker(found.wanted)} wanted" if found.wanted else "none"
    if found.in_post is None:
        return "CSE officers", NONE, wanted, "–"
    figure = f"{wording.with_marker(found.in_post)} {words.when(found.in_post.period)}"
    return "CSE officers", figure, wanted, standing(found.in_post)


def _mutilation(position: Position) -> tuple[str, ...]:
    found = position.mutilation
    one, before = found.referrals, found.baseline
    if one.latest is None:
        return "FGM referrals", NONE, "none", "–"
    return (
        "FGM referrals",
        f"{wording.with_marker(one.latest)} in {one.latest.period}",
        f"{wording.with_marker(before)} in {before.period}" if before else "none",
        f"{standing(one.latest)}; no trend" if found.still_needed else standing(one.latest),
    )


def _framework(position: Position) -> tuple[str, ...]:
    have, wanted = framework.supplied(position.entries, "figure")
    return "Indicators with a figure", f"{have}", f"of {wanted} wanted", "● counted"


def _asks(position: Position) -> tuple[str, ...]:
    found = position.deadlines
    return (
        "Asks past their date",
        f"{len(found.overdue)}",
        f"of {found.all}, {found.dated} with a date",
        wording.dated_badge(found),
    )
