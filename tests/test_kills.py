"""Publishers killed at any moment: old or new stands, and nothing acknowledged is lost."""

from __future__ import annotations

import random
import signal
from collections import Counter

import pytest

from oversight import publishing
from oversight.home import Home
from tests.crashing import planted
from tests.crashing.standing import Ledger, copied, last_return, read_well

pytestmark = pytest.mark.must("returns", 3)

ATTEMPTS_IN_ONE_HOME = 25
# What is killed, and whether by the clock or at one of its disk-changing calls.
TURNS = [("publish", "call"), ("withdraw", "clock"), ("publish", "clock"), ("withdraw", "call")]


def test_killed_at_random_moments_the_old_or_the_new_stands_and_the_next_one_works(
    first, tmp_path, publishers, readers, often, measured
):
    wanted, chance, reader = often(12, 500, least=4), random.Random(5), readers[0]
    counts: Counter[str] = Counter()
    while counts["killed"] < wanted:
        where, ledger = copied(first, tmp_path / f"home-{counts['attempts']}"), Ledger()
        numbers = iter(planted.NUMBERS)

        def publish(where: Home = where, ledger: Ledger = ledger, numbers=numbers, **how):
            """Publish one more return, unharmed; it is acknowledged."""
            outcome = publishers.attempt(
                where, "publish", ledger.arriving(tmp_path, next(numbers)), **how
            )
            ledger.acknowledge(outcome.said)
            return outcome

        rehearsed = publish(remembers=False)
        counts["reads"] += read_well(reader.read(where))
        for _ in range(ATTEMPTS_IN_ONE_HOME):
            if counts["killed"] == wanted:
                break
            name, by = TURNS[counts["attempts"] % len(TURNS)]
            if name == "withdraw":
                command = ("withdraw", last_return(where), "--note", "Sent by mistake")
            else:
                command = ("publish", ledger.arriving(tmp_path, next(numbers)))
            # By the clock it is mostly DuckDB that is killed, and by the call what comes after.
            by_clock = {"kill_after": chance.uniform(0, rehearsed.took)}
            by_call = {"fault": ("kill", chance.randint(1, len(rehearsed.said["calls"])))}
            how = by_clock if by == "clock" else by_call
            before = ledger.look(where)
            outcome = publishers.attempt(where, *command, remembers=False, **how)
            assert outcome.signal in (0, signal.SIGKILL)
            if outcome.acknowledged:
                ledger.acknowledge(outcome.said)
            after = ledger.look(where)
            assert after[0] == before[0] + (after != before)
            if outcome.signal:
                counts["killed"] += 1
                counts[command[0]] += 1
                counts["old" if after == before else "new"] += 1
                counts["acknowledged"] += bool(outcome.acknowledged)
            counts["attempts"] += 1
            publish()
            ledger.look(where)
            ledger.tidy(where)
    counts["reads"] += read_well(reader.read(None))
    measured(
        f"{counts['killed']} SIGKILLs ({counts['publish']} in publish, {counts['withdraw']} in"
        f" withdraw): the old stood {counts['old']} times, the new {counts['new']}, none half, none"
        f" of {counts['acknowledged']} acknowledged lost; each next publication worked;"
        f" {counts['reads']:,} reads meanwhile, 0 errors."
    )


def test_a_return_that_waits_survives_every_kill_and_is_published_once(
    begun, tmp_path, publishers, often, measured
):
    where, ledger = begun
    chance, counts = random.Random(7), Counter()
    hold = ("publish", ledger.arriving(tmp_path, 800), "--hold", "--by", "Ann")
    arriving = next(reversed(ledger.sent))
    steps = {"hold": hold, "approve": ("approve", 1, "--by", "Bob")}
    for name, command in steps.items():
        rehearsal = copied(where, tmp_path / name)
        calls = len(publishers.attempt(rehearsal, *command).said["calls"])
        sample = chance.sample(range(1, calls + 1), 2)
        for at in often(sample, range(1, calls + 1), least=sample[:1]):
            left = copied(where, tmp_path / f"{name}-{at}")
            assert publishers.attempt(left, *command, fault=("kill", at)).signal
            waits = [held.sha256 for held in publishing.pending(left)]
            stands = [digest for entry in left.entries() for digest in entry.accepted]
            assert name == "hold" or arriving in waits + stands
            # Whoever did not hear an answer does all of it again.
            publishers.attempt(left, *hold)
            for held in publishing.pending(left):
                publishers.attempt(left, "approve", held.number, "--by", "Bob")
            assert publishing.pending(left) == ()
            assert [one for entry in left.published() for one in entry.accepted].count(
                arriving
            ) == 1
            assert ledger.look(left)[1] == 800
            publishers.attempt(left, "publish", ledger.arriving(tmp_path, 900))
            assert ledger.look(left)[1] == 900
            ledger.tidy(left)
            counts[name] += 1
        publishers.attempt(where, *command)
    measured(
        f"A return that waits, killed in {counts['hold']} calls of its holding and"
        f" {counts['approve']} of its approval: never lost, published once."
    )
