"""The theme of the Analysis Function: colours that judge nobody, except an ask past its date."""

from __future__ import annotations

import base64
import colorsys
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from oversight import ROOT, charts
from oversight.charts import DARK, LIGHT, Palette
from oversight.home import Home
from tests.reading import Reader
from tests.serving import PAGES

pytestmark = pytest.mark.must("foundation", 7)

# conventions.md, section 3: the first four of the categorical palette, in this order.
ANALYSIS_FUNCTION = ["#12436D", "#28A197", "#801650", "#F46A25"]
VIEWS = {"allegations": ["", "All allegations", "Index", "Share of all"]}
VIEWED = [(page, view) for page in PAGES for view in VIEWS.get(page, [""])]

HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")


def settings() -> dict:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_has_exactly_ten_chart_colours(scheme: str) -> None:
    # With fewer Plotly falls back to its own colours.
    assert len(settings()["theme"][scheme]["chartCategoricalColors"]) == 10


def test_the_chart_colours_are_those_of_the_analysis_function() -> None:
    assert settings()["theme"]["light"]["chartCategoricalColors"][:4] == ANALYSIS_FUNCTION
    assert list(LIGHT.series[:3]) == ANALYSIS_FUNCTION[:3]
    assert LIGHT.act == ANALYSIS_FUNCTION[3]


@pytest.mark.parametrize(
    ("colour", "judging"),
    [
        ("#FF0000", True),
        ("#C0392B", True),
        ("#00703C", True),
        ("#3D9A50", True),
        ("#28A197", False),
        ("#4CC2B7", False),
        ("#801650", False),
        ("#E58BBB", False),
        ("#12436D", False),
        ("#505A5F", False),
    ],
)
def test_what_counts_as_red_or_green(colour: str, judging: bool) -> None:
    assert is_red_or_green(colour) is judging


def is_red_or_green(colour: str) -> bool:
    """A hue of red or green that an eye would name so; greys and the palette's own are neither."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    degrees = hue * 360
    named = degrees >= 340 or degrees <= 20 or 70 <= degrees <= 170
    return named and saturation > 0.25 and value > 0.2


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Palette]:
    # A page run without a browser knows no theme and takes the light one.
    monkeypatch.setattr(charts, "LIGHT", request.param)
    return request.param


@pytest.fixture
def shown(built: Home, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], AppTest]:
    """Runs a page in a view of its main chart."""
    monkeypatch.setenv("OVERSIGHT_HOME", str(built.path))

    def run(page: str, view: str, on: date | None = None) -> AppTest:
        ran = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
        if view:
            ran.query_params["view"] = view
        ran.session_state["on"] = on
        ran.switch_page(f"pages/{page}.py").run()
        assert not ran.exception
        assert not ran.error
        return ran

    return run


def figures(ran: AppTest) -> list[str]:
    return [chart.proto.spec for chart in ran.get("plotly_chart")]


def pictures(ran: AppTest) -> dict[str, str]:
    """The cards' pictures by their alternative, as SVG."""
    return {
        image.proto.imgs[0].alt or image.proto.alt: base64.b64decode(
            image.proto.imgs[0].url.partition("base64,")[2]
        ).decode()
        for image in ran.get("image")
    }


def test_where_nothing_is_overdue_nothing_wears_the_colour_to_act(
    palette: Palette, shown: Callable
) -> None:
    ran = shown("recommendations", "", date(2014, 7, 24))
    assert figures(ran)
    assert not any(palette.act in spec.upper() for spec in figures(ran))


@pytest.mark.parametrize(("page", "view"), VIEWED)
def test_no_figure_is_red_or_green_and_none_wears_the_colour_to_act(
    page: str, view: str, palette: Palette, shown: Callable, measured: Callable[[str], None]
) -> None:
    ran = shown(page, view)
    drawn = {colour.upper() for spec in figures(ran) for colour in HEX.findall(spec)}
    if page == "recommendations":
        # Dates and no figures: what is overdue wears it, for there a person must act.
        assert palette.act in drawn
        drawn.discard(palette.act)
    assert [colour for colour in drawn if is_red_or_green(colour)] == []
    assert palette.act not in drawn
    drawn -= {palette.ink, palette.quiet, palette.page}
    if figures(ran):
        assert palette.series[0] in drawn
        measured(f"{page} {view}: {len(figures(ran))} charts, {len(drawn)} colours, none judges")


def test_only_the_asks_past_their_date_wear_the_colour_to_act(
    palette: Palette, shown: Callable, measured: Callable[[str], None]
) -> None:
    drawn = pictures(shown("overview", ""))
    assert len(drawn) == 6
    for alternative, svg in drawn.items():
        colours = {colour.upper() for colour in HEX.findall(svg)}
        is_asks = alternative.startswith("Asks past their date")
        assert (palette.act in colours) is is_asks, alternative
        assert [c for c in colours - {palette.act} if is_red_or_green(c)] == []
        for fill in re.findall(r'<text[^>]* fill="(#\w+)"', svg):
            assert contrast(fill, palette.card) >= 4.5, alternative
    measured("six pictures: only that of the overdue asks is orange; texts on cards at least 4.5:1")


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_and_bars_stand_out_from_the_page(palette: Palette) -> None:
    for colour in palette.series:
        assert contrast(colour, palette.page) >= 3


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_change_is_printed_in_ink_and_not_in_a_judging_colour(
    scheme: str, reader: Reader
) -> None:
    reader.open("/", scheme)
    changes = reader.page.locator('[data-testid="stMetricDelta"]')
    assert changes.count() == 6
    for text, colour in changes.evaluate_all(
        "(all) => all.map((one) => [one.innerText, getComputedStyle(one).color])"
    ):
        written = "#" + "".join(f"{int(part):02X}" for part in re.findall(r"\d+", colour)[:3])
        assert not is_red_or_green(written), text
        assert "arrow" not in text


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_is_drawn_in_our_own_colours_and_type(page: str, shown: Callable) -> None:
    for spec in figures(shown(page, "")):
        layout = json.loads(spec)["layout"]
        # Streamlit's template of placeholders (#000001 ...) is for its own theme alone.
        assert "layout" not in layout["template"]
        assert layout["font"]["family"] == '"Source Sans", sans-serif'
