"""Slides read back: their charts' own data, their tables and words."""

from __future__ import annotations

import io
import re

from pptx import Presentation


def opened(content: bytes):
    return Presentation(io.BytesIO(content))


def charts_of(deck) -> dict:
    """Each chart by the title of its slide, without the number of a part."""
    return {
        re.sub(r" \(\d of \d\)$", "", slide.shapes.title.text): shape.chart
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart
    }


def data_of(chart) -> dict[str, dict[str, float | None]]:
    """The chart's own data: by series, each category's value."""
    categories = [str(one).split("\n")[0] for one in chart.plots[0].categories]
    return {
        one.name: dict(zip(categories, one.values, strict=True)) for one in chart.plots[0].series
    }


def tables_of(deck) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
    ]


def words_of(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
