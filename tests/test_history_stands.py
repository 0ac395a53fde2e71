"""What was said once stays said: no way into a home changes or removes an earlier word."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from oversight import __main__ as command_line
from oversight import access, home, publishing, reference, returns, store
from oversight.home import Home
from oversight.panels import drafts
from oversight.panels.recording_forms import Sent
from tests.conftest import CLERK, snapshot
from tests.test_screening_returns import ACTION, STATUS, of

pytestmark = pytest.mark.must("recommendations", 4)

FIRST = "R6a,2015-03-01,accepted,in progress,,,,Met"
SECOND = "R6a,2015-03-01,not accepted,not started,,,,Met"
ASKED = "2015-03-12,How many?,R6a,Met,asked,,,,Committee"
DONE = "2015-03-12,How many?,R6a,Met,answered,None yet.,,,Committee"
LOCAL = access.local_user("The local user")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, first: Home, few) -> Home:
    """A home in which the Met said something of R6a, and was asked something; never changed."""
    kept = Home(shutil.copytree(first.path, tmp_path_factory.mktemp("kept") / "live"))
    publishing.publish(kept, few, of(STATUS, FIRST), CLERK, "Status of R6a")
    publishing.publish(kept, few, of(ACTION, ASKED), CLERK, "A question")
    assert told(kept) == []
    return kept


@pytest.fixture
def said(tmp_path: Path, kept: Home) -> Home:
    """The same for one test to change."""
    return Home(shutil.copytree(kept.path, tmp_path / "live"))


def responses(where: Home) -> list[tuple[str, int]]:
    """Every response ever recorded of R6a, with the publication that brought it."""
    rows = store.current(where).rows("recommendations/updates")
    return [(row.response, row.publication) for row in rows if row.ask == "R6a"]


def outcomes(where: Home) -> list[tuple[str, int]]:
    rows = store.current(where).rows("recommendations/actions")
    return [(row.outcome, row.publication) for row in rows]


def told(where: Home) -> list[str]:
    return [str(difference) for difference in publishing.verify(where)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE status_update SET response = 'not accepted'",
        "DELETE FROM meeting_action",
        "INSERT INTO status_update SELECT * FROM status_update",
        "DROP TABLE status_update",
        "CREATE OR REPLACE TABLE status_update AS SELECT 1 AS ask",
        "ATTACH 'other.duckdb' AS other",
        "COPY status_update TO 'out.csv'",
    ],
)
def test_the_store_refuses_to_write(statement, said, measured):
    before = snapshot(said)
    with pytest.raises(duckdb.Error):
        store.current(said)._cursor().execute(statement)
    assert snapshot(said) == before
    measured(f"store: {statement}: refused")


def test_the_file_of_a_publication_is_for_reading_alone(said, measured):
    modes = {number: said.publication(number).stat().st_mode & 0o777 for number in (1, 2, 3)}
    assert set(modes.values()) == {0o444}
    measured(f"publications 1 to 3: mode {0o444:o}")


def test_a_new_row_of_the_form_leaves_the_old_one_in_its_place(said, few, monkeypatch, measured):
    monkeypatch.setattr(home, "chosen", lambda: said)
    monkeypatch.setattr(reference, "read_files", lambda _: few)
    kind = returns.load(few)[returns.STATUS]
    row = dict(zip(kind.header, SECOND.split(","), strict=True))
    sent = Sent(True, "A clerk", returns.written(kind, row), row)
    drafts.published(drafts.checked("A status", sent, LOCAL), LOCAL, {})
    assert responses(said) == [("accepted", 2), ("not accepted", 4)]
    measured("form: a second row of R6a, 1 March 2015 and the Met joins the first")


def test_the_command_line_adds_and_has_no_command_that_edits(said, tmp_path, capsys, measured):
    for line in ((STATUS, SECOND), (ACTION, DONE)):
        file = tmp_path / "again.csv"
        file.write_bytes(of(*line))
        command = ["publish", str(file), "--home", str(said.path), "--by", "A clerk"]
        assert command_line.main(command) == 0
    assert responses(said) == [("accepted", 2), ("not accepted", 4)]
    assert outcomes(said) == [("asked", 3), ("answered", 5)]
    with pytest.raises(SystemExit):
        command_line.main(["--help"])
    offered = capsys.readouterr().out
    for word in ("edit", "delete", "remove", "change the", "replace", "set "):
        assert word not in offered
    measured("command line: the same ask, day and author again is a second row; nothing edits")


def test_a_file_planted_in_the_home_changes_no_page(said, few, measured):
    planted = of(STATUS, SECOND)
    (said.path / "pending").mkdir(exist_ok=True)
    for path in (
        said.path / "pending" / "000004.csv",
        said.path / "returns" / "status.csv",
        said.returned("0" * 64),
    ):
        path.write_bytes(planted)
    assert (responses(said), outcomes(said)) == ([("accepted", 2)], [("asked", 3)])
    publishing.publish(said, few, of(ACTION, DONE), CLERK)
    assert responses(said) == [("accepted", 2)]
    assert outcomes(said) == [("asked", 3), ("answered", 4)]
    assert told(said) == []
    measured("files planted in pending/ and returns/: no row on any page, then or in the next")


def test_a_kept_return_changed_by_hand_changes_no_page_and_is_reported(said, few, measured):
    (digest,) = said.entries()[1].accepted
    kept = said.returned(digest)
    kept.chmod(0o600)
    kept.write_bytes(of(STATUS, SECOND))
    assert responses(said) == [("accepted", 2)]
    reported = told(said)
    assert any("kept return" in one and "has been changed" in one for one in reported)
    assert any("table status_update" in one for one in reported)
    with pytest.raises(home.HomeError, match="has been changed"):
        publishing.publish(said, few, of(ACTION, DONE), CLERK)
    assert responses(said) == [("accepted", 2)]
    measured(f"a kept return changed: {reported[0].replace(str(said.path), 'HOME')}")
