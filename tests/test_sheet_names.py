"""Sheets are named by whole words, in 31 letters, and no two alike."""

from __future__ import annotations

import pytest

from oversight.packs import sheet_names
from tests.slide_reading import YEAR_ON, position_in


def test_every_indicator_has_a_name_of_its_own_in_whole_words_of_its_title(built):
    titles = [entry.title for entry in position_in(built, YEAR_ON).entries]
    names: list[str] = []
    for title in titles:
        names.append(sheet_names.named(title, names))
    assert len({name.lower() for name in names}) == len(titles) > 40
    for title, name in zip(titles, names, strict=True):
        assert len(name) <= 31
        words = [word.strip("(),:").lower() for word in title.replace("/", " ").split()]
        assert [one for one in name.split() if one.strip(",").lower() not in words] == [], name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Workforce", "Workforce"),
        ("Social care assessments in which FGM was a factor", "Social care assessments FGM"),
        ("Social care assessments in which neglect was a factor",
         "Social care assessments neglect"),
        # Without this word it would be another figure.
        ("Children under 18 living in the borough", "Children under 18 living"),
        ("Officers on sexual offences (all ages), exploitation and child abuse",
         "Officers sexual offences"),
        ("History", "History 2"),
        ("[a]/b: 'c'?", "A b c"),
        ("W" * 40, "W" * 31),
        ("", "Table"),
    ],
)  # fmt: skip
def test_a_name_says_what_its_title_says(title: str, name: str):
    assert sheet_names.named(title, ()) == name


def test_a_hundred_sheets_of_one_title_have_a_hundred_names():
    names: list[str] = []
    for _ in range(100):
        names.append(sheet_names.named("Neglect allegations investigated by teams", names))
    assert len({name.lower() for name in names}) == 100
    assert max(map(len, names)) <= 31
    assert names[-1] == "Neglect allegations 100"
