"""What holds for every page: frame, address, words, table and download of each chart, and access.

Parametrised over the files in pages/: a new page is tested without a new line here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from tests.reading import NARROW, WIDE, Reader, Reading
from tests.serving import PAGES, STATUS, Server, address_of, assert_framed, numbers, reading_in

pytestmark = pytest.mark.browser

CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")

# Streamlit's own menu; nothing of ours can change it.
NOT_OURS = "presentation-role-conflict"
# Every rule is tried. To describe each element that one holds for, to find a selector for each
# element, and to look for frames and foreign style sheets, of which there are none, takes most of
# the time.
EVERY_RULE = {
    "resultTypes": ["violations"], "selectors": False, "iframes": False, "preload": False
}  # fmt: skip
COLOURS_ALONE = {**EVERY_RULE, "runOnly": ["color-contrast", "link-in-text-block"]}


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def arrived(page: str, tabs: BrowserContext, site: Server) -> Iterator[tuple[Reader, Reading]]:
    """A page, everything on it open, and what stands on it; opened once for all tests of it."""
    with reading_in(tabs, site) as reader:
        yield reader, reader.open(address_of(page))


@pytest.fixture(scope="module")
def opened(arrived: tuple[Reader, Reading]) -> Reader:
    return arrived[0]


@pytest.fixture(scope="module")
def reading(arrived: tuple[Reader, Reading]) -> Reading:
    return arrived[1]


def test_a_page_is_whole_and_framed(page: str, reading: Reading) -> None:
    assert reading.exceptions == []
    assert reading.failures == []
    assert_framed(reading, page)


def test_each_chart_has_an_alternative_words_a_table_and_a_download(reading: Reading) -> None:
    for panel, alternative in reading.alternatives.items():
        assert numbers(alternative), f"{panel}: no figure in '{alternative}'"
        assert panel in reading.downloads
        told = numbers(reading.words[panel])
        cells = {
            number for row in reading.tables[panel] for cell in row for number in numbers(cell)
        }
        assert numbers(alternative) <= told | cells
        untold = cells - told
        assert not untold, f"{panel}: {untold} in the table, not in words"


def test_each_download_holds_the_figures_of_its_table(opened: Reader, reading: Reading) -> None:
    assert reading.downloads
    for panel, records in opened.downloads(reading.downloads).items():
        assert {record["publication"] for record in records} == {"1"}
        assert {record["status"] for record in records} == {STATUS}
        assert as_printed(records) == figures_in(reading.tables[panel], records), panel


def as_printed(records: list[dict[str, str]]) -> list[list[str]]:
    """The figures of a download, written as a table writes them, in its order."""
    first = records[0]
    if "as_said" in first:
        return [[record["step"], record["as_said"]] for record in records]
    if "change_lower_per_cent" in first:
        return sorted(
            [record["from"], record["label"],
             *unique(f"{float(record[f'change_{end}_per_cent']):+.0f}%"
                     for end in ("lower", "upper"))]
            for record in records
        )  # fmt: skip
    if "standing" in first and "label" in first:
        return sorted([record["label"], record["period"], *limits(record)] for record in records)
    stamps = len(("publication", "reading_date", "status", "looking_back"))
    # An apostrophe keeps a spreadsheet from taking "+13%" for a formula.
    return [[cell.removeprefix("'") for cell in record.values()][:-stamps] for record in records]


def figures_in(table: list[list[str]], records: list[dict[str, str]]) -> list[list[str]]:
    """The figures of a printed table in the same shape."""
    header, *rows = table
    first = records[0]
    if "as_said" in first:
        return [[row[0].rstrip(" −="), row[1]] for row in rows]
    cells = [
        (row[0], column, cell)
        for row in rows
        for column, cell in zip(header[1:], row[1:], strict=True)
    ]
    if "change_lower_per_cent" in first:
        return sorted(
            [base, label, *(part.replace("−", "-") for part in cell.split(" to "))]
            for base, label, cell in cells
            if cell != "[x]"
        )
    if "standing" not in first or "label" not in first:
        return [list(row) for row in rows]
    if header == ["Measure", "Period", "Figure"]:
        cells = [tuple(row) for row in rows]
    stated = {(record["label"], record["period"]) for record in records}
    assert all(cell == "[x]" for label, period, cell in cells if (label, period) not in stated)
    return sorted(
        [label, period, *printed_limits(cell)]
        for label, period, cell in cells
        if (label, period) in stated
    )


def limits(record: dict[str, str]) -> list[str]:
    """A record's limits and marker: ["383", "384", "[e]"], ["at most", "2,061", "[e]"], ["[x]"]."""
    marker = [f"[{record['marker']}]"] if record["marker"] else []
    lower, upper = (float(record[end]) if record[end] else None for end in ("lower", "upper"))
    if lower is None and upper is None:
        return marker
    if lower is None or upper is None:
        how, limit = ("at most", upper) if lower is None else ("over", lower - 1)
        return [how, written(limit), *marker]
    return [*unique([written(lower), written(upper)]), *marker]


def printed_limits(cell: str) -> list[str]:
    figure, bracket, marker = cell.partition("[")
    figure = figure.replace("about ", "").replace("%", "").strip()
    if " ±" in figure:
        middle, room = (float(part.replace(",", "")) for part in figure.split(" ±"))
        return [written(middle - room), written(middle + room), *filter(None, [bracket + marker])]
    how, *limit = re.split(r"(?<=at most) |(?<=over) ", figure)
    parts = [how, *limit] if limit else figure.split(" to ")
    return [part for part in (*parts, bracket + marker) if part]


def written(number: float) -> str:
    return f"{number:,.1f}".removesuffix(".0")


def unique(texts) -> list[str]:
    return list(dict.fromkeys(texts))


@pytest.mark.must("signal", 5)
@pytest.mark.must("recommendations", 5)
@pytest.mark.must("themes", 5)
@pytest.mark.must("foundation", 7)
def test_axe_and_contrast_find_nothing(
    page: str, opened: Reader, often: Callable, measured: Callable[[str], None]
) -> None:
    rules = EVERY_RULE
    for scheme in ("light", "dark"):
        if scheme == "dark":
            opened.darken()
            # The same elements in other colours.
            rules = often(EVERY_RULE, EVERY_RULE, COLOURS_ALONE)
        for size in (WIDE, NARROW):
            opened.resize(size)
            texts = assert_clean(opened, size, rules)
            drawn = sum(text["isInChart"] for text in texts)
            measured(
                f"{page}, {scheme}, {size['width']} px: axe finds nothing; {len(texts)} texts"
                f" ({drawn} in charts) at least {min(text['ratio'] for text in texts):.2f}:1"
            )


def assert_clean(reader: Reader, size: dict[str, int], rules: dict = EVERY_RULE) -> list[dict]:
    """Nothing for axe to find, no pale text, nothing wider than the screen; the texts measured."""
    assert found_by_axe(reader, rules) == []
    texts = reader.page.evaluate(CONTRAST)
    assert [text for text in texts if text["ratio"] < text["needed"]] == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    return texts


def found_by_axe(reader: Reader, rules: dict = EVERY_RULE) -> list[str]:
    found = Axe().run(reader.page, options=rules)
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found.response["violations"]
        if violation["id"] != NOT_OURS
        for node in violation["nodes"]
    ]


@pytest.mark.must("foundation", 7)
@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("/about?list=Asks+with+dates", "light"),
        ("/framework?indicator=cse_referrals", "light"),
        ("/framework?indicator=allegations_rape&compare=fgm_referrals&override=yes", "dark"),
        ("/framework?q=nothing+of+that+name", "light"),
        ("/about?list=Changelog", "dark"),
        ("/about?list=Sources", "light"),
        ("/allegations?publication=77", "light"),
        ("/?on=2014-07-24&from=2009-10", "dark"),
    ],
)
def test_other_states_of_a_page_are_as_clean(address: str, scheme: str, reader: Reader) -> None:
    reader.open(address, scheme, NARROW)
    assert_clean(reader, NARROW)


@pytest.mark.must("foundation", 7)
def test_the_controls_of_the_frame_are_as_clean(reader: Reader) -> None:
    reader.open("/")
    reader.page.get_by_role("button", name="Publication 1 · read on").click()
    reader.page.get_by_role("combobox", name="Figures from").wait_for()
    assert_clean(reader, WIDE)
