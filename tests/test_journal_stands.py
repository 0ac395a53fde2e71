"""The journal only grows: a line, or the pointer to it, that was changed by hand is reported."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from oversight import __main__ as command_line
from oversight import home, publishing
from oversight.home import Home, HomeError
from tests import test_history_stands
from tests.conftest import CLERK, snapshot
from tests.test_history_stands import DONE, told
from tests.test_screening_returns import ACTION, of

pytestmark = pytest.mark.must("recommendations", 4)

# A home of three publications, for one test to change.
kept, said = test_history_stands.kept, test_history_stands.said

Lines = list[dict]
OTHER = "0" * 64
REDACTED = {
    "on": "2015-01-01", "indicator": "cse_referrals", "cell": "CSE referrals, 2014", "reason": "",
    "by": "A clerk", "approved_by": "Another", "waited": 1, "further": 0, "is_elsewhere": False,
}  # fmt: skip


def with_field(name: str, text: object) -> Callable[[Lines], Lines]:
    """Change one field of the second publication's line."""

    def change(lines: Lines) -> Lines:
        assert lines[1][name] != text
        return [lines[0], {**lines[1], name: text}, *lines[2:]]

    return change


def forged(lines: Lines) -> Lines:
    """A line more, which nobody published."""
    return [*lines, {**lines[-1], "number": 4, "note": "Status of R6a"}]


def chained_anew(lines: Lines) -> Lines:
    """Another note, and every line after it made to fit."""
    changed = [{**lines[0], "note": "Another note"}]
    for line in lines[1:]:
        changed.append({**line, "before": digest(changed[-1])})
    return changed


def added(line: int, **other: object) -> Callable[[Lines], Lines]:
    """A line more that follows the last as publishing would have it."""
    return lambda lines: [*lines, {**lines[line], **other, "before": digest(lines[-1])}]


def unchained(lines: Lines) -> Lines:
    """Another note in the last line, and no line says which one it follows."""
    loose = [{**line, "before": None} for line in lines]
    return [*loose[:2], {**loose[2], "note": "Another note"}]


BY_HAND: dict[str, Callable[[Lines], Lines]] = {
    "another number": with_field("number", 7),
    "another time": with_field("at", "2015-01-01T00:00:00+00:00"),
    "another name": with_field("by", "Somebody else"),
    "another note": with_field("note", "Another note"),
    "a return left out": with_field("accepted", []),
    "another return": with_field("accepted", [OTHER]),
    "a return withdrawn": with_field("withdrawn", [OTHER]),
    "another content digest": with_field("content", OTHER),
    "another table's digest": with_field("tables", {"status_update": OTHER}),
    "another file": with_field("file", OTHER),
    "other inputs": with_field("inputs", OTHER),
    "another version": with_field("code", "9.9.9"),
    "another line before": with_field("before", OTHER),
    "another reason": with_field("reasons", {"places_are_complete": "Somebody else's"}),
    "another rule set": with_field("rules", OTHER),
    "another kind": with_field("kind", "observations"),
    "another number of rows": with_field("rows", 7),
    "another count of new cells": with_field("new", 7),
    "another count of changed cells": with_field("changed", 7),
    "another count of equal cells": with_field("same", 7),
    "another count of withheld cells": with_field("withheld", 7),
    "another number it waited under": with_field("waited", 7),
    "a word that it is invented": with_field("is_invented", True),
    "a figure said to be redacted": with_field("redacted", [REDACTED]),
    "more lines of the same step": with_field("rest", 1),
    "the last line's note": lambda lines: [*lines[:2], {**lines[2], "note": "Another note"}],
    "the first line's name": lambda lines: [{**lines[0], "by": "Somebody else"}, *lines[1:]],
    "the first line removed": lambda lines: lines[1:],
    "a line removed": lambda lines: [lines[0], lines[2]],
    "the last line removed": lambda lines: lines[:2],
    "two lines swapped": lambda lines: [lines[0], lines[2], lines[1]],
    "a line twice": lambda lines: [lines[0], lines[1], lines[1], lines[2]],
    "a line added": forged,
    "a fitting line added": added(-1, number=4),
    "a second line of another time": added(-1, at="2015-01-01T00:00:00+00:00"),
    "a second line of another note": added(0, note="Another note"),
    "a second line with a return left out": added(1, accepted=[]),
    "a note, and all after it made to fit": chained_anew,
    "a note, and the chain taken away": unchained,
}


@pytest.mark.parametrize("how", BY_HAND)
def test_a_journal_changed_by_hand_is_reported(how, said, capsys, monkeypatch, measured):
    # The lines alone tell it; whether what they name can be built again is not asked.
    rebuilding = importlib.import_module("oversight.publishing.rebuild")
    monkeypatch.setattr(rebuilding, "_differences", lambda *_: ())
    monkeypatch.setattr(rebuilding, "_rebuilt", lambda *_: ([], None))
    lines = [json.loads(line) for line in said.journal.read_text("utf-8").splitlines()]
    rewrite(said.journal, BY_HAND[how](lines))
    command = ["rebuild", "--verify", "--home", str(said.path)]
    assert command_line.main(command) == 1
    heading, *reported = capsys.readouterr().err.strip().splitlines()
    assert heading == "Not everything is as it was published:"
    assert reported
    measured(f"journal, {how}: {reported[0]}")


def pointer_without_its_line(where: Home) -> None:
    named = json.loads(where.pointer.read_bytes())
    where.pointer.write_text(json.dumps({"number": named["number"], "sha256": named["sha256"]}))


def pointer_to_the_publication_before(where: Home) -> None:
    line = json.loads(where.journal.read_text("utf-8").splitlines()[1])
    named = {"number": 2, "sha256": line["file"], "line": digest(line)}
    where.pointer.write_text(json.dumps(named))


BY_POINTER = {
    "without its line": (
        pointer_without_its_line,
        "the pointer does not say by which line of the journal it was set",
    ),
    "deleted": (lambda where: where.pointer.unlink(), "no pointer can be read"),
    "emptied": (lambda where: where.pointer.write_bytes(b""), "no pointer can be read"),
    "to another": (pointer_to_the_publication_before, "the pointer does not name it"),
}


@pytest.mark.parametrize("how", BY_POINTER)
def test_a_pointer_that_no_longer_holds_the_last_line_is_reported(how, said, measured):
    change, sentence = BY_POINTER[how]
    change(said)
    (reported,) = [one for one in told(said) if "pointer" in one]
    assert reported.startswith(f"Publication 3: {sentence}")
    measured(f"pointer {how}: {sentence}")


def test_nothing_is_published_where_the_chain_was_taken_away(said, few):
    lines = [json.loads(line) for line in said.journal.read_text("utf-8").splitlines()]
    pointer_without_its_line(said)
    before = snapshot(said)
    with pytest.raises(home.HomeError, match="does not say by which line"):
        publishing.publish(said, few, of(ACTION, DONE), CLERK)
    assert snapshot(said) == before
    rewrite(said.journal, unchained(lines))
    before = snapshot(said)
    with pytest.raises(home.HomeError, match="does not say which one it follows"):
        publishing.publish(said, few, of(ACTION, DONE), CLERK)
    assert snapshot(said) == before


def test_a_journal_begun_before_there_was_a_chain_is_gone_on_with(said, few):
    lines = [json.loads(line) for line in said.journal.read_text("utf-8").splitlines()]
    older = [{**line, "code": "0.2.0", "before": None} for line in lines]
    rewrite(said.journal, older)
    pointer_without_its_line(said)
    said.publication(1).unlink()
    assert publishing.rebuild(said, CLERK) == [1]
    assert publishing.publish(said, few, of(ACTION, DONE), CLERK).number == 4
    assert told(said) == []
    pointer_without_its_line(said)
    assert [one for one in told(said) if "by which line" in one]


def test_nothing_is_published_where_the_pointer_is_gone_until_rebuild_has_set_it(said, few):
    said.pointer.unlink()
    before = snapshot(said)
    with pytest.raises(HomeError, match="current is missing"):
        publishing.publish(said, few, of(ACTION, DONE), CLERK)
    assert snapshot(said) == before
    publishing.rebuild(said, CLERK)
    assert publishing.publish(said, few, of(ACTION, DONE), CLERK).number == 4


def test_a_line_written_anew_as_it_was_is_no_change(said):
    lines = said.journal.read_text("utf-8").splitlines()
    rewrite(said.journal, [json.loads(line) for line in lines])
    assert said.journal.read_text("utf-8").splitlines() == lines


def test_the_fields_changed_by_hand_are_all_there_are(said):
    (*_, last) = said.journal.read_text("utf-8").splitlines()
    changed = {"number", "at", "by", "note", "accepted", "withdrawn", "content", "tables", "file",
               "inputs", "code", "before", "reasons", "rules", "kind", "rows", "new", "changed",
               "same", "withheld", "waited", "is_invented", "redacted", "rest"}  # fmt: skip
    assert set(json.loads(last)) == changed


def rewrite(journal: Path, lines: Lines) -> None:
    """Write the journal anew as publishing writes it, so that only what is changed differs."""
    journal.write_text("".join(f"{written(line)}\n" for line in lines), "utf-8")


def written(line: dict) -> str:
    return json.dumps(line, ensure_ascii=False)


def digest(line: dict) -> str:
    return sha256(written(line).encode()).hexdigest()
