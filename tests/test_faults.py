"""A fault at every disk-changing call of publish and withdraw, one at a time."""

from __future__ import annotations

import random
import re
import shutil
import signal
from collections import Counter
from copy import deepcopy

import pytest

from oversight.publishing.database import BLOCK
from tests.crashing import failing
from tests.crashing.standing import copied

pytestmark = pytest.mark.must("returns", 3)

# What is told to the one who publishes: whole sentences, and nothing of the machinery.
SENTENCES = re.compile(r"[A-Z/].*\.")
NOT_FOR_PEOPLE = re.compile(r"Errno|Traceback|Error:|Exception|None")


COMMANDS = {
    "publish": lambda ledger, folder: ("publish", ledger.arriving(folder, 800)),
    "withdraw": lambda ledger, folder: ("withdraw", 2, "--note", "Sent by mistake"),
}


@pytest.fixture
def endure(begun, tmp_path, publishers):
    """Let one command meet a fault; assert what must hold whatever the fault; what became of it."""

    def endure(name: str, goes_on: bool = True, **fault) -> str:
        where, ledger = copied(begun[0], tmp_path / "faulty"), deepcopy(begun[1])
        old = ledger.look(where)
        command = COMMANDS[name](ledger, tmp_path)
        outcome = publishers.attempt(where, *command, reads=True, **fault)
        found = ledger.look(where)
        assert found[0] - old[0] == (found != old)
        if outcome.signal:
            assert outcome.signal == signal.SIGKILL
        else:
            said = outcome.said
            assert said["held"] == said["holds"] == old[1]
            assert tuple(said["reads"]) == found
            if said["exit"] == 0:
                assert found[0] == outcome.acknowledged == old[0] + 1
                ledger.acknowledge(said)
            else:
                assert said["exit"] == 3, said
                assert SENTENCES.fullmatch(said["error"]), said["error"]
                assert not NOT_FOR_PEOPLE.search(said["error"]), said["error"]
        if goes_on:
            again = publishers.attempt(where, "publish", ledger.arriving(tmp_path, 900))
            ledger.acknowledge(again.said)
            assert ledger.look(where)[1] == 900
            ledger.tidy(where)
        shutil.rmtree(where.path)
        return "new" if found != old else "old"

    return endure


@pytest.mark.parametrize("name", COMMANDS)
def test_a_fault_at_any_call_leaves_the_old_or_the_new_and_readers_unharmed(
    name, begun, tmp_path, endure, publishers, often, measured
):
    rehearsal = copied(begun[0], tmp_path / "rehearsal")
    command = COMMANDS[name](begun[1], tmp_path)
    calls = publishers.attempt(rehearsal, *command).said["calls"]
    counts: Counter[str] = Counter()
    harmed = []
    # Those of a sample lie across the whole of what is done, the last included.
    tried = list(enumerate(calls, start=1))[:: -often(3, 1, least=8)]
    for number, (at, call) in enumerate(tried):
        kinds = [kind for kind in failing.KINDS if failing.reaches(kind, call)]
        # In a sample the one that was tried least, whatever lies between those calls.
        for kind in often([min(kinds, key=counts.__getitem__)], kinds):
            goes_on = number % often(2, 1) == 0
            counts[kind] += 1
            counts["next"] += goes_on
            try:
                counts[endure(name, goes_on, fault=(kind, at))] += 1
            except Exception as error:
                harmed.append(f"{kind} at call {at}, {call}: {error or repr(error)}")
                shutil.rmtree(tmp_path / "faulty")
    assert not harmed, "\n".join(harmed)
    faults = ", ".join(f"{counts[kind]} {kind}" for kind in failing.KINDS)
    measured(
        f"{name}, {len(tried)} of {len(calls)} disk-changing calls ({faults}): the old stood"
        f" {counts['old']} times, the new {counts['new']}, none half; the process still read, each"
        f" refusal was a sentence, and the next publication, tried after {counts['next']}, worked."
    )


def test_wherever_duckdb_can_write_no_further_the_old_stands_and_the_next_one_works(
    begun, tmp_path, endure, publishers, often, measured
):
    # What is published here may be a block smaller than what stands.
    rehearsal = copied(begun[0], tmp_path / "rehearsal")
    said = publishers.attempt(rehearsal, *COMMANDS["publish"](begun[1], tmp_path)).said
    whole = rehearsal.publication(said["number"]).stat().st_size
    blocks = range(0, whole, BLOCK)
    sample = random.Random(8).sample(blocks, 2)
    chosen = often(sample, blocks, least=sample[:1])
    for size in chosen:
        assert endure("publish", largest=1 + size, remembers=False) == "old", size
    measured(
        f"publish, no file larger than {len(chosen)} sizes up to that of a publication: the old"
        " stood each time, each refusal was a sentence, and the next publication worked."
    )
