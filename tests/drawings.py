"""Drawings with their figures in sight, one of each kind and hard case; and what is in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from oversight.bounds import MINUS, Bounds, exact, unknown
from oversight.charts import Band, Step
from oversight.charts.drawn.canvas import Box, box_of
from oversight.series import Point, Series
from oversight.slides import Bands, Drawing, Shares, Steps, Years

LACKS = Bounds(None, None)


def in_year(first: int, figure: Bounds | float | None, how: str = "reported", mark: str = ""):
    """A financial year's figure; None where there is none."""
    known = LACKS if figure is None else figure if isinstance(figure, Bounds) else exact(figure)
    label = f"{first}-{(first + 1) % 100:02}"
    return Point(label, date(first, 4, 1), date(first + 1, 3, 31), known, how, mark)


def on_day(day: date, figure: float | None, how: str = "reported") -> Point:
    return Point(day.isoformat(), day, day, LACKS if figure is None else exact(figure), how)


def a_series(label: str, *points: Point) -> Series:
    return Series(label.lower(), label, "count", points)


# The years of the report: two worked out from printed percentages, two lost, two reported.
REPORTED = a_series(
    "Both together",
    in_year(2008, Bounds(1454, 1460), "derived", "e"),
    in_year(2009, Bounds(1774, 1787), "derived", "e"),
    in_year(2010, None, "not available", "x"),
    in_year(2011, None, "not available", "x"),
    in_year(2012, 2110),
    in_year(2013, 2386),
)
CHANGES = (("+13%", "on 2012-13"), ("+34%", "on 2009-10"), ("+63% to +64%", "on 2008-09"))
# Every standing that a figure can have.
EVERY = a_series(
    "Every standing",
    in_year(2005, 40),
    in_year(2006, 44, "computed"),
    in_year(2007, 47, "provisional", "p"),
    in_year(2008, 50, "estimated", "e"),
    in_year(2009, Bounds(51, None, qualifier="more than"), "bounded"),
    in_year(2010, None, "withheld", "c"),
    in_year(2011, None, "not applicable", "z"),
    in_year(2012, None, "not supplied", "x"),
    in_year(2013, 0),
    in_year(2014, 60),
)
CLOSE = tuple(
    a_series(label, *(in_year(2008 + n, size + n) for n in range(6)))
    for label, size in (("Sexual assault", 100), ("Assault", 102), ("Neglect of children", 98))
)
PARTLY = a_series("Rape", in_year(2012, 511), in_year(2013, None, "not supplied", "x"))
WHOLE = a_series("Sexual assault", in_year(2012, 1599), in_year(2013, 1803))
COUNTED = a_series("FGM referrals", in_year(2012, 25), in_year(2013, 69))
QUARTERS = a_series(
    "Referrals",
    *(
        Point(
            f"{2009 + n // 4}-{(10 + n // 4) % 100:02} Q{n % 4 + 1}",
            date(2009 + n // 4, 3 * (n % 4) + 1, 1),
            date(2009 + n // 4, 3 * (n % 4) + 3, 30),
            exact((n * 37) % 50 + 40),
            "reported",
        )
        for n in range(30)
    ),
)
WAY = (
    Step("Budgeted posts, 2013-14", exact(966), ""),
    Step("Vacant, September 2013", Bounds(51, None, qualifier="more than"), MINUS),
    Step("On other duties, 2014", Bounds(150, 150, True), MINUS),
    Step("On maternity leave", unknown(), MINUS),
    Step("Could be at work", Bounds(None, 765, True), "="),
)
LIMITS = (
    Band("Expected by the Met, no date given", Bounds(2000, 3000, qualifier="expected")),
    Band("Recorded", exact(385), is_firm=True),
    Band("Worked out", exact(120)),
    Band("Trained", Bounds(1001, None, qualifier="more than")),
    Band("Boys", unknown()),
)
PARTS = (
    ("A figure", 35, 48),
    ("By whether the child lives with relatives or in the care of a borough", 0, 9),
    ("By area", 5, 19),
)
DRAWINGS: dict[str, Drawing] = {
    "reported": Years((REPORTED,), CHANGES, "not available [x]"),
    "reason": Years((REPORTED,), CHANGES, "Printed only as a picture, which was not kept"),
    "every standing": Years((EVERY,), CHANGES[:1], "A reason that is far too long for one year"),
    "close": Years(CLOSE, CHANGES[:2]),
    "one lacks": Years((WHOLE, PARTLY), unit="%"),
    "intervals": Years((COUNTED,), intervals=((16.2, 36.9), (53.7, 87.3)), is_trend=False),
    "one point": Years((a_series("One", in_year(2013, 25)),)),
    "no figure": Years((a_series("None", in_year(2013, None, "not supplied", "x")),)),
    "nothing": Years(()),
    "quarters": Years((QUARTERS,), CHANGES),
    "days": Years(
        (
            a_series(
                "In post",
                on_day(date(2012, 12, 1), 51),
                on_day(date(2013, 6, 1), None, "not supplied"),
                on_day(date(2014, 3, 31), 927),
            ),
        )
    ),
    "wide": Years(
        (
            a_series(
                "CSE",
                in_year(2012, Bounds(2000, 3000, qualifier="expected"), "estimated", "e"),
                in_year(2013, 2550, "provisional", "p"),
            ),
        )
    ),
    "steps": Steps(WAY),
    "bands": Bands(LIMITS),
    "shares": Shares(PARTS),
    "cells": Shares((("Demand", 2, 9), ("Workforce", 3, 7), ("Outcomes", 0, 4))),
}


@dataclass(frozen=True)
class Text:
    """A line of text of a drawing."""

    said: str
    size: float
    fill: str
    box: Box


class Drawn:
    """A drawing as SVG, read back."""

    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = map(float, self.root.get("viewBox").split())
        self.texts = [_text(one) for one in self.all("text")]
        self.said = [text.said for text in self.texts]

    def all(self, tag: str, **wanted: str) -> list[ElementTree.Element]:
        found = self.root.iter(f"{{http://www.w3.org/2000/svg}}{tag}")
        return [
            one
            for one in found
            if all(one.get(name.replace("_", "-")) == text for name, text in wanted.items())
        ]


def _text(one: ElementTree.Element) -> Text:
    size, is_bold = float(one.get("font-size")), one.get("font-weight") == "700"
    place = float(one.get("x")), float(one.get("y"))
    box = box_of(one.text, *place, size, is_bold, one.get("text-anchor", "start"))
    return Text(one.text, size, one.get("fill"), box)
