"""The slide on the workforce: from budgeted posts to people at work, within limits."""

from __future__ import annotations

from dataclasses import replace

from oversight import bounds, themes, wording
from oversight.bounds import MINUS
from oversight.charts.posts import Step
from oversight.series import Point, sources_of_points
from oversight.slides.position import Position
from oversight.slides.slide import Slide, Steps, Table
from oversight.slides.tables import source
from oversight.themes import Workforce
from oversight.wording import slides as words
from oversight.wording import slides_aloud as aloud
from oversight.wording import slides_workforce as people
from oversight.wording.signs import signs_of_steps


def workforce(position: Position) -> Slide:
    """The latest year's way from posts to people."""
    year = position.year
    return Slide(
        name="workforce",
        title="Workforce",
        page="workforce",
        finding=wording.workforce_title(year) if year else words.NOTHING_ON_PEOPLE,
        measure=f"SOECA officers of the Met, {year.year if year else 'in the years shown'}.",
        signs=signs_of_steps(steps(year)) if year else "",
        table=_table(year),
        source=source(sources_of_points(counted(year)) if year else (), position),
        read_aloud=aloud.workforce(year),
        drawing=Steps(steps(year)) if year else None,
        baseline=(
            f"Baseline: {wording.with_marker(year.budget)} officer posts budgeted in {year.year}."
            if year
            else words.NOTHING_TO_COMPARE
        ),
        caveat=people.posts_and_people(year),
        gap=_gap(position),
        alt=_alt(year),
        records=tuple(record(step, year) for step in steps(year)) if year else (),
        indicators=(themes.OFFICERS, *themes.COUNTED),
    )


def steps(year: Workforce) -> tuple[Step, ...]:
    """A bar each: the posts, what is taken away or comes on top, and what is left."""
    filled = year.in_post or year.vacant
    not_filled = Step(
        _dated("Not filled" if year.in_post else "Vacant", filled),
        year.not_filled,
        MINUS,
        *year.not_filled_on,
    )
    if year.beyond_budget:
        not_filled = replace(
            not_filled,
            label=_dated("In post beyond the budget", filled),
            figure=year.beyond_budget,
            sign="+",
        )
    return (
        Step(f"Budgeted posts, {year.year}", year.budget.figure, "", *_firmness(year.budget)),
        not_filled,
        _away("On other duties", year.abstracted),
        _away("On maternity leave", year.maternity),
        Step("Could be at work", year.at_work, "=", *year.at_work_on),
    )


def counted(year: Workforce) -> tuple[Point | None, ...]:
    """The figures that the way from posts to people rests on."""
    return year.budget, year.in_post, year.vacant, year.abstracted, year.maternity


def record(step: Step, year: Workforce) -> dict[str, object]:
    """A step for machines."""
    return {
        "step": step.label,
        "financial_year": year.year,
        "sign": step.sign.replace(MINUS, "minus").replace("=", "result"),
        "lower": step.figure.lower,
        "upper": step.figure.upper,
        "is_rounded_in_speech": step.figure.about,
        "standing": step.standing,
        "marker": step.marker,
        "as_said": bounds.printed(step.figure),
    }


def _gap(position: Position) -> str:
    """What nobody has ever said of people, and what was not said for this year alone."""
    year = position.year
    people = {
        themes.IN_POST: year and year.in_post,
        themes.ABSTRACTED: year and year.abstracted,
        themes.MATERNITY: year and year.maternity,
    }
    lacking = [position.entry(name) for name, point in people.items() if point is None]
    said = [words.unsaid(lacking, position.on)]
    if year:
        said.append(words.not_stated([one for one in lacking if one.has_figure], year.year))
    return " ".join(filter(None, said))


def _table(year: Workforce | None) -> Table:
    header = ("Step", "Officers")
    if year is None:
        return Table(header, (("Budgeted posts", "[x]"), ("Could be at work", "[x]")))
    return Table(
        header,
        tuple((f"{step.label} {step.sign}".strip(), step.text) for step in steps(year)),
    )


def _alt(year: Workforce | None) -> str:
    if year is None:
        return ""
    said = "; ".join(f"{name}: {figure}" for name, figure in _table(year).rows)
    return f"From posts to people, {year.year}. {said}."


def _away(name: str, point: Point | None) -> Step:
    return Step(_dated(name, point), themes.figure_of(point), MINUS, *_firmness(point))


def _firmness(point: Point | None) -> tuple[str, str]:
    """Standing and marker of a figure; that of none where there is no number."""
    if point is None or not point.is_number:
        return "not supplied", ""
    return point.standing, point.marker


def _dated(name: str, point: Point | None) -> str:
    return f"{name}, {point.period}" if point else name
