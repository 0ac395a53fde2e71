"""Drawings for a room: what is drawn how, no text over another, none too small or too pale."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import BrowserContext

from oversight import charts
from oversight.bounds import Bounds, exact
from oversight.charts import DARK, LIGHT, Palette
from oversight.charts.layout import mixed
from oversight.packs import typefaces
from oversight.slides import Shares, Years
from tests.drawings import CHANGES, DRAWINGS, REPORTED, Drawn, a_series, in_year

SIZES = ((1600, 650), (1600, 480), (1600, 560))
LEAST, CONTRAST = 34, 7.0
BLUE, PAGE = LIGHT.series[0], LIGHT.page


def drawn(name: str, palette: Palette = LIGHT, size: tuple[float, float] = SIZES[0]) -> Drawn:
    return Drawn(charts.drawn(DRAWINGS[name], palette, size))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted(map(_luminance, (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DRAWINGS)
def test_no_two_texts_meet_and_none_leaves_the_sheet(name: str, size: tuple[float, float]):
    found = drawn(name, size=size)
    assert found.texts
    for text in found.texts:
        assert text.box.left >= -1 and text.box.right <= found.width + 1, text.said
        assert text.box.top >= -1 and text.box.bottom <= found.height + 1, text.said
    for one, other in combinations(found.texts, 2):
        assert not one.box.meets(other.box), f"{one.said} / {other.said}"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("name", DRAWINGS)
def test_every_text_is_large_and_dark_enough_for_the_back_of_a_room(name: str, palette: Palette):
    behind = palette.page, mixed(palette.card, palette.grid, 0.4)
    for text in drawn(name, palette).texts:
        assert text.size >= LEAST
        grounds = behind if text.fill == palette.ink else behind[:1]
        assert min(contrast(text.fill, ground) for ground in grounds) >= CONTRAST


@pytest.mark.browser
def test_a_browser_gives_no_text_more_room_than_was_kept_for_it(tabs: BrowserContext):
    drawings = "".join(f"<div>{charts.drawn(one, LIGHT)}</div>" for one in DRAWINGS.values())
    page = tabs.new_page()
    page.set_content(f"<style>{typefaces.embedded()}</style>{drawings}")
    page.evaluate("document.fonts.ready")
    widths = page.evaluate(
        "[...document.querySelectorAll('text')].map(one => [one.textContent, one.getBBox().width])"
    )
    page.close()
    kept = [text.box for name in DRAWINGS for text in drawn(name).texts]
    assert len(widths) == len(kept)
    for (said, width), box in zip(widths, kept, strict=True):
        assert 0 < width <= box.right - box.left, said


def test_the_last_figure_stands_large_with_its_changes_and_their_baselines():
    found = drawn("reported")
    (largest,) = [text for text in found.texts if text.size == max(t.size for t in found.texts)]
    assert (largest.said, largest.fill) == ("2,386", BLUE)
    for change, baseline in CHANGES:
        assert change in found.said
        assert baseline in found.said


def test_a_derived_year_is_hollow_with_both_its_ends_and_a_reported_one_filled():
    found = drawn("reported")
    assert {"1,454 to 1,460", "1,774 to 1,787", "2,110"} <= set(found.said)
    assert len(found.all("circle", fill=PAGE, stroke=BLUE)) == 2
    assert len(found.all("circle", fill=BLUE)) == 2


def test_no_line_crosses_lost_years_and_firm_neighbours_are_joined():
    found = drawn("reported")
    (band,) = found.all("rect", fill=mixed(LIGHT.card, LIGHT.grid, 0.4))
    left, right = float(band.get("x")), float(band.get("x")) + float(band.get("width"))
    (joined,) = found.all("line", stroke=BLUE)
    assert float(joined.get("x1")) > right > left
    assert "not available [x]" in found.said


def test_a_drawing_says_why_years_are_lost_once():
    assert drawn("reported").said.count("not available [x]") == 1
    assert "Printed only as a picture, which was not kept" in " ".join(drawn("reason").said)
    narrow = " ".join(drawn("every standing").said)
    assert "A reason that is far too long for one year" in narrow


def test_no_two_standings_look_alike():
    found = drawn("every standing")
    said = " ".join(found.said)
    for mark in ("47 [p]", "50 [e]", "over 50", "[c]", "[z]", "[x]"):
        assert mark in said
    # Provisional: a ring with a point, its line dotted; estimated: a square; a bound: a triangle.
    assert len(found.all("circle", fill=PAGE, stroke=BLUE)) == 1
    assert len(found.all("line", stroke=BLUE, stroke_dasharray="4 14")) == 1
    assert len(found.all("rect", fill=PAGE, stroke=BLUE)) == 1
    assert len(found.all("polygon", fill=PAGE, stroke=BLUE)) == 1
    # Withheld: hatched, with an edge. Nothing else has hatching.
    assert len(found.all("rect", fill="none", stroke=LIGHT.quiet)) == 1
    assert found.all("line", stroke=LIGHT.rule)
    assert drawn("reported").all("line", stroke=LIGHT.rule) == []


def test_a_true_nought_is_a_figure():
    assert "0" in [text.said for text in drawn("every standing").texts if text.size == 36]


def test_a_figure_stands_nearest_to_its_own_dot():
    found = drawn("close")
    tops = {text.said: text.box.top for text in found.texts if text.size == 36}
    assert tops["103"] < tops["99"]


def test_a_series_that_lacks_a_year_is_named_where_another_has_it():
    assert "Rape: not supplied [x]" in " ".join(drawn("one lacks").said)


def test_few_points_are_not_joined_and_have_their_interval_as_a_pale_bar():
    found = drawn("intervals")
    assert found.all("line", stroke=BLUE) == []
    assert len(found.all("rect", fill=mixed(PAGE, BLUE, 0.32))) == 2
    assert {"25", "69"} <= set(found.said)


def test_where_nothing_is_known_the_drawing_says_so():
    assert "not supplied [x]" in drawn("no figure").said
    assert drawn("nothing").said == ["not available [x]"]


def test_a_newest_figure_before_the_last_year_says_its_year():
    series = a_series("One", in_year(2012, 20), in_year(2013, None, "not supplied", "x"))
    assert "in 2012-13" in Drawn(charts.drawn(Years((series,)), LIGHT)).said


def test_a_crowd_of_quarters_names_its_ends_and_the_last_period():
    found = drawn("quarters")
    assert "2016-17 Q2" in found.said
    assert sum(text.size == 36 for text in found.texts) <= 3


def test_a_day_is_written_as_people_write_it():
    assert "1 Dec 2012" in drawn("days").said


def test_the_way_from_posts_to_people_is_solid_outlined_hatched_and_fading():
    found = drawn("steps")
    assert [text.said for text in found.texts if text.size == 44] == [
        "966",
        "− over 50",
        "− about 150",
        "− not stated",
        "= at most about 765",
    ]
    assert len(found.all("rect", fill=BLUE, stroke=BLUE)) == 0
    assert len(found.all("rect", fill=PAGE, stroke=BLUE)) == 2
    hatching = [one for one in found.all("line") if one.get("stroke-width") == "3"]
    assert len(hatching) > 10
    # The last fades to a dashed end: it is no count.
    assert len({one.get("fill") for one in found.all("rect")}) > 20
    assert len(found.all("line", stroke=BLUE, stroke_dasharray="12 8")) == 1


def test_bands_are_pale_between_their_limits_and_open_ends_dashed():
    found = drawn("bands")
    pale = mixed(PAGE, BLUE, 0.2)
    assert len(found.all("rect", fill=pale, stroke=BLUE)) == 1
    assert len(found.all("rect", fill=pale)) == 2
    assert len(found.all("rect", fill=BLUE)) == 1
    assert len(found.all("rect", fill=PAGE, stroke=BLUE)) == 1
    assert len(found.all("line", stroke_dasharray="12 8")) == 1
    assert {"2,000 or 3,000", "385", "over 1,000", "not stated"} <= set(found.said)


def test_shares_are_counts_of_a_whole_that_is_drawn():
    assert {"35 of 48", "0 of 9", "5 of 19"} <= set(drawn("shares").said)
    cells = drawn("cells")
    assert len(cells.all("rect", fill=BLUE)) == 5
    assert len(cells.all("rect", fill=PAGE)) == 9 + 7 + 4 - 5


def test_a_sheet_grows_where_its_rows_need_more_height():
    rows = tuple((f"Theme {n}", n, 20) for n in range(14))
    assert Drawn(charts.drawn(Shares(rows), LIGHT, (1600, 300))).height > 300


def test_words_of_a_return_cannot_become_markup():
    series = a_series("<b>Rape</b> & 'more'", in_year(2012, 20), in_year(2013, 25))
    made = charts.drawn(Years((series, REPORTED)), LIGHT, alt='"<script>')
    assert "<b>" not in made and "<script>" not in made
    assert Drawn(made).root.get("aria-label") == '"<script>'
    assert "<b>Rape</b> & 'more'" in Drawn(made).said


def test_without_an_alternative_a_drawing_is_for_the_eye_alone():
    assert drawn("steps").root.get("aria-hidden") == "true"


def test_a_figure_that_is_known_between_far_limits_is_drawn_with_both():
    wide = a_series("Wide", in_year(2012, Bounds(20, 80), "estimated", "e"), in_year(2013, 50))
    close = a_series("Close", in_year(2012, exact(50), "estimated", "e"), in_year(2013, 50))
    lines = [
        len(Drawn(charts.drawn(Years((one,)), LIGHT)).all("line", stroke=BLUE))
        for one in (wide, close)
    ]
    assert lines[0] - lines[1] == 3
