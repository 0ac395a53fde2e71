"""Every publication can be made again from what was kept, and a change is found and named."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

import duckdb
import pytest

from oversight import publishing, store
from oversight.home import Home, HomeError
from oversight.publishing import building
from oversight.store import StoreError
from tests.conftest import CLERK, a_return, observed, snapshot

FGM_2014 = a_return("fgm_referrals,2014,Metropolitan Police,,74,p,")


@pytest.mark.must("foundation", 4)
def test_a_home_deleted_and_built_again_has_the_same_content_digest(
    built, tmp_path, files, measured
):
    again = Home(tmp_path / "again")
    publishing.ensure_built(again, files, CLERK)
    first, second = built.current(), again.current()
    assert second.tables == first.tables
    assert second.content == first.content
    assert len(first.tables) >= 14
    measured(f"A home built again has the content digest {first.content[:12]}… over"
             f" {len(first.tables)} tables, as before.")  # fmt: skip


@pytest.mark.must("foundation", 4)
def test_verify_says_identical_where_nothing_was_changed(scratch, files, measured):
    publishing.publish(scratch, files, FGM_2014, CLERK)
    before = snapshot(scratch)
    assert publishing.verify(scratch) == []
    assert snapshot(scratch) == before
    measured("Two publications rebuilt from their kept inputs: identical, the home untouched.")


def tamper(path: Path, statement: str) -> None:
    # In a copy: DuckDB opens no file for writing that this process has attached for reading.
    scratch = path.with_name("scratch.duckdb")
    shutil.copyfile(path, scratch)
    with duckdb.connect(str(scratch)) as connection:
        connection.execute(statement)
    scratch.replace(path)


@pytest.mark.must("foundation", 4)
def test_one_figure_changed_in_a_publications_file_is_found_and_its_table_named(where, measured):
    tamper(where.publication(1), "UPDATE observation SET value = 584 WHERE figure = 'F04'")
    told = [str(difference) for difference in publishing.verify(where)]
    assert told == [
        "Publication 1: the file is not the one that was published",
        "Publication 1: table observation of the file differs from the journal",
    ]
    measured(f"583 made 584 in the file: {told[1]}.")


def repack(where: Home, path: str, old: bytes, new: bytes) -> Path:
    """Change one kept input of the current publication."""
    archive = where.inputs(where.current().inputs)
    with zipfile.ZipFile(archive) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    assert old in files[path]
    archive.chmod(0o600)
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content.replace(old, new, 1) if name == path else content)
    return archive


@pytest.mark.must("foundation", 4)
def test_one_figure_changed_in_a_kept_input_is_found_and_its_tables_named(where, measured):
    archive = repack(where, "data/report/figures.csv", b",583,", b",584,")
    told = [str(difference) for difference in publishing.verify(where)]
    assert told == [
        f"Publication 1: The kept inputs {archive} have been changed. Put them back from a copy.",
        "Publication 1: table figure of the rebuilt publication differs from the journal",
        "Publication 1: table headline_figure of the rebuilt publication differs from the journal",
        "Publication 1: table london_figure of the rebuilt publication differs from the journal",
        "Publication 1: table london_year of the rebuilt publication differs from the journal",
        "Publication 1: table observation of the rebuilt publication differs from the journal",
    ]
    measured("583 made 584 in the kept inputs: tables figure and observation are named.")


@pytest.mark.must("foundation", 4)
def test_a_kept_return_that_was_changed_is_found_and_its_table_named(after, measured):
    where = after(FGM_2014)
    kept = where.returned(hashlib.sha256(FGM_2014).hexdigest())
    kept.chmod(0o600)
    kept.write_bytes(FGM_2014.replace(b"74", b"75"))
    told = [str(difference) for difference in publishing.verify(where)]
    assert told == [
        f"Publication 2: The kept return {kept} has been changed. Put it back from a copy.",
        "Publication 2: table headline_figure of the rebuilt publication differs from the journal",
        "Publication 2: table london_figure of the rebuilt publication differs from the journal",
        "Publication 2: table observation of the rebuilt publication differs from the journal",
    ]
    measured("74 made 75 in a kept return: table observation of publication 2 is named.")


@pytest.mark.parametrize("damage", ["lost", "shortened", "bytes flipped"])
def test_kept_inputs_that_cannot_be_read_are_told_in_a_sentence(where, damage):
    archive = where.inputs(where.current().inputs)
    content = bytearray(archive.read_bytes())
    archive.unlink()
    if damage == "shortened":
        archive.write_bytes(content[: len(content) // 2])
    if damage == "bytes flipped":
        content[200:400] = bytes(byte ^ 0xFF for byte in content[200:400])
        archive.write_bytes(content)
    (difference,) = publishing.verify(where)
    assert str(difference) == (
        f"Publication 1: The kept inputs {archive} cannot be read. Put them back from a copy."
    )


@pytest.mark.parametrize("damage", ["lost", "changed", "bytes flipped", "another file"])
def test_rebuild_makes_a_lost_or_damaged_publication_again_and_pages_read_it(after, damage):
    where = after(FGM_2014)
    content, before = where.current().content, observed(where, "fgm_referrals")
    path = where.publication(2)
    if damage == "changed":
        tamper(path, "UPDATE observation SET value = 1")
    else:
        path.unlink()
    if damage == "bytes flipped":
        path.write_bytes(bytes(byte ^ 0xFF for byte in where.publication(1).read_bytes()))
    if damage == "another file":
        path.write_text("not a database")
    store._open.cache_clear()  # as after a restart: a process that has read a file keeps it
    with pytest.raises(StoreError, match="Run 'python -m oversight rebuild'"):
        store.current(where)
    assert publishing.rebuild(where, CLERK) == [2]
    assert observed(where, "fgm_referrals") == before
    assert where.current().content == content
    assert path.stat().st_mode & 0o777 == 0o444
    assert publishing.verify(where) == []
    assert publishing.rebuild(where, CLERK) == []


@pytest.mark.parametrize("pointer", [b"", b"rubbish", b"[1]", b'{"number": 1e999}', b"\xff\xfe"])
def test_rebuild_sets_a_damaged_pointer_to_the_journals_last_publication(after, pointer):
    where = after(FGM_2014)
    where.pointer.write_bytes(pointer)
    with pytest.raises(HomeError, match="cannot be read as a pointer"):
        where.current()
    publishing.rebuild(where, CLERK)
    assert where.current().number == 2


def test_every_lost_publication_is_built_once_to_verify_it_and_the_next_is_held_against_it(
    after, monkeypatch
):
    where = after(FGM_2014, a_return("fgm_referrals,2015,London,,80,,"))
    for number in (1, 2, 3):
        where.publication(number).unlink()
    built, build = [], building.build
    monkeypatch.setattr(
        building,
        "build",
        lambda path, *given, **named: built.append(path) or build(path, *given, **named),
    )
    told = [str(difference) for difference in publishing.verify(where)]
    assert told == [
        f"Publication {number}: the file cannot be read ({where.publication(number)})"
        for number in (1, 2, 3)
    ]
    assert len(built) == 3
    assert publishing.rebuild(where, CLERK) == [1, 2, 3]
    assert publishing.verify(where) == []


def test_one_that_rests_on_a_publication_that_is_lost_for_good_says_so(after):
    where = after(FGM_2014)
    archive, lost = where.inputs(where.entries()[0].inputs), where.publication(1)
    archive.unlink()
    lost.unlink()
    cannot = f"The kept inputs {archive} cannot be read. Put them back from a copy."
    assert [str(difference) for difference in publishing.verify(where)] == [
        f"Publication 1: the file cannot be read ({lost})",
        f"Publication 1: {cannot}",
        "Publication 2: the publication before it is neither whole nor can it be made again",
    ]


def test_accepted_figures_are_remembered_only_while_they_stand_and_only_so_many(
    where, few, monkeypatch
):
    def remembered() -> int:
        return sum(outcome.size for outcome in building._understood.values())

    building.forget()
    other = a_return("fgm_referrals,2015,London,,80,,")
    publishing.publish(where, few, FGM_2014, CLERK)
    publishing.publish(where, few, other, CLERK)
    publishing.check(where, few, a_return("fgm_referrals,2013,London,,60,r,"), CLERK)
    assert remembered() == 2
    publishing.withdraw(where, few, 2, CLERK, "Sent by mistake")
    assert {sha256 for sha256, *_ in building._understood} == {hashlib.sha256(other).hexdigest()}
    publishing.publish(where, few, FGM_2014, CLERK)
    monkeypatch.setattr(building, "MOST_REMEMBERED", 1)
    publishing.check(where, few, a_return("fgm_referrals,2013,London,,60,r,"), CLERK)
    assert remembered() == 1
    assert publishing.verify(where) == []
    assert remembered() == 0


def test_rebuild_refuses_to_put_back_what_was_never_published(where):
    repack(where, "data/report/figures.csv", b",583,", b",584,")
    where.publication(1).unlink()
    before = snapshot(where)
    with pytest.raises(HomeError, match=r"kept inputs .* have been changed"):
        publishing.rebuild(where, CLERK)
    assert snapshot(where) == before


def test_a_missing_publication_is_not_built_over_but_told(where, few):
    where.publication(1).unlink()
    with pytest.raises(HomeError, match=r"Publication 1 is missing .* oversight rebuild"):
        publishing.ensure_built(where, few, CLERK)
