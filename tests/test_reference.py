"""The reference tables: what they hold, and what is said of a broken one."""

from __future__ import annotations

import pytest

from oversight import reference
from oversight.reference import Reference, ReferenceFileError

AREAS = "data/reference/areas.csv"
GLOSSARY = "data/reference/glossary.csv"


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("data/report/claims.csv", 92),
        ("data/report/figures.csv", 38),
        ("data/report/asks.csv", 17),
        ("data/report/other_asks_and_promises.csv", 33),
        ("data/report/outside_evidence.csv", 5),
    ],
)
def test_the_report_is_there_whole(files, path, rows):
    assert len(reference.table(files, path)) == rows


def test_every_table_of_the_checkout_can_be_read(files):
    for path in reference.TABLES:
        assert reference.table(files, path), path


def test_thirty_three_boroughs_each_with_a_tile_of_its_own(files):
    boroughs = [row for row in reference.table(files, AREAS) if row["level"] == "borough"]
    assert len(boroughs) == 33
    assert len({(row["tile_row"], row["tile_column"]) for row in boroughs}) == 33


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("E09000007", "E09000007"),
        ("Camden", "E09000007"),
        ("camden", "E09000007"),
        ("Kensington & Chelsea", "E09000020"),
        ("Royal Borough of Kensington & Chelsea", "E09000020"),
        ("London Borough of Camden", "E09000007"),
        ("LB Camden", "E09000007"),
        ("Kingston-upon-Thames", "E09000021"),
        ("Greater London", "E12000007"),
        ("City of Westminster", "E09000033"),
        ("London", "E12000007"),
        ("Metropolitan Police", "E23000001"),
        ("MPS", "E23000001"),
        ("Met", "E23000001"),
        ("City of London", "E09000001"),
        ("City of London Police", "E23000034"),
    ],
)
def test_a_place_goes_by_its_code_its_name_and_its_aliases(files, written, code):
    assert Reference(files).areas[written.casefold()].code == code


def test_the_region_and_the_force_stand_for_the_whole_and_nothing_else_does(files):
    whole = {area.code for area in Reference(files).areas.values() if area.is_whole}
    assert whole == {"E12000007", "E23000001"}


def test_claims_and_figures_name_only_what_exists(files):
    known = Reference(files)
    figures = reference.table(files, "data/report/figures.csv")
    assert {row["claim"] for row in figures} <= known.claims
    assert {row["geography"].casefold() for row in figures} <= set(known.areas)
    events = reference.table(files, "data/reference/events.csv")
    assert {row["source"] for row in events} <= known.sources


def test_the_digest_depends_on_names_and_contents_and_not_on_their_order(files):
    backwards = {path: files[path] for path in reversed(files)}
    assert reference.digest(backwards) == reference.digest(files)
    assert reference.digest({**files, AREAS: files[AREAS] + b"\n"}) != reference.digest(files)
    renamed = {path.replace("areas", "places"): content for path, content in files.items()}
    assert reference.digest(renamed) != reference.digest(files)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, f"{GLOSSARY} is missing. Put it back from the repository."),
        (b"", f"{GLOSSARY} must have the columns term, meaning."),
        (b"word,meaning\na,b\n", f"{GLOSSARY} must have the columns term, meaning."),
        (b"term,meaning\na,b,c\n", f"{GLOSSARY}, line 2: 3 cells where the header has 2."),
        (b"term,meaning\na,b\n\n", f"{GLOSSARY}, line 3: 0 cells where the header has 2."),
        (b"term,meaning\na,\xe9\n", f"{GLOSSARY} cannot be read as UTF-8 CSV"),
        (b'term,meaning\n"a,b\n', f"{GLOSSARY} cannot be read as UTF-8 CSV"),
    ],
)
def test_a_broken_table_is_refused_by_name(files, content, sentence):
    broken = {path: files[path] for path in files if path != GLOSSARY}
    if content is not None:
        broken[GLOSSARY] = content
    with pytest.raises(ReferenceFileError) as refused:
        reference.table(broken, GLOSSARY)
    assert str(refused.value).startswith(sentence)


def test_a_name_that_stands_for_two_places_is_refused(files):
    brent = b"E09000005,Brent,borough,BRT,3,3,E23000001,"
    broken = {**files, AREAS: files[AREAS].replace(brent, brent + b"Camden|")}
    with pytest.raises(ReferenceFileError, match="'Camden' stands for two areas"):
        _ = Reference(broken).areas


def test_an_id_given_twice_is_refused(files):
    claims = files["data/report/claims.csv"]
    second = claims.splitlines(keepends=True)[1]
    broken = {**files, "data/report/claims.csv": claims + second}
    with pytest.raises(ReferenceFileError, match=r"claims\.csv has claim A01 twice"):
        _ = Reference(broken).claims
