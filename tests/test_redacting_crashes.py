"""Killed at any moment of a redaction, publications read as before or after; it is finished."""

from __future__ import annotations

import shutil

import pytest

from oversight import publishing, store
from oversight.home import Home
from oversight.publishing import redacting, switching
from tests.conftest import CLERK, a_return
from tests.mistake import BELL, OF_CAMDEN, SHAW, held, send

NUMBER = 48270


@pytest.fixture
def asked(where, few) -> Home:
    """A home in which a redaction waits that reaches two publications."""
    send(
        where, few, a_return(f"{OF_CAMDEN},,{NUMBER},,", "cse_referrals,2014-15 Q1,Brent,,48155,,")
    )
    send(where, few, a_return("fgm_referrals,2014,London,,74,p,"))
    redacting.redact(where, 2, (OF_CAMDEN,), "Sent by mistake", BELL)
    return where


def shows_it(where: Home) -> list[bool]:
    """Whether each publication that might show the number does."""
    return [
        NUMBER in [row.value for row in store.numbered(where, number).rows("export/observations")]
        for number in (2, 3)
    ]


def approving(where: Home, publishers, **how):
    return publishers.attempt(where, "approve", 1, by="Mr Shaw", **how)


def test_a_redaction_killed_at_any_call_is_old_or_new_and_then_finished(
    asked, publishers, tmp_path, often, measured
):
    whole = Home(shutil.copytree(asked.path, tmp_path / "whole"))
    calls = approving(whole, publishers).said["calls"]
    assert held(whole) == set()
    # The sample: about the switch, which is the write to the journal, and what is destroyed last.
    moments = {next(at for at, call in enumerate(calls, 1) if call.startswith(what))
               for what in ("rename publications", "write journal", 
                            "rename .current", "unlink publications/000002.duckdb")}  # fmt: skip
    chosen = often(sorted(moments), range(1, len(calls) + 1))
    ends = []
    for at in chosen:
        where = Home(shutil.copytree(asked.path, tmp_path / f"killed at {at}"))
        assert approving(where, publishers, fault=("kill", at)).signal
        seen = shows_it(where)
        assert seen in ([True, True], [False, False]), calls[at - 1]
        ends.append(seen[0])
        with switching.writing(where, CLERK):
            pass
        if not shows_it(where)[0]:
            assert held(where) == set(), calls[at - 1]
        if redacting.waits(where, 1):
            assert redacting.approve(where, 1, SHAW).publications == (2, 3)
        assert held(where) == set()
        assert redacting.waiting(where) == ()
        assert [str(path) for path in where.path.rglob(".*")] == []
        assert sorted(path.name for path in where.publications.iterdir()) == [
            "000001.duckdb", "000002-redacted-1.duckdb", "000003-redacted-1.duckdb",
        ]  # fmt: skip
    assert publishing.verify(where) == []
    assert set(ends) == {True, False}
    measured(
        f"A redaction killed in {len(ends)} of its {len(calls)} disk-changing calls: old"
        f" {ends.count(True)} times, new {ends.count(False)}, none half; each was finished after."
    )


@pytest.mark.parametrize("kind", ["full disk", "disk gone"])
def test_a_redaction_that_the_disk_does_not_take_goes_on_waiting(asked, publishers, kind):
    done = approving(asked, publishers, fault=(kind, 12))
    assert done.said["exit"] == 3
    assert shows_it(asked) == [True, True]
    assert redacting.approve(asked, 1, SHAW).publications == (2, 3)
    assert held(asked) == set()


def test_a_step_of_several_lines_that_was_broken_off_counts_as_not_written(asked):
    before = asked.journal.read_bytes()
    entries = asked.entries()
    redacting.approve(asked, 1, SHAW)
    *_, first, second = asked.journal.read_bytes().splitlines(keepends=True)
    for broken in (first, first + second[:-40], first[:-1]):
        asked.journal.write_bytes(before + broken)
        assert asked.entries() == entries
    asked.journal.write_bytes(before + first + second)
    assert [len(entry.redacted) for entry in asked.entries()] == [0, 1, 1]
