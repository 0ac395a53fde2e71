"""Killed at any instant: the old publication stands or the new one, and the next one works."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from oversight import ROOT, home, publishing
from oversight.home import Home, HomeError
from oversight.publishing import switching
from tests.conftest import CLERK, a_return, observed, snapshot

FGM_2014 = a_return("fgm_referrals,2014,Metropolitan Police,,74,p,")
FGM_2015 = a_return("fgm_referrals,2015,Metropolitan Police,,80,,")


class Killed(BaseException):
    """Stands for a kill: nothing in the code catches it."""


def kill_at(monkeypatch, call: str, count: int, when: str) -> None:
    """Let the `count`-th call of this kind be the last thing, before or after it is done."""
    owner = {"replace": os, "fsync": os, "append": switching, "switch": switching}[call]
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
        ("append", 1, "before", 1),  # the journal
        ("append", 1, "after", 1),
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
    for entry in where.entries():
        assert home.sha256(where.publication(entry.number)) == entry.file


def test_a_process_killed_before_the_pointer_moves_leaves_the_old_publication(where, tmp_path):
    arriving = tmp_path / "return.csv"
    arriving.write_bytes(FGM_2014)
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, signal, sys; from oversight import __main__\n"
            "from oversight.publishing import switching\n"
            "switching.switch = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
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


def test_without_its_journal_a_home_is_not_written_and_no_publication_is_swept(after, few):
    where = after(FGM_2014)
    where.journal.unlink()
    before = snapshot(where)
    with pytest.raises(HomeError, match=r"does not hold all that was published\. Put"):
        publishing.publish(where, few, FGM_2015, CLERK)
    assert snapshot(where) == before


def test_with_journal_and_pointer_both_lost_nothing_is_published_over_what_is_left(after, few):
    where = after(FGM_2014)
    where.journal.unlink()
    where.pointer.unlink()
    before = snapshot(where)
    with pytest.raises(HomeError, match=r"does not hold all that was published\. Put"):
        publishing.publish(where, few, FGM_2015, CLERK)
    assert snapshot(where) == before
