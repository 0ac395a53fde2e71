"""Slides of our own for packs: one of every kind of drawing, a long table, words that overflow."""

from __future__ import annotations

import warnings
from datetime import date
from functools import lru_cache

from oversight import bounds, packs, store
from oversight.bounds import MINUS, Bounds
from oversight.charts import Band, Step
from oversight.home import Home
from oversight.packs import Made
from oversight.questions import Question
from oversight.series import Point, Series
from oversight.slides import Bands, Item, Shares, Slide, Steps, Table, Years

ON = date(2014, 7, 24)
LONG = "What is known of this was said by different people on different days. " * 6


@lru_cache(maxsize=1)
def workbook_of(where: Home) -> bytes:
    """The pack of a home that nobody changes as a workbook, which takes seconds to write."""
    with warnings.catch_warnings():
        # gptables warns of blank cells and of notes that nothing refers to.
        warnings.simplefilter("error", UserWarning)
        return packs.as_xlsx(packs.made(store.current(where), ON))


def year(starts: int, figure: Bounds | None, standing: str = "reported", marker: str = "") -> Point:
    """A financial year's point; None is a year that nobody supplied."""
    return Point(
        f"{starts}-{(starts + 1) % 100:02d}",
        date(starts, 4, 1),
        date(starts + 1, 3, 31),
        figure or Bounds(None, None),
        standing if figure else "not supplied",
        marker if figure else "x",
    )


RAPE = Series("rape", "Rape", "allegations", (
    year(2008, Bounds(383, 384), "derived", "e"), year(2009, None), year(2010, None),
    year(2011, None), year(2012, bounds.exact(511)), year(2013, bounds.exact(583)),
    year(2014, bounds.exact(590), "provisional", "p"),
))  # fmt: skip
ASSAULT = Series("assault", "Sexual assault", "allegations", (
    year(2012, bounds.exact(1599)), year(2013, bounds.exact(1803)),
))  # fmt: skip
STEPS = (
    Step("Budgeted posts, 2013-14", bounds.exact(966), ""),
    Step("Vacant, 2013-09-30", Bounds(51, None, qualifier="more than"), MINUS),
    Step("On other duties, 2014", Bounds(150, 150, about=True), MINUS),
    Step("On maternity leave", Bounds(None, None), MINUS),
    Step("Could be at work", Bounds(None, 765, about=True), "="),
)
BANDS = (
    Band("Counted", bounds.exact(74), is_firm=True),
    Band("Said in a meeting", bounds.exact(60)),
    Band("Expected", Bounds(2000, 3000, qualifier="expected")),
    Band("At the least", Bounds(1500, None)),
    Band("Nobody knows", Bounds(None, None)),
)
DRAWINGS = {
    "years": Years((RAPE, ASSAULT)),
    "steps": Steps(STEPS),
    "bands": Bands(BANDS),
    "shares": Shares((("Boroughs with a hub", 30, 32), ("Teams that meet weekly", 7, 8))),
}


def slide(name: str, **other) -> Slide:
    """A slide with this name."""
    told = {
        "title": name.capitalize(),
        "page": "allegations",
        "finding": f"What the slide called {name} found out",
        "measure": "Allegations, London, financial years",
        "table": Table(("Year", "Rape"), (("2012-13", "511"), ("2013-14", "583"))),
        "source": "Source: report p. 11.",
        "read_aloud": "Rape allegations rose.",
        "drawing": DRAWINGS.get(name),
        "baseline": "Compared with 2012-13.",
        "caveat": "A rise is neither good nor bad.",
        "signs": "Ringed: as on the screen." if name in DRAWINGS else "",
        "alt": f"A chart of {name}." if name in DRAWINGS else "",
    }
    return Slide(name, **{**told, **other})


def question(number: int) -> Question:
    return Question(
        f"key_{number}", "rule", f"Question number {number}: how many of them are at work?",
        "966 posts", "workforce", "/workforce", ("Met",), "The budget names posts.",
        "soeca_officers_budgeted", 100 - number,
    )  # fmt: skip


LONG_TABLE = Table(
    ("Ask", "Due", "Stands"),
    tuple((f"R{n}: a report on what was done", f"{n} May 2015", LONG[: 40 * n]) for n in range(9)),
)


def of_our_own(where: Home, *more: Slide) -> Made:
    """A meeting with a slide of every kind, of the first publication."""
    publication = store.current(where)
    shown = (
        *(slide(name) for name in DRAWINGS),
        slide("long_table", table=LONG_TABLE, caveat=LONG),
        slide("long_words", drawing=DRAWINGS["years"], alt="Years.", caveat=LONG, gap=LONG),
        *more,
    )
    return Made(
        publication,
        packs.position(publication, ON),
        tuple(Item(one, 10, "Let the Met answer first.") for one in shown),
        tuple(question(number) for number in range(1, 13)),
    )
