"""An empty presentation of the house's look, and where everything stands on a slide, in points."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from oversight import charts

LOOK = charts.LIGHT
FACE = "Arial"
# 16:9. A point here is 1.33 px where the slide is projected 1280 px wide, so 18 points are 24 px.
WIDE, HIGH = 960, 540
SMALLEST = 18
TITLES = (32, 30, 28, 26, 24)


@dataclass(frozen=True)
class Box:
    """A place on a slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def lengths(self) -> tuple[Pt, Pt, Pt, Pt]:
        return Pt(self.left), Pt(self.top), Pt(self.width), Pt(self.height)


MARGIN = 36
TITLE = Box(MARGIN, 18, WIDE - 2 * MARGIN, 80)
# Between the band and the title, where one is looking back.
BANNER = Box(MARGIN, 12, WIDE - 2 * MARGIN, 0)
FOOT = Box(MARGIN, 488, 790, 44)
NUMBER = Box(WIDE - MARGIN - 90, 488, 90, 44)
BODY = Box(MARGIN, TITLE.bottom + 8, WIDE - 2 * MARGIN, FOOT.top - 10 - TITLE.bottom - 8)

# A band of the house's blue above, a hairline over the foot.
RULES = (
    (Box(0, 0, WIDE, 7), LOOK.series[0]),
    (Box(MARGIN, FOOT.top - 6, WIDE - 2 * MARGIN, 0.75), LOOK.rule),
)

LAYOUT = "Title Only"
KEPT = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY)
UNUSED = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
COLOURS = dict(
    zip(
        ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5",
         "accent6", "hlink", "folHlink"),
        (LOOK.ink, LOOK.page, LOOK.quiet, LOOK.card, *LOOK.series, LOOK.rule, LOOK.link, LOOK.link),
        strict=True,
    )
)  # fmt: skip


def empty():
    """A presentation without slides, one layout in it: a title and nothing else."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(WIDE), Pt(HIGH)
    package = made.part.package
    for part in (package, made.part):
        for name, relation in list(part._rels.items()):
            if relation.reltype in UNUSED:
                part._rels.pop(name)
    layouts = made.slide_master.slide_layouts
    for layout in list(layouts):
        if layout.name != LAYOUT:
            layouts.remove(layout)
    for holder in (made.slide_master, layouts[0]):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type not in KEPT:
                shape._element.getparent().remove(shape._element)
    for shape in made.slide_master.placeholders:
        box = TITLE if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE else BODY
        shape.left, shape.top, shape.width, shape.height = box.lengths
    _dress(made)
    for box, tone in RULES:
        layouts[0].shapes._spTree.append(_rule(box, tone))
    return made


def _rule(box: Box, tone: str):
    """A filled line of the layout: drawn on every slide, read out on none."""
    left, top, width, height = (int(length) for length in box.lengths)
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{90 + int(box.top)}" name="Rule"/>'
        "<p:cNvSpPr/><p:nvPr userDrawn="
        f'"1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}"'
        f' cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:srgbClr val="{tone.lstrip("#")}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        "</p:spPr></p:sp>"
    )


def _dress(made) -> None:
    """The house's colours and face, in the theme that everything new takes them from."""
    (theme,) = (
        relation.target_part
        for relation in made.slide_master.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.THEME
    )
    text = theme.blob.decode("utf-8")
    for name, colour in COLOURS.items():
        text = re.sub(
            f"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>',
            text,
        )
    text = text.replace('<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FACE}"/>')
    theme._blob = text.encode("utf-8")
