"""Native charts that can be edited: lines with gaps and hollow marks, bars on an unseen base."""

from __future__ import annotations

import math

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from oversight.charts.layout import mixed
from oversight.packs.deck.paper import LOOK, SMALLEST, Box
from oversight.packs.deck.plot import (
    ESTIMATED,
    FIRM,
    LIMIT,
    MOST_PERIODS,
    PROVISIONAL,
    REST,
    ROUNDED,
    UNSEEN,
    Plot,
    Row,
)
from oversight.packs.deck.sheets import LANGUAGE, Sheet, colour

MARKS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.STAR,
    XL_MARKER_STYLE.PLUS,
)
# What is not firm is another shape too, for programs that fill every mark.
HOLLOW, ROUND = XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND
DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.LONG_DASH)
MARK = 11
PALE = mixed(LOOK.page, LOOK.series[0], 0.2)


def chart(sheet: Sheet, plot: Plot, box: Box, name: str, alt: str) -> None:
    """Draw a plot on a slide."""
    data = CategoryChartData(number_format="General")
    data.categories = plot.categories
    for row in plot.rows:
        data.add_series(row.name, row.values)
    kind = XL_CHART_TYPE.LINE_MARKERS if plot.is_lines else XL_CHART_TYPE.BAR_STACKED
    made = sheet.chart(kind, data, box, name, alt)
    made.has_title = False
    made._chartSpace.find(qn("c:date1904")).addnext(etree.Element(qn("c:lang"), val=LANGUAGE))
    made.font.size = Pt(SMALLEST)
    made.font.color.rgb = colour(LOOK.ink)
    made.font.name = None
    _axes(made, plot)
    if plot.is_lines:
        _lines(made, plot)
    else:
        _bars(made, plot)
    _legend(made, plot)


def _axes(made, plot: Plot) -> None:
    across, up = made.category_axis, made.value_axis
    across.has_major_gridlines = False
    across.major_tick_mark = up.major_tick_mark = XL_TICK_MARK.NONE
    # Below nought too, so that no name of a category stands in the plot.
    across.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if plot.is_lines and len(plot.categories) > MOST_PERIODS:
        # As many names as find room side by side.
        skip = etree.Element(qn("c:tickLblSkip"), val=str(math.ceil(len(plot.categories) / 5)))
        across._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
    across.format.line.color.rgb = colour(LOOK.quiet)
    if all((value or 0) >= 0 for row in plot.rows for value in row.values):
        up.minimum_scale = 0
        up.major_unit = _step(plot)
        up.maximum_scale = math.ceil(_top(plot) / up.major_unit) * up.major_unit
    up.has_major_gridlines = True
    up.major_gridlines.format.line.color.rgb = colour(LOOK.grid)
    up.format.line.fill.background()
    up.tick_labels.number_format = f'#,##0"{plot.unit}"' if plot.unit else "#,##0"
    up.tick_labels.number_format_is_linked = False
    for axis in (across, up):
        axis.tick_labels.font.size = Pt(SMALLEST)
        axis.tick_labels.font.color.rgb = colour(LOOK.ink)


def _top(plot: Plot) -> float:
    """The highest point of the chart, with room for what is written above it."""
    if plot.is_lines:
        values = [value or 0 for row in plot.rows for value in row.values]
        reached = [
            plot.rows[at].values[place] + ends[1]
            for at, mine in _reaches(plot).items()
            for place, ends in mine.items()
        ]
        return max([*values, *reached], default=0) * 1.1 or 1
    piled = zip(*(row.values for row in plot.rows), strict=True)
    return max((sum(value or 0 for value in bar) for bar in piled), default=0) or 1


def _step(plot: Plot) -> float:
    """A round step that makes four ticks or five, whose numbers find room side by side."""
    rough = _top(plot) / 4
    size = 10 ** math.floor(math.log10(rough))
    return next(nice * size for nice in (1, 2, 2.5, 5, 10) if nice * size >= rough)


def _lines(made, plot: Plot) -> None:
    rows = plot.rows
    for row, one in zip(rows, made.plots[0].series, strict=True):
        tone = colour(LOOK.series[row.colour % len(LOOK.series)])
        one.smooth = False
        drawn = {place for place, value in enumerate(row.values) if value is not None}
        style = HOLLOW if drawn <= row.hollow else MARKS[row.colour % len(MARKS)]
        _mark(one, style, tone, tone)
        one.format.line.width = Pt(3.5 if row.colour == 0 else 2.5)
        one.format.line.color.rgb = tone
        one.format.line.dash_style = DASHES[row.colour % len(DASHES)]
        if not row.is_joined:
            one.format.line.fill.background()
        for place, value in enumerate(row.values):
            if value is None:
                continue
            point = one.points[place]
            # Mark by mark: LibreOffice would not draw the edge of a whole row of hollow marks.
            if place in row.hollow:
                _mark(point, HOLLOW, colour(LOOK.page), tone)
            if place in row.rounded:
                # Not empty: where no line joins marks, LibreOffice draws no edge of them either.
                pale = mixed(LOOK.page, LOOK.series[row.colour % len(LOOK.series)], 0.4)
                _mark(point, ROUND, colour(pale), tone)
            if text := row.labels.get(place):
                _label(point, text, _place(plot, row, place))
    for at, mine in _reaches(plot).items():
        tone = LOOK.series[rows[at].colour % len(LOOK.series)]
        _reaching(made.plots[0].series[at]._element, mine, len(plot.categories), tone)


def _mark(of, style, fill, edge) -> None:
    of.marker.style = style
    of.marker.size = MARK
    of.marker.format.fill.solid()
    of.marker.format.fill.fore_color.rgb = fill
    of.marker.format.line.color.rgb = edge
    of.marker.format.line.width = Pt(2.5)


def _reaches(plot: Plot) -> dict[int, dict[int, tuple[float, float]]]:
    """Which rows hold figures that have an interval: the first and those at its side have what
    chance leaves of them, others what a rounded figure can be."""
    found = {at: dict(row.reach) for at, row in enumerate(plot.rows) if row.reach}
    for place, ends in sorted(plot.reach.items()):
        holds = (at for at, row in enumerate(plot.rows) if row.values[place] is not None)
        if (at := next(holds, None)) is not None:
            found.setdefault(at, {})[place] = ends
    return found


def _reaching(of, mine: dict[int, tuple[float, float]], places: int, tone: str) -> None:
    """Error bars of a row, each as long as its interval."""
    bars = etree.Element(qn("c:errBars"))
    for name, value in (("errDir", "y"), ("errBarType", "both"), ("errValType", "cust"),
                        ("noEndCap", "0")):  # fmt: skip
        etree.SubElement(bars, qn(f"c:{name}"), val=value)
    for name, end in (("plus", 1), ("minus", 0)):
        values = etree.SubElement(etree.SubElement(bars, qn(f"c:{name}")), qn("c:numLit"))
        etree.SubElement(values, qn("c:formatCode")).text = "General"
        etree.SubElement(values, qn("c:ptCount"), val=str(places))
        for place, ends in mine.items():
            point = etree.SubElement(values, qn("c:pt"), idx=str(place))
            etree.SubElement(point, qn("c:v")).text = repr(ends[end])
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"), w=str(Pt(2.5)))
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=tone.lstrip("#"))
    of.find(qn("c:cat")).addprevious(bars)


def _place(plot: Plot, row: Row, place: int):
    """Where a label stands: beside a mark with an interval, or one that nothing follows."""
    is_alone = place == 0 and all(other.values[1:2] in ((), (None,)) for other in plot.rows)
    if is_alone or (place in plot.reach and row.colour == 0):
        return XL_LABEL_POSITION.RIGHT
    return XL_LABEL_POSITION.BELOW if place in row.below else XL_LABEL_POSITION.ABOVE


def _label(point, text: str, where) -> None:
    label = point.data_label
    frame = label.text_frame
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.runs[0].font.size = Pt(SMALLEST)
        paragraph.runs[0].font.color.rgb = colour(LOOK.ink)
    label.position = where


FILLS = {
    FIRM: (LOOK.series[0], LOOK.series[0]),
    # Striped with the colour of its edge.
    PROVISIONAL: (LOOK.page, LOOK.series[0]),
    ESTIMATED: (LOOK.page, LOOK.series[0]),
    ROUNDED: (LOOK.page, LOOK.series[0]),
    LIMIT: (PALE, LOOK.series[0]),
    REST: (LOOK.page, LOOK.quiet),
}
# One number each; what is no number has a dashed edge.
NUMBERS = (FIRM, PROVISIONAL, ESTIMATED, ROUNDED)
# What is neither filled nor empty: striped, and chequered, since dots turn into stripes in print.
PATTERNS = {
    PROVISIONAL: MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    ROUNDED: MSO_PATTERN.SMALL_CHECKER_BOARD,
}


def _bars(made, plot: Plot) -> None:
    made.plots[0].gap_width = 45
    made.plots[0].overlap = 100
    made.category_axis.reverse_order = True
    made.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    made.category_axis.crosses = XL_AXIS_CROSSES.AUTOMATIC
    for row, one in zip(plot.rows, made.plots[0].series, strict=True):
        one.invert_if_negative = False
        if row.look == UNSEEN:
            one.format.fill.background()
            one.format.line.fill.background()
            continue
        fill, edge = FILLS[row.look]
        if row.look in PATTERNS:
            one.format.fill.patterned()
            one.format.fill.pattern = PATTERNS[row.look]
            one.format.fill.back_color.rgb = colour(fill)
            one.format.fill.fore_color.rgb = colour(edge)
        else:
            one.format.fill.solid()
            one.format.fill.fore_color.rgb = colour(fill)
        one.format.line.color.rgb = colour(edge)
        one.format.line.width = Pt(2)
        if row.look not in NUMBERS:
            one.format.line.dash_style = MSO_LINE.DASH


def _legend(made, plot: Plot) -> None:
    """A legend where there are lines to tell apart; limits go by the name of their line."""
    hidden = [place for place, row in enumerate(plot.rows) if row.is_side and _has_main(plot, row)]
    # Bars are explained in words: some office programs would name the unseen base in a legend.
    made.has_legend = plot.is_lines and len(plot.rows) - len(hidden) > 1
    if not made.has_legend:
        return
    made.legend.position = XL_LEGEND_POSITION.TOP
    made.legend.include_in_layout = False
    made.legend.font.size = Pt(SMALLEST)
    made.legend.font.color.rgb = colour(LOOK.ink)
    legend = made.legend._element
    for place in reversed(hidden):
        entry = etree.Element(qn("c:legendEntry"))
        etree.SubElement(entry, qn("c:idx"), val=str(place))
        etree.SubElement(entry, qn("c:delete"), val="1")
        legend.find(qn("c:legendPos")).addnext(entry)


def _has_main(plot: Plot, side: Row) -> bool:
    return any(row.colour == side.colour and not row.is_side for row in plot.rows)
