"""Reading a publication for a meeting: the one way from its tables to a position."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from oversight import asks, claims, framework, series, themes
from oversight.remembered import remembered
from oversight.returns import ABOUT_QUESTIONS
from oversight.series import Series
from oversight.slides import NAMES, Position
from oversight.statistics import Break
from oversight.store import Publication, Rows, TooOld
from oversight.themes import Assessed
from oversight.themes.gaps import with_every_period


@remembered(maxsize=16)
def position(
    publication: Publication,
    on: date,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Position:
    """Where everything stands in a publication on a reading date, within the period shown;
    remembered.

    Raises:
        StoreError: the publication cannot be read, or is older than what is asked of it.
    """

    def shown(question: str, *indicators: str) -> tuple:
        return publication.rows(
            question, indicators=indicators, starts_on=starts_on, ends_on=ends_on
        )

    rows = publication.rows
    held = asks.held(rows("recommendations/asks"), rows("recommendations/updates"), on)
    topics = rows("partners/topics")
    named = sorted({name for row in topics for name in row.indicators})
    is_limited = starts_on is not None or ends_on is not None
    settings = {row.name: row.choice for row in rows("about/settings")}
    ever = rows("framework/latest", starts_on=None, ends_on=None)
    about = rows("framework/indicators")
    lines = _lines(publication, about)
    return Position(
        publication.number,
        publication.published_on,
        on,
        publication.content,
        publication.is_invented,
        settings.get("classification", "OFFICIAL"),
        themes.allegations(shown("series/yearly", *themes.ALLEGATIONS)),
        themes.workforce(
            shown("series/yearly", *themes.BUDGETED), shown("series/dated", *themes.COUNTED)
        ),
        themes.exploitation(
            shown("series/dated", *themes.EXPLOITATION),
            rows("cse_and_fgm/said_in_words", indicators=(themes.CSE,)),
        ),
        themes.mutilation(shown("series/dated", themes.FGM)),
        held,
        framework.entries(
            about,
            rows("framework/latest", starts_on=starts_on, ends_on=ends_on) if is_limited else ever,
            ever if is_limited else None,
            held,
        ),
        themes.partners(
            topics,
            rows("partners/indicators"),
            series.of(shown("series/dated", *named)),
            held,
            rows("partners/statements"),
        ),
        claims.documents(rows),
        tuple(row for row in rows("recommendations/actions") if row.met_on <= on),
        frozenset(row.indicator for row in rows("overview/without_figures")),
        rows("series/events", theme="demand"),
        agenda(publication, on),
        london_figures(about, shown),
        _assessed(shown),
        rows("partners/wholes")[0],
        lines=_lines(publication, about, starts_on, ends_on) if is_limited else lines,
        ever=lines,
        breaks=_breaks(publication),
        withheld_tables=_kept_since(publication, "about/withheld_tables"),
    )


def agenda(publication: Publication, on: date) -> Rows:
    """The running order that staff saved for the meeting of that day, or the nearest; perhaps none.

    What was known when it was saved and is made no more is passed over.

    Raises:
        StoreError: the publication cannot be read.
    """
    rows = _kept_since(publication, "meeting/agenda", on=on)
    known = {*NAMES, *(row.indicator for row in publication.rows("framework/indicators"))}
    return tuple(row for row in rows if row.slide in known or row.slide.startswith(ABOUT_QUESTIONS))


def _kept_since(publication: Publication, question: str, **parameters) -> Rows:
    """What a publication holds of a kind; one made before such was kept holds none."""
    try:
        return publication.rows(question, **parameters)
    except TooOld:
        return ()


def _breaks(publication: Publication) -> dict[str, tuple[Break, ...]]:
    """The breaks that definitions record, by indicator."""
    found: dict[str, tuple[Break, ...]] = {}
    for row in _kept_since(publication, "framework/breaks", indicator=None):
        one = Break(row.happened_on, row.reason)
        found[row.indicator] = (*found.get(row.indicator, ()), one)
    return found


def _lines(
    publication: Publication,
    about: Rows,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> dict[str, tuple[Series, ...]]:
    """The series of each indicator, as its page draws them: those of places alone added up."""
    period = {"starts_on": starts_on, "ends_on": ends_on}
    rows = publication.rows("framework/figures", indicator=None, **period)
    found = {
        name: tuple(line.series for line in lines)
        for name, lines in framework.with_sums(
            about, [one for one in rows if one.places is None]
        ).items()
    }
    apart = tuple(dict.fromkeys(row.indicator for row in rows if row.places is not None))
    added = publication.rows(
        "allegations/recorded_by_quarter", indicators=apart, borough=None, **period
    )
    return {**found, **{name: (one,) for name, one in series.of(added).items()}}


def london_figures(about: Rows, shown: Callable[..., tuple]) -> dict[str, Series]:
    """London's figures by indicator, with the years and quarters that lack between two others."""
    yearly = [row.indicator for row in about if row.clock == "financial year"]
    others = [row.indicator for row in about if row.clock != "financial year"]
    dated = shown("series/dated", *others)
    by_quarter = {row.indicator for row in dated if row.period_kind == "quarter"}
    # A year beside its own quarters would stand twice.
    once = tuple(
        row for row in dated if row.period_kind == "quarter" or row.indicator not in by_quarter
    )
    # States are counted on any day, and a year of a quarterly figure has no quarter after it.
    clocks = {
        row.indicator: row.clock
        for row in about
        if row.clock in ("calendar year", "year to November") or row.indicator in by_quarter
    }
    found = {
        name: with_every_period(one, clocks[name]) if name in clocks else one
        for name, one in series.of(once).items()
    }
    return {**found, **series.of(shown("series/yearly", *yearly))}


def _assessed(shown: Callable[..., tuple]) -> dict[str, Assessed]:
    """What councils found, by the factor as it is chosen on its page."""
    found = {}
    for factor, indicator in themes.ASSESSED.items():
        london = series.of(shown("series/yearly", indicator))
        found[factor] = Assessed(
            themes.assessments(shown("cse_and_fgm/by_authority", indicator)),
            london.get(indicator) or series.empty(indicator, "London", "assessments"),
        )
    return found
