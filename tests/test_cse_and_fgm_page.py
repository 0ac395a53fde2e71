"""The page on exploitation and mutilation, read in a browser: figures, bands, and the tile map."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading import NARROW, WIDE, Reader, Reading

pytestmark = pytest.mark.browser

Read = Callable[[str], Reading]

# Every square of the map with the two texts in it: where they stand and how large they are.
SQUARES = """() => {
  const chart = document.querySelector('[class*="st-key-chart_wide_tile_map"]');
  const box = (element) => {
    const {left, top, right, bottom} = element.getBoundingClientRect();
    return {left, top, right, bottom};
  };
  const texts = [...chart.querySelectorAll('.annotation text')].map((text) => ({
    ...box(text), text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize)}));
  return [...chart.querySelectorAll('.barlayer .point path')].map(box).map((square) => ({
    ...square,
    texts: texts.filter((text) => (text.left + text.right) / 2 > square.left
      && (text.left + text.right) / 2 < square.right
      && (text.top + text.bottom) / 2 > square.top
      && (text.top + text.bottom) / 2 < square.bottom),
  }));
}"""


@pytest.mark.must("themes", 1)
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/cse_and_fgm", "2024-25: the 33 authorities add up to 2,385; London as published is"
         " 2,390, rounded."),
        ("/cse_and_fgm?factor=FGM", "2024-25: the 33 authorities add up to at least 77, 16"
         " withheld; London as published is 120, rounded."),
        ("/cse_and_fgm?factor=FGM&year=2021-22", "2021-22: the 33 authorities add up to at least"
         " 86, 11 withheld, 1 not available; London as published is 150, rounded."),
        ("/cse_and_fgm?factor=Neglect", "London as published is 10,330, rounded."),
    ],
)  # fmt: skip
def test_the_authorities_are_added_up_beside_the_published_total(
    address: str, words: str, read: Read, measured: Callable[[str], None]
) -> None:
    reading = read(address)
    assert words in reading.text
    assert words in reading.words["tile_map"]
    assert words in reading.alternatives["tile_map"]
    measured(f"{address}: {words}")


@pytest.mark.must("themes", 1)
def test_hackney_of_2020_21_is_not_available_and_city_of_london_is_a_true_nought(
    read: Read, measured: Callable[[str], None]
) -> None:
    for factor in ("CSE", "FGM", "Neglect"):
        reading = read(f"/cse_and_fgm?factor={factor}&year=2020-21")
        assert reading.figure("tile_map", "Hackney (HCK)", "2020-21") == "[x]"
        assert "Hackney (HCK) not available" in reading.words["tile_map"]
        assert "1 not available" in reading.text
    reading = read("/cse_and_fgm?factor=FGM&year=2020-21")
    assert reading.figure("tile_map", "Bromley (BRM)", "2020-21") == "[c]"
    latest = read("/cse_and_fgm")
    assert latest.figure("tile_map", "City of London (CTY)", "2024-25") == "0"
    measured("Hackney 2020-21: [x] for each factor; Bromley [c] for FGM; City of London 2024-25: 0")


@pytest.mark.must("themes", 1)
def test_fgm_referrals_have_a_ratio_with_its_interval_and_no_trend(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read("/cse_and_fgm")
    assert reading.figure("fgm_referrals", "FGM referrals", "2012") == "26"
    assert reading.figure("fgm_referrals", "FGM referrals", "2013") == "69"
    for words in (
        "2.65 times as many",
        "95% interval 1.67 to 4.34",
        "Two points are no trend. A trend needs at least five years, so three more.",
        "2 of 5 years known",
        "41 in 2010",
        "'cases reported' may differ from 'referrals'",
        "The report prints UK, but the study it cites covers England and Wales.",
        "First two FGM prosecutions announced",
    ):
        assert words in reading.text, words
    measured("26 in 2012, 69 in 2013: 2.65 times as many, 1.67 to 4.34; two points, three more")


@pytest.mark.must("themes", 1)
def test_estimates_stand_on_a_scale_of_their_own(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read("/cse_and_fgm")
    rows = {row[0]: row[1:] for row in reading.tables["fgm_estimates"][1:]}
    assert rows["Women who may have had FGM"] == ["United Kingdom", "2007", "about 66,000"]
    assert [row[-1] for row in rows.values()] == ["about 66,000", "about 15,000", "2,115"]
    assert "69" not in reading.charts["fgm_estimates"]
    measured(f"estimates: {[row[-1] for row in rows.values()]}")


@pytest.mark.must("themes", 1)
def test_exploitation_is_told_as_bands_and_a_promise(
    read: Read, measured: Callable[[str], None]
) -> None:
    reading = read("/cse_and_fgm")
    assert "CSE referrals: the hundreds; 2,000 or 3,000 were expected" in reading.headings
    for words in ("Over 1,000", "60 (C04) officers wanted", "over 30 (C05) in post", "“absent”"):
        assert words in reading.text
    rows = dict(reading.tables["for_each_officer"][1:])
    assert rows == {
        "As the report says, team of March 2014": "at most about 32.2",
        "Expected, team of March 2014": "at most about 96.8",
        "Expected, all posts filled": "about 33.3 to 50",
    }
    measured(f"for each officer: {rows}")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2014-07-24", "Due in 160 days, on 31 December 2014; no figure has been supplied."),
        ("2015-08-01", "Overdue by 213 days: promised for 31 December 2014"),
    ],
)
def test_the_promise_to_count_is_measured_against_the_reading_date(
    on: str, words: str, read: Read
) -> None:
    assert words in read(f"/cse_and_fgm?on={on}").text


def test_the_readers_own_numbers_are_one_more_row_and_nobodys_figure(read: Read) -> None:
    reading = read("/cse_and_fgm?if_referrals=2500&if_officers=50")
    assert ["Your numbers", "50"] in reading.tables["for_each_officer"]
    one = read("/cse_and_fgm?if_officers=100")
    assert ["Your numbers", "about 20 to 30"] in one.tables["for_each_officer"]
    none = read("/cse_and_fgm?if_officers=0")
    assert none.exceptions == []


def test_a_limited_period_leaves_no_figure_from_outside_it(read: Read) -> None:
    reading = read("/cse_and_fgm?from=2008-09&to=2010-11")
    assert reading.exceptions == []
    assert "No authority has a figure for the period shown." in reading.text
    assert reading.title == "No figure on FGM referrals for this period"


@pytest.mark.must("themes", 4)
@pytest.mark.parametrize("address", ["/cse_and_fgm?factor=FGM&year=2021-22", "/cse_and_fgm"])
def test_the_tile_map_has_33_squares_apart_with_legible_text_equal_to_the_table(
    address: str, reader: Reader, measured: Callable[[str], None]
) -> None:
    reading = reader.open(address, size=WIDE)
    squares = reader.page.evaluate(SQUARES)
    assert len(squares) == 33
    overlapping = [
        (one, other)
        for place, one in enumerate(squares)
        for other in squares[place + 1 :]
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    ]
    assert overlapping == []
    assert {len(square["texts"]) for square in squares} == {2}
    sizes = {text["size"] for square in squares for text in square["texts"]}
    assert min(sizes) >= 18
    for square in squares:
        for text in square["texts"]:
            assert square["left"] <= text["left"] and text["right"] <= square["right"]
    header, *rows = reading.tables["tile_map"]
    printed = {name[-4:-1]: figure for name, figure in rows}
    drawn = {
        short["text"]: figure["text"]
        for short, figure in (
            sorted(square["texts"], key=lambda text: text["top"]) for square in squares
        )
    }
    assert header[0] == "Authority"
    assert drawn == printed
    measured(
        f"{address}: {len(squares)} squares, none overlapping, text at least {min(sizes):g} px,"
        " each figure as in the table"
    )
    assert named_on_hover(reader).startswith(f"Barking and Dagenham: {printed['BAR']}")


def named_on_hover(reader: Reader) -> str:
    """What is said of the first authority where a reader points at its square."""
    square = reader.page.locator('[class*="st-key-chart_wide_tile_map"] .barlayer .point').first
    box = square.bounding_box()
    reader.page.mouse.move(box["x"] + 9, box["y"] + 9, steps=4)
    label = reader.page.locator('[class*="st-key-chart_wide_tile_map"] .hoverlayer .hovertext')
    label.wait_for()
    return label.text_content()


def test_an_authority_stands_beside_london_on_a_phone_too(reader: Reader) -> None:
    reading = reader.open("/cse_and_fgm?factor=FGM&authority=E09000012", size=NARROW)
    assert reading.figure("assessments_london", "London", "2024-25") == "120"
    assert reading.figure("assessments_authority", "Hackney", "2024-25") == "[c]"
    assert reading.figure("assessments_authority", "Hackney", "2021-22") == "[x]"
    assert "[c]" in reading.charts["assessments_authority"]


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("factor=Gangs", "'Gangs' is no choice for “Factor”. There is CSE, FGM or Neglect."),
        ("year=2030-31", "'2030-31' is no choice for “Year to March”."),
        ("authority=E09999999", "'E09999999' is no choice for “Authority”."),
        ("if_officers=many", "'many' is not a whole number from 0 to 10000 (Officers)."),
    ],
)
def test_a_wrong_choice_is_a_sentence_with_the_address_kept(
    choice: str, sentence: str, read: Read
) -> None:
    reading = read(f"/cse_and_fgm?{choice}")
    assert sentence in " ".join(reading.errors)
    assert reading.address == f"/cse_and_fgm?{choice}"
    assert reading.titles == ["This address does not lead to figures"]
