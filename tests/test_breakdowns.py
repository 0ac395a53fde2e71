"""What figures may be split by: looked up in a vocabulary, kept in one spelling, or refused."""

from __future__ import annotations

import csv
import io

import pytest

from oversight import breakdowns, definitions
from oversight.breakdowns import BreakdownError
from oversight.reference import ReferenceFileError

ALL = ("sex", "age", "victim age", "looked after", "crime type", "role")


@pytest.fixture(scope="module")
def vocabulary(files):
    return breakdowns.load(files)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", ""),
        (" ; ", ""),
        ("sex=female", "sex=female"),
        ("Sex = FEMALE", "sex=female"),
        ("sex=female;", "sex=female"),
        ("sex=male ; age=0-15", "age=0-15;sex=male"),
        ("age=0-15;sex=male", "age=0-15;sex=male"),
        ("looked  after=Yes", "looked after=yes"),
        ("role=pcso", "role=PCSO"),
        ("role=Police  Officer", "role=police officer"),
        ("sex=Not recorded", "sex=not recorded"),
        ("age=16 - 17", "age=16-17"),
        ("age=16–17", "age=16-17"),
        ("age=15", "age=15"),
        ("age=18 +", "age=18+"),
        ("age=18 and over", "age=18+"),
        ("age=under 1", "age=under 1"),
        ("age=0", "age=under 1"),
        ("age=Under 16", "age=0-15"),
        ("victim age=under 18;sex=female", "sex=female;victim age=0-17"),
    ],
)
def test_a_breakdown_is_kept_in_one_spelling(written, kept, vocabulary):
    assert breakdowns.understood(written, ALL, vocabulary) == kept
    assert breakdowns.understood(kept, ALL, vocabulary) == kept


@pytest.mark.parametrize(
    ("written", "wanted", "sentence"),
    [
        (
            "sex=femal",
            ["sex"],
            "'femal' is no sex. Write sex=female, sex=male or sex=not recorded.",
        ),
        (
            "age=15-0",
            ["age"],
            "'15-0' is no age. Write age=0-15, age=18+, age=under 1 or age=not recorded.",
        ),
        ("age=15-15", ["age"], "'15-15' is no age."),
        ("age=under 0", ["age"], "'under 0' is no age."),
        ("age=0-150", ["age"], "'0-150' is no age."),
        ("age=00-15", ["age"], "'00-15' is no age."),
        ("age=１５", ["age"], "'１５' is no age."),
        ("age=15-Oct", ["age"], "'15-Oct' is no age."),
        ("sex", ["sex"], "'sex' does not say which. Write sex=female, sex=male or"),
        ("sex=", ["sex"], "'sex=' does not say which."),
        (
            "hair=red",
            ["sex", "age"],
            "'hair=red' is no breakdown of this indicator. Write it like sex=female or age=0-15,"
            " or leave it blank for all.",
        ),
        ("sex=female", [], "'sex=female' is no breakdown of this indicator. It is not split: le"),
        ("female", ["sex"], "'female' is no breakdown of this indicator. Write it like sex=fem"),
        ("sex=female;sex=male", ["sex"], "'sex=female;sex=male' splits by sex twice. Write one"),
        ("sex=female,age=0-15", ["sex", "age"], "'female,age=0-15' is no sex."),
        ("sex=" + "f" * 200, ["sex"], f"'{'f' * 80}…' is no sex."),
    ],
)
def test_what_is_no_breakdown_is_refused_with_what_would_be_right(
    written, wanted, sentence, vocabulary
):
    with pytest.raises(BreakdownError) as refused:
        breakdowns.understood(written, wanted, vocabulary)
    assert str(refused.value).startswith(sentence)


def test_everything_an_indicator_is_split_by_has_its_words(files, vocabulary):
    wanted = {
        name
        for indicator in definitions.load(files).values()
        for name in indicator.breakdowns_wanted
    }
    assert wanted == {*vocabulary}


def test_every_example_is_taken(vocabulary):
    for one in vocabulary.values():
        assert breakdowns.understood(one.example, [one.name], vocabulary)


def test_every_breakdown_of_the_published_series_stands_in_its_kept_spelling(files, vocabulary):
    written = {
        row["breakdown"]
        for path, content in files.items()
        if path.startswith("data/context/")
        for row in csv.DictReader(io.StringIO(content.decode()))
    }
    assert written > {""}
    for breakdown in written:
        assert breakdowns.understood(breakdown, ALL, vocabulary) == breakdown


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "data/definitions/breakdowns.toml is missing. Put it back from the repository."),
        (b"[sex", "data/definitions/breakdowns.toml does not describe breakdowns: "),
        (b"[sex]\nwords = []", "data/definitions/breakdowns.toml does not describe breakdowns: "),
        (b'[sex]\nword = "x"', "data/definitions/breakdowns.toml does not describe breakdowns: "),
    ],
)
def test_a_broken_vocabulary_is_named(content, sentence, files):
    broken = {path: kept for path, kept in files.items() if path != breakdowns.SOURCE}
    if content is not None:
        broken[breakdowns.SOURCE] = content
    with pytest.raises(ReferenceFileError) as refused:
        breakdowns.load(broken)
    assert str(refused.value).startswith(sentence)
