"""Power cuts: whatever of the unsynced the disk has kept, the old or the new publication stands."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable

import pytest

from oversight import home, publishing
from oversight.home import Home
from oversight.publishing import shelf
from tests.crashing.recording import recorded
from tests.crashing.standing import Ledger, copied
from tests.crashing.states import History, choices

pytestmark = pytest.mark.must("returns", 3)

PUBLISHED_AFTERWARDS = 8  # in one state of so many
WITHDRAW = ("withdraw", 2, "--note", "Sent by mistake")


@pytest.fixture
def cut(publishers, tmp_path) -> Callable[..., Counter]:
    """Let commands run on a home, and look at states that a power cut could have left.

    The first of the commands may be killed at a call; the power is then cut in those after it.
    """

    def cut(before: Home, ledger: Ledger, states: int, *commands: tuple, fault=None, also=None):
        acting, record = copied(before, tmp_path / "acting"), tmp_path / "record"
        for command in commands:
            kills = fault if command == commands[0] else None
            publishers.attempt(acting, *command, record=record, fault=kills)
        contents = {entry.number: entry.content for entry in acting.published()}
        history = History(before.path, recorded(record))
        begun = before.current().number if before.path.exists() else 0
        chance, counts, harmed = random.Random(states), Counter(states=states), []
        ways = choices(chance)
        for state in range(states):
            left, way = Home(tmp_path / f"left-{state}"), list(ways)[state % len(ways)]
            # In half of them late: before, there is little that could be lost.
            at = chance.randint(chance.choice([1, len(history.calls) - 9]), len(history.calls))
            history.leave(at, ways[way], left.path)
            told = history.acknowledged(at) or begun
            stood = {number: content for number, content in contents.items() if number <= told}
            knows = Ledger(dict(ledger.sent), stood)
            try:
                number = stands(left, knows, told)
                counts["new" if number > begun else "old"] += 1
                # Whoever is killed may leave a copy of the one before until the next.
                if number and number == told and not fault:
                    assert home.sha256(left.copy) == left.current().file, "the copy is old"
                if also:
                    also(left, at == len(history.calls))
                if state % PUBLISHED_AFTERWARDS == 0:
                    file = knows.arriving(tmp_path, 900)
                    knows.acknowledge(publishers.attempt(left, "publish", file).said)
                    assert knows.look(left)[1] == 900
                    knows.tidy(left)
                    counts["published afterwards"] += 1
            except Exception as error:
                harmed.append(f"after call {at}, {history.calls[at - 1]}, {way}: {error!r}")
            shutil.rmtree(left.path, ignore_errors=True)
        assert not harmed, f"{len(harmed)} of {states}:\n" + "\n".join(harmed)
        shutil.rmtree(acting.path)
        record.unlink()
        return counts

    return cut


def stands(left: Home, knows: Ledger, told: int) -> int:
    """The publication that stands, after asserting that nothing is half and none told of is lost.

    0 where nothing has been published yet.
    """
    for held in publishing.pending(left):
        shelf.content_of(left, held)
    if left.current() is None:
        assert told == 0
        return 0
    number, _ = knows.look(left)
    assert number >= told
    if left.copy.exists():
        files = [entry.file for entry in left.entries()]
        assert home.sha256(left.copy) in files, "the copy is half"
    return number


def said(what: str, counts: Counter) -> str:
    return (
        f"{what}: {counts['states']} states, 0 unopenable, 0 half; the old stood {counts['old']}"
        f" times, the new {counts['new']}, no acknowledged one lost; published afterwards in"
        f" {counts['published afterwards']}."
    )


def test_a_power_cut_in_a_publish_leaves_the_old_or_the_new(begun, tmp_path, cut, often, measured):
    where, ledger = begun
    arriving = ledger.arriving(tmp_path, 800)
    measured(said("publish", cut(where, ledger, often(8, 400), ("publish", arriving))))


def test_a_power_cut_in_a_withdrawal_leaves_the_old_or_the_new(begun, cut, often, measured):
    measured(said("withdraw", cut(*begun, often(4, 200, least=2), WITHDRAW)))


def test_a_power_cut_in_the_first_build_leaves_nothing_or_a_whole_home(
    tmp_path, cut, often, measured
):
    nowhere = Home(tmp_path / "new" / "live")
    nowhere.path.parent.mkdir()
    measured(said("first build", cut(nowhere, Ledger(), often(4, 160, least=2), ("build",))))


def test_a_kill_and_then_a_power_cut_in_what_the_next_one_does_loses_nothing(
    begun, tmp_path, publishers, cut, often, measured
):
    where, ledger = begun
    publish = ("publish", ledger.arriving(tmp_path, 800))
    calls = publishers.attempt(copied(where, tmp_path / "rehearsal"), *publish).said["calls"]
    chance, counts = random.Random(6), Counter()
    for at in often(chance.sample(range(1, len(calls) + 1), 1), range(1, len(calls) + 1)):
        # Whoever publishes next sends the same return, another one, or only starts the server.
        then = [publish, ("publish", ledger.arriving(tmp_path, 810)), ("build",)][at % 3]
        counts += cut(where, ledger, often(4, 6, least=2), publish, then, fault=("kill", at))
    measured(said("kill, then power cut", counts))


def test_a_power_cut_loses_no_return_that_waits_and_publishes_none_twice(
    begun, tmp_path, publishers, cut, often, measured
):
    where, ledger = begun
    hold = ("publish", ledger.arriving(tmp_path, 800), "--hold", "--by", "Ann")
    arriving = next(reversed(ledger.sent))

    def stays(left: Home, has_ended: bool) -> None:
        waits = [held.sha256 for held in publishing.pending(left)].count(arriving)
        stands = [it for entry in left.published() for it in entry.accepted].count(arriving)
        assert waits <= 1 and stands <= 1
        assert waits or stands or not has_ended

    counts = cut(where, ledger, often(4, 80, least=2), hold, also=stays)
    publishers.attempt(where, *hold)
    approve = ("approve", 1, "--by", "Bob")
    counts += cut(
        where, ledger, often(4, 80, least=2), approve, also=lambda left, _: stays(left, True)
    )
    measured(said("hold and approve", counts))
