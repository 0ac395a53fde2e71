"""Publishing: what a return changes, what is refused, and that a crash leaves old or new."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pytest

from oversight import ROOT, access, home, publishing, store
from oversight.home import Home, HomeError
from oversight.publishing import publisher
from oversight.store import StoreError
from tests.conftest import CLERK, a_return

FGM_2014 = a_return("fgm_referrals,2014,Metropolitan Police,,74,p,")
FGM_2015 = a_return("fgm_referrals,2015,Metropolitan Police,,80,,")
RAPE_BY_QUARTER = a_return(
    "allegations_rape,2014-15 Q1,London,,150,,",
    "allegations_rape,2014-15 Q2,London,,155,,",
    "allegations_rape,2014-15 Q3,London,,148,,",
    "allegations_rape,2014-15 Q4,London,,160,p,",
)


@pytest.fixture(scope="module")
def few(files) -> dict[str, bytes]:
    """The files without the published series: built in a fraction of the time."""
    return {path: content for path, content in files.items() if "data/context/" not in path}


@pytest.fixture
def where(tmp_path: Path, few) -> Home:
    """A home with the first publication of the few files."""
    where = Home(tmp_path / "live")
    publishing.ensure_built(where, few, CLERK)
    return where


def observed(where: Home, indicator: str) -> dict[str, tuple]:
    """value, lower, upper, qualifier, marker and withheld of an indicator, by period."""
    return {
        row.period: (row.value, row.lower, row.upper, row.qualifier, row.marker, row.withheld)
        for row in store.current(where).rows("export/observations")
        if row.indicator == indicator
    }


def snapshot(where: Home) -> dict[str, str]:
    """SHA-256 of every file of a home, the lock aside."""
    return {
        path.relative_to(where.path).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(where.path.rglob("*"))
        if path.is_file() and path != where.lock
    }


def test_the_first_build_publishes_the_report_and_a_second_has_nothing_to_do(tmp_path, few):
    where = Home(tmp_path / "new" / "live")
    receipt = publishing.ensure_built(where, few, CLERK)
    assert (receipt.number, receipt.by) == (1, "A clerk")
    assert receipt.note.startswith("First publication: the report of July 2014")
    assert observed(where, "allegations_rape")["2013-14"] == (583, 583, 583, "exact", "", 0)
    before = snapshot(where)
    assert publishing.ensure_built(where, few, CLERK) is None
    assert snapshot(where) == before


def test_a_definition_changed_makes_the_next_publication(where, few):
    path = "data/definitions/indicators/allegations_rape.toml"
    changed = {**few, path: few[path].replace(b'label = "', b'label = "Changed: ', 1)}
    receipt = publishing.ensure_built(where, changed, CLERK)
    assert (receipt.number, receipt.note) == (
        2,
        "Definitions, reference lists or report data changed",
    )
    assert publishing.ensure_built(where, changed, CLERK) is None


def test_a_published_return_adds_its_figure_and_changes_no_other(where, few):
    before = store.current(where).rows("export/observations")
    receipt = publishing.publish(where, few, FGM_2014, CLERK, "Autumn return")
    assert (receipt.number, receipt.figures, receipt.note) == (2, 1, "Autumn return")
    assert observed(where, "fgm_referrals")["2014"] == (74, 74, 74, "exact", "p", 0)
    after = store.current(where).rows("export/observations")
    (added,) = [row for row in after if row not in before]
    assert (added.indicator, added.period, added.source) == (
        "fgm_referrals", "2014", "return of publication 2",
    )  # fmt: skip
    assert set(before) < set(after)
    assert store.numbered(where, 1).rows("export/observations") == before


def test_a_year_is_the_sum_of_its_four_quarters_and_as_provisional_as_they_are(where, few):
    publishing.publish(where, few, RAPE_BY_QUARTER, CLERK)
    assert observed(where, "allegations_rape")["2014-15"] == (613, 613, 613, "exact", "p", 0)


def test_three_quarters_are_no_year(where, few):
    three = b"\n".join(RAPE_BY_QUARTER.splitlines()[:4])
    publishing.publish(where, few, three, CLERK)
    assert "2014-15" not in observed(where, "allegations_rape")


def test_a_calendar_year_is_the_sum_of_its_own_quarters(where, few):
    rows = [f"fgm_referrals,2014 Q{quarter},London,,{quarter}0,," for quarter in (1, 2, 3, 4)]
    publishing.publish(where, few, a_return(*rows), CLERK)
    assert observed(where, "fgm_referrals")["2014"][:4] == (100, 100, 100, "exact")


def test_a_level_is_never_summed_over_quarter_ends(where, few):
    ends = ("2014-06-30", "2014-09-30", "2014-12-31", "2015-03-31")
    rows = [f"soeca_officers_in_post,{end},Metropolitan Police,,900,," for end in ends]
    publishing.publish(where, few, a_return(*rows), CLERK)
    assert {row[0] for row in observed(where, "soeca_officers_in_post").values()} == {900}
    assert len(observed(where, "soeca_officers_in_post")) == 4


def test_a_withheld_quarter_makes_the_year_at_least_and_counts_what_is_withheld(where, few):
    publishing.publish(where, few, RAPE_BY_QUARTER.replace(b"148,,", b",c,"), CLERK)
    assert observed(where, "allegations_rape")["2014-15"] == (None, 465, None, "at least", "p", 1)


def test_a_quarter_that_is_not_available_makes_the_year_at_least_with_none_withheld(where, few):
    publishing.publish(where, few, RAPE_BY_QUARTER.replace(b"148,,", b",x,"), CLERK)
    assert observed(where, "allegations_rape")["2014-15"] == (None, 465, None, "at least", "p", 0)


def test_a_restated_figure_replaces_the_reports_and_the_old_one_stays_in_its_publication(
    where, few
):
    publishing.publish(where, few, a_return("allegations_rape,2013-14,London,,590,r,"), CLERK)
    assert observed(where, "allegations_rape")["2013-14"] == (590, 590, 590, "exact", "r", 0)
    first = store.numbered(where, 1).rows("export/observations")
    old = [row.value for row in first if row.figure == "F04"]
    assert old == [583]


def test_a_figure_withheld_in_a_newer_return_does_not_come_back_from_the_older(where, few):
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,7431,,"), CLERK)
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,,c,"), CLERK)
    assert observed(where, "fgm_referrals")["2014"] == (None, None, None, "withheld", "c", 1)
    found = []
    with duckdb.connect(str(where.publication(2)), read_only=True) as connection:
        found.append(cells_with("7431", connection))
    with duckdb.connect(str(where.publication(3)), read_only=True) as connection:
        found.append(cells_with("7431", connection))
    assert found[0] == {
        ("observation", "value"),
        ("observation", "lower"),
        ("observation", "upper"),
    }
    assert found[1] == set()


def cells_with(digits: str, connection: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """Every table and column of a publication in which the digits stand somewhere."""
    return {
        (table, column)
        for table, column in connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
        ).fetchall()
        if connection.execute(
            f"SELECT count(*) FROM {table} WHERE CAST({column} AS VARCHAR) LIKE '%{digits}%'"
        ).fetchone()[0]
    }


def test_the_same_return_twice_is_refused_and_changes_nothing(where, few):
    publishing.publish(where, few, FGM_2014, CLERK)
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, FGM_2014, CLERK)
    assert [str(finding) for finding in refused.value.findings] == [
        "This very file has been published already. Nothing was done."
    ]
    assert snapshot(where) == before


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            ["allegations_rape,2014-15,London,,650,,"],
            "allegations_rape 2014-15: the year is 650, its four quarters add up to 613. Send the"
            " year again with marker r, or mend the quarters.",
        ),
        (
            [
                "allegations_rape,2008-09,London,,383,,",
                "allegations_sexual_assault,2008-09,London,,1071,,",
                "allegations_rape_and_sexual_assault,2008-09,London,,2000,,",
            ],
            "allegations_rape_and_sexual_assault 2008-09: the total is 2,000, its parts add up to"
            " 1,454. Mend the total or the parts.",
        ),
    ],
)
def test_a_return_that_contradicts_what_stands_is_refused_and_changes_nothing(
    where, few, rows, sentence
):
    publishing.publish(where, few, RAPE_BY_QUARTER, CLERK)
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, a_return(*rows), CLERK)
    assert [str(finding) for finding in refused.value.findings] == [sentence]
    assert snapshot(where) == before


def test_a_year_within_the_reports_limits_is_no_contradiction(where, few):
    row = "allegations_rape_and_sexual_assault,2008-09,London,,1457,,"
    assert publishing.publish(where, few, a_return(row), CLERK).number == 2


def test_who_has_no_right_to_publish_is_refused_and_nothing_changes(where, few):
    visitor, before = access.Principal("A visitor"), snapshot(where)
    with pytest.raises(access.AccessError, match="A visitor may not publish. Ask somebody with"):
        publishing.publish(where, few, FGM_2014, visitor)
    with pytest.raises(access.AccessError):
        publishing.ensure_built(where, {**few, "queries/build/z.sql": b""}, visitor)
    with pytest.raises(access.AccessError):
        publishing.rebuild(where, visitor)
    assert snapshot(where) == before


class Killed(BaseException):
    """Stands for a kill: nothing in the code catches it."""


def kill_at(monkeypatch, call: str, count: int, when: str) -> None:
    """Let the `count`-th call of this kind be the last thing, before or after it is done."""
    owner = {"replace": os, "fsync": os, "_append": publisher, "switch": publisher}[call]
    real, seen = getattr(owner, call), []

    def killing(*arguments):
        seen.append(arguments)
        if len(seen) == count and when == "before":
            raise Killed
        real(*arguments)
        if len(seen) == count:
            raise Killed

    monkeypatch.setattr(owner, call, killing)


@pytest.mark.parametrize(
    ("call", "count", "when", "stands"),
    [
        ("replace", 1, "before", 1),  # the return as received
        ("replace", 1, "after", 1),
        ("replace", 2, "before", 1),  # the publication's file
        ("replace", 2, "after", 1),
        ("fsync", 4, "before", 1),
        ("_append", 1, "before", 1),  # the journal
        ("_append", 1, "after", 1),
        ("switch", 1, "before", 1),
        ("replace", 3, "before", 1),  # the pointer
        ("replace", 3, "after", 2),
        ("replace", 4, "before", 2),  # the plain copy
        ("switch", 1, "after", 2),
    ],
)
def test_killed_anywhere_the_old_or_the_new_stands_and_the_next_publication_works(
    where, few, monkeypatch, call, count, when, stands
):
    with monkeypatch.context() as killing:
        kill_at(killing, call, count, when)
        with pytest.raises(Killed):
            publishing.publish(where, few, FGM_2014, CLERK)
    assert where.current().number == stands
    assert ("2014" in observed(where, "fgm_referrals")) == (stands == 2)

    written = len(where.entries()) == 2  # what the journal holds is finished, not thrown away
    receipt = publishing.publish(where, few, FGM_2015, CLERK)
    assert receipt.number == where.current().number == (3 if written else 2)
    assert observed(where, "fgm_referrals")["2015"][0] == 80
    assert ("2014" in observed(where, "fgm_referrals")) == written
    assert sorted(path.name for path in where.publications.iterdir()) == [
        f"{number:06d}.duckdb" for number in range(1, receipt.number + 1)
    ]
    assert publishing.verify(where) == []


def test_a_process_killed_before_the_pointer_moves_leaves_the_old_publication(where, tmp_path):
    arriving = tmp_path / "return.csv"
    arriving.write_bytes(FGM_2014)
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, signal, sys; from oversight import __main__\n"
            "from oversight.publishing import publisher\n"
            "publisher.switch = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
            "__main__.main(sys.argv[1:])",
            *("publish", str(arriving), "--home", str(where.path)),
        ],
        cwd=ROOT,
        capture_output=True,
    )
    assert killed.returncode == -signal.SIGKILL
    assert where.current().number == 1
    assert observed(where, "fgm_referrals").keys() == {"2012", "2013"}


def test_a_build_killed_at_the_last_step_is_finished_and_not_done_again(tmp_path, few, monkeypatch):
    where = Home(tmp_path / "live")
    with monkeypatch.context() as killing:
        kill_at(killing, "switch", 1, "before")
        with pytest.raises(Killed):
            publishing.ensure_built(where, few, CLERK)
    assert where.current() is None
    assert publishing.ensure_built(where, few, CLERK) is None
    assert [entry.number for entry in where.published()] == [1]


def test_a_journal_line_broken_off_by_a_full_disk_is_passed_over_and_then_replaced(where, few):
    with where.journal.open("ab") as journal:
        journal.write(b'{"number": 2, "at": "2026-')
    assert [entry.number for entry in where.entries()] == [1]
    assert publishing.publish(where, few, FGM_2014, CLERK).number == 2
    lines = where.journal.read_text("utf-8").splitlines()
    assert [json.loads(line)["number"] for line in lines] == [1, 2]


def test_a_journal_that_lost_only_its_last_line_end_loses_no_publication(where, few):
    where.journal.write_bytes(where.journal.read_bytes().rstrip())
    assert publishing.publish(where, few, FGM_2014, CLERK).number == 2
    assert [entry.number for entry in where.entries()] == [1, 2]


def test_without_its_journal_a_home_is_not_written_and_no_publication_is_swept(where, few):
    publishing.publish(where, few, FGM_2014, CLERK)
    where.journal.unlink()
    before = snapshot(where)
    with pytest.raises(HomeError, match=r"does not hold the publication that .* names"):
        publishing.publish(where, few, FGM_2015, CLERK)
    assert snapshot(where) == before


def test_the_journal_only_grows_and_holds_who_when_and_what(where, few):
    first = where.journal.read_bytes()
    publishing.publish(where, few, FGM_2014, CLERK, "Note with \u2028 and \x85 in it")
    assert where.journal.read_bytes().startswith(first)
    entry = where.entries()[-1]
    assert (entry.number, entry.by, entry.code) == (2, "A clerk", "0.1.0")
    assert entry.accepted == (hashlib.sha256(FGM_2014).hexdigest(),)
    assert entry.file == hashlib.sha256(where.publication(2).read_bytes()).hexdigest()
    assert where.returned(entry.accepted[0]).read_bytes() == FGM_2014
    assert json.loads(where.pointer.read_text()) == {"number": 2, "sha256": entry.file}


def test_publications_cannot_be_written_and_the_plain_copy_is_the_current_one(where, few):
    publishing.publish(where, few, FGM_2014, CLERK)
    modes = {path.stat().st_mode & 0o777 for path in where.publications.iterdir()}
    assert modes == {0o444}
    assert where.copy.read_bytes() == where.publication(2).read_bytes()
    assert not where.copy.is_symlink()
    assert where.copy.stat().st_ino != where.publication(2).stat().st_ino


def test_a_second_publisher_is_told_who_is_publishing(where, few):
    before = snapshot(where)
    with (
        publisher.writing(where, access.local_user("Ms Bell")),
        pytest.raises(HomeError, match=r"^Ms Bell has been publishing since \d\d:\d\d:\d\d\. Try"),
    ):
        publishing.publish(where, few, FGM_2014, CLERK)
    assert snapshot(where) == before
    assert publishing.publish(where, few, FGM_2014, CLERK).number == 2


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
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement)


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
        "Publication 1: table observation of the rebuilt publication differs from the journal",
    ]
    measured("583 made 584 in the kept inputs: tables figure and observation are named.")


@pytest.mark.must("foundation", 4)
def test_a_kept_return_that_was_changed_is_found_and_its_table_named(where, few, measured):
    publishing.publish(where, few, FGM_2014, CLERK)
    kept = where.returned(hashlib.sha256(FGM_2014).hexdigest())
    kept.chmod(0o600)
    kept.write_bytes(FGM_2014.replace(b"74", b"75"))
    told = [str(difference) for difference in publishing.verify(where)]
    assert told == [
        f"Publication 2: The kept return {kept} has been changed. Put it back from a copy.",
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
def test_rebuild_makes_a_lost_or_damaged_publication_again_and_pages_read_it(where, few, damage):
    publishing.publish(where, few, FGM_2014, CLERK)
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
def test_rebuild_sets_a_damaged_pointer_to_the_journals_last_publication(where, few, pointer):
    publishing.publish(where, few, FGM_2014, CLERK)
    where.pointer.write_bytes(pointer)
    with pytest.raises(HomeError, match="cannot be read as a pointer"):
        where.current()
    publishing.rebuild(where, CLERK)
    assert where.current().number == 2


def test_rebuild_refuses_to_put_back_what_was_never_published(where):
    repack(where, "data/report/figures.csv", b",583,", b",584,")
    where.publication(1).unlink()
    before = snapshot(where)
    with pytest.raises(HomeError, match="have been changed"):
        publishing.rebuild(where, CLERK)
    assert snapshot(where) == before


def test_a_missing_publication_is_not_built_over_but_told(where, few):
    where.publication(1).unlink()
    with pytest.raises(HomeError, match=r"Publication 1 is missing .* oversight rebuild"):
        publishing.ensure_built(where, few, CLERK)


def test_no_context_and_an_empty_list_still_make_a_publication(tmp_path, few):
    without_events = {
        **few,
        "data/reference/events.csv": few["data/reference/events.csv"].splitlines(True)[0],
    }
    where = Home(tmp_path / "live")
    assert publishing.ensure_built(where, without_events, CLERK).number == 1


@pytest.mark.must("foundation", 2)
def test_each_figure_of_the_report_is_in_the_publication_with_all_that_is_known_of_it(
    built, files, measured
):
    printed = list(csv.DictReader(io.StringIO(files["data/report/figures.csv"].decode())))
    assert [row["figure"] for row in printed] == [f"F{number:02d}" for number in range(1, 39)]
    with duckdb.connect(str(built.publication(1)), read_only=True) as connection:
        figures = connection.execute("FROM figure").fetch_arrow_table().to_pylist()
        observations = (
            connection.execute("FROM observation WHERE figure IS NOT NULL")
            .fetch_arrow_table()
            .to_pylist()
        )
    stored = {row["figure"]: row for row in figures}
    seen = {row["figure"]: row for row in observations}
    assert len(stored) == len(figures) == len(seen) == len(observations) == 38
    for row in printed:
        value, lower, upper = (
            float(row[key]) if row[key] else None for key in ("value", "lower", "upper")
        )
        name = row["figure"]
        for kept in (stored[name], seen[name]):
            for key in ("claim", "indicator", "qualifier", "page", "source", "location", "note"):
                assert kept[key] == row[key], (name, key)
            assert kept["value"] == value, name
            assert str(kept["starts_on"] or "") == row["period_start"], name
            assert str(kept["ends_on"] or "") == row["period_end"], name
            assert kept["period"] == row["period"], name
        assert (stored[name]["lower"], stored[name]["upper"]) == (lower, upper), name
        # An observation's value stands between its limits, so a value alone is both.
        limits = (lower, upper) if value is None else (value, value)
        assert (seen[name]["lower"], seen[name]["upper"]) == limits, name
        assert seen[name]["area"], name
    measured("38 figures compared row by row: value, bounds, qualifier, page, claim, indicator.")


def test_the_export_of_an_older_publication_does_not_change_with_a_newer(where, few):
    before = [tuple(row) for row in store.numbered(where, 1).rows("export/observations")]
    publishing.publish(where, few, RAPE_BY_QUARTER, CLERK)
    store._open.cache_clear()
    assert [tuple(row) for row in store.numbered(where, 1).rows("export/observations")] == before
    with pytest.raises(store.UnknownPublication, match="numbered 1 to 2"):
        store.numbered(where, 3)


def test_a_home_is_named_by_its_whole_path_wherever_the_server_goes(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert home.chosen("live") == Home(tmp_path / "live")
    monkeypatch.setenv("OVERSIGHT_HOME", "elsewhere")
    assert home.chosen() == Home(tmp_path / "elsewhere")
    monkeypatch.delenv("OVERSIGHT_HOME")
    assert home.chosen() == Home(ROOT / "data" / "live")
