"""Two who publish at once, and those who read meanwhile."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.crashing import planted
from tests.crashing.standing import Ledger, copied, read_well

pytestmark = pytest.mark.must("returns", 4)

BUSY = re.compile(r"(Ann|Bob) has been publishing since \d\d:\d\d:\d\d\. Try again in a moment\.")


def test_of_two_who_publish_at_once_none_is_lost_and_the_other_is_told_who(
    first, tmp_path, publishers, often, measured
):
    where, ledger, counts = copied(first, tmp_path / "live"), Ledger(), Counter()
    numbers = iter(planted.NUMBERS)
    goes = often(3, 50, least=1)
    for _ in range(goes):
        files = {name: ledger.arriving(tmp_path, next(numbers)) for name in ("Ann", "Bob")}
        asked = [publishers.asked(where, "publish", files[name], by=name) for name in files]
        said = dict(zip(files, publishers.together(*asked), strict=True))
        done = [name for name in files if said[name].acknowledged]
        assert done, "neither has published"
        for name in done:
            ledger.acknowledge(said[name].said)
        for name in files.keys() - done:
            assert said[name].said["exit"] == 3
            assert BUSY.fullmatch(said[name].said["error"])[1] == done[0]
            again = publishers.attempt(where, "publish", files[name], by=name)
            ledger.acknowledge(again.said)
            counts["told who"] += 1
        ledger.look(where)
    assert len(where.published()) == len(ledger.acknowledged) + 1 == 2 * goes + 1
    standing = {digest for entry in where.published() for digest in entry.accepted}
    assert standing == set(ledger.sent)
    ledger.tidy(where)
    measured(
        f"Two publishers at once {goes} times: nothing acknowledged lost; the other was told who"
        f" publishes {counts['told who']} times, tried again, and both stood each time."
    )


def test_who_reads_while_others_publish_never_fails_and_never_reads_two_publications_as_one(
    first, tmp_path, publishers, readers, often, measured
):
    publications, wanted = often(3, 200, least=2), often(200, 20_000, least=80)
    where, ledger = copied(first, tmp_path / "live"), Ledger()
    planted_in: dict[int, int | None] = {1: None}
    seen: dict[int, int | None] = {}
    reads = 0
    for one in readers:
        one.read(where)
    for number in planted.NUMBERS[:publications]:
        said = publishers.attempt(where, "publish", ledger.arriving(tmp_path, number)).said
        planted_in[said["number"]] = number
        # Each publication is read about as often as the others.
        while reads < wanted * (len(planted_in) - 1) / publications:
            for one in readers:
                told = one.read(where)
                reads += read_well(told)
                seen |= told["seen"]
    for one in readers:
        told = one.read(None)
        reads += read_well(told)
        seen |= told["seen"]
    assert seen.items() <= planted_in.items()
    assert reads >= wanted
    assert len(seen) > publications / 2
    measured(
        f"{reads:,} reads of two other processes during {publications} publications, of which they"
        f" saw {len(seen)}: 0 errors, 0 that mix two."
    )
