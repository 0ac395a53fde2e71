"""The command line: what it does, and one table of what it refuses, run as real commands."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from oversight import ROOT
from oversight.home import Home
from tests import bad_inputs, bad_packs, bad_sending, forked
from tests.bad_inputs import GOOD, REFUSED, TRY_AGAIN, Bad
from tests.conftest import a_return, snapshot

BAD = [*bad_inputs.BAD, *bad_sending.BAD, *bad_packs.BAD]


def run(
    *arguments: str | Path, home: Home, checkout: Path = ROOT, bound: bool = False
) -> subprocess.CompletedProcess:
    """One command in a process of its own, `bound` by file permissions even for root.

    Forked where it is one of this checkout; that of another is started from nothing.
    """
    words = [*arguments, *(("--home", home.path) if arguments else ())]
    environment = {name: text for name, text in os.environ.items() if name != "OVERSIGHT_HOME"}
    if checkout == ROOT:
        return forked.run(*words, environment=environment, bound=bound)
    return subprocess.run(
        [sys.executable, "-m", "oversight", *words],
        cwd=checkout, capture_output=True, timeout=60, env=environment,
        preexec_fn=forked.obey_permissions if bound else None,
    )  # fmt: skip


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Path:
    """A copy of what the command line reads of this checkout."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("oversight", "queries", "data"):
        ignored = shutil.ignore_patterns("live", "__pycache__")
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    return copy


@contextmanager
def changed(checkout: Path, change: tuple[str, bytes, bytes | None] | None) -> Iterator[Path]:
    """The checkout itself, or its copy with one file changed or one path taken away."""
    if change is None:
        yield ROOT
        return
    path, old, new = change
    target, aside = checkout / path, checkout / "aside"
    if new is None:
        target.rename(aside)
        yield checkout
        aside.rename(target)
        return
    content = target.read_bytes()
    assert old in content, f"{old} is not in {path}"
    target.write_bytes(content.replace(old, new, 1))
    yield checkout
    target.write_bytes(content)


@contextmanager
def arranged(bad: Bad, home: Home, folder: Path) -> Iterator[None]:
    arrangement = bad.arrange(home, folder)
    if not hasattr(arrangement, "__enter__"):
        yield
        return
    with arrangement:
        yield


@pytest.mark.must("foundation", 6)
@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.what)
def test_a_bad_input_is_refused_in_one_sentence_and_nothing_changes(
    bad: Bad, built: Home, checkout: Path, tmp_path: Path, measured
):
    home = Home(shutil.copytree(built.path, tmp_path / "live"))
    home.lock.touch()
    (tmp_path / "return.csv").write_bytes(bad.content)
    words = [
        str(tmp_path / "return.csv") if word == "RETURN" else word for word in bad.command.split()
    ]
    with arranged(bad, home, tmp_path), changed(checkout, bad.checkout) as folder:
        before = snapshot(home)
        done = run(*words, home=home, checkout=folder, bound=True)
        after = snapshot(home)
    said = done.stderr.decode()
    assert done.returncode == bad.code, said
    assert bad.mends in said
    assert "Traceback" not in said + done.stdout.decode()
    assert done.stdout == b""
    lines = said.splitlines()
    if "usage:" in said:  # argparse: how the command is used, then what is wrong
        assert lines[-1].startswith("python -m oversight")
        assert sum("error:" in line for line in lines) == 1
    else:  # a sentence, or a heading and one sentence a finding
        assert all(
            line.endswith((".", ":", "?")) or line.startswith("Publication") for line in lines
        )
        heading = lines[0].replace(str(tmp_path / "return.csv"), "RETURN")
        assert len(lines) == 1 or heading in HEADINGS
    assert after == before
    measured(f"{bad.what}: exit {done.returncode}, {lines[-1][:150]}")


HEADINGS = (
    "The return is not accepted.",
    "Not everything is as it was published:",
    "RETURN would not be accepted.",
    "RETURN would become publication 2, with a reason for what is asked.",
)


def test_the_table_of_bad_inputs_is_long_and_says_nothing_twice():
    assert len(BAD) == len({bad.what for bad in BAD}) >= 60


def test_build_publish_list_export_and_verify(built: Home, tmp_path: Path):
    home = Home(shutil.copytree(built.path, tmp_path / "live"))
    (tmp_path / "return.csv").write_bytes(GOOD)
    done = run("publish", tmp_path / "return.csv", "--by", "Ms Bell", "--note", "Q4", home=home)
    assert done.stdout.decode() == (
        f"Publication 2 is made with 1 figures of {tmp_path / 'return.csv'}.\n"
    )
    listed = run("publications", home=home).stdout.decode().splitlines()
    assert listed[1].startswith("2  ")
    assert listed[1].endswith("  Ms Bell  Q4")
    exported = list(csv.DictReader(io.StringIO(run("export", home=home).stdout.decode())))
    (figure,) = [
        row for row in exported if (row["indicator"], row["period"]) == ("fgm_referrals", "2014")
    ]
    assert (figure["value"], figure["marker"], figure["geography"]) == (
        "74",
        "p",
        "Metropolitan Police",
    )
    older = run("export", "--publication", "1", home=home).stdout.decode()
    assert len(older.splitlines()) == len(exported)
    verified = run("rebuild", "--verify", home=home)
    assert (verified.returncode, verified.stdout) == (0, b"2 publications rebuilt: identical.\n")


def test_a_home_that_is_read_only_can_still_be_read_and_verified(built: Home, tmp_path: Path):
    home = Home(shutil.copytree(built.path, tmp_path / "live"))
    folders = [home.path, *(path for path in home.path.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    exported = run("export", home=home, bound=True)
    verified = run("rebuild", "--verify", home=home, bound=True)
    for folder in folders:
        folder.chmod(0o755)
    assert b"allegations_rape,2013-14" in exported.stdout
    assert verified.stdout == b"1 publication rebuilt: identical.\n"


def test_a_machine_is_answered_in_json_refused_or_done(built: Home, tmp_path: Path):
    (tmp_path / "return.csv").write_bytes(a_return("fgm_referral,2014,London,,74,,"))
    refused = run("publish", tmp_path / "return.csv", "--json", home=built)
    assert refused.returncode == REFUSED
    assert json.loads(refused.stdout)["findings"] == [
        "Line 2, indicator: 'fgm_referral' is no indicator. Did you mean fgm_referrals?"
    ]
    listed = json.loads(run("publications", "--json", home=built).stdout)
    assert (listed["number"], listed["by"]) == (1, "A clerk")


def test_a_reader_who_stops_early_or_a_full_disk_gives_no_traceback(built: Home):
    early = subprocess.run(
        f"{sys.executable} -m oversight export --home {built.path} | head -1",
        shell=True, cwd=ROOT, capture_output=True,
    )  # fmt: skip
    assert early.stdout.startswith(b"indicator,period,")
    assert early.stderr == b""


def test_an_output_that_takes_no_more_is_told_in_a_sentence(built: Home):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "oversight", "export", "--home", built.path],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        TRY_AGAIN, b"The disk cannot be used: No space left on device.\n",
    )  # fmt: skip
